/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Legion of a scenario: groups, and the plans of which the seed picks one.  */
#include "scenario/scenario-battle.h"
#include "scenario/scenario-learning.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PLANS 8
#define MAX_COUNT 500 /* machines of one type in a group */

static const char *const task_names[] = {
#define X(constant, name) name,
  SIM_TASK_LIST (X)
#undef X
};

static const char *const pattern_names[] = {
#define X(constant, name) name,
  SIM_PATTERN_LIST (X)
#undef X
};

static const char *const part_names[] = {
#define X(constant, name) name,
  SIM_PATTERN_PART_LIST (X)
#undef X
};

static void
read_types (ScenarioMaker *maker, ScenarioValue value, SimGroupDef *group)
{
  guint n = scenario_value_n_members (value, G_N_ELEMENTS (group->types));
  const SimRules *rules = &maker->battle->rules;

  if (n == 0)
    scenario_value_error (value, SCENARIO_CODE_LENGTH, _ ("a group needs a type"));
  for (guint i = 0; i < n; i++) {
    const char *id;
    ScenarioValue member = scenario_value_nth_member (value, i, &id);
    int type = sim_rules_find_type (rules, id);

    group->counts[i] = (uint16_t) scenario_value_integer (member, 1, MAX_COUNT);
    group->types[i] = (SimTypeIndex) MAX (type, 0);
    if (maker->rules != NULL && (type < 0 || rules->types[type].side != SIM_SIDE_LEGION))
      scenario_value_key_error (member, SCENARIO_CODE_REFERENCE,
                                _ ("the rules have no Legion type “%s”"), id);
  }
}

static void
read_route (ScenarioMaker *maker, ScenarioValue value, SimGroupDef *group)
{
  ScenarioArray array;

  if (!scenario_value_is_some (value))
    return;
  array = scenario_value_array (value, 0, SIM_MAX_ROUTE);
  for (guint i = 0; i < array.n; i++)
    group->route[group->n_route++] = scenario_read_position (maker, scenario_array_get (&array, i));
}

/* It waits for an event, which is read later.  */
static void
read_call (ScenarioMaker *maker, ScenarioValue value, SimGroupDef *group)
{
  if (!scenario_value_is_some (value))
    return;
  g_array_append_val (maker->calls, value);
  group->on_event = (uint16_t) maker->calls->len;
}

/* Minds, and its part in a pattern.  */
static void
read_mind (ScenarioObject *object, SimGroupDef *group)
{
  ScenarioValue pattern;

  group->shepherd = (uint8_t) scenario_object_boolean_or (object, "shepherd", FALSE);
  group->black_sheep = (uint16_t) scenario_object_integer_or (object, "black_sheep", 0, 2000, 0);
  group->dormant = (uint8_t) scenario_object_boolean_or (object, "dormant", FALSE);
  pattern = scenario_object_get (object, "pattern");
  if (scenario_value_is_some (pattern))
    group->pattern = (uint8_t) (1 + scenario_value_choice (pattern, pattern_names,
                                                           G_N_ELEMENTS (pattern_names)));
  group->part = (uint8_t) scenario_object_choice_or (object, "part", part_names,
                                                     G_N_ELEMENTS (part_names),
                                                     SIM_PATTERN_PART_TELL);
  group->play = (uint8_t) scenario_object_integer_or (object, "play", 0, 200, 0);
}

static gboolean
needs_route (SimTask task)
{
  return task == SIM_TASK_SCOUT || task == SIM_TASK_ATTACK || task == SIM_TASK_FLANK;
}

static void
read_group (ScenarioMaker *maker, ScenarioValue value, GArray *groups)
{
  SimGroupDef group = {0};
  ScenarioObject object;

  if (!scenario_object_begin (&object, value))
    return;
  group.task = (uint8_t) scenario_value_choice (scenario_object_require (&object, "task"),
                                                task_names, G_N_ELEMENTS (task_names));
  read_types (maker, scenario_object_require (&object, "types"), &group);
  group.position = scenario_read_position (maker, scenario_object_require (&object, "position"));
  group.spread_m = (float) scenario_object_number_or (&object, "spread_m", 0, 5000, 200);
  group.arrival = scenario_read_moment (maker, scenario_object_get (&object, "arrival_s"), 0);
  read_route (maker, scenario_object_get (&object, "route"), &group);
  read_call (maker, scenario_object_get (&object, "on_event"), &group);
  read_mind (&object, &group);
  scenario_object_end (&object);
  if (group.n_route == 0 && needs_route (group.task))
    scenario_value_warning (value, SCENARIO_CODE_NO_ROUTE,
                            _ ("a group with the task “%s” and no route stays where it is"),
                            task_names[group.task]);
  g_array_append_val (groups, group);
}

static void
read_groups (ScenarioMaker *maker, ScenarioValue value, GArray *groups)
{
  ScenarioArray array = scenario_value_array (value, 0, SIM_MAX_GROUPS);

  for (guint i = 0; i < array.n; i++)
    read_group (maker, scenario_array_get (&array, i), groups);
}

static void
plan_free (gpointer data)
{
  ScenarioPlan *plan = data;

  g_free (plan->id);
  g_array_unref (plan->groups);
  g_free (plan);
}

static ScenarioPlan *
plan_new (char *id, const GArray *common)
{
  ScenarioPlan *plan = g_new0 (ScenarioPlan, 1);

  plan->id = id;
  plan->groups = g_array_new (FALSE, TRUE, sizeof (SimGroupDef));
  g_array_append_vals (plan->groups, common->data, common->len);
  return plan;
}

static void
read_plan (ScenarioMaker *maker, ScenarioValue value, const GArray *common, GPtrArray *ids)
{
  ScenarioObject object;
  ScenarioPlan *plan;
  char *id;

  scenario_object_begin (&object, value);
  id = scenario_value_id (scenario_object_require (&object, "id"));
  scenario_id_is_taken (ids, id, value);
  plan = plan_new (id, common);
  g_ptr_array_add (maker->battle->plans, plan);
  read_groups (maker, scenario_object_require (&object, "groups"), plan->groups);
  scenario_object_end (&object);
  if (plan->groups->len == 0 || plan->groups->len > SIM_MAX_GROUPS)
    scenario_value_error (value, SCENARIO_CODE_REFERENCE,
                          _ ("a plan has 1 to %1$d groups, this one %2$u"), SIM_MAX_GROUPS,
                          plan->groups->len);
}

void
scenario_read_legion (ScenarioMaker *maker, ScenarioValue value)
{
  g_autoptr (GArray) common = g_array_new (FALSE, TRUE, sizeof (SimGroupDef));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  ScenarioValue plans, groups;
  ScenarioObject object;
  ScenarioArray array;

  scenario_object_begin (&object, value);
  g_ptr_array_set_free_func (maker->battle->plans, plan_free);
  groups = scenario_object_get (&object, "groups");
  if (scenario_value_is_some (groups))
    read_groups (maker, groups, common);
  plans = scenario_object_get (&object, "plans");
  array = scenario_value_is_some (plans) ? scenario_value_array (plans, 1, MAX_PLANS)
                                         : (ScenarioArray){plans, 0};
  for (guint i = 0; i < array.n; i++)
    read_plan (maker, scenario_array_get (&array, i), common, ids);
  scenario_learning_read (scenario_object_get (&object, "learning"),
                          &maker->battle->world.learning);
  if (maker->battle->plans->len == 0)
    g_ptr_array_add (maker->battle->plans, plan_new (g_strdup ("only"), common));
  if (!scenario_value_is_some (plans) && !scenario_value_is_some (groups))
    scenario_value_error (value, SCENARIO_CODE_MISSING_KEY, _ ("“groups” or “plans” is missing"));
  scenario_object_end (&object);
}

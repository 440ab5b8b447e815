/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objectives, events and what the briefing knows.  */
#include "scenario/scenario-battle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_KNOWN 40

static const char *const objective_names[] = {
#define X(constant, name) name,
  SIM_OBJECTIVE_KIND_LIST (X)
#undef X
};

/* ---- Objectives ---------------------------------------------------------------------------- */

static void
read_area (ScenarioMaker *maker, ScenarioObject *object, SimObjectiveDef *def)
{
  def->position = scenario_read_position (maker, scenario_object_require (object, "position"));
  def->radius_m =
      (float) scenario_value_number (scenario_object_require (object, "radius_m"), 50, 20000);
}

/* What each kind of objective is measured by.  */
static void
read_measure (ScenarioMaker *maker, ScenarioObject *object, SimObjectiveDef *def)
{
  def->share = 1;
  switch (def->kind) {
  case SIM_OBJECTIVE_HOLD_AREA:
    read_area (maker, object, def);
    def->seconds =
        (float) scenario_value_number (scenario_object_require (object, "seconds"), 1, 36000);
    break;
  case SIM_OBJECTIVE_REACH:
    read_area (maker, object, def);
    def->share = (float) scenario_object_number_or (object, "share", 0.01, 1, 1);
    break;
  case SIM_OBJECTIVE_DESTROY:
    def->share =
        (float) scenario_value_number (scenario_object_require (object, "share"), 0.01, 1);
    break;
  case SIM_OBJECTIVE_SURVIVE_UNTIL:
  default:
    break;
  }
}

static ScenarioObjective
read_objective (ScenarioMaker *maker, ScenarioValue value, GPtrArray *ids)
{
  ScenarioObjective objective = {0};
  SimObjectiveDef *def = &objective.def;
  ScenarioObject object;
  int kind;

  scenario_object_begin (&object, value);
  objective.id = scenario_value_id (scenario_object_require (&object, "id"));
  scenario_id_is_taken (ids, objective.id, value);
  objective.title = scenario_read_spoken_line (maker, scenario_object_require (&object, "title"), 1,
                                               80, maker->battle->names->texts);
  objective.description =
      scenario_read_text (maker, scenario_object_get (&object, "description"), 0, 1000);
  kind = scenario_value_try_choice (scenario_object_require (&object, "kind"), objective_names,
                                    G_N_ELEMENTS (objective_names));
  if (kind < 0)
    return objective; /* which keys it should have nobody can tell */
  def->kind = (uint8_t) kind;
  read_measure (maker, &object, def);
  def->weight = (float) scenario_object_number_or (&object, "weight", 0.01, 100, 1);
  def->from = scenario_read_moment (maker, scenario_object_get (&object, "from_s"), 0);
  scenario_object_end (&object);
  if (def->kind == SIM_OBJECTIVE_HOLD_AREA &&
      def->from + SIM_SECONDS (def->seconds) > maker->battle->world.duration)
    scenario_value_error (value, SCENARIO_CODE_ORDER,
                          _ ("the battle ends before the objective can be reached"));
  return objective;
}

void
scenario_read_objectives (ScenarioMaker *maker, ScenarioValue value)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  ScenarioArray array = scenario_value_array (value, 1, SIM_MAX_OBJECTIVES);

  for (guint i = 0; i < array.n; i++) {
    ScenarioObjective objective = read_objective (maker, scenario_array_get (&array, i), ids);

    g_array_append_val (maker->battle->objectives, objective);
    g_array_append_val (maker->battle->objective_defs, objective.def);
  }
}

/* ---- Events -------------------------------------------------------------------------------- */

void
scenario_read_events (ScenarioMaker *maker, ScenarioValue value)
{
  ScenarioArray array =
      scenario_value_is_some (value) ? scenario_value_array (value, 0, SIM_MAX_EVENTS)
                                     : (ScenarioArray){value, 0};
  SimTick last = 0;

  for (guint i = 0; i < array.n; i++) {
    ScenarioValue element = scenario_array_get (&array, i);
    ScenarioObject object;
    SimEventDef event = {0};
    ScenarioValue at;

    scenario_object_begin (&object, element);
    at = scenario_object_require (&object, "at_s");
    event.at = scenario_read_moment (maker, at, 0);
    event.text = (uint16_t) maker->battle->names->texts->len;
    g_free (scenario_read_spoken_line (maker, scenario_object_require (&object, "message"), 1, 400,
                                       maker->battle->names->texts));
    scenario_object_end (&object);
    if (event.at < last)
      scenario_value_error (at, SCENARIO_CODE_ORDER, _ ("earlier than the event before it"));
    last = event.at;
    g_array_append_val (maker->battle->events, event);
  }
}

/* ---- What is known ------------------------------------------------------------------------- */

void
scenario_read_known (ScenarioMaker *maker, ScenarioValue value)
{
  ScenarioArray array =
      scenario_value_is_some (value) ? scenario_value_array (value, 0, MAX_KNOWN)
                                     : (ScenarioArray){value, 0};

  for (guint i = 0; i < array.n; i++) {
    ScenarioObject object;
    ScenarioKnown known = {.type = SIM_TYPE_UNKNOWN};
    ScenarioValue type;

    scenario_object_begin (&object, scenario_array_get (&array, i));
    type = scenario_object_get (&object, "type");
    if (scenario_value_is_some (type) && maker->rules != NULL)
      known.type = scenario_rules_type (&maker->battle->rules, type, SIM_SIDE_LEGION);
    known.count = (guint16) scenario_object_integer_or (&object, "count", 1, 500, 1);
    known.position = scenario_read_position (maker, scenario_object_require (&object, "position"));
    known.error_m = (float) scenario_object_number_or (&object, "error_m", 10, 10000, 500);
    scenario_object_end (&object);
    g_array_append_val (maker->battle->known, known);
  }
}

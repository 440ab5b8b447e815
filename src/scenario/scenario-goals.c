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

static float
read_seconds (ScenarioObject *object)
{
  return (float) scenario_value_number (scenario_object_require (object, "seconds"), 1, 36000);
}

static SimTypeIndex
read_type (ScenarioMaker *maker, ScenarioValue value, SimSide side)
{
  if (maker->rules == NULL)
    return 0;
  return scenario_rules_type (&maker->battle->rules, value, side);
}

static void
read_destroyed (ScenarioMaker *maker, ScenarioObject *object, SimObjectiveDef *def)
{
  ScenarioValue type = scenario_object_get (object, "type");

  def->share = (float) scenario_value_number (scenario_object_require (object, "share"), 0.01, 1);
  def->by_type = scenario_value_is_some (type);
  if (def->by_type)
    def->type = read_type (maker, type, SIM_SIDE_LEGION);
}

/* What each kind of objective is measured by.  */
static void
read_measure (ScenarioMaker *maker, ScenarioObject *object, SimObjectiveDef *def)
{
  def->share = 1;
  switch (def->kind) {
  case SIM_OBJECTIVE_HOLD_AREA:
    read_area (maker, object, def);
    def->seconds = read_seconds (object);
    break;
  case SIM_OBJECTIVE_DELAY:
    read_area (maker, object, def);
    def->seconds = read_seconds (object);
    def->count = (uint16_t) scenario_object_integer_or (object, "count", 1, 500, 1);
    break;
  case SIM_OBJECTIVE_REACH:
    read_area (maker, object, def);
    def->share = (float) scenario_object_number_or (object, "share", 0.01, 1, 1);
    break;
  case SIM_OBJECTIVE_ESCORT:
    read_area (maker, object, def);
    def->type = read_type (maker, scenario_object_require (object, "type"), SIM_SIDE_REPUBLIC);
    def->share = (float) scenario_object_number_or (object, "share", 0.01, 1, 1);
    break;
  case SIM_OBJECTIVE_DESTROY:
    read_destroyed (maker, object, def);
    break;
  case SIM_OBJECTIVE_SURVIVE_UNTIL:
  default:
    def->share = (float) scenario_object_number_or (object, "share", 0.01, 1, 1);
    break;
  }
}

typedef enum {
  MISSING_OBJECTIVE_BEFORE,
  MISSING_OBJECTIVE,
  MISSING_EVENT_BEFORE,
  MISSING_EVENT,
} Missing;

static void
say_missing (ScenarioValue value, Missing missing, const char *id)
{
  switch (missing) {
  case MISSING_OBJECTIVE_BEFORE:
    scenario_value_error (value, SCENARIO_CODE_REFERENCE,
                          _ ("there is no objective “%s” before this one"), id);
    break;
  case MISSING_OBJECTIVE:
    scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("there is no objective “%s”"), id);
    break;
  case MISSING_EVENT_BEFORE:
    scenario_value_error (value, SCENARIO_CODE_REFERENCE,
                          _ ("there is no event “%s” before this one"), id);
    break;
  case MISSING_EVENT:
  default:
    scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("there is no event “%s”"), id);
    break;
  }
}

/* Index of the id among the first `n`, or -1 with a problem.  */
static int
find_id (ScenarioValue value, GPtrArray *ids, guint n, Missing missing)
{
  g_autofree char *id = scenario_value_id (value);

  for (guint i = 0; i < n; i++)
    if (*id != '\0' && strcmp (g_ptr_array_index (ids, i), id) == 0)
      return (int) i;
  if (*id != '\0')
    say_missing (value, missing, id);
  return -1;
}

/* When it counts; it is the one with this index.  */
static void
read_span (ScenarioMaker *maker, ScenarioObject *object, SimObjectiveDef *def, GPtrArray *ids,
           guint index)
{
  ScenarioValue after = scenario_object_get (object, "after");

  def->weight = (float) scenario_object_number_or (object, "weight", 0.01, 100, 1);
  def->from = scenario_read_moment (maker, scenario_object_get (object, "from_s"), 0);
  def->until = scenario_read_moment (maker, scenario_object_get (object, "until_s"), 0);
  def->hidden = (uint8_t) scenario_object_boolean_or (object, "hidden", FALSE);
  if (scenario_value_is_some (after))
    def->after = (uint8_t) (find_id (after, ids, index, MISSING_OBJECTIVE_BEFORE) + 1);
}

static void
check_span (ScenarioMaker *maker, ScenarioValue value, const SimObjectiveDef *def)
{
  SimTick end = def->until > 0 ? def->until : maker->battle->world.duration;

  if ((def->kind == SIM_OBJECTIVE_HOLD_AREA || def->kind == SIM_OBJECTIVE_DELAY) &&
      def->from + SIM_SECONDS (def->seconds) > end)
    scenario_value_error (value, SCENARIO_CODE_ORDER,
                          def->until > 0
                              ? _ ("the objective is decided before it can be reached")
                              : _ ("the battle ends before the objective can be reached"));
}

static ScenarioObjective
read_objective (ScenarioMaker *maker, ScenarioValue value, GPtrArray *ids)
{
  ScenarioObjective objective = {0};
  SimObjectiveDef *def = &objective.def;
  guint index = ids->len;
  ScenarioObject object;
  int kind;

  scenario_object_begin (&object, value);
  objective.id = scenario_value_id (scenario_object_require (&object, "id"));
  scenario_id_is_taken (ids, objective.id, value);
  if (ids->len == index)
    g_ptr_array_add (ids, g_strdup ("")); /* every objective has its place */
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
  read_span (maker, &object, def, ids, index);
  scenario_object_end (&object);
  check_span (maker, value, def);
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

static const char *const condition_names[] = {
#define X(constant, name) name,
  SIM_CONDITION_LIST (X)
#undef X
};

/* Ids of the objectives read, in their order.  */
static GPtrArray *
objective_ids (ScenarioMaker *maker)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < maker->battle->objectives->len; i++)
    g_ptr_array_add (ids, g_strdup (g_array_index (maker->battle->objectives, ScenarioObjective,
                                                   i).id));
  return ids;
}

typedef struct {
  GPtrArray *objectives; /* (owned) ids */
  GPtrArray *events;     /* (owned) ids of those read, "" for one without */
  SimTick last;
} EventReader;

static void
read_circle (ScenarioMaker *maker, ScenarioObject *object, SimEventDef *event)
{
  event->position = scenario_read_position (maker, scenario_object_require (object, "position"));
  event->radius_m =
      (float) scenario_value_number (scenario_object_require (object, "radius_m"), 50, 20000);
  event->amount = (float) scenario_object_integer_or (object, "count", 1, 500, 1);
}

static uint8_t
read_step_number (ScenarioMaker *maker, ScenarioValue value)
{
  g_autofree char *id = scenario_value_id (value);
  int step = scenario_tutorial_find (maker->battle->tutorial, id);

  if (step < 0 && *id != '\0')
    scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("the tutorial has no step “%s”"), id);
  return (uint8_t) MAX (0, step);
}

/* A machine that gives out, counted from 1; 0: none.  */
static uint8_t
read_stranded (ScenarioMaker *maker, ScenarioValue value)
{
  const GArray *squadron = maker->battle->squadron;
  g_autofree char *id = scenario_value_is_some (value) ? scenario_value_id (value) : g_strdup ("");

  for (guint i = 0; i < squadron->len; i++) {
    const ScenarioMember *member = &g_array_index (squadron, ScenarioMember, i);

    if (member->def.platoon != SIM_SUPPLY_PLATOON && g_str_equal (member->machine.id, id))
      return (uint8_t) (i + 1);
  }
  if (*id != '\0')
    scenario_value_error (value, SCENARIO_CODE_REFERENCE,
                          _ ("nobody of the squadron has the id “%s”"), id);
  return 0;
}

static void
read_condition_measure (ScenarioMaker *maker, EventReader *reader, ScenarioObject *object,
                        SimEventDef *event)
{
  switch (event->condition) {
  case SIM_CONDITION_OBJECTIVE_PROGRESS:
    event->amount = (float) scenario_object_number_or (object, "progress", 0.01, 1, 1);
    event->number = (uint8_t) MAX (0, find_id (scenario_object_require (object, "objective"),
                                               reader->objectives, reader->objectives->len, MISSING_OBJECTIVE));
    break;
  case SIM_CONDITION_OBJECTIVE_LOST:
    event->number = (uint8_t) MAX (0, find_id (scenario_object_require (object, "objective"),
                                               reader->objectives, reader->objectives->len, MISSING_OBJECTIVE));
    break;
  case SIM_CONDITION_LEGION_WITHIN:
  case SIM_CONDITION_OWN_WITHIN:
    read_circle (maker, object, event);
    break;
  case SIM_CONDITION_LEGION_LOST:
    event->amount =
        (float) scenario_value_number (scenario_object_require (object, "share"), 0.01, 1);
    break;
  case SIM_CONDITION_OWN_LOST:
    event->amount =
        (float) scenario_value_integer (scenario_object_require (object, "count"), 1, 500);
    break;
  case SIM_CONDITION_STEP:
    event->number = read_step_number (maker, scenario_object_require (object, "step"));
    break;
  case SIM_CONDITION_EVENT:
    event->number = (uint8_t) MAX (0, find_id (scenario_object_require (object, "event"),
                                               reader->events, reader->events->len, MISSING_EVENT_BEFORE));
    break;
  default:
    break;
  }
}

/* "when"; without it the event is at a time.  */
static void
read_condition (ScenarioMaker *maker, EventReader *reader, ScenarioValue value, SimEventDef *event)
{
  ScenarioObject object;
  int kind;

  if (!scenario_object_begin (&object, value))
    return;
  kind = scenario_value_try_choice (scenario_object_require (&object, "kind"), condition_names + 1,
                                    G_N_ELEMENTS (condition_names) - 1);
  if (kind < 0)
    return;
  event->condition = (uint8_t) (kind + 1);
  read_condition_measure (maker, reader, &object, event);
  scenario_object_end (&object);
}

/* Objectives named in a list, as bits.  */
static uint8_t
read_objective_set (EventReader *reader, ScenarioValue value)
{
  ScenarioArray array;
  unsigned set = 0;

  if (!scenario_value_is_some (value))
    return 0;
  array = scenario_value_array (value, 1, SIM_MAX_OBJECTIVES);
  for (guint i = 0; i < array.n; i++) {
    int index = find_id (scenario_array_get (&array, i), reader->objectives, reader->objectives->len, MISSING_OBJECTIVE);

    if (index >= 0 && index < SIM_MAX_OBJECTIVES)
      set |= 1u << index;
  }
  return (uint8_t) set;
}

static void
read_event_id (ScenarioObject *object, EventReader *reader, ScenarioValue element)
{
  ScenarioValue value = scenario_object_get (object, "id");
  g_autofree char *id = scenario_value_is_some (value) ? scenario_value_id (value) : g_strdup ("");

  if (*id == '\0' || scenario_id_is_taken (reader->events, id, element))
    g_ptr_array_add (reader->events, g_strdup (""));
}

static void
read_event_moment (ScenarioMaker *maker, ScenarioObject *object, EventReader *reader,
                   ScenarioValue element, SimEventDef *event)
{
  ScenarioValue at = scenario_object_get (object, "at_s");
  ScenarioValue when = scenario_object_get (object, "when");

  if (scenario_value_is_some (when))
    read_condition (maker, reader, when, event);
  if (scenario_value_is_some (at) == scenario_value_is_some (when))
    scenario_value_error (element, SCENARIO_CODE_MISSING_KEY,
                          _ ("an event has either “at_s” or “when”"));
  if (!scenario_value_is_some (at))
    return;
  event->at = scenario_read_moment (maker, at, 0);
  if (event->at < reader->last)
    scenario_value_error (at, SCENARIO_CODE_ORDER, _ ("earlier than the event before it"));
  reader->last = event->at;
}

static void
read_event (ScenarioMaker *maker, EventReader *reader, ScenarioValue element)
{
  SimEventDef event = {.text = SIM_TEXT_NONE};
  ScenarioObject object;
  ScenarioValue message;

  scenario_object_begin (&object, element);
  read_event_moment (maker, &object, reader, element, &event);
  event.delay = scenario_read_moment (maker, scenario_object_get (&object, "after_s"), 0);
  event.give = read_objective_set (reader, scenario_object_get (&object, "give"));
  event.call_off = read_objective_set (reader, scenario_object_get (&object, "call_off"));
  event.strand = read_stranded (maker, scenario_object_get (&object, "strand"));
  message = scenario_object_get (&object, "message");
  if (scenario_value_is_some (message)) {
    event.text = (uint16_t) maker->battle->names->texts->len;
    g_free (scenario_read_spoken_line (maker, message, 1, 400, maker->battle->names->texts));
  }
  read_event_id (&object, reader, element);
  scenario_object_end (&object);
  g_array_append_val (maker->battle->events, event);
}

/* What each call waits for, once the events are known; 0 when there is none such.  */
static guint
called_event (ScenarioMaker *maker, const EventReader *reader, ScenarioValue call)
{
  int event = find_id (call, reader->events, reader->events->len, MISSING_EVENT);

  if (event < 0)
    return 0;
  if (g_array_index (maker->battle->events, SimEventDef, event).condition ==
      SIM_CONDITION_OWN_WITHIN)
    scenario_value_error (call, SCENARIO_CODE_REFERENCE,
                          _ ("the Legion does not know where the squadron is"));
  return (guint) event + 1;
}

/* The groups that wait for an event have named it before it was read.  */
static void
resolve_calls (ScenarioMaker *maker, const EventReader *reader)
{
  g_autofree guint *events = g_new0 (guint, maker->calls->len + 1);

  for (guint i = 0; i < maker->calls->len; i++)
    events[i] = called_event (maker, reader, g_array_index (maker->calls, ScenarioValue, i));
  for (guint i = 0; i < maker->battle->plans->len; i++) {
    const ScenarioPlan *plan = g_ptr_array_index (maker->battle->plans, i);

    for (guint k = 0; k < plan->groups->len; k++) {
      SimGroupDef *group = &g_array_index (plan->groups, SimGroupDef, k);

      if (group->on_event > 0)
        group->on_event = (uint16_t) events[group->on_event - 1];
    }
  }
}

void
scenario_read_events (ScenarioMaker *maker, ScenarioValue value)
{
  EventReader reader = {objective_ids (maker), g_ptr_array_new_with_free_func (g_free), 0};
  ScenarioArray array =
      scenario_value_is_some (value) ? scenario_value_array (value, 0, SIM_MAX_EVENTS)
                                     : (ScenarioArray){value, 0};

  for (guint i = 0; i < array.n; i++)
    read_event (maker, &reader, scenario_array_get (&array, i));
  resolve_calls (maker, &reader);
  g_ptr_array_unref (reader.objectives);
  g_ptr_array_unref (reader.events);
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

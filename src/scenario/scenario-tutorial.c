/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The member "tutorial" of a scenario: the steps of its lesson.  */
#include "scenario/scenario-battle.h"
#include "scenario/scenario-command.h"
#include "scenario/scenario-tutorial.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PATIENCE_S 3600
#define MOST_SPEED 60

G_STATIC_ASSERT (SIM_N_VERBS <= 32 && SIM_N_REPORT_KINDS <= 32);

#define NAME(constant, name, ...) name,
static const char *const goal_names[] = {SCENARIO_GOAL_LIST (NAME)};
static const char *const act_names[] = {SCENARIO_ACT_LIST (NAME)};
static const char *const state_names[] = {SIM_ORDER_STATE_LIST (NAME)};
static const char *const report_names[] = {SIM_REPORT_KIND_LIST (NAME)};
static const char *const phrase_names[] = {SIM_PHRASE_LIST (NAME)};
#undef NAME

static void
step_free (gpointer data)
{
  ScenarioStep *step = data;

  g_free (step->id);
  g_free (step->title);
  g_free (step->task);
  g_free (step->reason);
  g_free (step->again);
  g_free (step->passed);
  g_free (step);
}

void
scenario_tutorial_free (ScenarioTutorial *tutorial)
{
  if (tutorial == NULL)
    return;
  g_ptr_array_unref (tutorial->steps);
  g_free (tutorial);
}

/* ---- Names ----------------------------------------------------------------------------------- */

guint
scenario_n_questions (void)
{
  guint n = 0;

  while (order_phrases_key (ORDER_PHRASE_QUESTION, n) != NULL)
    n++;
  return n;
}

/* What may be asked, as the phrases' keys name it.  */
static guint
read_question (ScenarioValue value)
{
  g_autofree const char **names = g_new0 (const char *, scenario_n_questions () + 1);
  guint n = 0;

  for (const char *key; (key = order_phrases_key (ORDER_PHRASE_QUESTION, n)) != NULL; n++)
    names[n] = key;
  return scenario_value_choice (value, names, n);
}

/* Names in a list, as bits.  */
static guint32
read_set (ScenarioValue value, const char *const *names, guint n_names)
{
  ScenarioArray array = scenario_value_array (value, 1, n_names);
  guint32 set = 0;

  for (guint i = 0; i < array.n; i++)
    set |= 1u << scenario_value_choice (scenario_array_get (&array, i), names, n_names);
  return set;
}

/* ---- Goals ----------------------------------------------------------------------------------- */

static guint8
read_objective (ScenarioMaker *maker, ScenarioValue value)
{
  g_autofree char *id = scenario_value_id (value);
  const GArray *objectives = maker->battle->objectives;

  for (guint i = 0; i < objectives->len; i++)
    if (g_str_equal (g_array_index (objectives, ScenarioObjective, i).id, id))
      return (guint8) i;
  if (*id != '\0')
    scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("there is no objective “%s”"), id);
  return 0;
}

static void
read_goal_measure (ScenarioMaker *maker, ScenarioObject *object, ScenarioGoal *goal)
{
  switch ((ScenarioGoalKind) goal->kind) {
  case SCENARIO_GOAL_ASKED:
    goal->question = (guint8) read_question (scenario_object_require (object, "question"));
    break;
  case SCENARIO_GOAL_ORDERED:
    goal->verbs = read_set (scenario_object_require (object, "verbs"), scenario_verb_names,
                            SIM_N_VERBS);
    goal->state = (guint8) scenario_object_choice_or (object, "state", state_names,
                                                      SIM_N_ORDER_STATES, SIM_ORDER_READ_BACK);
    break;
  case SCENARIO_GOAL_TOLD:
    goal->reports = read_set (scenario_object_require (object, "reports"), report_names,
                              SIM_N_REPORT_KINDS);
    break;
  case SCENARIO_GOAL_SAID:
    goal->phrase = (guint16) scenario_value_choice (scenario_object_require (object, "phrase"),
                                                    phrase_names, SIM_N_PHRASES);
    break;
  case SCENARIO_GOAL_OBJECTIVE:
    goal->objective = read_objective (maker, scenario_object_require (object, "objective"));
    break;
  case SCENARIO_GOAL_CROSSED:
  case SCENARIO_GOAL_SILENT:
  case SCENARIO_GOAL_ENDED:
  case SCENARIO_N_GOALS:
    break;
  }
}

static void
read_goal (ScenarioMaker *maker, ScenarioValue value, ScenarioStep *step)
{
  ScenarioGoal goal = {.times = 1};
  ScenarioObject object;
  int kind;

  if (!scenario_object_begin (&object, value))
    return;
  kind = scenario_value_try_choice (scenario_object_require (&object, "kind"), goal_names,
                                    SCENARIO_N_GOALS);
  if (kind < 0)
    return; /* which other members there may be is not known */
  goal.kind = (guint8) kind;
  read_goal_measure (maker, &object, &goal);
  if (kind <= SCENARIO_GOAL_SAID)
    goal.times = (guint8) scenario_object_integer_or (&object, "times", 1, SCENARIO_MOST_TIMES, 1);
  goal.enough = scenario_read_moment (maker, scenario_object_get (&object, "enough_after_s"), 0);
  scenario_object_end (&object);
  step->goals[step->n_goals++] = goal;
}

/* ---- Steps ----------------------------------------------------------------------------------- */

static char *
read_optional_line (ScenarioMaker *maker, ScenarioValue value, guint max)
{
  return scenario_value_is_some (value) ? scenario_read_line (maker, value, 1, max) : g_strdup ("");
}

static void
read_step_texts (ScenarioMaker *maker, ScenarioObject *object, ScenarioStep *step)
{
  step->title = scenario_read_line (maker, scenario_object_require (object, "title"), 1, 80);
  step->task = scenario_read_line (maker, scenario_object_require (object, "task"), 1, 400);
  step->reason = read_optional_line (maker, scenario_object_get (object, "reason"), 400);
  step->again = scenario_read_line (maker, scenario_object_require (object, "again"), 1, 400);
  step->passed = read_optional_line (maker, scenario_object_get (object, "passed"), 400);
}

static void
read_step (ScenarioMaker *maker, ScenarioValue value, GPtrArray *ids, GPtrArray *steps)
{
  ScenarioStep *step;
  ScenarioObject object;
  ScenarioValue id;
  ScenarioArray goals;

  if (!scenario_object_begin (&object, value))
    return;
  step = g_new0 (ScenarioStep, 1);
  id = scenario_object_require (&object, "id");
  step->id = scenario_value_id (id);
  scenario_id_is_taken (ids, step->id, id);
  read_step_texts (maker, &object, step);
  step->patience = SIM_SECONDS (
      scenario_object_number_or (&object, "patience_s", 5, MOST_PATIENCE_S, 60));
  step->speed = scenario_object_number_or (&object, "speed", 0.5, MOST_SPEED, 1);
  step->pauses = scenario_object_boolean_or (&object, "pauses", TRUE);
  goals = scenario_value_array (scenario_object_require (&object, "goals"), 1, SCENARIO_MAX_GOALS);
  for (guint i = 0; i < goals.n; i++)
    read_goal (maker, scenario_array_get (&goals, i), step);
  scenario_object_end (&object);
  g_ptr_array_add (steps, step);
}

void
scenario_read_tutorial (ScenarioMaker *maker, ScenarioValue value)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  ScenarioTutorial *tutorial;
  ScenarioObject object;
  ScenarioArray steps;

  if (!scenario_value_is_some (value) || !scenario_object_begin (&object, value))
    return;
  tutorial = maker->battle->tutorial = g_new0 (ScenarioTutorial, 1);
  tutorial->steps = g_ptr_array_new_with_free_func (step_free);
  steps = scenario_value_array (scenario_object_require (&object, "steps"), 1, SCENARIO_MAX_STEPS);
  for (guint i = 0; i < steps.n; i++)
    read_step (maker, scenario_array_get (&steps, i), ids, tutorial->steps);
  scenario_object_end (&object);
}

int
scenario_tutorial_find (const ScenarioTutorial *tutorial, const char *id)
{
  for (guint i = 0; tutorial != NULL && i < tutorial->steps->len; i++)
    if (g_str_equal (scenario_tutorial_step (tutorial, i)->id, id))
      return (int) i;
  return -1;
}

const ScenarioTutorial *
scenario_battle_get_tutorial (const ScenarioBattle *battle)
{
  return battle->tutorial;
}

/* ---- What she does to it ---------------------------------------------------------------------- */

gboolean
scenario_act_is_fit (const ScenarioAct *act)
{
  return act->kind < SCENARIO_N_ACTS &&
         (act->kind == SCENARIO_ACT_ASKED ? act->question < scenario_n_questions ()
                                          : act->question == 0);
}

void
scenario_act_write (ScenarioWriter *writer, const char *name, const ScenarioAct *act)
{
  scenario_writer_begin_object (writer, name);
  scenario_writer_string (writer, "act", act_names[act->kind]);
  if (act->kind == SCENARIO_ACT_ASKED)
    scenario_writer_string (writer, "question",
                            order_phrases_key (ORDER_PHRASE_QUESTION, act->question));
  scenario_writer_end_object (writer);
}

ScenarioAct
scenario_act_read_value (ScenarioValue value)
{
  ScenarioAct act = {0};
  ScenarioObject object;

  if (!scenario_object_begin (&object, value))
    return act;
  act.kind = (guint8) scenario_value_choice (scenario_object_require (&object, "act"), act_names,
                                             SCENARIO_N_ACTS);
  if (act.kind == SCENARIO_ACT_ASKED)
    act.question = (guint8) read_question (scenario_object_require (&object, "question"));
  scenario_object_end (&object);
  return act;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tutor/tutor.h"

#include <string.h>

/* Data that is so old does not come any more: three of the usual intervals are a sign, a jam is more.  */
#define SILENT_S 10

struct _Tutor {
  const ScenarioTutorial *tutorial;
  guint8 step;                       /* n_steps: over */
  guint8 left;
  guint8 again;
  guint8 counts[SCENARIO_MAX_GOALS]; /* how often each goal of the step was met */
  guint32 orders[SCENARIO_MAX_GOALS]; /* the last order that counted: many machines carry out one */
  SimTick begun;
  guint32 passed, skipped;
};

Tutor *
tutor_new (const ScenarioTutorial *tutorial)
{
  Tutor *tutor = g_new0 (Tutor, 1);

  tutor->tutorial = tutorial;
  return tutor;
}

void
tutor_free (Tutor *tutor)
{
  g_free (tutor);
}

static guint
n_steps (const Tutor *tutor)
{
  return tutor->tutorial->steps->len;
}

/* The step to be done; NULL when all are over.  */
static const ScenarioStep *
step_of (const Tutor *tutor)
{
  return tutor->step < n_steps (tutor) ? scenario_tutorial_step (tutor->tutorial, tutor->step)
                                       : NULL;
}

static gboolean
is_met (const Tutor *tutor, const ScenarioStep *step, guint goal)
{
  return tutor->counts[goal] >= step->goals[goal].times;
}

static void
count (Tutor *tutor, const ScenarioStep *step, guint goal)
{
  if (!is_met (tutor, step, goal))
    tutor->counts[goal]++;
}

/* ---- From step to step ----------------------------------------------------------------------- */

static int
go_on (Tutor *tutor, guint32 *how, SimTick now)
{
  *how |= 1u << tutor->step;
  tutor->step++;
  tutor->again = 0;
  tutor->begun = now;
  memset (tutor->counts, 0, sizeof tutor->counts);
  memset (tutor->orders, 0, sizeof tutor->orders);
  return tutor->step < n_steps (tutor) ? tutor->step : TUTOR_NONE;
}

static int
pass_if_met (Tutor *tutor, const ScenarioStep *step, SimTick now)
{
  for (guint i = 0; i < step->n_goals; i++)
    if (!is_met (tutor, step, i))
      return TUTOR_NONE;
  return go_on (tutor, &tutor->passed, now);
}

/* ---- What she does ---------------------------------------------------------------------------- */

static void
take_question (Tutor *tutor, const ScenarioStep *step, guint question)
{
  gboolean wanted = FALSE;

  for (guint i = 0; i < step->n_goals; i++)
    if (step->goals[i].kind == SCENARIO_GOAL_ASKED && step->goals[i].question == question) {
      wanted = TRUE;
      count (tutor, step, i);
    }
  if (!wanted)
    tutor->again = 1;
}

int
tutor_act (Tutor *tutor, const ScenarioAct *act, SimTick now)
{
  const ScenarioStep *step = step_of (tutor);

  if (act->kind == SCENARIO_ACT_LEAVE || act->kind == SCENARIO_ACT_REJOIN)
    tutor->left = act->kind == SCENARIO_ACT_LEAVE;
  if (step == NULL || tutor->left)
    return TUTOR_NONE;
  switch ((ScenarioActKind) act->kind) {
  case SCENARIO_ACT_SKIP:
    return go_on (tutor, &tutor->skipped, now);
  case SCENARIO_ACT_ASKED:
    take_question (tutor, step, act->question);
    break;
  case SCENARIO_ACT_MISREAD:
    tutor->again = 1;
    break;
  case SCENARIO_ACT_LEAVE:
  case SCENARIO_ACT_REJOIN:
  case SCENARIO_N_ACTS:
    break;
  }
  return pass_if_met (tutor, step, now);
}

/* ---- What the battle lets out ------------------------------------------------------------------ */

/* An order that has nothing to do with the step, or that comes to nothing, is a reason to say it again.  */
static void
take_order (Tutor *tutor, const ScenarioStep *step, const SimOrderChange *change)
{
  gboolean wanted = FALSE;

  for (guint i = 0; i < step->n_goals; i++) {
    const ScenarioGoal *goal = &step->goals[i];

    if (goal->kind != SCENARIO_GOAL_ORDERED || (goal->verbs & (1u << change->command.verb)) == 0)
      continue;
    wanted = TRUE;
    if (change->state != goal->state || change->order == tutor->orders[i])
      continue;
    tutor->orders[i] = change->order;
    count (tutor, step, i);
  }
  if ((change->state == SIM_ORDER_ENTERED && !wanted) ||
      (wanted && (change->state == SIM_ORDER_REFUSED || change->state == SIM_ORDER_FAILED ||
                  change->state == SIM_ORDER_LOST)))
    tutor->again = 1;
}

static void
take_report (Tutor *tutor, const ScenarioStep *step, const SimReport *report)
{
  for (guint i = 0; i < step->n_goals; i++) {
    const ScenarioGoal *goal = &step->goals[i];

    if ((goal->kind == SCENARIO_GOAL_TOLD && (goal->reports & (1u << report->kind)) != 0) ||
        (goal->kind == SCENARIO_GOAL_SAID && goal->phrase == report->words.phrase))
      count (tutor, step, i);
  }
}

static void
take_objective (Tutor *tutor, const ScenarioStep *step, const SimObjectiveChange *change)
{
  for (guint i = 0; i < step->n_goals; i++)
    if (step->goals[i].kind == SCENARIO_GOAL_OBJECTIVE &&
        step->goals[i].objective == change->index && change->state == SIM_OBJECTIVE_DONE)
      count (tutor, step, i);
}

static void
take_end (Tutor *tutor, const ScenarioStep *step)
{
  for (guint i = 0; i < step->n_goals; i++)
    if (step->goals[i].kind == SCENARIO_GOAL_ENDED)
      count (tutor, step, i);
}

static void
take (Tutor *tutor, const ScenarioStep *step, const SimMessage *message)
{
  switch (message->kind) {
  case SIM_MESSAGE_ORDER:
    take_order (tutor, step, &message->order);
    break;
  case SIM_MESSAGE_REPORT:
    take_report (tutor, step, &message->report);
    break;
  case SIM_MESSAGE_OBJECTIVE:
    take_objective (tutor, step, &message->objective);
    break;
  case SIM_MESSAGE_ENDED:
    take_end (tutor, step);
    break;
  default:
    break;
  }
}

/* ---- What the picture shows -------------------------------------------------------------------- */

static gboolean
is_silent (const PictureView *view)
{
  for (gsize i = 0; i < view->n_own; i++) {
    const PictureOwn *own = &view->own[i];

    if (!own->known_lost && own->platoon != SIM_SUPPLY_PLATOON && own->t_fix != SIM_TICK_NEVER &&
        own->t_fix + SIM_SECONDS (SILENT_S) < view->now)
      return TRUE;
  }
  return FALSE;
}

/* With a bearing that was taken in this step.  */
static gboolean
is_crossed (const Tutor *tutor, const PictureView *view)
{
  for (gsize i = 0; i < view->n_crosses; i++)
    if (view->crosses[i].t_sensed >= tutor->begun)
      return TRUE;
  return FALSE;
}

static void
look (Tutor *tutor, const ScenarioStep *step, const PictureView *view)
{
  for (guint i = 0; i < step->n_goals; i++)
    if ((step->goals[i].kind == SCENARIO_GOAL_CROSSED && is_crossed (tutor, view)) ||
        (step->goals[i].kind == SCENARIO_GOAL_SILENT && is_silent (view)))
      tutor->counts[i] = step->goals[i].times;
}

static void
look_at_clock (Tutor *tutor, const ScenarioStep *step, SimTick now)
{
  if (now >= tutor->begun + step->patience)
    tutor->again = 1;
  for (guint i = 0; i < step->n_goals; i++)
    if (step->goals[i].enough > 0 && now >= tutor->begun + step->goals[i].enough)
      tutor->counts[i] = step->goals[i].times;
}

gboolean
tutor_wants_view (const Tutor *tutor)
{
  const ScenarioStep *step = step_of (tutor);

  for (guint i = 0; step != NULL && i < step->n_goals; i++)
    if (step->goals[i].kind == SCENARIO_GOAL_CROSSED ||
        step->goals[i].kind == SCENARIO_GOAL_SILENT)
      return TRUE;
  return FALSE;
}

int
tutor_advance (Tutor *tutor, const SimMessage *messages, gsize n_messages,
               const PictureView *view, SimTick now)
{
  const ScenarioStep *step = step_of (tutor);

  if (step == NULL || tutor->left)
    return TUTOR_NONE;
  for (gsize i = 0; i < n_messages; i++)
    take (tutor, step, &messages[i]);
  if (view != NULL)
    look (tutor, step, view);
  look_at_clock (tutor, step, now);
  return pass_if_met (tutor, step, now);
}

/* ---- Looking ----------------------------------------------------------------------------------- */

void
tutor_fill_view (const Tutor *tutor, TutorView *view)
{
  const ScenarioStep *step = step_of (tutor);

  *view = (TutorView){.n_steps = (guint8) n_steps (tutor),
                      .step = tutor->step,
                      .again = tutor->again,
                      .left = tutor->left,
                      .passed = tutor->passed,
                      .skipped = tutor->skipped};
  if (step == NULL || tutor->left)
    return;
  view->speed = step->speed;
  view->pauses = step->pauses;
  for (guint i = 0; i < step->n_goals; i++)
    if (is_met (tutor, step, i))
      view->met |= (guint8) (1u << i);
}

void
tutor_walk (BaseCodec *codec, Tutor *tutor)
{
  guint32 known;

  base_codec_u8 (codec, &tutor->step);
  base_codec_u8 (codec, &tutor->left);
  base_codec_u8 (codec, &tutor->again);
  for (guint i = 0; i < SCENARIO_MAX_GOALS; i++)
    base_codec_u8 (codec, &tutor->counts[i]);
  for (guint i = 0; i < SCENARIO_MAX_GOALS; i++)
    base_codec_u32 (codec, &tutor->orders[i]);
  base_codec_u32 (codec, &tutor->begun);
  base_codec_u32 (codec, &tutor->passed);
  base_codec_u32 (codec, &tutor->skipped);
  known = tutor->step <= n_steps (tutor) ? (1u << tutor->step) - 1 : 0;
  base_codec_fail_unless (codec, tutor->step <= n_steps (tutor) && tutor->left <= 1 &&
                                     tutor->again <= 1 &&
                                     (tutor->passed ^ tutor->skipped) == known &&
                                     (tutor->passed & tutor->skipped) == 0);
}

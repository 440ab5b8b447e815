/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objectives, events and the score.  */
#include "sim-builder.h"
#include "sim/sim-result.h"

#include <glib.h>

#define HERE_X 2000
#define HERE_Y 2000

/* ---- Score --------------------------------------------------------------------------------- */

/* The examples of the design: 21 people, nobody let down.  */
static void
test_score_examples (void)
{
  static const struct {
    float task;
    unsigned dead;
    int score;
  } examples[] = {{1, 0, 100}, {1, 4, 78}, {1, 10, 60}, {0.4f, 0, 58}, {0, 0, 30}};

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++) {
    float score = sim_result_score (examples[i].task, (float) examples[i].dead / 21, 0);

    g_assert_cmpint ((int) (score + 0.5f), ==, examples[i].score);
  }
}

static void
test_score_faults (void)
{
  float all = sim_result_score (1, 0, 0);

  g_assert_cmpfloat_with_epsilon (sim_result_score (1, 0, 1), all - 2, 0.001);
  g_assert_cmpfloat_with_epsilon (sim_result_score (1, 0, 5), all - 10, 0.001);
  g_assert_cmpfloat_with_epsilon (sim_result_score (1, 0, 500), all - 10, 0.001);
}

static void
test_outcomes (void)
{
  g_assert_cmpint (sim_result_outcome (1, 4.0f / 21), ==, SIM_OUTCOME_WON);
  g_assert_cmpint (sim_result_outcome (1, 5.0f / 21), ==, SIM_OUTCOME_HELD);
  g_assert_cmpint (sim_result_outcome (0.9f, 0), ==, SIM_OUTCOME_HELD);
  g_assert_cmpint (sim_result_outcome (0.6f, 10.0f / 21), ==, SIM_OUTCOME_HELD);
  g_assert_cmpint (sim_result_outcome (0.6f, 11.0f / 21), ==, SIM_OUTCOME_LOST);
  g_assert_cmpint (sim_result_outcome (0.59f, 0), ==, SIM_OUTCOME_LOST);
}

/* ---- Objectives ---------------------------------------------------------------------------- */

static SimObjectiveDef *
add_objective (Build *build, SimObjectiveKind kind)
{
  SimObjectiveDef *def = &build->objectives[build->n_objectives++];

  *def = (SimObjectiveDef){.kind = (uint8_t) kind,
                           .position = base_vec (HERE_X, HERE_Y),
                           .radius_m = 600,
                           .seconds = 60,
                           .share = 1,
                           .weight = 1,
                           .count = 2};
  return def;
}

static SimEventDef *
add_event (Build *build, SimCondition condition)
{
  SimEventDef *event = &build->events[build->n_events++];

  *event = (SimEventDef){.text = SIM_TEXT_NONE, .condition = (uint8_t) condition};
  return event;
}

/* Two of ours at the place; a group so far off that nothing comes of it.  */
static void
quiet_battle (Build *build)
{
  build_init (build);
  build_own (build, 0, HERE_X, HERE_Y, 0);
  build_own (build, 0, HERE_X + 60, HERE_Y, 0);
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, 4, 7600, 5600, 7600, 5600);
}

static void
assert_objective (SimWorld *world, size_t index, SimObjectiveState state, float progress)
{
  SimObjectiveChange change = sim_world_objective (world, index);

  g_assert_cmpint (change.state, ==, state);
  g_assert_cmpfloat_with_epsilon (change.progress, progress, 0.06);
}

/* Theirs stand in the place from the start: it is not ours for a second.  */
static void
test_delay (void)
{
  for (int taken = 0; taken < 2; taken++) {
    Build build;
    SimWorld *world;

    quiet_battle (&build);
    add_objective (&build, SIM_OBJECTIVE_DELAY)->position =
        taken ? base_vec (7600, 5600) : base_vec (HERE_X, 5000);
    add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->seconds = 600;
    world = build_world (&build, 1);
    build_run (world, 30);
    assert_objective (world, 0, taken ? SIM_OBJECTIVE_LOST : SIM_OBJECTIVE_OPEN, taken ? 0 : 0.5f);
    build_run (world, 40);
    assert_objective (world, 0, taken ? SIM_OBJECTIVE_LOST : SIM_OBJECTIVE_DONE, taken ? 0 : 1);
    sim_world_free (world);
  }
}

/* Partial always: what is decided by the clock keeps how far it got.  */
static void
test_until (void)
{
  Build build;
  SimWorld *world;
  SimObjectiveDef *def;

  quiet_battle (&build);
  def = add_objective (&build, SIM_OBJECTIVE_HOLD_AREA);
  def->from = SIM_SECONDS (10);
  def->until = SIM_SECONDS (40);
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->seconds = 600;
  world = build_world (&build, 1);
  build_run (world, 60);
  assert_objective (world, 0, SIM_OBJECTIVE_LOST, 0.5f);
  sim_world_free (world);
}

/* What comes after another is not counted before it, and decides the battle with it.  */
static void
test_after (void)
{
  Build build;
  SimWorld *world;
  SimObjectiveDef *first, *back;

  quiet_battle (&build);
  first = add_objective (&build, SIM_OBJECTIVE_HOLD_AREA);
  first->seconds = 40;
  back = add_objective (&build, SIM_OBJECTIVE_REACH);
  back->after = 1;
  world = build_world (&build, 1);
  build_run (world, 20);
  assert_objective (world, 1, SIM_OBJECTIVE_LATER, 0);
  build_run (world, 30);
  assert_objective (world, 0, SIM_OBJECTIVE_DONE, 1);
  assert_objective (world, 1, SIM_OBJECTIVE_DONE, 1);
  g_assert_cmpint (sim_world_result (world).outcome, ==, SIM_OUTCOME_WON);
  g_assert_cmpfloat_with_epsilon (sim_world_result (world).score, 100, 0.1);
  sim_world_free (world);
}

/* Machines of one type, not all of ours.  */
static void
test_escort (void)
{
  Build build;
  SimWorld *world;

  quiet_battle (&build);
  build.rules.types[build.rules.n_types] = build.rules.types[BUILD_WALKER];
  build.squadron[1].type = build.rules.n_types++;
  add_objective (&build, SIM_OBJECTIVE_ESCORT)->type = build.squadron[1].type;
  build.objectives[0].radius_m = 50;
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->seconds = 600;
  build.squadron[1].position = base_vec (HERE_X, HERE_Y + 20);
  build.squadron[0].position = base_vec (HERE_X, HERE_Y + 900);
  world = build_world (&build, 1);
  build_run (world, 3);
  assert_objective (world, 0, SIM_OBJECTIVE_DONE, 1);
  sim_world_free (world);
}

/* Of one type alone, or of all that fight.  */
static void
test_destroy (void)
{
  for (int by_type = 0; by_type < 2; by_type++) {
    Build build;
    SimWorld *world;
    SimObjectiveDef *def;

    quiet_battle (&build);
    build_group (&build, SIM_TASK_HOLD, BUILD_TANK, 4, 7600, 5600, 7600, 5600);
    def = add_objective (&build, SIM_OBJECTIVE_DESTROY);
    def->by_type = (uint8_t) by_type;
    def->type = BUILD_TANK;
    add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->seconds = 900;
    world = build_world (&build, 1);
    for (uint32_t i = 6; i < 9; i++) {
      world->units.alive[i] = 0;
      world->kills[world->n_kills++] = (SimKill){.victim = i};
    }
    build_run (world, 3);
    assert_objective (world, 0, SIM_OBJECTIVE_OPEN, by_type ? 0.75f : 0.375f);
    sim_world_free (world);
  }
}

/* One of five dead is still all that was asked where four fifths are; with two it is lost, though not
 * all of it.  */
static void
test_survivors (void)
{
  for (int dead = 1; dead <= 2; dead++) {
    Build build;
    SimWorld *world;
    float share = dead == 1 ? 1 : 0.75f;

    quiet_battle (&build);
    for (int i = 0; i < 3; i++)
      build_own (&build, 0, HERE_X, HERE_Y + 60 * (float) i, 0);
    add_objective (&build, SIM_OBJECTIVE_SURVIVE_UNTIL)->share = 0.8f;
    build.def.duration = SIM_SECONDS (30);
    world = build_world (&build, 1);
    for (int i = 0; i < dead; i++) {
      world->units.pilot_dead[2 + i] = 1;
      world->units.alive[2 + i] = 0;
    }
    build_run (world, 15);
    g_assert_cmpfloat_with_epsilon (sim_world_result (world).task, 0.5f * share, 0.02);
    build_run (world, 40);
    assert_objective (world, 0, dead == 1 ? SIM_OBJECTIVE_DONE : SIM_OBJECTIVE_LOST, share);
    g_assert_cmpfloat_with_epsilon (sim_world_result (world).task, share, 0.001);
    sim_world_free (world);
  }
}

/* ---- Events -------------------------------------------------------------------------------- */

/* The task changes: the first is called off and a hidden one given; what is hidden or called off
 * does not count.  */
static void
test_changed_task (void)
{
  Build build;
  SimWorld *world;
  SimEventDef *event;

  quiet_battle (&build);
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->position = base_vec (6000, 800);
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->hidden = true;
  event = add_event (&build, SIM_CONDITION_TIME);
  event->at = SIM_SECONDS (20);
  event->call_off = 1;
  event->give = 2;
  world = build_world (&build, 1);
  build_run (world, 15);
  assert_objective (world, 1, SIM_OBJECTIVE_HIDDEN, 0);
  g_assert_cmpfloat_with_epsilon (sim_world_result (world).task, 0, 0.001);
  build_run (world, 35);
  assert_objective (world, 0, SIM_OBJECTIVE_CALLED_OFF, 0);
  assert_objective (world, 1, SIM_OBJECTIVE_OPEN, 0.5f);
  g_assert_cmpfloat_with_epsilon (sim_world_result (world).task, 0.5, 0.03);
  sim_world_free (world);
}

/* A task that follows on a lost one is given before the battle could end.  */
static void
test_second_chance (void)
{
  Build build;
  SimWorld *world;
  SimEventDef *event;

  quiet_battle (&build);
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->until = SIM_SECONDS (10);
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->hidden = true;
  event = add_event (&build, SIM_CONDITION_OBJECTIVE_LOST);
  event->delay = SIM_SECONDS (15);
  event->give = 2;
  world = build_world (&build, 1);
  build_run (world, 50);
  assert_objective (world, 0, SIM_OBJECTIVE_LOST, 0.17f);
  assert_objective (world, 1, SIM_OBJECTIVE_OPEN, 0.42f);
  sim_world_free (world);
}

/* Nothing of a hidden objective leaves the world.  */
static void
test_hidden_is_silent (void)
{
  Build build;
  SimWorld *world;
  const SimMessage *messages;

  quiet_battle (&build);
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->hidden = true;
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->seconds = 600;
  world = build_world (&build, 1);
  for (int i = 0; i < 600; i++) {
    size_t n = 0;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      g_assert_false (messages[k].kind == SIM_MESSAGE_OBJECTIVE && messages[k].objective.index == 0);
  }
  sim_world_free (world);
}

static unsigned
legion_total (SimWorld *world)
{
  return sim_world_result (world).legion_total;
}

/* A wave waits for its event, and the battle waits for a wave that may come.  */
static void
test_called_wave (void)
{
  Build build;
  SimWorld *world;
  SimEventDef *event;
  size_t wave;

  quiet_battle (&build);
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->seconds = 900;
  event = add_event (&build, SIM_CONDITION_OBJECTIVE_PROGRESS);
  event->amount = 0.1f;
  event->delay = SIM_SECONDS (20);
  wave = build_group (&build, SIM_TASK_HOLD, BUILD_TANK, 3, 7600, 5600, 7600, 5600);
  build.groups[wave].on_event = 1;
  build.groups[wave].arrival = SIM_SECONDS (10);
  world = build_world (&build, 1);
  for (size_t i = 2; i < 6; i++)
    world->units.alive[i] = 0;
  build_run (world, 100);
  g_assert_cmpint (sim_world_result (world).outcome, ==, SIM_OUTCOME_UNDECIDED);
  g_assert_false (world->groups[wave].arrived);
  g_assert_cmpuint (legion_total (world), ==, 4);
  build_run (world, 30);
  g_assert_true (world->groups[wave].arrived);
  g_assert_cmpuint (legion_total (world), ==, 7);
  sim_world_free (world);
}

/* A wave that can not be called any more does not keep the battle open.  */
static void
test_wave_never_called (void)
{
  Build build;
  SimWorld *world;
  size_t wave;

  quiet_battle (&build);
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->seconds = 900;
  add_event (&build, SIM_CONDITION_OWN_LOST)->amount = 2;
  wave = build_group (&build, SIM_TASK_HOLD, BUILD_TANK, 3, 7600, 5600, 7600, 5600);
  build.groups[wave].on_event = 1;
  world = build_world (&build, 1);
  for (size_t i = 2; i < 6; i++)
    world->units.alive[i] = 0;
  build_run (world, 5);
  g_assert_cmpint (sim_world_result (world).outcome, ==, SIM_OUTCOME_WON);
  sim_world_free (world);
}

static void
prepare_condition (Build *build, SimEventDef *event, bool true_at_once)
{
  switch (event->condition) {
  case SIM_CONDITION_LEGION_WITHIN:
    event->position = true_at_once ? base_vec (7600, 5600) : base_vec (HERE_X, HERE_Y);
    break;
  case SIM_CONDITION_OWN_WITHIN:
    event->position = true_at_once ? base_vec (HERE_X, HERE_Y) : base_vec (7600, 5600);
    break;
  case SIM_CONDITION_EVENT:
    event->number = 0;
    build->events[0].at = true_at_once ? 0 : SIM_SECONDS (500);
    break;
  case SIM_CONDITION_OBJECTIVE_LOST:
    build->objectives[0].until = true_at_once ? SIM_SECONDS (1) : 0;
    break;
  case SIM_CONDITION_OBJECTIVE_PROGRESS:
    event->amount = true_at_once ? 0.001f : 0.9f;
    break;
  case SIM_CONDITION_LEGION_LOST:
    event->amount = 0.25f;
    break;
  default:
    event->at = true_at_once ? 0 : SIM_SECONDS (500);
    break;
  }
}

/* Each condition, when it holds and when it does not.  */
static void
test_conditions (void)
{
  for (unsigned condition = 0; condition < SIM_N_CONDITIONS; condition++)
    for (int held = 0; held < 2; held++) {
      Build build;
      SimWorld *world;
      SimEventDef *event;

      quiet_battle (&build);
      add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->seconds = 900;
      add_event (&build, SIM_CONDITION_TIME)->at = SIM_SECONDS (400);
      event = add_event (&build, (SimCondition) condition);
      event->radius_m = 500;
      event->amount = 1;
      prepare_condition (&build, event, held);
      world = build_world (&build, 1);
      if (held && condition == SIM_CONDITION_LEGION_LOST)
        world->units.alive[2] = 0;
      if (held && condition == SIM_CONDITION_OWN_LOST)
        world->units.alive[1] = 0;
      if (held && condition == SIM_CONDITION_STEP)
        sim_world_begin_step (world, 0);
      build_run (world, 5);
      g_test_message ("condition %u held %d", condition, held);
      g_assert_cmpint (world->events_done[1], ==, held);
      sim_world_free (world);
    }
}

/* What has happened, is due, or was given is part of the state.  */
static void
test_saved (void)
{
  Build build;
  SimWorld *world, *other;
  SimEventDef *event;
  g_autofree guint8 *bytes = NULL;
  gsize size;

  quiet_battle (&build);
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->seconds = 900;
  add_objective (&build, SIM_OBJECTIVE_HOLD_AREA)->hidden = true;
  add_event (&build, SIM_CONDITION_TIME)->give = 2;
  event = add_event (&build, SIM_CONDITION_EVENT);
  event->delay = SIM_SECONDS (30);
  event->call_off = 1;
  world = build_world (&build, 1);
  build_run (world, 10);
  sim_result_fault (world, SIM_FAULT_EMERGENCY, 0, SIM_EPOCH + 5);
  size = sim_world_save (world, NULL, 0);
  bytes = g_malloc (size);
  sim_world_save (world, bytes, size);
  other = build_world (&build, 1);
  g_assert_true (sim_world_load (other, bytes, size));
  g_assert_cmpuint (other->faults, ==, 1);
  build_run (world, 40);
  build_run (other, 40);
  assert_objective (other, 0, SIM_OBJECTIVE_CALLED_OFF, 0.045f);
  g_assert_cmphex (sim_world_hash (world), ==, sim_world_hash (other));
  sim_world_free (world);
  sim_world_free (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/result/score-examples", test_score_examples);
  g_test_add_func ("/sim/result/score-faults", test_score_faults);
  g_test_add_func ("/sim/result/outcomes", test_outcomes);
  g_test_add_func ("/sim/result/delay", test_delay);
  g_test_add_func ("/sim/result/until", test_until);
  g_test_add_func ("/sim/result/after", test_after);
  g_test_add_func ("/sim/result/escort", test_escort);
  g_test_add_func ("/sim/result/destroy", test_destroy);
  g_test_add_func ("/sim/result/survivors", test_survivors);
  g_test_add_func ("/sim/result/changed-task", test_changed_task);
  g_test_add_func ("/sim/result/second-chance", test_second_chance);
  g_test_add_func ("/sim/result/hidden-is-silent", test_hidden_is_silent);
  g_test_add_func ("/sim/result/called-wave", test_called_wave);
  g_test_add_func ("/sim/result/wave-never-called", test_wave_never_called);
  g_test_add_func ("/sim/result/conditions", test_conditions);
  g_test_add_func ("/sim/result/saved", test_saved);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tutorial battle, learnt through the order line alone: as somebody does who follows it, who errs and skips, who
 * leaves and comes back, and who does nothing at all.  Whatever they do, nobody dies.  */
#include "engine/engine-core-private.h"
#include "engine/engine-replayer.h"
#include "engine/engine-save-private.h"

#include <string.h>

#define BATTLE "three-fords"
#define N_STEPS 9

typedef struct {
  ScenarioBattle *scenario; /* (owned) */
  OrderBook *book;          /* (owned) */
  PictureView *view;        /* (owned) */
  EngineCore *core;         /* (owned) */
} Learner;

static void
learner_begin (Learner *learner, guint64 seed)
{
  EngineCoreOptions options = {.seed = seed, .difficulty = SIM_DIFFICULTY_GUIDED};
  g_autoptr (GError) error = NULL;

  learner->scenario = scenario_battle_load (BATTLE, &error);
  g_assert_no_error (error);
  learner->book = scenario_battle_book (learner->scenario, "en", &error);
  g_assert_no_error (error);
  learner->view = g_new0 (PictureView, 1);
  learner->core = engine_core_new (learner->scenario, &options, &error);
  g_assert_no_error (error);
}

static void
learner_end (Learner *learner)
{
  engine_core_free (learner->core);
  order_book_unref (learner->book);
  scenario_battle_unref (learner->scenario);
  g_free (learner->view);
}

static TutorView
lesson_of (const Learner *learner)
{
  TutorView view;

  tutor_fill_view (learner->core->tutor, &view);
  return view;
}

static SimResult
result_of (const Learner *learner)
{
  return sim_world_result (engine_core_world (learner->core));
}

static void
act (Learner *learner, ScenarioActKind kind)
{
  ScenarioAct done = {.kind = (guint8) kind};

  g_assert_true (engine_core_act (learner->core, &done));
}

/* A line as it is typed: a question, an order, or neither.  */
static void
say (Learner *learner, const char *text)
{
  ScenarioAct heard = {.kind = SCENARIO_ACT_MISREAD};
  g_autoptr (OrderReading) reading = NULL;
  int question;

  engine_core_fill_view (learner->core, learner->view);
  question = order_question (learner->book, learner->view, text);
  if (question >= 0) {
    heard = (ScenarioAct){SCENARIO_ACT_ASKED, (guint8) question};
    g_assert_true (engine_core_act (learner->core, &heard));
    return;
  }
  reading = order_parse (learner->book, learner->view, NULL, text);
  if (reading->problem == ORDER_OK)
    engine_core_submit (learner->core, &reading->command);
  else
    g_assert_true (engine_core_act (learner->core, &heard));
}

/* Lets so much time pass, at most until the step is another.  */
static void
wait (Learner *learner, double seconds)
{
  const guint step = lesson_of (learner).step;
  const SimTick until = engine_core_tick (learner->core) + SIM_SECONDS (seconds);

  while (engine_core_tick (learner->core) < until && lesson_of (learner).step == step &&
         engine_core_step (learner->core))
    ;
}

/* What the pages say is to be typed, and when.  */
static const struct {
  guint step;
  double after_s; /* since the line before, or the step began */
  const char *says;
} lines[] = {
    {0, 20, "situation"},
    {1, 5, "Second Platoon, scout to C05 careful"},
    {2, 90, "read track 1"},
    {2, 5, "Second Platoon, report contact"},
    {3, 20, "Second Platoon, fall back to Point 12"},
    {4, 10, "First Platoon, expect track 1 from the east"},
    {5, 30, "who is silent"},
    {6, 5, "Curlew, listen"},
    {6, 45, "Curlew, move to C03"},
    {6, 240, "Curlew, listen"},
    {7, 10, "Teal, rescue Siskin"},
    {7, 10, "First Platoon, promise resupply in 10 minutes"},
    {7, 10, "Otter, resupply First Platoon"},
    {8, 5, "all units, fall back to Depot"},
};

/* Does a step as it says, and the rest of its time waits.  */
static void
follow_step (Learner *learner, guint step)
{
  g_assert_cmpuint (lesson_of (learner).step, ==, step);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    if (lines[i].step != step)
      continue;
    wait (learner, lines[i].after_s);
    say (learner, lines[i].says);
  }
  if (lesson_of (learner).step == step)
    wait (learner, 900);
  g_test_message ("%4.0f s: step %u is over", (double) engine_core_tick (learner->core) / 10, step + 1);
  g_assert_cmpuint (lesson_of (learner).step, ==, step + 1);
}

static void
assert_everyone_lives (const Learner *learner)
{
  SimResult result = result_of (learner);

  g_assert_cmpuint (result.squadron_lost, ==, 0);
  g_assert_cmpuint (result.squadron_alive, ==, 5);
}

/* ---- Stories ----------------------------------------------------------------------------------- */

static void
test_story (void)
{
  for (guint64 seed = 1; seed <= 24; seed++) {
    Learner learner;
    TutorView lesson;
    g_autoptr (ScenarioReplay) replay = NULL;
    g_autoptr (EngineReplayer) replayer = NULL;
    g_autoptr (EngineMoment) end = NULL;
    g_autoptr (GError) error = NULL;

    learner_begin (&learner, seed);
    for (guint step = 0; step < N_STEPS; step++)
      follow_step (&learner, step);
    lesson = lesson_of (&learner);
    g_assert_cmpuint (lesson.passed, ==, (1u << N_STEPS) - 1);
    g_assert_cmpuint (lesson.skipped, ==, 0);
    g_assert_true (engine_core_is_finished (learner.core));
    g_assert_cmpint (result_of (&learner).outcome, ==, SIM_OUTCOME_WON);
    assert_everyone_lives (&learner);

    /* What she asked is in the log: without it the battle would wait for her at the first step.  */
    replay = engine_core_dup_replay (learner.core);
    replayer = engine_replayer_new (replay, &error);
    g_assert_no_error (error);
    engine_replayer_seek (replayer, replay->end);
    end = engine_replayer_take_moment (replayer);
    g_assert_cmphex (engine_moment_get_hash (end), ==, engine_core_hash (learner.core));
    learner_end (&learner);
  }
}

/* The wrong question, a line that is nothing, an order of another kind: it is said again, once, and nothing is lost.  */
static void
test_errors (void)
{
  static const char *const wrong[] = {"what is new", "please do the thing", "all units, cease fire"};

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    Learner learner;

    learner_begin (&learner, 5);
    wait (&learner, 12);
    g_assert_false (lesson_of (&learner).again);
    say (&learner, wrong[i]);
    wait (&learner, 1);
    g_assert_true (lesson_of (&learner).again);
    g_assert_cmpuint (lesson_of (&learner).step, ==, 0);
    g_assert_cmpuint (lesson_of (&learner).met, ==, 1); /* she was told something */
    say (&learner, "situation");
    g_assert_cmpuint (lesson_of (&learner).step, ==, 1);
    g_assert_false (lesson_of (&learner).again);
    wait (&learner, 59);
    g_assert_false (lesson_of (&learner).again);
    wait (&learner, 2); /* and who does nothing for a while hears it again */
    g_assert_true (lesson_of (&learner).again);
    follow_step (&learner, 1);
    learner_end (&learner);
  }
}

static void
test_skipping (void)
{
  Learner learner;
  guint64 hash;

  learner_begin (&learner, 6);
  act (&learner, SCENARIO_ACT_SKIP); /* before the first tick */
  g_assert_cmpuint (lesson_of (&learner).step, ==, 1);
  act (&learner, SCENARIO_ACT_LEAVE);
  g_assert_true (lesson_of (&learner).left);
  say (&learner, "Second Platoon, scout to C05 careful");
  wait (&learner, 120);
  g_assert_cmpuint (lesson_of (&learner).step, ==, 1); /* the lesson rests */
  act (&learner, SCENARIO_ACT_SKIP);
  g_assert_cmpuint (lesson_of (&learner).step, ==, 1);
  act (&learner, SCENARIO_ACT_REJOIN);
  follow_step (&learner, 1);
  for (guint step = 2; step < N_STEPS; step++) {
    wait (&learner, 30);
    act (&learner, SCENARIO_ACT_SKIP);
  }
  g_assert_cmpuint (lesson_of (&learner).step, ==, N_STEPS);
  g_assert_cmpuint (lesson_of (&learner).passed, ==, 1u << 1);
  g_assert_cmpuint (lesson_of (&learner).skipped, ==, ((1u << N_STEPS) - 1) & ~(1u << 1));
  hash = engine_core_hash (learner.core);
  act (&learner, SCENARIO_ACT_SKIP); /* nothing is left to skip */
  g_assert_cmphex (engine_core_hash (learner.core), ==, hash);
  say (&learner, "all units, fall back to Depot");
  engine_core_run (learner.core, SIM_TICK_NEVER);
  g_assert_cmpint (result_of (&learner).outcome, ==, SIM_OUTCOME_WON);
  assert_everyone_lives (&learner);
  learner_end (&learner);
}

/* ---- Coming back ------------------------------------------------------------------------------- */

static void
assert_same_lesson (const Learner *one, const Learner *other)
{
  TutorView a = lesson_of (one), b = lesson_of (other);

  g_assert_cmpuint (a.step, ==, b.step);
  g_assert_cmpuint (a.met, ==, b.met);
  g_assert_cmpint (a.again, ==, b.again);
  g_assert_cmpuint (a.passed, ==, b.passed);
  g_assert_cmpuint (a.skipped, ==, b.skipped);
}

/* Saved in the middle of a step, with one of its goals met, it goes on there and to the same end.  */
static void
test_resuming (void)
{
  for (guint at = 0; at < N_STEPS; at++) {
    Learner straight, resumed;
    g_autoptr (ScenarioSave) save = NULL;
    g_autoptr (GError) error = NULL;

    learner_begin (&straight, 7);
    for (guint step = 0; step < at; step++)
      follow_step (&straight, step);
    for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
      if (lines[i].step == at) {
        wait (&straight, lines[i].after_s);
        if (at != 0)
          say (&straight, lines[i].says);
        break;
      }
    save = engine_save_take (straight.core);
    learner_begin (&resumed, 7);
    engine_core_free (resumed.core);
    resumed.core = engine_save_resume (save, resumed.scenario, &error);
    g_assert_no_error (error);
    assert_same_lesson (&straight, &resumed);
    engine_core_run (straight.core, engine_core_tick (straight.core) + 3000);
    engine_core_run (resumed.core, engine_core_tick (resumed.core) + 3000);
    g_assert_cmphex (engine_core_hash (straight.core), ==, engine_core_hash (resumed.core));
    assert_same_lesson (&straight, &resumed);
    learner_end (&straight);
    learner_end (&resumed);
  }
}

/* ---- Nobody dies -------------------------------------------------------------------------------- */

/* By the rules: nothing that the Legion has here goes through the thinnest armour of a machine with somebody in it, by a
 * tenth for luck; and nobody is on foot but under cover.  */
static void
test_harmless (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load (BATTLE, &error);
  const SimRules *rules;
  float thinnest = 1000;

  g_assert_no_error (error);
  rules = &scenario->rules;
  for (gsize i = 0; i < scenario->world.n_squadron; i++) {
    const SimUnitType *type = &rules->types[scenario->world.squadron[i].type];

    if (scenario->world.squadron[i].platoon != SIM_SUPPLY_PLATOON)
      thinnest = MIN (MIN (thinnest, MIN (type->armour_front_mm, type->armour_side_mm)),
                      MIN (type->armour_rear_mm, type->armour_top_mm));
  }
  for (gsize g = 0; g < scenario->world.n_groups; g++)
    for (guint t = 0; t < G_N_ELEMENTS (scenario->world.groups[g].types); t++) {
      const SimUnitType *type = &rules->types[scenario->world.groups[g].types[t]];

      for (guint w = 0; scenario->world.groups[g].counts[t] > 0 && w < type->n_weapons; w++) {
        const SimWeapon *weapon = &rules->weapons[type->weapons[w]];

        g_assert_cmpfloat (1.1f * weapon->penetration_mm, <, thinnest);
        g_assert_cmpfloat (weapon->splinters_mm, <, thinnest);
      }
    }
}

/* Who skips to a step and then does nothing: nobody dies in it, and it waits.  */
static void
test_idle (gconstpointer data)
{
  const guint n_seeds = GPOINTER_TO_UINT (data);

  for (guint step = 0; step <= N_STEPS; step++)
    for (guint64 seed = 0; seed < n_seeds; seed++) {
      Learner learner;

      learner_begin (&learner, seed * 1000 + step);
      for (guint i = 0; i < step; i++) {
        wait (&learner, 20 + 10 * (double) (seed % 7));
        if (lesson_of (&learner).step == i)
          act (&learner, SCENARIO_ACT_SKIP);
      }
      engine_core_run (learner.core, engine_core_tick (learner.core) + SIM_SECONDS (1500));
      assert_everyone_lives (&learner);
      if (step < N_STEPS) {
        g_assert_cmpuint (lesson_of (&learner).step, ==, step);
        g_assert_false (engine_core_is_finished (learner.core));
      }
      learner_end (&learner);
    }
}

/* Whoever plays it, to its end: the staff officers, who know of no lesson, and nobody.  */
static void
test_staff (void)
{
  for (guint64 seed = 0; seed < 6; seed++) {
    EngineCoreOptions options = {.seed = seed, .staff = (StaffKind) (seed % 3)};
    g_autoptr (GError) error = NULL;
    g_autoptr (ScenarioBattle) scenario = scenario_battle_load (BATTLE, &error);
    g_autoptr (EngineCore) core = engine_core_new (scenario, &options, &error);

    g_assert_no_error (error);
    engine_core_run (core, SIM_TICK_NEVER);
    g_assert_true (engine_core_is_finished (core));
    g_assert_cmpuint (sim_world_result (engine_core_world (core)).squadron_lost, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/story", test_story);
  g_test_add_func ("/lesson/errors", test_errors);
  g_test_add_func ("/lesson/skipping", test_skipping);
  g_test_add_func ("/lesson/resuming", test_resuming);
  g_test_add_func ("/lesson/harmless", test_harmless);
  g_test_add_data_func ("/lesson/idle", GUINT_TO_POINTER (g_test_slow () ? 60 : 6), test_idle);
  g_test_add_func ("/lesson/staff", test_staff);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How good a picture is: who stands for whom, the figures, and that a save keeps them.  */
#include "engine/engine-core-private.h"
#include "engine/engine-player.h"
#include "engine/engine-run.h"
#include "engine/engine-save-private.h"

#include <math.h>

typedef struct {
  EngineQuality quality;
  EngineQualityRoom room;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  engine_quality_room_init (&fixture->room);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  engine_quality_room_clear (&fixture->room);
}

static void
believe (Fixture *fixture, float x, guint places)
{
  EngineBelieved track = {base_vec (x, 0), places};

  g_array_append_val (fixture->room.tracks, track);
}

static void
enemy (Fixture *fixture, float x, gboolean near)
{
  EngineEnemy one = {base_vec (x, 0), (guint16) near, FALSE};

  g_array_append_val (fixture->room.enemies, one);
}

static EngineQualityFigures
compare (Fixture *fixture)
{
  engine_quality_compare (&fixture->quality, &fixture->room);
  return engine_quality_figures (&fixture->quality);
}

static void
assert_known (Fixture *fixture, guint index, gboolean known)
{
  g_assert_cmpint (g_array_index (fixture->room.enemies, EngineEnemy, index).known, ==, known);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  EngineQualityFigures figures = compare (fixture);

  g_assert_true (isnan (figures.enemies_known) && isnan (figures.near_enemies_known));
  g_assert_true (isnan (figures.track_error_m) && isnan (figures.tracks_empty));
  g_assert_true (isnan (figures.own_fix_error_m) && isnan (figures.own_ghost_error_m));
  g_assert_true (isnan (figures.report_delay_median_s) && isnan (figures.report_delay_p95_s));
}

/* A nearer pair takes what a farther one would have had; each enemy and each track once.  */
static void
test_one_to_one (Fixture *fixture, gconstpointer data)
{
  EngineQualityFigures figures;

  believe (fixture, 1000, 1);
  believe (fixture, 1300, 1);
  enemy (fixture, 1200, TRUE); /* 200 m of the first, 100 m of the second */
  enemy (fixture, 1450, TRUE); /* 150 m of the second, which is taken; 450 m of the first */
  enemy (fixture, 1460, TRUE);
  figures = compare (fixture);
  assert_known (fixture, 0, TRUE);
  assert_known (fixture, 1, TRUE);
  assert_known (fixture, 2, FALSE);
  g_assert_cmpfloat_with_epsilon (figures.enemies_known, 2.0 / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.track_error_m, (450 + 100) / 2.0, 1e-3);
  g_assert_cmpfloat (figures.tracks_empty, ==, 0);
}

static void
test_gate (Fixture *fixture, gconstpointer data)
{
  EngineQualityFigures figures;

  believe (fixture, 0, 1);
  believe (fixture, 5000, 1);
  enemy (fixture, ENGINE_GATE_M, FALSE);
  enemy (fixture, 5000 + ENGINE_GATE_M + 1, TRUE);
  figures = compare (fixture);
  g_assert_cmpfloat (figures.enemies_known, ==, 0.5);
  g_assert_cmpfloat (figures.near_enemies_known, ==, 0); /* the one known is not near */
  g_assert_cmpfloat (figures.tracks_empty, ==, 0.5);
  g_assert_cmpfloat (figures.track_error_m, ==, ENGINE_GATE_M); /* the empty one has none */
}

/* A track of three stands for the three nearest; its error is that of their middle.  */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  EngineQualityFigures figures;

  believe (fixture, 100, 3);
  enemy (fixture, 0, TRUE);
  enemy (fixture, 150, TRUE);
  enemy (fixture, 300, TRUE);
  enemy (fixture, 310, TRUE);
  figures = compare (fixture);
  assert_known (fixture, 3, FALSE);
  g_assert_cmpfloat (figures.enemies_known, ==, 0.75);
  g_assert_cmpfloat (figures.track_error_m, ==, 50);
}

static void
heard_after (Fixture *fixture, SimTick delay)
{
  SimMessage message = {.kind = SIM_MESSAGE_REPORT, .t = 5000};

  message.report.t_sensed = 1000;
  message.report.t_heard = 1000 + delay;
  engine_quality_take (&fixture->quality, &message);
}

static void
test_delays (Fixture *fixture, gconstpointer data)
{
  EngineQualityFigures figures;

  for (SimTick i = 1; i <= 100; i++)
    heard_after (fixture, i);
  figures = engine_quality_figures (&fixture->quality);
  g_assert_cmpfloat (figures.report_delay_median_s, ==, 5.0);
  g_assert_cmpfloat (figures.report_delay_p95_s, ==, 9.5);
  for (SimTick i = 0; i < 100; i++)
    heard_after (fixture, 4000);
  figures = engine_quality_figures (&fixture->quality);
  g_assert_cmpfloat (figures.report_delay_p95_s, ==, 90);
}

/* ---- In a battle --------------------------------------------------------------------------- */

static EngineCore *
begin (ScenarioBattle *scenario)
{
  EngineCoreOptions options = {3, SIM_DIFFICULTY_STANDARD, STAFF_GOOD, 0};
  GError *error = NULL;
  EngineCore *core = engine_core_new (scenario, &options, &error);

  g_assert_no_error (error);
  return core;
}

/* While data comes in, own machines are where she thinks; of the enemy she knows some.  */
static void
test_battle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  g_autoptr (EngineCore) core = begin (scenario);
  EngineQualityFigures figures;

  engine_core_run (core, SIM_SECONDS (60));
  g_assert_cmpuint (core->quality.own, ==, 60 * scenario->world.n_squadron);
  engine_core_run (core, SIM_TICK_NEVER);
  figures = engine_quality_figures (&core->quality);
  g_assert_cmpfloat (figures.enemies_known, >, 0);
  g_assert_cmpfloat (figures.enemies_known, <=, figures.near_enemies_known);
  g_assert_cmpfloat (figures.near_enemies_known, <=, 1);
  g_assert_cmpfloat (figures.track_error_m, >, 0);
  g_assert_cmpfloat (figures.track_error_m, <=, ENGINE_GATE_M);
  g_assert_cmpfloat (figures.own_fix_error_m, >, 0);
  g_assert_cmpfloat (figures.own_fix_error_m, <, 1000);
  g_assert_cmpfloat (figures.report_delay_median_s, <=, figures.report_delay_p95_s);
}

/* A battle that was saved in its middle has the figures of one that was not.  */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  g_autoptr (EngineCore) whole = begin (scenario), first = begin (scenario), second = NULL;
  g_autoptr (ScenarioSave) save = NULL;
  g_autoptr (GError) error = NULL;

  engine_core_run (whole, SIM_TICK_NEVER);
  engine_core_run (first, SIM_SECONDS (80.3));
  g_assert_cmpuint (first->quality.tracks, >, 0);
  save = engine_save_take (first);
  second = engine_save_resume (save, scenario, &error);
  g_assert_no_error (error);
  engine_core_run (second, SIM_TICK_NEVER);
  g_assert_cmpmem (&whole->quality, sizeof whole->quality, &second->quality,
                   sizeof second->quality);
  g_assert_cmpmem (whole->pacing.decisions, sizeof whole->pacing.decisions,
                   second->pacing.decisions, sizeof second->pacing.decisions);
  g_assert_cmpmem (whole->pacing.contact_gaps->data, whole->pacing.contact_gaps->len * 4,
                   second->pacing.contact_gaps->data, second->pacing.contact_gaps->len * 4);
  g_assert_cmpmem (whole->pacing.quiet_gaps->data, whole->pacing.quiet_gaps->len * 4,
                   second->pacing.quiet_gaps->data, second->pacing.quiet_gaps->len * 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add ("/engine/quality/" path, Fixture, NULL, set_up, func, tear_down)
  TEST ("nothing", test_nothing);
  TEST ("one-to-one", test_one_to_one);
  TEST ("gate", test_gate);
  TEST ("groups", test_groups);
  TEST ("delays", test_delays);
  TEST ("battle", test_battle);
  TEST ("save", test_save);
#undef TEST
  return g_test_run ();
}

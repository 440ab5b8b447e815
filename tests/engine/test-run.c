/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Battles without a window: the same every time, in any number of threads, and from a replay.  */
#include "engine/engine-run.h"
#include "engine/engine-truth.h"
#include "scenario/scenario-truth.h"

static ScenarioBattle *
load_training (void)
{
  GError *error = NULL;
  ScenarioBattle *scenario = scenario_battle_load ("training", &error);

  g_assert_no_error (error);
  return scenario;
}

static EngineRun *
run (ScenarioBattle *scenario, const EngineRunOptions *options)
{
  GError *error = NULL;
  EngineRun *result = engine_run (scenario, options, &error);

  g_assert_no_error (error);
  return result;
}

static EngineRunOptions
with_staff (ScenarioBattle *scenario)
{
  EngineRunOptions options = engine_run_options_default (scenario);

  options.staff = STAFF_BASIC;
  options.want_replay = TRUE;
  return options;
}

static void
test_same_twice (void)
{
  g_autoptr (ScenarioBattle) scenario = load_training ();
  EngineRunOptions options = with_staff (scenario);
  g_autoptr (EngineRun) first = run (scenario, &options);
  g_autoptr (EngineRun) second = run (scenario, &options);
  g_autoptr (EngineRun) other = NULL;

  g_assert_cmpuint (first->result.hash, ==, second->result.hash);
  g_assert_cmpuint (first->result.picture_hash, ==, second->result.picture_hash);
  g_assert_cmpuint (first->result.lines->len, ==, second->result.lines->len);
  options.seed++;
  other = run (scenario, &options);
  g_assert_cmpuint (first->result.hash, !=, other->result.hash);
}

static void
test_until (void)
{
  g_autoptr (ScenarioBattle) scenario = load_training ();
  EngineRunOptions options = engine_run_options_default (scenario);
  g_autoptr (EngineRun) whole = run (scenario, &options), part = NULL;
  g_autoptr (GError) error = NULL;
  guint64 hash;

  options.until = 300;
  part = run (scenario, &options);
  g_assert_cmpint (part->result.outcome, ==, SIM_OUTCOME_UNDECIDED);
  g_assert_cmpuint (part->result.duration_s, ==, 30);
  g_assert_true (engine_run_hash (scenario, &options, &hash, &error));
  g_assert_cmpuint (hash, ==, part->result.hash);
  /* A finished world does not change.  */
  options.until = 10000000;
  g_assert_true (engine_run_hash (scenario, &options, &hash, &error));
  g_assert_cmpuint (hash, ==, whole->result.hash);
}

/* ---- Orders of a file ---------------------------------------------------------------------- */

static ScenarioOrder *
order_at (SimTick at, const char *say)
{
  ScenarioOrder *order = g_new0 (ScenarioOrder, 1);

  order->at = at;
  order->say = g_strdup (say);
  return order;
}

static void
test_orders (void)
{
  g_autoptr (ScenarioBattle) scenario = load_training ();
  EngineRunOptions options = engine_run_options_default (scenario);
  g_autoptr (GPtrArray) orders =
      g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_order_free);
  g_autoptr (EngineRun) done = NULL;
  const ScenarioReplayCommand *command;

  g_ptr_array_add (orders, order_at (0, "Heron, report position"));
  g_ptr_array_add (orders, order_at (123, "Magpie, dance"));
  g_ptr_array_add (orders, order_at (250, "Magpie, move to C03"));
  g_ptr_array_add (orders, order_at (9000000, "Heron, hold"));
  options.orders = orders;
  options.want_replay = TRUE;
  done = run (scenario, &options);
  g_assert_cmpuint (done->result.orders_given, ==, 2);
  g_assert_cmpuint (done->replay->commands->len, ==, 2);
  command = &g_array_index (done->replay->commands, ScenarioReplayCommand, 0);
  g_assert_cmpuint (command->tick, ==, 0);
  g_assert_cmpuint (command->command.id, ==, 1);
  command++;
  g_assert_cmpuint (command->tick, ==, 250);
  g_assert_cmpint (command->command.verb, ==, SIM_VERB_MOVE);
  g_assert_cmpuint (command->command.id, ==, 2);
  g_assert_cmpuint (done->problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (done->problems, 0), "12.3"));
  g_assert_nonnull (strstr (g_ptr_array_index (done->problems, 0), "Magpie, dance"));
}

/* ---- Batches ------------------------------------------------------------------------------- */

typedef struct {
  guint64 next;
  GArray *hashes;
  guint stop_after;
} Reader;

static gboolean
read_one (guint64 seed, const EngineRun *result, gpointer data)
{
  Reader *reader = data;

  g_assert_cmpuint (seed, ==, reader->next++);
  g_array_append_val (reader->hashes, result->result.hash);
  return reader->hashes->len != reader->stop_after;
}

static GArray *
batch (ScenarioBattle *scenario, guint jobs, guint stop_after)
{
  EngineRunOptions options = engine_run_options_default (scenario);
  Reader reader = {.next = 5, .stop_after = stop_after};
  g_autoptr (GError) error = NULL;

  options.want_words = FALSE;
  options.staff = STAFF_BASIC;
  options.until = 500;
  reader.hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_assert_true (engine_run_batch (scenario, &options, 5, 24, jobs, read_one, &reader, &error));
  g_assert_no_error (error);
  return reader.hashes;
}

static void
test_batch_same_for_any_jobs (void)
{
  g_autoptr (ScenarioBattle) scenario = load_training ();
  g_autoptr (GArray) alone = batch (scenario, 1, 0);
  const guint jobs[] = {2, 7, 40};

  g_assert_cmpuint (alone->len, ==, 20);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++) {
    g_autoptr (GArray) together = batch (scenario, jobs[i], 0);

    g_assert_cmpmem (alone->data, alone->len * sizeof (guint64), together->data,
                     together->len * sizeof (guint64));
  }
}

static void
test_batch_stops (void)
{
  g_autoptr (ScenarioBattle) scenario = load_training ();
  g_autoptr (GArray) hashes = batch (scenario, 3, 4);

  g_assert_cmpuint (hashes->len, ==, 4);
}

/* ---- Replays ------------------------------------------------------------------------------- */

static void
test_replay_verifies (void)
{
  g_autoptr (ScenarioBattle) scenario = load_training ();
  EngineRunOptions options = with_staff (scenario);
  g_autoptr (EngineRun) recorded = run (scenario, &options);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (recorded->replay->commands->len, >, 0);
  g_assert_cmpuint (recorded->replay->hashes->len, >, 10);
  g_assert_true (engine_replay_verify (recorded->replay, &error));
  g_assert_no_error (error);
}

typedef void (*Spoil) (ScenarioReplay *replay);

static void
spoil_world_hash (ScenarioReplay *replay)
{
  g_array_index (replay->hashes, ScenarioReplayHash, 3).world ^= 1;
}

static void
spoil_picture_hash (ScenarioReplay *replay)
{
  g_array_index (replay->hashes, ScenarioReplayHash, 3).picture ^= 1;
}

static void
spoil_seed (ScenarioReplay *replay)
{
  replay->seed++;
}

static void
spoil_order (ScenarioReplay *replay)
{
  g_array_index (replay->commands, ScenarioReplayCommand, 0).tick += 1;
}

static void
spoil_content (ScenarioReplay *replay)
{
  replay->content_hash[0] = replay->content_hash[0] == 'a' ? 'b' : 'a';
}

static void
spoil_unit (ScenarioReplay *replay)
{
  SimCommand *command = &g_array_index (replay->commands, ScenarioReplayCommand, 0).command;

  command->addressees[0] = (SimAddressee){SIM_ADDRESSEE_UNIT, 4000000000u};
}

static void
spoil_number (ScenarioReplay *replay)
{
  g_array_index (replay->commands, ScenarioReplayCommand, 1).command.id =
      g_array_index (replay->commands, ScenarioReplayCommand, 0).command.id;
}

static void
spoil_end (ScenarioReplay *replay)
{
  ScenarioReplayHash late = {.tick = replay->end + 100};

  replay->end += 100;
  g_array_append_val (replay->hashes, late);
}

static void
spoil_all_hashes (ScenarioReplay *replay)
{
  g_array_set_size (replay->hashes, 0);
}

static void
test_replay_differs (void)
{
  static const struct {
    Spoil spoil;
    EngineError code;
  } cases[] = {
      {spoil_world_hash, ENGINE_ERROR_DIFFERS}, {spoil_picture_hash, ENGINE_ERROR_DIFFERS},
      {spoil_seed, ENGINE_ERROR_DIFFERS},       {spoil_order, ENGINE_ERROR_DIFFERS},
      {spoil_content, ENGINE_ERROR_CONTENT},    {spoil_unit, ENGINE_ERROR_REPLAY},
      {spoil_number, ENGINE_ERROR_REPLAY},      {spoil_end, ENGINE_ERROR_DIFFERS},
      {spoil_all_hashes, ENGINE_ERROR_REPLAY},
  };
  g_autoptr (ScenarioBattle) scenario = load_training ();
  EngineRunOptions options = with_staff (scenario);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EngineRun) recorded = run (scenario, &options);
    g_autoptr (GError) error = NULL;

    g_assert_cmpuint (recorded->replay->commands->len, >, 1);
    cases[i].spoil (recorded->replay);
    g_assert_false (engine_replay_verify (recorded->replay, &error));
    g_assert_error (error, ENGINE_ERROR, (int) cases[i].code);
  }
}

/* In whatever order the moments are visited, they are the same, and so is the way on from them.  */
static void
test_replay_seek_anywhere (void)
{
  const SimTick moments[] = {0, 700, 299, 300, 301, 1200, 5, 900, 600, 1201, 0, 1100};
  g_autoptr (ScenarioBattle) scenario = load_training ();
  EngineRunOptions options = with_staff (scenario);
  g_autoptr (EngineRun) recorded = run (scenario, &options);
  g_autoptr (EngineReplayer) replayer = engine_replayer_new (recorded->replay, NULL);
  g_autoptr (EngineMoment) end = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++) {
    g_autoptr (EngineMoment) moment = NULL, direct = NULL;

    engine_replayer_seek (replayer, moments[i]);
    moment = engine_replayer_take_moment (replayer);
    options.until = moments[i];
    direct = engine_run_moment (scenario, &options, NULL);
    g_assert_cmpuint (engine_moment_get_tick (moment), ==, moments[i]);
    g_assert_cmpuint (engine_moment_get_hash (moment), ==, engine_moment_get_hash (direct));
    g_assert_cmpuint (engine_moment_get_picture_hash (moment), ==,
                      engine_moment_get_picture_hash (direct));
    /* What is drawn is derived anew after a jump.  */
    for (gsize k = 0; k < engine_moment_get_view (direct)->n_own; k++)
      g_assert_cmpfloat (engine_moment_get_view (moment)->own[k].ghost.x, ==,
                         engine_moment_get_view (direct)->own[k].ghost.x);
  }
  engine_replayer_seek (replayer, SIM_TICK_NEVER);
  end = engine_replayer_take_moment (replayer);
  g_assert_cmpuint (engine_moment_get_hash (end), ==, recorded->result.hash);
  g_assert_cmpuint (engine_moment_get_picture_hash (end), ==, recorded->result.picture_hash);
}

/* Forward, back and again: the same moment.  */
static void
test_replay_seek (void)
{
  g_autoptr (ScenarioBattle) scenario = load_training ();
  EngineRunOptions options = with_staff (scenario);
  g_autoptr (EngineRun) recorded = run (scenario, &options);
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineReplayer) replayer = engine_replayer_new (recorded->replay, &error);
  g_autoptr (EngineMoment) early = NULL, late = NULL, again = NULL;
  gsize n_units, n_own = 0;
  const EngineTruthUnit *units;

  g_assert_no_error (error);
  engine_replayer_seek (replayer, 400);
  early = engine_replayer_take_moment (replayer);
  engine_replayer_seek (replayer, SIM_TICK_NEVER);
  late = engine_replayer_take_moment (replayer);
  engine_replayer_seek (replayer, 400);
  again = engine_replayer_take_moment (replayer);
  g_assert_cmpuint (engine_moment_get_tick (early), ==, 400);
  g_assert_cmpuint (engine_moment_get_hash (early), ==, engine_moment_get_hash (again));
  g_assert_cmpuint (engine_moment_get_picture_hash (early), ==,
                    engine_moment_get_picture_hash (again));
  g_assert_cmpuint (engine_moment_get_hash (late), ==, recorded->result.hash);
  g_assert_cmpuint (engine_moment_get_view (early)->now, ==, 400);

  units = engine_truth_units (early, &n_units);
  for (gsize i = 0; i < n_units; i++)
    n_own += units[i].own;
  g_assert_cmpuint (n_own, ==, scenario->world.n_squadron);
  g_assert_cmpuint (n_units, >, n_own);
}

/* ---- Bench --------------------------------------------------------------------------------- */

static void
test_bench (void)
{
  EngineBench bench;
  g_autoptr (GError) error = NULL;
  double phases = 0;

  g_assert_true (engine_bench (61, 0, 100, &bench, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (bench.units, ==, 61);
  g_assert_cmpuint (bench.ticks, ==, 100);
  g_assert_cmpfloat (bench.ns_per_unit_tick, >, 0);
  for (guint i = 0; i < bench.n_phases; i++) {
    g_assert_cmpstr (engine_bench_phase_name (i), !=, "");
    phases += bench.phase_ns[i];
  }
  g_assert_cmpfloat (phases, >, 0);
  g_assert_cmpfloat (phases, <=, bench.ns_per_unit_tick * 1.0001);
}

/* A melee is a fight, the same each time, and what is ours is asked for.  */
static void
test_bench_same_twice (void)
{
  static const struct {
    guint units, own;
  } cases[] = {{2, 1}, {3, 2}, {40, 24}, {224, 24}, {1500, 0}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    EngineBench first, second, other;

    g_assert_true (engine_bench (cases[i].units, cases[i].own, 60, &first, NULL));
    g_assert_true (engine_bench (cases[i].units, cases[i].own, 60, &second, NULL));
    g_assert_cmphex (first.hash, ==, second.hash);
    g_assert_true (engine_bench (cases[i].units + 1, cases[i].own, 60, &other, NULL));
    g_assert_cmphex (first.hash, !=, other.hash);
    if (cases[i].units < 1000)
      continue;
    g_assert_cmpuint (first.shots, >, 100);
    g_assert_cmpuint (first.detections, >, 50);
    g_assert_cmpuint (first.deaths, >, 5);
  }
}

static void
test_bench_replay (void)
{
  g_autoptr (ScenarioBattle) scenario = load_training ();
  EngineRunOptions options = with_staff (scenario);
  g_autoptr (EngineRun) recorded = run (scenario, &options);
  g_autoptr (GError) error = NULL;
  EngineReplayBench bench;

  g_assert_true (engine_bench_replay (recorded->replay, 9, &bench, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (bench.seeks, ==, 9);
  g_assert_cmpfloat (bench.battle_s, ==, recorded->replay->end / 10.0);
  g_assert_cmpfloat (bench.open_s, >, 0);
  g_assert_cmpfloat (bench.seek_ms, >, 0);
  g_assert_cmpfloat (bench.seek_ms_most, >=, bench.seek_ms);
  spoil_content (recorded->replay);
  g_assert_false (engine_bench_replay (recorded->replay, 9, &bench, &error));
  g_assert_error (error, ENGINE_ERROR, ENGINE_ERROR_CONTENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/run/same-twice", test_same_twice);
  g_test_add_func ("/engine/run/until", test_until);
  g_test_add_func ("/engine/run/orders", test_orders);
  g_test_add_func ("/engine/run/batch-same-for-any-jobs", test_batch_same_for_any_jobs);
  g_test_add_func ("/engine/run/batch-stops", test_batch_stops);
  g_test_add_func ("/engine/run/replay-verifies", test_replay_verifies);
  g_test_add_func ("/engine/run/replay-differs", test_replay_differs);
  g_test_add_func ("/engine/run/replay-seek", test_replay_seek);
  g_test_add_func ("/engine/run/replay-seek-anywhere", test_replay_seek_anywhere);
  g_test_add_func ("/engine/run/bench", test_bench);
  g_test_add_func ("/engine/run/bench-same-twice", test_bench_same_twice);
  g_test_add_func ("/engine/run/bench-replay", test_bench_replay);
  return g_test_run ();
}

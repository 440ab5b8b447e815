/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recorded battle taken up again: as it was with its own seed, otherwise with another.  */
#include "engine/engine-fork.h"

static ScenarioReplay *
record (guint64 *hash)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);
  EngineRunOptions options;
  g_autoptr (EngineRun) run = NULL;

  g_assert_no_error (error);
  options = engine_run_options_default (scenario);
  options.staff = STAFF_BASIC;
  options.want_replay = TRUE;
  run = engine_run (scenario, &options, &error);
  g_assert_no_error (error);
  *hash = run->result.hash;
  return g_steal_pointer (&run->replay);
}

static gboolean
keep_hash (guint64 seed, const EngineRun *run, gpointer data)
{
  g_array_append_val ((GArray *) data, run->result.hash);
  return TRUE;
}

static GArray *
sweep (EngineFork *fork, guint64 first, guint64 last, guint jobs)
{
  g_autoptr (GError) error = NULL;
  GArray *hashes = g_array_new (FALSE, FALSE, sizeof (guint64));

  g_assert_true (engine_fork_sweep (fork, first, last, jobs, keep_hash, hashes, &error));
  g_assert_no_error (error);
  return hashes;
}

static EngineFork *
fork_at (const ScenarioReplay *replay, SimTick at, GPtrArray *orders)
{
  g_autoptr (GError) error = NULL;
  EngineFork *fork = engine_fork_new (replay, at, orders, NULL, &error);

  g_assert_no_error (error);
  return fork;
}

/* Wherever it is taken up, the recorded seed comes to the recorded end; after the recorded end
 * every seed does.  */
static void
test_own_seed (void)
{
  guint64 recorded;
  g_autoptr (ScenarioReplay) replay = record (&recorded);
  const SimTick moments[] = {0, 1, 299, 300, 301, replay->end - 1, replay->end, replay->end + 500};

  g_assert_cmpuint (replay->commands->len, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++) {
    g_autoptr (EngineFork) fork = fork_at (replay, moments[i], NULL);
    g_autoptr (GArray) hashes = sweep (fork, replay->seed, replay->seed + 1, 1);

    g_assert_cmpuint (engine_fork_get_tick (fork), ==, MIN (moments[i], replay->end));
    g_assert_cmphex (g_array_index (hashes, guint64, 0), ==, recorded);
    if (moments[i] < replay->end - 1)
      g_assert_cmphex (g_array_index (hashes, guint64, 1), !=, recorded);
  }
}

/* The same seeds give the same ends in any number of threads, and in any order: a core that has
 * played one battle must not colour the next.  */
static void
test_any_jobs (void)
{
  guint64 recorded;
  g_autoptr (ScenarioReplay) replay = record (&recorded);
  g_autoptr (EngineFork) fork = fork_at (replay, 600, NULL);
  g_autoptr (GArray) all = sweep (fork, 100, 109, 1), many = sweep (fork, 100, 109, 4);
  g_autoptr (GArray) last = sweep (fork, 109, 109, 1);

  g_assert_cmpmem (all->data, all->len * sizeof (guint64), many->data,
                   many->len * sizeof (guint64));
  g_assert_cmphex (g_array_index (all, guint64, 9), ==, g_array_index (last, guint64, 0));
}

static void
test_other_orders (void)
{
  guint64 recorded;
  g_autoptr (ScenarioReplay) replay = record (&recorded);
  g_autoptr (GPtrArray) orders =
      g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_order_free);
  g_autoptr (EngineFork) none = NULL, late = NULL;
  g_autoptr (GArray) without = NULL, with = NULL;

  none = fork_at (replay, 300, orders);
  without = sweep (none, replay->seed, replay->seed, 1);
  g_assert_cmphex (g_array_index (without, guint64, 0), !=, recorded);
  for (guint i = 0; i < 2; i++) {
    ScenarioOrder *order = g_new0 (ScenarioOrder, 1);

    order->at = i == 0 ? 299 : 400;
    order->say = g_strdup (i == 0 ? "Nobody, dance" : "all units, fall back to A01");
    g_ptr_array_add (orders, order);
  }
  late = fork_at (replay, 300, orders);
  with = sweep (late, replay->seed, replay->seed, 1);
  g_assert_cmphex (g_array_index (with, guint64, 0), !=, g_array_index (without, guint64, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fork/own-seed", test_own_seed);
  g_test_add_func ("/fork/any-jobs", test_any_jobs);
  g_test_add_func ("/fork/other-orders", test_other_orders);
  return g_test_run ();
}

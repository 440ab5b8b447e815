/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-fork.h"

#include "engine/engine-batch.h"
#include "engine/engine-replayer-private.h"
#include "engine/engine-script.h"

struct _EngineFork {
  EngineReplayer *replayer;   /* (owned) keeps the scenario */
  EngineSnapshot *snapshot;   /* (owned) where the ways part */
  OrderBook *book;            /* (owned) (nullable) */
  GPtrArray *orders;          /* (nullable) borrowed */
  GArray *commands;           /* (owned) ScenarioReplayCommand, recorded after the moment */
  EngineRunOptions options;
};

/* ---- Making -------------------------------------------------------------------------------- */

static gboolean
make_book (EngineFork *fork, const char *language, GError **error)
{
  if (fork->orders == NULL)
    return TRUE;
  fork->book = scenario_battle_book (engine_fork_get_scenario (fork),
                                     language != NULL ? language : "en", error);
  return fork->book != NULL;
}

static void
part (EngineFork *fork, const ScenarioReplay *replay, SimTick at)
{
  guint next;

  engine_replayer_seek (fork->replayer, at);
  fork->snapshot = engine_replayer_take_snapshot (fork->replayer, &next);
  fork->commands = g_array_new (FALSE, FALSE, sizeof (ScenarioReplayCommand));
  if (fork->orders == NULL && next < replay->commands->len)
    g_array_append_vals (fork->commands,
                         &g_array_index (replay->commands, ScenarioReplayCommand, next),
                         replay->commands->len - next);
}

EngineFork *
engine_fork_new (const ScenarioReplay *replay, SimTick at, GPtrArray *orders,
                 const char *language, GError **error)
{
  g_autoptr (EngineFork) fork = g_new0 (EngineFork, 1);

  g_return_val_if_fail (replay != NULL, NULL);

  fork->orders = orders;
  fork->replayer = engine_replayer_new (replay, error);
  if (fork->replayer == NULL || !make_book (fork, language, error))
    return NULL;
  fork->options = engine_run_options_default (engine_fork_get_scenario (fork));
  fork->options.seed = replay->seed;
  fork->options.difficulty = replay->difficulty;
  fork->options.want_words = FALSE;
  part (fork, replay, at);
  return g_steal_pointer (&fork);
}

void
engine_fork_free (EngineFork *fork)
{
  if (fork == NULL)
    return;
  g_clear_pointer (&fork->snapshot, engine_snapshot_free);
  g_clear_pointer (&fork->commands, g_array_unref);
  g_clear_pointer (&fork->book, order_book_unref);
  g_clear_pointer (&fork->replayer, engine_replayer_free);
  g_free (fork);
}

ScenarioBattle *
engine_fork_get_scenario (EngineFork *fork)
{
  return engine_replayer_get_scenario (fork->replayer);
}

const EngineRunOptions *
engine_fork_get_options (EngineFork *fork)
{
  return &fork->options;
}

SimTick
engine_fork_get_tick (EngineFork *fork)
{
  return engine_snapshot_get_tick (fork->snapshot);
}

/* ---- Running ------------------------------------------------------------------------------- */

static EngineCore *
make_core (const EngineFork *fork, GError **error)
{
  EngineCoreOptions options = {fork->options.seed, fork->options.difficulty, STAFF_NONE, 0};

  return engine_core_new (engine_fork_get_scenario ((EngineFork *) fork), &options, error);
}

static void
give_recorded (const EngineFork *fork, EngineCore *core)
{
  for (guint i = 0; i < fork->commands->len; i++) {
    const ScenarioReplayCommand *entry = &g_array_index (fork->commands, ScenarioReplayCommand, i);

    engine_core_run (core, entry->tick);
    if (entry->is_edit)
      engine_core_edit (core, &entry->edit);
    else if (entry->is_queue)
      engine_core_edit_queue (core, &entry->queue);
    else if (entry->is_act)
      engine_core_act (core, &entry->act);
    else
      engine_core_submit (core, &entry->command);
  }
}

static EngineRun *
finish (const EngineFork *fork, EngineCore *core)
{
  EngineRun *run = g_new0 (EngineRun, 1);
  g_autoptr (EngineAftermath) aftermath = NULL;

  run->problems = g_ptr_array_new_with_free_func (g_free);
  give_recorded (fork, core);
  engine_script_run (core, fork->book, fork->orders, SIM_TICK_NEVER, run->problems);
  aftermath = engine_core_make_aftermath (core);
  engine_result_init (&run->result, aftermath, engine_fork_get_scenario ((EngineFork *) fork),
                      NULL);
  return run;
}

/* A core costs its ground to make: each thread keeps one and sets it back for every seed.  */
static EngineRun *
run_seed (gconstpointer data, gpointer *mine, guint64 seed, GError **error)
{
  const EngineFork *fork = data;

  if (*mine == NULL)
    *mine = make_core (fork, error);
  if (*mine == NULL)
    return NULL;
  engine_snapshot_restore (fork->snapshot, *mine);
  if (seed != fork->options.seed)
    sim_world_reseed (engine_core_world (*mine), seed);
  return finish (fork, *mine);
}

gboolean
engine_fork_sweep (EngineFork *fork, guint64 first, guint64 last, guint jobs,
                   EngineBatchFunc func, gpointer data, GError **error)
{
  EngineBatchWork work = {run_seed, (GDestroyNotify) engine_core_free, fork};

  g_return_val_if_fail (fork != NULL, FALSE);

  return engine_batch_run (&work, first, last, jobs, func, data, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "What if": a recorded battle taken up again at a moment, with other luck or other orders.
 *
 * Up to the moment everything is as recorded.  From there on the dice are thrown anew for each
 * seed; with the seed of the recording they fall as they did, so that a fork without other orders
 * ends with the recorded hash.  A fork is immutable once made and may be run by several threads.  */
#pragma once

#include "engine/engine-run.h"

G_BEGIN_DECLS

typedef struct _EngineFork EngineFork;

/* Plays `replay` (copied as far as needed) to `at`, at most to its end.  `orders` (ScenarioOrder,
 * by time, borrowed: must outlive the fork) take the place of the recorded ones from then on; those
 * before `at` are left out; those in words are read in `language` (NULL: English).  NULL: the recorded
 * orders go on.  NULL with the errors of engine_replayer_new() and scenario_battle_book().  */
EngineFork *engine_fork_new (const ScenarioReplay *replay, SimTick at, GPtrArray *orders,
                             const char *language, GError **error);
void engine_fork_free (EngineFork *fork);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineFork, engine_fork_free)

ScenarioBattle *engine_fork_get_scenario (EngineFork *fork);
/* The options that describe its battles in a result: difficulty; no staff officer.  */
const EngineRunOptions *engine_fork_get_options (EngineFork *fork);
/* The moment it parts from the recording.  */
SimTick engine_fork_get_tick (EngineFork *fork);

/* As engine_run_batch(): one end of the battle for each seed, in the order of the seeds.  */
gboolean engine_fork_sweep (EngineFork *fork, guint64 first, guint64 last, guint jobs,
                            EngineBatchFunc func, gpointer data, GError **error);

G_END_DECLS

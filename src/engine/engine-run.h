/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Battles without a window: run to the end in the calling thread, as fast as possible.  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

typedef struct {
  guint64 seed;
  SimDifficulty difficulty;
  StaffKind staff;
  SimTick until;          /* SIM_TICK_NEVER: to the end */
  GPtrArray *orders;      /* of ScenarioOrder, or NULL */
  gboolean want_replay;
} EngineRunOptions;

EngineRunOptions engine_run_options_default (const ScenarioBattle *scenario);

typedef struct {
  EngineResult result;
  ScenarioReplay *replay; /* when wanted */
  GPtrArray *problems;    /* char *: orders of the file that were not understood, with their time */
} EngineRun;

/* NULL with error when the battle can not be made.  */
EngineRun *engine_run (ScenarioBattle *scenario, const EngineRunOptions *options, GError **error);
void engine_run_free (EngineRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineRun, engine_run_free)

/* World hash at a moment (or at the end, if that is sooner).  */
gboolean engine_run_hash (ScenarioBattle *scenario, const EngineRunOptions *options,
                          guint64 *hash, GError **error);

/* Simulates a replay again and compares every hash.  TRUE when all agree; else `error` says at
 * which tick they part, or that the scenario's content differs.  */
gboolean engine_replay_verify (const ScenarioReplay *replay, GError **error);

/* Figures of the standard melee of `units` machines (half a squadron's types, half Legion) on a
 * standard ground, by the same code and rules as any battle.  */
typedef struct {
  guint units;
  guint ticks;
  double ns_per_unit_tick;
  double phase_ns[16];      /* by SimPhase, per unit and tick */
  guint64 shots, detections, deaths;
} EngineBench;

gboolean engine_bench (guint units, guint ticks, EngineBench *bench, GError **error);

G_END_DECLS

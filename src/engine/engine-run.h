/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Battles without a window: run to the end in the calling thread, as fast as possible.  */
#pragma once

#include "engine/engine-replayer.h"
#include "engine/engine.h"

G_BEGIN_DECLS

typedef struct {
  guint64 seed;
  SimDifficulty difficulty;
  StaffKind staff;
  guint32 staff_without;  /* as in StaffDef; such a battle makes no replay */
  gboolean staff_knows_axis; /* likewise */
  SimTick until;          /* SIM_TICK_NEVER: to the end */
  GPtrArray *orders;      /* of ScenarioOrder, or NULL */
  gboolean want_replay;
  gboolean want_save;
  gboolean want_log;      /* what was said and what became of orders; wants a book or words */
  gboolean want_words;    /* names of the dead and lines of the result; default TRUE */
  OrderBook *book;        /* of this scenario, shared by several runs; NULL: one is made */
} EngineRunOptions;

EngineRunOptions engine_run_options_default (const ScenarioBattle *scenario);

typedef struct {
  EngineResult result;
  ScenarioReplay *replay; /* when wanted */
  ScenarioSave *save;     /* the moment it stopped at, when wanted */
  GListModel *captions;   /* EngineCaption, oldest first; when a log is wanted */
  GArray *changes;        /* SimOrderChange in order; likewise */
  GPtrArray *problems;    /* char *: orders of the file that were not understood, with their time */
} EngineRun;

/* NULL with error when the battle can not be made.  */
EngineRun *engine_run (ScenarioBattle *scenario, const EngineRunOptions *options, GError **error);
void engine_run_free (EngineRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineRun, engine_run_free)

/* World hash at a moment (or at the end, if that is sooner).  */
gboolean engine_run_hash (ScenarioBattle *scenario, const EngineRunOptions *options,
                          guint64 *hash, GError **error);

/* What the handler knows at `options->until`.  */
EngineMoment *engine_run_moment (ScenarioBattle *scenario, const EngineRunOptions *options,
                                 GError **error);

/* A hash as it is written everywhere: 16 hex digits; newly allocated.  */
char *engine_format_hash (guint64 hash);

/* Simulates a replay again and compares every hash.  TRUE when all agree; else `error` says at
 * which tick they part, or that the scenario's content differs.  */
gboolean engine_replay_verify (const ScenarioReplay *replay, GError **error);

/* One battle for each seed from `first` to `last`, by `jobs` threads.  `func` is called in the
 * calling thread and in the order of the seeds, whatever the number of jobs; when it returns FALSE
 * the batch stops.  FALSE with error when a battle can not be made.  */
typedef gboolean (*EngineBatchFunc) (guint64 seed, const EngineRun *run, gpointer data);
gboolean engine_run_batch (ScenarioBattle *scenario, const EngineRunOptions *options,
                           guint64 first, guint64 last, guint jobs, EngineBatchFunc func,
                           gpointer data, GError **error);

/* Figures of the standard melee of `units` machines, ours and every type of the Legion's on every kind
 * of ground, by the same code and rules as any battle.  `ticks` are those simulated:
 * fewer than asked for when the melee is over sooner.  */
typedef struct {
  guint units;
  guint ticks;
  double ns_per_unit_tick;
  double phase_ns[16];      /* per unit and tick, the first n_phases */
  guint n_phases;
  guint64 shots, detections, deaths;
  guint64 hash;             /* of the state at its end: the same on every machine */
  double times_real_time;   /* battle time over the time it took */
  double bytes_per_unit;    /* memory that the battle held at its end */
} EngineBench;

#define ENGINE_BENCH_UNITS_MOST 200000

/* "movement", "sensing", ...; static.  */
const char *engine_bench_phase_name (guint phase);

/* 2 to ENGINE_BENCH_UNITS_MOST machines, of which `own` are ours; 0: half of them.  */
gboolean engine_bench (guint units, guint own, guint ticks, EngineBench *bench, GError **error);

/* Figures of a replay: how long it takes to play it to its end, which is what opening it does, and then
 * to go to a moment, for `seeks` moments all over it.  */
typedef struct {
  double battle_s;
  double open_s;
  guint seeks;
  double seek_ms, seek_ms_most; /* median, longest */
} EngineReplayBench;

/* `replay` as for engine_replayer_new(); from one seek on.  */
gboolean engine_bench_replay (const ScenarioReplay *replay, guint seeks, EngineReplayBench *bench,
                              GError **error);

G_END_DECLS

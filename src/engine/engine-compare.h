/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where two replays part: the first tick, and every field that differs then.
 *
 * Both are played again, side by side; their hashes are compared every hundred ticks, and tick by
 * tick where they stop being equal.  For scripts and for who hunts a fault of determinism: it tells
 * the truth of the battle.  */
#pragma once

#include "engine/engine-replayer.h"

G_BEGIN_DECLS

/* A machine as it is in both.  */
typedef struct {
  int index;        /* -1: no machine */
  SimUnitId id;
  gboolean own;
  const char *type; /* id in the rules; borrowed from the replayed scenario */
} EngineComparedUnit;

typedef struct {
  char *path;              /* "units[3].heading_deg"; "picture.…" for what was known */
  EngineComparedUnit unit; /* whose field it is */
  char *a, *b;             /* the values; NULL: only the other has such a field */
} EngineFieldDifference;

typedef struct {
  gboolean equal;
  SimTick tick;         /* the last compared, or the first at which they differ */
  SimTick end_a, end_b; /* what was recorded */
  /* The first recorded command that differs, from 0, and when each was given (SIM_TICK_NEVER: there
   * is none); -1: no command differs.  */
  int command;
  SimTick command_a, command_b;
  GPtrArray *fields;    /* EngineFieldDifference, in the order of the walk, machines first */
  ScenarioBattle *scenario; /* (owned) */
} EngineComparison;

/* NULL with the errors of engine_replayer_new().  Battles of different scenarios, or recorded for
 * different times, are different.  */
EngineComparison *engine_compare_replays (const ScenarioReplay *a, const ScenarioReplay *b,
                                          GError **error);
void engine_comparison_free (EngineComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineComparison, engine_comparison_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was true at a moment: for the review and for scripts, never for the console.
 *
 * Its own dependency (engine_truth_dep), so that only those who may ask can.  */
#pragma once

#include "engine/engine-replayer.h"

G_BEGIN_DECLS

/* One machine as it was.  */
typedef struct {
  SimUnitId id;
  SimTypeIndex type;
  gboolean own;      /* ours; else the Legion's */
  guint group;       /* platoon or group of the Legion */
  gboolean present;  /* has entered the battle */
  gboolean alive;    /* the machine works */
  gboolean pilot_dead;
  SimActivity activity;
  guint8 parts[SIM_N_PARTS];
  BaseVec position;
  float heading_deg;
  guint16 ammunition;
} EngineTruthUnit;

/* All machines by index, ours first; borrowed from the moment.  */
const EngineTruthUnit *engine_truth_units (const EngineMoment *moment, gsize *n_units);

G_END_DECLS

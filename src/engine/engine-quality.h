/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How good her picture is: what she believes beside what is true, once a second of battle time, and
 * how late reports come.  For the result after the battle alone: nothing of it reaches the console, and
 * nothing of it changes a battle.
 *
 * Private to the engine, which may see both.
 *
 * *Who stands for whom.*  A track counts while it is fresh: not claimed destroyed, not lost from sight, and
 * sensed at most ENGINE_FRESH_S ago.  It has as many places as it claims machines.  Enemies are the
 * machines of the Legion that are in the battle and work; swarms and what else flies are left out,
 * which no eye on the ground can place.  Pairs of a place and an enemy within ENGINE_GATE_M of each
 * other (half a square of the grid) are taken nearest first, each enemy and each place once (greedy
 * one-to-one assignment); of equal distances the track of the lower number goes first, then the
 * enemy of the lower index.  An enemy with a place is *known*; one within ENGINE_NEAR_M of a working machine
 * of ours is *near*: of those whom it could not meet nobody expects word.  A track's error is the distance from
 * where it is drawn to the middle of the enemies it stands for; one that stands for nobody is
 * *empty* and has no error.
 *
 * Own machines count while they work and she does not think them lost: the way from their last fix, and
 * from their ghost, to where they are.  Metres everywhere; means weigh each second of each track or
 * machine alike.  */
#pragma once

#include "picture/picture.h"
#include "sim/sim.h"

#include <glib.h>

G_BEGIN_DECLS

#define ENGINE_FRESH_S 60
#define ENGINE_GATE_M 500.0f
#define ENGINE_NEAR_M 3000.0f
/* Delays of reports are counted by tick; those of a minute and a half and more are one.  */
#define ENGINE_DELAY_TICKS 900

/* Sums since the beginning of the battle; plain values, saved with it.  */
typedef struct {
  guint64 enemies, known;      /* enemies in the battle, of them known */
  guint64 near, near_known;    /* the same of those near */
  guint64 tracks, empty;       /* fresh tracks, of them those that stand for nobody */
  double track_error_m;        /* sum over the others */
  guint64 own;                 /* own machines */
  double fix_error_m, ghost_error_m;
  guint32 delays[ENGINE_DELAY_TICKS + 1]; /* reports heard, by ticks from sensed to heard */
} EngineQuality;

/* What the result tells; NaN: there was nothing to measure.  */
typedef struct {
  double enemies_known, near_enemies_known; /* shares, 0..1 */
  double track_error_m;
  double tracks_empty;         /* share, 0..1 */
  double own_fix_error_m, own_ghost_error_m;
  double report_delay_median_s, report_delay_p95_s; /* nearest rank */
} EngineQualityFigures;

/* What is compared.  */
typedef struct {
  BaseVec position;
  guint places; /* machines that the track claims, 1 and more */
} EngineBelieved;

typedef struct {
  BaseVec position;
  guint16 near, known; /* known is for the comparison to fill in */
} EngineEnemy;

/* Room for the work of a sample, kept from one to the next.  */
typedef struct {
  GArray *tracks;  /* (owned) EngineBelieved */
  GArray *enemies; /* (owned) EngineEnemy */
  GArray *pairs;   /* (owned) */
} EngineQualityRoom;

void engine_quality_room_init (EngineQualityRoom *room);
void engine_quality_room_clear (EngineQualityRoom *room);

/* Compares `room->tracks`, by number, with `room->enemies`, by index.  */
void engine_quality_compare (EngineQuality *quality, EngineQualityRoom *room);

/* One sample of a battle.  `rules` are those of the world.  */
void engine_quality_sample (EngineQuality *quality, EngineQualityRoom *room,
                            const Picture *picture, const SimWorld *world, const SimRules *rules);

/* A report was heard; other messages are none of its business.  */
void engine_quality_take (EngineQuality *quality, const SimMessage *message);

EngineQualityFigures engine_quality_figures (const EngineQuality *quality);

G_END_DECLS

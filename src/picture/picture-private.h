/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a picture and what its files share.  Private to src/picture and its tests.
 *
 * Everything is in fixed arrays: nothing is allocated after picture_new().  What is only drawn
 * (ghosts, ellipses, jam areas) is not state; picture_fill_view() derives it for the moment.  */
#pragma once

#include "base/base-codec.h"
#include "base/base-math.h"
#include "picture/picture.h"

#define PICTURE_MAX_BELIEFS 4
#define PICTURE_MAX_FEEDERS 8

/* ---- Numbers (design values) --------------------------------------------------------------- */

#define PICTURE_LEAST_ERROR_M   5.0f /* nobody reads a map finer */
#define PICTURE_MOST_ERROR_M    20000.0f
#define PICTURE_MOST_SPEED_MPS  45.0f   /* of anything that walks */
#define PICTURE_LOST_S          120     /* unseen for so long: lost from sight */
#define PICTURE_DROP_S          600     /* dropped when as old as this ... */
#define PICTURE_DROP_MAJOR_M    4000.0f /* ... and its ellipse as big as this */
#define PICTURE_DESTROYED_S     180     /* a destroyed one stays so long */
#define PICTURE_WORD_LOST_SHARE 0.7f    /* so much of a report swallowed: nothing understood */

/* ---- Own machines -------------------------------------------------------------------------- */

typedef struct {
  PictureOwn shown;    /* ghost and ghost_error_m are filled for the view only */
  SimTick t_telemetry; /* last telemetry; SIM_TICK_NEVER: none yet */
  SimTick t_activity;
  SimTick t_lost;          /* when it was sensed to be lost */
  uint8_t lost_by_comrade; /* only another said so: its own word undoes that */
  uint8_t n_via;           /* of the order it is on */
  uint32_t transmission;   /* id of the one being said; 0 none */
  SimTick t_order;         /* last change of the order's state */
  BaseVec order_from;      /* where it was believed to be when the order began */
  BaseVec via[SIM_MAX_VIA];
} PictureOwnState;

/* ---- Tracks -------------------------------------------------------------------------------- */

/* Row by row; covariances are symmetric.  */
typedef struct {
  float xx, xy, yx, yy;
} PictureMat2;

/* One thing believed of a track (its type, its count), with how much speaks for it.  */
typedef struct {
  uint16_t value;
  uint8_t exact;
  float weight; /* 0: unused */
} PictureBelief;

/* A sighting, as a platoon counts them, that fed the track.  */
typedef struct {
  uint8_t platoon;
  uint32_t contact;
  SimTick t; /* of its last report, as sensed */
} PictureFeeder;

/* Position and velocity are `shown.position` and `shown.velocity` at `t_state`, with the
 * covariances of position, of position with velocity, and of velocity.  */
typedef struct {
  PictureTrack shown; /* the ellipse is filled for the view only */
  SimTick t_state;
  SimTick t_types, t_counts; /* last word about them: beliefs fade with time */
  SimTick t_destroyed;
  PictureMat2 pp, pv, vv;
  PictureBelief types[PICTURE_MAX_BELIEFS];
  PictureBelief counts[PICTURE_MAX_BELIEFS];
  uint8_t n_feeders;
  PictureFeeder feeders[PICTURE_MAX_FEEDERS]; /* latest first */
  uint32_t near_number; /* an older track whose ellipse this one's overlaps; 0 none */
  SimTick t_near;       /* since when */
  uint32_t apart;       /* the track that she keeps it apart from; 0 none */
} PictureTrackState;

/* Those shown, and those that can be brought back: each of the edits kept may have drawn one more.  */
#define PICTURE_MAX_STROKE_ROWS (PICTURE_MAX_STROKES + PICTURE_MAX_UNDO)

typedef struct {
  PictureStroke shown;
  uint32_t erased; /* the erasing that took it; 0 none */
} PictureStrokeState;

/* What an edit changed, as it was before.  Of a split `edit.other` is the new track's number, of a line drawn
 * `edit.track` its number, of lines rubbed out `edit.other` the number of that erasing.  */
typedef struct {
  PictureEdit edit;
  PictureTrackState other; /* the track that a merge took away */
  PictureMark mark;        /* of a mark that was moved; of a name the old one; "" none */
} PictureUndo;

struct Picture {
  SimTick now;
  SimTick t_housekeeping; /* next */
  SimTick t_report;       /* last report heard; SIM_TICK_NEVER: none yet */
  SimTick telemetry_ticks;
  uint32_t next_number;
  float map_width_m, map_height_m;
  SimLinkState link;
  size_t n_own, n_tracks;
  PictureOwnState own[PICTURE_MAX_OWN];
  PictureTrackState tracks[PICTURE_MAX_TRACKS]; /* by number */
  size_t n_bearings;
  PictureBearing bearings[PICTURE_MAX_BEARINGS]; /* in the order of hearing */
  size_t n_marks;
  PictureMark marks[PICTURE_MAX_MARKS]; /* in the order of marking */
  size_t n_undo, n_redo;
  PictureUndo undo[PICTURE_MAX_UNDO]; /* latest last, then those taken back, latest first */
  uint32_t last_stroke, last_erasing; /* the numbers given */
  size_t n_strokes;
  PictureStrokeState strokes[PICTURE_MAX_STROKE_ROWS]; /* by number */
  size_t n_promises;
  PicturePromise promises[PICTURE_MAX_PROMISES]; /* in the order of making */
  PictureOnAir on_air;
  size_t n_queue;
  SimQueued queue[SIM_MAX_TOLD];
};

/* ---- Small helpers ------------------------------------------------------------------------- */

static inline bool
picture_vec_is_finite (BaseVec v)
{
  return __builtin_isfinite (v.x) && __builtin_isfinite (v.y);
}

static inline float
picture_maxf (float a, float b)
{
  return a > b ? a : b;
}

/* Seconds from `since` to `now`, 0 when it lies ahead or never was.  */
static inline float
picture_age_s (SimTick now, SimTick since)
{
  return since < now ? (float) (now - since) / SIM_TICKS_PER_SECOND : 0.0f;
}

/* The point of the map nearest to `v`.  */
static inline BaseVec
picture_clamp (const Picture *picture, BaseVec v)
{
  return base_vec (base_clampf (v.x, 0, picture->map_width_m),
                   base_clampf (v.y, 0, picture->map_height_m));
}

/* ---- picture-filter.c ---------------------------------------------------------------------- */

/* Covariance of a reported position: longer along the line of sight when `how` is by eye or ear
 * and the reporter's place is known (`sight` = target - reporter, not zero).  */
PictureMat2 picture_report_covariance (SimHow how, float error_m, BaseVec sight);
void picture_filter_start (PictureTrackState *track, BaseVec at, PictureMat2 error, SimTick t);
/* Moves the state on to `t`; nothing when that is past.  */
void picture_filter_predict (PictureTrackState *track, SimTick t);
void picture_filter_position (PictureTrackState *track, BaseVec at, PictureMat2 error);
void picture_filter_velocity (PictureTrackState *track, BaseVec velocity, float error_mps);
/* Squared statistical distance of a position reported at `t` from the track, and the logarithm
 * of the determinant of their common covariance.  */
float picture_filter_distance (const PictureTrackState *track, SimTick t, BaseVec at,
                               PictureMat2 error, float *log_determinant);
/* Squared statistical distance of two tracks as shown at `now`.  */
float
picture_filter_separation (const PictureTrackState *a, const PictureTrackState *b, SimTick now);
/* The ellipse of one standard deviation around the position shown, grown to `now`.  */
void picture_filter_ellipse (const PictureTrackState *track, SimTick now, float *major_m,
                             float *minor_m, float *angle_deg);

/* ---- picture-belief.c ---------------------------------------------------------------------- */

/* All weights times `factor`.  */
void picture_beliefs_fade (PictureBelief *beliefs, float factor);
void picture_beliefs_add (PictureBelief *beliefs, uint16_t value, uint8_t exact, float weight);
void picture_beliefs_merge (PictureBelief *beliefs, const PictureBelief *other);
/* Takes `n` away from every value; what falls to 0 is no longer believed.  */
void picture_beliefs_subtract (PictureBelief *beliefs, uint16_t n);
/* The most believed (the smaller value of equals), or NULL.  */
const PictureBelief *picture_beliefs_best (const PictureBelief *beliefs);
/* Share of the weight that speaks for `value`, 0..1, against a prior doubt.  */
float picture_beliefs_share (const PictureBelief *beliefs, uint16_t value);

/* ---- picture-own.c, picture-order.c, picture-ghost.c, picture-jam.c -------------------------- */

PictureOwnState *picture_find_own (Picture *picture, SimUnitId id);
/* What a machine says or sends of itself, as it was at `t`; older news never overwrites newer.  */
void picture_own_tell (const Picture *picture, PictureOwnState *own, const SimOwnState *told,
                       SimHow how, SimTick t);
void picture_own_telemetry (Picture *picture, const SimTelemetry *telemetry);
void picture_own_transmission (Picture *picture, const SimTransmission *transmission, bool begun,
                               SimTick t);
/* The part of a report that is about own machines.  */
void picture_own_report (Picture *picture, const SimReport *report);
void picture_order_changed (Picture *picture, const SimOrderChange *change);
/* The same change, if it is of a promise; and its state.  */
void picture_promise_changed (Picture *picture, const SimOrderChange *change);
/* Who speaks, and what of hers waits to be said; and the state of that.  */
void picture_queue_begun (Picture *picture, const SimTransmission *transmission);
void picture_queue_ended (Picture *picture, const SimTransmission *transmission);
void picture_queue_told (Picture *picture, const SimQueued *queued);
void picture_queue_visit (BaseCodec *codec, Picture *picture);
void picture_promise_visit (BaseCodec *codec, PicturePromise *promise);
/* Where a machine should be by `now`, and the error of that.  */
BaseVec
picture_own_ghost (const Picture *picture, const PictureOwnState *own, SimTick now, float *error_m);
size_t picture_infer_jams (const Picture *picture, PictureJam *jams, size_t max);

/* ---- picture-report.c, picture-track.c, picture-track-table.c ------------------------------- */

/* A report about an enemy (its fields checked) with the covariance of its position.  */
typedef struct {
  const SimReport *report;
  PictureMat2 error;
} PictureSighting;

void picture_take_report (Picture *picture, const SimReport *report);
/* A radar plot: a sighting of something that nobody has made out.  */
void picture_take_plot (Picture *picture, const SimRadarPlot *plot);
void picture_track_sighting (Picture *picture, const PictureSighting *sighting);
void picture_track_lost (Picture *picture, const PictureSighting *sighting);
/* A platoon sees nothing any more of all that it told of up to `t`.  */
void picture_track_lost_all (Picture *picture, unsigned platoon, SimTick t);
void picture_track_destroyed (Picture *picture, const PictureSighting *sighting);
/* Someone looked here and saw nothing: what was believed near is lost from sight.  */
void picture_track_clear_area (Picture *picture, BaseVec at, SimTick t);
/* Writes type, count and confidence from the beliefs.  */
void picture_track_show_beliefs (PictureTrackState *track);

/* The track that a sighting belongs to, or NULL; `destroyed` ones only by their number.  */
PictureTrackState *picture_associate (Picture *picture, const PictureSighting *sighting);
/* Whether the track was fed by this platoon after `since` under another number than `contact`:
 * then the platoon itself tells the two apart.  */
bool picture_track_is_told_apart (const PictureTrackState *track, uint8_t platoon, uint32_t contact,
                                  SimTick since);
/* A new empty row with the next number; makes room when the table is full.  */
PictureTrackState *picture_track_append (Picture *picture);
void picture_track_remove (Picture *picture, size_t index);
void picture_track_add_source (PictureTrackState *track, SimUnitId unit);
void
picture_track_add_feeder (PictureTrackState *track, uint8_t platoon, uint32_t contact, SimTick t);
/* What is known of `younger` goes to `older`; its row stays.  */
void picture_track_join (PictureTrackState *older, const PictureTrackState *younger);
/* The row of a track by number, or NULL.  */
PictureTrackState *picture_find_track (Picture *picture, uint32_t number);
/* Once a second: loses, drops and merges tracks.  */
void picture_tracks_keep (Picture *picture, SimTick now);

/* ---- picture-hearing.c --------------------------------------------------------------------- */

void picture_hear (Picture *picture, const SimReport *report);
/* Once a second: drops bearings that are too old.  */
void picture_hearing_keep (Picture *picture, SimTick now);
size_t picture_cross_bearings (const Picture *picture, PictureCross *crosses, size_t max);

/* ---- picture-hand.c, picture-pencil.c ------------------------------------------------------- */

/* A row to write what is needed for going back; the oldest goes when there are many, and so does what could
 * be done again.  To be called before the table that the edit is of changes its rows.  */
PictureUndo *picture_remember (Picture *picture, const PictureEdit *edit);
bool picture_points_are_fit (uint8_t ink, uint8_t n_points, const BaseVec *points);
/* How many lines are shown.  */
size_t picture_pencil_count (const Picture *picture);
bool picture_pencil_draw (Picture *picture, const PictureEdit *edit);
bool picture_pencil_undraw (Picture *picture, const PictureUndo *undo);
/* One line, or all.  */
bool picture_pencil_erase (Picture *picture, const PictureEdit *edit);
bool picture_pencil_unerase (Picture *picture, const PictureUndo *undo);
/* It can not be taken back any more.  */
void picture_pencil_forget (Picture *picture, const PictureUndo *undo);
void picture_pencil_visit_points (BaseCodec *codec, uint8_t *ink, uint8_t *n_points,
                                  BaseVec *points);
void picture_pencil_visit (BaseCodec *codec, Picture *picture);
void picture_pencil_show (const Picture *picture, PictureView *view);

/* ---- picture-state.c ----------------------------------------------------------------------- */

/* Visits every field of state.  */
void picture_visit (BaseCodec *codec, Picture *picture);

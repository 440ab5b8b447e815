/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the handler knows, built from messages alone.
 *
 * A Picture is fed with what the battle lets out (sim-types.h) and knows nothing else: it is
 * C17 with libc, deterministic, hashed, and used by one thread at a time.  A PictureView is an
 * immutable copy for drawing; it may be read by any thread that holds it.  */
#pragma once

#include "base/base-codec.h"
#include "sim/sim-types.h"

#include <stddef.h>

#define PICTURE_MAX_OWN 64
#define PICTURE_MAX_TRACKS 256
#define PICTURE_MAX_JAMS 8
#define PICTURE_MAX_BEARINGS 48
#define PICTURE_MAX_CROSSES 24
#define PICTURE_MAX_MARKS 16
#define PICTURE_NAME_SIZE 24 /* bytes of a name that she gives, with its end */
#define PICTURE_MAX_STROKES 32
#define PICTURE_MAX_STROKE_POINTS 32

/* ---- The terrain sheet --------------------------------------------------------------------- */

/* Land cover as the sheet shows it; the same numbers as the battle's ground.  */
typedef enum {
  PICTURE_COVER_OPEN,
  PICTURE_COVER_WOODS,
  PICTURE_COVER_TOWN,
  PICTURE_COVER_MARSH,
  PICTURE_COVER_WATER,
  PICTURE_COVER_ROAD,
  PICTURE_COVER_FORD,
  PICTURE_COVER_BRIDGE,
  PICTURE_COVER_RUBBLE,
  PICTURE_COVER_CLIFF,
  PICTURE_COVER_UNKNOWN, /* not on her map */
  PICTURE_N_COVERS
} PictureCover;

/* A line or place printed on the map.  */
typedef enum {
  PICTURE_LINE_RIVER,
  PICTURE_LINE_ROAD,
  PICTURE_LINE_CLIFF, /* higher on the left */
} PictureLineKind;

typedef struct {
  uint8_t kind; /* PictureLineKind */
  uint16_t n_points;
  BaseVec *points;
  float half_width_m;
} PictureLine;

typedef enum {
  PICTURE_PLACE_TOWN,
  PICTURE_PLACE_WOODS,
  PICTURE_PLACE_HILL,
  PICTURE_PLACE_BRIDGE,
  PICTURE_PLACE_FORD,
  PICTURE_PLACE_POINT, /* a numbered point */
  PICTURE_PLACE_OBJECTIVE,
  PICTURE_PLACE_BASE,
} PicturePlaceKind;

typedef struct {
  char id[32];
  char name[64]; /* UTF-8, as the scenario has it */
  uint8_t kind;  /* PicturePlaceKind */
  BaseVec position;
  float radius_m; /* 0: a point */
} PicturePlace;

/* A minefield marked on the map: one point with a radius, or a polygon of three and more.  */
typedef struct {
  uint16_t n_points;
  BaseVec *points;
  float radius_m;
} PictureMinefield;

/* The map on her table.  Owned by whoever made it; immutable once shared.  Cells row by row from
 * the south-west corner.  */
typedef struct {
  float width_m, height_m, cell_m;
  int columns, rows;
  float *heights_m;
  uint8_t *covers; /* PictureCover */
  PictureLine *lines;
  size_t n_lines;
  PicturePlace *places;
  size_t n_places;
  PictureMinefield *minefields;
  size_t n_minefields;
} PictureSheet;

/* Allocates a sheet with cells at height 0, cover unknown, and no lines or places.  */
PictureSheet *picture_sheet_new (float width_m, float height_m, float cell_m);
void picture_sheet_free (PictureSheet *sheet);
/* Copies are appended.  */
void picture_sheet_add_line (PictureSheet *sheet, PictureLineKind kind, const BaseVec *points,
                             size_t n_points, float half_width_m);
void picture_sheet_add_place (PictureSheet *sheet, const PicturePlace *place);
void picture_sheet_add_minefield (PictureSheet *sheet, const BaseVec *points, size_t n_points,
                                  float radius_m);
/* True where the map marks mines.  */
bool picture_sheet_is_mined (const PictureSheet *sheet, BaseVec at);
/* Height in metres (bilinear between cell centres) and cover at a point; the edge's value
 * outside.  */
float picture_sheet_height (const PictureSheet *sheet, BaseVec at);
PictureCover picture_sheet_cover (const PictureSheet *sheet, BaseVec at);

/* ---- Own machines -------------------------------------------------------------------------- */

/* What is known of one own machine.  Each group of fields has the moment of its last word.  */
typedef struct {
  SimUnitId id;
  uint8_t platoon;
  uint8_t known_lost;    /* reported lost: by itself, a comrade, or long silence is not enough */
  uint8_t speaking;      /* on the air now */
  uint8_t activity;      /* SimActivity as last told */
  SimTick t_word;        /* last word or telemetry of any kind; SIM_TICK_NEVER: none yet */
  SimTick t_fix;
  SimTick t_ammunition;
  SimTick t_parts;
  SimTick t_pilot;
  uint8_t fix_how;       /* SimHow */
  BaseVec fix;           /* last word of where it is */
  float fix_error_m;     /* one standard deviation */
  float heading_deg;
  float speed_mps;       /* as last told */
  BaseVec ghost;         /* dead reckoning: where it should be by now */
  float ghost_error_m;   /* grows with age */
  uint8_t parts[SIM_N_PARTS];
  uint16_t ammunition;   /* rounds; of a Scavenger (platoon SIM_SUPPLY_PLATOON) its loads */
  uint8_t energy_percent;
  uint8_t stress, fatigue, wounds;
  uint32_t order;        /* id of the order it is on, as far as she was told; 0 none */
  uint8_t order_state;   /* SimOrderState */
  uint8_t order_cause;   /* SimCause of a wait */
  SimTarget order_target;
  uint8_t order_verb;
  uint8_t person;        /* SimPerson as last told: where its pilot is */
  SimTick t_person;
} PictureOwn;

/* ---- Enemy tracks -------------------------------------------------------------------------- */

#define PICTURE_MAX_SOURCES 6

/* One believed enemy (or group).  The ellipse is one standard deviation; major >= minor.  */
typedef struct {
  uint32_t number;        /* T07 is 7; never used again, but by an undone merge */
  char name[PICTURE_NAME_SIZE]; /* as she calls it; "": not named */
  SimTypeIndex type;      /* most believed; SIM_TYPE_UNKNOWN */
  float type_confidence;  /* 0..1 */
  uint16_t count;         /* most believed; of a destroyed one: what was left of it at last */
  uint8_t count_exact;
  uint8_t how;            /* SimHow of the last report */
  uint8_t destroyed;      /* all of it claimed destroyed */
  uint8_t lost_from_sight;
  uint8_t velocity_known;
  uint8_t n_sources;
  SimUnitId sources[PICTURE_MAX_SOURCES]; /* who reported it, latest first */
  SimTick t_first;
  SimTick t_seen;         /* when it was last sensed (not heard of) */
  SimTick t_heard;
  BaseVec position;       /* as last reported, filtered */
  BaseVec velocity;       /* metres a second */
  float major_m, minor_m; /* error ellipse now: grows with age */
  float angle_deg;        /* bearing of the major axis */
} PictureTrack;

/* A place that she has marked.  */
typedef struct {
  char name[PICTURE_NAME_SIZE];
  BaseVec position;
  float precise_m; /* half width of the square meant */
} PictureMark;

/* A line of her pencil: a note of her own, that nothing of the battle knows.  */
typedef struct {
  uint32_t number; /* never another's in this battle */
  uint8_t ink;     /* PictureInk */
  uint8_t n_points;
  BaseVec points[PICTURE_MAX_STROKE_POINTS];
} PictureStroke;

/* Along all its points.  */
float picture_stroke_length_m (const PictureStroke *stroke);

/* Telemetry went out here: what may be inferred of a jammer's area.  */
typedef struct {
  BaseVec centre;
  float radius_m;
  SimTick t_since;
} PictureJam;

/* ---- Voices -------------------------------------------------------------------------------- */

/* A voice of the Legion as the hearer told it: a bearing from where he was.  Its error grows with
 * the distance, which nobody knows.  */
typedef struct {
  uint16_t voice; /* the same number is the same group */
  uint8_t size;   /* SimSize as believed */
  uint8_t shepherd;
  uint8_t silent; /* heard no more since */
  SimUnitId from;
  BaseVec place;
  float bearing_deg;
  float error_deg, error_deg_per_km; /* one standard deviation near by, and more a kilometre */
  SimTick t_sensed, t_heard;
} PictureBearing;

/* Where two bearings of one voice cross.  The ellipse is one standard deviation; major >= minor.  */
typedef struct {
  uint16_t voice;
  uint8_t size;
  uint8_t shepherd;
  BaseVec position;
  float major_m, minor_m;
  float angle_deg; /* bearing of the major axis, 0 <= angle < 180 */
  SimTick t_sensed; /* of the later one */
} PictureCross;

/* One standard deviation of a bearing at a distance.  */
float picture_bearing_error_deg (const PictureBearing *bearing, float distance_m);

/* ---- The picture --------------------------------------------------------------------------- */

typedef struct Picture Picture;

/* `n_own` machines (the roster's order) with the positions and platoons known at the briefing.
 * `telemetry_ticks`: the usual interval of telemetry (silence longer than three is a sign).  */
typedef struct {
  uint32_t cookie;
  size_t n_own;
  struct {
    SimUnitId id;
    uint8_t platoon;
    BaseVec position;
    float heading_deg;
    uint16_t ammunition;
  } own[PICTURE_MAX_OWN];
  SimTick telemetry_ticks;
  float map_width_m, map_height_m;
} PictureDef;

PictureDef picture_def_default (void);

Picture *picture_new (const PictureDef *def);
void picture_free (Picture *picture);

/* Takes one message; `message->t` never goes back.  */
void picture_take (Picture *picture, const SimMessage *message);

/* Lets time pass to `now`: ghosts move, ellipses grow, old tracks are dropped.  */
void picture_advance (Picture *picture, SimTick now);

/* The hash over every field of state (what the view derives from them for drawing, ghosts,
 * ellipses and jam areas, is a function of these).  */
uint64_t picture_hash (const Picture *picture);
/* Shows each of them to `visitor`, with its name; it must leave them as they are.  */
void picture_show_fields (const Picture *picture, const BaseCodecVisitor *visitor);

/* Writes the whole state; returns the bytes needed (nothing is written past `size`).  */
size_t picture_save (const Picture *picture, void *bytes, size_t size);

/* Sets the state of a picture made from the same definition; false (and no change) when the
 * bytes are not such a state.  */
bool picture_load (Picture *picture, const void *bytes, size_t size);

/* What the briefing already shows: a track known before the battle.  Returns its number.  */
uint32_t picture_add_known (Picture *picture, SimTypeIndex type, uint16_t count, BaseVec position,
                            float error_m);

/* ---- By her own hand ------------------------------------------------------------------------ */

/* What she does to the picture herself, without a word on the air: constant, name in files.
 *   merge  `track` and `other` are one: it keeps the number of `track` and takes later reports of both.
 *   split  `track` is two: the one who told of it last goes on with it, what others told becomes a
 *          track of its own; what only one told of is parted in half.  The two are never put together again
 *          but by her.
 *   name   `track` is called `name` ("": no more).
 *   mark   `position` is called `name`; a mark of that name is moved.
 *   undo   takes back the last that can be, of the last PICTURE_MAX_UNDO
 *   unmark the mark called `name` is no more
 *   rename-mark  mark number `track`, counted from 1, is called `name`
 *   draw   a line of the pencil in `ink` through `points`
 *   erase  the line with the number `track` is no more
 *   clear  no line is there any more
 *   redo   does the last again that undo took back, unless something else was done since.  */
#define PICTURE_EDIT_LIST(X) \
  X (MERGE, "merge")         \
  X (SPLIT, "split")         \
  X (NAME, "name")           \
  X (MARK, "mark")           \
  X (UNDO, "undo")           \
  X (UNMARK, "unmark")       \
  X (RENAME, "rename-mark")  \
  X (DRAW, "draw")           \
  X (ERASE, "erase")         \
  X (CLEAR, "clear")         \
  X (REDO, "redo")

typedef enum {
#define X(constant, name) PICTURE_EDIT_##constant,
  PICTURE_EDIT_LIST (X)
#undef X
  PICTURE_N_EDITS
} PictureEditKind;

#define PICTURE_MAX_UNDO 8

/* What her pencil writes with: constant, name in files.  */
#define PICTURE_INK_LIST(X) \
  X (GREY, "grey")          \
  X (BLUE, "blue")          \
  X (ORANGE, "orange")      \
  X (GREEN, "green")

typedef enum {
#define X(constant, name) PICTURE_INK_##constant,
  PICTURE_INK_LIST (X)
#undef X
  PICTURE_N_INKS
} PictureInk;

/* A value, logged in replays; unused members are 0.  Bytes of a name after its end are 0.  Points go from
 * `points[0]` to the last; there are two and more of a line that is drawn, else none.  */
typedef struct {
  uint8_t kind; /* PictureEditKind */
  uint8_t ink;  /* PictureInk */
  uint8_t n_points;
  uint32_t track, other;
  BaseVec position;
  float precise_m;
  char name[PICTURE_NAME_SIZE];
  BaseVec points[PICTURE_MAX_STROKE_POINTS];
} PictureEdit;

/* Whether it is one at all: a kind there is, a name with an end, finite places, a line with two points and
 * more in an ink there is.  */
bool picture_edit_is_fit (const PictureEdit *edit);

/* Does it; false (and no change) when it can not be done: no such track, a destroyed one, nothing to split,
 * a name that another has, no room, no such line, nothing to undo or to redo.  */
bool picture_edit (Picture *picture, const PictureEdit *edit);

/* ---- Rows, without a copy ------------------------------------------------------------------- */

/* As in the view, but that ghosts and ellipses are not filled: what a view costs is not wanted by who
 * asks often.  Rows beyond the last must not be asked for; valid until the picture changes.  */
size_t picture_n_own (const Picture *picture);
const PictureOwn *picture_own (const Picture *picture, size_t row);
size_t picture_n_tracks (const Picture *picture);
const PictureTrack *picture_track (const Picture *picture, size_t row);
/* Where an own machine should be by now, and one standard deviation of that.  */
BaseVec picture_ghost (const Picture *picture, size_t row, float *error_m);

/* ---- The view ------------------------------------------------------------------------------ */

/* Help that she promised, until it came or its time was over.  */
#define PICTURE_MAX_PROMISES 24
typedef struct {
  uint32_t order;         /* id */
  SimAddressee addressee; /* the first of the order */
  uint8_t help;           /* SimHelp */
  SimTick t_made, t_due;
} PicturePromise;

/* Who is on the air.  `begin` and `end` are when the first and the last word are (to be) said.  */
typedef struct {
  uint32_t id;       /* of the transmission, 0: nobody speaks */
  uint8_t speaker;   /* SimSpeaker */
  uint8_t air_class; /* SimAirClass */
  SimUnitId from;
  uint32_t order;    /* the handler's own: id */
  SimTick t_begin, t_end;
} PictureOnAir;

/* Seconds after which an order that still waits for air counts as old.  */
#define PICTURE_OLD_ORDER_S 30

/* An immutable copy.  `own` is in the roster's order, `tracks` by number.  */
typedef struct {
  SimTick now;
  size_t n_own, n_tracks, n_jams;
  PictureOwn own[PICTURE_MAX_OWN];
  PictureTrack tracks[PICTURE_MAX_TRACKS];
  PictureJam jams[PICTURE_MAX_JAMS];
  SimLinkState link;
  size_t n_bearings, n_crosses;
  PictureBearing bearings[PICTURE_MAX_BEARINGS]; /* in the order of hearing */
  PictureCross crosses[PICTURE_MAX_CROSSES];
  size_t n_marks, n_undo; /* n_undo: edits that can be taken back */
  PictureMark marks[PICTURE_MAX_MARKS]; /* in the order of marking */
  size_t n_redo;                        /* edits taken back that can be done again */
  uint8_t undo_kind;                    /* PictureEditKind of the last that can be taken back */
  size_t n_strokes;
  PictureStroke strokes[PICTURE_MAX_STROKES]; /* by number */
  size_t n_promises;
  PicturePromise promises[PICTURE_MAX_PROMISES]; /* in the order of making */
  PictureOnAir on_air;
  size_t n_queue;
  SimQueued queue[SIM_MAX_TOLD]; /* her orders that wait for air, as they will be said */
} PictureView;

/* Fills `view` (any storage of that size).  */
void picture_fill_view (const Picture *picture, PictureView *view);

/* Line of the pencil by number or NULL.  */
const PictureStroke *picture_view_stroke (const PictureView *view, uint32_t number);
/* Track by number or NULL; own machine by index or NULL.  */
const PictureTrack *picture_view_track (const PictureView *view, uint32_t number);
const PictureOwn *picture_view_own (const PictureView *view, SimUnitId id);

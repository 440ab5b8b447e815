/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often a battle asks something of the handler (design: play, "decision point").
 *
 * Private to the engine.  Found from what she is told and from her picture, never from the truth.
 *
 * *Her time.*  Gaps are measured in seconds of the player, who plays by the pacing rule: at 1× while
 * somebody is engaged, after an enemy was told of within ENGINE_NEAR_CONTACT_M of one of ours, and after an
 * emergency, an objection or a promise that comes to be due; at 5× after an enemy was told of farther off; at 20× otherwise.
 * "After" lasts for the seconds below.  The window plays at 1× all the time that a promise of hers is due within
 * ENGINE_DUE_S (engine_pacing_pace()); the gaps are measured without that.
 *
 * *Contact* is when somebody is engaged: when a machine of ours was said, by words or by data, to fire,
 * to be under fire, to be hit or lost within the last ENGINE_FIGHT_S.  A gap lies in contact if more of
 * her time of it did, else in quiet.  What asks within ENGINE_MOMENT_TICKS of the last decision point
 * is the same moment.  */
#pragma once

#include "engine/engine-prepared.h"
#include "engine/engine.h"

G_BEGIN_DECLS

#define ENGINE_FIGHT_S 20
#define ENGINE_CONTACT_S 60      /* an enemy told of is fresh for so long */
#define ENGINE_ASKED_S 10        /* an emergency or objection holds the speed for so long */
#define ENGINE_NEAR_CONTACT_M 3000.0f
#define ENGINE_WAIT_S 15         /* an order that waits longer asks something */
#define ENGINE_AXIS_DEG 30.0f    /* a voice that has moved so far round is a new axis */
#define ENGINE_COURSE_DEG 60.0f  /* an enemy that has turned so far goes elsewhere */
#define ENGINE_MOMENT_TICKS SIM_SECONDS (2)

#define ENGINE_STRAIN_MARKS 4 /* 40, 60, 75, 85 */
#define ENGINE_MAX_WAITS 32
#define ENGINE_MAX_AXES 32
#define ENGINE_MAX_COURSES 64

/* An order that waits, for one addressee or (nobody) for all of them.  */
typedef struct {
  guint32 order;
  SimUnitId unit;
  SimTick since;
} EngineWait;

/* A voice as it was when it last asked something.  */
typedef struct {
  guint16 voice; /* 0: none */
  float bearing_deg;
} EngineAxis;

/* What a platoon's contact did, and how many it was, when it last asked something.  */
typedef struct {
  guint32 contact; /* 0: none */
  guint8 platoon;
  guint8 moves;
  guint16 count;     /* the most that were told of */
  float bearing_deg; /* of its way, while it moves */
} EngineCourse;

/* Plain values but for the two arrays; saved with the battle, all but `asked`.  */
typedef struct {
  SimTick now;                                   /* counted up to here */
  SimTick last_decision;
  SimTick until_fight, until_near, until_far, until_asked; /* the speed holds until then */
  guint32 fight, quiet; /* her time since the last decision point, twentieths of a tick at 1× */
  guint8 strain_mark;   /* how many marks have been passed */
  guint8 cut;
  guint32 n_waits;
  EngineWait waits[ENGINE_MAX_WAITS]; /* of very many the first */
  EngineAxis axes[ENGINE_MAX_AXES];   /* by voice, modulo */
  EngineCourse courses[ENGINE_MAX_COURSES]; /* by contact, modulo */
  EnginePrepared prepared;
  guint32 decisions[ENGINE_N_DECISIONS]; /* points of each kind; of one moment the first */
  GArray *contact_gaps, *quiet_gaps;  /* (owned) of SimTick: ticks of her time */
  EngineAsked asked[ENGINE_N_DECISIONS]; /* for who watches; nothing is measured by it */
} EnginePacing;

void engine_pacing_init (EnginePacing *pacing);
void engine_pacing_clear (EnginePacing *pacing);
/* `to` is initialised; it becomes a copy.  */
void engine_pacing_copy (EnginePacing *to, const EnginePacing *from);

/* Takes a message; `picture` has taken it already.  `message->t` never goes back.  */
void engine_pacing_take (EnginePacing *pacing, const SimMessage *message, const Picture *picture);
/* Lets time pass: orders come to wait for long.  Once a tick, after its messages.  */
void engine_pacing_advance (EnginePacing *pacing, SimTick now);

/* The speed that the rule picks now, and why; `view` has her promises.  */
EnginePace engine_pacing_pace (const EnginePacing *pacing, const PictureView *view);

/* Nine gaps of ten are no longer than this, in seconds; NaN: there was none.  */
double engine_pacing_p90_s (const GArray *gaps);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the steps of a battle's lesson.
 *
 * It gets what a player gets: the messages that the battle lets out, the picture, and what she does.  It never sees
 * the world, so a lesson can not know more than who learns from it.  Deterministic: the same messages and acts in
 * the same ticks are the same lesson; hashed, saved, used by one thread at a time.  */
#pragma once

#include "base/base-codec.h"
#include "picture/picture.h"
#include "scenario/scenario.h"

G_BEGIN_DECLS

/* How far the lesson is: a plain value, for who shows it.  */
typedef struct {
  guint8 n_steps;    /* 0: the battle has no lesson */
  guint8 step;       /* the one to be done, counted from 0; n_steps when all are over */
  guint8 met;        /* bit n: goal n of it */
  gboolean again;    /* it is to be said in other words */
  gboolean left;     /* it rests */
  gboolean pauses;   /* this step wants the battle to stop when it begins */
  guint32 passed;    /* bit n: step n was passed by doing ... */
  guint32 skipped;   /* ... or passed over */
  double speed;      /* the most that the pacing rule may pick, 0: it is free */
} TutorView;

typedef struct _Tutor Tutor;

/* No step begun in a lesson: what tutor_act() and tutor_advance() answer.  */
#define TUTOR_NONE (-1)

/* At the first step; whoever makes it tells the battle that that has begun.  `tutorial` must outlive it.  */
Tutor *tutor_new (const ScenarioTutorial *tutorial);
void tutor_free (Tutor *tutor);

/* Takes what she did, at once: the number of the step that begins with it, or TUTOR_NONE.  `now` as in messages.  */
int tutor_act (Tutor *tutor, const ScenarioAct *act, SimTick now);

/* Takes what the last tick let out, and looks at the picture (NULL: not this time) and the clock.  The number of the
 * step that begins, or TUTOR_NONE.  Once a tick.  */
int tutor_advance (Tutor *tutor, const SimMessage *messages, gsize n_messages,
                   const PictureView *view, SimTick now);

/* Whether the step has a goal that is looked for in the picture.  */
gboolean tutor_wants_view (const Tutor *tutor);

void tutor_fill_view (const Tutor *tutor, TutorView *view);

/* Hashes, writes or reads its state; reading fails for what is no state of this lesson.  */
void tutor_walk (BaseCodec *codec, Tutor *tutor);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and their answers (private to the room).  */
#pragma once

#include "orders/orders.h"

/* What a question may see.  `view` and `sheet` may be NULL.  */
typedef struct {
  OrderBook *book;
  const PictureView *view;
  const PictureSheet *sheet;
  const BaseVec *here; /* the map's cursor; may be NULL */
  const OrderTask *task; /* may be NULL */
} OrderAsker;

/* Something on the map that a question names.  */
typedef struct {
  SimTargetKind kind; /* SIM_TARGET_NONE: a platoon */
  guint32 number;     /* of the track, machine, place or platoon */
  BaseVec position;
  float precise_m;
  char *name; /* as it is called in the answer */
} OrderSubject;

void order_subject_clear (OrderSubject *subject);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OrderSubject, order_subject_clear)

/* Reads what a question names; FALSE with a sentence in `problem` when it is nothing known.  */
gboolean order_subject_read (const OrderAsker *asker, const char *text, OrderSubject *subject,
                             char **problem);

/* The same, and a number alone is a track.  */
gboolean order_subject_read_or_track (const OrderAsker *asker, const char *text,
                                      OrderSubject *subject, char **problem);

/* What she does to her picture herself (order-hand.c): is the key of a question one of these?  Then what
 * is to be done, and the sentence that says so; `edit->kind` is PICTURE_N_EDITS when nothing is, and
 * the sentence says why.  `a` and `b` are what the pattern left open.  */
gboolean order_hand_is_key (const char *key);
char *order_hand_read (const OrderAsker *asker, const char *key, const char *a, const char *b,
                       PictureEdit *edit);

/* What she does to her orders that wait (order-queue.c), and what waits, in the same way: `edit->order` is 0
 * when nothing is to be done.  */
gboolean order_queue_is_key (const char *key);
char *order_queue_read (const OrderAsker *asker, const char *key, const char *a,
                        SimQueueEdit *edit);

/* "Undertaker, cancel" while an order to just him waits: it is deleted.  NULL: that is not it.  */
char *order_queue_cancel (const OrderAsker *asker, const char *text, SimQueueEdit *edit);

/* From where bearings are counted (order-bearings.c), in the same way: `*moves` says that it is to be `from`
 * (SIM_TARGET_NONE: the objective).  */
gboolean order_bearings_is_key (const char *key);
char *order_bearings_read (const OrderAsker *asker, const char *key, const char *a, SimTarget *from,
                           gboolean *moves);

/* Sentences are gathered as lines of text with a space between them.  Takes `sentence`.  */
void order_say (GString *answer, char *sentence);

/* Each answers one question; never NULL (order-answer-state.c).  */
char *order_answer_situation (const OrderAsker *asker);
char *order_answer_new (const OrderAsker *asker);
char *order_answer_silent (const OrderAsker *asker);
char *order_answer_read (const OrderAsker *asker, const OrderSubject *subject);

/* Up to four names of those that the test picks, and how many more; NULL for none.  */
typedef gboolean (*OrderOwnTest) (const PictureView *view, const PictureOwn *own);
char *order_answer_names (const OrderAsker *asker, OrderOwnTest test);

/* The task, and who can do how much of it (order-answer-task.c).  */
char *order_answer_objective (const OrderAsker *asker);
char *order_answer_time (const OrderAsker *asker);
char *order_answer_low (const OrderAsker *asker);
char *order_answer_wounded (const OrderAsker *asker);
char *order_answer_linked (const OrderAsker *asker);

/* What the hearer told (order-answer-heard.c).  */
char *order_answer_heard (const OrderAsker *asker);

/* Where things are to each other (order-answer-place.c).  */
char *order_answer_near (const OrderAsker *asker, const OrderSubject *subject);
char *
order_answer_far (const OrderAsker *asker, const OrderSubject *subject, const OrderSubject *from);
char *order_answer_nearest (const OrderAsker *asker, const OrderSubject *subject);
char *order_answer_bearing (const OrderAsker *asker, float bearing_deg, const OrderSubject *from);

/* The ground on the sheet (order-answer-ground.c).  */
char *order_answer_describe (const OrderAsker *asker, const OrderSubject *subject);
char *
order_answer_long (const OrderAsker *asker, const OrderSubject *who, const OrderSubject *target);
char *
order_answer_between (const OrderAsker *asker, const OrderSubject *from, const OrderSubject *to);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that crosses threads in the engine, and the only file that may do it.
 *
 * pthread mutexes and C11 atomics alone carry the data, because the thread sanitizer sees those;
 * GLib is asked for nothing but to wake a context.  What is handed over belongs to the receiver
 * from then on.  Four things are here:
 *   - a counter, drawn from by several threads;
 *   - the mailbox between the main thread and one battle's worker;
 *   - a box, into which several threads put and from which one takes;
 *   - the ticket box, by which several threads share numbered work and one reads the results in
 *     order.  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

/* ---- A counter ----------------------------------------------------------------------------- */

/* Counts from 1; any thread.  */
typedef struct {
  _Atomic guint32 last; /* (atomic) */
} EngineCounter;

guint32 engine_counter_next (EngineCounter *counter);
/* Numbers up to `last` are taken: the next is greater.  */
void engine_counter_pass (EngineCounter *counter, guint32 last);

/* The last number drawn; and to go on from there, while no other thread draws.  */
guint32 engine_counter_last (EngineCounter *counter);
void engine_counter_reset (EngineCounter *counter, guint32 last);

/* Reference counts of what is shared between threads; drop returns TRUE for the last one.  */
void engine_share_hold (int *count);
gboolean engine_share_drop (int *count);

/* ---- Main thread and worker ---------------------------------------------------------------- */

typedef enum {
  ENGINE_INPUT_COMMAND,
  ENGINE_INPUT_EDIT,
  ENGINE_INPUT_QUEUE,
  ENGINE_INPUT_ACT,
  ENGINE_INPUT_PAUSED,
  ENGINE_INPUT_SPEED,
  ENGINE_INPUT_NOTICE, /* what the console answered, to be kept with what was said */
  ENGINE_INPUT_SAVE,   /* to a file */
} EngineInputKind;

/* What the main thread asks for.  */
typedef struct {
  EngineInputKind kind;
  union {
    SimCommand command;
    PictureEdit edit;
    SimQueueEdit queue;
    ScenarioAct act;
    gboolean paused;
    double speed;
    char *text; /* (owned) of a notice, or the path of a save; goes to the receiver */
  };
  /* Of a notice: bearings are counted from there now.  */
  gboolean moves_bearings;
  SimTarget bearings;
} EngineInput;

/* Frees what an input owns.  */
void engine_input_clear (EngineInput *input);
/* An empty array of inputs that does not own what they own; to free one that does.  */
void engine_inputs_free (GArray *inputs);

typedef struct _EngineAftermath EngineAftermath;

typedef enum {
  ENGINE_EVENT_MESSAGE, /* the battle let something out */
  ENGINE_EVENT_ENDED,   /* with the aftermath, which goes to the receiver */
  ENGINE_EVENT_FAILED,  /* with a sentence, likewise */
} EngineEventKind;

typedef struct {
  EngineEventKind kind;
  union {
    SimMessage message;
    EngineAftermath *aftermath; /* (owned) */
    char *failure;              /* (owned) */
  };
} EngineEvent;

/* Frees what an event owns that nobody will receive.  */
void engine_event_clear (EngineEvent *event);
/* Frees an array of events with what they own.  */
void engine_events_free (GArray *events);

typedef struct _EngineMailbox EngineMailbox;

/* Holds a reference to both contexts, to wake them.  Freed when no thread uses it any more; what
 * lies in it unread is freed with it.  */
EngineMailbox *engine_mailbox_new (GMainContext *main_context, GMainContext *worker_context);
void engine_mailbox_free (EngineMailbox *mailbox);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineMailbox, engine_mailbox_free)

/* Main thread: puts one input at the end of the queue and wakes the worker.  */
void engine_mailbox_send (EngineMailbox *mailbox, const EngineInput *input);
/* Main thread: the worker shall return.  */
void engine_mailbox_stop (EngineMailbox *mailbox);

/* Worker: cheap questions, asked between ticks.  */
gboolean engine_mailbox_is_stopping (EngineMailbox *mailbox);
gboolean engine_mailbox_has_input (EngineMailbox *mailbox);
/* Worker: moves all inputs, oldest first, to the end of an array of EngineInput.  */
void engine_mailbox_take_inputs (EngineMailbox *mailbox, GArray *into);

/* Worker: appends the events of an array of EngineEvent, which is emptied, and puts `frame` (its
 * reference goes over) in the place of one not yet taken.  Both become visible together, so that
 * a frame is never older than the events that are received.  Wakes the main context.  */
void engine_mailbox_post (EngineMailbox *mailbox, GArray *events, EngineFrame *frame);
/* Worker: events posted and not yet taken.  */
gsize engine_mailbox_backlog (EngineMailbox *mailbox);

/* Main thread.  */
gboolean engine_mailbox_has_output (EngineMailbox *mailbox);
/* Main thread: moves all events to the end of `into`; returns the newest frame (its reference
 * goes over) or NULL when there is none since the last one taken.  */
EngineFrame *engine_mailbox_take_output (EngineMailbox *mailbox, GArray *into);

/* ---- A box --------------------------------------------------------------------------------- */

/* Things, not NULL, from any thread to one: first in, first out, none lost.  */
typedef struct _EngineBox EngineBox;

/* `reader` (may be NULL) is woken when something is put.  What is left in it when it is freed goes to
 * `free_func`.  */
EngineBox *engine_box_new (GMainContext *reader, GDestroyNotify free_func);
void engine_box_free (EngineBox *box);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineBox, engine_box_free)

/* Any thread.  */
void engine_box_put (EngineBox *box, gpointer thing);
gboolean engine_box_has (EngineBox *box);
/* No more will be put: whoever waits is let go once it is empty.  */
void engine_box_close (EngineBox *box);
/* The reader: the next; waits for it until g_get_monotonic_time() is `until_us` (0: not at all,
 * G_MAXINT64: for ever).  NULL when none came; `*closed` (may be NULL) says that none will.  */
gpointer engine_box_take (EngineBox *box, gint64 until_us, gboolean *closed);

/* ---- Numbered work ------------------------------------------------------------------------- */

typedef struct _EngineTickets EngineTickets;

/* Tickets 0 .. n-1.  At most `ahead` results may wait to be read, so that a batch of any length
 * needs no more memory than that.  */
EngineTickets *engine_tickets_new (gsize n, gsize ahead);
void engine_tickets_free (EngineTickets *tickets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineTickets, engine_tickets_free)

/* Any thread: takes the next ticket, waiting while results pile up.  FALSE when none is left or
 * the box is closed.  */
gboolean engine_tickets_take (EngineTickets *tickets, gsize *ticket);
/* Any thread: hands in the result of a ticket, not NULL.  */
void engine_tickets_put (EngineTickets *tickets, gsize ticket, gpointer result);
/* One reader: waits for the next result in the order of tickets; NULL after the last.  */
gpointer engine_tickets_next (EngineTickets *tickets);
/* No more tickets are given out (something went wrong).  */
void engine_tickets_close (EngineTickets *tickets);

G_END_DECLS

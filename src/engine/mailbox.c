/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/mailbox.h"

#include "engine/engine-result.h"

#include <pthread.h>
#include <stdatomic.h>

/* ---- Counters ------------------------------------------------------------------------------ */

guint32
engine_counter_next (EngineCounter *counter)
{
  return atomic_fetch_add_explicit (&counter->last, 1, memory_order_relaxed) + 1;
}

void
engine_counter_pass (EngineCounter *counter, guint32 last)
{
  guint32 seen = atomic_load_explicit (&counter->last, memory_order_relaxed);

  while (seen < last &&
         !atomic_compare_exchange_weak_explicit (&counter->last, &seen, last,
                                                 memory_order_relaxed, memory_order_relaxed))
    ;
}

guint32
engine_counter_last (EngineCounter *counter)
{
  return atomic_load_explicit (&counter->last, memory_order_relaxed);
}

void
engine_counter_reset (EngineCounter *counter, guint32 last)
{
  atomic_store_explicit (&counter->last, last, memory_order_relaxed);
}

void
engine_share_hold (int *count)
{
  __atomic_fetch_add (count, 1, __ATOMIC_RELAXED);
}

gboolean
engine_share_drop (int *count)
{
  return __atomic_fetch_sub (count, 1, __ATOMIC_ACQ_REL) == 1;
}

/* ---- The mailbox --------------------------------------------------------------------------- */

struct _EngineMailbox {
  GMainContext *main_context;   /* (owned) woken only */
  GMainContext *worker_context; /* (owned) woken only */

  pthread_mutex_t lock;
  GArray *inputs;     /* (owned) (lock) EngineInput */
  GArray *events;     /* (owned) (lock) EngineEvent */
  EngineFrame *frame; /* (owned) (lock) newest, NULL when taken */

  /* Hints that spare the lock; the lock orders what they announce.  */
  atomic_bool has_input;  /* (atomic) */
  atomic_bool has_output; /* (atomic) */
  atomic_bool stopping;   /* (atomic) */
  atomic_size_t backlog;  /* (atomic) */
};

void
engine_event_clear (EngineEvent *event)
{
  if (event->kind == ENGINE_EVENT_ENDED)
    g_clear_pointer (&event->aftermath, engine_aftermath_free);
  else if (event->kind == ENGINE_EVENT_FAILED)
    g_clear_pointer (&event->failure, g_free);
}

void
engine_events_free (GArray *events)
{
  for (guint i = 0; i < events->len; i++)
    engine_event_clear (&g_array_index (events, EngineEvent, i));
  g_array_unref (events);
}

void
engine_input_clear (EngineInput *input)
{
  if (input->kind == ENGINE_INPUT_NOTICE || input->kind == ENGINE_INPUT_SAVE)
    g_clear_pointer (&input->text, g_free);
}

void
engine_inputs_free (GArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    engine_input_clear (&g_array_index (inputs, EngineInput, i));
  g_array_unref (inputs);
}

EngineMailbox *
engine_mailbox_new (GMainContext *main_context, GMainContext *worker_context)
{
  EngineMailbox *mailbox = g_new0 (EngineMailbox, 1);

  mailbox->main_context = g_main_context_ref (main_context);
  mailbox->worker_context = g_main_context_ref (worker_context);
  pthread_mutex_init (&mailbox->lock, NULL);
  mailbox->inputs = g_array_new (FALSE, FALSE, sizeof (EngineInput));
  mailbox->events = g_array_new (FALSE, FALSE, sizeof (EngineEvent));
  return mailbox;
}

void
engine_mailbox_free (EngineMailbox *mailbox)
{
  if (mailbox == NULL)
    return;
  engine_inputs_free (mailbox->inputs);
  engine_events_free (mailbox->events);
  g_clear_pointer (&mailbox->frame, engine_frame_unref);
  pthread_mutex_destroy (&mailbox->lock);
  g_main_context_unref (mailbox->main_context);
  g_main_context_unref (mailbox->worker_context);
  g_free (mailbox);
}

void
engine_mailbox_send (EngineMailbox *mailbox, const EngineInput *input)
{
  pthread_mutex_lock (&mailbox->lock);
  g_array_append_vals (mailbox->inputs, input, 1);
  atomic_store (&mailbox->has_input, true);
  pthread_mutex_unlock (&mailbox->lock);
  g_main_context_wakeup (mailbox->worker_context);
}

void
engine_mailbox_stop (EngineMailbox *mailbox)
{
  atomic_store (&mailbox->stopping, true);
  g_main_context_wakeup (mailbox->worker_context);
}

gboolean
engine_mailbox_is_stopping (EngineMailbox *mailbox)
{
  return atomic_load (&mailbox->stopping);
}

gboolean
engine_mailbox_has_input (EngineMailbox *mailbox)
{
  return atomic_load (&mailbox->has_input);
}

static void
move_all (GArray *from, GArray *to)
{
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
  g_array_set_size (from, 0);
}

void
engine_mailbox_take_inputs (EngineMailbox *mailbox, GArray *into)
{
  pthread_mutex_lock (&mailbox->lock);
  move_all (mailbox->inputs, into);
  atomic_store (&mailbox->has_input, false);
  pthread_mutex_unlock (&mailbox->lock);
}

void
engine_mailbox_post (EngineMailbox *mailbox, GArray *events, EngineFrame *frame)
{
  EngineFrame *old = NULL;

  pthread_mutex_lock (&mailbox->lock);
  move_all (events, mailbox->events);
  if (frame != NULL) {
    old = mailbox->frame;
    mailbox->frame = frame;
  }
  atomic_store (&mailbox->backlog, mailbox->events->len);
  atomic_store (&mailbox->has_output, true);
  pthread_mutex_unlock (&mailbox->lock);
  g_clear_pointer (&old, engine_frame_unref);
  g_main_context_wakeup (mailbox->main_context);
}

gsize
engine_mailbox_backlog (EngineMailbox *mailbox)
{
  return atomic_load (&mailbox->backlog);
}

gboolean
engine_mailbox_has_output (EngineMailbox *mailbox)
{
  return atomic_load (&mailbox->has_output);
}

EngineFrame *
engine_mailbox_take_output (EngineMailbox *mailbox, GArray *into)
{
  EngineFrame *frame;

  pthread_mutex_lock (&mailbox->lock);
  move_all (mailbox->events, into);
  frame = g_steal_pointer (&mailbox->frame);
  atomic_store (&mailbox->backlog, 0);
  atomic_store (&mailbox->has_output, false);
  pthread_mutex_unlock (&mailbox->lock);
  return frame;
}

/* ---- The box ------------------------------------------------------------------------------- */

struct _EngineBox {
  GMainContext *reader; /* (owned) (nullable) woken only */
  GDestroyNotify free_func;
  pthread_mutex_t lock;
  pthread_cond_t changed;
  GQueue things;   /* (owned) (lock) */
  gboolean closed; /* (lock) */
};

EngineBox *
engine_box_new (GMainContext *reader, GDestroyNotify free_func)
{
  EngineBox *box = g_new0 (EngineBox, 1);
  pthread_condattr_t attributes;

  box->reader = reader != NULL ? g_main_context_ref (reader) : NULL;
  box->free_func = free_func;
  pthread_mutex_init (&box->lock, NULL);
  pthread_condattr_init (&attributes);
  pthread_condattr_setclock (&attributes, CLOCK_MONOTONIC); /* that of g_get_monotonic_time() */
  pthread_cond_init (&box->changed, &attributes);
  pthread_condattr_destroy (&attributes);
  g_queue_init (&box->things);
  return box;
}

void
engine_box_free (EngineBox *box)
{
  if (box == NULL)
    return;
  g_queue_clear_full (&box->things, box->free_func);
  pthread_cond_destroy (&box->changed);
  pthread_mutex_destroy (&box->lock);
  g_clear_pointer (&box->reader, g_main_context_unref);
  g_free (box);
}

void
engine_box_put (EngineBox *box, gpointer thing)
{
  pthread_mutex_lock (&box->lock);
  g_queue_push_tail (&box->things, thing);
  pthread_cond_signal (&box->changed);
  pthread_mutex_unlock (&box->lock);
  if (box->reader != NULL)
    g_main_context_wakeup (box->reader);
}

gboolean
engine_box_has (EngineBox *box)
{
  gboolean has;

  pthread_mutex_lock (&box->lock);
  has = box->things.length > 0;
  pthread_mutex_unlock (&box->lock);
  return has;
}

void
engine_box_close (EngineBox *box)
{
  pthread_mutex_lock (&box->lock);
  box->closed = TRUE;
  pthread_cond_signal (&box->changed);
  pthread_mutex_unlock (&box->lock);
}

/* TRUE when it is of use to wait on.  */
static gboolean
wait_in_box (EngineBox *box, gint64 until_us)
{
  struct timespec until = {.tv_sec = until_us / G_USEC_PER_SEC,
                           .tv_nsec = until_us % G_USEC_PER_SEC * 1000};

  if (until_us == G_MAXINT64)
    return pthread_cond_wait (&box->changed, &box->lock) == 0;
  return pthread_cond_timedwait (&box->changed, &box->lock, &until) == 0;
}

gpointer
engine_box_take (EngineBox *box, gint64 until_us, gboolean *closed)
{
  gpointer thing;

  pthread_mutex_lock (&box->lock);
  while (box->things.length == 0 && !box->closed && until_us > 0 && wait_in_box (box, until_us))
    ;
  thing = g_queue_pop_head (&box->things);
  if (closed != NULL)
    *closed = box->closed && thing == NULL;
  pthread_mutex_unlock (&box->lock);
  return thing;
}

/* ---- Numbered work ------------------------------------------------------------------------- */

struct _EngineTickets {
  gsize n, ahead;
  pthread_mutex_t lock;
  pthread_cond_t changed;
  gsize next_take; /* (lock) */
  gsize next_read; /* (lock) */
  gboolean closed; /* (lock) */
  gpointer *slots; /* (owned) (lock) ring of `ahead` results */
};

EngineTickets *
engine_tickets_new (gsize n, gsize ahead)
{
  EngineTickets *tickets = g_new0 (EngineTickets, 1);

  tickets->n = n;
  tickets->ahead = MAX (ahead, 1);
  tickets->slots = g_new0 (gpointer, tickets->ahead);
  pthread_mutex_init (&tickets->lock, NULL);
  pthread_cond_init (&tickets->changed, NULL);
  return tickets;
}

void
engine_tickets_free (EngineTickets *tickets)
{
  if (tickets == NULL)
    return;
  pthread_cond_destroy (&tickets->changed);
  pthread_mutex_destroy (&tickets->lock);
  g_free (tickets->slots);
  g_free (tickets);
}

gboolean
engine_tickets_take (EngineTickets *tickets, gsize *ticket)
{
  gboolean taken;

  pthread_mutex_lock (&tickets->lock);
  while (!tickets->closed && tickets->next_take < tickets->n &&
         tickets->next_take >= tickets->next_read + tickets->ahead)
    pthread_cond_wait (&tickets->changed, &tickets->lock);
  taken = !tickets->closed && tickets->next_take < tickets->n;
  if (taken)
    *ticket = tickets->next_take++;
  pthread_mutex_unlock (&tickets->lock);
  return taken;
}

void
engine_tickets_put (EngineTickets *tickets, gsize ticket, gpointer result)
{
  pthread_mutex_lock (&tickets->lock);
  tickets->slots[ticket % tickets->ahead] = result;
  pthread_cond_broadcast (&tickets->changed);
  pthread_mutex_unlock (&tickets->lock);
}

gpointer
engine_tickets_next (EngineTickets *tickets)
{
  gpointer result = NULL;

  pthread_mutex_lock (&tickets->lock);
  while (tickets->next_read < (tickets->closed ? tickets->next_take : tickets->n) &&
         tickets->slots[tickets->next_read % tickets->ahead] == NULL)
    pthread_cond_wait (&tickets->changed, &tickets->lock);
  if (tickets->next_read < (tickets->closed ? tickets->next_take : tickets->n)) {
    result = g_steal_pointer (&tickets->slots[tickets->next_read % tickets->ahead]);
    tickets->next_read++;
    pthread_cond_broadcast (&tickets->changed);
  }
  pthread_mutex_unlock (&tickets->lock);
  return result;
}

void
engine_tickets_close (EngineTickets *tickets)
{
  pthread_mutex_lock (&tickets->lock);
  tickets->closed = TRUE;
  pthread_cond_broadcast (&tickets->changed);
  pthread_mutex_unlock (&tickets->lock);
}

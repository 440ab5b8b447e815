/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What crosses threads, alone: nothing lost, nothing out of order, nothing older than it may be.
 * Run under the thread sanitizer too.  */
#include "engine/engine-result.h"
#include "engine/mailbox.h"

#include <pthread.h>

#define N_EVENTS 60000
#define N_INPUTS 20000

/* ---- Counters ------------------------------------------------------------------------------ */

#define COUNTING_THREADS 4
#define COUNTED 20000

typedef struct {
  EngineCounter *counter;
  guint32 drawn[COUNTED];
} Drawer;

static void *
draw (void *data)
{
  Drawer *drawer = data;

  for (guint i = 0; i < COUNTED; i++)
    drawer->drawn[i] = engine_counter_next (drawer->counter);
  return NULL;
}

static void
test_counter_never_twice (void)
{
  EngineCounter counter = {0};
  g_autofree Drawer *drawers = g_new0 (Drawer, COUNTING_THREADS);
  g_autofree guint8 *seen = g_new0 (guint8, COUNTING_THREADS * COUNTED + 1);
  pthread_t threads[COUNTING_THREADS];

  for (guint i = 0; i < COUNTING_THREADS; i++) {
    drawers[i].counter = &counter;
    g_assert_cmpint (pthread_create (&threads[i], NULL, draw, &drawers[i]), ==, 0);
  }
  for (guint i = 0; i < COUNTING_THREADS; i++)
    pthread_join (threads[i], NULL);
  for (guint i = 0; i < COUNTING_THREADS; i++)
    for (guint k = 0; k < COUNTED; k++) {
      g_assert_cmpuint (drawers[i].drawn[k], >=, 1);
      g_assert_cmpuint (drawers[i].drawn[k], <=, COUNTING_THREADS * COUNTED);
      g_assert_cmpuint (seen[drawers[i].drawn[k]]++, ==, 0);
    }
}

static void
test_counter_pass (void)
{
  EngineCounter counter = {0};

  engine_counter_pass (&counter, 41);
  g_assert_cmpuint (engine_counter_next (&counter), ==, 42);
  engine_counter_pass (&counter, 7);
  g_assert_cmpuint (engine_counter_next (&counter), ==, 43);
}

/* ---- The mailbox --------------------------------------------------------------------------- */

typedef struct {
  EngineMailbox *mailbox;
  GMainContext *context;
  guint32 n_inputs; /* (worker) read after the join */
} Worker;

static EngineFrame *
frame_at (SimTick now)
{
  EngineFrame *frame = g_new0 (EngineFrame, 1);

  frame->ref_count = 1;
  frame->now = now;
  return frame;
}

static void
take_inputs (Worker *worker, GArray *inputs)
{
  engine_mailbox_take_inputs (worker->mailbox, inputs);
  for (guint i = 0; i < inputs->len; i++) {
    const EngineInput *input = &g_array_index (inputs, EngineInput, i);

    g_assert_cmpint (input->kind, ==, ENGINE_INPUT_COMMAND);
    g_assert_cmpuint (input->command.id, ==, ++worker->n_inputs);
  }
  g_array_set_size (inputs, 0);
}

/* Posts events 1..N_EVENTS in batches of changing size, each with a frame of the same moment, and
 * reads what it is sent until it is told to stop.  */
static void *
post_all (void *data)
{
  Worker *worker = data;
  GArray *inputs = g_array_new (FALSE, FALSE, sizeof (EngineInput));
  GArray *events = g_array_new (FALSE, FALSE, sizeof (EngineEvent));

  for (guint32 i = 1; i <= N_EVENTS; i++) {
    EngineEvent event = {.kind = ENGINE_EVENT_MESSAGE};

    event.message.t = i;
    g_array_append_val (events, event);
    if (i % 7 == 0 || i % 31 == 0 || i == N_EVENTS)
      engine_mailbox_post (worker->mailbox, events, frame_at (i));
    if (engine_mailbox_has_input (worker->mailbox))
      take_inputs (worker, inputs);
  }
  while (!engine_mailbox_is_stopping (worker->mailbox) || worker->n_inputs < N_INPUTS)
    take_inputs (worker, inputs);
  g_array_unref (inputs);
  engine_events_free (events);
  return NULL;
}

static void
send_some (EngineMailbox *mailbox, guint32 *sent)
{
  for (guint i = 0; i < 5 && *sent < N_INPUTS; i++) {
    EngineInput input = {.kind = ENGINE_INPUT_COMMAND};

    input.command.id = ++*sent;
    engine_mailbox_send (mailbox, &input);
  }
}

static void
test_mailbox_both_ways (void)
{
  g_autoptr (GMainContext) main_context = g_main_context_new ();
  g_autoptr (GMainContext) worker_context = g_main_context_new ();
  g_autoptr (EngineMailbox) mailbox = engine_mailbox_new (main_context, worker_context);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (EngineEvent));
  Worker worker = {.mailbox = mailbox, .context = worker_context};
  guint32 received = 0, sent = 0;
  SimTick shown = 0;
  pthread_t thread;

  g_assert_cmpint (pthread_create (&thread, NULL, post_all, &worker), ==, 0);
  while (received < N_EVENTS || sent < N_INPUTS) {
    EngineFrame *frame;

    send_some (mailbox, &sent);
    if (!engine_mailbox_has_output (mailbox))
      continue;
    frame = engine_mailbox_take_output (mailbox, events);
    for (guint i = 0; i < events->len; i++)
      g_assert_cmpuint (g_array_index (events, EngineEvent, i).message.t, ==, ++received);
    g_array_set_size (events, 0);
    if (frame != NULL) {
      g_assert_cmpuint (frame->now, >, shown);
      shown = frame->now;
      engine_frame_unref (frame);
    }
    /* Events are never newer than the frame that came with them.  */
    g_assert_cmpuint (received, <=, shown);
  }
  engine_mailbox_stop (mailbox);
  pthread_join (thread, NULL);
  g_assert_cmpuint (received, ==, N_EVENTS);
  g_assert_cmpuint (shown, ==, N_EVENTS);
  g_assert_cmpuint (worker.n_inputs, ==, N_INPUTS);
}

/* A frame held longer is not touched when newer ones come.  */
static void
test_mailbox_latest_wins (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (EngineMailbox) mailbox = engine_mailbox_new (context, context);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (EngineEvent));
  g_autoptr (EngineFrame) frame = NULL;

  g_assert_false (engine_mailbox_has_output (mailbox));
  for (SimTick now = 1; now <= 5; now++)
    engine_mailbox_post (mailbox, events, frame_at (now));
  frame = engine_mailbox_take_output (mailbox, events);
  g_assert_cmpuint (frame->now, ==, 5);
  g_assert_null (engine_mailbox_take_output (mailbox, events));
  engine_mailbox_post (mailbox, events, frame_at (6));
  g_assert_cmpuint (frame->now, ==, 5);
}

/* What nobody reads is freed with the mailbox (leaks are found by the address sanitizer).  */
static void
test_mailbox_frees_unread (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  EngineMailbox *mailbox = engine_mailbox_new (context, context);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (EngineEvent));
  EngineEvent ended = {.kind = ENGINE_EVENT_ENDED}, failed = {.kind = ENGINE_EVENT_FAILED};

  ended.aftermath = g_new0 (EngineAftermath, 1);
  ended.aftermath->units = g_array_new (FALSE, FALSE, 1);
  ended.aftermath->kills = g_array_new (FALSE, FALSE, 1);
  ended.aftermath->notes = g_array_new (FALSE, FALSE, 1);
  failed.failure = g_strdup ("why");
  g_array_append_val (events, ended);
  g_array_append_val (events, failed);
  engine_mailbox_post (mailbox, events, frame_at (1));
  g_assert_cmpuint (events->len, ==, 0);
  g_assert_cmpuint (engine_mailbox_backlog (mailbox), ==, 2);
  engine_mailbox_free (mailbox);
}

/* ---- Tickets ------------------------------------------------------------------------------- */

#define N_TICKETS 3000
#define AHEAD 8

typedef struct {
  EngineTickets *tickets;
  EngineCounter *put;  /* results handed in */
  guint slow;          /* this thread is slower than the others */
} Hand;

static void *
do_tickets (void *data)
{
  Hand *hand = data;
  gsize ticket;

  while (engine_tickets_take (hand->tickets, &ticket)) {
    for (guint i = 0; i < hand->slow * (guint) (ticket % 13); i++)
      g_thread_yield ();
    engine_counter_next (hand->put);
    engine_tickets_put (hand->tickets, ticket, GSIZE_TO_POINTER (ticket + 1));
  }
  return NULL;
}

static void
test_tickets_in_order (void)
{
  g_autoptr (EngineTickets) tickets = engine_tickets_new (N_TICKETS, AHEAD);
  EngineCounter put = {0};
  Hand hands[3] = {{tickets, &put, 0}, {tickets, &put, 1}, {tickets, &put, 3}};
  pthread_t threads[3];

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (pthread_create (&threads[i], NULL, do_tickets, &hands[i]), ==, 0);
  for (gsize i = 1; i <= N_TICKETS; i++) {
    g_assert_cmpuint (GPOINTER_TO_SIZE (engine_tickets_next (tickets)), ==, i);
    /* No one runs farther ahead than there is room for.  */
    g_assert_cmpuint (put.last, <=, i + AHEAD);
  }
  g_assert_null (engine_tickets_next (tickets));
  for (guint i = 0; i < 3; i++)
    pthread_join (threads[i], NULL);
}

static void
test_tickets_close (void)
{
  g_autoptr (EngineTickets) tickets = engine_tickets_new (G_MAXSIZE / 2, AHEAD);
  EngineCounter put = {0};
  Hand hand = {tickets, &put, 0};
  gsize read = 0;
  pthread_t thread;

  g_assert_cmpint (pthread_create (&thread, NULL, do_tickets, &hand), ==, 0);
  for (; read < 20; read++)
    g_assert_nonnull (engine_tickets_next (tickets));
  engine_tickets_close (tickets);
  while (engine_tickets_next (tickets) != NULL)
    read++;
  pthread_join (thread, NULL);
  g_assert_cmpuint (put.last, ==, read);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/mailbox/counter-never-twice", test_counter_never_twice);
  g_test_add_func ("/engine/mailbox/counter-pass", test_counter_pass);
  g_test_add_func ("/engine/mailbox/both-ways", test_mailbox_both_ways);
  g_test_add_func ("/engine/mailbox/latest-wins", test_mailbox_latest_wins);
  g_test_add_func ("/engine/mailbox/frees-unread", test_mailbox_frees_unread);
  g_test_add_func ("/engine/tickets/in-order", test_tickets_in_order);
  g_test_add_func ("/engine/tickets/close", test_tickets_close);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-worker.h"

#include "engine/engine-clock.h"

/* At most so many frames a second; of a fast battle fewer, which leaves the window time between two.  */
#define FRAMES_A_SECOND 30
#define FAST_FRAMES_A_SECOND 20
#define FAST_SPEED 20
/* Longest stretch of ticks before the context is looked at again.  */
#define SLICE_US 8000
/* When the main thread reads no more, the battle waits for it rather than filling the memory.  */
#define BACKLOG_MOST 20000
#define BACKLOG_WAIT_US 20000

struct _EngineWorker {
  GThread *thread;        /* (owned) (main) NULL after the join */
  EngineMailbox *mailbox; /* (owned) (immutable) */
  GMainContext *context;  /* (owned) (immutable) */
  EngineCore *core;       /* (owned) (worker), the main thread's after the join */
  EngineKeeping *keeping; /* (owned) (nullable) likewise */

  GSource *ticker;        /* (owned) (worker) */
  EngineClock clock;      /* (worker) */
  GArray *inputs;         /* (owned) (worker) EngineInput, taken and not yet applied */
  GArray *events;         /* (owned) (worker) EngineEvent, not yet posted */
  gint64 posted_us;       /* (worker) when the last frame went out */
  gboolean changed;       /* (worker) something to post since then */
  gboolean over;          /* (worker) ended or failed: the core is not touched any more */
};

static void
assert_in_worker (EngineWorker *worker)
{
  g_assert (g_main_context_is_owner (worker->context));
}

static gint64
frame_interval_us (const EngineWorker *worker)
{
  return G_USEC_PER_SEC / (worker->clock.speed < FAST_SPEED ? FRAMES_A_SECOND : FAST_FRAMES_A_SECOND);
}

/* ---- Output -------------------------------------------------------------------------------- */

static void
post (EngineWorker *worker, gint64 now_us)
{
  EngineFrame *frame = engine_core_make_frame (worker->core);

  assert_in_worker (worker);
  frame->paused = worker->clock.paused;
  frame->speed = worker->clock.speed;
  engine_mailbox_post (worker->mailbox, worker->events, frame);
  worker->posted_us = now_us;
  worker->changed = FALSE;
}

/* What the main thread does not need: it is in every frame.  */
static gboolean
is_for_frames_only (const SimMessage *message)
{
  return message->kind == SIM_MESSAGE_TELEMETRY || message->kind == SIM_MESSAGE_LINK ||
         message->kind == SIM_MESSAGE_RADAR || message->kind == SIM_MESSAGE_QUEUED;
}

static void
collect_messages (EngineWorker *worker)
{
  gsize n_messages;
  const SimMessage *messages = engine_core_messages (worker->core, &n_messages);

  for (gsize i = 0; i < n_messages; i++) {
    EngineEvent event = {.kind = ENGINE_EVENT_MESSAGE};

    if (is_for_frames_only (&messages[i]))
      continue;
    event.message = messages[i];
    g_array_append_val (worker->events, event);
  }
}

/* ---- Steps --------------------------------------------------------------------------------- */

static void
finish (EngineWorker *worker)
{
  EngineEvent event = {.kind = ENGINE_EVENT_ENDED};

  event.aftermath = engine_core_make_aftermath (worker->core);
  g_array_append_val (worker->events, event);
  worker->changed = TRUE;
  worker->over = TRUE;
  if (worker->keeping != NULL)
    engine_keeping_close (worker->keeping, &worker->clock);
}

static void
fail (EngineWorker *worker, SimTick tick)
{
  EngineEvent event = {.kind = ENGINE_EVENT_FAILED};

  event.failure = g_strdup_printf ("The battle does not go on after tick %u.", tick);
  g_array_append_val (worker->events, event);
  worker->changed = TRUE;
  worker->over = TRUE;
}

static void
step (EngineWorker *worker)
{
  SimTick before = engine_core_tick (worker->core);

  if (engine_core_step (worker->core)) {
    collect_messages (worker);
    worker->changed = TRUE;
    if (engine_core_tick (worker->core) != before + 1)
      fail (worker, before);
  }
  if (!worker->over && engine_core_is_finished (worker->core))
    finish (worker);
}

/* Takes the ticks that are due, but returns soon when something else is to be done.  */
static void
run_due_ticks (EngineWorker *worker, gint64 start_us)
{
  gint64 now_us = start_us;

  while (!worker->over && now_us - start_us < SLICE_US &&
         !engine_mailbox_is_stopping (worker->mailbox) &&
         !engine_mailbox_has_input (worker->mailbox) &&
         engine_clock_take (&worker->clock, now_us)) {
    step (worker);
    now_us = g_get_monotonic_time ();
    if (worker->changed && now_us - worker->posted_us >= frame_interval_us (worker))
      post (worker, now_us);
  }
}

/* ---- Input --------------------------------------------------------------------------------- */

static void
set_paused (EngineWorker *worker, gboolean paused, gint64 now_us)
{
  gboolean was_paused = worker->clock.paused;

  engine_clock_set_paused (&worker->clock, paused, now_us);
  worker->changed = TRUE;
  if (worker->keeping != NULL && paused && !was_paused && !worker->over)
    engine_keeping_autosave (worker->keeping, &worker->clock);
}

static void
apply_input (EngineWorker *worker, const EngineInput *input, gint64 now_us)
{
  switch (input->kind) {
  case ENGINE_INPUT_COMMAND:
    if (!worker->over)
      engine_core_submit (worker->core, &input->command);
    worker->changed = TRUE; /* it waits, also while time stands still */
    break;
  case ENGINE_INPUT_QUEUE:
    if (!worker->over && engine_core_edit_queue (worker->core, &input->queue))
      worker->changed = TRUE;
    break;
  case ENGINE_INPUT_ACT:
    if (!worker->over && engine_core_act (worker->core, &input->act))
      worker->changed = TRUE;
    break;
  case ENGINE_INPUT_EDIT:
    if (!worker->over && engine_core_edit (worker->core, &input->edit))
      worker->changed = TRUE;
    break;
  case ENGINE_INPUT_PAUSED:
    set_paused (worker, input->paused, now_us);
    break;
  case ENGINE_INPUT_SPEED:
    engine_clock_set_speed (&worker->clock, input->speed, now_us);
    worker->changed = TRUE;
    break;
  case ENGINE_INPUT_NOTICE:
    engine_core_note_notice (worker->core, engine_core_tick (worker->core), input->text,
                             input->moves_bearings ? &input->bearings : NULL);
    break;
  case ENGINE_INPUT_SAVE:
    if (worker->keeping != NULL)
      engine_keeping_save_to (worker->keeping, &worker->clock, input->text);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* Applied, and noted for whom the battle is kept.  */
static void
take_input (EngineWorker *worker, EngineInput *input, gint64 now_us)
{
  apply_input (worker, input, now_us);
  if (worker->keeping != NULL && !worker->over)
    engine_keeping_note (worker->keeping, input);
  engine_input_clear (input);
}

static void
apply_inputs (EngineWorker *worker, gint64 now_us)
{
  assert_in_worker (worker);
  engine_mailbox_take_inputs (worker->mailbox, worker->inputs);
  for (guint i = 0; i < worker->inputs->len; i++)
    take_input (worker, &g_array_index (worker->inputs, EngineInput, i), now_us);
  g_array_set_size (worker->inputs, 0);
}

/* ---- The source that paces ----------------------------------------------------------------- */

typedef struct {
  GSource source;
  EngineWorker *worker;
} Ticker;

/* The next moment at which there is something to do without being asked.  */
static gint64
next_moment (EngineWorker *worker, gint64 now_us)
{
  gint64 next_us = worker->over ? G_MAXINT64 : engine_clock_next_us (&worker->clock);

  if (engine_mailbox_backlog (worker->mailbox) > BACKLOG_MOST && next_us != G_MAXINT64)
    next_us = MAX (next_us, now_us + BACKLOG_WAIT_US);
  if (worker->changed)
    next_us = MIN (next_us, worker->posted_us + frame_interval_us (worker));
  return next_us;
}

static gboolean
ticker_ready (GSource *source)
{
  EngineWorker *worker = ((Ticker *) source)->worker;

  return engine_mailbox_has_input (worker->mailbox) ||
         engine_mailbox_is_stopping (worker->mailbox);
}

static gboolean
ticker_prepare (GSource *source, int *timeout)
{
  *timeout = -1;
  return ticker_ready (source);
}

static gboolean
ticker_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  EngineWorker *worker = ((Ticker *) source)->worker;
  gint64 now_us = g_get_monotonic_time (), next_us;

  assert_in_worker (worker);
  if (engine_mailbox_has_input (worker->mailbox))
    apply_inputs (worker, now_us);
  if (engine_mailbox_backlog (worker->mailbox) <= BACKLOG_MOST)
    run_due_ticks (worker, now_us);
  now_us = g_get_monotonic_time ();
  if (worker->changed && now_us - worker->posted_us >= frame_interval_us (worker))
    post (worker, now_us);
  if (worker->keeping != NULL && !worker->over)
    engine_keeping_advance (worker->keeping, &worker->clock, now_us);
  next_us = next_moment (worker, now_us);
  g_source_set_ready_time (source, next_us == G_MAXINT64 ? -1 : next_us);
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs ticker_funcs = {
    .prepare = ticker_prepare,
    .check = ticker_ready,
    .dispatch = ticker_dispatch,
};

static gpointer
worker_main (gpointer data)
{
  EngineWorker *worker = data;

  g_main_context_acquire (worker->context);
  g_main_context_push_thread_default (worker->context);
  worker->ticker = g_source_new (&ticker_funcs, sizeof (Ticker));
  ((Ticker *) worker->ticker)->worker = worker;
  g_source_set_name (worker->ticker, "battle ticker");
  g_source_set_ready_time (worker->ticker, 0);
  g_source_attach (worker->ticker, worker->context);
  while (!engine_mailbox_is_stopping (worker->mailbox))
    g_main_context_iteration (worker->context, TRUE);
  g_source_destroy (worker->ticker);
  g_clear_pointer (&worker->ticker, g_source_unref);
  g_main_context_pop_thread_default (worker->context);
  g_main_context_release (worker->context);
  return NULL;
}

/* ---- For the main thread ------------------------------------------------------------------- */

EngineWorker *
engine_worker_new (EngineCore *core, EngineKeeping *keeping, double speed, gboolean paused,
                   GError **error)
{
  g_autoptr (GMainContext) main_context = g_main_context_ref_thread_default ();
  EngineWorker *worker = g_new0 (EngineWorker, 1);

  worker->context = g_main_context_new ();
  worker->mailbox = engine_mailbox_new (main_context, worker->context);
  worker->core = core;
  worker->keeping = keeping;
  worker->inputs = g_array_new (FALSE, FALSE, sizeof (EngineInput));
  worker->events = g_array_new (FALSE, FALSE, sizeof (EngineEvent));
  worker->changed = TRUE;
  engine_clock_init (&worker->clock, speed, paused, g_get_monotonic_time ());
  worker->thread = g_thread_try_new ("battle", worker_main, worker, error);
  if (worker->thread == NULL)
    g_clear_pointer (&worker, engine_worker_free);
  return worker;
}

EngineMailbox *
engine_worker_get_mailbox (EngineWorker *worker)
{
  return worker->mailbox;
}

EngineCore *
engine_worker_get_core (EngineWorker *worker)
{
  return worker->core;
}

/* What was sent and not taken any more was done by the person all the same.  */
static void
close_keeping (EngineWorker *worker)
{
  gint64 now_us = g_get_monotonic_time ();

  if (worker->keeping == NULL)
    return;
  engine_mailbox_take_inputs (worker->mailbox, worker->inputs);
  for (guint i = 0; i < worker->inputs->len; i++)
    take_input (worker, &g_array_index (worker->inputs, EngineInput, i), now_us);
  g_array_set_size (worker->inputs, 0);
  engine_keeping_close (worker->keeping, &worker->clock);
}

void
engine_worker_join (EngineWorker *worker)
{
  if (worker->thread == NULL)
    return;
  engine_mailbox_stop (worker->mailbox);
  g_thread_join (g_steal_pointer (&worker->thread));
  close_keeping (worker);
}

void
engine_worker_free (EngineWorker *worker)
{
  if (worker == NULL)
    return;
  engine_worker_join (worker);
  g_clear_pointer (&worker->keeping, engine_keeping_free);
  engine_core_free (worker->core);
  engine_inputs_free (worker->inputs);
  engine_events_free (worker->events);
  engine_mailbox_free (worker->mailbox);
  g_main_context_unref (worker->context);
  g_free (worker);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-worker.h"

#include "voice/voice-element.h"
#include "voice/voice-times.h"
#include "voice/voice-worker-private.h"

#include <glib/gi18n-lib.h>

/* Silence until the pipeline is put to sleep. */
#define SLEEP_AFTER_MS 2000

/* Threads that were given up and have not ended yet. */
static atomic_uint n_abandoned;

static void try_to_start (VoiceWorker *worker);
static void give_up_mixer (VoiceWorker *worker, const char *message);

VoiceWorker *
voice_worker_ref (VoiceWorker *worker)
{
  g_atomic_ref_count_inc (&worker->ref_count);
  return worker;
}

void
voice_worker_unref (VoiceWorker *worker)
{
  if (!g_atomic_ref_count_dec (&worker->ref_count))
    return;
  g_clear_pointer (&worker->synthesis, voice_synthesis_release);
  g_clear_pointer (&worker->outbox, voice_outbox_unref);
  g_clear_pointer (&worker->loop, g_main_loop_unref);
  g_clear_pointer (&worker->context, g_main_context_unref);
  g_mutex_clear (&worker->stop_lock);
  g_cond_clear (&worker->stop_changed);
  g_free (worker->sink_argument);
  g_free (worker);
}

void
voice_worker_item_free (gpointer data)
{
  VoiceWorkerItem *item = data;

  g_clear_pointer (&item->utterance, voice_utterance_free);
  g_clear_pointer (&item->pcm, voice_pcm_unref);
  g_free (item);
}

/* Timers. */

static void
clear_timer (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

void
voice_worker_set_timer (VoiceWorker *worker, GSource **source, guint ms, GSourceFunc func)
{
  clear_timer (source);
  *source = g_timeout_source_new (ms);
  g_source_set_callback (*source, func, worker, NULL);
  g_source_attach (*source, worker->context);
}

static gboolean
on_stall_check (gpointer data)
{
  VoiceWorker *worker = data;

  if (g_get_monotonic_time() - worker->flowed_us < (gint64)voice_times.stall * 1000)
    return G_SOURCE_CONTINUE;
  give_up_mixer (worker, _ ("The sound device has stopped"));
  return G_SOURCE_REMOVE;
}

/* After anything that wakes the pipeline. */
void
voice_worker_expect_flow (VoiceWorker *worker)
{
  if (worker->stall != NULL)
    return;
  worker->flowed_us = g_get_monotonic_time();
  voice_worker_set_timer (worker, &worker->stall, voice_times.stall_at, on_stall_check);
}

static gboolean
on_sleep (gpointer data)
{
  VoiceWorker *worker = data;

  clear_timer (&worker->sleep);
  if (!worker->ready || !voice_mixer_is_silent (worker->mixer))
    return G_SOURCE_REMOVE;
  clear_timer (&worker->stall);
  voice_mixer_sleep (worker->mixer);
  return G_SOURCE_REMOVE;
}

/* After anything that may have ended the last sound. */
void
voice_worker_consider_sleep (VoiceWorker *worker)
{
  if (!worker->ready || !voice_mixer_is_silent (worker->mixer))
    clear_timer (&worker->sleep);
  else if (worker->sleep == NULL)
    voice_worker_set_timer (worker, &worker->sleep, SLEEP_AFTER_MS, on_sleep);
}

/* What the scheduler decides. */

void
voice_worker_tell_finished (VoiceWorker *worker, guint64 id, gboolean completed)
{
  if (g_hash_table_remove (worker->items, &id))
    voice_outbox_push (worker->outbox, VOICE_EVENT_FINISHED, id, completed, NULL);
}

void
voice_worker_tell_left_out (VoiceWorker *worker, guint64 id, VoiceReason reason)
{
  if (g_hash_table_contains (worker->items, &id))
    voice_outbox_push_left_out (worker->outbox, id, reason);
  voice_worker_tell_finished (worker, id, FALSE);
}

static void
start_item (VoiceWorker *worker, guint64 id)
{
  VoiceWorkerItem *item = g_hash_table_lookup (worker->items, &id);

  if (item == NULL || item->pcm == NULL ||
      !voice_mixer_play (worker->mixer, item->utterance, item->pcm)) {
    voice_scheduler_finished (worker->scheduler, id);
    voice_worker_tell_left_out (worker, id, VOICE_REASON_NO_SOUND);
    return;
  }
  voice_worker_expect_flow (worker);
  voice_outbox_push (worker->outbox, VOICE_EVENT_STARTED, id, FALSE, NULL);
}

static void
carry_out (VoiceWorker *worker, const VoiceAction *action)
{
  switch (action->kind) {
  case VOICE_ACTION_START:
    start_item (worker, action->id);
    break;
  case VOICE_ACTION_CUT:
    voice_mixer_cut (worker->mixer, action->id);
    voice_worker_tell_left_out (worker, action->id, action->reason);
    break;
  case VOICE_ACTION_DROP:
    voice_worker_tell_left_out (worker, action->id, action->reason);
    break;
  }
}

static gboolean on_deadline (gpointer data);

void
voice_worker_follow_scheduler (VoiceWorker *worker)
{
  VoiceAction action;
  gint64 deadline, wait_us;

  if (!worker->ready)
    return;
  while (voice_scheduler_next (worker->scheduler, g_get_monotonic_time(), &action))
    carry_out (worker, &action);
  atomic_store (&worker->n_late, voice_mixer_get_n_late (worker->mixer));
  voice_worker_consider_sleep (worker);

  clear_timer (&worker->deadline);
  deadline = voice_scheduler_get_deadline (worker->scheduler);
  if (deadline < 0)
    return;
  wait_us = MAX (deadline - g_get_monotonic_time(), 5000);
  voice_worker_set_timer (worker, &worker->deadline, (guint)MIN (wait_us / 1000 + 1, 60000),
                          on_deadline);
}

static gboolean
on_deadline (gpointer data)
{
  VoiceWorker *worker = data;

  clear_timer (&worker->deadline);
  voice_worker_follow_scheduler (worker);
  return G_SOURCE_REMOVE;
}

/* The life of the pipeline. */

static void
give_up_items (VoiceWorker *worker)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, worker->items);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    voice_outbox_push_left_out (worker->outbox, *(guint64 *)key, VOICE_REASON_NO_SOUND);
    voice_outbox_push (worker->outbox, VOICE_EVENT_FINISHED, *(guint64 *)key, FALSE, NULL);
  }
  g_hash_table_remove_all (worker->items);
  voice_scheduler_clear (worker->scheduler);
  for (VoiceAction action; voice_scheduler_next (worker->scheduler, 0, &action);)
    ;
}

static gboolean
on_retry (gpointer data)
{
  VoiceWorker *worker = data;

  clear_timer (&worker->retry);
  if (worker->standing_in && !voice_worker_device_is_back (worker)) {
    voice_worker_set_timer (worker, &worker->retry, voice_times.retry, on_retry);
    return G_SOURCE_REMOVE;
  }
  voice_worker_end_stand_in (worker);
  try_to_start (worker);
  return G_SOURCE_REMOVE;
}

/* May block. */
static void
free_mixer (VoiceWorker *worker)
{
  VoiceLevels silence;

  voice_levels_init (&silence);
  voice_outbox_push_levels (worker->outbox, &silence);
  worker->ready = FALSE;
  worker->standing_in = FALSE;
  clear_timer (&worker->start_limit);
  clear_timer (&worker->deadline);
  clear_timer (&worker->sleep);
  clear_timer (&worker->stall);
  clear_timer (&worker->look);
  give_up_items (worker);
  g_clear_pointer (&worker->mixer, voice_mixer_free);
}

/* Says so before anything that may block. */
static void
give_up_mixer (VoiceWorker *worker, const char *message)
{
  gboolean stood_in = worker->standing_in;

  voice_outbox_push (worker->outbox, VOICE_EVENT_UNAVAILABLE, 0, FALSE, message);
  worker->recovering = TRUE;
  free_mixer (worker);
  voice_worker_set_timer (worker, &worker->retry, voice_times.retry, on_retry);
  if (worker->tape != NULL && !stood_in)
    voice_worker_stand_in (worker);
}

void
voice_worker_restart (VoiceWorker *worker)
{
  clear_timer (&worker->retry);
  worker->recovering = TRUE;
  free_mixer (worker);
  try_to_start (worker);
}

void
voice_worker_end_stand_in (VoiceWorker *worker)
{
  if (worker->standing_in)
    free_mixer (worker);
}

static gboolean
on_start_limit (gpointer data)
{
  give_up_mixer (data, _ ("The sound device does not answer"));
  return G_SOURCE_REMOVE;
}

static void
on_ready (gpointer data)
{
  VoiceWorker *worker = data;

  clear_timer (&worker->start_limit);
  worker->ready = TRUE;
  if (worker->recovering && !worker->standing_in)
    voice_mixer_fade_in (worker->mixer);
  worker->recovering &= worker->standing_in;
  voice_worker_expect_flow (worker);
  for (guint i = 0; i < VOICE_N_LAYERS; i++)
    voice_mixer_set_layer_volume (worker->mixer, i, worker->layers[i]);
  voice_mixer_set_ambience (worker->mixer, &worker->ambience);
  if (!worker->standing_in)
    voice_worker_tell_available (worker);
  voice_worker_follow_scheduler (worker);
}

static void
on_failed (const char *message, gpointer data)
{
  give_up_mixer (data, message);
}

static void
on_ended (guint64 id, gboolean completed, gpointer data)
{
  VoiceWorker *worker = data;

  voice_scheduler_finished (worker->scheduler, id);
  voice_worker_tell_finished (worker, id, completed);
  voice_worker_follow_scheduler (worker);
}

static void
on_levels (const VoiceLevels *levels, gpointer data)
{
  VoiceWorker *worker = data;

  worker->flowed_us = g_get_monotonic_time();
  voice_outbox_push_levels (worker->outbox, levels);
  voice_worker_consider_sleep (worker);
}

static const VoiceMixerEvents events = {on_ready, on_failed, on_ended, on_levels};

void
voice_worker_stand_in (VoiceWorker *worker)
{
  worker->mixer = voice_mixer_new (VOICE_SINK_FAKE, NULL, &events, worker, NULL);
  if (worker->mixer == NULL)
    return;
  worker->standing_in = TRUE;
  voice_mixer_set_tape (worker->mixer, worker->tape);
}

static void
try_to_start (VoiceWorker *worker)
{
  g_autoptr (GError) error = NULL;

  if (voice_gst_init (&error))
    worker->mixer =
        voice_mixer_new (worker->sink_kind, worker->sink_argument, &events, worker, &error);
  if (worker->mixer != NULL) {
    voice_mixer_set_volume (worker->mixer, worker->volume, worker->muted);
    voice_mixer_set_tape (worker->mixer, worker->tape);
    voice_worker_set_timer (worker, &worker->start_limit, voice_times.start, on_start_limit);
  } else {
    give_up_mixer (worker, error->message);
  }
}

/* The thread. */

static _Thread_local VoiceWorker *current_worker;

/* Whatever is not waiting here is work, and the watchdog wants to know since when. */
static int
poll_idle (GPollFD *fds, guint n_fds, int timeout_ms)
{
  int result;

  atomic_store (&current_worker->busy_since_us, 0);
  result = g_poll (fds, n_fds, timeout_ms);
  atomic_store (&current_worker->busy_since_us, g_get_monotonic_time());
  return result;
}

/* Answers on their way and commands that came too late hold references of the worker. */
static void
empty_context (VoiceWorker *worker)
{
  if (worker->synthesis != NULL)
    voice_synthesis_cancel (worker->synthesis, worker->context);
  while (worker->n_requests > 0)
    g_main_context_iteration (worker->context, TRUE);
  while (g_main_context_iteration (worker->context, FALSE))
    ;
}

static void
thread_end (VoiceWorker *worker)
{
  worker->ready = FALSE;
  clear_timer (&worker->retry);
  clear_timer (&worker->start_limit);
  clear_timer (&worker->deadline);
  clear_timer (&worker->sleep);
  clear_timer (&worker->stall);
  clear_timer (&worker->look);
  g_clear_pointer (&worker->mixer, voice_mixer_free);
  g_clear_pointer (&worker->tape, voice_tape_unref);
  empty_context (worker);
  clear_timer (&worker->deadline);
  g_clear_pointer (&worker->scheduler, voice_scheduler_free);
  g_clear_pointer (&worker->items, g_hash_table_unref);
  g_clear_pointer (&worker->tape, voice_tape_unref); /* a command may have come late */
  for (guint i = 0; i < VOICE_N_SOUNDS; i++)
    g_clear_pointer (&worker->sounds[i], voice_pcm_unref);
}

static gpointer
voice_thread (gpointer data)
{
  VoiceWorker *worker = data;

  current_worker = worker;
  g_main_context_push_thread_default (worker->context);
  g_main_context_set_poll_func (worker->context, poll_idle);
  worker->scheduler = voice_scheduler_new (VOICE_N_SLOTS);
  worker->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, voice_worker_item_free);
  try_to_start (worker);
  g_main_loop_run (worker->loop);
  thread_end (worker);
  g_main_context_pop_thread_default (worker->context);

  g_mutex_lock (&worker->stop_lock);
  worker->stopped = TRUE;
  if (worker->abandoned)
    atomic_fetch_sub (&n_abandoned, 1);
  g_cond_broadcast (&worker->stop_changed);
  g_mutex_unlock (&worker->stop_lock);
  voice_worker_unref (worker);
  return NULL;
}

VoiceWorker *
voice_worker_new (VoiceSinkKind kind, const char *argument, VoiceOutbox *outbox,
                  gboolean recovering)
{
  VoiceWorker *worker = g_new0 (VoiceWorker, 1);

  g_atomic_ref_count_init (&worker->ref_count);
  worker->sink_kind = kind;
  worker->sink_argument = g_strdup (argument);
  worker->outbox = voice_outbox_ref (outbox);
  worker->synthesis = voice_synthesis_acquire (NULL);
  worker->context = g_main_context_new();
  worker->loop = g_main_loop_new (worker->context, FALSE);
  g_mutex_init (&worker->stop_lock);
  g_cond_init (&worker->stop_changed);
  worker->recovering = recovering;
  worker->volume = 1.0;
  for (guint i = 0; i < VOICE_N_LAYERS; i++)
    worker->layers[i] = 1.0;
  worker->time_scale = 1.0;
  atomic_store (&worker->busy_since_us, g_get_monotonic_time());
  worker->thread = g_thread_new ("voice", voice_thread, voice_worker_ref (worker));
  return worker;
}

guint
voice_worker_get_n_pending (VoiceWorker *worker)
{
  return atomic_load (&worker->n_posted) - atomic_load (&worker->n_done);
}

gint64
voice_worker_get_busy_us (VoiceWorker *worker)
{
  gint64 since = atomic_load (&worker->busy_since_us);

  return since == 0 ? 0 : g_get_monotonic_time() - since;
}

guint
voice_worker_get_n_late (VoiceWorker *worker)
{
  return atomic_load (&worker->n_late);
}

static void
do_stop (VoiceWorker *worker, gpointer data)
{
  g_main_loop_quit (worker->loop);
}

gboolean
voice_worker_stop (VoiceWorker *worker, gint64 limit_us)
{
  gint64 end = g_get_monotonic_time() + limit_us;
  GThread *thread = g_steal_pointer (&worker->thread);
  gboolean stopped;

  voice_worker_post (worker, do_stop, NULL, NULL);
  g_mutex_lock (&worker->stop_lock);
  while (!worker->stopped && g_cond_wait_until (&worker->stop_changed, &worker->stop_lock, end))
    ;
  stopped = worker->stopped;
  worker->abandoned = !stopped;
  if (worker->abandoned)
    atomic_fetch_add (&n_abandoned, 1);
  g_mutex_unlock (&worker->stop_lock);

  if (stopped)
    g_thread_join (thread);
  else
    g_thread_unref (thread);
  voice_worker_unref (worker);
  return stopped;
}

guint
voice_worker_get_n_abandoned (void)
{
  return atomic_load (&n_abandoned);
}

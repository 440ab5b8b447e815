/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-worker.h"

#include "voice/voice-element.h"
#include "voice/voice-mixer.h"
#include "voice/voice-scheduler.h"

#include <glib/gi18n-lib.h>
#include <stdatomic.h>

/* A pipeline that does not play by then never will. */
#define START_LIMIT_MS 4000
/* Silence until the pipeline is put to sleep. */
#define SLEEP_AFTER_MS 2000

typedef struct {
  VoiceUtterance *utterance; /* (owned) */
  VoicePcm *pcm;             /* (owned) (nullable) until it is spoken */
} Item;

struct _VoiceWorker {
  gatomicrefcount ref_count;
  VoiceSinkKind sink_kind;
  char *sink_argument;       /* (owned) (nullable) */
  VoiceOutbox *outbox;       /* (owned) */
  VoiceSynthesis *synthesis; /* (owned) (nullable) */
  GThread *thread;           /* (owned) (main) */
  GMainContext *context;     /* (owned) */
  GMainLoop *loop;           /* (owned) */
  atomic_uint n_posted, n_done, n_late;
  _Atomic gint64 busy_since_us; /* 0: it waits for something to do */

  GMutex stop_lock;
  GCond stop_changed;
  gboolean stopped; /* under `stop_lock` */

  /* All below: (worker) */
  VoiceScheduler *scheduler; /* (owned) */
  GHashTable *items;         /* (owned) id → Item, waiting or sounding */
  VoiceMixer *mixer;         /* (owned) (nullable) */
  gboolean ready;            /* the mixer plays */
  gboolean recovering;
  VoicePcm *sounds[VOICE_N_SOUNDS]; /* (owned) (nullable) */
  double volume;
  gboolean muted;
  double time_scale;
  guint n_requests; /* sentences that are being spoken */
  GSource *retry;   /* (owned) (nullable) as the three below */
  GSource *start_limit;
  GSource *deadline;
  GSource *sleep;
};

typedef void (*CommandFunc) (VoiceWorker *worker, gpointer data);

typedef struct {
  VoiceWorker *worker; /* (owned) */
  CommandFunc func;
  gpointer data; /* (owned) */
  GDestroyNotify destroy;
} Command;

static void try_to_start (VoiceWorker *worker);

static VoiceWorker *
worker_ref (VoiceWorker *worker)
{
  g_atomic_ref_count_inc (&worker->ref_count);
  return worker;
}

static void
worker_unref (VoiceWorker *worker)
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

static void
item_free (gpointer data)
{
  Item *item = data;

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

static void
set_timer (VoiceWorker *worker, GSource **source, guint ms, GSourceFunc func)
{
  clear_timer (source);
  *source = g_timeout_source_new (ms);
  g_source_set_callback (*source, func, worker, NULL);
  g_source_attach (*source, worker->context);
}

static gboolean
on_sleep (gpointer data)
{
  VoiceWorker *worker = data;

  clear_timer (&worker->sleep);
  if (worker->ready && voice_mixer_is_silent (worker->mixer))
    voice_mixer_sleep (worker->mixer);
  return G_SOURCE_REMOVE;
}

/* After anything that may have ended the last sound. */
static void
consider_sleep (VoiceWorker *worker)
{
  if (!worker->ready || !voice_mixer_is_silent (worker->mixer))
    clear_timer (&worker->sleep);
  else if (worker->sleep == NULL)
    set_timer (worker, &worker->sleep, SLEEP_AFTER_MS, on_sleep);
}

/* What the scheduler decides. */

static void
tell_finished (VoiceWorker *worker, guint64 id, gboolean completed)
{
  if (g_hash_table_remove (worker->items, &id))
    voice_outbox_push (worker->outbox, VOICE_EVENT_FINISHED, id, completed, NULL);
}

static void
start_item (VoiceWorker *worker, guint64 id)
{
  Item *item = g_hash_table_lookup (worker->items, &id);

  if (item == NULL || item->pcm == NULL ||
      !voice_mixer_play (worker->mixer, item->utterance, item->pcm)) {
    voice_scheduler_finished (worker->scheduler, id);
    tell_finished (worker, id, FALSE);
    return;
  }
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
    tell_finished (worker, action->id, FALSE);
    break;
  case VOICE_ACTION_DROP:
    tell_finished (worker, action->id, FALSE);
    break;
  }
}

static gboolean on_deadline (gpointer data);

static void
follow_scheduler (VoiceWorker *worker)
{
  VoiceAction action;
  gint64 deadline, wait_us;

  if (!worker->ready)
    return;
  while (voice_scheduler_next (worker->scheduler, g_get_monotonic_time(), &action))
    carry_out (worker, &action);
  atomic_store (&worker->n_late, voice_mixer_get_n_late (worker->mixer));
  consider_sleep (worker);

  clear_timer (&worker->deadline);
  deadline = voice_scheduler_get_deadline (worker->scheduler);
  if (deadline < 0)
    return;
  wait_us = MAX (deadline - g_get_monotonic_time(), 5000);
  set_timer (worker, &worker->deadline, (guint)MIN (wait_us / 1000 + 1, 60000), on_deadline);
}

static gboolean
on_deadline (gpointer data)
{
  VoiceWorker *worker = data;

  clear_timer (&worker->deadline);
  follow_scheduler (worker);
  return G_SOURCE_REMOVE;
}

/* The life of the pipeline. */

static void
give_up_items (VoiceWorker *worker)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, worker->items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    voice_outbox_push (worker->outbox, VOICE_EVENT_FINISHED, *(guint64 *)key, FALSE, NULL);
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
  try_to_start (worker);
  return G_SOURCE_REMOVE;
}

/* Says so before anything that may block. */
static void
give_up_mixer (VoiceWorker *worker, const char *message)
{
  voice_outbox_push (worker->outbox, VOICE_EVENT_UNAVAILABLE, 0, FALSE, message);
  worker->ready = FALSE;
  worker->recovering = TRUE;
  clear_timer (&worker->start_limit);
  clear_timer (&worker->deadline);
  clear_timer (&worker->sleep);
  give_up_items (worker);
  g_clear_pointer (&worker->mixer, voice_mixer_free);
  set_timer (worker, &worker->retry, VOICE_RETRY_S * 1000, on_retry);
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
  if (worker->recovering)
    voice_mixer_fade_in (worker->mixer);
  worker->recovering = FALSE;
  voice_outbox_push (worker->outbox, VOICE_EVENT_AVAILABLE, 0, FALSE, NULL);
  follow_scheduler (worker);
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
  tell_finished (worker, id, completed);
  follow_scheduler (worker);
}

static void
on_levels (const VoiceLevels *levels, gpointer data)
{
  VoiceWorker *worker = data;

  voice_outbox_push_levels (worker->outbox, levels);
  consider_sleep (worker);
}

static void
try_to_start (VoiceWorker *worker)
{
  static const VoiceMixerEvents events = {on_ready, on_failed, on_ended, on_levels};
  g_autoptr (GError) error = NULL;

  if (voice_gst_init (&error))
    worker->mixer =
        voice_mixer_new (worker->sink_kind, worker->sink_argument, &events, worker, &error);
  if (worker->mixer != NULL) {
    voice_mixer_set_volume (worker->mixer, worker->volume, worker->muted);
    set_timer (worker, &worker->start_limit, START_LIMIT_MS, on_start_limit);
  } else {
    give_up_mixer (worker, error->message);
  }
}

/* Commands, carried out on the thread. */

static void
set_pcm (VoiceWorker *worker, guint64 id, VoicePcm *pcm)
{
  Item *item = g_hash_table_lookup (worker->items, &id);

  if (item == NULL)
    return;
  item->pcm = voice_pcm_ref (pcm);
  voice_scheduler_set_ready (worker->scheduler, id, voice_pcm_get_seconds (pcm));
}

typedef struct {
  VoiceWorker *worker; /* (owned) */
  guint64 id;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  request->worker->n_requests--;
  worker_unref (request->worker);
  g_free (request);
}

static void
on_spoken (VoicePcm *pcm, const GError *error, gpointer data)
{
  Request *request = data;
  VoiceWorker *worker = request->worker;

  if (pcm != NULL) {
    set_pcm (worker, request->id, pcm);
  } else {
    voice_scheduler_finished (worker->scheduler, request->id);
    tell_finished (worker, request->id, FALSE);
  }
  follow_scheduler (worker);
}

static double
target_length (VoiceWorker *worker, const VoiceUtterance *utterance)
{
  return utterance->air_length_s / MAX (worker->time_scale, 0.1);
}

static void
get_spoken (VoiceWorker *worker, const VoiceUtterance *utterance)
{
  double target_s = target_length (worker, utterance);
  g_autoptr (VoicePcm) pcm =
      voice_synthesis_lookup (worker->synthesis, utterance->profile, utterance->text, target_s);
  Request *request;

  if (pcm != NULL) {
    set_pcm (worker, utterance->id, pcm);
    return;
  }
  request = g_new (Request, 1);
  *request = (Request){worker_ref (worker), utterance->id};
  worker->n_requests++;
  voice_synthesis_request (worker->synthesis, utterance->profile, utterance->text, target_s,
                           worker->context, on_spoken, request, request_free);
}

static void
do_say (VoiceWorker *worker, gpointer data)
{
  VoiceUtterance *utterance = voice_utterance_copy (data);
  Item *item;

  if (worker->mixer == NULL || worker->synthesis == NULL ||
      g_hash_table_contains (worker->items, &utterance->id)) {
    voice_outbox_push (worker->outbox, VOICE_EVENT_FINISHED, utterance->id, FALSE, NULL);
    voice_utterance_free (utterance);
    return;
  }
  item = g_new0 (Item, 1);
  item->utterance = utterance;
  g_hash_table_insert (worker->items, &utterance->id, item);
  voice_scheduler_add (worker->scheduler, utterance, g_get_monotonic_time());
  get_spoken (worker, utterance);
  follow_scheduler (worker);
}

static void
do_prepare (VoiceWorker *worker, gpointer data)
{
  const VoiceUtterance *utterance = data;

  if (worker->synthesis != NULL)
    voice_synthesis_request (worker->synthesis, utterance->profile, utterance->text,
                             target_length (worker, utterance), NULL, NULL, NULL, NULL);
}

static void
do_cut (VoiceWorker *worker, gpointer data)
{
  voice_scheduler_cut (worker->scheduler, *(guint64 *)data);
  follow_scheduler (worker);
}

static void
do_cut_all (VoiceWorker *worker, gpointer data)
{
  voice_scheduler_clear (worker->scheduler);
  follow_scheduler (worker);
}

static void
do_sound (VoiceWorker *worker, gpointer data)
{
  VoiceSound sound = GPOINTER_TO_UINT (data);

  if (!worker->ready)
    return;
  if (worker->sounds[sound] == NULL)
    worker->sounds[sound] = voice_sound_render (sound);
  voice_mixer_sound (worker->mixer, worker->sounds[sound]);
  consider_sleep (worker);
}

typedef struct {
  double volume;
  gboolean muted;
} Volume;

static void
do_set_volume (VoiceWorker *worker, gpointer data)
{
  const Volume *volume = data;

  worker->volume = volume->volume;
  worker->muted = volume->muted;
  if (worker->mixer != NULL)
    voice_mixer_set_volume (worker->mixer, worker->volume, worker->muted);
}

static void
do_mute_speaker (VoiceWorker *worker, gpointer data)
{
  voice_scheduler_set_speaker_muted (worker->scheduler, data, TRUE);
  follow_scheduler (worker);
}

static void
do_unmute_speaker (VoiceWorker *worker, gpointer data)
{
  voice_scheduler_set_speaker_muted (worker->scheduler, data, FALSE);
}

static void
do_set_time_scale (VoiceWorker *worker, gpointer data)
{
  worker->time_scale = *(double *)data;
  voice_scheduler_set_time_scale (worker->scheduler, worker->time_scale);
  follow_scheduler (worker);
}

static void
do_stop (VoiceWorker *worker, gpointer data)
{
  g_main_loop_quit (worker->loop);
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
  g_clear_pointer (&worker->mixer, voice_mixer_free);
  empty_context (worker);
  clear_timer (&worker->deadline);
  g_clear_pointer (&worker->scheduler, voice_scheduler_free);
  g_clear_pointer (&worker->items, g_hash_table_unref);
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
  worker->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, item_free);
  try_to_start (worker);
  g_main_loop_run (worker->loop);
  thread_end (worker);
  g_main_context_pop_thread_default (worker->context);

  g_mutex_lock (&worker->stop_lock);
  worker->stopped = TRUE;
  g_cond_broadcast (&worker->stop_changed);
  g_mutex_unlock (&worker->stop_lock);
  worker_unref (worker);
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
  worker->time_scale = 1.0;
  atomic_store (&worker->busy_since_us, g_get_monotonic_time());
  worker->thread = g_thread_new ("voice", voice_thread, worker_ref (worker));
  return worker;
}

/* Posting. */

static gboolean
run_command (gpointer data)
{
  Command *command = data;

  command->func (command->worker, command->data);
  atomic_fetch_add (&command->worker->n_done, 1);
  return G_SOURCE_REMOVE;
}

static void
command_free (gpointer data)
{
  Command *command = data;

  if (command->destroy != NULL)
    command->destroy (command->data);
  worker_unref (command->worker);
  g_free (command);
}

static void
post (VoiceWorker *worker, CommandFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new();
  Command *command = g_new (Command, 1);

  *command = (Command){worker_ref (worker), func, data, destroy};
  atomic_fetch_add (&worker->n_posted, 1);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[voice] command");
  g_source_set_callback (source, run_command, command, command_free);
  g_source_attach (source, worker->context);
}

static void
utterance_free (gpointer data)
{
  voice_utterance_free (data);
}

void
voice_worker_say (VoiceWorker *worker, VoiceUtterance *utterance)
{
  post (worker, do_say, utterance, utterance_free);
}

void
voice_worker_prepare (VoiceWorker *worker, VoiceUtterance *utterance)
{
  post (worker, do_prepare, utterance, utterance_free);
}

void
voice_worker_cut (VoiceWorker *worker, guint64 id)
{
  post (worker, do_cut, g_memdup2 (&id, sizeof id), g_free);
}

void
voice_worker_cut_all (VoiceWorker *worker)
{
  post (worker, do_cut_all, NULL, NULL);
}

void
voice_worker_sound (VoiceWorker *worker, VoiceSound sound)
{
  post (worker, do_sound, GUINT_TO_POINTER (sound), NULL);
}

void
voice_worker_set_volume (VoiceWorker *worker, double volume, gboolean muted)
{
  Volume value = {volume, muted};

  post (worker, do_set_volume, g_memdup2 (&value, sizeof value), g_free);
}

void
voice_worker_set_speaker_muted (VoiceWorker *worker, const char *speaker, gboolean muted)
{
  post (worker, muted ? do_mute_speaker : do_unmute_speaker, g_strdup (speaker), g_free);
}

void
voice_worker_set_time_scale (VoiceWorker *worker, double time_scale)
{
  post (worker, do_set_time_scale, g_memdup2 (&time_scale, sizeof time_scale), g_free);
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

gboolean
voice_worker_stop (VoiceWorker *worker, gint64 limit_us)
{
  gint64 end = g_get_monotonic_time() + limit_us;
  GThread *thread = g_steal_pointer (&worker->thread);
  gboolean stopped;

  post (worker, do_stop, NULL, NULL);
  g_mutex_lock (&worker->stop_lock);
  while (!worker->stopped && g_cond_wait_until (&worker->stop_changed, &worker->stop_lock, end))
    ;
  stopped = worker->stopped;
  g_mutex_unlock (&worker->stop_lock);

  if (stopped)
    g_thread_join (thread);
  else
    g_thread_unref (thread);
  worker_unref (worker);
  return stopped;
}

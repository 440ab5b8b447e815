/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-worker.h"

#include "voice/voice-worker-private.h"

typedef struct {
  VoiceWorker *worker; /* (owned) */
  VoiceWorkerFunc func;
  gpointer data; /* (owned) */
  GDestroyNotify destroy;
} Command;

/* Commands, carried out on the thread. */

static void
set_pcm (VoiceWorker *worker, guint64 id, VoicePcm *pcm)
{
  VoiceWorkerItem *item = g_hash_table_lookup (worker->items, &id);

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
  voice_worker_unref (request->worker);
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
    voice_worker_tell_left_out (worker, request->id, VOICE_REASON_NO_SPEECH);
  }
  voice_worker_follow_scheduler (worker);
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
  *request = (Request){voice_worker_ref (worker), utterance->id};
  worker->n_requests++;
  voice_synthesis_request (worker->synthesis, utterance->profile, utterance->text, target_s,
                           worker->context, on_spoken, request, request_free);
}

static void
do_say (VoiceWorker *worker, gpointer data)
{
  VoiceUtterance *utterance = voice_utterance_copy (data);
  VoiceWorkerItem *item;

  if (worker->mixer == NULL || worker->synthesis == NULL ||
      g_hash_table_contains (worker->items, &utterance->id)) {
    voice_outbox_push_left_out (worker->outbox, utterance->id,
                                worker->synthesis == NULL ? VOICE_REASON_NO_SPEECH
                                                          : VOICE_REASON_NO_SOUND);
    voice_outbox_push (worker->outbox, VOICE_EVENT_FINISHED, utterance->id, FALSE, NULL);
    voice_utterance_free (utterance);
    return;
  }
  item = g_new0 (VoiceWorkerItem, 1);
  item->utterance = utterance;
  g_hash_table_insert (worker->items, &utterance->id, item);
  voice_scheduler_add (worker->scheduler, utterance, g_get_monotonic_time());
  get_spoken (worker, utterance);
  voice_worker_follow_scheduler (worker);
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
  voice_worker_follow_scheduler (worker);
}

static void
do_cut_all (VoiceWorker *worker, gpointer data)
{
  voice_scheduler_clear (worker->scheduler);
  voice_worker_follow_scheduler (worker);
}

static void
do_sound (VoiceWorker *worker, gpointer data)
{
  VoiceSound sound = GPOINTER_TO_UINT (data);

  if (!worker->ready)
    return;
  if (worker->sounds[sound] == NULL)
    worker->sounds[sound] = voice_sound_render (sound);
  voice_mixer_sound (worker->mixer, worker->sounds[sound], voice_sound_get_pan (sound));
  voice_worker_expect_flow (worker);
  voice_worker_consider_sleep (worker);
}

/* What may have woken the pipeline, or left it silent. */
static void
follow_ambience (VoiceWorker *worker)
{
  if (!voice_mixer_is_silent (worker->mixer))
    voice_worker_expect_flow (worker);
  voice_worker_consider_sleep (worker);
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
  if (worker->mixer == NULL)
    return;
  voice_mixer_set_volume (worker->mixer, worker->volume, worker->muted);
  if (worker->ready)
    follow_ambience (worker);
}

static void
do_set_ambience (VoiceWorker *worker, gpointer data)
{
  worker->ambience = *(const VoiceAmbience *)data;
  if (!worker->ready)
    return;
  voice_mixer_set_ambience (worker->mixer, &worker->ambience);
  follow_ambience (worker);
}

typedef struct {
  VoiceLayer layer;
  double volume;
} LayerVolume;

static void
do_set_layer_volume (VoiceWorker *worker, gpointer data)
{
  const LayerVolume *volume = data;

  worker->layers[volume->layer] = volume->volume;
  if (!worker->ready)
    return;
  voice_mixer_set_layer_volume (worker->mixer, volume->layer, volume->volume);
  follow_ambience (worker);
}

static void
do_mute_speaker (VoiceWorker *worker, gpointer data)
{
  voice_scheduler_set_speaker_muted (worker->scheduler, data, TRUE);
  voice_worker_follow_scheduler (worker);
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
  voice_worker_follow_scheduler (worker);
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
  voice_worker_unref (command->worker);
  g_free (command);
}

void
voice_worker_post (VoiceWorker *worker, VoiceWorkerFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new();
  Command *command = g_new (Command, 1);

  *command = (Command){voice_worker_ref (worker), func, data, destroy};
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
  voice_worker_post (worker, do_say, utterance, utterance_free);
}

void
voice_worker_prepare (VoiceWorker *worker, VoiceUtterance *utterance)
{
  voice_worker_post (worker, do_prepare, utterance, utterance_free);
}

void
voice_worker_cut (VoiceWorker *worker, guint64 id)
{
  voice_worker_post (worker, do_cut, g_memdup2 (&id, sizeof id), g_free);
}

void
voice_worker_cut_all (VoiceWorker *worker)
{
  voice_worker_post (worker, do_cut_all, NULL, NULL);
}

void
voice_worker_sound (VoiceWorker *worker, VoiceSound sound)
{
  voice_worker_post (worker, do_sound, GUINT_TO_POINTER (sound), NULL);
}

void
voice_worker_set_volume (VoiceWorker *worker, double volume, gboolean muted)
{
  Volume value = {volume, muted};

  voice_worker_post (worker, do_set_volume, g_memdup2 (&value, sizeof value), g_free);
}

void
voice_worker_set_ambience (VoiceWorker *worker, const VoiceAmbience *ambience)
{
  voice_worker_post (worker, do_set_ambience, g_memdup2 (ambience, sizeof *ambience), g_free);
}

void
voice_worker_set_layer_volume (VoiceWorker *worker, VoiceLayer layer, double volume)
{
  LayerVolume value = {layer, volume};

  voice_worker_post (worker, do_set_layer_volume, g_memdup2 (&value, sizeof value), g_free);
}

void
voice_worker_set_speaker_muted (VoiceWorker *worker, const char *speaker, gboolean muted)
{
  voice_worker_post (worker, muted ? do_mute_speaker : do_unmute_speaker, g_strdup (speaker),
                     g_free);
}

void
voice_worker_set_time_scale (VoiceWorker *worker, double time_scale)
{
  voice_worker_post (worker, do_set_time_scale, g_memdup2 (&time_scale, sizeof time_scale), g_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The device that was chosen: it plays, or another stands in for it until it is there again. */
#include "voice/voice-device.h"
#include "voice/voice-open.h"
#include "voice/voice-times.h"
#include "voice/voice-worker-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_chosen (VoiceWorker *worker)
{
  return worker->sink_kind == VOICE_SINK_AUTOMATIC && worker->sink_argument != NULL;
}

static gboolean
is_there (VoiceWorker *worker)
{
  g_autoptr (GstDevice) device = voice_device_find (VOICE_DEVICE_OUTPUT, worker->sink_argument);

  return device != NULL;
}

static void
tell (VoiceWorker *worker)
{
  voice_outbox_push (worker->outbox, VOICE_EVENT_AVAILABLE, 0, FALSE,
                     worker->fell_back ? _ ("The chosen sound device is not there; the default "
                                            "one plays")
                                       : NULL);
}

/* A server moves streams when a device goes, and people do in its settings: what is still there
 * was left on purpose and is not fought for. */
static gboolean
lost_it (VoiceWorker *worker, GstElement *sink)
{
  if (worker->left_alone || !voice_open_was_moved (sink, worker->sink_argument))
    return FALSE;
  worker->left_alone = is_there (worker);
  return !worker->left_alone;
}

static gboolean
on_look (gpointer data)
{
  VoiceWorker *worker = data;

  if (!worker->fell_back) {
    worker->fell_back = lost_it (worker, voice_mixer_get_sink (worker->mixer));
    if (worker->fell_back)
      tell (worker);
    return G_SOURCE_CONTINUE;
  }
  if (!is_there (worker))
    return G_SOURCE_CONTINUE;
  voice_worker_restart (worker);
  return G_SOURCE_REMOVE;
}

void
voice_worker_tell_available (VoiceWorker *worker)
{
  worker->left_alone = FALSE;
  worker->fell_back =
      is_chosen (worker) && voice_open_fell_back (voice_mixer_get_sink (worker->mixer));
  tell (worker);
  if (is_chosen (worker))
    voice_worker_set_timer (worker, &worker->look, voice_times.chosen, on_look);
}

static void
do_set_output (VoiceWorker *worker, gpointer data)
{
  const char *name = data;

  if (worker->sink_kind != VOICE_SINK_AUTOMATIC ||
      !g_set_str (&worker->sink_argument, name[0] != '\0' ? name : NULL))
    return;
  voice_worker_restart (worker);
}

void
voice_worker_set_output (VoiceWorker *worker, const char *name)
{
  voice_worker_post (worker, do_set_output, g_strdup (name != NULL ? name : ""), g_free);
}

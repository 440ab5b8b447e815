/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tape of the voice thread, and the mix that goes nowhere else while there is no device. */
#include "voice/voice-sink.h"
#include "voice/voice-worker-private.h"

static void
forget_tape (gpointer tape)
{
  if (tape != NULL)
    voice_tape_unref (tape);
}

static void
do_set_tape (VoiceWorker *worker, gpointer data)
{
  VoiceTape *tape = data;

  g_clear_pointer (&worker->tape, voice_tape_unref);
  worker->tape = tape != NULL ? voice_tape_ref (tape) : NULL;
  if (worker->mixer != NULL)
    voice_mixer_set_tape (worker->mixer, tape);
  else if (tape != NULL)
    voice_worker_stand_in (worker);
  if (tape == NULL && worker->standing_in)
    voice_worker_end_stand_in (worker);
}

void
voice_worker_set_tape (VoiceWorker *worker, VoiceTape *tape)
{
  voice_worker_post (worker, do_set_tape, tape != NULL ? voice_tape_ref (tape) : NULL, forget_tape);
}

gboolean
voice_worker_device_is_back (VoiceWorker *worker)
{
  GstElement *sink = voice_sink_new (worker->sink_kind, worker->sink_argument, NULL);

  if (sink == NULL)
    return FALSE;
  gst_object_ref_sink (sink);
  gst_element_set_state (sink, GST_STATE_NULL);
  gst_object_unref (sink);
  return TRUE;
}

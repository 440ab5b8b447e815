/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-render.h"

#include "voice/voice-element.h"
#include "voice/voice-radio-curve.h"
#include "voice/voice-synthesis.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gst/app/app.h>
#include <gst/audio/audio.h>
#include <math.h>
#include <stdio.h>

#define OUTPUT_CAPS "audio/x-raw, format=S16LE, rate=48000, channels=1, layout=interleaved"
/* Far more than a sentence needs; a pipeline that takes longer is broken. */
#define TIME_LIMIT (60 * GST_SECOND)

static GstCaps *
caps_of (const VoicePcm *pcm)
{
  return gst_caps_new_simple ("audio/x-raw", "format", G_TYPE_STRING, GST_AUDIO_NE (F32), "rate",
                              G_TYPE_INT, (int)pcm->rate, "channels", G_TYPE_INT, 1, "layout",
                              G_TYPE_STRING, "interleaved", NULL);
}

/* appsrc → audioconvert → audioresample → format → wavenc → stream */
static gboolean
build (GstBin *bin, const VoicePcm *pcm, GOutputStream *stream, GstElement **source, GError **error)
{
  static const char *const factories[] = {"appsrc",     "audioconvert", "audioresample",
                                          "capsfilter", "wavenc",       "giostreamsink"};
  GstElement *elements[G_N_ELEMENTS (factories)];
  g_autoptr (GstCaps) input = caps_of (pcm);
  g_autoptr (GstCaps) output = gst_caps_from_string (OUTPUT_CAPS);

  for (guint i = 0; i < G_N_ELEMENTS (factories); i++) {
    elements[i] = voice_element_add (bin, factories[i], error);
    if (elements[i] == NULL)
      return FALSE;
    if (i > 0 && !gst_element_link (elements[i - 1], elements[i])) {
      g_set_error (error, VOICE_ERROR, VOICE_ERROR_FAILED, _ ("“%s” can not be connected"),
                   factories[i]);
      return FALSE;
    }
  }
  g_object_set (elements[0], "caps", input, "format", GST_FORMAT_TIME, "max-bytes", (guint64)0,
                NULL);
  g_object_set (elements[3], "caps", output, NULL);
  g_object_set (elements[5], "stream", stream, NULL);
  *source = elements[0];
  return TRUE;
}

static gboolean
feed (GstElement *source, const VoicePcm *pcm)
{
  GstBuffer *buffer = gst_buffer_new_memdup (pcm->samples, pcm->n_samples * sizeof (float));

  GST_BUFFER_PTS (buffer) = 0;
  GST_BUFFER_DURATION (buffer) = gst_util_uint64_scale (pcm->n_samples, GST_SECOND, pcm->rate);
  return gst_app_src_push_buffer (GST_APP_SRC (source), buffer) == GST_FLOW_OK &&
         gst_app_src_end_of_stream (GST_APP_SRC (source)) == GST_FLOW_OK;
}

static gboolean
wait_for_end (GstElement *pipeline, GError **error)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  g_autoptr (GstMessage) message =
      gst_bus_timed_pop_filtered (bus, TIME_LIMIT, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_autoptr (GError) cause = NULL;

  if (message != NULL && GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
    return TRUE;
  if (message != NULL)
    gst_message_parse_error (message, &cause, NULL);
  g_set_error (error, VOICE_ERROR, VOICE_ERROR_FAILED, _ ("The sound could not be converted: %s"),
               cause != NULL ? cause->message : _ ("it took too long"));
  return FALSE;
}

/* (transfer full) (nullable): the WAV file's content. */
static GBytes *
encode (const VoicePcm *pcm, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable();
  g_autoptr (GstElement) pipeline = gst_object_ref_sink (gst_pipeline_new ("render"));
  GstElement *source;
  gboolean done;

  if (!build (GST_BIN (pipeline), pcm, stream, &source, error))
    return NULL;
  done = gst_element_set_state (pipeline, GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE &&
         feed (source, pcm);
  done = wait_for_end (pipeline, error) && done;
  gst_element_set_state (pipeline, GST_STATE_NULL);
  if (!done || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* In place and not through a temporary file: the path may be a device or a pipe. */
static gboolean
write_file (GBytes *bytes, const char *path, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  FILE *file = g_fopen (path, "wbe");
  gboolean written = file != NULL && fwrite (data, 1, size, file) == size && fflush (file) == 0;
  int problem = errno;

  if (file != NULL && fclose (file) != 0 && written) {
    written = FALSE;
    problem = errno;
  }
  if (!written)
    g_set_error (error, VOICE_ERROR, VOICE_ERROR_WRITE,
                 /* Translators: a file name, and why it could not be written. */
                 _ ("“%1$s” can not be written: %2$s"), path, g_strerror (problem));
  return written;
}

/* (transfer full) (nullable) */
static VoicePcm *
speak (const char *text, const VoiceProfile *profile, GError **error)
{
  g_autoptr (VoiceSynthesis) synthesis = voice_synthesis_acquire (error);
  VoicePcm *pcm;
  float gain = (float)pow (10.0, profile->gain_db / 20.0);

  if (synthesis == NULL)
    return NULL;
  pcm = voice_synthesis_speak (synthesis, profile, text, 0.0, error);
  if (pcm != NULL && profile->gain_db < 0.0) {
    g_autoptr (VoicePcm) shared = pcm;

    pcm = voice_pcm_new (shared->rate, shared->n_samples);
    for (gsize i = 0; i < shared->n_samples; i++)
      pcm->samples[i] = shared->samples[i] * gain;
  }
  return pcm;
}

gboolean
voice_render_to_wav (const char *text, const VoiceProfile *profile, double distance_m,
                     double strain, gboolean dry, const char *path, GError **error)
{
  VoiceRadioConditions conditions = {.distance_m = distance_m, .strain = strain, .seed = 1};
  g_autoptr (VoicePcm) pcm = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (text != NULL && profile != NULL && path != NULL, FALSE);

  if (!voice_gst_init (error))
    return FALSE;
  pcm = speak (text, profile, error);
  if (pcm == NULL)
    return FALSE;
  if (!dry) {
    g_autoptr (VoicePcm) spoken = g_steal_pointer (&pcm);

    pcm = voice_radio_curve_apply (spoken, &conditions);
  }
  bytes = encode (pcm, error);
  return bytes != NULL && write_file (bytes, path, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-capture.h"

#include "voice/voice-element.h"
#include "voice/voice-open.h"
#include "voice/voice-recogniser.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gst/app/gstappsink.h>
#include <math.h>
#include <string.h>

/* How often it is looked whether the key was let go. */
#define WAIT (40 * GST_MSECOND)
#define SILENCE_DB (-90.0)
/* A file gives its first sound, or an error, within this. */
#define FILE_LIMIT_US (10 * G_USEC_PER_SEC)

static gint n_open;

typedef struct {
  GstElement *pipeline; /* (owned) (nullable) */
  GstElement *sink;     /* of the pipeline */
  GArray *samples;      /* (owned) of gint16 */
  guint most;           /* samples */
  gboolean file;
  VoiceCaptureLevelFunc level;
  gpointer user_data;
} Capture;

/* ---- Sources --------------------------------------------------------------------------------- */

static void
link_parsed (GstElement *parser, GstPad *pad, gpointer next)
{
  g_autoptr (GstPad) sink = gst_element_get_static_pad (next, "sink");

  if (!gst_pad_is_linked (sink))
    gst_pad_link (pad, sink);
}

/* What is compressed within a WAV file is decoded; other kinds of files are none of ours. */
static gboolean
add_file (Capture *capture, const char *path, GstElement *next, GError **error)
{
  GstBin *bin = GST_BIN (capture->pipeline);
  GstElement *file = voice_element_add (bin, "filesrc", error);
  GstElement *parser = file != NULL ? voice_element_add (bin, "wavparse", error) : NULL;
  GstElement *decoder = parser != NULL ? voice_element_add (bin, "decodebin", error) : NULL;

  if (decoder == NULL)
    return FALSE;
  g_object_set (file, "location", path, NULL);
  g_signal_connect_object (parser, "pad-added", G_CALLBACK (link_parsed), decoder, 0);
  g_signal_connect_object (decoder, "pad-added", G_CALLBACK (link_parsed), next, 0);
  /* Some versions of the parser have their pad at once. */
  return gst_element_link (file, parser) &&
         (gst_element_link (parser, decoder) || parser->numsrcpads == 0);
}

static gboolean
add_source (Capture *capture, VoiceSourceKind kind, const char *argument, GstElement *next,
            GError **error)
{
  GstElement *source;

  if (kind == VOICE_SOURCE_FILE)
    return add_file (capture, argument, next, error);
  source = kind == VOICE_SOURCE_FACTORY ? voice_element_new (argument, error)
                                        : voice_open_device (VOICE_DEVICE_INPUT, argument, error);
  if (source == NULL)
    return FALSE;
  /* A test tone is made as fast as it can be, unless it is told to be like a microphone. */
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (source), "is-live") != NULL)
    g_object_set (source, "is-live", TRUE, NULL);
  gst_bin_add (GST_BIN (capture->pipeline), source);
  return gst_element_link (source, next);
}

/* ---- The pipeline ---------------------------------------------------------------------------- */

static void
closed (gpointer data, GObject *pipeline)
{
  g_atomic_int_add (&n_open, -1);
}

guint
voice_capture_get_n_open (void)
{
  return (guint) g_atomic_int_get (&n_open);
}

static gboolean
add_chain (Capture *capture, VoiceSourceKind kind, const char *argument, GError **error)
{
  GstBin *bin = GST_BIN (capture->pipeline);
  g_autoptr (GstCaps) caps =
      gst_caps_new_simple ("audio/x-raw", "format", G_TYPE_STRING,
                           G_BYTE_ORDER == G_LITTLE_ENDIAN ? "S16LE" : "S16BE", "rate", G_TYPE_INT,
                           VOICE_RECOGNISER_RATE, "channels", G_TYPE_INT, 1, NULL);
  GstElement *convert = voice_element_add (bin, "audioconvert", error);
  GstElement *resample = convert != NULL ? voice_element_add (bin, "audioresample", error) : NULL;

  capture->sink = resample != NULL ? voice_element_add (bin, "appsink", error) : NULL;
  if (capture->sink == NULL)
    return FALSE;
  g_object_set (capture->sink, "caps", caps, "sync", FALSE, "max-buffers", 64u, NULL);
  if (!gst_element_link_many (convert, resample, capture->sink, NULL) ||
      !add_source (capture, kind, argument, convert, error)) {
    if (error != NULL && *error == NULL)
      g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_DEVICE,
                           _ ("The microphone can not be used"));
    return FALSE;
  }
  return TRUE;
}

static gboolean
open_pipeline (Capture *capture, VoiceSourceKind kind, const char *argument, GError **error)
{
  if (!voice_gst_init (error))
    return FALSE;
  capture->pipeline = gst_object_ref_sink (gst_pipeline_new ("capture"));
  g_atomic_int_inc (&n_open);
  g_object_weak_ref (G_OBJECT (capture->pipeline), closed, NULL);
  return add_chain (capture, kind, argument, error) &&
         gst_element_set_state (capture->pipeline, GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE;
}

static void
close_pipeline (Capture *capture)
{
  if (capture->pipeline == NULL)
    return;
  gst_element_set_state (capture->pipeline, GST_STATE_NULL);
  g_clear_object (&capture->pipeline);
}

/* The error that a pipeline told of, in our words. */
static void
take_error (Capture *capture, GError **error)
{
  g_autoptr (GstBus) bus =
      capture->pipeline != NULL ? gst_element_get_bus (capture->pipeline) : NULL;
  g_autoptr (GstMessage) message =
      bus != NULL ? gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR) : NULL;
  g_autoptr (GError) cause = NULL;

  if (error != NULL && *error != NULL)
    return;
  if (message != NULL)
    gst_message_parse_error (message, &cause, NULL);
  if (capture->file)
    g_set_error (error, VOICE_ERROR, VOICE_ERROR_SOUND,
                 /* Translators: the placeholder is a message from the GStreamer library. */
                 _ ("It has no sound that can be read: %s"), cause != NULL ? cause->message : "–");
  else
    g_set_error (error, VOICE_ERROR, VOICE_ERROR_DEVICE,
                 /* Translators: the placeholder is a message from the GStreamer library. */
                 _ ("The microphone can not be used: %s"), cause != NULL ? cause->message : "–");
}

/* ---- Samples --------------------------------------------------------------------------------- */

static void
tell_level (const Capture *capture, const gint16 *samples, gsize n)
{
  double sum = 0;

  if (capture->level == NULL || n == 0)
    return;
  for (gsize i = 0; i < n; i++)
    sum += (double) samples[i] * samples[i];
  capture->level (sum > 0 ? MAX (10 * log10 (sum / (double) n / (32768.0 * 32768.0)), SILENCE_DB)
                          : SILENCE_DB,
                  capture->user_data);
}

static void
take_sample (Capture *capture, GstSample *sample)
{
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  GstMapInfo map;
  gsize n;

  if (buffer == NULL || !gst_buffer_map (buffer, &map, GST_MAP_READ))
    return;
  n = MIN (map.size / sizeof (gint16), (gsize) (capture->most - capture->samples->len));
  g_array_append_vals (capture->samples, map.data, (guint) n);
  tell_level (capture, (const gint16 *) (gconstpointer) map.data, n);
  gst_buffer_unmap (buffer, &map);
}

static gboolean
has_failed (Capture *capture)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (capture->pipeline);

  if (!gst_bus_have_pending (bus))
    return FALSE;
  for (;;) {
    g_autoptr (GstMessage) message = gst_bus_pop (bus);

    if (message == NULL)
      return FALSE;
    if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR) {
      gst_bus_post (bus, g_steal_pointer (&message));
      return TRUE;
    }
  }
}

/* FALSE: it failed.  A file ends by itself; a microphone, and a file in its place, when the key is
 * let go. */
static gboolean
pull (Capture *capture, const gint *stop)
{
  gint64 limit = g_get_monotonic_time () + FILE_LIMIT_US;
  GstAppSink *sink = GST_APP_SINK (capture->sink);

  while ((stop == NULL || g_atomic_int_get (stop) == 0) && capture->samples->len < capture->most) {
    g_autoptr (GstSample) sample = gst_app_sink_try_pull_sample (sink, WAIT);

    if (sample != NULL)
      take_sample (capture, sample);
    else if (has_failed (capture))
      return FALSE;
    else if (stop == NULL && (gst_app_sink_is_eos (sink) || g_get_monotonic_time () > limit))
      break;
    else if (gst_app_sink_is_eos (sink))
      g_usleep (10000);
  }
  return TRUE;
}

static GArray *
run (VoiceSourceKind kind, const char *argument, const gint *stop, Capture *capture, GError **error)
{
  gboolean done;

  capture->samples = g_array_new (FALSE, FALSE, sizeof (gint16));
  done = open_pipeline (capture, kind, argument, error) && pull (capture, stop);
  if (!done)
    take_error (capture, error);
  close_pipeline (capture);
  if (!done)
    g_clear_pointer (&capture->samples, g_array_unref);
  return capture->samples;
}

GArray *
voice_capture_run (VoiceSourceKind kind, const char *argument, const gint *stop,
                   VoiceCaptureLevelFunc level, gpointer user_data, GError **error)
{
  Capture capture = {.most = VOICE_CAPTURE_MOST_S * VOICE_RECOGNISER_RATE,
                     .level = level,
                     .user_data = user_data};

  g_return_val_if_fail (stop != NULL, NULL);
  g_return_val_if_fail (argument != NULL || kind == VOICE_SOURCE_AUTOMATIC, NULL);

  return run (kind, argument, stop, &capture, error);
}

/* ---- Files ----------------------------------------------------------------------------------- */

static gboolean
can_read (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  FILE *file = fopen (path, "rb");
  int cause = errno;

  if (file != NULL && (fgetc (file) != EOF || feof (file))) {
    fclose (file);
    return TRUE;
  }
  /* A folder can be opened, but not read. */
  if (file != NULL) {
    cause = errno;
    fclose (file);
  }
  g_set_error (error, VOICE_ERROR, VOICE_ERROR_READ,
               /* Translators: the name of a file, the reason from the system. */
               _ ("“%1$s” can not be read: %2$s"), name, g_strerror (cause));
  return FALSE;
}

GArray *
voice_capture_file (const char *path, GError **error)
{
  Capture capture = {.most = VOICE_CAPTURE_MOST_FILE_S * VOICE_RECOGNISER_RATE + 1, .file = TRUE};
  g_autoptr (GArray) samples = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!can_read (path, error))
    return NULL;
  samples = run (VOICE_SOURCE_FILE, path, NULL, &capture, error);
  if (samples == NULL)
    return NULL;
  if (samples->len == 0)
    g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_SOUND, _ ("It has no sound in it"));
  else if (samples->len == capture.most)
    g_set_error (error, VOICE_ERROR, VOICE_ERROR_SOUND,
                 /* Translators: the placeholder is a number of seconds. */
                 _ ("It is longer than %d seconds"), VOICE_CAPTURE_MOST_FILE_S);
  else
    return g_steal_pointer (&samples);
  return NULL;
}

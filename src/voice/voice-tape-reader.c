/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-tape-reader.h"

#include "voice/voice-segment.h"

#include <glib/gi18n-lib.h>
#include <gst/app/app.h>
#include <gst/audio/audio.h>

/* A file may hold anything: without a sample for so long there is none. */
#define WAIT_MS    100
#define MOST_WAITS 50

struct _VoiceTapeReader {
  char *folder;         /* (owned) */
  guint segment;        /* being read, or to be read next */
  gsize skip;           /* frames of it that are not wanted */
  gsize position;       /* frames of it that were read */
  gsize begin;          /* of what was given last */
  guint given_segment;
  gboolean any;         /* something was given */
  GstElement *pipeline; /* (owned) (nullable) */
  GstElement *sink;     /* (not owned) */
  GError *problem;      /* (owned) (nullable) what it failed with */
};

VoiceTapeReader *
voice_tape_reader_new (const char *folder, guint segment, guint at_ms)
{
  VoiceTapeReader *reader = g_new0 (VoiceTapeReader, 1);

  reader->folder = g_strdup (folder);
  reader->segment = MAX (segment, 1);
  reader->skip = (gsize)at_ms * (VOICE_SEGMENT_RATE / 1000);
  return reader;
}

static void
close_segment (VoiceTapeReader *reader)
{
  if (reader->pipeline != NULL)
    gst_element_set_state (reader->pipeline, GST_STATE_NULL);
  gst_clear_object (&reader->pipeline);
  g_clear_error (&reader->problem);
  reader->position = 0;
}

void
voice_tape_reader_free (VoiceTapeReader *reader)
{
  close_segment (reader);
  g_free (reader->folder);
  g_free (reader);
}

static char *
segment_path (const VoiceTapeReader *reader)
{
  g_autofree char *name = g_strdup_printf ("%04u.ogg", reader->segment);

  return g_build_filename (reader->folder, name, NULL);
}

/* The pads of a demuxer come when it has seen the file's beginning. */
static void
on_pad_added (GstElement *demuxer, GstPad *pad, gpointer decoder)
{
  g_autoptr (GstPad) sink = gst_element_get_static_pad (decoder, "sink");

  if (!gst_pad_is_linked (sink))
    gst_pad_link (pad, sink);
}

static gboolean
build (VoiceTapeReader *reader, const char *path, GError **error)
{
  static const char *const factories[] = {"filesrc",      "oggdemux",      "opusdec",
                                          "audioconvert", "audioresample", "appsink"};
  GstElement *elements[G_N_ELEMENTS (factories)];
  g_autoptr (GstCaps) caps = gst_caps_new_simple (
      "audio/x-raw", "format", G_TYPE_STRING, GST_AUDIO_NE (F32), "rate", G_TYPE_INT,
      VOICE_SEGMENT_RATE, "channels", G_TYPE_INT, 2, "layout", G_TYPE_STRING, "interleaved", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (factories); i++) {
    elements[i] = voice_element_add (GST_BIN (reader->pipeline), factories[i], error);
    if (elements[i] == NULL)
      return FALSE;
  }
  gst_element_link (elements[0], elements[1]);
  gst_element_link_many (elements[2], elements[3], elements[4], elements[5], NULL);
  g_signal_connect_object (elements[1], "pad-added", G_CALLBACK (on_pad_added), elements[2], 0);
  g_object_set (elements[0], "location", path, NULL);
  g_object_set (elements[5], "caps", caps, "sync", FALSE, "max-buffers", 50, NULL);
  reader->sink = elements[5];
  return TRUE;
}

/* TRUE when the pipeline has failed: that need not end the stream. */
static gboolean
has_failed (VoiceTapeReader *reader)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (reader->pipeline);
  g_autoptr (GstMessage) message = gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR);

  if (message != NULL && reader->problem == NULL)
    gst_message_parse_error (message, &reader->problem, NULL);
  return message != NULL;
}

/* (transfer full) (nullable): NULL at the end, whatever it is. */
static GstSample *
pull_sample (VoiceTapeReader *reader)
{
  GstAppSink *sink = GST_APP_SINK (reader->sink);

  for (guint i = 0; i < MOST_WAITS; i++) {
    GstSample *sample = gst_app_sink_try_pull_sample (sink, WAIT_MS * GST_MSECOND);

    if (sample != NULL || gst_app_sink_is_eos (sink) || has_failed (reader))
      return sample;
  }
  return NULL;
}

static void
set_error (VoiceTapeReader *reader, GError **error)
{
  g_autofree char *path = segment_path (reader);

  has_failed (reader);
  g_set_error (error, VOICE_ERROR, VOICE_ERROR_FAILED,
               /* Translators: a file name, and why it could not be read. */
               _ ("“%1$s” can not be played: %2$s"), path,
               reader->problem != NULL ? reader->problem->message : _ ("It has no sound"));
}

/* FALSE without an error: there is no such segment. */
static gboolean
open_segment (VoiceTapeReader *reader, GError **error)
{
  g_autofree char *path = segment_path (reader);

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    if (!reader->any)
      g_set_error (error, VOICE_ERROR, VOICE_ERROR_FAILED,
                   /* Translators: a file name. */
                   _ ("“%s” is not there"), path);
    return FALSE;
  }
  if (!voice_gst_init (error))
    return FALSE;
  reader->pipeline = gst_object_ref_sink (gst_pipeline_new ("reader"));
  if (!build (reader, path, error))
    return FALSE;
  gst_element_set_state (reader->pipeline, GST_STATE_PLAYING);
  return TRUE;
}

/* (transfer full) (nullable): the wanted rest of a decoded buffer. */
static GstBuffer *
take_wanted (VoiceTapeReader *reader, GstSample *sample)
{
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  gsize n = gst_buffer_get_size (buffer) / VOICE_SEGMENT_FRAME;
  gsize unwanted = reader->skip > reader->position ? MIN (reader->skip - reader->position, n) : 0;

  reader->begin = reader->position + unwanted;
  reader->given_segment = reader->segment;
  reader->position += n;
  if (unwanted == n)
    return NULL;
  reader->any = TRUE;
  return gst_buffer_copy_region (buffer, GST_BUFFER_COPY_MEMORY, unwanted * VOICE_SEGMENT_FRAME,
                                 (n - unwanted) * VOICE_SEGMENT_FRAME);
}

static gboolean
next_segment (VoiceTapeReader *reader, GError **error)
{
  if (reader->position == 0 && !reader->any) {
    set_error (reader, error);
    return FALSE;
  }
  close_segment (reader);
  reader->skip = 0;
  reader->segment++;
  return TRUE;
}

GstBuffer *
voice_tape_reader_next (VoiceTapeReader *reader, GError **error)
{
  while (reader->pipeline != NULL || open_segment (reader, error)) {
    g_autoptr (GstSample) sample = pull_sample (reader);
    GstBuffer *wanted;

    if (sample == NULL) {
      if (!next_segment (reader, error))
        return NULL;
    } else if ((wanted = take_wanted (reader, sample)) != NULL) {
      return wanted;
    }
  }
  return NULL;
}

void
voice_tape_reader_get_place (VoiceTapeReader *reader, VoicePlace *place)
{
  *place = (VoicePlace){.segment = reader->given_segment,
                        .at_ms = (guint)(reader->begin * 1000 / VOICE_SEGMENT_RATE)};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-segment.h"

#include "voice/voice-tape.h"

#include <glib/gi18n-lib.h>
#include <gst/app/app.h>
#include <gst/audio/audio.h>

/* What the encoder may have before it. */
#define BUSY (2 * GST_SECOND)
/* For the end to be written; a disk that takes longer has failed. */
#define END_LIMIT (10 * GST_SECOND)

struct _VoiceSegment {
  GstElement *pipeline; /* (owned) */
  GstElement *source;   /* (not owned) */
  GstBus *bus;          /* (owned) */
  guint64 n_frames;
};

static GstCaps *
format (void)
{
  return gst_caps_new_simple ("audio/x-raw", "format", G_TYPE_STRING, GST_AUDIO_NE (F32), "rate",
                              G_TYPE_INT, VOICE_SEGMENT_RATE, "channels", G_TYPE_INT, 2, "layout",
                              G_TYPE_STRING, "interleaved", NULL);
}

static gboolean
build (VoiceSegment *segment, const char *path, GError **error)
{
  static const char *const factories[] = {"appsrc",  "rglimiter", "audioconvert",
                                          "opusenc", "oggmux",    "filesink"};
  GstElement *elements[G_N_ELEMENTS (factories)];
  g_autoptr (GstCaps) caps = format();

  if (!voice_element_add_chain (GST_BIN (segment->pipeline), factories, G_N_ELEMENTS (factories),
                                elements, error))
    return FALSE;
  segment->source = elements[0];
  g_object_set (elements[0], "caps", caps, "format", GST_FORMAT_TIME, "max-bytes", (guint64)0, NULL);
  g_object_set (elements[3], "bitrate", VOICE_TAPE_BITRATE, NULL);
  gst_util_set_object_arg (G_OBJECT (elements[5]), "buffer-mode", "unbuffered");
  g_object_set (elements[5], "location", path, "sync", FALSE, "async", FALSE, NULL);
  return TRUE;
}

static void
take_error (GstMessage *message, GError **error)
{
  g_autoptr (GError) cause = NULL;

  gst_message_parse_error (message, &cause, NULL);
  g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_WRITE, cause->message);
}

gboolean
voice_segment_check (VoiceSegment *segment, GError **error)
{
  g_autoptr (GstMessage) message = gst_bus_pop_filtered (segment->bus, GST_MESSAGE_ERROR);

  if (message != NULL)
    take_error (message, error);
  return message == NULL;
}

static gboolean
start (VoiceSegment *segment, GError **error)
{
  if (gst_element_set_state (segment->pipeline, GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE)
    return TRUE;
  if (voice_segment_check (segment, error))
    g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_WRITE, _ ("The file can not be written"));
  return FALSE;
}

VoiceSegment *
voice_segment_new (const char *path, GError **error)
{
  g_autoptr (VoiceSegment) segment = g_new0 (VoiceSegment, 1);

  segment->pipeline = gst_object_ref_sink (gst_pipeline_new ("segment"));
  segment->bus = gst_element_get_bus (segment->pipeline);
  if (!build (segment, path, error) || !start (segment, error))
    return NULL;
  return g_steal_pointer (&segment);
}

void
voice_segment_free (VoiceSegment *segment)
{
  gst_element_set_state (segment->pipeline, GST_STATE_NULL);
  gst_clear_object (&segment->bus);
  gst_clear_object (&segment->pipeline);
  g_free (segment);
}

gboolean
voice_segment_write (VoiceSegment *segment, GstBuffer *buffer, GError **error)
{
  GstBuffer *copy = gst_buffer_copy (buffer); /* its data is shared */
  guint64 n = gst_buffer_get_size (buffer) / VOICE_SEGMENT_FRAME;
  GstClockTime begin = gst_util_uint64_scale (segment->n_frames, GST_SECOND, VOICE_SEGMENT_RATE);

  segment->n_frames += n;
  GST_BUFFER_PTS (copy) = begin;
  GST_BUFFER_DURATION (copy) =
      gst_util_uint64_scale (segment->n_frames, GST_SECOND, VOICE_SEGMENT_RATE) - begin;
  GST_BUFFER_OFFSET (copy) = GST_BUFFER_OFFSET_END (copy) = GST_BUFFER_OFFSET_NONE;
  GST_BUFFER_FLAG_UNSET (copy, GST_BUFFER_FLAG_DISCONT | GST_BUFFER_FLAG_GAP);
  gst_app_src_push_buffer (GST_APP_SRC (segment->source), copy);
  return voice_segment_check (segment, error);
}

gboolean
voice_segment_is_busy (VoiceSegment *segment)
{
  return gst_app_src_get_current_level_time (GST_APP_SRC (segment->source)) > BUSY;
}

gboolean
voice_segment_finish (VoiceSegment *segment, GError **error)
{
  g_autoptr (GstMessage) message = NULL;

  gst_app_src_end_of_stream (GST_APP_SRC (segment->source));
  message = gst_bus_timed_pop_filtered (segment->bus, END_LIMIT, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  if (message != NULL && GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
    return TRUE;
  if (message != NULL)
    take_error (message, error);
  else
    g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_WRITE,
                         _ ("The disk takes nothing any more"));
  return FALSE;
}

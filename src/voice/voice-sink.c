/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-sink.h"

#include "voice/voice-element.h"
#include "voice/voice-open.h"

static GstElement *
fake_sink (GError **error)
{
  GstElement *sink = voice_element_new ("fakesink", error);

  if (sink != NULL)
    g_object_set (sink, "sync", TRUE, NULL);
  return sink;
}

/* capsfilter → wavenc → filesink, which writes as the clock goes. */
static gboolean
fill_file_bin (GstBin *bin, const char *path, GError **error)
{
  g_autoptr (GstCaps) caps = gst_caps_from_string ("audio/x-raw, format=S16LE");
  GstElement *format = voice_element_add (bin, "capsfilter", error);
  GstElement *encoder = format != NULL ? voice_element_add (bin, "wavenc", error) : NULL;
  GstElement *file = encoder != NULL ? voice_element_add (bin, "filesink", error) : NULL;
  g_autoptr (GstPad) pad = NULL;

  if (file == NULL)
    return FALSE;
  g_object_set (format, "caps", caps, NULL);
  g_object_set (file, "location", path, "sync", TRUE, NULL);
  pad = gst_element_get_static_pad (format, "sink");
  return gst_element_link_many (format, encoder, file, NULL) &&
         gst_element_add_pad (GST_ELEMENT (bin), gst_ghost_pad_new ("sink", pad));
}

static GstElement *
file_sink (const char *path, GError **error)
{
  GstElement *bin = gst_bin_new (NULL);

  if (fill_file_bin (GST_BIN (bin), path, error))
    return bin;
  gst_object_unref (gst_object_ref_sink (bin));
  return NULL;
}

GstElement *
voice_sink_new (VoiceSinkKind kind, const char *argument, GError **error)
{
  g_return_val_if_fail (argument != NULL || kind == VOICE_SINK_AUTOMATIC || kind == VOICE_SINK_FAKE,
                        NULL);

  switch (kind) {
  case VOICE_SINK_FAKE:
    return fake_sink (error);
  case VOICE_SINK_FILE:
    return file_sink (argument, error);
  case VOICE_SINK_FACTORY:
    return voice_element_new (argument, error);
  case VOICE_SINK_AUTOMATIC:
  default:
    return voice_open_device (VOICE_DEVICE_OUTPUT, argument, error);
  }
}

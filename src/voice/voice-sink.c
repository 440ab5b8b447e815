/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-sink.h"

#include "voice/voice-element.h"
#include "voice/voice-error.h"

#include <glib/gi18n-lib.h>

/* What the device may hold, in microseconds: short, since a voice should follow the event, and
 * long enough for a busy machine. */
#define BUFFER_TIME_US  G_GINT64_CONSTANT (80000)
#define LATENCY_TIME_US G_GINT64_CONSTANT (10000)

/* In order of preference.  autoaudiosink is not used: without any device it gives a fakesink, and
 * nobody would know that there is no sound. */
static const char *const device_factories[] = {"pulsesink", "alsasink"};

static void
set_up_device (GstElement *sink)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (sink);

  g_object_set (sink, "buffer-time", BUFFER_TIME_US, "latency-time", LATENCY_TIME_US,
                "provide-clock", FALSE, NULL);
  if (g_object_class_find_property (klass, "client-name") != NULL)
    g_object_set (sink, "client-name", "Handler One", NULL);
  if (g_object_class_find_property (klass, "stream-properties") != NULL) {
    g_autoptr (GstStructure) stream =
        gst_structure_new ("props", "media.role", G_TYPE_STRING, "game", NULL);

    g_object_set (sink, "stream-properties", stream, NULL);
  }
}

/* (transfer floating) (nullable): opened, which is the only way to know that it works. */
static GstElement *
open_device (const char *factory)
{
  GstElement *sink = gst_element_factory_make (factory, NULL);

  if (sink == NULL)
    return NULL;
  set_up_device (sink);
  if (gst_element_set_state (sink, GST_STATE_READY) == GST_STATE_CHANGE_SUCCESS)
    return sink;
  gst_element_set_state (sink, GST_STATE_NULL);
  gst_object_unref (gst_object_ref_sink (sink));
  return NULL;
}

static GstElement *
find_device (GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (device_factories); i++) {
    GstElement *sink = open_device (device_factories[i]);

    if (sink != NULL)
      return sink;
  }
  g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_DEVICE,
                       _ ("No sound device or sound server was found"));
  return NULL;
}

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
    return find_device (error);
  }
}

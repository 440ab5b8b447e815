/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-open.h"

#include "voice/voice-device.h"
#include "voice/voice-error.h"

#include <glib/gi18n-lib.h>

/* What the device may hold, in microseconds: short, since a voice should follow the event, and
 * long enough for a busy machine. */
#define BUFFER_TIME_US  G_GINT64_CONSTANT (80000)
#define LATENCY_TIME_US G_GINT64_CONSTANT (10000)

#define FELL_BACK "handler-one-fell-back"

/* In order of preference.  autoaudiosink is not used: without any device it gives a fakesink, and
 * nobody would know that there is no sound. */
static const char *const factories[VOICE_N_DEVICE_KINDS][2] = {
    [VOICE_DEVICE_OUTPUT] = {"pulsesink", "alsasink"},
    [VOICE_DEVICE_INPUT] = {"pulsesrc", "alsasrc"},
};

static gboolean
has_property (GstElement *element, const char *property)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (element), property) != NULL;
}

static void
set_up (GstElement *element)
{
  if (has_property (element, "buffer-time"))
    g_object_set (element, "buffer-time", BUFFER_TIME_US, "latency-time", LATENCY_TIME_US, NULL);
  if (has_property (element, "provide-clock"))
    g_object_set (element, "provide-clock", FALSE, NULL);
  if (has_property (element, "client-name"))
    g_object_set (element, "client-name", "Handler One", NULL);
  if (has_property (element, "stream-properties")) {
    g_autoptr (GstStructure) stream =
        gst_structure_new ("props", "media.role", G_TYPE_STRING, "game", NULL);

    g_object_set (element, "stream-properties", stream, NULL);
  }
}

/* (transfer floating) (nullable): takes the floating reference of `element`. */
static GstElement *
open_element (GstElement *element)
{
  if (element == NULL)
    return NULL;
  set_up (element);
  if (gst_element_set_state (element, GST_STATE_READY) == GST_STATE_CHANGE_SUCCESS)
    return element;
  gst_element_set_state (element, GST_STATE_NULL);
  gst_object_unref (gst_object_ref_sink (element));
  return NULL;
}

static GstElement *
open_chosen (VoiceDeviceKind kind, const char *name)
{
  g_autoptr (GstDevice) device = voice_device_find (kind, name);

  return device != NULL ? open_element (gst_device_create_element (device, NULL)) : NULL;
}

static GstElement *
open_default (VoiceDeviceKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (factories[kind]); i++) {
    GstElement *element = open_element (gst_element_factory_make (factories[kind][i], NULL));

    if (element != NULL)
      return element;
  }
  return NULL;
}

static const char *
no_device (VoiceDeviceKind kind)
{
  return kind == VOICE_DEVICE_OUTPUT ? _ ("No sound device or sound server was found")
                                     : _ ("No microphone was found");
}

GstElement *
voice_open_device (VoiceDeviceKind kind, const char *name, GError **error)
{
  gboolean chosen = name != NULL && name[0] != '\0';
  GstElement *element = chosen ? open_chosen (kind, name) : NULL;

  g_return_val_if_fail ((guint) kind < VOICE_N_DEVICE_KINDS, NULL);

  if (element != NULL)
    return element;
  element = open_default (kind);
  if (element == NULL)
    g_set_error_literal (error, VOICE_ERROR, VOICE_ERROR_DEVICE, no_device (kind));
  else if (chosen)
    g_object_set_data (G_OBJECT (element), FELL_BACK, GINT_TO_POINTER (TRUE));
  return element;
}

gboolean
voice_open_fell_back (GstElement *element)
{
  return g_object_get_data (G_OBJECT (element), FELL_BACK) != NULL;
}

gboolean
voice_open_was_moved (GstElement *element, const char *name)
{
  g_autofree char *current = NULL;

  if (name == NULL || name[0] == '\0' || voice_open_fell_back (element) ||
      !has_property (element, "current-device"))
    return FALSE;
  g_object_get (element, "current-device", &current, NULL);
  return current != NULL && current[0] != '\0' && !g_str_equal (current, name);
}

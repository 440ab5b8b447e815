/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-device.h"

static const char *
class_of (VoiceDeviceKind kind)
{
  return kind == VOICE_DEVICE_OUTPUT ? "Audio/Sink" : "Audio/Source";
}

/* Asked of a card itself, past any server. */
static gboolean
is_hardware (GstDevice *device)
{
  const char *type = G_OBJECT_TYPE_NAME (device);

  return g_str_has_prefix (type, "GstAlsa") || g_str_has_prefix (type, "GstOss");
}

/* What an output plays, offered as if it were a microphone. */
static gboolean
is_monitor (GstDevice *device)
{
  g_autoptr (GstStructure) properties = gst_device_get_properties (device);

  return properties != NULL &&
         g_strcmp0 (gst_structure_get_string (properties, "device.class"), "monitor") == 0;
}

static GList *
drop (GList *devices, gboolean (*matches) (GstDevice *device))
{
  for (GList *link = devices, *next; link != NULL; link = next) {
    next = link->next;
    if (matches (link->data)) {
      gst_object_unref (link->data);
      devices = g_list_delete_link (devices, link);
    }
  }
  return devices;
}

static gboolean
has_server (GList *devices)
{
  for (GList *link = devices; link != NULL; link = link->next) {
    if (!is_hardware (link->data))
      return TRUE;
  }
  return FALSE;
}

/* The monitor is not started, so it asks anew each time: one that listens never hears again of a
 * server that died. */
GList *
voice_device_list (VoiceDeviceKind kind)
{
  g_autoptr (GstDeviceMonitor) monitor = gst_device_monitor_new();
  GList *devices;

  gst_device_monitor_add_filter (monitor, class_of (kind), NULL);
  devices = gst_device_monitor_get_devices (monitor);
  if (kind == VOICE_DEVICE_INPUT)
    devices = drop (devices, is_monitor);
  return has_server (devices) ? drop (devices, is_hardware) : devices;
}

static char *
dup_property (GstDevice *device, const char *property)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (device);
  GParamSpec *pspec = g_object_class_find_property (klass, property);
  char *value = NULL;

  if (pspec != NULL && pspec->value_type == G_TYPE_STRING)
    g_object_get (device, property, &value, NULL);
  return value;
}

char *
voice_device_get_name (GstDevice *device)
{
  g_autoptr (GstStructure) properties = gst_device_get_properties (device);
  const char *node = properties != NULL ? gst_structure_get_string (properties, "node.name") : NULL;
  char *name = node != NULL ? g_strdup (node) : dup_property (device, "internal-name");

  return name != NULL ? name : gst_device_get_display_name (device);
}

GstDevice *
voice_device_find (VoiceDeviceKind kind, const char *name)
{
  GList *devices = voice_device_list (kind);
  GstDevice *found = NULL;

  for (GList *link = devices; link != NULL && found == NULL; link = link->next) {
    g_autofree char *other = voice_device_get_name (link->data);

    if (g_strcmp0 (other, name) == 0)
      found = gst_object_ref (link->data);
  }
  g_list_free_full (devices, gst_object_unref);
  return found;
}

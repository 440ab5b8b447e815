/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a device, with a provider of devices made for it: what is listed and what plays, without
 * any sound server; and a provider that hangs. */
#include "voice/voice-device.h"
#include "voice/voice-devices.h"
#include "voice/voice-open.h"
#include "voice/voice-times.h"
#include "voice/voice.h"

#include "test-sink.h"

#include <locale.h>
#include <string.h>

/* ---- Devices ---------------------------------------------------------------------------------- */

#define TEST_TYPE_DEVICE (test_device_get_type())
G_DECLARE_FINAL_TYPE (TestDevice, test_device, TEST, DEVICE, GstDevice)

struct _TestDevice {
  GstDevice parent_instance;
};

G_DEFINE_FINAL_TYPE (TestDevice, test_device, GST_TYPE_DEVICE)

static GstElement *
create_element (GstDevice *device, const char *name)
{
  return gst_element_factory_make (VOICE_TEST_SINK, name);
}

static void
test_device_class_init (TestDeviceClass *klass)
{
  GST_DEVICE_CLASS (klass)->create_element = create_element;
}

static void
test_device_init (TestDevice *self)
{
}

/* ---- Their provider --------------------------------------------------------------------------- */

#define TEST_TYPE_PROVIDER (test_provider_get_type())
G_DECLARE_FINAL_TYPE (TestProvider, test_provider, TEST, PROVIDER, GstDeviceProvider)

struct _TestProvider {
  GstDeviceProvider parent_instance;
};

G_DEFINE_FINAL_TYPE (TestProvider, test_provider, GST_TYPE_DEVICE_PROVIDER)

static GMutex lock;
static GCond changed;
static guint n_there; /* of the devices below, under the lock like the next */
static gboolean hangs;

static const struct {
  const char *name, *label, *klass, *properties;
} devices[] = {
    {"mic.front", "Front", "Audio/Source", NULL},
    {"card.monitor", "Monitor of Card", "Audio/Source", "monitor"},
    {"card.analog", "Speakers <b>&", "Audio/Sink", NULL},
    {"usb.one", "Headset", "Audio/Sink", NULL},
    {"usb.two", "Headset", "Audio/Sink", NULL},
};

static GstDevice *
make_device (guint i)
{
  g_autoptr (GstCaps) caps = gst_caps_new_empty_simple ("audio/x-raw");
  g_autoptr (GstStructure) properties =
      gst_structure_new ("props", "node.name", G_TYPE_STRING, devices[i].name, NULL);

  if (devices[i].properties != NULL)
    gst_structure_set (properties, "device.class", G_TYPE_STRING, devices[i].properties, NULL);
  return g_object_new (TEST_TYPE_DEVICE, "display-name", devices[i].label, "device-class",
                       devices[i].klass, "caps", caps, "properties", properties, NULL);
}

static GList *
probe (GstDeviceProvider *provider)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  GList *list = NULL;

  while (hangs)
    g_cond_wait (&changed, &lock);
  for (guint i = 0; i < n_there; i++)
    list = g_list_append (list, gst_object_ref_sink (make_device (i)));
  return list;
}

static void
test_provider_class_init (TestProviderClass *klass)
{
  GST_DEVICE_PROVIDER_CLASS (klass)->probe = probe;
  gst_device_provider_class_set_static_metadata (GST_DEVICE_PROVIDER_CLASS (klass), "Test provider",
                                                 "Audio/Sink/Source", "Devices of a test",
                                                 "Handler One");
}

static void
test_provider_init (TestProvider *self)
{
}

static void
set_there (guint n, gboolean hanging)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  n_there = n;
  hangs = hanging;
  g_cond_broadcast (&changed);
}

/* ---- Tests ------------------------------------------------------------------------------------- */

/* What the machine itself stands still does not count. */
#define LONGEST_STEP_US (50 * 1000)

static gboolean
tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
spin (gboolean (*condition) (gpointer data), gpointer data, double seconds)
{
  gint64 left_us = (gint64)(seconds * G_USEC_PER_SEC), last_us = g_get_monotonic_time();
  guint ticker = g_timeout_add (5, tick, NULL);
  gboolean holds;

  while (!(holds = condition (data)) && left_us > 0) {
    gint64 now_us;

    g_main_context_iteration (NULL, TRUE);
    now_us = g_get_monotonic_time();
    left_us -= MIN (now_us - last_us, LONGEST_STEP_US);
    last_us = now_us;
  }
  g_source_remove (ticker);
  return holds;
}

static gboolean
never (gpointer data)
{
  return FALSE;
}

static gboolean
has_three (gpointer data)
{
  return voice_devices_get_n (data, VOICE_DEVICE_OUTPUT) == 3;
}

static gboolean
has_one (gpointer data)
{
  return voice_devices_get_n (data, VOICE_DEVICE_OUTPUT) == 1;
}

static gboolean
no_threads (gpointer data)
{
  return voice_devices_get_n_threads() == 0;
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_lists (void)
{
  g_autoptr (VoiceDevices) list = NULL;
  guint n_changed = 0;

  set_there (G_N_ELEMENTS (devices), FALSE);
  list = voice_devices_new();
  g_signal_connect_swapped (list, "changed", G_CALLBACK (count), &n_changed);
  g_assert_true (spin (has_three, list, 10));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (voice_devices_get_n (list, VOICE_DEVICE_INPUT), ==, 1); /* no monitor */
  g_assert_cmpstr (voice_devices_get_name (list, VOICE_DEVICE_INPUT, 0), ==, "mic.front");
  g_assert_cmpstr (voice_devices_get_name (list, VOICE_DEVICE_OUTPUT, 0), ==, "card.analog");
  g_assert_cmpstr (voice_devices_get_label (list, VOICE_DEVICE_OUTPUT, 0), ==, "Speakers <b>&");
  /* Two of a make. */
  g_assert_cmpstr (voice_devices_get_label (list, VOICE_DEVICE_OUTPUT, 1), ==, "Headset (usb.one)");
  g_assert_cmpstr (voice_devices_get_label (list, VOICE_DEVICE_OUTPUT, 2), !=, "Headset");
  spin (never, NULL, 1.0); /* asked again, the same */
  g_assert_cmpuint (n_changed, ==, 1);
  set_there (3, FALSE);
  g_assert_true (spin (has_one, list, 10));
  g_assert_cmpuint (n_changed, ==, 2);
  g_clear_object (&list);
  g_assert_true (spin (no_threads, NULL, 10));
}

/* The sound system does not answer: nobody waits, and not for ever more threads. */
static void
test_hangs (void)
{
  gint64 begin = g_get_monotonic_time();
  g_autoptr (VoiceDevices) list = NULL;

  set_there (3, TRUE);
  for (guint i = 0; i < 20; i++) {
    VoiceDevices *closed = voice_devices_new();

    spin (never, NULL, 0.02);
    g_assert_finalize_object (closed);
  }
  g_assert_cmpint (g_get_monotonic_time() - begin, <, 5 * G_USEC_PER_SEC);
  g_assert_cmpuint (voice_devices_get_n_threads(), ==, 3);
  set_there (3, FALSE);
  g_assert_true (spin (no_threads, NULL, 10));
  list = voice_devices_new();
  g_assert_true (spin (has_one, list, 10));
}

static gboolean
is_available (gpointer data)
{
  return voice_radio_get_available (data);
}

static gboolean
is_unavailable (gpointer data)
{
  return !voice_radio_get_available (data);
}

static gboolean
is_heard (gpointer data)
{
  return test_sink_get_sound_time() != 0;
}

/* Where the chosen device is gone and there is no default either. */
static void
test_radio_plays_by_choice (void)
{
  VoiceRadio *radio;

  set_there (G_N_ELEMENTS (devices), FALSE);
  test_sink_clear();
  radio = voice_radio_new (VOICE_SINK_AUTOMATIC, "usb.one");
  g_assert_true (voice_radio_has_devices (radio));
  g_assert_cmpstr (voice_radio_get_output (radio), ==, "usb.one");
  g_assert_true (spin (is_available, radio, 10));
  voice_radio_sound (radio, VOICE_SOUND_TEST_LEFT);
  g_assert_true (spin (is_heard, radio, 10));
  /* It says nothing of a device, as it would if another played. */
  if (voice_radio_get_status (radio) != NULL)
    g_assert_null (strstr (voice_radio_get_status (radio), "device"));
  set_there (0, FALSE);
  voice_radio_set_output (radio, "usb.two");
  g_assert_true (spin (is_unavailable, radio, 10));
  g_assert_nonnull (voice_radio_get_status (radio));
  test_sink_clear();
  set_there (G_N_ELEMENTS (devices), FALSE);
  g_assert_true (spin (is_available, radio, 10));
  voice_radio_sound (radio, VOICE_SOUND_TEST_RIGHT);
  g_assert_true (spin (is_heard, radio, 10));
  voice_radio_shutdown (radio);
  voice_radio_set_output (radio, "usb.one"); /* without effect */
  g_assert_finalize_object (radio);
}

/* What capture is given: the chosen microphone, or none with a word. */
static void
test_input (void)
{
  g_autoptr (GError) error = NULL;
  GstElement *element;

  set_there (G_N_ELEMENTS (devices), FALSE);
  element = voice_open_device (VOICE_DEVICE_INPUT, "mic.front", &error);
  g_assert_no_error (error);
  g_assert_false (voice_open_fell_back (element));
  g_assert_false (voice_open_was_moved (element, "mic.front"));
  gst_element_set_state (element, GST_STATE_NULL);
  gst_object_unref (gst_object_ref_sink (element));
  g_assert_null (voice_open_device (VOICE_DEVICE_INPUT, "card.monitor", &error));
  g_assert_error (error, VOICE_ERROR, VOICE_ERROR_DEVICE);
  g_assert_nonnull (strstr (error->message, "microphone"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_setenv ("PULSE_SERVER", "unix:/nonexistent/socket", TRUE);
  g_setenv ("ALSA_CONFIG_PATH", "/dev/null", TRUE);
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  test_sink_register();
  gst_device_provider_register (NULL, "voicetestprovider", GST_RANK_PRIMARY + 100,
                                TEST_TYPE_PROVIDER);
  voice_times.list = 250;
  voice_times.retry = 500;
  g_test_add_func ("/voice/devices/lists", test_lists);
  g_test_add_func ("/voice/devices/hangs", test_hangs);
  g_test_add_func ("/voice/devices/radio", test_radio_plays_by_choice);
  g_test_add_func ("/voice/devices/input", test_input);
  return g_test_run();
}

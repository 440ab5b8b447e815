/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sound-devices.h"

#include "voice/voice-devices.h"

char *
sound_devices_dup_chosen (GSettings *settings, const char *key)
{
  char *name;

  g_settings_get (settings, key, "(ss)", &name, NULL);
  return name;
}

static gboolean
get_name (GValue *value, GVariant *variant, gpointer data)
{
  const char *name;

  g_variant_get (variant, "(&s&s)", &name, NULL);
  g_value_set_string (value, name);
  return TRUE;
}

void
sound_devices_bind (VoiceRadio *radio, GSettings *settings)
{
  g_settings_bind_with_mapping (settings, "output-device", radio, "output", G_SETTINGS_BIND_GET,
                                get_name, NULL, NULL, NULL);
}

/* ---- The preferences --------------------------------------------------------------------------- */

typedef void (*SetDevices) (HandlerDevicesGroup *group, const char *const *names,
                            const char *const *labels);

static void
tell_kind (HandlerDevicesGroup *group, VoiceDevices *devices, VoiceDeviceKind kind, SetDevices set)
{
  guint n = voice_devices_get_n (devices, kind);
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree const char **labels = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++) {
    names[i] = voice_devices_get_name (devices, kind, i);
    labels[i] = voice_devices_get_label (devices, kind, i);
  }
  set (group, names, labels);
}

static void
changed_cb (HandlerDevicesGroup *group, VoiceDevices *devices)
{
  tell_kind (group, devices, VOICE_DEVICE_OUTPUT, handler_devices_group_set_outputs);
  tell_kind (group, devices, VOICE_DEVICE_INPUT, handler_devices_group_set_inputs);
}

static void
state_cb (HandlerDevicesGroup *group, GParamSpec *pspec, VoiceRadio *radio)
{
  handler_devices_group_set_state (group, voice_radio_get_available (radio),
                                   voice_radio_get_status (radio));
}

static void
levels_cb (HandlerDevicesGroup *group, const VoiceLevels *levels, VoiceRadio *radio)
{
  handler_devices_group_set_levels (group, levels->rms_db[0], levels->rms_db[1]);
}

static void
test_tone_cb (VoiceRadio *radio, int side)
{
  voice_radio_sound (radio, side < 0 ? VOICE_SOUND_TEST_LEFT : VOICE_SOUND_TEST_RIGHT);
}

void
sound_devices_attach (HandlerDevicesGroup *group, VoiceRadio *radio)
{
  g_signal_connect_object (radio, "notify", G_CALLBACK (state_cb), group, G_CONNECT_SWAPPED);
  g_signal_connect_object (radio, "levels", G_CALLBACK (levels_cb), group, G_CONNECT_SWAPPED);
  g_signal_connect_object (group, "test-tone", G_CALLBACK (test_tone_cb), radio, G_CONNECT_SWAPPED);
  state_cb (group, NULL, radio);
  if (voice_radio_has_devices (radio)) {
    VoiceDevices *devices = voice_devices_new ();

    g_signal_connect_object (devices, "changed", G_CALLBACK (changed_cb), group, G_CONNECT_SWAPPED);
    g_object_set_data_full (G_OBJECT (group), "handler-devices", devices, g_object_unref);
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/handler-voices.h"

/* (nullable): what the room voice has by that name.  */
static const char *
known_variant (const char *name)
{
  for (guint i = 0; i < voice_profile_n_variants (); i++)
    if (g_strcmp0 (voice_profile_get_variant (i), name) == 0)
      return voice_profile_get_variant (i);
  return NULL;
}

const char *
handler_voices_get (GSettings *settings, const char *speaker)
{
  g_autoptr (GVariant) chosen = NULL;
  const char *voice = NULL;

  g_return_val_if_fail (speaker != NULL, NULL);

  if (settings == NULL)
    return NULL;
  chosen = g_settings_get_value (settings, HANDLER_VOICES_KEY);
  g_variant_lookup (chosen, speaker, "&s", &voice);
  return known_variant (voice);
}

void
handler_voices_set (GSettings *settings, const char *speaker, const char *voice)
{
  g_autoptr (GVariant) before = g_settings_get_value (settings, HANDLER_VOICES_KEY);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  const char *id, *other;
  GVariantIter iter;

  g_return_if_fail (speaker != NULL);

  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&s&s}", &id, &other))
    if (!g_str_equal (id, speaker))
      g_variant_builder_add (&builder, "{ss}", id, other);
  if (voice != NULL)
    g_variant_builder_add (&builder, "{ss}", speaker, voice);
  g_settings_set_value (settings, HANDLER_VOICES_KEY, g_variant_builder_end (&builder));
}

/* These two are in the room, and keep how they speak.  */
static gboolean
is_pilot (const VoiceProfile *profile)
{
  return !g_str_equal (profile->id, "desk") && !g_str_equal (profile->id, "handler");
}

void
handler_voices_apply (GSettings *settings, VoiceProfile *profiles, gsize n)
{
  g_autofree char *accent = NULL;
  int rate, spread;

  if (settings == NULL)
    return;
  accent = g_settings_get_string (settings, "voice-accent");
  rate = (int) g_settings_get_uint (settings, "voice-rate");
  spread = (int) g_settings_get_uint (settings, "voice-spread");
  for (gsize i = 0; i < n; i++) {
    if (is_pilot (&profiles[i]))
      voice_profile_set_accent (&profiles[i], accent);
    voice_profile_set_variant (&profiles[i], handler_voices_get (settings, profiles[i].id));
    voice_profile_set_manner (&profiles[i], rate, spread);
  }
  voice_profiles_set_apart (profiles, n);
}

void
handler_voices_follow (GSettings *settings, GCallback changed, gpointer object)
{
  static const char *const signals[] = {"changed::" HANDLER_VOICES_KEY, "changed::voice-accent",
                                        "changed::voice-rate", "changed::voice-spread"};

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (settings, signals[i], changed, object, G_CONNECT_SWAPPED);
}

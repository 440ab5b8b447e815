/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-profile.h"

#include "voice/voice-random.h"

#include <string.h>

static const char *const accents[] = {
    "gmw/en",
    "gmw/en-US",
    "gmw/en-GB-x-rp",
    "gmw/en-GB-scotland",
    "gmw/en-GB-x-gbclan",
    "gmw/en-GB-x-gbcwmd",
    "gmw/en-029",
};

static const char *const variants[] = {
    "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "f1", "f2", "f3", "f4", "f5",
};

/* The two voices that are always on the console's side of the link. */
static const VoiceProfile fixed_profiles[] = {
    {"handler", "gmw/en-GB-x-rp+f2", 52, 45, 165, 0.0},
    {"desk", "gmw/en+m3", 42, 30, 175, -1.0},
};

static gboolean
is_voice_name (const char *voice)
{
  gsize length =
      strspn (voice, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/+-_");

  return length > 0 && voice[length] == '\0' && length < sizeof ((VoiceProfile *)NULL)->voice &&
         voice[0] != '/';
}

/* FNV-1a, 64 bits (G. Fowler, L. C. Noll, K.-P. Vo). */
static guint64
hash_id (const char *id)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *p = id; *p != '\0'; p++)
    hash = (hash ^ (guint8)*p) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static int
pick (VoiceRandom *random, int from, int to)
{
  return from + (int)(voice_random_unit (random) * (to - from + 1));
}

static void
derive (VoiceProfile *profile, const char *id)
{
  VoiceRandom random = {hash_id (id)};
  int accent = pick (&random, 0, G_N_ELEMENTS (accents) - 1);
  int variant = pick (&random, 0, G_N_ELEMENTS (variants) - 1);

  *profile = (VoiceProfile){.pitch = pick (&random, 30, 70),
                            .range = pick (&random, 35, 75),
                            .rate = pick (&random, 155, 190)};
  g_strlcpy (profile->id, id, sizeof profile->id);
  g_snprintf (profile->voice, sizeof profile->voice, "%s+%s", accents[accent], variants[variant]);
}

void
voice_profile_for_id (VoiceProfile *profile, const char *id)
{
  g_return_if_fail (profile != NULL);
  g_return_if_fail (id != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fixed_profiles); i++) {
    if (g_str_equal (id, fixed_profiles[i].id)) {
      *profile = fixed_profiles[i];
      return;
    }
  }
  derive (profile, id);
}

gboolean
voice_profile_init (VoiceProfile *profile, const char *id, const char *voice, int pitch, int range,
                    int rate, double gain_db)
{
  g_return_val_if_fail (profile != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  voice_profile_for_id (profile, id);
  if (voice == NULL || !is_voice_name (voice))
    return FALSE;
  g_strlcpy (profile->voice, voice, sizeof profile->voice);
  profile->pitch = CLAMP (pitch, 0, 100);
  profile->range = CLAMP (range, 0, 100);
  profile->rate = CLAMP (rate, VOICE_RATE_MIN, VOICE_RATE_MAX);
  profile->gain_db = gain_db >= -20.0 ? MIN (gain_db, 6.0) : -20.0;
  return TRUE;
}

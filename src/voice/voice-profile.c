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
    {"handler", "gmw/en-GB-x-rp+f2", 52, 45, 165, 0.0, 0},
    {"desk", "gmw/en+m3", 42, 30, 175, -1.0, 0},
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
  profile->rate_most = 0;
  return TRUE;
}

/* ---- What a person chooses -------------------------------------------------------------------- */

guint
voice_profile_n_variants (void)
{
  return G_N_ELEMENTS (variants);
}

const char *
voice_profile_get_variant (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (variants), NULL);

  return variants[index];
}

guint
voice_profile_n_accents (void)
{
  return G_N_ELEMENTS (accents);
}

const char *
voice_profile_get_accent (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (accents), NULL);

  return accents[index];
}

/* (nullable): what stands in the table, never what was handed in. */
static const char *
find_name (const char *const *names, gsize n, const char *name)
{
  for (gsize i = 0; name != NULL && i < n; i++)
    if (g_str_equal (names[i], name))
      return names[i];
  return NULL;
}

gboolean
voice_profile_set_variant (VoiceProfile *profile, const char *variant)
{
  const char *known = find_name (variants, G_N_ELEMENTS (variants), variant);
  char plain[sizeof profile->voice];

  g_return_val_if_fail (profile != NULL, FALSE);

  if (known == NULL)
    return FALSE;
  g_strlcpy (plain, profile->voice, MIN (sizeof plain, strcspn (profile->voice, "+") + 1));
  return g_snprintf (profile->voice, sizeof profile->voice, "%s+%s", plain, known) <
         (int)sizeof profile->voice;
}

/* The one that somebody of this id would have who has no other voice. */
static const char *
own_accent (const char *id)
{
  VoiceRandom random = {hash_id (id)};

  return accents[pick (&random, 0, G_N_ELEMENTS (accents) - 1)];
}

gboolean
voice_profile_set_accent (VoiceProfile *profile, const char *accent)
{
  const char *known, *variant;
  char voice[sizeof profile->voice];

  g_return_val_if_fail (profile != NULL, FALSE);

  known = g_strcmp0 (accent, VOICE_ACCENT_MIXED) == 0
              ? own_accent (profile->id)
              : find_name (accents, G_N_ELEMENTS (accents), accent);
  if (known == NULL || !g_str_has_prefix (profile->voice, "gmw/en"))
    return FALSE;
  variant = strchr (profile->voice, '+');
  if (g_snprintf (voice, sizeof voice, "%s%s", known, variant != NULL ? variant : "") >=
      (int)sizeof voice)
    return FALSE;
  g_strlcpy (profile->voice, voice, sizeof profile->voice);
  return TRUE;
}

void
voice_profile_set_manner (VoiceProfile *profile, int rate_percent, int spread_percent)
{
  int own;

  g_return_if_fail (profile != NULL);

  own = profile->rate;
  rate_percent = CLAMP (rate_percent, VOICE_RATE_PERCENT_MIN, VOICE_RATE_PERCENT_MAX);
  spread_percent = CLAMP (spread_percent, VOICE_SPREAD_PERCENT_MIN, VOICE_SPREAD_PERCENT_MAX);
  profile->rate = CLAMP (own * rate_percent / 100, VOICE_RATE_MIN, VOICE_RATE_MAX);
  profile->rate_most = profile->rate < own ? own * (100 + VOICE_HURRY_PERCENT) / 100 : 0;
  profile->pitch = CLAMP (50 + (profile->pitch - 50) * spread_percent / 100, 0, 100);
}

#define ALIKE_PITCH 2
#define ALIKE_RATE  4
#define PITCH_STEP  7
/* Beyond these a voice is no longer one. */
#define PITCH_LEAST 15
#define PITCH_MOST  90

static gboolean
sounds_like_one_of (const VoiceProfile *profile, const VoiceProfile *others, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (profile->voice, others[i].voice) &&
        ABS (profile->pitch - others[i].pitch) < ALIKE_PITCH &&
        ABS (profile->rate - others[i].rate) < ALIKE_RATE)
      return TRUE;
  return FALSE;
}

void
voice_profiles_set_apart (VoiceProfile *profiles, gsize n)
{
  g_return_if_fail (profiles != NULL || n == 0);

  for (gsize i = 1; i < n; i++)
    for (int tries = 0; tries < PITCH_MOST && sounds_like_one_of (&profiles[i], profiles, i); tries++) {
      profiles[i].pitch += PITCH_STEP;
      if (profiles[i].pitch > PITCH_MOST)
        profiles[i].pitch = PITCH_LEAST + (profiles[i].pitch - PITCH_MOST) % PITCH_STEP;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a speaker sounds: a plain value, copied freely, any thread.
 */
#pragma once

#include <glib.h>

typedef struct {
  char id[64];    /* of the speaker, e.g. "undertaker" */
  char voice[48]; /* espeak-ng voice file and variant, e.g. "gmw/en-US+m3" */
  int pitch;      /* 0…100, espeak-ng's scale, 50 is the voice's own */
  int range;      /* 0…100, liveliness of the pitch, 50 is the voice's own */
  int rate;       /* words a minute, 80…300 */
  double gain_db; /* -20…6, beside the common loudness */
  int rate_most;  /* words a minute to which it may be hurried so that it ends with its air time, where
                   * that is more than 15 % above `rate`; else 0 */
} VoiceProfile;

#define VOICE_RATE_MIN 80
#define VOICE_RATE_MAX 300
/* So far off his own rate anybody is brought to fit his air time. */
#define VOICE_HURRY_PERCENT 15

/* A profile from data: numbers out of range are clamped.  FALSE, and `profile` as for the id alone,
 * if `voice` is no voice name (letters, digits and `/ + - _` only); a name that is well formed but
 * not installed speaks with the standard voice if it is an English one, else not at all. */
gboolean voice_profile_init (VoiceProfile *profile, const char *id, const char *voice, int pitch,
                             int range, int rate, double gain_db);

/* A stable profile for any speaker id, the same on every machine and in every run; different ids
 * nearly always differ.  `handler` and `desk` have voices of their own. */
void voice_profile_for_id (VoiceProfile *profile, const char *id);

/* ---- What a person chooses -------------------------------------------------------------------- */

/* Voices that can be given to anybody, in a fixed order: a name of espeak-ng's ("m1"), which is what
 * settings keep. */
guint voice_profile_n_variants (void);
const char *voice_profile_get_variant (guint index);

/* Another variant; accent, pitch, range and rate stay, so that two with the same are still told apart.
 * FALSE, and nothing changed, for what is none of the above (NULL too). */
gboolean voice_profile_set_variant (VoiceProfile *profile, const char *variant);

/* Accents of English, likewise: espeak-ng's names ("gmw/en-GB-scotland"). */
guint voice_profile_n_accents (void);
const char *voice_profile_get_accent (guint index);

/* Each his own: one of them by the speaker's id, the same on every machine. */
#define VOICE_ACCENT_MIXED "mixed"

/* Another accent (or VOICE_ACCENT_MIXED), before voice_profile_set_language(); the variant stays.  FALSE,
 * and nothing changed, for what is none, and for a speaker of another language. */
gboolean voice_profile_set_accent (VoiceProfile *profile, const char *accent);

#define VOICE_RATE_PERCENT_MIN   80
#define VOICE_RATE_PERCENT_MAX   130
#define VOICE_SPREAD_PERCENT_MIN 50
#define VOICE_SPREAD_PERCENT_MAX 150

/* Slower or faster than his own, and how far from the middle his pitch is; clamped, 100 is as it was.
 * Once.  Who is made slower may be hurried as far as before: what has an air length takes no longer on
 * the air than it would have. */
void voice_profile_set_manner (VoiceProfile *profile, int rate_percent, int spread_percent);

/* Whoever sounds like one before him is moved a little in pitch until he does not. */
void voice_profiles_set_apart (VoiceProfile *profiles, gsize n);

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
} VoiceProfile;

#define VOICE_RATE_MIN 80
#define VOICE_RATE_MAX 300

/* A profile from data: numbers out of range are clamped.  FALSE, and `profile` as for the id alone,
 * if `voice` is no voice name (letters, digits and `/ + - _` only); a name that is well formed but
 * not installed speaks with the standard voice if it is an English one, else not at all. */
gboolean voice_profile_init (VoiceProfile *profile, const char *id, const char *voice, int pitch,
                             int range, int rate, double gain_db);

/* A stable profile for any speaker id, the same on every machine and in every run; different ids
 * nearly always differ.  `handler` and `desk` have voices of their own. */
void voice_profile_for_id (VoiceProfile *profile, const char *id);

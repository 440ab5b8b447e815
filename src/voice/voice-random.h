/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small generator for noise and voices, so that the same seed always gives the same sound.
 *
 * SplitMix64: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014.  It is no part of the battle's state and never drives it.
 */
#pragma once

#include <glib.h>

typedef struct {
  guint64 state;
} VoiceRandom;

static inline guint64
voice_random_next (VoiceRandom *random)
{
  guint64 z = (random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* Uniform in [0, 1). */
static inline double
voice_random_unit (VoiceRandom *random)
{
  return (double)(voice_random_next (random) >> 11) * 0x1p-53;
}

/* Uniform in [-1, 1): white noise with an RMS of 1/√3. */
static inline float
voice_random_noise (VoiceRandom *random)
{
  return (float)((gint64)voice_random_next (random) >> 40) * 0x1p-23f;
}

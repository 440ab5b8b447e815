/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A band pass that may be tuned while it sounds: what shapes noise into breath and whispers.
 *
 * State variable filter with trapezoidal integration: A. Simper, "Solving the continuous SVF
 * equations using trapezoidal integration and equivalent currents", Cytomic, 2013.  The gain at
 * the centre is one.
 */
#pragma once

#include <glib.h>
#include <math.h>

typedef struct {
  float g, a1, k;
  float ic1, ic2; /* state */
} VoiceResonator;

/* `hz` below half the rate; the state is kept. */
static inline void
voice_resonator_tune (VoiceResonator *resonator, double rate, double hz, double q)
{
  resonator->g = (float) tan (G_PI * hz / rate);
  resonator->k = (float) (1.0 / q);
  resonator->a1 = 1.0f / (1.0f + resonator->g * (resonator->g + resonator->k));
}

static inline float
voice_resonator_step (VoiceResonator *resonator, float x)
{
  float v1 = resonator->a1 * (resonator->ic1 + resonator->g * (x - resonator->ic2));
  float v2 = resonator->ic2 + resonator->g * v1;

  resonator->ic1 = 2.0f * v1 - resonator->ic1;
  resonator->ic2 = 2.0f * v2 - resonator->ic2;
  return resonator->k * v1;
}

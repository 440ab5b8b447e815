/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-detune.h"

#include <math.h>

#define MASK (G_N_ELEMENTS (((VoiceDetune *)NULL)->history) - 1)

G_STATIC_ASSERT (2 * VOICE_DETUNE_DELAY + 1 <= G_N_ELEMENTS (((VoiceDetune *)NULL)->history));

void
voice_detune_init (VoiceDetune *detune, double rate, double hz)
{
  double step = 2.0 * G_PI * hz / rate;

  *detune = (VoiceDetune){.cosine = 1.0};
  detune->step_cosine = cos (step);
  detune->step_sine = sin (step);
  for (guint i = 0; i < G_N_ELEMENTS (detune->taps); i++) {
    double offset = 2.0 * i + 1.0;
    double window = 0.54 + 0.46 * cos (G_PI * offset / (VOICE_DETUNE_DELAY + 1.0));

    detune->taps[i] = (float)(2.0 / (G_PI * offset) * window);
  }
}

static float
hilbert (const VoiceDetune *detune)
{
  guint centre = detune->head - VOICE_DETUNE_DELAY;
  float sum = 0.0f;

  for (guint i = 0; i < G_N_ELEMENTS (detune->taps); i++) {
    guint offset = 2 * i + 1;
    float before = detune->history[(centre - offset) & MASK];
    float after = detune->history[(centre + offset) & MASK];

    sum += detune->taps[i] * (before - after);
  }
  return sum;
}

static void
turn_oscillator (VoiceDetune *detune)
{
  double c = detune->cosine * detune->step_cosine - detune->sine * detune->step_sine;
  double s = detune->sine * detune->step_cosine + detune->cosine * detune->step_sine;
  double correction = 1.5 - 0.5 * (c * c + s * s); /* keeps the length at one */

  detune->cosine = c * correction;
  detune->sine = s * correction;
}

float
voice_detune_step (VoiceDetune *detune, float x)
{
  float direct, quadrature;

  detune->head++;
  detune->history[detune->head & MASK] = x;
  direct = detune->history[(detune->head - VOICE_DETUNE_DELAY) & MASK];
  quadrature = hilbert (detune);
  turn_oscillator (detune);
  return (float)(direct * detune->cosine - quadrature * detune->sine);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Second-order filter sections, transposed direct form II.
 *
 * Coefficients: R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter
 * coefficients" (W3C note, 2021).  Two sections with the quality factors of a fourth-order
 * Butterworth filter make one edge of the voice band.
 */
#pragma once

#include <glib.h>

typedef struct {
  float b0, b1, b2, a1, a2; /* a0 is one */
  float z1, z2;             /* state */
} VoiceBiquad;

/* The voice band of the radio, in Hz. */
#define VOICE_BAND_LOW_HZ  300.0
#define VOICE_BAND_HIGH_HZ 3400.0

/* Fourth-order high pass and fourth-order low pass in series. */
typedef struct {
  VoiceBiquad sections[4];
} VoiceBandPass;

void voice_biquad_init_low_pass (VoiceBiquad *biquad, double rate, double hz, double q);
void voice_biquad_init_high_pass (VoiceBiquad *biquad, double rate, double hz, double q);

/* The voice band at a sample rate of at least 8000; state cleared. */
void voice_band_pass_init (VoiceBandPass *band, double rate);

static inline float
voice_biquad_step (VoiceBiquad *f, float x)
{
  float y = f->b0 * x + f->z1;

  f->z1 = f->b1 * x - f->a1 * y + f->z2;
  f->z2 = f->b2 * x - f->a2 * y;
  return y;
}

static inline float
voice_band_pass_step (VoiceBandPass *band, float x)
{
  for (guint i = 0; i < G_N_ELEMENTS (band->sections); i++)
    x = voice_biquad_step (&band->sections[i], x);
  return x;
}

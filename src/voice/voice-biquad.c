/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-biquad.h"

#include <math.h>

/* Quality factors of the two sections of a fourth-order Butterworth filter:
 * 1 / (2 cos (π/8)) and 1 / (2 cos (3π/8)). */
#define BUTTERWORTH_Q1 0.541196100146197
#define BUTTERWORTH_Q2 1.306562964876377

static void
init_section (VoiceBiquad *biquad, double rate, double hz, double q, gboolean high)
{
  double w = 2.0 * G_PI * hz / rate;
  double c = cos (w);
  double alpha = sin (w) / (2.0 * q);
  double a0 = 1.0 + alpha;
  double edge = high ? 1.0 + c : 1.0 - c;

  biquad->b0 = (float)(edge / 2.0 / a0);
  biquad->b1 = (float)((high ? -edge : edge) / a0);
  biquad->b2 = biquad->b0;
  biquad->a1 = (float)(-2.0 * c / a0);
  biquad->a2 = (float)((1.0 - alpha) / a0);
  biquad->z1 = 0.0f;
  biquad->z2 = 0.0f;
}

void
voice_biquad_init_low_pass (VoiceBiquad *biquad, double rate, double hz, double q)
{
  init_section (biquad, rate, hz, q, FALSE);
}

void
voice_biquad_init_high_pass (VoiceBiquad *biquad, double rate, double hz, double q)
{
  init_section (biquad, rate, hz, q, TRUE);
}

void
voice_band_pass_init (VoiceBandPass *band, double rate)
{
  g_return_if_fail (rate >= 8000.0);

  voice_biquad_init_high_pass (&band->sections[0], rate, VOICE_BAND_LOW_HZ, BUTTERWORTH_Q1);
  voice_biquad_init_high_pass (&band->sections[1], rate, VOICE_BAND_LOW_HZ, BUTTERWORTH_Q2);
  voice_biquad_init_low_pass (&band->sections[2], rate, VOICE_BAND_HIGH_HZ, BUTTERWORTH_Q1);
  voice_biquad_init_low_pass (&band->sections[3], rate, VOICE_BAND_HIGH_HZ, BUTTERWORTH_Q2);
}

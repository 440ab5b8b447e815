/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-compressor.h"

#include <math.h>

#define THRESHOLD_DB (-26.0)
#define RATIO        3.0
#define MAKE_UP_DB   13.0
#define ATTACK_S     0.0015
#define RELEASE_S    0.090

static float
smoothing (double rate, double seconds)
{
  return (float)(1.0 - exp (-VOICE_COMPRESSOR_BLOCK / (rate * seconds)));
}

static float
gain_for (float envelope)
{
  double level_db = 20.0 * log10 (fmax (envelope, 1e-6));
  double over_db = fmax (0.0, level_db - THRESHOLD_DB);

  return (float)pow (10.0, (MAKE_UP_DB - over_db * (1.0 - 1.0 / RATIO)) / 20.0);
}

void
voice_compressor_init (VoiceCompressor *compressor, double rate)
{
  *compressor = (VoiceCompressor){.attack = smoothing (rate, ATTACK_S),
                                  .release = smoothing (rate, RELEASE_S)};
  /* As in the middle of speech, so that the first syllable does not burst out. */
  compressor->envelope = 0.1f;
  compressor->gain = gain_for (compressor->envelope);
}

static void
begin_block (VoiceCompressor *compressor)
{
  float difference = compressor->peak - compressor->envelope;
  float k = difference > 0.0f ? compressor->attack : compressor->release;

  compressor->envelope += k * difference;
  compressor->peak = 0.0f;
  compressor->gain_step =
      (gain_for (compressor->envelope) - compressor->gain) / VOICE_COMPRESSOR_BLOCK;
}

float
voice_compressor_step (VoiceCompressor *compressor, float x)
{
  if (compressor->phase == 0)
    begin_block (compressor);
  compressor->phase = (compressor->phase + 1) % VOICE_COMPRESSOR_BLOCK;
  compressor->peak = fmaxf (compressor->peak, fabsf (x));
  compressor->gain += compressor->gain_step;
  return x * compressor->gain;
}

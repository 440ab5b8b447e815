/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Speech compressor: brings quiet and loud syllables close together, as a radio's speech
 * processor does.
 *
 * Feed-forward peak compressor with a hard knee; the gain is computed every
 * VOICE_COMPRESSOR_BLOCK samples from the block before and interpolated, which costs one
 * logarithm a block.
 */
#pragma once

#include <glib.h>

#define VOICE_COMPRESSOR_BLOCK 16

typedef struct {
  float attack, release; /* smoothing of the envelope a block */
  float envelope, peak;
  float gain, gain_step;
  guint phase; /* position in the block */
} VoiceCompressor;

void voice_compressor_init (VoiceCompressor *compressor, double rate);

float voice_compressor_step (VoiceCompressor *compressor, float x);

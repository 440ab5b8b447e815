/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Frequency shift of a few hertz, as heard from a receiver tuned slightly beside the carrier.
 *
 * Single-sideband shift by the phasing method: the signal and its Hilbert transform (a windowed
 * odd-tap FIR) are turned against a complex oscillator.  The delay is VOICE_DETUNE_DELAY samples.
 */
#pragma once

#include <glib.h>

#define VOICE_DETUNE_DELAY 31

typedef struct {
  float taps[(VOICE_DETUNE_DELAY + 1) / 2]; /* of the odd offsets 1, 3, … */
  float history[64];                        /* ring, 2 × delay + 1 used */
  guint head;
  double cosine, sine;           /* oscillator */
  double step_cosine, step_sine; /* its turn a sample */
} VoiceDetune;

/* A shift of `hz` (either sign) at `rate` samples a second; state cleared. */
void voice_detune_init (VoiceDetune *detune, double rate, double hz);

float voice_detune_step (VoiceDetune *detune, float x);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a voice radio does to speech: pure computation on samples, any thread, one at a time.
 *
 * Chain: detuning → band pass 300–3400 Hz → compressor → echo and flutter (strain) → voice gone
 * in lost words and dropouts, noise in its place → noise of the link → band pass → soft limit.
 * A short burst of noise, the squelch tail, ends each transmission.  The result depends on the
 * sound, the conditions and the seed alone, and not on the size of the pieces it is read in.
 */
#pragma once

#include "voice/voice-pcm.h"

/* A part of the transmission that did not arrive, in thousandths of the letters of its text (without
 * marks of words in the sound: of its length): from < to, both 0…1000. */
typedef struct {
  guint from;
  guint to;
} VoiceLostInterval;

typedef struct {
  double distance_m; /* to the speaker, 0 or more */
  double strain;     /* of the link, 0…1: echo, noise, dropouts */
  const VoiceLostInterval *lost;
  gsize n_lost;
  guint64 seed;
} VoiceRadioConditions;

/* More lost intervals than this in one transmission are ignored. */
#define VOICE_MAX_LOST_INTERVALS 64

typedef struct _VoiceRadioCurve VoiceRadioCurve;

/* (transfer full): a reader of `dry` through the radio.  Values out of range are clamped; the
 * intervals are copied, the sound is referenced. */
VoiceRadioCurve *voice_radio_curve_new (VoicePcm *dry, const VoiceRadioConditions *conditions);

void voice_radio_curve_free (VoiceRadioCurve *curve);

/* Samples in all, squelch tail included. */
gsize voice_radio_curve_get_length (const VoiceRadioCurve *curve);

/* Writes the next `n` samples to `out`; returns how many there were, 0 at the end. */
gsize voice_radio_curve_read (VoiceRadioCurve *curve, float *out, gsize n);

/* (transfer full): the whole of `dry` through the radio at once. */
VoicePcm *voice_radio_curve_apply (VoicePcm *dry, const VoiceRadioConditions *conditions);

/* Level of the link's noise in dB relative to full scale (RMS inside the voice band) and the shift
 * of the carrier in Hz (without sign) for given conditions: rises with distance and with strain. */
double voice_radio_noise_db (double distance_m, double strain);
double voice_radio_detune_hz (double distance_m, double strain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceRadioCurve, voice_radio_curve_free)

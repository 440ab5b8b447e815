/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A piece of mono sound in memory: immutable once shared, reference-counted, any thread.
 */
#pragma once

#include <glib.h>

/* Where a word of what is said begins. */
typedef struct {
  guint text;   /* in thousandths of the text's letters, 0…1000 */
  gsize sample; /* in the sound */
} VoiceMark;

typedef struct {
  /*< private >*/
  gatomicrefcount ref_count;
  VoiceMark *marks; /* (owned) (nullable) rising in both */
  guint n_marks;
  /*< public >*/
  guint rate;      /* samples per second */
  gsize n_samples; /* in `samples` */
  float samples[]; /* nominal range -1 to 1 */
} VoicePcm;

/* The highest length accepted anywhere in this room: 10 minutes at 48 kHz. */
#define VOICE_PCM_MAX_SAMPLES ((gsize)48000 * 600)

/* (transfer full): `n_samples` of silence.  `rate` in 8000…192000. */
VoicePcm *voice_pcm_new (guint rate, gsize n_samples);

VoicePcm *voice_pcm_ref (VoicePcm *pcm);
void voice_pcm_unref (VoicePcm *pcm);

/* Tells where words begin, before it is shared; what does not rise is passed over.  Copied. */
void voice_pcm_set_marks (VoicePcm *pcm, const VoiceMark *marks, guint n);

/* The sample at which so many thousandths of the text have been said: by the marks, and in
 * proportion between them. */
gsize voice_pcm_find (const VoicePcm *pcm, guint thousandths);

/* Length in seconds. */
double voice_pcm_get_seconds (const VoicePcm *pcm);

/* Root mean square over `n` samples from `first`; what lies beyond the end counts as silence. */
double voice_pcm_get_rms (const VoicePcm *pcm, gsize first, gsize n);

/* Largest magnitude of any sample. */
double voice_pcm_get_peak (const VoicePcm *pcm);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoicePcm, voice_pcm_unref)

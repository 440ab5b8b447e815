/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bed of the link: the quiet sound of being synced, made from tones and noise.
 *
 * Each share of the squadron on the link adds a tone of its own, so that one who leaves is missed.
 * Strain thickens it: a second, beating set of tones from 0.35 on, noise with all of it, crackle
 * from 0.55 and a tremor from 0.75.  A link that is cut falls in pitch, tears and is silent; when
 * it is back there is a burst of the carrier, and the tones rise again.  The level grows with
 * strain and stays some 20 dB below speech.  Pure computation on samples: any thread, one at a
 * time; the result depends on the seed and on what it was told at which sample, not on the size of
 * the pieces.
 */
#pragma once

#include <glib.h>

/* Samples in a second, and how many between two looks at what changes slowly. */
#define VOICE_BED_RATE    16000
#define VOICE_BED_CONTROL 16

typedef struct _VoiceBed VoiceBed;

typedef struct {
  gboolean live; /* FALSE: fades to silence */
  double sync;   /* 0…1 */
  double strain; /* 0…1 */
  gboolean cut;
} VoiceBedState;

/* (transfer full): silent. */
VoiceBed *voice_bed_new (guint64 seed);
void voice_bed_free (VoiceBed *bed);

/* Heard from the next control period on; numbers are in range. */
void voice_bed_set (VoiceBed *bed, const VoiceBedState *state);

/* Adds the next `n` frames (interleaved, left and right) times `gain` to `out`. */
void voice_bed_add (VoiceBed *bed, float *out, gsize n, float gain);

/* Nothing is heard, and nothing will be until it is told otherwise. */
gboolean voice_bed_is_silent (const VoiceBed *bed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceBed, voice_bed_free)

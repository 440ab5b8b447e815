/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The voices of the Legion: whispers in layers, from where they are heard.
 *
 * Breath shaped by mouths that never stand still: each layer has several, whose formants wander
 * between vowels drawn by chance, in syllables that swell where a person's fall off.  No text goes
 * in, so no word comes out.  Pure computation on samples: any thread, one at a time.
 */
#pragma once

#include "voice/voice-ambience.h"

typedef struct _VoiceWhispers VoiceWhispers;

/* (transfer full): silent.  As many samples a second as the bed has. */
VoiceWhispers *voice_whispers_new (guint64 seed);
void voice_whispers_free (VoiceWhispers *whispers);

/* `n` layers, at most VOICE_MAX_WHISPERS; the others fade away.  Numbers are in range. */
void voice_whispers_set (VoiceWhispers *whispers, const VoiceWhisper *layers, guint n);

/* Adds the next `n` frames (interleaved, left and right) times `gain` to `out`. */
void voice_whispers_add (VoiceWhispers *whispers, float *out, gsize n, float gain);

gboolean voice_whispers_is_silent (const VoiceWhispers *whispers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoiceWhispers, voice_whispers_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one place that calls espeak-ng.
 *
 * espeak-ng is one global state without locks: everything here is called by one thread at a time,
 * which is the synthesis thread (voice-synthesis.h).
 */
#pragma once

#include "voice/voice-pcm.h"
#include "voice/voice-profile.h"

/* Opens the synthesiser; opening it twice does nothing.  `data_path` is the folder that contains
 * `espeak-ng-data`, or NULL for the usual place.  LC_CTYPE is as before afterwards, but another
 * value for a moment, so call this before other threads need it.  Error: VOICE_ERROR_NO_SPEECH. */
gboolean voice_espeak_open (const char *data_path, GError **error);

void voice_espeak_close (void);

/* Tells voice_language_add() every voice and the languages it speaks. */
void voice_espeak_list_voices (void);

/* (transfer full): `text` (cleaned by voice_text_clean()) in the voice of `profile` at `rate` words
 * a minute, silence at both ends trimmed and the loudness made equal for all voices.  `cancelled`
 * (atomic) set to TRUE by another thread ends it early with an error. */
VoicePcm *voice_espeak_speak (const VoiceProfile *profile, int rate, const char *text,
                              const gint *cancelled, GError **error);

/* (transfer full) (nullable): the sounds of `text` in the language of a voice, as espeak-ng's own
 * mnemonics parted by '_'. */
char *voice_espeak_mnemonics (const VoiceProfile *profile, const char *text);

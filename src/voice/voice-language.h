/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which languages the synthesiser has a voice for.
 *
 * The list is read once, when the synthesis starts; asking earlier starts it for a moment, which
 * belongs on the main thread as voice_synthesis_acquire() does.  Afterwards any thread.
 */
#pragma once

#include "voice/voice-profile.h"

/* Codes as translations have them: "ja", "pt_BR".  One with a country may be spoken by the voice of
 * the language alone. */
gboolean voice_language_is_spoken (const char *language);

/* Lets the speaker speak this language in his own manner: variant, pitch, range and rate stay.
 * English keeps the speaker's accent.  FALSE, and `profile` as it was, when there is no voice. */
gboolean voice_profile_set_language (VoiceProfile *profile, const char *language);

/* Whether there is speech at all.  Error: VOICE_ERROR_NO_SPEECH. */
gboolean voice_language_check (GError **error);

/* The rest is for the synthesis alone. */

/* Takes a pair at a time while the synthesiser is read; `language` as espeak-ng writes it
 * ("pt-br"), a smaller `priority` fits better. */
void voice_language_add (const char *language, int priority, const char *voice);
void voice_language_forget_all (void);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks how, as the person has chosen: the keys voices, voice-accent, voice-rate and voice-spread.
 *
 * Speakers are ids of machines, "desk" and "handler".  What the settings hold and can not be is passed
 * over, for each speaker by himself.  Main thread.  */
#pragma once

#include "voice/voice-profile.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HANDLER_VOICES_KEY "voices"

/* The voice chosen for a speaker, as voice_profile_get_variant() has it; NULL: that of the data.  */
const char *handler_voices_get (GSettings *settings, const char *speaker);
/* `voice` of NULL: that of the data again.  Choices of others stay, also those that mean nothing here.  */
void handler_voices_set (GSettings *settings, const char *speaker, const char *voice);

/* Makes all of a battle speak as was chosen, before they are told their language; no two sound alike
 * then.  `settings` may be NULL: as the data says.  */
void handler_voices_apply (GSettings *settings, VoiceProfile *profiles, gsize n);

/* Calls `changed` with `object` when any of the keys changes, for as long as it lives.  */
void handler_voices_follow (GSettings *settings, GCallback changed, gpointer object);

G_END_DECLS

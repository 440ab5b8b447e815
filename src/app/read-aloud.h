/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a text of the window aloud with the desk's voice, sentence by sentence: a briefing.
 *
 * An action, to which a button is tied by its text: `reading` (string), whose state is what is being read, ""
 * nothing.  Activated with a text it reads that, with the one that it reads, or "", it stops.  It can not
 * be used while there is no sound or no speech.  */
#pragma once

#include "voice/voice.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): lives as long as it is kept; keeps the radio.  The desk speaks as the settings say
 * (nullable: as it does by itself).  Main thread.  */
GAction *read_aloud_action_new (VoiceRadio *radio, GSettings *settings);

/* The sentences of a text, without what is empty; free with g_strfreev().  */
char **read_aloud_split (const char *text);

G_END_DECLS

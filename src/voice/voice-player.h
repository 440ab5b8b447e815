/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plays a tape, beside whatever the radio does.
 *
 * A VoicePlayer is used on the main thread only; its signals and property changes come there.  It
 * has a thread and a pipeline of its own for as long as it plays, so nothing waits for the disk or
 * the sound system, and a radio that sounds is not touched.
 *
 * Signals:
 *   ended (message: string, nullable)   once for every voice_player_play(): NULL at the tape's end
 * or when it was stopped, else translated, why it could not be played
 *
 * Properties:
 *   playing (gboolean, read only)
 *   segment (guint, read only), at-ms (guint, read only)   what is heard now; about 10 times a
 * second
 *   volume (double, 0…1)
 */
#pragma once

#include <glib-object.h>

#include "voice/voice-error.h"
#include "voice/voice-sink-kind.h"

#define VOICE_TYPE_PLAYER (voice_player_get_type())
G_DECLARE_FINAL_TYPE (VoicePlayer, voice_player, VOICE, PLAYER, GObject)

/* (transfer full): `argument` as VoiceSinkKind says.  No device is opened before it plays. */
VoicePlayer *voice_player_new (VoiceSinkKind kind, const char *argument);

/* Plays the tape in `folder` from there to its end; what was played before stops. */
void voice_player_play (VoicePlayer *player, const char *folder, guint segment, guint at_ms);
/* The same, for so long (0: to the tape's end).  */
void voice_player_play_passage (VoicePlayer *player, const char *folder, guint segment, guint at_ms,
                                guint length_ms);
void voice_player_stop (VoicePlayer *player);

gboolean voice_player_get_playing (VoicePlayer *player);
guint voice_player_get_segment (VoicePlayer *player);
guint voice_player_get_at_ms (VoicePlayer *player);

void voice_player_set_volume (VoicePlayer *player, double volume);

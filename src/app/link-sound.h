/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the link sounds like, from what the console shows: sync and strain, the voices that the hearer
 * told of, the stress that a pilot was last known to be under.  Nothing here knows more than a frame
 * does.  */
#pragma once

#include "engine/engine.h"
#include "voice/voice.h"

G_BEGIN_DECLS

/* Pilots whose stress was told and is at least this are heard to breathe.  */
#define LINK_SOUND_BREATH_STRESS 60
/* What was told longer ago, in seconds of the battle, is heard no more.  */
#define LINK_SOUND_BREATH_S 120
#define LINK_SOUND_WHISPER_S 240

/* A pure function of its arguments; numbers are rounded, so that what hardly changes stays the same.
 * A battle that stands or is over is silent.  */
void link_sound_hear (VoiceAmbience *ambience, const EngineFrame *frame, ScenarioBattle *scenario,
                      BaseVec listening_point);

/* The same in words, for who does not hear it: “Undertaker: breath short · voices, many”; "" when there
 * is nothing.  Newly allocated.  */
char *link_sound_words (const VoiceAmbience *ambience, OrderBook *book);

/* Each layer's switch and volume from now on, as long as `owner` lives.  */
void link_sound_follow_settings (VoiceRadio *radio, GSettings *settings, GObject *owner);

G_END_DECLS

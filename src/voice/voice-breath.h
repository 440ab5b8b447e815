/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Some breaths of a pilot under stress, and his heart: heard for a few seconds now and then.
 *
 * Faster, rougher and nearer together the more stress there is; the heart joins them in the upper
 * half.  It comes and goes softly and is as quiet as what it lies under.
 */
#pragma once

#include "voice/voice-stream.h"

/* Samples a second of it. */
#define VOICE_BREATH_RATE 16000

/* (transfer full): a few breaths.  `stress` 0…1, from afraid to broken; the same seed breathes the
 * same. */
VoiceStream *voice_breath_new (double stress, guint64 seed);

/* Seconds in all, seconds from breath to breath, and beats of the heart a minute (0: not heard). */
double voice_breath_get_seconds (double stress);
double voice_breath_get_period (double stress);
double voice_breath_get_pulse (double stress);

/* Seconds of quiet after it, before anybody's breath is heard again. */
double voice_breath_get_rest (double stress);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The console's own sounds, made from a few sine tones.  Each has a visible twin on the console.
 */
#pragma once

#include "voice/voice-pcm.h"

typedef enum {
  VOICE_SOUND_ALERT,          /* something needs the handler now */
  VOICE_SOUND_CONTACT,        /* a new contact on the map */
  VOICE_SOUND_ORDER_ACCEPTED, /* an order went on the air queue */
  VOICE_SOUND_ORDER_REFUSED,  /* an order was not understood or not possible */
  VOICE_SOUND_TIMER,          /* a time that was set has come */
  VOICE_SOUND_TEST_LEFT,      /* to try the device with, on one side alone */
  VOICE_SOUND_TEST_RIGHT,
} VoiceSound;

#define VOICE_N_SOUNDS (VOICE_SOUND_TEST_RIGHT + 1)

/* −1 left, 0 middle, 1 right. */
double voice_sound_get_pan (VoiceSound sound);

/* (transfer full): 48 kHz, shorter than a second, peak below 0.5. */
VoicePcm *voice_sound_render (VoiceSound sound);

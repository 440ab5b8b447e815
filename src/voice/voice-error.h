/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#define VOICE_ERROR (voice_error_quark())

typedef enum {
  VOICE_ERROR_NO_SPEECH, /* the speech synthesiser or its data is missing */
  VOICE_ERROR_TEXT,      /* nothing in the text can be spoken */
  VOICE_ERROR_ELEMENT,   /* a GStreamer element is missing */
  VOICE_ERROR_DEVICE,    /* no device or sound server */
  VOICE_ERROR_WRITE,     /* the file can not be written */
  VOICE_ERROR_NO_LISTENING, /* the speech recogniser or its model is missing */
  VOICE_ERROR_READ,      /* the file can not be read */
  VOICE_ERROR_SOUND,     /* what was read is no sound that can be used */
  VOICE_ERROR_FAILED,    /* anything else */
} VoiceError;

GQuark voice_error_quark (void);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

typedef enum {
  VOICE_SOURCE_AUTOMATIC, /* a microphone: its name as VoiceDevices gives it; NULL or "" is the default */
  VOICE_SOURCE_FILE,      /* a WAV file, as fast as it can be read, then silence; its path */
  VOICE_SOURCE_FACTORY,   /* any GStreamer source, live where it can be; the name of its factory */
} VoiceSourceKind;

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

typedef enum {
  VOICE_SINK_AUTOMATIC, /* the sound server, else the sound card; the argument is the name of the
                         * device (voice-devices.h), NULL for the default */
  VOICE_SINK_FAKE,      /* nowhere, in real time; no argument */
  VOICE_SINK_FILE,      /* a WAV file, in real time; the argument is its path */
  VOICE_SINK_FACTORY,   /* any GStreamer sink; the argument is the name of its factory */
} VoiceSinkKind;

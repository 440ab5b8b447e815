/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

typedef enum {
  VOICE_DEVICE_OUTPUT, /* plays */
  VOICE_DEVICE_INPUT,  /* records; what an output plays is not listed as one */
} VoiceDeviceKind;

#define VOICE_N_DEVICE_KINDS (VOICE_DEVICE_INPUT + 1)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-times.h"

/* Retry and start together stay under the ten seconds within which sound is back. */
VoiceTimes voice_times = {
    .start = 4000,
    .stall = 4000,
    .stall_at = 1000,
    .retry = 4000,
    .chosen = 4000,
    .busy = 6000,
    .busy_at = 1000,
    .list = 2500,
};

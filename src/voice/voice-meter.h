/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads the messages of GStreamer's `level` and `spectrum` elements.
 */
#pragma once

#include <gst/gst.h>

#include "voice/voice-levels.h"

/* Bands of the spectrum element from 0 Hz to half the rate, so that VOICE_SPECTRUM_BANDS of
 * them, from VOICE_METER_FIRST_BAND on, cover the voice band at 48 kHz. */
#define VOICE_METER_BANDS      248
#define VOICE_METER_FIRST_BAND 3

/* Peak and RMS of both channels, from a message of a stereo level element. */
void voice_meter_read_levels (const GstStructure *structure, VoiceLevels *levels);

/* RMS in dB of the first channel. */
double voice_meter_read_rms (const GstStructure *structure);

/* The voice band, from a message of the spectrum element. */
void voice_meter_read_spectrum (const GstStructure *structure, VoiceLevels *levels);

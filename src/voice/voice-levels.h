/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the meters show: a plain value.
 */
#pragma once

#include <glib-object.h>

#define VOICE_N_SLOTS          8
#define VOICE_SPECTRUM_BANDS   32
#define VOICE_SPECTRUM_LOW_HZ  300.0
#define VOICE_SPECTRUM_HIGH_HZ 3400.0
/* Nothing is lower; silence has this level. */
#define VOICE_LEVEL_FLOOR_DB (-90.0)

typedef struct {
  guint64 id;       /* of the utterance */
  char speaker[64]; /* id of the speaker */
  double rms_db;    /* of this voice alone */
} VoiceSpeakerLevel;

/* Levels in dB relative to full scale, from VOICE_LEVEL_FLOOR_DB to 0. */
typedef struct {
  double peak_db[2]; /* left, right */
  double rms_db[2];
  float spectrum_db[VOICE_SPECTRUM_BANDS]; /* equal steps from low to high */
  guint n_speakers;
  VoiceSpeakerLevel speakers[VOICE_N_SLOTS]; /* those that sound now */
} VoiceLevels;

#define VOICE_TYPE_LEVELS (voice_levels_get_type())
GType voice_levels_get_type (void);

/* Silence, nobody speaking. */
void voice_levels_init (VoiceLevels *levels);

VoiceLevels *voice_levels_copy (const VoiceLevels *levels);
void voice_levels_free (VoiceLevels *levels);

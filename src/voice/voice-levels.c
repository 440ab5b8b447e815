/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-levels.h"

G_DEFINE_BOXED_TYPE (VoiceLevels, voice_levels, voice_levels_copy, voice_levels_free)

void
voice_levels_init (VoiceLevels *levels)
{
  *levels = (VoiceLevels){0};
  for (guint i = 0; i < 2; i++) {
    levels->peak_db[i] = VOICE_LEVEL_FLOOR_DB;
    levels->rms_db[i] = VOICE_LEVEL_FLOOR_DB;
  }
  for (guint i = 0; i < VOICE_SPECTRUM_BANDS; i++)
    levels->spectrum_db[i] = (float)VOICE_LEVEL_FLOOR_DB;
}

VoiceLevels *
voice_levels_copy (const VoiceLevels *levels)
{
  return g_memdup2 (levels, sizeof *levels);
}

void
voice_levels_free (VoiceLevels *levels)
{
  g_free (levels);
}

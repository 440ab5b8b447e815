/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-ambience.h"

/* NaN fails both comparisons. */
static double
in_range (double value, double from, double to, double otherwise)
{
  if (value >= from)
    return MIN (value, to);
  return value < from ? from : otherwise;
}

void
voice_ambience_clamp (VoiceAmbience *ambience)
{
  g_return_if_fail (ambience != NULL);

  ambience->sync = in_range (ambience->sync, 0.0, 1.0, 0.0);
  ambience->strain = in_range (ambience->strain, 0.0, 1.0, 0.0);
  ambience->breath = in_range (ambience->breath, 0.0, 1.0, 0.0);
  ambience->breath_pan = in_range (ambience->breath_pan, -1.0, 1.0, 0.0);
  ambience->n_whispers = MIN (ambience->n_whispers, VOICE_MAX_WHISPERS);
  for (guint i = 0; i < ambience->n_whispers; i++) {
    VoiceWhisper *whisper = &ambience->whispers[i];

    whisper->level = in_range (whisper->level, 0.0, 1.0, 0.0);
    whisper->pan = in_range (whisper->pan, -1.0, 1.0, 0.0);
  }
}

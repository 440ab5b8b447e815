/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "voice/voice-utterance.h"

/* Longest speaker id or subject kept, in bytes. */
#define MAX_KEY 200

/* Also turns NaN into the lower end. */
static double
in_range (double value, double from, double to)
{
  return value > from ? MIN (value, to) : from;
}

static VoiceProfile *
copy_profile (const VoiceUtterance *utterance)
{
  VoiceProfile *profile = g_new (VoiceProfile, 1);

  if (utterance->profile != NULL)
    *profile = *utterance->profile;
  else
    voice_profile_for_id (profile, utterance->speaker);
  return profile;
}

VoiceUtterance *
voice_utterance_copy (const VoiceUtterance *utterance)
{
  VoiceUtterance *copy;

  g_return_val_if_fail (utterance != NULL, NULL);
  g_return_val_if_fail (utterance->speaker != NULL, NULL);
  g_return_val_if_fail (utterance->text != NULL, NULL);
  g_return_val_if_fail (utterance->lost != NULL || utterance->n_lost == 0, NULL);

  copy = g_new (VoiceUtterance, 1);
  *copy = *utterance;
  copy->speaker = g_strndup (utterance->speaker, MAX_KEY);
  copy->profile = copy_profile (utterance);
  copy->text = g_strndup (utterance->text, 16384);
  copy->urgency = CLAMP ((int)utterance->urgency, 0, VOICE_N_CLASSES - 1);
  copy->subject = utterance->subject != NULL ? g_strndup (utterance->subject, MAX_KEY) : NULL;
  copy->pan =
      utterance->pan >= -1.0 ? MIN (utterance->pan, 1.0) : (utterance->pan < -1.0 ? -1.0 : 0.0);
  copy->distance_m = in_range (utterance->distance_m, 0.0, 1e6);
  copy->strain = in_range (utterance->strain, 0.0, 1.0);
  copy->n_lost = MIN (utterance->n_lost, VOICE_MAX_LOST_INTERVALS);
  copy->lost = g_memdup2 (utterance->lost, copy->n_lost * sizeof *copy->lost);
  copy->air_length_s = in_range (utterance->air_length_s, 0.0, 600.0);
  copy->expires_s = in_range (utterance->expires_s, 0.0, 3600.0);
  return copy;
}

void
voice_utterance_free (VoiceUtterance *utterance)
{
  if (utterance == NULL)
    return;
  g_free ((char *)utterance->speaker);
  g_free ((VoiceProfile *)utterance->profile);
  g_free ((char *)utterance->text);
  g_free ((char *)utterance->subject);
  g_free ((VoiceLostInterval *)utterance->lost);
  g_free (utterance);
}

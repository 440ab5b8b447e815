/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pilot-voice.h"

void
handler_pilot_voice (VoiceProfile *profile, const ScenarioMember *member)
{
  g_autofree char *voice = NULL;

  if (member->voice_variant == NULL || *member->voice_variant == '\0') {
    voice_profile_for_id (profile, member->machine.id);
    return;
  }
  voice = g_strdup_printf ("gmw/en-US+%s", member->voice_variant);
  voice_profile_init (profile, member->machine.id, voice, (int) member->voice_pitch,
                      (int) member->voice_range, (int) member->voice_rate, 0);
}

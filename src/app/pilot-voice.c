/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pilot-voice.h"

static void
fill (VoiceProfile *profile, const char *id, const char *variant, guint pitch, guint range, guint rate)
{
  g_autofree char *voice = NULL;

  if (variant == NULL || *variant == '\0') {
    voice_profile_for_id (profile, id);
    return;
  }
  voice = g_strdup_printf ("gmw/en-US+%s", variant);
  voice_profile_init (profile, id, voice, (int) pitch, (int) range, (int) rate, 0);
}

void
handler_pilot_voice (VoiceProfile *profile, const ScenarioMember *member)
{
  fill (profile, member->machine.id, member->voice_variant, member->voice_pitch, member->voice_range,
        member->voice_rate);
}

void
handler_person_voice (VoiceProfile *profile, const ScenarioPerson *person)
{
  fill (profile, person->machine.id, person->voice_variant, person->voice_pitch, person->voice_range,
        person->voice_rate);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a pilot of the roster sounds.  */
#pragma once

#include "scenario/scenario.h"
#include "voice/voice-profile.h"

G_BEGIN_DECLS

/* The voice that the scenario gives the pilot; without one, a stable voice made from the id.  It
 * speaks English (voice_profile_set_language() teaches it another language).  */
void handler_pilot_voice (VoiceProfile *profile, const ScenarioMember *member);
/* The same for somebody of a campaign's roster.  */
void handler_person_voice (VoiceProfile *profile, const ScenarioPerson *person);

G_END_DECLS

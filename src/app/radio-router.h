/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that turns what the battle says into what is heard, and what is heard into the
 * meters of the comms panel.  */
#pragma once

#include "ui/battle/handler-battle-page.h"
#include "voice/voice.h"

G_BEGIN_DECLS

#define RADIO_TYPE_ROUTER (radio_router_get_type ())
G_DECLARE_FINAL_TYPE (RadioRouter, radio_router, RADIO, ROUTER, GObject)

/* Follows the page's battle until it is disposed; then all speech of the battle is cut.  The voices
 * speak the language of the key `speech-language`, and as was chosen in the preferences, from the next transmission on when it changes.  */
RadioRouter *radio_router_new (VoiceRadio *radio, HandlerBattlePage *page, GSettings *settings);
/* The same for a battle that nobody looks at.  */
RadioRouter *radio_router_new_for_battle (VoiceRadio *radio, EngineBattle *battle,
                                          GSettings *settings);

/* Teaches the voices of a battle the language of what they say, as the person has chosen them (`settings`
 * may be NULL: as the data has them): one profile for each machine of the roster, then the handler's and
 * the desk's.  Newly allocated.  */
VoiceProfile *radio_router_make_profiles (ScenarioBattle *scenario, const char *language,
                                          GSettings *settings);

/* What a line is about, as voice-scheduler.h means it: newer words on the same subject take the place of
 * older ones that wait, and the same words of the same speaker are not heard twice in a moment.  NULL for
 * answers, orders and what was asked for again, which are always heard.  Newly allocated.  */
char *radio_router_subject (EngineCaption *caption);

/* What the voice knows a caption by.  */
guint64 radio_router_id_of (EngineCaption *caption);

/* Pan of a bearing, −1 left (west) to 1 right (east): a pure function.  */
double radio_router_pan (double bearing_deg);

G_END_DECLS

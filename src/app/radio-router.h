/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that turns what the battle says into what is heard, and what is heard into the
 * meters of the comms panel.  */
#pragma once

#include "ui/battle/handler-battle-page.h"
#include "voice/voice.h"

G_BEGIN_DECLS

#define RADIO_TYPE_ROUTER (radio_router_get_type ())
G_DECLARE_FINAL_TYPE (RadioRouter, radio_router, RADIO, ROUTER, GObject)

/* Follows the page's battle until it is disposed; then all speech of the battle is cut.  */
RadioRouter *radio_router_new (VoiceRadio *radio, HandlerBattlePage *page);

/* Pan of a bearing, −1 left (west) to 1 right (east): a pure function.  */
double radio_router_pan (double bearing_deg);

G_END_DECLS

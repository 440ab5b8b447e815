/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The console in battle: header, squad, map, comms, order line, alerts.
 *
 * Everything it shows comes from EngineBattle's frames, captions and signals; everything the
 * person does goes to it as an order, a question or a speed.
 *
 * Properties: time ("pause", "0.5", "1", "5", "20", "60"), pacing (whether the pacing rule is followed), muted,
 * size (set by breakpoints), squad-window and comms-window (whether the panel has a window of its own where the main one
 * has room for panels at all), show-squad and show-comms (whether it stands in the main one).
 * Signals:
 *   ended ()           the battle is over and its result is there
 *   leave ()           the person wants to leave before the end
 *   failed (text)      the simulation had to stop  */
#pragma once

#include "engine/engine.h"
#include "ui/battle/handler-pacer.h"
#include "ui/comms/handler-comms-panel.h"
#include "ui/orders/handler-order-line.h"
#include "ui/orders/handler-talk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_BATTLE_PAGE (handler_battle_page_get_type ())
G_DECLARE_FINAL_TYPE (HandlerBattlePage, handler_battle_page, HANDLER, BATTLE_PAGE,
                      AdwNavigationPage)

HandlerBattlePage *handler_battle_page_new (EngineBattle *battle);
EngineBattle *handler_battle_page_get_battle (HandlerBattlePage *self);
/* Stops the battle's thread; the page shows its last frame.  */
void handler_battle_page_shutdown (HandlerBattlePage *self);
HandlerCommsPanel *handler_battle_page_get_comms (HandlerBattlePage *self);
HandlerOrderLine *handler_battle_page_get_order_line (HandlerBattlePage *self);
/* The talk key: whoever has a microphone follows it.  */
HandlerTalk *handler_battle_page_get_talk (HandlerBattlePage *self);
/* Rules of time and who is muted, as they are at each moment; NULL: none.  */
void handler_battle_page_set_settings (HandlerBattlePage *self, GSettings *settings);
/* Who sets the time; it has no rules until it is given settings.  */
HandlerPacer *handler_battle_page_get_pacer (HandlerBattlePage *self);
/* A dialog of the desktop has been opened or closed: the battle stands as for one of the window's own.  */
void handler_battle_page_set_asking (HandlerBattlePage *self, gboolean asking);
/* Whether captions are also heard; those that are not, are announced to screen readers.  */
void handler_battle_page_set_voiced (HandlerBattlePage *self, gboolean voiced);
/* "map", "squad" or "comms": the page in a narrow window, the panel in a wide one.  */
void handler_battle_page_show_panel (HandlerBattlePage *self, const char *name);

G_END_DECLS

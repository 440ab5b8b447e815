/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders made by pointer or menu, as words for the order line, and the menus that offer them.
 *
 * The words come from the language's own canonical form, so whatever language a battle is played
 * in, a menu writes what could have been typed.  All results are newly allocated.  */
#pragma once

#include "orders/orders.h"

#include <gio/gio.h>

G_BEGIN_DECLS

SimAddressee handler_order_to_machine (guint index);
SimAddressee handler_order_to_platoon (guint platoon);
SimAddressee handler_order_to_all (void);

/* A whole order: "Falke, hold"; with `target` "Falke, move to G04-7".  */
char *handler_order_words (OrderBook *book, SimAddressee who, SimVerb verb,
                           const SimTarget *target);
/* The beginning of an order whose target is still to be said: "Falke, move to ".  */
char *handler_order_words_open (OrderBook *book, SimAddressee who, SimVerb verb);
/* "Falke, report ammunition".  */
char *handler_order_words_report (OrderBook *book, SimAddressee who, SimReportTopic topic);

/* "All units, mark 2".  */
char *handler_order_words_mark (OrderBook *book, guint8 mark);

/* The guns on the wall.  */
SimAddressee handler_order_to_wall (void);

/* What an order to this addressee may be; items activate `battle.order-words` with the text.  */
GMenuModel *handler_order_menu (OrderBook *book, SimAddressee who);
/* What may be ordered about a track; `who` says it to the selected machine.  Both end with how the order in the line is
 * carried out (handler-order-how.h).  */
GMenuModel *handler_order_menu_track (OrderBook *book, SimAddressee who,
                                      const SimTarget *target);

/* "to Falke, Fafnir" of an order.  Newly allocated; "" for none.  */
char *handler_order_addressees_text (OrderBook *book, const SimCommand *command);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of how the order in the line is carried out, and the actions behind it.
 *
 * Actions of the group: posture, timing (names as in sim-types.h), mark ("0" to "9"), until-relieved.  One
 * that does not go with the order is disabled; the others stand as the order says.  */
#pragma once

#include "orders/orders.h"
#include "ui/orders/handler-order-manner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _HandlerOrderHow HandlerOrderHow;

/* `chosen` gets what the person has chosen; what it does with it comes back by show().  */
HandlerOrderHow *handler_order_how_new (void (*chosen) (const HandlerOrderManner *manner,
                                                        gpointer data),
                                        gpointer data);
void handler_order_how_free (HandlerOrderHow *self);
/* To be inserted as "how".  Borrowed.  */
GActionGroup *handler_order_how_get_actions (HandlerOrderHow *self);
/* The order as it is now; NULL: none, and all is disabled.  */
void handler_order_how_show (HandlerOrderHow *self, OrderBook *book, const PictureView *view,
                             const SimCommand *command);
/* Newly made; items are actions of "how".  */
GMenuModel *handler_order_how_menu (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was sent from the order line, to be called back with Up and Down.  No widgets.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HandlerOrderHistory HandlerOrderHistory;

HandlerOrderHistory *handler_order_history_new (void);
void handler_order_history_free (HandlerOrderHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandlerOrderHistory, handler_order_history_free)

/* Keeps the newest 100; a text equal to the last one is not kept twice.  Ends browsing.  */
void handler_order_history_add (HandlerOrderHistory *self, const char *text);
/* The next older text, or NULL at the oldest.  The first call keeps `draft`, what is in the line
 * now, so that going all the way down brings it back.  */
const char *handler_order_history_older (HandlerOrderHistory *self, const char *draft);
/* The next newer text, at last the draft; NULL when not browsing.  */
const char *handler_order_history_newer (HandlerOrderHistory *self);
gboolean handler_order_history_is_browsing (HandlerOrderHistory *self);
/* Forgets the place, not the texts.  */
void handler_order_history_stop (HandlerOrderHistory *self);

G_END_DECLS

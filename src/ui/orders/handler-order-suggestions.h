/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The popover above an entry that lists what may follow.  It never takes the focus: the entry
 * keeps it and moves the highlight with the arrow keys.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_ORDER_SUGGESTIONS (handler_order_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (HandlerOrderSuggestions, handler_order_suggestions, HANDLER,
                      ORDER_SUGGESTIONS, GtkPopover)

/* Signal `taken` (const char *text): a suggestion was clicked.  */
GtkWidget *handler_order_suggestions_new (void);
/* GPtrArray of OrderCompletion; empty hides.  */
void handler_order_suggestions_set (HandlerOrderSuggestions *self, GPtrArray *completions);
gboolean handler_order_suggestions_is_open (HandlerOrderSuggestions *self);
/* Moves the highlight by one; wraps to none.  */
void handler_order_suggestions_move (HandlerOrderSuggestions *self, int step);
/* The whole line that the highlighted (or, if `first`, the first) one would make; NULL: none.  */
const char *handler_order_suggestions_get_text (HandlerOrderSuggestions *self, gboolean first);
gboolean handler_order_suggestions_has_highlight (HandlerOrderSuggestions *self);
/* The highlighted row or NULL, for accessibility.  */
GtkWidget *handler_order_suggestions_get_row (HandlerOrderSuggestions *self);

G_END_DECLS

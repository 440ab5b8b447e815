/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two widgets on one line while there is room for both, else one below the other.  The words of one
 * language fit where those of another do not.
 *
 * Properties: start, end (widgets); spacing (between them on a line, pixels); packed: `end` follows
 * `start` at once, instead of standing at the end of its line.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_PAIR (handler_pair_get_type ())
G_DECLARE_FINAL_TYPE (HandlerPair, handler_pair, HANDLER, PAIR, GtkWidget)

GtkWidget *handler_pair_new (void);

G_END_DECLS

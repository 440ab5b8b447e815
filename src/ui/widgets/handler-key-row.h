/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that shows the keys in force of one entry of the table, or of several one after the other, and follows
 * them.  Who hears it is told them as its description.  */
#pragma once

#include "ui/widgets/handler-keys.h"

G_BEGIN_DECLS

#define HANDLER_TYPE_KEY_ROW (handler_key_row_get_type ())
G_DECLARE_FINAL_TYPE (HandlerKeyRow, handler_key_row, HANDLER, KEY_ROW, AdwActionRow)

/* `n` entries from `entry` on.  Floating.  */
GtkWidget *handler_key_row_new (const char *title, const HandlerShortcut *entry, gsize n);
const HandlerShortcut *handler_key_row_get_entry (HandlerKeyRow *self);

G_END_DECLS

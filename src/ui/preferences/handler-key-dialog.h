/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the key of an entry of the table.  What comes of it is in force at once (handler-keys.h).  */
#pragma once

#include "ui/widgets/handler-keys.h"

G_BEGIN_DECLS

/* Waits for a key: Backspace is none, Escape leaves all as it was.  One that can not be is refused with the reason;
 * where something else has it, it asks.  Floating.  */
AdwDialog *handler_key_dialog_new (const HandlerShortcut *entry);
/* Asks before the keys of the table, given back to the entry, are taken from others; NULL when nobody else has
 * one, and nothing has to be asked.  Floating.  */
AdwDialog *handler_key_dialog_new_reset (const HandlerShortcut *entry);

G_END_DECLS

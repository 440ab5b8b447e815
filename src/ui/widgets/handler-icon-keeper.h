/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps icons from going away on another thread than the window's.
 *
 * GTK loads the icons of its icon theme ahead on threads of its own.  Its table of icons holds no
 * references: when such a thread drops the last one, the icon is still found in the table until it
 * has been taken out, and a look-up in between hands out an icon that is being freed (seen with GTK
 * 4.18: “assertion '!object_already_finalized' failed”, or a crash later).  It takes a busy machine.
 * An icon whose last reference is dropped on another thread is therefore kept for good.  There are
 * as many of these as the program has different icons at most: a kept one is found at the next
 * look-up.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on, for all icons; call it on the thread of the windows before any icon is made.  Further
 * calls do nothing.  */
void handler_icon_keeper_install (void);

G_END_DECLS

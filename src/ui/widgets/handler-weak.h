/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weak references as user data of what is answered later.
 *
 * Work on another thread is given one of these and no widget as its source: the thread may be the
 * last to drop its task, and a widget must not go on any thread but the window's.  */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* (transfer full): free it with handler_weak_free() or handler_weak_take().  Any thread.  */
GWeakRef *handler_weak_new (gpointer object);
void handler_weak_free (gpointer weak);
/* (transfer full) (nullable): the object if it is still there; frees `weak`.  For the thread on
 * which the object may go.  */
gpointer handler_weak_take (gpointer weak);

G_END_DECLS

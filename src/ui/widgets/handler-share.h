/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of something is done, from the thread that does it to the window.
 *
 * Thousandths, 0 as long as nobody can say.  Made by g_atomic_rc_box_new0 (HandlerShare) and reference
 * counted, so that who comes first to an end need not wait for the other.  Any thread.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint HandlerShare;

/* `share` may be NULL; `done` is brought into 0…1.  */
static inline void
handler_share_set (HandlerShare *share, double done)
{
  if (share != NULL)
    g_atomic_int_set (share, (gint) (CLAMP (done, 0, 1) * 1000));
}

static inline double
handler_share_get (HandlerShare *share)
{
  return g_atomic_int_get (share) / 1000.0;
}

G_END_DECLS

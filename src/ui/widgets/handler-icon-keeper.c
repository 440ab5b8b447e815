/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-icon-keeper.h"

static GThread *window_thread;             /* (immutable) once installed */
static void (*dispose_icon) (GObject *icon); /* (immutable) GTK's own */

static GMutex lock;
static GPtrArray *kept; /* (lock) (owned) of GtkIconPaintable, each with a reference */

/* Taking a reference here is how an object refuses to go.  It is never dropped: this may still be
 * inside of the other thread's g_object_unref() when the window's thread would do that.  */
static void
icon_dispose (GObject *icon)
{
  if (g_thread_self () == window_thread) {
    dispose_icon (icon);
    return;
  }
  g_mutex_lock (&lock);
  g_ptr_array_add (kept, g_object_ref (icon));
  g_mutex_unlock (&lock);
}

void
handler_icon_keeper_install (void)
{
  GObjectClass *icon_class;

  if (window_thread != NULL)
    return;
  window_thread = g_thread_self ();
  kept = g_ptr_array_new ();
  icon_class = g_type_class_ref (GTK_TYPE_ICON_PAINTABLE); /* for good, as it is changed */
  dispose_icon = icon_class->dispose;
  icon_class->dispose = icon_dispose;
}

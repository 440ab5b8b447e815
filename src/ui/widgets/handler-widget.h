/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small helps for widgets made from GtkWidget itself.  */
#pragma once

#include <gtk/gtk.h>

/* In dispose: a template lets go of the children it has names for only.  */
static inline void
handler_widget_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static inline void
handler_widget_toggle_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

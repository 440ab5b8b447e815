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

/* A page of text is read with the keys that turn pages, wherever on it the focus is; what needs them itself gets them
 * first.  */
static inline gboolean
handler_widget_page_key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode,
                            GdkModifierType state, GtkScrolledWindow *scrolled)
{
  GtkScrollType how = keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down
                          ? GTK_SCROLL_PAGE_FORWARD
                      : keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up
                          ? GTK_SCROLL_PAGE_BACKWARD
                      : keyval == GDK_KEY_Home ? GTK_SCROLL_START
                      : keyval == GDK_KEY_End  ? GTK_SCROLL_END
                                               : GTK_SCROLL_NONE;
  gboolean scrolls = FALSE;

  if (how != GTK_SCROLL_NONE)
    g_signal_emit_by_name (scrolled, "scroll-child", how, FALSE, &scrolls);
  return scrolls;
}

static inline void
handler_widget_add_page_keys (GtkWidget *page, GtkScrolledWindow *scrolled)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (handler_widget_page_key_cb), scrolled,
                           G_CONNECT_DEFAULT);
  gtk_widget_add_controller (page, keys);
}

static inline void
handler_widget_toggle_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

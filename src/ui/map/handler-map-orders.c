/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders made on the map become words: people learn the language.  */
#include "handler-map-menu.h"
#include "handler-map-private.h"
#include "handler-map-words.h"

#include <glib/gi18n.h>

char *
handler_map_route_words (HandlerMap *self, guint unit)
{
  HandlerMapScene scene;

  handler_map_fill_scene (self, &scene);
  return handler_map_menu_route (&scene, unit, (const BaseVec *) (gpointer) self->route->data,
                                 self->route->len);
}

static void
on_item_clicked (GtkButton *button, gpointer user_data)
{
  HandlerMap *self = HANDLER_MAP (user_data);
  g_autofree char *words = g_strdup (g_object_get_data (G_OBJECT (button), "words"));
  gboolean question = g_object_get_data (G_OBJECT (button), "question") != NULL;

  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  if (question)
    handler_map_emit_question (self, words);
  else
    handler_map_emit_order_text (self, words);
}

static GtkWidget *
line_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 42);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A row: what it does, and below it how one says that.  */
static GtkWidget *
row_new (HandlerMap *self, const HandlerMapMenuItem *item)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = line_new (item->words, "caption");

  gtk_widget_add_css_class (words, "dimmed");
  gtk_box_append (GTK_BOX (box), line_new (item->title, NULL));
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "map-menu-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, item->words,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "words", g_strdup (item->words), g_free);
  g_object_set_data (G_OBJECT (button), "question", GINT_TO_POINTER (item->question));
  g_signal_connect (button, "clicked", G_CALLBACK (on_item_clicked), self);
  return button;
}

static GtkWidget *
heading_new (HandlerMap *self, BaseVec at)
{
  g_autofree char *text = NULL;
  HandlerMapScene scene;
  GtkWidget *label;

  handler_map_fill_scene (self, &scene);
  text = handler_map_describe_point (&scene, at);
  label = line_new (text, "heading");
  gtk_widget_set_margin_start (label, 10);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  return label;
}

static GtkWidget *
menu_content_new (HandlerMap *self, BaseVec at, HandlerSelectionKind kind, guint id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GPtrArray) items = NULL;
  gboolean questions = FALSE;
  HandlerMapScene scene;

  handler_map_fill_scene (self, &scene);
  items = handler_map_menu_items (&scene, at, kind, id);
  gtk_box_append (GTK_BOX (box), heading_new (self, at));
  for (guint i = 0; i < items->len; i++) {
    const HandlerMapMenuItem *item = g_ptr_array_index (items, i);

    if (item->question && !questions && i > 0)
      gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    questions = item->question;
    gtk_box_append (GTK_BOX (box), row_new (self, item));
  }
  return box;
}

static gboolean
drop_menu (gpointer user_data)
{
  gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* The popover emits this while it is still at work: it goes when it has finished.  */
static void
on_menu_closed (HandlerMap *self)
{
  GtkWidget *menu = g_steal_pointer (&self->menu);

  if (menu != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, drop_menu, g_object_ref (menu), g_object_unref);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
scrolled_new (GtkWidget *content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  return scrolled;
}

void
handler_map_popup_menu (HandlerMap *self, double x, double y, BaseVec at)
{
  GdkRectangle point = {(int) x, (int) y, 1, 1};
  HandlerSelectionKind kind;
  guint id;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  kind = handler_map_pick (self, x, y, &id);
  self->menu = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->menu),
                         scrolled_new (menu_content_new (self, at, kind, id)));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), TRUE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &point);
  gtk_widget_add_css_class (self->menu, "map-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible name", "Orders here"), -1);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (on_menu_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

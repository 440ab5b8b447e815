/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/orders/handler-order-suggestions.h"

#include "orders/orders.h"
#include "ui/widgets/handler-pair.h"

#include <glib/gi18n.h>

struct _HandlerOrderSuggestions {
  GtkPopover parent_instance;
  GtkScrolledWindow *scrolled;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HandlerOrderSuggestions, handler_order_suggestions, GTK_TYPE_POPOVER)

enum { SIGNAL_TAKEN, N_SIGNALS };
static guint signals[N_SIGNALS];

#define INSERT_KEY "handler-insert"
/* Around the list, within the popover and beside it, pixels.  */
#define MARGIN 14

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, HandlerOrderSuggestions *self)
{
  g_autofree char *text = g_strdup (g_object_get_data (G_OBJECT (row), INSERT_KEY));

  g_signal_emit (self, signals[SIGNAL_TAKEN], 0, text);
}

static void
handler_order_suggestions_class_init (HandlerOrderSuggestionsClass *klass)
{
  signals[SIGNAL_TAKEN]
      = g_signal_new ("taken", HANDLER_TYPE_ORDER_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
handler_order_suggestions_init (HandlerOrderSuggestions *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("order line", "What may follow"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_DEFAULT);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (self->scrolled, TRUE);
  gtk_scrolled_window_set_propagate_natural_height (self->scrolled, TRUE);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->scrolled));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_TOP);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self), "order-suggestions");
}

GtkWidget *
handler_order_suggestions_new (void)
{
  return g_object_new (HANDLER_TYPE_ORDER_SUGGESTIONS, NULL);
}

static GtkWidget *
row_new (const OrderCompletion *completion)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *pair = g_object_new (HANDLER_TYPE_PAIR, "spacing", 18, NULL);
  GtkWidget *label = gtk_label_new (completion->label);
  GtkWidget *hint = gtk_label_new (completion->hint);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (hint, "dimmed");
  gtk_widget_add_css_class (hint, "caption");
  g_object_set (pair, "start", label, "end", hint, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), pair);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), INSERT_KEY, g_strdup (completion->insert), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  completion->label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  completion->hint == NULL ? "" : completion->hint, -1);
  return row;
}

/* No wider than what it belongs to, nor higher than what is above that in the window.  */
static void
fit (HandlerOrderSuggestions *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_point_t top;

  if (parent == NULL || gtk_widget_get_root (parent) == NULL
      || !gtk_widget_compute_point (parent, GTK_WIDGET (gtk_widget_get_root (parent)),
                                    &GRAPHENE_POINT_INIT (0, 0), &top))
    return;
  gtk_scrolled_window_set_max_content_width (self->scrolled,
                                             MAX (200, gtk_widget_get_width (parent) - 2 * MARGIN));
  gtk_scrolled_window_set_max_content_height (self->scrolled, MAX (100, (int) top.y - MARGIN));
}

void
handler_order_suggestions_set (HandlerOrderSuggestions *self, GPtrArray *completions)
{
  g_return_if_fail (HANDLER_IS_ORDER_SUGGESTIONS (self));
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; completions != NULL && i < completions->len; i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (completions, i)));
  if (completions != NULL && completions->len > 0) {
    fit (self);
    gtk_popover_popup (GTK_POPOVER (self));
    gtk_popover_present (GTK_POPOVER (self));
  } else {
    gtk_popover_popdown (GTK_POPOVER (self));
  }
}

gboolean
handler_order_suggestions_is_open (HandlerOrderSuggestions *self)
{
  g_return_val_if_fail (HANDLER_IS_ORDER_SUGGESTIONS (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

void
handler_order_suggestions_move (HandlerOrderSuggestions *self, int step)
{
  GtkListBoxRow *row;
  int index;

  g_return_if_fail (HANDLER_IS_ORDER_SUGGESTIONS (self));
  row = gtk_list_box_get_selected_row (self->list);
  index = row == NULL ? -1 : gtk_list_box_row_get_index (row);
  if (row == NULL && step < 0)
    while (gtk_list_box_get_row_at_index (self->list, index + 1) != NULL)
      index++;
  else
    index += step;
  gtk_list_box_select_row (self->list, index < 0 ? NULL
                                                 : gtk_list_box_get_row_at_index (self->list, index));
}

const char *
handler_order_suggestions_get_text (HandlerOrderSuggestions *self, gboolean first)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (HANDLER_IS_ORDER_SUGGESTIONS (self), NULL);
  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL && first)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  return row == NULL ? NULL : g_object_get_data (G_OBJECT (row), INSERT_KEY);
}

gboolean
handler_order_suggestions_has_highlight (HandlerOrderSuggestions *self)
{
  g_return_val_if_fail (HANDLER_IS_ORDER_SUGGESTIONS (self), FALSE);
  return gtk_list_box_get_selected_row (self->list) != NULL;
}

GtkWidget *
handler_order_suggestions_get_row (HandlerOrderSuggestions *self)
{
  g_return_val_if_fail (HANDLER_IS_ORDER_SUGGESTIONS (self), NULL);
  return GTK_WIDGET (gtk_list_box_get_selected_row (self->list));
}

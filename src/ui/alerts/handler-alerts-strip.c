/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/alerts/handler-alerts-strip.h"
#include "ui/widgets/handler-text.h"
#include "ui/widgets/handler-widget.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define ALERT_KEY "handler-alert"

struct _HandlerAlertsStrip {
  GtkWidget parent_instance;
  HandlerAlerts *alerts;
  EngineBattle *battle;
  GSignalGroup *signals;
  guint max_shown;
  gboolean stacked;
  guint rebuild_id;
  gboolean flashing;
  GPtrArray *shown; /* HandlerAlert, in the line */
  gboolean styled;  /* the line is as the window's size wants it */
  HandlerAlert *fresh; /* came since the line was built */

  GtkLabel *clock;
  GtkWidget *empty;
  GtkWidget *line;
  GtkMenuButton *more;
  GtkPopover *popover;
  AdwClamp *clamp;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HandlerAlertsStrip, handler_alerts_strip, GTK_TYPE_WIDGET)

enum { SIGNAL_ALERT_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
style_of (HandlerAlert *alert)
{
  switch (handler_alert_get_kind (alert)) {
  case HANDLER_ALERT_LOSS:
  case HANDLER_ALERT_UNDER_FIRE:
  case HANDLER_ALERT_REFUSED:
    return "emergency";
  case HANDLER_ALERT_CONTACT:
    return "contact";
  case HANDLER_ALERT_AMMUNITION:
    return "low";
  default:
    return "plain";
  }
}

static char *
time_text (HandlerAlertsStrip *self, HandlerAlert *alert)
{
  if (self->battle == NULL)
    return g_strdup ("");
  return engine_battle_format_clock (self->battle, handler_alert_get_tick (alert), TRUE);
}

static GtkWidget *
dim_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static gboolean
has_clock (HandlerAlertsStrip *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->clock));
}

static GtkWidget *
title_label (HandlerAlert *alert)
{
  GtkWidget *label = gtk_label_new (handler_alert_get_title (alert));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "alert-title");
  return label;
}

/* What more there is to tell: the detail, else the time.  */
static GtkWidget *
detail_label (HandlerAlertsStrip *self, HandlerAlert *alert)
{
  const char *detail = handler_alert_get_detail (alert);
  g_autofree char *time = time_text (self, alert);

  return dim_label (detail[0] != '\0' ? detail : time);
}

/* Its sign, and a box for words.  */
static GtkWidget *
alert_box (HandlerAlert *alert, GtkOrientation orientation, GtkWidget **words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (handler_alert_get_icon (alert));

  *words = gtk_box_new (orientation, orientation == GTK_ORIENTATION_VERTICAL ? 0 : 6);
  gtk_widget_set_valign (*words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (icon, "mark");
  gtk_widget_add_css_class (box, style_of (alert));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), *words);
  gtk_box_append (GTK_BOX (*words), title_label (alert));
  return box;
}

static void
name_accessible (HandlerAlertsStrip *self, GtkWidget *widget, HandlerAlert *alert)
{
  g_autofree char *time = time_text (self, alert);
  g_autofree char *name = handler_text_list (
      (const char *const[]){handler_alert_get_title (alert), handler_alert_get_detail (alert), time,
                            NULL});

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
activate (HandlerAlertsStrip *self, GtkWidget *widget)
{
  HandlerAlert *alert = g_object_get_data (G_OBJECT (widget), ALERT_KEY);

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_ALERT_ACTIVATED], 0, alert);
}

static void
button_clicked_cb (GtkWidget *button, HandlerAlertsStrip *self)
{
  activate (self, button);
}

static void
row_activated_cb (HandlerAlertsStrip *self, GtkListBoxRow *row)
{
  activate (self, GTK_WIDGET (row));
}

static void
dismiss_clicked_cb (GtkWidget *button, HandlerAlertsStrip *self)
{
  handler_alerts_dismiss (self->alerts, g_object_get_data (G_OBJECT (button), ALERT_KEY));
}

/* Delete dismisses the alert with the focus, in the line and in the list.  */
static gboolean
delete_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  HandlerAlertsStrip *self = HANDLER_ALERTS_STRIP (user_data);

  handler_alerts_dismiss (self->alerts, g_object_get_data (G_OBJECT (widget), ALERT_KEY));
  return TRUE;
}

static void
add_delete_key (HandlerAlertsStrip *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete|KP_Delete"),
                        gtk_callback_action_new (delete_cb, self, NULL)));
  gtk_widget_add_controller (widget, keys);
}

static gboolean
tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer text)
{
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Told when it is asked for: one that is set looks each time where the pointer is, and waits for the answer.  */
static void
set_tooltip (GtkWidget *widget, const char *text)
{
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (tooltip_cb), (gpointer) text);
  gtk_widget_set_has_tooltip (widget, TRUE);
}

static GtkWidget *
button_new (HandlerAlertsStrip *self, HandlerAlert *alert)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *words;

  gtk_button_set_child (GTK_BUTTON (button),
                        alert_box (alert, GTK_ORIENTATION_HORIZONTAL, &words));
  /* With room for one alert only, its title goes before its details, which the list has.  */
  if (self->max_shown > 1)
    gtk_box_append (GTK_BOX (words), detail_label (self, alert));
  gtk_widget_add_css_class (button, "flat");
  set_tooltip (button, C_("alerts", "Show on the map; Delete dismisses"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  C_("alerts", "Show on the map; Delete dismisses"), -1);
  g_object_set_data_full (G_OBJECT (button), ALERT_KEY, g_object_ref (alert), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked_cb), self,
                           G_CONNECT_DEFAULT);
  add_delete_key (self, button);
  name_accessible (self, button, alert);
  return button;
}

static gboolean
is_grave (HandlerAlert *alert)
{
  HandlerAlertKind kind = handler_alert_get_kind (alert);

  return kind != HANDLER_ALERT_PAUSE && kind <= HANDLER_ALERT_UNDER_FIRE;
}

static void
raised_cb (HandlerAlertsStrip *self, HandlerAlert *alert)
{
  g_set_object (&self->fresh, alert);
}

/* In a narrow window the list is narrow, and its rows are higher instead.  */
static void
add_detail (HandlerAlertsStrip *self, GtkWidget *words, HandlerAlert *alert)
{
  gboolean narrow = self->max_shown == 1;
  GtkWidget *title = gtk_widget_get_first_child (words);
  GtkWidget *detail = detail_label (self, alert);

  gtk_label_set_wrap (GTK_LABEL (title), narrow);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), narrow ? 3 : 1);
  gtk_widget_set_hexpand (detail, !narrow);
  gtk_label_set_xalign (GTK_LABEL (detail), narrow ? 0 : 1);
  gtk_box_append (GTK_BOX (words), detail);
}

static GtkWidget *
row_new (HandlerAlertsStrip *self, HandlerAlert *alert)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *dismiss = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *words;
  GtkWidget *box = alert_box (alert,
                              self->max_shown == 1 ? GTK_ORIENTATION_VERTICAL
                                                   : GTK_ORIENTATION_HORIZONTAL,
                              &words);

  gtk_widget_set_hexpand (words, TRUE);
  add_detail (self, words, alert);
  set_tooltip (dismiss, C_("alerts", "Dismiss"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (dismiss), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("alerts", "Dismiss"), -1);
  gtk_widget_set_valign (dismiss, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (dismiss, "flat");
  gtk_widget_add_css_class (dismiss, "circular");
  g_object_set_data_full (G_OBJECT (dismiss), ALERT_KEY, g_object_ref (alert), g_object_unref);
  g_signal_connect_object (dismiss, "clicked", G_CALLBACK (dismiss_clicked_cb), self,
                           G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (box), dismiss);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), ALERT_KEY, g_object_ref (alert), g_object_unref);
  add_delete_key (self, row);
  name_accessible (self, row, alert);
  return row;
}

/* The line has the first `n` alerts already, as they are to be shown.  */
static gboolean
line_has (HandlerAlertsStrip *self, guint n)
{
  if (!self->styled || self->shown->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_autoptr (HandlerAlert) alert = g_list_model_get_item (G_LIST_MODEL (self->alerts), i);

    if (alert != g_ptr_array_index (self->shown, i))
      return FALSE;
  }
  return TRUE;
}

static void
add_to_line (HandlerAlertsStrip *self, HandlerAlert *alert)
{
  GtkWidget *button = button_new (self, alert);

  if (self->shown->len > 0)
    gtk_box_append (GTK_BOX (self->line), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->line), button);
  if (alert == self->fresh && self->flashing && is_grave (alert))
    gtk_widget_add_css_class (button, "fresh");
  g_ptr_array_add (self->shown, g_object_ref (alert));
}

static void
rebuild_line (HandlerAlertsStrip *self, guint n)
{
  GtkWidget *child;

  if (!line_has (self, n)) {
    while ((child = gtk_widget_get_first_child (self->line)) != NULL)
      gtk_box_remove (GTK_BOX (self->line), child);
    g_ptr_array_set_size (self->shown, 0);
    for (guint i = 0; i < n; i++) {
      g_autoptr (HandlerAlert) alert = g_list_model_get_item (G_LIST_MODEL (self->alerts), i);

      add_to_line (self, alert);
    }
  }
  self->styled = TRUE;
  g_clear_object (&self->fresh);
}

/* Not that it had before the list was opened.  */
static gboolean
line_has_focus (HandlerAlertsStrip *self)
{
  GtkRoot *root = gtk_widget_get_root (self->line);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, self->line);
}

static guint
count_alerts (HandlerAlertsStrip *self)
{
  return self->alerts == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->alerts));
}

/* Rows are many, and seldom looked at: there are none until the list is opened.  */
static void
rebuild_list (HandlerAlertsStrip *self)
{
  guint n = gtk_widget_get_visible (GTK_WIDGET (self->popover)) ? count_alerts (self) : 0;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n; i++) {
    g_autoptr (HandlerAlert) alert = g_list_model_get_item (G_LIST_MODEL (self->alerts), i);

    gtk_list_box_append (self->list, row_new (self, alert));
  }
}

static void
rebuild (HandlerAlertsStrip *self)
{
  guint n = count_alerts (self);
  gboolean had_focus = line_has_focus (self);
  g_autofree char *more = NULL;
  g_autofree char *few = NULL;

  rebuild_line (self, MIN (n, self->max_shown));
  rebuild_list (self);
  gtk_widget_set_visible (self->empty, n == 0 && (self->stacked || !has_clock (self)));
  gtk_widget_set_visible (self->line, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > self->max_shown);
  if (n > self->max_shown) {
    guint hidden = n - self->max_shown;

    /* Translators: alerts for which there is no room in the line. */
    more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", hidden), hidden);
    few = g_strdup_printf ("+%u", hidden);
    gtk_menu_button_set_label (self->more, has_clock (self) ? few : more);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    more, -1);
  } else {
    gtk_popover_popdown (self->popover);
  }
  if (had_focus)
    handler_alerts_strip_focus (self);
}

static gboolean
rebuild_cb (gpointer user_data)
{
  HandlerAlertsStrip *self = user_data;

  self->rebuild_id = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

/* Several changes come in one frame: build once.  */
static void
queue_rebuild (HandlerAlertsStrip *self)
{
  if (self->rebuild_id == 0)
    self->rebuild_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, rebuild_cb, self, NULL);
}

/* The same alerts, shown in another way.  */
static void
queue_restyle (HandlerAlertsStrip *self)
{
  self->styled = FALSE;
  queue_rebuild (self);
}

static void
dismiss_all_cb (HandlerAlertsStrip *self)
{
  if (self->alerts != NULL)
    handler_alerts_clear (self->alerts);
}

void
handler_alerts_strip_set_alerts (HandlerAlertsStrip *self, HandlerAlerts *alerts,
                                 EngineBattle *battle)
{
  g_return_if_fail (HANDLER_IS_ALERTS_STRIP (self));
  g_set_object (&self->alerts, alerts);
  g_set_object (&self->battle, battle);
  g_signal_group_set_target (self->signals, alerts);
  rebuild (self);
}

void
handler_alerts_strip_set_max_shown (HandlerAlertsStrip *self, guint n)
{
  g_return_if_fail (HANDLER_IS_ALERTS_STRIP (self));
  if (self->max_shown == n)
    return;
  self->max_shown = n;
  adw_clamp_set_maximum_size (self->clamp, n == 1 ? 320 : 560);
  queue_restyle (self);
}

void
handler_alerts_strip_set_clock (HandlerAlertsStrip *self, const char *text)
{
  g_return_if_fail (HANDLER_IS_ALERTS_STRIP (self));
  if (has_clock (self) != (text != NULL))
    queue_restyle (self);
  gtk_widget_set_visible (GTK_WIDGET (self->clock), text != NULL);
  gtk_label_set_label (self->clock, text != NULL ? text : "");
}

static void
set_cell (HandlerAlertsStrip *self, GtkWidget *child, int column, int row, int columns)
{
  GtkLayoutManager *manager = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGridLayoutChild *cell =
      GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (manager, child));

  gtk_grid_layout_child_set_column (cell, column);
  gtk_grid_layout_child_set_row (cell, row);
  gtk_grid_layout_child_set_column_span (cell, columns);
}

/* The line that says that there are no alerts stays, so that nothing above jumps when one comes.  */
void
handler_alerts_strip_set_stacked (HandlerAlertsStrip *self, gboolean stacked)
{
  g_return_if_fail (HANDLER_IS_ALERTS_STRIP (self));
  if (self->stacked == !!stacked)
    return;
  self->stacked = !!stacked;
  set_cell (self, self->empty, stacked ? 0 : 1, stacked, stacked ? 4 : 1);
  set_cell (self, self->line, stacked ? 0 : 2, stacked, stacked ? 4 : 1);
  queue_restyle (self);
}

void
handler_alerts_strip_set_flashing (HandlerAlertsStrip *self, gboolean flashing)
{
  g_return_if_fail (HANDLER_IS_ALERTS_STRIP (self));
  self->flashing = flashing;
}

gboolean
handler_alerts_strip_focus (HandlerAlertsStrip *self)
{
  GtkWidget *first;

  g_return_val_if_fail (HANDLER_IS_ALERTS_STRIP (self), FALSE);
  first = gtk_widget_get_first_child (self->line);
  return first != NULL && gtk_widget_grab_focus (first);
}

static void
handler_alerts_strip_dispose (GObject *object)
{
  HandlerAlertsStrip *self = HANDLER_ALERTS_STRIP (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->fresh);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->alerts);
  g_clear_object (&self->battle);
  gtk_widget_dispose_template (GTK_WIDGET (self), HANDLER_TYPE_ALERTS_STRIP);
  handler_widget_unparent_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (handler_alerts_strip_parent_class)->dispose (object);
}

static void
handler_alerts_strip_class_init (HandlerAlertsStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_alerts_strip_dispose;
  signals[SIGNAL_ALERT_ACTIVATED]
      = g_signal_new ("alert-activated", HANDLER_TYPE_ALERTS_STRIP, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, HANDLER_TYPE_ALERT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/alerts/handler-alerts-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerAlertsStrip, clock);
  gtk_widget_class_bind_template_child (widget_class, HandlerAlertsStrip, empty);
  gtk_widget_class_bind_template_child (widget_class, HandlerAlertsStrip, line);
  gtk_widget_class_bind_template_child (widget_class, HandlerAlertsStrip, more);
  gtk_widget_class_bind_template_child (widget_class, HandlerAlertsStrip, popover);
  gtk_widget_class_bind_template_child (widget_class, HandlerAlertsStrip, clamp);
  gtk_widget_class_bind_template_child (widget_class, HandlerAlertsStrip, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_all_cb);
}

static void
handler_alerts_strip_init (HandlerAlertsStrip *self)
{
  self->max_shown = 4;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (HANDLER_TYPE_ALERTS);
  g_signal_group_connect_swapped (self->signals, "items-changed", G_CALLBACK (queue_rebuild), self);
  g_signal_group_connect_swapped (self->signals, "raised", G_CALLBACK (raised_cb), self);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (rebuild_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "hide", G_CALLBACK (rebuild_list), self, G_CONNECT_SWAPPED);
}

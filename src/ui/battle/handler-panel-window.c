/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/battle/handler-panel-window.h"
#include "ui/widgets/handler-search.h"
#include "ui/widgets/handler-shortcuts.h"
#include "ui/widgets/handler-text.h"

#define PREFIX "battle."

struct _HandlerPanelWindow {
  AdwWindow parent_instance;
  AdwToolbarView *toolbars;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
};

G_DEFINE_FINAL_TYPE (HandlerPanelWindow, handler_panel_window, ADW_TYPE_WINDOW)

/* Whose action the page is doing just now.  */
static HandlerPanelWindow *acting;

/* ---- Actions ------------------------------------------------------------------------------------ */

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  g_autofree char *name = g_strconcat (PREFIX, g_action_get_name (G_ACTION (action)), NULL);

  acting = g_object_get_data (G_OBJECT (action), "handler-window");
  gtk_widget_activate_action_variant (page, name, parameter);
  acting = NULL;
}

GtkWidget *
handler_panel_window_find_toasts (GtkWidget *page)
{
  g_return_val_if_fail (GTK_IS_WIDGET (page), NULL);

  return acting != NULL ? GTK_WIDGET (acting->toasts)
                        : gtk_widget_get_ancestor (page, ADW_TYPE_TOAST_OVERLAY);
}

/* The window owns the action.  */
static GAction *
forward_new (HandlerPanelWindow *self, GtkWidget *page, const char *name, const GVariantType *type)
{
  GSimpleAction *action = g_simple_action_new (name, type);

  g_object_set_data (G_OBJECT (action), "handler-window", self);
  g_signal_connect_object (action, "activate", G_CALLBACK (forward_cb), page, G_CONNECT_DEFAULT);
  return G_ACTION (action);
}

/* Actions of a class do not leave its toplevel.  */
static GSimpleActionGroup *
group_new (HandlerPanelWindow *self, GtkWidget *page)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();
  const GVariantType *type;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (page), i, &owner, &name,
                                                   &type, &property);
       i++) {
    g_autoptr (GAction) action = NULL;
    const char *plain = name + strlen (PREFIX);

    if (!g_str_has_prefix (name, PREFIX))
      continue;
    action = property != NULL ? G_ACTION (g_property_action_new (plain, page, property))
                              : forward_new (self, page, plain, type);
    g_action_map_add_action (G_ACTION_MAP (group), action);
  }
  return group;
}

void
handler_panel_window_forward_actions (HandlerPanelWindow *self, GtkWidget *page)
{
  g_autoptr (GSimpleActionGroup) group = NULL;

  g_return_if_fail (HANDLER_IS_PANEL_WINDOW (self));
  g_return_if_fail (GTK_IS_WIDGET (page));
  group = group_new (self, page);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "battle", G_ACTION_GROUP (group));
  handler_shortcuts_add_to (GTK_WIDGET (self->toolbars), HANDLER_SHORTCUT_BATTLE);
}

/* ---- Public ------------------------------------------------------------------------------------- */

HandlerPanelWindow *
handler_panel_window_new (const char *title, const char *subtitle)
{
  HandlerPanelWindow *self = g_object_new (HANDLER_TYPE_PANEL_WINDOW, NULL);
  g_autofree char *both = handler_text_facts (title, subtitle, NULL);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  /* In the list of windows, where nothing stands below it.  */
  gtk_window_set_title (GTK_WINDOW (self), both);
  return self;
}

void
handler_panel_window_set_panel (HandlerPanelWindow *self, GtkWidget *panel)
{
  g_return_if_fail (HANDLER_IS_PANEL_WINDOW (self));
  adw_toast_overlay_set_child (self->toasts, panel);
}

/* ---- Class -------------------------------------------------------------------------------------- */

static void
handler_panel_window_class_init (HandlerPanelWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "handler.search", NULL,
                                   handler_search_cb);
}

static void
handler_panel_window_init (HandlerPanelWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  self->toolbars = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_toolbar_view_add_top_bar (self->toolbars, header);
  adw_toolbar_view_set_top_bar_style (self->toolbars, ADW_TOOLBAR_RAISED);
  adw_toolbar_view_set_content (self->toolbars, GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toolbars));
}

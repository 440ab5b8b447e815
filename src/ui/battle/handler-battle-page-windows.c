/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Panels in windows of their own, for a second screen.
 *
 * What the person chose is kept, in the settings too; whether the window is there follows from it: only while the page is
 * on view, its battle runs and the main window has room for panels.  Otherwise the panel is in its place on the page.
 * Windows come and go in frames of their own, not while the page is laid out, but for what the person does.  */
#include "ui/battle/handler-battle-page-private.h"
#include "ui/battle/handler-panel-window.h"

#include <glib/gi18n.h>

typedef struct {
  const char *property; /* and setting */
  const char *size;     /* setting */
  const char *action;
} Names;

static const Names names[HANDLER_N_SIDES] = {
  [HANDLER_SIDE_SQUAD] = {"squad-window", "squad-window-size", "battle.squad-window"},
  [HANDLER_SIDE_COMMS] = {"comms-window", "comms-window-size", "battle.comms-window"},
};

/* ---- What belongs to a side ----------------------------------------------------------------------- */

AdwOverlaySplitView *
handler_battle_page_split (HandlerBattlePage *self, HandlerSide side)
{
  return side == HANDLER_SIDE_SQUAD ? self->squad_split : self->comms_split;
}

static AdwBin *
bin_of (HandlerBattlePage *self, HandlerSide side)
{
  return side == HANDLER_SIDE_SQUAD ? self->squad_bin : self->comms_bin;
}

static GtkWidget *
panel_of (HandlerBattlePage *self, HandlerSide side)
{
  return side == HANDLER_SIDE_SQUAD ? GTK_WIDGET (self->squad_panel)
                                    : GTK_WIDGET (self->comms_panel);
}

static const char *
title_of (HandlerSide side)
{
  if (side == HANDLER_SIDE_SQUAD)
    /* Translators: title of a window: the own machines, contacts and marks. */
    return C_("window", "Squad");
  /* Translators: title of a window: what is said on the link. */
  return C_("window", "Comms");
}

static gboolean
has_room (HandlerBattlePage *self)
{
  return g_str_equal (self->size, "wide") || g_str_equal (self->size, "medium");
}

gboolean
handler_battle_page_get_apart (HandlerBattlePage *self, HandlerSide side)
{
  return self->apart[side];
}

gboolean
handler_battle_page_stands_apart (HandlerBattlePage *self, HandlerSide side)
{
  return self->apart[side] && has_room (self);
}

/* ---- Windows -------------------------------------------------------------------------------------- */

static gboolean
close_cb (HandlerBattlePage *self, GtkWindow *window)
{
  for (HandlerSide side = 0; side < HANDLER_N_SIDES; side++)
    if (self->windows[side] == window)
      handler_battle_page_set_apart (self, side, FALSE);
  return GDK_EVENT_STOP;
}

static void
restore_size (HandlerBattlePage *self, HandlerSide side)
{
  g_autoptr (GVariant) size = NULL;
  int width, height;

  if (self->settings == NULL) {
    gtk_window_set_default_size (self->windows[side], 480, 760);
    return;
  }
  size = g_settings_get_value (self->settings, names[side].size);
  g_variant_get (size, "(ii)", &width, &height);
  if (width <= 0 || height <= 0) {
    g_clear_pointer (&size, g_variant_unref);
    size = g_settings_get_default_value (self->settings, names[side].size);
    g_variant_get (size, "(ii)", &width, &height);
  }
  gtk_window_set_default_size (self->windows[side], width, height);
}

static void
keep_size (HandlerBattlePage *self, HandlerSide side)
{
  int width, height;

  gtk_window_get_default_size (self->windows[side], &width, &height);
  if (self->settings != NULL && width > 0 && height > 0)
    g_settings_set (self->settings, names[side].size, "(ii)", width, height);
}

static GtkWindow *
window_new (HandlerBattlePage *self, HandlerSide side)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  HandlerPanelWindow *window
      = handler_panel_window_new (title_of (side),
                                  adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_application (GTK_WINDOW (window),
                                gtk_window_get_application (GTK_WINDOW (root)));
  handler_panel_window_forward_actions (window, GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (window), "how",
                                  handler_order_line_get_how (self->order_line));
  handler_battle_page_watch_person (self, GTK_WIDGET (window));
  handler_talk_follow (self->talk, GTK_WINDOW (window));
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WINDOW (window);
}

/* A panel changes its parent.  */
static void
put_panel (HandlerBattlePage *self, HandlerSide side, gboolean apart)
{
  g_autoptr (GtkWidget) panel = g_object_ref (panel_of (self, side));
  HandlerPanelWindow *window = HANDLER_PANEL_WINDOW (self->windows[side]);

  if (apart) {
    adw_bin_set_child (bin_of (self, side), NULL);
    handler_panel_window_set_panel (window, panel);
  } else {
    handler_panel_window_set_panel (window, NULL);
    adw_bin_set_child (bin_of (self, side), panel);
  }
}

static void
move_out (HandlerBattlePage *self, HandlerSide side)
{
  self->windows[side] = window_new (self, side);
  restore_size (self, side);
  put_panel (self, side, TRUE);
  gtk_window_present (self->windows[side]);
}

static void
move_back (HandlerBattlePage *self, HandlerSide side)
{
  GtkWindow *window;

  keep_size (self, side);
  put_panel (self, side, FALSE);
  window = g_steal_pointer (&self->windows[side]);
  gtk_window_destroy (window);
}

/* TRUE when one has come.  */
static gboolean
update (HandlerBattlePage *self, gboolean may)
{
  gboolean came = FALSE;

  for (HandlerSide side = 0; side < HANDLER_N_SIDES; side++) {
    gboolean wanted = may && handler_battle_page_stands_apart (self, side);

    if (wanted && self->windows[side] == NULL) {
      move_out (self, side);
      came = TRUE;
    } else if (!wanted && self->windows[side] != NULL)
      move_back (self, side);
  }
  return came;
}

static gboolean
may_have_windows (HandlerBattlePage *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->shut && self->battle != NULL;
}

void
handler_battle_page_close_windows (HandlerBattlePage *self)
{
  if (self->windows_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->windows_tick);
  self->windows_tick = 0;
  update (self, FALSE);
}

/* Until the first layout nobody knows how much room there is.  The main window keeps the keyboard.  */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HandlerBattlePage *self = HANDLER_BATTLE_PAGE (widget);

  if (gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;
  self->windows_tick = 0;
  if (update (self, may_have_windows (self)))
    gtk_window_present (GTK_WINDOW (gtk_widget_get_root (widget)));
  return G_SOURCE_REMOVE;
}

void
handler_battle_page_update_windows (HandlerBattlePage *self)
{
  for (HandlerSide side = 0; side < HANDLER_N_SIDES; side++) {
    gboolean wanted = may_have_windows (self) && handler_battle_page_stands_apart (self, side);

    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[side].action, has_room (self));
    if (wanted != (self->windows[side] != NULL) && self->windows_tick == 0)
      self->windows_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  }
}

/* ---- What the person chooses ------------------------------------------------------------------------ */

static void
focus_panel (HandlerBattlePage *self, HandlerSide side)
{
  if (side == HANDLER_SIDE_SQUAD)
    handler_squad_panel_focus_list (self->squad_panel);
  else
    handler_comms_panel_focus_list (self->comms_panel);
}

/* The place that a panel leaves is the map's; one that comes back is seen to.  */
static void
show_side (HandlerBattlePage *self, HandlerSide side, gboolean apart)
{
  AdwOverlaySplitView *split = handler_battle_page_split (self, side);

  if (apart) {
    self->resizing = TRUE;
    adw_overlay_split_view_set_show_sidebar (split, FALSE);
    self->resizing = FALSE;
  } else if (!adw_overlay_split_view_get_collapsed (split))
    adw_overlay_split_view_set_show_sidebar (split, TRUE);
}

void
handler_battle_page_set_apart (HandlerBattlePage *self, HandlerSide side, gboolean apart)
{
  if (self->apart[side] == apart)
    return;
  self->apart[side] = apart;
  if (self->settings != NULL && !self->shut)
    g_settings_set_boolean (self->settings, names[side].property, apart);
  if (has_room (self))
    show_side (self, side, apart);
  update (self, may_have_windows (self));
  if (self->windows[side] != NULL)
    focus_panel (self, side);
  g_object_notify (G_OBJECT (self), names[side].property);
}

void
handler_battle_page_keep_windows (HandlerBattlePage *self)
{
  for (HandlerSide side = 0; side < HANDLER_N_SIDES; side++) {
    self->apart[side] = g_settings_get_boolean (self->settings, names[side].property);
    g_object_notify (G_OBJECT (self), names[side].property);
  }
  handler_battle_page_update_windows (self);
}

/* ---- Where the person is ---------------------------------------------------------------------------- */

gboolean
handler_battle_page_present_panel (HandlerBattlePage *self, HandlerSide side)
{
  if (self->windows[side] == NULL)
    return FALSE;
  gtk_window_present (self->windows[side]);
  return TRUE;
}

static gboolean
has_windows (HandlerBattlePage *self)
{
  for (HandlerSide side = 0; side < HANDLER_N_SIDES; side++)
    if (self->windows[side] != NULL)
      return TRUE;
  return FALSE;
}

void
handler_battle_page_present_main (HandlerBattlePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (has_windows (self) && GTK_IS_WINDOW (root) && !gtk_window_is_active (GTK_WINDOW (root)))
    gtk_window_present (GTK_WINDOW (root));
}

gboolean
handler_battle_page_comms_have_focus (HandlerBattlePage *self)
{
  GtkWidget *comms = GTK_WIDGET (self->comms_panel);
  GtkRoot *root = gtk_widget_get_root (comms);

  return gtk_widget_get_focus_child (comms) != NULL
         && (!has_windows (self) || (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root))));
}

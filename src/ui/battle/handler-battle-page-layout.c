/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which panels stand beside the map and how wide they are, which page a narrow window shows and which list the squadron's panel: kept in the
 * settings from one battle to the next.
 *
 * What the window does itself as it grows and shrinks is no choice of the person's and is not kept, nor is a panel that
 * lies over the map: it goes as soon as an order is typed.  */
#include "ui/battle/handler-battle-page-private.h"

/* A page that goes takes its panels and pages away one by one: nobody chose that.  */
static gboolean
may_keep (HandlerBattlePage *self)
{
  return self->settings != NULL && !self->shut && !self->resizing;
}

static const char *const keys[HANDLER_N_SIDES] = {"show-squad", "show-comms"};

/* The panels as they were chosen, where they stand beside the map; the place of one in a window of its own is the
 * map's.  */
static void
put_panels (HandlerBattlePage *self)
{
  for (HandlerSide side = 0; side < HANDLER_N_SIDES; side++) {
    AdwOverlaySplitView *split = handler_battle_page_split (self, side);

    if (handler_battle_page_stands_apart (self, side))
      adw_overlay_split_view_set_show_sidebar (split, FALSE);
    else if (self->settings != NULL && !adw_overlay_split_view_get_collapsed (split))
      adw_overlay_split_view_set_show_sidebar (
          split, g_settings_get_boolean (self->settings, keys[side]));
  }
}

void
handler_battle_page_resize_panels (HandlerBattlePage *self, gboolean squad_over, gboolean comms_over)
{
  self->resizing = TRUE;
  adw_overlay_split_view_set_collapsed (self->squad_split, squad_over);
  adw_overlay_split_view_set_collapsed (self->comms_split, comms_over);
  put_panels (self);
  self->resizing = FALSE;
}

static void
panel_cb (HandlerBattlePage *self, GParamSpec *pspec, AdwOverlaySplitView *split)
{
  const char *key = keys[split == self->squad_split ? HANDLER_SIDE_SQUAD : HANDLER_SIDE_COMMS];

  if (may_keep (self) && !adw_overlay_split_view_get_collapsed (split))
    g_settings_set_boolean (self->settings, key, adw_overlay_split_view_get_show_sidebar (split));
}

static void
page_cb (HandlerBattlePage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);

  if (may_keep (self) && name != NULL)
    g_settings_set_string (self->settings, "battle-page", name);
}

static void
squad_page_cb (HandlerBattlePage *self)
{
  const char *name = handler_squad_panel_get_page (self->squad_panel);

  if (may_keep (self) && name != NULL)
    g_settings_set_string (self->settings, "squad-page", name);
}

void
handler_battle_page_keep_layout (HandlerBattlePage *self)
{
  g_autofree char *page = g_settings_get_string (self->settings, "battle-page");
  g_autofree char *squad = g_settings_get_string (self->settings, "squad-page");

  adw_view_stack_set_visible_child_name (self->pages, page);
  handler_squad_panel_show_page (self->squad_panel, squad);
  handler_battle_page_keep_windows (self);
  handler_battle_page_resize_panels (self, adw_overlay_split_view_get_collapsed (self->squad_split),
                                     adw_overlay_split_view_get_collapsed (self->comms_split));
  g_settings_bind (self->settings, "squad-width", self->squad_handle, "width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "comms-width", self->comms_handle, "width", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->squad_split, "notify::show-sidebar", G_CALLBACK (panel_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comms_split, "notify::show-sidebar", G_CALLBACK (panel_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::visible-child-name", G_CALLBACK (page_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->squad_panel, "page-changed", G_CALLBACK (squad_page_cb), self,
                           G_CONNECT_SWAPPED);
}

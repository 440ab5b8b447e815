/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The battle page and its map: the only file here that knows the map widget.
 *
 * The selection object is the map's and ours in common: what is selected in a list is selected on
 * the map, and the other way round.  */
#include "ui/battle/handler-battle-page-private.h"
#include "ui/map/handler-map-view.h"

static HandlerMap *
map_of (HandlerBattlePage *self)
{
  GtkWidget *view = adw_bin_get_child (self->map_bin);

  return view == NULL ? NULL : handler_map_view_get_map (HANDLER_MAP_VIEW (view));
}

/* A machine and a track may be selected in their lists at once; the map shows one thing, the one
 * chosen last.  */
static void
selection_changed_cb (HandlerBattlePage *self)
{
  HandlerSelection *selection = handler_map_get_selection (map_of (self));
  guint id = handler_selection_get_id (selection);

  switch (handler_selection_get_kind (selection)) {
  case HANDLER_SELECTION_OWN:
    handler_battle_page_select (self, (int) id, 0);
    break;
  case HANDLER_SELECTION_TRACK:
    handler_battle_page_select (self, self->machine, id);
    break;
  case HANDLER_SELECTION_MARK:
    handler_battle_page_select_mark (self, HANDLER_MARK_PLACE, id);
    break;
  case HANDLER_SELECTION_STROKE:
    handler_battle_page_select_mark (self, HANDLER_MARK_STROKE, id);
    break;
  case HANDLER_SELECTION_NONE:
    handler_battle_page_select (self, -1, 0);
    break;
  default:
    handler_order_line_selection_changed (self->order_line); /* a platoon, a place */
    break;
  }
}

static void
order_text_cb (HandlerBattlePage *self, const char *text)
{
  handler_order_line_set_text (self->order_line, text);
}

static void
question_cb (HandlerBattlePage *self, const char *text)
{
  engine_battle_say (self->battle, NULL, text, NULL);
}

static void
mark_cb (HandlerBattlePage *self, const BaseVec *at)
{
  handler_battle_page_mark_place (self, *at);
}

void
handler_battle_page_init_map (HandlerBattlePage *self)
{
  GtkWidget *view = handler_map_view_new ();
  HandlerMap *map = handler_map_view_get_map (HANDLER_MAP_VIEW (view));

  handler_map_set_battle (map, self->battle);
  g_signal_connect_object (map, "order-text", G_CALLBACK (order_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "question", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "mark-requested", G_CALLBACK (mark_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "edit-requested", G_CALLBACK (handler_battle_page_edit), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->map_bin, view);
  g_signal_connect_object (handler_map_get_selection (map), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

void
handler_battle_page_clear_map (HandlerBattlePage *self)
{
  if (map_of (self) != NULL)
    handler_map_set_battle (map_of (self), NULL);
  adw_bin_set_child (self->map_bin, NULL);
}

void
handler_battle_page_map_select (HandlerBattlePage *self)
{
  HandlerSelection *selection = handler_map_get_selection (map_of (self));

  if (self->mark != 0)
    handler_selection_select (selection,
                              self->mark_kind == HANDLER_MARK_STROKE ? HANDLER_SELECTION_STROKE
                                                                     : HANDLER_SELECTION_MARK,
                              self->mark);
  else if (self->track != 0)
    handler_selection_select (selection, HANDLER_SELECTION_TRACK, self->track);
  else if (self->machine >= 0)
    handler_selection_select (selection, HANDLER_SELECTION_OWN, (guint) self->machine);
  else
    handler_selection_clear (selection);
}

gboolean
handler_battle_page_map_is_due (HandlerBattlePage *self)
{
  return map_of (self) != NULL && handler_map_is_due (map_of (self));
}

void
handler_battle_page_map_draft (HandlerBattlePage *self, const SimCommand *command)
{
  if (map_of (self) != NULL)
    handler_map_set_draft (map_of (self), command);
}

void
handler_battle_page_map_show (HandlerBattlePage *self, BaseVec place)
{
  handler_map_centre_on (map_of (self), place);
}

void
handler_battle_page_map_focus (HandlerBattlePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (map_of (self)));
}

gboolean
handler_battle_page_map_platoon (HandlerBattlePage *self, guint *platoon)
{
  HandlerSelection *selection
      = map_of (self) != NULL ? handler_map_get_selection (map_of (self)) : NULL;

  if (selection == NULL || handler_selection_get_kind (selection) != HANDLER_SELECTION_PLATOON)
    return FALSE;
  *platoon = handler_selection_get_id (selection);
  return TRUE;
}

gboolean
handler_battle_page_map_cursor (HandlerBattlePage *self, BaseVec *here)
{
  return map_of (self) != NULL && handler_map_get_cursor (map_of (self), here);
}

int
handler_battle_page_map_bottom (HandlerBattlePage *self)
{
  GtkWidget *view = adw_bin_get_child (self->map_bin);

  return view == NULL ? 0 : handler_map_view_get_bottom_height (HANDLER_MAP_VIEW (view));
}

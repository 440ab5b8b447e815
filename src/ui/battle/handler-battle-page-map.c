/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The battle page and its map: the only file here that knows the map widget.  */
#include "ui/battle/handler-battle-page-private.h"

void
handler_battle_page_init_map (HandlerBattlePage *self)
{
}

void
handler_battle_page_clear_map (HandlerBattlePage *self)
{
  adw_bin_set_child (self->map_bin, NULL);
}

void
handler_battle_page_map_select (HandlerBattlePage *self)
{
}

void
handler_battle_page_map_draft (HandlerBattlePage *self, const SimCommand *command)
{
}

void
handler_battle_page_map_show (HandlerBattlePage *self, BaseVec place)
{
}

void
handler_battle_page_map_focus (HandlerBattlePage *self)
{
}

gboolean
handler_battle_page_map_cursor (HandlerBattlePage *self, BaseVec *here)
{
  return FALSE;
}

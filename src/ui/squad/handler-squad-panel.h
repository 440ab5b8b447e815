/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The squad panel: every machine by platoon, and every contact, as lists.
 *
 * Signals (what the person did here; the owner shares it with the map):
 *   machine-selected (guint index)      a row was selected
 *   contact-selected (guint number)
 *   mark-selected (HandlerMark *mark)   a marked place or a line of the pencil
 *   mark-activated (HandlerMark *mark)  Enter or double click: show it, or give the mark
 *   machine-activated (guint index)     Enter or double click: an order to it
 *   contact-activated (guint number)    Enter or double click: show it on the map  */
#pragma once

#include "ui/squad/handler-contact.h"
#include "ui/squad/handler-mark.h"
#include "ui/squad/handler-squad.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_SQUAD_PANEL (handler_squad_panel_get_type ())
G_DECLARE_FINAL_TYPE (HandlerSquadPanel, handler_squad_panel, HANDLER, SQUAD_PANEL, AdwBin)

/* All NULL to empty it.  */
void handler_squad_panel_set_models (HandlerSquadPanel *self, OrderBook *book, HandlerSquad *squad,
                                     HandlerContacts *contacts, HandlerMarks *marks);
/* Selects without a signal; a negative index or number 0 selects nothing.  */
void handler_squad_panel_select_machine (HandlerSquadPanel *self, int index);
void handler_squad_panel_select_contact (HandlerSquadPanel *self, guint number);
/* A marked place or a line; `id` 0: none.  */
void handler_squad_panel_select_mark (HandlerSquadPanel *self, HandlerMarkKind kind, guint id);
/* "own", "contacts" or "marks".  */
void handler_squad_panel_show_page (HandlerSquadPanel *self, const char *name);
/* Its name; signal page-changed tells when it is another.  */
const char *handler_squad_panel_get_page (HandlerSquadPanel *self);
/* Moves the keyboard focus to the list shown.  */
void handler_squad_panel_focus_list (HandlerSquadPanel *self);

/* `compact` leaves the heading out, which the switcher below repeats, `tiny` the strip of all
 * machines too: for narrow and for low windows.  */
void handler_squad_panel_set_compact (HandlerSquadPanel *self, gboolean compact, gboolean tiny);

G_END_DECLS

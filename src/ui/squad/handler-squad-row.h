/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the squad list.  Property `machine` (HandlerMachine, NULL between uses).  */
#pragma once

#include "ui/squad/handler-machine.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_SQUAD_ROW (handler_squad_row_get_type ())
G_DECLARE_FINAL_TYPE (HandlerSquadRow, handler_squad_row, HANDLER, SQUAD_ROW, GtkWidget)

GtkWidget *handler_squad_row_new (void);
HandlerMachine *handler_squad_row_get_machine (HandlerSquadRow *self);
void handler_squad_row_set_machine (HandlerSquadRow *self, HandlerMachine *machine);

G_END_DECLS

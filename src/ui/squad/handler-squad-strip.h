/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All machines at a glance, by platoon: full, hurt or low (half filled), not heard (dashed), lost
 * (crossed).  Drawn; the same facts are rows of the list, so it is one picture to a screen
 * reader, named by its summary.  */
#pragma once

#include "ui/squad/handler-squad.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_SQUAD_STRIP (handler_squad_strip_get_type ())
G_DECLARE_FINAL_TYPE (HandlerSquadStrip, handler_squad_strip, HANDLER, SQUAD_STRIP, GtkWidget)

/* NULL empties it.  */
void handler_squad_strip_set_squad (HandlerSquadStrip *self, HandlerSquad *squad);

G_END_DECLS

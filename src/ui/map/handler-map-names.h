/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printed names and the words of objectives: part of handler-map-symbols.h, which calls these in
 * order.  */
#pragma once

#include "handler-map-symbols.h"

G_BEGIN_DECLS

/* Names stay where they are until the zoom or the style changes.  Uses the placer alone.  */
void handler_map_names_update_places (HandlerMapSymbols *self, const HandlerMapScene *scene);
/* Says which names are hidden too much by what has been taken: asked when the placer holds the symbols, and
 * again when it holds their words.  */
void handler_map_names_cover_places (HandlerMapSymbols *self);
/* Names that are shown and symbols of places take their boxes; but for towns they may be covered.  */
void handler_map_names_take_places (HandlerMapSymbols *self, const HandlerMapScene *scene);
/* Places the words of the objectives and takes their boxes.  */
void handler_map_names_update_goals (HandlerMapSymbols *self, const HandlerMapScene *scene);

G_END_DECLS

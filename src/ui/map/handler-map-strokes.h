/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strokes and discs of a list: painted together, drawn where there is something.  */
#pragma once

#include "handler-map-list.h"

G_BEGIN_DECLS

/* Appends what lies inside `view`, device pixels of the plane.  `scale`: device pixels in a logical
 * pixel.  */
void handler_map_strokes_snapshot (const HandlerMapList *list, HandlerMapSprites *sprites,
                                   double scale, const HandlerMapBox *view, GtkSnapshot *snapshot);

/* The same by cairo, whose user space is the plane; any thread.  `unit`: handler_map_sprites_get_unit().  */
void handler_map_strokes_paint (const HandlerMapList *list, const HandlerMapPalette *palette,
                                double unit, const HandlerMapBox *view, cairo_t *cr);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as GTK's cairo renderer paints it fastest.
 *
 * That renderer copies every texture of the window, seen or not, before it paints it, at every frame; and
 * it paints every node of cairo's own on a surface of its own.  So with it the map is one node with one surface,
 * on which cairo paints ground, lines and symbols from the surfaces themselves (handler-map-painter.h).  Other renderers would have to
 * upload that each time: they have nodes for all of it.  Main thread only.  */
#pragma once

#include "handler-map-list.h"

G_BEGIN_DECLS

/* Appends `surface`, which shows `box` of the plane.  The node has a reference of it for as long as it is there, and
 * till then nobody may draw on it.  `scale`: device pixels in a logical pixel.  */
void handler_map_cairo_append (GtkSnapshot *snapshot, cairo_surface_t *surface,
                               const HandlerMapBox *box, double scale);

/* Paints what of `node` lies in `box` and is opaque there.  */
cairo_surface_t *handler_map_cairo_bake (GskRenderNode *node, const HandlerMapBox *box,
                                         double scale);

G_END_DECLS

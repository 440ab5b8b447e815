/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map as GTK's cairo renderer paints it fastest.
 *
 * That renderer copies every texture of the window, seen or not, before it paints it, at every frame; and
 * it paints every node of cairo's own on a surface of its own.  So with it the map is one node, in which
 * cairo paints ground, lines and symbols from the surfaces themselves.  Other renderers would have to
 * upload that each time: they have nodes for all of it.  Main thread only.  */
#pragma once

#include "handler-map-list.h"

G_BEGIN_DECLS

/* Begins a node over `box` of the plane; what is drawn is in device pixels of the plane.  `scale`: of these
 * in a logical pixel.  To be destroyed when all is drawn.  */
cairo_t *handler_map_cairo_begin (GtkSnapshot *snapshot, const HandlerMapBox *box, double scale);

/* Draws a whole surface, its top left corner at `x`, `y`.  */
void handler_map_cairo_put (cairo_t *cr, cairo_surface_t *surface, int x, int y);

/* Paints what of `node` lies in `box` and is opaque there.  */
cairo_surface_t *handler_map_cairo_bake (GskRenderNode *node, const HandlerMapBox *box,
                                         double scale);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes for GTK's cairo renderer.
 *
 * That renderer copies every texture of the window, seen or not, before it paints it, at every frame.
 * A node of cairo's own paints from the surface itself, and only what is to be painted anew.  Other
 * renderers would have to upload it each time, so they have textures.  Main thread only.  */
#pragma once

#include "handler-map-list.h"

G_BEGIN_DECLS

/* Begins a node over `box` of the plane; what is drawn is in device pixels of the plane.  `scale`: of these
 * in a logical pixel.  To be destroyed when all is drawn.  */
cairo_t *handler_map_cairo_begin (GtkSnapshot *snapshot, const HandlerMapBox *box, double scale);

/* Draws a whole surface, its top left corner at `x`, `y`.  */
void handler_map_cairo_put (cairo_t *cr, cairo_surface_t *surface, int x, int y);

/* The same, only what the path surrounds, which is used up.  */
void handler_map_cairo_fill (cairo_t *cr, cairo_surface_t *surface, int x, int y);

/* Paints `node` once, as far as it lies in `box`, and appends what became of it.  */
void handler_map_cairo_bake (GtkSnapshot *snapshot, GskRenderNode *node, const HandlerMapBox *box,
                             double scale);

G_END_DECLS

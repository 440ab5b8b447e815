/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map shows, as cairo will paint it: made on the main thread from layers and sprites, painted on
 * any.  It copies or shares all that it reads, so that the map may go on meanwhile.  */
#pragma once

#include "handler-map-list.h"

G_BEGIN_DECLS

typedef struct _HandlerMapPainting HandlerMapPainting;

/* Of `view`, a piece of the plane that is not empty.  `sprites` is not kept.  */
HandlerMapPainting *handler_map_painting_new (const HandlerMapBox *view, HandlerMapSprites *sprites);
void handler_map_painting_free (HandlerMapPainting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandlerMapPainting, handler_map_painting_free)

/* A surface of cairo's, its top left corner at `x`, `y`; nobody may draw on it any more.  */
void handler_map_painting_add_surface (HandlerMapPainting *self, cairo_surface_t *surface, int x, int y);
/* A list, above what was added before.  */
void handler_map_painting_add_list (HandlerMapPainting *self, const HandlerMapList *list,
                                    HandlerMapSprites *sprites);

/* (transfer full): an opaque surface for `view`, one pixel for each of the device.  */
cairo_surface_t *handler_map_painting_new_paper (const HandlerMapPainting *self);
/* Paints all of such a surface.  Any thread.  */
void handler_map_painting_paint (const HandlerMapPainting *self, cairo_surface_t *paper);
const HandlerMapBox *handler_map_painting_get_view (const HandlerMapPainting *self);

G_END_DECLS

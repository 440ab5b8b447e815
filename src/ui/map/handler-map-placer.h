/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where words go beside a symbol so that they cover as little as possible.  Without drawing.  */
#pragma once

#include "handler-map-list.h"

G_BEGIN_DECLS

typedef enum {
  HANDLER_MAP_SIDE_RIGHT,
  HANDLER_MAP_SIDE_LEFT,
  HANDLER_MAP_SIDE_BELOW,
  HANDLER_MAP_SIDE_ABOVE,
  HANDLER_MAP_N_SIDES
} HandlerMapSide;

typedef struct _HandlerMapPlacer HandlerMapPlacer;

HandlerMapPlacer *handler_map_placer_new (void);
void handler_map_placer_free (HandlerMapPlacer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandlerMapPlacer, handler_map_placer_free)

/* Forgets all boxes and the view.  */
void handler_map_placer_reset (HandlerMapPlacer *self);
/* What is shown: words beside a symbol whose middle lies in it are cut at its edge, which counts
 * as covered.  */
void handler_map_placer_set_view (HandlerMapPlacer *self, const HandlerMapBox *view);
/* This box is taken.  */
void handler_map_placer_take (HandlerMapPlacer *self, const HandlerMapBox *box);
/* Area of `box` that is taken already, square pixels (what is taken twice counts twice).  */
double handler_map_placer_overlap (HandlerMapPlacer *self, const HandlerMapBox *box);

/* Finds the side of a symbol (its box) for words of this size, `gap` pixels off: the side it had
 * if that is free, else the first free one, else the least covered.  Takes nothing.  `free_out`
 * says whether nothing lies under the box found.  */
HandlerMapSide handler_map_placer_find (HandlerMapPlacer *self, const HandlerMapBox *symbol,
                                        int width, int height, int gap, HandlerMapSide before,
                                        HandlerMapBox *box_out, gboolean *free_out);

G_END_DECLS

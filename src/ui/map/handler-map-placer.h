/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where words go beside a symbol so that they cover as little as possible.  Without drawing.  */
#pragma once

#include "handler-map-list.h"

G_BEGIN_DECLS

/* In order of preference.  */
typedef enum {
  HANDLER_MAP_SIDE_RIGHT,
  HANDLER_MAP_SIDE_LEFT,
  HANDLER_MAP_SIDE_BELOW,
  HANDLER_MAP_SIDE_ABOVE,
  HANDLER_MAP_SIDE_RIGHT_BELOW,
  HANDLER_MAP_SIDE_RIGHT_ABOVE,
  HANDLER_MAP_SIDE_LEFT_BELOW,
  HANDLER_MAP_SIDE_LEFT_ABOVE,
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
/* This one may be covered if there is no other way.  */
void handler_map_placer_take_soft (HandlerMapPlacer *self, const HandlerMapBox *box);
/* Area of `box` that is taken already, square pixels (what is taken twice counts twice); what may be
 * covered is not.  */
double handler_map_placer_overlap (HandlerMapPlacer *self, const HandlerMapBox *box);

/* Share of `box` that is taken already or lies outside the view; of what is smaller than it, the share of
 * that which it covers.  */
double handler_map_placer_covered (HandlerMapPlacer *self, const HandlerMapBox *box);

/* Finds the side of a symbol (its box) for words of this size, `gap` pixels off: the side it had
 * while no more than the share `keep` of that is covered, else the first free one, else the least covered.
 * Takes nothing.  Returns how much is covered, as handler_map_placer_covered(); 0: all is free.  */
double handler_map_placer_find (HandlerMapPlacer *self, const HandlerMapBox *symbol, int width,
                                int height, int gap, HandlerMapSide before, double keep,
                                HandlerMapSide *side_out, HandlerMapBox *box_out);

/* Moves a box into the view as far as it fits, if it lies partly in it.  */
void handler_map_placer_keep_in_view (HandlerMapPlacer *self, HandlerMapBox *box);

/* Where in a box on this side a shorter line begins: 0 at its left edge, 1 so that it ends at its right
 * one.  */
double handler_map_side_align (HandlerMapSide side);

G_END_DECLS

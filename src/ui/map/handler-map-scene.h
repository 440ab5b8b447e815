/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that the layers read: a bundle of borrowed pointers and values, filled by the widget.
 *
 * Layers keep nothing of it.  Everything but projection, sprites and symbols may be missing.  */
#pragma once

#include "handler-map-ground.h"
#include "handler-map-list.h"
#include "handler-map-projection.h"
#include "orders/orders.h"
#include "picture/picture.h"
#include "ui/widgets/handler-selection.h"

G_BEGIN_DECLS

typedef struct _HandlerMapSymbols HandlerMapSymbols;

/* An area that is fought for.  */
typedef struct {
  guint index; /* in the scenario */
  BaseVec position;
  float radius_m;
  char *title;
  guint8 state;   /* SimObjectiveState */
  float progress; /* 0..1 */
} HandlerMapObjective;

typedef struct {
  HandlerMapProjection projection;
  HandlerMapSprites *sprites;
  HandlerMapSymbols *symbols;
  const PictureSheet *sheet;
  HandlerMapGround *ground;
  OrderBook *book;
  const PictureView *view;
  GHashTable *commands; /* order id -> SimCommand */
  HandlerSelectionKind selected_kind;
  guint selected_id;
  const GArray *objectives; /* HandlerMapObjective */
  const SimCommand *draft;
  GArray *route; /* BaseVec, being drawn by hand; NULL or empty: none */
  GArray *line;  /* BaseVec, being drawn by the pencil; the same */
  guint ink;     /* PictureInk of that */
  gboolean cursor_shown;
  BaseVec cursor;
  gboolean ruler_shown;
  BaseVec ruler_from, ruler_to;
} HandlerMapScene;

/* Nearest whole plane pixel.  */
void handler_map_scene_spot (const HandlerMapScene *scene, BaseVec at, int *x, int *y);
/* Device pixels in a symbol's logical pixel.  */
double handler_map_scene_unit (const HandlerMapScene *scene);
/* What the viewport shows, on the plane, and `margin` logical pixels around, cut to steps of 128
 * pixels so that it seldom changes.  */
HandlerMapBox handler_map_scene_box (const HandlerMapScene *scene, double margin);
/* TRUE when the selection is this machine or its platoon.  */
gboolean handler_map_scene_is_selected (const HandlerMapScene *scene, const PictureOwn *own);

G_END_DECLS

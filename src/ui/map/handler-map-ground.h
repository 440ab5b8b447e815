/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A private copy of a terrain sheet, made ready for painting.
 *
 * Relief tiles are painted on worker threads and may outlive the battle, so they never touch the
 * sheet itself.  The copy has the cells of roads and rivers replaced by what lies around them:
 * those are painted as smooth lines.  Immutable, atomically reference counted.  */
#pragma once

#include "picture/picture.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint8 kind; /* PictureLineKind */
  float half_width_m;
  guint n_points;
  BaseVec *points; /* smoothed, at most about 20 m or a quarter of a segment apart */
  BaseVec low, high;
} HandlerMapLine;

/* A minefield as a polygon.  */
typedef struct {
  guint n_points;
  BaseVec *points;
  BaseVec low, high;
} HandlerMapMinefield;

typedef struct _HandlerMapGround HandlerMapGround;

struct _HandlerMapGround {
  float width_m, height_m, cell_m;
  int columns, rows;
  float low_m, high_m; /* range of heights */
  float *heights_m;    /* centres of cells, row by row from the south-west */
  guint8 *covers;      /* PictureCover, without roads, bridges, fords, rivers and cliffs */
  guint8 *turns;       /* direction of the houses of the nearest town, 0..255 for 0..90 degrees */
  guint n_lines;
  HandlerMapLine *lines;     /* of the finest only */
  guint n_minefields;
  HandlerMapMinefield *minefields; /* of the finest only */
  HandlerMapGround *coarser; /* the same in cells twice as wide, for views from afar; or NULL */
};

/* Copies; the sheet may go afterwards.  Takes milliseconds for 500 × 500 cells.  */
HandlerMapGround *handler_map_ground_new (const PictureSheet *sheet);
HandlerMapGround *handler_map_ground_ref (HandlerMapGround *self);
void handler_map_ground_unref (HandlerMapGround *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandlerMapGround, handler_map_ground_unref)

/* Bearing (0 <= d < 180 degrees) of the line of `kind` nearest to a place within `reach_m`, or
 * -1: which way a bridge or ford lies.  */
float handler_map_ground_line_bearing (const HandlerMapGround *self, PictureLineKind kind,
                                       BaseVec at, float reach_m);

G_END_DECLS

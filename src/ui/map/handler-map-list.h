/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a layer shows, as plain values on the plane (handler-map-projection.h).
 *
 * Layers write such a list whenever something may have changed; only if it differs from the last
 * one is the render node made anew.  Positions are device pixels.  */
#pragma once

#include "handler-map-box.h"
#include "handler-map-sprites.h"

G_BEGIN_DECLS

/* A sprite.  Marks of one phase are drawn sorted by sprite, phases in order.  */
typedef struct {
  HandlerMapSpriteKey key;
  gint32 phase;
  gint32 x, y; /* of the hot spot */
} HandlerMapMark;

/* A filled rectangle, for grid lines.  */
typedef struct {
  gint32 x, y, width, height;
  guint32 tint;
} HandlerMapRect;

/* A disc filled with a hatch; its edge is a stroke of the same list.  */
typedef struct {
  gint32 x, y, radius;
  guint32 tint;
} HandlerMapDisc;

typedef enum {
  HANDLER_MAP_DASH_SOLID,
  HANDLER_MAP_DASH_DASHED,
  HANDLER_MAP_DASH_DOTTED,
  HANDLER_MAP_DASH_DASH_DOT,
} HandlerMapDash;

/* A line through points; strokes are painted together (handler-map-strokes.h).  */
typedef struct {
  guint32 first, n_points;
  guint8 tint, dash;
  guint8 arrow;  /* a head at the end */
  guint8 closed;
  guint8 level;  /* strength, 0..HANDLER_MAP_LEVELS */
  guint8 halo;
  guint8 width_tenths; /* logical pixels × 10 */
  guint8 filled;
} HandlerMapStroke;

typedef struct {
  gint32 x, y;
} HandlerMapSpot;

typedef struct {
  GArray *rects, *discs, *spots, *strokes, *marks;
} HandlerMapList;

void handler_map_list_init (HandlerMapList *self);
void handler_map_list_clear (HandlerMapList *self);
void handler_map_list_empty (HandlerMapList *self);
/* Makes `copy`, which was empty, from all but the marks.  */
void handler_map_list_copy_lines (const HandlerMapList *self, HandlerMapList *copy);
/* Sorts the marks; to be called once all are added.  */
void handler_map_list_sort (HandlerMapList *self);
gboolean handler_map_list_equal (const HandlerMapList *a, const HandlerMapList *b);
gboolean handler_map_list_is_empty (const HandlerMapList *self);

void handler_map_list_add_mark (HandlerMapList *self, int phase, const HandlerMapSpriteKey *key,
                                int x, int y);
void handler_map_list_add_rect (HandlerMapList *self, int x, int y, int width, int height,
                                HandlerMapTint tint);
void handler_map_list_add_disc (HandlerMapList *self, int x, int y, int radius,
                                HandlerMapTint tint);
/* Begins a line; its points follow.  The stroke may be adjusted until the next call.  */
HandlerMapStroke *handler_map_list_begin_stroke (HandlerMapList *self, HandlerMapTint tint,
                                                 HandlerMapDash dash, double width);
void handler_map_list_add_spot (HandlerMapList *self, int x, int y);
/* A closed ellipse as a stroke; radii in device pixels.  */
HandlerMapStroke *handler_map_list_add_ellipse (HandlerMapList *self, int x, int y, double major,
                                                double minor, double bearing_deg,
                                                HandlerMapTint tint, HandlerMapDash dash,
                                                double width);

/* Appends what meets `view`, in order: rects, discs, strokes, marks.  `scale`: device
 * pixels in a logical pixel.  */
void handler_map_list_snapshot (const HandlerMapList *self, HandlerMapSprites *sprites,
                                double scale, const HandlerMapBox *view, GtkSnapshot *snapshot);

/* Its sprite and where that lies; NULL if nothing of it is in `view`.  */
const HandlerMapSprite *handler_map_mark_find_sprite (const HandlerMapMark *mark,
                                                      HandlerMapSprites *sprites,
                                                      const HandlerMapBox *view, HandlerMapBox *box);

G_END_DECLS

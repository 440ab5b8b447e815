/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The relief: tiles of the present zoom, under them those of the zoom before, under all the
 * overview, so that there is never a hole while tiles are painted.  */
#include "handler-map-cairo.h"
#include "handler-map-layer.h"

#include <math.h>

typedef struct {
  int step;
  int x0, y0, x1, y1; /* tiles, the upper bounds exclusive */
} TileRange;

struct _HandlerMapReliefLayer {
  HandlerMapLayer parent_instance;

  HandlerMapRelief *relief; /* (owned) */
  TileRange range, before;
  double mpp;
  guint serial;
  cairo_surface_t *surface; /* (owned) (nullable) where cairo paints: the ground in view, */
  HandlerMapBox painted;    /* and where it lies */
  gboolean old;             /* it shows what is not so any more */
};

G_DEFINE_FINAL_TYPE (HandlerMapReliefLayer, handler_map_relief_layer, HANDLER_TYPE_MAP_LAYER)

/* Tiles of `step` that the viewport touches.  */
static TileRange
range_in_view (const HandlerMapScene *scene, int step)
{
  const HandlerMapProjection *p = &scene->projection;
  double tile_m = HANDLER_MAP_TILE * handler_map_projection_mpp_of (step);
  BaseVec low, high;

  handler_map_projection_visible (p, &low, &high);
  return (TileRange){
      .step = step,
      .x0 = (int) floor (low.x / tile_m),
      .y0 = (int) floor ((p->map_height_m - high.y) / tile_m),
      .x1 = (int) ceil (high.x / tile_m),
      .y1 = (int) ceil ((p->map_height_m - low.y) / tile_m),
  };
}

static gboolean
range_equal (const TileRange *a, const TileRange *b)
{
  return a->step == b->step && a->x0 == b->x0 && a->y0 == b->y0 && a->x1 == b->x1 &&
         a->y1 == b->y1;
}

/* Of the map, what is in view; whole pixels.  */
static HandlerMapBox
map_in_view (const HandlerMapScene *scene)
{
  const HandlerMapProjection *p = &scene->projection;
  double mpp = handler_map_projection_device_mpp (p);
  HandlerMapBox map = {0, 0, (int) floor (p->map_width_m / mpp), (int) floor (p->map_height_m / mpp)};
  HandlerMapBox view = handler_map_scene_box (scene, 0);

  return handler_map_box_intersect (&map, &view);
}

static gboolean
is_beyond_painted (HandlerMapReliefLayer *self, const HandlerMapScene *scene)
{
  HandlerMapBox box = map_in_view (scene);

  return self->surface != NULL && !handler_map_box_contains (&self->painted, &box);
}

static gboolean
relief_layer_invalidate (HandlerMapLayer *layer, const HandlerMapScene *scene)
{
  HandlerMapReliefLayer *self = HANDLER_MAP_RELIEF_LAYER (layer);
  double mpp = handler_map_projection_device_mpp (&scene->projection);
  TileRange range = range_in_view (scene, handler_map_projection_step_of (mpp));
  guint serial = handler_map_relief_get_serial (self->relief);

  if (range_equal (&range, &self->range) && self->mpp == mpp && self->serial == serial)
    return self->old = self->old || is_beyond_painted (self, scene);
  if (range.step != self->range.step)
    self->before = self->range;
  if (!range_equal (&range, &self->range) || self->serial != serial)
    handler_map_relief_want (self->relief, range.step, range.x0, range.y0, range.x1, range.y1);
  self->range = range;
  self->mpp = mpp;
  self->serial = serial;
  self->old = TRUE;
  return TRUE;
}

/* Whole plane pixels from edge to edge, so that neighbours meet.  */
static void
append_tile (GtkSnapshot *snapshot, const HandlerMapScene *scene, GdkTexture *texture, double x0,
             double y0, double x1, double y1)
{
  double scale = scene->projection.scale;
  double mpp = handler_map_projection_device_mpp (&scene->projection);
  double left = round (x0 / mpp);
  double top = round (y0 / mpp);
  double width = round (x1 / mpp) - left;
  double height = round (y1 / mpp) - top;
  graphene_rect_t rect;

  graphene_rect_init (&rect, (float) (left / scale), (float) (top / scale),
                      (float) (width / scale), (float) (height / scale));
  if (width == gdk_texture_get_width (texture) && height == gdk_texture_get_height (texture))
    gtk_snapshot_append_texture (snapshot, texture, &rect);
  else
    gtk_snapshot_append_scaled_texture (snapshot, texture, GSK_SCALING_FILTER_LINEAR, &rect);
}

/* TRUE if all tiles of the range are there.  */
static gboolean
has_all (HandlerMapReliefLayer *self, const TileRange *range)
{
  for (int y = range->y0; y < range->y1; y++)
    for (int x = range->x0; x < range->x1; x++)
      if (handler_map_relief_get_tile (self->relief, range->step, x, y) == NULL)
        return FALSE;
  return TRUE;
}

static void
append_range (HandlerMapReliefLayer *self, const HandlerMapScene *scene, const TileRange *range,
              GtkSnapshot *snapshot)
{
  double tile_m = HANDLER_MAP_TILE * handler_map_projection_mpp_of (range->step);

  for (int y = range->y0; y < range->y1; y++)
    for (int x = range->x0; x < range->x1; x++) {
      GdkTexture *texture = handler_map_relief_get_tile (self->relief, range->step, x, y);

      if (texture != NULL)
        append_tile (snapshot, scene, texture, x * tile_m, y * tile_m, (x + 1) * tile_m,
                     (y + 1) * tile_m);
    }
}

/* Tiles wider than the map tell less than the overview does: roads are never a hair, so that of a
 * map of one pixel, which it has before its widget has a size, nothing is seen but road.  */
static gboolean
is_finer_than_overview (const HandlerMapScene *scene, const TileRange *range)
{
  const HandlerMapProjection *p = &scene->projection;

  return HANDLER_MAP_TILE * handler_map_projection_mpp_of (range->step) <=
         MAX (p->map_width_m, p->map_height_m);
}

/* Tiles of a zoom between two steps are scaled, and what is scaled has soft edges: without the
 * overview behind them the window would shine through between two tiles.  */
static gboolean
is_between_steps (const HandlerMapScene *scene, const TileRange *range)
{
  double mpp = handler_map_projection_device_mpp (&scene->projection);

  return fabs (handler_map_projection_mpp_of (range->step) / mpp - 1) > 1e-9;
}

static void
append_behind (HandlerMapReliefLayer *self, const HandlerMapScene *scene, float width,
               float height, GtkSnapshot *snapshot)
{
  const HandlerMapProjection *p = &scene->projection;
  GdkTexture *overview = handler_map_relief_get_overview (self->relief);

  gtk_snapshot_append_color (
      snapshot, &handler_map_sprites_get_palette (scene->sprites)->tints[HANDLER_MAP_TINT_PAPER],
      &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (overview != NULL)
    append_tile (snapshot, scene, overview, 0, 0, p->map_width_m, p->map_height_m);
}

static void
append_all (HandlerMapReliefLayer *self, const HandlerMapScene *scene, GtkSnapshot *snapshot)
{
  const HandlerMapProjection *p = &scene->projection;
  float width = (float) (p->map_width_m / p->metres_per_pixel);
  float height = (float) (p->map_height_m / p->metres_per_pixel);
  gboolean whole = has_all (self, &self->range);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (!whole || is_between_steps (scene, &self->range))
    append_behind (self, scene, width, height, snapshot);
  if (!whole && is_finer_than_overview (scene, &self->before))
    append_range (self, scene, &self->before, snapshot);
  append_range (self, scene, &self->range, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
relief_layer_snapshot (HandlerMapLayer *layer, const HandlerMapScene *scene, GtkSnapshot *snapshot)
{
  append_all (HANDLER_MAP_RELIEF_LAYER (layer), scene, snapshot);
}

/* The ground changes seldom, so all of it is kept as one.  */
static void
bake (HandlerMapReliefLayer *self, const HandlerMapScene *scene)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  append_all (self, scene, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  self->painted = map_in_view (scene);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  if (node != NULL && !handler_map_box_is_empty (&self->painted))
    self->surface = handler_map_cairo_bake (node, &self->painted, scene->projection.scale);
}

static void
relief_layer_add (HandlerMapLayer *layer, const HandlerMapScene *scene, HandlerMapPainting *painting)
{
  HandlerMapReliefLayer *self = HANDLER_MAP_RELIEF_LAYER (layer);

  if (self->old)
    bake (self, scene);
  self->old = FALSE;
  if (self->surface != NULL)
    handler_map_painting_add_surface (painting, self->surface, self->painted.x, self->painted.y);
}

static void
handler_map_relief_layer_dispose (GObject *object)
{
  g_clear_object (&HANDLER_MAP_RELIEF_LAYER (object)->relief);
  g_clear_pointer (&HANDLER_MAP_RELIEF_LAYER (object)->surface, cairo_surface_destroy);
  G_OBJECT_CLASS (handler_map_relief_layer_parent_class)->dispose (object);
}

static void
handler_map_relief_layer_class_init (HandlerMapReliefLayerClass *klass)
{
  HandlerMapLayerClass *layer_class = HANDLER_MAP_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_map_relief_layer_dispose;
  layer_class->invalidate = relief_layer_invalidate;
  layer_class->snapshot = relief_layer_snapshot;
  layer_class->add = relief_layer_add;
}

static void
handler_map_relief_layer_init (HandlerMapReliefLayer *self)
{
}

HandlerMapLayer *
handler_map_relief_layer_new (HandlerMapRelief *relief)
{
  HandlerMapReliefLayer *self = g_object_new (HANDLER_TYPE_MAP_RELIEF_LAYER, NULL);

  self->relief = g_object_ref (relief);
  return HANDLER_MAP_LAYER (self);
}

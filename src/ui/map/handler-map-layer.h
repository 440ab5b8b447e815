/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One layer of the map: a cached render node, made anew only when what it shows changes.
 *
 * Three virtual functions.  `invalidate` looks at the scene and says whether what the layer would
 * show differs from what its node shows; `snapshot` draws that, on the plane; `add` adds it to a painting, where
 * the map is painted by cairo (handler-map-cairo.h).  */
#pragma once

#include "handler-map-painting.h"
#include "handler-map-relief.h"
#include "handler-map-scene.h"

G_BEGIN_DECLS

#define HANDLER_TYPE_MAP_LAYER (handler_map_layer_get_type ())
G_DECLARE_DERIVABLE_TYPE (HandlerMapLayer, handler_map_layer, HANDLER, MAP_LAYER, GObject)

struct _HandlerMapLayerClass {
  GObjectClass parent_class;

  gboolean (*invalidate) (HandlerMapLayer *self, const HandlerMapScene *scene);
  void (*snapshot) (HandlerMapLayer *self, const HandlerMapScene *scene, GtkSnapshot *snapshot);
  void (*add) (HandlerMapLayer *self, const HandlerMapScene *scene, HandlerMapPainting *painting);
};

/* Hidden layers are neither looked at nor drawn.  */
void handler_map_layer_set_visible (HandlerMapLayer *self, gboolean visible);
gboolean handler_map_layer_get_visible (HandlerMapLayer *self);

/* Looks whether the node is old.  TRUE when the map has to be drawn again for it.  */
gboolean handler_map_layer_update (HandlerMapLayer *self, const HandlerMapScene *scene);
/* Appends the node, made anew if it is old.  The plane's origin is at (0, 0).  */
void handler_map_layer_draw (HandlerMapLayer *self, const HandlerMapScene *scene,
                             GtkSnapshot *snapshot);
/* Adds what was found last.  */
void handler_map_layer_add (HandlerMapLayer *self, const HandlerMapScene *scene,
                            HandlerMapPainting *painting);
/* How often the node was made, or something new was drawn; for tests.  */
guint handler_map_layer_get_n_built (HandlerMapLayer *self);

/* ---- Layers that are lists ----------------------------------------------------------------- */

#define HANDLER_TYPE_MAP_LIST_LAYER (handler_map_list_layer_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMapListLayer, handler_map_list_layer, HANDLER, MAP_LIST_LAYER,
                      HandlerMapLayer)

/* Writes what the layer shows.  Pure: equal scenes give equal lists.  */
typedef void (*HandlerMapCollect) (const HandlerMapScene *scene, HandlerMapList *list);

HandlerMapLayer *handler_map_list_layer_new (HandlerMapCollect collect);

void handler_map_collect_grid (const HandlerMapScene *scene, HandlerMapList *list);
void handler_map_collect_names (const HandlerMapScene *scene, HandlerMapList *list);
void handler_map_collect_pencil (const HandlerMapScene *scene, HandlerMapList *list);
void handler_map_collect_areas (const HandlerMapScene *scene, HandlerMapList *list);
void handler_map_collect_routes (const HandlerMapScene *scene, HandlerMapList *list);
void handler_map_collect_hearing (const HandlerMapScene *scene, HandlerMapList *list);
void handler_map_collect_tracks (const HandlerMapScene *scene, HandlerMapList *list);
void handler_map_collect_own (const HandlerMapScene *scene, HandlerMapList *list);
void handler_map_collect_selection (const HandlerMapScene *scene, HandlerMapList *list);
void handler_map_collect_draft (const HandlerMapScene *scene, HandlerMapList *list);

/* What lists and words know of lines alike: an order that has a route; where a machine is thought to be, the end of its
 * ghost when that is shown; whether a bearing is the last of its voice, how far its wedge is drawn, and where it crosses
 * another (NULL: nowhere).  */
gboolean handler_map_goes_somewhere (const PictureOwn *own);
BaseVec handler_map_believed_place (const HandlerMapScene *scene, guint index);
gboolean handler_map_is_latest_bearing (const PictureView *view, gsize index);
double handler_map_wedge_m (const PictureView *view, const PictureBearing *bearing);
const PictureCross *handler_map_cross_of (const PictureView *view, guint voice);

/* ---- Others -------------------------------------------------------------------------------- */

#define HANDLER_TYPE_MAP_RELIEF_LAYER (handler_map_relief_layer_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMapReliefLayer, handler_map_relief_layer, HANDLER, MAP_RELIEF_LAYER,
                      HandlerMapLayer)

HandlerMapLayer *handler_map_relief_layer_new (HandlerMapRelief *relief);

/* Letters and row numbers around the viewport, `band` logical pixels wide, drawn in the widget's
 * coordinates.  Two nodes that are only moved when the map is panned.  */
#define HANDLER_TYPE_MAP_BAND (handler_map_band_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMapBand, handler_map_band, HANDLER, MAP_BAND, GObject)

HandlerMapBand *handler_map_band_new (void);
void handler_map_band_draw (HandlerMapBand *self, const HandlerMapScene *scene, double band,
                            GtkSnapshot *snapshot);
guint handler_map_band_get_n_built (HandlerMapBand *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-layer.h"

typedef struct {
  GskRenderNode *node; /* NULL: empty, or old */
  gboolean old;
  gboolean visible;
  guint n_built;
} HandlerMapLayerPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HandlerMapLayer, handler_map_layer, G_TYPE_OBJECT)

#define PRIVATE(self) \
  ((HandlerMapLayerPrivate *) handler_map_layer_get_instance_private (self))

void
handler_map_layer_set_visible (HandlerMapLayer *self, gboolean visible)
{
  g_return_if_fail (HANDLER_IS_MAP_LAYER (self));
  PRIVATE (self)->visible = visible;
}

gboolean
handler_map_layer_get_visible (HandlerMapLayer *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP_LAYER (self), FALSE);
  return PRIVATE (self)->visible;
}

gboolean
handler_map_layer_update (HandlerMapLayer *self, const HandlerMapScene *scene)
{
  HandlerMapLayerPrivate *priv;

  g_return_val_if_fail (HANDLER_IS_MAP_LAYER (self) && scene != NULL, FALSE);

  priv = PRIVATE (self);
  if (!priv->visible)
    return FALSE;
  if (HANDLER_MAP_LAYER_GET_CLASS (self)->invalidate (self, scene))
    priv->old = TRUE;
  return priv->old;
}

void
handler_map_layer_draw (HandlerMapLayer *self, const HandlerMapScene *scene,
                        GtkSnapshot *snapshot)
{
  HandlerMapLayerPrivate *priv;

  g_return_if_fail (HANDLER_IS_MAP_LAYER (self) && scene != NULL);

  priv = PRIVATE (self);
  if (!priv->visible)
    return;
  if (priv->old) {
    GtkSnapshot *own = gtk_snapshot_new ();

    HANDLER_MAP_LAYER_GET_CLASS (self)->snapshot (self, scene, own);
    g_clear_pointer (&priv->node, gsk_render_node_unref);
    priv->node = gtk_snapshot_free_to_node (own);
    priv->old = FALSE;
    priv->n_built++;
  }
  if (priv->node != NULL)
    gtk_snapshot_append_node (snapshot, priv->node);
}

void
handler_map_layer_add (HandlerMapLayer *self, const HandlerMapScene *scene,
                       HandlerMapPainting *painting)
{
  HandlerMapLayerPrivate *priv;

  g_return_if_fail (HANDLER_IS_MAP_LAYER (self) && scene != NULL && painting != NULL);

  priv = PRIVATE (self);
  if (!priv->visible)
    return;
  HANDLER_MAP_LAYER_GET_CLASS (self)->add (self, scene, painting);
  priv->n_built += priv->old;
  priv->old = FALSE;
}

guint
handler_map_layer_get_n_built (HandlerMapLayer *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP_LAYER (self), 0);
  return PRIVATE (self)->n_built;
}

static void
handler_map_layer_dispose (GObject *object)
{
  g_clear_pointer (&PRIVATE (HANDLER_MAP_LAYER (object))->node, gsk_render_node_unref);
  G_OBJECT_CLASS (handler_map_layer_parent_class)->dispose (object);
}

static void
handler_map_layer_class_init (HandlerMapLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = handler_map_layer_dispose;
}

static void
handler_map_layer_init (HandlerMapLayer *self)
{
  PRIVATE (self)->visible = TRUE;
  PRIVATE (self)->old = TRUE;
}

/* ---- Layers that are lists ----------------------------------------------------------------- */

/* A node holds what lies this far beyond the viewport, logical pixels, so that a pan does not make it
 * anew at once.  */
#define MARGIN 160

struct _HandlerMapListLayer {
  HandlerMapLayer parent_instance;

  HandlerMapCollect collect;
  HandlerMapList shown, next;
  HandlerMapBox painted; /* piece of the plane that the node holds */
  guint generation;
};

G_DEFINE_FINAL_TYPE (HandlerMapListLayer, handler_map_list_layer, HANDLER_TYPE_MAP_LAYER)

static gboolean
list_layer_invalidate (HandlerMapLayer *layer, const HandlerMapScene *scene)
{
  HandlerMapListLayer *self = HANDLER_MAP_LIST_LAYER (layer);
  guint generation = handler_map_sprites_get_generation (scene->sprites);
  HandlerMapList swap = self->shown;
  gboolean same;

  handler_map_list_empty (&self->next);
  self->collect (scene, &self->next);
  handler_map_list_sort (&self->next);
  same = generation == self->generation && handler_map_list_equal (&self->shown, &self->next);
  self->generation = generation;
  self->shown = self->next;
  self->next = swap;
  if (same && self->shown.strokes->len + self->shown.marks->len > 0) {
    HandlerMapBox view = handler_map_scene_box (scene, 0);

    same = handler_map_box_contains (&self->painted, &view);
  }
  return !same;
}

static void
list_layer_snapshot (HandlerMapLayer *layer, const HandlerMapScene *scene, GtkSnapshot *snapshot)
{
  HandlerMapListLayer *self = HANDLER_MAP_LIST_LAYER (layer);

  self->painted = handler_map_scene_box (scene, MARGIN);
  handler_map_list_snapshot (&self->shown, scene->sprites, scene->projection.scale,
                             &self->painted, snapshot);
}

static void
list_layer_add (HandlerMapLayer *layer, const HandlerMapScene *scene, HandlerMapPainting *painting)
{
  HandlerMapListLayer *self = HANDLER_MAP_LIST_LAYER (layer);

  self->painted = handler_map_scene_box (scene, MARGIN);
  handler_map_painting_add_list (painting, &self->shown, scene->sprites);
}

static void
handler_map_list_layer_finalize (GObject *object)
{
  HandlerMapListLayer *self = HANDLER_MAP_LIST_LAYER (object);

  handler_map_list_clear (&self->shown);
  handler_map_list_clear (&self->next);
  G_OBJECT_CLASS (handler_map_list_layer_parent_class)->finalize (object);
}

static void
handler_map_list_layer_class_init (HandlerMapListLayerClass *klass)
{
  HandlerMapLayerClass *layer_class = HANDLER_MAP_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = handler_map_list_layer_finalize;
  layer_class->invalidate = list_layer_invalidate;
  layer_class->snapshot = list_layer_snapshot;
  layer_class->add = list_layer_add;
}

static void
handler_map_list_layer_init (HandlerMapListLayer *self)
{
  handler_map_list_init (&self->shown);
  handler_map_list_init (&self->next);
}

HandlerMapLayer *
handler_map_list_layer_new (HandlerMapCollect collect)
{
  HandlerMapListLayer *self = g_object_new (HANDLER_TYPE_MAP_LIST_LAYER, NULL);

  self->collect = collect;
  return HANDLER_MAP_LAYER (self);
}

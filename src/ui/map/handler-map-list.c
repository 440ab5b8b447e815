/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-list.h"

#include "handler-map-strokes.h"

#include <math.h>
#include <string.h>

void
handler_map_list_init (HandlerMapList *self)
{
  self->rects = g_array_new (FALSE, FALSE, sizeof (HandlerMapRect));
  self->discs = g_array_new (FALSE, FALSE, sizeof (HandlerMapDisc));
  self->spots = g_array_new (FALSE, FALSE, sizeof (HandlerMapSpot));
  self->strokes = g_array_new (FALSE, FALSE, sizeof (HandlerMapStroke));
  self->marks = g_array_new (FALSE, FALSE, sizeof (HandlerMapMark));
}

void
handler_map_list_clear (HandlerMapList *self)
{
  g_clear_pointer (&self->rects, g_array_unref);
  g_clear_pointer (&self->discs, g_array_unref);
  g_clear_pointer (&self->spots, g_array_unref);
  g_clear_pointer (&self->strokes, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
}

void
handler_map_list_copy_lines (const HandlerMapList *self, HandlerMapList *copy)
{
  copy->rects = g_array_copy (self->rects);
  copy->discs = g_array_copy (self->discs);
  copy->spots = g_array_copy (self->spots);
  copy->strokes = g_array_copy (self->strokes);
}

void
handler_map_list_empty (HandlerMapList *self)
{
  g_array_set_size (self->rects, 0);
  g_array_set_size (self->discs, 0);
  g_array_set_size (self->spots, 0);
  g_array_set_size (self->strokes, 0);
  g_array_set_size (self->marks, 0);
}

gboolean
handler_map_list_is_empty (const HandlerMapList *self)
{
  return self->rects->len == 0 && self->discs->len == 0 && self->strokes->len == 0 &&
         self->marks->len == 0;
}

/* By phase, then by texture, then from north to south and west to east.  */
static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const HandlerMapMark *p = a;
  const HandlerMapMark *q = b;
  int by_key;

  if (p->phase != q->phase)
    return p->phase < q->phase ? -1 : 1;
  by_key = memcmp (&p->key, &q->key, sizeof p->key);
  if (by_key != 0)
    return by_key;
  if (p->y != q->y)
    return p->y < q->y ? -1 : 1;
  return p->x < q->x ? -1 : p->x > q->x;
}

void
handler_map_list_sort (HandlerMapList *self)
{
  g_array_sort (self->marks, compare_marks);
}

static gboolean
arrays_equal (const GArray *a, const GArray *b, gsize size)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * size) == 0);
}

gboolean
handler_map_list_equal (const HandlerMapList *a, const HandlerMapList *b)
{
  return arrays_equal (a->marks, b->marks, sizeof (HandlerMapMark)) &&
         arrays_equal (a->strokes, b->strokes, sizeof (HandlerMapStroke)) &&
         arrays_equal (a->spots, b->spots, sizeof (HandlerMapSpot)) &&
         arrays_equal (a->rects, b->rects, sizeof (HandlerMapRect)) &&
         arrays_equal (a->discs, b->discs, sizeof (HandlerMapDisc));
}

void
handler_map_list_add_mark (HandlerMapList *self, int phase, const HandlerMapSpriteKey *key, int x,
                           int y)
{
  HandlerMapMark mark = {*key, phase, x, y};

  g_array_append_val (self->marks, mark);
}

void
handler_map_list_add_rect (HandlerMapList *self, int x, int y, int width, int height,
                           HandlerMapTint tint)
{
  HandlerMapRect rect = {x, y, width, height, tint};

  g_array_append_val (self->rects, rect);
}

void
handler_map_list_add_disc (HandlerMapList *self, int x, int y, int radius, HandlerMapTint tint)
{
  HandlerMapDisc disc = {x, y, radius, tint};

  g_array_append_val (self->discs, disc);
}

HandlerMapStroke *
handler_map_list_begin_stroke (HandlerMapList *self, HandlerMapTint tint, HandlerMapDash dash,
                               double width)
{
  HandlerMapStroke stroke = {.first = self->spots->len,
                             .tint = (guint8) tint,
                             .dash = (guint8) dash,
                             .level = HANDLER_MAP_LEVELS,
                             .width_tenths = (guint8) lrint (width * 10)};

  g_array_append_val (self->strokes, stroke);
  return &g_array_index (self->strokes, HandlerMapStroke, self->strokes->len - 1);
}

void
handler_map_list_add_spot (HandlerMapList *self, int x, int y)
{
  HandlerMapSpot spot = {x, y};

  g_return_if_fail (self->strokes->len > 0);

  g_array_append_val (self->spots, spot);
  g_array_index (self->strokes, HandlerMapStroke, self->strokes->len - 1).n_points++;
}

HandlerMapStroke *
handler_map_list_add_ellipse (HandlerMapList *self, int x, int y, double major, double minor,
                              double bearing_deg, HandlerMapTint tint, HandlerMapDash dash,
                              double width)
{
  int n = CLAMP ((int) (major / 4), 24, 96);
  double s = sin (bearing_deg * G_PI / 180);
  double c = cos (bearing_deg * G_PI / 180);
  HandlerMapStroke *stroke = handler_map_list_begin_stroke (self, tint, dash, width);

  stroke->closed = TRUE;
  for (int i = 0; i < n; i++) {
    double along = major * cos (2 * G_PI * i / n);
    double across = minor * sin (2 * G_PI * i / n);

    handler_map_list_add_spot (self, x + (int) lrint (along * s + across * c),
                               y + (int) lrint (-along * c + across * s));
  }
  return &g_array_index (self->strokes, HandlerMapStroke, self->strokes->len - 1);
}

/* ---- Snapshot ------------------------------------------------------------------------------ */

static void
device_rect (graphene_rect_t *rect, double x, double y, double width, double height, double scale)
{
  graphene_rect_init (rect, (float) (x / scale), (float) (y / scale), (float) (width / scale),
                      (float) (height / scale));
}

const HandlerMapSprite *
handler_map_mark_find_sprite (const HandlerMapMark *mark, HandlerMapSprites *sprites,
                              const HandlerMapBox *view, HandlerMapBox *box)
{
  const HandlerMapSprite *sprite = handler_map_sprites_get (sprites, &mark->key);

  *box = (HandlerMapBox){mark->x + sprite->x, mark->y + sprite->y, sprite->width, sprite->height};
  return sprite->texture != NULL && handler_map_box_meets (box, view) ? sprite : NULL;
}

/* What lies outside `view` is left out: cairo would copy its texture before it finds nothing to
 * paint.  */
static void
append_mark (const HandlerMapMark *mark, HandlerMapSprites *sprites, double scale,
             const HandlerMapBox *view, GtkSnapshot *snapshot)
{
  HandlerMapBox box;
  const HandlerMapSprite *sprite = handler_map_mark_find_sprite (mark, sprites, view, &box);
  graphene_rect_t rect;

  if (sprite == NULL)
    return;
  device_rect (&rect, box.x, box.y, box.width, box.height, scale);
  gtk_snapshot_append_texture (snapshot, sprite->texture, &rect);
}

void
handler_map_list_snapshot (const HandlerMapList *self, HandlerMapSprites *sprites, double scale,
                           const HandlerMapBox *view, GtkSnapshot *snapshot)
{
  const HandlerMapPalette *palette = handler_map_sprites_get_palette (sprites);
  graphene_rect_t rect;

  for (guint i = 0; i < self->rects->len; i++) {
    const HandlerMapRect *r = &g_array_index (self->rects, HandlerMapRect, i);

    device_rect (&rect, r->x, r->y, r->width, r->height, scale);
    gtk_snapshot_append_color (snapshot, &palette->tints[r->tint], &rect);
  }
  if (self->strokes->len > 0)
    handler_map_strokes_snapshot (self, sprites, scale, view, snapshot);
  for (guint i = 0; i < self->marks->len; i++)
    append_mark (&g_array_index (self->marks, HandlerMapMark, i), sprites, scale, view,
                 snapshot);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-list.h"

#include <math.h>
#include <string.h>

/* Reach of the widest line, its halo and arrow head, logical pixels.  */
#define STROKE_REACH 14
#define HATCH_PIXELS 11

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

/* ---- Strokes ------------------------------------------------------------------------------- */

static HandlerMapBox
box_between (int x0, int y0, int x1, int y1)
{
  return (HandlerMapBox){x0, y0, MAX (x1 - x0, 0), MAX (y1 - y0, 0)};
}

static HandlerMapBox
box_intersect (HandlerMapBox a, HandlerMapBox b)
{
  return box_between (MAX (a.x, b.x), MAX (a.y, b.y), MIN (a.x + a.width, b.x + b.width),
                      MIN (a.y + a.height, b.y + b.height));
}

HandlerMapBox
handler_map_list_stroke_bounds (const HandlerMapList *self, double unit)
{
  int reach = (int) ceil (STROKE_REACH * unit);
  int x0 = G_MAXINT, y0 = G_MAXINT, x1 = G_MININT, y1 = G_MININT;

  if (self->spots->len == 0)
    return (HandlerMapBox){0};
  for (guint i = 0; i < self->spots->len; i++) {
    const HandlerMapSpot *spot = &g_array_index (self->spots, HandlerMapSpot, i);

    x0 = MIN (x0, spot->x);
    y0 = MIN (y0, spot->y);
    x1 = MAX (x1, spot->x);
    y1 = MAX (y1, spot->y);
  }
  return box_between (x0 - reach, y0 - reach, x1 + reach, y1 + reach);
}

static void
set_dash (cairo_t *cr, guint8 dash)
{
  static const double dashed[] = {7, 5};
  static const double dotted[] = {0.5, 4};
  static const double dash_dot[] = {11, 4, 1, 4};

  if (dash == HANDLER_MAP_DASH_DASHED)
    cairo_set_dash (cr, dashed, G_N_ELEMENTS (dashed), 0);
  else if (dash == HANDLER_MAP_DASH_DOTTED)
    cairo_set_dash (cr, dotted, G_N_ELEMENTS (dotted), 0);
  else if (dash == HANDLER_MAP_DASH_DASH_DOT)
    cairo_set_dash (cr, dash_dot, G_N_ELEMENTS (dash_dot), 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
set_tint (cairo_t *cr, const HandlerMapPalette *palette, guint tint, double alpha)
{
  const GdkRGBA *colour = &palette->tints[tint];

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

/* Head of an arrow at `to`, coming from `from`; logical pixels.  */
static void
path_arrow (cairo_t *cr, double from_x, double from_y, double to_x, double to_y)
{
  double length = hypot (to_x - from_x, to_y - from_y);
  double ux = length > 0 ? (to_x - from_x) / length : 0;
  double uy = length > 0 ? (to_y - from_y) / length : -1;

  cairo_move_to (cr, to_x - 8 * ux - 4.5 * uy, to_y - 8 * uy + 4.5 * ux);
  cairo_line_to (cr, to_x, to_y);
  cairo_line_to (cr, to_x - 8 * ux + 4.5 * uy, to_y - 8 * uy - 4.5 * ux);
}

static void
path_spots (cairo_t *cr, const HandlerMapStroke *stroke, const HandlerMapSpot *spots, double unit)
{
  cairo_new_path (cr);
  for (guint i = 0; i < stroke->n_points; i++)
    cairo_line_to (cr, spots[i].x / unit, spots[i].y / unit);
  if (stroke->closed)
    cairo_close_path (cr);
}

static void
draw_stroke (cairo_t *cr, const HandlerMapStroke *stroke, const HandlerMapSpot *spots,
             const HandlerMapPalette *palette, double unit)
{
  double width = stroke->width_tenths / 10.0;
  double alpha = (double) stroke->level / HANDLER_MAP_LEVELS;
  guint n = stroke->n_points;

  for (int pass = stroke->halo ? 0 : 1; pass < 2; pass++) {
    path_spots (cr, stroke, spots, unit);
    if (pass == 1 && stroke->filled) {
      set_tint (cr, palette, stroke->tint, 0.16 * alpha);
      cairo_fill_preserve (cr);
    }
    set_tint (cr, palette, pass == 0 ? (guint) HANDLER_MAP_TINT_HALO : stroke->tint, alpha);
    cairo_set_line_width (cr, pass == 0 ? width + 2.4 : width);
    set_dash (cr, stroke->dash);
    cairo_stroke (cr);
    if (stroke->arrow && n >= 2) {
      path_arrow (cr, spots[n - 2].x / unit, spots[n - 2].y / unit, spots[n - 1].x / unit,
                  spots[n - 1].y / unit);
      set_dash (cr, HANDLER_MAP_DASH_SOLID);
      cairo_stroke (cr);
    }
  }
}

/* 45° lines, anchored to the plane so that they stand still.  */
static void
draw_disc (cairo_t *cr, const HandlerMapDisc *disc, const HandlerMapPalette *palette, double unit,
           HandlerMapBox box)
{
  double step = HATCH_PIXELS * G_SQRT2;
  double left = MAX (box.x, disc->x - disc->radius) / unit;
  double right = MIN (box.x + box.width, disc->x + disc->radius) / unit;
  double top = MAX (box.y, disc->y - disc->radius) / unit;
  double bottom = MIN (box.y + box.height, disc->y + disc->radius) / unit;

  if (left >= right || top >= bottom)
    return;
  cairo_save (cr);
  cairo_arc (cr, disc->x / unit, disc->y / unit, disc->radius / unit, 0, 2 * G_PI);
  set_tint (cr, palette, disc->tint, 0.07);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  set_dash (cr, HANDLER_MAP_DASH_SOLID);
  for (double sum = floor ((left + top) / step) * step; sum < right + bottom; sum += step) {
    cairo_move_to (cr, sum - top, top);
    cairo_line_to (cr, sum - bottom, bottom);
  }
  set_tint (cr, palette, disc->tint, 0.5);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static GdkTexture *
paint_strokes (const HandlerMapList *self, HandlerMapSprites *sprites, HandlerMapBox box)
{
  double unit = handler_map_sprites_get_unit (sprites);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, box.width, box.height);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -box.x, -box.y);
  cairo_scale (cr, unit, unit);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->discs->len; i++)
    draw_disc (cr, &g_array_index (self->discs, HandlerMapDisc, i),
               handler_map_sprites_get_palette (sprites), unit, box);
  for (guint i = 0; i < self->strokes->len; i++) {
    const HandlerMapStroke *stroke = &g_array_index (self->strokes, HandlerMapStroke, i);

    draw_stroke (cr, stroke, &g_array_index (self->spots, HandlerMapSpot, stroke->first),
                 handler_map_sprites_get_palette (sprites), unit);
  }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * (gsize) box.height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (box.width, box.height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* ---- Snapshot ------------------------------------------------------------------------------ */

static void
device_rect (graphene_rect_t *rect, double x, double y, double width, double height, double scale)
{
  graphene_rect_init (rect, (float) (x / scale), (float) (y / scale), (float) (width / scale),
                      (float) (height / scale));
}

static void
append_strokes (const HandlerMapList *self, HandlerMapSprites *sprites, double scale,
                const HandlerMapBox *view, GtkSnapshot *snapshot)
{
  HandlerMapBox box = box_intersect (
      handler_map_list_stroke_bounds (self, handler_map_sprites_get_unit (sprites)), *view);
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t rect;

  if (box.width == 0 || box.height == 0)
    return;
  texture = paint_strokes (self, sprites, box);
  device_rect (&rect, box.x, box.y, box.width, box.height, scale);
  gtk_snapshot_append_texture (snapshot, texture, &rect);
}

static void
append_mark (const HandlerMapMark *mark, HandlerMapSprites *sprites, double scale,
             GtkSnapshot *snapshot)
{
  const HandlerMapSprite *sprite = handler_map_sprites_get (sprites, &mark->key);
  graphene_rect_t rect;

  if (sprite->texture == NULL)
    return;
  device_rect (&rect, mark->x + sprite->x, mark->y + sprite->y, sprite->width, sprite->height,
               scale);
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
    append_strokes (self, sprites, scale, view, snapshot);
  for (guint i = 0; i < self->marks->len; i++)
    append_mark (&g_array_index (self->marks, HandlerMapMark, i), sprites, scale, snapshot);
}

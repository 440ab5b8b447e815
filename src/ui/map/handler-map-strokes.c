/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-strokes.h"

#include <math.h>

/* Reach of the widest line, its halo and arrow head, logical pixels.  */
#define STROKE_REACH 14
#define HATCH_PIXELS 11

/* The box of all strokes, with their widths; empty without.  */
static HandlerMapBox
stroke_bounds (const HandlerMapList *self, double unit)
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
  return handler_map_box_between (x0 - reach, y0 - reach, x1 + reach, y1 + reach);
}

static void
set_dash (cairo_t *cr, guint8 dash)
{
  static const double dashed[] = {7, 5};
  static const double dotted[] = {2, 2.5};
  static const double dash_dot[] = {11, 4, 1, 4};

  /* Square dots: round ones take several times as long, and nobody sees the difference.  */
  cairo_set_line_cap (cr, dash == HANDLER_MAP_DASH_DOTTED ? CAIRO_LINE_CAP_BUTT
                                                          : CAIRO_LINE_CAP_ROUND);
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

/* Of `n` strokes that follow each other.  */
static void
path_strokes (cairo_t *cr, const HandlerMapList *self, guint first, guint n, double unit)
{
  cairo_new_path (cr);
  for (guint k = first; k < first + n; k++) {
    const HandlerMapStroke *stroke = &g_array_index (self->strokes, HandlerMapStroke, k);
    const HandlerMapSpot *spots = &g_array_index (self->spots, HandlerMapSpot, stroke->first);

    cairo_new_sub_path (cr);
    for (guint i = 0; i < stroke->n_points; i++)
      cairo_line_to (cr, spots[i].x / unit, spots[i].y / unit);
    if (stroke->closed)
      cairo_close_path (cr);
  }
}

/* Lines that are stroked at once: a stroke by itself costs more than its pixels.  Those that shine through
 * would not do so where they cross.  */
static gboolean
is_same_pen (const HandlerMapStroke *a, const HandlerMapStroke *b)
{
  return a->tint == b->tint && a->dash == b->dash && a->level == HANDLER_MAP_LEVELS &&
         b->level == HANDLER_MAP_LEVELS && a->halo == b->halo &&
         a->width_tenths == b->width_tenths && !a->arrow && !b->arrow && !a->filled && !b->filled;
}

static guint
count_same_pen (const HandlerMapList *self, guint first)
{
  const HandlerMapStroke *strokes = &g_array_index (self->strokes, HandlerMapStroke, first);
  guint n = 1;

  while (first + n < self->strokes->len && is_same_pen (&strokes[0], &strokes[n]))
    n++;
  return n;
}

/* All with the pen of the first.  */
static void
draw_strokes (cairo_t *cr, const HandlerMapList *self, guint first, guint n_strokes,
              const HandlerMapPalette *palette, double unit)
{
  const HandlerMapStroke *stroke = &g_array_index (self->strokes, HandlerMapStroke, first);
  const HandlerMapSpot *spots = &g_array_index (self->spots, HandlerMapSpot, stroke->first);
  double width = stroke->width_tenths / 10.0;
  double alpha = (double) stroke->level / HANDLER_MAP_LEVELS;
  guint n = stroke->n_points;

  for (int pass = stroke->halo ? 0 : 1; pass < 2; pass++) {
    path_strokes (cr, self, first, n_strokes, unit);
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

void
handler_map_strokes_paint (const HandlerMapList *self, const HandlerMapPalette *palette,
                           double unit, const HandlerMapBox *view, cairo_t *cr)
{
  cairo_save (cr);
  cairo_scale (cr, unit, unit);
  /* Up to a third less, and nobody sees the difference.  */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->discs->len; i++)
    draw_disc (cr, &g_array_index (self->discs, HandlerMapDisc, i), palette, unit, *view);
  for (guint i = 0, n; i < self->strokes->len; i += n) {
    n = count_same_pen (self, i);
    draw_strokes (cr, self, i, n, palette, unit);
  }
  cairo_restore (cr);
}

/* The pixels of `box`; all of them, though few are not empty: memory that is not written costs nothing.  */
static GBytes *
paint_strokes (const HandlerMapList *self, HandlerMapSprites *sprites, HandlerMapBox box, gsize *stride)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, box.width, box.height);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -box.x, -box.y);
  handler_map_strokes_paint (self, handler_map_sprites_get_palette (sprites),
                             handler_map_sprites_get_unit (sprites), &box, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  *stride = (gsize) cairo_image_surface_get_stride (surface);
  return g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                     *stride * (gsize) box.height,
                                     (GDestroyNotify) cairo_surface_destroy, surface);
}

/* ---- Cells --------------------------------------------------------------------------------- */

/* Lines leave nearly all of their box empty, and who draws it has to go through all of its pixels at
 * every frame.  So only the cells that something touches are drawn, those of a row that are
 * neighbours together; their textures share one painting.  */
#define CELL 64

typedef struct {
  HandlerMapBox box;
  int columns, rows;
  int reach;
  guint8 *touched; /* (owned) by row */
} Cells;

/* Half a stroke's width on each side, with its halo and a soft edge; farther where there is an arrow.  */
static int
stroke_reach (const HandlerMapStroke *stroke, double unit)
{
  return (int) ceil ((stroke->arrow ? STROKE_REACH : stroke->width_tenths / 20.0 + 3) * unit);
}

static void
touch (Cells *cells, int x0, int y0, int x1, int y1)
{
  int left = MAX ((x0 - cells->box.x) / CELL, 0);
  int top = MAX ((y0 - cells->box.y) / CELL, 0);
  int right = MIN ((x1 - cells->box.x) / CELL, cells->columns - 1);
  int bottom = MIN ((y1 - cells->box.y) / CELL, cells->rows - 1);

  if (x1 < cells->box.x || y1 < cells->box.y)
    return;
  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      cells->touched[row * cells->columns + column] = 1;
}

static void
touch_around (Cells *cells, double x, double y, int reach)
{
  touch (cells, (int) floor (x) - reach, (int) floor (y) - reach, (int) ceil (x) + reach,
         (int) ceil (y) + reach);
}

/* Steps of half a cell at the most, so that none is passed over.  */
static void
touch_segment (Cells *cells, const HandlerMapSpot *a, const HandlerMapSpot *b, int reach)
{
  int steps = MAX (ABS (b->x - a->x), ABS (b->y - a->y)) / (CELL / 2) + 1;

  for (int i = 0; i < steps; i++) {
    double from = (double) i / steps;
    double to = (double) (i + 1) / steps;
    double x0 = a->x + (b->x - a->x) * from, x1 = a->x + (b->x - a->x) * to;
    double y0 = a->y + (b->y - a->y) * from, y1 = a->y + (b->y - a->y) * to;

    touch (cells, (int) floor (MIN (x0, x1)) - reach, (int) floor (MIN (y0, y1)) - reach,
           (int) ceil (MAX (x0, x1)) + reach, (int) ceil (MAX (y0, y1)) + reach);
  }
}

/* All cells of the box around the points.  */
static void
touch_filled (Cells *cells, const HandlerMapSpot *spots, guint n, int reach)
{
  int x0 = G_MAXINT, y0 = G_MAXINT, x1 = G_MININT, y1 = G_MININT;

  for (guint i = 0; i < n; i++) {
    x0 = MIN (x0, spots[i].x);
    y0 = MIN (y0, spots[i].y);
    x1 = MAX (x1, spots[i].x);
    y1 = MAX (y1, spots[i].y);
  }
  touch (cells, x0 - reach, y0 - reach, x1 + reach, y1 + reach);
}

static void
touch_stroke (Cells *cells, const HandlerMapStroke *stroke, const HandlerMapSpot *spots,
              double unit)
{
  int reach = stroke_reach (stroke, unit);
  guint n = stroke->n_points;

  if (n == 0)
    return;
  if (stroke->filled)
    touch_filled (cells, spots, n, reach);
  touch_around (cells, spots[0].x, spots[0].y, reach);
  for (guint i = 1; i < n; i++)
    touch_segment (cells, &spots[i - 1], &spots[i], reach);
  if (stroke->closed)
    touch_segment (cells, &spots[n - 1], &spots[0], reach);
}

static void
cells_init (Cells *cells, const HandlerMapList *self, HandlerMapBox box, double unit)
{
  cells->box = box;
  cells->columns = (box.width + CELL - 1) / CELL;
  cells->rows = (box.height + CELL - 1) / CELL;
  cells->touched = g_malloc0 ((gsize) cells->columns * (gsize) cells->rows);
  for (guint i = 0; i < self->discs->len; i++) {
    const HandlerMapDisc *disc = &g_array_index (self->discs, HandlerMapDisc, i);

    touch_around (cells, disc->x, disc->y, disc->radius + 1);
  }
  for (guint i = 0; i < self->strokes->len; i++) {
    const HandlerMapStroke *stroke = &g_array_index (self->strokes, HandlerMapStroke, i);

    touch_stroke (cells, stroke, &g_array_index (self->spots, HandlerMapSpot, stroke->first), unit);
  }
}

/* ---- Snapshot ------------------------------------------------------------------------------ */

typedef struct {
  GBytes *bytes;
  gsize stride;
  HandlerMapBox box;
  double scale;
} Painting;

/* `piece` in pixels of the painting.  */
static void
append_piece (const Painting *painting, HandlerMapBox piece, GtkSnapshot *snapshot)
{
  gsize first = (gsize) piece.y * painting->stride + (gsize) piece.x * 4;
  gsize size = (gsize) (piece.height - 1) * painting->stride + (gsize) piece.width * 4;
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (painting->bytes, first, size);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (
      piece.width, piece.height, GDK_MEMORY_DEFAULT, bytes, painting->stride);
  double scale = painting->scale;

  gtk_snapshot_append_texture (
      snapshot, texture,
      &GRAPHENE_RECT_INIT ((float) ((painting->box.x + piece.x) / scale),
                           (float) ((painting->box.y + piece.y) / scale),
                           (float) (piece.width / scale), (float) (piece.height / scale)));
}

static void
append_row (const Painting *painting, const Cells *cells, int row, GtkSnapshot *snapshot)
{
  const guint8 *touched = cells->touched + row * cells->columns;
  int height = MIN (CELL, cells->box.height - row * CELL);

  for (int first = 0, end; first < cells->columns; first = end) {
    for (end = first + 1; end < cells->columns && touched[end] == touched[first];)
      end++;
    if (touched[first])
      append_piece (painting,
                    (HandlerMapBox){first * CELL, row * CELL,
                                    MIN (end * CELL, cells->box.width) - first * CELL, height},
                    snapshot);
  }
}

void
handler_map_strokes_snapshot (const HandlerMapList *self, HandlerMapSprites *sprites, double scale,
                              const HandlerMapBox *view, GtkSnapshot *snapshot)
{
  double unit = handler_map_sprites_get_unit (sprites);
  HandlerMapBox bounds = stroke_bounds (self, unit);
  Painting painting = {.box = handler_map_box_intersect (&bounds, view), .scale = scale};
  Cells cells;

  if (handler_map_box_is_empty (&painting.box))
    return;
  painting.bytes = paint_strokes (self, sprites, painting.box, &painting.stride);
  cells_init (&cells, self, painting.box, unit);
  for (int row = 0; row < cells.rows; row++)
    append_row (&painting, &cells, row, snapshot);
  g_free (cells.touched);
  g_bytes_unref (painting.bytes);
}

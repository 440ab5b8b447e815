/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rivers, roads and marsh, drawn over the pixels of a window.  */
#include "handler-map-pixels.h"

#include "base/base-random.h"

#include <math.h>

typedef struct {
  const HandlerMapGround *ground;
  const HandlerMapReliefPalette *palette;
  const HandlerMapWindow *window;
  cairo_t *cr;
} Pen;

static void
set_source (cairo_t *cr, guint32 rgb, double alpha)
{
  cairo_set_source_rgba (cr, ((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0,
                         (rgb & 255) / 255.0, alpha);
}

static void
to_window (const Pen *pen, BaseVec at, double *x, double *y)
{
  *x = (at.x - pen->window->west_m) / pen->window->mpp;
  *y = (pen->window->north_m - at.y) / pen->window->mpp;
}

/* Width in pixels: true to scale, but never a hair.  */
static double
line_width (const Pen *pen, const HandlerMapLine *line)
{
  double least = line->kind == PICTURE_LINE_RIVER ? 2.4
                                                  : (line->half_width_m >= 5 ? 2.4 : 1.5);

  return MAX (2 * line->half_width_m / pen->window->mpp, least * pen->window->detail);
}

/* Adds the parts that come near the window.  */
static gboolean
trace (const Pen *pen, const HandlerMapLine *line, double reach)
{
  gboolean drawing = FALSE;
  gboolean any = FALSE;
  double x0, y0;

  to_window (pen, line->points[0], &x0, &y0);
  for (guint i = 1; i < line->n_points; i++) {
    double x, y;

    to_window (pen, line->points[i], &x, &y);
    if (MAX (x, x0) < -reach || MIN (x, x0) > pen->window->width + reach ||
        MAX (y, y0) < -reach || MIN (y, y0) > pen->window->height + reach) {
      drawing = FALSE;
    } else {
      if (!drawing)
        cairo_move_to (pen->cr, x0, y0);
      cairo_line_to (pen->cr, x, y);
      drawing = any = TRUE;
    }
    x0 = x;
    y0 = y;
  }
  return any;
}

/* All lines of a kind in one colour, so that crossings join.  */
static void
stroke_kind (const Pen *pen, PictureLineKind kind, guint32 rgb, double alpha, double wider)
{
  set_source (pen->cr, rgb, alpha);
  for (guint i = 0; i < pen->ground->n_lines; i++) {
    const HandlerMapLine *line = &pen->ground->lines[i];
    double width = line_width (pen, line) + wider * pen->window->detail;

    if (line->kind != kind)
      continue;
    cairo_new_path (pen->cr);
    if (trace (pen, line, width)) {
      cairo_set_line_width (pen->cr, width);
      cairo_stroke (pen->cr);
    }
  }
}

/* ---- Marsh --------------------------------------------------------------------------------- */

static void
draw_tuft (const Pen *pen, double x, double y, guint64 bits)
{
  double size = 4.2 * pen->window->detail;

  cairo_move_to (pen->cr, x - size, y);
  cairo_line_to (pen->cr, x + size, y);
  for (int i = -1; i <= 1; i++) {
    double lean = ((double) ((bits >> (8 * (i + 2))) & 255) / 255.0 - 0.5) * 0.8;

    cairo_move_to (pen->cr, x + i * size * 0.5, y);
    cairo_line_to (pen->cr, x + (i * 0.65 + lean * 0.3) * size,
                   y - size * (i == 0 ? 1.1 : 0.75));
  }
}

static void
draw_marsh (const Pen *pen)
{
  const HandlerMapWindow *w = pen->window;
  double spacing = exp2 (floor (log2 (24.0 * w->mpp * w->detail)));
  double south = w->north_m - w->height * w->mpp;
  int x0 = (int) floor (w->west_m / spacing) - 1;
  int x1 = (int) ceil ((w->west_m + w->width * w->mpp) / spacing) + 1;
  int y0 = (int) floor (south / spacing) - 1;
  int y1 = (int) ceil (w->north_m / spacing) + 1;

  set_source (pen->cr, pen->palette->marsh_tuft, 0.85);
  cairo_set_line_width (pen->cr, 1.0 * w->detail);
  for (int y = y0; y <= y1; y++)
    for (int x = x0; x <= x1; x++) {
      guint64 bits = base_random_mix (((guint64) (guint32) x << 32) | (guint32) y, 0x6d6172);
      BaseVec at = base_vec ((float) ((x + (double) (bits & 255) / 255.0) * spacing),
                             (float) ((y + (double) ((bits >> 32) & 255) / 255.0) * spacing));
      double px, py;

      if (handler_map_pixels_share (pen->ground, PICTURE_COVER_MARSH, at.x, at.y) < 0.5f)
        continue;
      to_window (pen, at, &px, &py);
      draw_tuft (pen, px, py, bits);
    }
  cairo_stroke (pen->cr);
}

void
handler_map_pixels_draw_lines (const HandlerMapGround *ground,
                               const HandlerMapReliefPalette *palette,
                               const HandlerMapWindow *window, cairo_t *cr)
{
  Pen pen = {ground, palette, window, cr};

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_marsh (&pen);
  stroke_kind (&pen, PICTURE_LINE_RIVER, palette->water_edge, 0.9, 1.6);
  stroke_kind (&pen, PICTURE_LINE_RIVER, palette->water, 1.0, 0);
  stroke_kind (&pen, PICTURE_LINE_ROAD, palette->road_casing, 0.9, 1.6);
  stroke_kind (&pen, PICTURE_LINE_ROAD, palette->road, 1.0, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rivers, roads, cliffs, marsh, rubble and minefields, drawn over the pixels of a window.  Each
 * has a shape of its own, so that none is told by its colour alone.  */
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

/* ---- Marsh and rubble ---------------------------------------------------------------------- */

typedef void (*MarkFunc) (const Pen *pen, double x, double y, guint64 bits);

/* Broken stones: triangles, each turned its own way.  */
static void
draw_stone (const Pen *pen, double x, double y, guint64 bits)
{
  double size = (2.2 + (double) ((bits >> 8) & 255) / 160.0) * pen->window->detail;
  double turn = (double) ((bits >> 16) & 255) / 255.0 * 2 * G_PI;

  for (int i = 0; i < 3; i++) {
    double angle = turn + i * 2.0 * G_PI / 3;
    double px = x + size * sin (angle), py = y + size * cos (angle);

    if (i == 0)
      cairo_move_to (pen->cr, px, py);
    else
      cairo_line_to (pen->cr, px, py);
  }
  cairo_close_path (pen->cr);
}

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

/* Adds a mark here and there where a cover lies, at places that stay when the map is moved.  */
static void
scatter (const Pen *pen, guint8 cover, double pixels, guint64 purpose, MarkFunc mark)
{
  const HandlerMapWindow *w = pen->window;
  double spacing = exp2 (floor (log2 (pixels * w->mpp * w->detail)));
  double south = w->north_m - w->height * w->mpp;
  int x0 = (int) floor (w->west_m / spacing) - 1;
  int x1 = (int) ceil ((w->west_m + w->width * w->mpp) / spacing) + 1;
  int y0 = (int) floor (south / spacing) - 1;
  int y1 = (int) ceil (w->north_m / spacing) + 1;

  for (int y = y0; y <= y1; y++)
    for (int x = x0; x <= x1; x++) {
      guint64 bits = base_random_mix (((guint64) (guint32) x << 32) | (guint32) y, purpose);
      BaseVec at = base_vec ((float) ((x + (double) (bits & 255) / 255.0) * spacing),
                             (float) ((y + (double) ((bits >> 32) & 255) / 255.0) * spacing));
      double px, py;

      if (handler_map_pixels_share (pen->ground, cover, at.x, at.y) < 0.5f)
        continue;
      to_window (pen, at, &px, &py);
      mark (pen, px, py, bits);
    }
}

static void
draw_marsh (const Pen *pen)
{
  set_source (pen->cr, pen->palette->marsh_tuft, 0.85);
  cairo_set_line_width (pen->cr, 1.0 * pen->window->detail);
  scatter (pen, PICTURE_COVER_MARSH, 24, 0x6d6172, draw_tuft);
  cairo_stroke (pen->cr);
}

static void
draw_rubble (const Pen *pen)
{
  set_source (pen->cr, pen->palette->rubble_block, 0.9);
  scatter (pen, PICTURE_COVER_RUBBLE, 13, 0x727562, draw_stone);
  cairo_fill (pen->cr);
}

/* ---- Cliffs -------------------------------------------------------------------------------- */

#define TOOTH_APART 8.0
#define TOOTH_LENGTH 6.0

/* Teeth down the slope, to the right of the line, evenly apart along the whole of it.  */
static void
add_teeth (const Pen *pen, const HandlerMapLine *line)
{
  double apart = TOOTH_APART * pen->window->detail, to_go = apart / 2;
  double length = TOOTH_LENGTH * pen->window->detail, x0, y0;

  to_window (pen, line->points[0], &x0, &y0);
  for (guint i = 1; i < line->n_points; i++) {
    double x, y, part, dx, dy;

    to_window (pen, line->points[i], &x, &y);
    part = hypot (x - x0, y - y0);
    dx = part > 0 ? (x - x0) / part : 0;
    dy = part > 0 ? (y - y0) / part : 0;
    for (; to_go < part; to_go += apart) {
      double px = x0 + dx * to_go, py = y0 + dy * to_go;

      cairo_move_to (pen->cr, px, py);
      cairo_line_to (pen->cr, px - dy * length, py + dx * length);
    }
    to_go -= part;
    x0 = x;
    y0 = y;
  }
}

static gboolean
is_near (const Pen *pen, BaseVec low, BaseVec high)
{
  const HandlerMapWindow *w = pen->window;
  double reach = 12 * w->mpp * w->detail;

  return high.x > w->west_m - reach && low.x < w->west_m + w->width * w->mpp + reach &&
         low.y < w->north_m + reach && high.y > w->north_m - w->height * w->mpp - reach;
}

static void
draw_cliffs (const Pen *pen)
{
  set_source (pen->cr, pen->palette->cliff, 1);
  cairo_set_line_width (pen->cr, 1.6 * pen->window->detail);
  for (guint i = 0; i < pen->ground->n_lines; i++) {
    const HandlerMapLine *line = &pen->ground->lines[i];

    if (line->kind != PICTURE_LINE_CLIFF || !is_near (pen, line->low, line->high))
      continue;
    cairo_new_path (pen->cr);
    trace (pen, line, 20);
    add_teeth (pen, line);
    cairo_stroke (pen->cr);
  }
}

/* ---- Minefields ---------------------------------------------------------------------------- */

#define MINE_APART 26.0

/* The sign for a mine: a disc with two horns.  */
static void
draw_mine (const Pen *pen, double x, double y)
{
  double radius = 3.0 * pen->window->detail;

  for (int side = -1; side <= 1; side += 2) {
    cairo_move_to (pen->cr, x, y);
    cairo_line_to (pen->cr, x + side * 1.7 * radius, y - 1.9 * radius);
  }
  cairo_stroke (pen->cr);
  cairo_arc (pen->cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (pen->cr);
}

static void
outline (const Pen *pen, const HandlerMapMinefield *field)
{
  cairo_new_path (pen->cr);
  for (guint i = 0; i < field->n_points; i++) {
    double x, y;

    to_window (pen, field->points[i], &x, &y);
    cairo_line_to (pen->cr, x, y);
  }
  cairo_close_path (pen->cr);
}

/* Rows of signs, every other one set off by half, at places that stay when the map is moved.  */
static void
fill_minefield (const Pen *pen, const HandlerMapMinefield *field)
{
  double spacing = exp2 (floor (log2 (MINE_APART * pen->window->mpp * pen->window->detail)));
  int y0 = (int) floor ((double) field->low.y / spacing);
  int y1 = (int) ceil ((double) field->high.y / spacing);
  int x0 = (int) floor ((double) field->low.x / spacing) - 1;
  int x1 = (int) ceil ((double) field->high.x / spacing);

  for (int row = y0; row <= y1; row++)
    for (int column = x0; column <= x1; column++) {
      BaseVec at = base_vec ((float) ((column + (row & 1 ? 0.75 : 0.25)) * spacing),
                             (float) ((row + 0.5) * spacing));
      double x, y;

      to_window (pen, at, &x, &y);
      if (x > -20 && y > -20 && x < pen->window->width + 20 && y < pen->window->height + 20)
        draw_mine (pen, x, y);
    }
}

static void
draw_minefields (const Pen *pen)
{
  const double dash[2] = {7 * pen->window->detail, 4 * pen->window->detail};

  set_source (pen->cr, pen->palette->mines, 0.95);
  cairo_set_line_width (pen->cr, 1.4 * pen->window->detail);
  for (guint i = 0; i < pen->ground->n_minefields; i++) {
    const HandlerMapMinefield *field = &pen->ground->minefields[i];

    if (!is_near (pen, field->low, field->high))
      continue;
    cairo_save (pen->cr);
    outline (pen, field);
    cairo_clip (pen->cr);
    cairo_new_path (pen->cr);
    fill_minefield (pen, field);
    cairo_restore (pen->cr);
    outline (pen, field);
    cairo_set_dash (pen->cr, dash, 2, 0);
    cairo_stroke (pen->cr);
    cairo_set_dash (pen->cr, NULL, 0, 0);
  }
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
  draw_rubble (&pen);
  draw_cliffs (&pen);
  stroke_kind (&pen, PICTURE_LINE_RIVER, palette->water_edge, 0.9, 1.6);
  stroke_kind (&pen, PICTURE_LINE_RIVER, palette->water, 1.0, 0);
  stroke_kind (&pen, PICTURE_LINE_ROAD, palette->road_casing, 0.9, 1.6);
  stroke_kind (&pen, PICTURE_LINE_ROAD, palette->road, 1.0, 0);
  draw_minefields (&pen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-pixels.h"

#include "base/base-math.h"
#include "base/base-random.h"
#include "handler-map-texture.h"

#include <math.h>

/* Slopes are drawn steeper than they are: a hill of 60 m must read on a map of 12 km.  */
#define EXAGGERATION 2.6f
#define FLAT_LIGHT 0.70710678f

/* One more pixel on each side, for slopes.  */
#define MARGIN 1

typedef struct {
  int cell; /* the second of four */
  float weights[4];
} Tap;

/* What a window needs while it is painted.  Planes are (width + 2) × (height + 2).  */
typedef struct {
  const HandlerMapGround *ground;
  const HandlerMapReliefPalette *palette;
  const HandlerMapWindow *window;
  int width, height;
  Tap *across, *down;
  float *heights;
  float *shares[PICTURE_N_COVERS]; /* NULL: none of it near */
  HandlerMapCrowns *crowns;
  float contour_m;
} Painter;

/* ---- Interpolation ------------------------------------------------------------------------- */

/* Uniform cubic B-spline at `position` in cells.  */
static Tap
tap_at (double position)
{
  double whole = floor (position);
  float t = (float) (position - whole);
  float u = 1 - t;

  return (Tap){.cell = (int) whole,
               .weights = {u * u * u / 6, (3 * t * t * t - 6 * t * t + 4) / 6,
                           (3 * u * u * u - 6 * u * u + 4) / 6, t * t * t / 6}};
}

static Tap *
taps (int n, double first, double step)
{
  Tap *result = g_new (Tap, n);

  for (int i = 0; i < n; i++)
    result[i] = tap_at (first + step * i);
  return result;
}

static void
prepare_taps (Painter *self)
{
  const HandlerMapWindow *w = self->window;
  double cell = self->ground->cell_m;

  self->across = taps (self->width, (w->west_m + (0.5 - MARGIN) * w->mpp) / cell - 0.5,
                       w->mpp / cell);
  self->down = taps (self->height, (w->north_m - (0.5 - MARGIN) * w->mpp) / cell - 0.5,
                     -w->mpp / cell);
}

/* One row of cells, interpolated across.  `cover` < 0: heights.  */
static void
row_across (const Painter *self, int row, int cover, float *out)
{
  const HandlerMapGround *g = self->ground;
  gsize start = (gsize) base_clampi (row, 0, g->rows - 1) * (gsize) g->columns;

  for (int x = 0; x < self->width; x++) {
    const Tap *tap = &self->across[x];
    float sum = 0;

    for (int k = 0; k < 4; k++) {
      gsize cell = start + (gsize) base_clampi (tap->cell - 1 + k, 0, g->columns - 1);
      float value = cover < 0 ? g->heights_m[cell] : (float) (g->covers[cell] == cover);

      sum += tap->weights[k] * value;
    }
    out[x] = sum;
  }
}

/* A plane of heights or of the share of a cover.  */
static float *
plane_new (const Painter *self, int cover)
{
  int top = self->down[0].cell + 2;
  int bottom = self->down[self->height - 1].cell - 1;
  gsize width = (gsize) self->width;
  g_autofree float *rows = g_new (float, (gsize) (top - bottom + 1) * width);
  float *plane = g_new (float, width *(gsize) self->height);

  for (int row = bottom; row <= top; row++)
    row_across (self, row, cover, rows + (gsize) (row - bottom) * width);
  for (int y = 0; y < self->height; y++) {
    const Tap *tap = &self->down[y];
    const float *in = rows + (gsize) (tap->cell - 1 - bottom) * width;
    float *out = plane + (gsize) y * width;

    for (gsize x = 0; x < width; x++)
      out[x] = tap->weights[0] * in[x] + tap->weights[1] * in[x + width] +
               tap->weights[2] * in[x + 2 * width] + tap->weights[3] * in[x + 3 * width];
  }
  return plane;
}

/* Which covers lie in the cells that the window reads.  */
static guint
covers_near (const Painter *self)
{
  const HandlerMapGround *g = self->ground;
  int c0 = base_clampi (self->across[0].cell - 1, 0, g->columns - 1);
  int c1 = base_clampi (self->across[self->width - 1].cell + 2, 0, g->columns - 1);
  int r0 = base_clampi (self->down[self->height - 1].cell - 1, 0, g->rows - 1);
  int r1 = base_clampi (self->down[0].cell + 2, 0, g->rows - 1);
  guint found = 0;

  for (int r = r0; r <= r1; r++)
    for (int c = c0; c <= c1; c++)
      found |= 1u << g->covers[r * g->columns + c];
  return found;
}

float
handler_map_pixels_share (const HandlerMapGround *ground, guint8 cover, double x_m, double y_m)
{
  Tap across = tap_at (x_m / ground->cell_m - 0.5);
  Tap down = tap_at (y_m / ground->cell_m - 0.5);
  float sum = 0;

  for (int j = 0; j < 4; j++) {
    int row = base_clampi (down.cell - 1 + j, 0, ground->rows - 1);

    for (int i = 0; i < 4; i++) {
      int column = base_clampi (across.cell - 1 + i, 0, ground->columns - 1);

      if (ground->covers[row * ground->columns + column] == cover)
        sum += across.weights[i] * down.weights[j];
    }
  }
  return sum;
}

/* ---- Light and height ---------------------------------------------------------------------- */

float
handler_map_pixels_shade (float slope_east, float slope_north)
{
  float x = -slope_east * EXAGGERATION;
  float y = -slope_north * EXAGGERATION;
  float light = (-0.5f * x + 0.5f * y + FLAT_LIGHT) / sqrtf (x * x + y * y + 1) - FLAT_LIGHT;

  /* From flat to black is 0.7, from flat to full light 0.3: both become 1.  */
  return light < 0 ? light / FLAT_LIGHT : light / (1 - FLAT_LIGHT);
}

float
handler_map_pixels_contour_interval (float range_m, double mpp)
{
  static const float intervals[] = {5, 10, 20, 50, 100};
  float least = MAX (range_m / 14.0f, mpp < 4 ? 5.0f : (mpp < 10 ? 10.0f : 20.0f));
  guint i = 0;

  while (i < G_N_ELEMENTS (intervals) - 1 && intervals[i] < least)
    i++;
  return intervals[i];
}

static HandlerMapRgb
ground_colour (const Painter *self, float height)
{
  const HandlerMapReliefPalette *p = self->palette;
  float range = MAX (self->ground->high_m - self->ground->low_m, 60.0f);
  float at = base_clampf ((height - self->ground->low_m) / range, 0, 1);
  guint i = 1;
  float t;

  while (i < p->n_stops - 1 && at > p->stops[i].at)
    i++;
  t = (at - p->stops[i - 1].at) / (p->stops[i].at - p->stops[i - 1].at);
  return handler_map_rgb_mix (
      (HandlerMapRgb){p->stops[i - 1].red, p->stops[i - 1].green, p->stops[i - 1].blue},
      (HandlerMapRgb){p->stops[i].red, p->stops[i].green, p->stops[i].blue}, t);
}

static HandlerMapRgb
add_light (const HandlerMapReliefPalette *p, HandlerMapRgb colour, float shade)
{
  if (shade < 0)
    return handler_map_rgb_mix (colour, handler_map_rgb (p->shadow),
                                MIN (-shade * p->shadow_strength, 0.72f));
  return handler_map_rgb_mix (colour, handler_map_rgb (p->light),
                              MIN (shade * p->light_strength, 0.6f));
}

/* Darkness of the contour line at this pixel, 0..1.  */
static float
contour_at (const Painter *self, float height, float slope)
{
  float lines = height / self->contour_m;
  float nearest = roundf (lines);
  gboolean main_line = fmodf (nearest, 5.0f) == 0;
  float apart, pixels;

  if (slope < 0.004f)
    return 0;
  apart = self->contour_m / (slope * (float) (self->window->mpp * self->window->detail));
  pixels = fabsf (lines - nearest) * apart;
  /* On flat ground a line would be a blot, on steep ground they would run together.  */
  return base_clampf ((main_line ? 1.15f : 0.85f) - pixels, 0, main_line ? 1.0f : 0.7f) *
         base_clampf (slope * 60.0f, 0, 1) *
         base_clampf ((main_line ? 5 * apart : apart) / 4.0f - 0.5f, 0, 1);
}

/* ---- Covers -------------------------------------------------------------------------------- */

/* How much of the pixel is covered, where `share` crosses one half; rough edges if wanted.  */
static float
coverage (const Painter *self, guint8 cover, gsize at, double x_m, double y_m, float roughness)
{
  const float *shares = self->shares[cover];
  float share, width;

  if (shares == NULL || shares[at] < 0.08f)
    return 0;
  share = shares[at];
  if (roughness > 0 && share < 0.92f)
    share += roughness * handler_map_noise (x_m / self->ground->cell_m, y_m / self->ground->cell_m);
  width = base_clampf (0.9f * (float) self->window->mpp / self->ground->cell_m, 0.03f, 0.5f);
  return base_clampf ((share - 0.5f) / width + 0.5f, 0, 1);
}

static HandlerMapRgb
add_town (const Painter *self, HandlerMapRgb colour, gsize at, double x_m, double y_m)
{
  const HandlerMapReliefPalette *p = self->palette;
  float town = coverage (self, PICTURE_COVER_TOWN, at, x_m, y_m, 0.10f);
  float edge;
  float house;

  if (self->shares[PICTURE_COVER_TOWN] == NULL || self->shares[PICTURE_COVER_TOWN][at] < 0.08f)
    return colour;
  colour = handler_map_rgb_mix (colour, handler_map_rgb (p->town), town * 0.85f);
  house = handler_map_house (self->ground, self->window, x_m, y_m, &edge);
  colour = handler_map_rgb_mix (colour, handler_map_rgb (p->building), house);
  return handler_map_rgb_mix (colour, handler_map_rgb (p->building_edge), edge);
}

static HandlerMapRgb
add_woods (const Painter *self, HandlerMapRgb colour, gsize at, double x_m, double y_m)
{
  const HandlerMapReliefPalette *p = self->palette;
  float woods = coverage (self, PICTURE_COVER_WOODS, at, x_m, y_m, 0.22f);
  float shade;
  float crown;

  if (self->crowns == NULL)
    return colour;
  colour = handler_map_rgb_mix (colour, handler_map_rgb (p->woods), woods);
  if (self->shares[PICTURE_COVER_WOODS][at] < 0.2f)
    return colour;
  crown = handler_map_crowns_at (self->crowns, x_m, y_m, &shade);
  return handler_map_rgb_mix (colour,
                              handler_map_rgb_mix (handler_map_rgb (p->woods_crown),
                                                   handler_map_rgb (p->woods_shade), shade),
                              crown);
}

static HandlerMapRgb
add_lake (const Painter *self, HandlerMapRgb colour, gsize at, double x_m, double y_m)
{
  const HandlerMapReliefPalette *p = self->palette;
  float water = coverage (self, PICTURE_COVER_WATER, at, x_m, y_m, 0.12f);

  if (water <= 0)
    return colour;
  return handler_map_rgb_mix (
      colour,
      handler_map_rgb_mix (handler_map_rgb (p->water_edge), handler_map_rgb (p->water),
                           base_clampf (water * 2 - 1, 0, 1)),
      MIN (water * 1.4f, 1));
}

/* What is not on her map: flat, hatched, no relief.  */
static HandlerMapRgb
add_unknown (const Painter *self, HandlerMapRgb colour, gsize at, double x_m, double y_m)
{
  float unknown = coverage (self, PICTURE_COVER_UNKNOWN, at, x_m, y_m, 0);
  double across = (x_m + y_m) / (self->window->mpp * self->window->detail) / 10.0;
  float line = (float) fabs (across - round (across)) * 10.0f;

  if (unknown <= 0)
    return colour;
  return handler_map_rgb_mix (
      colour,
      handler_map_rgb_mix (handler_map_rgb (self->palette->unknown),
                           handler_map_rgb (self->palette->unknown_line),
                           base_clampf (1.2f - line, 0, 1)),
      unknown);
}

static guint32
pixel_at (const Painter *self, int x, int y)
{
  const HandlerMapWindow *w = self->window;
  gsize stride = (gsize) self->width;
  gsize at = (gsize) (y + MARGIN) * stride + (gsize) (x + MARGIN);
  double x_m = w->west_m + (x + 0.5) * w->mpp;
  double y_m = w->north_m - (y + 0.5) * w->mpp;
  const float *h = self->heights + at;
  float east = (h[1] - h[-1]) / (float) (2 * w->mpp);
  float north = (h[-(gssize) stride] - h[stride]) / (float) (2 * w->mpp);
  HandlerMapRgb colour = ground_colour (self, *h);
  float marsh = coverage (self, PICTURE_COVER_MARSH, at, x_m, y_m, 0.22f);

  float rubble = coverage (self, PICTURE_COVER_RUBBLE, at, x_m, y_m, 0.3f);

  if (marsh > 0)
    colour = handler_map_rgb_mix (colour, handler_map_rgb (self->palette->marsh), marsh * 0.8f);
  if (rubble > 0)
    colour = handler_map_rgb_mix (colour, handler_map_rgb (self->palette->rubble), rubble * 0.8f);
  colour = add_woods (self, colour, at, x_m, y_m);
  colour = add_light (self->palette, colour, handler_map_pixels_shade (east, north));
  colour = handler_map_rgb_mix (colour, handler_map_rgb (self->palette->contour),
                                contour_at (self, *h, sqrtf (east * east + north * north)) *
                                    self->palette->contour_strength);
  colour = add_town (self, colour, at, x_m, y_m);
  colour = add_lake (self, colour, at, x_m, y_m);
  return handler_map_rgb_pack (add_unknown (self, colour, at, x_m, y_m));
}

/* ---- A window ------------------------------------------------------------------------------ */

static void
painter_init (Painter *self, const HandlerMapGround *ground,
              const HandlerMapReliefPalette *palette, const HandlerMapWindow *window)
{
  guint near;

  /* Cells smaller than a pixel would only make noise.  */
  while (ground->coarser != NULL && ground->cell_m < window->mpp)
    ground = ground->coarser;
  *self = (Painter){
      .ground = ground,
      .palette = palette,
      .window = window,
      .width = window->width + 2 * MARGIN,
      .height = window->height + 2 * MARGIN,
      .contour_m = handler_map_pixels_contour_interval (ground->high_m - ground->low_m,
                                                        window->mpp * window->detail),
  };
  prepare_taps (self);
  self->heights = plane_new (self, -1);
  near = covers_near (self);
  for (int cover = PICTURE_COVER_WOODS; cover < PICTURE_N_COVERS; cover++)
    if ((near & (1u << cover)) != 0)
      self->shares[cover] = plane_new (self, cover);
  if (self->shares[PICTURE_COVER_WOODS] != NULL)
    self->crowns = handler_map_crowns_new (ground, window);
}

static void
painter_clear (Painter *self)
{
  for (guint i = 0; i < PICTURE_N_COVERS; i++)
    g_free (self->shares[i]);
  g_clear_pointer (&self->crowns, handler_map_crowns_free);
  g_free (self->heights);
  g_free (self->across);
  g_free (self->down);
}

void
handler_map_pixels_paint (const HandlerMapGround *ground, const HandlerMapReliefPalette *palette,
                          const HandlerMapWindow *window, guint32 *pixels, int stride)
{
  Painter painter;

  g_return_if_fail (window->width > 0 && window->height > 0 && window->mpp > 0);

  painter_init (&painter, ground, palette, window);
  for (int y = 0; y < window->height; y++)
    for (int x = 0; x < window->width; x++)
      pixels[(gssize) y * stride + x] = pixel_at (&painter, x, y);
  painter_clear (&painter);
}

cairo_surface_t *
handler_map_pixels_surface (const HandlerMapGround *ground,
                            const HandlerMapReliefPalette *palette,
                            const HandlerMapWindow *window)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, window->width, window->height);
  cairo_t *cr;

  handler_map_pixels_paint (ground, palette, window,
                            (guint32 *) (gpointer) cairo_image_surface_get_data (surface),
                            cairo_image_surface_get_stride (surface) / 4);
  cairo_surface_mark_dirty (surface);
  cr = cairo_create (surface);
  handler_map_pixels_draw_lines (ground, palette, window, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

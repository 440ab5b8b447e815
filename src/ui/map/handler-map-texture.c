/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-texture.h"

#include "base/base-math.h"
#include "base/base-random.h"

#include <math.h>

#define PURPOSE_NOISE 0x6e6f69u
#define PURPOSE_TREE 0x747265u
#define PURPOSE_HOUSE 0x686f75u

/* Bits for a place of a lattice; each purpose has its own.  */
static guint64
lattice_bits (int x, int y, guint purpose)
{
  return base_random_mix (((guint64) (guint32) x << 32) | (guint32) y, purpose);
}

/* Byte `which` of 0..7 as a share 0..1.  */
static float
bits_share (guint64 bits, guint which)
{
  return (float) ((bits >> (8 * which)) & 255) / 255.0f;
}

static float
lattice_noise (double x, double y, guint purpose)
{
  int ix = (int) floor (x);
  int iy = (int) floor (y);
  float tx = (float) (x - ix);
  float ty = (float) (y - iy);
  float a = bits_share (lattice_bits (ix, iy, purpose), 0);
  float b = bits_share (lattice_bits (ix + 1, iy, purpose), 0);
  float c = bits_share (lattice_bits (ix, iy + 1, purpose), 0);
  float d = bits_share (lattice_bits (ix + 1, iy + 1, purpose), 0);

  tx = tx * tx * (3 - 2 * tx);
  ty = ty * ty * (3 - 2 * ty);
  return 2 * ((a + (b - a) * tx) * (1 - ty) + (c + (d - c) * tx) * ty) - 1;
}

float
handler_map_noise (double x, double y)
{
  return (lattice_noise (x, y, PURPOSE_NOISE) +
          0.5f * lattice_noise (x * 2.3, y * 2.3, PURPOSE_NOISE + 1)) /
         1.5f;
}

/* ---- Trees --------------------------------------------------------------------------------- */

typedef struct {
  float x_m, y_m;
  float radius_m; /* 0: no tree */
} Crown;

struct _HandlerMapCrowns {
  double spacing_m;
  int first_x, first_y, columns, rows;
  float soft_m; /* half width of an edge */
  Crown *crowns;
};

/* Trees have a visible size, so their spacing goes by doublings with the zoom.  */
static double
crown_spacing (const HandlerMapWindow *window)
{
  return exp2 (floor (log2 (9.0 * window->mpp * window->detail)));
}

static Crown
crown_new (const HandlerMapGround *ground, double spacing, int x, int y)
{
  guint64 bits = lattice_bits (x, y, PURPOSE_TREE);
  double x_m = (x + 0.15 + 0.7 * (double) bits_share (bits, 0)) * spacing;
  double y_m = (y + 0.15 + 0.7 * (double) bits_share (bits, 1)) * spacing;
  float share = handler_map_pixels_share (ground, PICTURE_COVER_WOODS, x_m, y_m) +
                0.22f * handler_map_noise (x_m / ground->cell_m, y_m / ground->cell_m);

  if (share < 0.5f || bits_share (bits, 2) < 0.12f)
    return (Crown){0};
  return (Crown){(float) x_m, (float) y_m,
                 (float) spacing * (0.36f + 0.20f * bits_share (bits, 3))};
}

HandlerMapCrowns *
handler_map_crowns_new (const HandlerMapGround *ground, const HandlerMapWindow *window)
{
  HandlerMapCrowns *self = g_new0 (HandlerMapCrowns, 1);
  double spacing = crown_spacing (window);
  double south = window->north_m - window->height * window->mpp;

  self->spacing_m = spacing;
  self->soft_m = (float) (0.5 * window->mpp);
  self->first_x = (int) floor (window->west_m / spacing) - 1;
  self->first_y = (int) floor (south / spacing) - 1;
  self->columns = (int) ceil (window->width * window->mpp / spacing) + 4;
  self->rows = (int) ceil (window->height * window->mpp / spacing) + 4;
  self->crowns = g_new (Crown, (gsize) self->columns * (gsize) self->rows);
  for (int y = 0; y < self->rows; y++)
    for (int x = 0; x < self->columns; x++)
      self->crowns[y * self->columns + x] =
          crown_new (ground, spacing, self->first_x + x, self->first_y + y);
  return self;
}

void
handler_map_crowns_free (HandlerMapCrowns *self)
{
  g_free (self->crowns);
  g_free (self);
}

float
handler_map_crowns_at (const HandlerMapCrowns *self, double x_m, double y_m, float *shade)
{
  int cx = (int) floor (x_m / self->spacing_m) - self->first_x;
  int cy = (int) floor (y_m / self->spacing_m) - self->first_y;
  float best = 0;

  *shade = 0;
  for (int y = MAX (cy - 1, 0); y <= MIN (cy + 1, self->rows - 1); y++)
    for (int x = MAX (cx - 1, 0); x <= MIN (cx + 1, self->columns - 1); x++) {
      const Crown *crown = &self->crowns[y * self->columns + x];
      float dx = (float) (x_m - crown->x_m);
      float dy = (float) (y_m - crown->y_m);
      float cover;

      if (crown->radius_m <= 0 || fabsf (dx) > crown->radius_m || fabsf (dy) > crown->radius_m)
        continue;
      cover = (crown->radius_m - sqrtf (dx * dx + dy * dy)) / (2 * self->soft_m) + 0.5f;
      cover = base_clampf (cover, 0, 1);
      if (cover > best) {
        best = cover;
        *shade = base_clampf (0.35f + 0.75f * (dx - dy) / crown->radius_m, 0, 1);
      }
    }
  return best;
}

/* ---- Houses -------------------------------------------------------------------------------- */

#define LOT_M 30.0

/* A lot of a town: when houses would be specks, several become one block.  */
static double
lot_size (const HandlerMapWindow *window)
{
  double visible = 6.0 * window->mpp * window->detail;

  return visible <= LOT_M ? LOT_M : LOT_M * exp2 (ceil (log2 (visible / LOT_M)));
}

static guint8
turn_at (const HandlerMapGround *ground, double x_m, double y_m)
{
  int column = base_clampi ((int) (x_m / ground->cell_m), 0, ground->columns - 1);
  int row = base_clampi ((int) (y_m / ground->cell_m), 0, ground->rows - 1);

  return ground->turns[row * ground->columns + column];
}

float
handler_map_house (const HandlerMapGround *ground, const HandlerMapWindow *window, double x_m,
                   double y_m, float *edge)
{
  double angle = turn_at (ground, x_m, y_m) / 255.0 * BASE_PI / 2;
  double c = cos (angle);
  double s = sin (angle);
  double lot = lot_size (window);
  double along = (x_m * s + y_m * c) / (lot * 1.25);
  double across = (x_m * c - y_m * s) / lot;
  int ix = (int) floor (along);
  int iy = (int) floor (across);
  guint64 bits = lattice_bits (ix, iy, PURPOSE_HOUSE);
  double half_x = lot * 1.25 * (0.24 + 0.14 * (double) bits_share (bits, 0));
  double half_y = lot * (0.24 + 0.14 * (double) bits_share (bits, 1));
  double mid_x = (ix + 0.5 + 0.12 * ((double) bits_share (bits, 2) - 0.5)) * lot * 1.25;
  double mid_y = (iy + 0.5 + 0.12 * ((double) bits_share (bits, 3) - 0.5)) * lot;
  double inside = MIN (half_x - fabs (along * lot * 1.25 - mid_x),
                       half_y - fabs (across * lot - mid_y));
  float pixels = (float) (inside / window->mpp);

  *edge = 0;
  if (pixels < -0.5f || bits_share (bits, 4) < 0.16f)
    return 0;
  /* The whole house stands or not, by where its middle is.  */
  if (handler_map_pixels_share (ground, PICTURE_COVER_TOWN, mid_x * s + mid_y * c,
                                mid_x * c - mid_y * s) < 0.45f)
    return 0;
  *edge = base_clampf (1.0f * (float) window->detail + 0.5f - pixels, 0, 1) *
          base_clampf (pixels + 0.5f, 0, 1) * 0.85f;
  return base_clampf (pixels + 0.5f, 0, 1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures/map-battle.h"
#include "ui/map/handler-map-pixels.h"

#include <string.h>

static PictureSheet *sheet;
static HandlerMapGround *ground;

static const HandlerMapReliefPalette *
palette (gboolean dark)
{
  return &handler_map_palette_get (dark, FALSE)->relief;
}

static guint32 *
paint (double west_m, double north_m, double mpp, int width, int height, gboolean dark)
{
  HandlerMapWindow window = {.west_m = west_m,
                             .north_m = north_m,
                             .mpp = mpp,
                             .detail = 1,
                             .width = width,
                             .height = height};
  guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);

  handler_map_pixels_paint (ground, palette (dark), &window, pixels, width);
  return pixels;
}

static int
brightness (guint32 pixel)
{
  return (int) ((pixel >> 16) & 255) + (int) ((pixel >> 8) & 255) + (int) (pixel & 255);
}

/* The same window is the same picture, and no window depends on one painted before.  */
static void
test_deterministic (void)
{
  g_autofree guint32 *first = paint (4000, 9000, 8, 128, 128, FALSE);
  g_autofree guint32 *other = paint (1000, 3000, 4, 64, 64, TRUE);
  g_autofree guint32 *again = paint (4000, 9000, 8, 128, 128, FALSE);

  g_assert_cmpmem (first, 128 * 128 * 4, again, 128 * 128 * 4);
  g_assert_cmpint (memcmp (first, other, 64 * 64 * 4), !=, 0);
}

/* North-west corner of a window of 1,536 × 768 m full of woods.  */
static BaseVec
find_woods (void)
{
  for (float y = 11000; y > 1000; y -= 100)
    for (float x = 200; x < 10000; x += 100) {
      gboolean all = TRUE;

      for (int k = 0; k < 18 && all; k++)
        all = handler_map_pixels_share (ground, PICTURE_COVER_WOODS,
                                        (double) x + 300.0 * (k % 6),
                                        (double) y - 300.0 * (k / 6)) > 0.9f;
      if (all)
        return base_vec (x, y);
    }
  g_assert_not_reached ();
}

/* Two windows side by side are one window: tiles show no seam.  A pixel may differ by rounding.  */
static void
test_no_seams (void)
{
  const BaseVec corners[] = {
      {4300, 7400}, {1400, 4600}, {9300, 2400}, {10600, 1700}, find_woods ()};

  for (guint k = 0; k < G_N_ELEMENTS (corners); k++) {
    double west = (double) corners[k].x;
    double north = (double) corners[k].y;
    g_autofree guint32 *whole = paint (west, north, 8, 192, 96, FALSE);
    g_autofree guint32 *left = paint (west, north, 8, 96, 96, FALSE);
    g_autofree guint32 *right = paint (west + 96 * 8, north, 8, 96, 96, FALSE);
    guint different = 0;

    for (int y = 0; y < 96; y++)
      for (int x = 0; x < 192; x++) {
        guint32 part = x < 96 ? left[y * 96 + x] : right[y * 96 + x - 96];

        different += ABS (brightness (part) - brightness (whole[y * 192 + x])) > 3;
      }
    g_assert_cmpuint (different, <=, 4);
  }
}

static double
roughness (const HandlerMapReliefPalette *colours, BaseVec corner)
{
  HandlerMapWindow window = {.west_m = (double) corner.x,
                             .north_m = (double) corner.y,
                             .mpp = 8,
                             .detail = 1,
                             .width = 96,
                             .height = 64};
  guint32 pixels[64 * 96];
  double sum = 0;

  handler_map_pixels_paint (ground, colours, &window, pixels, 96);
  for (int y = 0; y < 64; y++)
    for (int x = 1; x < 96; x++)
      sum += ABS (brightness (pixels[y * 96 + x]) - brightness (pixels[y * 96 + x - 1]));
  return sum;
}

/* Woods are made of trees, also away from the map's corner: with trees of the ground's own colour
 * they are much smoother.  */
static void
test_trees (void)
{
  HandlerMapReliefPalette bald = *palette (FALSE);
  BaseVec woods = find_woods ();

  bald.woods_crown = bald.woods_shade = bald.woods;
  g_assert_cmpfloat (roughness (palette (FALSE), woods), >, 1.5 * roughness (&bald, woods));
}

/* Slopes toward the north-west are lit, those away from it in shadow, flat ground is neither.  */
static void
test_shade (void)
{
  g_assert_cmpfloat_with_epsilon ((double) handler_map_pixels_shade (0, 0), 0, 1e-6);
  g_assert_cmpfloat ((double) handler_map_pixels_shade (0.2f, -0.2f), >, 0.2);
  g_assert_cmpfloat ((double) handler_map_pixels_shade (-0.2f, 0.2f), <, -0.2);
  for (int i = -20; i <= 20; i++)
    for (int k = -20; k <= 20; k++) {
      double shade = (double) handler_map_pixels_shade ((float) i, (float) k);

      g_assert_cmpfloat (shade, >=, -2.01);
      g_assert_cmpfloat (shade, <=, 1.01);
    }
}

/* Woods, lake, town and unknown ground each look like themselves in both palettes.  */
static void
test_covers_differ (void)
{
  static const BaseVec places[] = {
      {9800, 1900},  /* lake */
      {5200, 6700},  /* town */
      {11600, 700},  /* not on the map */
      {2900, 9700},  /* open */
  };

  for (int dark = 0; dark < 2; dark++) {
    double means[G_N_ELEMENTS (places)][3] = {0};

    for (guint k = 0; k < G_N_ELEMENTS (places); k++) {
      g_autofree guint32 *pixels =
          paint ((double) places[k].x - 100, (double) places[k].y + 100, 8, 25, 25, dark);

      for (guint i = 0; i < 625; i++)
        for (guint c = 0; c < 3; c++)
          means[k][c] += ((pixels[i] >> (8 * c)) & 255) / 625.0;
    }
    for (guint a = 0; a < G_N_ELEMENTS (places); a++)
      for (guint b = a + 1; b < G_N_ELEMENTS (places); b++)
        g_assert_cmpfloat (ABS (means[a][0] - means[b][0]) + ABS (means[a][1] - means[b][1]) +
                               ABS (means[a][2] - means[b][2]),
                           >, 12);
    /* Water is blue.  */
    g_assert_cmpfloat (means[0][0], >, means[0][2] + 20);
  }
}

/* Rivers and roads are lines: they leave no blocks in the cells.  */
static void
test_lines_leave_cells (void)
{
  gsize n = (gsize) ground->columns * (gsize) ground->rows;
  guint water = 0;

  for (gsize i = 0; i < n; i++) {
    g_assert_cmpint (ground->covers[i], !=, PICTURE_COVER_ROAD);
    water += ground->covers[i] == PICTURE_COVER_WATER;
  }
  /* The lake stays.  */
  g_assert_cmpuint (water, >, 400);
  g_assert_cmpuint (water, <, 2500);
}

static void
test_share (void)
{
  g_assert_cmpfloat (
      (double) handler_map_pixels_share (ground, PICTURE_COVER_WATER, 9800, 1900), >, 0.99);
  g_assert_cmpfloat (
      (double) handler_map_pixels_share (ground, PICTURE_COVER_WATER, 2900, 9700), <, 0.01);
  /* Beyond the edge the edge's value holds.  */
  g_assert_cmpfloat (
      (double) handler_map_pixels_share (ground, PICTURE_COVER_UNKNOWN, 15000, -500), >, 0.99);
}

static void
test_contours (void)
{
  float before = 0;

  for (double mpp = 0.5; mpp < 100; mpp *= 1.3) {
    float interval = handler_map_pixels_contour_interval (200, mpp);

    g_assert_cmpfloat ((double) interval, >=, (double) before);
    before = interval;
  }
  g_assert_cmpfloat ((double) handler_map_pixels_contour_interval (2000, 1), >=, 100);
}

/* A bridge lies along its road.  */
static void
test_line_bearing (void)
{
  float road = handler_map_ground_line_bearing (ground, PICTURE_LINE_ROAD,
                                                base_vec (7480, 6900), 250);

  g_assert_cmpfloat ((double) road, >, 60);
  g_assert_cmpfloat ((double) road, <, 90);
  g_assert_cmpfloat ((double) handler_map_ground_line_bearing (ground, PICTURE_LINE_ROAD,
                                                               base_vec (11000, 11000), 250),
                     <, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  sheet = map_battle_sheet ();
  ground = handler_map_ground_new (sheet);
  g_test_add_func ("/map/pixels/deterministic", test_deterministic);
  g_test_add_func ("/map/pixels/no-seams", test_no_seams);
  g_test_add_func ("/map/pixels/trees", test_trees);
  g_test_add_func ("/map/pixels/shade", test_shade);
  g_test_add_func ("/map/pixels/covers-differ", test_covers_differ);
  g_test_add_func ("/map/pixels/lines-leave-cells", test_lines_leave_cells);
  g_test_add_func ("/map/pixels/share", test_share);
  g_test_add_func ("/map/pixels/contours", test_contours);
  g_test_add_func ("/map/pixels/line-bearing", test_line_bearing);
  status = g_test_run ();
  handler_map_ground_unref (ground);
  picture_sheet_free (sheet);
  return status;
}

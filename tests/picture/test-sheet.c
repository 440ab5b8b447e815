/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/picture.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static PictureSheet *
slope_sheet (void)
{
  PictureSheet *sheet = picture_sheet_new (1000, 500, 50);

  for (int row = 0; row < sheet->rows; row++) {
    for (int column = 0; column < sheet->columns; column++) {
      float x = 50.0f * (float) column + 25, y = 50.0f * (float) row + 25;

      sheet->heights_m[row * sheet->columns + column] = 0.1f * x + 0.02f * y;
    }
  }
  return sheet;
}

static void
test_new_is_unknown (void)
{
  PictureSheet *sheet = picture_sheet_new (1000, 500, 50);

  g_assert_cmpint (sheet->columns, ==, 20);
  g_assert_cmpint (sheet->rows, ==, 10);
  g_assert_cmpint (picture_sheet_cover (sheet, base_vec (500, 250)), ==, PICTURE_COVER_UNKNOWN);
  g_assert_cmpfloat (picture_sheet_height (sheet, base_vec (500, 250)), ==, 0);
  picture_sheet_free (sheet);
  picture_sheet_free (NULL);
}

/* On a plane slope bilinear reading is exact; beyond the edge the edge holds.  */
static void
test_height (void)
{
  PictureSheet *sheet = slope_sheet();

  for (float x = 25; x <= 975; x += 31) {
    for (float y = 25; y <= 475; y += 17)
      g_assert_cmpfloat (
          fabsf (picture_sheet_height (sheet, base_vec (x, y)) - (0.1f * x + 0.02f * y)), <, 0.01);
  }
  g_assert_cmpfloat (picture_sheet_height (sheet, base_vec (-1e6f, 25)), ==,
                     picture_sheet_height (sheet, base_vec (25, 25)));
  g_assert_cmpfloat (picture_sheet_height (sheet, base_vec (1e9f, 1e9f)), ==,
                     picture_sheet_height (sheet, base_vec (975, 475)));
  picture_sheet_free (sheet);
}

static void
test_cover (void)
{
  PictureSheet *sheet = slope_sheet();

  sheet->covers[3 * 20 + 7] = PICTURE_COVER_WATER;
  g_assert_cmpint (picture_sheet_cover (sheet, base_vec (351, 151)), ==, PICTURE_COVER_WATER);
  g_assert_cmpint (picture_sheet_cover (sheet, base_vec (399, 199)), ==, PICTURE_COVER_WATER);
  g_assert_cmpint (picture_sheet_cover (sheet, base_vec (401, 199)), ==, PICTURE_COVER_UNKNOWN);
  sheet->covers[0] = PICTURE_COVER_TOWN;
  g_assert_cmpint (picture_sheet_cover (sheet, base_vec (-9e9f, -9e9f)), ==, PICTURE_COVER_TOWN);
  picture_sheet_free (sheet);
}

static void
test_lines_and_places_are_copied (void)
{
  PictureSheet *sheet = slope_sheet();
  BaseVec points[3] = {{0, 0}, {100, 100}, {200, 0}};
  PicturePlace place = {.id = "altmar", .name = "Altmar", .kind = PICTURE_PLACE_TOWN};

  for (int i = 0; i < 20; i++) {
    picture_sheet_add_line (sheet, PICTURE_LINE_RIVER, points, 3, 12);
    picture_sheet_add_place (sheet, &place);
  }
  points[1].x = 7;
  g_strlcpy (place.name, "Elsewhere", sizeof place.name);
  g_assert_cmpuint (sheet->n_lines, ==, 20);
  g_assert_cmpuint (sheet->n_places, ==, 20);
  g_assert_cmpfloat (sheet->lines[19].points[1].x, ==, 100);
  g_assert_cmpstr (sheet->places[0].name, ==, "Altmar");
  picture_sheet_add_line (sheet, PICTURE_LINE_ROAD, points, 0, 4); /* no points, no line */
  g_assert_cmpuint (sheet->n_lines, ==, 20);
  picture_sheet_free (sheet);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/sheet/new-is-unknown", test_new_is_unknown);
  g_test_add_func ("/picture/sheet/height", test_height);
  g_test_add_func ("/picture/sheet/cover", test_cover);
  g_test_add_func ("/picture/sheet/copies", test_lines_and_places_are_copied);
  return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grid references: every square there and back, edges of the map, what is no reference.  */
#include "order-fixture.h"

static void
check_square (float width, float height, BaseVec at, gboolean keypad)
{
  char text[ORDER_GRID_LENGTH], again[ORDER_GRID_LENGTH];
  BaseVec centre;
  float half;

  order_grid_format (at, keypad, width, height, text);
  g_assert_cmpstr (text, !=, "");
  g_assert_true (order_grid_parse (text, width, height, &centre, &half));
  g_assert_cmpfloat (half, ==, keypad ? 167 : 500);
  g_assert_cmpfloat (ABS (centre.x - at.x), <=, half + 1);
  g_assert_cmpfloat (ABS (centre.y - at.y), <=, half + 1);
  order_grid_format (centre, keypad, width, height, again);
  g_assert_cmpstr (again, ==, text);
}

static void
test_there_and_back (void)
{
  const float widths[] = {900, 12000, 12340, 26000, 27100, 40000};

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (float x = 1; x <= widths[i]; x += 167)
      for (float y = 1; y <= 12000; y += 331) {
        check_square (widths[i], 12000, base_vec (x, y), FALSE);
        check_square (widths[i], 12000, base_vec (x, y), TRUE);
      }
}

static void
test_written (void)
{
  static const struct {
    float x, y;
    const char *coarse, *fine;
  } cases[] = {
      {0, 0, "A01", "A01-1"},           {6100, 3900, "G04", "G04-7"},
      {6500, 3500, "G04", "G04-5"},     {6999, 3001, "G04", "G04-3"},
      {25999, 100, "Z01", "Z01-3"},     {26001, 11999, "AA12", "AA12-7"},
      {40000, 12000, "AN12", "AN12-9"}, {27500, 500, "AB01", "AB01-5"},
  };
  char text[ORDER_GRID_LENGTH];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    BaseVec at = base_vec (cases[i].x, cases[i].y);

    g_assert_cmpstr (order_grid_format (at, FALSE, 40000, 12000, text), ==, cases[i].coarse);
    g_assert_cmpstr (order_grid_format (at, TRUE, 40000, 12000, text), ==, cases[i].fine);
  }
}

static void
test_off_the_map (void)
{
  static const char *const wrong[] = {"",      "G",      "G4",    "G004",  "04",  "G04-0",
                                      "G04-",  "G04-77", "G04 7", "N01",   "A13", "A00",
                                      "AA01",  "ABC01",  "G04-a", "-G04",  "G0x", "Ä04",
                                      "Z99-9", "G04--7", " G04",  "G04-5 "};
  const BaseVec outside[] = {{-1, 5}, {5, -1}, {13001, 5}, {5, 12001}, {__builtin_nanf (""), 5}};
  char text[ORDER_GRID_LENGTH];
  BaseVec centre;
  float half;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (order_grid_parse (wrong[i], 13000, 12000, &centre, &half));
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    g_assert_cmpstr (order_grid_format (outside[i], TRUE, 13000, 12000, text), ==, "");
  g_assert_true (order_grid_parse ("m12-9", 13000, 12000, &centre, &half));
  /* The part of a square that the edge cuts off is no place.  */
  g_assert_true (order_grid_parse ("M01", 12100, 12000, &centre, &half));
  g_assert_cmpfloat (centre.x, <=, 12100);
  g_assert_false (order_grid_parse ("M01-3", 12100, 12000, &centre, &half));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orders/grid/there-and-back", test_there_and_back);
  g_test_add_func ("/orders/grid/written", test_written);
  g_test_add_func ("/orders/grid/off-the-map", test_off_the_map);
  return g_test_run();
}

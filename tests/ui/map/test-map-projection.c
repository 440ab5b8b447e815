/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-random.h"
#include "ui/map/handler-map-projection.h"

#include <math.h>

#define ROUNDS 400

static HandlerMapProjection
random_projection (BaseRandom *random)
{
  HandlerMapProjection p;

  handler_map_projection_init (&p, (double) base_random_range (random, 2000, 40000),
                               (double) base_random_range (random, 2000, 40000));
  handler_map_projection_set_size (&p, (double) base_random_range (random, 100, 2000),
                                   (double) base_random_range (random, 100, 1500),
                                   base_random_chance (random, 0.5f) ? 1 : 2);
  handler_map_projection_zoom_at (&p, p.width / 2, p.height / 2,
                                  (double) base_random_range (random, 1, 12));
  handler_map_projection_centre_on (
      &p, base_vec (base_random_range (random, 0, (float) p.map_width_m),
                    base_random_range (random, 0, (float) p.map_height_m)));
  return p;
}

/* There and back again is the same place, to a hundredth of a pixel.  */
static void
test_round_trip (void)
{
  BaseRandom random;

  base_random_init (&random, 1, 1);
  for (int i = 0; i < ROUNDS; i++) {
    HandlerMapProjection p = random_projection (&random);
    double x = (double) base_random_range (&random, 0, (float) p.width);
    double y = (double) base_random_range (&random, 0, (float) p.height);
    double back_x, back_y;

    handler_map_projection_to_screen (&p, handler_map_projection_to_map (&p, x, y), &back_x,
                                      &back_y);
    g_assert_cmpfloat_with_epsilon (back_x, x, 0.01);
    g_assert_cmpfloat_with_epsilon (back_y, y, 0.01);
  }
}

/* North is up and east is right.  */
static void
test_directions (void)
{
  HandlerMapProjection p;
  double x0, y0, x1, y1;

  handler_map_projection_init (&p, 12000, 12000);
  handler_map_projection_set_size (&p, 600, 600, 1);
  handler_map_projection_to_screen (&p, base_vec (1000, 1000), &x0, &y0);
  handler_map_projection_to_screen (&p, base_vec (2000, 3000), &x1, &y1);
  g_assert_cmpfloat (x1, >, x0);
  g_assert_cmpfloat (y1, <, y0);
}

/* What lies under the pointer stays there when nothing is at the map's edge.  */
static void
test_zoom_keeps_point (void)
{
  BaseRandom random;

  base_random_init (&random, 2, 1);
  for (int i = 0; i < ROUNDS; i++) {
    HandlerMapProjection p;
    double x, y, after_x, after_y;
    BaseVec at;

    handler_map_projection_init (&p, 40000, 40000);
    handler_map_projection_set_size (&p, 800, 600, 1);
    handler_map_projection_centre_on (&p, base_vec (20000, 20000));
    handler_map_projection_zoom_at (&p, 400, 300, 8);
    x = (double) base_random_range (&random, 0, 800);
    y = (double) base_random_range (&random, 0, 600);
    at = handler_map_projection_to_map (&p, x, y);
    handler_map_projection_zoom_at (&p, x, y, (double) base_random_range (&random, 0.6f, 3));
    handler_map_projection_to_screen (&p, at, &after_x, &after_y);
    /* The plane stands on whole pixels: that is all it may move.  */
    g_assert_cmpfloat_with_epsilon (after_x, x, 1.01);
    g_assert_cmpfloat_with_epsilon (after_y, y, 1.01);
  }
}

static void
assert_inside (const HandlerMapProjection *p)
{
  BaseVec low, high;

  handler_map_projection_visible (p, &low, &high);
  g_assert_cmpfloat (high.x, >, low.x);
  g_assert_cmpfloat (high.y, >, low.y);
  g_assert_cmpfloat (p->metres_per_pixel, >=, handler_map_projection_min_mpp (p));
  g_assert_cmpfloat (p->metres_per_pixel, <=, handler_map_projection_max_mpp (p));
}

/* However one pans and zooms, some of the map is in view.  */
static void
test_never_lost (void)
{
  BaseRandom random;

  base_random_init (&random, 3, 1);
  for (int i = 0; i < ROUNDS; i++) {
    HandlerMapProjection p = random_projection (&random);

    for (int k = 0; k < 20; k++) {
      if (base_random_chance (&random, 0.5f))
        handler_map_projection_pan (&p, (double) base_random_range (&random, -3000, 3000),
                                    (double) base_random_range (&random, -3000, 3000));
      else
        handler_map_projection_zoom_at (&p, (double) base_random_range (&random, 0, 500),
                                        (double) base_random_range (&random, 0, 500),
                                        exp2 ((double) base_random_range (&random, -3, 3)));
      assert_inside (&p);
    }
  }
}

/* The plane's origin moves by whole pixels, as far as one pans.  */
static void
test_pan_moves_plane (void)
{
  HandlerMapProjection p;
  int before_x, before_y, after_x, after_y;

  handler_map_projection_init (&p, 40000, 40000);
  handler_map_projection_set_size (&p, 700, 500, 2);
  handler_map_projection_zoom_at (&p, 350, 250, 10);
  handler_map_projection_origin (&p, &before_x, &before_y);
  g_assert_true (handler_map_projection_pan (&p, 13, -7));
  handler_map_projection_origin (&p, &after_x, &after_y);
  g_assert_cmpint (ABS (after_x - before_x - 26), <=, 1);
  g_assert_cmpint (ABS (after_y - before_y + 14), <=, 1);
}

static void
test_steps (void)
{
  HandlerMapProjection p;

  for (int step = -20; step < 60; step++)
    g_assert_cmpint (
        handler_map_projection_step_of (handler_map_projection_mpp_of (step)), ==, step);
  handler_map_projection_init (&p, 12000, 9000);
  handler_map_projection_set_size (&p, 640, 480, 2);
  handler_map_projection_zoom_steps (&p, 100, 100, 5);
  g_assert_cmpfloat_with_epsilon (
      handler_map_projection_mpp_of (
          handler_map_projection_step_of (handler_map_projection_device_mpp (&p))),
      handler_map_projection_device_mpp (&p), 1e-9);
}

static void
test_fit_and_fill (void)
{
  BaseRandom random;

  base_random_init (&random, 4, 1);
  for (int i = 0; i < ROUNDS; i++) {
    HandlerMapProjection p = random_projection (&random);
    BaseVec low, high;

    handler_map_projection_fit (&p);
    handler_map_projection_visible (&p, &low, &high);
    g_assert_cmpfloat (low.x, <=, 0.01);
    g_assert_cmpfloat (low.y, <=, 0.01);
    g_assert_cmpfloat_with_epsilon ((double) high.x, p.map_width_m, 1);
    g_assert_cmpfloat_with_epsilon ((double) high.y, p.map_height_m, 1);
    /* No more than one step of the ladder is given away.  */
    g_assert_cmpfloat (p.metres_per_pixel, <=,
                       MAX (p.map_width_m / p.width, p.map_height_m / p.height) * 1.1);
    handler_map_projection_fill (&p);
    g_assert_cmpfloat (p.width * p.metres_per_pixel, <=, p.map_width_m * 1.001);
    g_assert_cmpfloat (p.height * p.metres_per_pixel, <=, p.map_height_m * 1.001);
  }
}

static double
screen_y (const HandlerMapProjection *p, double map_y)
{
  double x, y;

  handler_map_projection_to_screen (p, base_vec (0, (float) map_y), &x, &y);
  return y;
}

/* What tools cover at the top: the whole map stands below it, and its northern edge comes down from under
 * it, however large the view is beside the map; a third of the view counts at most.  */
static void
test_tools_at_the_top (void)
{
  static const double sizes[][2] = {{600, 600}, {300, 900}, {900, 400}, {600, 640}, {600, 800}};

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    HandlerMapProjection p;

    handler_map_projection_init (&p, 12000, 12000);
    handler_map_projection_set_size (&p, sizes[i][0], sizes[i][1], 1);
    handler_map_projection_set_top (&p, 60);
    handler_map_projection_fit (&p);
    g_assert_cmpfloat (screen_y (&p, 12000), >=, 59);
    g_assert_cmpfloat (screen_y (&p, 0), <=, sizes[i][1] + 1);
    for (int zoom = 0; zoom < 3; zoom++) {
      handler_map_projection_pan (&p, 0, 5000);
      g_assert_cmpfloat (screen_y (&p, 12000), >=, 100);
      handler_map_projection_zoom_steps (&p, 10, 10, 3);
    }
  }
}

static void
test_tools_in_a_low_view (void)
{
  HandlerMapProjection p;

  handler_map_projection_init (&p, 12000, 12000);
  handler_map_projection_set_size (&p, 300, 90, 1);
  handler_map_projection_set_top (&p, 400);
  handler_map_projection_fit (&p);
  g_assert_cmpfloat (screen_y (&p, 12000), >=, 29);
  g_assert_cmpfloat (screen_y (&p, 12000), <=, 50);
  g_assert_cmpfloat (screen_y (&p, 0), <=, 91);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/projection/round-trip", test_round_trip);
  g_test_add_func ("/map/projection/directions", test_directions);
  g_test_add_func ("/map/projection/zoom-keeps-point", test_zoom_keeps_point);
  g_test_add_func ("/map/projection/never-lost", test_never_lost);
  g_test_add_func ("/map/projection/pan-moves-plane", test_pan_moves_plane);
  g_test_add_func ("/map/projection/steps", test_steps);
  g_test_add_func ("/map/projection/fit-and-fill", test_fit_and_fill);
  g_test_add_func ("/map/projection/tools", test_tools_at_the_top);
  g_test_add_func ("/map/projection/tools-in-a-low-view", test_tools_in_a_low_view);
  return g_test_run ();
}

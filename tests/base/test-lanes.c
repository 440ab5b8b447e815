/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eight at a time against the C library, one at a time.  */
#include "base/base-lanes.h"
#include "base/base-math.h"

#include <glib.h>
#include <math.h>

#define EACH_LANE(l) for (int l = 0; l < BASE_LANES; l++)

static void
test_bearing (void)
{
  for (int i = 0; i < 36000; i += BASE_LANES) {
    float x[BASE_LANES], y[BASE_LANES], bearings[BASE_LANES];

    EACH_LANE (l) {
      double angle = (i + l) * G_PI / 18000, radius = 0.5 + l * 700;

      x[l] = (float) (radius * sin (angle));
      y[l] = (float) (radius * cos (angle));
    }
    base_lanes_bearing_deg (x, y, bearings);
    EACH_LANE (l) {
      float expected = (float) (i + l) / 100;

      g_assert_cmpfloat (bearings[l], >=, 0);
      g_assert_cmpfloat (bearings[l], <, 360);
      g_assert_cmpfloat (fabsf (base_bearing_difference_deg (bearings[l], expected)), <, 0.001f);
    }
  }
}

/* No direction at all, and the four winds to the last bit.  */
static void
test_bearing_edges (void)
{
  const float x[BASE_LANES] = {0, 0, 1, 0, -1, -0.0f, -1e-30f, 0};
  const float y[BASE_LANES] = {0, 1, 0, -1, 0, 5, 1, 1e-30f};
  const float expected[BASE_LANES] = {0, 0, 90, 180, 270, 0, 0, 0};
  float bearings[BASE_LANES];

  base_lanes_bearing_deg (x, y, bearings);
  EACH_LANE (l)
    g_assert_cmpfloat (bearings[l], ==, expected[l]);
}

static void
test_sin_cos (void)
{
  for (int i = -72000; i <= 72000; i += BASE_LANES) {
    float degrees[BASE_LANES], sines[BASE_LANES], cosines[BASE_LANES];

    EACH_LANE (l)
      degrees[l] = (float) MIN (i + l, 72000) / 100;
    base_lanes_sin_cos_deg (degrees, sines, cosines);
    EACH_LANE (l) {
      double radians = (double) degrees[l] * G_PI / 180;

      g_assert_cmpfloat_with_epsilon (sines[l], sin (radians), 1e-6);
      g_assert_cmpfloat_with_epsilon (cosines[l], cos (radians), 1e-6);
    }
  }
}

static void
test_difference (void)
{
  for (int a = 0; a < 360; a++)
    for (int b = 0; b < 360; b += BASE_LANES) {
      float from[BASE_LANES], to[BASE_LANES], differences[BASE_LANES];

      EACH_LANE (l) {
        from[l] = (float) a;
        to[l] = (float) (b + l);
      }
      base_lanes_bearing_difference_deg (from, to, differences);
      EACH_LANE (l)
        g_assert_cmpfloat (differences[l], ==, base_bearing_difference_deg (from[l], to[l]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/lanes/bearing", test_bearing);
  g_test_add_func ("/base/lanes/bearing-edges", test_bearing_edges);
  g_test_add_func ("/base/lanes/sin-cos", test_sin_cos);
  g_test_add_func ("/base/lanes/difference", test_difference);
  return g_test_run ();
}

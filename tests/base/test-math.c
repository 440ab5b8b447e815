/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The project's own sine and friends against the C library's.  */
#include "base/base-math.h"
#include "base/base-random.h"

#include <glib.h>
#include <math.h>

#define TOLERANCE 1e-6

/* Points over a range, close near zero and out to its ends.  */
static void
check_over (double (*ours) (double), double (*theirs) (double), double low, double high,
            double relative)
{
  const int n = 20000;

  for (int i = 0; i <= n; i++) {
    double x = low + (high - low) * i / n;
    double expected = theirs (x);
    double allowed = TOLERANCE * (1 + relative * fabs (expected));

    g_assert_cmpfloat_with_epsilon (ours (x), expected, allowed);
  }
}

static void
test_sine (void)
{
  check_over (base_sin, sin, -10, 10, 0);
  check_over (base_cos, cos, -10, 10, 0);
  check_over (base_sin, sin, -1e6, 1e6, 0);
  check_over (base_cos, cos, -1e6, 1e6, 0);
}

static void
test_atan2 (void)
{
  for (int i = 0; i < 3600; i++) {
    double angle = (i - 1800) * G_PI / 1800;

    for (double radius = 1e-3; radius < 1e6; radius *= 37) {
      double x = radius * cos (angle), y = radius * sin (angle);

      g_assert_cmpfloat_with_epsilon (base_atan2 (y, x), atan2 (y, x), TOLERANCE);
    }
  }
  g_assert_cmpfloat (base_atan2 (0, 0), ==, 0);
  g_assert_cmpfloat_with_epsilon (base_atan2 (0, -1), G_PI, TOLERANCE);
}

static void
test_exp_log (void)
{
  check_over (base_exp, exp, -20, 20, 1);
  check_over (base_log, log, 1e-3, 1e6, 0);
  g_assert_cmpfloat (base_exp (1e9), ==, base_exp (700));
  g_assert_true (isfinite (base_exp (700)));
  g_assert_cmpfloat (base_exp (-1e9), >, 0);
  g_assert_cmpfloat (base_log (0), ==, -745);
  g_assert_cmpfloat (base_log (-1), ==, -745);
  for (double x = 1e-300; x < 1e300; x *= 1e7)
    g_assert_cmpfloat_with_epsilon (base_log (x), log (x), TOLERANCE);
}

static void
test_bearing (void)
{
  g_assert_cmpfloat (base_bearing_deg (0, 1), ==, 0);
  g_assert_cmpfloat_with_epsilon (base_bearing_deg (1, 0), 90, 1e-4);
  g_assert_cmpfloat_with_epsilon (base_bearing_deg (0, -1), 180, 1e-4);
  g_assert_cmpfloat_with_epsilon (base_bearing_deg (-1, 0), 270, 1e-4);
  g_assert_cmpfloat (base_bearing_deg (0, 0), ==, 0);
  for (int i = 0; i < 7200; i++) {
    double radians = i * G_PI / 3600;
    float bearing = base_bearing_deg ((float) sin (radians), (float) cos (radians));

    g_assert_cmpfloat (bearing, >=, 0);
    g_assert_cmpfloat (bearing, <, 360);
    g_assert_cmpfloat (fabsf (base_bearing_difference_deg (bearing, i * 0.05f)), <, 1e-3);
  }
}

static void
test_direction (void)
{
  for (int degrees = -720; degrees <= 720; degrees += 5) {
    BaseVec way = base_direction_deg (degrees), same = base_direction (degrees * G_PI / 180);

    g_assert_cmpfloat_with_epsilon (base_vec_length (way), 1, 1e-6);
    g_assert_cmpfloat (base_vec_distance (way, same), <, 1e-6);
    g_assert_cmpfloat (fabsf (base_bearing_difference_deg (base_bearing_deg (way.x, way.y),
                                                           (float) ((degrees + 720) % 360))),
                       <, 1e-3);
  }
}

static void
test_bearing_difference (void)
{
  g_assert_cmpfloat (base_bearing_difference_deg (10, 350), ==, 20);
  g_assert_cmpfloat (base_bearing_difference_deg (350, 10), ==, -20);
  g_assert_cmpfloat (base_bearing_difference_deg (180, 0), ==, 180);
  g_assert_cmpfloat (base_bearing_difference_deg (0, 180), ==, 180);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/math/sine", test_sine);
  g_test_add_func ("/base/math/atan2", test_atan2);
  g_test_add_func ("/base/math/exp-log", test_exp_log);
  g_test_add_func ("/base/math/bearing", test_bearing);
  g_test_add_func ("/base/math/direction", test_direction);
  g_test_add_func ("/base/math/bearing-difference", test_bearing_difference);
  return g_test_run();
}

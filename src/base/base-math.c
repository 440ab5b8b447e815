/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-math.h"

#include <stdint.h>
#include <string.h>

/* Rounds to the nearest whole number without the C library.  */
static double
round_nearest (double x)
{
  return (double) (int64_t) (x >= 0 ? x + 0.5 : x - 0.5);
}

/* Sine on |x| <= pi/4 by its Taylor series to x^13.  */
static double
sin_kernel (double x)
{
  double z = x * x;

  return x * (1.0 + z * (-1.0 / 6 + z * (1.0 / 120 + z * (-1.0 / 5040 + z * (1.0 / 362880 +
         z * (-1.0 / 39916800 + z * (1.0 / 6227020800.0)))))));
}

static double
cos_kernel (double x)
{
  double z = x * x;

  return 1.0 + z * (-0.5 + z * (1.0 / 24 + z * (-1.0 / 720 + z * (1.0 / 40320 +
         z * (-1.0 / 3628800 + z * (1.0 / 479001600.0))))));
}

/* Sine of x plus a number of quarter turns.  */
static double
sin_quarters (double x, int64_t quarters)
{
  double turns = round_nearest (x / (BASE_PI / 2));
  double rest = x - turns * (BASE_PI / 2);

  switch (((int64_t) turns + quarters) & 3) {
  case 0:
    return sin_kernel (rest);
  case 1:
    return cos_kernel (rest);
  case 2:
    return -sin_kernel (rest);
  default:
    return -cos_kernel (rest);
  }
}

double
base_sin (double radians)
{
  return sin_quarters (radians, 0);
}

double
base_cos (double radians)
{
  return sin_quarters (radians, 1);
}

/* Arc tangent on 0 <= x <= 1: halve the angle twice, then the series.  */
static double
atan_unit (double x)
{
  double scale = 1.0;

  for (int i = 0; i < 2; i++) {
    x = x / (1.0 + base_sqrt (1.0 + x * x));
    scale *= 2.0;
  }

  double z = x * x;
  double series = 1.0 + z * (-1.0 / 3 + z * (1.0 / 5 + z * (-1.0 / 7 + z * (1.0 / 9 +
                  z * (-1.0 / 11 + z * (1.0 / 13 - z / 15.0))))));

  return scale * x * series;
}

double
base_atan2 (double y, double x)
{
  double ax = x < 0 ? -x : x;
  double ay = y < 0 ? -y : y;
  double angle;

  if (ax == 0 && ay == 0)
    return 0;
  angle = ax >= ay ? atan_unit (ay / ax) : BASE_PI / 2 - atan_unit (ax / ay);
  if (x < 0)
    angle = BASE_PI - angle;
  return y < 0 ? -angle : angle;
}

/* Two to a whole power by writing the exponent field.  */
static double
power_of_two (int exponent)
{
  uint64_t bits = (uint64_t) (exponent + 1023) << 52;
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

double
base_exp (double x)
{
  const double ln2 = 0.693147180559945309417;
  double turns, rest, sum = 1.0;

  x = x < -700 ? -700 : (x > 700 ? 700 : x);
  turns = round_nearest (x / ln2);
  rest = x - turns * ln2;
  for (int i = 12; i >= 1; i--)
    sum = 1.0 + sum * rest / i;
  return sum * power_of_two ((int) turns);
}

double
base_log (double x)
{
  const double ln2 = 0.693147180559945309417;
  uint64_t bits;
  int exponent;
  double mantissa, s, z;

  if (!(x > 0))
    return -745;
  memcpy (&bits, &x, sizeof bits);
  exponent = (int) (bits >> 52) - 1023;
  bits = (bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL;
  memcpy (&mantissa, &bits, sizeof mantissa);
  if (mantissa > 1.41421356237309505) {
    mantissa *= 0.5;
    exponent++;
  }
  s = (mantissa - 1.0) / (mantissa + 1.0);
  z = s * s;
  return exponent * ln2 +
         2.0 * s * (1.0 + z * (1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 +
         z * (1.0 / 11 + z / 13.0))))));
}

float
base_bearing_deg (float x, float y)
{
  double degrees = base_atan2 (x, y) * (180.0 / BASE_PI);
  float bearing = (float) (degrees < 0 ? degrees + 360.0 : degrees);

  return bearing >= 360.0f ? 0.0f : bearing;
}

float
base_bearing_difference_deg (float a, float b)
{
  float d = a - b;

  while (d > 180.0f)
    d -= 360.0f;
  while (d <= -180.0f)
    d += 360.0f;
  return d;
}

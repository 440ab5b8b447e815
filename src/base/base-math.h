/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transcendental functions that give the same bits on every machine.
 *
 * The C library's sine and friends differ in the last bit between versions, so nothing that
 * becomes state may use them.  These are made of additions, multiplications, divisions and exact
 * square roots only (IEEE 754 double, no contraction).  Absolute error below 1e-7 over the ranges
 * named, which is finer than a float.  Sources: Taylor and minimax polynomials after argument
 * reduction, as in Hart et al., "Computer Approximations" (1968).  */
#pragma once

#include "base/base-vec.h"

#define BASE_PI 3.14159265358979323846

/* Sine and cosine of an angle in radians, |radians| <= 1e6.  */
double base_sin (double radians);
double base_cos (double radians);

/* Angle of (x, y) in radians, -pi to pi; 0 for the origin.  */
double base_atan2 (double y, double x);

/* e to the power x, -700 <= x <= 700; clamped outside.  */
double base_exp (double x);

/* Natural logarithm, x > 0; -745 for x <= 0.  */
double base_log (double x);

/* Compass bearing from north, clockwise, in degrees, 0 <= bearing < 360, of a direction
 * (x east, y north); 0 for no direction.  */
float base_bearing_deg (float x, float y);

/* The direction of length one of a compass bearing, from north, clockwise; |radians| <= 1e6.  */
static inline BaseVec
base_direction (double radians)
{
  return base_vec ((float) base_sin (radians), (float) base_cos (radians));
}

static inline BaseVec
base_direction_deg (double degrees)
{
  return base_direction (degrees * (BASE_PI / 180));
}

/* Smallest signed difference a - b of two bearings in degrees, -180 < d <= 180.  */
float base_bearing_difference_deg (float a, float b);

static inline double
base_sqrt (double x)
{
  return __builtin_sqrt (x);
}

static inline float
base_clampf (float x, float low, float high)
{
  return x < low ? low : (x > high ? high : x);
}

static inline int
base_clampi (int x, int low, int high)
{
  return x < low ? low : (x > high ? high : x);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eight numbers at a time, in a fixed order.
 *
 * Each function is a plain loop over its lanes without branches or calls, made of operations that
 * IEEE 754 defines to the last bit.  A compiler may turn it into vector instructions of any width
 * and the results stay the same; nothing is added up across lanes.  */
#pragma once

#include <stdbool.h>
#include <string.h>

#define BASE_LANES 8

/* Four numbers that every compiler of ours keeps in one register, for loops that end early and that
 * none of them turns into vector instructions by itself.  Arithmetic and comparisons go lane by lane;
 * a comparison gives -1 where it holds and 0 elsewhere.  */
typedef float BaseFour __attribute__ ((vector_size (16)));
typedef int BaseFourInts __attribute__ ((vector_size (16)));

static inline BaseFour
base_four (const float *numbers)
{
  BaseFour four;

  memcpy (&four, numbers, sizeof four);
  return four;
}

/* True when a comparison holds in any lane.  */
static inline bool
base_four_any (BaseFourInts holds)
{
  long long halves[2];

  memcpy (halves, &holds, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/* Compass bearings in degrees, 0 <= bearing < 360, of directions (x east, y north); 0 for no
 * direction.  Error below 0.001 degrees: arc tangent by Abramowitz and Stegun (1964), 4.4.49.  */
static inline void
base_lanes_bearing_deg (const float x[BASE_LANES], const float y[BASE_LANES],
                        float bearings[BASE_LANES])
{
  for (int l = 0; l < BASE_LANES; l++) {
    float east = x[l] < 0 ? -x[l] : x[l], north = y[l] < 0 ? -y[l] : y[l];
    float more = east > north ? east : north, less = east > north ? north : east;
    float t = less / (more > 0 ? more : 1), z = t * t;
    float angle = t * (57.2881104f + z * (-18.9247671f + z * (10.3213190f + z * (-4.8777617f +
                  z * 1.1937634f))));

    angle = east > north ? 90 - angle : angle;
    angle = y[l] < 0 ? 180 - angle : angle;
    angle = x[l] < 0 ? 360 - angle : angle;
    bearings[l] = angle >= 360 ? 0 : angle;
  }
}

/* Sines and cosines of bearings in degrees, |degrees| <= 720.  Error below 1e-6: Taylor series
 * after reduction to an eighth of a turn.  */
static inline void
base_lanes_sin_cos_deg (const float degrees[BASE_LANES], float sines[BASE_LANES],
                        float cosines[BASE_LANES])
{
  for (int l = 0; l < BASE_LANES; l++) {
    float turns = degrees[l] * (1.0f / 90);
    int quarters = (int) (turns + (turns < 0 ? -0.5f : 0.5f));
    float x = (degrees[l] - 90 * (float) quarters) * 0.0174532925f, z = x * x;
    float s = x * (1 + z * (-1.0f / 6 + z * (1.0f / 120 + z * (-1.0f / 5040))));
    float c = 1 + z * (-0.5f + z * (1.0f / 24 + z * (-1.0f / 720 + z * (1.0f / 40320))));
    float sine = quarters & 1 ? c : s, cosine = quarters & 1 ? s : c;

    /* Multiplied by one or minus one: exact, and no branch.  */
    sines[l] = sine * (float) (1 - (quarters & 2));
    cosines[l] = cosine * (float) (1 - ((quarters + 1) & 2));
  }
}

/* Smallest signed differences a - b of bearings 0..360 in degrees, -180 < d <= 180.  */
static inline void
base_lanes_bearing_difference_deg (const float a[BASE_LANES], const float b[BASE_LANES],
                                   float differences[BASE_LANES])
{
  for (int l = 0; l < BASE_LANES; l++) {
    float d = a[l] - b[l];

    d = d > 180 ? d - 360 : d;
    differences[l] = d <= -180 ? d + 360 : d;
  }
}

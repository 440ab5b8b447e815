/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A point or direction on the plane of the map: metres, x east, y north.  */
#pragma once

typedef struct {
  float x; /* metres east of the map's south-west corner */
  float y; /* metres north of it */
} BaseVec;

static inline BaseVec
base_vec (float x, float y)
{
  return (BaseVec){x, y};
}

static inline BaseVec
base_vec_add (BaseVec a, BaseVec b)
{
  return (BaseVec){a.x + b.x, a.y + b.y};
}

static inline BaseVec
base_vec_sub (BaseVec a, BaseVec b)
{
  return (BaseVec){a.x - b.x, a.y - b.y};
}

static inline BaseVec
base_vec_scale (BaseVec a, float k)
{
  return (BaseVec){a.x * k, a.y * k};
}

static inline float
base_vec_dot (BaseVec a, BaseVec b)
{
  return a.x * b.x + a.y * b.y;
}

/* The square root is exact in IEEE 754, so it may be used in state.  */
static inline float
base_vec_length (BaseVec a)
{
  return __builtin_sqrtf (a.x * a.x + a.y * a.y);
}

static inline float
base_vec_distance (BaseVec a, BaseVec b)
{
  return base_vec_length (base_vec_sub (a, b));
}

static inline float
base_vec_distance_squared (BaseVec a, BaseVec b)
{
  BaseVec d = base_vec_sub (a, b);

  return d.x * d.x + d.y * d.y;
}

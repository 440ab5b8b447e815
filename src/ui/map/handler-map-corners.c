/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines drawn by hand, reduced to their corners.  */
#include "handler-map-private.h"

float
handler_map_distance_from_line (BaseVec at, BaseVec a, BaseVec b)
{
  BaseVec along = base_vec_sub (b, a);
  float length2 = base_vec_dot (along, along);
  float t = length2 > 0 ? base_vec_dot (base_vec_sub (at, a), along) / length2 : 0;

  return base_vec_distance (at, base_vec_add (a, base_vec_scale (along, CLAMP (t, 0, 1))));
}

/* Douglas and Peucker (1973): keeps the point farthest from the straight line, while there is one
 * farther than `tolerance`.  */
static void
keep_corners (const GArray *points, guint first, guint last, float tolerance, gboolean *kept)
{
  guint farthest = first;
  float most = tolerance;

  for (guint i = first + 1; i < last; i++) {
    float distance =
        handler_map_distance_from_line (g_array_index (points, BaseVec, i),
                            g_array_index (points, BaseVec, first),
                            g_array_index (points, BaseVec, last));

    if (distance > most) {
      most = distance;
      farthest = i;
    }
  }
  if (farthest == first)
    return;
  kept[farthest] = TRUE;
  keep_corners (points, first, farthest, tolerance, kept);
  keep_corners (points, farthest, last, tolerance, kept);
}

static void
keep_only (GArray *points, const gboolean *kept)
{
  guint to = 0;

  for (guint i = 0; i < points->len; i++)
    if (kept[i])
      g_array_index (points, BaseVec, to++) = g_array_index (points, BaseVec, i);
  g_array_set_size (points, to);
}

void
handler_map_simplify (GArray *points, float tolerance, guint most)
{
  while (points->len > 2) {
    g_autofree gboolean *kept = g_new0 (gboolean, points->len);

    kept[0] = kept[points->len - 1] = TRUE;
    keep_corners (points, 0, points->len - 1, tolerance, kept);
    keep_only (points, kept);
    if (points->len <= most)
      return;
    tolerance *= 1.6f;
  }
}

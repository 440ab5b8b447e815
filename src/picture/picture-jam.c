/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where telemetry went out while people still speak: what may be inferred of a jammer's area.
 *
 * Machines whose telemetry is silent are gathered in clusters; a cluster is a jam when it is more
 * than one machine, or one that has spoken since.  Nothing is kept: the areas follow from the
 * last moments of telemetry, and end with its return.  */
#include "picture/picture-private.h"

#define SILENT_INTERVALS 3       /* of telemetry */
#define CLUSTER_M        3000.0f /* silent machines nearer than this belong together */
#define MARGIN_M         500.0f
#define LEAST_RADIUS_M   800.0f

/* Since when a machine's telemetry has been silent; the battle's start when there was none.  */
static SimTick
silent_since (const PictureOwnState *own)
{
  return own->t_telemetry == SIM_TICK_NEVER ? 0 : own->t_telemetry;
}

static bool
is_silent (const Picture *picture, const PictureOwnState *own)
{
  SimTick limit = SILENT_INTERVALS * picture->telemetry_ticks;

  return !own->shown.known_lost && picture->now - silent_since (own) > limit;
}

static bool
has_spoken_since (const PictureOwnState *own)
{
  return own->shown.t_word != SIM_TICK_NEVER && own->shown.t_word > silent_since (own);
}

/* Clusters by single linkage: `cluster[i]` is the least index of its members, or n_own for a
 * machine that is not silent.  */
static void
find_clusters (const Picture *picture, size_t cluster[PICTURE_MAX_OWN])
{
  size_t n = picture->n_own;
  bool changed = true;

  for (size_t i = 0; i < n; i++)
    cluster[i] = is_silent (picture, &picture->own[i]) ? i : n;
  while (changed) {
    changed = false;
    for (size_t i = 0; i < n; i++) {
      for (size_t j = 0; j < i; j++) {
        size_t least = cluster[i] < cluster[j] ? cluster[i] : cluster[j];

        if (cluster[i] == n || cluster[j] == n || cluster[i] == cluster[j])
          continue;
        if (base_vec_distance (picture->own[i].shown.fix, picture->own[j].shown.fix) > CLUSTER_M)
          continue;
        cluster[i] = cluster[j] = least;
        changed = true;
      }
    }
  }
}

/* Machines that still send do not stand in the jam: the circle ends short of them.  */
static float
clip_radius (const Picture *picture, BaseVec centre, float radius)
{
  for (size_t i = 0; i < picture->n_own; i++) {
    const PictureOwnState *own = &picture->own[i];
    float distance = base_vec_distance (centre, own->shown.fix);

    if (!own->shown.known_lost && !is_silent (picture, own) && distance < radius)
      radius = distance;
  }
  return picture_maxf (radius, LEAST_RADIUS_M);
}

/* The circle around one cluster; false when nothing says that it is more than silence.  */
static bool
circle_cluster (const Picture *picture, const size_t *cluster, size_t which, PictureJam *jam)
{
  BaseVec sum = {0, 0};
  size_t n = 0;
  float radius = 0;
  SimTick since = SIM_TICK_NEVER;
  bool spoken = false;

  for (size_t i = 0; i < picture->n_own; i++) {
    if (cluster[i] != which)
      continue;
    sum = base_vec_add (sum, picture->own[i].shown.fix);
    n++;
    since = silent_since (&picture->own[i]) < since ? silent_since (&picture->own[i]) : since;
    spoken |= has_spoken_since (&picture->own[i]);
  }
  if (n < 2 && !spoken)
    return false;
  if (picture->t_report == SIM_TICK_NEVER || picture->t_report <= since)
    return false;
  jam->t_since = since;
  jam->centre = base_vec_scale (sum, 1.0f / (float) n);
  for (size_t i = 0; i < picture->n_own; i++) {
    if (cluster[i] == which)
      radius = picture_maxf (radius, base_vec_distance (jam->centre, picture->own[i].shown.fix));
  }
  jam->radius_m = clip_radius (picture, jam->centre, radius + MARGIN_M);
  return true;
}

size_t
picture_infer_jams (const Picture *picture, PictureJam *jams, size_t max)
{
  size_t cluster[PICTURE_MAX_OWN];
  size_t n_jams = 0;

  find_clusters (picture, cluster);
  for (size_t i = 0; i < picture->n_own && n_jams < max; i++) {
    if (cluster[i] == i && circle_cluster (picture, cluster, i, &jams[n_jams]))
      n_jams++;
  }
  return n_jams;
}

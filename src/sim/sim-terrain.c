/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the ground: relief from value noise, woods from a second noise, then the features drawn
 * over it in the order rivers, hills before them, roads, crossings, so that a bridge is a bridge.
 *
 * Noise depends on the seed and the place alone (base_random_mix), so that a part of the map does
 * not change when another is edited.  Fractal value noise: Perlin 1985, Musgrave et al. 1989.  */
#include "sim/sim-terrain.h"

#include "base/base-lanes.h"
#include "base/base-math.h"
#include "base/base-random.h"
#include "sim/sim-cookie.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define WOODS_TOP_M 12.0f
#define TOWN_TOP_M 8.0f

/* SimGround is const to everyone else; its maker needs the arrays.  */
typedef struct {
  SimGround view;
  float *heights;
  float *tops;
  uint8_t *covers;
} Maker;

static float
lattice (uint64_t seed, int x, int y)
{
  uint64_t h = base_random_mix (seed, ((uint64_t) (uint32_t) x << 32) | (uint32_t) y);

  return (float) (h >> 40) * (1.0f / 16777216.0f);
}

static float
smooth (float t)
{
  return t * t * (3.0f - 2.0f * t);
}

/* Value noise, 0..1, one lattice point per unit.  */
static float
noise (uint64_t seed, float x, float y)
{
  int ix = (int) x - (x < 0), iy = (int) y - (y < 0);
  float fx = smooth (x - (float) ix), fy = smooth (y - (float) iy);
  float south = lattice (seed, ix, iy) * (1 - fx) + lattice (seed, ix + 1, iy) * fx;
  float north = lattice (seed, ix, iy + 1) * (1 - fx) + lattice (seed, ix + 1, iy + 1) * fx;

  return south * (1 - fy) + north * fy;
}

/* Sum of octaves, 0..1; `gain` is the weight of each octave against the one before.  */
static float
fractal (uint64_t seed, float x, float y, int octaves, float gain)
{
  float sum = 0, weight = 1, total = 0;

  for (int i = 0; i < octaves; i++) {
    sum += weight * noise (seed + (uint64_t) i, x, y);
    total += weight;
    weight *= gain;
    x = x * 2.0f + 17.3f;
    y = y * 2.0f + 5.1f;
  }
  return sum / total;
}

static BaseVec
cell_centre (const SimGround *ground, int column, int row)
{
  return base_vec (((float) column + 0.5f) * ground->cell_m, ((float) row + 0.5f) * ground->cell_m);
}

/* Distance of a point from a segment.  */
static float
segment_distance (BaseVec p, BaseVec a, BaseVec b)
{
  BaseVec ab = base_vec_sub (b, a), ap = base_vec_sub (p, a);
  float length2 = base_vec_dot (ab, ab);
  float t = length2 > 0 ? base_clampf (base_vec_dot (ap, ab) / length2, 0, 1) : 0;

  return base_vec_distance (p, base_vec_add (a, base_vec_scale (ab, t)));
}

static float
line_distance (BaseVec p, const SimFeature *feature)
{
  float best = feature->n_points > 0 ? base_vec_distance (p, feature->points[0]) : 1e9f;

  for (int i = 0; i + 1 < feature->n_points; i++) {
    float d = segment_distance (p, feature->points[i], feature->points[i + 1]);

    best = d < best ? d : best;
  }
  return best;
}

/* Heights and woods of one cell before any feature.  */
static void
make_cell (Maker *maker, const SimTerrainDef *def, int column, int row)
{
  BaseVec at = cell_centre (&maker->view, column, row);
  int cell = row * maker->view.columns + column;
  float gain = 0.35f + 0.25f * def->roughness;
  float rise = fractal (def->seed, at.x / 3200.0f, at.y / 3200.0f, 5, gain);
  float trees = fractal (def->seed ^ 0x77777777u, at.x / 1400.0f, at.y / 1400.0f, 4, 0.55f);
  /* Fractal noise gathers around a half: stretch it so that hills and valleys are used.  */
  float stretched = base_clampf ((rise - 0.5f) * 1.8f + 0.5f, 0, 1);

  maker->heights[cell] = stretched * def->relief_m;
  /* The share of cells whose noise is above 0.5 + x falls about linearly near the middle.  */
  maker->covers[cell] = trees > 0.72f - 0.55f * def->woods ? SIM_COVER_WOODS : SIM_COVER_OPEN;
  if (def->woods <= 0)
    maker->covers[cell] = SIM_COVER_OPEN;
}

/* Calls the painter for every cell whose centre is within `reach` of the feature's line.  */
typedef void (*PaintFunc) (Maker *maker, const SimFeature *feature, int cell, BaseVec at,
                           float distance);

static void
paint_feature (Maker *maker, const SimFeature *feature, float reach, PaintFunc paint)
{
  const SimGround *ground = &maker->view;
  float west = 1e9f, east = -1e9f, south = 1e9f, north = -1e9f;
  int c0, c1, r0, r1;

  for (int i = 0; i < feature->n_points; i++) {
    BaseVec p = feature->points[i];

    west = p.x < west ? p.x : west;
    east = p.x > east ? p.x : east;
    south = p.y < south ? p.y : south;
    north = p.y > north ? p.y : north;
  }
  c0 = base_clampi ((int) ((west - reach) / ground->cell_m), 0, ground->columns - 1);
  c1 = base_clampi ((int) ((east + reach) / ground->cell_m), 0, ground->columns - 1);
  r0 = base_clampi ((int) ((south - reach) / ground->cell_m), 0, ground->rows - 1);
  r1 = base_clampi ((int) ((north + reach) / ground->cell_m), 0, ground->rows - 1);
  for (int row = r0; row <= r1; row++)
    for (int column = c0; column <= c1; column++) {
      BaseVec at = cell_centre (ground, column, row);
      float distance = line_distance (at, feature);

      if (distance <= reach)
        paint (maker, feature, row * ground->columns + column, at, distance);
    }
}

static void
paint_hill (Maker *maker, const SimFeature *feature, int cell, BaseVec at, float distance)
{
  float t = 1.0f - distance / feature->radius_m;

  (void) at;
  maker->heights[cell] += feature->rise_m * smooth (base_clampf (t, 0, 1));
}

/* The valley is lowered over twelve widths, so that rivers lie in valleys.  */
static void
paint_valley (Maker *maker, const SimFeature *feature, int cell, BaseVec at, float distance)
{
  float reach = feature->radius_m * 12.0f + 300.0f;
  float t = base_clampf (1.0f - distance / reach, 0, 1);

  (void) at;
  maker->heights[cell] *= 1.0f - 0.75f * smooth (t);
}

static void
paint_water (Maker *maker, const SimFeature *feature, int cell, BaseVec at, float distance)
{
  (void) at;
  (void) feature;
  (void) distance;
  maker->covers[cell] = SIM_COVER_WATER;
}

static void
paint_road (Maker *maker, const SimFeature *feature, int cell, BaseVec at, float distance)
{
  (void) at;
  (void) feature;
  (void) distance;
  if (maker->covers[cell] != SIM_COVER_WATER && maker->covers[cell] != SIM_COVER_TOWN)
    maker->covers[cell] = SIM_COVER_ROAD;
}

/* A disc with a ragged edge; water and crossings stay.  */
static void
paint_disc (Maker *maker, const SimFeature *feature, int cell, BaseVec at, float distance)
{
  static const uint8_t covers[SIM_N_FEATURES] = {
    [SIM_FEATURE_TOWN] = SIM_COVER_TOWN,
    [SIM_FEATURE_WOODS] = SIM_COVER_WOODS,
    [SIM_FEATURE_MARSH] = SIM_COVER_MARSH,
  };
  float ragged = 0.65f + 0.5f * noise (0x5eedu + feature->kind, at.x / 180.0f, at.y / 180.0f);

  if (distance <= feature->radius_m * ragged && maker->covers[cell] != SIM_COVER_WATER)
    maker->covers[cell] = covers[feature->kind];
}

static void
paint_crossing (Maker *maker, const SimFeature *feature, int cell, BaseVec at, float distance)
{
  (void) at;
  (void) distance;
  if (maker->covers[cell] == SIM_COVER_WATER)
    maker->covers[cell] =
        feature->kind == SIM_FEATURE_FORD ? SIM_COVER_FORD : SIM_COVER_BRIDGE;
}

/* Half the width that is surely painted without gaps at this cell size.  */
static float
line_reach (const Maker *maker, float half_width_m)
{
  float least = maker->view.cell_m * 0.75f;

  return half_width_m > least ? half_width_m : least;
}

static void
draw_kind (Maker *maker, const SimTerrainDef *def, SimFeatureKind kind, float widen, float extra,
           PaintFunc paint)
{
  for (size_t i = 0; i < def->n_features; i++) {
    const SimFeature *feature = &def->features[i];
    float reach;

    if (feature->kind != kind || feature->n_points == 0)
      continue;
    reach = line_reach (maker, feature->radius_m * widen + extra);
    paint_feature (maker, feature, reach, paint);
  }
}

static void
draw_features (Maker *maker, const SimTerrainDef *def)
{
  draw_kind (maker, def, SIM_FEATURE_HILL, 1, 0, paint_hill);
  draw_kind (maker, def, SIM_FEATURE_RIVER, 12, 300, paint_valley);
  draw_kind (maker, def, SIM_FEATURE_WOODS, 1.2f, 0, paint_disc);
  draw_kind (maker, def, SIM_FEATURE_MARSH, 1.2f, 0, paint_disc);
  draw_kind (maker, def, SIM_FEATURE_TOWN, 1.2f, 0, paint_disc);
  draw_kind (maker, def, SIM_FEATURE_RIVER, 1, 0, paint_water);
  draw_kind (maker, def, SIM_FEATURE_ROAD, 0, 0, paint_road);
  draw_kind (maker, def, SIM_FEATURE_FORD, 1, 120, paint_crossing);
  draw_kind (maker, def, SIM_FEATURE_BRIDGE, 1, 60, paint_crossing);
}

/* What blocks sight in each cell: ground with trees or houses.  */
static void
raise_tops (Maker *maker, size_t cells)
{
  for (size_t i = 0; i < cells; i++) {
    maker->tops[i] = maker->heights[i];
    if (maker->covers[i] == SIM_COVER_WOODS)
      maker->tops[i] += WOODS_TOP_M;
    else if (maker->covers[i] == SIM_COVER_TOWN)
      maker->tops[i] += TOWN_TOP_M;
  }
}

SimGround *
sim_ground_new (const SimTerrainDef *def)
{
  Maker *maker = calloc (1, sizeof *maker);
  size_t cells;

  assert (def->cookie == SIM_TERRAIN_COOKIE);
  maker->view.cell_m = def->cell_m;
  maker->view.columns = (int) (def->width_m / def->cell_m + 0.5f);
  maker->view.rows = (int) (def->height_m / def->cell_m + 0.5f);
  cells = (size_t) maker->view.columns * (size_t) maker->view.rows;
  maker->heights = calloc (cells, sizeof *maker->heights);
  maker->covers = calloc (cells, sizeof *maker->covers);
  maker->tops = calloc (cells, sizeof *maker->tops);
  maker->view.heights_m = maker->heights;
  maker->view.tops_m = maker->tops;
  maker->view.covers = maker->covers;
  for (int row = 0; row < maker->view.rows; row++)
    for (int column = 0; column < maker->view.columns; column++)
      make_cell (maker, def, column, row);
  draw_features (maker, def);
  raise_tops (maker, cells);
  return &maker->view;
}

void
sim_ground_free (SimGround *ground)
{
  Maker *maker = (Maker *) ground;

  if (maker == NULL)
    return;
  free (maker->heights);
  free (maker->tops);
  free (maker->covers);
  free (maker);
}

float
sim_terrain_height (const SimGround *ground, BaseVec at)
{
  float x = base_clampf (at.x / ground->cell_m - 0.5f, 0, (float) ground->columns - 1.001f);
  float y = base_clampf (at.y / ground->cell_m - 0.5f, 0, (float) ground->rows - 1.001f);
  int column = (int) x, row = (int) y;
  float fx = x - (float) column, fy = y - (float) row;
  const float *south = ground->heights_m + (size_t) row * (size_t) ground->columns + column;
  const float *north = south + ground->columns;

  return (south[0] * (1 - fx) + south[1] * fx) * (1 - fy) + (north[0] * (1 - fx) + north[1] * fx) * fy;
}

/* A ray in units of cells, with the height of the line of sight along it; steps between samples.  */
typedef struct {
  float x, y, z;
  float dx, dy, dz;
} Ray;

/* Cells under four samples of a ray, so many steps apart from the `first`, and its height there;
 * samples beyond the last are the last again.  Whole numbers below 2^24 are exact as floats.  */
static inline BaseFour
sample_ray (const Ray *ray, float columns, BaseFour steps, float last, int cells[4])
{
  BaseFourInts beyond = steps > last;
  BaseFour column, row;
  BaseFourInts cell;

  steps = (BaseFour) (((BaseFourInts) steps & ~beyond) |
                      ((BaseFourInts) (BaseFour){last, last, last, last} & beyond));
  column = ray->x + steps * ray->dx;
  row = ray->y + steps * ray->dy;
  column = __builtin_convertvector (__builtin_convertvector (column, BaseFourInts), BaseFour);
  row = __builtin_convertvector (__builtin_convertvector (row, BaseFourInts), BaseFour);
  cell = __builtin_convertvector (row * columns + column, BaseFourInts);
  memcpy (cells, &cell, sizeof cell);
  return ray->z + steps * ray->dz;
}

/* Looks at the inner points of a ray; both ends lie on the map, so every point does.  The first four
 * are spread over all of it, the next lie beside them: a wood or a hill is met at once.  Whoever stands
 * among trees or houses looks out of and into their edge: the cells of both ends hide nothing.  */
static bool
ray_is_free (const SimGround *ground, const Ray *ray, float last, int from, int to)
{
  const float *tops = ground->tops_m;
  float columns = (float) ground->columns, apart = (float) ((int) (last + 3) / 4);
  const BaseFour lanes = {0, apart, 2 * apart, 3 * apart};

  for (float first = 1; first <= apart; first++) {
    int cells[4];
    BaseFour heights = sample_ray (ray, columns, first + lanes, last, cells);
    BaseFour top = {tops[cells[0]], tops[cells[1]], tops[cells[2]], tops[cells[3]]};
    BaseFourInts cell = {cells[0], cells[1], cells[2], cells[3]};

    if (base_four_any ((top > heights) & (cell != from) & (cell != to)))
      return false;
  }
  return true;
}

bool
sim_terrain_sight (const SimGround *ground, BaseVec from, float from_z, BaseVec to, float to_z)
{
  float scale = 1 / ground->cell_m;
  float width = (float) ground->columns - 0.01f, height = (float) ground->rows - 0.01f;
  float x0 = base_clampf (from.x * scale, 0, width), y0 = base_clampf (from.y * scale, 0, height);
  float x1 = base_clampf (to.x * scale, 0, width), y1 = base_clampf (to.y * scale, 0, height);
  int steps = (int) __builtin_sqrtf ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
  float part;
  Ray ray;

  if (steps < 2)
    return true;
  part = 1.0f / (float) steps;
  ray = (Ray){x0, y0, from_z, (x1 - x0) * part, (y1 - y0) * part, (to_z - from_z) * part};
  return ray_is_free (ground, &ray, (float) (steps - 1), (int) y0 * ground->columns + (int) x0,
                      (int) y1 * ground->columns + (int) x1);
}

bool
sim_terrain_line_of_sight (const SimGround *ground, BaseVec from, float from_height_m, BaseVec to,
                           float to_height_m)
{
  return sim_terrain_sight (ground, from, sim_terrain_height (ground, from) + from_height_m, to,
                            sim_terrain_height (ground, to) + to_height_m);
}

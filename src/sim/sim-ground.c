/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the ground: relief from value noise, woods from a second noise, then the features drawn
 * over it in the order rivers, hills before them, roads, crossings, so that a bridge is a bridge.
 *
 * Noise depends on the seed and the place alone (base_random_mix), so that a part of the map does
 * not change when another is edited.  Fractal value noise: Perlin 1985, Musgrave et al. 1989.
 * A feature costs no more than the cells near it, whatever the size of the map.  */
#include "sim/sim-terrain.h"

#include "base/base-math.h"
#include "base/base-random.h"
#include "sim/sim-cookie.h"

#include <assert.h>
#include <stdlib.h>

#define WOODS_TOP_M 12.0f
#define LOW_HOUSE_M 5.0f
#define HIGH_HOUSE_M 17.0f
#define RUBBLE_TOP_M 2.5f
#define TAPER_M 150.0f /* from the end of a cliff to its full height */
#define FAR 1e9f
#define OCTAVES 5

/* SimGround is const to everyone else; its maker needs the arrays.  */
typedef struct {
  SimGround view;
  float *heights;
  float *tops;
  uint8_t *covers;
  uint8_t *mines;
  uint64_t seed;
  /* Room for one feature: the cells near its line, how far off each is, and which segment it is
   * nearest to.  */
  float *near;
  uint8_t *segments;
  int32_t *touched;
  int n_touched;
} Maker;

/* ---- Noise --------------------------------------------------------------------------------- */

/* The four lattice points around the last place asked for: neighbours along a row share them.  */
typedef struct {
  uint64_t seed;
  int x, y;
  bool known;
  float corners[4];
} Lattice;

static float
lattice_point (uint64_t seed, int x, int y)
{
  uint64_t h = base_random_mix (seed, ((uint64_t) (uint32_t) x << 32) | (uint32_t) y);

  return (float) (h >> 40) * (1.0f / 16777216.0f);
}

static float
smooth (float t)
{
  return t * t * (3.0f - 2.0f * t);
}

static void
lattice_look (Lattice *lattice, uint64_t seed, int x, int y)
{
  if (lattice->known && lattice->seed == seed && lattice->x == x && lattice->y == y)
    return;
  lattice->known = true;
  lattice->seed = seed;
  lattice->x = x;
  lattice->y = y;
  for (int i = 0; i < 4; i++)
    lattice->corners[i] = lattice_point (seed, x + (i & 1), y + (i >> 1));
}

/* Value noise, 0..1, one lattice point per unit.  */
static float
noise (Lattice *lattice, uint64_t seed, float x, float y)
{
  int ix = (int) x - (x < 0), iy = (int) y - (y < 0);
  float fx = smooth (x - (float) ix), fy = smooth (y - (float) iy);
  const float *c = lattice->corners;

  lattice_look (lattice, seed, ix, iy);
  return (c[0] * (1 - fx) + c[1] * fx) * (1 - fy) + (c[2] * (1 - fx) + c[3] * fx) * fy;
}

/* Sum of octaves, 0..1; `gain` is the weight of each octave against the one before.  */
static float
fractal (Lattice lattices[OCTAVES], uint64_t seed, float x, float y, int octaves, float gain)
{
  float sum = 0, weight = 1, total = 0;

  for (int i = 0; i < octaves; i++) {
    sum += weight * noise (&lattices[i], seed + (uint64_t) i, x, y);
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

/* Heights and woods of one cell before any feature.  */
static void
make_cell (Maker *maker, const SimTerrainDef *def, Lattice lattices[2][OCTAVES], int column, int row)
{
  BaseVec at = cell_centre (&maker->view, column, row);
  int cell = row * maker->view.columns + column;
  float gain = 0.35f + 0.25f * def->roughness;
  float rise = fractal (lattices[0], def->seed, at.x / 3200.0f, at.y / 3200.0f, OCTAVES, gain);
  /* Fractal noise gathers around a half: stretch it so that hills and valleys are used.  */
  float stretched = base_clampf ((rise - 0.5f) * 1.8f + 0.5f, 0, 1);

  maker->heights[cell] = stretched * def->relief_m;
  maker->covers[cell] = SIM_COVER_OPEN;
  if (def->woods <= 0)
    return;
  /* The share of cells whose noise is above 0.5 + x falls about linearly near the middle.  */
  if (fractal (lattices[1], def->seed ^ 0x77777777u, at.x / 1400.0f, at.y / 1400.0f, 4, 0.55f) >
      0.72f - 0.55f * def->woods)
    maker->covers[cell] = SIM_COVER_WOODS;
}

/* ---- What lies near a feature --------------------------------------------------------------- */

/* Distance of a point from a segment.  */
static float
segment_distance (BaseVec p, BaseVec a, BaseVec b)
{
  BaseVec ab = base_vec_sub (b, a), ap = base_vec_sub (p, a);
  float length2 = base_vec_dot (ab, ab);
  float t = length2 > 0 ? base_clampf (base_vec_dot (ap, ab) / length2, 0, 1) : 0;

  return base_vec_distance (p, base_vec_add (a, base_vec_scale (ab, t)));
}

static void
touch (Maker *maker, int cell, float distance, int segment)
{
  if (distance >= maker->near[cell])
    return;
  if (maker->near[cell] == FAR)
    maker->touched[maker->n_touched++] = cell;
  maker->near[cell] = distance;
  maker->segments[cell] = (uint8_t) segment;
}

/* The part of a segment that is within `reach` of a row, north to south: west and east end.  */
static bool
clip_to_row (BaseVec a, BaseVec b, float y, float reach, float *west, float *east)
{
  float low = 0, high = 1, dy = b.y - a.y, x0, x1;

  if (dy > 0.001f || dy < -0.001f) {
    float t0 = (y - reach - a.y) / dy, t1 = (y + reach - a.y) / dy;

    low = base_clampf (t0 < t1 ? t0 : t1, 0, 1);
    high = base_clampf (t0 < t1 ? t1 : t0, 0, 1);
  }
  x0 = a.x + (b.x - a.x) * low;
  x1 = a.x + (b.x - a.x) * high;
  *west = (x0 < x1 ? x0 : x1) - reach;
  *east = (x0 < x1 ? x1 : x0) + reach;
  return high >= low;
}

static void
touch_segment (Maker *maker, BaseVec a, BaseVec b, float reach, int segment)
{
  const SimGround *ground = &maker->view;
  float south = (a.y < b.y ? a.y : b.y) - reach, north = (a.y < b.y ? b.y : a.y) + reach;
  int last = sim_terrain_row (ground, north);

  for (int row = sim_terrain_row (ground, south); row <= last; row++) {
    float west, east;

    if (!clip_to_row (a, b, ((float) row + 0.5f) * ground->cell_m, reach, &west, &east))
      continue;
    for (int column = sim_terrain_column (ground, west);
         column <= sim_terrain_column (ground, east); column++) {
      float distance = segment_distance (cell_centre (ground, column, row), a, b);

      if (distance <= reach)
        touch (maker, row * ground->columns + column, distance, segment);
    }
  }
}

/* Cells within `reach` of a line of points.  */
static void
touch_line (Maker *maker, const SimFeature *feature, float reach)
{
  if (feature->n_points == 1)
    touch_segment (maker, feature->points[0], feature->points[0], reach, 0);
  for (int i = 0; i + 1 < feature->n_points; i++)
    touch_segment (maker, feature->points[i], feature->points[i + 1], reach, i);
}

/* Even-odd rule (Shimrat 1962).  */
static bool
is_inside (const SimFeature *polygon, BaseVec at)
{
  bool inside = false;

  for (int i = 0, j = polygon->n_points - 1; i < polygon->n_points; j = i++) {
    BaseVec a = polygon->points[i], b = polygon->points[j];

    if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

/* Cells inside a polygon whose edge wanders by up to `ragged_m`.  */
static void
touch_polygon (Maker *maker, const SimFeature *feature, float ragged_m)
{
  const SimGround *ground = &maker->view;
  BaseVec low = feature->points[0], high = low;
  Lattice lattices[2] = {0};

  for (int i = 1; i < feature->n_points; i++) {
    BaseVec p = feature->points[i];

    low = base_vec (p.x < low.x ? p.x : low.x, p.y < low.y ? p.y : low.y);
    high = base_vec (p.x > high.x ? p.x : high.x, p.y > high.y ? p.y : high.y);
  }
  for (int row = sim_terrain_row (ground, low.y - ragged_m);
       row <= sim_terrain_row (ground, high.y + ragged_m); row++)
    for (int column = sim_terrain_column (ground, low.x - ragged_m);
         column <= sim_terrain_column (ground, high.x + ragged_m); column++) {
      BaseVec at = cell_centre (ground, column, row), moved = at;

      moved.x += ragged_m * (2 * noise (&lattices[0], 0x5eed, at.x / 180, at.y / 180) - 1);
      moved.y += ragged_m * (2 * noise (&lattices[1], 0xeed5, at.x / 180, at.y / 180) - 1);
      if (is_inside (feature, moved))
        touch (maker, row * ground->columns + column, 0, 0);
    }
}

/* ---- Painters ------------------------------------------------------------------------------ */

/* Changes one touched cell.  */
typedef void (*PaintFunc) (Maker *maker, const SimFeature *feature, int cell);

static BaseVec
centre_of (const Maker *maker, int cell)
{
  return cell_centre (&maker->view, cell % maker->view.columns, cell / maker->view.columns);
}

static void
paint_hill (Maker *maker, const SimFeature *feature, int cell)
{
  float t = 1.0f - maker->near[cell] / feature->radius_m;

  maker->heights[cell] += feature->rise_m * smooth (base_clampf (t, 0, 1));
}

static float
cliff_reach (const SimFeature *feature)
{
  return 8 * feature->rise_m + 150;
}

/* Higher on the left of the line, by less toward its ends and farther behind.  */
static void
paint_escarpment (Maker *maker, const SimFeature *feature, int cell)
{
  int segment = maker->segments[cell], last = feature->n_points - 1;
  BaseVec a = feature->points[segment], b = feature->points[segment + 1];
  BaseVec along = base_vec_sub (b, a), off = base_vec_sub (centre_of (maker, cell), a);
  float first_end = base_vec_distance (centre_of (maker, cell), feature->points[0]);
  float last_end = base_vec_distance (centre_of (maker, cell), feature->points[last]);
  float taper = base_clampf ((first_end < last_end ? first_end : last_end) / TAPER_M, 0, 1);
  float back = base_clampf (1 - maker->near[cell] / cliff_reach (feature), 0, 1);

  if (along.x * off.y - along.y * off.x > 0)
    maker->heights[cell] += feature->rise_m * smooth (back) * taper;
}

/* The valley is lowered over twelve widths, so that rivers lie in valleys.  */
static void
paint_valley (Maker *maker, const SimFeature *feature, int cell)
{
  float reach = feature->radius_m * 12.0f + 300.0f;
  float t = base_clampf (1.0f - maker->near[cell] / reach, 0, 1);

  maker->heights[cell] *= 1.0f - 0.75f * smooth (t);
}

static void
paint_water (Maker *maker, const SimFeature *feature, int cell)
{
  (void) feature;
  maker->covers[cell] = SIM_COVER_WATER;
}

static void
paint_cliff (Maker *maker, const SimFeature *feature, int cell)
{
  (void) feature;
  maker->covers[cell] = SIM_COVER_CLIFF;
}

static void
paint_road (Maker *maker, const SimFeature *feature, int cell)
{
  (void) feature;
  if (maker->covers[cell] != SIM_COVER_WATER && maker->covers[cell] != SIM_COVER_TOWN)
    maker->covers[cell] = SIM_COVER_ROAD;
}

/* A disc with a ragged edge or a polygon; water stays.  */
static void
paint_area (Maker *maker, const SimFeature *feature, int cell)
{
  static const uint8_t covers[SIM_N_FEATURES] = {
    [SIM_FEATURE_TOWN] = SIM_COVER_TOWN,
    [SIM_FEATURE_WOODS] = SIM_COVER_WOODS,
    [SIM_FEATURE_MARSH] = SIM_COVER_MARSH,
    [SIM_FEATURE_RUBBLE] = SIM_COVER_RUBBLE,
  };
  BaseVec at = centre_of (maker, cell);
  Lattice lattice = {0};
  float ragged =
      0.65f + 0.5f * noise (&lattice, 0x5eedu + feature->kind, at.x / 180.0f, at.y / 180.0f);

  if (maker->near[cell] <= feature->radius_m * ragged && maker->covers[cell] != SIM_COVER_WATER)
    maker->covers[cell] = covers[feature->kind];
}

static void
paint_crossing (Maker *maker, const SimFeature *feature, int cell)
{
  if (maker->covers[cell] == SIM_COVER_WATER)
    maker->covers[cell] =
        feature->kind == SIM_FEATURE_FORD ? SIM_COVER_FORD : SIM_COVER_BRIDGE;
}

/* Minefields lie beside each other: a later one covers an earlier one.  */
static void
paint_mines (Maker *maker, const SimFeature *feature, int cell)
{
  (void) feature;
  if (maker->covers[cell] != SIM_COVER_WATER)
    maker->mines[cell] = (uint8_t) maker->view.n_minefields;
}

/* ---- Drawing ------------------------------------------------------------------------------- */

/* Half the width that is surely painted without gaps at this cell size.  */
static float
line_reach (const Maker *maker, float half_width_m)
{
  float least = maker->view.cell_m * 0.75f;

  return half_width_m > least ? half_width_m : least;
}

static void
paint_touched (Maker *maker, const SimFeature *feature, PaintFunc paint)
{
  for (int i = 0; i < maker->n_touched; i++)
    paint (maker, feature, maker->touched[i]);
  for (int i = 0; i < maker->n_touched; i++)
    maker->near[maker->touched[i]] = FAR;
  maker->n_touched = 0;
}

static void
draw_lines (Maker *maker, const SimTerrainDef *def, SimFeatureKind kind, float widen, float extra,
            PaintFunc paint)
{
  for (size_t i = 0; i < def->n_features; i++) {
    const SimFeature *feature = &def->features[i];

    if (feature->kind != kind || feature->n_points == 0)
      continue;
    touch_line (maker, feature, line_reach (maker, feature->radius_m * widen + extra));
    paint_touched (maker, feature, paint);
  }
}

static void
draw_areas (Maker *maker, const SimTerrainDef *def, SimFeatureKind kind)
{
  for (size_t i = 0; i < def->n_features; i++) {
    const SimFeature *feature = &def->features[i];
    SimFeature shape = *feature;

    if (feature->kind != kind || feature->n_points == 0)
      continue;
    if (feature->n_points < 3) {
      touch_line (maker, feature, line_reach (maker, feature->radius_m * 1.2f));
    } else {
      touch_polygon (maker, feature, 40);
      shape.radius_m = 1; /* cells of a polygon are 0 off */
    }
    paint_touched (maker, &shape, paint_area);
  }
}

static void
draw_cliffs (Maker *maker, const SimTerrainDef *def)
{
  for (size_t i = 0; i < def->n_features; i++) {
    const SimFeature *feature = &def->features[i];

    if (feature->kind != SIM_FEATURE_CLIFF || feature->n_points < 2)
      continue;
    touch_line (maker, feature, cliff_reach (feature));
    paint_touched (maker, feature, paint_escarpment);
  }
}

static void
draw_minefields (Maker *maker, const SimTerrainDef *def)
{
  for (size_t i = 0; i < def->n_features; i++) {
    const SimFeature *feature = &def->features[i];

    if (feature->kind != SIM_FEATURE_MINEFIELD || feature->n_points == 0)
      continue;
    assert (maker->view.n_minefields < SIM_MAX_MINEFIELDS);
    maker->view.minefields[maker->view.n_minefields++] =
        (SimMinefield){feature->mines_per_ha, feature->known};
    if (feature->n_points < 3)
      touch_line (maker, feature, feature->radius_m);
    else
      touch_polygon (maker, feature, 0);
    paint_touched (maker, feature, paint_mines);
  }
}

static void
draw_features (Maker *maker, const SimTerrainDef *def)
{
  draw_lines (maker, def, SIM_FEATURE_HILL, 1, 0, paint_hill);
  draw_cliffs (maker, def);
  draw_lines (maker, def, SIM_FEATURE_RIVER, 12, 300, paint_valley);
  draw_areas (maker, def, SIM_FEATURE_WOODS);
  draw_areas (maker, def, SIM_FEATURE_MARSH);
  draw_lines (maker, def, SIM_FEATURE_CLIFF, 0, 0, paint_cliff);
  draw_areas (maker, def, SIM_FEATURE_TOWN);
  draw_lines (maker, def, SIM_FEATURE_RIVER, 1, 0, paint_water);
  draw_lines (maker, def, SIM_FEATURE_ROAD, 0, 0, paint_road);
  draw_areas (maker, def, SIM_FEATURE_RUBBLE);
  draw_lines (maker, def, SIM_FEATURE_FORD, 1, 120, paint_crossing);
  draw_lines (maker, def, SIM_FEATURE_BRIDGE, 1, 60, paint_crossing);
  draw_minefields (maker, def);
}

/* Most houses are low, a few are not.  */
static float
house_m (const Maker *maker, int cell)
{
  float share = lattice_point (maker->seed ^ 0x686f7573u, cell % maker->view.columns,
                               cell / maker->view.columns);

  return LOW_HOUSE_M + (HIGH_HOUSE_M - LOW_HOUSE_M) * share * share;
}

/* What blocks sight in each cell: ground with trees or houses.  */
static void
raise_tops (Maker *maker, int cells)
{
  for (int i = 0; i < cells; i++) {
    maker->tops[i] = maker->heights[i];
    if (maker->covers[i] == SIM_COVER_WOODS)
      maker->tops[i] += WOODS_TOP_M;
    else if (maker->covers[i] == SIM_COVER_TOWN)
      maker->tops[i] += house_m (maker, i);
    else if (maker->covers[i] == SIM_COVER_RUBBLE)
      maker->tops[i] += RUBBLE_TOP_M;
  }
}

/* ---- The whole ----------------------------------------------------------------------------- */

static Maker *
maker_new (const SimTerrainDef *def)
{
  Maker *maker = calloc (1, sizeof *maker);
  size_t cells;

  maker->seed = def->seed;
  maker->view.cell_m = def->cell_m;
  maker->view.columns = (int) (def->width_m / def->cell_m + 0.5f);
  maker->view.rows = (int) (def->height_m / def->cell_m + 0.5f);
  cells = (size_t) maker->view.columns * (size_t) maker->view.rows;
  maker->heights = calloc (cells, sizeof *maker->heights);
  maker->covers = calloc (cells, sizeof *maker->covers);
  maker->tops = calloc (cells, sizeof *maker->tops);
  maker->near = malloc (cells * sizeof *maker->near);
  maker->segments = malloc (cells);
  maker->touched = malloc (cells * sizeof *maker->touched);
  for (size_t i = 0; i < def->n_features && maker->mines == NULL; i++)
    if (def->features[i].kind == SIM_FEATURE_MINEFIELD)
      maker->mines = calloc (cells, 1);
  for (size_t i = 0; i < cells; i++)
    maker->near[i] = FAR;
  maker->view.heights_m = maker->heights;
  maker->view.tops_m = maker->tops;
  maker->view.covers = maker->covers;
  maker->view.mines = maker->mines;
  return maker;
}

static void
make_cells (Maker *maker, const SimTerrainDef *def)
{
  Lattice lattices[2][OCTAVES] = {0};

  for (int row = 0; row < maker->view.rows; row++)
    for (int column = 0; column < maker->view.columns; column++)
      make_cell (maker, def, lattices, column, row);
}

SimGround *
sim_ground_new (const SimTerrainDef *def)
{
  Maker *maker;

  assert (def->cookie == SIM_TERRAIN_COOKIE);
  maker = maker_new (def);
  make_cells (maker, def);
  draw_features (maker, def);
  raise_tops (maker, maker->view.columns * maker->view.rows);
  free (maker->near);
  free (maker->segments);
  free (maker->touched);
  maker->near = NULL;
  maker->segments = NULL;
  maker->touched = NULL;
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
  free (maker->mines);
  free (maker);
}

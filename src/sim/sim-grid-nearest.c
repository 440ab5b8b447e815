/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-grid.h"

#include "base/base-math.h"

#include <string.h>

/* Metres by which what is remembered is taken short, for all rounding.  */
#define SLACK_M 1.0f
/* How much farther one looks than one needs now: at first, at least, at most; tries to find how much.  */
#define GAP_M 200.0f
#define GAP_LEAST_M 8.0f
#define GAP_MOST_M 3000.0f
#define TRIES 3

/* A squared distance and a unit as one number that sorts by distance, then id: the bits of floats
 * that are not negative are in the order of their values.  */
static inline uint64_t
key_of (float square, uint32_t unit)
{
  uint32_t bits;

  memcpy (&bits, &square, sizeof bits);
  return (uint64_t) bits << 32 | unit;
}

static inline float
square_of (uint64_t key)
{
  uint32_t bits = (uint32_t) (key >> 32);
  float square;

  memcpy (&square, &bits, sizeof square);
  return square;
}

typedef struct {
  const SimGrid *grid;
  int side;
  BaseVec at;
  uint64_t keys[SIM_GRID_NEAREST]; /* sorted; whoever is not below the last is of no interest */
} Search;

/* Puts a key in its place and drops the last: each place keeps the smaller and hands on the greater,
 * without branches, which nobody could foretell.  */
static inline void
insert (uint64_t keys[SIM_GRID_NEAREST], uint64_t key)
{
  for (int i = 0; i < SIM_GRID_NEAREST; i++) {
    uint64_t here = keys[i];

    keys[i] = key < here ? key : here;
    key = key < here ? here : key;
  }
}

/* Squared distances of the next eight; true when any of them is within the limit.  */
static inline bool
measure (const float *x, const float *y, BaseVec at, float limit, float squares[BASE_LANES])
{
  BaseFour east = base_four (x) - at.x, north = base_four (y) - at.y;
  BaseFour near = east * east + north * north, far;

  east = base_four (x + 4) - at.x;
  north = base_four (y + 4) - at.y;
  far = east * east + north * north;
  memcpy (squares, &near, sizeof near);
  memcpy (squares + 4, &far, sizeof far);
  return base_four_any ((near <= limit) | (far <= limit));
}

static void
search_range (Search *search, uint32_t first, uint32_t end)
{
  const float *x = search->grid->x[search->side], *y = search->grid->y[search->side];
  const uint32_t *units = search->grid->units[search->side];
  uint64_t *keys = search->keys;

  for (size_t k = first; k < end; k += BASE_LANES) {
    size_t lanes = end - k < BASE_LANES ? end - k : BASE_LANES, n = 0;
    float squares[BASE_LANES];
    uint64_t near[BASE_LANES];

    if (!measure (x + k, y + k, search->at, square_of (keys[SIM_GRID_NEAREST - 1]), squares))
      continue;
    for (size_t l = 0; l < lanes; l++) {
      near[n] = key_of (squares[l], units[k + l]);
      n += near[n] < keys[SIM_GRID_NEAREST - 1];
    }
    for (size_t l = 0; l < n; l++)
      insert (keys, near[l]);
  }
}

/* Cells of one row lie side by side, so they are one range.  */
static inline void
search_row (Search *search, int row, int c0, int c1)
{
  const SimGrid *grid = search->grid;
  const uint32_t *starts = grid->starts[search->side] + row * grid->columns;

  if (row >= 0 && row < grid->rows)
    search_range (search, starts[c0 > 0 ? c0 : 0],
                  starts[(c1 < grid->columns ? c1 : grid->columns - 1) + 1]);
}

static inline void
search_column (Search *search, int column, int r0, int r1)
{
  const SimGrid *grid = search->grid;
  const uint32_t *starts = grid->starts[search->side] + column;

  if (column < 0 || column >= grid->columns)
    return;
  r0 = r0 > 0 ? r0 : 0;
  r1 = r1 < grid->rows ? r1 : grid->rows - 1;
  for (int row = r0; row <= r1; row++)
    search_range (search, starts[row * grid->columns], starts[row * grid->columns + 1]);
}

static inline bool
is_beyond (const Search *search, float distance)
{
  return distance * distance > square_of (search->keys[SIM_GRID_NEAREST - 1]);
}

/* The four sides of a ring of cells.  False when all of it is farther than those found.  Distances
 * are taken a hand's breadth short, for the rounding at the edges of cells.  */
static bool
search_ring (Search *search, int column, int row, int ring)
{
  float out = (float) (ring - 1) * SIM_GRID_CELL_M - 0.1f;
  float west = out + search->at.x - (float) column * SIM_GRID_CELL_M;
  float south = out + search->at.y - (float) row * SIM_GRID_CELL_M;
  float east = 2 * out + SIM_GRID_CELL_M - west, north = 2 * out + SIM_GRID_CELL_M - south;
  bool any = false;

  if (!is_beyond (search, west)) {
    search_column (search, column - ring, row - ring + 1, row + ring - 1);
    any = true;
  }
  if (!is_beyond (search, east)) {
    search_column (search, column + ring, row - ring + 1, row + ring - 1);
    any = true;
  }
  if (!is_beyond (search, south)) {
    search_row (search, row - ring, column - ring, column + ring);
    any = true;
  }
  if (!is_beyond (search, north)) {
    search_row (search, row + ring, column - ring, column + ring);
    any = true;
  }
  return any;
}

/* The keys of the nearest within a distance; how many.  */
static int
search_within (Search *search, float within_m)
{
  const SimGrid *grid = search->grid;
  int column = sim_grid_along (search->at.x, grid->columns);
  int row = sim_grid_along (search->at.y, grid->rows);
  int most = grid->columns > grid->rows ? grid->columns : grid->rows;
  int ring = grid->rings[search->side][row * grid->columns + column], n = 0;
  uint64_t beyond = key_of (within_m * within_m, 0);

  for (int i = 0; i < SIM_GRID_NEAREST; i++)
    search->keys[i] = beyond;
  if (ring == 0) {
    search_row (search, row, column, column);
    ring = 1;
  }
  while (ring < most && search_ring (search, column, row, ring))
    ring++;
  while (n < SIM_GRID_NEAREST && search->keys[n] < beyond)
    n++;
  return n;
}

static int
tell (const uint64_t *keys, int n, SimNear nearest[SIM_GRID_NEAREST])
{
  for (int i = 0; i < n; i++)
    nearest[i] = (SimNear){(uint32_t) keys[i], __builtin_sqrtf (square_of (keys[i]))};
  return n;
}

int
sim_grid_nearest (const SimGrid *grid, int side, BaseVec at, float within_m,
                  SimNear nearest[SIM_GRID_NEAREST])
{
  Search search = {.grid = grid, .side = side, .at = at};
  int n = search_within (&search, within_m);

  return tell (search.keys, n, nearest);
}

/* ---- Again --------------------------------------------------------------------------------- */

/* Gathers all of a range that are nearer than a square; false when they are too many.  */
static inline bool
gather_range (const SimGrid *grid, int side, BaseVec at, float square, uint32_t first, uint32_t end,
              SimWatch *watch)
{
  const float *x = grid->x[side], *y = grid->y[side];
  uint32_t n = watch->n;

  for (size_t k = first; k < end; k += BASE_LANES) {
    size_t lanes = end - k < BASE_LANES ? end - k : BASE_LANES;
    float squares[BASE_LANES];

    if (!measure (x + k, y + k, at, square, squares))
      continue;
    if (n > SIM_GRID_WATCHED)
      return false;
    for (size_t l = 0; l < lanes; l++) {
      watch->units[n] = grid->units[side][k + l];
      n += squares[l] < square;
    }
  }
  watch->n = n;
  return n <= SIM_GRID_WATCHED;
}

/* All that are nearer than a radius: row by row, about as far east and west as the circle goes (a
 * parabola goes round it).  Distances are taken short, for the rounding at the edges of cells.  */
static bool
gather (const SimGrid *grid, int side, BaseVec at, float radius_m, SimWatch *watch)
{
  int r0 = sim_grid_along (at.y - radius_m, grid->rows);
  int r1 = sim_grid_along (at.y + radius_m, grid->rows);
  float curve = 0.5f / radius_m;

  watch->n = 0;
  for (int row = r0; row <= r1; row++) {
    const uint32_t *starts = grid->starts[side] + row * grid->columns;
    float south = (float) row * SIM_GRID_CELL_M - at.y;
    float north = -south - SIM_GRID_CELL_M, off = south > north ? south : north, half;

    off = off > 1 ? off - 1 : 0;
    half = radius_m + 1 - off * off * curve;
    if (!gather_range (grid, side, at, radius_m * radius_m,
                       starts[sim_grid_along (at.x - half, grid->columns)],
                       starts[sim_grid_along (at.x + half, grid->columns) + 1], watch))
      return false;
  }
  return true;
}

/* Where those remembered are now, as far as they still are in the battle and near enough; how many of
 * the nearest.  */
static int
recall (const SimGrid *grid, const SimWatch *watch, BaseVec at, float within_m,
        uint64_t keys[SIM_GRID_NEAREST])
{
  uint64_t beyond = key_of (within_m * within_m, 0);
  int n = 0;

  for (int i = 0; i < SIM_GRID_NEAREST; i++)
    keys[i] = beyond;
  for (uint32_t i = 0; i < watch->n; i++) {
    uint32_t unit = watch->units[i];
    float east = grid->places[unit].x - at.x, north = grid->places[unit].y - at.y;
    uint64_t key = key_of (east * east + north * north, unit);

    if (key < keys[SIM_GRID_NEAREST - 1])
      insert (keys, key);
  }
  while (n < SIM_GRID_NEAREST && keys[n] < beyond)
    n++;
  return n;
}

/* Remembers all within what it needs and a gap, which is made as wide as their number allows.  The
 * nearest come first in the list: they are likely to be so again.  */
static void
remember (const SimGrid *grid, int side, BaseVec at, float needed_m, SimWatch *watch)
{
  watch->arrivals = 0;
  watch->gap_m = watch->gap_m > 0 ? watch->gap_m : GAP_M;
  for (int i = 0; i < TRIES && watch->arrivals == 0; i++) {
    watch->reach_m = needed_m + watch->gap_m;
    if (gather (grid, side, at, watch->reach_m, watch))
      watch->arrivals = grid->arrivals;
    else
      watch->gap_m = base_clampf (0.6f * watch->gap_m, GAP_LEAST_M, GAP_MOST_M);
  }
  if (watch->arrivals == 0) {
    watch->n = 0;
    return;
  }
  watch->at = at;
  watch->travelled_m = grid->travelled_m[side];
  if (watch->n < SIM_GRID_WATCHED / 2 && watch->gap_m < GAP_MOST_M)
    watch->gap_m *= 1.4f;
}

/* The nearest go to the front of the list.  */
static void
put_first (SimWatch *watch, const uint64_t *keys, int n)
{
  for (int i = 0; i < n; i++) {
    uint32_t unit = (uint32_t) keys[i], k = (uint32_t) i;

    while (watch->units[k] != unit)
      k++;
    watch->units[k] = watch->units[i];
    watch->units[i] = unit;
  }
}

/* Is whoever is not remembered surely farther off than that?  */
static bool
is_sure (const SimGrid *grid, int side, BaseVec at, const SimWatch *watch, uint64_t key)
{
  float gone = base_vec_distance (at, watch->at) +
               (float) (grid->travelled_m[side] - watch->travelled_m) + SLACK_M;
  float sure = watch->reach_m - gone;

  return watch->arrivals == grid->arrivals && sure > 0 && square_of (key) < sure * sure;
}

int
sim_grid_nearest_again (const SimGrid *grid, int side, BaseVec at, float within_m,
                        SimWatch *watch, SimNear nearest[SIM_GRID_NEAREST])
{
  uint64_t keys[SIM_GRID_NEAREST];
  int n = recall (grid, watch, at, within_m, keys);

  if (is_sure (grid, side, at, watch, keys[SIM_GRID_NEAREST - 1]))
    return tell (keys, n, nearest);
  if (n < SIM_GRID_NEAREST) {
    Search search = {.grid = grid, .side = side, .at = at};

    n = search_within (&search, within_m);
    memcpy (keys, search.keys, sizeof keys);
  }
  remember (grid, side, at, __builtin_sqrtf (square_of (keys[SIM_GRID_NEAREST - 1])), watch);
  if (watch->arrivals == 0)
    return sim_grid_nearest (grid, side, at, within_m, nearest);
  n = recall (grid, watch, at, within_m, keys);
  put_first (watch, keys, n);
  return tell (keys, n, nearest);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-grid.h"

#include "base/base-math.h"

#include <stdlib.h>
#include <string.h>

/* ---- Making -------------------------------------------------------------------------------- */

size_t
sim_grid_n_cells (const SimGrid *grid)
{
  return (size_t) grid->columns * (size_t) grid->rows;
}

void
sim_grid_init (SimGrid *grid, float width_m, float height_m, size_t n_units)
{
  size_t cells;

  grid->columns = (int) (width_m / SIM_GRID_CELL_M) + 1;
  grid->rows = (int) (height_m / SIM_GRID_CELL_M) + 1;
  cells = sim_grid_n_cells (grid);
  for (int side = 0; side < 2; side++) {
    grid->starts[side] = calloc (cells + 1, sizeof (uint32_t));
    grid->units[side] = calloc (n_units + 1, sizeof (uint32_t));
    grid->x[side] = calloc (n_units + BASE_LANES, sizeof (float));
    grid->y[side] = calloc (n_units + BASE_LANES, sizeof (float));
    grid->held[side] = calloc (cells, 1);
    grid->rings[side] = malloc (cells);
    memset (grid->rings[side], SIM_GRID_NOBODY, cells);
  }
}

void
sim_grid_clear (SimGrid *grid)
{
  for (int side = 0; side < 2; side++) {
    free (grid->starts[side]);
    free (grid->units[side]);
    free (grid->x[side]);
    free (grid->y[side]);
    free (grid->held[side]);
    free (grid->rings[side]);
  }
}

size_t
sim_grid_bytes (const SimGrid *grid, size_t n_units)
{
  size_t cell = sizeof *grid->starts[0] + sizeof *grid->held[0] + sizeof *grid->rings[0];
  size_t unit = sizeof *grid->units[0] + sizeof *grid->x[0] + sizeof *grid->y[0];

  return 2 * (sim_grid_n_cells (grid) * cell + n_units * unit);
}

/* ---- Sorting ------------------------------------------------------------------------------- */

static inline int
cell_along (float metres, int count)
{
  return base_clampi ((int) (metres * (1 / SIM_GRID_CELL_M)), 0, count - 1);
}

static inline int
cell_of (const SimGrid *grid, float x, float y)
{
  return cell_along (y, grid->rows) * grid->columns + cell_along (x, grid->columns);
}

size_t
sim_grid_cell (const SimGrid *grid, BaseVec at)
{
  return (size_t) cell_of (grid, at.x, at.y);
}

/* The cells that hold somebody; true when they are not those of the last time.  */
static bool
find_held (SimGrid *grid, int side)
{
  const uint32_t *starts = grid->starts[side];
  uint8_t *held = grid->held[side];
  unsigned changed = 0;

  for (size_t c = 0; c < sim_grid_n_cells (grid); c++) {
    uint8_t holds = starts[c + 1] > starts[c];

    changed |= holds ^ held[c];
    held[c] = holds;
  }
  return changed != 0;
}

static inline uint8_t
nearer (uint8_t ring, uint8_t beside)
{
  return beside < ring ? (uint8_t) (beside + 1) : ring;
}

/* Each cell takes over what the row beside it knows: straight and by the diagonals.  */
static void
spread_row (uint8_t *rings, const uint8_t *beside, int columns)
{
  for (int c = 0; c < columns; c++)
    rings[c] = nearer (rings[c], beside[c]);
  for (int c = 1; c < columns; c++)
    rings[c] = nearer (rings[c], beside[c - 1]);
  for (int c = 0; c + 1 < columns; c++)
    rings[c] = nearer (rings[c], beside[c + 1]);
}

/* Chessboard distance to the nearest held cell: along each row, then up and down.  Maps have fewer
 * than 254 cells a side, so a byte is enough.  */
static void
find_rings (SimGrid *grid, int side)
{
  uint8_t *rings = grid->rings[side];
  int columns = grid->columns;

  for (size_t c = 0; c < sim_grid_n_cells (grid); c++)
    rings[c] = grid->held[side][c] ? 0 : SIM_GRID_NOBODY;
  for (int row = 0; row < grid->rows; row++) {
    uint8_t *line = rings + row * columns;

    for (int c = 1; c < columns; c++)
      line[c] = nearer (line[c], line[c - 1]);
    for (int c = columns - 2; c >= 0; c--)
      line[c] = nearer (line[c], line[c + 1]);
  }
  for (int row = 1; row < grid->rows; row++)
    spread_row (rings + row * columns, rings + (row - 1) * columns, columns);
  for (int row = grid->rows - 2; row >= 0; row--)
    spread_row (rings + row * columns, rings + (row + 1) * columns, columns);
}

static void
place (SimGrid *grid, int side, uint32_t unit, float x, float y)
{
  uint32_t at = grid->starts[side][cell_of (grid, x, y)]++;

  grid->units[side][at] = unit;
  grid->x[side][at] = x;
  grid->y[side][at] = y;
}

/* Counting sort: count, sum, place.  Stable, so ids stay in order within a cell.  */
void
sim_grid_rebuild (SimGrid *grid, const float *x, const float *y, const uint8_t *side,
                  const uint8_t *present, const uint8_t *alive, size_t n_units)
{
  size_t cells = sim_grid_n_cells (grid);

  for (int s = 0; s < 2; s++)
    memset (grid->starts[s], 0, (cells + 1) * sizeof (uint32_t));
  for (size_t i = 0; i < n_units; i++)
    if (present[i] && alive[i])
      grid->starts[side[i]][cell_of (grid, x[i], y[i]) + 1]++;
  for (int s = 0; s < 2; s++)
    for (size_t c = 0; c < cells; c++)
      grid->starts[s][c + 1] += grid->starts[s][c];
  for (size_t i = 0; i < n_units; i++)
    if (present[i] && alive[i])
      place (grid, side[i], (uint32_t) i, x[i], y[i]);
  /* Placing moved each start to its cell's end: shift back by one cell.  */
  for (int s = 0; s < 2; s++) {
    memmove (grid->starts[s] + 1, grid->starts[s], cells * sizeof (uint32_t));
    grid->starts[s][0] = 0;
    if (find_held (grid, s))
      find_rings (grid, s);
  }
}

/* ---- Walking ------------------------------------------------------------------------------- */

SimGridWalk
sim_grid_walk_box (const SimGrid *grid, int side, BaseVec middle, float wide_m, float high_m)
{
  return (SimGridWalk){
    .grid = grid,
    .side = side,
    .c0 = cell_along (middle.x - wide_m, grid->columns),
    .c1 = cell_along (middle.x + wide_m, grid->columns),
    .row = cell_along (middle.y - high_m, grid->rows),
    .r1 = cell_along (middle.y + high_m, grid->rows),
  };
}

SimGridWalk
sim_grid_walk (const SimGrid *grid, int side, BaseVec at, float radius_m)
{
  return sim_grid_walk_box (grid, side, at, radius_m, radius_m);
}

/* Cells of one row lie side by side, so a row is one range.  */
bool
sim_grid_next (SimGridWalk *walk, uint32_t *first, uint32_t *end)
{
  const uint32_t *starts = walk->grid->starts[walk->side];

  while (walk->row <= walk->r1) {
    int base = walk->row++ * walk->grid->columns;

    *first = starts[base + walk->c0];
    *end = starts[base + walk->c1 + 1];
    if (*end > *first)
      return true;
  }
  return false;
}

/* ---- The nearest --------------------------------------------------------------------------- */

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

/* How much farther off the eighth may be at the next look: somewhat more than two machines go apart in
 * half a second.  */
#define LIKELY_MORE_M 40.0f

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
search_within (Search *search, int column, int row, float within_m)
{
  const SimGrid *grid = search->grid;
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

/* What of a row can be nearer than those found so far: about as far east and west as the circle goes (a
 * parabola goes round it).  Distances are taken short, for the rounding at the edges of cells.  */
static inline void
search_chord (Search *search, int row, float radius_m, float curve)
{
  const SimGrid *grid = search->grid;
  float south = (float) row * SIM_GRID_CELL_M - search->at.y;
  float north = -south - SIM_GRID_CELL_M, off = south > north ? south : north, half;

  off = off > 1 ? off - 1 : 0;
  if (row < 0 || row >= grid->rows || off * off > square_of (search->keys[SIM_GRID_NEAREST - 1]))
    return;
  half = radius_m + 1 - off * off * curve;
  search_row (search, row, cell_along (search->at.x - half, grid->columns),
              cell_along (search->at.x + half, grid->columns));
}

/* The same for a distance within which they are likely to be: row by row, the near ones first, so that
 * there are few ranges, long ones, and little to sort.  */
static int
search_circle (Search *search, int row, float radius_m)
{
  int rows = (int) (radius_m * (1 / SIM_GRID_CELL_M)) + 1, n = 0;
  uint64_t beyond = key_of (radius_m * radius_m, 0);
  float curve = 0.5f / radius_m;

  for (int i = 0; i < SIM_GRID_NEAREST; i++)
    search->keys[i] = beyond;
  search_chord (search, row, radius_m, curve);
  for (int i = 1; i <= rows; i++) {
    search_chord (search, row - i, radius_m, curve);
    search_chord (search, row + i, radius_m, curve);
  }
  while (n < SIM_GRID_NEAREST && search->keys[n] < beyond)
    n++;
  return n;
}

int
sim_grid_nearest_again (const SimGrid *grid, int side, BaseVec at, float within_m, float *likely_m,
                        SimNear nearest[SIM_GRID_NEAREST])
{
  int column = cell_along (at.x, grid->columns), row = cell_along (at.y, grid->rows), n = 0;
  Search search = {.grid = grid, .side = side, .at = at};

  if (*likely_m < within_m)
    n = search_circle (&search, row, *likely_m);
  if (n < SIM_GRID_NEAREST)
    n = search_within (&search, column, row, within_m);
  for (int i = 0; i < n; i++)
    nearest[i] = (SimNear){(uint32_t) search.keys[i],
                           __builtin_sqrtf (square_of (search.keys[i]))};
  *likely_m = n < SIM_GRID_NEAREST ? within_m : nearest[n - 1].distance + LIKELY_MORE_M;
  return n;
}

int
sim_grid_nearest (const SimGrid *grid, int side, BaseVec at, float within_m,
                  SimNear nearest[SIM_GRID_NEAREST])
{
  float likely_m = within_m;

  return sim_grid_nearest_again (grid, side, at, within_m, &likely_m, nearest);
}

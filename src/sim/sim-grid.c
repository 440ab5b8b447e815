/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-grid.h"

#include "base/base-math.h"

#include <math.h>
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
  grid->places = calloc (n_units + BASE_LANES, sizeof *grid->places);
  grid->placed = calloc (n_units + BASE_LANES, 1);
  grid->travelled_m[0] = grid->travelled_m[1] = 0;
  grid->arrivals = 1;
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
  free (grid->places);
  free (grid->placed);
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
  size_t before = sizeof *grid->places + sizeof *grid->placed;

  return n_units * before + 2 * (sim_grid_n_cells (grid) * cell + n_units * unit);
}

/* ---- Sorting ------------------------------------------------------------------------------- */

static inline int
cell_of (const SimGrid *grid, float x, float y)
{
  return sim_grid_along (y, grid->rows) * grid->columns + sim_grid_along (x, grid->columns);
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

/* How far each of some (eight) went since the last time, squared, and whether any of them was not there
 * then.  Who lies where he fell, or has not come yet, goes nowhere.  */
static inline unsigned
go_on (SimGrid *grid, const SimGridUnits *of, size_t first, size_t n, float squares[BASE_LANES])
{
  const float *x = of->x + first, *y = of->y + first;
  const uint8_t *present = of->present + first, *alive = of->alive + first;
  BaseVec *places = grid->places + first;
  uint8_t *placed = grid->placed + first, in[BASE_LANES], stays[BASE_LANES], came = 0;

  for (size_t l = 0; l < n; l++) {
    in[l] = present[l] & alive[l];
    stays[l] = in[l] & placed[l];
    came |= in[l] ^ stays[l];
    placed[l] = in[l];
  }
  for (size_t l = 0; l < n; l++) {
    float east = x[l] - places[l].x, north = y[l] - places[l].y;

    squares[l] = stays[l] ? east * east + north * north : 0;
    places[l] = base_vec (in[l] ? x[l] : INFINITY, y[l]);
  }
  return came;
}

/* Mostly eight neighbours are of one side.  */
static inline bool
are_of_one (const uint8_t side[BASE_LANES])
{
  uint64_t all;

  memcpy (&all, side, sizeof all);
  return all == side[0] * 0x0101010101010101u;
}

/* The farthest that anybody of each side went since the last time, and whether somebody came.  */
static void
note_travel (SimGrid *grid, const SimGridUnits *of)
{
  float most[2][BASE_LANES] = {0};

  for (size_t i = 0; i < of->n; i += BASE_LANES) {
    size_t n = of->n - i < BASE_LANES ? of->n - i : BASE_LANES;
    const uint8_t *side = of->side + i;
    float squares[BASE_LANES];

    if (n == BASE_LANES && are_of_one (side)) {
      float *farthest = most[side[0]];

      grid->arrivals += go_on (grid, of, i, BASE_LANES, squares);
      for (size_t l = 0; l < BASE_LANES; l++)
        farthest[l] = squares[l] > farthest[l] ? squares[l] : farthest[l];
      continue;
    }
    grid->arrivals += go_on (grid, of, i, n, squares);
    for (size_t l = 0; l < n; l++)
      most[side[l]][l] = squares[l] > most[side[l]][l] ? squares[l] : most[side[l]][l];
  }
  for (int s = 0; s < 2; s++) {
    float farthest = 0;

    for (int l = 0; l < BASE_LANES; l++)
      farthest = most[s][l] > farthest ? most[s][l] : farthest;
    /* Rather more: what is added up must never be too little.  */
    grid->travelled_m[s] += 1.0001 * base_sqrt (farthest) + 0.0001;
  }
}

/* Counting sort: count, sum, place.  Stable, so ids stay in order within a cell.  */
void
sim_grid_rebuild (SimGrid *grid, const SimGridUnits *of)
{
  size_t cells = sim_grid_n_cells (grid);
  const uint8_t *in = grid->placed;

  note_travel (grid, of);
  for (int s = 0; s < 2; s++)
    memset (grid->starts[s], 0, (cells + 1) * sizeof (uint32_t));
  for (size_t i = 0; i < of->n; i++)
    if (in[i])
      grid->starts[of->side[i]][cell_of (grid, of->x[i], of->y[i]) + 1]++;
  for (int s = 0; s < 2; s++)
    for (size_t c = 0; c < cells; c++)
      grid->starts[s][c + 1] += grid->starts[s][c];
  for (size_t i = 0; i < of->n; i++)
    if (in[i])
      place (grid, of->side[i], (uint32_t) i, of->x[i], of->y[i]);
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
    .c0 = sim_grid_along (middle.x - wide_m, grid->columns),
    .c1 = sim_grid_along (middle.x + wide_m, grid->columns),
    .row = sim_grid_along (middle.y - high_m, grid->rows),
    .r1 = sim_grid_along (middle.y + high_m, grid->rows),
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

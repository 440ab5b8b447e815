/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-grid.h"

#include "base/base-math.h"

#include <stdlib.h>
#include <string.h>

void
sim_grid_init (SimGrid *grid, float width_m, float height_m, size_t n_units)
{
  size_t cells;

  grid->columns = (int) (width_m / SIM_GRID_CELL_M) + 1;
  grid->rows = (int) (height_m / SIM_GRID_CELL_M) + 1;
  cells = (size_t) grid->columns * (size_t) grid->rows;
  for (int side = 0; side < 2; side++) {
    grid->starts[side] = calloc (cells + 1, sizeof (uint32_t));
    grid->units[side] = calloc (n_units + 1, sizeof (uint32_t));
  }
}

void
sim_grid_clear (SimGrid *grid)
{
  for (int side = 0; side < 2; side++) {
    free (grid->starts[side]);
    free (grid->units[side]);
  }
}

static int
cell_of (const SimGrid *grid, float x, float y)
{
  int column = base_clampi ((int) (x / SIM_GRID_CELL_M), 0, grid->columns - 1);
  int row = base_clampi ((int) (y / SIM_GRID_CELL_M), 0, grid->rows - 1);

  return row * grid->columns + column;
}

/* Counting sort: count, sum, place.  Stable, so ids stay in order within a cell.  */
void
sim_grid_rebuild (SimGrid *grid, const float *x, const float *y, const uint8_t *side,
                  const uint8_t *present, const uint8_t *alive, size_t n_units)
{
  size_t cells = (size_t) grid->columns * (size_t) grid->rows;

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
      grid->units[side[i]][grid->starts[side[i]][cell_of (grid, x[i], y[i])]++] = (uint32_t) i;
  /* Placing moved each start to its cell's end: shift back by one cell.  */
  for (int s = 0; s < 2; s++) {
    memmove (grid->starts[s] + 1, grid->starts[s], cells * sizeof (uint32_t));
    grid->starts[s][0] = 0;
  }
}

SimGridWalk
sim_grid_walk (const SimGrid *grid, int side, BaseVec at, float radius_m)
{
  int c0 = (int) ((at.x - radius_m) / SIM_GRID_CELL_M);
  int r0 = (int) ((at.y - radius_m) / SIM_GRID_CELL_M);
  SimGridWalk walk = {
    .grid = grid,
    .side = side,
    .c0 = base_clampi (c0, 0, grid->columns - 1),
    .c1 = base_clampi ((int) ((at.x + radius_m) / SIM_GRID_CELL_M), 0, grid->columns - 1),
    .row = base_clampi (r0, 0, grid->rows - 1),
    .r1 = base_clampi ((int) ((at.y + radius_m) / SIM_GRID_CELL_M), 0, grid->rows - 1),
  };

  return walk;
}

/* Cells of one row lie side by side, so a row is one range.  */
bool
sim_grid_next (SimGridWalk *walk, const uint32_t **units, size_t *n_units)
{
  const uint32_t *starts = walk->grid->starts[walk->side];

  while (walk->row <= walk->r1) {
    int base = walk->row * walk->grid->columns;
    uint32_t first = starts[base + walk->c0], end = starts[base + walk->c1 + 1];

    walk->row++;
    if (end > first) {
      *units = walk->grid->units[walk->side] + first;
      *n_units = end - first;
      return true;
    }
  }
  return false;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is near: units sorted by cell, each side for itself.  Rebuilt each tick; derived.  */
#pragma once

#include "sim/sim-types.h"

#include <stddef.h>

#define SIM_GRID_CELL_M 500.0f

typedef struct {
  int columns, rows;
  /* For each side: start of each cell in `units` (columns * rows + 1), and unit indices by cell,
   * in the order of ids within a cell.  */
  uint32_t *starts[2];
  uint32_t *units[2];
} SimGrid;

void sim_grid_init (SimGrid *grid, float width_m, float height_m, size_t n_units);
void sim_grid_clear (SimGrid *grid);

/* Sorts all units that `works` marks.  */
void sim_grid_rebuild (SimGrid *grid, const float *x, const float *y, const uint8_t *side,
                       const uint8_t *present, const uint8_t *alive, size_t n_units);

/* Cells around a point: calls for each row with the range of units of one side.  Usage:
 *   SimGridWalk walk = sim_grid_walk (grid, side, at, radius);
 *   const uint32_t *units; size_t n;
 *   while (sim_grid_next (&walk, &units, &n)) ...
 * The units may be farther than the radius; order is by cell, then id: the same everywhere.  */
typedef struct {
  const SimGrid *grid;
  int side;
  int c0, c1, row, r1;
} SimGridWalk;

SimGridWalk sim_grid_walk (const SimGrid *grid, int side, BaseVec at, float radius_m);
bool sim_grid_next (SimGridWalk *walk, const uint32_t **units, size_t *n_units);

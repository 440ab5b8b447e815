/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is near: units sorted by cell, each side for itself.  Rebuilt each tick; derived.  */
#pragma once

#include "base/base-lanes.h"
#include "base/base-math.h"
#include "sim/sim-types.h"

#include <stddef.h>

#define SIM_GRID_CELL_M 500.0f

typedef struct {
  int columns, rows;
  /* For each side: start of each cell in the arrays below (columns * rows + 1), and units by cell,
   * in the order of ids within a cell, with their places.  The places are readable for BASE_LANES
   * beyond the last.  */
  uint32_t *starts[2];
  uint32_t *units[2];
  float *x[2], *y[2];
  /* Rings of cells from each cell to the nearest that holds one of this side: 0 the cell itself,
   * SIM_GRID_NOBODY when the side has nobody.  `held` are the cells that `rings` were made for.  */
  uint8_t *held[2];
  uint8_t *rings[2];
  /* Where each unit was when the grid was last made, endlessly far who was not in it; and whether it
   * was; how far at most anybody of a side has gone since the first time, metres; how often somebody
   * came into it, from 1.  */
  BaseVec *places;
  uint8_t *placed;
  double travelled_m[2];
  uint32_t arrivals;
} SimGrid;

#define SIM_GRID_NOBODY 255

void sim_grid_init (SimGrid *grid, float width_m, float height_m, size_t n_units);
void sim_grid_clear (SimGrid *grid);

size_t sim_grid_n_cells (const SimGrid *grid);
/* Number of the cell that a point is in.  */
size_t sim_grid_cell (const SimGrid *grid, BaseVec at);

/* Bytes that it holds.  */
size_t sim_grid_bytes (const SimGrid *grid, size_t n_units);

/* The units that a grid is made of: as many as it was begun for.  */
typedef struct {
  const float *x, *y;
  const uint8_t *side, *present, *alive;
  size_t n;
} SimGridUnits;

/* Sorts all units that are present and alive.  */
void sim_grid_rebuild (SimGrid *grid, const SimGridUnits *of);

/* Column or row of the cell that a place lies in, clamped to the grid.  */
static inline int
sim_grid_along (float metres, int count)
{
  return base_clampi ((int) (metres * (1 / SIM_GRID_CELL_M)), 0, count - 1);
}

/* Cells around a point: calls for each row with a range of one side's arrays.  Usage:
 *   SimGridWalk walk = sim_grid_walk (grid, side, at, radius);
 *   uint32_t first, end;
 *   while (sim_grid_next (&walk, &first, &end)) ...
 * The units may be farther than the radius; order is by cell, then id: the same everywhere.  */
typedef struct {
  const SimGrid *grid;
  int side;
  int c0, c1, row, r1;
} SimGridWalk;

SimGridWalk sim_grid_walk (const SimGrid *grid, int side, BaseVec at, float radius_m);
/* The same of a rectangle, so many metres to each side of its middle.  */
SimGridWalk sim_grid_walk_box (const SimGrid *grid, int side, BaseVec middle, float wide_m, float high_m);
bool sim_grid_next (SimGridWalk *walk, uint32_t *first, uint32_t *end);

/* True when any of the units k..k+7 of a side's arrays is nearer than so many metres squared; those
 * beyond the range that is walked may count.  */
static inline bool
sim_grid_any_within (const SimGrid *grid, int side, size_t k, BaseVec at, float square)
{
  const float *x = grid->x[side] + k, *y = grid->y[side] + k;
  BaseFour east = base_four (x) - at.x, north = base_four (y) - at.y;
  BaseFour farther_east = base_four (x + 4) - at.x, farther_north = base_four (y + 4) - at.y;

  return base_four_any (
      (east * east + north * north < square) |
      (farther_east * farther_east + farther_north * farther_north < square));
}

/* sim-grid-nearest.c */

/* The nearest of a side around a point: at most SIM_GRID_NEAREST, nearer than `within_m`, sorted by
 * distance and, at the same distance, by id.  Returns how many.  Cells are searched in rings from
 * the first that holds anybody, so that the cost hardly grows with the number of units.  */
#define SIM_GRID_NEAREST 8

typedef struct {
  uint32_t unit;
  float distance;
} SimNear;

int sim_grid_nearest (const SimGrid *grid, int side, BaseVec at, float within_m,
                      SimNear nearest[SIM_GRID_NEAREST]);

/* The same for who looks again and again, always at the same side.  He remembers all within somewhat
 * more than he needs: nobody goes faster than the fastest, so for some seconds the nearest are surely
 * among them.  Set to zero it remembers nobody.  It saves time and changes no result.  */
#define SIM_GRID_WATCHED 24

typedef struct {
  _Alignas (64) BaseVec at; /* where he looked from; who looks next is fetched by lines of the cache */
  float reach_m;      /* all nearer than this are remembered ... */
  float gap_m;        /* ... which is so much more than was needed */
  double travelled_m; /* then */
  uint32_t arrivals;  /* then; 0: nobody is remembered */
  uint32_t n;
  uint32_t units[SIM_GRID_WATCHED + BASE_LANES];
} SimWatch;

int sim_grid_nearest_again (const SimGrid *grid, int side, BaseVec at, float within_m,
                            SimWatch *watch, SimNear nearest[SIM_GRID_NEAREST]);

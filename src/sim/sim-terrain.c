/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at the ground: heights and lines of sight.  (It is made in sim-ground.c.)  */
#include "sim/sim-terrain.h"

#include "base/base-lanes.h"
#include "base/base-math.h"

#include <string.h>

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

/* From cell to cell along the line (Amanatides and Woo 1987).  A corner is passed by the cell east
 * or west of it.  */
bool
sim_terrain_walk (const SimGround *ground, SimMobility mobility, BaseVec from, BaseVec to)
{
  int column = sim_terrain_column (ground, from.x), row = sim_terrain_row (ground, from.y);
  int columns_left = sim_terrain_column (ground, to.x) - column;
  int rows_left = sim_terrain_row (ground, to.y) - row;
  int east = columns_left < 0 ? -1 : 1, north = rows_left < 0 ? -1 : 1;
  float dx = (to.x - from.x) * (float) east, dy = (to.y - from.y) * (float) north;
  float cell = ground->cell_m;
  /* Share of the way to the next border in each direction, and between two borders.  */
  float wide = dx > 0 ? cell / dx : 1e9f, high = dy > 0 ? cell / dy : 1e9f;
  float next_x = ((float) (column + (east > 0)) * cell - from.x) * (float) east;
  float next_y = ((float) (row + (north > 0)) * cell - from.y) * (float) north;
  float at_x = dx > 0 ? next_x / dx : 1e9f, at_y = dy > 0 ? next_y / dy : 1e9f;

  columns_left *= east;
  rows_left *= north;
  for (;;) {
    SimCover cover = (SimCover) ground->covers[row * ground->columns + column];

    if (sim_terrain_going (cover, mobility) <= 0)
      return false;
    if (columns_left == 0 && rows_left == 0)
      return true;
    if (rows_left == 0 || (columns_left > 0 && at_x <= at_y)) {
      column += east;
      columns_left--;
      at_x += wide;
    } else {
      row += north;
      rows_left--;
      at_y += high;
    }
  }
}

int
sim_terrain_minefield (const SimGround *ground, BaseVec at)
{
  return ground->mines == NULL ? 0 : ground->mines[sim_terrain_cell (ground, at)];
}

float
sim_terrain_roof (const SimGround *ground, BaseVec at)
{
  int cell = sim_terrain_cell (ground, at);

  return ground->covers[cell] == SIM_COVER_TOWN ? ground->tops_m[cell] - ground->heights_m[cell] : 0;
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

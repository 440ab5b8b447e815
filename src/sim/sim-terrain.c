/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at the ground: heights and lines of sight.  (It is made in sim-ground.c.)  */
#include "sim/sim-terrain.h"

#include "base/base-math.h"

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

/* A ray in units of cells, with the height of the line of sight along it.  */
typedef struct {
  float x, y, z;
  float dx, dy, dz;
} Ray;

/* Walks the inner points of a ray; both ends lie on the map, so every point does.  */
static bool
ray_is_free (const SimGround *ground, Ray ray, int steps, int first, int last)
{
  for (int i = 1; i < steps; i++) {
    int cell;

    ray.x += ray.dx;
    ray.y += ray.dy;
    ray.z += ray.dz;
    cell = (int) ray.y * ground->columns + (int) ray.x;
    /* Whoever stands among trees or houses looks out of and into their edge.  */
    if (ground->tops_m[cell] > ray.z && cell != first && cell != last)
      return false;
  }
  return true;
}

bool
sim_terrain_line_of_sight (const SimGround *ground, BaseVec from, float from_height_m, BaseVec to,
                           float to_height_m)
{
  float scale = 1 / ground->cell_m;
  float width = (float) ground->columns - 0.01f, height = (float) ground->rows - 0.01f;
  float x0 = base_clampf (from.x * scale, 0, width), y0 = base_clampf (from.y * scale, 0, height);
  float x1 = base_clampf (to.x * scale, 0, width), y1 = base_clampf (to.y * scale, 0, height);
  int steps = (int) base_sqrt ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
  float z0, z1, part;

  if (steps < 2)
    return true;
  z0 = sim_terrain_height (ground, from) + from_height_m;
  z1 = sim_terrain_height (ground, to) + to_height_m;
  part = 1.0f / (float) steps;
  return ray_is_free (
      ground, (Ray) {x0, y0, z0, (x1 - x0) * part, (y1 - y0) * part, (z1 - z0) * part}, steps,
      sim_terrain_cell (ground, from), sim_terrain_cell (ground, to));
}

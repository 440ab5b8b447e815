/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ground of a battle: made once from its definition, never changed afterwards.  */
#pragma once

#include "base/base-math.h"
#include "sim/sim.h"

/* Three kinds of legs: what a walker can cross, what carries fifty tons, and who pulls himself up
 * walls and cliffs with wire anchors.  */
typedef enum {
  SIM_MOBILITY_LIGHT,
  SIM_MOBILITY_HEAVY,
  SIM_MOBILITY_CLIMBER,
  SIM_N_MOBILITIES
} SimMobility;

/* Ground height in metres, bilinear between cell centres; clamped to the map.  */
float sim_terrain_height (const SimGround *ground, BaseVec at);

/* Column, row and index of the cell under a point, clamped to the map.  */
static inline int
sim_terrain_column (const SimGround *ground, float x)
{
  return base_clampi ((int) (x / ground->cell_m), 0, ground->columns - 1);
}

static inline int
sim_terrain_row (const SimGround *ground, float y)
{
  return base_clampi ((int) (y / ground->cell_m), 0, ground->rows - 1);
}

static inline int
sim_terrain_cell (const SimGround *ground, BaseVec at)
{
  return sim_terrain_row (ground, at.y) * ground->columns + sim_terrain_column (ground, at.x);
}

/* The nearest point at least so many metres from the edge of the map.  */
static inline BaseVec
sim_terrain_on_map (const SimGround *ground, BaseVec at, float margin_m)
{
  float east = (float) ground->columns * ground->cell_m - margin_m;
  float north = (float) ground->rows * ground->cell_m - margin_m;

  return base_vec (base_clampf (at.x, margin_m, east), base_clampf (at.y, margin_m, north));
}

static inline SimCover
sim_terrain_cover (const SimGround *ground, BaseVec at)
{
  return (SimCover) ground->covers[sim_terrain_cell (ground, at)];
}

/* Speed of going over a cover as a factor of the speed on open ground; 0: can not be entered.  */
static inline float
sim_terrain_going (SimCover cover, SimMobility mobility)
{
  static const float going[SIM_N_COVERS][SIM_N_MOBILITIES] = {
    [SIM_COVER_OPEN] = {1.0f, 1.0f, 1.0f},   [SIM_COVER_WOODS] = {0.55f, 0.35f, 0.55f},
    [SIM_COVER_TOWN] = {0.75f, 0.6f, 0.75f}, [SIM_COVER_MARSH] = {0.35f, 0.15f, 0.35f},
    [SIM_COVER_WATER] = {0.0f, 0.0f, 0.0f},  [SIM_COVER_ROAD] = {1.0f, 1.0f, 1.0f},
    [SIM_COVER_FORD] = {0.4f, 0.35f, 0.4f},  [SIM_COVER_BRIDGE] = {0.9f, 0.9f, 0.9f},
    [SIM_COVER_RUBBLE] = {0.5f, 0.4f, 0.65f}, [SIM_COVER_CLIFF] = {0.0f, 0.0f, 0.1f},
  };

  return going[cover][mobility];
}

/* How much of a target is hidden by what grows or stands around it: factor of the distance at
 * which it is made out.  */
static inline float
sim_terrain_concealment (SimCover cover)
{
  static const float shown[SIM_N_COVERS] = {
    [SIM_COVER_OPEN] = 1.0f,  [SIM_COVER_WOODS] = 0.4f, [SIM_COVER_TOWN] = 0.5f,
    [SIM_COVER_MARSH] = 0.8f, [SIM_COVER_WATER] = 1.0f, [SIM_COVER_ROAD] = 1.0f,
    [SIM_COVER_FORD] = 1.0f,  [SIM_COVER_BRIDGE] = 1.0f, [SIM_COVER_RUBBLE] = 0.55f,
    [SIM_COVER_CLIFF] = 1.0f,
  };

  return shown[cover];
}

/* True where half of a machine that stands still is behind trees, houses or heaps of stone.  */
static inline bool
sim_terrain_shelters (SimCover cover)
{
  return cover == SIM_COVER_WOODS || cover == SIM_COVER_TOWN || cover == SIM_COVER_RUBBLE;
}

/* The legs of a type.  */
static inline SimMobility
sim_type_mobility (const SimUnitType *type)
{
  if (type->climb_mps > 0)
    return SIM_MOBILITY_CLIMBER;
  return type->role == SIM_ROLE_TANK || type->weight_t >= 30 ? SIM_MOBILITY_HEAVY
                                                             : SIM_MOBILITY_LIGHT;
}

/* True when a straight walk between two points enters no closed cell.  */
bool sim_terrain_walk (const SimGround *ground, SimMobility mobility, BaseVec from, BaseVec to);

/* Minefield under a point, counted from 1; 0: none.  */
int sim_terrain_minefield (const SimGround *ground, BaseVec at);

/* Height of the roof over a point above the ground; 0 where there is none.  */
float sim_terrain_roof (const SimGround *ground, BaseVec at);

/* True when nothing of the ground, the woods or the houses stands between two points whose eyes
 * are so many metres above the ground.  Cost: one look a cell, eight at a time; stops at the first
 * that hides.  */
bool sim_terrain_line_of_sight (const SimGround *ground, BaseVec from, float from_height_m,
                                BaseVec to, float to_height_m);

/* The same with heights above the sea (of the map), for who has many to look at.  */
bool sim_terrain_sight (const SimGround *ground, BaseVec from, float from_z, BaseVec to,
                        float to_z);

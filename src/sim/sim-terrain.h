/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ground of a battle: made once from its definition, never changed afterwards.  */
#pragma once

#include "base/base-math.h"
#include "sim/sim.h"

/* Two kinds of legs: what a walker can cross and what carries fifty tons.  */
typedef enum {
  SIM_MOBILITY_LIGHT,
  SIM_MOBILITY_HEAVY,
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
    [SIM_COVER_OPEN] = {1.0f, 1.0f},   [SIM_COVER_WOODS] = {0.55f, 0.35f},
    [SIM_COVER_TOWN] = {0.75f, 0.6f},  [SIM_COVER_MARSH] = {0.35f, 0.15f},
    [SIM_COVER_WATER] = {0.0f, 0.0f},  [SIM_COVER_ROAD] = {1.0f, 1.0f},
    [SIM_COVER_FORD] = {0.4f, 0.35f},  [SIM_COVER_BRIDGE] = {0.9f, 0.9f},
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
    [SIM_COVER_FORD] = 1.0f,  [SIM_COVER_BRIDGE] = 1.0f,
  };

  return shown[cover];
}

/* True when nothing of the ground, the woods or the houses stands between two points whose eyes
 * are so many metres above the ground.  Cost: one look a cell, eight at a time; stops at the first
 * that hides.  */
bool sim_terrain_line_of_sight (const SimGround *ground, BaseVec from, float from_height_m,
                                BaseVec to, float to_height_m);

/* The same with heights above the sea (of the map), for who has many to look at.  */
bool sim_terrain_sight (const SimGround *ground, BaseVec from, float from_z, BaseVec to,
                        float to_z);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ground of a battle: made once from its definition, never changed afterwards.  */
#pragma once

#include "sim/sim.h"

/* Two kinds of legs: what a walker can cross and what carries fifty tons.  */
typedef enum {
  SIM_MOBILITY_LIGHT,
  SIM_MOBILITY_HEAVY,
  SIM_N_MOBILITIES
} SimMobility;

/* Ground height in metres, bilinear between cell centres; clamped to the map.  */
float sim_terrain_height (const SimGround *ground, BaseVec at);

SimCover sim_terrain_cover (const SimGround *ground, BaseVec at);

/* Index of the cell under a point, clamped to the map.  */
int sim_terrain_cell (const SimGround *ground, BaseVec at);

/* Speed of going over a cover as a factor of the speed on open ground; 0: can not be entered.  */
float sim_terrain_going (SimCover cover, SimMobility mobility);

/* How much of a target is hidden by what grows or stands around it: factor of the distance at
 * which it is made out.  */
float sim_terrain_concealment (SimCover cover);

/* True when nothing of the ground, the woods or the houses stands between two points whose eyes
 * are so many metres above the ground.  Cost: one look a cell; stops at the first block.  */
bool sim_terrain_line_of_sight (const SimGround *ground, BaseVec from, float from_height_m,
                                BaseVec to, float to_height_m);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Movement as the deciders use it (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* The point itself, or the nearest one that is a metre within the edge of the map.  */
BaseVec sim_move_on_map (const SimWorld *world, BaseVec at);

/* Sets where a unit goes (moved to the nearest ground it can stand on) and lets it go.  */
void sim_move_to (SimWorld *world, size_t unit, BaseVec goal);

/* Lets it come to a halt.  */
void sim_move_stop (SimWorld *world, size_t unit);

/* Speed it could go here now, metres a second.  */
float sim_move_speed (const SimWorld *world, size_t unit);

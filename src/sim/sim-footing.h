/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ground does to who goes over it: ways, mines, marsh, roofs (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* The legs of a unit, and what its ways go by: hidden ones keep to cover.  */
SimMobility sim_unit_mobility (const SimWorld *world, size_t unit);
SimRouteKind sim_unit_route_kind (const SimWorld *world, size_t unit);

/* Where a unit should steer for now on the way to its goal; false when there is no way.  Remembers
 * the leg it is on.  */
bool sim_unit_way (SimWorld *world, size_t unit, BaseVec *steer);

/* Is it held where it stands: stuck in marsh, or on its way down from a roof?  */
bool sim_unit_held (const SimWorld *world, size_t unit);

/* A speed as it may be kept where the way is narrow: who steers for a place close by, and can not see
 * past it, goes slowly enough to turn there, and between cliffs or banks turns before he goes.  */
float sim_unit_care (const SimWorld *world, size_t unit, float speed);

/* Height of its eyes above the ground, with the roof it stands on.  */
static inline float
sim_unit_eyes_m (const SimWorld *world, size_t unit)
{
  return sim_unit_type (world, unit)->height_m + world->units.roof_m[unit];
}

/* True when neither ground nor houses nor smoke stand between two units' eyes.  */
bool sim_unit_line_of_sight (const SimWorld *world, size_t from, size_t to);

/* Once a second for each unit, at its turn.  */
void sim_footing_step (SimWorld *world);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other end of supply: a pilot who is told to `resupply` drives to a Scavenger and comes back (private
 * to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Begins it; sim_supply_impossible() has been asked.  He comes back to where he is now.  */
void sim_supplied_begin (SimWorld *world, size_t unit);

/* Once a second, in the place of following a way.  */
void sim_supplied_decide (SimWorld *world, size_t unit);

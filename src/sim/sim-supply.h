/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scavengers: what they carry, whom they serve, what they take from wrecks (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Why this unit can not carry out `resupply` or `recover`, SIM_CAUSE_NONE when it can.  */
SimCause sim_supply_impossible (const SimWorld *world, size_t unit, const SimCommand *command);

/* Does this one of those addressed go?  Of several Scavengers, those that carry something.  */
bool sim_supply_takes_part (const SimWorld *world, size_t unit, const SimCommand *command);

/* Gives the unit the mission of a `resupply` or `recover` order.  */
void sim_supply_begin (SimWorld *world, size_t unit, const SimCommand *command);

/* Once a second, in the place of a pilot's decision.  */
void sim_supply_decide (SimWorld *world, size_t unit);

/* The enemy that it has just seen too near to stay; SIM_NOBODY.  */
uint32_t sim_supply_danger (const SimWorld *world, size_t supply);

/* What the mission of `unit` is about, from what an order aims at.  */
void sim_supply_set_scope (SimWorld *world, size_t unit, const SimTarget *target);

/* One who serves or is served goes where the other is, again when that one has moved on; he gives his order up when he
 * does not get on.  */
void sim_supply_go_to (SimWorld *world, size_t unit, BaseVec place);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who keep to others: a platoon that closes up, those who follow (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* An order about whom or where to go to begins for this unit; `mission` is what it does there.  */
void sim_company_begin (SimWorld *world, size_t unit, SimMission mission, const SimTarget *target);

/* What stands against such an order: whom it names is lost, or is none of ours.  */
SimCause sim_company_impossible (const SimWorld *world, const SimCommand *command);

/* Once a second on the way to the others; ends the mission of all who share it when they stand
 * together.  */
void sim_regroup_decide (SimWorld *world, size_t unit);

/* Once a second behind another one; ends the mission when that one is lost.  */
void sim_follow_decide (SimWorld *world, size_t unit);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who go to a post and there keep rules of fire: overwatch and ambush (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* What `hold_fire` says.  */
enum {
  SIM_FIRE_FREE,
  SIM_FIRE_HELD,    /* told to cease fire, or not to shoot first: until another order */
  SIM_FIRE_WATCHED, /* by the rule of his post, as long as he is on it */
};

/* What cease-fire held back may be fired again, by the rule of the post that it is on.  */
void sim_watch_free (SimWorld *world, size_t unit);

/* An order to go to a post begins: where this unit shall lie, near `at`.  */
BaseVec sim_watch_begin (SimWorld *world, size_t unit, const SimCommand *command, BaseVec at);

/* It has come to its post: goes to ground.  The last of those who share the order has it said.  */
void sim_watch_settle (SimWorld *world, size_t unit);

/* Once a second.  True when it lies at its post; false when it has to go on there.  */
bool sim_overwatch_decide (SimWorld *world, size_t unit);

/* The same in an ambush, which it springs for all who share the order.  */
bool sim_ambush_decide (SimWorld *world, size_t unit);

/* The eighth (0 north .. 7 north-west) that it watches.  */
int sim_watch_direction (const SimWorld *world, size_t unit);

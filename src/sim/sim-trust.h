/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of the people's trust in the handler, and why (private to sim; design: play, "Trust").
 *
 * A battle moves one person's trust by no more than trust_most_up and trust_most_down.  Each change is
 * kept with its reason and moment for after the battle; during it nobody is told a figure.  What follows
 * from trust is where it is asked for: delays and objections (sim-orders.c, sim-objection.c).  */
#pragma once

#include "sim/sim-world.h"

/* Of one person, if he lives.  */
void sim_trust_change (SimWorld *world, size_t unit, SimTrustReason reason, float by);
/* The same of all of a platoon, or of `unit` alone where it is somebody.  */
void sim_trust_change_platoon (SimWorld *world, size_t platoon, uint32_t unit, SimTrustReason reason,
                               float by);

/* `unit` was fetched out of a lost machine: he, and everyone else, know it.  */
void sim_trust_fetched (SimWorld *world, size_t unit);
/* The pilot of `unit` has died: of an order that she insisted on?  */
void sim_trust_death (SimWorld *world, size_t unit);
/* Is this order the same as one that was heard within repeated_s before it?  */
bool sim_trust_is_repeated (const SimWorld *world, uint32_t number);

/* The walk over the list of changes; is what was read within its bounds?  */
void sim_trust_walk (BaseCodec *codec, SimWorld *world);
bool sim_trust_bounded (const SimWorld *world);

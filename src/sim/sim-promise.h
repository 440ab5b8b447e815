/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help that the handler promised, with the time that she gave (private to sim; design: play, "Telling is
 * an order too").
 *
 * A platoon has one promise of each kind at a time.  It is kept when in that time, and after it was
 * made, a Scavenger begins on one of them (resupply); the wall's guns fall near them or a platoon that
 * did not so far fires at what is near them (support); others come to where they stood, who were not
 * there, and they leave it (relief).  Else it is broken when the time is over: a fault, and trust lost.
 * `cancel` said to those for whom the promise is the last that they were told calls it off: before half
 * its time that costs little, after it as much as breaking it.  The order stays open until then.  */
#pragma once

#include "sim/sim-world.h"

/* Has its platoon such a promise already?  */
bool sim_promise_is_open (const SimWorld *world, size_t unit, const SimCommand *command);
/* `unit` has taken in order `number`.  True when it is the first of its platoon: the order stays open
 * until sim-promise.c ends it for them.  */
bool sim_promise_begin (SimWorld *world, size_t unit, uint32_t number);
/* Once a second.  */
void sim_promise_step (SimWorld *world);
/* The wall's rounds fall there.  */
void sim_promise_guns (SimWorld *world, BaseVec place);
/* `command` is to cancel.  True when it called a promise off, and is about no order.  */
bool sim_promise_cancel (SimWorld *world, const SimCommand *command);

/* The walk over the promises; is what was read within its bounds?  */
void sim_promise_walk (BaseCodec *codec, SimWorld *world);
bool sim_promise_bounded (const SimWorld *world);

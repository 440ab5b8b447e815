/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People out of their machines (private to sim; design: play, "Task, people, score").  */
#pragma once

#include "sim/sim-world.h"

/* The machine is lost: its pilot dies, or is on foot beside it; who rode with him shares that.  */
void sim_rescue_bail_out (SimWorld *world, size_t unit, bool cockpit);

/* Its machine gives out: the pilot leaves it unhurt and waits beside it under cover, where his time does not run
 * and nobody leaves him behind; likewise who rode with him.  Nothing happens to one that is lost already.  */
void sim_rescue_strand (SimWorld *world, size_t unit);

/* Whom an order to fetch somebody means: a unit's index or SIM_NOBODY.  */
uint32_t sim_rescue_whom (const SimWorld *world, const SimTarget *target);

/* Which of those addressed goes: the nearest that can walk; SIM_NOBODY.  */
uint32_t sim_rescue_who_goes (const SimWorld *world, const SimCommand *command,
                              bool (*addressed) (const SimWorld *, const SimCommand *, size_t));

/* Why this one can not be fetched, as far as the speaker knows.  */
SimCause sim_rescue_impossible (const SimWorld *world, const SimCommand *command);

void sim_rescue_begin (SimWorld *world, size_t unit, const SimCommand *command);
/* Once a second, of a unit on that mission.  */
void sim_rescue_decide (SimWorld *world, size_t unit);

/* A platoon that has peace fetches its own.  True when somebody set out.  */
bool sim_rescue_unasked (SimWorld *world, size_t platoon);

/* Once a second, of one machine of ours: its pilot's life outside, or the end of his ride.  */
void sim_rescue_live (SimWorld *world, size_t unit);

/* The battle is over: who is still out there with the Legion near is lost.  */
void sim_rescue_finish (SimWorld *world);

/* Is anybody riding with this machine?  */
bool sim_rescue_carries (const SimWorld *world, size_t unit);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emergencies that want an answer from the handler (private to sim; design: play, "Task, people,
 * score" and "Trust").
 *
 * A platoon that cries for help, and was heard, wants an order: any to it, about it, or that sends
 * somebody there.  The time for that (emergency_answer_s) runs only in free air: while nobody
 * speaks and the link is up.  After it the emergency is a fault.  All of one platoon's cries count
 * as one until it is answered, or has been quiet for emergency_quiet_s.  What she ordered within
 * emergency_ordered_s before it is its answer; who is falling back already, or is no more, wants
 * none.  */
#pragma once

#include "sim/sim-world.h"

/* She has heard a report of the class of emergencies.  */
void sim_emergency_heard (SimWorld *world, const SimReport *report);
/* Those addressed have heard an order of hers, whatever they make of it.  */
void sim_emergency_ordered (SimWorld *world, const SimCommand *command);
/* Each tick.  */
void sim_emergency_step (SimWorld *world);

/* The walk over what is kept of emergencies, and of faults.  */
void sim_emergency_walk (BaseCodec *codec, SimWorld *world);

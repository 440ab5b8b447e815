/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pilot says to an order that he thinks too dangerous, and her answer (private to sim; design:
 * play, "Objection").
 *
 * The order is refused at once, with a reason and what he would do instead.  For objection_s after that
 * she may insist: he does it after all, up to a higher danger, and trusts her less.  Or she may drop it,
 * which costs nothing; an order that is what he proposed, given within objection_s of the drop, is
 * accepted without another objection, and is something to him.  Without an answer it stays refused.  */
#pragma once

#include "sim/sim-world.h"

/* The most danger that `unit` accepts an order with.  */
float sim_objection_most (const SimWorld *world, size_t unit, bool insisted);
/* `unit` objects to order `number`: his words; the order is remembered.  */
SimReport sim_objection_report (SimWorld *world, size_t unit, uint32_t number);
/* Is it a phrase that refuses an order and gives a reason: REFUSE, or one of those that also propose
 * something?  What is said under net short (REFUSE_SHORT), and WILL_NOT, give none.  */
bool sim_objection_is_refusal (unsigned phrase);
/* He has read order `number` back: what he thinks of it, if he tells her such things.  */
void sim_objection_advise (SimWorld *world, size_t unit, uint32_t number);

/* The order that one addressed by `command` has refused within the time that she has; 0: none.  `unit`
 * is who did.  */
uint32_t sim_objection_find (const SimWorld *world, const SimCommand *command, size_t *unit);
/* She insisted on it or dropped it.  */
void sim_objection_insisted (SimWorld *world, uint32_t number);
void sim_objection_dropped (SimWorld *world, uint32_t number);

/* Is this what `unit` proposed instead of an order that she has dropped?  If so it is over with that.  */
bool sim_objection_takes_up (SimWorld *world, size_t unit, const SimCommand *command);

/* The walk over what is remembered; is what was read within its bounds?  */
void sim_objection_walk (BaseCodec *codec, SimWorld *world);
bool sim_objection_bounded (const SimWorld *world);

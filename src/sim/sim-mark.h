/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders that wait for a mark (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Is this an order to be kept until its mark is given, or its time comes?  The latter alone?  */
bool sim_mark_prepares (const SimCommand *command);
bool sim_mark_is_timed (const SimCommand *command);

/* A unit keeps order `number`: in the place of what it kept for the same mark, or of the oldest when it
 * keeps too many.  */
void sim_mark_keep (SimWorld *world, size_t unit, uint32_t number);

/* Does it keep that order?  */
bool sim_mark_keeps (const SimWorld *world, size_t unit, uint32_t number);

/* Takes out what it keeps for a mark; 0: nothing.  */
uint32_t sim_mark_take (SimWorld *world, size_t unit, unsigned mark);

/* Takes out what it keeps whose time has come, counted from its first word; 0: nothing.  */
uint32_t sim_mark_take_due (SimWorld *world, size_t unit);

/* Ends what it keeps for a mark (0: for any) in this way.  */
void sim_mark_drop (SimWorld *world, size_t unit, unsigned mark, SimOrderState state, SimCause cause);

/* What stands in a slot of a unit has come to an end (sim-orders.c).  */
void sim_order_slot_end (SimWorld *world, size_t unit, uint32_t *slot, SimOrderState state,
                         SimCause cause);

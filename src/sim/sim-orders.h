/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order, from when it is heard until it ends: what its two files share (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Tells the handler what became of order `number`; she hears of it later when she is cut off.  `unit` is
 * the one it became so for, or SIM_NOBODY.  */
void sim_order_emit (SimWorld *world, uint32_t number, SimOrderState state, SimCause cause,
                     uint32_t unit);

/* Is this unit meant, and is it by its own call sign?  */
bool sim_order_addresses (const SimWorld *world, const SimCommand *command, size_t unit);
bool sim_order_names (const SimCommand *command, size_t unit);

/* Who answers for those addressed: the first unit named, else the leader of the first platoon named, else
 * whoever leads of all that are alive.  SIM_NOBODY: nobody is left.  */
uint32_t sim_order_spokesman (const SimWorld *world, const SimCommand *command);

/* Of how many other platoons somebody says that he has heard this order too, when it is read back.  */
unsigned sim_order_copies (const SimWorld *world, const SimCommand *command);

/* Is it about whom to be with?  */
bool sim_order_keeps_to_others (unsigned verb);

/* Begun as soon as it is understood, under fire as well?  */
bool sim_order_needs_no_wait (SimVerb verb);

/* Begins what is due in this tick, unit by unit (sim-order-begin.c).  */
void sim_orders_begin_due (SimWorld *world);

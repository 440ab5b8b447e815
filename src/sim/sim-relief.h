/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Held until relieved (private to sim).
 *
 * Such an order is not done when its place is reached: it stays the machine's order, so that nobody is moved from
 * there on the captain's initiative, until others whose own, later order leads there stand within the square or
 * place that was named, or relief_m of it; or until another order, or cancel.  */
#pragma once

#include "sim/sim-world.h"

/* Does the order of this machine go on when it has arrived?  */
bool sim_relief_is_awaited (const SimWorld *world, size_t unit);
/* `unit` has got to where its order leads: whoever waits to be relieved there is.  */
void sim_relief_arrived (SimWorld *world, size_t unit);
/* Once a second: those whose order lets them stand there (a post, an ambush) relieve as well.  */
void sim_relief_step (SimWorld *world);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Her own orders that wait for air, and what she does to them before they are said (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* The one of hers that is to be said first, or NULL: as she put them in order; behind those the others as
 * they were given; before all one that was cut off since.  */
const SimUtterance *sim_queue_first (const SimWorld *world);

/* Takes the edits given since the last step; one of an order that is itself not yet taken waits with it.  */
void sim_queue_take_edits (SimWorld *world);

/* Tells her what waits, when that has changed and once a second.  */
void sim_queue_tell (SimWorld *world);

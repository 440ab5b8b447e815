/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scavengers that were given a way before the battle (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Does this one have a part of the convoy's way still before it, and nobody told it to stay?  */
bool sim_convoy_is_under_way (const SimWorld *world, size_t supply);

/* Is it one of a convoy, wherever on its way?  It then belongs there and not at the base.  */
bool sim_convoy_has (const SimWorld *world, size_t supply);

/* Does it still gather for the way?  It can not be sent off before it is ready to leave.  */
bool sim_convoy_gathers (const SimWorld *world, size_t supply);

/* Once a second, before what a Scavenger does unasked; true when that was all it does now.  */
bool sim_convoy_decide (SimWorld *world, size_t supply);

/* An order of this verb begins: who is sent somewhere stays there until that is cancelled.  */
void sim_convoy_ordered (SimWorld *world, size_t supply, unsigned verb);

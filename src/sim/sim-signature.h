/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far off a machine shows, and how far off its steps are felt (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Factor of the distance at which eyes with a reach of 1 make out this machine: its size, what
 * grows or stands around it, posture, motion, firing, dormancy.  1 is a Juggernaut that walks over
 * open ground.  Kept in the column `shown`, which is renewed at the unit's turn to look.  */
float sim_signature_shown (const SimWorld *world, size_t unit);

/* Distance in metres at which somebody who stands still on open ground feels the steps of this
 * machine: feel_least_m for the lightest to feel_most_m for the heaviest; 0 for what stands or
 * flies.  `feel_m` is that of the one who feels.  */
float sim_signature_tremor (const SimWorld *world, size_t unit, float feel_m);

/* What a looker's own motion leaves of his feeling: 1 standing or careful.  */
float sim_signature_feeling (const SimWorld *world, size_t unit);

/* What no machine of a side ever shows more of.  */
float sim_signature_most (const SimWorld *world, SimSide side);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the link costs her who is on it (private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* Once a second: strain runs to its level; held too high it cuts her off for a while.  */
void sim_strain_step (SimWorld *world);

/* The level that strain runs to, 0..100, by who is synced and what they hear.  */
float sim_strain_level (const SimWorld *world);

/* Share of a transmission that goes under at this strain, 0..1.  */
float sim_strain_lost_share (const SimWorld *world);

/* Is she cut off?  Nothing that is said reaches her then, but for the desk's words, and she can say
 * nothing; the squadron's net goes on without her.  */
bool sim_strain_is_cut (const SimWorld *world);

/* Seconds until the link comes back, 0 when it is not cut; and until it is cut, if strain is so high
 * and goes on like this, 0 when it is not.  */
float sim_strain_cut_s (const SimWorld *world);
float sim_strain_cut_in_s (const SimWorld *world);

/* A pilot who was on the link dies, and everyone on it hears that.  */
void sim_strain_death (SimWorld *world);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Swarms of jammers: clouds that drift toward where radio is used, a field of strength around
 * them, and what an airburst does (design: play, "Jam and recon"; private to sim).  */
#pragma once

#include "sim/sim-world.h"

/* A cloud for each jammer of the Legion, up to SIM_MAX_CLOUDS; the rest jam nothing.  */
void sim_jam_init (SimWorld *world);

/* Strength of jamming at a point, 0..1: 1 in a whole core, 0 at the end of the fringe.  */
float sim_jam_at (const SimWorld *world, BaseVec at);

/* An airburst at a point cuts the strength of every cloud whose core it lies in by `cut` (0..1):
 * a salvo of missiles 0.4, a round of the wall 0.6.  A cloud cut below jam_window_below leaves a
 * window, in which it does not jam at all.  True when a core was struck.  */
bool sim_jam_strike (SimWorld *world, BaseVec at, float cut);

/* The jammer in whose core a point lies, SIM_NOBODY: none.  */
uint32_t sim_jam_over (const SimWorld *world, BaseVec at);

/* Once a second: clouds drift, grow again, and the desk says when data are back.  */
void sim_jam_step (SimWorld *world);

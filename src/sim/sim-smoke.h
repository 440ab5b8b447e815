/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Smoke and fire (private to sim).
 *
 * A cloud of smoke grows to its radius, drifts with the wind and thins out toward its end.  Who looks
 * through it sees less of what is behind, and nothing through enough of it.  A fire stands where it
 * is, feeds a cloud downwind of it, lights up who is near in the dark, and in dry woods takes hold
 * of the trees beside it.  Some wrecks burn.  */
#pragma once

#include "sim/sim-world.h"

/* A cloud that reaches `radius_m` after a few seconds and is gone after `seconds`.  When the sky is
 * full of smoke (SIM_MAX_SMOKES) the cloud that has least time left gives way.  */
void sim_smoke_add (SimWorld *world, BaseVec at, float radius_m, float seconds);

/* Works out anew what is derived of them: after a load.  */
void sim_smoke_rebuild (SimWorld *world);

/* Sets a place on fire, unless it burns there already or nothing more can burn.  */
void sim_fire_add (SimWorld *world, BaseVec at, float seconds);

/* Once a tick: clouds drift, fires burn.  Costs nothing when there are none.  */
void sim_smoke_step (SimWorld *world);

/* Share of light that is let through between two points, 1 down to 0.  */
float sim_smoke_clear (const SimWorld *world, BaseVec from, BaseVec to);

/* True when what lies between can not be seen through.  */
bool sim_smoke_hides (const SimWorld *world, BaseVec from, BaseVec to);

/* True when a fire within 60 m lights this place up.  */
bool sim_fire_near (const SimWorld *world, BaseVec at);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways over the ground: one flow field for each goal, shared by all who go there.
 *
 * A field holds, for each 100 m node, the direction of the cheapest way to the goal (Dijkstra's
 * algorithm with buckets, Dial 1969).  Fields are a cache: the same goal always gives the same
 * field, so they are not state.  */
#pragma once

#include "sim/sim-terrain.h"

typedef struct SimRouter SimRouter;

SimRouter *sim_router_new (const SimGround *ground);
void sim_router_free (SimRouter *router);

/* Where to steer for from `at` to reach `goal`: a point about one node ahead, or the goal itself
 * when it is near and nothing lies between.  Returns false when there is no way.  */
bool sim_router_next (SimRouter *router, SimMobility mobility, BaseVec at, BaseVec goal,
                      BaseVec *steer);

/* The point nearest to `at` that can be stood on by this mobility.  */
BaseVec sim_router_nearest (const SimRouter *router, SimMobility mobility, BaseVec at);

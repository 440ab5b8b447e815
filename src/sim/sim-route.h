/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways over the ground, in two levels.
 *
 * Fine: nodes of about 100 m, each entered at its best cell; a flow field holds for each node the
 * direction of the cheapest way to a goal (Dijkstra's algorithm with buckets, Dial 1969) and is
 * shared by all who go there.  Coarse: regions, the parts of squares of eight by eight nodes that
 * hang together, with a tree of ways to each goal.  Who goes far goes from leg to leg: the coarse
 * tree names a region a few squares ahead, and a fine field, shared by all who pass there, leads
 * to its middle (after hierarchical path-finding, Botea, Müller and Schaeffer 2004).
 *
 * All of it is a cache: the same question always gives the same answer, whoever asked before, so
 * it is not state.  Used by the one thread of its world.  */
#pragma once

#include "sim/sim-terrain.h"

typedef struct SimRouter SimRouter;

/* What a way is for: the legs, whether it keeps to cover, and whose maps of minefields it goes by.
 * A mobility alone is such a kind: the squadron's, in the open.  */
typedef unsigned SimRouteKind;

#define SIM_N_ROUTE_KINDS (4u * SIM_N_MOBILITIES)

static inline SimRouteKind
sim_route_kind (SimMobility mobility, bool covert, SimSide side)
{
  return (unsigned) mobility + SIM_N_MOBILITIES * ((unsigned) covert + 2u * (unsigned) side);
}

/* Borrows the ground.  Makes the tables of a kind when it is first asked for.  */
SimRouter *sim_router_new (const SimGround *ground);
void sim_router_free (SimRouter *router);

/* The minefields a side knows of, a bit for each in the order of the ground: its ways avoid them.
 * Forgets those of that side's ways that something which changes might change.  */
void sim_router_set_known (SimRouter *router, SimSide side, uint32_t minefields);

/* The next leg of the way from `at` to `goal`: the goal itself when it is not far by the way, else a
 * place on it that is nearer to the goal by the coarse tree than any before.  Returns false when
 * there is no way.  */
bool sim_router_leg (SimRouter *router, SimRouteKind kind, BaseVec at, BaseVec goal, BaseVec *leg);

/* Where to steer for from `at` to reach `goal`: a point up to four nodes ahead, or the goal itself
 * when it is near and nothing lies between.  `steer` holds what was answered before to the same
 * traveller, or any other point when he sets out.  Returns false when there is no way.  Costs a search
 * of the ground between when nobody went there before: for a far goal ask for the leg first.  */
bool sim_router_next (SimRouter *router, SimRouteKind kind, BaseVec at, BaseVec goal,
                      BaseVec *steer);

/* True when something closed is so near that one should not turn in a wide bow.  */
bool sim_router_tight (SimRouter *router, SimRouteKind kind, BaseVec at);

/* The point nearest to `at` that can be stood on and left: itself, or the middle of a cell.  */
BaseVec sim_router_nearest (SimRouter *router, SimRouteKind kind, BaseVec at);

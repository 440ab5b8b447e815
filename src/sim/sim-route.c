/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-route-private.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK 4 /* nodes on a side of the blocks whose goals share a field */
#define STRAIGHT_M 700.0f
#define RINGS 12     /* of nodes, looked through for open ground */
#define DIRECT 6     /* squares: a goal no farther by the way needs no leg */
#define LEG_AHEAD 3  /* squares: a leg is at least so far ahead */
#define LEG_SHARED 4 /* legs are so many squares apart, counted from the goal */

SimRouter *
sim_router_new (const SimGround *ground)
{
  SimRouter *router = calloc (1, sizeof *router);

  router->ground = ground;
  router->cells = base_clampi ((int) (ROUTE_NODE_M / ground->cell_m + 0.5f), 1, 8);
  router->node_m = (float) router->cells * ground->cell_m;
  router->columns = (ground->columns + router->cells - 1) / router->cells;
  router->rows = (ground->rows + router->cells - 1) / router->cells;
  router->n_nodes = router->columns * router->rows;
  router->tile_columns = (router->columns + ROUTE_TILE - 1) / ROUTE_TILE;
  router->n_tiles = router->tile_columns * ((router->rows + ROUTE_TILE - 1) / ROUTE_TILE);
  router->distances = malloc ((size_t) router->n_nodes * sizeof *router->distances);
  router->directions = malloc ((size_t) router->n_nodes);
  router->touched = malloc ((size_t) router->n_nodes * sizeof *router->touched);
  memset (router->distances, 0xff, (size_t) router->n_nodes * sizeof *router->distances);
  router->free_waiting = ROUTE_NONE;
  router->fields = calloc (ROUTE_N_FIELDS, sizeof *router->fields);
  for (int i = 0; i < ROUTE_N_FIELDS; i++)
    router->fields[i].goal = -1;
  router->trees = calloc (ROUTE_N_TREES, sizeof *router->trees);
  for (int i = 0; i < ROUTE_N_TREES; i++)
    router->trees[i].goal = -1;
  for (int i = 0; i < ROUTE_N_BUCKETS; i++)
    router->heads[i] = ROUTE_NONE;
  for (int i = 0; i < ground->n_minefields; i++)
    for (int side = 0; side < 2; side++)
      router->known[side] |= (uint32_t) (ground->minefields[i].known >> side & 1) << i;
  return router;
}

void
sim_router_free (SimRouter *router)
{
  if (router == NULL)
    return;
  for (int m = 0; m < SIM_N_MOBILITIES; m++)
    route_legs_free (router->legs[m]);
  for (unsigned k = 0; k < SIM_N_ROUTE_KINDS; k++)
    route_kind_free (router->kinds[k]);
  for (int i = 0; i < ROUTE_N_FIELDS; i++)
    free (router->fields[i].tiles);
  for (int i = 0; i < ROUTE_N_TREES; i++) {
    free (router->trees[i].next);
    free (router->trees[i].depth);
  }
  free (router->fields);
  free (router->trees);
  free (router->pool);
  free (router->free_tiles);
  free (router->distances);
  free (router->directions);
  free (router->touched);
  free (router->waiting);
  free (router);
}

void
sim_router_set_known (SimRouter *router, SimSide side, uint32_t minefields)
{
  if (router->known[side] == minefields)
    return;
  router->known[side] = minefields;
  for (unsigned k = 0; k < SIM_N_ROUTE_KINDS; k++)
    if (k / (2 * SIM_N_MOBILITIES) == (unsigned) side && router->kinds[k] != NULL)
      route_forget_kind (router, k);
}

/* ---- Where one is -------------------------------------------------------------------------- */

static bool
walk (const SimRouter *router, SimRouteKind kind, BaseVec from, BaseVec to)
{
  SimMobility mobility = (SimMobility) (kind % SIM_N_MOBILITIES);

  return route_all_open (router, router->legs[mobility], from, to) ||
         sim_terrain_walk (router->ground, mobility, from, to);
}

/* True when a straight walk of up to STRAIGHT_M meets nothing closed.  */
static bool
straight (const SimRouter *router, SimRouteKind kind, BaseVec at, BaseVec goal)
{
  return base_vec_distance (at, goal) <= STRAIGHT_M && walk (router, kind, at, goal);
}

/* A node in growing rings around `at`, by ring and then by index: the first whose entry can be
 * walked to, or merely the first that is open.  -1: none.  */
static int
node_near (const SimRouter *router, SimRouteKind kind, BaseVec at, int rings, bool reached)
{
  const RouteLegs *legs = router->legs[kind % SIM_N_MOBILITIES];
  int here = route_node_of (router, at);
  int column = here % router->columns, row = here / router->columns;

  for (int ring = 0; ring < rings; ring++)
    for (int y = row - ring; y <= row + ring; y++)
      for (int x = column - ring; x <= column + ring; x++) {
        bool edge = abs (x - column) == ring || abs (y - row) == ring;
        int node = y * router->columns + x;

        if (edge && x >= 0 && y >= 0 && x < router->columns && y < router->rows &&
            legs->entries[node] != ROUTE_NO_ENTRY &&
            (!reached || walk (router, kind, at, route_entry (router, legs, node))))
          return node;
      }
  return -1;
}

/* The node from which the way of one who stands at `at` begins; -1: there is none.  */
static int
node_for (const SimRouter *router, SimRouteKind kind, BaseVec at)
{
  int node = node_near (router, kind, at, 3, true);

  return node >= 0 ? node : node_near (router, kind, at, RINGS, false);
}

BaseVec
sim_router_nearest (const SimRouter *router, SimRouteKind kind, BaseVec at)
{
  const SimGround *ground = router->ground;
  SimMobility mobility = (SimMobility) (kind % SIM_N_MOBILITIES);
  int column = sim_terrain_column (ground, at.x), row = sim_terrain_row (ground, at.y);

  if (sim_terrain_going (sim_terrain_cover (ground, at), mobility) > 0)
    return at;
  for (int ring = 1; ring < RINGS * router->cells; ring++)
    for (int y = row - ring; y <= row + ring; y++)
      for (int x = column - ring; x <= column + ring; x++) {
        bool edge = abs (x - column) == ring || abs (y - row) == ring;

        if (edge && x >= 0 && y >= 0 && x < ground->columns && y < ground->rows &&
            sim_terrain_going ((SimCover) ground->covers[y * ground->columns + x], mobility) > 0)
          return base_vec (((float) x + 0.5f) * ground->cell_m, ((float) y + 0.5f) * ground->cell_m);
      }
  return at;
}

/* ---- Goals --------------------------------------------------------------------------------- */

/* Goals of one block share a field: that of the block's first node from which one can walk straight
 * to the goal, so that both are on the same side of any water.  A function of the ground alone.  */
static int
shared_goal (SimRouter *router, SimRouteKind kind, int goal)
{
  const RouteLegs *legs = router->legs[kind % SIM_N_MOBILITIES];
  int column = goal % router->columns / BLOCK * BLOCK, row = goal / router->columns / BLOCK * BLOCK;
  int32_t *shared = &router->kinds[kind]->shared[goal];
  BaseVec entry = route_entry (router, legs, goal);

  if (*shared >= 0)
    return *shared;
  *shared = goal;
  for (int y = row; y < row + BLOCK && y < router->rows; y++)
    for (int x = column; x < column + BLOCK && x < router->columns; x++) {
      int node = y * router->columns + x;

      if (legs->entries[node] != ROUTE_NO_ENTRY &&
          straight (router, kind, route_entry (router, legs, node), entry)) {
        *shared = node;
        return node;
      }
    }
  return *shared;
}

/* Both ends of a way, in nodes; false when they do not hang together.  */
static bool
find_ends (SimRouter *router, SimRouteKind kind, BaseVec at, BaseVec goal, int *start, int *end)
{
  const RouteLegs *legs = router->legs[kind % SIM_N_MOBILITIES];

  *start = node_for (router, kind, at);
  *end = node_for (router, kind, goal);
  return *start >= 0 && *end >= 0 && legs->parts[*start] == legs->parts[*end];
}

bool
sim_router_leg (SimRouter *router, SimRouteKind kind, BaseVec at, BaseVec goal, BaseVec *leg)
{
  const RouteLegs *legs = route_legs (router, (SimMobility) (kind % SIM_N_MOBILITIES));
  const RouteTree *tree;
  int start, end, region, depth;

  *leg = goal;
  if (straight (router, kind, at, goal))
    return true;
  if (!find_ends (router, kind, at, goal, &start, &end))
    return false;
  tree = route_tree (router, kind, end);
  region = legs->regions[start];
  depth = (tree->depth[region] - LEG_AHEAD) / LEG_SHARED * LEG_SHARED;
  if (tree->depth[region] <= DIRECT)
    return true;
  while (tree->depth[region] > depth)
    region = tree->next[region];
  *leg = route_entry (router, legs, legs->hubs[region]);
  return true;
}

/* ---- Steering ------------------------------------------------------------------------------ */

bool
sim_router_next (SimRouter *router, SimRouteKind kind, BaseVec at, BaseVec goal, BaseVec *steer)
{
  const RouteLegs *legs = route_legs (router, (SimMobility) (kind % SIM_N_MOBILITIES));
  int node, end;
  const RouteField *field;

  route_kind (router, kind);
  if (straight (router, kind, at, goal)) {
    *steer = goal;
    return true;
  }
  if (!find_ends (router, kind, at, goal, &node, &end))
    return false;
  field = route_field (router, kind, shared_goal (router, kind, end), node);
  /* Look ahead as far as one can walk straight, so that eight directions do not make zigzags.  */
  *steer = route_entry (router, legs, node);
  for (int ahead = 0; ahead < 4; ahead++) {
    unsigned direction = route_direction (router, field, node);
    BaseVec entry;

    if (direction == ROUTE_AT_GOAL)
      break;
    node = route_node_beside (router, node, (int) direction);
    entry = route_entry (router, legs, node);
    /* From the middle of its own node the next one is reached in any case.  */
    if (!straight (router, kind, at, entry) &&
        (ahead > 0 || base_vec_distance (at, *steer) > 0.3f * router->ground->cell_m))
      break;
    *steer = entry;
  }
  return true;
}

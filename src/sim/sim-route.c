/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-route-private.h"

#include <stdlib.h>
#include <string.h>

#define STRAIGHT_M 700.0f
#define RINGS 12     /* of nodes, looked through for open ground */
#define DIRECT 6     /* squares: a goal no farther by the way needs no leg */
#define LEG_AHEAD 3  /* squares: a leg is at least so far ahead */
#define LEG_SHARED 4 /* legs are so many squares apart, counted from the goal */

/* Nodes on either side of a table in which one looks at all eight neighbours of a node, four at a time.  */
static size_t
padding_of (const SimRouter *router)
{
  return (size_t) router->columns + 4;
}

void *
route_padded_new (const SimRouter *router, size_t size)
{
  uint8_t *table = calloc ((size_t) router->n_nodes + 2 * padding_of (router), size);

  return table + padding_of (router) * size;
}

void
route_padded_free (const SimRouter *router, void *table, size_t size)
{
  if (table != NULL)
    free ((uint8_t *) table - padding_of (router) * size);
}

SimRouter *
sim_router_new (const SimGround *ground)
{
  SimRouter *router = calloc (1, sizeof *router);

  router->ground = ground;
  router->cells = base_clampi ((int) (ROUTE_NODE_M / ground->cell_m + 0.5f), 1, 8);
  router->share = (65536 + (uint32_t) router->cells - 1) / (uint32_t) router->cells;
  router->node_m = (float) router->cells * ground->cell_m;
  router->columns = (ground->columns + router->cells - 1) / router->cells;
  router->rows = (ground->rows + router->cells - 1) / router->cells;
  router->row_share = (((uint64_t) 1 << 32) + (uint64_t) router->columns - 1) / (uint64_t) router->columns;
  router->n_nodes = router->columns * router->rows;
  router->tile_columns = (router->columns + ROUTE_TILE - 1) / ROUTE_TILE;
  router->n_tiles = router->tile_columns * ((router->rows + ROUTE_TILE - 1) / ROUTE_TILE);
  router->distances = route_padded_new (router, sizeof *router->distances);
  router->touched = malloc ((size_t) router->n_nodes * sizeof *router->touched);
  memset (router->distances, 0xff, (size_t) router->n_nodes * sizeof *router->distances);
  router->fields = calloc (ROUTE_N_FIELDS, sizeof *router->fields);
  for (int i = 0; i < ROUTE_N_FIELDS; i++)
    router->fields[i].goal = -1;
  router->trees = calloc (ROUTE_N_TREES, sizeof *router->trees);
  for (int i = 0; i < ROUTE_N_TREES; i++)
    router->trees[i].goal = -1;
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
    route_kind_free (router, router->kinds[k]);
  for (int i = 0; i < ROUTE_N_FIELDS; i++) {
    free (router->fields[i].tiles);
    free (router->fields[i].held);
    free (router->fields[i].front);
  }
  for (int i = 0; i < ROUTE_N_TREES; i++) {
    free (router->trees[i].next);
    free (router->trees[i].depth);
    free (router->trees[i].distances);
    free (router->trees[i].waiting);
  }
  free (router->fields);
  free (router->trees);
  free (router->pool);
  free (router->free_tiles);
  route_padded_free (router, router->distances, sizeof *router->distances);
  free (router->touched);
  for (int i = 0; i < ROUTE_N_BUCKETS; i++)
    free (router->buckets[i].nodes);
  free (router);
}

void
sim_router_set_known (SimRouter *router, SimSide side, uint32_t minefields)
{
  RouteBox box;
  bool anywhere = route_box_of_mines (router, router->known[side] ^ minefields, &box);

  router->known[side] = minefields;
  for (unsigned k = 0; anywhere && k < SIM_N_ROUTE_KINDS; k++)
    if (k / (2 * SIM_N_MOBILITIES) == (unsigned) side && router->kinds[k] != NULL) {
      route_kind_renew (router, k, box);
      route_renew_regions (router, k, box);
      route_forget_fields (router, k, box);
    }
}

/* ---- Where one is -------------------------------------------------------------------------- */

static bool
walk (const SimRouter *router, SimRouteKind kind, BaseVec from, BaseVec to)
{
  SimMobility mobility = (SimMobility) (kind % SIM_N_MOBILITIES);

  return route_none_between (router, router->legs[mobility]->closed, from, to) ||
         sim_terrain_walk (router->ground, mobility, from, to);
}

/* True when nothing on a straight line is rougher than its two ends.  */
static bool
no_rougher (const SimRouter *router, SimRouteKind kind, BaseVec from, BaseVec to)
{
  const uint8_t *costs = router->kinds[kind]->costs;
  BaseVec along = base_vec_sub (to, from);
  int steps = (int) (base_vec_length (along) / (0.2f * router->node_m)) + 1;
  uint8_t first = costs[route_node_of (router, from)], last = costs[route_node_of (router, to)];
  uint8_t most = first > last ? first : last;

  most = most < router->kinds[kind]->smooth ? router->kinds[kind]->smooth : most;
  for (int i = 1; i < steps; i++) {
    BaseVec at = base_vec_add (from, base_vec_scale (along, (float) i / (float) steps));

    if (costs[route_node_of (router, at)] > most)
      return false;
  }
  return true;
}

/* True when a straight walk of up to STRAIGHT_M meets nothing closed, and nothing that a way would
 * lead round: nothing rough, or not more so than its two ends.  */
static bool
straight (const SimRouter *router, SimRouteKind kind, BaseVec at, BaseVec goal)
{
  SimMobility mobility = (SimMobility) (kind % SIM_N_MOBILITIES);
  RouteBox box;

  if (base_vec_distance (at, goal) > STRAIGHT_M)
    return false;
  box = route_box (router, at, goal);
  return (route_none_in (router, router->legs[mobility]->closed, box) ||
          route_walk_by (router, mobility, at, goal)) &&
         (route_none_in (router, router->kinds[kind]->rough, box) ||
          no_rougher (router, kind, at, goal));
}

/* A node in growing rings around `at`, by ring and then by index: the first whose entry can be
 * walked to, or merely the first that is open; of one part of the map, or of any (-1).  -1: none.  */
static int
node_near (const SimRouter *router, SimRouteKind kind, BaseVec at, int rings, bool reached, int part)
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
            legs->entries[node] != ROUTE_NO_ENTRY && (part < 0 || legs->parts[node] == part) &&
            (!reached || walk (router, kind, at, route_entry (legs, node))))
          return node;
      }
  return -1;
}

/* The node from which the way of one who stands at `at` begins; -1: there is none.  Mostly the one
 * that he is in.  */
static int
node_for (const SimRouter *router, SimRouteKind kind, BaseVec at)
{
  int node = route_node_of (router, at);

  if (router->legs[kind % SIM_N_MOBILITIES]->whole[node])
    return node;
  node = node_near (router, kind, at, 3, true, -1);
  return node >= 0 ? node : node_near (router, kind, at, RINGS, false, -1);
}

bool
sim_router_tight (SimRouter *router, SimRouteKind kind, BaseVec at)
{
  const RouteLegs *legs = route_legs (router, (SimMobility) (kind % SIM_N_MOBILITIES));
  float room = 0.5f * router->ground->cell_m;

  return !route_none_between (router, legs->closed, base_vec (at.x - room, at.y - room),
                              base_vec (at.x + room, at.y + room));
}

/* The entry of a node near a place that is closed in all round.  */
static BaseVec
out_of_pocket (SimRouter *router, SimRouteKind kind, BaseVec at)
{
  int node;

  route_legs (router, (SimMobility) (kind % SIM_N_MOBILITIES));
  if (node_near (router, kind, at, 3, true, -1) >= 0)
    return at;
  node = node_near (router, kind, at, RINGS, false, -1);
  return node < 0 ? at : route_entry (router->legs[kind % SIM_N_MOBILITIES], node);
}

BaseVec
sim_router_nearest (SimRouter *router, SimRouteKind kind, BaseVec at)
{
  const SimGround *ground = router->ground;
  SimMobility mobility = (SimMobility) (kind % SIM_N_MOBILITIES);
  int column = sim_terrain_column (ground, at.x), row = sim_terrain_row (ground, at.y);

  if (sim_terrain_going (sim_terrain_cover (ground, at), mobility) > 0)
    return out_of_pocket (router, kind, at);
  for (int ring = 1; ring < RINGS * router->cells; ring++)
    for (int y = row - ring; y <= row + ring; y++)
      for (int x = column - ring; x <= column + ring; x++) {
        bool edge = abs (x - column) == ring || abs (y - row) == ring;

        if (edge && x >= 0 && y >= 0 && x < ground->columns && y < ground->rows &&
            sim_terrain_going ((SimCover) ground->covers[y * ground->columns + x], mobility) > 0)
          return out_of_pocket (router, kind,
                                base_vec (((float) x + 0.5f) * ground->cell_m,
                                          ((float) y + 0.5f) * ground->cell_m));
      }
  return at;
}

/* ---- Goals --------------------------------------------------------------------------------- */

/* Goals of one block share a field: that of the block's first node from which one can walk straight
 * to the goal, so that both are on the same side of any water, and that hangs together with it: a
 * straight walk may lead between two nodes that no step joins.  A function of the ground alone.  */
static int
shared_goal (SimRouter *router, SimRouteKind kind, int goal)
{
  const RouteLegs *legs = router->legs[kind % SIM_N_MOBILITIES];
  int column = goal % router->columns / ROUTE_GOALS * ROUTE_GOALS, row = goal / router->columns / ROUTE_GOALS * ROUTE_GOALS;
  int32_t *shared = &router->kinds[kind]->shared[goal];
  BaseVec entry = route_entry (legs, goal);

  if (*shared >= 0)
    return *shared;
  *shared = goal;
  for (int y = row; y < row + ROUTE_GOALS && y < router->rows; y++)
    for (int x = column; x < column + ROUTE_GOALS && x < router->columns; x++) {
      int node = y * router->columns + x;

      if (legs->entries[node] != ROUTE_NO_ENTRY && legs->parts[node] == legs->parts[goal] &&
          straight (router, kind, route_entry (legs, node), entry)) {
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
  int node;

  *start = node_for (router, kind, at);
  *end = node_for (router, kind, goal);
  if (*start < 0 || *end < 0 || legs->parts[*start] == legs->parts[*end])
    return *start >= 0 && *end >= 0;
  /* Beside a bank or cliff lie small parts that lead nowhere.  */
  node = node_near (router, kind, at, 3, true, legs->parts[*end]);
  if (node >= 0) {
    *start = node;
    return true;
  }
  node = node_near (router, kind, goal, 3, true, legs->parts[*start]);
  *end = node >= 0 ? node : *end;
  return node >= 0;
}

bool
sim_router_leg (SimRouter *router, SimRouteKind kind, BaseVec at, BaseVec goal, BaseVec *leg)
{
  const RouteLegs *legs = route_legs (router, (SimMobility) (kind % SIM_N_MOBILITIES));
  const RouteTree *tree;
  int start, end, region, depth;

  *leg = goal;
  route_kind (router, kind);
  if (straight (router, kind, at, goal))
    return true;
  if (!find_ends (router, kind, at, goal, &start, &end))
    return false;
  region = legs->regions[start];
  tree = route_tree (router, kind, end, region);
  depth = (tree->depth[region] - LEG_AHEAD) / LEG_SHARED * LEG_SHARED;
  if (tree->depth[region] <= DIRECT)
    return true;
  while (tree->depth[region] > depth)
    region = tree->next[region];
  *leg = route_entry (legs, router->kinds[kind]->hubs[region]);
  return true;
}

/* ---- Steering ------------------------------------------------------------------------------ */

/* Who asks, and what his way looks like.  */
typedef struct {
  SimRouter *router;
  SimRouteKind kind;
  const RouteLegs *legs;
  RouteField *field;
  BaseVec at;
} Asker;

/* Cost of a metre to the node made for: no more than the cheapest step from node to node costs a
 * metre, though two entries may be more than two nodes apart.  */
#define APPROACH (2.2f / ROUTE_NODE_M)

/* What is left of the way by a node: as the field has it from there, and a little for going there.
 * It falls all the way to the goal, for going straight at a node takes off what is nearer, the next
 * node on the way has less, and no other is chosen unless it has: so nobody walks in circles.  */
static float
left_by (const Asker *asker, int node)
{
  return route_cost (asker->router, asker->field, node) +
         base_vec_distance (asker->at, route_entry (asker->legs, node)) * APPROACH;
}

/* The best node to make for of those around; `start` when none can be walked to.  Where nothing around
 * is closed or rough, one can go straight to all of them, and they hang together.  */
static int
best_node (const Asker *asker, int start)
{
  const SimRouter *router = asker->router;
  int best = start, here = route_node_of (router, asker->at);
  float least = left_by (asker, start), left;
  bool easy = router->kinds[asker->kind]->easy[here] &&
              asker->legs->parts[here] == asker->legs->parts[start];
  RouteBox box = route_box_around (router, here);

  for (int row = box.south; row <= box.north; row++)
    for (int column = box.west; column <= box.east; column++) {
      int node = row * router->columns + column;

      if (!easy &&
          (asker->legs->parts[node] != asker->legs->parts[start] ||
           !straight (router, asker->kind, asker->at, route_entry (asker->legs, node))))
        continue;
      left = left_by (asker, node);
      best = left < least ? node : best;
      least = left < least ? left : least;
    }
  return best;
}

/* Farther along the way, as far as one can walk straight, so that eight directions do not make
 * zigzags.  From the entry of a node the next one is reached in any case.  */
static int
look_ahead (const Asker *asker, int node)
{
  for (int ahead = 0; ahead < 4; ahead++) {
    unsigned direction = route_direction (asker->router, asker->field, node);
    BaseVec here = route_entry (asker->legs, node), there;
    int next;

    if (direction == ROUTE_AT_GOAL)
      break;
    next = route_node_beside (asker->router, node, (int) direction);
    there = route_entry (asker->legs, next);
    if (!straight (asker->router, asker->kind, asker->at, there) &&
        (ahead > 0 || base_vec_distance (asker->at, here) > 2))
      break;
    node = next;
  }
  return node;
}

/* The node he makes for already, if he still can; -1: none.  */
static int
present_node (const Asker *asker, BaseVec steer, int start)
{
  int node = route_node_of (asker->router, steer);
  BaseVec entry = route_entry (asker->legs, node);

  if (entry.x != steer.x || entry.y != steer.y ||
      asker->legs->parts[node] != asker->legs->parts[start] ||
      base_vec_distance (asker->at, steer) < 2 || base_vec_distance (asker->at, steer) > STRAIGHT_M ||
      !walk (asker->router, asker->kind, asker->at, steer))
    return -1;
  return node;
}

/* The last stretch: a field leads to a node near the goal, from there to the goal's own.  */
static BaseVec
last_stretch (const Asker *asker, BaseVec goal, int end, int shared)
{
  BaseVec entry = route_entry (asker->legs, end);
  BaseVec there = route_entry (asker->legs, shared);

  if (base_vec_distance (asker->at, there) > 0.4f * asker->router->node_m &&
      base_vec_distance (asker->at, entry) > 0.4f * asker->router->node_m)
    return there;
  if (base_vec_distance (asker->at, goal) <= STRAIGHT_M &&
      walk (asker->router, asker->kind, asker->at, goal))
    return goal;
  return walk (asker->router, asker->kind, asker->at, entry) ? entry : there;
}

/* Is he on the last stretch already, making for the goal's own node?  Then he goes on, and from there
 * to the goal.  */
static bool
on_last_stretch (const Asker *asker, BaseVec goal, int end, BaseVec *steer)
{
  BaseVec entry = route_entry (asker->legs, end);

  if (steer->x != entry.x || steer->y != entry.y ||
      base_vec_distance (asker->at, entry) > STRAIGHT_M ||
      !walk (asker->router, asker->kind, asker->at, entry))
    return false;
  if (walk (asker->router, asker->kind, asker->at, goal))
    *steer = goal;
  return true;
}

bool
sim_router_next (SimRouter *router, SimRouteKind kind, BaseVec at, BaseVec goal, BaseVec *steer)
{
  Asker asker = {.router = router, .kind = kind, .at = at};
  bool to_goal = steer->x == goal.x && steer->y == goal.y;
  int start, end, shared, node, present;

  asker.legs = route_legs (router, (SimMobility) (kind % SIM_N_MOBILITIES));
  route_kind (router, kind);
  if (straight (router, kind, at, goal) ||
      (to_goal && base_vec_distance (at, goal) <= STRAIGHT_M && walk (router, kind, at, goal))) {
    *steer = goal;
    return true;
  }
  if (!find_ends (router, kind, at, goal, &start, &end))
    return false;
  if (on_last_stretch (&asker, goal, end, steer))
    return true;
  shared = shared_goal (router, kind, end);
  asker.field = route_field (router, kind, shared);
  present = present_node (&asker, *steer, start);
  node = look_ahead (&asker, best_node (&asker, start));
  if (present >= 0 && left_by (&asker, present) <= left_by (&asker, node))
    node = present;
  *steer = node == shared || node == end ? last_stretch (&asker, goal, end, shared)
                                         : route_entry (asker.legs, node);
  return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-route.h"

#include "base/base-math.h"

#include <stdlib.h>
#include <string.h>

#define NODE_M 100.0f
#define N_FIELDS 256
#define BLOCK 4 /* nodes on a side of the blocks whose goals share a field */
#define STRAIGHT_M 700.0f
#define N_BUCKETS 256 /* more than the greatest cost of one step */
#define UNREACHED UINT32_MAX
#define NO_WAY 255
#define AT_GOAL 8

typedef struct {
  int goal; /* node, -1: empty */
  SimMobility mobility;
  uint32_t used;
  uint8_t *directions;
} Field;

struct SimRouter {
  const SimGround *ground;
  int columns, rows, n_nodes;
  uint8_t *costs[SIM_N_MOBILITIES]; /* of crossing a node; 0: closed */
  int32_t *shared[SIM_N_MOBILITIES]; /* node that stands for a goal node; -1: not asked yet */
  int16_t *slots[SIM_N_MOBILITIES];  /* field of a goal node; -1: none */
  Field fields[N_FIELDS];
  uint32_t clock;
  /* Room for one search.  */
  uint32_t *distances;
  int32_t *next; /* linked buckets */
  int32_t heads[N_BUCKETS], tails[N_BUCKETS];
};

static const int step_x[8] = {0, 1, 1, 1, 0, -1, -1, -1};
static const int step_y[8] = {1, 1, 0, -1, -1, -1, 0, 1};

static int
node_of (const SimRouter *router, BaseVec at)
{
  int column = base_clampi ((int) (at.x / NODE_M), 0, router->columns - 1);
  int row = base_clampi ((int) (at.y / NODE_M), 0, router->rows - 1);

  return row * router->columns + column;
}

static BaseVec
node_centre (const SimRouter *router, int node)
{
  return base_vec (((float) (node % router->columns) + 0.5f) * NODE_M,
                   ((float) (node / router->columns) + 0.5f) * NODE_M);
}

/* Cost of a node from the best going of the ground cells in it: a bridge of one cell makes the
 * whole node passable, a river of one cell does not close a node that has firm ground.  */
static uint8_t
node_cost (const SimRouter *router, int node, SimMobility mobility)
{
  BaseVec centre = node_centre (router, node);
  float sum = 0, quarter = NODE_M / 4;
  int water = 0;
  bool road = false, crossing = false;

  for (int i = 0; i < 4; i++) {
    BaseVec at = base_vec (centre.x + (i & 1 ? quarter : -quarter),
                           centre.y + (i & 2 ? quarter : -quarter));
    SimCover cover = sim_terrain_cover (router->ground, at);

    water += cover == SIM_COVER_WATER;
    road |= cover == SIM_COVER_ROAD || cover == SIM_COVER_BRIDGE;
    crossing |= cover == SIM_COVER_FORD || cover == SIM_COVER_BRIDGE;
    sum += sim_terrain_going (cover, mobility);
  }
  if (water > 0 && !crossing)
    return 0;
  if (road)
    return 7;
  return (uint8_t) base_clampf (10.0f / (sum / 4 + 0.01f), 10, 120);
}

SimRouter *
sim_router_new (const SimGround *ground)
{
  SimRouter *router = calloc (1, sizeof *router);

  router->ground = ground;
  router->columns = (int) ((float) ground->columns * ground->cell_m / NODE_M);
  router->rows = (int) ((float) ground->rows * ground->cell_m / NODE_M);
  router->n_nodes = router->columns * router->rows;
  for (int m = 0; m < SIM_N_MOBILITIES; m++) {
    router->costs[m] = malloc ((size_t) router->n_nodes);
    router->shared[m] = malloc ((size_t) router->n_nodes * sizeof *router->shared[m]);
    router->slots[m] = malloc ((size_t) router->n_nodes * sizeof *router->slots[m]);
    for (int i = 0; i < router->n_nodes; i++) {
      router->costs[m][i] = node_cost (router, i, (SimMobility) m);
      router->shared[m][i] = router->slots[m][i] = -1;
    }
  }
  for (int i = 0; i < N_FIELDS; i++)
    router->fields[i].goal = -1;
  router->distances = malloc ((size_t) router->n_nodes * sizeof *router->distances);
  router->next = malloc ((size_t) router->n_nodes * 2 * sizeof *router->next);
  return router;
}

void
sim_router_free (SimRouter *router)
{
  if (router == NULL)
    return;
  for (int m = 0; m < SIM_N_MOBILITIES; m++) {
    free (router->costs[m]);
    free (router->shared[m]);
    free (router->slots[m]);
  }
  for (int i = 0; i < N_FIELDS; i++)
    free (router->fields[i].directions);
  free (router->distances);
  free (router->next);
  free (router);
}

/* ---- One search ---------------------------------------------------------------------------- */

static void
bucket_push (SimRouter *router, int node, uint32_t distance)
{
  int bucket = (int) (distance % N_BUCKETS);

  router->next[node] = -1;
  if (router->heads[bucket] < 0)
    router->heads[bucket] = node;
  else
    router->next[router->tails[bucket]] = node;
  router->tails[bucket] = node;
}

/* Removes a node from its bucket when its distance falls: buckets are short.  */
static void
bucket_remove (SimRouter *router, int node, uint32_t distance)
{
  int bucket = (int) (distance % N_BUCKETS);
  int32_t previous = -1;

  for (int32_t n = router->heads[bucket]; n >= 0; previous = n, n = router->next[n]) {
    if (n != node)
      continue;
    if (previous < 0)
      router->heads[bucket] = router->next[n];
    else
      router->next[previous] = router->next[n];
    if (router->tails[bucket] == n)
      router->tails[bucket] = previous;
    return;
  }
}

static void
relax (SimRouter *router, Field *field, int node, int direction, uint32_t distance)
{
  int column = node % router->columns - step_x[direction];
  int row = node / router->columns - step_y[direction];
  const uint8_t *costs = router->costs[field->mobility];
  uint32_t reached;
  int from;

  if (column < 0 || row < 0 || column >= router->columns || row >= router->rows)
    return;
  from = row * router->columns + column;
  if (costs[from] == 0)
    return;
  /* No corner is cut between two closed nodes.  */
  if ((direction & 1) && (costs[node - step_x[direction]] == 0 ||
                          costs[node - step_y[direction] * router->columns] == 0))
    return;
  reached = distance + (uint32_t) costs[from] * (direction & 1 ? 7 : 5) / 5;
  if (reached >= router->distances[from])
    return;
  if (router->distances[from] != UNREACHED)
    bucket_remove (router, from, router->distances[from]);
  router->distances[from] = reached;
  field->directions[from] = (uint8_t) direction;
  bucket_push (router, from, reached);
}

static void
search (SimRouter *router, Field *field)
{
  int idle = 0;

  memset (field->directions, NO_WAY, (size_t) router->n_nodes);
  memset (router->distances, 0xff, (size_t) router->n_nodes * sizeof *router->distances);
  for (int i = 0; i < N_BUCKETS; i++)
    router->heads[i] = router->tails[i] = -1;
  router->distances[field->goal] = 0;
  field->directions[field->goal] = AT_GOAL;
  bucket_push (router, field->goal, 0);
  for (uint32_t distance = 0; idle < N_BUCKETS; distance++) {
    int bucket = (int) (distance % N_BUCKETS);

    idle = router->heads[bucket] < 0 ? idle + 1 : 0;
    while (router->heads[bucket] >= 0) {
      int node = router->heads[bucket];

      router->heads[bucket] = router->next[node];
      for (int d = 0; d < 8; d++)
        relax (router, field, node, d, distance);
    }
  }
}

static Field *
oldest_field (SimRouter *router)
{
  Field *oldest = &router->fields[0];

  for (int i = 1; i < N_FIELDS; i++)
    if (router->fields[i].used < oldest->used)
      oldest = &router->fields[i];
  return oldest;
}

static Field *
find_field (SimRouter *router, int goal, SimMobility mobility)
{
  int slot = router->slots[mobility][goal];
  Field *field;

  router->clock++;
  if (slot >= 0) {
    router->fields[slot].used = router->clock;
    return &router->fields[slot];
  }
  field = oldest_field (router);
  if (field->goal >= 0)
    router->slots[field->mobility][field->goal] = -1;
  if (field->directions == NULL)
    field->directions = malloc ((size_t) router->n_nodes);
  field->goal = goal;
  field->mobility = mobility;
  field->used = router->clock;
  router->slots[mobility][goal] = (int16_t) (field - router->fields);
  search (router, field);
  return field;
}

/* ---- Steering ------------------------------------------------------------------------------ */

/* True when a straight walk of up to STRAIGHT_M meets nothing closed.  */
static bool
straight (const SimRouter *router, SimMobility mobility, BaseVec at, BaseVec goal)
{
  float distance = base_vec_distance (at, goal);
  int steps = (int) (distance / 25.0f) + 1;

  if (distance > STRAIGHT_M)
    return false;
  for (int i = 1; i <= steps; i++) {
    float t = (float) i / (float) steps;
    BaseVec p = base_vec_add (at, base_vec_scale (base_vec_sub (goal, at), t));

    if (sim_terrain_going (sim_terrain_cover (router->ground, p), mobility) <= 0)
      return false;
  }
  return true;
}

/* Any open node in growing rings around one, by ring and then by index.  */
static int
nearest_open (const SimRouter *router, SimMobility mobility, int node)
{
  int column = node % router->columns, row = node / router->columns;

  for (int ring = 0; ring < 12; ring++)
    for (int y = row - ring; y <= row + ring; y++)
      for (int x = column - ring; x <= column + ring; x++) {
        bool edge = abs (x - column) == ring || abs (y - row) == ring;

        if (edge && x >= 0 && y >= 0 && x < router->columns && y < router->rows &&
            router->costs[mobility][y * router->columns + x] != 0)
          return y * router->columns + x;
      }
  return node;
}

BaseVec
sim_router_nearest (const SimRouter *router, SimMobility mobility, BaseVec at)
{
  int node = node_of (router, at);
  int open = nearest_open (router, mobility, node);

  if (open == node && sim_terrain_going (sim_terrain_cover (router->ground, at), mobility) > 0)
    return at;
  return node_centre (router, open);
}

/* A node's centre may be water beside a bridge: then steer for the crossing cell in it.  */
static BaseVec
node_entry (const SimRouter *router, SimMobility mobility, int node)
{
  BaseVec centre = node_centre (router, node);
  float quarter = NODE_M / 4;

  if (sim_terrain_going (sim_terrain_cover (router->ground, centre), mobility) > 0)
    return centre;
  for (int i = 0; i < 4; i++) {
    BaseVec at = base_vec (centre.x + (i & 1 ? quarter : -quarter),
                           centre.y + (i & 2 ? quarter : -quarter));

    if (sim_terrain_going (sim_terrain_cover (router->ground, at), mobility) > 0)
      return at;
  }
  return centre;
}

/* Goals of one block share a field: that of the block's first node from which one can walk straight
 * to the goal, so that both are on the same side of any water.  A function of the ground alone.  */
static int
shared_goal (SimRouter *router, SimMobility mobility, int goal)
{
  int column = goal % router->columns / BLOCK * BLOCK, row = goal / router->columns / BLOCK * BLOCK;
  int32_t *shared = &router->shared[mobility][goal];
  BaseVec entry = node_entry (router, mobility, goal);

  if (*shared >= 0)
    return *shared;
  *shared = goal;
  for (int y = row; y < row + BLOCK && y < router->rows; y++)
    for (int x = column; x < column + BLOCK && x < router->columns; x++) {
      int node = y * router->columns + x;

      if (router->costs[mobility][node] != 0 &&
          straight (router, mobility, node_entry (router, mobility, node), entry)) {
        *shared = node;
        return node;
      }
    }
  return *shared;
}

bool
sim_router_next (SimRouter *router, SimMobility mobility, BaseVec at, BaseVec goal, BaseVec *steer)
{
  int start, node;
  const Field *field;

  if (straight (router, mobility, at, goal)) {
    *steer = goal;
    return true;
  }
  start = node = nearest_open (router, mobility, node_of (router, at));
  node = nearest_open (router, mobility, node_of (router, goal));
  field = find_field (router, shared_goal (router, mobility, node), mobility);
  if (field->directions[start] == NO_WAY)
    return false;
  /* Look ahead as far as one can walk straight, so that eight directions do not make zigzags.  */
  node = start;
  *steer = node_entry (router, mobility, node);
  for (int ahead = 0; ahead < 4 && field->directions[node] < AT_GOAL; ahead++) {
    int direction = field->directions[node];
    BaseVec entry;

    node += step_y[direction] * router->columns + step_x[direction];
    entry = node_entry (router, mobility, node);
    /* From the middle of its own node the next one is reached in any case.  */
    if (!straight (router, mobility, at, entry) &&
        (ahead > 0 || base_vec_distance (at, *steer) > 20))
      break;
    *steer = entry;
  }
  return true;
}

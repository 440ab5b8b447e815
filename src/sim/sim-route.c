/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-route.h"

#include "base/base-math.h"

#include <stdlib.h>
#include <string.h>

#define NODE_M 100.0f
#define N_FIELDS 4096
#define BLOCK 4       /* nodes on a side of the blocks whose goals share a field */
#define STRAIGHT_M 700.0f
#define N_BUCKETS 256 /* more than the greatest cost of one step */
#define TILE 16       /* nodes on a side of the tiles in which a field is kept */
#define SQUARE 4      /* cells of the ground on a side of the squares that are open or not */
#define UNREACHED UINT32_MAX
#define UNKNOWN 255
#define AT_GOAL 8
#define NONE UINT32_MAX

/* A field is known as far as somebody has asked for it: each search goes out from the goal until
 * it has reached who asks, and half as far again.  What is known is final, so that it does not
 * matter who asked first.  */
typedef struct {
  int goal; /* node, -1: empty */
  SimMobility mobility;
  uint32_t used;
  uint32_t *tiles; /* for each tile of the map its place in the pool, 0: nothing known */
} Field;

/* A node that waits in a bucket.  A node whose distance has fallen waits twice; the old entry is
 * passed over.  */
typedef struct {
  int32_t node;
  uint32_t next, distance;
} Waiting;

struct SimRouter {
  const SimGround *ground;
  int columns, rows, n_nodes;
  uint8_t *costs[SIM_N_MOBILITIES];  /* of crossing a node; 0: closed */
  uint8_t *steps[SIM_N_MOBILITIES];  /* bits of the directions in which one can leave a node */
  int32_t *parts[SIM_N_MOBILITIES];  /* nodes of one number can be reached from one another */
  int32_t *shared[SIM_N_MOBILITIES]; /* node that stands for a goal node; -1: not asked yet */
  int16_t *slots[SIM_N_MOBILITIES];  /* field of a goal node; -1: none */
  /* Over squares of the ground: how many south-west of each corner hold a closed cell (a summed
   * area table, Crow 1984).  */
  int square_columns;
  uint32_t *closed[SIM_N_MOBILITIES];
  Field *fields;
  uint32_t clock;
  /* Directions by tile; the first is never used.  */
  int tile_columns, n_tiles;
  uint8_t (*pool)[TILE * TILE];
  uint32_t *free_tiles;
  uint32_t pool_size, n_free;
  /* Room for one search.  */
  uint32_t *distances;
  uint8_t *directions;
  int32_t *touched;
  int n_touched;
  Waiting *waiting;
  uint32_t n_waiting, waiting_size, free_waiting;
  uint32_t heads[N_BUCKETS], tails[N_BUCKETS];
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

/* True when one can step from a node in a direction: no corner is cut between closed ones.  */
static bool
step_is_open (const SimRouter *router, const uint8_t *costs, int node, int direction)
{
  int column = node % router->columns + step_x[direction];
  int row = node / router->columns + step_y[direction];

  if (column < 0 || row < 0 || column >= router->columns || row >= router->rows ||
      costs[node] == 0 || costs[row * router->columns + column] == 0)
    return false;
  return !(direction & 1) || (costs[node + step_x[direction]] != 0 &&
                              costs[node + step_y[direction] * router->columns] != 0);
}

static void
find_steps (SimRouter *router, SimMobility mobility)
{
  for (int i = 0; i < router->n_nodes; i++) {
    unsigned steps = 0;

    for (int d = 0; d < 8; d++)
      steps |= (unsigned) step_is_open (router, router->costs[mobility], i, d) << d;
    router->steps[mobility][i] = (uint8_t) steps;
  }
}

static inline int
node_beside (const SimRouter *router, int node, int direction)
{
  return node + step_y[direction] * router->columns + step_x[direction];
}

/* Numbers the parts of the map that hang together, from each lowest node.  */
static void
find_parts (SimRouter *router, SimMobility mobility)
{
  int32_t *parts = router->parts[mobility], *queue = router->touched;
  const uint8_t *costs = router->costs[mobility];

  for (int i = 0; i < router->n_nodes; i++)
    parts[i] = -1;
  for (int first = 0; first < router->n_nodes; first++) {
    int n = 0, done = 0;

    if (parts[first] >= 0 || costs[first] == 0)
      continue;
    parts[first] = first;
    queue[n++] = first;
    while (done < n) {
      int node = queue[done++];

      for (int d = 0; d < 8; d++) {
        int beside = node_beside (router, node, d);

        if (!(router->steps[mobility][node] & (1u << d)) || parts[beside] >= 0)
          continue;
        parts[beside] = first;
        queue[n++] = beside;
      }
    }
  }
}

static bool
square_is_closed (const SimGround *ground, SimMobility mobility, int column, int row)
{
  int east = (column + 1) * SQUARE, north = (row + 1) * SQUARE;

  for (int y = row * SQUARE; y < north && y < ground->rows; y++)
    for (int x = column * SQUARE; x < east && x < ground->columns; x++)
      if (sim_terrain_going ((SimCover) ground->covers[y * ground->columns + x], mobility) <= 0)
        return true;
  return false;
}

static void
sum_closed (SimRouter *router, SimMobility mobility)
{
  int columns = (router->ground->columns + SQUARE - 1) / SQUARE;
  int rows = (router->ground->rows + SQUARE - 1) / SQUARE, stride = columns + 1;
  uint32_t *sums = calloc ((size_t) stride * (size_t) (rows + 1), sizeof *sums);

  router->square_columns = stride;
  router->closed[mobility] = sums;
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      sums[(row + 1) * stride + column + 1] =
          sums[row * stride + column + 1] + sums[(row + 1) * stride + column] -
          sums[row * stride + column] +
          square_is_closed (router->ground, mobility, column, row);
}

static void
make_nodes (SimRouter *router, SimMobility mobility)
{
  size_t n = (size_t) router->n_nodes;

  router->costs[mobility] = malloc (n);
  router->steps[mobility] = malloc (n);
  router->parts[mobility] = malloc (n * sizeof *router->parts[mobility]);
  router->shared[mobility] = malloc (n * sizeof *router->shared[mobility]);
  router->slots[mobility] = malloc (n * sizeof *router->slots[mobility]);
  for (int i = 0; i < router->n_nodes; i++) {
    router->costs[mobility][i] = node_cost (router, i, mobility);
    router->shared[mobility][i] = router->slots[mobility][i] = -1;
  }
  find_steps (router, mobility);
  find_parts (router, mobility);
  sum_closed (router, mobility);
}

SimRouter *
sim_router_new (const SimGround *ground)
{
  SimRouter *router = calloc (1, sizeof *router);

  router->ground = ground;
  router->columns = (int) ((float) ground->columns * ground->cell_m / NODE_M);
  router->rows = (int) ((float) ground->rows * ground->cell_m / NODE_M);
  router->n_nodes = router->columns * router->rows;
  router->tile_columns = (router->columns + TILE - 1) / TILE;
  router->n_tiles = router->tile_columns * ((router->rows + TILE - 1) / TILE);
  router->distances = malloc ((size_t) router->n_nodes * sizeof *router->distances);
  router->directions = malloc ((size_t) router->n_nodes);
  router->touched = malloc ((size_t) router->n_nodes * sizeof *router->touched);
  memset (router->distances, 0xff, (size_t) router->n_nodes * sizeof *router->distances);
  router->free_waiting = NONE;
  for (int m = 0; m < SIM_N_MOBILITIES; m++)
    make_nodes (router, (SimMobility) m);
  router->fields = calloc (N_FIELDS, sizeof *router->fields);
  for (int i = 0; i < N_FIELDS; i++)
    router->fields[i].goal = -1;
  for (int i = 0; i < N_BUCKETS; i++)
    router->heads[i] = NONE;
  return router;
}

void
sim_router_free (SimRouter *router)
{
  if (router == NULL)
    return;
  for (int m = 0; m < SIM_N_MOBILITIES; m++) {
    free (router->costs[m]);
    free (router->steps[m]);
    free (router->parts[m]);
    free (router->shared[m]);
    free (router->slots[m]);
    free (router->closed[m]);
  }
  for (int i = 0; i < N_FIELDS; i++)
    free (router->fields[i].tiles);
  free (router->fields);
  free (router->pool);
  free (router->free_tiles);
  free (router->distances);
  free (router->directions);
  free (router->touched);
  free (router->waiting);
  free (router);
}

/* ---- What a field knows --------------------------------------------------------------------- */

static inline int
tile_of (const SimRouter *router, int column, int row)
{
  return row / TILE * router->tile_columns + column / TILE;
}

static uint8_t
direction_at (const SimRouter *router, const Field *field, int node)
{
  int column = node % router->columns, row = node / router->columns;

  return router->pool[field->tiles[tile_of (router, column, row)]]
                     [row % TILE * TILE + column % TILE];
}

static void
grow_pool (SimRouter *router)
{
  uint32_t size = router->pool_size == 0 ? 256 : router->pool_size * 2;

  router->pool = realloc (router->pool, size * sizeof *router->pool);
  router->free_tiles = realloc (router->free_tiles, size * sizeof *router->free_tiles);
  for (uint32_t i = size; i-- > router->pool_size;)
    if (i > 0)
      router->free_tiles[router->n_free++] = i;
  if (router->pool_size == 0)
    memset (router->pool[0], UNKNOWN, sizeof router->pool[0]);
  router->pool_size = size;
}

static void
learn (SimRouter *router, Field *field, int node)
{
  int column = node % router->columns, row = node / router->columns;
  uint32_t *tile = &field->tiles[tile_of (router, column, row)];

  if (*tile == 0) {
    if (router->n_free == 0)
      grow_pool (router);
    *tile = router->free_tiles[--router->n_free];
    memset (router->pool[*tile], UNKNOWN, sizeof router->pool[*tile]);
  }
  router->pool[*tile][row % TILE * TILE + column % TILE] = router->directions[node];
}

static void
forget (SimRouter *router, Field *field)
{
  for (int t = 0; t < router->n_tiles; t++)
    if (field->tiles[t] != 0) {
      router->free_tiles[router->n_free++] = field->tiles[t];
      field->tiles[t] = 0;
    }
}

/* ---- One search ---------------------------------------------------------------------------- */

static uint32_t
new_waiting (SimRouter *router)
{
  uint32_t place = router->free_waiting;

  if (place != NONE) {
    router->free_waiting = router->waiting[place].next;
    return place;
  }
  if (router->n_waiting == router->waiting_size) {
    router->waiting_size = router->waiting_size == 0 ? 1024 : router->waiting_size * 2;
    router->waiting = realloc (router->waiting, router->waiting_size * sizeof *router->waiting);
  }
  return router->n_waiting++;
}

/* A node found by a shorter way than before waits its turn, last of its distance.  */
static void
reach (SimRouter *router, int node, int direction, uint32_t distance)
{
  uint32_t place = new_waiting (router), bucket = distance % N_BUCKETS;

  if (router->distances[node] == UNREACHED)
    router->touched[router->n_touched++] = node;
  router->distances[node] = distance;
  router->directions[node] = (uint8_t) direction;
  router->waiting[place] = (Waiting){node, NONE, distance};
  if (router->heads[bucket] == NONE)
    router->heads[bucket] = place;
  else
    router->waiting[router->tails[bucket]].next = place;
  router->tails[bucket] = place;
}

/* The first of a bucket; -1 when its distance has fallen since.  */
static int
take (SimRouter *router, uint32_t bucket)
{
  uint32_t place = router->heads[bucket];
  Waiting *waiting = &router->waiting[place];
  int node = router->distances[waiting->node] == waiting->distance ? waiting->node : -1;

  router->heads[bucket] = waiting->next;
  waiting->next = router->free_waiting;
  router->free_waiting = place;
  return node;
}

/* Who could come to this node by one step in each direction: ways are as open to as fro.  */
static void
relax (SimRouter *router, SimMobility mobility, int node, uint32_t distance)
{
  const uint8_t *costs = router->costs[mobility];
  unsigned steps = router->steps[mobility][node];

  for (int d = 0; d < 8; d++) {
    int back = (d + 4) % 8, from = node_beside (router, node, back);
    uint32_t reached;

    if (!(steps & (1u << back)))
      continue;
    reached = distance + (d & 1 ? costs[from] * 7u / 5 : costs[from]);
    if (reached < router->distances[from])
      reach (router, from, d, reached);
  }
}

static void
end_search (SimRouter *router)
{
  for (int i = 0; i < router->n_touched; i++)
    router->distances[router->touched[i]] = UNREACHED;
  for (int i = 0; i < N_BUCKETS; i++)
    router->heads[i] = NONE;
  router->n_touched = 0;
  router->n_waiting = 0;
  router->free_waiting = NONE;
}

/* Goes out from the goal until `start` has been reached, and half as far again.  */
static void
search (SimRouter *router, Field *field, int start)
{
  uint32_t end = UNREACHED;

  forget (router, field);
  reach (router, field->goal, AT_GOAL, 0);
  for (uint32_t distance = 0, idle = 0; distance < end && idle < N_BUCKETS; distance++) {
    uint32_t bucket = distance % N_BUCKETS;

    idle = router->heads[bucket] == NONE ? idle + 1 : 0;
    while (router->heads[bucket] != NONE) {
      int node = take (router, bucket);

      if (node < 0)
        continue;
      learn (router, field, node);
      relax (router, field->mobility, node, distance);
      if (node == start)
        end = distance + distance / 2 + 1;
    }
  }
  end_search (router);
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
new_field (SimRouter *router, int goal, SimMobility mobility)
{
  Field *field = oldest_field (router);

  if (field->goal >= 0)
    router->slots[field->mobility][field->goal] = -1;
  if (field->tiles == NULL) {
    field->tiles = calloc ((size_t) router->n_tiles, sizeof *field->tiles);
    if (router->pool_size == 0)
      grow_pool (router);
  }
  forget (router, field);
  field->goal = goal;
  field->mobility = mobility;
  router->slots[mobility][goal] = (int16_t) (field - router->fields);
  return field;
}

/* The field of a goal, known at least as far as `start`.  */
static const Field *
find_field (SimRouter *router, int goal, SimMobility mobility, int start)
{
  int slot = router->slots[mobility][goal];
  Field *field = slot >= 0 ? &router->fields[slot] : new_field (router, goal, mobility);

  field->used = ++router->clock;
  if (direction_at (router, field, start) == UNKNOWN)
    search (router, field, start);
  return field;
}

/* ---- Steering ------------------------------------------------------------------------------ */

/* True when nothing in the rectangle between two points is closed.  */
static bool
all_open (const SimRouter *router, SimMobility mobility, BaseVec a, BaseVec b)
{
  const SimGround *ground = router->ground;
  const uint32_t *sums = router->closed[mobility];
  BaseVec low = base_vec (a.x < b.x ? a.x : b.x, a.y < b.y ? a.y : b.y);
  BaseVec high = base_vec (a.x < b.x ? b.x : a.x, a.y < b.y ? b.y : a.y);
  int west = sim_terrain_column (ground, low.x) / SQUARE;
  int east = sim_terrain_column (ground, high.x) / SQUARE + 1;
  int south = sim_terrain_row (ground, low.y) / SQUARE * router->square_columns;
  int north = (sim_terrain_row (ground, high.y) / SQUARE + 1) * router->square_columns;

  return sums[north + east] + sums[south + west] == sums[north + west] + sums[south + east];
}

/* True when a straight walk of up to STRAIGHT_M meets nothing closed.  */
static bool
straight (const SimRouter *router, SimMobility mobility, BaseVec at, BaseVec goal)
{
  float distance = base_vec_distance (at, goal);
  int steps = (int) (distance / 25.0f) + 1;

  if (distance > STRAIGHT_M)
    return false;
  if (all_open (router, mobility, at, goal))
    return true;
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
  node = shared_goal (router, mobility, node);
  if (router->parts[mobility][start] < 0 ||
      router->parts[mobility][start] != router->parts[mobility][node])
    return false;
  field = find_field (router, node, mobility, start);
  /* Look ahead as far as one can walk straight, so that eight directions do not make zigzags.  */
  node = start;
  *steer = node_entry (router, mobility, node);
  for (int ahead = 0; ahead < 4; ahead++) {
    int direction = direction_at (router, field, node);
    BaseVec entry;

    if (direction == AT_GOAL)
      break;
    node = node_beside (router, node, direction);
    entry = node_entry (router, mobility, node);
    /* From the middle of its own node the next one is reached in any case.  */
    if (!straight (router, mobility, at, entry) &&
        (ahead > 0 || base_vec_distance (at, *steer) > 20))
      break;
    *steer = entry;
  }
  return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fine fields: direction and cost of the way to a goal node, from each node somebody has asked for.  */
#include "sim/sim-route-private.h"

#include "base/base-lanes.h"

#include <stdlib.h>
#include <string.h>

/* Cost above, direction in the lowest four bits.  */
#define UNKNOWN UINT32_MAX
#define FARTHER 40 /* four nodes of open ground */

/* ---- What a field knows --------------------------------------------------------------------- */

/* Where a field keeps what it knows of a node: the tile, and the place in it.  */
typedef struct {
  unsigned tile, place;
} Place;

static inline Place
place_of (const SimRouter *router, int node)
{
  unsigned row = (unsigned) route_row (router, node);
  unsigned column = (unsigned) node - row * (unsigned) router->columns;

  return (Place){row / ROUTE_TILE * (unsigned) router->tile_columns + column / ROUTE_TILE,
                 row % ROUTE_TILE * ROUTE_TILE + column % ROUTE_TILE};
}

static inline uint32_t
known_of (const SimRouter *router, const RouteField *field, int node)
{
  Place at = place_of (router, node);

  return router->pool[field->tiles[at.tile]][at.place];
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
    memset (router->pool[0], 0xff, sizeof router->pool[0]);
  router->pool_size = size;
}

/* A tile of the pool that knows nothing yet.  */
static void
hold_tile (SimRouter *router, RouteField *field, unsigned tile)
{
  if (router->n_free == 0)
    grow_pool (router);
  field->tiles[tile] = router->free_tiles[--router->n_free];
  memset (router->pool[field->tiles[tile]], 0xff, sizeof router->pool[0]);
  if (field->n_held == field->held_size) {
    field->held_size = field->held_size == 0 ? 16 : field->held_size * 2;
    field->held = realloc (field->held, field->held_size * sizeof *field->held);
  }
  field->held[field->n_held++] = (uint16_t) tile;
}

static inline void
learn (SimRouter *router, RouteField *field, int node)
{
  Place at = place_of (router, node);

  if (field->tiles[at.tile] == 0)
    hold_tile (router, field, at.tile);
  router->pool[field->tiles[at.tile]][at.place] = router->distances[node];
}

static void
forget (SimRouter *router, RouteField *field)
{
  for (uint32_t i = 0; i < field->n_held; i++) {
    router->free_tiles[router->n_free++] = field->tiles[field->held[i]];
    field->tiles[field->held[i]] = 0;
  }
  field->n_held = 0;
  field->n_front = 0;
}

/* ---- One search ---------------------------------------------------------------------------- */

/* From the goal to who asks: nodes take their turn by the cost of the way from them to the goal and the
 * least that one from who asks to them could cost (Hart, Nilsson and Raphael 1968), so that hardly
 * any are looked at but those between.
 *
 * What is found must not depend on who asks.  Costs do not; but of two ways of the same cost, that one is
 * taken of which the next node would come first if nodes took their turn by distance alone, and at the
 * same distance in the order of being reached.  is_before() tells that from the ways found so far.  All
 * nodes that the next could be have had their turn by then: the least cost is taken so low that each
 * step of a way raises the sum.  */
#define LEAST_STRAIGHT 6 /* below ROUTE_ROAD */
#define LEAST_DIAGONAL 8 /* below 7/5 of it */
#define WINDOW (ROUTE_N_BUCKETS / 2)

typedef struct {
  SimRouter *router;
  RouteField *field;
  const RouteKind *kind;
  const uint8_t *steps;
  int offsets[8];
  int column, row;  /* of who asks */
  uint32_t sum;     /* of those whose turn it is */
  uint32_t loaded;  /* below this sum all who wait are in the buckets, the others in the field's front */
  uint32_t waiting; /* in the buckets */
} Search;

/* A search keeps for each node its cost and direction, as a field does.  */
static inline uint32_t
found (uint32_t distance, unsigned direction)
{
  return distance << 4 | direction;
}

/* The least that a way between a node and who asks can cost.  */
static inline uint32_t
least_left (const Search *search, int column, int row)
{
  uint32_t east = (uint32_t) abs (column - search->column);
  uint32_t north = (uint32_t) abs (row - search->row);
  uint32_t more = east > north ? east : north, less = east > north ? north : east;

  return more * LEAST_STRAIGHT + less * (LEAST_DIAGONAL - LEAST_STRAIGHT);
}

static inline uint32_t
least_sum (const Search *search, int node)
{
  int row = route_row (search->router, node);

  return (search->router->distances[node] >> 4) +
         least_left (search, node - row * search->router->columns, row);
}

static void
grow_bucket (RouteBucket *bucket)
{
  bucket->size = bucket->size == 0 ? 32 : bucket->size * 2;
  bucket->nodes = realloc (bucket->nodes, bucket->size * sizeof *bucket->nodes);
}

static inline void
wait_turn (Search *search, int node, uint32_t sum)
{
  RouteBucket *bucket = &search->router->buckets[sum % ROUTE_N_BUCKETS];

  if (bucket->n == bucket->size)
    grow_bucket (bucket);
  bucket->nodes[bucket->n++] = node;
  search->waiting++;
}

/* Which of two nodes would have had its turn first by distance alone: the nearer to the goal; of equals
 * that one whose next had; of the same next the one in the lower direction.  */
static bool
is_before (const Search *search, int a, int b)
{
  const uint32_t *distances = search->router->distances;
  unsigned along_a, along_b;

  do {
    if (distances[a] >> 4 != distances[b] >> 4)
      return distances[a] < distances[b];
    along_a = distances[a] & 15;
    along_b = distances[b] & 15;
    a += search->offsets[along_a];
    b += search->offsets[along_b];
  } while (a != b);
  return along_a < along_b;
}

/* Directions, a bit for each, in which one comes to a node by a shorter way than was found so far, or by
 * one as long.  */
typedef struct {
  BaseFourInts better, equal;
} Ways;

/* Four bytes as four numbers.  */
static inline BaseFourInts
four_of (const uint8_t *bytes)
{
  typedef uint8_t Bytes __attribute__ ((vector_size (16)));
  typedef uint16_t Shorts __attribute__ ((vector_size (16)));
  BaseFourInts four = {0};
  Shorts shorts;

  memcpy (&four, bytes, 4);
  shorts = (Shorts) __builtin_shufflevector ((Bytes) four, (Bytes){0}, 0, 16, 1, 17, 2, 18, 3, 19, 4,
                                             20, 5, 21, 6, 22, 7, 23);
  return (BaseFourInts) __builtin_shufflevector (shorts, (Shorts){0}, 0, 8, 1, 9, 2, 10, 3, 11);
}

/* Looks at three nodes side by side, `first` and the two east of it; at the fourth in vain.  `by` are
 * the bits of the directions in which one comes from them, `straight` the lanes from which one does not
 * come from corner to corner.  */
static inline void
look_at_row (const Search *search, int first, uint32_t distance, BaseFourInts by,
             BaseFourInts straight, Ways *ways)
{
  BaseFourInts present, reached;

  memcpy (&present, search->router->distances + first, sizeof present);
  reached = (four_of (search->kind->costs + first) & straight) |
            (four_of (search->kind->diagonals + first) & ~straight);
  reached += (int) distance;
  /* What was not reached is endlessly far.  */
  present = present >> 4 & INT32_MAX >> 3;
  ways->better |= (reached < present) & by;
  ways->equal |= (reached == present) & by;
}

static inline unsigned
all_bits (BaseFourInts lanes)
{
  uint64_t halves[2];

  memcpy (halves, &lanes, sizeof halves);
  halves[0] |= halves[1];
  return (unsigned) (halves[0] | halves[0] >> 32);
}

static inline void
reach (Search *search, int from, int column, int row, unsigned direction, uint32_t distance)
{
  const uint8_t *costs[2] = {search->kind->costs, search->kind->diagonals};
  uint32_t reached = distance + costs[direction & 1][from];

  search->router->distances[from] = found (reached, direction);
  wait_turn (search, from,
             reached + least_left (search, column - route_step_x[direction],
                                   row - route_step_y[direction]));
}

/* Who could come to this node by one step in each direction: ways are as open to as fro.  All eight are
 * looked at before any is taken, for nobody could foretell which it will be; beside the map there is
 * room to look at.  */
static inline void
relax (Search *search, int node, int column, int row, uint32_t distance)
{
  static const BaseFourInts south = {2, 1, 128}, beside = {4, 0, 64}, north = {8, 16, 32};
  static const BaseFourInts middle = {0, -1, 0, 0}, ends = {-1, 0, -1, 0};
  uint32_t *distances = search->router->distances;
  unsigned steps = search->steps[node], open = (steps >> 4 | steps << 4) & 255;
  Ways ways = {{0}, {0}};

  look_at_row (search, node - search->router->columns - 1, distance, south, middle, &ways);
  look_at_row (search, node - 1, distance, beside, ends, &ways);
  look_at_row (search, node + search->router->columns - 1, distance, north, middle, &ways);
  for (unsigned better = all_bits (ways.better) & open; better != 0; better &= better - 1) {
    unsigned d = (unsigned) __builtin_ctz (better);

    reach (search, node - search->offsets[d], column, row, d, distance);
  }
  for (unsigned equal = all_bits (ways.equal) & open; equal != 0; equal &= equal - 1) {
    unsigned d = (unsigned) __builtin_ctz (equal);
    int from = node - search->offsets[d];

    if (is_before (search, node, from + search->offsets[distances[from] & 15]))
      distances[from] = found (distances[from] >> 4, d);
  }
}

/* A tile of the map, as far as the map goes: its first node, rows and columns.  */
typedef struct {
  size_t first;
  int rows, columns;
} TileArea;

static TileArea
area_of (const SimRouter *router, int tile)
{
  int column = tile % router->tile_columns * ROUTE_TILE, row = tile / router->tile_columns * ROUTE_TILE;

  return (TileArea){
    .first = (size_t) row * (size_t) router->columns + (size_t) column,
    .rows = base_clampi (router->rows - row, 0, ROUTE_TILE),
    .columns = base_clampi (router->columns - column, 0, ROUTE_TILE),
  };
}

/* Puts what the field knows and who waits into the room for a search, which begins with the least sum of
 * those.  */
static void
resume (Search *search)
{
  SimRouter *router = search->router;
  const RouteField *field = search->field;

  for (uint32_t i = 0; i < field->n_held; i++) {
    TileArea area = area_of (router, field->held[i]);
    const uint32_t *tile = router->pool[field->tiles[field->held[i]]];

    for (int row = 0; row < area.rows; row++)
      memcpy (router->distances + area.first + (size_t) row * (size_t) router->columns,
              tile + row * ROUTE_TILE, (size_t) area.columns * sizeof *router->distances);
  }
  search->sum = ROUTE_UNREACHED;
  for (uint32_t i = 0; i < field->n_front; i++) {
    uint32_t sum;

    router->distances[field->front[i].node] = field->front[i].found;
    sum = least_sum (search, field->front[i].node);
    search->sum = sum < search->sum ? sum : search->sum;
  }
}

static void
begin (Search *search)
{
  search->router->distances[search->field->goal] = found (0, ROUTE_AT_GOAL);
  search->sum = least_sum (search, search->field->goal);
  wait_turn (search, search->field->goal, search->sum);
}

/* Those of the front whose turn comes soon go into the buckets.  */
static void
load (Search *search)
{
  RouteField *field = search->field;
  uint32_t n = 0;

  search->loaded += WINDOW;
  for (uint32_t i = 0; i < field->n_front; i++) {
    int node = field->front[i].node;
    uint32_t sum = least_sum (search, node);

    /* It has been reached by a shorter way and waits already, or had its turn.  */
    if (field->front[i].found >> 4 != search->router->distances[node] >> 4)
      continue;
    if (sum < search->loaded)
      wait_turn (search, node, sum);
    else
      field->front[n++] = field->front[i];
  }
  field->n_front = n;
}

/* What it leaves off at: all who wait.  */
static void
keep_front (Search *search)
{
  RouteField *field = search->field;

  load (search);
  for (uint32_t i = 0; i < ROUTE_N_BUCKETS && search->waiting > 0; i++) {
    RouteBucket *bucket = &search->router->buckets[(search->sum + i) % ROUTE_N_BUCKETS];

    for (uint32_t k = 0; k < bucket->n; k++) {
      int node = bucket->nodes[k];

      if (least_sum (search, node) != search->sum + i)
        continue;
      if (field->n_front == field->front_size) {
        field->front_size = field->front_size == 0 ? 128 : field->front_size * 2;
        field->front = realloc (field->front, field->front_size * sizeof *field->front);
      }
      field->front[field->n_front++] = (RouteFront){node, 0};
    }
    search->waiting -= bucket->n;
    bucket->n = 0;
  }
  for (uint32_t i = 0; i < field->n_front; i++)
    field->front[i].found = search->router->distances[field->front[i].node];
}

/* Leaves the room as it was found: what was reached lies in the field's tiles, or waits.  */
static void
clear_room (SimRouter *router, const RouteField *field)
{
  for (uint32_t i = 0; i < field->n_held; i++) {
    TileArea area = area_of (router, field->held[i]);

    for (int row = 0; row < area.rows; row++)
      memset (router->distances + area.first + (size_t) row * (size_t) router->columns, 0xff,
              (size_t) area.columns * sizeof *router->distances);
  }
  for (uint32_t i = 0; i < field->n_front; i++)
    router->distances[field->front[i].node] = ROUTE_UNREACHED;
}

/* All whose turn it is; true when who asks is among them.  */
static bool
take_turns (Search *search, int start)
{
  RouteBucket *bucket = &search->router->buckets[search->sum % ROUTE_N_BUCKETS];
  bool reached = false;

  for (uint32_t k = 0; k < bucket->n; k++) {
    int node = bucket->nodes[k];
    int row = route_row (search->router, node), column = node - row * search->router->columns;
    uint32_t distance = search->router->distances[node] >> 4;

    /* Its distance may have fallen since it was put here.  */
    if (distance + least_left (search, column, row) != search->sum)
      continue;
    learn (search->router, search->field, node);
    relax (search, node, column, row, distance);
    reached |= node == start;
  }
  search->waiting -= bucket->n;
  bucket->n = 0;
  return reached;
}

/* Goes out from the goal, or on from where it left off, until `start` has been reached, and somewhat
 * farther: others who come by will stand about there.  */
static void
search (SimRouter *router, RouteField *field, int start)
{
  uint32_t end = ROUTE_UNREACHED;
  Search search = {
    .router = router,
    .field = field,
    .kind = router->kinds[field->kind],
    .steps = router->legs[field->kind % SIM_N_MOBILITIES]->steps,
    .row = route_row (router, start),
    .column = start - route_row (router, start) * router->columns,
  };

  for (int d = 0; d < 8; d++)
    search.offsets[d] = route_node_beside (router, 0, d);
  if (field->n_held == 0)
    begin (&search);
  else
    resume (&search);
  search.loaded = search.sum;
  for (; search.sum <= end && search.waiting + field->n_front > 0; search.sum++) {
    if (search.sum == search.loaded)
      load (&search);
    if (take_turns (&search, start))
      end = search.sum + search.sum / 16 + FARTHER;
  }
  keep_front (&search);
  clear_room (router, field);
}

static RouteField *
oldest_field (SimRouter *router)
{
  RouteField *oldest = &router->fields[0];

  if (router->n_fields < ROUTE_N_FIELDS)
    return &router->fields[router->n_fields++];
  for (int i = 1; i < ROUTE_N_FIELDS; i++)
    if (router->fields[i].used < oldest->used)
      oldest = &router->fields[i];
  return oldest;
}

static RouteField *
new_field (SimRouter *router, int goal, SimRouteKind kind)
{
  RouteField *field = oldest_field (router);

  if (field->goal >= 0)
    router->kinds[field->kind]->slots[field->goal] = -1;
  if (field->tiles == NULL) {
    field->tiles = calloc ((size_t) router->n_tiles, sizeof *field->tiles);
    if (router->pool_size == 0)
      grow_pool (router);
  }
  forget (router, field);
  field->goal = goal;
  field->kind = kind;
  router->kinds[kind]->slots[goal] = (int16_t) (field - router->fields);
  return field;
}

RouteField *
route_field (SimRouter *router, SimRouteKind kind, int goal)
{
  int slot = router->kinds[kind]->slots[goal];
  RouteField *field = slot >= 0 ? &router->fields[slot] : new_field (router, goal, kind);

  field->used = ++router->clock;
  return field;
}

/* What it knows of a node, after a search if need be.  */
static inline uint32_t
ask (SimRouter *router, RouteField *field, int node)
{
  uint32_t known = known_of (router, field, node);

  if (known != UNKNOWN)
    return known;
  search (router, field, node);
  return known_of (router, field, node);
}

unsigned
route_direction (SimRouter *router, RouteField *field, int node)
{
  return ask (router, field, node) & 15;
}

float
route_cost (SimRouter *router, RouteField *field, int node)
{
  return (float) (ask (router, field, node) >> 4);
}

/* Does it know anything of the tiles that a rectangle reaches into?  */
static bool
holds_any (const SimRouter *router, const RouteField *field, RouteBox box)
{
  for (int row = box.south / ROUTE_TILE; row <= box.north / ROUTE_TILE; row++)
    for (int column = box.west / ROUTE_TILE; column <= box.east / ROUTE_TILE; column++)
      if (field->tiles[row * router->tile_columns + column] != 0)
        return true;
  return false;
}

/* What a field knows is final: a way that led by a node which it has not come to, nor waits at, would
 * have had a greater sum than all that had their turn, whatever that node costs.  It waits at nodes next
 * to those that it knows.  */
static bool
has_come_to (const SimRouter *router, const RouteField *field, RouteBox box)
{
  if (!holds_any (router, field, box))
    return false;
  for (int row = box.south; row <= box.north; row++)
    for (int column = box.west; column <= box.east; column++)
      if (known_of (router, field, row * router->columns + column) != UNKNOWN)
        return true;
  return false;
}

void
route_forget_fields (SimRouter *router, SimRouteKind kind, RouteBox box)
{
  RouteBox around = route_box_wider (router, box, 1);

  for (int i = 0; i < router->n_fields; i++) {
    RouteField *field = &router->fields[i];

    if (field->goal < 0 || field->kind != kind || !has_come_to (router, field, around))
      continue;
    router->kinds[kind]->slots[field->goal] = -1;
    forget (router, field);
    field->goal = -1;
    field->used = 0;
  }
}

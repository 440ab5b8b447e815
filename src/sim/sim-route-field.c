/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fine fields: direction and cost of the way to a goal node, from each node somebody has asked for.  */
#include "sim/sim-route-private.h"

#include <stdlib.h>
#include <string.h>

/* Cost above, direction in the lowest four bits.  */
#define UNKNOWN UINT32_MAX
#define FARTHER 20 /* two nodes of open ground */

/* ---- What a field knows --------------------------------------------------------------------- */

static inline int
tile_of (const SimRouter *router, int column, int row)
{
  return row / ROUTE_TILE * router->tile_columns + column / ROUTE_TILE;
}

static uint32_t
known_of (const SimRouter *router, const RouteField *field, int node)
{
  int column = node % router->columns, row = node / router->columns;

  return router->pool[field->tiles[tile_of (router, column, row)]]
                     [row % ROUTE_TILE * ROUTE_TILE + column % ROUTE_TILE];
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

static void
learn (SimRouter *router, RouteField *field, int node)
{
  int column = node % router->columns, row = node / router->columns;
  uint32_t *tile = &field->tiles[tile_of (router, column, row)];

  if (*tile == 0) {
    if (router->n_free == 0)
      grow_pool (router);
    *tile = router->free_tiles[--router->n_free];
    memset (router->pool[*tile], 0xff, sizeof router->pool[*tile]);
  }
  router->pool[*tile][row % ROUTE_TILE * ROUTE_TILE + column % ROUTE_TILE] =
      router->distances[node];
}

static void
forget (SimRouter *router, RouteField *field)
{
  for (int t = 0; t < router->n_tiles; t++)
    if (field->tiles[t] != 0) {
      router->free_tiles[router->n_free++] = field->tiles[t];
      field->tiles[t] = 0;
    }
  field->n_front = 0;
  field->next = 0;
}

/* ---- One search ---------------------------------------------------------------------------- */

/* A search keeps for each node its cost and direction, as a field does.  */
static inline uint32_t
found (uint32_t distance, unsigned direction)
{
  return distance << 4 | direction;
}

static void
grow_bucket (RouteBucket *bucket)
{
  bucket->size = bucket->size == 0 ? 32 : bucket->size * 2;
  bucket->nodes = realloc (bucket->nodes, bucket->size * sizeof *bucket->nodes);
}

/* A node found by a shorter way than before waits its turn, last of its distance.  */
static inline void
reach (SimRouter *router, int node, unsigned direction, uint32_t distance)
{
  RouteBucket *bucket = &router->buckets[distance % ROUTE_N_BUCKETS];

  if (bucket->n == bucket->size)
    grow_bucket (bucket);
  bucket->nodes[bucket->n++] = node;
  router->distances[node] = found (distance, direction);
}

/* Who could come to this node by one step in each direction: ways are as open to as fro.  All eight are
 * looked at before any is taken, for nobody could foretell which it will be; beside the map there is
 * room to look at.  */
static inline void
relax (SimRouter *router, const RouteKind *kind, const int offsets[8], unsigned steps, int node,
       uint32_t distance)
{
  unsigned open = (steps >> 4 | steps << 4) & 255, better = 0;

#pragma GCC unroll 8
  for (unsigned d = 0; d < 8; d++) {
    int from = node - offsets[d];
    uint32_t reached = distance + (d & 1 ? kind->diagonals[from] : kind->costs[from]);

    better |= (unsigned) (reached < router->distances[from] >> 4) << d;
  }
  for (better &= open; better != 0; better &= better - 1) {
    unsigned d = (unsigned) __builtin_ctz (better);
    int from = node - offsets[d];

    reach (router, from, d, distance + (d & 1 ? kind->diagonals[from] : kind->costs[from]));
  }
}

/* What it left off at: who waits, nearest first, and the distance that is next.  */
static void
keep_front (SimRouter *router, RouteField *field, uint32_t distance)
{
  field->n_front = 0;
  field->next = distance;
  for (uint32_t i = 0; i < ROUTE_N_BUCKETS; i++) {
    const RouteBucket *bucket = &router->buckets[(distance + i) % ROUTE_N_BUCKETS];

    for (uint32_t k = 0; k < bucket->n; k++) {
      int node = bucket->nodes[k];

      if (router->distances[node] >> 4 != distance + i)
        continue;
      if (field->n_front == field->front_size) {
        field->front_size = field->front_size == 0 ? 128 : field->front_size * 2;
        field->front = realloc (field->front, field->front_size * sizeof *field->front);
      }
      field->front[field->n_front++] = (RouteFront){node, router->distances[node]};
    }
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

/* Puts what the field knows and who waits into the room for a search.  */
static void
resume (SimRouter *router, RouteField *field)
{
  for (int t = 0; t < router->n_tiles; t++) {
    TileArea area;

    if (field->tiles[t] == 0)
      continue;
    area = area_of (router, t);
    for (int row = 0; row < area.rows; row++)
      memcpy (router->distances + area.first + (size_t) row * (size_t) router->columns,
              router->pool[field->tiles[t]] + row * ROUTE_TILE,
              (size_t) area.columns * sizeof *router->distances);
  }
  for (uint32_t i = 0; i < field->n_front; i++)
    reach (router, field->front[i].node, field->front[i].found & 15, field->front[i].found >> 4);
}

/* Leaves the room as it was found: what was reached lies in the field's tiles, or waits.  */
static void
end_search (SimRouter *router, const RouteField *field)
{
  for (int t = 0; t < router->n_tiles; t++) {
    TileArea area;

    if (field->tiles[t] == 0)
      continue;
    area = area_of (router, t);
    for (int row = 0; row < area.rows; row++)
      memset (router->distances + area.first + (size_t) row * (size_t) router->columns, 0xff,
              (size_t) area.columns * sizeof *router->distances);
  }
  for (uint32_t i = 0; i < field->n_front; i++)
    router->distances[field->front[i].node] = ROUTE_UNREACHED;
  for (int i = 0; i < ROUTE_N_BUCKETS; i++)
    router->buckets[i].n = 0;
}

/* Goes out from the goal, or on from where it left off, until `start` has been reached, and somewhat
 * farther: others who come by will stand about there.  */
static void
search (SimRouter *router, RouteField *field, int start)
{
  const RouteKind *kind = router->kinds[field->kind];
  const uint8_t *steps = router->legs[field->kind % SIM_N_MOBILITIES]->steps;
  uint32_t end = ROUTE_UNREACHED, distance = field->next;
  int offsets[8];

  for (int d = 0; d < 8; d++)
    offsets[d] = route_node_beside (router, 0, d);
  if (distance == 0)
    reach (router, field->goal, ROUTE_AT_GOAL, 0);
  else
    resume (router, field);
  for (uint32_t idle = 0; distance < end && idle < ROUTE_N_BUCKETS; distance++) {
    RouteBucket *bucket = &router->buckets[distance % ROUTE_N_BUCKETS];

    idle = bucket->n == 0 ? idle + 1 : 0;
    for (uint32_t k = 0; k < bucket->n; k++) {
      int node = bucket->nodes[k];

      /* Its distance may have fallen since it was put here.  */
      if (router->distances[node] >> 4 != distance)
        continue;
      learn (router, field, node);
      relax (router, kind, offsets, steps[node], node, distance);
      if (node == start)
        end = distance + distance / 16 + FARTHER;
    }
    bucket->n = 0;
  }
  keep_front (router, field, distance);
  end_search (router, field);
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

void
route_forget_kind (SimRouter *router, SimRouteKind kind)
{
  for (int i = 0; i < ROUTE_N_FIELDS; i++)
    if (router->fields[i].goal >= 0 && router->fields[i].kind == kind) {
      forget (router, &router->fields[i]);
      router->fields[i].goal = -1;
      router->fields[i].used = 0;
    }
  for (int i = 0; i < ROUTE_N_TREES; i++)
    if (router->trees[i].goal >= 0 && router->trees[i].kind == kind) {
      router->trees[i].goal = -1;
      router->trees[i].used = 0;
    }
  route_kind_free (router, router->kinds[kind]);
  router->kinds[kind] = NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fine fields: direction and cost of the way to a goal node, from each node somebody has asked for.  */
#include "sim/sim-route-private.h"

#include <stdlib.h>
#include <string.h>

/* Cost above, direction in the lowest four bits.  */
#define UNKNOWN UINT32_MAX

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

unsigned
route_direction (const SimRouter *router, const RouteField *field, int node)
{
  return known_of (router, field, node) & 15;
}

float
route_cost (const SimRouter *router, const RouteField *field, int node)
{
  return (float) (known_of (router, field, node) >> 4);
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
      router->distances[node] << 4 | router->directions[node];
}

static void
forget (SimRouter *router, RouteField *field)
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

  if (place != ROUTE_NONE) {
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
  uint32_t place = new_waiting (router), bucket = distance % ROUTE_N_BUCKETS;

  if (router->distances[node] == ROUTE_UNREACHED)
    router->touched[router->n_touched++] = node;
  router->distances[node] = distance;
  router->directions[node] = (uint8_t) direction;
  router->waiting[place] = (RouteWaiting){node, ROUTE_NONE, distance};
  if (router->heads[bucket] == ROUTE_NONE)
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
  RouteWaiting *waiting = &router->waiting[place];
  int node = router->distances[waiting->node] == waiting->distance ? waiting->node : -1;

  router->heads[bucket] = waiting->next;
  waiting->next = router->free_waiting;
  router->free_waiting = place;
  return node;
}

/* Who could come to this node by one step in each direction: ways are as open to as fro.  */
static void
relax (SimRouter *router, SimRouteKind kind, int node, uint32_t distance)
{
  const uint8_t *costs = router->kinds[kind]->costs;
  unsigned steps = router->legs[kind % SIM_N_MOBILITIES]->steps[node];

  for (int d = 0; d < 8; d++) {
    int back = (d + 4) % 8, from = route_node_beside (router, node, back);
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
    router->distances[router->touched[i]] = ROUTE_UNREACHED;
  for (int i = 0; i < ROUTE_N_BUCKETS; i++)
    router->heads[i] = ROUTE_NONE;
  router->n_touched = 0;
  router->n_waiting = 0;
  router->free_waiting = ROUTE_NONE;
}

/* Goes out from the goal until `start` has been reached, and half as far again.  */
static void
search (SimRouter *router, RouteField *field, int start)
{
  uint32_t end = ROUTE_UNREACHED;

  forget (router, field);
  reach (router, field->goal, ROUTE_AT_GOAL, 0);
  for (uint32_t distance = 0, idle = 0; distance < end && idle < ROUTE_N_BUCKETS; distance++) {
    uint32_t bucket = distance % ROUTE_N_BUCKETS;

    idle = router->heads[bucket] == ROUTE_NONE ? idle + 1 : 0;
    while (router->heads[bucket] != ROUTE_NONE) {
      int node = take (router, bucket);

      if (node < 0)
        continue;
      learn (router, field, node);
      relax (router, field->kind, node, distance);
      if (node == start)
        end = distance + distance / 2 + 1;
    }
  }
  end_search (router);
}

static RouteField *
oldest_field (SimRouter *router)
{
  RouteField *oldest = &router->fields[0];

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

void
route_reach (SimRouter *router, RouteField *field, int node)
{
  if (known_of (router, field, node) == UNKNOWN)
    search (router, field, node);
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
  route_kind_free (router->kinds[kind]);
  router->kinds[kind] = NULL;
}

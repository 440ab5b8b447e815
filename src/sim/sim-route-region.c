/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regions: the parts of a square of nodes that hang together within it, and the trees of coarse ways
 * between them.  Two regions are beside each other when a step leads from one to the other, so
 * that what hangs together by regions hangs together by nodes.  */
#include "sim/sim-route-private.h"

#include <stdlib.h>
#include <string.h>

/* ---- Regions ------------------------------------------------------------------------------- */

static int
block_of (const SimRouter *router, int node)
{
  int blocks = (router->columns + ROUTE_BLOCK - 1) / ROUTE_BLOCK;

  return node / router->columns / ROUTE_BLOCK * blocks + node % router->columns / ROUTE_BLOCK;
}

/* Gives a number to all that can be reached from `first` within its square.  */
static void
flood_region (SimRouter *router, RouteLegs *legs, int first)
{
  int32_t *queue = router->touched;
  int n = 0, done = 0, block = block_of (router, first);

  legs->regions[first] = legs->n_regions;
  queue[n++] = first;
  while (done < n) {
    int node = queue[done++];

    for (int d = 0; d < 8; d++) {
      int beside = route_node_beside (router, node, d);

      if (!(legs->steps[node] & (1u << d)) || legs->regions[beside] >= 0 ||
          block_of (router, beside) != block)
        continue;
      legs->regions[beside] = legs->n_regions;
      queue[n++] = beside;
    }
  }
}

static void
add_edge (RouteLegs *legs, int from, int to)
{
  for (int i = legs->beside[from]; i >= 0; i = legs->edges[i].next)
    if (legs->edges[i].region == to)
      return;
  if (legs->n_edges == legs->edges_size) {
    legs->edges_size = legs->edges_size == 0 ? 4096 : legs->edges_size * 2;
    legs->edges = realloc (legs->edges, (size_t) legs->edges_size * sizeof *legs->edges);
  }
  legs->edges[legs->n_edges] = (RouteEdge){to, legs->beside[from]};
  legs->beside[from] = legs->n_edges++;
}

static void
find_edges (const SimRouter *router, RouteLegs *legs)
{
  for (int node = 0; node < router->n_nodes; node++)
    for (int d = 0; d < 8; d++) {
      int to;

      if (!(legs->steps[node] & (1u << d)))
        continue;
      to = legs->regions[route_node_beside (router, node, d)];
      if (to != legs->regions[node])
        add_edge (legs, legs->regions[node], to);
    }
}

void
route_find_regions (SimRouter *router, RouteLegs *legs)
{
  size_t n = (size_t) router->n_nodes;

  legs->regions = malloc (n * sizeof *legs->regions);
  for (size_t i = 0; i < n; i++)
    legs->regions[i] = -1;
  for (int first = 0; first < router->n_nodes; first++) {
    if (legs->entries[first] == ROUTE_NO_ENTRY || legs->regions[first] >= 0)
      continue;
    flood_region (router, legs, first);
    legs->n_regions++;
  }
  legs->beside = malloc (((size_t) legs->n_regions + 1) * sizeof *legs->beside);
  for (int i = 0; i < legs->n_regions; i++)
    legs->beside[i] = -1;
  find_edges (router, legs);
}

/* What the nodes of a region are like.  */
typedef struct {
  uint32_t n, cost, least;
  uint64_t x, y;  /* sums of columns and rows */
  float hub_off;
} RegionSum;

/* The blocks that a rectangle reaches into, whole: a region lies in one of them.  */
static RouteBox
whole_blocks (const SimRouter *router, RouteBox box)
{
  return (RouteBox){
    .west = box.west / ROUTE_BLOCK * ROUTE_BLOCK,
    .south = box.south / ROUTE_BLOCK * ROUTE_BLOCK,
    .east = base_clampi (box.east / ROUTE_BLOCK * ROUTE_BLOCK + ROUTE_BLOCK - 1, 0, router->columns - 1),
    .north = base_clampi (box.north / ROUTE_BLOCK * ROUTE_BLOCK + ROUTE_BLOCK - 1, 0, router->rows - 1),
  };
}

static void
sum_regions (const SimRouter *router, const RouteLegs *legs, const RouteKind *kind, RouteBox blocks,
             RegionSum *sums)
{
  for (int row = blocks.south; row <= blocks.north; row++)
    for (int column = blocks.west; column <= blocks.east; column++) {
      int i = row * router->columns + column;
      RegionSum *sum = legs->regions[i] < 0 ? NULL : &sums[legs->regions[i]];

      if (sum == NULL)
        continue;
      sum->least = sum->n == 0 || kind->costs[i] < sum->least ? kind->costs[i] : sum->least;
      sum->cost += kind->costs[i];
      sum->x += (uint64_t) column;
      sum->y += (uint64_t) row;
      sum->n++;
    }
}

/* The node that stands for each region: near the middle of its nodes, rather on a road than in a
 * marsh or among mines.  */
static void
choose_hubs (const SimRouter *router, const RouteLegs *legs, RouteKind *kind, RouteBox blocks,
             RegionSum *sums)
{
  for (int row = blocks.south; row <= blocks.north; row++)
    for (int column = blocks.west; column <= blocks.east; column++) {
      int i = row * router->columns + column;
      RegionSum *sum = legs->regions[i] < 0 ? NULL : &sums[legs->regions[i]];
      float dx, dy, off;

      if (sum == NULL)
        continue;
      dx = (float) column - (float) sum->x / (float) sum->n;
      dy = (float) row - (float) sum->y / (float) sum->n;
      off = dx * dx + dy * dy + 1.5f * (float) kind->costs[i];
      if (sum->hub_off > 0 && off >= sum->hub_off)
        continue;
      sum->hub_off = off;
      kind->hubs[legs->regions[i]] = i;
    }
}

/* Between the mean of a region's nodes and its best: who goes through picks his way.  */
void
route_cost_regions (const SimRouter *router, const RouteLegs *legs, RouteKind *kind, RouteBox where)
{
  RegionSum *sums = calloc ((size_t) legs->n_regions + 1, sizeof *sums);
  RouteBox blocks = whole_blocks (router, where);

  sum_regions (router, legs, kind, blocks, sums);
  for (int i = 0; i < legs->n_regions; i++)
    if (sums[i].n > 0)
      kind->region_costs[i] = (uint16_t) ((sums[i].cost / sums[i].n + sums[i].least) / 2);
  choose_hubs (router, legs, kind, blocks, sums);
  free (sums);
}

/* ---- Trees --------------------------------------------------------------------------------- */

static void
push (RouteTree *tree, uint32_t distance, int region)
{
  size_t at = tree->n_waiting++;
  uint64_t key = (uint64_t) distance << 32 | (uint32_t) region;

  if (tree->n_waiting > tree->waiting_size) {
    tree->waiting_size = tree->waiting_size == 0 ? 64 : tree->waiting_size * 2;
    tree->waiting = realloc (tree->waiting, tree->waiting_size * sizeof *tree->waiting);
  }
  for (; at > 0 && tree->waiting[(at - 1) / 2] > key; at = (at - 1) / 2)
    tree->waiting[at] = tree->waiting[(at - 1) / 2];
  tree->waiting[at] = key;
}

static uint64_t
pop (RouteTree *tree)
{
  uint64_t first = tree->waiting[0], last = tree->waiting[--tree->n_waiting];
  size_t at = 0;

  for (;;) {
    size_t child = 2 * at + 1;

    if (child + 1 < tree->n_waiting && tree->waiting[child + 1] < tree->waiting[child])
      child++;
    if (child >= tree->n_waiting || tree->waiting[child] >= last)
      break;
    tree->waiting[at] = tree->waiting[child];
    at = child;
  }
  tree->waiting[at] = last;
  return first;
}

/* From middle to middle at the mean of both costs.  */
static uint32_t
edge_cost (const SimRouter *router, const RouteKind *kind, int a, int b)
{
  int dx = kind->hubs[a] % router->columns - kind->hubs[b] % router->columns;
  int dy = kind->hubs[a] / router->columns - kind->hubs[b] / router->columns;
  float nodes = (float) base_sqrt ((double) (dx * dx + dy * dy));

  return (uint32_t) (nodes * (float) (kind->region_costs[a] + kind->region_costs[b])) + 1;
}

static void
reach_beside (SimRouter *router, RouteTree *tree, int region)
{
  const RouteLegs *legs = router->legs[tree->kind % SIM_N_MOBILITIES];
  const RouteKind *kind = router->kinds[tree->kind];

  for (int e = legs->beside[region]; e >= 0; e = legs->edges[e].next) {
    int beside = legs->edges[e].region;
    uint32_t reached = tree->distances[region] + edge_cost (router, kind, region, beside);

    if (reached >= tree->distances[beside])
      continue;
    tree->distances[beside] = reached;
    tree->next[beside] = region;
    push (tree, reached, beside);
  }
}

/* Grows until it has come to a region.  */
static void
grow_tree (SimRouter *router, RouteTree *tree, int until)
{
  while (tree->n_waiting > 0 && tree->depth[until] == ROUTE_NOT_KNOWN) {
    uint64_t key = pop (tree);
    int region = (int) (uint32_t) key;

    if (tree->distances[region] != key >> 32 || tree->depth[region] != ROUTE_NOT_KNOWN)
      continue;
    tree->depth[region] =
        tree->next[region] < 0 ? 0 : (uint16_t) (tree->depth[tree->next[region]] + 1);
    reach_beside (router, tree, region);
  }
}

static RouteTree *
oldest_tree (SimRouter *router)
{
  RouteTree *oldest = &router->trees[0];

  if (router->n_trees < ROUTE_N_TREES)
    return &router->trees[router->n_trees++];
  for (int i = 1; i < ROUTE_N_TREES; i++)
    if (router->trees[i].used < oldest->used)
      oldest = &router->trees[i];
  return oldest;
}

static RouteTree *
new_tree (SimRouter *router, SimRouteKind kind, int goal)
{
  RouteTree *tree = oldest_tree (router);
  size_t n_regions = (size_t) router->legs[kind % SIM_N_MOBILITIES]->n_regions;

  if (tree->goal >= 0)
    router->kinds[tree->kind]->trees[tree->goal] = -1;
  /* Other legs have other regions.  */
  tree->next = realloc (tree->next, n_regions * sizeof *tree->next);
  tree->depth = realloc (tree->depth, n_regions * sizeof *tree->depth);
  tree->distances = realloc (tree->distances, n_regions * sizeof *tree->distances);
  memset (tree->depth, 0xff, n_regions * sizeof *tree->depth);
  memset (tree->distances, 0xff, n_regions * sizeof *tree->distances);
  tree->goal = goal;
  tree->kind = kind;
  tree->n_waiting = 0;
  tree->next[goal] = -1;
  tree->distances[goal] = 0;
  push (tree, 0, goal);
  router->kinds[kind]->trees[goal] = (int16_t) (tree - router->trees);
  return tree;
}

const RouteTree *
route_tree (SimRouter *router, SimRouteKind kind, int goal_node, int from)
{
  RouteKind *table = route_kind (router, kind);
  int goal = router->legs[kind % SIM_N_MOBILITIES]->regions[goal_node];
  RouteTree *tree;

  tree = table->trees[goal] >= 0 ? &router->trees[table->trees[goal]]
                                 : new_tree (router, kind, goal);
  tree->used = ++router->clock;
  grow_tree (router, tree, from);
  return tree;
}

/* What a tree has come to is final, so that only regions which it has come to can change it.  */
static bool
has_come_to_any (const RouteTree *tree, const int32_t *regions, int n)
{
  for (int i = 0; i < n; i++)
    if (tree->distances[regions[i]] != UINT32_MAX)
      return true;
  return false;
}

static void
forget_trees (SimRouter *router, SimRouteKind number, const int32_t *changed, int n)
{
  for (int i = 0; i < router->n_trees; i++) {
    RouteTree *tree = &router->trees[i];

    if (tree->goal < 0 || tree->kind != number || !has_come_to_any (tree, changed, n))
      continue;
    router->kinds[number]->trees[tree->goal] = -1;
    tree->goal = -1;
    tree->used = 0;
  }
}

void
route_renew_regions (SimRouter *router, SimRouteKind number, RouteBox where)
{
  const RouteLegs *legs = router->legs[number % SIM_N_MOBILITIES];
  RouteKind *kind = router->kinds[number];
  size_t n_regions = (size_t) legs->n_regions + 1;
  uint16_t *costs = malloc (n_regions * sizeof *costs);
  int32_t *hubs = malloc (n_regions * sizeof *hubs), *changed = malloc (n_regions * sizeof *changed);
  int n = 0;

  memcpy (costs, kind->region_costs, n_regions * sizeof *costs);
  memcpy (hubs, kind->hubs, n_regions * sizeof *hubs);
  route_cost_regions (router, legs, kind, where);
  for (int i = 0; i < legs->n_regions; i++)
    if (kind->region_costs[i] != costs[i] || kind->hubs[i] != hubs[i])
      changed[n++] = i;
  forget_trees (router, number, changed, n);
  free (costs);
  free (hubs);
  free (changed);
}

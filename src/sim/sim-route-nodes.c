/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes: where each is entered, what it costs, and which hang together.
 *
 * A step between two nodes is open when one can walk straight from the one's entry to the other's:
 * whoever follows the steps never meets closed ground.  */
#include "sim/sim-route-private.h"

#include "base/base-lanes.h"

#include <stdlib.h>

#define MOST_COST 180 /* with the diagonal's 7/5 below ROUTE_N_BUCKETS */
#define MINED_FACTOR 8
#define SMOOTH 24        /* light woods, not marsh */
#define SMOOTH_COVERT 15 /* woods, not open ground */
#define ROOM 0.12f /* cells to either side of a straight way, for turning */

const int route_step_x[8] = {0, 1, 1, 1, 0, -1, -1, -1};
const int route_step_y[8] = {1, 1, 0, -1, -1, -1, 0, 1};

/* ---- Cells of a node ----------------------------------------------------------------------- */

/* The cells of a node, west to east and south to north: fewer at the map's edge.  */
typedef struct {
  int column, row; /* of the south-west one */
  int columns, rows;
} Cells;

static Cells
cells_of (const SimRouter *router, int node)
{
  const SimGround *ground = router->ground;
  Cells cells = {.column = node % router->columns * router->cells,
                 .row = node / router->columns * router->cells};

  cells.columns = base_clampi (ground->columns - cells.column, 1, router->cells);
  cells.rows = base_clampi (ground->rows - cells.row, 1, router->cells);
  return cells;
}

static inline int
cell_of (const SimRouter *router, const Cells *cells, int i)
{
  return (cells->row + i / cells->columns) * router->ground->columns + cells->column +
         i % cells->columns;
}

static BaseVec
point_of (const SimRouter *router, const RouteLegs *legs, int node)
{
  Cells cells = cells_of (router, node);
  int entry = legs->entries[node] == ROUTE_NO_ENTRY ? 0 : legs->entries[node];
  float cell_m = router->ground->cell_m;

  return base_vec (((float) (cells.column + entry % cells.columns) + 0.5f) * cell_m,
                   ((float) (cells.row + entry / cells.columns) + 0.5f) * cell_m);
}

/* How good a cell is to enter a node by: a crossing, for else the river is closed here; a road; the
 * best going; the middle.  */
static int
entry_worth (SimCover cover, SimMobility mobility, int from_middle)
{
  int worth = (int) (sim_terrain_going (cover, mobility) * 100);

  if (cover == SIM_COVER_BRIDGE || cover == SIM_COVER_FORD)
    worth += 4000;
  else if (cover == SIM_COVER_ROAD)
    worth += 2000;
  return worth * 16 - from_middle;
}

/* Also says whether every cell is open.  */
static uint8_t
find_entry (const SimRouter *router, SimMobility mobility, int node, bool *whole)
{
  Cells cells = cells_of (router, node);
  int best = ROUTE_NO_ENTRY, best_worth = 0;

  *whole = true;
  for (int i = 0; i < cells.columns * cells.rows; i++) {
    SimCover cover = (SimCover) router->ground->covers[cell_of (router, &cells, i)];
    int dx = 2 * (i % cells.columns) - cells.columns + 1;
    int dy = 2 * (i / cells.columns) - cells.rows + 1;
    int worth = entry_worth (cover, mobility, abs (dx) + abs (dy));

    if (sim_terrain_going (cover, mobility) <= 0)
      *whole = false;
    else if (best == ROUTE_NO_ENTRY || worth > best_worth) {
      best = i;
      best_worth = worth;
    }
  }
  return (uint8_t) best;
}

/* ---- Steps --------------------------------------------------------------------------------- */

/* Columns and rows of the nodes of two points, one beside the other: a.x, b.x, a.y, b.y.  */
static inline BaseFourInts
nodes_of (const SimRouter *router, BaseVec a, BaseVec b)
{
  const SimGround *ground = router->ground;
  BaseFour places = {a.x, b.x, a.y, b.y};
  BaseFourInts cells = __builtin_convertvector (places / ground->cell_m, BaseFourInts);
  int east = ground->columns - 1, north = ground->rows - 1;

  return (BaseFourInts){
    route_node_along (router, base_clampi (cells[0], 0, east)),
    route_node_along (router, base_clampi (cells[1], 0, east)),
    route_node_along (router, base_clampi (cells[2], 0, north)),
    route_node_along (router, base_clampi (cells[3], 0, north)),
  };
}

RouteBox
route_box (const SimRouter *router, BaseVec a, BaseVec b)
{
  BaseFourInts nodes = nodes_of (router, a, b);
  bool east = nodes[0] < nodes[1], north = nodes[2] < nodes[3];

  return (RouteBox){
    .west = east ? nodes[0] : nodes[1],
    .south = north ? nodes[2] : nodes[3],
    .east = east ? nodes[1] : nodes[0],
    .north = north ? nodes[3] : nodes[2],
  };
}

RouteBox
route_box_around (const SimRouter *router, int node)
{
  int row = route_row (router, node), column = node - row * router->columns;

  return (RouteBox){
    .west = column > 0 ? column - 1 : 0,
    .south = row > 0 ? row - 1 : 0,
    .east = column + 1 < router->columns ? column + 1 : column,
    .north = row + 1 < router->rows ? row + 1 : row,
  };
}

RouteBox
route_box_wider (const SimRouter *router, RouteBox box, int nodes)
{
  return (RouteBox){
    .west = base_clampi (box.west - nodes, 0, router->columns - 1),
    .south = base_clampi (box.south - nodes, 0, router->rows - 1),
    .east = base_clampi (box.east + nodes, 0, router->columns - 1),
    .north = base_clampi (box.north + nodes, 0, router->rows - 1),
  };
}

bool
route_none_between (const SimRouter *router, const uint32_t *sums, BaseVec a, BaseVec b)
{
  return route_none_in (router, sums, route_box (router, a, b));
}

bool
route_walk_by (const SimRouter *router, SimMobility mobility, BaseVec from, BaseVec to)
{
  const SimGround *ground = router->ground;
  BaseVec along = base_vec_sub (to, from), aside;
  float length = base_vec_length (along);

  aside = base_vec_scale (base_vec (-along.y, along.x), ROOM * ground->cell_m / (length + 0.01f));
  return sim_terrain_walk (ground, mobility, base_vec_add (from, aside), base_vec_add (to, aside)) &&
         sim_terrain_walk (ground, mobility, base_vec_sub (from, aside), base_vec_sub (to, aside)) &&
         sim_terrain_walk (ground, mobility, from, to);
}

bool
route_walk (const SimRouter *router, const RouteLegs *legs, SimMobility mobility, BaseVec from,
            BaseVec to)
{
  return route_none_between (router, legs->closed, from, to) ||
         route_walk_by (router, mobility, from, to);
}

static bool
step_is_open (const SimRouter *router, const RouteLegs *legs, SimMobility mobility, int node,
              int direction)
{
  int column = node % router->columns + route_step_x[direction];
  int row = node / router->columns + route_step_y[direction];
  BaseVec from, to;

  if (column < 0 || row < 0 || column >= router->columns || row >= router->rows ||
      legs->entries[node] == ROUTE_NO_ENTRY ||
      legs->entries[row * router->columns + column] == ROUTE_NO_ENTRY)
    return false;
  from = route_entry (legs, node);
  to = route_entry (legs, row * router->columns + column);
  return route_walk (router, legs, mobility, from, to);
}

/* Each way is asked for once, from south or west, and holds to and fro.  */
static void
find_steps (SimRouter *router, RouteLegs *legs, SimMobility mobility)
{
  static const int asked[4] = {0, 1, 2, 7};

  for (int node = 0; node < router->n_nodes; node++)
    for (int i = 0; i < 4; i++) {
      int d = asked[i];

      if (!step_is_open (router, legs, mobility, node, d))
        continue;
      legs->steps[node] |= (uint8_t) (1u << d);
      legs->steps[route_node_beside (router, node, d)] |= (uint8_t) (1u << (d + 4) % 8);
    }
}

/* Numbers the parts of the map that hang together, from each lowest node.  */
static void
find_parts (SimRouter *router, RouteLegs *legs)
{
  int32_t *queue = router->touched;

  for (int i = 0; i < router->n_nodes; i++)
    legs->parts[i] = -1;
  for (int first = 0; first < router->n_nodes; first++) {
    int n = 0, done = 0;

    if (legs->parts[first] >= 0 || legs->entries[first] == ROUTE_NO_ENTRY)
      continue;
    legs->parts[first] = first;
    queue[n++] = first;
    while (done < n) {
      int node = queue[done++];

      for (int d = 0; d < 8; d++) {
        int beside = route_node_beside (router, node, d);

        if (!(legs->steps[node] & (1u << d)) || legs->parts[beside] >= 0)
          continue;
        legs->parts[beside] = first;
        queue[n++] = beside;
      }
    }
  }
}

/* Entries, and the sums of nodes that are not open throughout.  */
static void
find_entries (SimRouter *router, RouteLegs *legs, SimMobility mobility)
{
  int stride = router->columns + 1;

  for (int row = 0; row < router->rows; row++)
    for (int column = 0; column < router->columns; column++) {
      int node = row * router->columns + column, corner = (row + 1) * stride + column + 1;
      bool whole;

      legs->entries[node] = find_entry (router, mobility, node, &whole);
      legs->whole[node] = whole;
      legs->points[node] = point_of (router, legs, node);
      legs->closed[corner] = legs->closed[corner - 1] + legs->closed[corner - stride] -
                             legs->closed[corner - stride - 1] + !whole;
    }
}

const RouteLegs *
route_legs (SimRouter *router, SimMobility mobility)
{
  size_t n = (size_t) router->n_nodes;
  RouteLegs *legs = router->legs[mobility];

  if (legs != NULL)
    return legs;
  legs = calloc (1, sizeof *legs);
  legs->whole = malloc (n);
  legs->entries = malloc (n);
  legs->points = malloc (n * sizeof *legs->points);
  legs->steps = calloc (n, 1);
  legs->parts = malloc (n * sizeof *legs->parts);
  legs->closed =
      calloc ((size_t) (router->columns + 1) * (size_t) (router->rows + 1), sizeof *legs->closed);
  find_entries (router, legs, mobility);
  find_steps (router, legs, mobility);
  find_parts (router, legs);
  route_find_regions (router, legs);
  router->legs[mobility] = legs;
  return legs;
}

void
route_legs_free (RouteLegs *legs)
{
  if (legs == NULL)
    return;
  free (legs->whole);
  free (legs->entries);
  free (legs->points);
  free (legs->steps);
  free (legs->parts);
  free (legs->closed);
  free (legs->regions);
  free (legs->beside);
  free (legs->edges);
  free (legs);
}

/* ---- Mines --------------------------------------------------------------------------------- */

static RouteBox
box_with (RouteBox box, int column, int row)
{
  return (RouteBox){
    .west = column < box.west ? column : box.west,
    .south = row < box.south ? row : box.south,
    .east = column > box.east ? column : box.east,
    .north = row > box.north ? row : box.north,
  };
}

bool
route_box_of_mines (const SimRouter *router, uint32_t minefields, RouteBox *box)
{
  const SimGround *ground = router->ground;

  *box = (RouteBox){router->columns, router->rows, -1, -1};
  if (minefields == 0 || ground->mines == NULL)
    return false;
  for (int row = 0; row < ground->rows; row++)
    for (int column = 0; column < ground->columns; column++) {
      int field = ground->mines[row * ground->columns + column];

      if (field != 0 && (minefields >> (field - 1) & 1) != 0)
        *box = box_with (*box, route_node_along (router, column), route_node_along (router, row));
    }
  return box->east >= box->west;
}

/* ---- Costs --------------------------------------------------------------------------------- */

/* Who keeps to cover goes far out of his way not to be seen.  */
static float
covert_factor (SimCover cover)
{
  float shown = sim_terrain_concealment (cover);

  return 0.3f + 2 * shown * shown;
}

/* Of a node: the mean over its open cells, a road's where one leads through, dearer on slopes and
 * where mines are known to lie.  */
static uint8_t
node_cost (const SimRouter *router, SimRouteKind kind, int node)
{
  const SimGround *ground = router->ground;
  SimMobility mobility = (SimMobility) (kind % SIM_N_MOBILITIES);
  bool covert = kind / SIM_N_MOBILITIES % 2 != 0, mined = false, road = false;
  uint32_t known = router->known[kind / (2 * SIM_N_MOBILITIES)];
  Cells cells = cells_of (router, node);
  float sum = 0, low = 1e9f, high = -1e9f, cost;
  int n = 0;

  for (int i = 0; i < cells.columns * cells.rows; i++) {
    int cell = cell_of (router, &cells, i);
    SimCover cover = (SimCover) ground->covers[cell];
    float going = sim_terrain_going (cover, mobility);

    if (going <= 0)
      continue;
    sum += covert ? covert_factor (cover) / going : 1 / going;
    road |= cover == SIM_COVER_ROAD || cover == SIM_COVER_BRIDGE;
    low = ground->heights_m[cell] < low ? ground->heights_m[cell] : low;
    high = ground->heights_m[cell] > high ? ground->heights_m[cell] : high;
    mined |= ground->mines != NULL && ground->mines[cell] != 0 &&
             (known & (1u << (ground->mines[cell] - 1))) != 0;
    n++;
  }
  cost = road && !covert ? ROUTE_ROAD : 10 * sum / (float) n;
  cost *= 1 + 3 * (high - low) / router->node_m;
  if (mined)
    cost *= MINED_FACTOR;
  return (uint8_t) base_clampf (cost + 0.5f, ROUTE_ROAD, MOST_COST);
}

/* Nothing south or west of what has changed counts it.  */
static void
sum_rough (const SimRouter *router, RouteKind *kind, RouteBox where)
{
  int stride = router->columns + 1;

  for (int row = where.south; row < router->rows; row++)
    for (int column = where.west; column < router->columns; column++) {
      int corner = (row + 1) * stride + column + 1;

      kind->rough[corner] = kind->rough[corner - 1] + kind->rough[corner - stride] -
                            kind->rough[corner - stride - 1] +
                            (kind->costs[row * router->columns + column] > kind->smooth);
    }
}

static void
find_easy (const SimRouter *router, const RouteLegs *legs, RouteKind *kind, RouteBox where)
{
  for (int row = where.south; row <= where.north; row++)
    for (int column = where.west; column <= where.east; column++) {
      int node = row * router->columns + column;
      RouteBox box = route_box_around (router, node);

      kind->easy[node] =
          route_none_in (router, legs->closed, box) && route_none_in (router, kind->rough, box);
    }
}

/* Which nodes stand for a goal goes by the ground of its block alone.  */
static void
forget_shared (const SimRouter *router, RouteKind *kind, RouteBox where)
{
  for (int row = where.south; row <= where.north; row++)
    for (int column = where.west; column <= where.east; column++)
      kind->shared[row * router->columns + column] = -1;
}

void
route_kind_renew (SimRouter *router, SimRouteKind number, RouteBox where)
{
  const RouteLegs *legs = router->legs[number % SIM_N_MOBILITIES];
  RouteKind *kind = router->kinds[number];

  for (int row = where.south; row <= where.north; row++)
    for (int column = where.west; column <= where.east; column++) {
      int node = row * router->columns + column;

      if (legs->entries[node] != ROUTE_NO_ENTRY)
        kind->costs[node] = node_cost (router, number, node);
      kind->diagonals[node] = (uint8_t) (kind->costs[node] * 7u / 5);
    }
  sum_rough (router, kind, where);
  find_easy (router, legs, kind, route_box_wider (router, where, 1));
  forget_shared (router, kind, route_box_wider (router, where, ROUTE_GOALS));
}

RouteKind *
route_kind (SimRouter *router, SimRouteKind number)
{
  const RouteLegs *legs = route_legs (router, (SimMobility) (number % SIM_N_MOBILITIES));
  RouteKind *kind = router->kinds[number];
  size_t n = (size_t) router->n_nodes, n_regions = (size_t) legs->n_regions;
  RouteBox whole = {.east = router->columns - 1, .north = router->rows - 1};

  if (kind != NULL)
    return kind;
  kind = calloc (1, sizeof *kind);
  kind->costs = route_padded_new (router, 1);
  kind->diagonals = route_padded_new (router, 1);
  kind->shared = malloc (n * sizeof *kind->shared);
  kind->slots = malloc (n * sizeof *kind->slots);
  kind->rough = calloc ((size_t) (router->columns + 1) * (size_t) (router->rows + 1),
                        sizeof *kind->rough);
  kind->easy = malloc (n);
  kind->trees = malloc (n_regions * sizeof *kind->trees + 1);
  kind->region_costs = calloc (n_regions + 1, sizeof *kind->region_costs);
  kind->hubs = calloc (n_regions + 1, sizeof *kind->hubs);
  for (size_t i = 0; i < n; i++)
    kind->slots[i] = -1;
  for (size_t i = 0; i < n_regions; i++)
    kind->trees[i] = -1;
  kind->smooth = number / SIM_N_MOBILITIES % 2 != 0 ? SMOOTH_COVERT : SMOOTH;
  router->kinds[number] = kind;
  route_kind_renew (router, number, whole);
  route_cost_regions (router, legs, kind, whole);
  return kind;
}

void
route_kind_free (const SimRouter *router, RouteKind *kind)
{
  if (kind == NULL)
    return;
  route_padded_free (router, kind->costs, 1);
  route_padded_free (router, kind->diagonals, 1);
  free (kind->rough);
  free (kind->easy);
  free (kind->shared);
  free (kind->slots);
  free (kind->trees);
  free (kind->region_costs);
  free (kind->hubs);
  free (kind);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside the router: its files share these tables (private to sim-route*.c).  */
#pragma once

#include "sim/sim-route.h"

#define ROUTE_NODE_M 100.0f /* about: a whole number of cells */
#define ROUTE_BLOCK 8       /* nodes on a side of the squares that regions lie in */
#define ROUTE_NO_ENTRY 255
#define ROUTE_ROAD 7   /* cost of a node on a road, the cheapest */
#define ROUTE_UNREACHED UINT32_MAX
#define ROUTE_N_BUCKETS 512 /* more than the greatest cost of one step and what it can lead astray */
#define ROUTE_N_FIELDS 4096
#define ROUTE_N_TREES 1024
#define ROUTE_TILE 16       /* nodes on a side of the tiles in which a field is kept */
#define ROUTE_GOALS 4       /* nodes on a side of the blocks whose goals share a field */

typedef struct {
  int32_t region;
  int32_t next; /* in the list of the region it is beside; -1: last */
} RouteEdge;

/* What one mobility can do.  */
typedef struct {
  uint8_t *whole;   /* every cell of a node is open */
  uint8_t *entries; /* cell of a node at which it is entered, counted in it; ROUTE_NO_ENTRY: closed */
  BaseVec *points;  /* the middle of that cell; of a closed node, of its first */
  uint8_t *steps;   /* bits of the directions in which one can leave a node */
  int32_t *parts;   /* nodes of one number can be reached from one another; -1: closed */
  /* How many nodes south-west of each corner have a closed cell (a summed area table, Crow
   * 1984).  */
  uint32_t *closed;
  /* Regions.  */
  int32_t *regions; /* of each node; -1: closed */
  int n_regions;
  int32_t *beside;  /* first edge of each region; -1: none */
  RouteEdge *edges;
  int n_edges, edges_size;
} RouteLegs;

/* A node that a search has reached and not yet gone on from: by what cost and direction.  */
typedef struct {
  int32_t node;
  uint32_t found; /* as a field keeps it */
} RouteFront;

/* A field is known as far as somebody has asked for it: a search goes out from the goal toward who asks,
 * until it has reached him, and somewhat farther; the next goes on from there.  What is known is final,
 * so that it does not matter who asked first.  */
typedef struct {
  int goal; /* node, -1: empty */
  SimRouteKind kind;
  uint32_t used;
  uint32_t *tiles; /* for each tile of the map its place in the pool, 0: nothing known */
  uint16_t *held;  /* tiles of which something is known */
  uint32_t n_held, held_size;
  RouteFront *front; /* in no order; none when all is known */
  uint32_t n_front, front_size;
} RouteField;

#define ROUTE_NOT_KNOWN UINT16_MAX

/* The tree of coarse ways to a region; known, like a field, as far as somebody has asked for it.  */
typedef struct {
  int goal; /* region, -1: empty */
  SimRouteKind kind;
  uint32_t used;
  int32_t *next;       /* region after each on the way; -1: the goal itself */
  uint16_t *depth;     /* regions to go through to the goal, or ROUTE_NOT_KNOWN */
  uint32_t *distances; /* the least found so far */
  /* A binary heap of regions by distance and then number; a region may wait more than once.  */
  uint64_t *waiting;   /* distance above, region below */
  size_t n_waiting, waiting_size;
} RouteTree;

/* What the ground costs for one kind.  */
typedef struct {
  uint8_t *costs;         /* of crossing a node; 0: closed */
  uint8_t *diagonals;     /* the same from corner to corner: 7/5 of it */
  uint32_t *rough;        /* nodes south-west of each corner that cost more than `smooth` */
  uint8_t *easy;          /* nothing is closed or rough in a node and those around it */
  uint8_t smooth;         /* dearer ground is not cut across where a way leads round it */
  uint16_t *region_costs; /* of crossing a region, by the node */
  int32_t *hubs;          /* node that stands for each region */
  int32_t *shared;        /* node that stands for a goal node; -1: not asked yet */
  int16_t *slots;         /* field of a goal node; -1: none */
  int16_t *trees;         /* tree of a goal region; -1: none */
} RouteKind;

/* Nodes that wait their turn.  One whose distance has fallen waits twice; the old entry is passed
 * over.  */
typedef struct {
  int32_t *nodes;
  uint32_t n, size;
} RouteBucket;

struct SimRouter {
  const SimGround *ground;
  int cells; /* on a side of a node */
  uint32_t share; /* 65536 by that, rounded up */
  uint64_t row_share; /* 2^32 by the number of columns, rounded up */
  float node_m;
  int columns, rows, n_nodes;
  uint32_t known[2]; /* minefields, by side */
  RouteLegs *legs[SIM_N_MOBILITIES];
  RouteKind *kinds[SIM_N_ROUTE_KINDS];
  RouteField *fields;
  RouteTree *trees;
  int n_fields, n_trees; /* how many have ever been used */
  uint32_t clock;
  /* What fields know, by tile; the first is never used.  */
  int tile_columns, n_tiles;
  uint32_t (*pool)[ROUTE_TILE * ROUTE_TILE];
  uint32_t *free_tiles;
  uint32_t pool_size, n_free;
  /* Room for one search.  */
  uint32_t *distances;
  int32_t *touched;
  RouteBucket buckets[ROUTE_N_BUCKETS];
};

/* East and north of the eight directions, clockwise from north.  */
extern const int route_step_x[8], route_step_y[8];

static inline int
route_node_beside (const SimRouter *router, int node, int direction)
{
  return node + route_step_y[direction] * router->columns + route_step_x[direction];
}

/* Column or row of the node that a column or row of the map's cells is in: a division by `cells`, which
 * is exact for the few thousand cells of the widest map.  */
static inline int
route_node_along (const SimRouter *router, int cell)
{
  return (int) ((uint32_t) cell * router->share >> 16);
}

/* Row of a node: a division by `columns`, which is exact while nodes times columns are below 2^32.  */
static inline int
route_row (const SimRouter *router, int node)
{
  return (int) ((uint64_t) (uint32_t) node * router->row_share >> 32);
}

static inline int
route_node_of (const SimRouter *router, BaseVec at)
{
  return route_node_along (router, sim_terrain_row (router->ground, at.y)) * router->columns +
         route_node_along (router, sim_terrain_column (router->ground, at.x));
}

/* The middle of the cell at which a node is entered.  */
static inline BaseVec
route_entry (const RouteLegs *legs, int node)
{
  return legs->points[node];
}

/* A table of all nodes, set to zero, with room for those that would lie beside the map; elements of so
 * many bytes.  */
void *route_padded_new (const SimRouter *router, size_t size);
void route_padded_free (const SimRouter *router, void *table, size_t size);

/* sim-route-nodes.c: tables, made when first asked for.  */
const RouteLegs *route_legs (SimRouter *router, SimMobility mobility);
RouteKind *route_kind (SimRouter *router, SimRouteKind kind);
void route_kind_free (const SimRouter *router, RouteKind *kind);
void route_legs_free (RouteLegs *legs);
/* A rectangle of nodes, all four of them in it; that of a node and those around it; the same with so
 * many more nodes on each side.  */
typedef struct {
  int west, south, east, north;
} RouteBox;

RouteBox route_box_around (const SimRouter *router, int node);
RouteBox route_box_wider (const SimRouter *router, RouteBox box, int nodes);
/* The nodes among which some minefields lie, a bit for each; false: they are nowhere.  */
bool route_box_of_mines (const SimRouter *router, uint32_t minefields, RouteBox *box);
/* Costs what lies in a rectangle, and all that goes by it but the regions: at first, and again after another
 * minefield became known there.  */
void route_kind_renew (SimRouter *router, SimRouteKind number, RouteBox where);
/* True when none of the nodes that a summed area table counts is in the rectangle between two
 * points.  */
bool route_none_between (const SimRouter *router, const uint32_t *sums, BaseVec a, BaseVec b);
/* That rectangle in nodes, and the same question about it.  */
RouteBox route_box (const SimRouter *router, BaseVec a, BaseVec b);

static inline bool
route_none_in (const SimRouter *router, const uint32_t *sums, RouteBox box)
{
  const uint32_t *low = sums + box.south * (router->columns + 1);
  const uint32_t *high = sums + (box.north + 1) * (router->columns + 1);

  return high[box.east + 1] + low[box.west] == high[box.west] + low[box.east + 1];
}

/* True when a straight walk between two points enters no closed cell, with a little room to either
 * side: who turns at one end does not lose the other.  */
bool route_walk (const SimRouter *router, const RouteLegs *legs, SimMobility mobility, BaseVec from,
                 BaseVec to);
/* The same where something closed is about.  */
bool route_walk_by (const SimRouter *router, SimMobility mobility, BaseVec from, BaseVec to);

/* sim-route-region.c */
void route_find_regions (SimRouter *router, RouteLegs *legs);
/* Costs the regions of the blocks that a rectangle reaches into.  */
void route_cost_regions (const SimRouter *router, const RouteLegs *legs, RouteKind *kind,
                         RouteBox where);
/* The same again, after the nodes of the rectangle changed; forgets the trees that it changes.  */
void route_renew_regions (SimRouter *router, SimRouteKind number, RouteBox where);
/* The tree to the region of a node, known at another region from which one can get there.  */
const RouteTree *route_tree (SimRouter *router, SimRouteKind kind, int goal_node, int from);

/* sim-route-field.c */
/* The field of a goal node.  */
#define ROUTE_AT_GOAL 8
RouteField *route_field (SimRouter *router, SimRouteKind kind, int goal);
/* Cost of the way from a node of the goal's part.  */
float route_cost (SimRouter *router, RouteField *field, int node);
/* Its direction, ROUTE_AT_GOAL at the goal.  */
unsigned route_direction (SimRouter *router, RouteField *field, int node);
/* Forgets the fields of a kind that have come to one of these nodes, or next to one.  */
void route_forget_fields (SimRouter *router, SimRouteKind kind, RouteBox box);

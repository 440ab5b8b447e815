/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways: what is answered depends on the ground alone, never on who asked before.  */
#include "base/base-random.h"
#include "sim/sim-route-private.h"

#include <glib.h>

static const BaseVec river[] = {{0, 5200}, {4100, 6100}, {7800, 5300}, {12000, 6000}};
static const BaseVec ford[] = {{2600, 5770}}, bridge[] = {{9100, 5520}};

static const BaseVec belt[] = {{2000, 2500}, {9500, 3000}, {9500, 3400}, {2000, 2900}};
static const BaseVec patch[] = {{6000, 9000}}, spot[] = {{10500, 8000}};

static SimGround *
broken_ground (float side_m)
{
  SimFeature features[] = {
    {.kind = SIM_FEATURE_RIVER, .n_points = 4, .points = river, .radius_m = 60},
    {.kind = SIM_FEATURE_FORD, .n_points = 1, .points = ford, .radius_m = 120},
    {.kind = SIM_FEATURE_BRIDGE, .n_points = 1, .points = bridge, .radius_m = 120},
    {.kind = SIM_FEATURE_MINEFIELD, .n_points = 4, .points = belt, .mines_per_ha = 5},
    {.kind = SIM_FEATURE_MINEFIELD, .n_points = 1, .points = patch, .radius_m = 700, .mines_per_ha = 5},
    {.kind = SIM_FEATURE_MINEFIELD, .n_points = 1, .points = spot, .radius_m = 150, .mines_per_ha = 5},
  };
  SimTerrainDef def = sim_terrain_def_default ();

  def.width_m = def.height_m = side_m;
  def.woods = 0.3f;
  def.features = features;
  def.n_features = G_N_ELEMENTS (features);
  return sim_ground_new (&def);
}

static BaseVec
anywhere (BaseRandom *random, float side_m)
{
  float x = base_random_range (random, 1, side_m - 1);

  return base_vec (x, base_random_range (random, 1, side_m - 1));
}

static void
check_same (SimRouter *a, SimRouter *b, SimRouteKind kind, BaseVec at, BaseVec goal)
{
  BaseVec first = {0}, second = {0};

  g_assert_cmpint (sim_router_next (a, kind, at, goal, &first), ==,
                   sim_router_next (b, kind, at, goal, &second));
  g_assert_cmpfloat (first.x, ==, second.x);
  g_assert_cmpfloat (first.y, ==, second.y);
}

/* One router answers a traveller from near its goal to far away, the other the other way round: a
 * field that grows tells the same as one that was made whole.  */
static void
test_order_of_questions (void)
{
  enum { N = 60 };
  SimGround *ground = broken_ground (12000);
  SimRouter *grows = sim_router_new (ground), *whole = sim_router_new (ground);
  BaseRandom random;

  base_random_init (&random, 3, 0);
  for (int g = 0; g < 12; g++) {
    SimMobility mobility = (SimMobility) (g % SIM_N_MOBILITIES);
    BaseVec goal = anywhere (&random, 12000), from[N];
    BaseVec steer;

    sim_router_next (whole, mobility, base_vec (10, 10), goal, &steer);
    sim_router_next (whole, mobility, base_vec (11990, 11990), goal, &steer);
    for (int i = 0; i < N; i++) {
      BaseVec way = base_vec_sub (anywhere (&random, 12000), goal);

      from[i] = base_vec_add (goal, base_vec_scale (way, (float) (i + 1) / N));
    }
    for (int i = 0; i < N; i++)
      check_same (grows, whole, mobility, from[i], goal);
    for (int i = 0; i < N; i++)
      check_same (grows, whole, mobility, from[N - 1 - i], goal);
  }
  sim_router_free (grows);
  sim_router_free (whole);
  sim_ground_free (ground);
}

/* Legs, and the whole of what fields and trees know of a way.  */
static void
check_same_way (SimRouter *a, SimRouter *b, SimRouteKind kind, BaseVec at, BaseVec goal)
{
  BaseVec first = {0}, second = {0};

  for (int steps = 0; steps < 300 && base_vec_distance (at, goal) > 30; steps++) {
    bool way = sim_router_leg (a, kind, at, goal, &first);

    g_assert_cmpint (way, ==, sim_router_leg (b, kind, at, goal, &second));
    g_assert_cmpfloat (first.x, ==, second.x);
    g_assert_cmpfloat (first.y, ==, second.y);
    if (!way)
      return;
    check_same (a, b, kind, at, first);
    sim_router_next (a, kind, at, first, &second);
    if (base_vec_distance (at, second) < 1)
      return;
    at = second;
  }
}

static int
count_fields (const SimRouter *router)
{
  int n = 0;

  for (int i = 0; i < router->n_fields; i++)
    n += router->fields[i].goal >= 0;
  return n;
}

/* A long way, or a short one near the minefields.  */
static void
any_way (BaseRandom *random, bool is_long, BaseVec *from, BaseVec *to)
{
  static const BaseVec fields[] = {{2000, 2700}, {5000, 2900}, {9500, 3200}, {6000, 9000}, {10500, 8000}};
  BaseVec at = fields[base_random_below (random, G_N_ELEMENTS (fields))];

  *from = anywhere (random, 12000);
  *to = anywhere (random, 12000);
  if (is_long)
    return;
  *from = base_vec_add (base_vec_scale (*from, 0.25f), base_vec_sub (at, base_vec (1500, 1500)));
  *to = base_vec_add (base_vec_scale (*to, 0.25f), base_vec_sub (at, base_vec (1500, 1500)));
}

/* A minefield that becomes known, or is forgotten, changes the ways about it and leaves the others: a router
 * that knew ways before tells the same as one that never did.  */
static void
test_mines_known_later (void)
{
  static const uint32_t known[] = {1, 3, 7, 5, 0, 6};
  SimRouteKind kind = sim_route_kind (SIM_MOBILITY_LIGHT, false, SIM_SIDE_LEGION);
  SimGround *ground = broken_ground (12000);
  SimRouter *router = sim_router_new (ground);
  BaseRandom random;
  BaseVec from[400], to[400];
  int kept = 0;

  base_random_init (&random, 11, 0);
  for (size_t i = 0; i < G_N_ELEMENTS (from); i++)
    any_way (&random, i % 8 == 0, &from[i], &to[i]);
  for (size_t k = 0; k < G_N_ELEMENTS (known); k++) {
    SimRouter *fresh = sim_router_new (ground);
    int before = count_fields (router);

    sim_router_set_known (router, SIM_SIDE_LEGION, known[k]);
    sim_router_set_known (fresh, SIM_SIDE_LEGION, known[k]);
    kept += count_fields (router);
    if (before > 0)
      g_assert_cmpint (count_fields (router), <, before);
    for (size_t i = 0; i < G_N_ELEMENTS (from); i++) {
      check_same_way (router, fresh, kind, from[i], to[i]);
      check_same_way (router, fresh, kind + SIM_N_MOBILITIES, from[i], to[i]);
    }
    sim_router_free (fresh);
  }
  g_assert_cmpint (kept, >, 100);
  sim_router_free (router);
  sim_ground_free (ground);
}

/* More goals than are kept: what was forgotten is found again.  */
static void
test_forgotten_fields (void)
{
  enum { N = 9000 };
  SimGround *ground = broken_ground (40000);
  SimRouter *busy = sim_router_new (ground), *fresh = sim_router_new (ground);
  BaseRandom random;

  base_random_init (&random, 4, 0);
  for (int i = 0; i < N; i++) {
    BaseVec goal = base_vec (200 + 400.0f * (float) (i % 99), 200 + 400.0f * (float) (i / 99));
    BaseVec at = base_vec_add (goal, base_vec (goal.x < 20000 ? 900 : -900, 300)), steer;

    g_assert_cmpint (sim_router_next (busy, SIM_MOBILITY_LIGHT, at, goal, &steer), >=, 0);
  }
  for (int i = 0; i < 40; i++) {
    BaseVec goal = anywhere (&random, 30000);

    check_same (busy, fresh, SIM_MOBILITY_LIGHT, base_vec_add (goal, base_vec (800, 500)), goal);
  }
  sim_router_free (busy);
  sim_router_free (fresh);
  sim_ground_free (ground);
}

/* ---- To all sides ------------------------------------------------------------------------------ */

/* Directions from all nodes to a goal: nodes take their turn by distance, and at the same distance in the
 * order of being reached.  */
static void
search_all (const SimRouter *router, SimRouteKind kind, int goal, guint8 *directions)
{
  const RouteKind *table = router->kinds[kind];
  const guint8 *steps = router->legs[kind % SIM_N_MOBILITIES]->steps;
  g_autofree guint32 *distances = g_new (guint32, router->n_nodes);
  g_autoptr (GPtrArray) turns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  memset (distances, 0xff, (gsize) router->n_nodes * sizeof *distances);
  g_ptr_array_add (turns, g_array_new (FALSE, FALSE, sizeof (int)));
  g_array_append_val (g_ptr_array_index (turns, 0), goal);
  distances[goal] = 0;
  directions[goal] = ROUTE_AT_GOAL;
  for (guint at = 0; at < turns->len; at++)
    for (guint k = 0; k < ((GArray *) g_ptr_array_index (turns, at))->len; k++) {
      int node = g_array_index ((GArray *) g_ptr_array_index (turns, at), int, k);

      for (int d = 0; d < 8 && distances[node] == at; d++) {
        int from = route_node_beside (router, node, (d + 4) % 8);
        guint32 reached;

        if (!(steps[node] & (1u << (d + 4) % 8)))
          continue;
        reached = at + (d & 1 ? table->diagonals[from] : table->costs[from]);
        if (reached >= distances[from])
          continue;
        distances[from] = reached;
        directions[from] = (guint8) d;
        while (turns->len <= reached)
          g_ptr_array_add (turns, g_array_new (FALSE, FALSE, sizeof (int)));
        g_array_append_val (g_ptr_array_index (turns, reached), from);
      }
    }
}

/* Whoever asks, and whoever asked before: a field tells what a search to all sides would, also where two
 * ways cost the same, on flat open ground nearly everywhere.  */
static void
check_field (SimRouter *router, SimRouteKind kind, int goal, BaseRandom *random)
{
  g_autofree guint8 *directions = g_malloc ((gsize) router->n_nodes);
  RouteField *field = route_field (router, kind, goal);

  search_all (router, kind, goal, directions);
  for (int i = 0; i < 300; i++) {
    int node = (int) base_random_below (random, (guint32) router->n_nodes);

    if (router->legs[kind % SIM_N_MOBILITIES]->parts[node] ==
        router->legs[kind % SIM_N_MOBILITIES]->parts[goal])
      g_assert_cmpuint (route_direction (router, field, node), ==, directions[node]);
  }
}

static void
test_to_all_sides (void)
{
  SimTerrainDef def = sim_terrain_def_default ();
  SimGround *grounds[2] = {broken_ground (9000)};
  BaseRandom random;

  base_random_init (&random, 9, 0);
  def.width_m = 8000;
  def.height_m = 5000;
  def.relief_m = def.woods = 0;
  grounds[1] = sim_ground_new (&def);
  for (guint g = 0; g < G_N_ELEMENTS (grounds); g++) {
    SimRouter *router = sim_router_new (grounds[g]);

    for (int i = 0; i < 24; i++) {
      SimRouteKind kind = (SimRouteKind) (i % SIM_N_ROUTE_KINDS);
      int goal;

      route_kind (router, kind);
      do
        goal = (int) base_random_below (&random, (guint32) router->n_nodes);
      while (router->legs[kind % SIM_N_MOBILITIES]->parts[goal] < 0);
      check_field (router, kind, goal, &random);
    }
    sim_router_free (router);
    sim_ground_free (grounds[g]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/route/order-of-questions", test_order_of_questions);
  g_test_add_func ("/sim/route/mines-known-later", test_mines_known_later);
  g_test_add_func ("/sim/route/forgotten-fields", test_forgotten_fields);
  g_test_add_func ("/sim/route/to-all-sides", test_to_all_sides);
  return g_test_run ();
}

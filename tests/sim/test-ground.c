/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ground does to who goes over it: ways that end, cliffs, roofs, mines, marsh.  */
#include "base/base-random.h"
#include "sim-builder.h"
#include "sim/sim-footing.h"
#include "sim/sim-movement.h"

#include <glib.h>

/* ---- Everybody who has a way arrives ------------------------------------------------------- */

#define MAX_FEATURES 24

typedef struct {
  BaseRandom random;
  SimTerrainDef def;
  SimFeature features[MAX_FEATURES];
  BaseVec points[MAX_FEATURES][8];
} Land;

static BaseVec
anywhere (Land *land)
{
  float x = base_random_range (&land->random, 10, land->def.width_m - 10);

  return base_vec (x, base_random_range (&land->random, 10, land->def.height_m - 10));
}

static SimFeature *
add (Land *land, SimFeatureKind kind, unsigned n_points)
{
  size_t i = land->def.n_features++;

  g_assert_cmpuint (i, <, MAX_FEATURES);
  land->features[i] = (SimFeature){
    .kind = (uint8_t) kind, .n_points = (uint16_t) n_points, .points = land->points[i]};
  for (unsigned k = 0; k < n_points; k++)
    land->points[i][k] = anywhere (land);
  return &land->features[i];
}

static void
add_discs (Land *land, SimFeatureKind kind, int n)
{
  for (int i = 0; i < n; i++)
    add (land, kind, 1)->radius_m = base_random_range (&land->random, 80, 700);
}

/* From edge to edge, with two crossings.  */
static void
add_river (Land *land, float north)
{
  SimFeature *river = add (land, SIM_FEATURE_RIVER, 5);
  BaseVec *points = land->points[land->def.n_features - 1];

  river->radius_m = base_random_range (&land->random, 8, 70);
  for (int i = 0; i < 5; i++)
    points[i] = base_vec ((float) i / 4 * land->def.width_m,
                          land->def.height_m * north + base_random_range (&land->random, -700, 700));
  for (int i = 1; i < 4; i += 2) {
    add (land, i == 1 ? SIM_FEATURE_FORD : SIM_FEATURE_BRIDGE, 1);
    land->points[land->def.n_features - 1][0] = points[i];
  }
}

static void
make_land (Land *land, unsigned seed)
{
  static const float cells[] = {25, 100.0f / 3, 50, 64, 100};

  *land = (Land){.def = sim_terrain_def_default ()};
  base_random_init (&land->random, seed, 0);
  land->def.seed = seed;
  land->def.cell_m = cells[seed % G_N_ELEMENTS (cells)];
  land->def.width_m = base_random_range (&land->random, 5000, 9000);
  land->def.height_m = base_random_range (&land->random, 5000, 9000);
  land->def.relief_m = base_random_range (&land->random, 0, 300);
  land->def.woods = 0.3f;
  land->def.features = land->features;
  add_river (land, 0.35f);
  add_river (land, 0.7f);
  add_discs (land, SIM_FEATURE_MARSH, 3);
  add_discs (land, SIM_FEATURE_RUBBLE, 3);
  add_discs (land, SIM_FEATURE_TOWN, 2);
  for (int i = 0; i < 5; i++)
    add (land, SIM_FEATURE_CLIFF, 4)->rise_m = 25;
  add (land, SIM_FEATURE_ROAD, 4);
  add (land, SIM_FEATURE_MARSH, 5);
}

/* Sends it; false when there is no way.  */
static bool
send (SimWorld *world, size_t unit, BaseVec goal)
{
  SimUnits *u = &world->units;
  BaseVec leg;

  sim_move_to (world, unit, goal);
  u->post_x[unit] = u->goal_x[unit];
  u->post_y[unit] = u->goal_y[unit];
  return sim_router_leg (world->router, sim_unit_route_kind (world, unit),
                         sim_unit_position (world, unit),
                         base_vec (u->goal_x[unit], u->goal_y[unit]), &leg);
}

static bool
any_moves (const SimWorld *world)
{
  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.moving[i])
      return true;
  return false;
}

static void
set_legs (SimUnitType *type, SimMobility mobility)
{
  type->climb_mps = mobility == SIM_MOBILITY_CLIMBER ? 1.5f : 0;
  type->weight_t = mobility == SIM_MOBILITY_HEAVY ? 50 : 10;
}

static int
travel (unsigned seed, SimMobility mobility)
{
  enum { N = 12 };
  Build build;
  SimWorld *world;
  Land *land = g_new (Land, 1);
  bool has_way[N];
  int sent = 0;

  build_init (&build);
  make_land (land, seed);
  build.def.terrain = land->def;
  build.def.duration = SIM_SECONDS (30000);
  build.rules.types[BUILD_WALKER].energy_s = 1e5f;
  set_legs (&build.rules.types[BUILD_WALKER], mobility);
  for (unsigned i = 0; i < N; i++) {
    BaseVec at = anywhere (land);

    build_own (&build, i / 4, at.x, at.y, 0);
  }
  world = build_world (&build, seed);
  for (unsigned i = 0; i < N; i++) {
    world->units.posture[i] = (uint8_t) (i % SIM_N_POSTURES);
    has_way[i] = send (world, i, anywhere (land));
    sent += has_way[i];
  }
  for (int s = 0; s < 25000 && any_moves (world); s++)
    build_run (world, 1);
  for (unsigned i = 0; i < N; i++) {
    BaseVec goal = base_vec (world->units.goal_x[i], world->units.goal_y[i]);
    float off = base_vec_distance (sim_unit_position (world, i), goal);

    if (has_way[i] && off > 40) {
      g_test_message ("seed %u, legs %d, unit %u: %.0f m off %.0f, %.0f at %.0f, %.0f (%d), cell %.0f",
                      seed, mobility, i, off, goal.x, goal.y, world->units.x[i], world->units.y[i],
                      world->units.moving[i], land->def.cell_m);
      g_test_fail ();
    }
  }
  sim_world_free (world);
  g_free (land);
  return sent;
}

static void
test_all_arrive (void)
{
  int sent = 0, asked = 0;
  unsigned seeds = g_test_slow () ? 400 : 30;

  for (unsigned seed = 1; seed <= seeds; seed++, asked += 12)
    sent += travel (seed, (SimMobility) (seed % SIM_N_MOBILITIES));
  /* Cliffs and rivers cut some off.  */
  g_assert_cmpint (sent, >, asked * 6 / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/ground/all-arrive", test_all_arrive);
  return g_test_run ();
}

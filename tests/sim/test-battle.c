/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of ground, eyes, guns and doctrine.  */
#include "base/base-hash.h"
#include "sim-builder.h"
#include "sim/sim-route.h"
#include "sim/sim-terrain.h"

#include <glib.h>

/* ---- Ground -------------------------------------------------------------------------------- */

static void
valley (SimTerrainDef *def, SimFeature *features, const BaseVec *river, const BaseVec *ford)
{
  features[0] =
      (SimFeature) {.kind = SIM_FEATURE_RIVER, .n_points = 2, .points = river, .radius_m = 50};
  features[1] =
      (SimFeature) {.kind = SIM_FEATURE_FORD, .n_points = 1, .points = ford, .radius_m = 100};
  def->features = features;
  def->n_features = 2;
}

static void
test_ground_same (void)
{
  SimTerrainDef def = sim_terrain_def_default ();
  SimGround *a = sim_ground_new (&def), *b = sim_ground_new (&def), *c;
  size_t n = (size_t) a->columns * (size_t) a->rows, differs = 0;

  def.seed = 2;
  c = sim_ground_new (&def);
  for (size_t i = 0; i < n; i++) {
    g_assert_cmpfloat (a->heights_m[i], ==, b->heights_m[i]);
    g_assert_cmpuint (a->covers[i], ==, b->covers[i]);
    g_assert_cmpfloat (a->heights_m[i], >=, 0);
    g_assert_cmpfloat (a->heights_m[i], <=, def.relief_m);
    differs += a->heights_m[i] != c->heights_m[i];
  }
  g_assert_cmpuint (differs, >, n / 2);
  sim_ground_free (a);
  sim_ground_free (b);
  sim_ground_free (c);
}

/* The share of woods asked for is about what is there.  */
static void
test_woods_share (void)
{
  for (float share = 0.1f; share < 0.45f; share += 0.1f) {
    SimTerrainDef def = sim_terrain_def_default ();
    SimGround *ground;
    size_t n, woods = 0;

    def.width_m = def.height_m = 20000;
    def.woods = share;
    ground = sim_ground_new (&def);
    n = (size_t) ground->columns * (size_t) ground->rows;
    for (size_t i = 0; i < n; i++)
      woods += ground->covers[i] == SIM_COVER_WOODS;
    g_assert_cmpfloat ((double) woods / (double) n, >, share - 0.13);
    g_assert_cmpfloat ((double) woods / (double) n, <, share + 0.13);
    sim_ground_free (ground);
  }
}

static void
test_hill_hides (void)
{
  static const BaseVec top[] = {{3000, 3000}};
  SimFeature hill = {
    .kind = SIM_FEATURE_HILL, .n_points = 1, .points = top, .radius_m = 700, .rise_m = 60};
  SimTerrainDef def = sim_terrain_def_default ();
  SimGround *ground;

  def.relief_m = 0;
  def.woods = 0;
  ground = sim_ground_new (&def);
  g_assert_true (
      sim_terrain_line_of_sight (ground, base_vec (2000, 3000), 2, base_vec (4000, 3000), 2));
  sim_ground_free (ground);
  def.features = &hill;
  def.n_features = 1;
  ground = sim_ground_new (&def);
  g_assert_false (
      sim_terrain_line_of_sight (ground, base_vec (2000, 3000), 2, base_vec (4000, 3000), 2));
  g_assert_true (
      sim_terrain_line_of_sight (ground, base_vec (2000, 3000), 2, base_vec (2700, 3000), 2));
  g_assert_true (
      sim_terrain_line_of_sight (ground, base_vec (2000, 3000), 2, base_vec (4000, 3000), 300));
  sim_ground_free (ground);
}

/* From anywhere a machine crosses the river by the ford, gets there, and never stands in deep water.  */
static void
test_route_takes_the_ford (void)
{
  static const BaseVec river[] = {{4000, 0}, {4000, 6000}}, ford[] = {{4000, 4200}};
  BaseVec goal = base_vec (6500, 1000);

  for (float y = 500; y < 6000; y += 1100) {
    Build build;
    SimWorld *world;
    SimGround ground;
    SimCommand command = build_order_unit (1, SIM_VERB_MOVE, 0, goal.x, goal.y);

    build_init (&build);
    valley (&build.def.terrain, build.features, river, ford);
    build_own (&build, 0, 1200, y, 0);
    world = build_world (&build, 1);
    ground = sim_world_ground (world);
    sim_world_submit (world, &command);
    for (int i = 0; i < 9000; i++) {
      sim_world_step (world);
      g_assert_cmpint (sim_terrain_cover (&ground, sim_world_unit (world, 0).position), !=,
                       SIM_COVER_WATER);
    }
    g_assert_cmpfloat (base_vec_distance (sim_world_unit (world, 0).position, goal), <, 250);
    sim_world_free (world);
  }
}

static void
test_no_way (void)
{
  static const BaseVec river[] = {{6000, 0}, {6000, 10000}}, ford[] = {{6000, 7000}};
  SimFeature features[2];
  SimTerrainDef def = sim_terrain_def_default ();
  SimGround *ground;
  SimRouter *router;
  BaseVec steer;

  valley (&def, features, river, ford);
  def.n_features = 1;
  ground = sim_ground_new (&def);
  router = sim_router_new (ground);
  g_assert_false (sim_router_next (router, SIM_MOBILITY_LIGHT, base_vec (2000, 2000),
                                   base_vec (9000, 2000), &steer));
  g_assert_true (sim_router_next (router, SIM_MOBILITY_LIGHT, base_vec (2000, 2000),
                                  base_vec (3000, 9000), &steer));
  sim_router_free (router);
  sim_ground_free (ground);
}

/* ---- Guns ---------------------------------------------------------------------------------- */

/* Kills of tanks by facing over many duels; the walker comes from where `bearing` says.  */
static int
tank_kills (float from_x, float from_y, int seeds, SimFacing facing, int *all)
{
  int wanted = 0;

  *all = 0;
  for (int seed = 1; seed <= seeds; seed++) {
    Build build;
    SimWorld *world;
    const SimKill *kills;
    size_t n;

    build_init (&build);
    build_own (&build, 0, from_x, from_y, 0);
    build_group (&build, SIM_TASK_HOLD, BUILD_TANK, 1, 4000, 3000, 4000, 3000);
    build.groups[0].spread_m = 1;
    build.rules.types[BUILD_TANK].n_weapons = 0;
    build.rules.types[BUILD_TANK].turn_dps = 1;
    world = build_world (&build, (uint64_t) seed);
    build_run (world, 40);
    kills = sim_world_kills (world, &n);
    for (size_t i = 0; i < n; i++) {
      wanted += kills[i].facing == facing;
      (*all)++;
    }
    sim_world_free (world);
  }
  return wanted;
}

/* New tanks face north: a walker to the north strikes the front, one to the south the rear.  */
static void
test_facing (void)
{
  int all;

  g_assert_cmpint (tank_kills (4000, 3240, 60, SIM_FACING_FRONT, &all), ==, 0);
  g_assert_cmpint (tank_kills (4000, 2600, 60, SIM_FACING_REAR, &all), >, 20);
}

static void
test_ammunition_runs_out (void)
{
  Build build;
  SimWorld *world;

  build_init (&build);
  build_own (&build, 0, 2000, 2000, 90);
  build.rules.types[BUILD_WALKER].ammunition = 5;
  build.rules.types[BUILD_SCOUT].armour_front_mm = 100;
  build.rules.types[BUILD_SCOUT].armour_rear_mm = 100;
  build.rules.types[BUILD_SCOUT].armour_side_mm = 100;
  build.rules.types[BUILD_SCOUT].n_weapons = 0;
  build.rules.weapons[0].damage = 0;
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 3, 2400, 2000, 2400, 2000);
  world = build_world (&build, 1);
  build_run (world, 120);
  g_assert_cmpuint (sim_world_result (world).shots, ==, 5);
  g_assert_cmpuint (sim_world_unit (world, 0).ammunition, ==, 0);
  sim_world_free (world);
}

/* ---- Eyes ---------------------------------------------------------------------------------- */

/* Seconds until a scout that comes on is first reported, or 999.  */
static double
seconds_to_contact (float hour, uint8_t weather)
{
  Build build;
  SimWorld *world;
  SimMessage message;
  double seconds = 999;

  build_init (&build);
  build_own (&build, 0, 1000, 3000, 90);
  build.rules.types[BUILD_WALKER].feel_m = 0;
  build.def.start_hour = hour;
  build.def.weather = weather;
  build_group (&build, SIM_TASK_ATTACK, BUILD_SCOUT, 3, 7500, 3000, 1000, 3000);
  world = build_world (&build, 1);
  if (build_wait_message (world, SIM_MESSAGE_REPORT, 900, &message))
    seconds = message.report.t_sensed / 10.0;
  sim_world_free (world);
  return seconds;
}

static void
test_light_and_weather (void)
{
  double noon = seconds_to_contact (12, SIM_WEATHER_CLEAR);

  g_assert_cmpfloat (noon, <, seconds_to_contact (1, SIM_WEATHER_CLEAR));
  g_assert_cmpfloat (noon, <, seconds_to_contact (12, SIM_WEATHER_FOG));
}

/* ---- Doctrine ------------------------------------------------------------------------------ */

/* It goes by what it has sensed: with the squadron in two different corners that it never comes near,
 * every machine of the Legion moves alike.  */
static void
test_legion_does_not_cheat (void)
{
  SimWorld *worlds[2];
  Build build;

  for (int i = 0; i < 2; i++) {
    build_init (&build);
    build_own (&build, 0, 200, i == 0 ? 200 : 5800, 0);
    build_group (&build, SIM_TASK_SCOUT, BUILD_SCOUT, 4, 7500, 1000, 7500, 5000);
    build_group (&build, SIM_TASK_ATTACK, BUILD_DRAGOON, 6, 7600, 5000, 7000, 1000);
    build_group (&build, SIM_TASK_RESERVE, BUILD_TANK, 3, 7700, 3000, 7000, 3000);
    worlds[i] = build_world (&build, 1);
    build_run (worlds[i], 300);
  }
  for (size_t unit = 1; unit < sim_world_n_units (worlds[0]); unit++) {
    BaseVec a = sim_world_unit (worlds[0], unit).position;
    BaseVec b = sim_world_unit (worlds[1], unit).position;

    g_assert_cmpfloat (base_vec_distance (a, b), ==, 0);
  }
  sim_world_free (worlds[0]);
  sim_world_free (worlds[1]);
}

/* What has lost its share goes back and leaves.  */
static void
test_withdrawal (void)
{
  Build build;
  SimWorld *world;
  const SimKill *kills;
  size_t n;

  build_init (&build);
  for (unsigned i = 0; i < 8; i++)
    build_own (&build, i / 4, 2000, 2600 + 100.0f * (float) i, 90);
  build.rules.withdraw_loss = 0.3f;
  build.rules.types[BUILD_SCOUT].n_weapons = 0;
  build_group (&build, SIM_TASK_ATTACK, BUILD_SCOUT, 10, 5500, 3000, 2000, 3000);
  world = build_world (&build, 2);
  build_run (world, 1200);
  kills = sim_world_kills (world, &n);
  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (n, <, 10);
  (void) kills;
  g_assert_true (sim_world_is_finished (world));
  sim_world_free (world);
}

/* ---- Score --------------------------------------------------------------------------------- */

static void
test_hold_counts_seconds (void)
{
  Build build;
  SimWorld *world;
  SimResult result;

  build_init (&build);
  build_own (&build, 0, 2000, 2000, 0);
  build_hold (&build, 2000, 2000, 300, 100);
  world = build_world (&build, 1);
  build_run (world, 52);
  g_assert_cmpfloat (sim_world_objective (world, 0).progress, >, 0.45);
  g_assert_cmpfloat (sim_world_objective (world, 0).progress, <, 0.55);
  build_run (world, 100);
  result = sim_world_result (world);
  g_assert_cmpint (result.outcome, ==, SIM_OUTCOME_WON);
  g_assert_cmpfloat_with_epsilon (result.score, 100, 0.01);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/ground/same", test_ground_same);
  g_test_add_func ("/sim/ground/woods-share", test_woods_share);
  g_test_add_func ("/sim/ground/hill-hides", test_hill_hides);
  g_test_add_func ("/sim/route/ford", test_route_takes_the_ford);
  g_test_add_func ("/sim/route/no-way", test_no_way);
  g_test_add_func ("/sim/guns/facing", test_facing);
  g_test_add_func ("/sim/guns/ammunition", test_ammunition_runs_out);
  g_test_add_func ("/sim/eyes/light", test_light_and_weather);
  g_test_add_func ("/sim/legion/does-not-cheat", test_legion_does_not_cheat);
  g_test_add_func ("/sim/legion/withdrawal", test_withdrawal);
  g_test_add_func ("/sim/score/hold", test_hold_counts_seconds);
  return g_test_run ();
}

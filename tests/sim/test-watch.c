/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posts with rules of fire: where overwatch lies, what it fires on, and that it goes after nobody.  */
#include "sim-builder.h"

#include "sim/sim-pilot.h"
#include "sim/sim-watch.h"
#include "sim/sim-world.h"

#include <glib.h>

/* ---- Overwatch ------------------------------------------------------------------------------- */

/* Three of ours on open ground, looking east; the base is far in the west.  */
static void
three (Build *build)
{
  build_init (build);
  build->def.base = base_vec (200, 2000);
  for (unsigned i = 0; i < 3; i++)
    build_own (build, 0, 2000, 2000 + 60 * (float) i, 90);
}

static SimWorld *
on_overwatch (Build *build, uint64_t seed)
{
  SimWorld *world = build_world (build, seed);
  SimCommand command = build_order_platoon (1, SIM_VERB_OVERWATCH, 0, 0, 0);
  SimMessage message;

  command.facing_deg = 90;
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 40, &message));
  for (size_t i = 0; i < 3; i++)
    while (world->units.work_s[i] <= 0) {
      g_assert_cmpuint (sim_world_tick (world), <, SIM_SECONDS (200));
      sim_world_step (world);
    }
  return world;
}

/* Behind a ridge nothing shows: he goes up to where the ground ahead lies open, and no two lie in one
 * place; the leader says so when all do.  */
static void
test_sees_far (void)
{
  static const BaseVec ridge[] = {{2150, 1000}, {2150, 3000}};
  Build build;
  SimWorld *world;
  SimMessage message;
  bool said = false;
  BaseVec far = base_vec (3600, 2060);

  three (&build);
  build.features[0] = (SimFeature){
    .kind = SIM_FEATURE_HILL, .n_points = 2, .points = ridge, .radius_m = 160, .rise_m = 40};
  build.def.terrain.features = build.features;
  build.def.terrain.n_features = 1;
  world = build_world (&build, 1);
  for (size_t i = 0; i < 3; i++)
    g_assert_false (sim_terrain_line_of_sight (world->ground, sim_unit_position (world, i), 2, far, 2));
  sim_world_free (world);
  world = on_overwatch (&build, 1);
  for (size_t i = 0; i < 3; i++) {
    g_assert_true (sim_terrain_line_of_sight (world->ground, sim_unit_position (world, i), 2, far, 2));
    for (size_t k = 0; k < i; k++)
      g_assert_cmpfloat (base_vec_distance (sim_unit_position (world, i), sim_unit_position (world, k)),
                         >, 25);
  }
  for (int i = 0; i < 20 && !said; i++)
    if (build_wait_message (world, SIM_MESSAGE_REPORT, 5, &message) &&
        message.report.words.phrase == SIM_PHRASE_WATCHING) {
      said = true;
      g_assert_cmpint (message.report.words.arguments[1].number, ==, 2);
      g_assert_cmpuint (message.report.from.index, ==, 0);
    }
  g_assert_true (said);
  /* The order stays in progress.  */
  g_assert_cmpuint (world->units.order[0], ==, 1);
  sim_world_free (world);
}

/* Shots of ours at somebody who stands at `range` for twenty seconds; a friend stands `friend_m` this
 * side of him, and he fires or does not.  */
static uint64_t
shots_at (float range, float friend_m, bool shoots)
{
  Build build;
  SimWorld *world;
  uint64_t before;
  size_t enemy;

  three (&build);
  build.rules.types[BUILD_SCOUT].sight_m = 0;
  build.rules.types[BUILD_WALKER].sight_m = 6000;
  build.rules.weapons[BUILD_MACHINE_GUN].range_m = 1;
  build_own (&build, 1, 1000, 5000, 90);
  enemy = build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 7000, 5500, 7000, 5500);
  build.groups[enemy].n_route = 0;
  world = on_overwatch (&build, 1);
  world->units.x[4] = 2000 + range;
  world->units.y[4] = 2060;
  if (friend_m > 0) {
    world->units.x[3] = world->units.x[4] - friend_m;
    world->units.y[3] = 2060;
    world->units.hold_fire[3] = SIM_FIRE_HELD;
  }
  before = world->shots;
  for (int t = 0; t < 200 && world->units.alive[4]; t++) {
    if (shoots)
      world->units.fired_tick[4] = world->tick;
    sim_world_step (world);
  }
  for (size_t i = 0; i < 3; i++)
    g_assert_cmpfloat (base_vec_distance (sim_unit_position (world, i), base_vec (2000, 2060)), <, 330);
  before = world->shots - before;
  sim_world_free (world);
  return before;
}

/* What threatens nobody may pass; what comes within reach, shoots or comes near friends may not.  */
static void
test_fires_on_threats (void)
{
  g_assert_cmpuint (shots_at (1200, 0, false), ==, 0);
  g_assert_cmpuint (shots_at (1200, 0, true), >, 0);
  g_assert_cmpuint (shots_at (1200, 600, false), >, 0);
  g_assert_cmpuint (shots_at (1200, 1000, false), ==, 0);
  g_assert_cmpuint (shots_at (600, 0, false), >, 0);
}

/* Who is told to cease fire there does, whatever comes; another order frees the gun.  */
static void
test_told_to_cease (void)
{
  Build build;
  SimWorld *world;
  SimCommand cease = build_order_platoon (2, SIM_VERB_CEASE_FIRE, 0, 0, 0);
  SimCommand hold = build_order_platoon (3, SIM_VERB_HOLD, 0, 0, 0);
  SimMessage message;

  three (&build);
  world = on_overwatch (&build, 1);
  g_assert_cmpint (world->units.hold_fire[0], ==, SIM_FIRE_WATCHED);
  sim_world_submit (world, &cease);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_DONE, 40, &message));
  world->units.harmed_tick[0] = world->tick;
  build_run (world, 3);
  g_assert_cmpint (world->units.hold_fire[0], ==, SIM_FIRE_HELD);
  sim_world_submit (world, &hold);
  g_assert_true (build_wait_order (world, 3, SIM_ORDER_BEGUN, 60, &message));
  g_assert_cmpint (world->units.hold_fire[0], ==, SIM_FIRE_FREE);
  sim_world_free (world);
}

/* The rule of fire goes with the post, whatever ends it.  */
static void
test_cancelled (void)
{
  Build build;
  SimWorld *world;
  SimCommand cancel = build_order_platoon (2, SIM_VERB_CANCEL, 0, 0, 0);
  SimMessage message;

  three (&build);
  world = on_overwatch (&build, 1);
  sim_world_submit (world, &cancel);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_DONE, 60, &message));
  build_run (world, 3);
  for (size_t i = 0; i < 3; i++) {
    g_assert_cmpint (world->units.hold_fire[i], ==, SIM_FIRE_FREE);
    g_assert_cmpint (world->units.mission[i], ==, SIM_MISSION_HOLD);
  }
  sim_world_free (world);
}

/* Without a direction in the order he looks to where the platoon last knew somebody, else away from the
 * base.  */
static void
test_direction (void)
{
  Build build;
  SimWorld *world;
  SimCommand command;

  three (&build);
  world = build_world (&build, 1);
  command = build_order_platoon (1, SIM_VERB_OVERWATCH, 0, 0, 0);
  sim_watch_begin (world, 0, &command, sim_unit_position (world, 0));
  g_assert_cmpint (sim_watch_direction (world, 0), ==, 2);
  world->platoons[0].contacts[0] =
      (SimContact){.number = 1, .last_seen = world->tick, .position = base_vec (2000, 5000)};
  sim_watch_begin (world, 0, &command, sim_unit_position (world, 0));
  g_assert_cmpint (sim_watch_direction (world, 0), ==, 0);
  command.facing_deg = 180;
  sim_watch_begin (world, 0, &command, sim_unit_position (world, 0));
  g_assert_cmpint (sim_watch_direction (world, 0), ==, 4);
  sim_world_free (world);
}

/* They carry no gun.  */
static void
test_scavengers_do_not (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_platoon (1, SIM_VERB_OVERWATCH, SIM_SUPPLY_PLATOON, 2050, 2700);
  SimMessage message;

  three (&build);
  build_scavenger (&build, 2100, 2000, 1);
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 60, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_NOT_EQUIPPED);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/watch/sees-far", test_sees_far);
  g_test_add_func ("/sim/watch/fires-on-threats", test_fires_on_threats);
  g_test_add_func ("/sim/watch/told-to-cease", test_told_to_cease);
  g_test_add_func ("/sim/watch/cancelled", test_cancelled);
  g_test_add_func ("/sim/watch/direction", test_direction);
  g_test_add_func ("/sim/watch/scavengers", test_scavengers_do_not);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posts with rules of fire: where overwatch lies, what it fires on, and that it goes after nobody; how
 * an ambush waits, and what it is worth.  */
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

/* ---- Ambush ---------------------------------------------------------------------------------- */

/* A platoon of four that has to do with a pack that comes along a road in front of a wood: dragoons in
 * front, tanks behind, with the guns and armour of the real rules.  */
static SimWorld *
road_by_the_wood (Build *build, uint64_t seed)
{
  static const BaseVec wood[] = {{4000, 3300}};

  build_init (build);
  build_earnest (build);
  build->features[0] = (SimFeature){
    .kind = SIM_FEATURE_WOODS, .n_points = 1, .points = wood, .radius_m = 250};
  build->def.terrain.features = build->features;
  build->def.terrain.n_features = 1;
  build->def.base = base_vec (300, 3300);
  for (unsigned i = 0; i < 4; i++)
    build_own (build, 0, 3800 + 60 * (float) i, 3500, 90);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 2, 7900, 3000, 1000, 3000);
  build_group (build, SIM_TASK_ATTACK, BUILD_TANK, 3, 7950, 3000, 1000, 3000);
  return build_world (build, seed);
}

typedef struct {
  unsigned killed, lost;
  float first_shot_m; /* how near the first of them was then */
} Fight;

static float
nearest_m (const SimWorld *world, size_t n_own)
{
  float nearest = 1e9f;

  for (size_t i = 0; i < n_own; i++)
    for (size_t k = n_own; k < world->n_units; k++) {
      float distance = base_vec_distance (sim_unit_position (world, i), sim_unit_position (world, k));

      if (world->units.alive[i] && sim_unit_works (world, k) && distance < nearest)
        nearest = distance;
    }
  return nearest;
}

static Fight
fight (SimVerb verb, uint64_t seed)
{
  Build build;
  SimWorld *world = road_by_the_wood (&build, seed);
  SimCommand command = build_order_platoon (1, verb, 0, 4000, verb == SIM_VERB_AMBUSH ? 3250 : 3000);
  Fight fight = {0};

  sim_world_submit (world, &command);
  for (SimTick t = 0; t < SIM_SECONDS (600) && !sim_world_is_finished (world); t++) {
    sim_world_step (world);
    for (size_t i = 0; i < 4 && fight.first_shot_m <= 0; i++)
      if (world->units.fired_tick[i] == world->tick)
        fight.first_shot_m = nearest_m (world, 4);
  }
  for (size_t i = 0; i < world->n_units; i++) {
    fight.lost += i < 4 && !world->units.alive[i];
    fight.killed += i >= 4 && !world->units.alive[i];
  }
  sim_world_free (world);
  return fight;
}

/* Twenty seeds: nobody fires before they are within 600 m, and it is worth it.  */
static void
test_ambush_pays (void)
{
  Fight ambushed = {0}, attacked = {0};

  for (uint64_t seed = 1; seed <= 20; seed++) {
    Fight one = fight (SIM_VERB_AMBUSH, seed), other = fight (SIM_VERB_ATTACK, seed);

    g_test_message ("seed %d: ambush %u for %u from %.0f m, attack %u for %u from %.0f m", (int) seed,
                    one.killed, one.lost, (double) one.first_shot_m, other.killed, other.lost,
                    (double) other.first_shot_m);
    g_assert_cmpfloat (one.first_shot_m, >, 0);
    g_assert_cmpfloat (one.first_shot_m, <, 600);
    ambushed.killed += one.killed;
    ambushed.lost += one.lost;
    attacked.killed += other.killed;
    attacked.lost += other.lost;
  }
  g_test_message ("all: ambush %u for %u, attack %u for %u", ambushed.killed, ambushed.lost,
                  attacked.killed, attacked.lost);
  g_assert_cmpuint (ambushed.killed, >, attacked.killed);
  g_assert_cmpuint (ambushed.lost, <, attacked.lost);
}

/* All of it fires within a second of the first shot, the order is done, and they hold there.  */
static void
test_ambush_together (void)
{
  Build build;
  SimWorld *world = road_by_the_wood (&build, 3);
  SimCommand command = build_order_platoon (1, SIM_VERB_AMBUSH, 0, 4000, 3250);
  SimMessage message;
  bool laid = false;

  sim_world_submit (world, &command);
  while (world->units.order[0] != 1)
    sim_world_step (world);
  while (world->units.order[0] == 1) {
    g_assert_false (sim_world_is_finished (world));
    for (size_t i = 0; i < 4; i++)
      g_assert_cmpuint (world->units.fired_tick[i], ==, 0);
    if (build_wait_message (world, SIM_MESSAGE_REPORT, 0.1, &message))
      laid |= message.report.words.phrase == SIM_PHRASE_AMBUSH_LAID;
  }
  g_assert_true (laid);
  for (size_t i = 0; i < 4; i++) {
    g_assert_cmpint (world->units.hold_fire[i], ==, SIM_FIRE_FREE);
    g_assert_cmpint (world->units.mission[i], ==, SIM_MISSION_HOLD);
    g_assert_cmpuint (world->units.order[i], ==, 0);
  }
  sim_world_free (world);
}

/* Who is fired at has been found: it is sprung however far they are.  */
static void
test_ambush_found (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_platoon (1, SIM_VERB_AMBUSH, 0, 2000, 2100);
  SimMessage message;

  three (&build);
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 40, &message));
  build_run (world, 60);
  for (size_t i = 0; i < 3; i++) {
    g_assert_cmpint (world->units.hold_fire[i], ==, SIM_FIRE_WATCHED);
    g_assert_cmpint (world->units.posture[i], ==, SIM_POSTURE_HIDDEN);
  }
  world->units.harmed_tick[1] = world->tick;
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 3, &message));
  for (size_t i = 0; i < 3; i++)
    g_assert_cmpint (world->units.hold_fire[i], ==, SIM_FIRE_FREE);
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
  g_test_add_func ("/sim/watch/ambush-pays", test_ambush_pays);
  g_test_add_func ("/sim/watch/ambush-together", test_ambush_together);
  g_test_add_func ("/sim/watch/ambush-found", test_ambush_found);
  g_test_add_func ("/sim/watch/scavengers", test_scavengers_do_not);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doctrine of the Legion, one rule a test: the advance guard finds, the main body fixes and flanks,
 * whoever plans goes by what its own have seen.  */
#include "pattern-battles.h"
#include "sim/sim-legion.h"

#include <string.h>

static const BaseVec squadron = {2000, 3000};

static void
unarmed (Build *build)
{
  build_init (build);
  build_earnest (build);
  build->rules.types[BUILD_WALKER].n_weapons = 0;
}

/* ---- Finding -------------------------------------------------------------------------------- */

/* How near to the squadron a pack comes within so many seconds that sees nothing itself.  */
static float
pack_comes_near (bool scouts_see)
{
  Build build;
  SimWorld *world;
  float nearest = 1e9f;

  unarmed (&build);
  for (unsigned i = 0; i < 3; i++)
    build_own (&build, 0, squadron.x, squadron.y + 60.0f * (float) i, 90);
  build_group (&build, SIM_TASK_SCOUT, BUILD_SCOUT, 3, 4200, 3000, 1000, 3000);
  build_group (&build, SIM_TASK_ATTACK, BUILD_DRAGOON, 5, 4600, 4600, 1000, 5400);
  build.rules.types[BUILD_SCOUT].n_weapons = 0;
  build.rules.types[BUILD_DRAGOON].n_weapons = 0;
  build.rules.types[BUILD_DRAGOON].sight_m = 50;
  if (!scouts_see)
    build.rules.types[BUILD_SCOUT].sight_m = 50;
  world = build_world (&build, 2);
  for (int second = 0; second < 200; second++) {
    build_run (world, 1);
    nearest = MIN (nearest, base_vec_distance (world->groups[1].centre, squadron));
  }
  sim_world_free (world);
  return nearest;
}

static void
test_scouts_find_for_the_main_body (void)
{
  g_assert_cmpfloat (pack_comes_near (true), <, 600);
  g_assert_cmpfloat (pack_comes_near (false), >, 1500);
}

/* A scout that has found somebody keeps him in sight and its distance.  */
static void
test_scouts_stand_off (void)
{
  Build build;
  SimWorld *world;
  int seen = 0, near = 0;

  unarmed (&build);
  build_own (&build, 0, squadron.x, squadron.y, 90);
  build_group (&build, SIM_TASK_SCOUT, BUILD_SCOUT, 3, 5000, 3000, 1000, 3000);
  world = build_world (&build, 2);
  for (int second = 0; second < 280; second++) {
    build_run (world, 1);
    seen += sim_legion_sees (world, &world->groups[0]);
    near += base_vec_distance (world->groups[0].centre, squadron) < 600;
  }
  g_assert_cmpint (seen, >, 120);
  g_assert_cmpint (near, ==, 0);
  sim_world_free (world);
}

/* ---- Fixing and flanking -------------------------------------------------------------------- */

/* How near it comes to somebody beside the first leg of its way.  */
static float
passes (SimTask task)
{
  Build build;
  SimWorld *world;
  float nearest = 1e9f;

  unarmed (&build);
  build_own (&build, 0, 4600, 3600, 0);
  build_group (&build, task, BUILD_DRAGOON, 5, 7000, 5000, 3000, 5000);
  build.groups[0].n_route = 2;
  build.groups[0].route[1] = base_vec (2000, 2000);
  build.rules.types[BUILD_DRAGOON].n_weapons = 0;
  world = build_world (&build, 2);
  for (int second = 0; second < 400 && world->groups[0].way == 0; second++) {
    build_run (world, 1);
    nearest = MIN (nearest, base_vec_distance (world->groups[0].centre, base_vec (4600, 3600)));
  }
  sim_world_free (world);
  return nearest;
}

static void
test_flank_is_not_drawn (void)
{
  g_assert_cmpfloat (passes (SIM_TASK_ATTACK), <, 400);
  g_assert_cmpfloat (passes (SIM_TASK_FLANK), >, 1000);
}

/* Of a hook, the pack in front stays at its distance until it is time, and gives ground before who
 * comes, though it may run into somebody whom it had lost from sight; the other does not fire before. */
static void
test_hook_holds_and_lies_low (void)
{
  int seen = 0, near = 0;

  for (int seed = 1; seed <= 8; seed++) {
    Build build;
    SimWorld *world;
    SimTick blow, settled;

    pattern_hook (&build, seed);
    build.rules.types[BUILD_WALKER].n_weapons = 0;
    world = build_world (&build, (uint64_t) seed);
    for (int second = 0; second < 400 && !pattern_told (world); second++)
      build_run (world, 1);
    g_assert_true (pattern_told (world));
    pattern_give (world, 1, SIM_VERB_MOVE, 1, pattern_centre (world, 0));
    blow = world->plays[0].due - SIM_SECONDS (30);
    /* Who was found at close range first makes room.  */
    settled = world->plays[0].tell + SIM_SECONDS (40);
    while (world->tick < blow) {
      const SimGroup *front = &world->groups[0], *pack = &world->groups[1];

      build_run (world, 1);
      for (uint32_t i = pack->first; i < pack->first + pack->count; i++)
        g_assert_cmpuint (world->units.fired_tick[i], ==, 0);
      if (world->tick < settled || front->alive == 0 || !sim_legion_sees (world, front))
        continue;
      seen++;
      near += base_vec_distance (front->centre, front->enemy) < world->plays[0].distance_m / 2;
    }
    sim_world_free (world);
  }
  g_test_message ("near in %d of %d seconds", near, seen);
  g_assert_cmpint (seen, >, 60);
  g_assert_cmpint (5 * near, <, seen);
}

/* ---- The commander -------------------------------------------------------------------------- */

/* Which way the main effort takes after a breath, when its own have seen somebody by this one.  */
static int
shifts_to (float y)
{
  static const float ways[] = {1000, 3000, 5000};
  Build build;
  SimWorld *world;
  int main;

  unarmed (&build);
  build_own (&build, 0, 200, 200, 90);
  for (int i = 0; i < 3; i++) {
    build_group (&build, SIM_TASK_ATTACK, BUILD_TANK, i == 0 ? 6 : 2, 7500, ways[i], 4000, ways[i]);
    build.groups[i].n_route = 2;
    build.groups[i].route[1] = base_vec (1500, 3000);
  }
  build.groups[0].shepherd = 1;
  world = build_world (&build, 4);
  build_run (world, 160);
  g_assert_cmpint (world->commander.n_axes, ==, 3);
  world->commander.lost[world->commander.main] = 30;
  for (int second = 0; second < 120 && world->commander.shifts == 0; second++) {
    world->sightings[0] = (SimSighting){.position = base_vec (4000, y),
                                        .tick = world->tick,
                                        .value = 20,
                                        .count = 4,
                                        .spotter = SIM_NOBODY};
    build_run (world, 1);
  }
  g_assert_cmpint (world->commander.shifts, ==, 1);
  main = world->commander.axis_groups[world->commander.main];
  sim_world_free (world);
  return main;
}

static void
test_shifts_where_nobody_was_seen (void)
{
  g_assert_cmpint (shifts_to (3000), ==, 2);
  g_assert_cmpint (shifts_to (5000), ==, 1);
}

/* Who is confused tells the net nothing.  */
static size_t
sightings_of_confused (bool confused)
{
  Build build;
  SimWorld *world;
  size_t n = 0;

  unarmed (&build);
  build_own (&build, 0, squadron.x, squadron.y, 90);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 3, 3000, 3000, 3000, 3000);
  world = build_world (&build, 2);
  for (size_t i = world->n_own; confused && i < world->n_units; i++)
    world->units.confused_tick[i] = world->tick + SIM_SECONDS (1000);
  /* A group knows from its own turn on that it is confused.  */
  build_run (world, 2);
  memset (world->sightings, 0, sizeof world->sightings);
  build_run (world, 40);
  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++)
    n += world->sightings[i].tick != 0;
  sim_world_free (world);
  return n;
}

static void
test_confused_tell_nothing (void)
{
  g_assert_cmpuint (sightings_of_confused (false), >, 0);
  g_assert_cmpuint (sightings_of_confused (true), ==, 0);
}

/* ---- Minds ---------------------------------------------------------------------------------- */

/* Metres that a pack under fire has come nearer.  */
static float
goes_on_under_fire (unsigned black_sheep)
{
  Build build;
  SimWorld *world;
  float before;

  unarmed (&build);
  build_own (&build, 0, squadron.x, squadron.y, 90);
  build_group (&build, SIM_TASK_ATTACK, BUILD_DRAGOON, 4, 3200, 3000, 1000, 3000);
  build.groups[0].black_sheep = (uint16_t) black_sheep;
  build.rules.types[BUILD_DRAGOON].n_weapons = 0;
  build.rules.suppression_fall_per_s = 0;
  world = build_world (&build, 2);
  build_run (world, 4);
  before = base_vec_distance (pattern_centre (world, 0), squadron);
  for (int second = 0; second < 15; second++) {
    for (size_t i = world->n_own; i < world->n_units; i++) {
      world->units.suppression[i] = 80;
      world->units.harmed_tick[i] = world->tick;
    }
    build_run (world, 1);
  }
  before -= base_vec_distance (pattern_centre (world, 0), squadron);
  sim_world_free (world);
  return before;
}

static void
test_black_sheep_know_fear (void)
{
  g_assert_cmpfloat (goes_on_under_fire (0), >, 100);
  g_assert_cmpfloat (goes_on_under_fire (4), <, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/doctrine/scouts-find", test_scouts_find_for_the_main_body);
  g_test_add_func ("/sim/doctrine/scouts-stand-off", test_scouts_stand_off);
  g_test_add_func ("/sim/doctrine/flank", test_flank_is_not_drawn);
  g_test_add_func ("/sim/doctrine/hook", test_hook_holds_and_lies_low);
  g_test_add_func ("/sim/doctrine/shift", test_shifts_where_nobody_was_seen);
  g_test_add_func ("/sim/doctrine/confused-tell-nothing", test_confused_tell_nothing);
  g_test_add_func ("/sim/doctrine/black-sheep", test_black_sheep_know_fear);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doctrine of the Legion: what it knows and when, who commands, what remains when he is dead, who
 * sleeps, who comes for the wrecks.  */
#include "sim-builder.h"
#include "sim/sim-legion.h"

#include <glib.h>
#include <string.h>

/* ---- Knowledge ----------------------------------------------------------------------------- */

static size_t
sightings (const SimWorld *world)
{
  size_t n = 0;

  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++)
    n += world->sightings[i].tick != 0;
  return n;
}

/* Seconds from a group's own sight of the enemy to the net's knowing of it.  */
static double
seconds_to_share (bool control)
{
  double sum = 0;

  for (uint64_t seed = 1; seed <= 12; seed++) {
    Build build;
    SimWorld *world;

    build_init (&build);
    build_own (&build, 0, 1000, 3000, 90);
    build.rules.types[BUILD_WALKER].n_weapons = 0;
    build_group (&build, SIM_TASK_ATTACK, BUILD_SCOUT, 3, 6000 + 40.0f * (float) seed, 3000, 1000,
                 3000);
    if (control)
      build_group (&build, SIM_TASK_JAM, BUILD_CONTROL, 1, 7000, 3000, 7000, 3000);
    world = build_world (&build, seed);
    /* Its clock is at any point of its round when it first sees somebody.  */
    world->groups[0].share_tick = SIM_EPOCH + (SimTick) seed * 10;
    while (world->groups[0].enemy_tick == 0)
      sim_world_step (world);
    g_assert_cmpuint (sim_world_tick (world), <, SIM_SECONDS (600));
    world->groups[0].share_tick = world->tick + SIM_SECONDS (12.0 * (double) seed / 12);
    while (sightings (world) == 0) {
      sim_world_step (world);
      sum += 0.1;
    }
    sim_world_free (world);
  }
  return sum / 12;
}

static void
test_control_shares_sooner (void)
{
  double without = seconds_to_share (false), with = seconds_to_share (true);

  g_assert_cmpfloat (without, >, 5);
  g_assert_cmpfloat (without, <, 13);
  g_assert_cmpfloat (with, <, 4.5);
}

/* The value of a sighting is that of the machines made out there.  */
static void
test_sighting_value (void)
{
  Build build;
  SimWorld *world;
  float value = 0;

  build_init (&build);
  for (unsigned i = 0; i < 4; i++)
    build_own (&build, 0, 1000, 2900 + 60.0f * (float) i, 90);
  build.rules.types[BUILD_WALKER].n_weapons = 0;
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 4, 2200, 3000, 2200, 3000);
  world = build_world (&build, 1);
  build_run (world, 40);
  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++)
    value += world->sightings[i].tick != 0 ? world->sightings[i].value : 0;
  g_assert_cmpfloat (value, ==, 20);
  g_assert_cmpfloat (world->groups[0].enemy_value, ==, 20);
  sim_world_free (world);
}

/* ---- The commander ------------------------------------------------------------------------- */

static void
led_force (Build *build, float squadron_x, float squadron_y)
{
  build_init (build);
  build_earnest (build);
  for (unsigned i = 0; i < 4; i++)
    build_own (build, 0, squadron_x, squadron_y + 60.0f * (float) i, 90);
  build_group (build, SIM_TASK_SCOUT, BUILD_SCOUT, 3, 7000, 4000, 4500, 4000);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 6, 7400, 2000, 4600, 2000);
  build_part (build, 1, SIM_PATTERN_HOOK, SIM_PATTERN_PART_TELL);
  build_group (build, SIM_TASK_FLANK, BUILD_DRAGOON, 6, 7600, 2200, 4600, 2000);
  build_part (build, 2, SIM_PATTERN_HOOK, SIM_PATTERN_PART_BLOW);
  build_group (build, SIM_TASK_RESERVE, BUILD_DRAGOON, 4, 7700, 3000, 4500, 3000);
  build_group (build, SIM_TASK_ATTACK, BUILD_TANK, 2, 7800, 2000, 4600, 2000);
  build->groups[4].shepherd = 1;
}

/* With a Shepherd, a reserve and a pattern, still nothing depends on where those are whom nobody has
 * seen: two squadrons in two corners, and every machine and every thought of the Legion is the same. */
static void
test_commander_does_not_cheat (void)
{
  SimWorld *worlds[2];
  SimWorld *a, *b;

  for (int i = 0; i < 2; i++) {
    Build build;

    led_force (&build, 150, i == 0 ? 100 : 5700);
    worlds[i] = build_world (&build, 3);
    build_run (worlds[i], 600);
  }
  a = worlds[0];
  b = worlds[1];
  g_assert_cmpuint (sightings (a), ==, 0);
  for (size_t i = a->n_own; i < a->n_units; i++) {
    g_assert_cmpfloat (a->units.x[i], ==, b->units.x[i]);
    g_assert_cmpfloat (a->units.y[i], ==, b->units.y[i]);
  }
  g_assert_cmpmem (&a->commander, sizeof a->commander, &b->commander, sizeof b->commander);
  g_assert_cmpmem (a->plays, sizeof a->plays, b->plays, sizeof b->plays);
  for (int i = 0; i < 2; i++)
    sim_world_free (worlds[i]);
}

static uint32_t
shepherd_of (const SimWorld *world)
{
  for (uint32_t i = 0; i < world->n_units; i++)
    if (world->units.mind[i] == SIM_MIND_SHEPHERD)
      return i;
  g_assert_not_reached ();
}

/* The reserve waits where nobody got on, and goes where somebody did.  */
static void
test_reserve_follows_success (void)
{
  Build build;
  SimWorld *world;
  BaseVec before = base_vec (0, 0);

  led_force (&build, 4300, 2000);
  /* Nobody of ours can defend himself, and one is far from it all: the battle goes on.  */
  build_own (&build, 1, 700, 5500, 90);
  build.rules.types[BUILD_WALKER].n_weapons = 0;
  world = build_world (&build, 4);
  while (world->n_kills == 0 && sim_world_tick (world) < SIM_SECONDS (900)) {
    before = world->groups[3].centre;
    build_run (world, 1);
  }
  g_assert_cmpuint (world->n_kills, >, 0);
  g_assert_cmpfloat (base_vec_distance (before, base_vec (7700, 3000)), <, 200);
  build_run (world, 60);
  g_assert_cmpint (world->groups[3].committed, ==, 1);
  build_run (world, 60);
  g_assert_cmpfloat (base_vec_distance (world->groups[3].centre, base_vec (7700, 3000)), >, 500);
  sim_world_free (world);
}

/* ---- Death of a Shepherd ------------------------------------------------------------------- */

/* As a shot of ours would.  */
static void
strike_down (SimWorld *world, uint32_t unit)
{
  world->units.alive[unit] = 0;
  sim_legion_killed (world, 0, unit, 300);
}

/* Around it nobody moves, and hits are four tenths fewer, for a minute and a half to two and a half;
 * far away nobody is troubled.  */
static void
test_confusion (void)
{
  Build build;
  SimWorld *world;
  uint32_t shepherd, near, far;
  double seconds;

  led_force (&build, 150, 100);
  build.rules.types[BUILD_WALKER].n_weapons = 0;
  build_group (&build, SIM_TASK_HOLD, BUILD_DRAGOON, 2, 1200, 5800, 1200, 5800);
  world = build_world (&build, 5);
  build_run (world, 60);
  shepherd = shepherd_of (world);
  near = world->groups[1].first;
  far = world->groups[5].first;
  strike_down (world, shepherd);
  g_assert_cmpuint (world->commander.shepherd, ==, SIM_NOBODY);
  seconds = (double) (world->units.confused_tick[near] - world->tick) / SIM_TICKS_PER_SECOND;
  g_assert_cmpfloat (seconds, >=, 88);
  g_assert_cmpfloat (seconds, <=, 150);
  g_assert_cmpuint (world->units.confused_tick[far], ==, 0);
  build_run (world, 5);
  g_assert_cmpint (world->groups[1].confused, ==, 1);
  g_assert_cmpint (world->units.moving[near], ==, 0);
  build_run (world, 160);
  g_assert_cmpint (world->groups[1].confused, ==, 0);
  g_assert_cmpint (world->units.moving[near], ==, 1);
  sim_world_free (world);
}

/* Hits of ten scouts on a wall of armour, with and without confusion.  */
static double
share_of_hits (bool confused)
{
  uint64_t shots = 0, hits = 0;

  for (uint64_t seed = 1; seed <= 10; seed++) {
    Build build;
    SimWorld *world;

    build_init (&build);
    build_own (&build, 0, 2000, 3000, 90);
    build.rules.types[BUILD_WALKER].n_weapons = 0;
    build.rules.weapons[2].damage = 0;
    build.rules.types[BUILD_TANK].turn_dps = 1;
    build_group (&build, SIM_TASK_HOLD, BUILD_TANK, 8, 3500, 3000, 3500, 3000);
    world = build_world (&build, seed);
    for (size_t i = world->n_own; confused && i < world->n_units; i++)
      world->units.confused_tick[i] = world->tick + SIM_SECONDS (1000);
    build_run (world, 200);
    shots += sim_world_result (world).shots;
    hits += sim_world_result (world).hits;
    sim_world_free (world);
  }
  g_assert_cmpuint (shots, >, 500);
  return (double) hits / (double) shots;
}

static void
test_confused_aim (void)
{
  double ratio = share_of_hits (true) / share_of_hits (false);

  g_assert_cmpfloat (ratio, >, 0.5);
  g_assert_cmpfloat (ratio, <, 0.7);
}

/* More than half of the force is gone: a Shepherd takes the rest back, without him they fight on.  */
static unsigned
withdrawing_after_losses (bool led)
{
  Build build;
  SimWorld *world;
  unsigned n = 0;

  led_force (&build, 150, 100);
  world = build_world (&build, 6);
  build_run (world, 30);
  if (!led) {
    uint32_t shepherd = shepherd_of (world);

    strike_down (world, shepherd);
    memset (world->units.confused_tick, 0, world->n_units * sizeof *world->units.confused_tick);
  }
  for (size_t g = 0; g < world->n_groups; g++)
    for (uint32_t i = 0; i < 2 * world->groups[g].count / 3; i++)
      if (world->units.mind[world->groups[g].first + i] != SIM_MIND_SHEPHERD)
        world->units.alive[world->groups[g].first + i] = 0;
  world->commander.lost[0] = 20;
  build_run (world, 15);
  for (size_t g = 0; g < world->n_groups; g++)
    n += world->groups[g].withdrawing;
  sim_world_free (world);
  return n;
}

static void
test_order_to_withdraw (void)
{
  g_assert_cmpuint (withdrawing_after_losses (true), ==, 5);
  g_assert_cmpuint (withdrawing_after_losses (false), ==, 0);
}

/* ---- Minds --------------------------------------------------------------------------------- */

static void
test_minds (void)
{
  Build build;
  SimWorld *world;
  unsigned sheep = 0, shepherds = 0;

  led_force (&build, 150, 100);
  build.groups[1].black_sheep = 2;
  world = build_world (&build, 7);
  for (size_t i = world->n_own; i < world->n_units; i++) {
    sheep += world->units.mind[i] == SIM_MIND_BLACK_SHEEP;
    shepherds += world->units.mind[i] == SIM_MIND_SHEPHERD;
    g_assert_cmpfloat (world->units.gunnery[i], ==,
                       world->units.mind[i] == SIM_MIND_ORDINARY ? 0.5f
                                                                 : world->rules.black_sheep_skill);
  }
  g_assert_cmpuint (sheep, ==, 2);
  g_assert_cmpuint (shepherds, ==, 1);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/legion/control-shares-sooner", test_control_shares_sooner);
  g_test_add_func ("/sim/legion/sighting-value", test_sighting_value);
  g_test_add_func ("/sim/legion/commander-does-not-cheat", test_commander_does_not_cheat);
  g_test_add_func ("/sim/legion/reserve", test_reserve_follows_success);
  g_test_add_func ("/sim/legion/confusion", test_confusion);
  g_test_add_func ("/sim/legion/confused-aim", test_confused_aim);
  g_test_add_func ("/sim/legion/order-to-withdraw", test_order_to_withdraw);
  g_test_add_func ("/sim/legion/minds", test_minds);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fire laid on a place: who is there is pinned, seen or not; who lays it keeps rounds for himself.  */
#include "sim-builder.h"

#include "sim/sim-movement.h"
#include "sim/sim-weapons.h"
#include "sim/sim-world.h"

#include <glib.h>

#define ENEMY (build->n_squadron)

/* So many of ours with machine guns, 700 m from four of the Legion whom nobody can see and who see
 * nobody.  */
static SimWorld *
field (Build *build, unsigned own)
{
  build_init (build);
  build->rules.weapons[BUILD_MACHINE_GUN].range_m = 1000;
  build->rules.weapons[BUILD_MACHINE_GUN].burst = 14;
  build->rules.weapons[BUILD_MACHINE_GUN].suppression = 12;
  build->rules.weapons[BUILD_MACHINE_GUN].reload_s = 2.5f;
  build->rules.types[BUILD_WALKER].weapons[1] = BUILD_MACHINE_GUN;
  build->rules.types[BUILD_WALKER].n_weapons = 2;
  build->rules.types[BUILD_WALKER].sight_m = 0;
  build->rules.types[BUILD_WALKER].feel_m = 0;
  build->rules.types[BUILD_TANK].sight_m = 0;
  for (unsigned i = 0; i < own; i++)
    build_own (build, 0, 2000 + 60 * (float) i, 2000, 0);
  build_group (build, SIM_TASK_HOLD, BUILD_TANK, 4, 2050, 2700, 2050, 2700);
  build->groups[0].spread_m = 15;
  build->groups[0].n_route = 0;
  return build_world (build, 1);
}

static SimWorld *
suppressing (Build *build, unsigned own)
{
  SimWorld *world = field (build, own);
  SimCommand command = build_order_platoon (1, SIM_VERB_SUPPRESS, 0, 2050, 2700);
  SimMessage message;

  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 40, &message));
  return world;
}

/* Mean suppression of the four over ten seconds.  */
static double
mean_suppression (const Build *build, SimWorld *world)
{
  double sum = 0;

  for (int t = 0; t < 100; t++) {
    sim_world_step (world);
    for (size_t i = ENEMY; i < ENEMY + 4; i++)
      sum += (double) world->units.suppression[i];
  }
  return sum / 400;
}

/* One disturbs, three pin; it is over after a minute, and said to be.  */
static void
test_pins (void)
{
  Build build;
  SimWorld *one = suppressing (&build, 1), *three;
  SimMessage message;
  SimTick begun;
  bool said = false;

  build_run (one, 20);
  g_assert_cmpfloat (mean_suppression (&build, one), >, 8);
  g_assert_cmpfloat (mean_suppression (&build, one), <, 50);
  sim_world_free (one);
  three = suppressing (&build, 3);
  begun = sim_world_tick (three);
  build_run (three, 20);
  g_assert_cmpfloat (mean_suppression (&build, three), >, 60);
  g_assert_cmpuint (sim_world_result (three).detections, ==, 0);
  g_assert_true (build_wait_order (three, 1, SIM_ORDER_DONE, 60, &message));
  g_assert_cmpuint (sim_world_tick (three) - begun, >=, SIM_SECONDS (58));
  g_assert_cmpuint (sim_world_tick (three) - begun, <=, SIM_SECONDS (70));
  for (int i = 0; i < 20 && !said; i++)
    if (build_wait_message (three, SIM_MESSAGE_REPORT, 5, &message))
      said = message.report.words.phrase == SIM_PHRASE_SUPPRESSED;
  g_assert_true (said);
  build_run (three, 30);
  g_assert_cmpfloat (mean_suppression (&build, three), ==, 0);
  sim_world_free (three);
}

/* Who is pinned goes at half his pace, unless he runs, and aims the worse for it.  */
static void
test_pinned (void)
{
  Build build;
  SimWorld *world = field (&build, 1);
  const SimWeapon *gun = &world->rules.weapons[BUILD_TANK_GUN];
  float free_speed, free_scatter;

  build_run (world, 1);
  free_speed = sim_move_speed (world, 1);
  free_scatter = sim_weapon_scatter_mrad (world, 1, gun);
  world->units.suppression[1] = 59;
  g_assert_cmpfloat_with_epsilon (sim_move_speed (world, 1), free_speed, 0.01);
  world->units.suppression[1] = 60;
  g_assert_cmpfloat_with_epsilon (sim_move_speed (world, 1), 0.5f * free_speed, 0.01);
  g_assert_cmpfloat (sim_weapon_scatter_mrad (world, 1, gun), >, 2.4f * free_scatter);
  world->units.posture[1] = SIM_POSTURE_FAST;
  g_assert_cmpfloat (sim_move_speed (world, 1), >, free_speed);
  sim_world_free (world);
}

/* Rounds ask nobody whose side he is on, and seldom strike.  */
static void
test_anybody_there (void)
{
  Build build;
  SimWorld *world = suppressing (&build, 3);
  double most = 0;

  world->units.x[2] = 2050;
  world->units.y[2] = 2680;
  for (int t = 0; t < 300; t++) {
    sim_world_step (world);
    if ((double) world->units.suppression[2] > most)
      most = (double) world->units.suppression[2];
  }
  g_assert_cmpfloat (most, >, 20);
  g_assert_cmpuint (sim_world_result (world).hits, <, 10);
  sim_world_free (world);
}

/* He goes on until he has the place within reach and in sight.  */
static void
test_goes_nearer (void)
{
  static const BaseVec top[] = {{3000, 2000}};
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_SUPPRESS, 0, 4000, 2000);
  SimMessage message;

  world = field (&build, 1);
  sim_world_free (world);
  build.features[0] = (SimFeature){
    .kind = SIM_FEATURE_HILL, .n_points = 1, .points = top, .radius_m = 500, .rise_m = 60};
  build.def.terrain.features = build.features;
  build.def.terrain.n_features = 1;
  build.rules.weapons[BUILD_MACHINE_GUN].range_m = 1800;
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  while (world->shots == 0) {
    g_assert_cmpuint (sim_world_tick (world), <, SIM_SECONDS (400));
    sim_world_step (world);
  }
  /* Within 1.62 km at 2380; behind the hill until its top.  */
  g_assert_cmpfloat (world->units.x[0], >, 2600);
  g_assert_cmpfloat (world->units.x[0], <, 3500);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 120, &message));
  g_assert_cmpfloat (world->units.x[0], <, 3500);
  sim_world_free (world);
}

/* With nothing but the main gun he fires that, and keeps ten rounds.  */
static void
test_keeps_rounds (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_SUPPRESS, 0, 2050, 2700);
  SimCommand again = build_order_unit (2, SIM_VERB_SUPPRESS, 0, 2050, 2700);
  SimMessage message;

  world = field (&build, 1);
  sim_world_free (world);
  build.rules.types[BUILD_WALKER].n_weapons = 1;
  world = build_world (&build, 1);
  world->units.ammunition[0] = 14;
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 120, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_NO_AMMUNITION);
  g_assert_cmpuint (world->units.ammunition[0], ==, 10);
  sim_world_submit (world, &again);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_FAILED, 60, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_NO_AMMUNITION);
  sim_world_free (world);
}

static void
test_scavengers_do_not (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_platoon (1, SIM_VERB_SUPPRESS, SIM_SUPPLY_PLATOON, 2050, 2700);
  SimMessage message;

  build_init (&build);
  build_own (&build, 0, 2000, 2000, 0);
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
  g_test_add_func ("/sim/suppress/pins", test_pins);
  g_test_add_func ("/sim/suppress/pinned", test_pinned);
  g_test_add_func ("/sim/suppress/anybody", test_anybody_there);
  g_test_add_func ("/sim/suppress/goes-nearer", test_goes_nearer);
  g_test_add_func ("/sim/suppress/keeps-rounds", test_keeps_rounds);
  g_test_add_func ("/sim/suppress/scavengers", test_scavengers_do_not);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who keeps to whom: a scattered platoon closes up and says so once; who follows keeps his distance.  */
#include "sim-builder.h"

#include "sim/sim-weapons.h"
#include "sim/sim-world.h"

#include <glib.h>

/* The leader, one beside him, one a kilometre off and one two kilometres off.  */
static void
scattered (Build *build)
{
  build_init (build);
  build->def.base = base_vec (200, 2000);
  build_own (build, 0, 2000, 2000, 90);
  build_own (build, 0, 2100, 2000, 90);
  build_own (build, 0, 2000, 3000, 90);
  build_own (build, 0, 4000, 2000, 90);
}

static double
farthest_from (const SimWorld *world, size_t n, BaseVec at)
{
  double most = 0;

  for (size_t i = 0; i < n; i++) {
    double distance = (double) base_vec_distance (sim_unit_position (world, i), at);

    most = world->units.alive[i] && distance > most ? distance : most;
  }
  return most;
}

/* Steps until the order is done; how often and by whom it was said that they are together.  */
static unsigned
run_until_together (SimWorld *world, uint32_t order, uint32_t speaker)
{
  unsigned said = 0;
  bool done = false;
  SimTick end = sim_world_tick (world) + SIM_SECONDS (600);

  for (SimTick after = 0; after < SIM_SECONDS (60); after += done) {
    const SimMessage *messages;
    size_t n;

    g_assert_cmpuint (sim_world_tick (world), <, end);
    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++) {
      done |= messages[k].kind == SIM_MESSAGE_ORDER && messages[k].order.order == order &&
              messages[k].order.state == SIM_ORDER_DONE && !sim_unit_is_some (messages[k].order.unit);
      if (messages[k].kind == SIM_MESSAGE_REPORT &&
          messages[k].report.words.phrase == SIM_PHRASE_TOGETHER) {
        said++;
        g_assert_cmpuint (messages[k].report.from.index, ==, speaker);
      }
    }
  }
  return said;
}

static void
test_on_the_leader (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_platoon (1, SIM_VERB_REGROUP, 0, 0, 0);

  scattered (&build);
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  g_assert_cmpuint (run_until_together (world, 1, 0), ==, 1);
  /* He stayed where he was, but for the cover near by.  */
  g_assert_cmpfloat (farthest_from (world, 1, base_vec (2000, 2000)), <, 160);
  g_assert_cmpfloat (farthest_from (world, 4, sim_unit_position (world, 0)), <,
                     (double) world->rules.regroup_m + 10);
  for (size_t i = 0; i < 4; i++)
    g_assert_cmpint (world->units.mission[i], ==, SIM_MISSION_HOLD);
  sim_world_free (world);
}

/* Told to gather at a place they do, the leader too; a comrade of another platoon will do as well.  */
static void
test_elsewhere (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_platoon (1, SIM_VERB_REGROUP, 0, 3000, 3500);
  SimCommand other = build_order_platoon (2, SIM_VERB_REGROUP, 0, 0, 0);

  scattered (&build);
  build_own (&build, 1, 3500, 1200, 90);
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  g_assert_cmpuint (run_until_together (world, 1, 0), ==, 1);
  g_assert_cmpfloat (farthest_from (world, 4, base_vec (3000, 3500)), <,
                     (double) world->rules.regroup_m + 10);
  other.target = (SimTarget){.kind = SIM_TARGET_UNIT, .number = 4};
  sim_world_submit (world, &other);
  g_assert_cmpuint (run_until_together (world, 2, 0), ==, 1);
  g_assert_cmpfloat (farthest_from (world, 4, base_vec (3500, 1200)), <,
                     (double) world->rules.regroup_m + 10);
  sim_world_free (world);
}

/* The leader falls on the way: they gather at the next.  */
static void
test_leader_falls (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_platoon (1, SIM_VERB_REGROUP, 0, 0, 0);
  SimMessage message;

  scattered (&build);
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &message));
  build_run (world, 20);
  sim_damage_destroy (world, &(SimKill){.victim = 0, .killer = SIM_NOBODY, .spotter = SIM_NOBODY});
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 600, &message));
  build_run (world, 60);
  g_assert_cmpuint (world->platoons[0].leader, ==, 1);
  g_assert_cmpfloat (farthest_from (world, 4, sim_unit_position (world, 1)), <,
                     (double) world->rules.regroup_m + 10);
  sim_world_free (world);
}

/* Whom it names must be there.  */
static void
test_lost_ones (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_platoon (1, SIM_VERB_REGROUP, 0, 0, 0);
  SimMessage message;

  scattered (&build);
  build_own (&build, 1, 3500, 1200, 90);
  world = build_world (&build, 1);
  sim_damage_destroy (world, &(SimKill){.victim = 4, .killer = SIM_NOBODY, .spotter = SIM_NOBODY});
  command.target = (SimTarget){.kind = SIM_TARGET_UNIT, .number = 4};
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 60, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_DESTROYED);
  sim_world_free (world);
}

/* Two of the second platoon behind the leader of the first, who goes three kilometres: they keep their
 * distance on the way, halt when he halts, and go on when he does.  */
static void
test_followers_keep_distance (void)
{
  Build build;
  SimWorld *world;
  SimCommand follow = build_order_platoon (1, SIM_VERB_FOLLOW, 1, 0, 0);
  SimCommand go = build_order_unit (2, SIM_VERB_MOVE, 0, 5000, 2000);
  SimCommand back = build_order_unit (3, SIM_VERB_MOVE, 0, 5000, 4500);
  SimMessage message;

  build_init (&build);
  build.def.base = base_vec (200, 2000);
  build_own (&build, 0, 2000, 2000, 90);
  build_own (&build, 1, 1800, 2100, 90);
  build_own (&build, 1, 1800, 1900, 90);
  world = build_world (&build, 1);
  follow.target = (SimTarget){.kind = SIM_TARGET_UNIT, .number = 0};
  sim_world_submit (world, &follow);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &message));
  for (int leg = 0; leg < 2; leg++) {
    sim_world_submit (world, leg == 0 ? &go : &back);
    g_assert_true (build_wait_order (world, leg == 0 ? 2 : 3, SIM_ORDER_BEGUN, 60, &message));
    build_run (world, 20);
    while (world->units.mission[0] == SIM_MISSION_MOVE) {
      g_assert_cmpuint (sim_world_tick (world), <, SIM_SECONDS (1500));
      build_run (world, 1);
      for (size_t i = 1; i < 3; i++) {
        float off = base_vec_distance (sim_unit_position (world, i), sim_unit_position (world, 0));

        g_assert_cmpfloat (off, >, 50);
        g_assert_cmpfloat (off, <, 400);
      }
    }
    build_run (world, 60);
    for (size_t i = 1; i < 3; i++) {
      g_assert_cmpfloat (world->units.speed[i], <, 0.5);
      g_assert_cmpfloat (base_vec_distance (sim_unit_position (world, i), sim_unit_position (world, 0)),
                         <, 250);
    }
  }
  g_assert_cmpuint (world->units.order[1], ==, 1);
  sim_world_free (world);
}

/* The one followed is lost: they say so and stay; of a platoon the next leader is followed.  */
static void
test_followed_is_lost (void)
{
  Build build;
  SimWorld *world;
  SimCommand follow = build_order_unit (1, SIM_VERB_FOLLOW, 4, 0, 0);
  SimCommand platoon = build_order_unit (2, SIM_VERB_FOLLOW, 5, 0, 0);
  SimMessage message;

  scattered (&build);
  build_own (&build, 1, 1800, 2100, 90);
  build_own (&build, 1, 1800, 1900, 90);
  world = build_world (&build, 1);
  follow.target = (SimTarget){.kind = SIM_TARGET_UNIT, .number = 0};
  platoon.target = (SimTarget){.kind = SIM_TARGET_PLATOON, .number = 0};
  sim_world_submit (world, &follow);
  sim_world_submit (world, &platoon);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_BEGUN, 90, &message));
  sim_damage_destroy (world, &(SimKill){.victim = 0, .killer = SIM_NOBODY, .spotter = SIM_NOBODY});
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 5, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_DESTROYED);
  g_assert_cmpint (world->units.mission[4], ==, SIM_MISSION_HOLD);
  build_run (world, 60);
  g_assert_cmpint (world->units.mission[5], ==, SIM_MISSION_FOLLOW);
  g_assert_cmpfloat (base_vec_distance (sim_unit_position (world, 5), sim_unit_position (world, 1)), <,
                     250);
  sim_world_free (world);
}

/* A place can not be followed.  */
static void
test_no_place (void)
{
  Build build;
  SimWorld *world;
  SimCommand follow = build_order_unit (1, SIM_VERB_FOLLOW, 1, 2500, 2500);
  SimMessage message;

  scattered (&build);
  world = build_world (&build, 1);
  sim_world_submit (world, &follow);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 60, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_NO_TARGET);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/company/on-the-leader", test_on_the_leader);
  g_test_add_func ("/sim/company/elsewhere", test_elsewhere);
  g_test_add_func ("/sim/company/leader-falls", test_leader_falls);
  g_test_add_func ("/sim/company/lost-ones", test_lost_ones);
  g_test_add_func ("/sim/company/followers-keep-distance", test_followers_keep_distance);
  g_test_add_func ("/sim/company/followed-is-lost", test_followed_is_lost);
  g_test_add_func ("/sim/company/no-place", test_no_place);
  return g_test_run ();
}

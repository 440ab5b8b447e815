/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A platoon with a free hand: what it was told is dropped, and it goes where it would not have gone
 * unasked, until it is told something else.  */
#include "sim-builder.h"

#include "sim/sim-initiative.h"
#include "sim/sim-world.h"

#include <glib.h>

/* The captain's platoon far in the west, the second by itself; nobody of the Legion near.  */
static SimWorld *
two_platoons (Build *build)
{
  build_init (build);
  build->def.base = base_vec (200, 2000);
  for (unsigned i = 0; i < 4; i++)
    build_own (build, i / 2, i < 2 ? 600 : 4000, 2000 + 60 * (float) i, 90);
  build->squadron[0].captain = true;
  return build_world (build, 1);
}

static void
tell (SimWorld *world, uint32_t id, SimVerb verb, float x, float y)
{
  SimCommand command = build_order_platoon (id, verb, 1, x, y);

  sim_world_submit (world, &command);
}

/* The second platoon hears of five dragoons a kilometre off.  */
static void
hear_of_them (SimWorld *world)
{
  world->platoons[1].heard[0] = (SimHeard){.position = base_vec (5200, 2000),
                                           .tick = world->tick,
                                           .contact = 1,
                                           .count = 5,
                                           .type = BUILD_DRAGOON};
}

/* How far east its leader is after two minutes.  */
static float
goes_to_meet_them (bool free_hand)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimMessage message;
  float x;

  if (free_hand) {
    tell (world, 1, SIM_VERB_FREE_HAND, 0, 0);
    g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 30, &message));
  }
  hear_of_them (world);
  build_run (world, 120);
  x = world->units.x[2];
  sim_world_free (world);
  return x;
}

static void
test_acts_by_itself (void)
{
  g_assert_cmpfloat (goes_to_meet_them (false), <, 4160);
  g_assert_cmpfloat (goes_to_meet_them (true), >, 4350);
}

/* It says so, and says where.  */
static void
test_says_so (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimMessage message;
  bool said = false;

  tell (world, 1, SIM_VERB_FREE_HAND, 0, 0);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 30, &message));
  hear_of_them (world);
  for (int i = 0; i < 10 && !said; i++)
    said = build_wait_message (world, SIM_MESSAGE_REPORT, 20, &message) &&
           message.report.words.phrase == SIM_PHRASE_LEADER_MOVES;
  g_assert_true (said);
  g_assert_cmpuint (message.report.platoon, ==, 1);
  sim_world_free (world);
}

/* What it was told is dropped at once; the next order takes the free hand back.  */
static void
test_drops_and_ends (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimMessage message;

  tell (world, 1, SIM_VERB_MOVE, 7000, 4000);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 40, &message));
  tell (world, 2, SIM_VERB_FREE_HAND, 0, 0);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_REPLACED, 30, &message));
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_DONE, 30, &message));
  for (size_t i = 2; i < 4; i++) {
    g_assert_cmpint (world->units.mission[i], ==, SIM_MISSION_HOLD);
    g_assert_cmpuint (world->units.order[i], ==, 0);
  }
  g_assert_cmpint (world->platoons[1].free_hand, ==, 1);
  g_assert_cmpint (world->platoons[0].free_hand, ==, 0);
  tell (world, 3, SIM_VERB_HOLD, 0, 0);
  g_assert_true (build_wait_order (world, 3, SIM_ORDER_HEARD, 30, &message));
  g_assert_cmpint (world->platoons[1].free_hand, ==, 0);
  sim_world_free (world);
}

/* To ask how they are takes nothing back; a machine that is named gives no free hand to its platoon.  */
static void
test_questions_and_names (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimCommand one = build_order_unit (1, SIM_VERB_FREE_HAND, 2, 0, 0);
  SimMessage message;

  sim_world_submit (world, &one);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 30, &message));
  g_assert_cmpint (world->platoons[1].free_hand, ==, 0);
  tell (world, 2, SIM_VERB_FREE_HAND, 0, 0);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_DONE, 30, &message));
  tell (world, 3, SIM_VERB_REPORT, 0, 0);
  g_assert_true (build_wait_order (world, 3, SIM_ORDER_DONE, 30, &message));
  g_assert_cmpint (world->platoons[1].free_hand, ==, 1);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/free-hand/acts-by-itself", test_acts_by_itself);
  g_test_add_func ("/sim/free-hand/says-so", test_says_so);
  g_test_add_func ("/sim/free-hand/drops-and-ends", test_drops_and_ends);
  g_test_add_func ("/sim/free-hand/questions-and-names", test_questions_and_names);
  return g_test_run ();
}

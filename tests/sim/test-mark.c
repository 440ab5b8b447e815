/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders that wait for a mark: kept beside what the machines do, set off at once, dropped by cancel.  */
#include "sim-builder.h"

#include "sim/sim-mark.h"
#include "sim/sim-weapons.h"
#include "sim/sim-world.h"

#include <glib.h>

static SimWorld *
two_platoons (Build *build)
{
  build_init (build);
  build->def.base = base_vec (200, 2000);
  for (unsigned i = 0; i < 4; i++)
    build_own (build, i / 2, 2000, 2000 + 300 * (float) i, 90);
  return build_world (build, 1);
}

static SimCommand
prepared (uint32_t id, SimVerb verb, uint32_t platoon, float x, float y, unsigned mark)
{
  SimCommand command = build_order_platoon (id, verb, platoon, x, y);

  command.mark = (uint8_t) mark;
  return command;
}

static SimCommand
the_mark (uint32_t id, unsigned mark)
{
  SimCommand command = build_order_unit (id, SIM_VERB_MARK, 0, 0, 0);

  command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_ALL, 0};
  command.mark = (uint8_t) mark;
  return command;
}

/* Two platoons, told at different times, begin in the same second, by a word shorter than any order;
 * until then they wait for it, and say so.  */
static void
test_sets_off_all (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimCommand first = prepared (1, SIM_VERB_MOVE, 0, 5000, 2000, 2);
  SimCommand second = prepared (2, SIM_VERB_MOVE, 1, 5000, 4000, 2);
  SimCommand wrong = the_mark (3, 1), mark = the_mark (4, 2);
  SimMessage message;
  SimTick begun[2] = {0};

  sim_world_submit (world, &first);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_WAITING, 30, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_FOR_MARK);
  sim_world_submit (world, &second);
  build_run (world, 120);
  sim_world_submit (world, &wrong);
  g_assert_true (build_wait_order (world, 3, SIM_ORDER_FAILED, 30, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_NOT_PREPARED);
  for (size_t i = 0; i < 4; i++)
    g_assert_cmpint (world->units.mission[i], ==, SIM_MISSION_HOLD);
  build_run (world, 20);
  sim_world_submit (world, &mark);
  for (SimTick t = 0; t < SIM_SECONDS (6); t++) {
    sim_world_step (world);
    for (size_t p = 0; p < 2; p++)
      if (begun[p] == 0 && world->units.order[2 * p] == p + 1 && world->units.order[2 * p + 1] == p + 1)
        begun[p] = sim_world_tick (world);
  }
  g_assert_cmpuint (begun[0], >, 0);
  g_assert_cmpuint (begun[0], ==, begun[1]);
  sim_world_free (world);
}

/* A prepared order leaves alone what they do, and another order leaves it alone; a second one for the
 * same mark takes its place.  */
static void
test_beside_others (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimCommand go = build_order_platoon (1, SIM_VERB_MOVE, 0, 6000, 2000);
  SimCommand first = prepared (2, SIM_VERB_FALL_BACK, 0, 500, 2000, 3);
  SimCommand other = build_order_platoon (3, SIM_VERB_MOVE, 0, 6000, 4000);
  SimCommand again = prepared (4, SIM_VERB_HOLD, 0, 0, 0, 3);
  SimCommand mark = the_mark (5, 3);
  SimMessage message;

  sim_world_submit (world, &go);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 40, &message));
  sim_world_submit (world, &first);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_WAITING, 40, &message));
  g_assert_cmpuint (world->units.order[0], ==, 1);
  g_assert_cmpint (world->units.mission[0], ==, SIM_MISSION_MOVE);
  sim_world_submit (world, &other);
  g_assert_true (build_wait_order (world, 3, SIM_ORDER_BEGUN, 60, &message));
  g_assert_true (sim_mark_keeps (world, 0, 2));
  sim_world_submit (world, &again);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_REPLACED, 40, &message));
  g_assert_true (sim_mark_keeps (world, 0, 4));
  build_run (world, 10);
  sim_world_submit (world, &mark);
  g_assert_true (build_wait_order (world, 4, SIM_ORDER_BEGUN, 20, &message));
  g_assert_false (sim_mark_keeps (world, 0, 4));
  sim_world_free (world);
}

/* Cancel drops what was prepared: for one mark, which leaves the rest as it is, or all.  */
static void
test_cancelled (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimCommand go = build_order_platoon (1, SIM_VERB_MOVE, 0, 6000, 2000);
  SimCommand two = prepared (2, SIM_VERB_HOLD, 0, 0, 0, 2);
  SimCommand three = prepared (3, SIM_VERB_HOLD, 0, 0, 0, 3);
  SimCommand one = prepared (4, SIM_VERB_CANCEL, 0, 0, 0, 2);
  SimCommand all = build_order_platoon (5, SIM_VERB_CANCEL, 0, 0, 0);
  SimMessage message;

  sim_world_submit (world, &go);
  sim_world_submit (world, &two);
  sim_world_submit (world, &three);
  g_assert_true (build_wait_order (world, 3, SIM_ORDER_WAITING, 90, &message));
  sim_world_submit (world, &one);
  g_assert_true (build_wait_order (world, 4, SIM_ORDER_DONE, 30, &message));
  g_assert_false (sim_mark_keeps (world, 0, 2));
  g_assert_true (sim_mark_keeps (world, 0, 3));
  g_assert_cmpuint (world->units.order[0], ==, 1);
  sim_world_submit (world, &all);
  g_assert_true (build_wait_order (world, 5, SIM_ORDER_DONE, 30, &message));
  g_assert_false (sim_mark_keeps (world, 0, 3));
  g_assert_cmpuint (world->units.order[0], ==, 0);
  sim_world_free (world);
}

/* Who is lost carries out nothing; five marks are one too many.  */
static void
test_lost_and_full (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimMessage message;

  for (uint32_t i = 1; i <= SIM_MAX_PREPARED + 1; i++) {
    SimCommand command = prepared (i, SIM_VERB_HOLD, 0, 0, 0, i);

    sim_world_submit (world, &command);
    g_assert_true (build_wait_order (world, i, SIM_ORDER_HEARD, 60, &message));
  }
  g_assert_false (sim_mark_keeps (world, 0, 1));
  for (uint32_t i = 2; i <= SIM_MAX_PREPARED + 1; i++)
    g_assert_true (sim_mark_keeps (world, 0, i));
  sim_damage_destroy (world, &(SimKill){.victim = 0, .killer = SIM_NOBODY, .spotter = SIM_NOBODY});
  for (uint32_t i = 1; i <= SIM_MAX_PREPARED + 1; i++)
    g_assert_false (sim_mark_keeps (world, 0, i));
  g_assert_true (sim_mark_keeps (world, 1, 3));
  sim_world_free (world);
}

/* What is given to be begun in two minutes is begun then, by itself, and not a second before; a mark does
 * not set it off, other orders leave it alone, cancel drops it.  */
static void
test_in_minutes (void)
{
  Build build;
  SimWorld *world = two_platoons (&build);
  SimCommand first = prepared (1, SIM_VERB_MOVE, 0, 5000, 2000, 0);
  SimCommand second = prepared (2, SIM_VERB_MOVE, 1, 5000, 4000, 0);
  SimCommand other = build_order_platoon (3, SIM_VERB_HOLD, 0, 0, 0);
  SimCommand mark = the_mark (4, 1), none = build_order_platoon (5, SIM_VERB_CANCEL, 1, 0, 0);
  SimMessage message;
  SimTick due;

  first.minutes = second.minutes = 2;
  sim_world_submit (world, &first);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_WAITING, 30, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_FOR_TIME);
  due = sim_tick_out (world->orders[0].first_word) + SIM_SECONDS (120);
  sim_world_submit (world, &second);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_WAITING, 30, &message));
  sim_world_submit (world, &other);
  sim_world_submit (world, &mark);
  sim_world_submit (world, &none);
  g_assert_true (build_wait_order (world, 5, SIM_ORDER_DONE, 60, &message));
  g_assert_true (sim_mark_keeps (world, 0, 1));
  g_assert_false (sim_mark_keeps (world, 2, 2));
  g_assert_cmpuint (sim_world_tick (world), <, due);
  build_run (world, (double) (due - sim_world_tick (world)) / SIM_TICKS_PER_SECOND);
  g_assert_cmpuint (sim_world_tick (world), ==, due);
  g_assert_cmpint (world->units.mission[0], ==, SIM_MISSION_HOLD);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 4, &message));
  g_assert_cmpint (world->units.mission[0], ==, SIM_MISSION_MOVE);
  g_assert_cmpint (world->units.mission[2], ==, SIM_MISSION_HOLD);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/mark/sets-off-all", test_sets_off_all);
  g_test_add_func ("/sim/mark/beside-others", test_beside_others);
  g_test_add_func ("/sim/mark/cancelled", test_cancelled);
  g_test_add_func ("/sim/mark/lost-and-full", test_lost_and_full);
  g_test_add_func ("/sim/mark/in-minutes", test_in_minutes);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Held until relieved; fire freed again; a side to watch without a place.  */
#include "base/base-math.h"
#include "sim-builder.h"
#include "sim/sim-expect.h"
#include "sim/sim-watch.h"

#include <glib.h>

/* Two platoons of two and nobody else near; the post is 400 m ahead of the first.  */
#define POST_X 2000
#define POST_Y 2400

static SimWorld *
quiet_world (Build *build)
{
  build_init (build);
  build_own (build, 0, 2000, 2000, 0);
  build_own (build, 0, 2060, 2000, 0);
  build_own (build, 1, 2000, 1200, 0);
  build_own (build, 1, 2060, 1200, 0);
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 7900, 7900, 7900, 7900);
  build->rules.types[BUILD_SCOUT].field_speed_mps = 0;
  build->def.duration = SIM_SECONDS (3000);
  return build_world (build, 1);
}

static void
hold (SimWorld *world, uint32_t id, uint32_t platoon, bool until_relieved)
{
  SimCommand command = build_order_platoon (id, SIM_VERB_HOLD, platoon, POST_X, POST_Y);

  command.until_relieved = until_relieved;
  sim_world_submit (world, &command);
}

static bool
ends (SimWorld *world, uint32_t id, double seconds, SimCause *cause)
{
  SimMessage message;

  if (!build_wait_order (world, id, SIM_ORDER_DONE, seconds, &message))
    return false;
  while (sim_unit_is_some (message.order.unit) &&
         build_wait_order (world, id, SIM_ORDER_DONE, 10, &message))
    continue;
  *cause = (SimCause) message.order.cause;
  return true;
}

/* Without the words it is done when they are there; with them it goes on, and ends when others have come.  */
static void
test_relieved (void)
{
  Build build;
  SimWorld *world = quiet_world (&build);
  SimCause cause = SIM_N_CAUSES;

  hold (world, 1, 0, false);
  g_assert_true (ends (world, 1, 300, &cause));
  g_assert_cmpint (cause, ==, SIM_CAUSE_NONE);
  hold (world, 2, 0, true);
  g_assert_false (ends (world, 2, 400, &cause));
  g_assert_cmpuint (world->units.order[0], ==, 2);
  g_assert_cmpuint (world->units.order[1], ==, 2);
  hold (world, 3, 1, false);
  g_assert_true (ends (world, 2, 400, &cause));
  g_assert_cmpint (cause, ==, SIM_CAUSE_RELIEVED);
  g_assert_cmpuint (world->units.order[0], ==, 0);
  g_assert_cmpuint (world->units.order[1], ==, 0);
  sim_world_free (world);
}

/* Others who go by, or are led elsewhere, relieve nobody.  */
static void
test_not_by_chance (void)
{
  Build build;
  SimWorld *world = quiet_world (&build);
  SimCommand past = build_order_platoon (2, SIM_VERB_MOVE, 1, POST_X, POST_Y + 1500);
  SimCause cause = SIM_N_CAUSES;

  hold (world, 1, 0, true);
  build_run (world, 200);
  sim_world_submit (world, &past);
  g_assert_false (ends (world, 1, 500, &cause));
  g_assert_cmpuint (world->units.order[0], ==, 1);
  sim_world_free (world);
}

static void
test_cancelled (void)
{
  Build build;
  SimWorld *world = quiet_world (&build);
  SimCommand cancel = build_order_platoon (2, SIM_VERB_CANCEL, 0, 0, 0);
  SimMessage message;

  hold (world, 1, 0, true);
  build_run (world, 200);
  g_assert_cmpuint (world->units.order[0], ==, 1);
  sim_world_submit (world, &cancel);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_REPLACED, 60, &message));
  sim_world_free (world);
}

/* Fire is freed, and the order goes on.  */
static void
test_weapons_free (void)
{
  Build build;
  SimWorld *world = quiet_world (&build);
  SimCommand cease = build_order_platoon (2, SIM_VERB_CEASE_FIRE, 0, 0, 0);
  SimCommand free_again = build_order_platoon (3, SIM_VERB_WEAPONS_FREE, 0, 0, 0);

  hold (world, 1, 0, true);
  build_run (world, 200);
  sim_world_submit (world, &cease);
  build_run (world, 20);
  g_assert_cmpuint (world->units.hold_fire[0], ==, SIM_FIRE_HELD);
  sim_world_submit (world, &free_again);
  build_run (world, 20);
  g_assert_cmpuint (world->units.hold_fire[0], ==, SIM_FIRE_FREE);
  g_assert_cmpuint (world->units.hold_fire[1], ==, SIM_FIRE_FREE);
  g_assert_cmpuint (world->units.order[0], ==, 1);
  sim_world_free (world);
}

/* Told of a side alone they turn to it, and expect whoever comes from there and nobody from elsewhere.  */
static void
test_expects_a_side (void)
{
  Build build;
  SimWorld *world = quiet_world (&build);
  SimCommand command = build_order_platoon (1, SIM_VERB_EXPECT, 0, 0, 0);
  uint32_t enemy = 4;

  command.target = (SimTarget){.kind = SIM_TARGET_NONE};
  command.facing_deg = 90;
  sim_world_submit (world, &command);
  build_run (world, 40);
  g_assert_cmpuint (world->warned & 1, ==, 1);
  g_assert_cmpfloat (ABS (world->units.heading_deg[0] - 90), <, 35);
  world->units.speed[enemy] = 10;
  world->units.x[enemy] = 3500;
  world->units.y[enemy] = 2000;
  g_assert_cmpfloat (sim_expect_sooner_m (world, 0, enemy), >, 0);
  world->units.x[enemy] = 500;
  g_assert_cmpfloat (sim_expect_sooner_m (world, 0, enemy), ==, 0);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/relief/relieved", test_relieved);
  g_test_add_func ("/sim/relief/not-by-chance", test_not_by_chance);
  g_test_add_func ("/sim/relief/cancelled", test_cancelled);
  g_test_add_func ("/sim/relief/weapons-free", test_weapons_free);
  g_test_add_func ("/sim/relief/expects-a-side", test_expects_a_side);
  return g_test_run ();
}

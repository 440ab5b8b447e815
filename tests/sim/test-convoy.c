/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A convoy: it drives its way by itself, halts, shuns what it sees, obeys, and drives on.  */
#include "sim-builder.h"

#include "sim/sim-world.h"

#include <glib.h>

#define FIRST 1 /* of two Scavengers; a walker is the squadron */
#define END_X 6000
#define WAY_Y 3000

/* From 1000 east over 3500 to 6000, leaving after a minute.  */
static void
convoy (Build *build)
{
  build_init (build);
  build_own (build, 0, 1000, 4500, 0);
  build_scavenger (build, 1000, WAY_Y, 0.5f);
  build_scavenger (build, 1000, WAY_Y + 80, 0.5f);
  build->def.convoy = (SimConvoyDef){
      .n_route = 3,
      .route = {{1000, WAY_Y}, {3500, WAY_Y}, {END_X, WAY_Y}},
      .departure = SIM_SECONDS (60),
      .halt_s = 40,
  };
  build->objectives[build->n_objectives++] =
      (SimObjectiveDef){.kind = SIM_OBJECTIVE_ESCORT,
                        .type = BUILD_SUPPLY,
                        .position = base_vec (END_X, WAY_Y),
                        .radius_m = 500,
                        .share = 1,
                        .weight = 1};
}

static float
x_of (const SimWorld *world, size_t unit)
{
  return world->units.x[unit];
}

/* Seconds on the battle's clock when it is first east of `x`.  */
static double
seconds_at (SimWorld *world, size_t unit, float x)
{
  while (x_of (world, unit) < x) {
    g_assert_cmpuint (sim_world_tick (world), <, SIM_SECONDS (1200));
    sim_world_step (world);
  }
  return (double) sim_world_tick (world) / SIM_TICKS_PER_SECOND;
}

static void
test_drives (void)
{
  Build build;
  SimWorld *world;
  double left, halted, gone;

  convoy (&build);
  build.def.duration = SIM_SECONDS (1500);
  world = build_world (&build, 1);
  left = seconds_at (world, FIRST, 1100);
  g_assert_cmpfloat (left, >=, 60);
  g_assert_cmpfloat (left, <=, 100);
  halted = seconds_at (world, FIRST, 3200);
  gone = seconds_at (world, FIRST, 3850);
  g_assert_cmpfloat (gone - halted, >=, 650 / 14.0 + 40);
  build_run (world, 700);
  g_assert_true (sim_world_is_finished (world)); /* all there: nothing more is asked */
  g_assert_cmpuint (sim_world_objective (world, 0).state, ==, SIM_OBJECTIVE_DONE);
  g_assert_cmpfloat (x_of (world, FIRST), >, END_X - 500);
  g_assert_cmpfloat (x_of (world, FIRST + 1), >, END_X - 500);
  sim_world_free (world);
}

/* Told to hold, it stays; with that cancelled, it drives on.  */
static void
test_obeys (void)
{
  Build build;
  SimWorld *world;
  SimCommand hold = build_order_supply (1, SIM_VERB_HOLD, SIM_TARGET_NONE, 0);
  SimCommand cancel = build_order_supply (2, SIM_VERB_CANCEL, SIM_TARGET_NONE, 0);
  float stopped;

  convoy (&build);
  build.def.duration = SIM_SECONDS (1500);
  world = build_world (&build, 1);
  seconds_at (world, FIRST, 2000);
  sim_world_submit (world, &hold);
  build_run (world, 60);
  stopped = x_of (world, FIRST);
  g_assert_cmpfloat (stopped, <, 3200);
  build_run (world, 120);
  g_assert_cmpfloat_with_epsilon (x_of (world, FIRST), stopped, 150);
  sim_world_submit (world, &cancel);
  build_run (world, 60);
  g_assert_cmpfloat (x_of (world, FIRST), >, stopped + 200);
  sim_world_free (world);
}

/* Sent off before it is ready, it goes when it is, and says what it waits for.  */
static void
test_gathers_first (void)
{
  Build build;
  SimWorld *world;
  SimCommand move = build_order_unit (1, SIM_VERB_MOVE, FIRST, 2500, WAY_Y + 500);
  SimMessage message;

  convoy (&build);
  build.def.duration = SIM_SECONDS (1500);
  world = build_world (&build, 1);
  sim_world_submit (world, &move);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_WAITING, 40, &message));
  while (message.order.cause != SIM_CAUSE_REGROUPING)
    g_assert_true (build_wait_order (world, 1, SIM_ORDER_WAITING, 40, &message));
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 80, &message));
  g_assert_cmpuint (sim_world_tick (world), >=, SIM_SECONDS (60));
  g_assert_cmpfloat (x_of (world, FIRST), <, 1200);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 400, &message));
  g_assert_cmpfloat_with_epsilon (x_of (world, FIRST), 2500, 300);
  sim_world_free (world);
}

/* Somebody to serve on the way is served, and the way goes on.  */
static void
test_serves_on_the_way (void)
{
  Build build;
  SimWorld *world;
  SimCommand serve = build_order_supply (1, SIM_VERB_RESUPPLY, SIM_TARGET_UNIT, 0);

  convoy (&build);
  build.squadron[0].position = base_vec (2500, WAY_Y + 300);
  build.def.duration = SIM_SECONDS (1800);
  world = build_world (&build, 1);
  world->units.ammunition[0] = 3;
  seconds_at (world, FIRST, 1500);
  sim_world_submit (world, &serve);
  build_run (world, 1500);
  g_assert_cmpuint (world->units.ammunition[0], ==, 40);
  g_assert_cmpuint (sim_world_objective (world, 0).state, ==, SIM_OBJECTIVE_DONE);
  sim_world_free (world);
}

/* It does not drive into what it sees before it; when that is gone it goes on.  */
static void
test_shuns (void)
{
  Build build;
  SimWorld *world;
  float farthest = 0;

  convoy (&build);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 3900, WAY_Y, 3900, WAY_Y);
  build.groups[0].spread_m = 1;
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 7800, 200, 7800, 200); /* the battle goes on */
  build.rules.weapons[BUILD_MACHINE_GUN].range_m = 1; /* it looks on */
  build.def.duration = SIM_SECONDS (1800);
  world = build_world (&build, 1);
  for (int i = 0; i < 600 * SIM_TICKS_PER_SECOND; i++) {
    sim_world_step (world);
    farthest = MAX (farthest, x_of (world, FIRST));
  }
  g_assert_cmpfloat (farthest, >, 2000);
  g_assert_cmpfloat (farthest, <, 3700);
  world->units.alive[world->n_own] = 0;
  build_run (world, 900);
  g_assert_cmpfloat (x_of (world, FIRST), >, END_X - 500);
  sim_world_free (world);
}

/* With some of them gone for good, what is left is decided as far as it got, and no sooner.  */
static void
test_partly (void)
{
  Build build;
  SimWorld *world;

  convoy (&build);
  build.def.duration = SIM_SECONDS (1500);
  world = build_world (&build, 1);
  world->units.alive[FIRST + 1] = 0;
  seconds_at (world, FIRST, 5000);
  g_assert_cmpuint (sim_world_objective (world, 0).state, ==, SIM_OBJECTIVE_OPEN);
  build_run (world, 300);
  g_assert_cmpuint (sim_world_objective (world, 0).state, ==, SIM_OBJECTIVE_LOST);
  g_assert_cmpfloat_with_epsilon (sim_world_objective (world, 0).progress, 0.5, 0.01);
  g_assert_true (sim_world_is_finished (world));
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/convoy/drives", test_drives);
  g_test_add_func ("/sim/convoy/obeys", test_obeys);
  g_test_add_func ("/sim/convoy/gathers-first", test_gathers_first);
  g_test_add_func ("/sim/convoy/serves-on-the-way", test_serves_on_the_way);
  g_test_add_func ("/sim/convoy/shuns", test_shuns);
  g_test_add_func ("/sim/convoy/partly", test_partly);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the handler tells, and what becomes of her people's trust: warnings that are right or wrong,
 * objections, promises kept and broken (design: play, "Telling is an order too", "Objection", "Trust").  */
#include "sim-builder.h"

#include "sim/sim-expect.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"
#include "sim/sim-world.h"

#include <glib.h>
#include <string.h>

enum { FIRST, FIRST_TWO, SECOND, SECOND_TWO, SCAVENGER, ENEMY };

/* Two platoons of two, 4 km apart, facing north, and a Scavenger; the Legion far off, blind and still,
 * unless it has a way.  */
static SimWorld *
quiet_build (Build *build)
{
  build_init (build);
  build_own (build, 0, 1000, 1000, 0);
  build_own (build, 0, 1060, 1000, 0);
  build_own (build, 1, 5000, 1000, 0);
  build_own (build, 1, 5060, 1000, 0);
  build_scavenger (build, 1000, 800, 1);
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, 6, 7900, 5900, 7900, 5900);
  build->groups[0].n_route = 0;
  build->rules.types[BUILD_SCOUT].sight_m = 0;
  build->def.duration = SIM_SECONDS (3000);
  for (size_t i = 0; i < build->n_squadron; i++)
    build->squadron[i].trust = 50;
  return build_world (build, 1);
}

static SimWorld *
quiet (void)
{
  Build build;

  return quiet_build (&build);
}

/* Her order is given now and has been read back, or answered, when this returns.  */
static uint32_t
give (SimWorld *world, SimCommand command)
{
  static uint32_t id;
  SimMessage message;

  command.id = ++id;
  g_assert_true (sim_world_submit (world, &command));
  g_assert_true (build_wait_order (world, id, SIM_ORDER_HEARD, 40, &message));
  build_run (world, 5);
  return id;
}

static SimOrderState
state_of (const SimWorld *world, uint32_t id)
{
  for (uint32_t i = 0; i < world->n_orders; i++)
    if (world->orders[i].command.id == id)
      return (SimOrderState) world->orders[i].state;
  g_assert_not_reached ();
}

static SimCommand
expect (uint32_t platoon, float x, float y)
{
  return build_order_platoon (1, SIM_VERB_EXPECT, platoon, x, y);
}

static SimCommand
to (SimVerb verb, uint32_t unit)
{
  SimCommand command = build_order_unit (1, verb, unit, 0, 0);

  command.target = (SimTarget){0};
  return command;
}

static SimCommand
promise (uint32_t platoon, SimHelp help, unsigned minutes)
{
  SimCommand command = build_order_platoon (1, SIM_VERB_PROMISE, platoon, 0, 0);

  command.target = (SimTarget){0};
  command.help = (uint8_t) help;
  command.minutes = (uint8_t) minutes;
  return command;
}

/* How often somebody's trust changed for this reason, and by how much in all.  */
static float
changed (const SimWorld *world, uint32_t unit, SimTrustReason reason)
{
  float sum = 0;

  for (size_t i = 0; i < sim_world_n_trust_events (world); i++) {
    SimTrustEvent event = sim_world_trust_event (world, i);

    if (event.unit == unit && event.reason == reason)
      sum += event.size;
  }
  return sum;
}

/* The whole battle is saved, loaded into another world, and goes on the same there.  */
static SimWorld *
saved_and_loaded (Build *build, SimWorld *world)
{
  size_t size = sim_world_save (world, NULL, 0);
  g_autofree uint8_t *bytes = g_malloc (size);
  SimWorld *other = build_world (build, 1);

  sim_world_save (world, bytes, size);
  g_assert_true (sim_world_load (other, bytes, size));
  g_assert_cmphex (sim_world_hash (other), ==, sim_world_hash (world));
  sim_world_free (world);
  return other;
}

/* Somebody of the Legion stands there from now on.  */
static void
appear (SimWorld *world, float x, float y)
{
  world->units.x[ENEMY] = x;
  world->units.y[ENEMY] = y;
}

/* ---- Expect -------------------------------------------------------------------------------- */

/* They turn that way; when somebody is met there they trust her more, once; twice at most in all.  */
static void
test_right (void)
{
  Build build;
  SimWorld *world = quiet_build (&build);

  build_run (world, 2);
  give (world, expect (0, 3000, 1000));
  build_run (world, 10);
  g_assert_cmpfloat_with_epsilon (world->units.heading_deg[FIRST], 90, 3);
  g_assert_cmpfloat_with_epsilon (world->units.heading_deg[SECOND], 0, 0.1);
  world = saved_and_loaded (&build, world);
  appear (world, 2500, 1000);
  build_run (world, 20);
  g_assert_cmpfloat (changed (world, FIRST, SIM_TRUST_WARNING_RIGHT), ==, 3);
  g_assert_cmpfloat (changed (world, FIRST_TWO, SIM_TRUST_WARNING_RIGHT), ==, 3);
  g_assert_cmpfloat (changed (world, SECOND, SIM_TRUST_WARNING_RIGHT), ==, 0);
  g_assert_cmpfloat (sim_world_trust (world, FIRST), ==, 53);
  build_run (world, 700);
  g_assert_cmpuint (sim_world_n_trust_events (world), ==, 2);
  sim_world_free (world);
}

/* They see him themselves: telling them is nothing to them.  */
static void
test_known_already (void)
{
  SimWorld *world = quiet ();

  appear (world, 2500, 1000);
  build_run (world, 10);
  give (world, expect (0, 2600, 1000));
  build_run (world, 700);
  g_assert_cmpuint (sim_world_n_trust_events (world), ==, 0);
  sim_world_free (world);
}

static void
check_wrong (bool possible, bool turns, float lost)
{
  SimWorld *world = quiet ();
  SimCommand command = turns ? expect (0, 3000, 1000) : expect (0, 1030, 4000);

  command.possible = possible;
  build_run (world, 2);
  give (world, command);
  build_run (world, 560);
  g_assert_cmpuint (sim_world_n_trust_events (world), ==, 0);
  build_run (world, 60);
  g_assert_cmpfloat (changed (world, FIRST, SIM_TRUST_WARNING_WRONG), ==, lost);
  g_assert_cmpuint (sim_world_result (world).faults, ==, 0);
  sim_world_free (world);
}

/* It moved them, and nobody came; it moved nobody.  */
static void
test_wrong (void)
{
  check_wrong (false, true, -4);
  check_wrong (true, true, -1);
  check_wrong (false, false, 0);
}

/* Saying it again neither takes back the blame nor earns twice.  */
static void
test_said_again (void)
{
  SimWorld *world = quiet ();

  give (world, expect (0, 3000, 1000));
  build_run (world, 300);
  give (world, expect (0, 3200, 1100));
  build_run (world, 400);
  g_assert_cmpfloat (changed (world, FIRST, SIM_TRUST_WARNING_WRONG), ==, 0);
  build_run (world, 300);
  g_assert_cmpfloat (changed (world, FIRST, SIM_TRUST_WARNING_WRONG), ==, -4);
  sim_world_free (world);
}

/* A false warning that moved them, and one of them dies meanwhile: the score has it.  */
static void
test_costs_a_life (void)
{
  SimWorld *world = quiet ();

  give (world, expect (0, 3000, 1000));
  build_run (world, 30);
  world->rules.death_otherwise = 1;
  world->units.alive[FIRST_TWO] = 0;
  sim_rescue_bail_out (world, FIRST_TWO, false);
  sim_pilot_lost (world, FIRST_TWO);
  build_run (world, 700);
  g_assert_cmpuint (sim_world_n_faults (world), >=, 1);
  g_assert_cmpint (sim_world_fault (world, sim_world_n_faults (world) - 1).kind, ==,
                   SIM_FAULT_WARNING);
  sim_world_free (world);
}

/* When the first shot falls at who comes over open ground.  */
static SimTick
first_shot (bool warned, bool possible)
{
  Build build;
  SimWorld *world;
  SimTick fired;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 90);
  build_group (&build, SIM_TASK_ATTACK, BUILD_DRAGOON, 1, 4500, 1000, 1000, 1000);
  build.rules.types[BUILD_DRAGOON].sight_m = 0;
  world = build_world (&build, 1);
  if (warned) {
    SimCommand command = expect (0, 3500, 1000);

    command.target.kind = SIM_TARGET_TRACK;
    command.target.number = 1;
    command.possible = possible;
    give (world, command);
  }
  while (world->units.fired_tick[0] == 0 && sim_world_tick (world) < SIM_SECONDS (600))
    sim_world_step (world);
  fired = world->units.fired_tick[0];
  g_assert_cmpuint (fired, !=, 0);
  sim_world_free (world);
  return fired;
}

/* Out of an ambush four shots hit as five did; a possible one is worth half.  */
static void
test_ambush (void)
{
  SimWorld *world = quiet ();
  SimCommand command = expect (0, 2000, 1000);
  float sure, possible;

  appear (world, 1600, 1000);
  give (world, command);
  world->units.fired_tick[FIRST] = 0;
  sure = sim_expect_scatter (world, FIRST, ENEMY);
  g_assert_cmpfloat_with_epsilon (1 / (sure * sure), 1.25f, 0.001);
  g_assert_cmpfloat (sim_expect_scatter (world, FIRST, ENEMY + 1), ==, 1);
  command.possible = 1;
  give (world, command);
  world->units.fired_tick[FIRST] = 0;
  possible = sim_expect_scatter (world, FIRST, ENEMY);
  g_assert_cmpfloat_with_epsilon (1 / (possible * possible), 1.125f, 0.001);
  world->units.fired_tick[FIRST] = world->units.noticed_tick[FIRST] = world->tick;
  g_assert_cmpfloat (sim_expect_scatter (world, FIRST, ENEMY), <, 1);
  world->units.harmed_tick[FIRST] = world->tick;
  g_assert_cmpfloat (sim_expect_scatter (world, FIRST, ENEMY), ==, 1);
  sim_world_free (world);
}

/* Half hidden from who was expected, as long as he stands; a quarter from a possible one; from who comes from
 * elsewhere not at all.  */
static void
test_cover (void)
{
  SimWorld *world = quiet ();
  SimCommand command = expect (0, 2000, 1000);

  appear (world, 1600, 1000);
  give (world, command);
  g_assert_cmpfloat_with_epsilon (sim_expect_open_to (world, FIRST, ENEMY), 0.5f, 0.001);
  g_assert_cmpfloat (sim_expect_open_to (world, SECOND, ENEMY), ==, 1);
  g_assert_cmpfloat (sim_expect_open_to (world, FIRST, ENEMY + 1), ==, 1);
  world->units.speed[FIRST] = 3;
  g_assert_cmpfloat (sim_expect_open_to (world, FIRST, ENEMY), ==, 1);
  world->units.speed[FIRST] = 0;
  command.possible = 1;
  give (world, command);
  g_assert_cmpfloat_with_epsilon (sim_expect_open_to (world, FIRST, ENEMY), 0.75f, 0.001);
  sim_world_free (world);
}

/* Who stands in cover is not drawn out of it.  */
static void
test_stays_in_cover (void)
{
  Build build;
  SimWorld *world = quiet_build (&build);
  uint8_t *covers = (uint8_t *) world->ground->covers;
  int cell = (int) (1000 / world->ground->cell_m) * world->ground->columns + (int) (1000 / world->ground->cell_m);

  covers[cell] = SIM_COVER_WOODS;
  world->units.x[FIRST] = world->units.y[FIRST] = 1000.5f;
  give (world, expect (0, 3000, 1000));
  build_run (world, 30);
  g_assert_cmpfloat_with_epsilon (world->units.x[FIRST], 1000.5f, 0.1);
  g_assert_cmpfloat_with_epsilon (world->units.y[FIRST], 1000.5f, 0.1);
  sim_world_free (world);
}

/* ---- Objection ----------------------------------------------------------------------------- */

/* A move that he thinks too dangerous: so wounded and shaken that he objects; by how much, goes by
 * fatigue.  */
static SimWorld *
objecting (Build *build, float danger, uint32_t *refused)
{
  SimWorld *world = quiet_build (build);
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, FIRST, 2000, 2000);

  for (uint32_t i = 0; i < 2; i++) {
    world->units.trust[i] = 0;
    world->units.temper[i] = SIM_TEMPER_TERSE;
  }
  world->units.wounds[FIRST] = 2;
  world->units.stress[FIRST] = 4 * (danger - 30);
  world->rules.objection_s = 60;
  *refused = give (world, command);
  g_assert_cmpint (state_of (world, *refused), ==, SIM_ORDER_REFUSED);
  return world;
}

/* He does it after all; it is the order that he refused that goes on, and it costs trust.  */
static void
test_insist (void)
{
  Build build;
  uint32_t refused, insisted;
  SimWorld *world = objecting (&build, 45, &refused);
  unsigned counted = sim_world_result (world).orders_refused;

  world->units.trust[FIRST] = 20;
  world->units.stress[FIRST] = 100;
  insisted = give (world, to (SIM_VERB_INSIST, FIRST));
  g_assert_cmpint (state_of (world, insisted), ==, SIM_ORDER_DONE);
  world = saved_and_loaded (&build, world);
  build_run (world, 30);
  g_assert_cmpint (state_of (world, refused), ==, SIM_ORDER_BEGUN);
  g_assert_cmpuint (sim_world_result (world).orders_refused, ==, counted - 1);
  g_assert_cmpfloat (changed (world, FIRST, SIM_TRUST_INSISTED), ==, -3);
  sim_world_free (world);
}

/* There is a danger beyond which he will not; the next word of it comes to nothing.  */
static void
test_insist_in_vain (void)
{
  Build build;
  uint32_t refused, insisted;
  SimWorld *world = objecting (&build, 55, &refused);

  insisted = give (world, to (SIM_VERB_INSIST, FIRST));
  g_assert_cmpint (state_of (world, insisted), ==, SIM_ORDER_REFUSED);
  g_assert_cmpint (state_of (world, refused), ==, SIM_ORDER_REFUSED);
  insisted = give (world, to (SIM_VERB_INSIST, FIRST));
  g_assert_cmpint (state_of (world, insisted), ==, SIM_ORDER_FAILED);
  sim_world_free (world);
}

static void
test_too_late (void)
{
  Build build;
  uint32_t refused;
  SimWorld *world = objecting (&build, 45, &refused);

  build_run (world, 70);
  g_assert_cmpint (state_of (world, give (world, to (SIM_VERB_INSIST, FIRST))), ==,
                   SIM_ORDER_FAILED);
  g_assert_cmpuint (sim_world_n_trust_events (world), ==, 0);
  sim_world_free (world);
}

/* Dropped, nothing is lost; and what he proposed is done without another word.  */
static void
test_drop_and_take_up (void)
{
  Build build;
  uint32_t refused, again;
  SimWorld *world = objecting (&build, 50, &refused);
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, FIRST, 2000, 2000);

  g_assert_cmpint (world->objections[0].proposal, ==, SIM_PROPOSAL_HOLD);
  g_assert_cmpint (state_of (world, give (world, to (SIM_VERB_DROP, FIRST))), ==, SIM_ORDER_DONE);
  g_assert_cmpuint (sim_world_n_trust_events (world), ==, 0);
  again = give (world, to (SIM_VERB_HOLD, FIRST));
  g_assert_cmpint (state_of (world, again), !=, SIM_ORDER_REFUSED);
  g_assert_cmpfloat (changed (world, FIRST, SIM_TRUST_PROPOSAL_TAKEN), ==, 1);
  /* The other order is as dangerous as before.  */
  build_run (world, 40);
  world->units.trust[FIRST] = 0;
  again = give (world, command);
  g_assert_cmpint (state_of (world, again), ==, SIM_ORDER_REFUSED);
  sim_world_free (world);
}

/* He dies of it: his platoon does not forgive it, the others hardly.  */
static void
test_death_of_it (void)
{
  Build build;
  uint32_t refused;
  SimWorld *world = objecting (&build, 45, &refused);

  world->units.trust[FIRST] = world->units.trust[FIRST_TWO] = 50;
  give (world, to (SIM_VERB_INSIST, FIRST));
  build_run (world, 40);
  g_assert_cmpint (state_of (world, refused), ==, SIM_ORDER_BEGUN);
  world->rules.death_otherwise = 1;
  world->units.alive[FIRST] = 0;
  sim_rescue_bail_out (world, FIRST, false);
  g_assert_cmpfloat (changed (world, FIRST_TWO, SIM_TRUST_DEATH_INSISTED), ==, -15);
  g_assert_cmpfloat (changed (world, SECOND, SIM_TRUST_COMRADE_DEATH_INSISTED), ==, -4);
  sim_world_free (world);
}

/* ---- Promises ------------------------------------------------------------------------------ */

static void
test_resupply_kept (void)
{
  Build build;
  SimWorld *world = quiet_build (&build);
  uint32_t promised;
  SimCommand command = build_order_supply (1, SIM_VERB_RESUPPLY, SIM_TARGET_PLATOON, 0);

  world->units.ammunition[FIRST] = 3;
  promised = give (world, promise (0, SIM_HELP_RESUPPLY, 5));
  g_assert_cmpint (state_of (world, promised), ==, SIM_ORDER_BEGUN);
  world = saved_and_loaded (&build, world);
  give (world, command);
  build_run (world, 200);
  g_assert_cmpint (state_of (world, promised), ==, SIM_ORDER_DONE);
  g_assert_cmpfloat (changed (world, FIRST, SIM_TRUST_PROMISE_KEPT), ==, 4);
  g_assert_cmpuint (sim_world_result (world).faults, ==, 0);
  sim_world_free (world);
}

/* Nothing came: trust and score have it, once.  */
static void
test_broken (void)
{
  SimWorld *world = quiet ();
  uint32_t promised = give (world, promise (1, SIM_HELP_SUPPORT, 2));
  float before = sim_world_result (world).score;

  g_assert_cmpint (state_of (world, give (world, promise (1, SIM_HELP_SUPPORT, 3))), ==,
                   SIM_ORDER_FAILED);
  build_run (world, 200);
  g_assert_cmpint (state_of (world, promised), ==, SIM_ORDER_FAILED);
  g_assert_cmpfloat (changed (world, SECOND_TWO, SIM_TRUST_PROMISE_BROKEN), ==, -8);
  g_assert_cmpuint (sim_world_n_faults (world), ==, 1);
  g_assert_cmpint (sim_world_fault (world, 0).kind, ==, SIM_FAULT_PROMISE);
  g_assert_cmpfloat_with_epsilon (sim_world_result (world).score, before - 2, 0.01);
  sim_world_free (world);
}

/* In the first half of its time it may be called off; later that is as bad as breaking it.  */
static void
test_called_off (void)
{
  SimWorld *world = quiet ();

  give (world, promise (0, SIM_HELP_RELIEF, 5));
  build_run (world, 60);
  give (world, to (SIM_VERB_CANCEL, FIRST));
  g_assert_cmpuint (sim_world_n_trust_events (world), ==, 0); /* he is not the platoon */
  give (world, build_order_platoon (1, SIM_VERB_CANCEL, 0, 0, 0));
  g_assert_cmpfloat (changed (world, FIRST_TWO, SIM_TRUST_PROMISE_CALLED_OFF), ==, -1);
  give (world, promise (1, SIM_HELP_RELIEF, 3));
  build_run (world, 100);
  give (world, build_order_platoon (1, SIM_VERB_CANCEL, 1, 0, 0));
  g_assert_cmpfloat (changed (world, SECOND, SIM_TRUST_PROMISE_BROKEN), ==, -8);
  sim_world_free (world);
}

/* ---- The rest of the table ----------------------------------------------------------------- */

/* The same order again, too soon; and so often that it makes no more difference.  */
static void
test_repeated (void)
{
  SimWorld *world = quiet ();
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, SECOND, 5600, 1500);

  for (int i = 0; i < 6; i++)
    give (world, command);
  g_assert_cmpfloat (changed (world, SECOND, SIM_TRUST_ORDER_REPEATED), ==, -3);
  g_assert_cmpfloat (changed (world, FIRST, SIM_TRUST_ORDER_REPEATED), ==, 0);
  sim_world_free (world);
}

static void
test_sooner (void)
{
  SimTick untold = first_shot (false, false), told = first_shot (true, false);
  SimTick possible = first_shot (true, true);

  g_assert_cmpuint (told + 15, <=, untold);
  g_assert_cmpuint (told + 30, >=, untold);
  g_assert_cmpuint (possible, <, untold);
  g_assert_cmpuint (possible, >=, told);
}

/* ---- Many battles -------------------------------------------------------------------------- */

/* Mean change of trust of those who live, in whole battles in which each platoon is told of where the
 * Legion's first group is (1), of the opposite side (-1), or nothing.  */
static double
mean_trust (int truth, double *mean_score)
{
  double sum = 0, score = 0;
  unsigned n = 0;

  for (uint64_t seed = 1; seed <= 20; seed++) {
    Build build;
    SimWorld *world;

    build_init (&build);
    for (unsigned i = 0; i < 8; i++) {
      build_own (&build, i / 4, 4000 + 60 * (float) (i % 4), 2000 + 800 * (float) (i / 4), 0);
      build.squadron[i].trust = 50;
    }
    build_group (&build, SIM_TASK_ATTACK, BUILD_DRAGOON, 3, 7600, 2400, 4000, 2400);
    /* One that stays far off, so that the battle goes on until the warnings are over.  */
    build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 7900, 5900, 7900, 5900);
    build_hold (&build, 4000, 2400, 1200, 1000);
    world = build_world (&build, seed);
    for (uint32_t p = 0; truth != 0 && p < world->n_platoons; p++) {
      BaseVec at = sim_unit_position (world, world->platoons[p].leader);
      BaseVec way = base_vec_sub (world->groups[0].def.position, at);
      SimCommand command;

      way = base_vec_scale (way, (float) truth);
      command = expect (p, at.x + way.x, at.y + way.y);
      command.target.kind = SIM_TARGET_TRACK;
      command.target.number = 1;
      command.id = p + 1;
      g_assert_true (sim_world_submit (world, &command));
    }
    build_run (world, 1200);
    score += (double) sim_world_result (world).score / 20;
    for (size_t i = 0; i < world->n_own; i++)
      if (!world->units.pilot_dead[i]) {
        sum += (double) world->units.trust[i] - 50;
        n++;
      }
    sim_world_free (world);
  }
  *mean_score = score;
  return sum / n;
}

/* Who tells the truth is trusted more, who lies less than who says nothing.  The score is only printed:
 * this fight is won in any case.  */
static void
test_truth_and_lies (void)
{
  double scores[3], told = mean_trust (1, &scores[0]), nothing = mean_trust (0, &scores[1]);
  double lied = mean_trust (-1, &scores[2]);

  g_test_message ("trust %+.2f told, %+.2f nothing, %+.2f lied; score %.1f, %.1f, %.1f", told,
                  nothing, lied, scores[0], scores[1], scores[2]);
  g_assert_cmpfloat (told, >, nothing + 1);
  g_assert_cmpfloat (lied, <, nothing - 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/telling/expect/right", test_right);
  g_test_add_func ("/sim/telling/expect/known-already", test_known_already);
  g_test_add_func ("/sim/telling/expect/wrong", test_wrong);
  g_test_add_func ("/sim/telling/expect/said-again", test_said_again);
  g_test_add_func ("/sim/telling/expect/costs-a-life", test_costs_a_life);
  g_test_add_func ("/sim/telling/expect/sooner", test_sooner);
  g_test_add_func ("/sim/telling/expect/ambush", test_ambush);
  g_test_add_func ("/sim/telling/expect/cover", test_cover);
  g_test_add_func ("/sim/telling/expect/stays-in-cover", test_stays_in_cover);
  g_test_add_func ("/sim/telling/objection/insist", test_insist);
  g_test_add_func ("/sim/telling/objection/insist-in-vain", test_insist_in_vain);
  g_test_add_func ("/sim/telling/objection/too-late", test_too_late);
  g_test_add_func ("/sim/telling/objection/drop-and-take-up", test_drop_and_take_up);
  g_test_add_func ("/sim/telling/objection/death-of-it", test_death_of_it);
  g_test_add_func ("/sim/telling/promise/resupply-kept", test_resupply_kept);
  g_test_add_func ("/sim/telling/promise/broken", test_broken);
  g_test_add_func ("/sim/telling/promise/called-off", test_called_off);
  g_test_add_func ("/sim/telling/repeated", test_repeated);
  g_test_add_func ("/sim/telling/truth-and-lies", test_truth_and_lies);
  return g_test_run ();
}

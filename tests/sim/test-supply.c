/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scavengers and people out of their machines: who is served, what it costs, who is fetched, and
 * that the result counts people.  */
#include "sim-builder.h"

#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"
#include "sim/sim-weapons.h"
#include "sim/sim-world.h"

#include <glib.h>
#include <math.h>

/* The machine is lost as if its power had been hit; the pilot lives, or dies.  */
static void
lose_machine (SimWorld *world, size_t unit, bool pilot_lives)
{
  float risk = world->rules.death_otherwise;

  world->rules.death_otherwise = pilot_lives ? 0 : 1;
  world->units.alive[unit] = 0;
  world->units.activity[unit] = SIM_ACTIVITY_DESTROYED;
  sim_rescue_bail_out (world, unit, false);
  sim_pilot_lost (world, unit);
  world->rules.death_otherwise = risk;
}

/* Steps until somebody is heard to say this phrase.  */
static bool
wait_phrase (SimWorld *world, SimPhrase phrase, double seconds, SimReport *report)
{
  SimTick end = sim_world_tick (world) + SIM_SECONDS (seconds);

  while (sim_world_tick (world) < end && !sim_world_is_finished (world)) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      if (messages[k].kind == SIM_MESSAGE_REPORT && messages[k].report.words.phrase == phrase) {
        *report = messages[k].report;
        return true;
      }
  }
  return false;
}

/* One platoon of three and a Scavenger a kilometre from it.  */
static SimWorld *
depot (Build *build, float learned)
{
  build_init (build);
  for (unsigned i = 0; i < 3; i++)
    build_own (build, 0, 3000 + 120.0f * (float) i, 3000, 0);
  build_scavenger (build, 2200, 3000, learned);
  return build_world (build, 5);
}

#define SCAVENGER 3

/* ---- Resupply ------------------------------------------------------------------------------ */

static void
test_resupply_platoon (void)
{
  static const SimOrderState states[] = {SIM_ORDER_HEARD, SIM_ORDER_READ_BACK, SIM_ORDER_BEGUN,
                                         SIM_ORDER_DONE};
  Build build;
  SimWorld *world = depot (&build, 0.5f);
  SimCommand command = build_order_supply (1, SIM_VERB_RESUPPLY, SIM_TARGET_PLATOON, 0);
  SimMessage message;
  SimReport report;

  world->units.ammunition[0] = 5;
  world->units.ammunition[2] = 12;
  world->units.energy[2] = 600;
  sim_world_submit (world, &command);
  for (unsigned i = 0; i < G_N_ELEMENTS (states); i++)
    g_assert_true (build_wait_order (world, 1, states[i], 900, &message));
  for (int i = 0; i < 3; i++)
    g_assert_cmpuint (sim_world_unit (world, (size_t) i).ammunition, ==, 40);
  g_assert_cmpfloat (world->units.energy[2], >, 4000);
  g_assert_cmpuint (sim_world_unit (world, SCAVENGER).ammunition, ==, 6);
  g_assert_true (wait_phrase (world, SIM_PHRASE_SUPPLY_DONE, 30, &report));
  g_assert_cmpint (report.words.arguments[0].number, ==, 6);
  g_assert_cmpuint (report.own.ammunition, ==, 6);
  sim_world_free (world);
}

/* One load fills all that a machine carries: main gun, other weapons, energy; and what is gone of the
 * others is reason enough to come.  */
static void
test_fills_every_weapon (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_supply (1, SIM_VERB_RESUPPLY, SIM_TARGET_PLATOON, 0);
  SimMessage message;

  build_init (&build);
  build.rules.weapons[BUILD_MACHINE_GUN].rounds = 600;
  build.rules.weapons[BUILD_MACHINE_GUN].ammunition_use = 8;
  build.rules.loadouts[BUILD_LOADOUT_MISSILES - 1].weapons[2] = BUILD_MACHINE_GUN;
  build.rules.loadouts[BUILD_LOADOUT_MISSILES - 1].n_weapons = 3;
  for (unsigned i = 0; i < 2; i++)
    build.squadron[build_own (&build, 0, 3000 + 120.0f * (float) i, 3000, 0)].loadout =
        BUILD_LOADOUT_MISSILES;
  build_scavenger (&build, 2600, 3000, 1);
  world = build_world (&build, 5);
  /* The first has fired everything but its main gun, the second nothing.  */
  world->units.stores[1] = 0;
  world->units.stores[2] = 8;
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 600, &message));
  g_assert_cmpuint (world->units.stores[1], ==, 2);
  g_assert_cmpuint (world->units.stores[2], ==, 600);
  g_assert_cmpuint (sim_weapon_rounds (world, 0, 1), ==, 2);
  g_assert_cmpuint (sim_world_unit (world, 2).ammunition, ==, 7);
  sim_world_free (world);
}

/* Seconds from its first second beside one machine to that machine being full.  */
static double
service_seconds (float learned)
{
  Build build;
  SimWorld *world = depot (&build, learned);
  SimCommand command = build_order_supply (1, SIM_VERB_RESUPPLY, SIM_TARGET_UNIT, 0);
  SimTick begun = 0, ended;

  world->units.ammunition[0] = 5;
  sim_world_submit (world, &command);
  while (world->units.ammunition[0] == 5) {
    sim_world_step (world);
    if (world->units.work_s[SCAVENGER] > 0 && begun == 0)
      begun = sim_world_tick (world);
    g_assert_cmpuint (sim_world_tick (world), <, SIM_SECONDS (900));
  }
  ended = sim_world_tick (world);
  sim_world_free (world);
  return (ended - begun) / (double) SIM_TICKS_PER_SECOND;
}

static void
test_learning_is_faster (void)
{
  double slow = service_seconds (0), fast = service_seconds (1);

  g_assert_cmpfloat (fast, >=, 58);
  g_assert_cmpfloat (fast, <=, 62);
  g_assert_cmpfloat (slow, >=, 118);
  g_assert_cmpfloat (slow, <=, 122);
}

/* Who moves or fires can not be served; the wait says so.  */
static void
test_waits_for_halt (void)
{
  Build build;
  SimWorld *world = depot (&build, 1);
  SimCommand supply = build_order_supply (1, SIM_VERB_RESUPPLY, SIM_TARGET_UNIT, 0);
  SimMessage message;

  world->units.ammunition[0] = 5;
  sim_world_submit (world, &supply);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &message));
  for (int i = 0; i < 3000 && world->units.work_s[SCAVENGER] < 5; i++)
    sim_world_step (world);
  for (int i = 0; i < 1200; i++) {
    world->units.fired_tick[0] = world->tick;
    sim_world_step (world);
  }
  g_assert_cmpuint (world->units.ammunition[0], ==, 5);
  g_assert_cmpuint (world->units.pending_cause[SCAVENGER], ==, SIM_CAUSE_CLIENT_BUSY);
  build_run (world, 90);
  g_assert_cmpuint (world->units.ammunition[0], ==, 40);
  sim_world_free (world);
}

static void
test_refusals (void)
{
  static const struct {
    SimVerb verb;
    bool scavengers;
    unsigned loads;
    SimCause cause;
  } cases[] = {
    {SIM_VERB_RESUPPLY, true, 0, SIM_CAUSE_NO_LOADS},     /* carries nothing */
    {SIM_VERB_RESUPPLY, true, 8, SIM_CAUSE_NO_NEED},      /* everyone is full */
    {SIM_VERB_ATTACK, true, 8, SIM_CAUSE_NOT_EQUIPPED},   /* unarmed */
    {SIM_VERB_RECOVER, true, 8, SIM_CAUSE_NO_NEED},       /* no wreck */
    {SIM_VERB_RECOVER, false, 8, SIM_CAUSE_NOT_EQUIPPED}, /* a fighting machine */
    {SIM_VERB_RESCUE, true, 8, SIM_CAUSE_ABOARD},         /* in her machine, not on foot */
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++) {
    Build build;
    SimWorld *world = depot (&build, 0.5f);
    SimCommand command =
        cases[i].scavengers
            ? build_order_supply (1, cases[i].verb, SIM_TARGET_UNIT, 0)
            : build_order_about (1, cases[i].verb, 1, SIM_TARGET_UNIT, 0);
    SimMessage message;

    world->units.ammunition[SCAVENGER] = (uint16_t) cases[i].loads;
    sim_world_submit (world, &command);
    g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 300, &message));
    g_assert_cmpuint (message.order.cause, ==, cases[i].cause);
    sim_world_free (world);
  }
}

/* A pilot told to resupply walks to the loads and gets them.  */
static void
test_pilot_goes_to_supply (void)
{
  Build build;
  SimWorld *world = depot (&build, 1);
  SimCommand command = build_order_unit (1, SIM_VERB_RESUPPLY, 0, 0, 0);

  world->units.ammunition[0] = 5;
  sim_world_submit (world, &command);
  build_run (world, 300);
  g_assert_cmpuint (world->units.ammunition[0], ==, 40);
  g_assert_cmpuint (world->units.ammunition[SCAVENGER], ==, 7);
  sim_world_free (world);
}

/* A part that is gone is mended and the machine filled up, which takes longer; what is not too bad is left
 * alone, and so is the cockpit.  */
static void
test_mends (void)
{
  Build build;
  SimWorld *world = depot (&build, 1);
  SimCommand command = build_order_supply (1, SIM_VERB_RESUPPLY, SIM_TARGET_UNIT, 0);
  uint8_t *parts = world->units.parts;
  const uint8_t mended = (uint8_t) (255 * world->rules.mend_to);
  SimReport report;
  SimTick begun;

  parts[SIM_PART_GUN] = parts[SIM_PART_LEGS] = 0;
  parts[SIM_PART_SENSORS] = 230;
  parts[SIM_PART_COCKPIT] = 90;
  sim_world_submit (world, &command);
  while (world->units.work_s[SCAVENGER] < 1)
    sim_world_step (world);
  begun = sim_world_tick (world);
  g_assert_true (wait_phrase (world, SIM_PHRASE_MENDED, 400, &report));
  g_assert_cmpuint (sim_world_tick (world) - begun, >=,
                    SIM_SECONDS (world->rules.supply_least_s + 2 * world->rules.mend_s) - 20);
  g_assert_cmpuint (parts[SIM_PART_GUN], ==, mended);
  g_assert_cmpuint (parts[SIM_PART_LEGS], ==, mended);
  g_assert_cmpuint (parts[SIM_PART_SENSORS], ==, 230);
  g_assert_cmpuint (parts[SIM_PART_COCKPIT], ==, 90);
  g_assert_cmpuint (report.own.told & SIM_OWN_PARTS, !=, 0);
  g_assert_cmpuint (report.own.parts[SIM_PART_GUN], ==, mended);
  sim_world_free (world);
}

/* He comes back to where he was told, and does not set out when nothing is wanting.  */
static void
test_pilot_comes_back (void)
{
  Build build;
  SimWorld *world = depot (&build, 1);
  SimCommand command = build_order_unit (1, SIM_VERB_RESUPPLY, 0, 0, 0);
  BaseVec from = sim_unit_position (world, 0);
  SimMessage message;

  world->units.parts[SIM_PART_GUN] = 0;
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 600, &message));
  g_assert_cmpfloat (base_vec_distance (sim_unit_position (world, 0), from), >, 500);
  g_assert_cmpuint (world->units.parts[SIM_PART_GUN], >, 100);
  build_run (world, 240);
  g_assert_cmpfloat (base_vec_distance (sim_unit_position (world, 0), from), <, 60);
  command.id = 2;
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_FAILED, 60, &message));
  g_assert_cmpuint (message.order.cause, ==, SIM_CAUSE_NO_NEED);
  g_assert_cmpfloat (base_vec_distance (sim_unit_position (world, 0), from), <, 60);
  sim_world_free (world);
}

/* The captain sends supply at a fifth of what is carried, and not before.  */
static void
test_forward_at_a_fifth (void)
{
  for (unsigned rounds = 7; rounds <= 9; rounds++) {
    Build build;
    SimWorld *world = depot (&build, 1);

    world->units.ammunition[1] = (uint16_t) rounds;
    build_run (world, 400);
    g_assert_cmpuint (world->units.ammunition[1], ==, rounds <= 8 ? 40 : rounds);
    sim_world_free (world);
  }
}

static void
test_wreck_gives_a_load (void)
{
  Build build;
  SimWorld *world = depot (&build, 1);
  SimCommand command = build_order_supply (1, SIM_VERB_RECOVER, SIM_TARGET_NONE, 0);
  SimMessage message;

  world->units.ammunition[SCAVENGER] = 3;
  lose_machine (world, 2, true);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 600, &message));
  g_assert_cmpuint (world->units.ammunition[SCAVENGER], ==, 4);
  g_assert_true (sim_world_unit (world, 2).recovered);
  sim_world_free (world);
}

/* ---- People -------------------------------------------------------------------------------- */

/* Shares of many losses, within four standard deviations.  */
static void
check_share (unsigned hits, unsigned of, float expected)
{
  double deviation = 4 * sqrt (expected * (1 - expected) / of);

  g_assert_cmpfloat ((double) hits / of, >, expected - deviation);
  g_assert_cmpfloat ((double) hits / of, <, expected + deviation);
}

static void
test_shares_of_death_and_wounds (void)
{
  enum { TRIES = 4000 };
  Build build;
  SimWorld *world = depot (&build, 1);
  unsigned dead[2] = {0}, wounded[2] = {0};

  for (int cockpit = 0; cockpit < 2; cockpit++)
    for (int i = 0; i < TRIES; i++) {
      world->units.pilot_dead[0] = world->units.wounds[0] = 0;
      sim_rescue_bail_out (world, 0, cockpit == 1);
      dead[cockpit] += world->units.pilot_dead[0];
      wounded[cockpit] += world->units.wounds[0] > 0;
      if (world->units.person[0] == SIM_PERSON_DOWN) {
        g_assert_cmpfloat (world->units.life_s[0], >=, 360);
        g_assert_cmpfloat (world->units.life_s[0], <=, 600);
      }
    }
  check_share (dead[0], TRIES, 0.2f);
  check_share (dead[1], TRIES, 0.65f);
  check_share (wounded[0], TRIES - dead[0], 0.45f);
  check_share (wounded[1], TRIES - dead[1], 0.45f);
  sim_world_free (world);
}

/* A machine is lost, its pilot bails out, a Scavenger is sent, fetches him, brings him in, and the
 * result counts him alive.  */
static void
test_fetched (void)
{
  Build build;
  SimWorld *world = depot (&build, 1);
  SimCommand command = build_order_supply (1, SIM_VERB_RESCUE, SIM_TARGET_UNIT, 2);
  float trust = world->units.trust[2], other = world->units.trust[0];
  SimMessage message;
  SimReport report;

  world->units.temper[0] = world->units.temper[1] = SIM_TEMPER_CAREFUL; /* wait to be told */
  lose_machine (world, 2, true);
  g_assert_true (wait_phrase (world, SIM_PHRASE_DOWN_SELF, 20, &report) ||
                 world->units.wounds[2] > 0);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &message));
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 400, &message));
  g_assert_cmpuint (world->units.person[2], ==, SIM_PERSON_CARRIED);
  g_assert_cmpfloat (world->units.trust[2], ==, trust + 5);
  g_assert_cmpfloat (world->units.trust[0], ==, other + 2);
  g_assert_true (wait_phrase (world, SIM_PHRASE_FETCHED, 20, &report));
  g_assert_cmpuint (report.own.person, ==, SIM_PERSON_CARRIED);
  g_assert_cmpuint (report.subject.index, ==, 2);
  g_assert_true (wait_phrase (world, SIM_PHRASE_BROUGHT_IN, 900, &report));
  g_assert_cmpuint (world->units.person[2], ==, SIM_PERSON_SAFE);
  g_assert_cmpuint (sim_world_result (world).squadron_alive, ==, 3);
  g_assert_cmpuint (sim_world_result (world).squadron_lost, ==, 0);
  g_assert_cmpuint (sim_world_result (world).machines_lost, ==, 1);
  sim_world_free (world);
}

/* Near the Legion he lives six to ten minutes, away from it as long as he likes.  */
static void
test_time_runs_near_the_legion (void)
{
  for (int near = 0; near < 2; near++) {
    Build build;
    SimWorld *world;
    SimTick died = 0;

    build_init (&build);
    build_own (&build, 0, 1000, 1000, 0);
    build_own (&build, 0, 6000, 5000, 0);
    build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 2, near ? 7000.0f : 7900.0f, near ? 5600 : 900,
                 near ? 7000.0f : 7900.0f, near ? 5600 : 900);
    build.groups[0].spread_m = 20;
    world = build_world (&build, 7);
    world->units.temper[0] = SIM_TEMPER_CAREFUL;
    lose_machine (world, 1, true);
    while (!sim_world_is_finished (world) && sim_world_tick (world) < SIM_SECONDS (900)) {
      sim_world_step (world);
      if (world->units.pilot_dead[1] && died == 0)
        died = sim_world_tick (world);
    }
    if (near) {
      g_assert_cmpuint (died, >=, SIM_SECONDS (355));
      g_assert_cmpuint (died, <=, SIM_SECONDS (605));
    } else {
      g_assert_cmpuint (died, ==, 0);
    }
    sim_world_free (world);
  }
}

static void
test_too_late (void)
{
  Build build;
  SimWorld *world = depot (&build, 1);
  SimCommand command = build_order_supply (1, SIM_VERB_RESCUE, SIM_TARGET_UNIT, 2);
  SimMessage message;
  SimReport report;

  lose_machine (world, 2, false);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 400, &message));
  g_assert_cmpuint (message.order.cause, ==, SIM_CAUSE_TOO_LATE);
  g_assert_true (wait_phrase (world, SIM_PHRASE_FOUND_DEAD, 20, &report));
  g_assert_cmpuint (report.own.person, ==, SIM_PERSON_DEAD);
  g_assert_cmpuint (sim_world_result (world).squadron_lost, ==, 1);
  sim_world_free (world);
}

/* In peace a platoon fetches its own, farther ones and other platoons' are left to the handler.  */
static void
test_own_platoon_fetches (void)
{
  for (unsigned platoon = 0; platoon < 2; platoon++) {
    Build build;
    SimWorld *world;
    size_t fallen;

    build_init (&build);
    build_own (&build, 0, 3000, 3000, 0);
    fallen = build_own (&build, platoon, 3600, 3000, 0);
    world = build_world (&build, 5);
    lose_machine (world, fallen, true);
    build_run (world, 300);
    g_assert_cmpuint (world->units.person[fallen], ==,
                      platoon == 0 ? SIM_PERSON_CARRIED : SIM_PERSON_DOWN);
    sim_world_free (world);
  }
}

/* Of several only the nearest goes, and who rides shares what happens to his carrier.  */
static void
test_one_goes_and_riders_share (void)
{
  Build build;
  SimWorld *world = depot (&build, 1);
  SimCommand command = build_order_platoon (1, SIM_VERB_RESCUE, 0, 0, 0);
  SimMessage message;

  command.target = (SimTarget){.kind = SIM_TARGET_UNIT, .number = 2};
  lose_machine (world, 2, true);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 400, &message));
  g_assert_cmpuint (world->units.carrier[2], ==, 1);
  g_assert_cmpuint (world->units.mission[0], ==, SIM_MISSION_HOLD);
  lose_machine (world, 1, true);
  g_assert_cmpuint (world->units.person[2], ==, SIM_PERSON_DOWN);
  g_assert_cmpuint (world->units.carrier[2], ==, SIM_NOBODY);
  sim_world_free (world);
}

/* ---- Scavengers are no people, and hold no ground -------------------------------------------- */

static void
test_scavengers_do_not_count (void)
{
  Build build;
  SimWorld *world;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 0);
  build_scavenger (&build, 4000, 3000, 1);
  build_hold (&build, 4000, 3000, 300, 100);
  world = build_world (&build, 3);
  build_run (world, 30);
  g_assert_cmpfloat (sim_world_objective (world, 0).progress, ==, 0);
  g_assert_cmpuint (sim_world_result (world).squadron_alive, ==, 1);
  lose_machine (world, 1, true);
  g_assert_cmpuint (sim_world_result (world).squadron_alive, ==, 1);
  g_assert_cmpuint (sim_world_result (world).machines_lost, ==, 1);
  lose_machine (world, 0, false);
  build_run (world, 2);
  g_assert_true (sim_world_is_finished (world));
  sim_world_free (world);
}

/* Orders to all are for those who fight.  */
static void
test_all_units_are_no_scavengers (void)
{
  Build build;
  SimWorld *world = depot (&build, 1);
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, 0, 3500, 3500);
  SimMessage message;

  command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_ALL, 0};
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &message));
  build_run (world, 10);
  g_assert_cmpuint (world->units.order[0], !=, 0);
  g_assert_cmpuint (world->units.order[SCAVENGER], ==, 0);
  sim_world_free (world);
}

static void
test_saved_in_the_middle (void)
{
  Build build;
  SimWorld *a = depot (&build, 1), *b = depot (&build, 1);
  SimCommand command = build_order_supply (1, SIM_VERB_RESCUE, SIM_TARGET_UNIT, 2);
  size_t size;
  g_autofree uint8_t *bytes = NULL;

  lose_machine (a, 2, true);
  sim_world_submit (a, &command);
  build_run (a, 75);
  size = sim_world_save (a, NULL, 0);
  bytes = g_malloc (size);
  sim_world_save (a, bytes, size);
  g_assert_true (sim_world_load (b, bytes, size));
  build_run (a, 200);
  build_run (b, 200);
  g_assert_cmphex (sim_world_hash (a), ==, sim_world_hash (b));
  sim_world_free (a);
  sim_world_free (b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/supply/platoon", test_resupply_platoon);
  g_test_add_func ("/sim/supply/every-weapon", test_fills_every_weapon);
  g_test_add_func ("/sim/supply/learned", test_learning_is_faster);
  g_test_add_func ("/sim/supply/waits", test_waits_for_halt);
  g_test_add_func ("/sim/supply/refusals", test_refusals);
  g_test_add_func ("/sim/supply/pilot-goes", test_pilot_goes_to_supply);
  g_test_add_func ("/sim/supply/mends", test_mends);
  g_test_add_func ("/sim/supply/pilot-comes-back", test_pilot_comes_back);
  g_test_add_func ("/sim/supply/forward", test_forward_at_a_fifth);
  g_test_add_func ("/sim/supply/wreck", test_wreck_gives_a_load);
  g_test_add_func ("/sim/rescue/shares", test_shares_of_death_and_wounds);
  g_test_add_func ("/sim/rescue/fetched", test_fetched);
  g_test_add_func ("/sim/rescue/time", test_time_runs_near_the_legion);
  g_test_add_func ("/sim/rescue/too-late", test_too_late);
  g_test_add_func ("/sim/rescue/own-platoon", test_own_platoon_fetches);
  g_test_add_func ("/sim/rescue/one-goes", test_one_goes_and_riders_share);
  g_test_add_func ("/sim/supply/no-people", test_scavengers_do_not_count);
  g_test_add_func ("/sim/supply/all-units", test_all_units_are_no_scavengers);
  g_test_add_func ("/sim/supply/saved", test_saved_in_the_middle);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fire from over the hill: the Legion's guns and their spotters, salvoes of missiles, and the guns on
 * the wall.  */
#include "base/base-math.h"
#include "sim-builder.h"
#include "sim/sim-jam.h"
#include "sim/sim-link.h"
#include "sim/sim-weapons.h"

#include <glib.h>

/* ---- Guns behind the hill ------------------------------------------------------------------ */

enum { TARGET, SPOTTER, SECOND, GUN };

/* One of ours, who neither shoots nor stirs; a scout 600 m from him; a second scout far from all;
 * three guns 5 km away.  Nobody is hurt.  */
static SimWorld *
gun_line (Build *build, uint64_t seed)
{
  SimWorld *world;

  build_init (build);
  build_own (build, 0, 2000, 3000, 90);
  build->rules.types[BUILD_WALKER].n_weapons = 0;
  build->rules.types[BUILD_SCOUT].n_weapons = 0;
  build->rules.types[BUILD_SCOUT].field_speed_mps = 0;
  build->rules.weapons[BUILD_FIELD_GUN].damage = 0;
  build->def.duration = SIM_SECONDS (1200);
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 2600, 3000, 2600, 3000);
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 6000, 500, 6000, 500);
  build_group (build, SIM_TASK_HOLD, BUILD_HOWITZER, 3, 7000, 3000, 7000, 3000);
  world = build_world (build, seed);
  /* He holds his place whatever falls.  */
  world->units.parts[TARGET * SIM_N_PARTS + SIM_PART_LEGS] = 1;
  world->rules.types[BUILD_WALKER].field_speed_mps = 0;
  return world;
}

static uint64_t
rounds_fired (const SimWorld *world)
{
  return sim_world_tally (world, SIM_SIDE_LEGION, BUILD_FIELD_GUN).fired;
}

/* Runs until so many rounds are fired, at most so long; the tick, 0 when it did not come.  */
static SimTick
wait_rounds (SimWorld *world, uint64_t rounds, double seconds)
{
  for (SimTick i = 0; i < SIM_SECONDS (seconds); i++) {
    if (rounds_fired (world) >= rounds)
      return sim_world_tick (world);
    sim_world_step (world);
  }
  return 0;
}

static void
test_ranging_then_volleys (void)
{
  Build build;
  SimWorld *world = gun_line (&build, 1);
  SimTick ranging = wait_rounds (world, 1, 20), first, second;

  g_assert_cmpuint (ranging, >, 0);
  g_assert_cmpuint (rounds_fired (world), ==, 1);
  first = wait_rounds (world, 2, 40);
  g_assert_cmpuint (rounds_fired (world), ==, 7);
  g_assert_cmpuint (first - ranging, >=, SIM_SECONDS (25));
  g_assert_cmpuint (first - ranging, <=, SIM_SECONDS (27));
  second = wait_rounds (world, 8, 60);
  g_assert_cmpuint (rounds_fired (world), ==, 13);
  g_assert_cmpuint (second - first, >=, SIM_SECONDS (40));
  g_assert_cmpuint (second - first, <=, SIM_SECONDS (42));
  sim_world_free (world);
}

/* The squadron is told of the ranging round, and that it was one.  */
static void
test_ranging_is_reported (void)
{
  Build build;
  SimWorld *world = gun_line (&build, 1);
  bool ranging = false;

  for (int i = 0; i < 600 && !ranging; i++) {
    SimMessage message;

    if (build_wait_message (world, SIM_MESSAGE_REPORT, 1, &message))
      ranging = message.report.words.phrase == SIM_PHRASE_RANGING_ROUND;
  }
  g_assert_true (ranging);
  sim_world_free (world);
}

/* It goes before all other words: until the volley falls there are 25 s.  */
static void
test_ranging_is_urgent (void)
{
  Build build;
  SimWorld *world = gun_line (&build, 1);
  bool ranging = false;

  for (int i = 0; i < 600 && !ranging; i++) {
    SimMessage message;

    if (!build_wait_message (world, SIM_MESSAGE_TRANSMISSION_BEGUN, 1, &message))
      continue;
    ranging = message.transmission.words.phrase == SIM_PHRASE_RANGING_ROUND;
    if (ranging)
      g_assert_cmpuint (message.transmission.air_class, ==, SIM_AIR_EMERGENCY);
  }
  g_assert_true (ranging);
  sim_world_free (world);
}

/* Nobody who spots, or nobody who sees: not one round.  */
static void
test_blind_guns_do_not_fire (void)
{
  for (int how = 0; how < 4; how++) {
    Build build;
    SimWorld *world = gun_line (&build, 1);

    if (how == 0)
      world->units.present[SPOTTER] = world->units.alive[SPOTTER] = 0;
    else if (how == 1)
      world->rules.types[BUILD_SCOUT].spots = 0;
    else if (how == 2)
      world->rules.types[BUILD_SCOUT].sight_m = 50;
    else
      world->rules.spotter_reach_m = 1000;
    build_run (world, 120);
    g_assert_cmpuint (rounds_fired (world), ==, 0);
    sim_world_free (world);
  }
}

static void
kill_unit (SimWorld *world, uint32_t unit)
{
  SimStrike strike = {.shooter = TARGET, .spotter = TARGET, .weapon = BUILD_TANK_GUN,
                      .from = sim_unit_position (world, TARGET), .range_m = 10};

  for (int i = 0; i < 200 && sim_unit_works (world, unit); i++)
    sim_damage_strike (world, unit, &strike);
  g_assert_false (sim_unit_works (world, unit));
}

/* Seconds without a round after the spotter's death, though another one sees the same target.  */
static double
silence_after_death (uint64_t seed)
{
  Build build;
  SimWorld *world = gun_line (&build, seed);
  SimTick died, again;
  uint64_t fired;

  g_assert_cmpuint (wait_rounds (world, 7, 60), >, 0);
  kill_unit (world, SPOTTER);
  died = sim_world_tick (world);
  fired = rounds_fired (world);
  world->units.x[SECOND] = 2000;
  world->units.y[SECOND] = 3500;
  again = wait_rounds (world, fired + 1, 240);
  g_assert_cmpuint (again, >, 0);
  /* It begins anew, with one round.  */
  g_assert_cmpuint (rounds_fired (world), ==, fired + 1);
  sim_world_free (world);
  return (again - died) / 10.0;
}

static void
test_killed_spotter_silences (void)
{
  double least = 1e9, most = 0;

  for (uint64_t seed = 1; seed <= 20; seed++) {
    double silence = silence_after_death (seed);

    g_assert_cmpfloat (silence, >=, 90);
    g_assert_cmpfloat (silence, <=, 183);
    least = MIN (least, silence);
    most = MAX (most, silence);
  }
  g_assert_cmpfloat (most - least, >, 30);
}

/* Rounds fall where the target was: one who stands is shaken more than one who has gone.  */
static float
shaken_once (uint64_t seed, float goes_to)
{
  Build build;
  SimWorld *world = gun_line (&build, seed);
  float most = 0;

  wait_rounds (world, 7, 60);
  if (goes_to > 0)
    world->units.x[TARGET] = goes_to;
  for (int i = 0; i < 250; i++) {
    sim_world_step (world);
    most = MAX (most, world->units.suppression[TARGET]);
  }
  sim_world_free (world);
  return most;
}

static float
shaken (float goes_to)
{
  float sum = 0;

  for (uint64_t seed = 1; seed <= 10; seed++)
    sum += shaken_once (seed, goes_to);
  return sum / 10;
}

static void
test_moving_out_of_it (void)
{
  g_assert_cmpfloat (shaken (0), >, 10);
  g_assert_cmpfloat (shaken (1500), ==, 0);
}

/* The guns' own ammunition ends the fire.  */
static void
test_guns_run_dry (void)
{
  Build build;
  SimWorld *world = gun_line (&build, 1);

  for (uint32_t i = GUN; i < GUN + 3; i++)
    world->units.ammunition[i] = 3;
  build_run (world, 300);
  g_assert_cmpuint (rounds_fired (world), ==, 9);
  sim_world_free (world);
}

/* ---- Salvoes ------------------------------------------------------------------------------- */

static SimWorld *
missile_world (Build *build, unsigned type, float distance)
{
  SimWorld *world;

  build_init (build);
  build_own (build, 0, 2000, 2000, 0);
  build->squadron[0].loadout = BUILD_LOADOUT_MISSILES;
  build_own (build, 0, 2100, 2000, 0);
  build_group (build, SIM_TASK_JAM, type, 1, 2000, 2000 + distance, 2000, 2000 + distance);
  build->rules.types[type].field_speed_mps = 0;
  world = build_world (build, 1);
  return world;
}

static SimOrderState
fire_on (SimWorld *world, uint32_t id, uint32_t unit, float x, float y, SimCause *cause)
{
  SimCommand command = build_order_unit (id, SIM_VERB_FIRE_ON, unit, x, y);
  SimMessage message;

  sim_world_submit (world, &command);
  for (int i = 0; i < 600; i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++) {
      message = messages[k];
      if (message.kind == SIM_MESSAGE_ORDER && message.order.order == id &&
          !sim_unit_is_some (message.order.unit) &&
          (message.order.state == SIM_ORDER_DONE || message.order.state == SIM_ORDER_FAILED ||
           message.order.state == SIM_ORDER_REFUSED)) {
        *cause = (SimCause) message.order.cause;
        return (SimOrderState) message.order.state;
      }
    }
  }
  return SIM_ORDER_ENTERED;
}

/* Two salvoes a machine; each takes 0.4 of a swarm's strength in its core.  */
static void
test_airburst (void)
{
  Build build;
  SimWorld *world = missile_world (&build, BUILD_JAMMER, 1500);
  BaseVec at = base_vec (2000, 2000);
  SimCause cause;

  g_assert_cmpfloat (sim_jam_at (world, at), ==, 0);
  sim_world_step (world);
  g_assert_cmpfloat (sim_jam_at (world, at), ==, 1);
  g_assert_cmpint (fire_on (world, 1, 0, 2000, 3400, &cause), ==, SIM_ORDER_DONE);
  build_run (world, 8);
  g_assert_cmpfloat (sim_jam_at (world, at), >, 0.59);
  g_assert_cmpfloat (sim_jam_at (world, at), <, 0.64);
  g_assert_cmpint (fire_on (world, 2, 0, 2000, 3400, &cause), ==, SIM_ORDER_DONE);
  build_run (world, 8);
  /* A window.  */
  g_assert_cmpfloat (sim_jam_at (world, at), ==, 0);
  g_assert_cmpint (fire_on (world, 3, 0, 2000, 3400, &cause), ==, SIM_ORDER_FAILED);
  g_assert_cmpint (cause, ==, SIM_CAUSE_NO_AMMUNITION);
  sim_world_free (world);
}

static void
test_salvo_reach_and_loadout (void)
{
  Build build;
  SimWorld *world = missile_world (&build, BUILD_JAMMER, 1500);
  SimCause cause;

  g_assert_cmpint (fire_on (world, 1, 0, 2000, 5300, &cause), ==, SIM_ORDER_FAILED);
  g_assert_cmpint (cause, ==, SIM_CAUSE_OUT_OF_REACH);
  g_assert_cmpint (fire_on (world, 2, 1, 2000, 3400, &cause), ==, SIM_ORDER_FAILED);
  g_assert_cmpint (cause, ==, SIM_CAUSE_NOT_EQUIPPED);
  sim_world_free (world);
}

/* Missiles fired unasked in a minute by a machine that sees a pack so far off.  */
static SimTally
unasked_at (float distance)
{
  Build build;
  SimWorld *world;
  SimTally tally;

  build_init (&build);
  build_own (&build, 0, 2000, 2000, 0);
  build.squadron[0].loadout = BUILD_LOADOUT_MISSILES;
  build_group (&build, SIM_TASK_HOLD, BUILD_DRAGOON, 6, 2000, 2000 + distance, 2000, 2000 + distance);
  build.groups[0].spread_m = 40;
  build.rules.types[BUILD_WALKER].sight_m = 5000;
  build.rules.types[BUILD_DRAGOON].n_weapons = 0;
  build.rules.types[BUILD_DRAGOON].field_speed_mps = 0;
  build.rules.weapons[BUILD_CANNON].range_m = 100;
  world = build_world (&build, 1);
  build_run (world, 60);
  g_assert_cmpuint (sim_world_result (world).detections, >, 0);
  tally = sim_world_tally (world, SIM_SIDE_REPUBLIC, BUILD_MISSILES);
  sim_world_free (world);
  return tally;
}

/* A pack in the open that the platoon sees gets the first salvo unasked; the second is kept.  Farther
 * than initiative reaches nobody fires by himself.  */
static void
test_salvo_on_a_pack (void)
{
  SimTally near = unasked_at (1200), far = unasked_at (1800);

  g_assert_cmpuint (near.fired, ==, 8);
  g_assert_cmpuint (near.hits, >, 0);
  g_assert_cmpuint (far.fired, ==, 0);
}

/* ---- The wall ------------------------------------------------------------------------------ */

typedef struct {
  SimWorld *world;
  bool answered, refused, fired;
  SimTick heard, fell;
  uint64_t duds, rounds;
  BaseVec centre; /* of the rounds' aim */
} Request;

/* One request for (6000, 4000), to its end.  */
static Request
ask_the_wall (uint64_t seed, float grant, unsigned rounds)
{
  Build build;
  Request request = {0};
  SimCommand command = build_order_unit (1, SIM_VERB_FIRE_ON, 0, 6000, 4000);
  SimTally tally;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 0);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 7500, 500, 7500, 500);
  build.def.wall_rounds = (uint16_t) rounds;
  build.def.wall_grant = grant;
  build.def.duration = SIM_SECONDS (1800);
  command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_INTERCEPTORS, 0};
  request.world = build_world (&build, seed);
  sim_world_submit (request.world, &command);
  for (int i = 0; i < 9000 && !request.refused && request.fell == 0; i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (request.world);
    messages = sim_world_messages (request.world, &n);
    for (size_t k = 0; k < n; k++)
      if (messages[k].kind == SIM_MESSAGE_ORDER && messages[k].order.order == 1) {
        if (messages[k].order.state == SIM_ORDER_HEARD)
          request.heard = messages[k].t;
        request.refused |= messages[k].order.state == SIM_ORDER_REFUSED;
        if (messages[k].order.state == SIM_ORDER_DONE)
          request.fell = messages[k].t;
      }
  }
  if (request.fell > 0)
    request.centre = request.world->shells[0].aim;
  build_run (request.world, 30);
  tally = sim_world_tally (request.world, SIM_SIDE_REPUBLIC, BUILD_WALL_GUN);
  request.rounds = tally.fired;
  request.duds = tally.duds;
  sim_world_free (request.world);
  return request;
}

/* Normally they are not given: not without rounds, and not by the rules' own chance.  */
static void
test_wall_refuses (void)
{
  for (uint64_t seed = 1; seed <= 10; seed++) {
    g_assert_true (ask_the_wall (seed, -1, 60).refused);
    g_assert_true (ask_the_wall (seed, 1, 0).refused);
    g_assert_cmpuint (ask_the_wall (seed, -1, 60).rounds, ==, 0);
  }
}

static void
test_wall_gives (void)
{
  unsigned late = 0, given = 0, duds = 0, rounds = 0;

  for (uint64_t seed = 1; seed <= 60; seed++) {
    Request request = ask_the_wall (seed, 0.6f, 60);
    float error = base_vec_distance (request.centre, base_vec (6000, 4000));
    double delay = (request.fell - request.heard) / 10.0;

    if (request.refused)
      continue;
    given++;
    late += delay > 480;
    duds += (unsigned) request.duds;
    rounds += (unsigned) request.rounds;
    g_assert_cmpuint (request.rounds, ==, 6);
    g_assert_cmpfloat (delay, >=, 180);
    g_assert_cmpfloat (delay, <=, 720);
    g_assert_cmpfloat (error, >=, 49.9);
    g_assert_cmpfloat (error, <=, 200.1);
  }
  g_assert_cmpuint (given, >, 20);
  g_assert_cmpuint (given, <, 50);
  g_assert_cmpuint (late, >, 0);
  g_assert_cmpuint (late * 2, <, given);
  g_assert_cmpfloat ((double) duds / rounds, >, 0.2);
  g_assert_cmpfloat ((double) duds / rounds, <, 0.4);
}

/* Whoever stands there is struck, ours too, and nobody of ours is said to have done it.  */
static void
test_friendly_fire (void)
{
  Build build;
  SimWorld *world;
  const SimKill *kill;
  size_t n;
  SimCommand command = build_order_unit (1, SIM_VERB_FIRE_ON, 0, 2000, 2000);

  build_init (&build);
  for (unsigned i = 0; i < 8; i++)
    build_own (&build, i / 4, 1850 + 100.0f * (float) (i % 4), 1950 + 100.0f * (float) (i / 4), 0);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 7500, 500, 7500, 500);
  build.def.wall_rounds = 60;
  build.def.wall_grant = 1;
  build.rules.wall_error_least_m = 0;
  build.rules.wall_error_most_m = 1;
  build.rules.wall_dud = 0;
  build.rules.weapons[BUILD_WALL_GUN].damage = 1000;
  build.rules.wall_rounds = 24;
  command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_INTERCEPTORS, 0};
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  build_run (world, 900);
  kill = sim_world_kills (world, &n);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (kill->victim, <, 8);
  g_assert_cmpuint (kill->killer, ==, SIM_NOBODY);
  g_assert_cmpuint (kill->weapon, ==, BUILD_WALL_GUN);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/support/guns/volleys", test_ranging_then_volleys);
  g_test_add_func ("/sim/support/guns/reported", test_ranging_is_reported);
  g_test_add_func ("/sim/support/guns/urgent", test_ranging_is_urgent);
  g_test_add_func ("/sim/support/guns/blind", test_blind_guns_do_not_fire);
  g_test_add_func ("/sim/support/guns/spotter-killed", test_killed_spotter_silences);
  g_test_add_func ("/sim/support/guns/moved", test_moving_out_of_it);
  g_test_add_func ("/sim/support/guns/dry", test_guns_run_dry);
  g_test_add_func ("/sim/support/salvo/airburst", test_airburst);
  g_test_add_func ("/sim/support/salvo/reach", test_salvo_reach_and_loadout);
  g_test_add_func ("/sim/support/salvo/pack", test_salvo_on_a_pack);
  g_test_add_func ("/sim/support/wall/refused", test_wall_refuses);
  g_test_add_func ("/sim/support/wall/given", test_wall_gives);
  g_test_add_func ("/sim/support/wall/friendly-fire", test_friendly_fire);
  return g_test_run ();
}

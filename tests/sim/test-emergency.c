/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emergencies that the handler leaves without an answer count against her; those that she could not
 * answer, or has answered, do not (design: play, "Task, people, score").  */
#include "sim-builder.h"

#include "sim/sim-jam.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"
#include "sim/sim-result.h"
#include "sim/sim-strain.h"
#include "sim/sim-world.h"

#include <glib.h>
#include <string.h>

enum { FIRST, FIRST_TWO, SECOND, SECOND_TWO, SCAVENGER };

/* Two platoons of two, 4 km apart, and a Scavenger; the Legion far off, blind and still.  */
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
  build->rules.types[BUILD_WALKER].sight_m = 0;
  build->def.duration = SIM_SECONDS (3000);
  return build_world (build, 1);
}

static SimWorld *
quiet (void)
{
  Build build;

  return quiet_build (&build);
}

/* He is struck in the legs and says so.  */
static void
hit (SimWorld *world, uint32_t unit)
{
  world->units.parts[unit * SIM_N_PARTS + SIM_PART_LEGS] = 150;
  sim_pilot_hit (world, unit, SIM_PART_LEGS);
}

/* Struck now, and his cry heard.  */
static void
cry (SimWorld *world, uint32_t unit)
{
  SimMessage message;

  hit (world, unit);
  do
    g_assert_true (build_wait_message (world, SIM_MESSAGE_REPORT, 20, &message));
  while (message.report.words.phrase != SIM_PHRASE_HIT);
  g_assert_cmpuint (message.report.subject.index, ==, unit);
}

static void
lose (SimWorld *world, uint32_t unit, bool dies)
{
  world->rules.death_otherwise = dies;
  world->units.alive[unit] = 0;
  sim_rescue_bail_out (world, unit, false);
  sim_pilot_lost (world, unit);
}

/* Her order is given now and has been heard when this returns.  */
static void
give (SimWorld *world, SimCommand command)
{
  static uint32_t id;
  SimMessage message;

  command.id = ++id;
  g_assert_true (sim_world_submit (world, &command));
  g_assert_true (build_wait_order (world, id, SIM_ORDER_HEARD, 30, &message));
}

static unsigned
faults (const SimWorld *world)
{
  g_assert_cmpuint (sim_world_n_faults (world), ==, sim_world_result (world).faults);
  return sim_world_result (world).faults;
}

/* ---- Unanswered ---------------------------------------------------------------------------- */

static void
test_unanswered (void)
{
  SimWorld *world = quiet ();
  SimTick heard;
  SimFault fault;
  float before;

  build_run (world, 5);
  cry (world, SECOND);
  heard = sim_world_tick (world);
  before = sim_world_result (world).score;
  build_run (world, 19);
  g_assert_cmpuint (faults (world), ==, 0);
  build_run (world, 15);
  g_assert_cmpuint (faults (world), ==, 1);
  fault = sim_world_fault (world, 0);
  g_assert_cmpint (fault.kind, ==, SIM_FAULT_EMERGENCY);
  g_assert_cmpint (fault.platoon, ==, 1);
  g_assert_cmpuint (fault.t, ==, heard);
  g_assert_cmpfloat_with_epsilon (sim_world_result (world).score, before - 2, 0.01);
  build_run (world, 100);
  g_assert_cmpuint (faults (world), ==, 1);
  sim_world_free (world);
}

/* The score falls by k, and no deeper than k goes.  */
static void
test_five_are_all (void)
{
  SimWorld *world = quiet ();
  float before;

  build_run (world, 5);
  before = sim_world_result (world).score;
  for (int i = 0; i < 7; i++) {
    cry (world, FIRST);
    build_run (world, 180);
  }
  g_assert_cmpuint (faults (world), ==, 7);
  g_assert_cmpfloat_with_epsilon (sim_world_result (world).score, before - 10, 0.01);
  sim_world_free (world);
}

/* Only free air counts: while somebody speaks she could not.  */
static void
test_free_air (void)
{
  SimWorld *world = quiet ();
  unsigned free_ticks = 1, ticks = 0; /* the tick in which it was heard is the first */

  build_run (world, 5);
  cry (world, SECOND);
  while (faults (world) == 0 && ticks++ < SIM_SECONDS (600)) {
    SimReport talk = sim_report_begin (world, FIRST, SIM_REPORT_OWN_STATE, SIM_PHRASE_STATUS_SOUND);

    sim_link_report (world, FIRST, SIM_AIR_TALK, SIM_SUBJECT_TIRED | FIRST, 0, &talk);
    sim_world_step (world);
    free_ticks += world->link.now.id == 0;
  }
  g_assert_cmpuint (free_ticks, ==, SIM_SECONDS (20));
  g_assert_cmpuint (ticks, >, SIM_SECONDS (60));
  sim_world_free (world);
}

/* Of whom it tells, not of who tells it; and each platoon for itself.  */
static void
test_whose (void)
{
  SimWorld *world = quiet ();

  world->units.x[FIRST_TWO] = 5000;
  world->units.y[FIRST_TWO] = 1100;
  build_run (world, 5);
  /* Seen by a machine of the first platoon, since the other of his own is far.  */
  world->units.x[SECOND_TWO] = 7000;
  build_run (world, 1);
  lose (world, SECOND, true);
  build_run (world, 40);
  g_assert_cmpuint (faults (world), ==, 1);
  g_assert_cmpint (sim_world_fault (world, 0).platoon, ==, 1);
  cry (world, FIRST);
  build_run (world, 40);
  g_assert_cmpuint (faults (world), ==, 2);
  g_assert_cmpint (sim_world_fault (world, 1).platoon, ==, 0);
  sim_world_free (world);
}

/* One storm is one emergency, until it has been quiet.  */
static void
test_storm (void)
{
  SimWorld *world = quiet ();

  build_run (world, 5);
  for (int i = 0; i < 20; i++) {
    hit (world, SECOND + (uint32_t) i % 2);
    build_run (world, 12);
  }
  g_assert_cmpuint (faults (world), ==, 1);
  build_run (world, 100);
  cry (world, SECOND);
  build_run (world, 60);
  g_assert_cmpuint (faults (world), ==, 1); /* not quiet for long enough */
  build_run (world, 130);
  cry (world, SECOND);
  build_run (world, 40);
  g_assert_cmpuint (faults (world), ==, 2);
  sim_world_free (world);
}

/* Answered, and after a while unanswered: another one, in the middle of the storm.  */
static void
test_answered_storm (void)
{
  SimWorld *world = quiet ();

  build_run (world, 5);
  for (int i = 0; i < 20; i++) {
    hit (world, SECOND + (uint32_t) i % 2);
    build_run (world, 6);
    if (i % 8 == 7)
      give (world, build_order_platoon (1, SIM_VERB_HOLD, 1, 5000, 1000));
    build_run (world, 6);
  }
  g_assert_cmpuint (faults (world), ==, 2);
  sim_world_free (world);
}

/* ---- Answered ------------------------------------------------------------------------------ */

static SimCommand
order_all (void)
{
  SimCommand command = build_order_platoon (1, SIM_VERB_HOLD, 0, 0, 0);

  command.target = (SimTarget){.kind = SIM_TARGET_NONE};
  command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_ALL, 0};
  return command;
}

static SimCommand
order_wall (float x, float y)
{
  SimCommand command = build_order_platoon (1, SIM_VERB_FIRE_ON, 0, x, y);

  command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_INTERCEPTORS, 0};
  return command;
}

/* Faults when this is ordered 15 s after the cry of the second platoon.  */
static unsigned
faults_with (SimCommand command)
{
  SimWorld *world = quiet ();
  unsigned n;

  build_run (world, 5);
  cry (world, SECOND);
  build_run (world, 15);
  give (world, command);
  build_run (world, 150);
  n = faults (world);
  sim_world_free (world);
  return n;
}

static void
test_answers (void)
{
  g_assert_cmpuint (faults_with (build_order_platoon (1, SIM_VERB_MOVE, 1, 5000, 2000)), ==, 0);
  g_assert_cmpuint (faults_with (build_order_unit (1, SIM_VERB_HOLD, SECOND_TWO, 0, 0)), ==, 0);
  g_assert_cmpuint (faults_with (build_order_unit (1, SIM_VERB_REPORT, SECOND, 0, 0)), ==, 0);
  g_assert_cmpuint (faults_with (order_all ()), ==, 0);
  /* Help on its way: for one of them, for all of them, to where they are.  */
  g_assert_cmpuint (faults_with (build_order_supply (1, SIM_VERB_RECOVER, SIM_TARGET_UNIT, SECOND)),
                    ==, 0);
  g_assert_cmpuint (
      faults_with (build_order_supply (1, SIM_VERB_RESUPPLY, SIM_TARGET_PLATOON, 1)), ==, 0);
  g_assert_cmpuint (faults_with (build_order_platoon (1, SIM_VERB_ATTACK, 0, 5800, 2000)), ==, 0);
  g_assert_cmpuint (faults_with (order_wall (5500, 1500)), ==, 0);
}

static void
test_no_answers (void)
{
  g_assert_cmpuint (faults_with (build_order_platoon (1, SIM_VERB_HOLD, 0, 1000, 1000)), ==, 1);
  g_assert_cmpuint (faults_with (build_order_unit (1, SIM_VERB_REPORT, FIRST_TWO, 0, 0)), ==, 1);
  g_assert_cmpuint (faults_with (build_order_platoon (1, SIM_VERB_ATTACK, 0, 5000, 4000)), ==, 1);
  g_assert_cmpuint (faults_with (order_wall (1000, 1000)), ==, 1);
  g_assert_cmpuint (
      faults_with (build_order_supply (1, SIM_VERB_RESUPPLY, SIM_TARGET_PLATOON, 0)), ==, 1);
}

/* Refused is answered: she has spoken, and he has said why not.  */
static void
test_refused_order (void)
{
  SimWorld *world = quiet ();
  SimMessage message;
  SimCommand command = build_order_platoon (77, SIM_VERB_ATTACK, 1, 7900, 5900);

  build_run (world, 5);
  cry (world, SECOND);
  world->units.ammunition[SECOND] = 0;
  g_assert_true (sim_world_submit (world, &command));
  g_assert_true (build_wait_order (world, 77, SIM_ORDER_FAILED, 30, &message));
  build_run (world, 150);
  g_assert_cmpuint (faults (world), ==, 0);
  sim_world_free (world);
}

/* What she ordered just before is the answer; what she ordered long ago is none.  */
static void
test_ordered_before (void)
{
  for (int late = 0; late < 2; late++) {
    SimWorld *world = quiet ();

    build_run (world, 5);
    give (world, build_order_platoon (1, SIM_VERB_HOLD, 1, 5000, 1000));
    build_run (world, late ? 65 : 40);
    cry (world, SECOND);
    build_run (world, 150);
    g_assert_cmpuint (faults (world), ==, late);
    sim_world_free (world);
  }
}

/* ---- Not to be answered ---------------------------------------------------------------------- */

/* Ordered off minutes ago, and still on the way.  */
static void
test_falling_back (void)
{
  SimWorld *world = quiet ();

  world->rules.types[BUILD_WALKER].field_speed_mps = 4;
  build_run (world, 5);
  give (world, build_order_platoon (1, SIM_VERB_FALL_BACK, 1, 1000, 4000));
  build_run (world, 200);
  g_assert_cmpint (world->units.mission[SECOND], ==, SIM_MISSION_FALL_BACK);
  cry (world, SECOND);
  build_run (world, 100);
  g_assert_cmpint (world->units.mission[SECOND], ==, SIM_MISSION_FALL_BACK);
  g_assert_cmpuint (faults (world), ==, 0);
  sim_world_free (world);
}

/* It gives ground by itself while it waits for a word.  */
static void
test_gives_ground (void)
{
  SimWorld *world = quiet ();
  BaseVec back = base_vec (1000, 4000);

  world->rules.types[BUILD_WALKER].field_speed_mps = 4;
  build_run (world, 5);
  cry (world, SECOND);
  build_run (world, 10);
  sim_pilot_mission (world, SECOND, SIM_MISSION_FALL_BACK, &back, 1);
  sim_pilot_mission (world, SECOND_TWO, SIM_MISSION_FALL_BACK, &back, 1);
  build_run (world, 100);
  g_assert_cmpuint (faults (world), ==, 0);
  sim_world_free (world);
}

/* Nobody is left who could be told, from the beginning or before the time was over.  */
static void
test_dead_platoon (void)
{
  for (int later = 0; later < 2; later++) {
    SimWorld *world = quiet ();

    build_run (world, 5);
    world->units.x[FIRST_TWO] = 5000;
    lose (world, SECOND, false);
    build_run (world, later ? 15 : 0);
    lose (world, SECOND_TWO, false);
    build_run (world, 150);
    g_assert_cmpint (world->platoons[1].leader, ==, SIM_NOBODY);
    g_assert_cmpuint (faults (world), ==, 0);
    sim_world_free (world);
  }
}

/* Nobody is in a Scavenger.  */
static void
test_scavenger (void)
{
  SimWorld *world = quiet ();

  build_run (world, 5);
  lose (world, SCAVENGER, false);
  build_run (world, 150);
  g_assert_cmpuint (faults (world), ==, 0);
  sim_world_free (world);
}

static void
cut (SimWorld *world, double seconds)
{
  world->link.cut_until = world->tick + SIM_SECONDS (seconds);
  sim_link_hush (world);
}

/* Cut off she hears no cry; and what she heard before waits for her to be back.  */
static void
test_link_cut (void)
{
  SimWorld *world = quiet ();

  build_run (world, 5);
  cut (world, 90);
  hit (world, SECOND);
  build_run (world, 300);
  g_assert_cmpuint (faults (world), ==, 0);
  cry (world, SECOND);
  build_run (world, 5);
  cut (world, 90);
  build_run (world, 89);
  g_assert_cmpuint (faults (world), ==, 0);
  build_run (world, 30);
  g_assert_cmpuint (faults (world), ==, 1);
  sim_world_free (world);
}

/* A cry that is broken off, or dropped before anybody said it, was not heard.  */
static void
test_not_heard (void)
{
  SimWorld *world = quiet ();
  SimMessage message;

  build_run (world, 5);
  hit (world, SECOND);
  do
    g_assert_true (build_wait_message (world, SIM_MESSAGE_TRANSMISSION_BEGUN, 20, &message));
  while (message.transmission.words.phrase != SIM_PHRASE_HIT);
  sim_world_step (world);
  world->units.pilot_dead[SECOND] = 1; /* in the middle of it */
  world->units.alive[SECOND] = 0;
  build_run (world, 150);
  g_assert_cmpuint (faults (world), ==, 0);
  sim_world_free (world);
}

/* A swarm takes telemetry, and never the link: under it she is heard, and so she must answer.  */
static void
test_jammed (void)
{
  for (int answered = 0; answered < 2; answered++) {
    Build build;
    SimWorld *world = quiet_build (&build);

    sim_world_free (world);
    build_group (&build, SIM_TASK_JAM, BUILD_JAMMER, 1, 5000, 1000, 5000, 1000);
    build.rules.types[BUILD_JAMMER].field_speed_mps = 0;
    world = build_world (&build, 1);
    build_run (world, 5);
    g_assert_cmpfloat (sim_jam_at (world, sim_unit_position (world, SECOND)), >, 0.9);
    cry (world, SECOND);
    if (answered)
      give (world, build_order_platoon (1, SIM_VERB_HOLD, 1, 5000, 1000));
    build_run (world, 90);
    g_assert_cmpuint (faults (world), ==, 1 - answered);
    sim_world_free (world);
  }
}

/* The battle is over before she had her time.  */
static void
test_battle_over (void)
{
  Build build;
  SimWorld *world = quiet_build (&build);

  sim_world_free (world);
  build.def.duration = SIM_SECONDS (60);
  world = build_world (&build, 1);
  build_run (world, 45);
  cry (world, SECOND);
  build_run (world, 200);
  g_assert_true (sim_world_is_finished (world));
  g_assert_cmpuint (faults (world), ==, 0);
  sim_world_free (world);
}

/* ---- State --------------------------------------------------------------------------------- */

/* Saved while she is waited for, it goes on as if it never had been.  */
static void
test_saved (void)
{
  SimWorld *world = quiet (), *other = quiet ();
  g_autofree guint8 *bytes = NULL;
  gsize size;

  build_run (world, 5);
  cry (world, FIRST);
  build_run (world, 40);
  cry (world, SECOND);
  build_run (world, 12);
  g_assert_cmpuint (faults (world), ==, 1);
  size = sim_world_save (world, NULL, 0);
  bytes = g_malloc (size);
  sim_world_save (world, bytes, size);
  g_assert_true (sim_world_load (other, bytes, size));
  for (int i = 0; i < 300; i++) {
    sim_world_step (world);
    sim_world_step (other);
    g_assert_cmphex (sim_world_hash (world), ==, sim_world_hash (other));
  }
  g_assert_cmpuint (faults (other), ==, 2);
  for (unsigned i = 0; i < 2; i++) {
    SimFault a = sim_world_fault (world, i), b = sim_world_fault (other, i);

    g_assert_cmpuint (a.t, ==, b.t);
    g_assert_cmpint (a.platoon, ==, b.platoon);
  }
  sim_world_free (world);
  sim_world_free (other);
}

/* Each field of it makes another state.  */
static void
test_hashed (void)
{
  SimWorld *world = quiet ();
  guint64 hash;

  build_run (world, 5);
  cry (world, SECOND);
  build_run (world, 40);
  g_assert_cmpuint (faults (world), ==, 1);
  hash = sim_world_hash (world);
#define CHANGES(field)                                                                            \
  G_STMT_START                                                                                    \
  {                                                                                               \
    world->field++;                                                                               \
    g_assert_cmphex (sim_world_hash (world), !=, hash);                                           \
    world->field--;                                                                               \
  }                                                                                               \
  G_STMT_END
  CHANGES (cries[1].since);
  CHANGES (cries[1].last);
  CHANGES (cries[1].ordered);
  CHANGES (cries[1].waited);
  CHANGES (cries[1].counted);
  CHANGES (cries[1].place.x);
  CHANGES (faults);
  CHANGES (faults_told[0].t);
  CHANGES (faults_told[0].platoon);
#undef CHANGES
  g_assert_cmphex (sim_world_hash (world), ==, hash);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add_func ("/sim/emergency/" path, func)
  TEST ("unanswered", test_unanswered);
  TEST ("five-are-all", test_five_are_all);
  TEST ("free-air", test_free_air);
  TEST ("whose", test_whose);
  TEST ("storm", test_storm);
  TEST ("answered-storm", test_answered_storm);
  TEST ("answers", test_answers);
  TEST ("no-answers", test_no_answers);
  TEST ("refused-order", test_refused_order);
  TEST ("ordered-before", test_ordered_before);
  TEST ("falling-back", test_falling_back);
  TEST ("gives-ground", test_gives_ground);
  TEST ("dead-platoon", test_dead_platoon);
  TEST ("scavenger", test_scavenger);
  TEST ("link-cut", test_link_cut);
  TEST ("not-heard", test_not_heard);
  TEST ("jammed", test_jammed);
  TEST ("battle-over", test_battle_over);
  TEST ("saved", test_saved);
  TEST ("hashed", test_hashed);
#undef TEST
  return g_test_run ();
}

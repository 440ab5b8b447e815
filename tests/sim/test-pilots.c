/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People: what tires them and what that costs, tempers, what they know, what they do unasked, and
 * the waits of an order.  */
#include "sim-builder.h"

#include "sim/sim-initiative.h"
#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"
#include "sim/sim-world.h"

#include <glib.h>

static SimWorld *
platoon_of_three (Build *build)
{
  build_init (build);
  for (unsigned i = 0; i < 3; i++)
    build_own (build, 0, 3000 + 100.0f * (float) i, 3000, 0);
  return build_world (build, 11);
}

/* ---- Condition ----------------------------------------------------------------------------- */

static float
fatigue_after (bool fighting, float stress, double seconds)
{
  Build build;
  SimWorld *world = platoon_of_three (&build);
  float fatigue;

  world->units.fatigue[0] = 20;
  for (int i = 0; i < (int) seconds; i++) {
    world->units.stress[0] = stress;
    if (fighting)
      world->units.fired_tick[0] = world->tick;
    build_run (world, 1);
  }
  fatigue = world->units.fatigue[0];
  sim_world_free (world);
  return fatigue - 20;
}

static void
test_fatigue_grows_in_action (void)
{
  float rest = fatigue_after (false, 0, 300), fight = fatigue_after (true, 0, 300);
  float shaken = fatigue_after (true, 50, 300);

  g_assert_cmpfloat (rest, <, -2);
  g_assert_cmpfloat (fight, >, 8);
  g_assert_cmpfloat (fight, <, 12);
  g_assert_cmpfloat (shaken, >, 1.8f * fight);
}

static void
test_condition_costs_skill (void)
{
  Build build;
  SimWorld *world = platoon_of_three (&build);
  float fresh[3] = {world->units.gunnery[0], world->units.driving[0], world->units.awareness[0]};

  world->units.fatigue[0] = 100;
  sim_pilot_age (world, 0);
  g_assert_cmpfloat (world->units.gunnery[0], <, 0.75f * fresh[0]);
  g_assert_cmpfloat (world->units.driving[0], <, 0.75f * fresh[1]);
  g_assert_cmpfloat (world->units.awareness[0], <, 0.75f * fresh[2]);
  world->units.fatigue[1] = 0;
  world->units.wounds[1] = 2;
  sim_pilot_age (world, 1);
  g_assert_cmpfloat (world->units.awareness[1], <, 0.8f * fresh[2]);
  world->units.fatigue[0] = 0;
  world->units.stress[0] = 0;
  sim_pilot_age (world, 0);
  g_assert_cmpfloat (world->units.gunnery[0], >, 0.99f * fresh[0]);
  sim_world_free (world);
}

/* Two machines against targets that stand: hits out of shots, by skill and fatigue.  */
static double
share_of_hits (float gunnery, float fatigue)
{
  uint64_t shots = 0, hits = 0;

  for (uint64_t seed = 1; seed <= 12; seed++) {
    Build build;
    SimWorld *world;

    build_init (&build);
    for (unsigned i = 0; i < 2; i++) {
      build_own (&build, 0, 3000 + 100.0f * (float) i, 3000, 0);
      build.squadron[i].gunnery = gunnery;
    }
    build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 6, 3050, 3950, 3050, 3950);
    build.rules.types[BUILD_SCOUT].n_weapons = 0;
    world = build_world (&build, seed);
    world->units.fatigue[0] = world->units.fatigue[1] = fatigue;
    build_run (world, 90);
    shots += sim_world_result (world).shots;
    hits += sim_world_result (world).hits;
    sim_world_free (world);
  }
  return (double) hits / (double) (shots + 1);
}

static void
test_skill_and_fatigue_tell (void)
{
  double good = share_of_hits (0.95f, 0), poor = share_of_hits (0.2f, 0);

  g_assert_cmpfloat (good, >, poor + 0.08);
  g_assert_cmpfloat (good, >, share_of_hits (0.95f, 100) + 0.02);
}

static void
test_tired_says_so (void)
{
  Build build;
  SimWorld *world = platoon_of_three (&build);
  unsigned said = 0;

  world->units.fatigue[0] = 75;
  for (int i = 0; i < 600; i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      said += messages[k].kind == SIM_MESSAGE_REPORT &&
              messages[k].report.words.phrase == SIM_PHRASE_TIRED;
  }
  g_assert_cmpuint (said, ==, 1);
  sim_world_free (world);
}

/* ---- Temper -------------------------------------------------------------------------------- */

/* Ticks from heard to begun.  */
static SimTick
delay_of (SimTemper temper, float fatigue, SimTiming timing)
{
  Build build;
  SimWorld *world = platoon_of_three (&build);
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, 0, 3500, 4000);
  SimMessage heard, begun;

  world->units.temper[0] = (uint8_t) temper;
  world->units.fatigue[0] = fatigue;
  command.timing = (uint8_t) timing;
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_HEARD, 60, &heard));
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 200, &begun));
  sim_world_free (world);
  return begun.t - heard.t;
}

static void
test_temper_delays (void)
{
  SimTick plain = delay_of (SIM_TEMPER_TERSE, 0, SIM_TIMING_NORMAL);

  g_assert_cmpuint (delay_of (SIM_TEMPER_DEFIANT, 0, SIM_TIMING_NORMAL), >, plain);
  g_assert_cmpuint (delay_of (SIM_TEMPER_RECKLESS, 0, SIM_TIMING_NORMAL), <, plain);
  g_assert_cmpuint (delay_of (SIM_TEMPER_TERSE, 90, SIM_TIMING_NORMAL), >, plain + 20);
}

static void
test_temper_judges_danger (void)
{
  Build build;
  SimWorld *world = platoon_of_three (&build);
  SimCommand command = build_order_unit (1, SIM_VERB_ATTACK, 0, 3500, 4500);
  float danger[SIM_N_TEMPERS], calm;

  world->units.stress[0] = 60;
  for (unsigned temper = 0; temper < SIM_N_TEMPERS; temper++) {
    world->units.temper[0] = (uint8_t) temper;
    danger[temper] = sim_pilot_danger (world, 0, &command);
  }
  g_assert_cmpfloat (danger[SIM_TEMPER_RECKLESS], <, danger[SIM_TEMPER_TERSE]);
  g_assert_cmpfloat (danger[SIM_TEMPER_DEFIANT], >, danger[SIM_TEMPER_TERSE]);
  g_assert_cmpfloat (danger[SIM_TEMPER_CAREFUL], >, danger[SIM_TEMPER_DEFIANT]);
  calm = danger[SIM_TEMPER_CAREFUL];
  command.timing = SIM_TIMING_AT_ONCE;
  world->units.temper[0] = SIM_TEMPER_CAREFUL;
  g_assert_cmpfloat (sim_pilot_danger (world, 0, &command), ==, calm + 15);
  sim_world_free (world);
}

/* Air time and wording of fifty status reports.  */
static void
speak_much (SimTemper temper, uint16_t *ticks, unsigned *plain, unsigned *wordy)
{
  Build build;
  SimWorld *world = platoon_of_three (&build);

  *plain = *wordy = 0;
  world->units.temper[0] = (uint8_t) temper;
  for (int i = 0; i < 50; i++) {
    SimReport report = sim_report_begin (world, 0, SIM_REPORT_OWN_STATE, SIM_PHRASE_STATUS_SOUND);

    g_assert_true (sim_link_report (world, 0, SIM_AIR_STATUS, (uint32_t) (1000 + i), 0, &report));
    *ticks = world->link.queue[i].air_ticks;
    *plain += world->link.queue[i].report.words.variant % 3 == 0;
    *wordy += world->link.queue[i].report.words.variant % 3 == 2;
  }
  sim_world_free (world);
}

static void
test_temper_speaks (void)
{
  uint16_t terse, usual, talkative;
  unsigned plain, wordy, usual_plain, usual_wordy;

  speak_much (SIM_TEMPER_CAREFUL, &usual, &usual_plain, &usual_wordy);
  speak_much (SIM_TEMPER_TERSE, &terse, &plain, &wordy);
  g_assert_cmpuint (terse, <, usual);
  g_assert_cmpuint (plain, >, usual_plain);
  g_assert_cmpuint (plain, >, 3 * wordy);
  speak_much (SIM_TEMPER_TALKATIVE, &talkative, &plain, &wordy);
  g_assert_cmpuint (talkative, >, usual);
  g_assert_cmpuint (wordy, >, 3 * plain);
}

/* ---- Initiative ---------------------------------------------------------------------------- */

/* The captain's platoon at (3000, 3000), a second one beside it, a third that reports.  */
static SimWorld *
three_platoons (Build *build)
{
  build_init (build);
  for (unsigned i = 0; i < 6; i++)
    build_own (build, i / 2, 3000 + 100.0f * (float) i, 3000, 0);
  return build_world (build, 11);
}

static void
hear (SimWorld *world, unsigned count, float x, float y, uint32_t contact)
{
  SimReport report = sim_report_begin (world, 4, SIM_REPORT_CONTACT, SIM_PHRASE_CONTACT_SEEN);

  report.contact = contact;
  report.count = (uint16_t) count;
  report.type = BUILD_DRAGOON;
  report.position = base_vec (x, y);
  sim_initiative_hear (world, &report);
}

static void
test_captain_commits_to_four (void)
{
  for (unsigned count = 3; count <= 4; count++) {
    Build build;
    SimWorld *world = three_platoons (&build);

    hear (world, count, 3000, 4400, 1);
    build_run (world, 3);
    g_assert_cmpuint (world->units.mission[0], ==, count == 4 ? SIM_MISSION_MOVE : SIM_MISSION_HOLD);
    /* Nobody alone moves a reserve: the others stay where they are.  */
    g_assert_cmpuint (world->units.mission[2], ==, SIM_MISSION_HOLD);
    g_assert_cmpuint (world->units.mission[4], ==, SIM_MISSION_HOLD);
    sim_world_free (world);
  }
}

static void
test_captain_reaches_no_farther (void)
{
  Build build;
  SimWorld *world = three_platoons (&build);

  hear (world, 9, 3000, 4700, 1);
  build_run (world, 3);
  g_assert_cmpuint (world->units.mission[0], ==, SIM_MISSION_HOLD);
  sim_world_free (world);
}

/* The feeler has him; the blow from the other side finds him there.  */
static void
test_first_axis_binds (void)
{
  Build build;
  SimWorld *world = three_platoons (&build);

  hear (world, 4, 3000, 4400, 1);
  build_run (world, 1);
  hear (world, 12, 4300, 3000, 2);
  build_run (world, 150);
  g_assert_cmpfloat (world->units.post_y[0], >, 3400);
  g_assert_cmpfloat (world->units.post_x[0], <, 3400);
  sim_world_free (world);
}

static void
test_ordered_platoon_stays (void)
{
  Build build;
  SimWorld *world = three_platoons (&build);
  SimCommand command = build_order_platoon (1, SIM_VERB_MOVE, 0, 2000, 2000);
  SimMessage message;

  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &message));
  hear (world, 8, 3000, 4400, 1);
  build_run (world, 5);
  g_assert_cmpfloat (world->units.post_y[0], <, 2200);
  sim_world_free (world);
}

/* Who fires or is fired at does not listen to what others see.  */
static void
test_busy_do_not_hear (void)
{
  Build build;
  SimWorld *world = three_platoons (&build);

  world->units.harmed_tick[0] = world->tick;
  hear (world, 8, 3000, 4400, 1);
  g_assert_cmpfloat (sim_initiative_heard_value (world, 0, base_vec (3000, 4400), 500), ==, 0);
  g_assert_cmpfloat (sim_initiative_heard_value (world, 1, base_vec (3000, 4400), 500), >, 10);
  /* The same enemy told again is not twice as many.  */
  hear (world, 8, 3000, 4400, 1);
  g_assert_cmpfloat (sim_initiative_heard_value (world, 1, base_vec (3000, 4400), 500), <=, 16);
  sim_world_free (world);
}

/* Ground is given when a third is gone, not before.  */
static void
test_gives_ground_at_the_limit (void)
{
  for (unsigned lost = 1; lost <= 2; lost++) {
    Build build;
    SimWorld *world;

    build_init (&build);
    for (unsigned i = 0; i < 4; i++)
      build_own (&build, 0, 3000 + 100.0f * (float) i, 3000, 0);
    world = build_world (&build, 11);
    for (unsigned i = 0; i < lost; i++)
      world->units.alive[3 - i] = 0;
    world->platoons[0].threat_value = 100;
    world->platoons[0].threat_tick = world->tick;
    g_assert_cmpint (sim_initiative_act (world, 0), ==, lost == 2);
    g_assert_cmpuint (world->units.mission[0], ==,
                      lost == 2 ? SIM_MISSION_FALL_BACK : SIM_MISSION_HOLD);
    sim_world_free (world);
  }
}

/* ---- Ground -------------------------------------------------------------------------------- */

static void
test_unknown_ford_is_slow (void)
{
  static const BaseVec river[] = {{5000, 0}, {5000, 6000}};
  static const BaseVec ford[] = {{5000, 3000}};
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, 0, 7500, 3000);
  float unknown, told;

  build_init (&build);
  build.features[0] = (SimFeature){
    .kind = SIM_FEATURE_RIVER, .n_points = 2, .points = river, .radius_m = 60};
  build.features[1] =
      (SimFeature){.kind = SIM_FEATURE_FORD, .n_points = 1, .points = ford, .radius_m = 120};
  build.def.terrain.features = build.features;
  build.def.terrain.n_features = 2;
  build_own (&build, 0, 1000, 3000, 90);
  build_own (&build, 1, 1000, 3300, 90);
  world = build_world (&build, 1);
  world->units.x[0] = world->units.x[1] = 5000;
  world->units.y[0] = world->units.y[1] = 3000;
  unknown = sim_move_speed (world, 0);
  g_assert_cmpfloat (unknown, >, 0);
  /* An order by way of the ford tells him; the other platoon was told nothing.  */
  command.n_via = 1;
  command.via[0] = (SimTarget){.kind = SIM_TARGET_PLACE, .position = base_vec (5000, 3000)};
  sim_ground_told (world, 0, &command);
  told = sim_move_speed (world, 0);
  g_assert_cmpfloat (told, >, 2 * unknown);
  g_assert_cmpfloat (sim_move_speed (world, 1), <, 0.6f * told);
  /* Crossing it is learning it.  */
  sim_ground_note (world, 1);
  world->units.x[1] = 6500;
  sim_ground_note (world, 1);
  world->units.x[1] = 5000;
  g_assert_cmpfloat (sim_move_speed (world, 1), >, 0.9f * told);
  sim_world_free (world);
}

/* Seconds to get over a river by a ford, told of it or not, by whole orders.  */
static double
crossing_seconds (bool via)
{
  static const BaseVec river[] = {{5000, 0}, {5000, 6000}};
  static const BaseVec ford[] = {{5000, 3000}};
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, 0, 7500, 3000);
  SimMessage begun, done;

  build_init (&build);
  build.features[0] = (SimFeature){
    .kind = SIM_FEATURE_RIVER, .n_points = 2, .points = river, .radius_m = 150};
  build.features[1] =
      (SimFeature){.kind = SIM_FEATURE_FORD, .n_points = 1, .points = ford, .radius_m = 200};
  build.def.terrain.features = build.features;
  build.def.terrain.n_features = 2;
  build_own (&build, 0, 2000, 3000, 90);
  world = build_world (&build, 1);
  if (via) {
    command.n_via = 1;
    command.via[0] = (SimTarget){.kind = SIM_TARGET_PLACE, .position = base_vec (5000, 3000)};
  }
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &begun));
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 1500, &done));
  sim_world_free (world);
  return (done.t - begun.t) / (double) SIM_TICKS_PER_SECOND;
}

static void
test_via_saves_time (void)
{
  g_assert_cmpfloat (crossing_seconds (true) + 5, <, crossing_seconds (false));
}

/* ---- Orders -------------------------------------------------------------------------------- */

/* A question or a cease-fire on the way leaves the order in progress alone.  */
static void
test_asides (void)
{
  static const SimVerb asides[] = {SIM_VERB_REPORT, SIM_VERB_CEASE_FIRE};

  for (unsigned i = 0; i < G_N_ELEMENTS (asides); i++) {
    Build build;
    SimWorld *world = platoon_of_three (&build);
    SimCommand go = build_order_unit (1, SIM_VERB_MOVE, 0, 6500, 4500);
    SimCommand aside = build_order_unit (2, asides[i], 0, 0, 0);
    SimMessage message;

    sim_world_submit (world, &go);
    g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &message));
    sim_world_submit (world, &aside);
    g_assert_true (build_wait_order (world, 2, SIM_ORDER_DONE, 60, &message));
    g_assert_cmpuint (world->units.order[0], ==, 1);
    g_assert_cmpuint (world->units.hold_fire[0], ==, asides[i] == SIM_VERB_CEASE_FIRE);
    g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 900, &message));
    sim_world_free (world);
  }
}

/* `when ready` waits until three of the platoon are together; `at once` is half the wait.  */
static void
test_timings (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, 0, 3500, 4000);
  SimMessage message;

  g_assert_cmpuint (delay_of (SIM_TEMPER_TERSE, 0, SIM_TIMING_AT_ONCE), <,
                    delay_of (SIM_TEMPER_TERSE, 0, SIM_TIMING_NORMAL));
  build_init (&build);
  build_own (&build, 0, 3000, 3000, 0);
  build_own (&build, 0, 4500, 3000, 0);
  build_own (&build, 0, 4600, 3000, 0);
  world = build_world (&build, 11);
  command.timing = SIM_TIMING_WHEN_READY;
  sim_world_submit (world, &command);
  build_run (world, 40);
  g_assert_cmpuint (world->units.pending_order[0], ==, 1);
  g_assert_cmpuint (world->units.pending_cause[0], ==, SIM_CAUSE_REGROUPING);
  world->units.x[1] = 3100;
  world->units.x[2] = 3200;
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 3, &message));
  sim_world_free (world);
}

/* The first order after the leader fell takes longer; the second does not.  */
static void
test_no_leader_once (void)
{
  Build build;
  SimWorld *world = platoon_of_three (&build);
  SimCommand first = build_order_platoon (1, SIM_VERB_MOVE, 0, 3500, 3300);
  SimCommand second = build_order_platoon (2, SIM_VERB_MOVE, 0, 3500, 3350);
  SimMessage heard, begun;
  SimTick longer;

  world->platoons[0].leader_lost = world->tick;
  sim_world_submit (world, &first);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_HEARD, 30, &heard));
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &begun));
  longer = begun.t - heard.t;
  sim_world_submit (world, &second);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_HEARD, 30, &heard));
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_BEGUN, 60, &begun));
  g_assert_cmpuint (begun.t - heard.t + 100, <, longer);
  sim_world_free (world);
}

/* To be hit, down or overrun is an emergency; to be fired at is not.  */
static void
test_classes_of_trouble (void)
{
  Build build;
  SimWorld *world;
  unsigned overrun = 0;

  build_init (&build);
  build_own (&build, 0, 3000, 3000, 0);
  build_own (&build, 0, 3100, 3000, 0);
  build_group (&build, SIM_TASK_HOLD, BUILD_DRAGOON, 4, 3050, 3060, 3050, 3060);
  build.groups[0].spread_m = 20;
  build.rules.types[BUILD_WALKER].armour_front_mm = build.rules.types[BUILD_WALKER].armour_side_mm =
      build.rules.types[BUILD_WALKER].armour_rear_mm =
          build.rules.types[BUILD_WALKER].armour_top_mm = 13; /* they fire, and do not pierce */
  build.rules.types[BUILD_DRAGOON].armour_side_mm = build.rules.types[BUILD_DRAGOON].armour_front_mm =
      build.rules.types[BUILD_DRAGOON].armour_rear_mm =
          build.rules.types[BUILD_DRAGOON].armour_top_mm = 15;
  world = build_world (&build, 11);
  world->units.hold_fire[0] = world->units.hold_fire[1] = 1;
  for (int i = 0; i < 400; i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++) {
      const SimTransmission *said = &messages[k].transmission;

      if (messages[k].kind != SIM_MESSAGE_TRANSMISSION_BEGUN)
        continue;
      overrun += said->words.phrase == SIM_PHRASE_OVERRUN;
      if (said->words.phrase == SIM_PHRASE_OVERRUN || said->words.phrase == SIM_PHRASE_HIT)
        g_assert_cmpuint (said->air_class, ==, SIM_AIR_EMERGENCY);
      if (said->words.phrase == SIM_PHRASE_UNDER_FIRE)
        g_assert_cmpuint (said->air_class, ==, SIM_AIR_CONTACT);
    }
  }
  g_assert_cmpuint (overrun, ==, 1);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/pilots/fatigue", test_fatigue_grows_in_action);
  g_test_add_func ("/sim/pilots/condition", test_condition_costs_skill);
  g_test_add_func ("/sim/pilots/hits", test_skill_and_fatigue_tell);
  g_test_add_func ("/sim/pilots/tired", test_tired_says_so);
  g_test_add_func ("/sim/pilots/temper-delays", test_temper_delays);
  g_test_add_func ("/sim/pilots/temper-danger", test_temper_judges_danger);
  g_test_add_func ("/sim/pilots/temper-speaks", test_temper_speaks);
  g_test_add_func ("/sim/initiative/four", test_captain_commits_to_four);
  g_test_add_func ("/sim/initiative/reach", test_captain_reaches_no_farther);
  g_test_add_func ("/sim/initiative/first-axis", test_first_axis_binds);
  g_test_add_func ("/sim/initiative/ordered", test_ordered_platoon_stays);
  g_test_add_func ("/sim/initiative/busy", test_busy_do_not_hear);
  g_test_add_func ("/sim/initiative/ground", test_gives_ground_at_the_limit);
  g_test_add_func ("/sim/ground/ford", test_unknown_ford_is_slow);
  g_test_add_func ("/sim/ground/via", test_via_saves_time);
  g_test_add_func ("/sim/orders/asides", test_asides);
  g_test_add_func ("/sim/orders/timings", test_timings);
  g_test_add_func ("/sim/orders/no-leader", test_no_leader_once);
  g_test_add_func ("/sim/orders/classes", test_classes_of_trouble);
  return g_test_run ();
}

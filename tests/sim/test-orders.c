/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of orders, and the net they are said on.  */
#include "sim-builder.h"

#include "sim/sim-link.h"

#include <glib.h>

/* Every state, in its order.  */
static void
test_whole_life (void)
{
  static const SimOrderState states[] = {SIM_ORDER_ENTERED, SIM_ORDER_SPOKEN,    SIM_ORDER_HEARD,
                                         SIM_ORDER_READ_BACK, SIM_ORDER_WAITING, SIM_ORDER_BEGUN,
                                         SIM_ORDER_DONE,      SIM_ORDER_DONE};
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, 0, 2000, 1500);
  unsigned reached = 0;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 0);
  world = build_world (&build, 1);
  g_assert_true (sim_world_submit (world, &command));
  for (int i = 0; i < 3000; i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      if (messages[k].kind == SIM_MESSAGE_ORDER) {
        g_assert_cmpuint (reached, <, G_N_ELEMENTS (states));
        g_assert_cmpuint (messages[k].order.state, ==, states[reached++]);
        g_assert_cmpuint (messages[k].order.command.verb, ==, SIM_VERB_MOVE);
      }
  }
  g_assert_cmpuint (reached, ==, G_N_ELEMENTS (states));
  g_assert_cmpfloat (base_vec_distance (sim_world_unit (world, 0).position, base_vec (2000, 1500)),
                     <, 220);
  g_assert_cmpuint (sim_world_result (world).orders_done, ==, 1);
  sim_world_free (world);
}

/* Delay from read-back to begun for one order given to a unit of this trust.  */
static double
delay_with_trust (float trust)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, 0, 2000, 1500);
  SimMessage heard, begun;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 0);
  build.squadron[0].trust = trust;
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_HEARD, 60, &heard));
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 120, &begun));
  sim_world_free (world);
  return (begun.t - heard.t) / (double) SIM_TICKS_PER_SECOND;
}

static void
test_trust_delays (void)
{
  g_assert_cmpfloat (delay_with_trust (70), <, delay_with_trust (50));
  g_assert_cmpfloat (delay_with_trust (50), <, delay_with_trust (30));
  g_assert_cmpfloat (delay_with_trust (30), <, delay_with_trust (10));
}

/* A later order takes the place of the first, which says so and is not counted as done.  */
static void
test_replaced (void)
{
  Build build;
  SimWorld *world;
  SimCommand first = build_order_unit (1, SIM_VERB_MOVE, 0, 6000, 4000);
  SimCommand second = build_order_unit (2, SIM_VERB_MOVE, 0, 1500, 1000);
  SimMessage message;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 0);
  world = build_world (&build, 1);
  sim_world_submit (world, &first);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &message));
  sim_world_submit (world, &second);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_REPLACED, 60, &message));
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_DONE, 120, &message));
  g_assert_cmpuint (sim_world_result (world).orders_done, ==, 1);
  sim_world_free (world);
}

/* An order across a river without a crossing fails, and says why.  */
static void
test_no_route (void)
{
  static const BaseVec river[] = {{4000, 0}, {4000, 6000}};
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, 0, 6000, 3000);
  SimMessage message;

  build_init (&build);
  build.features[0] =
      (SimFeature) {.kind = SIM_FEATURE_RIVER, .n_points = 2, .points = river, .radius_m = 60};
  build.def.terrain.features = build.features;
  build.def.terrain.n_features = 1;
  build_own (&build, 0, 1000, 1000, 0);
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_FAILED, 120, &message));
  g_assert_cmpuint (message.order.cause, ==, SIM_CAUSE_NO_ROUTE);
  sim_world_free (world);
}

static void
test_nobody_hears (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_platoon (1, SIM_VERB_HOLD, 3, 0, 0);
  SimMessage message;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 0);
  world = build_world (&build, 1);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_LOST, 60, &message));
  sim_world_free (world);
}

/* Told to attack what he knows to be far too much, a careful pilot of no trust says no; the same
 * man who trusts her goes.  */
static SimOrderState
answer_to_attack (float trust)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_ATTACK, 0, 2000, 2600);

  build_init (&build);
  build_own (&build, 0, 2000, 1250, 0);
  build.squadron[0].temper = SIM_TEMPER_CAREFUL;
  build.squadron[0].trust = trust;
  build_group (&build, SIM_TASK_HOLD, BUILD_TANK, 3, 2000, 2600, 2000, 2600);
  world = build_world (&build, 1);
  build_run (world, 3);
  sim_world_submit (world, &command);
  for (int i = 0; i < 600; i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      if (messages[k].kind == SIM_MESSAGE_ORDER &&
          (messages[k].order.state == SIM_ORDER_REFUSED ||
           messages[k].order.state == SIM_ORDER_READ_BACK)) {
        SimOrderState state = (SimOrderState) messages[k].order.state;

        sim_world_free (world);
        return state;
      }
  }
  sim_world_free (world);
  return SIM_ORDER_LOST;
}

static void
test_objection (void)
{
  g_assert_cmpint (answer_to_attack (5), ==, SIM_ORDER_REFUSED);
  g_assert_cmpint (answer_to_attack (100), ==, SIM_ORDER_READ_BACK);
}

/* Shots fired at an unarmed scout that appears in front of the gun, with or without the order.  */
static uint64_t
shots_at_scout (bool cease)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_CEASE_FIRE, 0, 0, 0);
  uint64_t shots;

  build_init (&build);
  build_own (&build, 0, 2000, 2000, 90);
  build.rules.types[BUILD_SCOUT].n_weapons = 0;
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 2600, 2000, 2600, 2000);
  build.groups[0].arrival = SIM_SECONDS (40);
  world = build_world (&build, 1);
  if (cease)
    sim_world_submit (world, &command);
  build_run (world, 100);
  shots = sim_world_result (world).shots;
  sim_world_free (world);
  return shots;
}

static void
test_cease_fire (void)
{
  g_assert_cmpuint (shots_at_scout (false), >, 0);
  g_assert_cmpuint (shots_at_scout (true), ==, 0);
}

/* One speaker at a time; what begins ends, in order; no transmission is longer than planned.  */
static void
test_one_speaker (void)
{
  Build build;
  SimWorld *world;
  uint32_t speaking = 0;
  int begun = 0, cut = 0;

  build_melee (&build);
  world = build_world (&build, 3);
  while (!sim_world_is_finished (world)) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t i = 0; i < n; i++) {
      if (messages[i].kind == SIM_MESSAGE_TRANSMISSION_BEGUN) {
        g_assert_cmpuint (speaking, ==, 0);
        speaking = messages[i].transmission.id;
        g_assert_cmpuint (messages[i].transmission.t_end, >, messages[i].t);
        begun++;
      } else if (messages[i].kind == SIM_MESSAGE_TRANSMISSION_ENDED) {
        g_assert_cmpuint (speaking, ==, messages[i].transmission_ended.id);
        cut += messages[i].transmission_ended.cut;
        speaking = 0;
      }
    }
  }
  g_assert_cmpint (begun, >, 15);
  g_assert_cmpint (cut, <, begun);
  sim_world_free (world);
}

/* Steps until a message of this kind tells the first word of an enemy.  */
static bool
wait_first_word (SimWorld *world, SimMessageKind kind, double seconds)
{
  for (int i = 0; i < seconds * SIM_TICKS_PER_SECOND; i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++) {
      const SimWords *words = kind == SIM_MESSAGE_REPORT ? &messages[k].report.words
                                                         : &messages[k].transmission.words;

      if (messages[k].kind == kind && (words->phrase == SIM_PHRASE_CONTACT_SEEN ||
                                       words->phrase == SIM_PHRASE_CONTACT_MOVING))
        return true;
    }
  }
  return false;
}

/* An emergency cuts off whoever first speaks of an enemy: somebody says it anew, as the news that
 * it still is.  */
static void
test_first_word_cut_off (void)
{
  Build build;
  SimWorld *world;
  SimReport report;

  build_init (&build);
  build_own (&build, 0, 3000, 3000, 0);
  build_own (&build, 0, 3100, 3000, 0);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 2, 3000, 3900, 3000, 3900);
  build.rules.types[BUILD_WALKER].n_weapons = build.rules.types[BUILD_SCOUT].n_weapons = 0;
  world = build_world (&build, 1);
  g_assert_true (wait_first_word (world, SIM_MESSAGE_TRANSMISSION_BEGUN, 60));
  report = sim_report_begin (world, 1, SIM_REPORT_OWN_STATE, SIM_PHRASE_HIT);
  g_assert_true (sim_link_report (world, 1, SIM_AIR_EMERGENCY, 1, 0, &report));
  g_assert_true (wait_first_word (world, SIM_MESSAGE_REPORT, 30));
  sim_world_free (world);
}

/* Under the core of a swarm no telemetry comes; the link still carries an order.  */
static void
test_jamming (void)
{
  Build build;
  SimWorld *world;
  SimCommand command = build_order_unit (1, SIM_VERB_REPORT, 0, 0, 0);
  SimMessage message;
  int telemetry = 0;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 0);
  build_own (&build, 1, 7800, 5800, 0);
  build_group (&build, SIM_TASK_JAM, BUILD_JAMMER, 1, 1000, 1000, 1000, 1000);
  world = build_world (&build, 1);
  for (int i = 0; i < 600; i++) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++)
      if (messages[k].kind == SIM_MESSAGE_TELEMETRY && i > 20) {
        g_assert_cmpuint (messages[k].telemetry.unit.index, ==, 1);
        telemetry++;
      }
  }
  g_assert_cmpint (telemetry, >, 20);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 60, &message));
  g_assert_true (build_wait_message (world, SIM_MESSAGE_REPORT, 30, &message));
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/orders/whole-life", test_whole_life);
  g_test_add_func ("/sim/orders/trust-delays", test_trust_delays);
  g_test_add_func ("/sim/orders/replaced", test_replaced);
  g_test_add_func ("/sim/orders/no-route", test_no_route);
  g_test_add_func ("/sim/orders/nobody-hears", test_nobody_hears);
  g_test_add_func ("/sim/orders/objection", test_objection);
  g_test_add_func ("/sim/orders/cease-fire", test_cease_fire);
  g_test_add_func ("/sim/link/one-speaker", test_one_speaker);
  g_test_add_func ("/sim/link/jamming", test_jamming);
  g_test_add_func ("/sim/link/first-word-cut-off", test_first_word_cut_off);
  return g_test_run ();
}

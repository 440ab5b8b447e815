/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is on the link, what it costs her, and what happens when it costs too much.  */
#include "sim-builder.h"

#include "sim/sim-link.h"
#include "sim/sim-rescue.h"
#include "sim/sim-strain.h"
#include "sim/sim-world.h"

#include <glib.h>

/* Four of ours with a hearer, far from six scouts that neither move nor see.  */
static SimWorld *
quiet (Build *build)
{
  build_init (build);
  for (unsigned i = 0; i < 4; i++)
    build_own (build, 0, 1000 + 100 * (float) i, 1000, 0);
  build->squadron[0].hearer = 1;
  build->squadron[0].trust = 45; /* too little to cut her off himself */
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, 6, 4000, 1000, 4000, 1000);
  build->groups[0].n_route = 0;
  build->rules.types[BUILD_SCOUT].sight_m = 0;
  build->rules.types[BUILD_WALKER].sight_m = 0;
  return build_world (build, 1);
}

#define FIRST_SCOUT 4

static unsigned
count_synced (SimWorld *world)
{
  SimMessage message;

  g_assert_true (build_wait_message (world, SIM_MESSAGE_LINK, 3, &message));
  return message.link.synced;
}

/* All who live, in or out of their machines; neither Scavengers, nor the dead, nor who is back.  */
static void
test_synced (void)
{
  Build build;
  SimWorld *world;

  build_init (&build);
  for (unsigned i = 0; i < 4; i++)
    build_own (&build, 0, 5000 + 100 * (float) i, 4000, 0);
  build_scavenger (&build, 5000, 3900, 1);
  world = build_world (&build, 1);
  g_assert_cmpuint (count_synced (world), ==, 4);
  g_assert_cmpuint (world->units.synced[4], ==, 0);
  world->rules.death_otherwise = 1;
  world->units.alive[0] = 0;
  sim_rescue_bail_out (world, 0, false);
  world->rules.death_otherwise = 0;
  world->units.alive[1] = 0;
  sim_rescue_bail_out (world, 1, false);
  g_assert_cmpuint (count_synced (world), ==, 3);
  world->units.person[1] = SIM_PERSON_CARRIED;
  world->units.carrier[1] = 2;
  g_assert_cmpuint (count_synced (world), ==, 3);
  world->units.x[2] = 500;
  world->units.y[2] = 500;
  build_run (world, 2);
  g_assert_cmpuint (world->units.person[1], ==, SIM_PERSON_SAFE);
  g_assert_cmpuint (count_synced (world), ==, 2);
  sim_world_free (world);
}

/* ---- The level ----------------------------------------------------------------------------- */

static void
assert_level (const SimWorld *world, double level)
{
  g_assert_cmpfloat_with_epsilon ((double) sim_strain_level (world), level, 0.01);
}

/* 0.8 x synced + 0.15 x mean stress + 4 x Black Sheep within 6 km + 8 for a Shepherd; + 10 for a
 * minute after a death.  */
static void
test_level (void)
{
  Build build;
  SimWorld *world = quiet (&build);
  SimUnits *u = &world->units;

  build_run (world, 2);
  for (size_t i = 0; i < 4; i++)
    u->stress[i] = 0;
  assert_level (world, 3.2);
  u->stress[0] = 80;
  assert_level (world, 3.2 + 0.15 * 20);
  u->stress[0] = 0;
  u->mind[FIRST_SCOUT] = u->mind[FIRST_SCOUT + 1] = SIM_MIND_BLACK_SHEEP;
  assert_level (world, 3.2 + 8);
  u->x[FIRST_SCOUT] = u->x[0] + 6100;
  assert_level (world, 3.2 + 4);
  u->dormant[FIRST_SCOUT + 1] = 1;
  assert_level (world, 3.2);
  u->mind[FIRST_SCOUT] = SIM_MIND_SHEPHERD;
  assert_level (world, 3.2 + 8);
  u->synced[0] = 0;
  assert_level (world, 3 * 0.8);
  u->synced[0] = 1;
  sim_strain_death (world);
  assert_level (world, 3.2 + 8 + 10);
  build_run (world, 61);
  for (size_t i = 0; i < 4; i++)
    u->stress[i] = 0;
  assert_level (world, 3.2 + 8);
  sim_world_free (world);
}

/* Many Black Sheep are no worse than ten.  */
static void
test_most_sheep (void)
{
  Build build;
  SimWorld *world = quiet (&build);

  build_run (world, 2);
  for (size_t i = 0; i < 4; i++)
    world->units.stress[i] = 0;
  world->rules.strain_black_sheep = 9;
  for (size_t i = FIRST_SCOUT; i < FIRST_SCOUT + 6; i++)
    world->units.mind[i] = SIM_MIND_BLACK_SHEEP;
  assert_level (world, 3.2 + 40);
  sim_world_free (world);
}

/* A pilot's death is heard by being on the link: the minute begins there.  */
static void
test_death_is_heard (void)
{
  Build build;
  SimWorld *world = quiet (&build);

  build_run (world, 2);
  g_assert_cmpuint (world->link.death_tick, ==, 0);
  world->rules.death_otherwise = 1;
  world->units.alive[1] = 0;
  sim_rescue_bail_out (world, 1, false);
  g_assert_cmpuint (world->link.death_tick, ==, world->tick);
  sim_world_free (world);
}

/* 60 s up from nothing to all, 120 s down.  */
static void
test_pace (void)
{
  Build build;
  SimWorld *world = quiet (&build);

  world->rules.strain_per_synced = 20; /* 80 for four */
  build_run (world, 30);
  g_assert_cmpfloat (world->link.strain, >, 46);
  g_assert_cmpfloat (world->link.strain, <, 52);
  build_run (world, 30);
  g_assert_cmpfloat (world->link.strain, >, 78);
  world->rules.strain_per_synced = 0;
  build_run (world, 60);
  g_assert_cmpfloat (world->link.strain, >, 26);
  g_assert_cmpfloat (world->link.strain, <, 34);
  g_assert_cmpfloat (world->link.strain_peak, >, 78);
  sim_world_free (world);
}

/* ---- Words --------------------------------------------------------------------------------- */

static void
test_lost_words (void)
{
  static const struct {
    float strain, share;
  } marks[] = {{0, 0}, {60, 0}, {60.1f, 0.05f}, {67.5f, 0.10f}, {74.9f, 0.15f},
               {75, 0.15f}, {80, 0.20f}, {85, 0.25f}, {100, 0.25f}};
  Build build;
  SimWorld *world = quiet (&build);

  for (unsigned i = 0; i < G_N_ELEMENTS (marks); i++) {
    world->link.strain = marks[i].strain;
    g_assert_cmpfloat_with_epsilon (sim_strain_lost_share (world), marks[i].share, 0.002);
  }
  sim_world_free (world);
}

/* What is lost of a report on the air is as much as the share says.  */
static void
test_words_go_under (void)
{
  Build build;
  SimWorld *world = quiet (&build);
  SimCommand command = build_order_unit (1, SIM_VERB_REPORT, 0, 0, 0);
  SimMessage message;
  int lost = 0;

  world->rules.strain_per_synced = 80 / 4.0f;
  world->link.strain = 80;
  build_run (world, 2);
  sim_world_submit (world, &command);
  g_assert_true (build_wait_message (world, SIM_MESSAGE_REPORT, 30, &message));
  g_assert_cmpuint (message.report.words.n_lost, ==, 2);
  for (unsigned i = 0; i < message.report.words.n_lost; i++)
    lost += message.report.words.lost[i].to - message.report.words.lost[i].from;
  g_assert_cmpint (lost, >, 180);
  g_assert_cmpint (lost, <, 230);
  sim_world_free (world);
}

/* ---- The cut ------------------------------------------------------------------------------- */

/* Seconds until she is cut off, then until she is back.  */
static void
wait_cut (SimWorld *world, double *until, double *away)
{
  SimTick begun = sim_world_tick (world), cut;

  while (!sim_strain_is_cut (world)) {
    g_assert_cmpuint (sim_world_tick (world) - begun, <, SIM_SECONDS (300));
    sim_world_step (world);
  }
  cut = sim_world_tick (world);
  while (sim_strain_is_cut (world))
    sim_world_step (world);
  *until = (cut - begun) / (double) SIM_TICKS_PER_SECOND;
  *away = (sim_world_tick (world) - cut) / (double) SIM_TICKS_PER_SECOND;
}

static void
test_cut (void)
{
  Build build;
  SimWorld *world = quiet (&build);
  SimMessage message;
  double until, away;

  world->rules.strain_per_synced = 25; /* all there is, for four */
  world->link.strain = 80;
  build_run (world, 1);
  g_assert_true (build_wait_message (world, SIM_MESSAGE_LINK, 3, &message));
  g_assert_cmpuint (message.link.cut_s, ==, 0);
  g_assert_cmpuint (message.link.cut_in_s, >=, 9);
  g_assert_cmpuint (message.link.cut_in_s, <=, 14);
  wait_cut (world, &until, &away);
  g_assert_cmpfloat (until, >, 8);
  g_assert_cmpfloat (until, <, 15);
  g_assert_cmpfloat_with_epsilon (away, 90, 1);
  build_run (world, 1.5);
  g_assert_cmpfloat (world->link.strain, >=, 44);
  g_assert_cmpfloat (world->link.strain, <=, 49);
  wait_cut (world, &until, &away);
  g_assert_cmpfloat_with_epsilon (away, 90, 1);
  wait_cut (world, &until, &away);
  g_assert_cmpfloat_with_epsilon (away, 180, 1);
  sim_world_free (world);
}

/* Below the mark nobody is cut off, nor when it is passed for a moment.  */
static void
test_no_cut (void)
{
  Build build;
  SimWorld *world = quiet (&build);

  world->rules.strain_per_synced = 84 / 4.0f;
  build_run (world, 180);
  g_assert_cmpfloat (world->link.strain, >, 83);
  g_assert_false (sim_strain_is_cut (world));
  world->link.strain = 95;
  build_run (world, 9);
  world->link.strain = 80;
  build_run (world, 60);
  g_assert_cmpuint (world->link.cuts, ==, 0);
  sim_world_free (world);
}

/* Whatever is said then does not reach her; what she says waits; what became of it she learns when she
 * is back.  The squadron goes on.  */
static void
test_cut_off (void)
{
  Build build;
  SimWorld *world = quiet (&build);
  SimCommand before = build_order_unit (1, SIM_VERB_MOVE, 1, 1200, 1600);
  SimCommand during = build_order_unit (2, SIM_VERB_REPORT, 2, 0, 0);
  SimMessage message;
  SimTick back;
  bool told = false;

  sim_world_submit (world, &before);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_BEGUN, 60, &message));
  world->rules.strain_per_synced = 25;
  world->link.strain = 100;
  while (!sim_strain_is_cut (world))
    sim_world_step (world);
  back = world->link.cut_until;
  sim_world_submit (world, &during);
  while (world->tick + 1 < back) {
    const SimMessage *messages;
    size_t n;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t k = 0; k < n; k++) {
      g_assert_cmpuint (messages[k].kind, !=, SIM_MESSAGE_REPORT);
      g_assert_cmpuint (messages[k].kind, !=, SIM_MESSAGE_TRANSMISSION_BEGUN);
      g_assert_cmpuint (messages[k].kind, !=, SIM_MESSAGE_TRANSMISSION_ENDED);
      if (messages[k].kind != SIM_MESSAGE_ORDER)
        continue;
      g_assert_cmpuint (messages[k].order.order, ==, 2);
      g_assert_cmpuint (messages[k].order.state, ==, SIM_ORDER_ENTERED);
      g_assert_cmpuint (messages[k].order.cause, ==, SIM_CAUSE_LINK_CUT);
      told = true;
    }
  }
  g_assert_true (told);
  g_assert_cmpfloat (world->units.y[1], >, 1400);
  g_assert_cmpuint (sim_world_result (world).orders_done, ==, 1);
  world->rules.strain_per_synced = 1;
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 5, &message));
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_DONE, 60, &message));
  sim_world_free (world);
}

/* An order that was being said when the link went is said again, first of all.  */
static void
test_cut_in_a_word (void)
{
  Build build;
  SimWorld *world = quiet (&build);
  SimCommand command = build_order_unit (1, SIM_VERB_REPORT, 1, 0, 0);
  SimMessage message;

  build_run (world, 2);
  sim_world_submit (world, &command);
  world->rules.strain_per_synced = 25;
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_SPOKEN, 30, &message));
  world->link.strain = 100;
  world->link.over_tick = world->tick - SIM_SECONDS (8.5);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_CUT, 5, &message));
  world->rules.strain_per_synced = 1;
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_SPOKEN, 100, &message));
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_DONE, 60, &message));
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/link/synced", test_synced);
  g_test_add_func ("/sim/strain/level", test_level);
  g_test_add_func ("/sim/strain/most-sheep", test_most_sheep);
  g_test_add_func ("/sim/strain/death", test_death_is_heard);
  g_test_add_func ("/sim/strain/pace", test_pace);
  g_test_add_func ("/sim/strain/lost-words", test_lost_words);
  g_test_add_func ("/sim/strain/words-go-under", test_words_go_under);
  g_test_add_func ("/sim/strain/cut", test_cut);
  g_test_add_func ("/sim/strain/no-cut", test_no_cut);
  g_test_add_func ("/sim/strain/cut-off", test_cut_off);
  g_test_add_func ("/sim/strain/cut-in-a-word", test_cut_in_a_word);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Talk: that people remark on what happens, that none of it costs anybody his air, and who says what.  */
#include "sim-builder.h"

#include "sim/sim-link.h"
#include "sim/sim-talk.h"

#include <glib.h>
#include <string.h>

/* ---- Stories ------------------------------------------------------------------------------- */

/* Three platoons of two that see nobody, all with this trust; enough time.  */
static SimWorld *
quiet (float trust, float idle_s, uint64_t seed)
{
  Build build;

  build_init (&build);
  build.rules.talk_idle_s = idle_s;
  for (unsigned i = 0; i < 6; i++) {
    build_own (&build, i / 2, 1000 + 100 * (float) i, 1000 + 500 * (float) (i / 2), 0);
    build.squadron[i].trust = trust;
    build.squadron[i].temper = (uint8_t) (i % SIM_N_TEMPERS);
  }
  build.squadron[0].captain = 1;
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 7000, 5000, 7000, 5000);
  build.groups[0].n_route = 0;
  build.groups[0].dormant = 1;
  build.rules.types[BUILD_SCOUT].sight_m = 0;
  build.rules.types[BUILD_WALKER].sight_m = build.rules.types[BUILD_WALKER].feel_m = 0;
  build.def.duration = SIM_SECONDS (1800);
  return build_world (&build, seed);
}

static bool
next_report (SimWorld *world, SimTick end, SimReport *report)
{
  SimMessage message;
  SimTick now = sim_world_tick (world);

  if (now >= end || !build_wait_message (world, SIM_MESSAGE_REPORT,
                                         (end - now) / (double) SIM_TICKS_PER_SECOND, &message))
    return false;
  *report = message.report;
  return true;
}

/* The first report with this phrase in so many seconds; nobody (generation 0): none.  */
static SimReport
hear (SimWorld *world, SimPhrase phrase, double seconds)
{
  SimTick end = sim_world_tick (world) + SIM_SECONDS (seconds);
  SimReport report;

  while (next_report (world, end, &report))
    if (report.words.phrase == phrase)
      return report;
  return (SimReport){.from = SIM_UNIT_NONE};
}

static bool
hears (SimWorld *world, SimPhrase phrase, double seconds)
{
  return hear (world, phrase, seconds).words.phrase == phrase;
}

/* ---- Chat ---------------------------------------------------------------------------------- */

/* In a long quiet they talk, no wording twice, the same subject not within 90 s, and less and less.  */
static void
test_chat (void)
{
  SimWorld *world = quiet (50, 30, 3);
  SimTick last[SIM_N_TALK] = {0};
  bool said[SIM_N_TALK][8] = {{false}};
  unsigned n = 0;
  SimReport report;

  while (next_report (world, SIM_SECONDS (1790), &report)) {
    unsigned talk = report.words.phrase - SIM_FIRST_TALK;

    if (report.words.phrase < SIM_FIRST_TALK)
      continue;
    g_assert_false (said[talk][report.words.variant]);
    said[talk][report.words.variant] = true;
    g_assert_true (last[talk] == 0 || report.t_sent >= last[talk] + SIM_SECONDS (90));
    last[talk] = report.t_sent;
    n++;
  }
  g_assert_cmpuint (n, >=, 10);
  g_assert_cmpuint (n, <=, 1790 / 15);
  sim_world_free (world);
}

/* Who does not trust her at all says nothing; of her speaks who trusts her little.  */
static void
test_trust (void)
{
  SimWorld *world = quiet (15, 15, 3);
  unsigned of_her = 0;
  SimReport report;

  while (next_report (world, SIM_SECONDS (900), &report))
    g_assert_cmpuint (report.words.phrase, <, SIM_FIRST_TALK);
  sim_world_free (world);
  for (int trust = 30; trust <= 50; trust += 20) {
    world = quiet ((float) trust, 15, 3);
    of_her = 0;
    while (next_report (world, SIM_SECONDS (900), &report))
      of_her += report.words.phrase == SIM_PHRASE_TALK_VOICE;
    g_assert_true ((of_her > 0) == (trust == 30));
    sim_world_free (world);
  }
}

static SimCommand
net_short (uint32_t id)
{
  return (SimCommand){.id = id,
                      .verb = SIM_VERB_NET,
                      .setting = SIM_SETTING_SHORT,
                      .n_addressees = 1,
                      .addressees = {{SIM_ADDRESSEE_ALL, 0}},
                      .facing_deg = -1};
}

static void
test_net_short (void)
{
  SimWorld *world = quiet (50, 15, 3);
  SimCommand command = net_short (1);
  SimReport report;

  g_assert_true (sim_world_submit (world, &command));
  while (next_report (world, SIM_SECONDS (900), &report))
    g_assert_cmpuint (report.words.phrase, <, SIM_FIRST_TALK);
  sim_world_free (world);
}

/* ---- Nobody's air -------------------------------------------------------------------------- */

/* Runs until somebody chats; he has just begun.  */
static void
wait_for_chat (SimWorld *world)
{
  while (world->link.now.id == 0 || !sim_talk_is_idle (&world->link.now.report)) {
    g_assert_false (sim_world_is_finished (world));
    sim_world_step (world);
  }
}

/* He stops for her order, at once, and it is not said again.  */
static void
test_gives_way_to_orders (void)
{
  SimWorld *world = quiet (50, 30, 3);
  SimCommand command = build_order_platoon (1, SIM_VERB_MOVE, 1, 3000, 2000);
  SimMessage message;

  wait_for_chat (world);
  g_assert_true (sim_world_submit (world, &command));
  g_assert_true (build_wait_message (world, SIM_MESSAGE_TRANSMISSION_ENDED, 1, &message));
  g_assert_true (message.transmission_ended.cut);
  g_assert_cmpuint (message.transmission_ended.air_class, ==, SIM_AIR_TALK);
  g_assert_true (build_wait_order (world, 1, SIM_ORDER_SPOKEN, 0.3, &message));
  sim_world_free (world);
}

/* And for the first word of an enemy; news of a known one waits for the end of the sentence.  */
static void
test_gives_way_to_contacts (void)
{
  for (int first = 0; first < 2; first++) {
    SimWorld *world = quiet (50, 30, 3);
    SimReport report = sim_report_begin (
        world, 2, first ? SIM_REPORT_CONTACT : SIM_REPORT_CONTACT_UPDATE, SIM_PHRASE_CONTACT_SEEN);
    SimMessage message;

    wait_for_chat (world);
    g_assert_true (sim_link_report (world, 2, SIM_AIR_CONTACT, SIM_SUBJECT_NONE, 0, &report));
    g_assert_true (build_wait_message (world, SIM_MESSAGE_TRANSMISSION_ENDED, 12, &message));
    g_assert_cmpuint (message.transmission_ended.cut, ==, first);
    sim_world_free (world);
  }
}

/* Nobody begins while something waits, or right after somebody has spoken.  */
static void
test_waits_for_silence (void)
{
  SimWorld *world = quiet (50, 30, 3);
  SimReport report = sim_report_begin (world, 2, SIM_REPORT_OWN_STATE, SIM_PHRASE_STATUS_SOUND);

  build_run (world, 5);
  g_assert_true (sim_link_is_silent (world, 1));
  g_assert_true (sim_link_report (world, 2, SIM_AIR_STATUS, SIM_SUBJECT_NONE, 0, &report));
  g_assert_false (sim_link_is_silent (world, 0));
  build_run (world, 1);
  g_assert_false (sim_link_is_silent (world, 0));
  while (world->link.now.id != 0)
    sim_world_step (world);
  build_run (world, 1);
  g_assert_true (sim_link_is_silent (world, 0));
  g_assert_false (sim_link_is_silent (world, 1));
  sim_world_free (world);
}

/* ---- What happens -------------------------------------------------------------------------- */

/* One of his platoon says that a comrade was hit, not he himself, and by name where he trusts her.  */
static void
test_comrade_hit (void)
{
  for (int trust = 50; trust <= 70; trust += 20) {
    SimWorld *world = quiet ((float) trust, 3600, 1);
    SimReport report;

    build_run (world, 5);
    while (world->talk.remarks[0].phrase == SIM_PHRASE_NONE)
      sim_talk_hit (world, 2); /* not everybody cares to say so */
    report = hear (world, SIM_PHRASE_TALK_COMRADE_HIT, 30);
    g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_TALK_COMRADE_HIT);
    g_assert_cmpuint (report.from.index, ==, 3);
    g_assert_cmpint (report.words.arguments[0].number, ==, 2);
    g_assert_cmpuint (report.words.arguments[0].type, ==, trust >= 60);
    sim_world_free (world);
  }
}

/* They shoot for a while, or are shot at; then nobody does.  */
static void
fight_for (SimWorld *world, size_t platoon, double seconds)
{
  for (double t = 0; t < seconds; t++) {
    for (size_t i = 0; i < world->n_own; i++)
      if (world->units.group[i] == platoon && world->units.alive[i])
        world->units.fired_tick[i] = world->tick;
    build_run (world, 1);
  }
}

static void
test_after_a_fight (void)
{
  unsigned relieved = 0;

  for (uint64_t seed = 1; seed <= 4; seed++) {
    SimWorld *world = quiet (50, 3600, seed);
    SimReport report;

    build_run (world, 5);
    fight_for (world, 1, 40);
    g_assert_cmpuint (world->talk.fights[1], !=, 0);
    report = hear (world, SIM_PHRASE_TALK_RELIEF, 60);
    relieved += report.words.phrase == SIM_PHRASE_TALK_RELIEF && report.platoon == 1;
    g_assert_cmpuint (world->talk.fights[1], ==, 0);
    sim_world_free (world);
  }
  g_assert_cmpuint (relieved, >=, 2);
}

/* Not in the middle of it; and there is nothing to be glad of when one is gone.  */
static void
test_a_death (void)
{
  unsigned hurt = 0, spoken_of = 0;

  for (uint64_t seed = 1; seed <= 4; seed++) {
    SimWorld *world = quiet (50, 3600, seed);
    const uint8_t *times = world->talk.times;

    build_run (world, 5);
    fight_for (world, 1, 10);
    world->units.alive[2] = 0;
    world->units.pilot_dead[2] = 1;
    sim_talk_lost (world, 2);
    for (int i = 0; i < 3; i++) {
      fight_for (world, 1, 15);
      g_assert_cmpuint (times[SIM_PHRASE_TALK_COMRADE_DEAD - SIM_FIRST_TALK], ==, 0);
    }
    hurt += hears (world, SIM_PHRASE_TALK_RELIEF_HURT, 60);
    build_run (world, 120);
    spoken_of += times[SIM_PHRASE_TALK_COMRADE_DEAD - SIM_FIRST_TALK];
    g_assert_cmpuint (times[SIM_PHRASE_TALK_RELIEF - SIM_FIRST_TALK], ==, 0);
    sim_world_free (world);
  }
  g_assert_cmpuint (hurt, >=, 2);
  g_assert_cmpuint (spoken_of, >=, 2);
}

/* Who trusts her little blames her for a death in an order of hers, others do not.  */
static void
test_blame (void)
{
  for (int trust = 30; trust <= 50; trust += 20) {
    unsigned blamed = 0;

    for (uint64_t seed = 1; seed <= 6; seed++) {
      SimWorld *world = quiet ((float) trust, 3600, seed);

      build_run (world, 5);
      world->units.alive[2] = 0;
      world->units.pilot_dead[2] = 1;
      world->units.order[2] = 1;
      sim_talk_lost (world, 2);
      world->units.order[2] = 0;
      blamed += hears (world, SIM_PHRASE_TALK_BLAME_ORDER, 120);
      sim_world_free (world);
    }
    g_assert_true ((blamed > 0) == (trust == 30));
  }
}

/* Advice is for who trusts her: from where they came.  */
static void
test_advice (void)
{
  for (int trust = 50; trust <= 70; trust += 20) {
    unsigned advised = 0;

    for (uint64_t seed = 1; seed <= 6; seed++) {
      SimWorld *world = quiet ((float) trust, 3600, seed);
      SimReport report;

      build_run (world, 5);
      world->platoons[1].threat = base_vec (5000, 1500);
      world->platoons[1].threat_tick = world->tick;
      fight_for (world, 1, 40);
      report = hear (world, SIM_PHRASE_TALK_ADVISE_SIDE, 120);
      if (report.words.phrase == SIM_PHRASE_TALK_ADVISE_SIDE)
        g_assert_cmpint (report.words.arguments[0].number, ==, 2);
      advised += report.words.phrase == SIM_PHRASE_TALK_ADVISE_SIDE;
      sim_world_free (world);
    }
    g_assert_true ((advised > 0) == (trust == 70));
  }
}

/* Thanks for a warning come when there is a moment for them.  */
static void
test_thanks (void)
{
  unsigned thanked = 0;

  for (uint64_t seed = 1; seed <= 4; seed++) {
    SimWorld *world = quiet (50, 3600, seed);

    build_run (world, 5);
    sim_talk_warned (world, 1);
    fight_for (world, 1, 30);
    g_assert_cmpuint (world->talk.times[SIM_PHRASE_TALK_THANKS_WARNING - SIM_FIRST_TALK], ==, 0);
    thanked += hears (world, SIM_PHRASE_TALK_THANKS_WARNING, 90);
    sim_world_free (world);
  }
  g_assert_cmpuint (thanked, >, 0);
}

/* ---- The end ------------------------------------------------------------------------------- */

/* The last that is heard is that it is over: from the captain, or from the desk when there is none.  */
static void
test_the_end (void)
{
  for (int captain = 0; captain < 2; captain++) {
    SimWorld *world = quiet (50, 30, 3);
    SimReport report, last = {.id = 0};

    build_run (world, 1780);
    if (!captain)
      world->units.captain[0] = 0;
    while (next_report (world, SIM_TICK_NEVER - 1, &report)) {
      last = report;
      if (sim_world_is_finished (world))
        break;
    }
    g_assert_true (sim_world_is_finished (world));
    if (captain)
      g_assert_true (last.words.phrase == SIM_PHRASE_OVER || last.words.phrase == SIM_PHRASE_OVER_LOST);
    else
      g_assert_cmpuint (last.words.phrase, ==, SIM_PHRASE_OVER_DESK);
    g_assert_cmpuint (last.t_heard, ==, sim_world_tick (world));
    sim_world_free (world);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/talk/chat", test_chat);
  g_test_add_func ("/sim/talk/trust", test_trust);
  g_test_add_func ("/sim/talk/net-short", test_net_short);
  g_test_add_func ("/sim/talk/gives-way-to-orders", test_gives_way_to_orders);
  g_test_add_func ("/sim/talk/gives-way-to-contacts", test_gives_way_to_contacts);
  g_test_add_func ("/sim/talk/waits-for-silence", test_waits_for_silence);
  g_test_add_func ("/sim/talk/comrade-hit", test_comrade_hit);
  g_test_add_func ("/sim/talk/after-a-fight", test_after_a_fight);
  g_test_add_func ("/sim/talk/a-death", test_a_death);
  g_test_add_func ("/sim/talk/blame", test_blame);
  g_test_add_func ("/sim/talk/advice", test_advice);
  g_test_add_func ("/sim/talk/thanks", test_thanks);
  g_test_add_func ("/sim/talk/the-end", test_the_end);
  return g_test_run ();
}

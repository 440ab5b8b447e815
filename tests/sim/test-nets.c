/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of the net, who is on the link, and a platoon's own net.  */
#include "sim-builder.h"

#include "sim/sim-link.h"
#include "sim/sim-nets.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"
#include "sim/sim-strain.h"
#include "sim/sim-world.h"

#include <glib.h>
#include <string.h>

/* Three platoons of seven that see nobody and are seen by nobody.  */
static SimWorld *
squadron (Build *build)
{
  build_init (build);
  for (unsigned i = 0; i < 21; i++)
    build_own (build, i / 7, 1000 + 100 * (float) i, 1000 + 500 * (float) (i / 7), 0);
  build->squadron[0].hearer = build->squadron[0].captain = 1;
  build_group (build, SIM_TASK_HOLD, BUILD_SCOUT, 1, 7000, 5000, 7000, 5000);
  build->groups[0].n_route = 0;
  build->groups[0].dormant = 1;
  build->rules.types[BUILD_SCOUT].sight_m = 0;
  build->rules.types[BUILD_WALKER].sight_m = build->rules.types[BUILD_WALKER].feel_m = 0;
  return build_world (build, 1);
}

/* Of three platoons in a row each meets enemies of its own, the middle one first.  */
static SimWorld *
fight (Build *build, uint64_t seed)
{
  build_init (build);
  for (unsigned i = 0; i < 12; i++)
    build_own (build, i / 4, 1500 + 400 * (float) i, 2000, 0);
  for (unsigned p = 0; p < 3; p++)
    build_group (build, SIM_TASK_ATTACK, BUILD_TANK, 5, 2100 + 1600 * (float) p,
                 p == 1 ? 5200 : 5900, 2100 + 1600 * (float) p, 1500);
  return build_world (build, seed);
}

static SimCommand
setting (uint32_t id, SimVerb verb, SimSetting setting, SimAddresseeKind kind, uint32_t index)
{
  return (SimCommand){.id = id,
                      .verb = (uint8_t) verb,
                      .setting = (uint8_t) setting,
                      .n_addressees = 1,
                      .addressees = {{(uint8_t) kind, index}},
                      .facing_deg = -1};
}

static SimCommand
listen_in (uint32_t id, uint32_t platoon)
{
  SimCommand command = setting (id, SIM_VERB_LISTEN_IN, SIM_SETTING_NONE, SIM_ADDRESSEE_ALL, 0);

  command.target = (SimTarget){.kind = SIM_TARGET_PLATOON, .number = platoon};
  return command;
}

static void
give (SimWorld *world, SimCommand command)
{
  SimMessage message;

  g_assert_true (sim_world_submit (world, &command));
  g_assert_true (build_wait_order (world, command.id, SIM_ORDER_DONE, 40, &message));
}

/* ---- Figures: what is made is heard, lost for a cause, or waits ------------------------------- */

static void
assert_adds_up (const SimWorld *world)
{
  SimNetFigures figures = sim_world_net_figures (world);
  SimResult result = sim_world_result (world);
  const SimNetCounts *counts = &figures.counts;
  uint32_t heard = 0, gone = 0, orders = 0;

  for (int i = 0; i < SIM_N_AIR_CLASSES; i++) {
    uint32_t lost = 0;

    for (int cause = 0; cause < SIM_N_NET_LOSSES; cause++) {
      lost += counts->lost[cause][i];
      if (cause != SIM_NET_LOSS_REPLACED && cause != SIM_NET_LOSS_SILENCED)
        gone += counts->lost[cause][i];
    }
    g_assert_cmpuint (counts->made[i], ==, counts->heard[i] + lost + figures.waiting[i]);
    g_assert_cmpuint (counts->garbled[i], <=, counts->heard[i]);
    heard += counts->heard[i];
  }
  g_assert_cmpuint (heard, ==, result.reports_sent);
  g_assert_cmpuint (gone, ==, result.reports_lost);
  for (int phase = 0; phase < SIM_N_NET_PHASES; phase++) {
    g_assert_cmpuint (counts->used[phase], <=, counts->ticks[phase]);
    g_assert_cmpfloat (figures.delays[phase].median_s, <=, figures.delays[phase].p95_s);
    orders += figures.delays[phase].orders + figures.delays[phase].unsaid;
  }
  g_assert_cmpuint (counts->ticks[0] + counts->ticks[1] + counts->ticks[2], ==,
                    sim_world_tick (world));
  for (uint32_t i = 0; i < world->n_orders; i++)
    orders += world->orders[i].command.verb == SIM_VERB_LISTEN_IN; /* never said */
  g_assert_cmpuint (orders, ==, result.orders_given);
}

static void
ask_around (SimWorld *world)
{
  for (uint32_t id = 1; id <= 30 && !sim_world_is_finished (world); id++) {
    SimCommand command = build_order_platoon (id, SIM_VERB_REPORT, id % 3, 0, 0);

    sim_world_submit (world, &command);
    build_run (world, 12);
    assert_adds_up (world);
  }
}

/* In quiet and in a fight whose net is full: everything is counted, at every moment.  */
static void
test_adds_up (void)
{
  Build build;
  SimWorld *world = squadron (&build);

  ask_around (world);
  g_assert_cmpuint (world->nets.counts.heard[SIM_AIR_STATUS], >, 10);
  g_assert_cmpuint (world->nets.counts.heard[SIM_AIR_ORDER], >, 10);
  sim_world_free (world);
  world = fight (&build, 3);
  ask_around (world);
  g_assert_cmpuint (world->nets.counts.lost[SIM_NET_LOSS_EXPIRED][SIM_AIR_STATUS], >, 0);
  g_assert_cmpuint (world->nets.counts.heard[SIM_AIR_CONTACT], >, 0);
  g_assert_cmpuint (world->nets.counts.heard[SIM_AIR_EMERGENCY], >, 0);
  g_assert_cmpuint (world->nets.counts.ticks[SIM_NET_CONTACT], >, 0);
  g_assert_cmpuint (world->nets.counts.used[SIM_NET_CONTACT], >, 0);
  sim_world_free (world);
}

/* What she had not heard and asks to hear again is made once more, and counted.  */
static void
test_again_adds_up (void)
{
  Build build;
  SimWorld *world = squadron (&build);
  SimCommand report = build_order_platoon (1, SIM_VERB_REPORT, 1, 0, 0);
  SimCommand again = build_order_platoon (2, SIM_VERB_SAY_AGAIN, 1, 0, 0);
  uint32_t heard;

  again.target.kind = SIM_TARGET_NONE;
  sim_world_submit (world, &report);
  build_run (world, 40);
  for (int i = 0; i < SIM_MAX_SAID; i++)
    world->link.said[i].heard = 0;
  heard = world->nets.counts.heard[SIM_AIR_ORDER];
  give (world, again);
  g_assert_cmpuint (world->nets.counts.heard[SIM_AIR_ORDER], ==, heard + 1);
  assert_adds_up (world);
  sim_world_free (world);
}

/* The phase is by machines engaged: none, some, nine and more.  */
static void
test_phases (void)
{
  Build build;
  SimWorld *world = squadron (&build);
  const unsigned engaged[] = {0, 1, 8, 9, 15};
  const SimNetPhase phases[] = {SIM_NET_QUIET, SIM_NET_CONTACT, SIM_NET_CONTACT, SIM_NET_CRISIS,
                                SIM_NET_CRISIS};

  for (int i = 0; i < 5; i++) {
    build_run (world, 12);
    for (unsigned k = 0; k < engaged[i]; k++)
      world->units.fired_tick[k] = world->tick;
    build_run (world, 2);
    g_assert_cmpuint (world->nets.phase, ==, phases[i]);
  }
  sim_world_free (world);
}

/* ---- Rules of the net ---------------------------------------------------------------------- */

typedef struct {
  unsigned reports[SIM_N_AIR_CLASSES], spoken, read_backs;
} Heard;

/* What comes over the air, by class, in so many seconds.  */
static Heard
hear (SimWorld *world, double seconds)
{
  Heard heard = {0};

  for (int t = 0; t < (int) (seconds * 10); t++) {
    size_t n;
    const SimMessage *messages;

    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t i = 0; i < n; i++) {
      const SimTransmission *said = &messages[i].transmission;

      if (messages[i].kind != SIM_MESSAGE_TRANSMISSION_BEGUN)
        continue;
      heard.spoken++;
      heard.reports[said->air_class] += said->report != 0;
      heard.read_backs += said->words.phrase == SIM_PHRASE_READ_BACK;
    }
  }
  return heard;
}

/* Under net quiet nothing but emergencies is heard for two minutes of a fight; without it much is.  */
static void
test_quiet (void)
{
  Build build;
  Heard heard, open;

  for (int quiet = 0; quiet < 2; quiet++) {
    SimWorld *world;

    world = fight (&build, 3);
    if (quiet)
      give (world, setting (1, SIM_VERB_NET, SIM_SETTING_QUIET, SIM_ADDRESSEE_ALL, 0));
    build_run (world, 150);
    *(quiet ? &heard : &open) = hear (world, 120);
    assert_adds_up (world);
    if (quiet)
      g_assert_cmpuint (world->nets.counts.lost[SIM_NET_LOSS_SILENCED][SIM_AIR_CONTACT], >, 0);
    sim_world_free (world);
  }
  g_assert_cmpuint (open.reports[SIM_AIR_CONTACT], >, 3);
  g_assert_cmpuint (heard.reports[SIM_AIR_EMERGENCY], >, 0);
  g_assert_cmpuint (heard.spoken, ==, heard.reports[SIM_AIR_EMERGENCY]);
}

/* Who is asked answers all the same, and what was kept back is said when the net is open again.  */
static void
test_quiet_answers (void)
{
  Build build;
  SimWorld *world = squadron (&build);
  SimCommand report = build_order_unit (2, SIM_VERB_REPORT, 0, 0, 0);
  Heard heard;

  report.target = (SimTarget){0};
  give (world, setting (1, SIM_VERB_NET, SIM_SETTING_QUIET, SIM_ADDRESSEE_ALL, 0));
  sim_world_submit (world, &report);
  heard = hear (world, 40);
  g_assert_cmpuint (heard.read_backs, ==, 1);
  g_assert_cmpuint (heard.reports[SIM_AIR_STATUS], >=, 2);
  world->units.ammunition[0] = 5;
  heard = hear (world, 30);
  g_assert_cmpuint (heard.spoken, ==, 0);
  give (world, setting (3, SIM_VERB_NET, SIM_SETTING_OPEN, SIM_ADDRESSEE_PLATOON, 0));
  heard = hear (world, 10);
  g_assert_cmpuint (heard.reports[SIM_AIR_STATUS], ==, 1);
  assert_adds_up (world);
  sim_world_free (world);
}

/* One transmission, and no read-back.  A rule for one platoon is for no other.  */
static void
test_costs_one_transmission (void)
{
  Build build;
  SimWorld *world = squadron (&build);
  SimCommand command = setting (1, SIM_VERB_NET, SIM_SETTING_SHORT, SIM_ADDRESSEE_PLATOON, 1);
  Heard heard;

  build_run (world, 2);
  sim_world_submit (world, &command);
  heard = hear (world, 30);
  g_assert_cmpuint (heard.spoken, ==, 1);
  g_assert_cmpuint (world->nets.counts.used[SIM_NET_QUIET], ==,
                    (guint) (10 * (world->rules.air_short_s + world->rules.air_gap_s) + 0.5));
  g_assert_cmpint (sim_nets_rule (world, 0), ==, SIM_SETTING_OPEN);
  g_assert_cmpint (sim_nets_rule (world, 1), ==, SIM_SETTING_SHORT);
  sim_world_free (world);
}

static SimReport
contact_of (SimWorld *world, uint16_t count)
{
  SimReport report = sim_report_begin (world, 0, SIM_REPORT_CONTACT, SIM_PHRASE_CONTACT_SEEN);

  report.count = count;
  report.count_exact = 1;
  report.own.told = SIM_OWN_PILOT | SIM_OWN_AMMUNITION;
  sim_words_type (&report.words, 0, BUILD_SCOUT, count);
  return report;
}

/* Net short: counts are round, feelings and reasons are not said, and it takes less air.  */
static void
test_short (void)
{
  static const uint16_t counts[][2] = {{3, 3}, {7, 5}, {8, 10}, {13, 15}, {26, 30}};
  Build build;
  SimWorld *world = squadron (&build);
  SimReport refuse = sim_report_begin (world, 0, SIM_REPORT_ORDER, SIM_PHRASE_REFUSE);
  SimReport tired = sim_report_begin (world, 0, SIM_REPORT_OWN_STATE, SIM_PHRASE_TIRED);

  give (world, setting (1, SIM_VERB_NET, SIM_SETTING_SHORT, SIM_ADDRESSEE_ALL, 0));
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++) {
    SimReport report = contact_of (world, counts[i][0]);

    g_assert_cmpfloat (sim_nets_shorten (world, SIM_AIR_CONTACT, &report), <, 1);
    g_assert_cmpuint (report.count, ==, counts[i][1]);
    g_assert_cmpint (report.words.arguments[0].number, ==, counts[i][1]);
    g_assert_cmpuint (report.own.told, ==, SIM_OWN_AMMUNITION);
  }
  sim_nets_shorten (world, SIM_AIR_ORDER, &refuse);
  g_assert_cmpuint (refuse.words.phrase, ==, SIM_PHRASE_REFUSE_SHORT);
  g_assert_false (sim_nets_allow (world, SIM_AIR_STATUS, &tired));
  g_assert_false (sim_nets_allow (world, SIM_AIR_TALK, &refuse));
  g_assert_true (sim_nets_allow (world, SIM_AIR_CONTACT, &refuse));
  sim_world_free (world);
}

/* Seconds until a platoon may speak of the same again, after it has.  */
static int
seconds_until_again (SimWorld *world, SimAirClass air_class, uint32_t subject)
{
  const float again_s = 20;
  SimReport report = contact_of (world, 3);
  int seconds = 0;

  g_assert_true (sim_link_report (world, 0, air_class, subject, again_s, &report));
  build_run (world, 10); /* it is said */
  do {
    build_run (world, 1);
    seconds++;
  } while (!sim_link_report (world, 0, air_class, subject, again_s, &report));
  build_run (world, 10);
  return seconds;
}

/* Of an enemy nobody repeats himself as soon under net short; everything else is told as ever.  */
static void
test_short_repeats_less (void)
{
  int open[SIM_N_AIR_CLASSES], kept[SIM_N_AIR_CLASSES];
  static const SimAirClass classes[] = {SIM_AIR_EMERGENCY, SIM_AIR_CONTACT, SIM_AIR_STATUS};
  Build build;
  SimWorld *world = squadron (&build);

  world->rules.net_short_again = 3;
  for (int is_short = 0; is_short < 2; is_short++) {
    if (is_short)
      give (world, setting (1, SIM_VERB_NET, SIM_SETTING_SHORT, SIM_ADDRESSEE_ALL, 0));
    for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
      (is_short ? kept : open)[classes[i]] =
          seconds_until_again (world, classes[i], 0x7f000000u + (uint32_t) (2 * i) + (uint32_t) is_short);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    g_assert_cmpint (ABS (kept[classes[i]] - open[classes[i]] -
                          (classes[i] == SIM_AIR_CONTACT ? 40 : 0)), <=, 2);
  sim_world_free (world);
}

/* ---- The link ------------------------------------------------------------------------------ */

/* Sync leaders takes about eleven points of strain off 21.  */
static void
test_sync_leaders (void)
{
  Build build;
  SimWorld *world = squadron (&build);
  SimMessage message;
  float before, after;

  build_run (world, 60);
  before = sim_strain_level (world);
  give (world, setting (1, SIM_VERB_SYNC, SIM_SETTING_LEADERS, SIM_ADDRESSEE_ALL, 0));
  g_assert_true (build_wait_message (world, SIM_MESSAGE_LINK, 3, &message));
  g_assert_cmpuint (message.link.synced, ==, 3);
  g_assert_cmpuint (message.link.leaders_only, ==, 1);
  g_assert_true ((message.link.off_link & 0xff) == 0x7e); /* all of the first but its leader */
  after = sim_strain_level (world);
  g_assert_cmpfloat (before - after, >, 10);
  g_assert_cmpfloat (before - after, <, 15);
  give (world, setting (2, SIM_VERB_SYNC, SIM_SETTING_ALL, SIM_ADDRESSEE_ALL, 0));
  g_assert_cmpfloat_with_epsilon ((double) sim_strain_level (world), (double) before, 1);
  sim_world_free (world);
}

/* When a leader falls, the next comes on.  */
static void
test_next_leader_comes_on (void)
{
  Build build;
  SimWorld *world = squadron (&build);

  give (world, setting (1, SIM_VERB_SYNC, SIM_SETTING_LEADERS, SIM_ADDRESSEE_ALL, 0));
  g_assert_cmpuint (world->units.synced[7], ==, 1);
  g_assert_cmpuint (world->units.synced[8], ==, 0);
  world->rules.death_otherwise = 1;
  world->units.alive[7] = 0;
  sim_rescue_bail_out (world, 7, false);
  sim_pilot_lost (world, 7);
  build_run (world, 2);
  g_assert_cmpuint (world->units.synced[7], ==, 0);
  g_assert_cmpuint (world->units.synced[8], ==, 1);
  sim_world_free (world);
}

/* Of a platoon without machines who is on foot still has his voice.  */
static void
test_last_of_platoon (void)
{
  Build build;
  SimWorld *world = squadron (&build);

  give (world, setting (1, SIM_VERB_SYNC, SIM_SETTING_LEADERS, SIM_ADDRESSEE_ALL, 0));
  world->rules.death_otherwise = 1;
  for (size_t i = 7; i < 14; i++) {
    world->rules.death_otherwise = i == 10 ? 0 : 1;
    world->units.alive[i] = 0;
    sim_rescue_bail_out (world, i, false);
    sim_pilot_lost (world, i);
  }
  build_run (world, 2);
  g_assert_cmpuint (sim_nets_relay (world, 1), ==, 10);
  g_assert_cmpuint (world->units.synced[10], ==, 1);
  g_assert_cmpuint (world->units.synced[11], ==, 0);
  sim_world_free (world);
}

static void
cry (SimWorld *world, size_t unit)
{
  world->units.parts[unit * SIM_N_PARTS + SIM_PART_GUN] = 20;
  sim_pilot_hit (world, unit, SIM_PART_GUN);
}

/* An emergency of who is off the link is said by his leader, five seconds later, and for him.  */
static void
test_relayed (void)
{
  Build build;
  SimWorld *world = squadron (&build);
  SimTick cried;
  SimMessage message;

  give (world, setting (1, SIM_VERB_SYNC, SIM_SETTING_LEADERS, SIM_ADDRESSEE_ALL, 0));
  build_run (world, 10);
  cried = sim_world_tick (world);
  cry (world, 9);
  g_assert_true (build_wait_message (world, SIM_MESSAGE_TRANSMISSION_BEGUN, 20, &message));
  g_assert_cmpuint (message.transmission.from.index, ==, 7);
  g_assert_cmpuint (message.transmission.words.relayed, ==, 9 + 1);
  g_assert_cmpuint (message.transmission.t_begin - cried, >=, 49);
  g_assert_cmpuint (message.transmission.t_begin - cried, <=, 53);
  g_assert_true (build_wait_message (world, SIM_MESSAGE_REPORT, 20, &message));
  g_assert_cmpuint (message.report.from.index, ==, 9);
  /* His leader speaks for himself at once.  */
  cried = sim_world_tick (world);
  cry (world, 7);
  g_assert_true (build_wait_message (world, SIM_MESSAGE_TRANSMISSION_BEGUN, 20, &message));
  g_assert_cmpuint (message.transmission.words.relayed, ==, 0);
  g_assert_cmpuint (message.transmission.t_begin - cried, <=, 10);
  sim_world_free (world);
}

/* The captain off the link: no hearing, and his second passes on what is said to him.  */
static void
test_captain_off (void)
{
  Build build;
  SimWorld *world = squadron (&build);
  SimCommand move = build_order_unit (2, SIM_VERB_MOVE, 0, 3000, 3000);
  SimMessage message;
  bool read_back = false;

  give (world, setting (1, SIM_VERB_SYNC, SIM_SETTING_OFF, SIM_ADDRESSEE_UNIT, 0));
  g_assert_cmpuint (world->units.synced[0], ==, 0);
  g_assert_cmpuint (sim_nets_relay (world, 0), ==, 1);
  build_run (world, 10);
  sim_world_submit (world, &move);
  while (!read_back) {
    g_assert_true (build_wait_message (world, SIM_MESSAGE_TRANSMISSION_BEGUN, 20, &message));
    read_back = message.transmission.words.phrase == SIM_PHRASE_READ_BACK;
  }
  g_assert_cmpuint (message.transmission.from.index, ==, 1);
  g_assert_cmpuint (message.transmission.words.relayed, ==, 1);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_WAITING, 20, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_RELAY);
  give (world, setting (3, SIM_VERB_SYNC, SIM_SETTING_ON, SIM_ADDRESSEE_UNIT, 0));
  g_assert_cmpuint (world->units.synced[0], ==, 1);
  sim_world_free (world);
}

/* A platoon with nobody on the link is neither reached nor heard, until it is called on again.  */
static void
test_platoon_off (void)
{
  Build build;
  SimWorld *world = squadron (&build);
  SimCommand move = build_order_platoon (2, SIM_VERB_MOVE, 1, 3000, 3000);
  SimMessage message;

  give (world, setting (1, SIM_VERB_SYNC, SIM_SETTING_OFF, SIM_ADDRESSEE_PLATOON, 1));
  sim_world_submit (world, &move);
  g_assert_true (build_wait_order (world, 2, SIM_ORDER_LOST, 20, &message));
  g_assert_cmpint (message.order.cause, ==, SIM_CAUSE_OFF_LINK);
  cry (world, 9);
  g_assert_cmpuint (hear (world, 20).spoken, ==, 0);
  g_assert_cmpuint (world->nets.counts.lost[SIM_NET_LOSS_OFF_LINK][SIM_AIR_EMERGENCY], ==, 1);
  give (world, setting (3, SIM_VERB_SYNC, SIM_SETTING_ON, SIM_ADDRESSEE_PLATOON, 1));
  cry (world, 9);
  g_assert_cmpuint (hear (world, 20).reports[SIM_AIR_EMERGENCY], ==, 1);
  assert_adds_up (world);
  sim_world_free (world);
}

/* His last words are heard on a synced line alone, and only there does a death weigh on her.  */
static void
test_last_words (void)
{
  for (int off = 0; off < 2; off++) {
    Build build;
    SimWorld *world = squadron (&build);
    unsigned his = 0;

    if (off)
      give (world, setting (1, SIM_VERB_SYNC, SIM_SETTING_OFF, SIM_ADDRESSEE_UNIT, 9));
    build_run (world, 10);
    world->rules.death_otherwise = 1;
    cry (world, 9);
    for (int t = 0; t < 120; t++) {
      size_t n;
      const SimMessage *messages;

      if (t == 8) { /* in the middle of his words, if they are his */
        world->units.alive[9] = 0;
        sim_rescue_bail_out (world, 9, false);
      }
      sim_world_step (world);
      messages = sim_world_messages (world, &n);
      for (size_t i = 0; i < n; i++)
        his += messages[i].kind == SIM_MESSAGE_TRANSMISSION_ENDED &&
               messages[i].transmission_ended.from.index == 9 &&
               messages[i].transmission_ended.cut;
    }
    g_assert_cmpuint (his, ==, off ? 0 : 1);
    g_assert_cmpuint (world->link.death_tick != 0, ==, !off);
    sim_world_free (world);
  }
}

/* ---- Listening in -------------------------------------------------------------------------- */

typedef struct {
  double heard_s, error_m; /* -1: not heard */
} First;

/* The second platoon's first word of an enemy, while another answers her two orders a minute.  */
static First
first_word (uint64_t seed, bool listens)
{
  First first = {-1, 0};
  Build build;
  SimWorld *world;

  build_init (&build);
  for (unsigned i = 0; i < 8; i++)
    build_own (&build, i / 4, i < 4 ? 7500 : 2000, 600 + 100 * (float) i, 0);
  for (unsigned i = 0; i < 8; i++)
    build.squadron[i].temper = SIM_TEMPER_CAREFUL; /* neither short of words nor full of them */
  build_group (&build, SIM_TASK_ATTACK, BUILD_TANK, 4, 2000, 5200, 2000, 500);
  world = build_world (&build, seed);
  if (listens)
    give (world, listen_in (1, 1));
  for (int t = 0; t < 3000 && first.heard_s < 0; t++) {
    SimCommand report = build_order_platoon (10 + (uint32_t) t, SIM_VERB_REPORT, 0, 0, 0);
    size_t n;
    const SimMessage *messages;

    if ((t + 37 * (int) seed) % 300 == 0)
      sim_world_submit (world, &report);
    sim_world_step (world);
    messages = sim_world_messages (world, &n);
    for (size_t i = 0; i < n; i++)
      if (messages[i].kind == SIM_MESSAGE_REPORT &&
          (messages[i].report.kind == SIM_REPORT_CONTACT ||
           messages[i].report.kind == SIM_REPORT_CONTACT_UPDATE) &&
          messages[i].report.platoon == 1 && first.heard_s < 0)
        first = (First){messages[i].t / 10.0, (double) messages[i].report.error_m};
  }
  sim_world_free (world);
  return first;
}

/* Over twenty battles: five to ten seconds sooner, and an ellipse of half the size.  */
static void
test_listening_in (void)
{
  double sooner = 0, smaller = 0;

  for (uint64_t seed = 1; seed <= 20; seed++) {
    First without = first_word (seed, false), with = first_word (seed, true);

    g_assert_cmpfloat (with.heard_s, >, 0);
    g_assert_cmpfloat (with.heard_s, <, without.heard_s - 3);
    g_assert_cmpfloat (with.error_m, <, without.error_m * 0.7);
    sooner += without.heard_s - with.heard_s;
    smaller += with.error_m / without.error_m;
  }
  g_test_message ("sooner by %.1f s, error times %.2f", sooner / 20, smaller / 20);
  g_assert_cmpfloat (sooner / 20, >=, 5);
  g_assert_cmpfloat (sooner / 20, <=, 10);
  g_assert_cmpfloat_with_epsilon (smaller / 20, 0.5, 0.1);
}

/* It costs six points of strain, no air, and ends with a word or with the platoon.  */
static void
test_listening_costs (void)
{
  Build build;
  SimWorld *world = squadron (&build);
  float before;

  build_run (world, 30);
  before = sim_strain_level (world);
  give (world, listen_in (1, 2));
  g_assert_cmpfloat_with_epsilon ((double) (sim_strain_level (world) - before), 6, 0.2);
  g_assert_cmpuint (hear (world, 10).spoken, ==, 0);
  give (world, setting (2, SIM_VERB_LISTEN_IN, SIM_SETTING_OFF, SIM_ADDRESSEE_ALL, 0));
  g_assert_cmpfloat_with_epsilon ((double) sim_strain_level (world), (double) before, 0.2);
  give (world, listen_in (3, 2));
  give (world, setting (4, SIM_VERB_SYNC, SIM_SETTING_OFF, SIM_ADDRESSEE_PLATOON, 2));
  build_run (world, 2);
  g_assert_cmpuint (world->nets.listening, ==, 0);
  sim_world_free (world);
}

/* ---- The captain --------------------------------------------------------------------------- */

static SimWorld *
strained (Build *build, float trust, float strain)
{
  SimWorld *world = squadron (build);

  world->units.trust[0] = trust;
  world->rules.strain_per_synced = strain / 21;
  world->link.strain = strain;
  return world;
}

/* Who trusts her warns, waits ten seconds, and cuts her off; it comes back at 45.  */
static void
test_captain_cuts (void)
{
  Build build;
  SimWorld *world = strained (&build, 65, 82);
  SimMessage message;
  SimTick warned;

  g_assert_true (build_wait_message (world, SIM_MESSAGE_TRANSMISSION_BEGUN, 5, &message));
  g_assert_cmpuint (message.transmission.words.phrase, ==, SIM_PHRASE_CAPTAIN_CUTS);
  warned = message.transmission.t_begin;
  g_assert_true (build_wait_message (world, SIM_MESSAGE_LINK, 2, &message));
  g_assert_cmpuint (message.link.cut_in_s, >, 7);
  g_assert_cmpuint (message.link.cut_in_s, <=, 10);
  while (!sim_strain_is_cut (world))
    build_run (world, 0.1);
  g_assert_cmpuint (sim_world_tick (world) - warned, >=, 90);
  g_assert_cmpuint (sim_world_tick (world) - warned, <=, 110);
  g_assert_cmpuint (world->link.cuts, ==, 1);
  build_run (world, 88);
  g_assert_true (sim_strain_is_cut (world));
  while (sim_strain_is_cut (world))
    build_run (world, 0.1);
  build_run (world, 1);
  g_assert_cmpfloat (world->link.strain, <=, 49);
  sim_world_free (world);
}

/* Not he who does not trust her, nor who is not on the link; and not when it passes.  */
static void
test_captain_does_not (void)
{
  Build build;
  SimWorld *world = strained (&build, 55, 82);

  build_run (world, 30);
  g_assert_cmpuint (world->link.cuts, ==, 0);
  sim_world_free (world);
  world = strained (&build, 65, 82);
  world->units.link_wish[0] = SIM_LINK_OFF;
  world->units.synced[0] = 0;
  world->rules.strain_per_synced = 82.0f / 20;
  build_run (world, 30);
  g_assert_cmpuint (world->link.cuts, ==, 0);
  sim_world_free (world);
  world = strained (&build, 65, 82);
  build_run (world, 5);
  world->rules.strain_per_synced = 1;
  build_run (world, 30);
  g_assert_cmpuint (world->link.cuts, ==, 0);
  sim_world_free (world);
}

/* ---- Saved in the middle of it ------------------------------------------------------------- */

/* With a rule, leaders alone on the link, a platoon listened to and words on their way.  */
static void
test_saved (void)
{
  Build build;
  SimWorld *world, *copy;
  size_t size;
  uint8_t *bytes;

  world = fight (&build, 3);
  copy = build_world (&build, 3);
  give (world, setting (1, SIM_VERB_NET, SIM_SETTING_SHORT, SIM_ADDRESSEE_ALL, 0));
  give (world, setting (2, SIM_VERB_SYNC, SIM_SETTING_LEADERS, SIM_ADDRESSEE_ALL, 0));
  give (world, listen_in (3, 1));
  for (int t = 0; t < 1200 && world->nets.now.id == 0; t++)
    build_run (world, 0.1);
  g_assert_cmpuint (world->nets.now.id, !=, 0);
  size = sim_world_save (world, NULL, 0);
  bytes = g_malloc (size);
  sim_world_save (world, bytes, size);
  g_assert_true (sim_world_load (copy, bytes, size));
  for (int i = 0; i < 60; i++) {
    g_assert_true (sim_world_hash (world) == sim_world_hash (copy));
    build_run (world, 1);
    build_run (copy, 1);
  }
  assert_adds_up (copy);
  world->nets.listening = 9;
  sim_world_save (world, bytes, size);
  g_assert_false (sim_world_load (copy, bytes, size));
  g_free (bytes);
  sim_world_free (world);
  sim_world_free (copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/nets/adds-up", test_adds_up);
  g_test_add_func ("/sim/nets/again-adds-up", test_again_adds_up);
  g_test_add_func ("/sim/nets/phases", test_phases);
  g_test_add_func ("/sim/nets/quiet", test_quiet);
  g_test_add_func ("/sim/nets/quiet-answers", test_quiet_answers);
  g_test_add_func ("/sim/nets/one-transmission", test_costs_one_transmission);
  g_test_add_func ("/sim/nets/short", test_short);
  g_test_add_func ("/sim/nets/short-repeats-less", test_short_repeats_less);
  g_test_add_func ("/sim/nets/sync-leaders", test_sync_leaders);
  g_test_add_func ("/sim/nets/next-leader", test_next_leader_comes_on);
  g_test_add_func ("/sim/nets/last-of-platoon", test_last_of_platoon);
  g_test_add_func ("/sim/nets/relayed", test_relayed);
  g_test_add_func ("/sim/nets/captain-off", test_captain_off);
  g_test_add_func ("/sim/nets/platoon-off", test_platoon_off);
  g_test_add_func ("/sim/nets/last-words", test_last_words);
  g_test_add_func ("/sim/nets/listening-in", test_listening_in);
  g_test_add_func ("/sim/nets/listening-costs", test_listening_costs);
  g_test_add_func ("/sim/nets/captain-cuts", test_captain_cuts);
  g_test_add_func ("/sim/nets/captain-does-not", test_captain_does_not);
  g_test_add_func ("/sim/nets/saved", test_saved);
  return g_test_run ();
}

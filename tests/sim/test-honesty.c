/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people tell of themselves by their trust, what their eyes mistake and they correct, and how they
 * say it (design: play, "Trust"; simulation, "Reports and the picture").  */
#include "sim-builder.h"

#include "sim/sim-eyes.h"
#include "sim/sim-honesty.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"
#include "sim/sim-world.h"

#include <glib.h>
#include <math.h>
#include <string.h>

enum { FIRST, FIRST_TWO, SECOND, SECOND_TWO, SCAVENGER, ENEMY };

#define DRAWS 4000

/* Two platoons of two, 4 km apart, facing north, and a Scavenger; the Legion far off, blind and still.  */
static SimWorld *
quiet (float trust, uint64_t seed)
{
  Build build;

  build_init (&build);
  build_own (&build, 0, 1000, 1000, 0);
  build_own (&build, 0, 1060, 1000, 0);
  build_own (&build, 1, 5000, 1000, 0);
  build_own (&build, 1, 5060, 1000, 0);
  build_scavenger (&build, 300, 200, 1);
  build_group (&build, SIM_TASK_HOLD, BUILD_SCOUT, 6, 7900, 5900, 7900, 5900);
  build.groups[0].n_route = 0;
  build.rules.types[BUILD_SCOUT].sight_m = 0;
  build.def.duration = SIM_SECONDS (3000);
  for (size_t i = 0; i < build.n_squadron; i++)
    build.squadron[i].trust = trust;
  return build_world (&build, seed);
}

/* ---- Hiding -------------------------------------------------------------------------------- */

static void
make_so (SimWorld *world, size_t unit, SimFact fact, bool so)
{
  SimUnits *u = &world->units;

  if (fact == SIM_FACT_WOUND)
    u->wounds[unit] = so;
  else if (fact == SIM_FACT_ROUNDS)
    u->ammunition[unit] = so ? 5 : 40;
  else if (fact == SIM_FACT_DAMAGE)
    u->parts[unit * SIM_N_PARTS + SIM_PART_GUN] = so ? 120 : 255;
  else
    u->fatigue[unit] = so ? 80 : 10;
}

/* How often a fact is hidden that comes and goes many times.  */
static double
share_hidden (float trust, SimFact fact)
{
  SimWorld *world = quiet (trust, 3);
  unsigned n = 0;

  for (int i = 0; i < DRAWS; i++) {
    make_so (world, FIRST, fact, true);
    sim_honesty_age (world, FIRST);
    n += sim_honesty_hides (world, FIRST, fact);
    make_so (world, FIRST, fact, false);
    sim_honesty_age (world, FIRST);
    g_assert_false (sim_honesty_hides (world, FIRST, fact));
  }
  sim_world_free (world);
  return (double) n / DRAWS;
}

/* The design's table; four standard deviations either way.  */
static void
test_shares (void)
{
  const struct {
    float trust;
    double share[SIM_N_FACTS];
  } table[] = {
    {0, {1, 0.4, 1, 1}},        {19.9f, {1, 0.4, 1, 1}},    {20, {0.2, 0.2, 0.2, 0.2}},
    {39, {0.2, 0.2, 0.2, 0.2}}, {40, {.05, .05, .05, .05}}, {59, {.05, .05, .05, .05}},
    {60, {0, 0, 0, 0}},         {80, {0, 0, 0, 0}},         {100, {0, 0, 0, 0}},
  };

  for (size_t row = 0; row < G_N_ELEMENTS (table); row++)
    for (int fact = 0; fact < SIM_N_FACTS; fact++) {
      double want = table[row].share[fact];
      double off = share_hidden (table[row].trust, (SimFact) fact) - want;

      g_assert_cmpfloat (fabs (off), <=, 4 * sqrt (want * (1 - want) / DRAWS));
    }
}

/* A fact is drawn once: while it lasts he does not change his mind; nor does more of the same.  */
static void
test_drawn_once (void)
{
  unsigned hidden = 0;

  for (uint64_t seed = 1; seed <= 60; seed++) {
    SimWorld *world = quiet (30, seed);
    bool first;

    make_so (world, FIRST, SIM_FACT_WOUND, true);
    sim_honesty_age (world, FIRST);
    first = sim_honesty_hides (world, FIRST, SIM_FACT_WOUND);
    hidden += first;
    for (int i = 0; i < 100; i++) {
      sim_honesty_age (world, FIRST);
      g_assert_true (sim_honesty_hides (world, FIRST, SIM_FACT_WOUND) == first);
    }
    world->units.wounds[FIRST] = 2;
    sim_honesty_age (world, FIRST);
    g_assert_true (sim_honesty_hides (world, FIRST, SIM_FACT_WOUND) == first);
    sim_world_free (world);
  }
  g_assert_cmpuint (hidden, >, 2);
  g_assert_cmpuint (hidden, <, 25);
}

static SimReport
next_report (SimWorld *world, double seconds)
{
  SimMessage message;

  g_assert_true (build_wait_message (world, SIM_MESSAGE_REPORT, seconds, &message));
  return message.report;
}

static SimReport
asked (SimWorld *world, SimReportTopic topic)
{
  static uint32_t id = 100;
  SimCommand command = build_order_unit (++id, SIM_VERB_REPORT, FIRST, 0, 0);
  SimReport report;

  command.target.kind = SIM_TARGET_NONE;
  command.topic = (uint8_t) topic;
  g_assert_true (sim_world_submit (world, &command));
  do
    report = next_report (world, 40);
  while (report.kind == SIM_REPORT_ORDER || report.order == 0);
  return report;
}

/* Is any report of this phrase heard in so many seconds?  */
static bool
hears (SimWorld *world, SimPhrase phrase, double seconds)
{
  SimTick end = sim_world_tick (world) + SIM_SECONDS (seconds);
  SimMessage message;

  while (sim_world_tick (world) < end &&
         build_wait_message (world, SIM_MESSAGE_REPORT,
                             (end - sim_world_tick (world)) / (double) SIM_TICKS_PER_SECOND,
                             &message))
    if (message.report.words.phrase == phrase)
      return true;
  return false;
}

/* Nobody who hides little ammunition says so, and asked he has more; his machine's data do not lie.  */
static void
test_rounds (void)
{
  SimWorld *world = quiet (50, 1);
  SimMessage message;
  SimReport report;

  world->rules.hide_full = 1;
  world->units.ammunition[FIRST] = 6;
  g_assert_false (hears (world, SIM_PHRASE_LOW_AMMUNITION, 20));
  report = asked (world, SIM_TOPIC_AMMUNITION);
  g_assert_cmpuint (report.own.ammunition, ==, 16);
  g_assert_cmpint (report.words.arguments[0].number, ==, 16);
  do
    g_assert_true (build_wait_message (world, SIM_MESSAGE_TELEMETRY, 20, &message));
  while (message.telemetry.unit.index != FIRST);
  g_assert_cmpuint (message.telemetry.own.ammunition, ==, 6);
  /* That there is none at all he can not hide.  */
  world->units.ammunition[FIRST] = 0;
  g_assert_true (hears (world, SIM_PHRASE_NO_AMMUNITION, 20));
  sim_world_free (world);
}

/* Who trusts her says it, once.  */
static void
test_open (void)
{
  SimWorld *world = quiet (80, 1);
  SimReport report;

  world->units.ammunition[FIRST] = 6;
  world->units.wounds[FIRST] = 1;
  g_assert_true (hears (world, SIM_PHRASE_WOUNDED, 20));
  report = asked (world, SIM_TOPIC_AMMUNITION);
  g_assert_cmpuint (report.own.ammunition, ==, 6);
  g_assert_false (hears (world, SIM_PHRASE_WOUNDED, 200));
  world->units.wounds[FIRST] = 2;
  g_assert_true (hears (world, SIM_PHRASE_WOUNDED_BADLY, 20));
  sim_world_free (world);
}

/* What was hidden comes out when trust has grown.  */
static void
test_opens_up (void)
{
  SimWorld *world = quiet (50, 1);
  SimMessage message;

  world->rules.hide_full = 1;
  world->units.wounds[FIRST] = 1;
  world->units.fatigue[FIRST] = 80;
  g_assert_false (hears (world, SIM_PHRASE_WOUNDED, 30));
  do
    g_assert_true (build_wait_message (world, SIM_MESSAGE_TELEMETRY, 20, &message));
  while (message.telemetry.unit.index != FIRST);
  g_assert_cmpuint (message.telemetry.own.wounds, ==, 0);
  g_assert_cmpuint (message.telemetry.own.fatigue, <, SIM_TIRED);
  world->units.trust[FIRST] = 61;
  g_assert_true (hears (world, SIM_PHRASE_WOUNDED, 30));
  sim_world_free (world);
}

/* Parts that still work are hidden, those that do not are not.  */
static void
test_damage (void)
{
  SimWorld *world = quiet (10, 1);
  SimReport report;

  make_so (world, FIRST, SIM_FACT_DAMAGE, true);
  report = asked (world, SIM_TOPIC_DAMAGE);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_STATUS_SOUND);
  g_assert_cmpuint (report.own.parts[SIM_PART_GUN], ==, 255);
  world->units.parts[FIRST * SIM_N_PARTS + SIM_PART_GUN] = 30;
  report = asked (world, SIM_TOPIC_DAMAGE);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_STATUS_DAMAGED);
  g_assert_cmpuint (report.own.parts[SIM_PART_GUN], ==, 30);
  sim_world_free (world);
}

/* ---- Speaking at all ----------------------------------------------------------------------- */

/* Six scouts come into sight of the first platoon.  */
static void
show_enemy (SimWorld *world, float metres)
{
  for (size_t i = 0; i < 6; i++) {
    world->units.x[ENEMY + i] = 1000 + 20 * (float) i;
    world->units.y[ENEMY + i] = 1000 + metres;
  }
  for (size_t i = 0; i < 4; i++)
    world->units.hold_fire[i] = 1;
}

static bool
hears_contact_from (SimWorld *world, uint32_t speaker, double seconds)
{
  SimTick end = sim_world_tick (world) + SIM_SECONDS (seconds);
  SimMessage message;

  while (sim_world_tick (world) < end &&
         build_wait_message (world, SIM_MESSAGE_REPORT,
                             (end - sim_world_tick (world)) / (double) SIM_TICKS_PER_SECOND,
                             &message))
    if (message.report.kind == SIM_REPORT_CONTACT) {
      g_assert_cmpuint (message.report.from.index, ==, speaker);
      return true;
    }
  return false;
}

/* Below 20 nobody calls the enemy unasked; one comrade who does is enough for the platoon.  */
static void
test_contacts (void)
{
  SimWorld *world = quiet (19, 1);
  SimReport report;

  show_enemy (world, 500);
  g_assert_false (hears_contact_from (world, FIRST, 20));
  report = asked (world, SIM_TOPIC_CONTACT);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_STATUS_CONTACT);
  g_assert_cmpuint (report.words.manner, ==, SIM_MANNER_CURT);
  sim_world_free (world);

  /* The second of the platoon is nearest and sees them first.  */
  for (uint32_t speaker = FIRST; speaker <= FIRST_TWO; speaker++) {
    world = quiet (19, 1);
    world->units.trust[speaker] = 20;
    show_enemy (world, 500);
    g_assert_true (hears_contact_from (world, speaker, 20));
    g_assert_cmpuint (sim_honesty_speaker (world, FIRST), ==, speaker);
    g_assert_cmpuint (sim_honesty_speaker (world, FIRST_TWO), ==, speaker);
    g_assert_cmpuint (sim_honesty_speaker (world, SECOND), ==, SIM_NOBODY);
    sim_world_free (world);
  }
}

static void
test_emergencies (void)
{
  SimWorld *world = quiet (0, 1);

  world->units.parts[FIRST * SIM_N_PARTS + SIM_PART_LEGS] = 100;
  sim_pilot_hit (world, FIRST, SIM_PART_LEGS);
  g_assert_true (hears (world, SIM_PHRASE_HIT, 10));
  sim_pilot_under_fire (world, FIRST, ENEMY);
  g_assert_false (hears (world, SIM_PHRASE_UNDER_FIRE, 20));
  sim_world_free (world);
}

/* ---- Reasons, advice ----------------------------------------------------------------------- */

static SimReport
answer_to_danger (float trust, float danger_base)
{
  SimWorld *world = quiet (trust, 1);
  SimCommand command = build_order_unit (1, SIM_VERB_ATTACK, FIRST, 1000, 3000);
  SimReport report;

  world->rules.danger_base = danger_base;
  world->units.wounds[FIRST] = 2;
  world->units.facts[FIRST] = world->units.hidden[FIRST] = 1u << SIM_FACT_WOUND;
  world->units.told[FIRST] = SIM_TOLD_WOUNDED_BADLY;
  g_assert_true (sim_world_submit (world, &command));
  do
    report = next_report (world, 40);
  while (report.words.phrase == SIM_PHRASE_READ_BACK || report.kind != SIM_REPORT_ORDER);
  sim_world_free (world);
  return report;
}

static bool
is_among (const SimReport *report, SimPhrase first, SimPhrase last)
{
  return report->words.phrase >= first && report->words.phrase <= last;
}

static void
test_reasons (void)
{
  SimReport report = answer_to_danger (39, -40);

  g_assert_true (is_among (&report, SIM_PHRASE_OBJECT_HOLD, SIM_PHRASE_OBJECT_WAIT));
  g_assert_cmpint (report.words.arguments[0].number, ==, SIM_CAUSE_NONE);
  g_assert_cmpuint (report.words.manner, ==, SIM_MANNER_RESERVED);
  report = answer_to_danger (40, -40);
  g_assert_true (is_among (&report, SIM_PHRASE_OBJECT_HOLD, SIM_PHRASE_OBJECT_WAIT));
  g_assert_cmpint (report.words.arguments[0].number, !=, SIM_CAUSE_NONE);
  /* Who accepts it advises from 60, and from 80 says that it is a risk.  */
  report = answer_to_danger (65, 0);
  g_assert_true (is_among (&report, SIM_PHRASE_ADVISE_HOLD, SIM_PHRASE_ADVISE_WAIT));
  report = answer_to_danger (85, 0);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_RISK);
}

static void
test_no_advice (void)
{
  SimWorld *world = quiet (59, 1);
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, FIRST, 1000, 3000);
  SimMessage message;

  world->rules.danger_base = -1;
  g_assert_true (sim_world_submit (world, &command));
  for (int i = 0; i < 300; i++)
    if (build_wait_message (world, SIM_MESSAGE_REPORT, 0.1, &message))
      g_assert_false (is_among (&message.report, SIM_PHRASE_RISK, SIM_PHRASE_ADVISE_WAIT));
  sim_world_free (world);
}

/* ---- Eyes ---------------------------------------------------------------------------------- */

/* One standard deviation of a place, for one thing changed at a time.  */
static void
test_errors_grow (void)
{
  SimWorld *world = quiet (50, 1);
  SimUnits *u = &world->units;
  float base;

  u->awareness[FIRST] = 0.5f;
  u->stress[FIRST] = 0;
  world->sight_factor = 1;
  base = sim_eyes_place_error (world, FIRST, 1000);
  g_assert_cmpfloat_with_epsilon (base, 60, 0.01);
  g_assert_cmpfloat (sim_eyes_place_error (world, FIRST, 3000), >, 2 * base);
  u->awareness[FIRST] = 0.9f;
  g_assert_cmpfloat (sim_eyes_place_error (world, FIRST, 1000), <, 0.8 * base);
  u->awareness[FIRST] = 0.2f;
  g_assert_cmpfloat (sim_eyes_place_error (world, FIRST, 1000), >, 1.1 * base);
  u->awareness[FIRST] = 0.5f;
  u->posture[FIRST] = SIM_POSTURE_FAST;
  g_assert_cmpfloat_with_epsilon (sim_eyes_place_error (world, FIRST, 1000), base, 0.01);
  u->speed[FIRST] = 10;
  g_assert_cmpfloat (sim_eyes_place_error (world, FIRST, 1000), >, 1.3 * base);
  u->speed[FIRST] = 0;
  world->sight_factor = 0.3f;
  g_assert_cmpfloat (sim_eyes_place_error (world, FIRST, 1000), >, 1.3 * base);
  world->sight_factor = 1;
  u->stress[FIRST] = 100;
  g_assert_cmpfloat (sim_eyes_place_error (world, FIRST, 1000), >, 1.3 * base);
  sim_world_free (world);
}

/* Shares of what is mistaken far off; near nothing is.  */
static void
test_mistakes (void)
{
  SimWorld *world = quiet (50, 1);
  unsigned unknown = 0, wrong = 0, off = 0;

  world->units.awareness[FIRST] = 0.5f;
  world->units.stress[FIRST] = 0;
  world->sight_factor = 1;
  for (int i = 0; i < DRAWS; i++) {
    SimTypeIndex far = sim_eyes_type (world, FIRST, BUILD_SCOUT, 2000);

    unknown += far == SIM_TYPE_UNKNOWN;
    wrong += far != SIM_TYPE_UNKNOWN && far != BUILD_SCOUT;
    off += sim_eyes_count (world, FIRST, 10, 2000) != 10;
    g_assert_cmpuint (sim_eyes_type (world, FIRST, BUILD_SCOUT, 1400), ==, BUILD_SCOUT);
    g_assert_cmpuint (sim_eyes_count (world, FIRST, 4, 1400), ==, 4);
  }
  g_assert_cmpfloat (fabs (unknown / (double) DRAWS - 0.25), <, 0.03);
  g_assert_cmpuint (wrong, >, DRAWS / 40);
  g_assert_cmpuint (wrong, <, DRAWS / 8);
  g_assert_cmpuint (off, >, DRAWS / 2);
  sim_world_free (world);
}

/* The first platoon has called what it sees, wrongly; then it sees it from near.  */
static SimWorld *
misreported (float trust, SimReport *first)
{
  SimWorld *world = quiet (trust, 1);
  SimPlatoon *platoon = &world->platoons[0];

  show_enemy (world, 900);
  do
    *first = next_report (world, 20);
  while (first->kind != SIM_REPORT_CONTACT);
  for (int i = 0; i < SIM_MAX_CONTACTS; i++)
    if (platoon->contacts[i].number == first->contact) {
      platoon->contacts[i].type = platoon->contacts[i].better_type = BUILD_TANK;
      platoon->contacts[i].count = platoon->contacts[i].better_count = 12;
    }
  show_enemy (world, 400);
  return world;
}

static void
test_correction (void)
{
  SimReport first, report;
  SimWorld *world = misreported (61, &first);
  unsigned n = 0;

  do
    report = next_report (world, 40);
  while (report.kind != SIM_REPORT_CORRECTION);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_CORRECTION);
  g_assert_cmpuint (report.contact, ==, first.contact);
  g_assert_cmpuint (report.platoon, ==, first.platoon);
  g_assert_cmpuint (report.type, ==, BUILD_SCOUT);
  g_assert_cmpuint (report.count, <, 10);
  for (int i = 0; i < 600; i++) {
    SimMessage message;

    if (build_wait_message (world, SIM_MESSAGE_REPORT, 0.1, &message))
      n += message.report.kind == SIM_REPORT_CORRECTION;
  }
  g_assert_cmpuint (n, ==, 0);
  sim_world_free (world);
}

/* Below 60 he does not say so by himself; asked, he says what he knows.  */
static void
test_correction_asked_for (void)
{
  SimReport first, report;
  SimWorld *world = misreported (59, &first);

  g_assert_false (hears (world, SIM_PHRASE_CORRECTION, 60));
  report = asked (world, SIM_TOPIC_CONTACT);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_STATUS_CONTACT);
  g_assert_cmpuint (report.type, ==, BUILD_SCOUT);
  sim_world_free (world);
}

/* Far off who trusts her says that he may be wrong.  */
static void
test_unsure (void)
{
  for (int trust = 79; trust <= 80; trust++) {
    SimWorld *world = quiet ((float) trust, 1);
    SimReport report;

    world->rules.eye_far_m = 300;
    world->rules.eye_unknown = world->rules.eye_wrong = 0;
    show_enemy (world, 600);
    do
      report = next_report (world, 20);
    while (report.kind != SIM_REPORT_CONTACT);
    g_assert_true ((report.words.phrase == SIM_PHRASE_CONTACT_UNSURE) == (trust == 80));
    g_assert_true ((report.confidence < 0.5f) == (trust == 80));
    sim_world_free (world);
  }
}

/* ---- One word for many --------------------------------------------------------------------- */

static void
test_all_lost (void)
{
  SimWorld *world = quiet (50, 1);
  SimPlatoon *platoon = &world->platoons[0];
  SimReport report;
  unsigned single = 0, all = 0;

  build_run (world, 60);
  for (int i = 0; i < 3; i++)
    platoon->contacts[i] = (SimContact){
      .number = (uint32_t) i + 1,
      .group = 0,
      .first = world->tick - SIM_SECONDS (50),
      .last_seen = world->tick - SIM_SECONDS (10 + i),
      .position = {1500, 1500 + 100 * (float) i},
      .error_m = 50,
      .observer = FIRST,
      .count = 2,
      .better_count = 2,
      .type = BUILD_SCOUT,
      .better_type = BUILD_SCOUT,
      .said = 1,
    };
  platoon->next_number = 3;
  for (int i = 0; i < 600; i++) {
    SimMessage message;

    if (!build_wait_message (world, SIM_MESSAGE_REPORT, 0.1, &message))
      continue;
    report = message.report;
    single += report.words.phrase == SIM_PHRASE_CONTACT_LOST;
    all += report.words.phrase == SIM_PHRASE_ALL_LOST;
    if (report.words.phrase == SIM_PHRASE_ALL_LOST)
      g_assert_cmpuint (report.contact, ==, 0);
  }
  g_assert_cmpuint (all, ==, 1);
  g_assert_cmpuint (single, ==, 0);
  sim_world_free (world);
}

/* Where somebody was who is lost by now is not told; who is back in sight is.  */
static void
test_overtaken (void)
{
  SimWorld *world = quiet (50, 1);
  SimContact *contact = &world->platoons[0].contacts[0];
  SimReport report = {.kind = SIM_REPORT_CONTACT_UPDATE, .contact = 7};

  build_run (world, 60);
  *contact = (SimContact){.number = 7, .last_seen = world->tick, .said = 1, .count = 2};
  g_assert_false (sim_contact_is_overtaken (world, &report));
  contact->last_seen = world->tick - SIM_SECONDS (21);
  g_assert_true (sim_contact_is_overtaken (world, &report));
  contact->last_seen = world->tick;
  contact->lost_said = 1;
  g_assert_true (sim_contact_is_overtaken (world, &report));
  report.kind = SIM_REPORT_CONTACT_LOST;
  g_assert_false (sim_contact_is_overtaken (world, &report));
  contact->lost_said = 2;
  g_assert_true (sim_contact_is_overtaken (world, &report));
  sim_world_free (world);
}

static void
test_back_in_sight (void)
{
  SimWorld *world = quiet (50, 1);

  show_enemy (world, 500);
  g_assert_true (hears_contact_from (world, FIRST_TWO, 20));
  for (size_t i = 0; i < 6; i++)
    world->units.y[ENEMY + i] = 5900;
  g_assert_true (hears (world, SIM_PHRASE_CONTACT_LOST, 60));
  show_enemy (world, 500);
  g_assert_true (hears (world, SIM_PHRASE_CONTACT_AGAIN, 40));
  sim_world_free (world);
}

/* An order to two platoons is read back by one leader, and the other says that he has it.  */
static void
test_copy (void)
{
  SimWorld *world = quiet (50, 1);
  SimCommand command = build_order_platoon (1, SIM_VERB_MOVE, 0, 3000, 2000);
  SimReport report;

  command.n_addressees = 2;
  command.addressees[1] = (SimAddressee){SIM_ADDRESSEE_PLATOON, 1};
  g_assert_true (sim_world_submit (world, &command));
  report = next_report (world, 20);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_READ_BACK);
  g_assert_cmpuint (report.from.index, ==, FIRST);
  report = next_report (world, 10);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_COPY);
  g_assert_cmpuint (report.from.index, ==, SECOND);
  g_assert_cmpint (report.words.arguments[0].number, ==, 1);
  sim_world_free (world);
}

/* ---- Manner -------------------------------------------------------------------------------- */

static void
test_manner (void)
{
  SimWorld *world = quiet (50, 1);
  SimReport report = sim_report_begin (world, FIRST, SIM_REPORT_OWN_STATE, SIM_PHRASE_READ_BACK);

  world->units.stress[FIRST] = 10;
  g_assert_cmpuint (sim_honesty_manner (world, FIRST, FIRST, SIM_AIR_ORDER, &report), ==,
                    SIM_MANNER_PLAIN);
  world->units.stress[FIRST] = 90;
  g_assert_cmpuint (sim_honesty_manner (world, FIRST, FIRST, SIM_AIR_ORDER, &report), ==,
                    SIM_MANNER_BROKEN);
  world->units.trust[FIRST] = 10;
  g_assert_cmpuint (sim_honesty_manner (world, FIRST, FIRST, SIM_AIR_ORDER, &report), ==,
                    SIM_MANNER_CURT);
  g_assert_cmpuint (sim_honesty_manner (world, FIRST, FIRST, SIM_AIR_EMERGENCY, &report), ==,
                    SIM_MANNER_BROKEN);
  g_assert_cmpuint (sim_honesty_manner (world, SCAVENGER, SCAVENGER, SIM_AIR_STATUS, &report), ==,
                    SIM_MANNER_PLAIN);
  g_assert_cmpfloat (sim_honesty_seconds (world, SIM_MANNER_CURT), <, 1);
  g_assert_cmpfloat (sim_honesty_seconds (world, SIM_MANNER_BROKEN), <, 1);
  g_assert_cmpfloat (sim_honesty_seconds (world, SIM_MANNER_PLAIN), ==, 1);
  sim_world_free (world);
}

/* ---- With the rules of the net ------------------------------------------------------------- */

static SimCommand
to_both (uint32_t id)
{
  SimCommand command = build_order_platoon (id, SIM_VERB_MOVE, 0, 3000, 2000);

  command.n_addressees = 2;
  command.addressees[1] = (SimAddressee){SIM_ADDRESSEE_PLATOON, 1};
  return command;
}

static void
set (SimWorld *world, SimVerb verb, SimSetting setting)
{
  static uint32_t id = 500;
  SimCommand command = {.id = ++id,
                        .verb = (uint8_t) verb,
                        .setting = (uint8_t) setting,
                        .n_addressees = 1,
                        .addressees = {{SIM_ADDRESSEE_ALL, 0}},
                        .facing_deg = -1};
  SimMessage message;

  g_assert_true (sim_world_submit (world, &command));
  g_assert_true (build_wait_order (world, id, SIM_ORDER_DONE, 40, &message));
}

/* Under net quiet one answer is enough, under net short all say that they have it; an order whose read-back
 * she has dropped has no answer at all.  */
static void
test_copy_and_rules (void)
{
  for (int rule = 0; rule < 3; rule++) {
    SimWorld *world = quiet (50, 1);
    SimCommand command = to_both (1);
    const SimQueueEdit brief = {.order = 1, .kind = SIM_QUEUE_EDIT_SHORTEN};

    if (rule < 2)
      set (world, SIM_VERB_NET, rule == 0 ? SIM_SETTING_QUIET : SIM_SETTING_SHORT);
    g_assert_true (sim_world_submit (world, &command));
    if (rule == 2)
      g_assert_true (sim_world_edit_queue (world, &brief));
    if (rule < 2)
      g_assert_true (hears (world, SIM_PHRASE_READ_BACK, 20));
    g_assert_true (hears (world, SIM_PHRASE_COPY, 12) == (rule == 1));
    sim_world_free (world);
  }
}

/* Where the second platoon is spoken to through its second machine, that one says so.  */
static void
test_copy_by_relay (void)
{
  SimWorld *world = quiet (50, 1);
  SimCommand command = to_both (1);
  SimReport report;

  world->units.link_wish[SECOND] = SIM_LINK_OFF;
  g_assert_true (sim_world_submit (world, &command));
  do
    report = next_report (world, 20);
  while (report.words.phrase != SIM_PHRASE_COPY);
  g_assert_cmpuint (report.from.index, ==, SECOND_TWO);
  g_assert_cmpuint (report.words.relayed, ==, 0);
  sim_world_free (world);
}

/* Whoever passes on words has to be one who tells her anything, and says them in his own manner.  */
static void
test_relay (void)
{
  SimWorld *world = quiet (50, 1);
  SimReport report = sim_report_begin (world, FIRST_TWO, SIM_REPORT_OWN_STATE, SIM_PHRASE_WOUNDED);
  SimReport cry = sim_report_begin (world, FIRST_TWO, SIM_REPORT_OWN_STATE, SIM_PHRASE_HIT);
  SimMessage message;

  world->units.link_wish[FIRST_TWO] = SIM_LINK_OFF;
  world->units.trust[FIRST] = 10;
  g_assert_false (sim_link_report (world, FIRST_TWO, SIM_AIR_STATUS, SIM_SUBJECT_NONE, 0, &report));
  g_assert_true (sim_link_report (world, FIRST_TWO, SIM_AIR_EMERGENCY, SIM_SUBJECT_NONE, 0, &cry));
  g_assert_true (build_wait_message (world, SIM_MESSAGE_REPORT, 30, &message));
  g_assert_cmpuint (message.report.words.phrase, ==, SIM_PHRASE_HIT);
  world->units.trust[FIRST] = 50;
  world->rules.broken_stress = 0;
  g_assert_true (sim_link_report (world, FIRST_TWO, SIM_AIR_STATUS, SIM_SUBJECT_NONE, 0, &report));
  g_assert_true (build_wait_message (world, SIM_MESSAGE_REPORT, 30, &message));
  g_assert_cmpuint (message.report.words.phrase, ==, SIM_PHRASE_WOUNDED);
  g_assert_cmpuint (message.report.words.relayed, ==, FIRST_TWO + 1);
  g_assert_cmpuint (message.report.words.manner, ==, SIM_MANNER_BROKEN);
  sim_world_free (world);
}

/* A reason that either keeps to himself is not given, whoever speaks.  */
static void
test_relay_of_objection (void)
{
  SimWorld *world = quiet (90, 1);
  SimReport report =
      sim_report_begin (world, FIRST_TWO, SIM_REPORT_ORDER, SIM_PHRASE_OBJECT_HOLD);

  world->units.stress[FIRST] = world->units.stress[FIRST_TWO] = 0;
  g_assert_cmpuint (sim_honesty_manner (world, FIRST_TWO, FIRST, SIM_AIR_ORDER, &report), ==,
                    SIM_MANNER_PLAIN);
  world->units.trust[FIRST_TWO] = 10;
  g_assert_cmpuint (sim_honesty_manner (world, FIRST_TWO, FIRST, SIM_AIR_ORDER, &report), ==,
                    SIM_MANNER_RESERVED);
  world->units.trust[FIRST_TWO] = 90;
  world->units.trust[FIRST] = 30;
  g_assert_cmpuint (sim_honesty_manner (world, FIRST_TWO, FIRST, SIM_AIR_ORDER, &report), ==,
                    SIM_MANNER_RESERVED);
  sim_world_free (world);
}

/* The first word of an enemy that a rule kept back is said when the net is open again.  */
static void
test_kept_back (void)
{
  SimWorld *world = quiet (50, 1);

  set (world, SIM_VERB_NET, SIM_SETTING_QUIET);
  show_enemy (world, 500);
  g_assert_false (hears_contact_from (world, FIRST_TWO, 20));
  g_assert_cmpuint (world->platoons[0].contacts[0].number, !=, 0);
  set (world, SIM_VERB_NET, SIM_SETTING_OPEN);
  g_assert_true (hears_contact_from (world, FIRST_TWO, 20));
  sim_world_free (world);
}

/* A wound is a fact and no feeling: under net short she learns of it, and of no stress.  */
static void
test_wound_under_short (void)
{
  SimWorld *world = quiet (70, 1);
  SimReport report;

  set (world, SIM_VERB_NET, SIM_SETTING_SHORT);
  world->units.wounds[FIRST] = 1;
  do
    report = next_report (world, 20);
  while (report.words.phrase != SIM_PHRASE_WOUNDED);
  g_assert_true (report.own.told & SIM_OWN_PILOT);
  g_assert_cmpuint (report.own.wounds, ==, 1);
  sim_world_free (world);
}

/* Among themselves they say what they know by now, also what nobody will own up to before her.  */
static void
test_among_themselves (void)
{
  SimReport first, report;
  SimWorld *world = misreported (59, &first);
  SimCommand command = {.id = 900,
                        .verb = SIM_VERB_LISTEN_IN,
                        .n_addressees = 1,
                        .addressees = {{SIM_ADDRESSEE_ALL, 0}},
                        .target = {.kind = SIM_TARGET_PLATOON, .number = first.platoon},
                        .facing_deg = -1};

  build_run (world, 10);
  g_assert_true (sim_world_submit (world, &command));
  do
    report = next_report (world, 40);
  while (report.contact != first.contact);
  g_assert_cmpuint (report.type, ==, BUILD_SCOUT);
  sim_world_free (world);
}

/* ---- State --------------------------------------------------------------------------------- */

static SimWorld *
melee_of_few_words (void)
{
  Build build;

  build_melee (&build);
  for (size_t i = 0; i < build.n_squadron; i++)
    build.squadron[i].trust = 15 + 10 * (float) i;
  return build_world (&build, 5);
}

/* The same battle twice is the same, also when it was saved and loaded in the middle, with people who
 * hide something.  */
static void
test_state (void)
{
  SimWorld *world = melee_of_few_words (), *loaded;
  uint8_t *bytes;
  size_t length;
  unsigned hidden = 0;

  for (int s = 0; s < 600 && hidden == 0; s++) {
    build_run (world, 1);
    for (size_t i = 0; i < world->n_own; i++)
      hidden += world->units.hidden[i] != 0;
  }
  g_assert_cmpuint (hidden, >, 0);
  length = sim_world_save (world, NULL, 0);
  bytes = g_malloc (length);
  g_assert_cmpuint (sim_world_save (world, bytes, length), ==, length);
  loaded = melee_of_few_words ();
  g_assert_true (sim_world_load (loaded, bytes, length));
  g_assert_cmpuint (sim_world_hash (loaded), ==, sim_world_hash (world));
  build_run (world, 200);
  build_run (loaded, 200);
  g_assert_cmpuint (sim_world_hash (loaded), ==, sim_world_hash (world));
  world->units.hidden[0] ^= 1;
  g_assert_cmpuint (sim_world_hash (loaded), !=, sim_world_hash (world));
  sim_world_free (world);
  sim_world_free (loaded);
  g_free (bytes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/honesty/shares", test_shares);
  g_test_add_func ("/sim/honesty/drawn-once", test_drawn_once);
  g_test_add_func ("/sim/honesty/rounds", test_rounds);
  g_test_add_func ("/sim/honesty/open", test_open);
  g_test_add_func ("/sim/honesty/opens-up", test_opens_up);
  g_test_add_func ("/sim/honesty/damage", test_damage);
  g_test_add_func ("/sim/honesty/contacts", test_contacts);
  g_test_add_func ("/sim/honesty/emergencies", test_emergencies);
  g_test_add_func ("/sim/honesty/reasons", test_reasons);
  g_test_add_func ("/sim/honesty/no-advice", test_no_advice);
  g_test_add_func ("/sim/honesty/errors-grow", test_errors_grow);
  g_test_add_func ("/sim/honesty/mistakes", test_mistakes);
  g_test_add_func ("/sim/honesty/correction", test_correction);
  g_test_add_func ("/sim/honesty/correction-asked-for", test_correction_asked_for);
  g_test_add_func ("/sim/honesty/unsure", test_unsure);
  g_test_add_func ("/sim/honesty/all-lost", test_all_lost);
  g_test_add_func ("/sim/honesty/overtaken", test_overtaken);
  g_test_add_func ("/sim/honesty/back-in-sight", test_back_in_sight);
  g_test_add_func ("/sim/honesty/copy", test_copy);
  g_test_add_func ("/sim/honesty/manner", test_manner);
  g_test_add_func ("/sim/honesty/copy-and-rules", test_copy_and_rules);
  g_test_add_func ("/sim/honesty/copy-by-relay", test_copy_by_relay);
  g_test_add_func ("/sim/honesty/relay", test_relay);
  g_test_add_func ("/sim/honesty/relay-of-objection", test_relay_of_objection);
  g_test_add_func ("/sim/honesty/kept-back", test_kept_back);
  g_test_add_func ("/sim/honesty/wound-under-short", test_wound_under_short);
  g_test_add_func ("/sim/honesty/among-themselves", test_among_themselves);
  g_test_add_func ("/sim/honesty/state", test_state);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people tell of themselves by their trust, and how they say it (design: play, "Trust").  */
#include "honesty-battle.h"

#include "sim/sim-honesty.h"
#include "sim/sim-link.h"
#include "sim/sim-pilot.h"

#include <math.h>

#define DRAWS 4000

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
  SimWorld *world = honesty_quiet (trust, 3);
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
    SimWorld *world = honesty_quiet (30, seed);
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

/* Nobody who hides little ammunition says so, and asked he has more; his machine's data do not lie.  */
static void
test_rounds (void)
{
  SimWorld *world = honesty_quiet (50, 1);
  SimTelemetry data;
  SimReport report;

  world->rules.hide_full = 1;
  world->units.ammunition[FIRST] = 6;
  g_assert_false (honesty_hears (world, SIM_PHRASE_LOW_AMMUNITION, 20));
  report = honesty_asked (world, SIM_TOPIC_AMMUNITION);
  g_assert_cmpuint (report.own.ammunition, ==, 16);
  g_assert_cmpint (report.words.arguments[0].number, ==, 16);
  data = honesty_next_data (world, FIRST, 20);
  g_assert_cmpuint (data.own.ammunition, ==, 6);
  /* That there is none at all he can not hide.  */
  world->units.ammunition[FIRST] = 0;
  g_assert_true (honesty_hears (world, SIM_PHRASE_NO_AMMUNITION, 20));
  sim_world_free (world);
}

/* Who trusts her says it, once.  */
static void
test_open (void)
{
  SimWorld *world = honesty_quiet (80, 1);
  SimReport report;

  world->units.ammunition[FIRST] = 6;
  world->units.wounds[FIRST] = 1;
  g_assert_true (honesty_hears (world, SIM_PHRASE_WOUNDED, 20));
  report = honesty_asked (world, SIM_TOPIC_AMMUNITION);
  g_assert_cmpuint (report.own.ammunition, ==, 6);
  g_assert_false (honesty_hears (world, SIM_PHRASE_WOUNDED, 200));
  world->units.wounds[FIRST] = 2;
  g_assert_true (honesty_hears (world, SIM_PHRASE_WOUNDED_BADLY, 20));
  sim_world_free (world);
}

/* What was hidden comes out when trust has grown.  */
static void
test_opens_up (void)
{
  SimWorld *world = honesty_quiet (50, 1);
  SimTelemetry data;

  world->rules.hide_full = 1;
  world->units.wounds[FIRST] = 1;
  world->units.fatigue[FIRST] = 80;
  g_assert_false (honesty_hears (world, SIM_PHRASE_WOUNDED, 30));
  data = honesty_next_data (world, FIRST, 20);
  g_assert_cmpuint (data.own.wounds, ==, 0);
  g_assert_cmpuint (data.own.fatigue, <, SIM_TIRED);
  world->units.trust[FIRST] = 61;
  g_assert_true (honesty_hears (world, SIM_PHRASE_WOUNDED, 30));
  sim_world_free (world);
}

/* Parts that still work are hidden, those that do not are not.  */
static void
test_damage (void)
{
  SimWorld *world = honesty_quiet (10, 1);
  SimReport report;

  make_so (world, FIRST, SIM_FACT_DAMAGE, true);
  report = honesty_asked (world, SIM_TOPIC_DAMAGE);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_STATUS_SOUND);
  g_assert_cmpuint (report.own.parts[SIM_PART_GUN], ==, 255);
  world->units.parts[FIRST * SIM_N_PARTS + SIM_PART_GUN] = 30;
  report = honesty_asked (world, SIM_TOPIC_DAMAGE);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_STATUS_DAMAGED);
  g_assert_cmpuint (report.own.parts[SIM_PART_GUN], ==, 30);
  sim_world_free (world);
}

/* ---- Speaking at all ----------------------------------------------------------------------- */

/* Below 20 nobody calls the enemy unasked; one comrade who does is enough for the platoon.  */
static void
test_contacts (void)
{
  SimWorld *world = honesty_quiet (19, 1);
  SimReport report;

  honesty_show_enemy (world, 500);
  g_assert_false (honesty_hears_contact_from (world, FIRST, 20));
  report = honesty_asked (world, SIM_TOPIC_CONTACT);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_STATUS_CONTACT);
  g_assert_cmpuint (report.words.manner, ==, SIM_MANNER_CURT);
  sim_world_free (world);

  /* The second of the platoon is nearest and sees them first.  */
  for (uint32_t speaker = FIRST; speaker <= FIRST_TWO; speaker++) {
    world = honesty_quiet (19, 1);
    world->units.trust[speaker] = 20;
    honesty_show_enemy (world, 500);
    g_assert_true (honesty_hears_contact_from (world, speaker, 20));
    g_assert_cmpuint (sim_honesty_speaker (world, FIRST), ==, speaker);
    g_assert_cmpuint (sim_honesty_speaker (world, FIRST_TWO), ==, speaker);
    g_assert_cmpuint (sim_honesty_speaker (world, SECOND), ==, SIM_NOBODY);
    sim_world_free (world);
  }
}

static void
test_emergencies (void)
{
  SimWorld *world = honesty_quiet (0, 1);

  world->units.parts[FIRST * SIM_N_PARTS + SIM_PART_LEGS] = 100;
  sim_pilot_hit (world, FIRST, SIM_PART_LEGS);
  g_assert_true (honesty_hears (world, SIM_PHRASE_HIT, 10));
  sim_pilot_under_fire (world, FIRST, ENEMY);
  g_assert_false (honesty_hears (world, SIM_PHRASE_UNDER_FIRE, 20));
  sim_world_free (world);
}

/* ---- Reasons, advice ----------------------------------------------------------------------- */

static SimReport
answer_to_danger (float trust, float danger_base)
{
  SimWorld *world = honesty_quiet (trust, 1);
  SimCommand command = build_order_unit (1, SIM_VERB_ATTACK, FIRST, 1000, 3000);
  SimReport report;

  world->rules.danger_base = danger_base;
  world->units.wounds[FIRST] = 2;
  world->units.facts[FIRST] = world->units.hidden[FIRST] = 1u << SIM_FACT_WOUND;
  world->units.told[FIRST] = SIM_TOLD_WOUNDED_BADLY;
  g_assert_true (sim_world_submit (world, &command));
  do
    report = honesty_next_report (world, 40);
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
  SimWorld *world = honesty_quiet (59, 1);
  SimCommand command = build_order_unit (1, SIM_VERB_MOVE, FIRST, 1000, 3000);
  SimMessage message;

  world->rules.danger_base = -1;
  g_assert_true (sim_world_submit (world, &command));
  for (int i = 0; i < 300; i++)
    if (build_wait_message (world, SIM_MESSAGE_REPORT, 0.1, &message))
      g_assert_false (is_among (&message.report, SIM_PHRASE_RISK, SIM_PHRASE_ADVISE_WAIT));
  sim_world_free (world);
}

/* ---- Manner -------------------------------------------------------------------------------- */

static void
test_manner (void)
{
  SimWorld *world = honesty_quiet (50, 1);
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

/* A reason that either keeps to himself is not given, whoever speaks.  */
static void
test_relay_of_objection (void)
{
  SimWorld *world = honesty_quiet (90, 1);
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
  g_test_add_func ("/sim/honesty/manner", test_manner);
  g_test_add_func ("/sim/honesty/relay-of-objection", test_relay_of_objection);
  g_test_add_func ("/sim/honesty/state", test_state);
  return g_test_run ();
}

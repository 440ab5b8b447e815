/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gaps between decision points, in seconds of the player.  */
#include "engine/engine-pacing.h"

#include <math.h>

typedef struct {
  EnginePacing pacing;
  Picture *picture;
} Fixture;

/* One machine, at (1000, 1000).  */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  PictureDef def = picture_def_default ();

  def.n_own = 1;
  def.own[0].id = (SimUnitId){0, 1};
  def.own[0].position = base_vec (1000, 1000);
  fixture->picture = picture_new (&def);
  engine_pacing_init (&fixture->pacing);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  engine_pacing_clear (&fixture->pacing);
  picture_free (fixture->picture);
}

static void
take (Fixture *fixture, SimMessage message)
{
  engine_pacing_take (&fixture->pacing, &message, fixture->picture);
}

static SimMessage
report (double at_s, SimReportKind kind, SimPhrase phrase)
{
  SimMessage message = {.kind = SIM_MESSAGE_REPORT, .t = SIM_SECONDS (at_s)};

  message.report.kind = (guint8) kind;
  message.report.words.phrase = (guint16) phrase;
  return message;
}

static void
hear (Fixture *fixture, double at_s, SimReportKind kind, SimPhrase phrase)
{
  take (fixture, report (at_s, kind, phrase));
}

static void
contact_at (Fixture *fixture, double at_s, BaseVec position)
{
  SimMessage message = report (at_s, SIM_REPORT_CONTACT, SIM_PHRASE_CONTACT_SEEN);

  message.report.position = position;
  message.report.error_m = 50;
  take (fixture, message);
}

static void
fight_at (Fixture *fixture, double at_s)
{
  SimMessage message = {.kind = SIM_MESSAGE_TELEMETRY, .t = SIM_SECONDS (at_s)};

  message.telemetry.own.told = SIM_OWN_ACTIVITY;
  message.telemetry.own.activity = SIM_ACTIVITY_ENGAGED;
  take (fixture, message);
}

static void
order_is (Fixture *fixture, double at_s, guint32 order, SimOrderState state)
{
  SimMessage message = {.kind = SIM_MESSAGE_ORDER, .t = SIM_SECONDS (at_s)};

  message.order.order = order;
  message.order.state = (guint8) state;
  take (fixture, message);
}

static double
gap_s (const GArray *gaps, guint index)
{
  g_assert_cmpuint (index, <, gaps->len);
  return (double) g_array_index (gaps, SimTick, index) / SIM_TICKS_PER_SECOND;
}

/* Twenty seconds of quiet are one of hers; a far contact makes it five to one, a near one each.  */
static void
test_speeds (Fixture *fixture, gconstpointer data)
{
  const GArray *quiet = fixture->pacing.quiet_gaps;

  g_assert_true (isnan (engine_pacing_p90_s (quiet)));
  hear (fixture, 20, SIM_REPORT_OWN_STATE, SIM_PHRASE_STATUS_POSITION); /* asks nothing */
  contact_at (fixture, 100, base_vec (9000, 9000));
  g_assert_cmpfloat (gap_s (quiet, 0), ==, 5);
  contact_at (fixture, 101, base_vec (9000, 9000)); /* the same moment */
  g_assert_cmpuint (quiet->len, ==, 1);
  hear (fixture, 150, SIM_REPORT_DESK, SIM_PHRASE_SCENARIO_TEXT);
  g_assert_cmpfloat (gap_s (quiet, 1), ==, 10);
  /* 11 s of the far contact are left, 189 of quiet.  */
  contact_at (fixture, 350, base_vec (1500, 1500));
  g_assert_cmpfloat_with_epsilon (gap_s (quiet, 2), 11.0 / 5 + 189.0 / 20, 0.11);
  hear (fixture, 400, SIM_REPORT_DESK, SIM_PHRASE_SCENARIO_TEXT);
  g_assert_cmpfloat (gap_s (quiet, 3), ==, 50);
  g_assert_cmpuint (fixture->pacing.contact_gaps->len, ==, 0);
  g_assert_cmpuint (fixture->pacing.decisions[ENGINE_DECISION_CONTACT], ==, 2);
  g_assert_cmpuint (fixture->pacing.decisions[ENGINE_DECISION_DESK], ==, 2);
}

/* Contact is when somebody is engaged, as far as she was told.  */
static void
test_contact (Fixture *fixture, gconstpointer data)
{
  const EnginePacing *pacing = &fixture->pacing;

  for (guint s = 100; s < 130; s += 2)
    fight_at (fixture, s);
  hear (fixture, 130, SIM_REPORT_OWN_STATE, SIM_PHRASE_LOW_AMMUNITION);
  g_assert_cmpuint (pacing->contact_gaps->len, ==, 1);
  g_assert_cmpfloat (gap_s (pacing->contact_gaps, 0), ==, 35); /* 100 s at 20×, 30 s at 1× */
  /* 18 s of the fight are left, then 400 of quiet: more of her time was quiet.  */
  hear (fixture, 548, SIM_REPORT_OWN_STATE, SIM_PHRASE_LOW_ENERGY);
  g_assert_cmpuint (pacing->quiet_gaps->len, ==, 1);
  g_assert_cmpfloat (gap_s (pacing->quiet_gaps, 0), ==, 38);
}

/* An order that is begun in time asks nothing, one that waits does, once; a refusal at once.  */
static void
test_orders (Fixture *fixture, gconstpointer data)
{
  const guint32 *decisions = fixture->pacing.decisions;

  order_is (fixture, 10, 1, SIM_ORDER_ENTERED);
  order_is (fixture, 12, 1, SIM_ORDER_SPOKEN);
  order_is (fixture, 15, 1, SIM_ORDER_WAITING);
  engine_pacing_advance (&fixture->pacing, SIM_SECONDS (29.9));
  order_is (fixture, 29.9, 1, SIM_ORDER_BEGUN);
  order_is (fixture, 40, 2, SIM_ORDER_ENTERED);
  for (SimTick t = SIM_SECONDS (30); t <= SIM_SECONDS (54.9); t++)
    engine_pacing_advance (&fixture->pacing, t);
  g_assert_cmpuint (decisions[ENGINE_DECISION_WAIT], ==, 0);
  for (SimTick t = SIM_SECONDS (55); t <= SIM_SECONDS (90); t++)
    engine_pacing_advance (&fixture->pacing, t);
  g_assert_cmpuint (decisions[ENGINE_DECISION_WAIT], ==, 1);
  order_is (fixture, 91, 2, SIM_ORDER_REFUSED);
  g_assert_cmpuint (decisions[ENGINE_DECISION_OBJECTION], ==, 1);
  g_assert_cmpuint (fixture->pacing.n_waits, ==, 0);
}

/* ---- What is due --------------------------------------------------------------------------- */

static SimOrderChange
change (guint32 order, SimVerb verb, SimOrderState state, SimCause cause, guint unit)
{
  return (SimOrderChange){
      .order = order,
      .state = (guint8) state,
      .cause = (guint8) cause,
      .unit = unit == 0 ? SIM_UNIT_NONE : (SimUnitId){unit, 1},
      .command = {.verb = (guint8) verb},
  };
}

static void
changes (Fixture *fixture, double at_s, SimOrderChange change)
{
  SimMessage message = {.kind = SIM_MESSAGE_ORDER, .t = SIM_SECONDS (at_s), .order = change};

  message.order.t = message.t;
  take (fixture, message);
}

static void
go_on_to (Fixture *fixture, double at_s)
{
  while (fixture->pacing.now < SIM_SECONDS (at_s))
    engine_pacing_advance (&fixture->pacing, fixture->pacing.now + 1);
}

/* A promise is due a minute before its end, at half of a short one, once; one that is kept before is not.  */
static void
test_promises (Fixture *fixture, gconstpointer data)
{
  const guint32 *count = &fixture->pacing.decisions[ENGINE_DECISION_PROMISE];
  SimOrderChange promise = change (1, SIM_VERB_PROMISE, SIM_ORDER_BEGUN, SIM_CAUSE_NONE, 0);

  promise.command.minutes = 5;
  changes (fixture, 100, promise);
  go_on_to (fixture, 339.8);
  g_assert_cmpuint (*count, ==, 0);
  go_on_to (fixture, 340.2);
  g_assert_cmpuint (*count, ==, 1);
  g_assert_cmpuint (fixture->pacing.until_asked, >, SIM_SECONDS (349));
  go_on_to (fixture, 500);
  g_assert_cmpuint (*count, ==, 1);
  promise.order = 2;
  promise.command.minutes = 1;
  changes (fixture, 500, promise);
  go_on_to (fixture, 531);
  g_assert_cmpuint (*count, ==, 2);
  promise.order = 3;
  promise.command.minutes = 5;
  changes (fixture, 600, promise);
  promise.state = SIM_ORDER_DONE;
  changes (fixture, 700, promise);
  go_on_to (fixture, 1000);
  g_assert_cmpuint (*count, ==, 2);
}

static void
prepare (Fixture *fixture, double at_s, guint32 order, guint unit)
{
  SimOrderChange waits =
      change (order, SIM_VERB_ATTACK, SIM_ORDER_WAITING, SIM_CAUSE_FOR_MARK, unit);

  waits.command.mark = 2;
  changes (fixture, at_s, waits);
}

/* A mark is ready when all who wait for it have come back from what else they were told, and again when another
 * was prepared; not once it was given.  */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  const guint32 *count = &fixture->pacing.decisions[ENGINE_DECISION_MARK];

  changes (fixture, 10, change (1, SIM_VERB_MOVE, SIM_ORDER_BEGUN, SIM_CAUSE_NONE, 1));
  changes (fixture, 10, change (1, SIM_VERB_MOVE, SIM_ORDER_BEGUN, SIM_CAUSE_NONE, 2));
  prepare (fixture, 20, 2, 1);
  prepare (fixture, 20, 2, 2);
  prepare (fixture, 20, 2, 3);
  go_on_to (fixture, 60);
  changes (fixture, 60, change (1, SIM_VERB_MOVE, SIM_ORDER_DONE, SIM_CAUSE_NONE, 1));
  go_on_to (fixture, 70);
  g_assert_cmpuint (*count, ==, 0);
  changes (fixture, 70, change (1, SIM_VERB_MOVE, SIM_ORDER_REPLACED, SIM_CAUSE_NONE, 2));
  go_on_to (fixture, 80);
  g_assert_cmpuint (*count, ==, 1);
  prepare (fixture, 90, 3, 4);
  go_on_to (fixture, 100);
  g_assert_cmpuint (*count, ==, 2);
  /* Given: all of them begin.  */
  for (guint unit = 1; unit <= 4; unit++)
    changes (fixture, 110,
             change (unit == 4 ? 3 : 2, SIM_VERB_ATTACK, SIM_ORDER_BEGUN, SIM_CAUSE_NONE, unit));
  go_on_to (fixture, 200);
  g_assert_cmpuint (*count, ==, 2);
  g_assert_cmpuint (fixture->pacing.prepared.n_waiters, ==, 0);
}

static void
strain_is (Fixture *fixture, double at_s, float strain, guint16 cut_s)
{
  SimMessage message = {.kind = SIM_MESSAGE_LINK, .t = SIM_SECONDS (at_s)};

  message.link.strain = strain;
  message.link.cut_s = cut_s;
  take (fixture, message);
}

/* A mark is passed once, as long as strain does not fall well below it; a cut begins and ends.  */
static void
test_strain (Fixture *fixture, gconstpointer data)
{
  const guint32 *count = &fixture->pacing.decisions[ENGINE_DECISION_STRAIN];

  strain_is (fixture, 10, 39, 0);
  strain_is (fixture, 20, 41, 0);
  strain_is (fixture, 30, 38, 0);
  strain_is (fixture, 40, 42, 0);
  g_assert_cmpuint (*count, ==, 1);
  strain_is (fixture, 50, 30, 0);
  strain_is (fixture, 60, 61, 0);
  g_assert_cmpuint (*count, ==, 2);
  strain_is (fixture, 70, 61, 90);
  strain_is (fixture, 80, 61, 80);
  strain_is (fixture, 160, 44, 0);
  g_assert_cmpuint (*count, ==, 4);
}

static void
voice_is (Fixture *fixture, double at_s, guint16 voice, float bearing_deg)
{
  SimMessage message = report (at_s, SIM_REPORT_HEARD, SIM_PHRASE_HEARD);

  message.report.voice = voice;
  message.report.bearing_deg = bearing_deg;
  take (fixture, message);
}

/* The same voice from the same side is no new axis, also across north.  */
static void
test_axes (Fixture *fixture, gconstpointer data)
{
  const guint32 *count = &fixture->pacing.decisions[ENGINE_DECISION_AXIS];

  voice_is (fixture, 10, 1, 350);
  voice_is (fixture, 40, 1, 5);
  g_assert_cmpuint (*count, ==, 1);
  voice_is (fixture, 70, 1, 30);
  voice_is (fixture, 80, 2, 30);
  g_assert_cmpuint (*count, ==, 3);
}

static void
enemy_goes (Fixture *fixture, double at_s, guint32 contact, float x, float y)
{
  SimMessage message = {.kind = SIM_MESSAGE_REPORT, .t = SIM_SECONDS (at_s)};

  message.report.kind = SIM_REPORT_CONTACT_UPDATE;
  message.report.how = SIM_HOW_SEEN;
  message.report.contact = contact;
  message.report.velocity_known = x != 0 || y != 0;
  message.report.velocity = base_vec (x, y);
  take (fixture, message);
}

/* An enemy that halts, goes on or turns asks; one that bears off a little, or is told of first by an update, does
 * not.  */
static void
test_courses (Fixture *fixture, gconstpointer data)
{
  const guint32 *count = &fixture->pacing.decisions[ENGINE_DECISION_AXIS];

  enemy_goes (fixture, 10, 1, 0, -5);
  enemy_goes (fixture, 20, 1, 1, -5);
  g_assert_cmpuint (*count, ==, 0);
  enemy_goes (fixture, 30, 1, 0, 0);
  g_assert_cmpuint (*count, ==, 1);
  enemy_goes (fixture, 40, 1, 0, 0);
  g_assert_cmpuint (*count, ==, 1);
  enemy_goes (fixture, 50, 1, 5, 0);
  g_assert_cmpuint (*count, ==, 2);
  enemy_goes (fixture, 60, 1, 0, 5);
  g_assert_cmpuint (*count, ==, 3);
  enemy_goes (fixture, 70, 2, 0, 5); /* another */
  g_assert_cmpuint (*count, ==, 3);
}

static void
enemies_fall (Fixture *fixture, double at_s, guint32 contact, guint16 count)
{
  SimMessage message = {.kind = SIM_MESSAGE_REPORT, .t = SIM_SECONDS (at_s)};

  message.report.kind = SIM_REPORT_CONTACT_DESTROYED;
  message.report.contact = contact;
  message.report.count = count;
  take (fixture, message);
}

static void
enemies_are (Fixture *fixture, double at_s, guint16 count)
{
  SimMessage message = {.kind = SIM_MESSAGE_REPORT, .t = SIM_SECONDS (at_s)};

  message.report.kind = SIM_REPORT_CONTACT_UPDATE;
  message.report.how = SIM_HOW_SEEN;
  message.report.contact = 4;
  message.report.count = count;
  take (fixture, message);
}

/* Many more than were said are new ones, once; one more is not, nor are those that come back to sight.  */
static void
test_growth (Fixture *fixture, gconstpointer data)
{
  const guint32 *count = &fixture->pacing.decisions[ENGINE_DECISION_CONTACT];

  enemies_are (fixture, 10, 2);
  enemies_are (fixture, 20, 3);
  g_assert_cmpuint (*count, ==, 0);
  enemies_are (fixture, 30, 4);
  g_assert_cmpuint (*count, ==, 1);
  enemies_are (fixture, 40, 1);
  enemies_are (fixture, 50, 4);
  enemies_are (fixture, 60, 5);
  g_assert_cmpuint (*count, ==, 1);
  enemies_are (fixture, 70, 9);
  g_assert_cmpuint (*count, ==, 2);
}

/* Half of those last told of fell at once; one of many does not ask, nor does a kill of whom nobody told.  */
static void
test_kills (Fixture *fixture, gconstpointer data)
{
  const guint32 *count = &fixture->pacing.decisions[ENGINE_DECISION_AXIS];

  enemies_are (fixture, 10, 5);
  enemies_fall (fixture, 20, 4, 2);
  enemies_fall (fixture, 30, 9, 5);
  enemies_fall (fixture, 34, 0, 5);
  g_assert_cmpuint (*count, ==, 0);
  enemies_fall (fixture, 40, 4, 3);
  g_assert_cmpuint (*count, ==, 1);
}

/* What asks without an enemy, an order or a voice: a lull, advice, a place where nobody is; and small talk
 * that asks nothing.  */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct {
    SimPhrase phrase;
    EngineDecision asks;
  } words[] = {
      {SIM_PHRASE_TALK_RELIEF, ENGINE_DECISION_SUPPLY},
      {SIM_PHRASE_ALL_LOST, ENGINE_DECISION_SUPPLY},
      {SIM_PHRASE_AREA_CLEAR, ENGINE_DECISION_AXIS},
      {SIM_PHRASE_CONTACT_LOST, ENGINE_DECISION_AXIS},
      {SIM_PHRASE_ADVISE_WAIT, ENGINE_DECISION_OBJECTION},
      {SIM_PHRASE_WOUNDED, ENGINE_DECISION_REQUEST},
      {SIM_PHRASE_CAPTAIN_CUTS, ENGINE_DECISION_STRAIN},
      {SIM_PHRASE_TALK_JOKE, ENGINE_N_DECISIONS},
      {SIM_PHRASE_IN_POSITION, ENGINE_DECISION_READY},
      {SIM_PHRASE_CONTACT_AGAIN, ENGINE_DECISION_CONTACT},
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    guint32 before[ENGINE_N_DECISIONS];

    memcpy (before, fixture->pacing.decisions, sizeof before);
    hear (fixture, 10 + 10 * i, SIM_REPORT_OWN_STATE, words[i].phrase);
    for (guint k = 0; k < ENGINE_N_DECISIONS; k++)
      g_assert_cmpuint (fixture->pacing.decisions[k], ==, before[k] + (k == words[i].asks));
  }
}

static void
assert_pace (Fixture *fixture, double at_s, EnginePaceCause cause, double speed)
{
  g_autofree PictureView *view = g_new0 (PictureView, 1);
  EnginePace pace;

  view->now = SIM_SECONDS (at_s);
  view->n_promises = 1;
  view->promises[0].t_due = SIM_SECONDS (500);
  engine_pacing_advance (&fixture->pacing, view->now);
  pace = engine_pacing_pace (&fixture->pacing, view);
  g_assert_cmpuint (pace.cause, ==, cause);
  g_assert_cmpfloat (pace.speed, ==, speed);
}

/* What is picked for her, and for what; of several reasons the gravest.  All that asks is counted, also within a
 * moment.  */
static void
test_pace (Fixture *fixture, gconstpointer data)
{
  const EngineAsked *asked = fixture->pacing.asked;

  assert_pace (fixture, 1, ENGINE_PACE_QUIET, 20);
  contact_at (fixture, 10, base_vec (9000, 9000));
  assert_pace (fixture, 11, ENGINE_PACE_FAR, 5);
  contact_at (fixture, 11.5, base_vec (1500, 1500));
  assert_pace (fixture, 12, ENGINE_PACE_NEAR, 1);
  g_assert_cmpuint (asked[ENGINE_DECISION_CONTACT].count, ==, 2);
  g_assert_cmpuint (fixture->pacing.decisions[ENGINE_DECISION_CONTACT], ==, 1);
  order_is (fixture, 12.5, 1, SIM_ORDER_REFUSED);
  assert_pace (fixture, 13, ENGINE_PACE_ASKED, 1);
  g_assert_cmpuint (asked[ENGINE_DECISION_OBJECTION].t, ==, SIM_SECONDS (12.5));
  fight_at (fixture, 14);
  assert_pace (fixture, 15, ENGINE_PACE_FIGHT, 1);
  assert_pace (fixture, 35, ENGINE_PACE_NEAR, 1);
  assert_pace (fixture, 72, ENGINE_PACE_QUIET, 20);
  assert_pace (fixture, 439, ENGINE_PACE_QUIET, 20);
  assert_pace (fixture, 441, ENGINE_PACE_DUE, 1);
}

static void
test_ninety_of_a_hundred (void)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (SimTick));

  for (guint i = 0; i < 100; i++) {
    SimTick gap = SIM_SECONDS ((i * 37) % 100 + 1);

    g_array_append_val (gaps, gap);
  }
  g_assert_cmpfloat (engine_pacing_p90_s (gaps), ==, 90);
  g_array_set_size (gaps, 1);
  g_assert_cmpfloat (engine_pacing_p90_s (gaps), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add ("/engine/pacing/" path, Fixture, NULL, set_up, func, tear_down)
  TEST ("speeds", test_speeds);
  TEST ("contact", test_contact);
  TEST ("orders", test_orders);
  TEST ("promises", test_promises);
  TEST ("marks", test_marks);
  TEST ("strain", test_strain);
  TEST ("axes", test_axes);
  TEST ("courses", test_courses);
  TEST ("growth", test_growth);
  TEST ("kills", test_kills);
  TEST ("words", test_words);
  TEST ("pace", test_pace);
#undef TEST
  g_test_add_func ("/engine/pacing/ninety-of-a-hundred", test_ninety_of_a_hundred);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people's eyes mistake and they correct, one word for many, and what the rules of the net leave of
 * it (design: play, "Trust"; simulation, "Reports and the picture").  */
#include "honesty-battle.h"

#include "sim/sim-eyes.h"
#include "sim/sim-link.h"

#include <math.h>

#define DRAWS 4000

/* ---- Eyes ---------------------------------------------------------------------------------- */

/* One standard deviation of a place, for one thing changed at a time.  */
static void
test_errors_grow (void)
{
  SimWorld *world = honesty_quiet (50, 1);
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
  SimWorld *world = honesty_quiet (50, 1);
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
  SimWorld *world = honesty_quiet (trust, 1);
  SimPlatoon *platoon = &world->platoons[0];

  honesty_show_enemy (world, 900);
  do
    *first = honesty_next_report (world, 20);
  while (first->kind != SIM_REPORT_CONTACT);
  for (int i = 0; i < SIM_MAX_CONTACTS; i++)
    if (platoon->contacts[i].number == first->contact) {
      platoon->contacts[i].type = platoon->contacts[i].better_type = BUILD_TANK;
      platoon->contacts[i].count = platoon->contacts[i].better_count = 12;
    }
  honesty_show_enemy (world, 400);
  return world;
}

static void
test_correction (void)
{
  SimReport first, report;
  SimWorld *world = misreported (61, &first);
  unsigned n = 0;

  do
    report = honesty_next_report (world, 40);
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

  g_assert_false (honesty_hears (world, SIM_PHRASE_CORRECTION, 60));
  report = honesty_asked (world, SIM_TOPIC_CONTACT);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_STATUS_CONTACT);
  g_assert_cmpuint (report.type, ==, BUILD_SCOUT);
  sim_world_free (world);
}

/* Far off who trusts her says that he may be wrong.  */
static void
test_unsure (void)
{
  for (int trust = 79; trust <= 80; trust++) {
    SimWorld *world = honesty_quiet ((float) trust, 1);
    SimReport report;

    world->rules.eye_far_m = 300;
    world->rules.eye_unknown = world->rules.eye_wrong = 0;
    honesty_show_enemy (world, 600);
    do
      report = honesty_next_report (world, 20);
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
  SimWorld *world = honesty_quiet (50, 1);
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
  SimWorld *world = honesty_quiet (50, 1);
  SimContact *contact = &world->platoons[0].contacts[0];
  SimReport report = {.kind = SIM_REPORT_CONTACT_UPDATE, .contact = 7};

  build_run (world, 60);
  *contact = (SimContact){.number = 7, .last_seen = world->tick, .said = 1, .count = 2};
  g_assert_false (sim_contact_is_overtaken (world, &report));
  contact->last_seen = world->tick - SIM_SECONDS (21);
  g_assert_true (sim_contact_is_overtaken (world, &report));
  contact->last_seen = world->tick;
  contact->known = SIM_KNOWN_LOSS_WAITS;
  g_assert_true (sim_contact_is_overtaken (world, &report));
  report.kind = SIM_REPORT_CONTACT_LOST;
  g_assert_false (sim_contact_is_overtaken (world, &report));
  contact->known = SIM_KNOWN_BACK;
  g_assert_true (sim_contact_is_overtaken (world, &report));
  sim_world_free (world);
}

/* Lost, seen again and lost anew before she heard that it was back: one loss, as far as she knows.  */
static void
test_lost_once (void)
{
  SimWorld *world = honesty_quiet (50, 1);
  SimContact *contact = &world->platoons[0].contacts[0];
  SimReport heard = {.kind = SIM_REPORT_CONTACT_LOST, .contact = 7};

  build_run (world, 60);
  *contact = (SimContact){.number = 7, .last_seen = world->tick, .said = 1, .count = 2,
                          .type = BUILD_SCOUT, .observer = FIRST, .known = SIM_KNOWN_LOSS_WAITS};
  sim_contact_heard (world, &heard);
  g_assert_cmpuint (contact->known, ==, SIM_KNOWN_LOST);
  contact->known = SIM_KNOWN_BACK;
  contact->last_seen = world->tick - SIM_SECONDS (30);
  g_assert_false (honesty_hears (world, SIM_PHRASE_CONTACT_LOST, 30));
  g_assert_cmpuint (contact->known, ==, SIM_KNOWN_LOST);
  /* Heard to be back, it may be lost again.  */
  contact->known = SIM_KNOWN_BACK;
  contact->last_seen = world->tick;
  heard.kind = SIM_REPORT_CONTACT_UPDATE;
  sim_contact_heard (world, &heard);
  g_assert_cmpuint (contact->known, ==, SIM_KNOWN_IN_SIGHT);
  g_assert_true (honesty_hears (world, SIM_PHRASE_CONTACT_LOST, 60));
  sim_world_free (world);
}

/* What nobody told her of is not told to be lost.  */
static void
test_lost_untold (void)
{
  SimWorld *world = honesty_quiet (50, 1);

  build_run (world, 60);
  world->platoons[0].contacts[0] =
      (SimContact){.number = 7, .last_seen = world->tick - SIM_SECONDS (30), .said = 1, .count = 2,
                   .type = BUILD_SCOUT, .observer = FIRST, .known = SIM_KNOWN_NOTHING};
  g_assert_false (honesty_hears (world, SIM_PHRASE_CONTACT_LOST, 60));
  sim_world_free (world);
}

/* ---- About as many -------------------------------------------------------------------------- */

/* The update that is said of them when she was told of so many more.  */
static SimReport
update_of (int more)
{
  SimWorld *world = honesty_quiet (50, 1);
  SimReport report;
  int slot = 0;

  honesty_show_enemy (world, 500);
  g_assert_true (honesty_hears_contact_from (world, FIRST_TWO, 20));
  while (world->platoons[0].contacts[slot].number == 0)
    slot++;
  build_run (world, 25);
  world->platoons[0].contacts[slot].said_count =
      (uint16_t) (world->platoons[0].contacts[slot].count + more);
  honesty_show_enemy (world, 1000);
  do
    report = honesty_next_report (world, 40);
  while (report.kind != SIM_REPORT_CONTACT_UPDATE);
  g_assert_cmpuint (world->platoons[0].contacts[slot].said_count, ==, report.count);
  sim_world_free (world);
  return report;
}

static void
test_number_left_out (void)
{
  SimReport report = update_of (3);
  int seen = report.count;

  /* Three fewer, or half as many again, are news.  */
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_CONTACT_HALTED);
  report = update_of (2);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_CONTACT_STANDS);
  g_assert_cmpuint (report.count, ==, seen + 2);
  g_assert_cmpint (report.words.arguments[0].number, ==, seen + 2);
  report = update_of (-1);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_CONTACT_STANDS);
  g_assert_cmpuint (report.count, ==, seen - 1);
  report = update_of (-3);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_CONTACT_HALTED);
  g_assert_cmpuint (report.count, ==, seen);
}

/* A leader who has just heard another platoon call them says that he sees them too.  */
static void
test_too (void)
{
  for (int heard = 0; heard < 2; heard++) {
    SimWorld *world = honesty_quiet (50, 1);
    SimReport report;

    build_run (world, 10);
    honesty_show_enemy (world, 500);
    world->units.x[FIRST_TWO] = 300;
    if (heard)
      world->platoons[0].heard[0] = (SimHeard){.position = {1050, 1500},
                                               .tick = world->tick,
                                               .contact = 3,
                                               .count = 6,
                                               .type = BUILD_SCOUT,
                                               .platoon = 1};
    do
      report = honesty_next_report (world, 20);
    while (report.kind != SIM_REPORT_CONTACT);
    g_assert_true ((report.words.phrase == SIM_PHRASE_CONTACT_TOO) == (heard == 1));
    sim_world_free (world);
  }
}

/* ---- What answers an order ------------------------------------------------------------------ */

/* It goes before news of a known enemy, and after the first word of another.  */
static void
test_answers_first (void)
{
  SimUtterance answer = {.air_class = SIM_AIR_STATUS,
                         .has_report = 1,
                         .report = {.order = 1, .words = {.phrase = SIM_PHRASE_CANNOT}}};
  SimUtterance update = {.air_class = SIM_AIR_CONTACT,
                         .has_report = 1,
                         .report = {.kind = SIM_REPORT_CONTACT_UPDATE}};
  SimUtterance first = {.air_class = SIM_AIR_CONTACT,
                        .has_report = 1,
                        .report = {.kind = SIM_REPORT_CONTACT}};
  SimUtterance order = {.air_class = SIM_AIR_ORDER, .speaker = SIM_SPEAKER_HANDLER};

  for (int turn = 0; turn < 2; turn++) {
    g_assert_cmpint (sim_link_rank (&answer, turn), <, sim_link_rank (&update, turn));
    g_assert_cmpint (sim_link_rank (&answer, turn), >, sim_link_rank (&first, turn));
  }
  g_assert_cmpint (sim_link_rank (&order, false), <, sim_link_rank (&first, false));
  g_assert_cmpint (sim_link_rank (&order, true), >, sim_link_rank (&update, true));
  answer.report.words.phrase = SIM_PHRASE_IN_POSITION;
  g_assert_cmpint (sim_link_rank (&answer, false), >, sim_link_rank (&update, false));
  answer.asked = 1;
  g_assert_cmpint (sim_link_rank (&answer, false), <, sim_link_rank (&update, false));
}

static void
test_back_in_sight (void)
{
  SimWorld *world = honesty_quiet (50, 1);

  honesty_show_enemy (world, 500);
  g_assert_true (honesty_hears_contact_from (world, FIRST_TWO, 20));
  for (size_t i = 0; i < 6; i++)
    world->units.y[ENEMY + i] = 5900;
  g_assert_true (honesty_hears (world, SIM_PHRASE_CONTACT_LOST, 60));
  honesty_show_enemy (world, 500);
  g_assert_true (honesty_hears (world, SIM_PHRASE_CONTACT_AGAIN, 40));
  sim_world_free (world);
}

/* An order to two platoons is read back by one leader, and the other says that he has it.  */
static void
test_copy (void)
{
  SimWorld *world = honesty_quiet (50, 1);
  SimCommand command = build_order_platoon (1, SIM_VERB_MOVE, 0, 3000, 2000);
  SimReport report;

  command.n_addressees = 2;
  command.addressees[1] = (SimAddressee){SIM_ADDRESSEE_PLATOON, 1};
  g_assert_true (sim_world_submit (world, &command));
  report = honesty_next_report (world, 20);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_READ_BACK);
  g_assert_cmpuint (report.from.index, ==, FIRST);
  report = honesty_next_report (world, 10);
  g_assert_cmpuint (report.words.phrase, ==, SIM_PHRASE_COPY);
  g_assert_cmpuint (report.from.index, ==, SECOND);
  g_assert_cmpint (report.words.arguments[0].number, ==, 1);
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
    SimWorld *world = honesty_quiet (50, 1);
    SimCommand command = to_both (1);
    const SimQueueEdit brief = {.order = 1, .kind = SIM_QUEUE_EDIT_SHORTEN};

    if (rule < 2)
      set (world, SIM_VERB_NET, rule == 0 ? SIM_SETTING_QUIET : SIM_SETTING_SHORT);
    g_assert_true (sim_world_submit (world, &command));
    if (rule == 2)
      g_assert_true (sim_world_edit_queue (world, &brief));
    if (rule < 2)
      g_assert_true (honesty_hears (world, SIM_PHRASE_READ_BACK, 20));
    g_assert_true (honesty_hears (world, SIM_PHRASE_COPY, 12) == (rule == 1));
    sim_world_free (world);
  }
}

/* Where the second platoon is spoken to through its second machine, that one says so.  */
static void
test_copy_by_relay (void)
{
  SimWorld *world = honesty_quiet (50, 1);
  SimCommand command = to_both (1);
  SimReport report;

  world->units.link_wish[SECOND] = SIM_LINK_OFF;
  g_assert_true (sim_world_submit (world, &command));
  do
    report = honesty_next_report (world, 20);
  while (report.words.phrase != SIM_PHRASE_COPY);
  g_assert_cmpuint (report.from.index, ==, SECOND_TWO);
  g_assert_cmpuint (report.words.relayed, ==, 0);
  sim_world_free (world);
}

/* Whoever passes on words has to be one who tells her anything, and says them in his own manner.  */
static void
test_relay (void)
{
  SimWorld *world = honesty_quiet (50, 1);
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

/* The first word of an enemy that a rule kept back is said when the net is open again.  */
static void
test_kept_back (void)
{
  SimWorld *world = honesty_quiet (50, 1);

  set (world, SIM_VERB_NET, SIM_SETTING_QUIET);
  honesty_show_enemy (world, 500);
  g_assert_false (honesty_hears_contact_from (world, FIRST_TWO, 20));
  g_assert_cmpuint (world->platoons[0].contacts[0].number, !=, 0);
  set (world, SIM_VERB_NET, SIM_SETTING_OPEN);
  g_assert_true (honesty_hears_contact_from (world, FIRST_TWO, 20));
  sim_world_free (world);
}

/* A wound is a fact and no feeling: under net short she learns of it, and of no stress.  */
static void
test_wound_under_short (void)
{
  SimWorld *world = honesty_quiet (70, 1);
  SimReport report;

  set (world, SIM_VERB_NET, SIM_SETTING_SHORT);
  world->units.wounds[FIRST] = 1;
  do
    report = honesty_next_report (world, 20);
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
    report = honesty_next_report (world, 40);
  while (report.contact != first.contact);
  g_assert_cmpuint (report.type, ==, BUILD_SCOUT);
  sim_world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/honesty-words/errors-grow", test_errors_grow);
  g_test_add_func ("/sim/honesty-words/mistakes", test_mistakes);
  g_test_add_func ("/sim/honesty-words/correction", test_correction);
  g_test_add_func ("/sim/honesty-words/correction-asked-for", test_correction_asked_for);
  g_test_add_func ("/sim/honesty-words/unsure", test_unsure);
  g_test_add_func ("/sim/honesty-words/all-lost", test_all_lost);
  g_test_add_func ("/sim/honesty-words/overtaken", test_overtaken);
  g_test_add_func ("/sim/honesty-words/lost-once", test_lost_once);
  g_test_add_func ("/sim/honesty-words/lost-untold", test_lost_untold);
  g_test_add_func ("/sim/honesty-words/number-left-out", test_number_left_out);
  g_test_add_func ("/sim/honesty-words/too", test_too);
  g_test_add_func ("/sim/honesty-words/answers-first", test_answers_first);
  g_test_add_func ("/sim/honesty-words/back-in-sight", test_back_in_sight);
  g_test_add_func ("/sim/honesty-words/copy", test_copy);
  g_test_add_func ("/sim/honesty-words/copy-and-rules", test_copy_and_rules);
  g_test_add_func ("/sim/honesty-words/copy-by-relay", test_copy_by_relay);
  g_test_add_func ("/sim/honesty-words/relay", test_relay);
  g_test_add_func ("/sim/honesty-words/kept-back", test_kept_back);
  g_test_add_func ("/sim/honesty-words/wound-under-short", test_wound_under_short);
  g_test_add_func ("/sim/honesty-words/among-themselves", test_among_themselves);
  return g_test_run ();
}

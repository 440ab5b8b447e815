/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report after a battle, from an aftermath made by hand.  */
#include "engine/engine-player.h"
#include "engine/engine-result.h"
#include "scenario/scenario-truth.h"

#include <math.h>

typedef struct {
  ScenarioBattle *scenario;
  OrderBook *book;
  EngineAftermath *aftermath;
  EngineResult result;
} Report;

static void
add_unit (Report *report, SimSide side, gboolean pilot_dead)
{
  SimUnitTruth unit = {.side = (guint8) side,
                       .type = side == SIM_SIDE_LEGION
                                   ? (SimTypeIndex) sim_rules_find_type (&report->scenario->rules, "scout")
                                   : 0,
                       .pilot_dead = pilot_dead,
                       .person = side == SIM_SIDE_LEGION ? SIM_PERSON_NOBODY
                                 : pilot_dead            ? SIM_PERSON_DEAD
                                                         : SIM_PERSON_ABOARD,
                       .present = 1,
                       .carrier = G_MAXUINT32};

  g_array_append_val (report->aftermath->units, unit);
}

/* The training squadron of five, of whom numbers 1 and 4 are dead, and three of the Legion.  */
static void
report_init (Report *report)
{
  g_autoptr (GError) error = NULL;

  report->scenario = player_load_training ();
  report->book = scenario_battle_book (report->scenario, "en", &error);
  g_assert_no_error (error);
  report->aftermath = g_new0 (EngineAftermath, 1);
  report->aftermath->units = g_array_new (FALSE, FALSE, sizeof (SimUnitTruth));
  report->aftermath->kills = g_array_new (FALSE, FALSE, sizeof (SimKill));
  report->aftermath->notes = g_array_new (FALSE, FALSE, sizeof (EngineNote));
  for (guint i = 0; i < 5; i++)
    add_unit (report, SIM_SIDE_REPUBLIC, i == 1 || i == 4);
  for (guint i = 0; i < 3; i++)
    add_unit (report, SIM_SIDE_LEGION, FALSE);
  report->aftermath->result = (SimResult){
      .outcome = SIM_OUTCOME_HELD,
      .score = 61,
      .task = 0.75f,
      .duration = 1500,
      .squadron_alive = 3,
      .squadron_lost = 2,
      .machines_lost = 2,
      .legion_total = 3,
      .legion_destroyed = 1,
  };
}

static void
report_clear (Report *report)
{
  engine_result_clear (&report->result);
  engine_aftermath_free (report->aftermath);
  order_book_unref (report->book);
  scenario_battle_unref (report->scenario);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, report_clear)

static void
add_kill (Report *report, SimTick t, guint victim, guint killer, gboolean pilot_dead)
{
  SimKill kill = {
      .t = t,
      .victim = victim,
      .killer = killer,
      .spotter = G_MAXUINT32,
      .facing = SIM_FACING_REAR,
      .pilot_dead = pilot_dead,
      .range_m = 420,
      .position = base_vec (4000, 3000),
  };

  g_array_append_val (report->aftermath->kills, kill);
}

static void
write_report (Report *report)
{
  engine_result_init (&report->result, report->aftermath, report->scenario, report->book);
  for (guint i = 0; i < report->result.lines->len; i++) {
    g_autofree char *line = engine_line_dup_text (g_ptr_array_index (report->result.lines, i));

    g_test_message ("%s", line);
  }
}

/* Index of the first line that has all of two parts, or -1.  */
static int
find_line (const Report *report, const char *part, const char *other)
{
  for (guint i = 0; i < report->result.lines->len; i++) {
    g_autofree char *line = engine_line_dup_text (g_ptr_array_index (report->result.lines, i));

    if (strstr (line, part) != NULL && strstr (line, other) != NULL)
      return (int) i;
  }
  return -1;
}

static void
test_dead_come_first (void)
{
  g_auto (Report) report = {0};

  report_init (&report);
  add_kill (&report, 700, 4, 6, TRUE);
  add_kill (&report, 300, 1, G_MAXUINT32, TRUE);
  write_report (&report);
  g_assert_cmpuint (g_strv_length (report.result.dead), ==, 2);
  g_assert_cmpint (find_line (&report, "Heron", "Wren"), ==, 0);
  g_assert_cmpint (find_line (&report, "Held", "75"), ==, 1);
}

static void
test_losses_in_order_with_their_cause (void)
{
  g_auto (Report) report = {0};
  int first, second;

  report_init (&report);
  add_kill (&report, 700, 4, 6, TRUE);
  add_kill (&report, 300, 1, G_MAXUINT32, TRUE);
  write_report (&report);
  /* 30 and 70 seconds after 09:30.  */
  first = find_line (&report, "09:30:30", "Heron");
  second = find_line (&report, "09:31:10", "Wren");
  g_assert_cmpint (first, >, 1);
  g_assert_cmpint (second, >, first);
  g_assert_cmpint (find_line (&report, "Wren", "420 m"), ==, second);
  g_assert_cmpint (find_line (&report, "Wren", "rear"), ==, second);
}

static void
test_kills_are_counted_by_weapon (void)
{
  g_auto (Report) report = {0};
  const char *weapon;

  report_init (&report);
  add_kill (&report, 700, 5, 0, FALSE);
  add_kill (&report, 710, 6, 2, FALSE);
  write_report (&report);
  weapon = report.scenario->weapon_names[0];
  g_assert_cmpint (find_line (&report, weapon, "2 destroyed"), >, 0);
  g_assert_cmpint (find_line (&report, weapon, "rear 2"), >, 0);
  g_assert_cmpint (find_line (&report, weapon, "420 m"), >, 0);
}

static void
test_who_saw_what_first (void)
{
  g_auto (Report) report = {0};
  EngineNote note = {.kind = ENGINE_NOTE_CONTACT, .t = 250};
  EngineNote done = {.kind = ENGINE_NOTE_OBJECTIVE, .t = 200};

  report_init (&report);
  note.report.from = (SimUnitId){2, 1};
  note.report.how = SIM_HOW_SEEN;
  note.report.count = 3;
  note.report.type = (SimTypeIndex) sim_rules_find_type (&report.scenario->rules, "scout");
  note.report.t_sensed = 200;
  note.report.t_heard = 250;
  note.report.position = base_vec (4500, 3500);
  g_array_append_val (report.aftermath->notes, note);
  done.objective.state = SIM_OBJECTIVE_DONE;
  g_array_append_val (report.aftermath->notes, done);
  write_report (&report);
  g_assert_cmpint (find_line (&report, "First sighting: 3 scouts", "Plover"), >, 0);
  g_assert_cmpint (find_line (&report, "Plover", "5 seconds"), >, 0);
  g_assert_cmpint (find_line (&report, "Hold the ford", "09:30:20"), <,
                   find_line (&report, "Plover", "3 scouts"));
}

static void
test_delay_without_reports_is_not_a_number (void)
{
  g_auto (Report) report = {0};

  report_init (&report);
  write_report (&report);
  g_assert_true (isnan (report.result.mean_report_delay_s));
}

/* A file of commands may name what does not exist; the report must not fall over a kill that does.  */
static void
test_strange_indices (void)
{
  g_auto (Report) report = {0};

  report_init (&report);
  add_kill (&report, 10, 4000, 9000, TRUE);
  g_array_index (report.aftermath->kills, SimKill, 0).weapon = 255;
  g_array_index (report.aftermath->kills, SimKill, 0).facing = 255;
  add_kill (&report, 20, 2, 9000, FALSE);
  write_report (&report);
  g_assert_cmpint (find_line (&report, "lost the machine", "lived"), >, 0);
}

/* Who got out of his machine and is dead in the end was left behind.  */
static void
test_left_behind (void)
{
  g_auto (Report) report = {0};

  report_init (&report);
  add_kill (&report, 20, 1, 6, FALSE);
  write_report (&report);
  g_assert_cmpint (find_line (&report, "Heron", "not brought back"), >, 0);
  g_assert_cmpint (find_line (&report, "Heron", "lived"), ==, -1);
}

static SimUnitTruth *
unit_at (Report *report, guint index)
{
  return &g_array_index (report->aftermath->units, SimUnitTruth, index);
}

static SimKill *
last_kill (Report *report)
{
  return &g_array_index (report->aftermath->kills, SimKill, report->aftermath->kills->len - 1);
}

static const EngineKill *
told (const Report *report, guint index)
{
  return g_ptr_array_index (report->result.kills, index);
}

/* Fetched, and lost with the machine that carried him.  */
static void
test_died_carried (void)
{
  g_auto (Report) report = {0};

  report_init (&report);
  add_kill (&report, 20, 1, 6, FALSE);
  unit_at (&report, 1)->carrier = 2;
  write_report (&report);
  g_assert_cmpint (find_line (&report, "Heron", "was fetched by Plover"), >, 0);
  g_assert_cmpint (find_line (&report, "Heron", "not brought back"), ==, -1);
  g_assert_cmpint (told (&report, 0)->pilot, ==, ENGINE_PILOT_DIED_CARRIED);
}

/* Nobody's weapon: it counts for none, and nobody is said to have fired.  */
static void
test_mine_in_the_ground (void)
{
  g_auto (Report) report = {0};

  report_init (&report);
  add_kill (&report, 20, 2, G_MAXUINT32, FALSE);
  last_kill (&report)->range_m = 0;
  last_kill (&report)->part = SIM_PART_LEGS;
  add_kill (&report, 30, 5, G_MAXUINT32, FALSE);
  last_kill (&report)->range_m = 0;
  write_report (&report);
  g_assert_cmpint (find_line (&report, "Plover", "and lived: a mine in the ground, legs."), >, 0);
  g_assert_cmpint (find_line (&report, "Enemy scout", "a mine in the ground"), >, 0);
  g_assert_cmpint (told (&report, 0)->cause, ==, ENGINE_CAUSE_MINE);
  g_assert_null (told (&report, 0)->weapon_id);
  g_assert_cmpuint (report.result.weapons->len, ==, 0);
}

static guint8
wall_weapon (const Report *report)
{
  for (guint i = 0; i < report->scenario->rules.n_weapons; i++)
    if (report->scenario->rules.weapons[i].wall > 0)
      return (guint8) i;
  g_assert_not_reached ();
}

/* The wall's guns are ours, and strike whoever stands there.  */
static void
test_wall (void)
{
  g_auto (Report) report = {0};
  const EngineWeapon *weapon;

  report_init (&report);
  add_kill (&report, 20, 5, G_MAXUINT32, FALSE);
  last_kill (&report)->weapon = wall_weapon (&report);
  add_kill (&report, 30, 2, G_MAXUINT32, FALSE);
  last_kill (&report)->weapon = wall_weapon (&report);
  report.aftermath->tallies[SIM_SIDE_REPUBLIC][wall_weapon (&report)] =
      (SimTally){.fired = 12, .hits = 3, .duds = 4};
  write_report (&report);
  g_assert_cmpint (find_line (&report, "Enemy scout", ": the wall, "), >, 0);
  g_assert_cmpint (find_line (&report, "Enemy scout", "own side"), ==, -1);
  g_assert_cmpint (find_line (&report, "Plover", "by its own side"), >, 0);
  g_assert_cmpint (find_line (&report, "rounds: 12, hits: 3", "duds: 4"), >, 0);
  g_assert_cmpuint (report.result.weapons->len, ==, 1);
  weapon = g_ptr_array_index (report.result.weapons, 0);
  g_assert_true (weapon->is_own);
  g_assert_cmpuint (weapon->killed, ==, 2);
}

/* Guns behind the hill see nothing: who watched for them is named.  */
static void
test_spotted_for (void)
{
  g_auto (Report) report = {0};
  guint guns = 0;

  report_init (&report);
  while (!(report.scenario->rules.weapons[guns].indirect > 0))
    g_assert_cmpuint (++guns, <, report.scenario->rules.n_weapons);
  add_kill (&report, 20, 2, 5, FALSE);
  last_kill (&report)->weapon = (guint8) guns;
  unit_at (&report, 6)->type = (SimTypeIndex) sim_rules_find_type (&report.scenario->rules, "dragoon");
  last_kill (&report)->spotter = 6;
  write_report (&report);
  g_assert_cmpint (find_line (&report, "Plover", "spotted for by dragoon"), >, 0);
}

/* Who had seen it is named, unless it was the one who fired.  */
static void
test_seen_by (void)
{
  g_auto (Report) report = {0};

  report_init (&report);
  add_kill (&report, 20, 5, 0, FALSE);
  last_kill (&report)->spotter = 3;
  add_kill (&report, 30, 6, 2, FALSE);
  last_kill (&report)->spotter = 2;
  add_kill (&report, 40, 0, 3, FALSE);
  last_kill (&report)->spotter = 1;
  write_report (&report);
  g_assert_cmpint (find_line (&report, ": Kestrel", "first seen by Magpie"), >, 0);
  g_assert_cmpint (find_line (&report, ": Plover", "Enemy scout"), >, 0);
  g_assert_cmpint (find_line (&report, ": Plover", "seen by"), ==, -1);
  g_assert_cmpint (find_line (&report, "Kestrel lost", ": Magpie"), >, 0);
  g_assert_cmpint (find_line (&report, "Kestrel lost", "seen by"), ==, -1);
  g_assert_cmpint (find_line (&report, "Kestrel lost", "own side"), >, 0);
}

/* What follows from a loss in the same tick is told after it.  */
static void
test_loss_before_its_consequence (void)
{
  g_auto (Report) report = {0};
  EngineNote note = {.kind = ENGINE_NOTE_REFUSED, .t = 300};

  report_init (&report);
  note.order.state = SIM_ORDER_LOST;
  note.order.command = (SimCommand){.verb = SIM_VERB_HOLD, .n_addressees = 1, .facing_deg = -1};
  note.order.command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_UNIT, 1};
  g_array_append_val (report.aftermath->notes, note);
  add_kill (&report, 300, 1, 6, TRUE);
  write_report (&report);
  g_assert_cmpint (find_line (&report, "Heron", "was killed"), >, 0);
  g_assert_cmpint (find_line (&report, "Nobody was left", "Heron"), ==,
                   find_line (&report, "Heron", "was killed") + 1);
}

/* Words fit any number.  */
static void
test_one_of_each (void)
{
  g_auto (Report) report = {0};
  EngineNote note = {.kind = ENGINE_NOTE_CONTACT, .t = 250};
  guint blades = 0;

  report_init (&report);
  while (!(report.scenario->rules.weapons[blades].melee > 0))
    g_assert_cmpuint (++blades, <, report.scenario->rules.n_weapons);
  report.aftermath->tallies[SIM_SIDE_LEGION][blades] = (SimTally){.fired = 1, .hits = 1};
  report.aftermath->result.squadron_lost = 1;
  report.aftermath->result.wrecks_taken = report.aftermath->result.bodies_taken = 1;
  note.report.from = (SimUnitId){2, 1};
  note.report.count = 1;
  note.report.type = (SimTypeIndex) sim_rules_find_type (&report.scenario->rules, "scout");
  note.report.t_heard = 10;
  g_array_append_val (report.aftermath->notes, note);
  write_report (&report);
  g_assert_cmpint (find_line (&report, ": blows: 1, hits: 1, through", "none destroyed"), >, 0);
  g_assert_cmpint (find_line (&report, "First sighting: scout, by Plover", "1 second later"), >, 0);
  g_assert_cmpint (find_line (&report, "People dead: 1 of", ""), >=, 0);
  g_assert_cmpint (find_line (&report, "Wrecks taken away by the Legion: 1; our dead in them: 1.", ""), >, 0);
}

/* Each pattern: what could be seen of it, from when she could know, the blow, in their order.  */
static void
test_patterns (void)
{
  g_auto (Report) report = {0};
  SimPlayTruth hook = {.pattern = SIM_PATTERN_HOOK,
                       .tell = SIM_SECONDS (100),
                       .known = SIM_SECONDS (112),
                       .blow = SIM_SECONDS (220),
                       .place = base_vec (4000, 3000)};
  SimPlayTruth door = {.pattern = SIM_PATTERN_CLOSED_DOOR,
                       .tell = SIM_TICK_NEVER,
                       .known = SIM_TICK_NEVER,
                       .blow = SIM_SECONDS (300),
                       .place = base_vec (4000, 3000)};
  int tell, known, blow;

  report_init (&report);
  report.aftermath->plays = g_array_new (FALSE, FALSE, sizeof (SimPlayTruth));
  g_array_append_val (report.aftermath->plays, hook);
  g_array_append_val (report.aftermath->plays, door);
  write_report (&report);
  tell = find_line (&report, "09:31:40", "a hook");
  known = find_line (&report, "09:31:52", "“hook” could be known");
  blow = find_line (&report, "09:33:40", "120 seconds after");
  g_assert_cmpint (tell, >, 0);
  g_assert_cmpint (known, ==, tell + 1);
  g_assert_cmpint (blow, ==, known + 1);
  g_assert_cmpint (find_line (&report, "closed door", "no sign"), ==, blow + 1);
}

/* Every pattern has a name and a tell of its own, in the lines and as values.  */
static void
test_all_patterns (void)
{
  static const char *const names[] = {"feeler", "hook", "anvil", "gun line", "closed door", "bait",
                                      "breath", "gleaners"};

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == SIM_N_PATTERNS);
  for (guint pattern = 0; pattern < SIM_N_PATTERNS; pattern++) {
    g_auto (Report) report = {0};
    SimPlayTruth truth = {.pattern = (uint8_t) pattern,
                          .tell = SIM_SECONDS (100),
                          .known = SIM_TICK_NEVER,
                          .blow = SIM_TICK_NEVER,
                          .place = base_vec (4000, 3000)};
    g_autofree char *quoted = g_strdup_printf ("“%s”", names[pattern]);
    const EnginePlay *play;

    report_init (&report);
    report.aftermath->plays = g_array_new (FALSE, FALSE, sizeof (SimPlayTruth));
    g_array_append_val (report.aftermath->plays, truth);
    write_report (&report);
    g_assert_cmpint (find_line (&report, "09:31:40", names[pattern]), >, 0);
    g_assert_cmpint (find_line (&report, "No report ever showed", quoted), >, 0);
    g_assert_cmpuint (report.result.plays->len, ==, 1);
    play = g_ptr_array_index (report.result.plays, 0);
    g_assert_nonnull (strstr (play->tell, names[pattern]));
    g_assert_cmpuint (play->t_tell, ==, SIM_SECONDS (100));
    g_assert_cmpuint (play->t_known, ==, SIM_TICK_NEVER);
    g_assert_cmpstr (play->square, ==, "E04-1");
  }
}

static void
report_faults (Report *report, guint n)
{
  report_init (report);
  report->aftermath->result.faults = n;
  report->aftermath->faults = g_array_new (FALSE, FALSE, sizeof (SimFault));
  for (guint i = 0; i < n; i++) {
    SimFault fault = {SIM_SECONDS (100 + 60 * i), SIM_FAULT_EMERGENCY, (uint8_t) (1 - i % 2)};

    g_array_append_val (report->aftermath->faults, fault);
  }
  write_report (report);
}

/* Whose emergency it was and when, in its place; and what all of them cost, at most ten points.  */
static void
test_faults (void)
{
  g_auto (Report) none = {0}, one = {0}, many = {0};
  const EngineFault *fault;
  int first;

  report_faults (&none, 0);
  g_assert_cmpint (find_line (&none, "mergenc", "unanswered"), ==, -1);
  report_faults (&one, 1);
  g_assert_cmpint (find_line (&one, "1 emergency unanswered", "2 points of the score"), ==,
                   find_line (&one, "Held", "75 % of the task") + 1);
  g_assert_cmpint (find_line (&one, "09:31:40", "Emergency unanswered: Second Platoon."), >, 0);
  report_faults (&many, 7);
  g_assert_cmpint (find_line (&many, "7 emergencies unanswered", "10 points of the score"), >, 0);
  first = find_line (&many, "09:31:40", "Emergency unanswered: Second Platoon.");
  g_assert_cmpint (find_line (&many, "09:32:40", "Emergency unanswered: First Platoon."), ==,
                   first + 1);
  g_assert_cmpuint (many.result.faults, ==, 7);
  g_assert_cmpuint (many.result.faults_told->len, ==, 7);
  fault = &g_array_index (many.result.faults_told, EngineFault, 1);
  g_assert_cmpstr (fault->kind, ==, "emergency");
  g_assert_cmpuint (fault->platoon, ==, 0);
  g_assert_cmpuint (fault->t, ==, SIM_SECONDS (160));
}

/* Kind, time and words stand apart; what is printed has all of it.  */
static void
test_lines_say_what_they_are (void)
{
  g_auto (Report) report = {0};
  static const EngineLineKind kinds[] = {ENGINE_LINE_DEAD, ENGINE_LINE_OUTCOME, ENGINE_LINE_MOMENT,
                                         ENGINE_LINE_FIGURE, ENGINE_LINE_FIGURE, ENGINE_LINE_FIGURE};
  const EngineLine *moment;
  g_autofree char *printed = NULL;

  report_init (&report);
  add_kill (&report, 300, 1, G_MAXUINT32, TRUE);
  write_report (&report);
  g_assert_cmpuint (report.result.lines->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < report.result.lines->len; i++) {
    const EngineLine *line = g_ptr_array_index (report.result.lines, i);

    g_assert_cmpint (line->kind, ==, kinds[i]);
    g_assert_cmpint (line->clock != NULL, ==, line->kind == ENGINE_LINE_MOMENT);
  }
  moment = g_ptr_array_index (report.result.lines, 2);
  g_assert_cmpstr (moment->clock, ==, "09:30:30");
  g_assert_true (g_str_has_prefix (moment->text, "Heron "));
  printed = engine_line_dup_text (moment);
  g_assert_true (g_str_has_prefix (printed, "09:30:30  Heron "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/result/dead-come-first", test_dead_come_first);
  g_test_add_func ("/engine/result/lines", test_lines_say_what_they_are);
  g_test_add_func ("/engine/result/losses-in-order", test_losses_in_order_with_their_cause);
  g_test_add_func ("/engine/result/kills-by-weapon", test_kills_are_counted_by_weapon);
  g_test_add_func ("/engine/result/who-saw-what-first", test_who_saw_what_first);
  g_test_add_func ("/engine/result/no-reports", test_delay_without_reports_is_not_a_number);
  g_test_add_func ("/engine/result/strange-indices", test_strange_indices);
  g_test_add_func ("/engine/result/left-behind", test_left_behind);
  g_test_add_func ("/engine/result/died-carried", test_died_carried);
  g_test_add_func ("/engine/result/mine-in-the-ground", test_mine_in_the_ground);
  g_test_add_func ("/engine/result/wall", test_wall);
  g_test_add_func ("/engine/result/seen-by", test_seen_by);
  g_test_add_func ("/engine/result/spotted-for", test_spotted_for);
  g_test_add_func ("/engine/result/loss-before-its-consequence", test_loss_before_its_consequence);
  g_test_add_func ("/engine/result/one-of-each", test_one_of_each);
  g_test_add_func ("/engine/result/patterns", test_patterns);
  g_test_add_func ("/engine/result/all-patterns", test_all_patterns);
  g_test_add_func ("/engine/result/faults", test_faults);
  return g_test_run ();
}

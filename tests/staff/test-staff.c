/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Staff officers against pictures made by hand: what they say, how often, and to whom.  */
#include "staff-table.h"

#include <string.h>

/* ---- Names ---------------------------------------------------------------------------------- */

static void
test_names (void)
{
  for (int i = 0; i < STAFF_N; i++)
    g_assert_cmpint (staff_kind_from_name (staff_kind_name ((StaffKind) i)), ==, i);
  g_assert_cmpint (staff_kind_from_name ("good"), ==, STAFF_GOOD);
  g_assert_cmpint (staff_kind_from_name ("general"), ==, -1);
  g_assert_cmpint (staff_kind_from_name (NULL), ==, -1);
  g_assert_null (staff_kind_name (STAFF_N));
}

/* ---- Stories -------------------------------------------------------------------------------- */

static SimMessage
hit (unsigned unit, SimPart part, uint8_t left)
{
  SimMessage message = build_report (0, SIM_REPORT_OWN_STATE, unit);

  message.report.own.told = SIM_OWN_PARTS;
  for (unsigned i = 0; i < SIM_N_PARTS; i++)
    message.report.own.parts[i] = 255;
  message.report.own.parts[part] = left;
  return message;
}

static void
test_none_says_nothing (void)
{
  Table table;

  table_init (&table, STAFF_NONE);
  hear (&table, hit (3, SIM_PART_GUN, 0));
  hear (&table, contact (0, 1, 9, 6000, 7000));
  look_for (&table, 300);
  g_assert_cmpuint (table.n_given, ==, 0);
  table_clear (&table);
}

/* Damaged and nearly empty machines are sent back to the base by basic: together, once, and nobody else.  Good
 * leaves them where they are: who is hit is lost within half a minute or stays whole for long.  */
static void
test_the_worn_fall_back (void)
{
  for (int kind = STAFF_BASIC; kind <= STAFF_GOOD; kind++) {
    Table table;
    SimMessage low = build_report (0, SIM_REPORT_OWN_STATE, 9);
    const SimCommand *order;

    table_init (&table, (StaffKind) kind);
    stand_at_goal (&table);
    low.report.words.phrase = SIM_PHRASE_LOW_AMMUNITION;
    low.report.words.arguments[0].number = 2;
    hear (&table, hit (5, SIM_PART_GUN, 20));
    hear (&table, low);
    look_for (&table, 60);
    order = first_order (&table, SIM_VERB_FALL_BACK);
    g_assert_true ((order != NULL) == (kind == STAFF_BASIC));
    if (order) {
      g_assert_cmpuint (order->n_addressees, ==, 2);
      g_assert_true (is_to_unit (order, 5) && is_to_unit (order, 9));
      g_assert_cmpfloat (base_vec_distance (order->target.position, base), <, 300);
      g_assert_cmpuint (count_orders (&table, SIM_VERB_FALL_BACK), ==, 1);
    }
    table_clear (&table);
  }
}

static void
test_the_lost_are_left_alone (void)
{
  for (int kind = STAFF_BASIC; kind < STAFF_N; kind++) {
    Table table;
    SimMessage down = build_report (0, SIM_REPORT_OWN_DOWN, 4);

    table_init (&table, (StaffKind) kind);
    for (unsigned i = 0; i < N_OWN; i++)
      hear (&table, hit (i, SIM_PART_GUN, 10));
    look (&table);
    table.n_given = 0;
    for (unsigned i = 4; i < 8; i++) { /* all of Second Platoon */
      down.report.subject = down.report.from = build_unit (i);
      hear (&table, down);
    }
    for (unsigned i = 0; i < 40; i++) {
      hear (&table, contact (0, 1, 4, 6000, 8000));
      look_for (&table, 10);
    }
    for (unsigned i = 0; i < table.n_given; i++) {
      const SimCommand *order = &table.given[i].order;

      for (unsigned j = 0; j < order->n_addressees; j++) {
        if (order->addressees[j].kind == SIM_ADDRESSEE_PLATOON)
          g_assert_cmpuint (order->addressees[j].index, !=, 1);
        else
          g_assert_false (order->addressees[j].index >= 4 && order->addressees[j].index < 8);
      }
    }
    table_clear (&table);
  }
}

/* Basic sends the reserve to the first noise; good waits until it is told again.  */
static void
test_the_reserve (void)
{
  for (int kind = STAFF_BASIC; kind <= STAFF_GOOD; kind++) {
    Table table;
    const SimCommand *sent;
    unsigned before;

    table_init_few (&table, (StaffKind) kind, 4);
    stand_at_goal (&table);
    fourth_stands_back (&table);
    hear (&table, contact (0, 1, 2, 6000, 8000));
    look_for (&table, 9);
    before = count_orders (&table, SIM_VERB_HOLD);
    g_assert_cmpuint (before > 0, ==, kind == STAFF_BASIC);
    hear (&table, contact (0, 1, 2, 6000, 7950));
    look_for (&table, 9);
    sent = first_order (&table, SIM_VERB_HOLD); /* nobody charges */
    g_assert_nonnull (sent);
    g_assert_cmpuint (sent->addressees[0].index, ==, 3);
    g_assert_cmpfloat (base_vec_distance (sent->target.position, goal), <, 1100);
    table_clear (&table);
  }
}

/* Who stands at another place that is asked for is no reserve; where that counts less, or is asked for later, he is.  */
static void
test_own_place_is_kept (void)
{
  static const struct {
    float weight;
    SimTick from;
    bool stays;
  } cases[] = {{1, 0, true}, {0.5f, 0, false}, {1, SIM_SECONDS (900), false}};

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    Table table;

    table_init_few (&table, STAFF_GOOD, 4);
    staff_free (table.staff);
    table.def.n_goals = 2;
    table.def.goals[1] = (StaffGoal) {.objective = 1,
                                      .place = base_vec (5000, 3500),
                                      .radius_m = 700,
                                      .weight = cases[i].weight,
                                      .seconds = 600,
                                      .from = cases[i].from};
    table.staff = staff_new (&table.def);
    stand_at_goal (&table);
    fourth_stands_back (&table);
    hear (&table, contact (0, 1, 2, 6000, 8000));
    look_for (&table, 9);
    hear (&table, contact (0, 1, 2, 6000, 7950));
    look_for (&table, 9);
    g_assert_cmpuint (count_orders (&table, SIM_VERB_HOLD), ==, cases[i].stays ? 0 : 1);
    table_clear (&table);
  }
}

/* Where four platoons stand already a fifth is not called: it would leave another place open.  */
static void
test_enough_at_the_goal (void)
{
  Table table;

  table_init (&table, STAFF_GOOD);
  stand_at_goal (&table);
  hear (&table, build_telemetry (0, 20, base_vec (5000, 3500))); /* Sixth, in reserve */
  for (unsigned i = 0; i < 3; i++) {
    hear (&table, contact (0, 1, 2, 6000, 8000));
    look_for (&table, 9);
  }
  g_assert_null (first_order (&table, SIM_VERB_HOLD));
  table_clear (&table);
}

/* Against many the reserve goes to the goal, not beyond it.  */
static void
test_outnumbered (void)
{
  Table table;

  table_init (&table, STAFF_BASIC);
  stand_at_goal (&table);
  hear (&table, build_telemetry (0, 20, base_vec (5000, 3500)));
  hear (&table, contact (0, 1, 90, 6000, 8000));
  look_for (&table, 5);
  g_assert_cmpuint (table.n_given, ==, 1);
  g_assert_cmpfloat (base_vec_distance (table.given[0].order.target.position, goal), <, 250);
  table_clear (&table);
}

static void
test_far_platoons_come_to_the_goal (void)
{
  Table table;
  unsigned sent = 0;

  table_init (&table, STAFF_GOOD); /* they stand at (2000, 2000), the goal is far */
  look_for (&table, 200);
  for (unsigned i = 0; i < table.n_given; i++) {
    const SimCommand *order = &table.given[i].order;

    if (order->verb != SIM_VERB_HOLD)
      continue;
    g_assert_cmpfloat (base_vec_distance (order->target.position, goal), <, 700);
    sent |= 1u << order->addressees[0].index;
  }
  g_assert_cmpuint (sent, ==, (1u << N_PLATOONS) - 1);
  table_clear (&table);
}

static void
test_the_silent_are_asked (void)
{
  Table table;

  table_init (&table, STAFF_BASIC);
  stand_at_goal (&table);
  look_for (&table, 120);
  g_assert_cmpuint (table.n_given, ==, 0);
  look_for (&table, 60);
  g_assert_nonnull (first_order (&table, SIM_VERB_REPORT));
  table_clear (&table);
}

static void
hear_progress (Table *table, float progress)
{
  SimMessage message = {.kind = SIM_MESSAGE_OBJECTIVE};

  message.objective = (SimObjectiveChange) {0, SIM_OBJECTIVE_OPEN, progress};
  hear (table, message);
}

static void
lose_every_second (Table *table, unsigned n)
{
  SimMessage down = build_report (0, SIM_REPORT_OWN_DOWN, 0);

  for (unsigned i = 0; i < n; i++) {
    down.report.subject = down.report.from = build_unit (2 * i);
    hear (table, down);
  }
}

/* Goes on with an officer made from the bytes of this one.  */
static void
change_officers (Table *table)
{
  guint8 bytes[8192];
  size_t size = staff_save (table->staff, bytes, sizeof bytes);

  g_assert_cmpuint (size, <=, sizeof bytes);
  staff_free (table->staff);
  table->staff = staff_new (&table->def);
  g_assert_true (staff_load (table->staff, bytes, size));
}

/* The task is done so far, so many are lost, and groups of twenty come.  */
static void
come_at (Table *table, float progress, unsigned n_groups, unsigned n_lost)
{
  table_init (table, STAFF_GOOD);
  stand_at_goal (table);
  hear_progress (table, progress);
  lose_every_second (table, n_lost);
  look (table);
  for (unsigned i = 0; i < n_groups; i++)
    hear (table, contact (1, i, 20, 5600 + 400 * (float) i, 8800));
  look_for (table, 6);
}

/* Much of the task is done, and more come than can be met: it is left, once that is sure.  */
static void
test_good_leaves_in_time (void)
{
  Table table;

  come_at (&table, 0.6f, 3, 2);
  g_assert_null (first_order (&table, SIM_VERB_FALL_BACK));
  change_officers (&table); /* the new one knows since when */
  table.n_given = 0;
  look_for (&table, 6);
  g_assert_cmpuint (table.n_given, ==, 1);
  g_assert_cmpuint (table.given[0].order.verb, ==, SIM_VERB_FALL_BACK);
  g_assert_cmpuint (table.given[0].order.n_addressees, ==, N_PLATOONS);
  g_assert_cmpfloat (base_vec_distance (table.given[0].order.target.position, base), <, 300);
  look_for (&table, 50);
  g_assert_cmpuint (table.n_given, ==, 1); /* and nothing else is said */
  table_clear (&table);
}

/* It is not left for a few, nor when it is nearly done, nor before it is worth something, nor when it has
 * been fought out.  */
static void
test_good_stays (void)
{
  const struct {
    float progress;
    unsigned groups, lost;
  } cases[] = {{0.6f, 1, 2}, {0.95f, 3, 2}, {0.4f, 3, 2}, {0.6f, 3, 8}};

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    Table table;

    come_at (&table, cases[i].progress, cases[i].groups, cases[i].lost);
    look_for (&table, 20);
    g_assert_null (first_order (&table, SIM_VERB_FALL_BACK));
    table_clear (&table);
  }
}

/* Who is on foot is fetched by somebody near, unless the Legion is there.  */
static void
test_good_fetches (void)
{
  for (int danger = 0; danger < 2; danger++) {
    Table table;
    SimMessage down = build_report (0, SIM_REPORT_OWN_DOWN, 4);
    const SimCommand *order;

    table_init (&table, STAFF_GOOD);
    stand_at_goal (&table);
    down.report.subject = down.report.from = build_unit (4);
    down.report.own.told = SIM_OWN_PERSON;
    down.report.own.person = SIM_PERSON_DOWN;
    hear (&table, down);
    if (danger)
      hear (&table, contact (0, 1, 6, goal.x - 300, goal.y + 200));
    look_for (&table, 30);
    order = first_order (&table, SIM_VERB_RESCUE);
    g_assert_true (danger ? order == NULL : order != NULL);
    if (order) {
      g_assert_cmpuint (order->target.kind, ==, SIM_TARGET_UNIT);
      g_assert_cmpuint (order->target.number, ==, 4);
      g_assert_cmpuint (order->addressees[0].index, !=, 4);
    }
    table_clear (&table);
  }
}

/* With nothing to hold any more all go where they are asked to be; before, nobody does, and to who does not go it is
 * no place to hold either.  */
static void
test_good_goes_where_asked (void)
{
  const BaseVec gate = {6000, 2000};

  for (int way = 0; way < 3; way++) {
    bool held = way == 1, stays = way == 2;
    Table table;
    const SimCommand *order;

    table_init (&table, STAFF_GOOD);
    staff_free (table.staff);
    table.def.without = stays ? 1u << STAFF_HABIT_GO : 0;
    table.def.n_goals = 2;
    table.def.goals[0].state = held ? SIM_OBJECTIVE_OPEN : SIM_OBJECTIVE_DONE;
    table.def.goals[1] = (StaffGoal) {.kind = STAFF_GOAL_REACH,
                                      .objective = 1,
                                      .state = SIM_OBJECTIVE_OPEN,
                                      .place = gate,
                                      .radius_m = 600,
                                      .weight = 1};
    table.staff = staff_new (&table.def);
    stand_at_goal (&table);
    look_for (&table, 20);
    order = first_order (&table, SIM_VERB_FALL_BACK);
    g_assert_true (held || stays ? order == NULL : order != NULL);
    g_assert_null (first_order (&table, SIM_VERB_HOLD));
    if (order) {
      g_assert_cmpuint (order->n_addressees, ==, N_PLATOONS);
      g_assert_cmpfloat (base_vec_distance (order->target.position, gate), <, 300);
    }
    table_clear (&table);
  }
}

/* On the map there is one height by the goal: soft enemies are awaited on it.  */
static void
test_good_reads_the_ground (void)
{
  Table table;
  PictureSheet *sheet = picture_sheet_new (12000, 12000, 50);
  const BaseVec height = {6150, 6500};
  const SimCommand *order;

  for (int row = 0; row < sheet->rows; row++)
    for (int column = 0; column < sheet->columns; column++) {
      BaseVec at = {((float) column + 0.5f) * 50, ((float) row + 0.5f) * 50};

      sheet->covers[row * sheet->columns + column] =
          base_vec_distance (at, height) < 250 ? PICTURE_COVER_OPEN : PICTURE_COVER_WOODS;
      sheet->heights_m[row * sheet->columns + column] =
          base_vec_distance (at, height) < 250 ? 60 : 0;
    }
  table_init_few (&table, STAFF_GOOD, 4);
  staff_free (table.staff);
  table.def.sheet = sheet;
  table.staff = staff_new (&table.def);
  stand_at_goal (&table);
  for (int i = 0; i < 3; i++) {
    fourth_stands_back (&table);
    hear (&table, contact (0, 1, 4, 6000, 8000));
    look_for (&table, 10);
  }
  order = first_order (&table, SIM_VERB_HOLD);
  g_assert_nonnull (order);
  g_assert_cmpfloat (base_vec_distance (order->target.position, height), <, 480);
  table_clear (&table);
  picture_sheet_free (sheet);
}

/* ---- Properties ----------------------------------------------------------------------------- */

static void
random_second (Table *table, BaseRandom *random)
{
  unsigned n = base_random_below (random, 4);

  for (unsigned i = 0; i < n; i++)
    hear (table, build_random (random, table->t, N_OWN));
  look (table);
}

static const unsigned limits[STAFF_N] = {0, 2, 3, 4, 3};

static void
check_rate (const Table *table, StaffKind kind)
{
  for (unsigned i = 0; i < table->n_given; i++) {
    unsigned within = 0;

    for (unsigned j = i;
         j < table->n_given && table->given[j].t - table->given[i].t < SIM_SECONDS (60); j++)
      within++;
    g_assert_cmpuint (within, <=, limits[kind]);
  }
}

static void
check_no_repeats (const Table *table)
{
  for (unsigned i = 0; i < table->n_given; i++) {
    for (unsigned j = i + 1; j < table->n_given; j++) {
      if (table->given[j].t - table->given[i].t <= SIM_SECONDS (60))
        g_assert_false (
            memcmp (&table->given[i].order, &table->given[j].order, sizeof (SimCommand)) == 0);
    }
  }
}

static void
check_sane (const SimCommand *order)
{
  g_assert_cmpuint (order->id, ==, 0);
  g_assert_cmpuint (order->verb, <, SIM_N_VERBS);
  g_assert_cmpuint (order->n_addressees, >, 0);
  g_assert_cmpuint (order->n_addressees, <=, SIM_MAX_ADDRESSEES);
  g_assert_cmpuint (order->n_via, <=, SIM_MAX_VIA);
  if (sim_verb_aim (order->verb) == SIM_AIM_PLACE)
    g_assert_cmpuint (order->target.kind, !=, SIM_TARGET_NONE);
  g_assert_true (order->target.position.x >= 0 && order->target.position.x <= 12500);
  g_assert_true (order->target.position.y >= 0 && order->target.position.y <= 12500);
  for (unsigned i = 0; i < order->n_via; i++)
    g_assert_true (order->via[i].position.x >= 0 && order->via[i].position.y >= 0);
}

/* Twenty minutes of anything at all.  */
static void
test_rate_and_sense (void)
{
  for (int kind = 0; kind < STAFF_N; kind++) {
    for (guint64 seed = 0; seed < 4; seed++) {
      Table table;
      BaseRandom random;

      table_init (&table, (StaffKind) kind);
      base_random_init (&random, seed, 1);
      for (unsigned i = 0; i < 1200; i++)
        random_second (&table, &random);
      check_rate (&table, (StaffKind) kind);
      check_no_repeats (&table);
      for (unsigned i = 0; i < table.n_given; i++)
        check_sane (&table.given[i].order);
      g_assert_cmpuint (table.n_given > 0, ==, kind != STAFF_NONE);
      table_clear (&table);
    }
  }
}

/* Two officers who hear the same say the same; one of them is written and read back on the way. */
static void
test_deterministic (void)
{
  for (int kind = STAFF_BASIC; kind < STAFF_N; kind++) {
    Table *a = g_new (Table, 1), *b = g_new (Table, 1);
    BaseRandom one, other;

    table_init (a, (StaffKind) kind);
    table_init (b, (StaffKind) kind);
    base_random_init (&one, 77, 1);
    base_random_init (&other, 77, 1);
    for (unsigned i = 0; i < 900; i++) {
      guint8 bytes[8192];
      size_t size;

      random_second (a, &one);
      random_second (b, &other);
      size = staff_save (b->staff, bytes, sizeof bytes);
      g_assert_cmpuint (size, <=, sizeof bytes);
      bytes[i % size] ^= 1;
      g_assert_false (staff_load (b->staff, bytes, size));
      bytes[i % size] ^= 1;
      g_assert_false (staff_load (b->staff, bytes, size - 1));
      staff_free (b->staff);
      b->staff = staff_new (&b->def);
      g_assert_true (staff_load (b->staff, bytes, size));
      g_assert_cmphex (staff_hash (a->staff), ==, staff_hash (b->staff));
    }
    g_assert_cmpuint (a->n_given, ==, b->n_given);
    g_assert_cmpmem (a->given, a->n_given * sizeof a->given[0], b->given,
                     b->n_given * sizeof b->given[0]);
    table_clear (a);
    table_clear (b);
    g_free (a);
    g_free (b);
  }
}

/* Good tells those who can not see him yet: as possible what one pair of eyes has seen once, as sure what was
 * told again; the same not twice, and not to who stands before him.  */
static void
test_good_tells (void)
{
  Table table;
  const SimCommand *told;

  table_init (&table, STAFF_GOOD);
  stand_at_goal (&table);
  hear (&table, contact (0, 1, 4, goal.x - 600, goal.y + 600)); /* before First, 650 m from Second */
  look_for (&table, 5);
  told = first_order (&table, SIM_VERB_EXPECT);
  g_assert_nonnull (told);
  g_assert_true (told->possible);
  g_assert_cmpuint (told->target.kind, ==, SIM_TARGET_TRACK);
  g_assert_cmpuint (told->n_addressees, >=, 3);
  for (unsigned i = 0; i < told->n_addressees; i++)
    g_assert_cmpuint (told->addressees[i].index, !=, 0);
  look_for (&table, 60);
  g_assert_cmpuint (count_orders (&table, SIM_VERB_EXPECT), ==, 1);
  table_clear (&table);

  table_init (&table, STAFF_GOOD);
  stand_at_goal (&table);
  hear (&table, contact (0, 1, 4, 6000, 8500)); /* the spoken way to the nearest is 2.5 km */
  hear (&table, contact (8, 1, 4, 6000, 8500));
  look_for (&table, 9);
  told = first_order (&table, SIM_VERB_EXPECT);
  g_assert_nonnull (told);
  g_assert_false (told->possible);
  table_clear (&table);
}

/* Two of three platoons come from afar to the goal, one of them knowing by which axis the Legion comes.  */
static BaseVec
post_of_second (const BaseVec *axis)
{
  Table table;
  const SimCommand *sent;
  BaseVec post;

  table_init_few (&table, STAFF_GOOD, 3);
  staff_free (table.staff);
  table.def.knows_axis = axis != NULL;
  if (axis)
    table.def.axis = *axis;
  table.staff = staff_new (&table.def);
  stand_at_goal (&table);
  for (unsigned i = 4; i < 8; i++)
    hear (&table, build_telemetry (0, i, base_vec (goal.x - 2500, goal.y)));
  hear (&table, contact (0, 1, 4, goal.x - 2500, goal.y + 900)); /* so that Third is the reserve */
  look_for (&table, 30);
  sent = first_order (&table, SIM_VERB_HOLD);
  g_assert_nonnull (sent);
  g_assert_cmpuint (sent->addressees[0].index, ==, 1);
  post = sent->target.position;
  table_clear (&table);
  return post;
}

/* Told by which axis they come, good posts platoons beside one another across it: who is the middle one of three
 * stands before the goal there, wherever he came from.  */
static void
test_good_knows_the_axis (void)
{
  const BaseVec axis = {9000, 7000}, other = {goal.x, goal.y - 4000};
  BaseVec untold = post_of_second (NULL);

  g_assert_cmpfloat (base_vec_distance (post_of_second (&axis), goal), <, 500);
  g_assert_cmpfloat (base_vec_distance (post_of_second (&other), goal), <, 500);
  g_assert_cmpfloat (base_vec_distance (post_of_second (&axis), untold), >, 100);
}

/* A habit left out is not seen; the others stay.  */
static void
test_without_a_habit (void)
{
  Table table;

  table_init_few (&table, STAFF_BASIC, 4);
  staff_free (table.staff);
  table.def.without = 1u << STAFF_HABIT_PULL_OUT;
  table.staff = staff_new (&table.def);
  stand_at_goal (&table);
  hear (&table, hit (5, SIM_PART_GUN, 20));
  look_for (&table, 40);
  fourth_stands_back (&table);
  hear (&table, contact (0, 1, 4, 6000, 8000));
  look_for (&table, 15);
  hear (&table, contact (0, 1, 4, 6000, 7900));
  look_for (&table, 20);
  g_assert_null (first_order (&table, SIM_VERB_FALL_BACK));
  g_assert_nonnull (first_order (&table, SIM_VERB_HOLD));
  table_clear (&table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/staff/" #name, test_##name)
  ADD (names);
  ADD (none_says_nothing);
  ADD (the_worn_fall_back);
  ADD (the_lost_are_left_alone);
  ADD (the_reserve);
  ADD (own_place_is_kept);
  ADD (enough_at_the_goal);
  ADD (outnumbered);
  ADD (far_platoons_come_to_the_goal);
  ADD (the_silent_are_asked);
  ADD (good_leaves_in_time);
  ADD (good_stays);
  ADD (good_fetches);
  ADD (good_goes_where_asked);
  ADD (good_reads_the_ground);
  ADD (good_tells);
  ADD (good_knows_the_axis);
  ADD (rate_and_sense);
  ADD (deterministic);
  ADD (without_a_habit);
#undef ADD
  return g_test_run();
}

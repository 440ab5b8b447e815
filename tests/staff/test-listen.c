/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a good officer makes of what the hearer tells.  */
#include "staff-table.h"

static SimMessage
voice (unsigned number, SimSize size, BaseVec from, float bearing_deg)
{
  SimMessage message = build_report (0, SIM_REPORT_HEARD, 0);

  message.report.voice = (uint16_t) number;
  message.report.size = (uint8_t) size;
  message.report.bearing_deg = bearing_deg;
  message.report.bearing_error_deg = 1;
  message.report.bearing_error_deg_per_km = 0.1f;
  message.report.own.told = SIM_OWN_POSITION;
  message.report.own.position = from;
  return message;
}

/* The hearer stands at the goal and hears many: he is told to listen, once, and the others are told of them, as
 * possible, that way.  */
static void
test_good_listens (void)
{
  const BaseVec along = {goal.x - 600, goal.y + 2000};
  Table table;
  const SimCommand *listen, *told;

  table_init (&table, STAFF_GOOD);
  stand_at_goal (&table);
  hear (&table, voice (1, SIM_SIZE_GROUP, base_vec (goal.x - 600, goal.y), 0));
  look_for (&table, 20);
  listen = first_order (&table, SIM_VERB_LISTEN);
  g_assert_nonnull (listen);
  g_assert_cmpuint (listen->n_addressees, ==, 1);
  g_assert_true (is_to_unit (listen, 0));
  told = first_order (&table, SIM_VERB_EXPECT);
  g_assert_nonnull (told);
  g_assert_true (told->possible);
  g_assert_cmpuint (told->target.kind, ==, SIM_TARGET_POSITION);
  g_assert_cmpfloat (base_vec_distance (told->target.position, along), <, 250);
  g_assert_cmpuint (told->n_addressees, ==, N_PLATOONS);
  look_for (&table, 200);
  g_assert_cmpuint (count_orders (&table, SIM_VERB_LISTEN), ==, 1);
  g_assert_cmpuint (count_orders (&table, SIM_VERB_EXPECT), ==, 1);
  table_clear (&table);
}

/* Heard from two places, they are where the bearings cross, however far along.  */
static void
test_good_crosses (void)
{
  Table table;
  const SimCommand *told;

  table_init (&table, STAFF_GOOD);
  stand_at_goal (&table);
  hear (&table, voice (1, SIM_SIZE_LARGE, base_vec (goal.x - 1200, goal.y), 45));
  hear (&table, voice (1, SIM_SIZE_LARGE, base_vec (goal.x + 1200, goal.y), 315));
  look_for (&table, 20);
  told = first_order (&table, SIM_VERB_EXPECT);
  g_assert_nonnull (told);
  g_assert_cmpfloat (base_vec_distance (told->target.position, base_vec (goal.x, goal.y + 1200)), <, 250);
  table_clear (&table);
}

typedef struct {
  SimSize size;
  BaseVec from;
  bool seen, silent, told_axis, left_out;
  bool listens;
} Deaf;

/* A few are scouts; from far off a bearing points past the goal; what is seen is told as it is seen; who is silent is
 * nowhere; and who knows the axis or has not the habit asks nobody.  */
static void
test_good_does_not_tell_of_voices (void)
{
  const BaseVec there = {goal.x - 600, goal.y}, far = {goal.x - 600, goal.y - 4000};
  const Deaf cases[] = {
      {SIM_SIZE_FEW, there, .listens = true},
      {SIM_SIZE_LARGE, far, .listens = true}, /* he has come near since */
      {SIM_SIZE_LARGE, there, .seen = true, .listens = true},
      {SIM_SIZE_LARGE, there, .silent = true, .listens = true},
      {SIM_SIZE_LARGE, there, .told_axis = true},
      {SIM_SIZE_LARGE, there, .left_out = true},
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Deaf *each = &cases[i];
    SimMessage heard = voice (1, each->size, each->from, 0);
    Table table;

    table_init (&table, STAFF_GOOD);
    staff_free (table.staff);
    table.def.knows_axis = each->told_axis;
    table.def.axis = base_vec (9000, 7000);
    table.def.without = each->left_out ? 1u << STAFF_HABIT_LISTEN : 0;
    table.staff = staff_new (&table.def);
    hear (&table, heard);
    stand_at_goal (&table);
    heard.report.words.phrase = SIM_PHRASE_HEARD_SILENT;
    if (each->silent)
      hear (&table, heard);
    if (each->seen)
      hear (&table, contact (0, 1, 4, 6000, 8500));
    look_for (&table, 40);
    g_assert_cmpuint (count_orders (&table, SIM_VERB_LISTEN), ==, each->listens);
    for (unsigned j = 0; j < table.n_given; j++)
      g_assert_false (table.given[j].order.verb == SIM_VERB_EXPECT &&
                      table.given[j].order.target.kind != SIM_TARGET_TRACK);
    table_clear (&table);
  }
}

/* Nobody listens with the enemy before him, nor on his way to the goal.  */
static void
test_good_listens_in_peace (void)
{
  Table table;

  table_init (&table, STAFF_GOOD);
  stand_at_goal (&table);
  hear (&table, contact (4, 1, 4, goal.x - 600, goal.y + 1500));
  hear (&table, voice (1, SIM_SIZE_GROUP, base_vec (goal.x - 600, goal.y), 0));
  look_for (&table, 40);
  g_assert_null (first_order (&table, SIM_VERB_LISTEN));
  table_clear (&table);

  table_init (&table, STAFF_GOOD); /* they stand at (2000, 2000), the goal is far */
  hear (&table, voice (1, SIM_SIZE_GROUP, base_vec (2000, 2000), 0));
  look_for (&table, 40);
  g_assert_null (first_order (&table, SIM_VERB_LISTEN));
  table_clear (&table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/staff/listen/" #name, test_##name)
  ADD (good_listens);
  ADD (good_crosses);
  ADD (good_does_not_tell_of_voices);
  ADD (good_listens_in_peace);
#undef ADD
  return g_test_run();
}

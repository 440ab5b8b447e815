/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a good officer does under the Legion's guns.  */
#include "staff-table.h"

/* A round that fell at a place, told by machine `from`.  */
static SimMessage
shell (unsigned from, SimPhrase phrase, BaseVec at)
{
  SimMessage message = build_report (0, SIM_REPORT_UNDER_FIRE, from);

  message.report.words.phrase = (uint8_t) phrase;
  message.report.words.arguments[0].position = at;
  return message;
}

static SimMessage
fighting (const Table *table, unsigned unit)
{
  const PictureOwn *own = &build_view (table->picture)->own[unit];
  SimMessage message = build_telemetry (0, unit, own->ghost);

  message.telemetry.own.told |= SIM_OWN_ACTIVITY;
  message.telemetry.own.activity = SIM_ACTIVITY_ENGAGED;
  return message;
}

/* Its machines, as far as is known.  */
static BaseVec
place_of (const Table *table, unsigned platoon)
{
  const PictureView *view = build_view (table->picture);
  BaseVec sum = {0, 0};
  unsigned n = 0;

  for (size_t i = 0; i < view->n_own; i++) {
    if (view->own[i].platoon != platoon)
      continue;
    sum = base_vec_add (sum, view->own[i].ghost);
    n++;
  }
  return base_vec_scale (sum, 1.0f / (float) n);
}

static bool
is_to_platoon (const SimCommand *order, unsigned platoon)
{
  return order->n_addressees == 1 && order->addressees[0].kind == SIM_ADDRESSEE_PLATOON &&
         order->addressees[0].index == platoon;
}

/* The order that sends a platoon aside, or NULL.  */
static const SimCommand *
sent_aside (const Table *table, unsigned platoon)
{
  for (unsigned i = 0; i < table->n_given; i++)
    if (table->given[i].order.timing == SIM_TIMING_AT_ONCE &&
        is_to_platoon (&table->given[i].order, platoon))
      return &table->given[i].order;
  return NULL;
}

static unsigned
times_aside (const Table *table)
{
  unsigned n = 0;

  for (unsigned i = 0; i < table->n_given; i++)
    n += table->given[i].order.timing == SIM_TIMING_AT_ONCE;
  return n;
}

/* Who is ranged in goes aside at once, out of reach of the volley and not away from the goal; once, however many
 * rounds fall there.  */
static void
test_good_evades (void)
{
  Table table;
  BaseVec stood;
  const SimCommand *order;
  float way;

  table_init (&table, STAFF_GOOD);
  stand_at_goal (&table);
  look_for (&table, 10);
  stood = place_of (&table, 2);
  hear (&table, shell (8, SIM_PHRASE_RANGING_ROUND, base_vec (stood.x + 80, stood.y)));
  look_for (&table, 8);
  order = sent_aside (&table, 2);
  g_assert_nonnull (order);
  way = base_vec_distance (order->target.position, stood);
  g_assert_cmpfloat (way, >, 120);
  g_assert_cmpfloat (way, <, 700);
  g_assert_cmpfloat (base_vec_distance (order->target.position, goal), <, 1600);
  for (unsigned i = 0; i < 6; i++) {
    hear (&table, shell (8, SIM_PHRASE_SHELLED, stood));
    look_for (&table, 10);
  }
  g_assert_cmpuint (times_aside (&table), ==, 1);
  table_clear (&table);
}

typedef struct {
  SimPhrase phrase;
  float beside_m;
  bool fights, left_out;
} Stays;

/* A round that fell far from them or among machines that fight moves nobody; nor does it when the habit
 * is left out.  */
static void
test_good_stays (void)
{
  const Stays cases[] = {
      {SIM_PHRASE_RANGING_ROUND, .beside_m = 1500},
      {SIM_PHRASE_RANGING_ROUND, .fights = true},
      {SIM_PHRASE_RANGING_ROUND, .left_out = true},
      {SIM_PHRASE_CONTACT_TOO},
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Stays *each = &cases[i];
    Table table;
    BaseVec stood;

    table_init (&table, STAFF_GOOD);
    staff_free (table.staff);
    table.def.without = each->left_out ? 1u << STAFF_HABIT_GUNS : 0;
    table.staff = staff_new (&table.def);
    stand_at_goal (&table);
    look_for (&table, 10);
    stood = place_of (&table, 2);
    for (unsigned unit = 0; each->fights && unit < N_OWN; unit++)
      hear (&table, fighting (&table, unit));
    hear (&table, shell (8, each->phrase, base_vec (stood.x + each->beside_m, stood.y)));
    look_for (&table, 30);
    g_assert_cmpuint (times_aside (&table), ==, 0);
    table_clear (&table);
  }
}

static const SimCommand *
attack_on (const Table *table, unsigned track)
{
  for (unsigned i = 0; i < table->n_given; i++) {
    const SimCommand *order = &table->given[i].order;

    if (order->verb == SIM_VERB_ATTACK && order->target.kind == SIM_TARGET_TRACK &&
        order->target.number == track)
      return order;
  }
  return NULL;
}

/* A scout who is near those who were shelled is shot at, by one machine; nobody is sent across open ground for one
 * that is farther off, nor for a pack of heavier machines.  */
static void
test_good_puts_out_eyes (void)
{
  const struct {
    SimTypeIndex type;
    unsigned count;
    float off_m;
    bool shot_at;
  } cases[] = {
      {BUILD_AMEISE, 1, 600, true},
      {BUILD_AMEISE, 1, 1600, false},
      {BUILD_LOEWE, 1, 600, false},
      {BUILD_AMEISE, 9, 600, false},
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    Table table;
    BaseVec stood;
    const SimCommand *order;

    table_init (&table, STAFF_GOOD);
    stand_at_goal (&table);
    look_for (&table, 10);
    stood = place_of (&table, 2);
    hear (&table, build_contact (0, 8, 1, cases[i].type, cases[i].count,
                                 base_vec (stood.x, stood.y + cases[i].off_m), 60, NULL));
    hear (&table, shell (8, SIM_PHRASE_SHELLED, stood));
    look_for (&table, 30);
    order = attack_on (&table, 1);
    g_assert_cmpint (order != NULL, ==, cases[i].shot_at);
    if (order) {
      g_assert_cmpuint (order->n_addressees, ==, 1);
      g_assert_cmpuint (order->addressees[0].kind, ==, SIM_ADDRESSEE_UNIT);
    }
    table_clear (&table);
  }
}

/* What was heard of shells is state: two officers of whom one was saved between do the same.  */
static void
test_shells_are_saved (void)
{
  guint8 bytes[8192];
  Table table;
  Staff *other;
  size_t n;

  table_init (&table, STAFF_GOOD);
  stand_at_goal (&table);
  look_for (&table, 10);
  hear (&table, shell (8, SIM_PHRASE_RANGING_ROUND, place_of (&table, 2)));
  look (&table);
  n = staff_save (table.staff, bytes, sizeof bytes);
  g_assert_cmpuint (n, <=, sizeof bytes);
  other = staff_new (&table.def);
  g_assert_true (staff_hash (other) != staff_hash (table.staff));
  g_assert_true (staff_load (other, bytes, n));
  g_assert_true (staff_hash (other) == staff_hash (table.staff));
  staff_free (other);
  table_clear (&table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/staff/guns/evades", test_good_evades);
  g_test_add_func ("/staff/guns/stays", test_good_stays);
  g_test_add_func ("/staff/guns/eyes", test_good_puts_out_eyes);
  g_test_add_func ("/staff/guns/saved", test_shells_are_saved);
  return g_test_run ();
}

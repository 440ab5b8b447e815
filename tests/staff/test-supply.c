/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is sent for rounds, and when.  */
#include "staff-table.h"

#define FULL      40 /* as the builder gives them */
#define HALF      20
#define SCAVENGER 20 /* the last machine, of no platoon */
#define LOADS     8

static void
sit_down (Table *table, StaffKind kind, uint32_t without)
{
  PictureDef def = build_def (N_OWN);

  table_init_few (table, kind, N_PLATOONS - 1);
  def.own[SCAVENGER].platoon = SIM_SUPPLY_PLATOON;
  def.own[SCAVENGER].ammunition = LOADS;
  picture_free (table->picture);
  table->picture = picture_new (&def);
  staff_free (table->staff);
  table->def.without = without;
  table->staff = staff_new (&table->def);
  stand_at_goal (table);
  look_for (table, 20);
}

/* All of a platoon tell what they have.  */
static void
tell_rounds (Table *table, unsigned platoon, unsigned rounds, SimActivity activity)
{
  for (unsigned unit = 4 * platoon; unit < 4 * platoon + 4; unit++) {
    const PictureOwn *own = &build_view (table->picture)->own[unit];
    SimMessage message = build_telemetry (0, unit, own->ghost);

    message.telemetry.own.told |= SIM_OWN_AMMUNITION | SIM_OWN_ACTIVITY;
    message.telemetry.own.ammunition = (uint16_t) rounds;
    message.telemetry.own.activity = (uint8_t) activity;
    hear (table, message);
  }
}

/* The platoon sent first, or -1.  */
static int
sent (const Table *table)
{
  const SimCommand *order = first_order (table, SIM_VERB_RESUPPLY);

  if (!order)
    return -1;
  g_assert_cmpuint (order->n_addressees, ==, 1);
  g_assert_cmpuint (order->addressees[0].kind, ==, SIM_ADDRESSEE_PLATOON);
  g_assert_cmpint (order->target.kind, ==, SIM_TARGET_NONE);
  return (int) order->addressees[0].index;
}

/* At half, in a lull, the one that has least goes, and the next one when it has had time to be back.  */
static void
test_good_refills (void)
{
  Table table;

  sit_down (&table, STAFF_GOOD, 0);
  g_assert_cmpint (sent (&table), ==, -1);
  tell_rounds (&table, 1, HALF, SIM_ACTIVITY_HOLDING);
  tell_rounds (&table, 2, HALF - 6, SIM_ACTIVITY_HOLDING);
  look_for (&table, 60);
  g_assert_cmpint (sent (&table), ==, 2);
  g_assert_cmpuint (count_orders (&table, SIM_VERB_RESUPPLY), ==, 1);
  look_for (&table, 60);
  g_assert_cmpuint (count_orders (&table, SIM_VERB_RESUPPLY), ==, 2);
  table_clear (&table);
}

typedef struct {
  StaffKind kind;
  unsigned rounds, loads;
  SimActivity activity;
  bool enemy_near, left_out, goes;
} Case;

/* Not with more than half, in a fight, with the enemy near, or when nothing is left to fetch; the basic officer
 * at ten rounds alone.  */
static void
test_who_goes (void)
{
  static const Case cases[] = {
      {STAFF_GOOD, HALF, LOADS, SIM_ACTIVITY_HOLDING, .goes = true},
      {STAFF_GOOD, HALF + 1, LOADS, SIM_ACTIVITY_HOLDING, .goes = false},
      {STAFF_GOOD, HALF, LOADS, SIM_ACTIVITY_ENGAGED, .goes = false},
      {STAFF_GOOD, HALF, LOADS, SIM_ACTIVITY_HOLDING, .enemy_near = true},
      {STAFF_GOOD, HALF, 0, SIM_ACTIVITY_HOLDING, .goes = false},
      {STAFF_GOOD, HALF, LOADS, SIM_ACTIVITY_HOLDING, .left_out = true},
      {STAFF_BASIC, HALF, LOADS, SIM_ACTIVITY_HOLDING, .goes = false},
      {STAFF_BASIC, 9, LOADS, SIM_ACTIVITY_HOLDING, .goes = true},
      {STAFF_NONE, 9, LOADS, SIM_ACTIVITY_HOLDING, .goes = false},
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *each = &cases[i];
    Table table;

    sit_down (&table, each->kind, each->left_out ? 1u << STAFF_HABIT_REFILL : 0);
    if (each->loads < LOADS) {
      SimMessage empty = build_telemetry (0, SCAVENGER, base);

      empty.telemetry.own.told |= SIM_OWN_AMMUNITION;
      empty.telemetry.own.ammunition = (uint16_t) each->loads;
      hear (&table, empty);
    }
    if (each->enemy_near)
      hear (&table, contact (0, 7, 3, goal.x, goal.y + 700));
    tell_rounds (&table, 3, each->rounds, each->activity);
    look_for (&table, each->goes ? 90 : 40); /* who is in danger is so while the contact is fresh */
    g_test_message ("case %zu", i);
    g_assert_cmpint (sent (&table), ==, each->goes ? 3 : -1);
    table_clear (&table);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/staff/supply/good-refills", test_good_refills);
  g_test_add_func ("/staff/supply/who-goes", test_who_goes);
  return g_test_run();
}

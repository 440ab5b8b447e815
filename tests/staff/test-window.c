/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When missiles are fired into a swarm.  */
#include "staff-table.h"

#define JAMMED   8  /* machines at the goal fall silent: the swarm is there */
#define CARRIER  12 /* this machine and the next ones carry missiles */
#define SALVOES  2
#define NEEDED   2
#define CARRIERS_Y (goal.y - 1500)

typedef struct {
  unsigned carriers, enemies;
  float away_m; /* of the carriers, more than usual */
  bool clear, left_out;
  unsigned windows; /* so many in eight minutes of fighting */
} Case;

static void
sit_down (Table *table, const Case *each)
{
  table_init_few (table, STAFF_GOOD, 4);
  staff_free (table->staff);
  for (unsigned i = 0; i < each->carriers; i++)
    table->def.salvoes[CARRIER + i] = SALVOES;
  table->def.window_salvoes = NEEDED;
  table->def.salvo_least_m = 300;
  table->def.salvo_most_m = 3000;
  table->def.without = each->left_out ? 1u << STAFF_HABIT_WINDOW : 0;
  table->staff = staff_new (&table->def);
}

static void
send_telemetry (Table *table, const Case *each, bool jammed)
{
  for (unsigned i = jammed ? JAMMED : 0; i < N_OWN; i++) {
    BaseVec at = base_vec (goal.x - 400 + 100 * (float) i, goal.y);

    if (i >= JAMMED)
      at = base_vec (goal.x + 100 * (float) (i - CARRIER), CARRIERS_Y - each->away_m);
    hear (table, build_telemetry (0, i, at));
  }
}

/* Half a minute of peace, then a fight at the goal, under a swarm unless it is clear.  */
static void
play (Table *table, const Case *each)
{
  for (unsigned second = 0; second < 510; second += 2) {
    send_telemetry (table, each, second > 30 && !each->clear);
    if (second > 60 && second % 20 == 2)
      hear (table, contact (4, 9, each->enemies, goal.x, goal.y + 900));
    if (second % 30 == 4)
      hear (table, build_report (0, SIM_REPORT_OWN_STATE, CARRIER));
    look_for (table, 2);
  }
}

static unsigned
count_windows (const Table *table)
{
  unsigned n = 0;

  for (unsigned i = 0; i < table->n_given; i++) {
    const SimCommand *order = &table->given[i].order;

    if (order->verb != SIM_VERB_FIRE_ON)
      continue;
    g_assert_cmpuint (order->n_addressees, ==, NEEDED);
    for (unsigned j = 0; j < NEEDED; j++) {
      g_assert_cmpuint (order->addressees[j].kind, ==, SIM_ADDRESSEE_UNIT);
      g_assert_cmpuint (order->addressees[j].index, >=, CARRIER);
    }
    g_assert_cmpfloat (base_vec_distance (order->target.position, goal), <, 1500);
    n++;
  }
  return n;
}

/* As many at once as break it open, again only when that is over, and never more than there are; not for one scout, from too
 * far, or when there is no swarm.  */
static void
test_windows (void)
{
  static const Case cases[] = {
      {.carriers = 2, .enemies = 4, .windows = 2},
      {.carriers = 4, .enemies = 4, .windows = 3},
      {.carriers = 1, .enemies = 4, .windows = 0},
      {.carriers = 4, .enemies = 1, .windows = 0},
      {.carriers = 4, .enemies = 4, .away_m = 2500, .windows = 0},
      {.carriers = 4, .enemies = 4, .clear = true, .windows = 0},
      {.carriers = 4, .enemies = 4, .left_out = true, .windows = 0},
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    Table table;

    g_test_message ("case %zu", i);
    sit_down (&table, &cases[i]);
    play (&table, &cases[i]);
    g_assert_cmpuint (count_windows (&table), ==, cases[i].windows);
    table_clear (&table);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/staff/window/windows", test_windows);
  return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "staff-table.h"

#include <string.h>

const BaseVec goal = {6000, 6000};
const BaseVec base = {6000, 500};

void
table_init_few (Table *table, StaffKind kind, size_t n_platoons)
{
  memset (table, 0, sizeof *table);
  table->def = (StaffDef) {.kind = kind, .n_platoons = n_platoons, .n_goals = 1, .base = base};
  table->def.goals[0] = (StaffGoal) {
      .place = goal, .radius_m = 700, .weight = 1, .seconds = 600};
  table->def.type_values[BUILD_AMEISE] = 1;
  table->def.type_values[BUILD_GRAUWOLF] = 2;
  table->def.type_values[BUILD_LOEWE] = 4;
  table->def.type_values[BUILD_SWARM] = -1;
  table->picture = build_picture (N_OWN);
  table->staff = staff_new (&table->def);
}

void
table_init (Table *table, StaffKind kind)
{
  table_init_few (table, kind, N_PLATOONS);
}

void
table_clear (Table *table)
{
  staff_free (table->staff);
  picture_free (table->picture);
}

void
hear (Table *table, SimMessage message)
{
  message.t = table->t;
  if (message.kind == SIM_MESSAGE_REPORT)
    message.report.t_sensed = table->t;
  else if (message.kind == SIM_MESSAGE_TELEMETRY)
    message.telemetry.t = table->t;
  picture_take (table->picture, &message);
  if (table->n_heard < G_N_ELEMENTS (table->heard))
    table->heard[table->n_heard++] = message;
}

void
look (Table *table)
{
  SimCommand orders[8];
  size_t n;

  table->t += SIM_TICKS_PER_SECOND;
  picture_advance (table->picture, table->t);
  n = staff_advance (table->staff, build_view (table->picture), table->heard, table->n_heard,
                     orders, G_N_ELEMENTS (orders));
  table->n_heard = 0;
  for (size_t i = 0; i < n; i++) {
    g_assert_cmpuint (table->n_given, <, G_N_ELEMENTS (table->given));
    table->given[table->n_given].t = table->t;
    table->given[table->n_given++].order = orders[i];
  }
}

void
look_for (Table *table, unsigned seconds)
{
  for (unsigned i = 0; i < seconds; i++)
    look (table);
}

void
stand_at_goal (Table *table)
{
  for (unsigned i = 0; i < N_OWN; i++)
    hear (table, build_telemetry (0, i,
                                  base_vec (goal.x - 600 + 200 * (float) (i / 4),
                                            goal.y + 40 * (float) (i % 4))));
}

void
fourth_stands_back (Table *table)
{
  for (unsigned i = 12; i < 16; i++)
    hear (table, build_telemetry (0, i, base_vec (5000, 3500)));
}

SimMessage
contact (unsigned from, unsigned number, unsigned count, float x, float y)
{
  return build_contact (0, from, number, BUILD_GRAUWOLF, count, base_vec (x, y), 60, NULL);
}

const SimCommand *
first_order (const Table *table, SimVerb verb)
{
  for (unsigned i = 0; i < table->n_given; i++) {
    if (table->given[i].order.verb == verb)
      return &table->given[i].order;
  }
  return NULL;
}

unsigned
count_orders (const Table *table, SimVerb verb)
{
  unsigned n = 0;

  for (unsigned i = 0; i < table->n_given; i++)
    n += table->given[i].order.verb == verb;
  return n;
}

bool
is_to_unit (const SimCommand *order, unsigned index)
{
  for (unsigned i = 0; i < order->n_addressees; i++) {
    if (order->addressees[i].kind == SIM_ADDRESSEE_UNIT && order->addressees[i].index == index)
      return true;
  }
  return false;
}

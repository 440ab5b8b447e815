/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A staff officer: a list of habits, gravest first, tried each second until one speaks.  */
#include "staff/staff-private.h"

#include <stdlib.h>
#include <string.h>

#define MAX_HABITS 16

typedef struct {
  StaffHabit habit;
  StaffHabitFunc func; /* NULL ends the list */
} Habit;

static const Habit habits[STAFF_N][MAX_HABITS + 1] = {
    [STAFF_BASIC] = {{STAFF_HABIT_PULL_OUT, staff_pull_out_worn},
                     {STAFF_HABIT_SUPPLY, staff_supply_dry},
                     {STAFF_HABIT_RESERVE, staff_reserve_to_noise},
                     {STAFF_HABIT_ASK, staff_ask_silent}},
    [STAFF_GOOD] = {{STAFF_HABIT_LEAVE, staff_leave},
                    {STAFF_HABIT_GUNS, staff_answer_guns},
                    {STAFF_HABIT_WINDOW, staff_open_window},
                    {STAFF_HABIT_REFILL, staff_refill},
                    {STAFF_HABIT_RESCUE, staff_rescue},
                    {STAFF_HABIT_GO, staff_go_where_asked},
                    {STAFF_HABIT_RESERVE, staff_reserve_on_second_report},
                    {STAFF_HABIT_HOLD_GOALS, staff_hold_goals},
                    {STAFF_HABIT_LISTEN, staff_listen},
                    {STAFF_HABIT_EXPECT, staff_tell_expect}},
    [STAFF_MEDDLER] = {{STAFF_N_HABITS, staff_meddle}},
    [STAFF_SPENDER] = {{STAFF_N_HABITS, staff_spend},
                       {STAFF_HABIT_LEAVE, staff_leave},
                       {STAFF_HABIT_GUNS, staff_answer_guns},
                       {STAFF_HABIT_WINDOW, staff_open_window},
                       {STAFF_HABIT_REFILL, staff_refill},
                       {STAFF_HABIT_GO, staff_go_where_asked},
                       {STAFF_HABIT_RESERVE, staff_reserve_on_second_report},
                       {STAFF_HABIT_HOLD_GOALS, staff_hold_goals},
                       {STAFF_HABIT_LISTEN, staff_listen},
                       {STAFF_HABIT_EXPECT, staff_tell_expect}},
};

static const char *const names[STAFF_N] = {
#define X(constant, name) name,
    STAFF_LIST (X)
#undef X
};

static const char *const habit_names[STAFF_N_HABITS] = {
#define X(constant, name) name,
    STAFF_HABIT_LIST (X)
#undef X
};

int
staff_kind_from_name (const char *name)
{
  for (int i = 0; i < STAFF_N; i++) {
    if (name && strcmp (names[i], name) == 0)
      return i;
  }
  return -1;
}

const char *
staff_kind_name (StaffKind kind)
{
  return kind < STAFF_N ? names[kind] : NULL;
}

const char *
staff_habit_name (StaffHabit habit)
{
  return habit < STAFF_N_HABITS ? habit_names[habit] : NULL;
}

bool
staff_has_habit (StaffKind kind, StaffHabit habit)
{
  for (const Habit *own = habits[kind]; own->func != NULL; own++)
    if (own->habit == habit)
      return true;
  return false;
}

Staff *
staff_new (const StaffDef *def)
{
  Staff *staff;

  if (def->kind >= STAFF_N || def->n_platoons > SIM_MAX_PLATOONS || def->n_goals > STAFF_MAX_GOALS)
    abort(); /* no such officer */
  staff = calloc (1, sizeof *staff);
  if (!staff)
    abort();
  staff->def = *def;
  for (size_t i = 0; i < def->n_goals; i++)
    staff->goal_state[def->goals[i].objective] = def->goals[i].state;
  memcpy (staff->salvoes, def->salvoes, sizeof staff->salvoes);
  staff->t_shelled = staff->t_evaded = staff->t_spotter = staff->t_window = SIM_TICK_NEVER;
  staff->t_last = staff->t_reserve = staff->t_listened = staff->t_outnumbered = SIM_TICK_NEVER;
  for (size_t i = 0; i < STAFF_MAX_MEMORY; i++)
    staff->memory[i].t = SIM_TICK_NEVER;
  for (size_t i = 0; i < SIM_MAX_PLATOONS; i++)
    staff->platoons[i].t_sent = staff->platoons[i].t_asked =
        staff->platoons[i].t_supplied = staff->platoons[i].t_told = SIM_TICK_NEVER;
  for (size_t i = 0; i < PICTURE_MAX_OWN; i++)
    staff->t_back[i] = staff->t_rescue[i] = SIM_TICK_NEVER;
  return staff;
}

void
staff_free (Staff *staff)
{
  free (staff);
}

/* Who was sent for somebody says that nobody needs him: that one is not on foot any more.  */
static void
hear_of_order (Staff *staff, const SimOrderChange *change)
{
  uint32_t whom = change->command.target.number;

  if (change->command.verb == SIM_VERB_RESCUE &&
      (change->cause == SIM_CAUSE_NO_NEED || change->cause == SIM_CAUSE_ABOARD) &&
      whom < PICTURE_MAX_OWN)
    staff->fetched[whom] = 1;
}

static void
hear (Staff *staff, const SimMessage *message)
{
  const SimObjectiveChange *change = &message->objective;

  if (message->kind == SIM_MESSAGE_REPORT)
    staff_hear_shells (staff, &message->report);
  if (message->kind == SIM_MESSAGE_ORDER)
    hear_of_order (staff, &message->order);
  if (message->kind != SIM_MESSAGE_OBJECTIVE || change->index >= STAFF_MAX_GOALS ||
      !(change->progress >= 0))
    return;
  staff->progress[change->index] = base_clampf (change->progress, 0, 1);
  staff->goal_state[change->index] = change->state;
}

static bool
is_left_out (const Staff *staff, StaffHabit habit)
{
  return habit < STAFF_N_HABITS && (staff->def.without & (1u << habit));
}

size_t
staff_advance (Staff *staff, const PictureView *view, const SimMessage *messages, size_t n_messages,
               SimCommand *orders, size_t max)
{
  StaffSituation situation;

  staff->now = view->now;
  for (size_t i = 0; i < n_messages; i++)
    hear (staff, &messages[i]);
  if (staff->def.kind == STAFF_NONE)
    return 0;
  staff->orders = orders;
  staff->n_orders = 0;
  staff->max_orders = max;
  staff_read_situation (staff, view, &situation);
  for (const Habit *habit = habits[staff->def.kind]; habit->func; habit++) {
    if (!is_left_out (staff, habit->habit) && habit->func (staff, &situation))
      break;
    if (staff->leaving)
      break; /* who leaves does nothing else */
  }
  staff->orders = NULL;
  return staff->n_orders;
}

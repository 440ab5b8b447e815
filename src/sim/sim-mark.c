/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders that wait for a mark: given in quiet, read back, kept beside what the machine does, and set off
 * all at once by two words; and those that wait until some minutes are over.  A machine keeps one for each
 * mark and SIM_MAX_PREPARED in all; other orders leave them alone, `cancel` drops them.  */
#include "sim/sim-mark.h"

static uint32_t *
slots_of (const SimWorld *world, size_t unit)
{
  return world->units.prepared + unit * SIM_MAX_PREPARED;
}

static unsigned
mark_of (const SimWorld *world, uint32_t number)
{
  return number == 0 ? 0 : world->orders[number - 1].command.mark;
}

bool
sim_mark_is_timed (const SimCommand *command)
{
  return command->minutes != 0 && command->mark == 0 && sim_verb_takes_time (command->verb);
}

/* What is asked, and what ends or sets off something, holds at once whatever mark it names.  */
static bool
waits_for_mark (SimVerb verb)
{
  switch (verb) {
  case SIM_VERB_MARK:
  case SIM_VERB_CANCEL:
  case SIM_VERB_REPORT:
  case SIM_VERB_CEASE_FIRE:
  case SIM_VERB_WEAPONS_FREE:
  case SIM_VERB_LOOK:
  case SIM_VERB_SAY_AGAIN:
    return false;
  default:
    return true;
  }
}

bool
sim_mark_prepares (const SimCommand *command)
{
  return sim_mark_is_timed (command) ||
         (command->mark != 0 && waits_for_mark ((SimVerb) command->verb));
}

/* The older ones move up.  */
static void
close_gap (uint32_t *slots, size_t from)
{
  for (size_t i = from; i + 1 < SIM_MAX_PREPARED; i++)
    slots[i] = slots[i + 1];
  slots[SIM_MAX_PREPARED - 1] = 0;
}

void
sim_mark_drop (SimWorld *world, size_t unit, unsigned mark, SimOrderState state, SimCause cause)
{
  uint32_t *slots = slots_of (world, unit);

  for (size_t i = SIM_MAX_PREPARED; i-- > 0;)
    if (slots[i] != 0 && (mark == 0 || mark_of (world, slots[i]) == mark)) {
      sim_order_slot_end (world, unit, &slots[i], state, cause);
      close_gap (slots, i);
    }
}

void
sim_mark_keep (SimWorld *world, size_t unit, uint32_t number)
{
  uint32_t *slots = slots_of (world, unit);
  size_t n = 0;

  if (mark_of (world, number) != 0)
    sim_mark_drop (world, unit, mark_of (world, number), SIM_ORDER_REPLACED, SIM_CAUSE_NONE);
  if (slots[SIM_MAX_PREPARED - 1] != 0) {
    sim_order_slot_end (world, unit, &slots[0], SIM_ORDER_REPLACED, SIM_CAUSE_NONE);
    close_gap (slots, 0);
  }
  while (slots[n] != 0)
    n++;
  slots[n] = number;
}

bool
sim_mark_keeps (const SimWorld *world, size_t unit, uint32_t number)
{
  const uint32_t *slots = slots_of (world, unit);

  for (size_t i = 0; i < SIM_MAX_PREPARED; i++)
    if (slots[i] == number)
      return true;
  return false;
}

uint32_t
sim_mark_take (SimWorld *world, size_t unit, unsigned mark)
{
  uint32_t *slots = slots_of (world, unit);

  for (size_t i = 0; i < SIM_MAX_PREPARED; i++)
    if (slots[i] != 0 && mark_of (world, slots[i]) == mark) {
      uint32_t number = slots[i];

      close_gap (slots, i);
      return number;
    }
  return 0;
}

static bool
is_due (const SimWorld *world, uint32_t number)
{
  const SimOrder *order = &world->orders[number - 1];

  return sim_mark_is_timed (&order->command) &&
         world->tick >= order->first_word + SIM_SECONDS (60 * order->command.minutes);
}

uint32_t
sim_mark_take_due (SimWorld *world, size_t unit)
{
  uint32_t *slots = slots_of (world, unit);

  for (size_t i = 0; i < SIM_MAX_PREPARED && slots[i] != 0; i++)
    if (is_due (world, slots[i])) {
      uint32_t number = slots[i];

      close_gap (slots, i);
      return number;
    }
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-prepared.h"

/* ---- Promises ------------------------------------------------------------------------------ */

static void
end_promise (EnginePrepared *prepared, guint32 order)
{
  guint32 left = 0;

  for (guint32 i = 0; i < prepared->n_dues; i++)
    if (prepared->dues[i].order != order)
      prepared->dues[left++] = prepared->dues[i];
  prepared->n_dues = left;
}

static void
take_promise (EnginePrepared *prepared, const SimOrderChange *change)
{
  guint seconds = 60u * change->command.minutes;

  if (sim_unit_is_some (change->unit))
    return;
  end_promise (prepared, change->order);
  if (change->state != SIM_ORDER_BEGUN || prepared->n_dues == ENGINE_MAX_DUES)
    return;
  prepared->dues[prepared->n_dues++] = (EngineDue){
      .order = change->order,
      .due = change->t + SIM_SECONDS (seconds - MIN (seconds / 2, ENGINE_DUE_S)),
  };
}

gboolean
engine_prepared_is_due (EnginePrepared *prepared, SimTick now)
{
  gboolean any = FALSE;

  for (guint32 i = 0; i < prepared->n_dues; i++)
    if (!prepared->dues[i].told && now >= prepared->dues[i].due) {
      prepared->dues[i].told = 1;
      any = TRUE;
    }
  return any;
}

/* ---- Errands ------------------------------------------------------------------------------- */

/* Is it one that brings people somewhere, or keeps them from going?  */
static gboolean
is_errand (const SimCommand *command)
{
  if (command->until_relieved)
    return FALSE;
  switch (command->verb) {
  case SIM_VERB_MOVE:
  case SIM_VERB_SCOUT:
  case SIM_VERB_ATTACK:
  case SIM_VERB_HOLD:
  case SIM_VERB_FALL_BACK:
  case SIM_VERB_REGROUP:
  case SIM_VERB_RESUPPLY:
  case SIM_VERB_RECOVER:
  case SIM_VERB_RESCUE:
  case SIM_VERB_SUPPRESS:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
is_meant (const SimOrderChange *change, guint32 order, guint32 unit)
{
  return change->order == order &&
         (!sim_unit_is_some (change->unit) || change->unit.index == unit);
}

static void
end_errands (EnginePrepared *prepared, const SimOrderChange *change)
{
  guint32 left = 0;

  for (guint32 i = 0; i < prepared->n_errands; i++)
    if (!is_meant (change, prepared->errands[i].order, prepared->errands[i].unit))
      prepared->errands[left++] = prepared->errands[i];
  prepared->n_errands = left;
}

static void
begin_errand (EnginePrepared *prepared, const SimOrderChange *change)
{
  if (sim_unit_is_some (change->unit) && is_errand (&change->command) &&
      prepared->n_errands < ENGINE_MAX_ERRANDS)
    prepared->errands[prepared->n_errands++] =
        (EngineErrand){change->order, change->unit.index};
}

static gboolean
is_on_errand (const EnginePrepared *prepared, guint32 unit)
{
  for (guint32 i = 0; i < prepared->n_errands; i++)
    if (prepared->errands[i].unit == unit)
      return TRUE;
  return FALSE;
}

/* ---- Marks --------------------------------------------------------------------------------- */

static void
end_waiters (EnginePrepared *prepared, const SimOrderChange *change)
{
  guint32 left = 0;

  for (guint32 i = 0; i < prepared->n_waiters; i++)
    if (!is_meant (change, prepared->waiters[i].order, prepared->waiters[i].unit))
      prepared->waiters[left++] = prepared->waiters[i];
  prepared->n_waiters = left;
}

static void
begin_waiting (EnginePrepared *prepared, const SimOrderChange *change)
{
  guint mark = change->command.mark;

  if (!sim_unit_is_some (change->unit) || mark == 0 || mark > SIM_MAX_MARK ||
      prepared->n_waiters == ENGINE_MAX_PREPARED)
    return;
  prepared->waiters[prepared->n_waiters++] =
      (EngineWaiter){change->order, change->unit.index, (guint8) mark};
  prepared->ready &= (guint16) ~(1u << mark);
}

static gboolean
is_ready (const EnginePrepared *prepared, guint mark)
{
  gboolean any = FALSE;

  for (guint32 i = 0; i < prepared->n_waiters; i++) {
    if (prepared->waiters[i].mark != mark)
      continue;
    if (is_on_errand (prepared, prepared->waiters[i].unit))
      return FALSE;
    any = TRUE;
  }
  return any;
}

gboolean
engine_prepared_is_ready (EnginePrepared *prepared)
{
  gboolean found = FALSE;

  for (guint mark = 1; mark <= SIM_MAX_MARK; mark++) {
    guint16 bit = (guint16) (1u << mark);

    if ((prepared->ready & bit) || !is_ready (prepared, mark))
      continue;
    prepared->ready |= bit;
    found = TRUE;
  }
  return found;
}

/* ---- Any order ----------------------------------------------------------------------------- */

void
engine_prepared_take (EnginePrepared *prepared, const SimOrderChange *change)
{
  if (change->command.verb == SIM_VERB_PROMISE)
    take_promise (prepared, change);
  if (change->state == SIM_ORDER_WAITING && change->cause != SIM_CAUSE_FOR_MARK)
    return;
  end_waiters (prepared, change);
  if (change->state == SIM_ORDER_WAITING) {
    begin_waiting (prepared, change);
    return;
  }
  end_errands (prepared, change);
  if (change->state == SIM_ORDER_BEGUN)
    begin_errand (prepared, change);
}

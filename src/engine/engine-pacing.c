/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-pacing.h"

#include <math.h>

/* The enemy is forgotten after this.  */
#define CONTACT_TICKS SIM_SECONDS (30)
/* What comes within this is one moment.  */
#define SAME_TICKS SIM_SECONDS (2)

void
engine_pacing_init (EnginePacing *pacing)
{
  *pacing = (EnginePacing){.last_enemy = SIM_TICK_NEVER};
  pacing->contact_gaps = g_array_new (FALSE, FALSE, sizeof (SimTick));
  pacing->quiet_gaps = g_array_new (FALSE, FALSE, sizeof (SimTick));
}

void
engine_pacing_clear (EnginePacing *pacing)
{
  g_clear_pointer (&pacing->contact_gaps, g_array_unref);
  g_clear_pointer (&pacing->quiet_gaps, g_array_unref);
}

void
engine_pacing_copy (EnginePacing *to, const EnginePacing *from)
{
  engine_pacing_clear (to);
  *to = *from;
  to->contact_gaps = g_array_copy (from->contact_gaps);
  to->quiet_gaps = g_array_copy (from->quiet_gaps);
}

/* ---- What is a decision point -------------------------------------------------------------- */

static gboolean
is_enemy_near (const SimReport *report)
{
  switch (report->kind) {
  case SIM_REPORT_CONTACT:
  case SIM_REPORT_CONTACT_UPDATE:
  case SIM_REPORT_UNDER_FIRE:
  case SIM_REPORT_OWN_DOWN:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
asks_by_report (const SimReport *report)
{
  switch (report->words.phrase) {
  case SIM_PHRASE_LOW_AMMUNITION:
  case SIM_PHRASE_NO_AMMUNITION:
  case SIM_PHRASE_LOW_ENERGY:
  case SIM_PHRASE_CAPTAIN_MOVES:
  case SIM_PHRASE_GIVING_GROUND:
  case SIM_PHRASE_SCENARIO_TEXT:
  case SIM_PHRASE_DATA_BACK:
  case SIM_PHRASE_HEARD:
  case SIM_PHRASE_HEARD_SHEPHERD:
    return TRUE;
  default:
    return report->kind == SIM_REPORT_CONTACT || report->kind == SIM_REPORT_OWN_DOWN;
  }
}

static gboolean
asks_by_order (const SimOrderChange *change)
{
  if (change->state == SIM_ORDER_REFUSED || change->state == SIM_ORDER_FAILED)
    return TRUE;
  return change->state == SIM_ORDER_WAITING &&
         (change->cause == SIM_CAUSE_UNDER_FIRE || change->cause == SIM_CAUSE_TRUST);
}

/* ---- Gaps ---------------------------------------------------------------------------------- */

static void
decide (EnginePacing *pacing, SimTick now)
{
  SimTick gap = now - pacing->last_decision;
  gboolean contact = pacing->last_enemy != SIM_TICK_NEVER &&
                     pacing->last_enemy + CONTACT_TICKS >= pacing->last_decision;

  if (gap >= SAME_TICKS)
    g_array_append_val (contact ? pacing->contact_gaps : pacing->quiet_gaps, gap);
  pacing->last_decision = now;
}

void
engine_pacing_take (EnginePacing *pacing, const SimMessage *message)
{
  gboolean asks = FALSE;

  if (message->kind == SIM_MESSAGE_REPORT)
    asks = asks_by_report (&message->report);
  else if (message->kind == SIM_MESSAGE_ORDER)
    asks = asks_by_order (&message->order);
  if (asks)
    decide (pacing, message->t);
  /* After the gap has been closed: a first contact ends a quiet one.  */
  if (message->kind == SIM_MESSAGE_REPORT && is_enemy_near (&message->report))
    pacing->last_enemy = message->t;
}

static int
compare_ticks (gconstpointer a, gconstpointer b)
{
  SimTick first = *(const SimTick *) a, second = *(const SimTick *) b;

  return first < second ? -1 : first > second;
}

double
engine_pacing_p90_s (const GArray *gaps)
{
  g_autoptr (GArray) sorted = NULL;

  if (gaps->len == 0)
    return (double) NAN;
  sorted = g_array_copy ((GArray *) gaps);
  g_array_sort (sorted, compare_ticks);
  /* The nearest rank: the smallest gap that nine of ten do not exceed.  */
  return (double) g_array_index (sorted, SimTick, (9 * sorted->len + 9) / 10 - 1) /
         SIM_TICKS_PER_SECOND;
}

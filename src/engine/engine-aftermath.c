/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept of a battle for the report after it.  */
#include "engine/engine-core-private.h"

/* A battle that went very wrong is told in fewer lines than it had.  */
#define MAX_NOTES 400

/* ---- Notes --------------------------------------------------------------------------------- */

static gboolean
is_first_of_type (EngineCore *core, const SimReport *report)
{
  guint slot = MIN (report->type, SIM_MAX_TYPES);
  gboolean first = !core->types_met[slot];

  core->types_met[slot] = TRUE;
  return first;
}

static gboolean
wants_report (EngineCore *core, const SimReport *report, EngineNoteKind *kind)
{
  if (report->kind == SIM_REPORT_CONTACT) {
    *kind = ENGINE_NOTE_CONTACT;
    return is_first_of_type (core, report);
  }
  if (report->kind == SIM_REPORT_PERSON && report->words.phrase != SIM_PHRASE_GOING_FOR) {
    *kind = ENGINE_NOTE_PERSON;
    return report->words.phrase == SIM_PHRASE_FETCHED ||
           report->words.phrase == SIM_PHRASE_FOUND_DEAD;
  }
  *kind = ENGINE_NOTE_INITIATIVE;
  return report->words.phrase == SIM_PHRASE_CAPTAIN_MOVES ||
         report->words.phrase == SIM_PHRASE_LEADER_MOVES ||
         report->words.phrase == SIM_PHRASE_GIVING_GROUND ||
         report->words.phrase == SIM_PHRASE_SUPPLY_FORWARD ||
         report->words.phrase == SIM_PHRASE_GOING_FOR;
}

/* What became of an order for the worse, once for each order and state: a platoon has many mouths.  That one of
 * several did not get through with it is no end of it.  */
static gboolean
wants_change (EngineCore *core, const SimOrderChange *change)
{
  if (sim_unit_is_some (change->unit))
    return FALSE;
  if (change->state != SIM_ORDER_REFUSED && change->state != SIM_ORDER_FAILED &&
      change->state != SIM_ORDER_LOST)
    return FALSE;
  for (guint i = 0; i < core->notes->len; i++) {
    const EngineNote *note = &g_array_index (core->notes, EngineNote, i);

    if (note->kind == ENGINE_NOTE_REFUSED && note->order.order == change->order &&
        note->order.state == change->state)
      return FALSE;
  }
  return TRUE;
}

void
engine_core_take_note (EngineCore *core, const SimMessage *message)
{
  EngineNote note = {.t = message->t};

  if (core->notes->len >= MAX_NOTES)
    return;
  if (message->kind == SIM_MESSAGE_REPORT) {
    if (!wants_report (core, &message->report, &note.kind))
      return;
    note.report = message->report;
  } else if (message->kind == SIM_MESSAGE_ORDER) {
    if (!wants_change (core, &message->order))
      return;
    note.kind = ENGINE_NOTE_REFUSED;
    note.order = message->order;
  } else if (message->kind == SIM_MESSAGE_OBJECTIVE) {
    if (message->objective.state == SIM_OBJECTIVE_OPEN ||
        message->objective.state == SIM_OBJECTIVE_LATER)
      return;
    note.kind = ENGINE_NOTE_OBJECTIVE;
    note.objective = message->objective;
  } else {
    return;
  }
  g_array_append_val (core->notes, note);
}

/* ---- The aftermath ------------------------------------------------------------------------- */

EngineAftermath *
engine_core_make_aftermath (EngineCore *core)
{
  EngineAftermath *aftermath = g_new0 (EngineAftermath, 1);
  gsize n_kills, n_units = sim_world_n_units (core->world);
  const SimKill *kills = sim_world_kills (core->world, &n_kills);

  aftermath->result = sim_world_result (core->world);
  aftermath->end = sim_world_tick (core->world);
  aftermath->hash = sim_world_hash (core->world);
  aftermath->picture_hash = picture_hash (core->picture);
  aftermath->contact_gap_s = engine_pacing_p90_s (core->pacing.contact_gaps);
  aftermath->quiet_gap_s = engine_pacing_p90_s (core->pacing.quiet_gaps);
  for (guint i = 0; i < ENGINE_N_DECISIONS; i++)
    aftermath->decisions[i] = core->pacing.decisions[i];
  aftermath->quality = core->quality;
  aftermath->units = g_array_sized_new (FALSE, FALSE, sizeof (SimUnitTruth), (guint) n_units);
  for (gsize i = 0; i < n_units; i++) {
    SimUnitTruth unit = sim_world_unit (core->world, i);

    g_array_append_val (aftermath->units, unit);
  }
  aftermath->kills = g_array_new (FALSE, FALSE, sizeof (SimKill));
  if (n_kills > 0)
    g_array_append_vals (aftermath->kills, kills, (guint) n_kills);
  aftermath->notes = g_array_copy (core->notes);
  for (guint side = 0; side < 2; side++)
    for (guint weapon = 0; weapon < SIM_MAX_WEAPONS; weapon++)
      aftermath->tallies[side][weapon] = sim_world_tally (core->world, (SimSide) side, weapon);
  aftermath->plays = g_array_new (FALSE, FALSE, sizeof (SimPlayTruth));
  for (gsize i = 0; i < sim_world_n_plays (core->world); i++) {
    SimPlayTruth play = sim_world_play (core->world, i);

    g_array_append_val (aftermath->plays, play);
  }
  aftermath->faults = g_array_new (FALSE, FALSE, sizeof (SimFault));
  for (gsize i = 0; i < sim_world_n_faults (core->world); i++) {
    SimFault fault = sim_world_fault (core->world, i);

    g_array_append_val (aftermath->faults, fault);
  }
  aftermath->trust = g_array_new (FALSE, FALSE, sizeof (SimTrustEvent));
  for (gsize i = 0; i < sim_world_n_trust_events (core->world); i++) {
    SimTrustEvent event = sim_world_trust_event (core->world, i);

    g_array_append_val (aftermath->trust, event);
  }
  aftermath->learned = sim_world_learned (core->world);
  aftermath->net = sim_world_net_figures (core->world);
  return aftermath;
}

const SimUnitTruth *
engine_aftermath_unit (const EngineAftermath *aftermath, guint32 index)
{
  return index < aftermath->units->len ? &g_array_index (aftermath->units, SimUnitTruth, index)
                                       : NULL;
}

void
engine_aftermath_free (EngineAftermath *aftermath)
{
  if (aftermath == NULL)
    return;
  g_array_unref (aftermath->units);
  g_array_unref (aftermath->kills);
  g_array_unref (aftermath->notes);
  g_clear_pointer (&aftermath->plays, g_array_unref);
  g_clear_pointer (&aftermath->faults, g_array_unref);
  g_clear_pointer (&aftermath->trust, g_array_unref);
  g_free (aftermath);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-keeping.h"

#include "engine/engine-save-private.h"

struct _EngineKeeping {
  EngineKeeper *keeper;  /* (owned) */
  EngineCore *core;      /* borrowed */
  gint64 begun_us;
  GArray *entries;       /* (owned) ScenarioJournalEntry, not handed over yet */
  GArray *staff_ids;     /* borrowed from the core */
  gint64 counted_us;     /* up to when play was counted */
  gint64 played_us;      /* since the last autosave */
  gint64 marked_us;      /* when the moment was noted last */
  SimTick marked_tick;
  SimTick saved_tick;    /* of the last autosave; SIM_TICK_NEVER: none yet */
  gboolean touched;      /* something was done since it */
  gboolean closed;
};

EngineKeeping *
engine_keeping_new (EngineKeeper *keeper, EngineCore *core, gint64 begun_us)
{
  EngineKeeping *keeping = g_new0 (EngineKeeping, 1);

  keeping->keeper = g_object_ref (keeper);
  keeping->core = core;
  keeping->begun_us = begun_us;
  keeping->entries = scenario_journal_entries_new ();
  keeping->staff_ids = engine_core_keep_staff_ids (core);
  keeping->saved_tick = SIM_TICK_NEVER;
  keeping->marked_tick = engine_core_tick (core);
  engine_core_keep_messages (core);
  return keeping;
}

void
engine_keeping_free (EngineKeeping *keeping)
{
  if (keeping == NULL)
    return;
  g_array_unref (keeping->entries);
  g_object_unref (keeping->keeper);
  g_free (keeping);
}

/* ---- Parcels ------------------------------------------------------------------------------- */

static EngineParcel *
parcel_new (EngineKeeping *keeping, EngineParcelKind kind)
{
  EngineParcel *parcel = g_new0 (EngineParcel, 1);

  parcel->kind = kind;
  parcel->begun_us = keeping->begun_us;
  return parcel;
}

static void
put (EngineKeeping *keeping, EngineParcel *parcel)
{
  engine_box_put (engine_keeper_get_box (keeping->keeper), parcel);
}

static ScenarioSave *
take_save (EngineKeeping *keeping, const EngineClock *clock)
{
  ScenarioSave *save = engine_save_take (keeping->core);

  save->log->session =
      (ScenarioSession){.begun_us = keeping->begun_us, .speed = clock->speed};
  return save;
}

/* Numbers that the staff officer's orders got: their order among the rest is of no matter.  */
static void
take_staff_ids (EngineKeeping *keeping)
{
  if (keeping->staff_ids->len == 0)
    return;
  g_array_append_vals (keeping->entries, keeping->staff_ids->data, keeping->staff_ids->len);
  g_array_set_size (keeping->staff_ids, 0); /* they own no text */
}

static void
hand_over (EngineKeeping *keeping)
{
  EngineParcel *parcel;

  take_staff_ids (keeping);
  if (keeping->entries->len == 0)
    return;
  parcel = parcel_new (keeping, ENGINE_PARCEL_ENTRIES);
  parcel->entries = keeping->entries;
  keeping->entries = scenario_journal_entries_new ();
  put (keeping, parcel);
}

/* ---- Notes --------------------------------------------------------------------------------- */

static void
note (EngineKeeping *keeping, ScenarioJournalEntry entry)
{
  entry.tick = engine_core_tick (keeping->core);
  entry.given.tick = entry.tick;
  entry.hashes.tick = entry.tick;
  /* What the staff officer did before stands before it.  */
  take_staff_ids (keeping);
  g_array_append_val (keeping->entries, entry);
}

void
engine_keeping_note (EngineKeeping *keeping, const EngineInput *input)
{
  ScenarioJournalEntry entry = {0};

  switch (input->kind) {
  case ENGINE_INPUT_COMMAND:
    entry.kind = SCENARIO_JOURNAL_COMMAND;
    entry.given.command = input->command;
    break;
  case ENGINE_INPUT_EDIT:
    entry.kind = SCENARIO_JOURNAL_EDIT;
    entry.given.is_edit = TRUE;
    entry.given.edit = input->edit;
    break;
  case ENGINE_INPUT_QUEUE:
    entry.kind = SCENARIO_JOURNAL_QUEUE;
    entry.given.is_queue = TRUE;
    entry.given.queue = input->queue;
    break;
  case ENGINE_INPUT_ACT:
    entry.kind = SCENARIO_JOURNAL_ACT;
    entry.given.is_act = TRUE;
    entry.given.act = input->act;
    break;
  case ENGINE_INPUT_NOTICE:
    entry.kind = SCENARIO_JOURNAL_NOTICE;
    entry.text = g_strdup (input->text);
    entry.moves_bearings = input->moves_bearings;
    entry.bearings = input->bearings;
    break;
  case ENGINE_INPUT_SPEED:
    entry.kind = SCENARIO_JOURNAL_CLOCK;
    entry.speed = input->speed;
    break;
  default:
    return;
  }
  note (keeping, entry);
  keeping->touched = TRUE;
}

/* The moment that is reached, with both hashes.  */
static void
mark (EngineKeeping *keeping, gint64 now_us)
{
  ScenarioJournalEntry entry = {.kind = SCENARIO_JOURNAL_HASHES};

  keeping->marked_us = now_us;
  if (keeping->marked_tick == engine_core_tick (keeping->core))
    return;
  keeping->marked_tick = engine_core_tick (keeping->core);
  entry.hashes.world = engine_core_hash (keeping->core);
  entry.hashes.picture = engine_core_picture_hash (keeping->core);
  note (keeping, entry);
}

/* ---- When ---------------------------------------------------------------------------------- */

void
engine_keeping_autosave (EngineKeeping *keeping, const EngineClock *clock)
{
  EngineParcel *parcel;

  keeping->played_us = 0;
  if (keeping->saved_tick == engine_core_tick (keeping->core) && !keeping->touched)
    return;
  hand_over (keeping);
  parcel = parcel_new (keeping, ENGINE_PARCEL_AUTOSAVE);
  parcel->save = take_save (keeping, clock);
  put (keeping, parcel);
  keeping->saved_tick = keeping->marked_tick = engine_core_tick (keeping->core);
  keeping->touched = FALSE;
}

void
engine_keeping_save_to (EngineKeeping *keeping, const EngineClock *clock, const char *path)
{
  EngineParcel *parcel = parcel_new (keeping, ENGINE_PARCEL_SAVE);

  parcel->save = take_save (keeping, clock);
  parcel->path = g_strdup (path);
  put (keeping, parcel);
}

void
engine_keeping_advance (EngineKeeping *keeping, const EngineClock *clock, gint64 now_us)
{
  if (keeping->closed)
    return;
  if (!clock->paused && keeping->counted_us != 0)
    keeping->played_us += now_us - keeping->counted_us;
  keeping->counted_us = now_us;
  if (now_us - keeping->marked_us >= ENGINE_MARK_US)
    mark (keeping, now_us);
  hand_over (keeping);
  if (keeping->saved_tick == SIM_TICK_NEVER || keeping->played_us >= ENGINE_AUTOSAVE_US)
    engine_keeping_autosave (keeping, clock);
}

static void
put_replay (EngineKeeping *keeping, const EngineClock *clock)
{
  EngineParcel *parcel = parcel_new (keeping, ENGINE_PARCEL_REPLAY);

  parcel->replay = engine_core_dup_replay (keeping->core);
  parcel->replay->session =
      (ScenarioSession){.begun_us = keeping->begun_us, .speed = clock->speed};
  put (keeping, parcel);
}

void
engine_keeping_close (EngineKeeping *keeping, const EngineClock *clock)
{
  if (keeping->closed)
    return;
  keeping->closed = TRUE;
  if (engine_core_is_finished (keeping->core))
    note (keeping, (ScenarioJournalEntry){.kind = SCENARIO_JOURNAL_END});
  else
    engine_keeping_autosave (keeping, clock);
  hand_over (keeping);
  if (engine_core_tick (keeping->core) > 0)
    put_replay (keeping, clock);
  put (keeping, parcel_new (keeping, ENGINE_PARCEL_CLOSE));
}

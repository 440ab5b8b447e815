/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-replayer.h"

#include "engine/engine-moment.h"
#include "engine/engine-replayer-private.h"
#include "engine/engine-run.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_QUARK (engine-error-quark, engine_error)

/* A snapshot each 30 s of the battle makes seeking cheap.  */
#define SNAPSHOT_TICKS SIM_SECONDS (30)

/* A place to go on from.  */
typedef struct {
  EngineSnapshot *snapshot; /* (owned) */
  guint next_command;
} Station;

struct _EngineReplayer {
  const ScenarioReplay *replay; /* borrowed */
  ScenarioBattle *scenario;     /* (owned) */
  EngineCore *core;             /* (owned) */
  guint next_command;
  GArray *stations;             /* (owned) Station, by time, one for each SNAPSHOT_TICKS reached */
  EngineReplayerHook hook;      /* (nullable) */
  gpointer hook_data;
};

/* ---- Commands of a file -------------------------------------------------------------------- */

static gboolean
is_target_fit (const ScenarioBattle *scenario, const SimTarget *target)
{
  if (target->kind > SIM_TARGET_PLATOON || !isfinite (target->position.x) ||
      !isfinite (target->position.y) || !isfinite (target->precise_m))
    return FALSE;
  if (target->kind == SIM_TARGET_PLACE)
    return target->number < scenario->places->len;
  if (target->kind == SIM_TARGET_PLATOON)
    return target->number <= SIM_SUPPLY_PLATOON;
  return target->kind != SIM_TARGET_UNIT || target->number < scenario->world.n_squadron;
}

static gboolean
is_addressee_fit (const ScenarioBattle *scenario, const SimAddressee *addressee)
{
  switch (addressee->kind) {
  case SIM_ADDRESSEE_UNIT:
    return addressee->index < scenario->world.n_squadron;
  case SIM_ADDRESSEE_PLATOON:
    return addressee->index <= SIM_SUPPLY_PLATOON;
  case SIM_ADDRESSEE_ALL:
  case SIM_ADDRESSEE_INTERCEPTORS:
    return TRUE;
  default:
    return FALSE;
  }
}

gboolean
engine_command_is_fit (const ScenarioBattle *scenario, const SimCommand *command)
{
  if (command->id == 0 || command->verb >= SIM_N_VERBS || command->posture >= SIM_N_POSTURES ||
      command->timing >= SIM_N_TIMINGS || command->topic >= SIM_N_TOPICS ||
      command->mark > SIM_MAX_MARK || !sim_setting_fits (command->verb, command->setting) ||
      command->n_addressees == 0 || command->n_addressees > SIM_MAX_ADDRESSEES ||
      command->n_via > SIM_MAX_VIA || !isfinite (command->facing_deg) ||
      command->help >= SIM_N_HELPS || command->minutes > SIM_MOST_MINUTES ||
      !is_target_fit (scenario, &command->target))
    return FALSE;
  for (guint i = 0; i < command->n_addressees; i++)
    if (!is_addressee_fit (scenario, &command->addressees[i]))
      return FALSE;
  for (guint i = 0; i < command->n_via; i++)
    if (!is_target_fit (scenario, &command->via[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_entry_fit (const ScenarioBattle *scenario, const ScenarioReplayCommand *entry, GHashTable *ids)
{
  if (entry->is_edit)
    return picture_edit_is_fit (&entry->edit);
  if (entry->is_queue)
    return sim_queue_edit_is_fit (&entry->queue);
  if (entry->is_act)
    return scenario_act_is_fit (&entry->act);
  return engine_command_is_fit (scenario, &entry->command) &&
         g_hash_table_add (ids, GUINT_TO_POINTER (entry->command.id));
}

/* The battle trusts its commands, a file does not earn that: each must fit, with a number of its
 * own, in order of time.  */
static gboolean
check_commands (const ScenarioReplay *replay, const ScenarioBattle *scenario, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  SimTick last = 0;

  for (guint i = 0; i < replay->commands->len; i++) {
    const ScenarioReplayCommand *entry =
        &g_array_index (replay->commands, ScenarioReplayCommand, i);

    if (entry->tick < last || !is_entry_fit (scenario, entry, ids)) {
      g_set_error (error, ENGINE_ERROR, ENGINE_ERROR_REPLAY,
                   /* Translators: number of a command in a file, moment of the battle.  */
                   _("Command %1$u of the replay, at tick %2$u, does not fit the battle."), i + 1,
                   entry->tick);
      return FALSE;
    }
    last = entry->tick;
  }
  return TRUE;
}

static gboolean
check_content (const ScenarioReplay *replay, const ScenarioBattle *scenario, GError **error)
{
  if (g_strcmp0 (replay->content_hash, scenario->content_hash) != 0) {
    g_set_error (error, ENGINE_ERROR, ENGINE_ERROR_CONTENT,
                 /* Translators: id of a scenario.  */
                 _("The scenario “%s” or its rules have changed since the replay was recorded."),
                 replay->scenario);
    return FALSE;
  }
  return TRUE;
}

gboolean
engine_replay_fits (const ScenarioReplay *replay, const ScenarioBattle *scenario, GError **error)
{
  return check_content (replay, scenario, error) && check_commands (replay, scenario, error);
}

/* ---- Playing ------------------------------------------------------------------------------- */

static void
station_clear (Station *station)
{
  engine_snapshot_free (station->snapshot);
}

static gboolean
start (EngineReplayer *replayer, GError **error)
{
  /* The staff officer's orders are in the log like any other.  */
  EngineCoreOptions options = {
      .seed = replayer->replay->seed,
      .difficulty = replayer->replay->difficulty,
      .staff = STAFF_NONE,
  };

  replayer->core = engine_core_new (replayer->scenario, &options, error);
  return replayer->core != NULL;
}

EngineReplayer *
engine_replayer_new (const ScenarioReplay *replay, GError **error)
{
  g_autoptr (EngineReplayer) replayer = g_new0 (EngineReplayer, 1);

  g_return_val_if_fail (replay != NULL, NULL);

  replayer->replay = replay;
  replayer->stations = g_array_new (FALSE, FALSE, sizeof (Station));
  g_array_set_clear_func (replayer->stations, (GDestroyNotify) station_clear);
  replayer->scenario = scenario_replay_load_battle (replay, error);
  if (replayer->scenario == NULL || !engine_replay_fits (replay, replayer->scenario, error) ||
      !start (replayer, error))
    return NULL;
  return g_steal_pointer (&replayer);
}

void
engine_replayer_free (EngineReplayer *replayer)
{
  if (replayer == NULL)
    return;
  engine_core_free (replayer->core);
  g_array_unref (replayer->stations);
  g_clear_pointer (&replayer->scenario, scenario_battle_unref);
  g_free (replayer);
}

ScenarioBattle *
engine_replayer_get_scenario (EngineReplayer *replayer)
{
  return replayer->scenario;
}

const ScenarioReplay *
engine_replayer_get_replay (EngineReplayer *replayer)
{
  return replayer->replay;
}

EngineCore *
engine_replayer_get_core (EngineReplayer *replayer)
{
  return replayer->core;
}

void
engine_replayer_set_hook (EngineReplayer *replayer, EngineReplayerHook hook, gpointer data)
{
  replayer->hook = hook;
  replayer->hook_data = data;
}

/* Edits of a tick are part of its moment.  */
static void
edit_due (EngineReplayer *replayer)
{
  const GArray *commands = replayer->replay->commands;

  for (; replayer->next_command < commands->len; replayer->next_command++) {
    const ScenarioReplayCommand *entry =
        &g_array_index (commands, ScenarioReplayCommand, replayer->next_command);

    if (!entry->is_edit || entry->tick > engine_core_tick (replayer->core))
      break;
    engine_core_edit (replayer->core, &entry->edit);
  }
}

static void
give_due (EngineReplayer *replayer)
{
  const GArray *commands = replayer->replay->commands;

  for (; replayer->next_command < commands->len; replayer->next_command++) {
    const ScenarioReplayCommand *entry =
        &g_array_index (commands, ScenarioReplayCommand, replayer->next_command);

    if (entry->tick > engine_core_tick (replayer->core))
      break;
    if (entry->is_edit)
      engine_core_edit (replayer->core, &entry->edit);
    else if (entry->is_queue)
      engine_core_edit_queue (replayer->core, &entry->queue);
    else if (entry->is_act)
      engine_core_act (replayer->core, &entry->act);
    else
      engine_core_submit (replayer->core, &entry->command);
  }
}

/* At the next whole SNAPSHOT_TICKS, keeps a station.  */
static void
keep_station (EngineReplayer *replayer)
{
  Station station = {.next_command = replayer->next_command};

  if (engine_core_tick (replayer->core) != replayer->stations->len * SNAPSHOT_TICKS)
    return;
  station.snapshot = engine_snapshot_take (replayer->core);
  g_array_append_val (replayer->stations, station);
}

/* Goes to the last station at or before `tick`, if that is nearer than where we are.  */
static void
jump (EngineReplayer *replayer, SimTick tick)
{
  SimTick now = engine_core_tick (replayer->core);
  const Station *station;

  if (replayer->stations->len == 0)
    return;
  station = &g_array_index (replayer->stations, Station,
                            MIN (tick / SNAPSHOT_TICKS, replayer->stations->len - 1));
  if (tick >= now && engine_snapshot_get_tick (station->snapshot) <= now)
    return;
  engine_snapshot_restore (station->snapshot, replayer->core);
  replayer->next_command = station->next_command;
}

void
engine_replayer_seek (EngineReplayer *replayer, SimTick tick)
{
  SimTick goal = MIN (tick, replayer->replay->end);

  edit_due (replayer);
  keep_station (replayer);
  jump (replayer, goal);
  while (engine_core_tick (replayer->core) < goal) {
    give_due (replayer);
    if (!engine_core_step (replayer->core))
      break;
    edit_due (replayer);
    if (replayer->hook != NULL)
      replayer->hook (replayer->core, replayer->hook_data);
    keep_station (replayer);
  }
}

EngineMoment *
engine_replayer_take_moment (EngineReplayer *replayer)
{
  return engine_moment_take (replayer->core);
}

EngineSnapshot *
engine_replayer_take_snapshot (EngineReplayer *replayer, guint *next_command)
{
  *next_command = replayer->next_command;
  return engine_snapshot_take (replayer->core);
}

/* ---- Verification -------------------------------------------------------------------------- */

static gboolean
verify_hash (EngineReplayer *replayer, const ScenarioReplayHash *hash, GError **error)
{
  guint64 world, picture;
  g_autofree char *found = NULL, *recorded = NULL;

  engine_replayer_seek (replayer, hash->tick);
  if (engine_core_tick (replayer->core) != hash->tick) {
    g_set_error (error, ENGINE_ERROR, ENGINE_ERROR_DIFFERS,
                 /* Translators: two moments of the battle.  */
                 _("The battle ends at tick %1$u, the replay goes on to tick %2$u."),
                 engine_core_tick (replayer->core), hash->tick);
    return FALSE;
  }
  world = engine_core_hash (replayer->core);
  picture = engine_core_picture_hash (replayer->core);
  if (world == hash->world && picture == hash->picture)
    return TRUE;
  found = engine_format_hash (world != hash->world ? world : picture);
  recorded = engine_format_hash (world != hash->world ? hash->world : hash->picture);
  if (world != hash->world)
    g_set_error (error, ENGINE_ERROR, ENGINE_ERROR_DIFFERS,
                 /* Translators: a moment of the battle, two hashes.  */
                 _("The battle differs from the replay at tick %1$u: its hash is %2$s, recorded was"
                   " %3$s."),
                 hash->tick, found, recorded);
  else
    g_set_error (
        error, ENGINE_ERROR, ENGINE_ERROR_DIFFERS,
        /* Translators: a moment of the battle, two hashes.  */
        _("The picture differs from the replay at tick %1$u: its hash is %2$s, recorded was"
           " %3$s."),
        hash->tick, found, recorded);
  return FALSE;
}

gboolean
engine_replay_verify (const ScenarioReplay *replay, GError **error)
{
  g_autoptr (EngineReplayer) replayer = NULL;

  g_return_val_if_fail (replay != NULL, FALSE);

  replayer = engine_replayer_new (replay, error);
  if (replayer == NULL)
    return FALSE;
  if (replay->hashes->len == 0) {
    g_set_error_literal (error, ENGINE_ERROR, ENGINE_ERROR_REPLAY,
                         _("The replay holds no hashes to compare."));
    return FALSE;
  }
  for (guint i = 0; i < replay->hashes->len; i++)
    if (!verify_hash (replayer, &g_array_index (replay->hashes, ScenarioReplayHash, i), error))
      return FALSE;
  return TRUE;
}

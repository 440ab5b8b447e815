/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-snapshot.h"

#include "engine/engine-core-private.h"

#include <string.h>

typedef struct {
  void *bytes; /* (owned) */
  gsize size;
} Blob;

struct _EngineSnapshot {
  SimTick tick;
  Blob world, picture, staff;
  GArray *commands, *hashes; /* (owned) of the log */
  GArray *waiting, *queue_edits, *heard, *notes; /* (owned) */
  Blob tutor;
  EnginePacing pacing;
  EngineQuality quality;
  guint32 last_id;
  SimObjectiveChange objectives[SIM_MAX_OBJECTIVES];
  gboolean types_met[SIM_MAX_TYPES + 1];
};

/* Asks for the size, then for the bytes.  */
#define TAKE_BLOB(blob, save, object)                                                             \
  G_STMT_START                                                                                    \
  {                                                                                               \
    (blob)->size = save (object, NULL, 0);                                                        \
    (blob)->bytes = g_malloc ((blob)->size);                                                      \
    save (object, (blob)->bytes, (blob)->size);                                                   \
  }                                                                                               \
  G_STMT_END

static size_t
tutor_save (Tutor *tutor, void *bytes, size_t size)
{
  BaseCodec codec = base_codec_writer (bytes, size);

  tutor_walk (&codec, tutor);
  return codec.offset;
}

static bool
tutor_load (Tutor *tutor, const void *bytes, size_t size)
{
  BaseCodec codec = base_codec_reader (bytes, size);

  tutor_walk (&codec, tutor);
  return !codec.failed && codec.offset == size;
}

EngineSnapshot *
engine_snapshot_take (EngineCore *core)
{
  EngineSnapshot *snapshot = g_new0 (EngineSnapshot, 1);

  snapshot->tick = engine_core_tick (core);
  TAKE_BLOB (&snapshot->world, sim_world_save, core->world);
  TAKE_BLOB (&snapshot->picture, picture_save, core->picture);
  if (core->staff != NULL)
    TAKE_BLOB (&snapshot->staff, staff_save, core->staff);
  if (core->tutor != NULL)
    TAKE_BLOB (&snapshot->tutor, tutor_save, core->tutor);
  snapshot->commands = g_array_copy (core->replay->commands);
  snapshot->hashes = g_array_copy (core->replay->hashes);
  snapshot->waiting = g_array_copy (core->waiting);
  snapshot->queue_edits = g_array_copy (core->queue_edits);
  snapshot->heard = g_array_copy (core->heard);
  snapshot->notes = g_array_copy (core->notes);
  engine_pacing_init (&snapshot->pacing);
  engine_pacing_copy (&snapshot->pacing, &core->pacing);
  snapshot->quality = core->quality;
  snapshot->last_id = engine_counter_last (&core->ids);
  memcpy (snapshot->objectives, core->objectives, sizeof snapshot->objectives);
  memcpy (snapshot->types_met, core->types_met, sizeof snapshot->types_met);
  return snapshot;
}

void
engine_snapshot_free (EngineSnapshot *snapshot)
{
  if (snapshot == NULL)
    return;
  g_free (snapshot->world.bytes);
  g_free (snapshot->picture.bytes);
  g_free (snapshot->staff.bytes);
  g_free (snapshot->tutor.bytes);
  g_array_unref (snapshot->commands);
  g_array_unref (snapshot->hashes);
  g_array_unref (snapshot->waiting);
  g_array_unref (snapshot->queue_edits);
  g_array_unref (snapshot->heard);
  g_array_unref (snapshot->notes);
  engine_pacing_clear (&snapshot->pacing);
  g_free (snapshot);
}

SimTick
engine_snapshot_get_tick (const EngineSnapshot *snapshot)
{
  return snapshot->tick;
}

static void
restore_array (GArray **array, const GArray *from)
{
  g_array_unref (*array);
  *array = g_array_copy ((GArray *) from);
}

void
engine_snapshot_restore (const EngineSnapshot *snapshot, EngineCore *core)
{
  gboolean loaded;

  loaded = sim_world_load (core->world, snapshot->world.bytes, snapshot->world.size) &&
           picture_load (core->picture, snapshot->picture.bytes, snapshot->picture.size) &&
           (core->staff == NULL ||
            staff_load (core->staff, snapshot->staff.bytes, snapshot->staff.size)) &&
           (core->tutor == NULL ||
            tutor_load (core->tutor, snapshot->tutor.bytes, snapshot->tutor.size));
  /* The bytes never left this process: they are a state, or there is a fault in the program.  */
  g_assert (loaded);
  restore_array (&core->replay->commands, snapshot->commands);
  restore_array (&core->replay->hashes, snapshot->hashes);
  restore_array (&core->waiting, snapshot->waiting);
  restore_array (&core->queue_edits, snapshot->queue_edits);
  restore_array (&core->heard, snapshot->heard);
  restore_array (&core->notes, snapshot->notes);
  engine_pacing_copy (&core->pacing, &snapshot->pacing);
  core->quality = snapshot->quality;
  engine_counter_reset (&core->ids, snapshot->last_id);
  memcpy (core->objectives, snapshot->objectives, sizeof core->objectives);
  memcpy (core->types_met, snapshot->types_met, sizeof core->types_met);
}

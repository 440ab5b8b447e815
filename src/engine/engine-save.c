/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-save-private.h"

#include "engine/engine-core-private.h"
#include "engine/engine-replayer-private.h"

#include "base/base-codec-names.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define STATE_COOKIE 0x454e4749u /* "ENGI" */
#define STATE_VERSION 6u
#define COMMS_COOKIE 0x434f4d4du /* "COMM" */
#define COMMS_VERSION 3u
/* Before it was known from where bearings are counted; still read.  */
#define COMMS_VERSION_OLD 2u
/* Bytes of a notice.  */
#define NOTICE_MOST (4 * SCENARIO_JOURNAL_TEXT)
/* More than any battle has.  */
#define MOST 1000000

/* ---- What the engine keeps ------------------------------------------------------------------ */

/* The length of an array, which is set when it is read.  */
static void
walk_length (BaseCodec *codec, GArray *array)
{
  size_t length = array->len;

  base_codec_count (codec, &length, MOST);
  if (codec->kind != BASE_CODEC_READ)
    return;
  /* No element is smaller than a byte: a length is not believed before its bytes are there.  */
  base_codec_fail_unless (codec, length <= codec->size - MIN (codec->offset, codec->size));
  g_array_set_size (array, 0);
  g_array_set_size (array, codec->failed ? 0 : (guint) length);
  if (array->len > 0)
    memset (array->data, 0, (gsize) array->len * g_array_get_element_size (array));
}

static void
walk_commands (BaseCodec *codec, GArray *commands)
{
  walk_length (codec, commands);
  for (guint i = 0; i < commands->len; i++)
    sim_command_walk (codec, &g_array_index (commands, SimCommand, i));
}

static void
walk_queue_edits (BaseCodec *codec, GArray *edits)
{
  walk_length (codec, edits);
  for (guint i = 0; i < edits->len; i++)
    sim_queue_edit_walk (codec, &g_array_index (edits, SimQueueEdit, i));
}

static void
walk_messages (BaseCodec *codec, GArray *messages)
{
  walk_length (codec, messages);
  for (guint i = 0; i < messages->len; i++)
    sim_message_walk (codec, &g_array_index (messages, SimMessage, i));
}

static const SimMessageKind note_messages[] = {
    [ENGINE_NOTE_CONTACT] = SIM_MESSAGE_REPORT,
    [ENGINE_NOTE_INITIATIVE] = SIM_MESSAGE_REPORT,
    [ENGINE_NOTE_PERSON] = SIM_MESSAGE_REPORT,
    [ENGINE_NOTE_OBJECTIVE] = SIM_MESSAGE_OBJECTIVE,
    [ENGINE_NOTE_REFUSED] = SIM_MESSAGE_ORDER,
};

static void
note_to_message (const EngineNote *note, SimMessage *message)
{
  message->kind = (guint8) note_messages[note->kind];
  message->t = note->t;
  if (message->kind == SIM_MESSAGE_REPORT)
    message->report = note->report;
  else if (message->kind == SIM_MESSAGE_ORDER)
    message->order = note->order;
  else
    message->objective = note->objective;
}

static void
note_from_message (EngineNote *note, const SimMessage *message)
{
  note->t = message->t;
  if (message->kind == SIM_MESSAGE_REPORT)
    note->report = message->report;
  else if (message->kind == SIM_MESSAGE_ORDER)
    note->order = message->order;
  else
    note->objective = message->objective;
}

/* A note is what it keeps of a message.  */
static void
walk_note (BaseCodec *codec, EngineNote *note)
{
  guint8 kind = (guint8) note->kind;
  SimMessage message = {0};

  base_codec_u8 (codec, &kind);
  base_codec_fail_unless (codec, kind < G_N_ELEMENTS (note_messages));
  if (codec->failed)
    return;
  note->kind = (EngineNoteKind) kind;
  note_to_message (note, &message);
  sim_message_walk (codec, &message);
  base_codec_fail_unless (codec, message.kind == (guint8) note_messages[kind]);
  if (codec->kind == BASE_CODEC_READ && !codec->failed)
    note_from_message (note, &message);
}

static void
walk_notes (BaseCodec *codec, GArray *notes)
{
  walk_length (codec, notes);
  for (guint i = 0; i < notes->len; i++)
    walk_note (codec, &g_array_index (notes, EngineNote, i));
}

static void
walk_ticks (BaseCodec *codec, GArray *ticks)
{
  walk_length (codec, ticks);
  for (guint i = 0; i < ticks->len; i++)
    base_codec_u32 (codec, &g_array_index (ticks, SimTick, i));
}

static void
walk_met (BaseCodec *codec, gboolean *met)
{
  guint8 value = *met != FALSE;

  base_codec_u8 (codec, &value);
  *met = value != 0;
}

static void
walk_wait (BaseCodec *codec, EngineWait *wait)
{
  base_codec_u32 (codec, &wait->order);
  base_codec_u32 (codec, &wait->unit.index);
  base_codec_u32 (codec, &wait->unit.generation);
  base_codec_u32 (codec, &wait->since);
}

static void
walk_course (BaseCodec *codec, EngineCourse *course)
{
  base_codec_u32 (codec, &course->contact);
  base_codec_u8 (codec, &course->platoon);
  base_codec_u8 (codec, &course->moves);
  base_codec_u16 (codec, &course->count);
  base_codec_f32 (codec, &course->bearing_deg);
}

static void
walk_prepared (BaseCodec *codec, EnginePrepared *prepared)
{
  base_codec_u32 (codec, &prepared->n_dues);
  base_codec_u32 (codec, &prepared->n_waiters);
  base_codec_u32 (codec, &prepared->n_errands);
  for (guint i = 0; i < ENGINE_MAX_DUES; i++) {
    base_codec_u32 (codec, &prepared->dues[i].order);
    base_codec_u32 (codec, &prepared->dues[i].due);
    base_codec_u8 (codec, &prepared->dues[i].told);
  }
  for (guint i = 0; i < ENGINE_MAX_PREPARED; i++) {
    base_codec_u32 (codec, &prepared->waiters[i].order);
    base_codec_u32 (codec, &prepared->waiters[i].unit);
    base_codec_u8 (codec, &prepared->waiters[i].mark);
  }
  for (guint i = 0; i < ENGINE_MAX_ERRANDS; i++) {
    base_codec_u32 (codec, &prepared->errands[i].order);
    base_codec_u32 (codec, &prepared->errands[i].unit);
  }
  base_codec_u16 (codec, &prepared->ready);
  base_codec_fail_unless (codec, prepared->n_dues <= ENGINE_MAX_DUES &&
                                     prepared->n_waiters <= ENGINE_MAX_PREPARED &&
                                     prepared->n_errands <= ENGINE_MAX_ERRANDS);
}

static void
walk_pacing (BaseCodec *codec, EnginePacing *pacing)
{
  guint32 *const ticks[] = {&pacing->now,        &pacing->last_decision, &pacing->until_fight,
                            &pacing->until_near, &pacing->until_far,     &pacing->until_asked,
                            &pacing->fight,      &pacing->quiet,         &pacing->n_waits};

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    base_codec_u32 (codec, ticks[i]);
  base_codec_u8 (codec, &pacing->strain_mark);
  base_codec_u8 (codec, &pacing->cut);
  for (guint i = 0; i < ENGINE_MAX_WAITS; i++)
    walk_wait (codec, &pacing->waits[i]);
  for (guint i = 0; i < ENGINE_MAX_AXES; i++) {
    base_codec_u16 (codec, &pacing->axes[i].voice);
    base_codec_f32 (codec, &pacing->axes[i].bearing_deg);
  }
  for (guint i = 0; i < ENGINE_MAX_COURSES; i++)
    walk_course (codec, &pacing->courses[i]);
  walk_prepared (codec, &pacing->prepared);
  for (guint i = 0; i < ENGINE_N_DECISIONS; i++)
    base_codec_u32 (codec, &pacing->decisions[i]);
  walk_ticks (codec, pacing->contact_gaps);
  walk_ticks (codec, pacing->quiet_gaps);
  base_codec_fail_unless (codec, pacing->n_waits <= ENGINE_MAX_WAITS &&
                                     pacing->strain_mark <= ENGINE_STRAIN_MARKS);
}

static void
walk_quality (BaseCodec *codec, EngineQuality *quality)
{
  guint64 *counts[] = {&quality->enemies,    &quality->known,  &quality->near,
                       &quality->near_known, &quality->tracks, &quality->empty,
                       &quality->own};
  double *sums[] = {&quality->track_error_m, &quality->fix_error_m, &quality->ghost_error_m};

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    base_codec_u64 (codec, counts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    base_codec_f64 (codec, sums[i]);
  for (guint i = 0; i < G_N_ELEMENTS (quality->delays); i++)
    base_codec_u32 (codec, &quality->delays[i]);
  base_codec_fail_unless (codec, quality->known <= quality->enemies &&
                                     quality->near <= quality->enemies &&
                                     quality->near_known <= quality->near &&
                                     quality->empty <= quality->tracks);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    base_codec_fail_unless (codec, isfinite (*sums[i]) && *sums[i] >= 0);
}

static void
walk_engine (BaseCodec *codec, EngineCore *core)
{
  guint32 last_id = engine_counter_last (&core->ids);

  base_codec_u32 (codec, &last_id);
  if (codec->kind == BASE_CODEC_READ)
    engine_counter_reset (&core->ids, last_id);
  walk_commands (codec, core->waiting);
  walk_queue_edits (codec, core->queue_edits);
  walk_messages (codec, core->heard);
  walk_notes (codec, core->notes);
  walk_pacing (codec, &core->pacing);
  walk_quality (codec, &core->quality);
  for (guint i = 0; i < G_N_ELEMENTS (core->objectives); i++)
    sim_objective_change_walk (codec, &core->objectives[i]);
  for (guint i = 0; i < G_N_ELEMENTS (core->types_met); i++)
    walk_met (codec, &core->types_met[i]);
  if (core->tutor != NULL)
    tutor_walk (codec, core->tutor);
}

/* ---- What was said -------------------------------------------------------------------------- */

/* What a caption is made of, and within its bounds: nobody else has looked at it.  */
static void
check_said (BaseCodec *codec, const SimMessage *message)
{
  const SimTransmission *said = message->kind == SIM_MESSAGE_TRANSMISSION_BEGUN
                                    ? &message->transmission
                                    : &message->transmission_ended;

  if (message->kind == SIM_MESSAGE_ORDER)
    return;
  base_codec_fail_unless (codec, message->kind == SIM_MESSAGE_TRANSMISSION_BEGUN ||
                                     message->kind == SIM_MESSAGE_TRANSMISSION_ENDED);
  base_codec_fail_unless (codec, said->air_class < SIM_N_AIR_CLASSES &&
                                     said->words.phrase < SIM_N_PHRASES &&
                                     said->words.n_lost <= SIM_MAX_LOST_WORDS);
}

static void
walk_said (BaseCodec *codec, GArray *kept)
{
  walk_messages (codec, kept);
  for (guint i = 0; i < kept->len && codec->kind == BASE_CODEC_READ && !codec->failed; i++)
    check_said (codec, &g_array_index (kept, SimMessage, i));
}

/* Of the kinds that are kept, with a phrase and a kind of report there is.  */
static void
walk_recent (BaseCodec *codec, GArray *recent)
{
  walk_messages (codec, recent);
  for (guint i = 0; i < recent->len && codec->kind == BASE_CODEC_READ && !codec->failed; i++) {
    const SimMessage *message = &g_array_index (recent, SimMessage, i);

    base_codec_fail_unless (codec, message->kind == SIM_MESSAGE_REPORT ||
                                       message->kind == SIM_MESSAGE_ORDER ||
                                       message->kind == SIM_MESSAGE_OBJECTIVE);
    base_codec_fail_unless (codec, message->kind != SIM_MESSAGE_REPORT ||
                                       (message->report.kind < SIM_N_REPORT_KINDS &&
                                        message->report.words.phrase < SIM_N_PHRASES));
  }
}

static void
walk_notice (BaseCodec *codec, EngineNotice *notice)
{
  size_t length = notice->text != NULL ? strlen (notice->text) : 0;

  base_codec_u32 (codec, &notice->tick);
  base_codec_count (codec, &length, NOTICE_MOST);
  if (codec->kind == BASE_CODEC_READ)
    notice->text = g_malloc0 (length + 1);
  for (size_t i = 0; i < length; i++)
    base_codec_u8 (codec, (uint8_t *) &notice->text[i]);
  base_codec_fail_unless (codec, strlen (notice->text) == length &&
                                     g_utf8_validate (notice->text, -1, NULL));
}

static void
walk_bearings (BaseCodec *codec, EngineNotice *notice)
{
  uint8_t moves = notice->moves_bearings ? 1 : 0;

  base_codec_u8 (codec, &moves);
  notice->moves_bearings = moves != 0;
  if (moves == 0)
    return;
  base_codec_u8 (codec, &notice->bearings.kind);
  base_codec_u32 (codec, &notice->bearings.number);
  base_codec_vec (codec, &notice->bearings.position);
  base_codec_f32 (codec, &notice->bearings.precise_m);
  base_codec_fail_unless (codec, moves == 1 && notice->bearings.kind <= SIM_TARGET_PLATOON);
}

static void
walk_comms_old (BaseCodec *codec, EngineCore *core)
{
  walk_said (codec, core->kept);
  walk_recent (codec, core->recent);
  walk_length (codec, core->notices);
  for (guint i = 0; i < core->notices->len; i++)
    walk_notice (codec, &g_array_index (core->notices, EngineNotice, i));
}

/* ---- Parts of the core's own ----------------------------------------------------------------- */

/* A part that has a header and a seal, and what walks over what is in it.  */
typedef struct {
  guint32 cookie, version;
  void (*walk) (BaseCodec *codec, EngineCore *core);
} OwnPart;

static void
walk_comms (BaseCodec *codec, EngineCore *core)
{
  walk_comms_old (codec, core);
  for (guint i = 0; i < core->notices->len; i++)
    walk_bearings (codec, &g_array_index (core->notices, EngineNotice, i));
}

static const OwnPart engine_part = {STATE_COOKIE, STATE_VERSION, walk_engine};
static const OwnPart comms_part = {COMMS_COOKIE, COMMS_VERSION, walk_comms};
static const OwnPart comms_part_old = {COMMS_COOKIE, COMMS_VERSION_OLD, walk_comms_old};

static void
walk_part (BaseCodec *codec, EngineCore *core, const OwnPart *part)
{
  base_codec_header (codec, part->cookie, part->version);
  part->walk (codec, core);
  base_codec_seal (codec);
}

static gsize
part_save (EngineCore *core, const OwnPart *part, void *bytes, gsize size)
{
  BaseCodec codec = base_codec_writer (bytes, size);

  walk_part (&codec, core, part);
  return codec.offset;
}

/* Leaves a core that is of no use when it fails.  */
static bool
part_load (EngineCore *core, const OwnPart *part, const void *bytes, gsize size)
{
  BaseCodec codec = base_codec_reader (bytes, size);

  walk_part (&codec, core, part);
  return !codec.failed && codec.offset == size;
}

static gsize
engine_save (EngineCore *core, void *bytes, gsize size)
{
  return part_save (core, &engine_part, bytes, size);
}

static gsize
comms_save (EngineCore *core, void *bytes, gsize size)
{
  return part_save (core, &comms_part, bytes, size);
}

/* ---- Saving -------------------------------------------------------------------------------- */

/* Asks for the size, then for the bytes.  */
#define TAKE_BYTES(part, save, object)                                                            \
  G_STMT_START                                                                                    \
  {                                                                                               \
    gsize size = save (object, NULL, 0);                                                          \
    void *bytes = g_malloc (size);                                                                \
                                                                                                  \
    save (object, bytes, size);                                                                   \
    (part) = g_bytes_new_take (bytes, size);                                                      \
  }                                                                                               \
  G_STMT_END

/* A log that has not begun has no hashes yet.  */
static ScenarioReplay *
take_log (EngineCore *core)
{
  ScenarioReplay *log = engine_core_dup_replay (core);
  ScenarioReplayHash begun = {.world = engine_core_hash (core),
                              .picture = engine_core_picture_hash (core)};

  if (log->end == 0)
    g_array_append_val (log->hashes, begun);
  return log;
}

ScenarioSave *
engine_save_take (EngineCore *core)
{
  ScenarioSave *save = g_new0 (ScenarioSave, 1);

  save->log = take_log (core);
  TAKE_BYTES (save->parts[SCENARIO_SAVE_WORLD], sim_world_save, core->world);
  TAKE_BYTES (save->parts[SCENARIO_SAVE_PICTURE], picture_save, core->picture);
  if (core->staff != NULL)
    TAKE_BYTES (save->parts[SCENARIO_SAVE_STAFF], staff_save, core->staff);
  TAKE_BYTES (save->parts[SCENARIO_SAVE_ENGINE], engine_save, core);
  if (core->kept != NULL)
    TAKE_BYTES (save->parts[SCENARIO_SAVE_COMMS], comms_save, core);
  return save;
}

/* ---- Loading ------------------------------------------------------------------------------- */

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, ENGINE_ERROR, ENGINE_ERROR_SAVE, message);
  return FALSE;
}

static bool
load_comms (EngineCore *core, const void *bytes, gsize size)
{
  BaseCodec codec = base_codec_reader (bytes, size);
  uint32_t cookie = 0, version = 0;

  base_codec_u32 (&codec, &cookie);
  base_codec_u32 (&codec, &version);
  engine_core_keep_messages (core);
  return part_load (core, version == COMMS_VERSION_OLD ? &comms_part_old : &comms_part, bytes,
                    size);
}

static gboolean
load_state (EngineCore *core, const ScenarioSave *save)
{
  gconstpointer bytes[SCENARIO_SAVE_N_PARTS] = {NULL};
  gsize sizes[SCENARIO_SAVE_N_PARTS] = {0};

  for (guint i = 0; i < SCENARIO_SAVE_N_PARTS; i++)
    if (save->parts[i] != NULL)
      bytes[i] = g_bytes_get_data (save->parts[i], &sizes[i]);
  if ((core->staff != NULL) != (bytes[SCENARIO_SAVE_STAFF] != NULL))
    return FALSE;
  return sim_world_load (core->world, bytes[SCENARIO_SAVE_WORLD], sizes[SCENARIO_SAVE_WORLD]) &&
         picture_load (core->picture, bytes[SCENARIO_SAVE_PICTURE],
                       sizes[SCENARIO_SAVE_PICTURE]) &&
         (core->staff == NULL ||
          staff_load (core->staff, bytes[SCENARIO_SAVE_STAFF], sizes[SCENARIO_SAVE_STAFF])) &&
         part_load (core, &engine_part, bytes[SCENARIO_SAVE_ENGINE],
                    sizes[SCENARIO_SAVE_ENGINE]) &&
         (save->parts[SCENARIO_SAVE_COMMS] == NULL ||
          load_comms (core, bytes[SCENARIO_SAVE_COMMS], sizes[SCENARIO_SAVE_COMMS]));
}

/* What waits to be given must fit the battle, as what was given must.  */
static gboolean
check_waiting (const EngineCore *core)
{
  for (guint i = 0; i < core->waiting->len; i++)
    if (!engine_command_is_fit (core->scenario, &g_array_index (core->waiting, SimCommand, i)))
      return FALSE;
  return TRUE;
}

/* The moment of the state is that of the log, and so are both hashes.  */
static gboolean
check_moment (const EngineCore *core, const ScenarioReplay *log)
{
  const ScenarioReplayHash *last;

  if (log->hashes->len == 0 || sim_world_tick (core->world) != log->end)
    return FALSE;
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
  return TRUE;
#endif
  last = &g_array_index (log->hashes, ScenarioReplayHash, log->hashes->len - 1);
  return last->tick == log->end && last->world == sim_world_hash (core->world) &&
         last->picture == picture_hash (core->picture);
}

static void
copy_log (EngineCore *core, const ScenarioReplay *log)
{
  g_array_append_vals (core->replay->commands, log->commands->data, log->commands->len);
  for (guint i = 0; i < log->hashes->len; i++) {
    const ScenarioReplayHash *hash = &g_array_index (log->hashes, ScenarioReplayHash, i);

    /* The last closes the log of the save, and is not due in one that goes on.  */
    if (hash->tick > 0 && hash->tick % ENGINE_HASH_TICKS == 0)
      g_array_append_val (core->replay->hashes, *hash);
  }
}

static gboolean
restore (EngineCore *core, const ScenarioSave *save, GError **error)
{
  if (!load_state (core, save))
    return fail (error, _("The state in the save is damaged, or of another version."));
  if (!check_waiting (core) || !check_moment (core, save->log))
    return fail (error, _("The state in the save is not that of its battle."));
  copy_log (core, save->log);
  return TRUE;
}

EngineCore *
engine_save_resume (const ScenarioSave *save, ScenarioBattle *scenario, GError **error)
{
  EngineCoreOptions options = {.seed = save->log->seed, .difficulty = save->log->difficulty};
  g_autoptr (EngineCore) core = NULL;
  int staff = staff_kind_from_name (save->log->staff);

  if (staff < 0) {
    fail (error, _("The save has a staff officer that this version does not know."));
    return NULL;
  }
  options.staff = (StaffKind) staff;
  if (!engine_replay_fits (save->log, scenario, error))
    return NULL;
  core = engine_core_new (scenario, &options, error);
  if (core == NULL || !restore (core, save, error))
    return NULL;
  return g_steal_pointer (&core);
}

ScenarioBattle *
engine_save_load_scenario (const ScenarioSave *save, GError **error)
{
  g_autoptr (ScenarioBattle) scenario = NULL;

  g_return_val_if_fail (save != NULL, NULL);

  scenario = scenario_replay_load_battle (save->log, error);
  if (scenario == NULL || !engine_replay_fits (save->log, scenario, error))
    return NULL;
  return g_steal_pointer (&scenario);
}

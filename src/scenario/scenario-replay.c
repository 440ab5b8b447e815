/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replay files: a battle as what went into it, with hashes to hold it to.  */
#include "scenario/scenario-command.h"

#include "scenario/scenario-carried.h"
#include "scenario/scenario-formats.h"
#include "scenario/scenario-gate.h"
#include "scenario/scenario-log.h"
#include "scenario/scenario-truth.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REPLAY_FORMAT  "handler-one/replay"
#define REPLAY_VERSION 1

static const char *const difficulty_names[] = {"guided", "standard", "severe"};

ScenarioReplay *
scenario_replay_new (const ScenarioBattle *battle, guint64 seed)
{
  ScenarioReplay *replay = scenario_log_new ();
  g_autofree char *library_path = scenario_files_path_of (battle->id);

  /* By its id only when that leads back to this very file.  */
  replay->scenario =
      g_strdup (g_strcmp0 (library_path, battle->path) == 0 ? battle->id : battle->path);
  replay->content_hash = g_strdup (battle->content_hash);
  replay->program_version = g_strdup (HANDLER_ONE_VERSION);
  replay->seed = seed;
  replay->difficulty = SIM_DIFFICULTY_STANDARD;
  replay->staff = g_strdup ("none");
  scenario_carried_copy (&replay->carried, &battle->carried);
  return replay;
}

void
scenario_replay_free (ScenarioReplay *replay)
{
  g_free (replay->scenario);
  g_free (replay->content_hash);
  g_free (replay->program_version);
  g_free (replay->staff);
  scenario_carried_clear (&replay->carried);
  g_array_unref (replay->commands);
  g_array_unref (replay->hashes);
  g_free (replay);
}

/* ---- Writing ------------------------------------------------------------------------------- */

static void
write_session (ScenarioWriter *writer, const ScenarioSession *session)
{
  if (session->begun_us == 0)
    return;
  scenario_writer_begin_object (writer, "session");
  scenario_writer_integer (writer, "begun_us", session->begun_us);
  scenario_writer_integer (writer, "number", session->number);
  scenario_writer_integer (writer, "written_us", session->written_us);
  scenario_writer_float (writer, "speed", (float) session->speed);
  scenario_writer_end_object (writer);
}

static void
write_battle (ScenarioWriter *writer, const ScenarioReplay *replay)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "kind", "battle");
  scenario_writer_string (writer, "scenario", replay->scenario);
  scenario_writer_string (writer, "content_hash", replay->content_hash);
  scenario_writer_string (writer, "program_version", replay->program_version);
  scenario_writer_integer (writer, "seed", (gint64) replay->seed);
  scenario_writer_string (writer, "difficulty", difficulty_names[replay->difficulty]);
  scenario_writer_string (writer, "staff", replay->staff);
  scenario_writer_integer (writer, "end_tick", replay->end);
  scenario_carried_write (writer, &replay->carried);
  write_session (writer, &replay->session);
  scenario_writer_end_object (writer);
  scenario_writer_end_line (writer);
}

const char *
scenario_log_kind_of (const ScenarioReplayCommand *entry)
{
  if (entry->is_edit)
    return "edit";
  if (entry->is_act)
    return "lesson";
  return entry->is_queue ? "queue" : "command";
}

void
scenario_log_write_command (ScenarioWriter *writer, const ScenarioReplayCommand *entry)
{
  scenario_writer_string (writer, "kind", scenario_log_kind_of (entry));
  scenario_writer_integer (writer, "tick", entry->tick);
  if (entry->is_edit)
    scenario_edit_write (writer, "edit", &entry->edit);
  else if (entry->is_queue)
    scenario_queue_edit_write (writer, "queue", &entry->queue);
  else if (entry->is_act)
    scenario_act_write (writer, "lesson", &entry->act);
  else
    scenario_command_write (writer, "command", &entry->command);
}

void
scenario_log_write_hashes (ScenarioWriter *writer, const ScenarioReplayHash *entry)
{
  scenario_writer_string (writer, "kind", "hashes");
  scenario_writer_integer (writer, "tick", entry->tick);
  scenario_writer_hex64 (writer, "world", entry->world);
  scenario_writer_hex64 (writer, "picture", entry->picture);
}

static void
write_command (ScenarioWriter *writer, const ScenarioReplayCommand *entry)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_log_write_command (writer, entry);
  scenario_writer_end_object (writer);
  scenario_writer_end_line (writer);
}

static void
write_hash (ScenarioWriter *writer, const ScenarioReplayHash *entry)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_log_write_hashes (writer, entry);
  scenario_writer_end_object (writer);
  scenario_writer_end_line (writer);
}

guint64
scenario_log_last_hash (const ScenarioReplay *replay)
{
  if (replay->hashes->len == 0)
    return 0;
  return g_array_index (replay->hashes, ScenarioReplayHash, replay->hashes->len - 1).world;
}

void
scenario_log_write (ScenarioWriter *writer, const ScenarioReplay *replay)
{
  write_battle (writer, replay);
  for (guint i = 0; i < replay->commands->len; i++)
    write_command (writer, &g_array_index (replay->commands, ScenarioReplayCommand, i));
  for (guint i = 0; i < replay->hashes->len; i++)
    write_hash (writer, &g_array_index (replay->hashes, ScenarioReplayHash, i));
}

static char *
replay_bytes (const ScenarioReplay *replay, gsize *length)
{
  g_auto (ScenarioWriter) writer;

  scenario_writer_init (&writer, FALSE);
  scenario_log_write (&writer, replay);
  return scenario_lines_make (REPLAY_FORMAT, REPLAY_VERSION, scenario_log_last_hash (replay), writer.text,
                              length);
}

/* ---- Reading ------------------------------------------------------------------------------- */

SimTick
scenario_log_read_tick (ScenarioObject *object, const char *name)
{
  return (SimTick) scenario_value_integer (scenario_object_require (object, name), 0, 10000000);
}

static void
read_session (ScenarioValue value, ScenarioSession *session)
{
  ScenarioObject object;

  if (!scenario_value_is_some (value) || !scenario_object_begin (&object, value))
    return;
  session->begun_us = scenario_value_integer (scenario_object_require (&object, "begun_us"), 1,
                                              SCENARIO_GATE_INTEGER);
  session->number = (guint) scenario_value_integer (scenario_object_require (&object, "number"), 0,
                                                    G_MAXINT32);
  session->written_us = scenario_value_integer (scenario_object_require (&object, "written_us"), 0,
                                                SCENARIO_GATE_INTEGER);
  session->speed = scenario_value_number (scenario_object_require (&object, "speed"), 0.5, 60);
  scenario_object_end (&object);
}

static void
read_battle (ScenarioReplay *replay, ScenarioObject *object)
{
  const char *hash;

  g_free (replay->scenario);
  replay->scenario = scenario_value_line (scenario_object_require (object, "scenario"), 1, 4096);
  hash = scenario_value_string (scenario_object_require (object, "content_hash"), 64, 64);
  g_free (replay->content_hash);
  replay->content_hash = g_strdup (hash);
  g_free (replay->program_version);
  replay->program_version =
      scenario_value_line (scenario_object_require (object, "program_version"), 1, 40);
  replay->seed = (guint64) scenario_value_integer (scenario_object_require (object, "seed"), 0,
                                                   SCENARIO_GATE_INTEGER);
  replay->difficulty =
      scenario_value_choice (scenario_object_require (object, "difficulty"), difficulty_names,
                             G_N_ELEMENTS (difficulty_names));
  g_free (replay->staff);
  replay->staff = scenario_value_id (scenario_object_require (object, "staff"));
  replay->end = scenario_log_read_tick (object, "end_tick");
  scenario_carried_read (object, &replay->carried);
  read_session (scenario_object_get (object, "session"), &replay->session);
}

/* Moments never go back, and none is after the end.  */
static void
check_moment (const ScenarioReplay *replay, ScenarioValue value, SimTick tick, SimTick last)
{
  if (tick < last)
    scenario_value_error (value, SCENARIO_CODE_ORDER, _ ("earlier than the line before it"));
  else if (tick > replay->end)
    scenario_value_error (value, SCENARIO_CODE_ORDER, _ ("after the end of the battle"));
}

ScenarioReplayCommand
scenario_log_read_command (ScenarioObject *object, ScenarioLogKind kind)
{
  ScenarioReplayCommand entry;

  memset (&entry, 0, sizeof entry);
  entry.tick = scenario_log_read_tick (object, "tick");
  entry.is_edit = kind == SCENARIO_LOG_EDIT;
  entry.is_queue = kind == SCENARIO_LOG_QUEUE;
  entry.is_act = kind == SCENARIO_LOG_ACT;
  if (entry.is_edit)
    entry.edit = scenario_edit_read_value (scenario_object_require (object, "edit"));
  else if (entry.is_queue)
    entry.queue = scenario_queue_edit_read_value (scenario_object_require (object, "queue"));
  else if (entry.is_act)
    entry.act = scenario_act_read_value (scenario_object_require (object, "lesson"));
  else
    entry.command = scenario_command_read_value (scenario_object_require (object, "command"));
  return entry;
}

static void
read_command (ScenarioReplay *replay, ScenarioObject *object, ScenarioLogKind kind)
{
  GArray *all = replay->commands;
  ScenarioReplayCommand entry = scenario_log_read_command (object, kind);
  SimTick last =
      all->len > 0 ? g_array_index (all, ScenarioReplayCommand, all->len - 1).tick : 0;

  check_moment (replay, object->value, entry.tick, last);
  g_array_append_val (all, entry);
}

ScenarioReplayHash
scenario_log_read_hashes (ScenarioObject *object)
{
  return (ScenarioReplayHash){
      .tick = scenario_log_read_tick (object, "tick"),
      .world = scenario_value_hex64 (scenario_object_require (object, "world")),
      .picture = scenario_value_hex64 (scenario_object_require (object, "picture")),
  };
}

static void
read_hashes (ScenarioReplay *replay, ScenarioObject *object)
{
  GArray *all = replay->hashes;
  ScenarioReplayHash entry = scenario_log_read_hashes (object);
  SimTick last = all->len > 0 ? g_array_index (all, ScenarioReplayHash, all->len - 1).tick : 0;

  check_moment (replay, object->value, entry.tick, last);
  g_array_append_val (all, entry);
}

/* One line; the first, and it alone, is the battle.  The last kind is another's, if there is one.  */
static void
read_line (ScenarioReplay *replay, ScenarioDocument *document, gboolean is_first,
           const ScenarioLogOther *other)
{
  const char *const kinds[] = {"battle", "command", "hashes", "edit", "queue", "lesson",
                               other != NULL ? other->kind : NULL};
  guint n_kinds = G_N_ELEMENTS (kinds) - (other == NULL);
  ScenarioObject object;
  ScenarioValue kind_value;
  int kind;

  if (!scenario_object_begin (&object, scenario_document_root (document)))
    return;
  kind_value = scenario_object_require (&object, "kind");
  kind = scenario_value_try_choice (kind_value, kinds, n_kinds);
  if (kind < 0)
    return;
  if ((kind == 0) != is_first) {
    scenario_value_error (kind_value, SCENARIO_CODE_ORDER,
                          is_first ? _ ("the first line must be the battle")
                                   : _ ("only the first line may be the battle"));
    return; /* its members are not looked at */
  }
  if (kind == 0)
    read_battle (replay, &object);
  else if (kind == 1)
    read_command (replay, &object, SCENARIO_LOG_COMMAND);
  else if (kind == 2)
    read_hashes (replay, &object);
  else if (kind <= 5)
    read_command (replay, &object,
                  kind == 3   ? SCENARIO_LOG_EDIT
                  : kind == 4 ? SCENARIO_LOG_QUEUE
                              : SCENARIO_LOG_ACT);
  else
    other->read (&object, other->data);
  scenario_object_end (&object);
}

void
scenario_log_read (ScenarioReplay *replay, ScenarioLines *lines, const ScenarioLogOther *other)
{
  gboolean failed = FALSE, is_first = TRUE;

  while (!failed) {
    g_autoptr (ScenarioDocument) document = scenario_lines_next (lines, &failed);

    if (document == NULL)
      break;
    read_line (replay, document, is_first, other);
    is_first = FALSE;
  }
  if (is_first && !failed)
    scenario_problem_add (lines->problems, SCENARIO_PROBLEM_ERROR, lines->line, 1, "/",
                          SCENARIO_CODE_MISSING_KEY, _ ("the line of the battle is missing"));
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
  lines->state_hash = scenario_log_last_hash (replay);
#endif
  if (!scenario_problems_fatal (lines->problems) &&
      scenario_log_last_hash (replay) != lines->state_hash)
    scenario_problem_add (lines->problems, SCENARIO_PROBLEM_ERROR, 1, 1, "/state_hash",
                          SCENARIO_CODE_CHECKSUM, _ ("is not the hash of the last line"));
}

ScenarioReplay *
scenario_log_new (void)
{
  ScenarioReplay *replay = g_new0 (ScenarioReplay, 1);

  replay->commands = g_array_new (FALSE, TRUE, sizeof (ScenarioReplayCommand));
  replay->hashes = g_array_new (FALSE, TRUE, sizeof (ScenarioReplayHash));
  return replay;
}

static ScenarioReplay *
replay_from_lines (ScenarioLines *lines)
{
  g_autoptr (ScenarioReplay) replay = scenario_log_new ();

  scenario_log_read (replay, lines, NULL);
  return scenario_problems_fatal (lines->problems) ? NULL : g_steal_pointer (&replay);
}

ScenarioReplay *
scenario_replay_read (const char *path, GPtrArray *problems, GError **error)
{
  g_auto (ScenarioLines) lines;

  if (!scenario_lines_open (&lines, path, REPLAY_FORMAT, REPLAY_VERSION,
                            SCENARIO_GATE_REPLAY_BYTES, problems, error))
    return NULL;
  return replay_from_lines (&lines);
}

ScenarioReplay *
scenario_replay_load (const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) why = NULL;
  ScenarioReplay *replay = scenario_replay_read (path, problems, &why);

  scenario_problems_sort (problems);
  if (replay == NULL && why == NULL)
    scenario_problems_to_error (problems, path, &why);
  if (replay == NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return replay;
}

/* ---- The beginning alone ------------------------------------------------------------------ */

static ScenarioReplay *
head_from_lines (ScenarioLines *lines)
{
  g_autoptr (ScenarioReplay) replay = scenario_log_new ();
  gboolean failed = FALSE;
  g_autoptr (ScenarioDocument) document = scenario_lines_next (lines, &failed);

  if (document == NULL)
    return NULL;
  read_line (replay, document, TRUE, NULL);
  return scenario_problems_fatal (lines->problems) ? NULL : g_steal_pointer (&replay);
}

ScenarioReplay *
scenario_replay_load_head (const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) why = NULL;
  g_auto (ScenarioLines) lines;
  ScenarioReplay *replay = NULL;

  if (scenario_lines_open_head (&lines, path, problems, &why))
    replay = head_from_lines (&lines);
  if (replay == NULL && why == NULL)
    scenario_problems_to_error (problems, path, &why);
  if (replay == NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return replay;
}

/* ---- Saving -------------------------------------------------------------------------------- */

/* What was written must read back as the same bytes: proves, before the disk is touched, that the
 * file will be understood.  */
static gboolean
bytes_read_back (const char *bytes, gsize length, const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_auto (ScenarioLines) lines;
  g_autoptr (ScenarioReplay) replay = NULL;
  g_autofree char *again = NULL;
  gsize n_again = 0;

  if (scenario_lines_open_bytes (&lines, bytes, length, REPLAY_FORMAT, REPLAY_VERSION, problems))
    replay = replay_from_lines (&lines);
  if (replay != NULL)
    again = replay_bytes (replay, &n_again);
  if (again != NULL && n_again == length && memcmp (again, bytes, length) == 0)
    return TRUE;
  scenario_problems_to_error (problems, path, error);
  return FALSE;
}

gboolean
scenario_replay_save (const ScenarioReplay *replay, const char *path, GError **error)
{
  gsize length;
  g_autofree char *bytes = replay_bytes (replay, &length);

  if (length > SCENARIO_GATE_REPLAY_BYTES) {
    g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID,
                 _ ("the replay would have more than %d bytes"), SCENARIO_GATE_REPLAY_BYTES);
    return FALSE;
  }
  return bytes_read_back (bytes, length, path, error) &&
         scenario_file_write (path, bytes, length, error);
}

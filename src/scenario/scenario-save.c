/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Save files: the log of a battle and its state at a moment, as bytes that the engine knows.  */
#include "scenario/scenario-formats.h"
#include "scenario/scenario-gate.h"
#include "scenario/scenario-log.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAVE_FORMAT "handler-one/save"
#define SAVE_VERSION 1
/* Bytes of a line, each two digits.  */
#define CHUNK 4096

static const char *const part_names[] = {
#define X(constant, name) name,
    SCENARIO_SAVE_PART_LIST (X)
#undef X
};

void
scenario_save_free (ScenarioSave *save)
{
  g_clear_pointer (&save->log, scenario_replay_free);
  for (guint i = 0; i < SCENARIO_SAVE_N_PARTS; i++)
    g_clear_pointer (&save->parts[i], g_bytes_unref);
  g_free (save);
}

/* ---- Writing ------------------------------------------------------------------------------- */

static void
write_chunk (ScenarioWriter *writer, guint part, const guint8 *bytes, gsize n)
{
  static const char digits[] = "0123456789abcdef";
  char text[2 * CHUNK + 1];

  for (gsize i = 0; i < n; i++) {
    text[2 * i] = digits[bytes[i] >> 4];
    text[2 * i + 1] = digits[bytes[i] & 15];
  }
  text[2 * n] = '\0';
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "kind", "state");
  scenario_writer_string (writer, "part", part_names[part]);
  scenario_writer_string (writer, "bytes", text);
  scenario_writer_end_object (writer);
  scenario_writer_end_line (writer);
}

static void
write_part (ScenarioWriter *writer, guint part, GBytes *state)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (state, &length);

  for (gsize at = 0; at < length; at += CHUNK)
    write_chunk (writer, part, bytes + at, MIN (length - at, CHUNK));
}

static char *
save_bytes (const ScenarioSave *save, gsize *length)
{
  g_auto (ScenarioWriter) writer;

  scenario_writer_init (&writer, FALSE);
  scenario_log_write (&writer, save->log);
  for (guint i = 0; i < SCENARIO_SAVE_N_PARTS; i++)
    if (save->parts[i] != NULL)
      write_part (&writer, i, save->parts[i]);
  return scenario_lines_make (SAVE_FORMAT, SAVE_VERSION, scenario_log_last_hash (save->log),
                              writer.text, length);
}

/* ---- Reading ------------------------------------------------------------------------------- */

typedef struct {
  GByteArray *parts[SCENARIO_SAVE_N_PARTS]; /* (owned) */
} Reader;

static void
append_hex (GByteArray *bytes, const char *text)
{
  guint at = bytes->len;

  g_byte_array_set_size (bytes, at + (guint) strlen (text) / 2);
  for (; *text != '\0'; text += 2)
    bytes->data[at++] =
        (guint8) (g_ascii_xdigit_value (text[0]) * 16 + g_ascii_xdigit_value (text[1]));
}

static void
read_state (ScenarioObject *object, gpointer data)
{
  Reader *reader = data;
  guint part = scenario_value_choice (scenario_object_require (object, "part"), part_names,
                                      SCENARIO_SAVE_N_PARTS);
  ScenarioValue value = scenario_object_require (object, "bytes");
  const char *text = scenario_value_string (value, 2, 2 * CHUNK);
  gsize length = strlen (text);

  if (length == 0)
    return; /* listed already */
  if (length % 2 != 0 || strspn (text, "0123456789abcdef") != length)
    scenario_value_error (value, SCENARIO_CODE_TEXT, _ ("must be pairs of digits 0–9 and a–f"));
  else
    append_hex (reader->parts[part], text);
}

/* All must be but the staff officer, who may not have been there, and what was said, which a battle
 * without a window does not keep.  */
static gboolean
is_needed (guint part)
{
  return part != SCENARIO_SAVE_STAFF && part != SCENARIO_SAVE_COMMS;
}

static void
take_parts (ScenarioSave *save, Reader *reader, ScenarioLines *lines)
{
  for (guint i = 0; i < SCENARIO_SAVE_N_PARTS; i++) {
    GByteArray *bytes = g_steal_pointer (&reader->parts[i]);

    if (bytes->len > 0)
      save->parts[i] = g_byte_array_free_to_bytes (bytes);
    else
      g_byte_array_unref (bytes);
    if (save->parts[i] == NULL && is_needed (i))
      scenario_problem_add (lines->problems, SCENARIO_PROBLEM_ERROR, lines->line, 1, "/",
                            SCENARIO_CODE_REFERENCE,
                            /* Translators: a part of a save: "world".  */
                            _ ("the state of “%s” is missing"), part_names[i]);
  }
}

static ScenarioSave *
save_from_lines (ScenarioLines *lines)
{
  g_autoptr (ScenarioSave) save = g_new0 (ScenarioSave, 1);
  Reader reader;
  ScenarioLogOther states = {"state", read_state, &reader};

  for (guint i = 0; i < SCENARIO_SAVE_N_PARTS; i++)
    reader.parts[i] = g_byte_array_new ();
  save->log = scenario_log_new ();
  scenario_log_read (save->log, lines, &states);
  take_parts (save, &reader, lines);
  return scenario_problems_fatal (lines->problems) ? NULL : g_steal_pointer (&save);
}

ScenarioSave *
scenario_save_read (const char *path, GPtrArray *problems, GError **error)
{
  g_auto (ScenarioLines) lines;

  if (!scenario_lines_open (&lines, path, SAVE_FORMAT, SAVE_VERSION, SCENARIO_GATE_SAVE_BYTES,
                            problems, error))
    return NULL;
  return save_from_lines (&lines);
}

ScenarioSave *
scenario_save_load (const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) why = NULL;
  ScenarioSave *save = scenario_save_read (path, problems, &why);

  scenario_problems_sort (problems);
  if (save == NULL && why == NULL)
    scenario_problems_to_error (problems, path, &why);
  if (save == NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return save;
}

/* ---- Saving -------------------------------------------------------------------------------- */

/* What was written must read back as the same bytes, before the disk is touched.  */
static gboolean
bytes_read_back (const char *bytes, gsize length, const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_auto (ScenarioLines) lines;
  g_autoptr (ScenarioSave) save = NULL;
  g_autofree char *again = NULL;
  gsize n_again = 0;

  if (scenario_lines_open_bytes (&lines, bytes, length, SAVE_FORMAT, SAVE_VERSION, problems))
    save = save_from_lines (&lines);
  if (save != NULL)
    again = save_bytes (save, &n_again);
  if (again != NULL && n_again == length && memcmp (again, bytes, length) == 0)
    return TRUE;
  scenario_problems_to_error (problems, path, error);
  return FALSE;
}

gboolean
scenario_save_write (const ScenarioSave *save, const char *path, GError **error)
{
  gsize length;
  g_autofree char *bytes = save_bytes (save, &length);

  if (length > SCENARIO_GATE_SAVE_BYTES) {
    g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID,
                 _ ("the save would have more than %d bytes"), SCENARIO_GATE_SAVE_BYTES);
    return FALSE;
  }
  return bytes_read_back (bytes, length, path, error) &&
         scenario_file_write (path, bytes, length, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON Lines under an envelope.  */
#include "scenario/scenario-lines.h"

#include "scenario/scenario-gate.h"

#include <glib/gi18n-lib.h>
#include <stdint.h>
#include <string.h>

/* No envelope is longer.  */
#define MAX_ENVELOPE 4096
/* Envelope and line 2, with as many people as a battle may have.  */
#define MAX_HEAD (256 * 1024)

static gsize
first_line_length (const char *bytes, gsize length)
{
  const char *end = memchr (bytes, '\n', length);

  return end != NULL ? (gsize) (end - bytes) : length;
}

/* ---- The envelope -------------------------------------------------------------------------- */

static void
check_body (ScenarioLines *lines, ScenarioValue length_value, ScenarioValue sha_value)
{
  gsize body = (gsize) (lines->bytes + lines->length - lines->next);
  gint64 length = scenario_value_integer (length_value, 0, SCENARIO_GATE_INTEGER);
  const char *sha = scenario_value_string (sha_value, 64, 64);
  g_autofree char *found =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) lines->next, body);

#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
  return;
#endif
  if (!scenario_value_is_some (length_value) || *sha == '\0')
    return;
  if ((gint64) body < length)
    scenario_value_error (length_value, SCENARIO_CODE_TRUNCATED,
                          _ ("the file ends too soon: %1$zu of %2$jd bytes are there"), body,
                          (intmax_t) length);
  else if ((gint64) body > length)
    scenario_value_error (length_value, SCENARIO_CODE_CHECKSUM,
                          _ ("there are %1$zu bytes, not %2$jd"), body, (intmax_t) length);
  else if (strcmp (sha, found) != 0)
    scenario_value_error (sha_value, SCENARIO_CODE_CHECKSUM,
                          _ ("the file is damaged: its SHA-256 is %s"), found);
}

static gboolean
read_envelope (ScenarioLines *lines, const char *format, gint64 version)
{
  gsize length = first_line_length (lines->bytes, lines->length);
  g_autofree char *text = g_strndup (lines->bytes, length);
  g_autoptr (ScenarioDocument) document =
      scenario_document_new (text, length, &scenario_gate_line, 1, lines->problems);
  ScenarioObject root;
  ScenarioValue length_value, sha_value;

  if (document == NULL ||
      !scenario_object_begin (&root, scenario_document_root (document)) ||
      !scenario_object_read_head (&root, format, version))
    return FALSE;
  lines->next = lines->bytes + MIN (length + 1, lines->length);
  lines->line = 2;
  length_value = scenario_object_require (&root, "length");
  sha_value = scenario_object_require (&root, "sha256");
  lines->state_hash = scenario_value_hex64 (scenario_object_require (&root, "state_hash"));
  scenario_object_end (&root);
  check_body (lines, length_value, sha_value);
  return !scenario_problems_fatal (lines->problems);
}

gboolean
scenario_lines_open (ScenarioLines *lines, const char *path, const char *format, gint64 version,
                     gsize max_bytes, GPtrArray *problems, GError **error)
{
  *lines = (ScenarioLines){.problems = problems};
  lines->bytes = scenario_file_read (path, max_bytes, &lines->length, problems, error);
  return lines->bytes != NULL && read_envelope (lines, format, version);
}

gboolean
scenario_lines_open_bytes (ScenarioLines *lines, const char *bytes, gsize length,
                           const char *format, gint64 version, GPtrArray *problems)
{
  *lines = (ScenarioLines){.problems = problems, .length = length};
  lines->bytes = g_malloc (length + 1);
  memcpy (lines->bytes, bytes, length);
  lines->bytes[length] = '\0';
  return read_envelope (lines, format, version);
}

gboolean
scenario_lines_open_head (ScenarioLines *lines, const char *path, GPtrArray *problems,
                          GError **error)
{
  gsize first;

  *lines = (ScenarioLines){.problems = problems};
  lines->bytes = scenario_file_read_head (path, MAX_HEAD, &lines->length, error);
  if (lines->bytes == NULL)
    return FALSE;
  first = first_line_length (lines->bytes, lines->length);
  lines->next = lines->bytes + MIN (first + 1, lines->length);
  lines->line = 2;
  return TRUE;
}

void
scenario_lines_clear (ScenarioLines *lines)
{
  g_clear_pointer (&lines->bytes, g_free);
}

/* ---- Lines --------------------------------------------------------------------------------- */

ScenarioDocument *
scenario_lines_next (ScenarioLines *lines, gboolean *failed)
{
  gsize left = (gsize) (lines->bytes + lines->length - lines->next);
  gsize length = first_line_length (lines->next, left);
  g_autofree char *text = g_strndup (lines->next, length);
  ScenarioDocument *document;

  *failed = FALSE;
  if (left == 0)
    return NULL;
  document = scenario_document_new (text, length, &scenario_gate_line, lines->line,
                                    lines->problems);
  *failed = document == NULL;
  lines->next += MIN (length + 1, left);
  lines->line++;
  return document;
}

char *
scenario_lines_make (const char *format, gint64 version, guint64 state_hash, const GString *lines,
                     gsize *length)
{
  g_autofree char *sha = g_compute_checksum_for_data (
      G_CHECKSUM_SHA256, (const guchar *) lines->str, lines->len);
  g_auto (ScenarioWriter) writer;

  scenario_writer_init (&writer, FALSE);
  scenario_writer_begin_object (&writer, NULL);
  scenario_writer_string (&writer, "format", format);
  scenario_writer_integer (&writer, "version", version);
  scenario_writer_integer (&writer, "length", (gint64) lines->len);
  scenario_writer_string (&writer, "sha256", sha);
  scenario_writer_hex64 (&writer, "state_hash", state_hash);
  scenario_writer_end_object (&writer);
  scenario_writer_end_line (&writer);
  g_string_append_len (writer.text, lines->str, (gssize) lines->len);
  *length = writer.text->len;
  return g_string_free_and_steal (g_steal_pointer (&writer.text));
}

gboolean
scenario_lines_is (const char *bytes, gsize length, const char *format)
{
  gsize first = first_line_length (bytes, length);
  g_autofree char *text = g_strndup (bytes, MIN (first, MAX_ENVELOPE));
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (ScenarioDocument) document = NULL;
  ScenarioValue value;

  if (first <= MAX_ENVELOPE)
    document = scenario_document_new (text, first, &scenario_gate_line, 1, problems);
  if (document == NULL)
    return FALSE;
  value = scenario_document_find (document, "/format");
  return scenario_value_kind (value) == SCENARIO_VALUE_STRING &&
         strcmp (scenario_value_string (value, 0, G_MAXINT), format) == 0;
}

/* ---- Files that grow ----------------------------------------------------------------------- */

const char *
scenario_lines_take (const char **next, const char *end, guint line, GPtrArray *problems,
                     gsize *length)
{
  const char *text = *next;
  const char *newline = memchr (text, '\n', (gsize) (end - text));

  if (text == end)
    return NULL;
  if (newline == NULL) {
    scenario_problem_add (problems, SCENARIO_PROBLEM_WARNING, line, 1, "/",
                          SCENARIO_CODE_TRUNCATED,
                          _ ("the last line is cut off, as a crash leaves it"));
    return NULL;
  }
  *next = newline + 1;
  *length = (gsize) (newline - text);
  return text;
}

ScenarioDocument *
scenario_lines_parse (const char *text, gsize length, guint line, GPtrArray *problems)
{
  g_autofree char *copy = g_strndup (text, length);

  return scenario_document_new (copy, length, &scenario_gate_line, line, problems);
}

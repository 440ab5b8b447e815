/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing strict JSON, and files that are whole or absent.  */
#include "scenario/scenario-writer.h"

#include "scenario/scenario-problems.h"
#include "scenario/scenario.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
scenario_writer_init (ScenarioWriter *writer, gboolean pretty)
{
  *writer = (ScenarioWriter){g_string_new (NULL), pretty, 0, TRUE};
}

void
scenario_writer_clear (ScenarioWriter *writer)
{
  if (writer->text != NULL)
    g_string_free (g_steal_pointer (&writer->text), TRUE);
}

static void
write_indent (ScenarioWriter *writer)
{
  if (!writer->pretty)
    return;
  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->text, "  ");
}

static void
write_quoted (ScenarioWriter *writer, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (writer->text, '"');
  for (const char *at = valid; *at != '\0'; at++) {
    if (*at == '"' || *at == '\\')
      g_string_append_printf (writer->text, "\\%c", *at);
    else if ((guchar) *at < 0x20 || *at == 0x7F)
      g_string_append_printf (writer->text, "\\u%04x", (guint) (guchar) *at);
    else
      g_string_append_c (writer->text, *at);
  }
  g_string_append_c (writer->text, '"');
}

/* What stands before a value: comma, indent, key.  */
static void
begin_value (ScenarioWriter *writer, const char *name)
{
  if (!writer->fresh)
    g_string_append_c (writer->text, ',');
  if (writer->depth > 0)
    write_indent (writer);
  writer->fresh = FALSE;
  if (name == NULL)
    return;
  write_quoted (writer, name);
  g_string_append (writer->text, writer->pretty ? ": " : ":");
}

static void
open_level (ScenarioWriter *writer, const char *name, char bracket)
{
  begin_value (writer, name);
  g_string_append_c (writer->text, bracket);
  writer->depth++;
  writer->fresh = TRUE;
}

static void
close_level (ScenarioWriter *writer, char bracket)
{
  g_assert (writer->depth > 0);
  writer->depth--;
  if (!writer->fresh)
    write_indent (writer);
  writer->fresh = FALSE;
  g_string_append_c (writer->text, bracket);
}

void
scenario_writer_begin_object (ScenarioWriter *writer, const char *name)
{
  open_level (writer, name, '{');
}

void
scenario_writer_end_object (ScenarioWriter *writer)
{
  close_level (writer, '}');
}

void
scenario_writer_begin_array (ScenarioWriter *writer, const char *name)
{
  open_level (writer, name, '[');
}

void
scenario_writer_end_array (ScenarioWriter *writer)
{
  close_level (writer, ']');
}

void
scenario_writer_string (ScenarioWriter *writer, const char *name, const char *value)
{
  begin_value (writer, name);
  write_quoted (writer, value);
}

void
scenario_writer_plain (ScenarioWriter *writer, const char *name, const char *text, guint most,
                       gboolean lines)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) plain = g_string_new (NULL);
  guint n = 0;

  for (const char *at = valid; *at != '\0' && n < most; at = g_utf8_next_char (at), n++) {
    gunichar character = g_utf8_get_char (at);
    gboolean fit = scenario_is_plain (character) || (lines && character == '\n');

    g_string_append_unichar (plain, fit ? character : ' ');
  }
  scenario_writer_string (writer, name, plain->len > 0 || lines ? plain->str : "–");
}

void
scenario_writer_boolean (ScenarioWriter *writer, const char *name, gboolean value)
{
  begin_value (writer, name);
  g_string_append (writer->text, value ? "true" : "false");
}

void
scenario_writer_integer (ScenarioWriter *writer, const char *name, gint64 value)
{
  g_assert (ABS (value) < G_GINT64_CONSTANT (1) << 53);
  begin_value (writer, name);
  g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, value);
}

void
scenario_writer_float (ScenarioWriter *writer, const char *name, float value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_assert (isfinite (value));
  begin_value (writer, name);
  /* Nine digits tell every two floats apart; both zeros are one.  */
  g_string_append (writer->text, value == 0 ? "0" : g_ascii_formatd (buffer, sizeof buffer, "%.9g",
                                                                     (double) value));
}

void
scenario_writer_hex64 (ScenarioWriter *writer, const char *name, guint64 value)
{
  begin_value (writer, name);
  g_string_append_printf (writer->text, "\"%016" G_GINT64_MODIFIER "x\"", value);
}

void
scenario_writer_end_line (ScenarioWriter *writer)
{
  g_assert (writer->depth == 0);
  g_string_append_c (writer->text, '\n');
  writer->fresh = TRUE;
}

/* ---- Files --------------------------------------------------------------------------------- */

static gboolean
set_write_error (GError **error, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ, _ ("%1$s can not be written: %2$s"),
               name, reason);
  return FALSE;
}

gboolean
scenario_file_write (const char *path, const char *bytes, gsize length, GError **error)
{
  g_autoptr (GError) why = NULL;
  g_autofree char *again = NULL;
  gsize n_again;

  if (!g_file_set_contents_full (path, bytes, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0600, &why))
    return set_write_error (error, path, why->message);
  if (!g_file_get_contents (path, &again, &n_again, &why))
    return set_write_error (error, path, why->message);
  if (n_again != length || memcmp (again, bytes, length) != 0)
    return set_write_error (error, path, _ ("what was read again differs"));
  return TRUE;
}

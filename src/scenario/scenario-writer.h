/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing strict JSON, and files that are whole or absent (for this room and `campaign`).
 *
 * What the writer writes, the gate takes: UTF-8 is made valid, numbers are finite and the same in
 * every locale, a float comes back as the same float.  */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  GString *text;
  gboolean pretty; /* indented by two; else everything on one line */
  guint depth;
  gboolean fresh;  /* nothing in this object or array yet */
} ScenarioWriter;

/* Free with scenario_writer_clear(), or take the text with scenario_writer_end().  */
void scenario_writer_init (ScenarioWriter *writer, gboolean pretty);
void scenario_writer_clear (ScenarioWriter *writer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScenarioWriter, scenario_writer_clear)

/* `name` is a member's key; NULL in an array and for the whole text.  Keys are not checked for
 * being given twice.  */
void scenario_writer_begin_object (ScenarioWriter *writer, const char *name);
void scenario_writer_end_object (ScenarioWriter *writer);
void scenario_writer_begin_array (ScenarioWriter *writer, const char *name);
void scenario_writer_end_array (ScenarioWriter *writer);
void scenario_writer_string (ScenarioWriter *writer, const char *name, const char *value);
/* A text as the readers take one: valid, with blanks for what is not plain, its first `most` characters.  `lines`: it
 * may have several, and may be empty; else an empty one or NULL becomes a dash.  */
void scenario_writer_plain (ScenarioWriter *writer, const char *name, const char *text, guint most,
                            gboolean lines);
void scenario_writer_boolean (ScenarioWriter *writer, const char *name, gboolean value);
/* Within ±(2^53 - 1).  */
void scenario_writer_integer (ScenarioWriter *writer, const char *name, gint64 value);
void scenario_writer_float (ScenarioWriter *writer, const char *name, float value);
/* Sixteen hexadecimal digits, as a string.  */
void scenario_writer_hex64 (ScenarioWriter *writer, const char *name, guint64 value);
/* Ends the line of a text written on one line; the next text begins.  */
void scenario_writer_end_line (ScenarioWriter *writer);

/* Writes a file whole or not at all, on the disk when it returns, then reads it again and
 * compares.  SCENARIO_ERROR_READ.  */
gboolean scenario_file_write (const char *path, const char *bytes, gsize length, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON Lines under an envelope: saves and replays; and lines that have none (private to this room).
 *
 * Line 1 is {format, version, length, sha256, state_hash}; length and sha256 cover the bytes
 * after it.  Each further line is one text.  */
#pragma once

#include "scenario/scenario-files.h"
#include "scenario/scenario-writer.h"

G_BEGIN_DECLS

typedef struct {
  char *bytes; /* the whole file */
  gsize length;
  const char *next;   /* the line to be read */
  guint line;         /* its number */
  guint64 state_hash; /* as the envelope has it */
  GPtrArray *problems;/* (borrowed) */
} ScenarioLines;

/* Reads a file and checks its envelope.  FALSE with a problem listed or `error` set.  Clear in
 * both cases.  */
gboolean scenario_lines_open (ScenarioLines *lines, const char *path, const char *format,
                              gint64 version, gsize max_bytes, GPtrArray *problems,
                              GError **error);
/* The same over bytes, which are copied.  */
gboolean scenario_lines_open_bytes (ScenarioLines *lines, const char *bytes, gsize length,
                                    const char *format, gint64 version, GPtrArray *problems);
/* The first lines of a file, from line 2 on and as many as lie within its first bytes; neither envelope
 * nor checksum is looked at.  */
gboolean scenario_lines_open_head (ScenarioLines *lines, const char *path, GPtrArray *problems,
                                   GError **error);
void scenario_lines_clear (ScenarioLines *lines);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScenarioLines, scenario_lines_clear)

/* The next line's text; NULL at the end, or when it can not be read (then *failed is set).  */
ScenarioDocument *scenario_lines_next (ScenarioLines *lines, gboolean *failed);

/* Envelope and lines as one; `lines` are complete texts, each ended by a newline.  */
char *scenario_lines_make (const char *format, gint64 version, guint64 state_hash,
                           const GString *lines, gsize *length);

/* TRUE when the first line alone is a text that begins with this format; what `validate` asks.  */
gboolean scenario_lines_is (const char *bytes, gsize length, const char *format);

/* A file that grows has no envelope: journals and tapes.  The bytes of its line number `line`, from *next, which goes
 * on behind it, without the newline; NULL at the end and, with a warning listed, when it is cut off.  */
const char *scenario_lines_take (const char **next, const char *end, guint line, GPtrArray *problems,
                                 gsize *length);
/* Such bytes as a text; NULL with problems listed.  */
ScenarioDocument *scenario_lines_parse (const char *text, gsize length, guint line,
                                        GPtrArray *problems);

G_END_DECLS

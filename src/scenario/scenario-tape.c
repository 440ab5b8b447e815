/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/scenario-tape.h"

#include "scenario/scenario-files.h"
#include "scenario/scenario-gate.h"
#include "scenario/scenario-lines.h"
#include "scenario/scenario-log.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TAPE_FORMAT  "handler-one/tape"
#define TAPE_VERSION 1

#define MOST_NAME     120 /* characters of a title or speaker */
#define MOST_SCENARIO 4096
#define MOST_MS       86400000 /* a day */
#define MOST_SEGMENT  9999
#define MOST_MACHINE  65535
#define DAY_S         86400

static const char *const kind_names[] = {"said", "sound", "unheard", "ended", "end"};
typedef enum { KIND_SAID, KIND_SOUND, KIND_UNHEARD, KIND_ENDED, KIND_END } Kind;

static const char *const by_names[] = {"pilot", "handler", "desk"};
G_STATIC_ASSERT (G_N_ELEMENTS (by_names) == SCENARIO_TAPE_N_SPEAKERS);

static const char *const class_names[] = {
#define X(constant, name) name,
    SIM_AIR_CLASS_LIST (X)
#undef X
};

static const char *const reason_names[] = {
#define X(constant, name) name,
    SCENARIO_TAPE_REASON_LIST (X)
#undef X
};

void
scenario_tape_line_free (ScenarioTapeLine *line)
{
  g_free (line->speaker);
  g_free (line->event);
  g_free (line->text);
  g_free (line);
}

/* ---- Writing ------------------------------------------------------------------------------- */

static char *
end_line (ScenarioWriter *writer)
{
  scenario_writer_end_object (writer);
  scenario_writer_end_line (writer);
  return g_strndup (writer->text->str, writer->text->len);
}

static void
begin_line (ScenarioWriter *writer, Kind kind, guint64 id)
{
  scenario_writer_init (writer, FALSE);
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "kind", kind_names[kind]);
  if (id != 0)
    scenario_writer_integer (writer, "id", (gint64) id);
}

char *
scenario_tape_write_head (const ScenarioTapeHead *head)
{
  g_auto (ScenarioWriter) writer;

  scenario_writer_init (&writer, FALSE);
  scenario_writer_begin_object (&writer, NULL);
  scenario_writer_string (&writer, "format", TAPE_FORMAT);
  scenario_writer_integer (&writer, "version", TAPE_VERSION);
  scenario_writer_plain (&writer, "scenario", head->scenario, MOST_SCENARIO, FALSE);
  scenario_writer_plain (&writer, "title", head->title, MOST_NAME, FALSE);
  scenario_writer_integer (&writer, "seed", (gint64) MIN (head->seed, SCENARIO_GATE_INTEGER));
  scenario_writer_integer (&writer, "begun_us", head->begun_us);
  scenario_writer_integer (&writer, "clock_s", head->clock_s);
  scenario_writer_integer (&writer, "tick", head->tick);
  return end_line (&writer);
}

char *
scenario_tape_write_said (const ScenarioTapeLine *line)
{
  g_auto (ScenarioWriter) writer;

  begin_line (&writer, KIND_SAID, line->id);
  scenario_writer_integer (&writer, "tick", line->tick);
  scenario_writer_string (&writer, "by", by_names[line->by]);
  scenario_writer_plain (&writer, "speaker", line->speaker, MOST_NAME, FALSE);
  if (line->machine >= 0)
    scenario_writer_integer (&writer, "machine", MIN (line->machine, MOST_MACHINE));
  scenario_writer_string (&writer, "class", class_names[line->air_class]);
  scenario_writer_string (&writer, "event", line->event);
  scenario_writer_integer (&writer, "air_ms", MIN (line->air_ms, MOST_MS));
  scenario_writer_plain (&writer, "text", line->text, SCENARIO_TAPE_TEXT, TRUE);
  return end_line (&writer);
}

char *
scenario_tape_write_sound (const ScenarioTapeLine *line)
{
  g_auto (ScenarioWriter) writer;

  begin_line (&writer, KIND_SOUND, line->id);
  scenario_writer_integer (&writer, "segment", CLAMP (line->segment, 1, MOST_SEGMENT));
  scenario_writer_integer (&writer, "at_ms", MIN (line->at_ms, MOST_MS));
  scenario_writer_integer (&writer, "tape_ms", MIN (line->tape_ms, MOST_MS));
  scenario_writer_integer (&writer, "length_ms", MIN (line->length_ms, MOST_MS));
  return end_line (&writer);
}

char *
scenario_tape_write_unheard (const ScenarioTapeLine *line)
{
  g_auto (ScenarioWriter) writer;

  begin_line (&writer, KIND_UNHEARD, line->id);
  scenario_writer_string (&writer, "why", reason_names[line->unheard]);
  return end_line (&writer);
}

char *
scenario_tape_write_ended (const ScenarioTapeLine *line)
{
  g_auto (ScenarioWriter) writer;

  begin_line (&writer, KIND_ENDED, line->id);
  scenario_writer_integer (&writer, "tick", line->end);
  scenario_writer_integer (&writer, "lost", MIN (line->n_lost, SIM_MAX_LOST_WORDS));
  scenario_writer_boolean (&writer, "cut", line->cut);
  scenario_writer_plain (&writer, "text", line->text, SCENARIO_TAPE_TEXT, TRUE);
  return end_line (&writer);
}

char *
scenario_tape_write_end (SimTick tick, const char *why)
{
  g_auto (ScenarioWriter) writer;

  begin_line (&writer, KIND_END, 0);
  scenario_writer_integer (&writer, "tick", tick);
  if (why != NULL)
    scenario_writer_plain (&writer, "why", why, SCENARIO_TAPE_TEXT, FALSE);
  return end_line (&writer);
}

/* ---- Reading ------------------------------------------------------------------------------- */

typedef struct {
  const char *next, *end;
  guint n;           /* of the line */
  GPtrArray *problems;
  SimTick tick;      /* that was reached */
  ScenarioTape *tape; /* borrowed */
} Reader;

void
scenario_tape_free (ScenarioTape *tape)
{
  g_free (tape->head.scenario);
  g_free (tape->head.title);
  g_ptr_array_unref (tape->lines);
  g_free (tape->why);
  g_free (tape);
}

/* The next line if it is whole; NULL at the end and at what can not be read on.  */
static ScenarioDocument *
next_line (Reader *reader)
{
  gsize length;
  const char *text;

  reader->n++;
  text = scenario_lines_take (&reader->next, reader->end, reader->n, reader->problems, &length);
  return text != NULL ? scenario_lines_parse (text, length, reader->n, reader->problems) : NULL;
}

static guint
read_ms (ScenarioObject *object, const char *name)
{
  return (guint) scenario_value_integer (scenario_object_require (object, name), 0, MOST_MS);
}

static SimTick
read_tick (Reader *reader, ScenarioObject *object)
{
  SimTick tick = scenario_log_read_tick (object, "tick");

  if (tick < reader->tick)
    scenario_value_error (object->value, SCENARIO_CODE_ORDER, _ ("earlier than the line before it"));
  reader->tick = MAX (reader->tick, tick);
  return tick;
}

static int
compare_id (gconstpointer a, gconstpointer b)
{
  guint64 one = (*(const ScenarioTapeLine *const *) a)->id;
  guint64 other = *(const guint64 *) b;

  return one < other ? -1 : one > other;
}

/* The transmission that the line is about; NULL with a problem.  */
static ScenarioTapeLine *
read_about (Reader *reader, ScenarioObject *object)
{
  ScenarioValue value = scenario_object_require (object, "id");
  guint64 id = (guint64) scenario_value_integer (value, 1, SCENARIO_GATE_INTEGER);
  GPtrArray *lines = reader->tape->lines;
  gsize low = 0, high = lines->len;

  while (low < high) {
    gsize middle = (low + high) / 2;
    int order = compare_id (&lines->pdata[middle], &id);

    if (order == 0)
      return lines->pdata[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("nothing of this id was said"));
  return NULL;
}

static void
read_said (Reader *reader, ScenarioObject *object)
{
  ScenarioTapeLine *line = g_new0 (ScenarioTapeLine, 1);
  ScenarioValue id = scenario_object_require (object, "id");
  GPtrArray *lines = reader->tape->lines;
  const ScenarioTapeLine *last = lines->len > 0 ? lines->pdata[lines->len - 1] : NULL;

  line->id = (guint64) scenario_value_integer (id, 1, SCENARIO_GATE_INTEGER);
  if (last != NULL && line->id <= last->id)
    scenario_value_error (id, SCENARIO_CODE_ORDER, _ ("not greater than the one before it"));
  line->tick = read_tick (reader, object);
  line->by = scenario_value_choice (scenario_object_require (object, "by"), by_names,
                                    G_N_ELEMENTS (by_names));
  line->speaker = scenario_value_line (scenario_object_require (object, "speaker"), 1, MOST_NAME);
  line->machine =
      (int) scenario_object_integer_or (object, "machine", 0, MOST_MACHINE, -1);
  line->air_class = scenario_value_choice (scenario_object_require (object, "class"), class_names,
                                           G_N_ELEMENTS (class_names));
  line->event = scenario_value_id (scenario_object_require (object, "event"));
  line->air_ms = read_ms (object, "air_ms");
  line->text = scenario_value_text (scenario_object_require (object, "text"), 0, SCENARIO_TAPE_TEXT);
  g_ptr_array_add (lines, line);
}

static void
read_sound (Reader *reader, ScenarioObject *object)
{
  ScenarioTapeLine *line = read_about (reader, object);
  guint segment = (guint) scenario_value_integer (scenario_object_require (object, "segment"), 1,
                                                  MOST_SEGMENT);
  guint at_ms = read_ms (object, "at_ms");
  guint tape_ms = read_ms (object, "tape_ms");
  guint length_ms = read_ms (object, "length_ms");

  if (line == NULL)
    return;
  line->segment = segment;
  line->at_ms = at_ms;
  line->tape_ms = tape_ms;
  line->length_ms = length_ms;
}

static void
read_unheard (Reader *reader, ScenarioObject *object)
{
  ScenarioTapeLine *line = read_about (reader, object);
  guint why = scenario_value_choice (scenario_object_require (object, "why"), reason_names,
                                     G_N_ELEMENTS (reason_names));

  if (line != NULL)
    line->unheard = why;
}

static void
read_ended (Reader *reader, ScenarioObject *object)
{
  ScenarioTapeLine *line = read_about (reader, object);
  SimTick tick = read_tick (reader, object);
  guint n_lost = (guint) scenario_value_integer (scenario_object_require (object, "lost"), 0,
                                                 SIM_MAX_LOST_WORDS);
  gboolean cut = scenario_value_boolean (scenario_object_require (object, "cut"));
  g_autofree char *text =
      scenario_value_text (scenario_object_require (object, "text"), 0, SCENARIO_TAPE_TEXT);

  if (line == NULL)
    return;
  line->ended = TRUE;
  line->end = tick;
  line->n_lost = n_lost;
  line->cut = cut;
  g_free (line->text);
  line->text = g_steal_pointer (&text);
}

static void
read_end (Reader *reader, ScenarioObject *object)
{
  ScenarioValue why = scenario_object_get (object, "why");

  reader->tape->ended = TRUE;
  read_tick (reader, object);
  if (scenario_value_is_some (why) && reader->tape->why == NULL)
    reader->tape->why = scenario_value_line (why, 1, SCENARIO_TAPE_TEXT);
}

static void
read_entry (Reader *reader, ScenarioDocument *document)
{
  static void (*const read[]) (Reader *, ScenarioObject *) = {read_said, read_sound, read_unheard,
                                                              read_ended, read_end};
  ScenarioObject object;
  int kind;

  if (!scenario_object_begin (&object, scenario_document_root (document)))
    return;
  kind = scenario_value_try_choice (scenario_object_require (&object, "kind"), kind_names,
                                    G_N_ELEMENTS (kind_names));
  if (kind < 0)
    return;
  read[kind](reader, &object);
  scenario_object_end (&object);
}

static gboolean
read_head (Reader *reader)
{
  g_autoptr (ScenarioDocument) document = next_line (reader);
  ScenarioTapeHead *head = &reader->tape->head;
  ScenarioObject object;

  if (document == NULL) {
    if (!scenario_problems_fatal (reader->problems))
      scenario_problem_add (reader->problems, SCENARIO_PROBLEM_ERROR, 1, 1, "/",
                            SCENARIO_CODE_TRUNCATED, _ ("the file ends within its first line"));
    return FALSE;
  }
  if (!scenario_object_begin (&object, scenario_document_root (document)) ||
      !scenario_object_read_head (&object, TAPE_FORMAT, TAPE_VERSION))
    return FALSE;
  head->scenario = scenario_value_line (scenario_object_require (&object, "scenario"), 1, MOST_SCENARIO);
  head->title = scenario_value_line (scenario_object_require (&object, "title"), 1, MOST_NAME);
  head->seed = (guint64) scenario_value_integer (scenario_object_require (&object, "seed"), 0,
                                                 SCENARIO_GATE_INTEGER);
  head->begun_us = scenario_value_integer (scenario_object_require (&object, "begun_us"), 1,
                                           SCENARIO_GATE_INTEGER);
  head->clock_s = (guint) scenario_value_integer (scenario_object_require (&object, "clock_s"), 0,
                                                  DAY_S - 1);
  head->tick = read_tick (reader, &object);
  scenario_object_end (&object);
  return !scenario_problems_fatal (reader->problems);
}

/* A line with a fault has left something half read: it is taken out again.  */
static void
forget_faulty (Reader *reader, guint n_before)
{
  if (reader->tape->lines->len > n_before)
    g_ptr_array_set_size (reader->tape->lines, (int) n_before);
}

static void
read_lines (Reader *reader)
{
  while (!scenario_problems_fatal (reader->problems)) {
    g_autoptr (ScenarioDocument) document = next_line (reader);
    guint n_before = reader->tape->lines->len;

    if (document == NULL)
      return;
    read_entry (reader, document);
    if (scenario_problems_fatal (reader->problems))
      forget_faulty (reader, n_before);
  }
}

ScenarioTape *
scenario_tape_read (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (ScenarioTape) tape = g_new0 (ScenarioTape, 1);
  g_autofree char *bytes = NULL;
  Reader reader = {.problems = problems, .tape = tape};
  gsize length;

  tape->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_tape_line_free);
  bytes = scenario_file_read (path, SCENARIO_GATE_REPLAY_BYTES, &length, problems, error);
  if (bytes == NULL)
    return NULL;
  reader.next = bytes;
  reader.end = bytes + length;
  if (!read_head (&reader))
    return NULL;
  read_lines (&reader);
  tape->end = reader.tick;
  return g_steal_pointer (&tape);
}

/* ---- Words --------------------------------------------------------------------------------- */

char *
scenario_tape_format_clock (const ScenarioTape *tape, SimTick tick)
{
  guint s = (tape->head.clock_s + tick / SIM_TICKS_PER_SECOND) % DAY_S;

  return g_strdup_printf ("%02u:%02u:%02u", s / 3600, s / 60 % 60, s % 60);
}

char *
scenario_tape_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

gboolean
scenario_tape_line_has (const ScenarioTapeLine *line, const char *folded)
{
  g_autofree char *all = g_strconcat (line->speaker, "\n", line->text, NULL);
  g_autofree char *words = scenario_tape_fold (all);
  g_auto (GStrv) wanted = g_strsplit_set (folded, " \t\n", -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (strstr (words, wanted[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
append_moment (GString *out, guint ms)
{
  g_string_append_printf (out, "%02u:%02u:%02u.%03u", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60,
                          ms % 1000);
}

/* WebVTT has &, < and > escaped; an empty line would end the cue.  */
static void
append_words (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '&')
      g_string_append (out, "&amp;");
    else if (*at == '<')
      g_string_append (out, "&lt;");
    else if (*at == '>')
      g_string_append (out, "&gt;");
    else
      g_string_append_c (out, *at == '\n' ? ' ' : *at);
  }
}

static void
append_cue (GString *out, const ScenarioTapeLine *line, guint from_ms)
{
  guint begin = line->tape_ms - from_ms;

  append_moment (out, begin);
  g_string_append (out, " --> ");
  append_moment (out, begin + MAX (line->length_ms, 1));
  g_string_append (out, "\n<v ");
  append_words (out, line->speaker);
  g_string_append_c (out, '>');
  append_words (out, line->text);
  g_string_append (out, "\n\n");
}

char *
scenario_tape_captions (const ScenarioTape *tape, guint from_ms, guint length_ms)
{
  GString *out = g_string_new ("WEBVTT\n\n");
  guint64 until = length_ms == 0 ? G_MAXUINT : (guint64) from_ms + length_ms;

  for (guint i = 0; i < tape->lines->len; i++) {
    const ScenarioTapeLine *line = g_ptr_array_index (tape->lines, i);

    if (line->segment != 0 && line->tape_ms >= from_ms && line->tape_ms < until)
      append_cue (out, line, from_ms);
  }
  return g_string_free (out, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/scenario-journal.h"

#include "scenario/scenario-command.h"
#include "scenario/scenario-formats.h"
#include "scenario/scenario-gate.h"
#include "scenario/scenario-lines.h"
#include "scenario/scenario-log.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define JOURNAL_FORMAT  "handler-one/journal"
#define JOURNAL_VERSION 1
/* {"seal":"0123456789abcdef", is what each line begins with.  */
#define SEAL_KEY  "{\"seal\":\""
#define SEALED_AT (strlen (SEAL_KEY) + SCENARIO_JOURNAL_SEAL + strlen ("\","))

static const char *const kind_names[] = {
#define X(constant, name) name,
    SCENARIO_JOURNAL_LIST (X)
#undef X
};

void
scenario_journal_entry_clear (ScenarioJournalEntry *entry)
{
  g_clear_pointer (&entry->text, g_free);
}

GArray *
scenario_journal_entries_new (void)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (ScenarioJournalEntry));

  g_array_set_clear_func (entries, (GDestroyNotify) scenario_journal_entry_clear);
  return entries;
}

void
scenario_journal_head_of (ScenarioJournalHead *head, const ScenarioSave *save)
{
  *head = (ScenarioJournalHead){
      .begun_us = save->log->session.begun_us,
      .number = save->log->session.number,
      .tick = save->log->end,
      .state_hash = scenario_log_last_hash (save->log),
  };
}

/* ---- Seals --------------------------------------------------------------------------------- */

/* Over the seal before and what stands behind the line's own.  */
static void
make_seal (char seal[SCENARIO_JOURNAL_SEAL + 1], const char *before, const char *rest, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) before, (gssize) strlen (before));
  g_checksum_update (checksum, (const guchar *) rest, (gssize) length);
  g_strlcpy (seal, g_checksum_get_string (checksum), SCENARIO_JOURNAL_SEAL + 1);
}

/* ---- Writing ------------------------------------------------------------------------------- */

/* Ends the line that began at `from` with an open object; its seal is put where zeros stand.  */
static void
end_line (ScenarioJournalWriter *writer, ScenarioWriter *line)
{
  GString *text = line->text;

  scenario_writer_end_object (line);
  make_seal (writer->seal, writer->seal, text->str + SEALED_AT, text->len - SEALED_AT);
  memcpy (text->str + strlen (SEAL_KEY), writer->seal, SCENARIO_JOURNAL_SEAL);
  g_string_append_len (writer->lines, text->str, (gssize) text->len);
  g_string_append_c (writer->lines, '\n');
}

static void
begin_line (ScenarioWriter *line)
{
  scenario_writer_init (line, FALSE);
  scenario_writer_begin_object (line, NULL);
  scenario_writer_hex64 (line, "seal", 0);
}

void
scenario_journal_writer_init (ScenarioJournalWriter *writer, const ScenarioJournalHead *head)
{
  g_auto (ScenarioWriter) line;

  *writer = (ScenarioJournalWriter){.lines = g_string_new (NULL)};
  begin_line (&line);
  scenario_writer_string (&line, "format", JOURNAL_FORMAT);
  scenario_writer_integer (&line, "version", JOURNAL_VERSION);
  scenario_writer_integer (&line, "begun_us", head->begun_us);
  scenario_writer_integer (&line, "number", head->number);
  scenario_writer_integer (&line, "tick", head->tick);
  scenario_writer_hex64 (&line, "state_hash", head->state_hash);
  end_line (writer, &line);
}

void
scenario_journal_writer_clear (ScenarioJournalWriter *writer)
{
  if (writer->lines != NULL)
    g_string_free (g_steal_pointer (&writer->lines), TRUE);
}

static void
write_notice (ScenarioWriter *line, const ScenarioJournalEntry *entry)
{
  scenario_writer_plain (line, "text", entry->text, SCENARIO_JOURNAL_TEXT, TRUE);
  if (entry->moves_bearings)
    scenario_target_write (line, "bearings", &entry->bearings);
}

static void
write_other (ScenarioWriter *line, const ScenarioJournalEntry *entry)
{
  scenario_writer_string (line, "kind", kind_names[entry->kind]);
  scenario_writer_integer (line, "tick", entry->tick);
  if (entry->kind == SCENARIO_JOURNAL_STAFF)
    scenario_writer_integer (line, "order", entry->order);
  else if (entry->kind == SCENARIO_JOURNAL_NOTICE)
    write_notice (line, entry);
  else if (entry->kind == SCENARIO_JOURNAL_CLOCK)
    scenario_writer_float (line, "speed", (float) entry->speed);
}

void
scenario_journal_writer_add (ScenarioJournalWriter *writer, const ScenarioJournalEntry *entry)
{
  g_auto (ScenarioWriter) line;

  begin_line (&line);
  if (entry->kind <= SCENARIO_JOURNAL_ACT)
    scenario_log_write_command (&line, &entry->given);
  else if (entry->kind == SCENARIO_JOURNAL_HASHES)
    scenario_log_write_hashes (&line, &entry->hashes);
  else
    write_other (&line, entry);
  end_line (writer, &line);
}

G_STATIC_ASSERT ((int) SCENARIO_JOURNAL_COMMAND == SCENARIO_LOG_COMMAND &&
                 (int) SCENARIO_JOURNAL_EDIT == SCENARIO_LOG_EDIT &&
                 (int) SCENARIO_JOURNAL_QUEUE == SCENARIO_LOG_QUEUE &&
                 (int) SCENARIO_JOURNAL_ACT == SCENARIO_LOG_ACT);

/* ---- Reading ------------------------------------------------------------------------------- */

typedef struct {
  const char *next, *end;
  guint line;
  GPtrArray *problems;
  char seal[SCENARIO_JOURNAL_SEAL + 1];
  ScenarioJournal *journal; /* (owned) */
} Reader;

void
scenario_journal_free (ScenarioJournal *journal)
{
  g_array_unref (journal->entries);
  g_free (journal);
}

static gboolean
refuse (Reader *reader, const char *code, const char *message)
{
  scenario_problem_add (reader->problems, SCENARIO_PROBLEM_ERROR, reader->line, 1, "/", code, "%s",
                        message);
  return FALSE;
}

static gboolean
check_seal (Reader *reader, const char *text, gsize length)
{
  char seal[SCENARIO_JOURNAL_SEAL + 1];

  if (length <= SEALED_AT || memcmp (text, SEAL_KEY, strlen (SEAL_KEY)) != 0 ||
      memcmp (text + SEALED_AT - 2, "\",", 2) != 0)
    return refuse (reader, SCENARIO_CODE_CHECKSUM, _ ("the line does not begin with its seal"));
  make_seal (seal, reader->seal, text + SEALED_AT, length - SEALED_AT);
#ifndef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
  if (memcmp (text + strlen (SEAL_KEY), seal, SCENARIO_JOURNAL_SEAL) != 0)
    return refuse (reader, SCENARIO_CODE_CHECKSUM,
                   _ ("the line is damaged, or not the one that followed: its seal is broken"));
#endif
  memcpy (reader->seal, seal, sizeof seal);
  return TRUE;
}

/* The next line if it is whole and sealed; NULL at the end and at what can not be read on.  */
static ScenarioDocument *
next_line (Reader *reader)
{
  gsize length;
  const char *text;

  reader->line++;
  text = scenario_lines_take (&reader->next, reader->end, reader->line, reader->problems, &length);
  if (text == NULL || !check_seal (reader, text, length))
    return NULL;
  return scenario_lines_parse (text, length, reader->line, reader->problems);
}

static void
check_order (Reader *reader, ScenarioValue value, SimTick tick)
{
  if (tick < scenario_journal_last_tick (reader->journal))
    scenario_value_error (value, SCENARIO_CODE_ORDER, _ ("earlier than the line before it"));
}

static void
read_notice (ScenarioObject *object, ScenarioJournalEntry *entry)
{
  ScenarioValue bearings = scenario_object_get (object, "bearings");

  entry->text =
      scenario_value_text (scenario_object_require (object, "text"), 0, SCENARIO_JOURNAL_TEXT);
  entry->moves_bearings = scenario_value_is_some (bearings);
  if (entry->moves_bearings)
    entry->bearings = scenario_target_read_value (bearings);
}

static void
read_other (ScenarioObject *object, ScenarioJournalEntry *entry)
{
  entry->tick = scenario_log_read_tick (object, "tick");
  if (entry->kind == SCENARIO_JOURNAL_STAFF)
    entry->order = (guint32) scenario_value_integer (scenario_object_require (object, "order"), 1,
                                                     G_MAXUINT32);
  else if (entry->kind == SCENARIO_JOURNAL_NOTICE)
    read_notice (object, entry);
  else if (entry->kind == SCENARIO_JOURNAL_CLOCK)
    entry->speed = scenario_value_number (scenario_object_require (object, "speed"), 0.5, 60);
}

static void
read_members (ScenarioObject *object, ScenarioJournalEntry *entry)
{
  if (entry->kind == SCENARIO_JOURNAL_HASHES) {
    entry->hashes = scenario_log_read_hashes (object);
    entry->tick = entry->hashes.tick;
  } else if (entry->kind <= SCENARIO_JOURNAL_ACT) {
    /* The first kinds of entries are those of the log, in its order.  */
    entry->given = scenario_log_read_command (object, (ScenarioLogKind) entry->kind);
    entry->tick = entry->given.tick;
  } else {
    read_other (object, entry);
  }
}

/* An entry is kept only when nothing is wrong with it.  */
static void
read_entry (Reader *reader, ScenarioDocument *document)
{
  ScenarioJournalEntry entry = {0};
  ScenarioObject object;
  int kind;

  if (!scenario_object_begin (&object, scenario_document_root (document)))
    return;
  scenario_value_hex64 (scenario_object_require (&object, "seal"));
  kind = scenario_value_try_choice (scenario_object_require (&object, "kind"), kind_names,
                                    G_N_ELEMENTS (kind_names));
  if (kind < 0)
    return;
  entry.kind = (ScenarioJournalKind) kind;
  read_members (&object, &entry);
  check_order (reader, object.value, entry.tick);
  scenario_object_end (&object);
  if (scenario_problems_fatal (reader->problems))
    scenario_journal_entry_clear (&entry);
  else
    g_array_append_val (reader->journal->entries, entry);
}

static gboolean
read_head (Reader *reader)
{
  g_autoptr (ScenarioDocument) document = next_line (reader);
  ScenarioJournalHead *head = &reader->journal->head;
  ScenarioObject object;

  if (document == NULL) {
    if (!scenario_problems_fatal (reader->problems))
      refuse (reader, SCENARIO_CODE_TRUNCATED, _ ("the file ends within its first line"));
    return FALSE;
  }
  if (!scenario_object_begin (&object, scenario_document_root (document)) ||
      !scenario_object_read_head (&object, JOURNAL_FORMAT, JOURNAL_VERSION))
    return FALSE;
  scenario_value_hex64 (scenario_object_require (&object, "seal"));
  head->begun_us = scenario_value_integer (scenario_object_require (&object, "begun_us"), 1,
                                           SCENARIO_GATE_INTEGER);
  head->number = (guint) scenario_value_integer (scenario_object_require (&object, "number"), 1,
                                                 G_MAXINT32);
  head->tick = scenario_log_read_tick (&object, "tick");
  head->state_hash = scenario_value_hex64 (scenario_object_require (&object, "state_hash"));
  scenario_object_end (&object);
  return !scenario_problems_fatal (reader->problems);
}

ScenarioJournal *
scenario_journal_read (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (ScenarioJournal) journal = g_new0 (ScenarioJournal, 1);
  g_autofree char *bytes = NULL;
  Reader reader = {.problems = problems, .journal = journal};
  gsize length;

  journal->entries = scenario_journal_entries_new ();
  bytes = scenario_file_read (path, SCENARIO_GATE_REPLAY_BYTES, &length, problems, error);
  if (bytes == NULL)
    return NULL;
  reader.next = bytes;
  reader.end = bytes + length;
  if (!read_head (&reader))
    return NULL;
  while (!scenario_problems_fatal (problems)) {
    g_autoptr (ScenarioDocument) document = next_line (&reader);

    if (document == NULL)
      break;
    read_entry (&reader, document);
  }
  return g_steal_pointer (&journal);
}

gboolean
scenario_journal_is_ended (const ScenarioJournal *journal)
{
  for (guint i = 0; i < journal->entries->len; i++)
    if (g_array_index (journal->entries, ScenarioJournalEntry, i).kind == SCENARIO_JOURNAL_END)
      return TRUE;
  return FALSE;
}

SimTick
scenario_journal_last_tick (const ScenarioJournal *journal)
{
  const GArray *entries = journal->entries;

  return entries->len > 0 ? g_array_index (entries, ScenarioJournalEntry, entries->len - 1).tick
                          : journal->head.tick;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal beside an autosave: what is written is read; a crash costs the last line at most; what was
 * changed, left out or put in is seen, and all that stands before it is still of use.  */
#include "scenario/scenario-journal.h"
#include "scenario/scenario-problems.h"

#include <glib/gstdio.h>
#include <string.h>

static const ScenarioJournalHead head = {1750000000000000, 7, 40, 0xfedcba9876543210u};

typedef struct {
  char *folder, *path;
  GArray *entries; /* as written */
  GString *text;   /* likewise */
} Fixture;

static void
add (Fixture *fixture, ScenarioJournalEntry entry)
{
  entry.given.tick = entry.hashes.tick = entry.tick;
  g_array_append_val (fixture->entries, entry);
}

/* One of each kind, and a line of the pencil.  */
#define N_ENTRIES (SCENARIO_JOURNAL_N_KINDS + 2)

static void
fill (Fixture *fixture)
{
  ScenarioJournalEntry entry = {.kind = SCENARIO_JOURNAL_COMMAND, .tick = 41};

  entry.given.command = (SimCommand){.id = 9, .verb = SIM_VERB_HOLD, .n_addressees = 1, .facing_deg = -1};
  entry.given.command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_ALL, 0};
  add (fixture, entry);
  add (fixture, (ScenarioJournalEntry){.kind = SCENARIO_JOURNAL_STAFF, .tick = 50, .order = 10});
  entry = (ScenarioJournalEntry){.kind = SCENARIO_JOURNAL_EDIT, .tick = 52};
  entry.given.is_edit = TRUE;
  entry.given.edit = (PictureEdit){.kind = PICTURE_EDIT_NAME, .track = 2};
  g_strlcpy (entry.given.edit.name, "Bär", sizeof entry.given.edit.name);
  add (fixture, entry);
  entry.given.edit = (PictureEdit){.kind = PICTURE_EDIT_DRAW, .ink = PICTURE_INK_GREEN, .n_points = 2};
  entry.given.edit.points[0] = base_vec (12.5f, 1.0f / 3);
  entry.given.edit.points[1] = base_vec (8000, 0);
  add (fixture, entry);
  entry = (ScenarioJournalEntry){.kind = SCENARIO_JOURNAL_QUEUE, .tick = 52};
  entry.given.is_queue = TRUE;
  entry.given.queue = (SimQueueEdit){.order = 9, .kind = SIM_QUEUE_EDIT_MOVE, .place = 1};
  add (fixture, entry);
  entry = (ScenarioJournalEntry){.kind = SCENARIO_JOURNAL_ACT, .tick = 53};
  entry.given.is_act = TRUE;
  entry.given.act = (ScenarioAct){.kind = SCENARIO_ACT_ASKED, .question = 3};
  add (fixture, entry);
  add (fixture, (ScenarioJournalEntry){.kind = SCENARIO_JOURNAL_HASHES,
                                       .tick = 60,
                                       .hashes = {.world = 0x0123456789abcdefu, .picture = 7}});
  add (fixture, (ScenarioJournalEntry){.kind = SCENARIO_JOURNAL_CLOCK, .tick = 60, .speed = 0.5});
  add (fixture, (ScenarioJournalEntry){.kind = SCENARIO_JOURNAL_NOTICE,
                                       .tick = 61,
                                       .text = g_strdup ("“Two”\nlines")});
  add (fixture, (ScenarioJournalEntry){.kind = SCENARIO_JOURNAL_NOTICE,
                                       .tick = 61,
                                       .text = g_strdup ("Bearings are from T07 now."),
                                       .moves_bearings = TRUE,
                                       .bearings = {.kind = SIM_TARGET_TRACK,
                                                    .number = 7,
                                                    .position = {120, 3400.5f}}});
  add (fixture, (ScenarioJournalEntry){.kind = SCENARIO_JOURNAL_END, .tick = 70});
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ScenarioJournalWriter writer;

  fixture->folder = g_dir_make_tmp ("handler-one-journal-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "autosave-1.h1journal", NULL);
  fixture->entries = scenario_journal_entries_new ();
  fill (fixture);
  scenario_journal_writer_init (&writer, &head);
  for (guint i = 0; i < fixture->entries->len; i++)
    scenario_journal_writer_add (&writer, &g_array_index (fixture->entries, ScenarioJournalEntry, i));
  fixture->text = g_steal_pointer (&writer.lines);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_array_unref (fixture->entries);
  g_string_free (fixture->text, TRUE);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_bytes (Fixture *fixture, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (fixture->path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
assert_same (const ScenarioJournalEntry *a, const ScenarioJournalEntry *b)
{
  g_assert_cmpuint (a->kind, ==, b->kind);
  g_assert_cmpuint (a->tick, ==, b->tick);
  g_assert_cmpuint (a->order, ==, b->order);
  g_assert_cmpfloat (a->speed, ==, b->speed);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpint (a->moves_bearings, ==, b->moves_bearings);
  g_assert_cmpint (a->bearings.kind, ==, b->bearings.kind);
  g_assert_cmpuint (a->bearings.number, ==, b->bearings.number);
  g_assert_cmpfloat (a->bearings.position.y, ==, b->bearings.position.y);
  g_assert_cmpint (memcmp (&a->given.command, &b->given.command, sizeof a->given.command), ==, 0);
  g_assert_cmpint (memcmp (&a->given.edit, &b->given.edit, sizeof a->given.edit), ==, 0);
  g_assert_cmpint (memcmp (&a->given.queue, &b->given.queue, sizeof a->given.queue), ==, 0);
  g_assert_cmpint (memcmp (&a->given.act, &b->given.act, sizeof a->given.act), ==, 0);
  g_assert_cmphex (a->hashes.world, ==, b->hashes.world);
  g_assert_cmphex (a->hashes.picture, ==, b->hashes.picture);
}

/* What could be read is the beginning of what was written; NULL: nothing could.  */
static ScenarioJournal *
read_beginning (Fixture *fixture, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  ScenarioJournal *journal = scenario_journal_read (fixture->path, problems, &error);

  g_assert_no_error (error);
  for (guint i = 0; journal != NULL && i < journal->entries->len; i++)
    assert_same (&g_array_index (journal->entries, ScenarioJournalEntry, i),
                 &g_array_index (fixture->entries, ScenarioJournalEntry, i));
  return journal;
}

static void
test_read_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (ScenarioJournal) journal = NULL;

  write_bytes (fixture, fixture->text->str, fixture->text->len);
  journal = read_beginning (fixture, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (journal->entries->len, ==, N_ENTRIES);
  g_assert_cmpint (memcmp (&journal->head, &head, sizeof head), ==, 0);
  g_assert_true (scenario_journal_is_ended (journal));
  g_assert_cmpuint (scenario_journal_last_tick (journal), ==, 70);
  g_assert_true (scenario_validate_file (fixture->path, problems, NULL));
}

static guint
count_lines (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '\n';
  return n;
}

/* Cut off anywhere, as by a crash: whole lines are there, half a line is a warning.  */
static void
test_every_truncation (Fixture *fixture, gconstpointer data)
{
  for (gsize length = 0; length < fixture->text->len; length += 2) {
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (ScenarioJournal) journal = NULL;
    guint lines = count_lines (fixture->text->str, length);
    gboolean whole = length > 0 && fixture->text->str[length - 1] == '\n';

    write_bytes (fixture, fixture->text->str, length);
    journal = read_beginning (fixture, problems);
    g_assert_cmpint (journal != NULL, ==, lines > 0);
    g_assert_cmpint (problems->len == 0, ==, whole);
    g_assert_cmpint (scenario_problems_fatal (problems), ==, journal == NULL);
    if (journal != NULL)
      g_assert_cmpuint (journal->entries->len, ==, lines - 1);
  }
}

/* Any byte changed: an error, in its line, and nothing of that line or after it is believed.  */
static void
test_every_byte (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = g_memdup2 (fixture->text->str, fixture->text->len);

  for (gsize at = 0; at < fixture->text->len; at += 3) {
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (ScenarioJournal) journal = NULL;
    guint lines = count_lines (bytes, at);

    bytes[at] ^= (char) (1 << at % 7);
    write_bytes (fixture, bytes, fixture->text->len);
    journal = read_beginning (fixture, problems);
    if (journal != NULL)
      g_assert_cmpuint (journal->entries->len, ==, MAX (lines, 1) - 1);
    /* The last newline alone: then the line is cut off.  */
    if (at < fixture->text->len - 1)
      g_assert_true (scenario_problems_fatal (problems));
    else
      g_assert_cmpuint (problems->len, ==, 1);
    bytes[at] = fixture->text->str[at];
  }
}

/* Lines left out or exchanged are sound each by itself.  */
static void
test_other_order (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) lines = g_strsplit (fixture->text->str, "\n", -1);
  guint n = g_strv_length (lines) - 1; /* behind the last newline there is nothing */

  for (guint left_out = 1; left_out + 1 < n; left_out++) {
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (ScenarioJournal) journal = NULL;
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < n; i++)
      if (i != left_out)
        g_string_append_printf (text, "%s\n", lines[i]);
    write_bytes (fixture, text->str, text->len);
    journal = read_beginning (fixture, problems);
    g_assert_cmpuint (journal->entries->len, ==, left_out - 1);
    g_assert_true (scenario_problems_fatal (problems));
  }
}

/* Whatever the console said is read again, if not to the letter.  */
static void
test_notices (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (3 * SCENARIO_JOURNAL_TEXT, 'x');
  const char *const texts[] = {"", "tab\there", "\x01\x7f", "caf\xe9", "\u202eback", longest};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    ScenarioJournalEntry entry = {.kind = SCENARIO_JOURNAL_NOTICE, .tick = 40, .text = (char *) texts[i]};
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (ScenarioJournal) journal = NULL;
    ScenarioJournalWriter writer;

    scenario_journal_writer_init (&writer, &head);
    scenario_journal_writer_add (&writer, &entry);
    write_bytes (fixture, writer.lines->str, writer.lines->len);
    scenario_journal_writer_clear (&writer);
    journal = scenario_journal_read (fixture->path, problems, NULL);
    g_assert_nonnull (journal);
    g_assert_cmpuint (problems->len, ==, 0);
    g_assert_cmpuint (journal->entries->len, ==, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add ("/scenario/journal/" path, Fixture, NULL, set_up, func, tear_down)
  TEST ("read-back", test_read_back);
  TEST ("every-truncation", test_every_truncation);
  TEST ("every-byte", test_every_byte);
  TEST ("other-order", test_other_order);
  TEST ("notices", test_notices);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of a tape: what is written is read; a crash costs the last line at most; what makes no sense ends the
 * reading and says where; words are found whatever their case.  And the folder: named, bounded, swept.  */
#include "scenario/scenario-tape.h"
#include "scenario/scenario-problems.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder, *path;
} Fixture;

static const ScenarioTapeHead head = {
    .scenario = (char *) "training", .title = (char *) "The Ford <b>", .seed = 7,
    .begun_us = G_GINT64_CONSTANT (1750000000000000), .clock_s = 86395, .tick = 40};

static const ScenarioTapeLine said[] = {
    {.id = 2, .tick = 41, .by = SCENARIO_TAPE_BY_PILOT, .speaker = (char *) "Kirschblüte", .machine = 3,
     .air_class = SIM_AIR_CONTACT, .event = (char *) "contact", .text = (char *) "Contact, FOUR & more at <D04>.",
     .air_ms = 2400, .ended = TRUE, .end = 60, .segment = 1, .at_ms = 20, .tape_ms = 20, .length_ms = 2300},
    {.id = 5, .tick = 61, .by = SCENARIO_TAPE_BY_HANDLER, .speaker = (char *) "Handler One", .machine = -1,
     .air_class = SIM_AIR_ORDER, .event = (char *) "order", .text = (char *) "Undertaker, ▒ G08.", .n_lost = 1,
     .ended = TRUE, .end = 80, .cut = TRUE, .segment = 2, .at_ms = 100, .tape_ms = 70100, .length_ms = 1000,
     .unheard = SCENARIO_TAPE_REQUESTED},
    {.id = 6, .tick = 80, .by = SCENARIO_TAPE_BY_DESK, .speaker = (char *) "Operator desk", .machine = -1,
     .air_class = SIM_AIR_TALK, .event = (char *) "desk-message", .text = (char *) "Two\nlines", .ended = TRUE,
     .end = 95, .unheard = SCENARIO_TAPE_THINNED},
};

static void
take (GString *out, char *line)
{
  g_string_append (out, line);
  g_free (line);
}

static GString *
write_all (void)
{
  GString *out = g_string_new (NULL);

  take (out, scenario_tape_write_head (&head));
  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    take (out, scenario_tape_write_said (&said[i]));
    if (said[i].segment != 0)
      take (out, scenario_tape_write_sound (&said[i]));
    if (said[i].unheard != SCENARIO_TAPE_NONE)
      take (out, scenario_tape_write_unheard (&said[i]));
    take (out, scenario_tape_write_ended (&said[i]));
  }
  take (out, scenario_tape_write_end (99, "The disk\nis full"));
  return out;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("handler-one-tape-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, SCENARIO_TAPE_INDEX, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->path);
  g_free (f->folder);
}

static ScenarioTape *
read_text (Fixture *f, const char *text, gssize length, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  ScenarioTape *tape;

  g_assert_true (g_file_set_contents_full (f->path, text, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  tape = scenario_tape_read (f->path, problems, &error);
  g_assert_no_error (error);
  return tape;
}

static void
assert_same (const ScenarioTapeLine *a, const ScenarioTapeLine *b)
{
  g_assert_cmpuint (a->id, ==, b->id);
  g_assert_cmpuint (a->tick, ==, b->tick);
  g_assert_cmpuint (a->by, ==, b->by);
  g_assert_cmpstr (a->speaker, ==, b->speaker);
  g_assert_cmpint (a->machine, ==, b->machine);
  g_assert_cmpuint (a->air_class, ==, b->air_class);
  g_assert_cmpstr (a->event, ==, b->event);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpuint (a->air_ms, ==, b->air_ms);
}

static void
assert_same_end (const ScenarioTapeLine *a, const ScenarioTapeLine *b)
{
  g_assert_cmpuint (a->ended, ==, b->ended);
  g_assert_cmpuint (a->end, ==, b->end);
  g_assert_cmpuint (a->n_lost, ==, b->n_lost);
  g_assert_cmpuint (a->cut, ==, b->cut);
  g_assert_cmpuint (a->segment, ==, b->segment);
  g_assert_cmpuint (a->at_ms, ==, b->at_ms);
  g_assert_cmpuint (a->tape_ms, ==, b->tape_ms);
  g_assert_cmpuint (a->length_ms, ==, b->length_ms);
  g_assert_cmpuint (a->unheard, ==, b->unheard);
}

static void
test_read_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = write_all ();
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (ScenarioTape) tape = read_text (f, text->str, (gssize) text->len, problems);
  g_autofree char *clock = scenario_tape_format_clock (tape, 61);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (tape->head.scenario, ==, head.scenario);
  g_assert_cmpstr (tape->head.title, ==, head.title);
  g_assert_cmpuint (tape->head.seed, ==, 7);
  g_assert_cmpint (tape->head.begun_us, ==, head.begun_us);
  g_assert_cmpuint (tape->lines->len, ==, G_N_ELEMENTS (said));
  for (guint i = 0; i < tape->lines->len; i++) {
    assert_same (tape->lines->pdata[i], &said[i]);
    assert_same_end (tape->lines->pdata[i], &said[i]);
  }
  g_assert_true (tape->ended);
  g_assert_cmpuint (tape->end, ==, 99);
  g_assert_cmpstr (tape->why, ==, "The disk is full");
  g_assert_cmpstr (clock, ==, "00:00:01"); /* past midnight */
  g_assert_true (scenario_validate_file (f->path, problems, NULL));
}

/* However much of it there is, what is whole is read, and nothing else.  */
static void
test_cut_anywhere (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = write_all ();
  gsize first = (gsize) (strchr (text->str, '\n') - text->str) + 1;
  guint most = 0;

  for (gsize length = 0; length < text->len; length++) {
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (ScenarioTape) tape = read_text (f, text->str, (gssize) length, problems);

    g_assert_true ((tape != NULL) == (length >= first));
    g_assert_true (scenario_problems_fatal (problems) == (length < first));
    for (guint i = 0; tape != NULL && i < tape->lines->len; i++)
      g_assert_cmpuint (((ScenarioTapeLine *) tape->lines->pdata[i])->id, ==, said[i].id);
    if (tape != NULL) {
      g_assert_cmpuint (tape->lines->len, >=, most);
      most = tape->lines->len;
    }
  }
  g_assert_cmpuint (most, ==, G_N_ELEMENTS (said));
}

/* Each fault has its line, and what stands before is still of use.  */
static void
test_faults (Fixture *f, gconstpointer data)
{
  static const struct {
    const char *line, *code;
  } faults[] = {
      {"{\"kind\":\"sound\",\"id\":3,\"segment\":1,\"at_ms\":0,\"tape_ms\":0,\"length_ms\":1}", SCENARIO_CODE_REFERENCE},
      {"{\"kind\":\"unheard\",\"id\":2,\"why\":\"tired\"}", SCENARIO_CODE_CHOICE},
      {"{\"kind\":\"ended\",\"id\":2,\"tick\":1,\"lost\":0,\"cut\":false,\"text\":\"\"}", SCENARIO_CODE_ORDER},
      {"{\"kind\":\"end\",\"tick\":900,\"why\":\"a\\nb\"}", SCENARIO_CODE_TEXT},
      {"{\"kind\":\"end\",\"tick\":900,\"tock\":1}", SCENARIO_CODE_UNKNOWN_KEY},
      {"{\"kind\":\"end\"", SCENARIO_CODE_SYNTAX},
      {"{\"kind\":\"said\",\"id\":2,\"tick\":900,\"by\":\"pilot\",\"speaker\":\"x\",\"class\":\"talk\",\"event\":\"a\","
       "\"air_ms\":0,\"text\":\"\"}", SCENARIO_CODE_ORDER},
      {"{\"kind\":\"said\",\"id\":9,\"tick\":900,\"by\":\"pilot\",\"speaker\":\"x\\u202e\",\"class\":\"talk\",\"event\":\"a\","
       "\"air_ms\":0,\"text\":\"\"}", SCENARIO_CODE_TEXT},
  };
  g_autofree char *start = scenario_tape_write_head (&head), *first = scenario_tape_write_said (&said[0]);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *text = g_strconcat (start, first, faults[i].line, "\n", NULL);
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (ScenarioTape) tape = read_text (f, text, -1, problems);

    g_assert_nonnull (tape);
    g_assert_cmpuint (tape->lines->len, ==, 1);
    g_assert_cmpuint (problems->len, >=, 1);
    g_assert_cmpuint (((ScenarioProblem *) problems->pdata[0])->line, ==, 3);
    g_assert_cmpstr (((ScenarioProblem *) problems->pdata[0])->code, ==, faults[i].code);
  }
}

static void
test_search (void)
{
  static const struct {
    const char *wanted;
    guint line;
    gboolean found;
  } searches[] = {
      {"four", 0, TRUE},         {"KIRSCHBLÜTE", 0, TRUE}, {"more contact", 0, TRUE}, {"<d04>", 0, TRUE},
      {"four undertaker", 0, FALSE}, {"", 1, TRUE},        {"  g08 ", 1, TRUE},       {"G0 8", 1, TRUE},
      {"g09", 1, FALSE},         {"handler one", 1, TRUE}, {"lines", 2, TRUE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++) {
    g_autofree char *folded = scenario_tape_fold (searches[i].wanted);

    g_assert_true (scenario_tape_line_has (&said[searches[i].line], folded) == searches[i].found);
  }
}

/* Of the second segment alone; markup of words is none, and what is not on the tape is not there.  */
static void
test_captions (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = write_all ();
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (ScenarioTape) tape = read_text (f, text->str, (gssize) text->len, problems);
  g_autofree char *all = scenario_tape_captions (tape, 0, 0);
  g_autofree char *passage = scenario_tape_captions (tape, 70000, 10);
  g_autofree char *late = scenario_tape_captions (tape, 70000, 200);

  g_assert_cmpstr (all, ==,
                   "WEBVTT\n\n"
                   "00:00:00.020 --> 00:00:02.320\n<v Kirschblüte>Contact, FOUR &amp; more at &lt;D04&gt;.\n\n"
                   "00:01:10.100 --> 00:01:11.100\n<v Handler One>Undertaker, ▒ G08.\n\n");
  g_assert_cmpstr (passage, ==, "WEBVTT\n\n");
  g_assert_cmpstr (late, ==, "WEBVTT\n\n00:00:00.100 --> 00:00:01.100\n<v Handler One>Undertaker, ▒ G08.\n\n");
}

/* ---- The folder ---------------------------------------------------------------------------- */

static char *
make_tape (const char *tapes, gint64 begun_s, gsize bytes)
{
  ScenarioTapeHead own = head;
  g_autoptr (GError) error = NULL;
  g_autofree char *sound = g_malloc0 (bytes), *line = NULL, *index = NULL, *segment = NULL;
  char *folder;

  own.begun_us = begun_s * G_USEC_PER_SEC;
  own.scenario = (char *) "../../my battle.h1scenario.json";
  folder = scenario_tapes_make_folder (tapes, &own, &error);
  g_assert_no_error (error);
  line = scenario_tape_write_head (&own);
  index = g_build_filename (folder, SCENARIO_TAPE_INDEX, NULL);
  segment = g_build_filename (folder, "0001.ogg", NULL);
  g_assert_true (g_file_set_contents (index, line, -1, NULL));
  g_assert_true (g_file_set_contents (segment, sound, (gssize) bytes, NULL));
  return folder;
}

static void
test_folder (void)
{
  g_autofree char *root = g_dir_make_tmp ("handler-one-tapes-XXXXXX", NULL);
  g_autofree char *tapes = g_build_filename (root, "tapes", NULL);
  g_autofree char *old = make_tape (tapes, 1750000000, 40000), *same = make_tape (tapes, 1750000000, 40000);
  g_autofree char *new = make_tape (tapes, 1750000900, 40000);
  g_autofree char *theirs = g_build_filename (same, "mine.txt", NULL), *name = g_path_get_basename (old);
  g_autoptr (GPtrArray) found = NULL;

  g_assert_true (g_str_has_suffix (name, "-my-battle-7"));
  g_assert_true (g_file_set_contents (theirs, "x", 1, NULL));
  found = scenario_tapes_find (tapes);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (((ScenarioTapeFound *) found->pdata[0])->folder, ==, new);
  g_assert_cmpuint (((ScenarioTapeFound *) found->pdata[0])->bytes, >, 40000);
  g_assert_null (((ScenarioTapeFound *) found->pdata[0])->problem);

  g_assert_true (scenario_tapes_make_room (tapes, 1000000, new));
  g_assert_true (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (scenario_tapes_make_room (tapes, 90000, new));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (scenario_tapes_make_room (tapes, 100, new));
  /* Never the one that is kept, and never what is not a tape's.  */
  g_assert_true (g_file_test (new, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (theirs, G_FILE_TEST_EXISTS));
  g_assert_true (scenario_tapes_remove (new, NULL));
  g_unlink (theirs);
  g_rmdir (same);
  g_rmdir (tapes);
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = scenario_tapes_find ("/dev/null/tapes");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (scenario_tapes_make_folder ("/dev/null/tapes", &head, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/scenario/tape/read-back", Fixture, NULL, set_up, test_read_back, tear_down);
  g_test_add ("/scenario/tape/cut-anywhere", Fixture, NULL, set_up, test_cut_anywhere, tear_down);
  g_test_add ("/scenario/tape/faults", Fixture, NULL, set_up, test_faults, tear_down);
  g_test_add_func ("/scenario/tape/search", test_search);
  g_test_add ("/scenario/tape/captions", Fixture, NULL, set_up, test_captions, tear_down);
  g_test_add_func ("/scenario/tape/folder", test_folder);
  g_test_add_func ("/scenario/tape/no-folder", test_no_folder);
  return g_test_run ();
}

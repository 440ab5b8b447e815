/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How battles went last is noted and read again; the file is strict, and one that is damaged is neither believed nor
 * lost.  */
#include "scenario/scenario-results.h"

#include <glib/gstdio.h>

typedef struct {
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("handler-one-results-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "below", "results.json", NULL);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_all (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
note (Fixture *fixture, const char *id, gint64 ended_us, SimOutcome outcome, guint alive)
{
  const ScenarioLastResult result = {(char *) id, ended_us, outcome, 21, alive};
  g_autoptr (GError) error = NULL;

  g_assert_true (scenario_results_note (fixture->path, &result, &error));
  g_assert_no_error (error);
}

static GHashTable *
read_all (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;
  GHashTable *results = scenario_results_read (fixture->path, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (results);
  return results;
}

static void
test_last_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) results = NULL;
  const ScenarioLastResult *first;

  note (fixture, "first-link", 1000, SIM_OUTCOME_LOST, 3);
  note (fixture, "training", 2000, SIM_OUTCOME_WON, 21);
  note (fixture, "first-link", 3000, SIM_OUTCOME_HELD, 20);
  results = read_all (fixture);
  g_assert_cmpuint (g_hash_table_size (results), ==, 2);
  first = g_hash_table_lookup (results, "first-link");
  g_assert_cmpint (first->outcome, ==, SIM_OUTCOME_HELD);
  g_assert_cmpuint (first->alive, ==, 20);
  g_assert_cmpuint (first->people, ==, 21);
  g_assert_cmpint (first->ended_us, ==, 3000);
}

/* Of very many the newest stay.  */
static void
test_bound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) results = NULL;
  g_autoptr (GString) text = g_string_new ("{\"format\":\"handler-one/results\",\"version\":1,\"results\":[");
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "%s{\"scenario\":\"b%u\",\"ended_us\":%u,\"outcome\":\"won\",\"people\":1,\"alive\":1}",
                            i > 0 ? "," : "", i, 100 + i);
  g_string_append (text, "]}");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, text->str, -1, NULL));
  note (fixture, "first-link", 5000, SIM_OUTCOME_HELD, 20);
  results = read_all (fixture);
  g_assert_cmpuint (g_hash_table_size (results), ==, 1000);
  g_assert_true (g_hash_table_contains (results, "first-link"));
  g_assert_false (g_hash_table_contains (results, "b0"));
  g_assert_true (g_hash_table_contains (results, "b1"));
}

static gboolean
is_put_aside (Fixture *fixture, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL), *found = NULL;

    if (g_str_has_suffix (name, ".damaged") && g_file_get_contents (path, &found, NULL, NULL)
        && g_strcmp0 (found, text) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
#define HEAD "{\"format\":\"handler-one/results\",\"version\":1,\"results\":"
#define ONE(id, outcome, people, alive)                                                             \
  "{\"scenario\":\"" id "\",\"ended_us\":5,\"outcome\":\"" outcome "\",\"people\":" people ",\"alive\":" alive "}"
  static const char *const bad[] = {
      "",
      "[]",
      "{\"format\":\"handler-one/results\",\"version\":2,\"results\":[]}",
      HEAD "[" ONE ("a", "won", "3", "4") "]}",
      HEAD "[" ONE ("a", "won", "0", "0") "]}",
      HEAD "[" ONE ("a", "undecided", "3", "3") "]}",
      HEAD "[" ONE ("../a", "won", "3", "3") "]}",
      HEAD "[" ONE ("a", "won", "3", "3") "," ONE ("a", "lost", "3", "3") "]}",
      HEAD "[" ONE ("a", "won", "3", "3") "],\"more\":1}",
      HEAD "[" ONE ("a", "won", "3", "3") "]",
  };
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (GHashTable) results = NULL;

    g_assert_true (g_file_set_contents (fixture->path, bad[i], -1, NULL));
    g_assert_null (scenario_results_read (fixture->path, problems, NULL));
    g_assert_cmpuint (problems->len, >, 0);
    note (fixture, "training", 2000, SIM_OUTCOME_WON, 21);
    g_assert_true (is_put_aside (fixture, bad[i]));
    results = read_all (fixture);
    g_assert_cmpuint (g_hash_table_size (results), ==, 1);
  }
}

/* A folder that takes nothing is told of, and what is there stays.  */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  const ScenarioLastResult result = {(char *) "training", 5, SIM_OUTCOME_WON, 5, 5};
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_false (scenario_results_note (fixture->path, &result, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                        \
  g_test_add ("/scenario/results/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("last-counts", test_last_counts);
  TEST ("bound", test_bound);
  TEST ("damaged", test_damaged);
  TEST ("unwritable", test_unwritable);
  return g_test_run ();
}

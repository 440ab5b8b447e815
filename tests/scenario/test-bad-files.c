/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every file of bad/ has exactly the problems that bad/expected.txt says, at their places, and is
 * refused; every file of odd/ has exactly the warnings of odd/expected.txt, and is taken.  */
#include "scenario/scenario.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static GPtrArray *
read_expected (const char *folder, GHashTable *files)
{
  g_autofree char *path = g_build_filename (folder, "expected.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *expected = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    char **parts;

    if (**line == '#' || **line == '\0')
      continue;
    parts = g_strsplit (*line, "|", 4);
    g_assert_cmpuint (g_strv_length (parts), ==, 4);
    g_ptr_array_add (expected, parts);
    g_hash_table_add (files, g_strdup (parts[0]));
  }
  return expected;
}

static gboolean
matches (const ScenarioProblem *problem, char **parts)
{
  g_autofree char *place = g_strdup_printf ("%u:%u", problem->line, problem->column);

  return strcmp (place, parts[1]) == 0 && strcmp (problem->pointer, parts[2]) == 0 &&
         strstr (problem->message, parts[3]) != NULL;
}

/* The problems of one file beside those expected, all in order.  */
static guint
compare_file (const char *folder, const char *name, GPtrArray *expected, gboolean valid)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0, failures = 0;

  if (scenario_validate_file (path, problems, &error) != valid) {
    g_test_message ("%s: %s", name, valid ? "refused" : "accepted");
    failures++;
  }
  g_assert_no_error (error);
  for (guint i = 0; i < expected->len; i++) {
    char **parts = g_ptr_array_index (expected, i);

    if (strcmp (parts[0], name) != 0)
      continue;
    if (n >= problems->len || !matches (g_ptr_array_index (problems, n), parts)) {
      g_test_message ("%s: expected %s: %s: …%s…", name, parts[1], parts[2], parts[3]);
      failures++;
    }
    n++;
  }
  failures += n != problems->len;
  for (guint i = 0; failures > 0 && i < problems->len; i++) {
    const ScenarioProblem *problem = g_ptr_array_index (problems, i);

    g_test_message ("%s: found %u:%u: %s: %s", name, problem->line, problem->column,
                    problem->pointer, problem->message);
  }
  return failures;
}

static guint
compare_folder (const char *of, gboolean valid)
{
  g_autofree char *folder = g_build_filename (g_getenv ("HANDLER_ONE_TEST_FILES"), of, NULL);
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) expected = read_expected (folder, files);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0, failures = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    if (!g_str_has_suffix (name, ".json"))
      continue;
    g_assert_true (g_hash_table_contains (files, name));
    failures += compare_file (folder, name, expected, valid);
    n++;
  }
  g_assert_cmpuint (failures, ==, 0);
  g_assert_cmpuint (n, ==, g_hash_table_size (files));
  return n;
}

static void
test_bad (void)
{
  g_assert_cmpuint (compare_folder ("bad", FALSE), >=, 50);
}

static void
test_odd (void)
{
  g_assert_cmpuint (compare_folder ("odd", TRUE), >, 0);
}

/* Bytes changed at random: nothing worse than problems comes of it, and never none of both.  */
static void
test_damage (void)
{
  g_autofree char *from =
      g_build_filename (scenario_data_dir (), "scenarios", "training.json", NULL);
  g_autofree char *folder = g_dir_make_tmp ("damage-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "one.json", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (10);
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  for (int i = 0; i < 400; i++) {
    g_autofree char *changed = g_memdup2 (bytes, length);
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (ScenarioBattle) battle = NULL;
    gboolean valid;

    for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
      changed[g_rand_int_range (random, 0, (gint32) length)] =
          "{}[]\",:0123456789-.eax \n"[g_rand_int_range (random, 0, 24)];
    g_assert_true (g_file_set_contents_full (path, changed, (gssize) length,
                                             G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    valid = scenario_validate_file (path, problems, &error);
    g_assert_no_error (error);
    battle = scenario_battle_load (path, &error);
    g_assert_true (valid == (battle != NULL));
    g_assert_true (valid == (error == NULL));
    g_assert_true (valid || scenario_problems_fatal (problems));
  }
  g_unlink (path);
  g_rmdir (folder);
}

/* A file that fails gives nothing but an error that names file and place.  */
static void
test_failed_load (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("HANDLER_ONE_TEST_FILES"), "bad",
                                            "unknown-place.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (scenario_battle_load (path, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "unknown-place.json:29:"));
  g_assert_nonnull (strstr (error->message, "/legion/groups/0/route/0"));
}

static void
test_unreadable (void)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (scenario_validate_file ("/nowhere/at/all.json", problems, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ);
  g_clear_error (&error);
  g_assert_false (scenario_validate_file ("/", problems, &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/bad-files/bad", test_bad);
  g_test_add_func ("/scenario/bad-files/odd", test_odd);
  g_test_add_func ("/scenario/bad-files/damage", test_damage);
  g_test_add_func ("/scenario/bad-files/failed-load", test_failed_load);
  g_test_add_func ("/scenario/bad-files/unreadable", test_unreadable);
  return g_test_run ();
}

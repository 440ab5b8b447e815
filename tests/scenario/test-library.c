/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue: built-in and the user's files, the broken ones with their problems.  */
#include "scenario/scenario.h"
#include "scenario/scenario-truth.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static const ScenarioEntry *
find (GPtrArray *entries, const char *id)
{
  for (guint i = 0; i < entries->len; i++) {
    const ScenarioEntry *entry = g_ptr_array_index (entries, i);

    if (strcmp (entry->id, id) == 0)
      return entry;
  }
  return NULL;
}

static void
test_built_in (void)
{
  g_autoptr (GPtrArray) entries = scenario_catalogue ();
  const ScenarioEntry *first = entries->pdata[0];
  const ScenarioEntry *campaign = find (entries, "spearhead");
  const ScenarioEntry *operation = find (entries, "first-link");

  g_assert_cmpstr (first->id, ==, "training");
  g_assert_true (first->training);
  g_assert_cmpuint (first->machines, ==, 5);
  g_assert_nonnull (campaign);
  g_assert_cmpstr (campaign->kind, ==, "campaign");
  g_assert_nonnull (operation);
  g_assert_cmpstr (operation->kind, ==, "scenario");
  g_assert_cmpstr (operation->campaign, ==, "spearhead");
  g_assert_cmpuint (operation->machines, ==, 21);
  for (guint i = 0; i < entries->len; i++) {
    const ScenarioEntry *entry = entries->pdata[i];
    g_autofree char *name = g_strdup_printf ("%s.json", entry->id);

    g_assert_cmpuint (entry->problems->len, ==, 0);
    if (strcmp (entry->kind, "scenario") == 0)
      g_assert_true (g_str_has_suffix (entry->path, name)); /* built-in files go by their id */
  }
}

static char *
user_file (const char *name)
{
  g_autofree char *folder = g_build_filename (scenario_user_dir (), "scenarios", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return g_build_filename (folder, name, NULL);
}

static void
copy_changed (const char *from, const char *to, const char *old_text, const char *new_text)
{
  g_autofree char *path = g_build_filename (scenario_data_dir (), from, NULL);
  g_autofree char *target = user_file (to);
  g_autofree char *bytes = NULL;
  g_autoptr (GString) text = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  text = g_string_new (bytes);
  g_assert_cmpuint (g_string_replace (text, old_text, new_text, 1), ==, 1);
  g_assert_true (g_file_set_contents (target, text->str, -1, NULL));
}

static void
remove_file (const char *name)
{
  g_autofree char *path = user_file (name);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_user_files (void)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) battle = NULL;
  const ScenarioEntry *mine, *broken;

  copy_changed ("scenarios/training.json", "an own name.json", "\"id\": \"training\"",
                "\"id\": \"my-drill\"");
  copy_changed ("scenarios/training.json", "broken <b>&.json", "\"weather\"", "\"wether\"");
  entries = scenario_catalogue ();
  mine = find (entries, "my-drill");
  g_assert_nonnull (mine);
  g_assert_true (mine->user);
  broken = find (entries, "broken <b>&");
  g_assert_nonnull (broken);
  g_assert_true (scenario_problems_fatal (broken->problems));
  g_assert_nonnull (strstr (((ScenarioProblem *) broken->problems->pdata[0])->message,
                            "did you mean “weather”?"));
  battle = scenario_battle_load ("my-drill", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (battle->id, ==, "my-drill");
  remove_file ("an own name.json");
  remove_file ("broken <b>&.json");
}

static void
test_unknown (void)
{
  static const char *const ids[] = {"no-such-battle", "../training", "training.json", ""};

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (scenario_battle_load (ids[i], &error));
    g_assert_nonnull (error);
    g_assert_true (error->domain == SCENARIO_ERROR);
  }
}

/* A replay names a battle of the library by its id, any other by its path.  */
static void
test_replay_names (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("battle-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "elsewhere.json", NULL);
  g_autofree char *from =
      g_build_filename (scenario_data_dir (), "scenarios", "training.json", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (ScenarioBattle) inside = scenario_battle_load ("training", &error);
  g_autoptr (ScenarioBattle) outside = NULL;
  g_autoptr (ScenarioReplay) one = scenario_replay_new (inside, 1);
  g_autoptr (ScenarioReplay) two = NULL;

  g_assert_true (g_file_get_contents (from, &bytes, NULL, NULL));
  g_assert_true (g_file_set_contents (path, bytes, -1, NULL));
  outside = scenario_battle_load (path, &error);
  g_assert_no_error (error);
  two = scenario_replay_new (outside, 1);
  g_assert_cmpstr (one->scenario, ==, "training");
  g_assert_cmpstr (two->scenario, ==, path);
  g_assert_cmpstr (one->content_hash, ==, two->content_hash);
  g_unlink (path);
  g_rmdir (folder);
}

/* Without the campaign's folder the library is smaller, and whole.  */
static void
test_without_campaign (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (GPtrArray) entries = scenario_catalogue ();
    g_autoptr (GError) error = NULL;
    g_autoptr (ScenarioBattle) battle = scenario_battle_load ("training", &error);
    g_autoptr (OrderBook) book = NULL;

    g_assert_no_error (error);
    book = scenario_battle_book (battle, "en", &error);
    g_assert_no_error (error);
    g_assert_cmpuint (entries->len, >=, 2);
    for (guint i = 0; i < entries->len; i++) {
      const ScenarioEntry *entry = entries->pdata[i];

      g_assert_cmpuint (entry->problems->len, ==, 0);
      g_assert_null (entry->campaign);
    }
    return;
  }
  g_autofree char *folder = g_dir_make_tmp ("data-XXXXXX", NULL);
  g_auto (GStrv) environment = g_get_environ ();
  static const char *const kept[] = {"rules", "scenarios", "phrases"};

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
    g_autofree char *from = g_build_filename (scenario_data_dir (), kept[i], NULL);
    g_autofree char *to = g_build_filename (folder, kept[i], NULL);
    g_autoptr (GFile) link = g_file_new_for_path (to);

    g_assert_true (g_file_make_symbolic_link (link, from, NULL, NULL));
  }
  environment = g_environ_setenv (environment, "HANDLER_ONE_DATA_DIR", folder, TRUE);
  g_test_trap_subprocess_with_envp (NULL, (const char *const *) environment, 0,
                                    G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
    g_autofree char *to = g_build_filename (folder, kept[i], NULL);

    g_unlink (to);
  }
  g_rmdir (folder);
}

/* A user's file may bring its own translations.  */
static void
test_own_translation (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ScenarioBattle) battle = scenario_battle_load ("translated", &error);

    g_assert_no_error (error);
    g_assert_cmpstr (battle->title, ==, "Die Furt");
    g_assert_cmpstr (battle->texts[0], ==, "Halten Sie die Furt");
    g_assert_cmpstr (g_array_index (battle->places, PicturePlace, 0).name, ==, "Seggenmühle");
    return;
  }
  g_auto (GStrv) environment = g_get_environ ();

  copy_changed ("scenarios/training.json", "translated.json", "\"id\": \"training\",",
                "\"id\": \"translated\", \"texts\": {\"de\": {\"/title\": \"Die Furt\","
                " \"/objectives/0/title\": \"Halten Sie die Furt\","
                " \"/terrain/places/0/name\": \"Seggenmühle\"}},");
  environment = g_environ_setenv (environment, "LANGUAGE", "de", TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  g_test_trap_subprocess_with_envp (NULL, (const char *const *) environment, 0,
                                    G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  remove_file ("translated.json");
}

static void
remove_home (const char *home)
{
  static const char *const folders[] = {"handler-one/scenarios", "handler-one", ""};

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autofree char *path = g_build_filename (home, folders[i], NULL);

    g_assert_cmpint (g_rmdir (path), ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_autofree char *home = NULL;
  int failures;

  setlocale (LC_ALL, "");
  /* A home of this test's own; a subprocess is given its parent's.  */
  if (g_getenv ("HANDLER_ONE_TEST_HOME") == NULL) {
    home = g_dir_make_tmp ("home-XXXXXX", NULL);
    g_setenv ("HANDLER_ONE_TEST_HOME", home, TRUE);
    g_setenv ("XDG_DATA_HOME", home, TRUE);
  }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/library/built-in", test_built_in);
  g_test_add_func ("/scenario/library/user-files", test_user_files);
  g_test_add_func ("/scenario/library/unknown", test_unknown);
  g_test_add_func ("/scenario/library/replay-names", test_replay_names);
  g_test_add_func ("/scenario/library/without-campaign", test_without_campaign);
  g_test_add_func ("/scenario/library/own-translation", test_own_translation);
  failures = g_test_run ();
  if (home != NULL)
    remove_home (home);
  return failures;
}

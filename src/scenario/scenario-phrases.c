/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the order language.  */
#include "scenario/scenario-phrases.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_WORDS 60
#define ENGLISH   "en"

static void
read_words (OrderPhrases *phrases, OrderPhraseGroup group, const char *key, ScenarioValue value)
{
  ScenarioArray array = scenario_value_array (value, 1, MAX_WORDS);

  for (guint i = 0; i < array.n; i++) {
    g_autofree char *word = scenario_value_line (scenario_array_get (&array, i), 1, 80);

    if (*word != '\0')
      order_phrases_add (phrases, group, key, word);
  }
}

static char *
unknown_key_message (OrderPhraseGroup group, const char *key)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  for (guint n = 0; (name = order_phrases_key (group, n)) != NULL; n++)
    g_ptr_array_add (names, (gpointer) name);
  return scenario_did_you_mean (g_strdup_printf (_ ("unknown key “%s”"), key), key,
                                (const char *const *) names->pdata, names->len);
}

static void
read_group (OrderPhrases *phrases, OrderPhraseGroup group, ScenarioValue value)
{
  guint n = scenario_value_n_members (value, 128);

  for (guint i = 0; i < n; i++) {
    const char *key;
    ScenarioValue member = scenario_value_nth_member (value, i, &key);

    if (order_phrases_key_known (group, key)) {
      read_words (phrases, group, key, member);
    } else {
      g_autofree char *message = unknown_key_message (group, key);

      scenario_value_key_error (member, SCENARIO_CODE_UNKNOWN_KEY, "%s", message);
    }
  }
}

static void
require_keys (const OrderPhrases *phrases, OrderPhraseGroup group, ScenarioValue value)
{
  const char *name;

  for (guint n = 0; (name = order_phrases_key (group, n)) != NULL; n++)
    if (order_phrases_words (phrases, group, name) == NULL)
      scenario_value_error (value, SCENARIO_CODE_MISSING_KEY, _ ("“%s” is missing"), name);
}

static void
read_separator (OrderPhrases *phrases, const char *name, ScenarioValue value)
{
  g_autofree char *text = scenario_value_line (value, 0, 4);

  order_phrases_set_grammar (phrases, name, text);
}

static void
read_grammar (OrderPhrases *phrases, ScenarioValue value)
{
  static const char *const verbs[] = {"first", "anywhere", "last"};
  static const char *const connectors[] = {"before", "after"};
  const char *name;
  ScenarioObject object;

  if (!scenario_object_begin (&object, value))
    return;
  for (guint n = 0; (name = order_phrases_grammar_name (n)) != NULL; n++) {
    ScenarioValue member = scenario_object_get (&object, name);

    if (!scenario_value_is_some (member))
      continue;
    if (g_str_equal (name, "verb"))
      order_phrases_set_grammar (
          phrases, name, verbs[scenario_value_choice (member, verbs, G_N_ELEMENTS (verbs))]);
    else if (g_str_equal (name, "connectors"))
      order_phrases_set_grammar (
          phrases, name,
          connectors[scenario_value_choice (member, connectors, G_N_ELEMENTS (connectors))]);
    else
      read_separator (phrases, name, member);
  }
  scenario_object_end (&object);
}

static void
read_groups (OrderPhrases *phrases, ScenarioObject *root)
{
  for (int group = 0; group < ORDER_N_PHRASE_GROUPS; group++) {
    ScenarioValue value =
        scenario_object_require (root, order_phrases_group_name ((OrderPhraseGroup) group));

    if (!scenario_value_is_some (value))
      continue;
    if (group == ORDER_PHRASE_FILLER) {
      read_words (phrases, ORDER_PHRASE_FILLER, NULL, value);
    } else {
      read_group (phrases, (OrderPhraseGroup) group, value);
      if (scenario_value_kind (value) == SCENARIO_VALUE_OBJECT)
        require_keys (phrases, (OrderPhraseGroup) group, value);
    }
  }
}

gboolean
scenario_phrases_read (const char *path, OrderPhrases *phrases, GPtrArray *problems,
                       GError **error)
{
  g_auto (ScenarioFile) file;
  ScenarioObject root;
  ScenarioValue grammar;
  const char *language;

  if (!scenario_file_open (&file, path, problems, error))
    return FALSE;
  if (!scenario_object_begin (&root, scenario_document_root (file.document)) ||
      !scenario_object_read_head (&root, "handler-one/phrases", 1))
    return FALSE;
  language = scenario_value_string (scenario_object_require (&root, "language"), 2, 12);
  order_phrases_init (phrases, language);
  if (scenario_value_is_some (grammar = scenario_object_get (&root, "grammar")))
    read_grammar (phrases, grammar);
  read_groups (phrases, &root);
  scenario_object_end (&root);
  if (!scenario_problems_fatal (problems))
    return TRUE;
  order_phrases_clear (phrases);
  return FALSE;
}

/* The file of this language, or NULL.  Names come from the environment: no other characters.  */
static char *
phrases_path (const char *language, gsize length)
{
  g_autofree char *word = g_strndup (language, length);
  g_autofree char *name = g_strconcat (word, ".json", NULL);
  g_autofree char *path = g_build_filename (scenario_data_dir (), "phrases", name, NULL);

  if (length == 0 || strspn (word, G_CSET_a_2_z G_CSET_A_2_Z "_") != length ||
      !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  return g_steal_pointer (&path);
}

/* Who has another language than English first may type it though the window has no words in it.  */
char *
scenario_order_language (void)
{
  const char *const *names = g_get_language_names ();
  g_autofree char *window = scenario_window_language ();

  for (guint i = 0; g_str_equal (window, ENGLISH) && names[i] != NULL; i++) {
    g_autofree char *path = phrases_path (names[i], strcspn (names[i], "_.@"));

    if (path != NULL)
      return g_strndup (names[i], strcspn (names[i], "_.@"));
  }
  return g_steal_pointer (&window);
}

static gboolean
load_file (const char *path, OrderPhrases *phrases, GError **error)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) why = NULL;

  if (scenario_phrases_read (path, phrases, problems, &why))
    return TRUE;
  if (why == NULL)
    scenario_problems_to_error (problems, path, &why);
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

gboolean
scenario_phrases_exist (const char *language)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (language != NULL, FALSE);

  if (!g_regex_match_simple ("^[a-z]{2,3}(_[A-Z]{2})?$", language, 0, 0))
    return FALSE;
  path = phrases_path (language, strlen (language));
  if (path == NULL)
    path = phrases_path (language, strcspn (language, "_"));
  return path != NULL;
}

gboolean
scenario_phrases_load (const char *language, OrderPhrases *phrases, GError **error)
{
  g_autofree char *path = phrases_path (language, strcspn (language, ".@"));
  g_autofree char *english = g_build_filename (scenario_data_dir (), "phrases", "en.json", NULL);
  g_auto (OrderPhrases) fallback = {0};

  if (path == NULL)
    path = phrases_path (language, strcspn (language, "_.@"));
  if (path == NULL || g_str_equal (path, english))
    return load_file (english, phrases, error);
  if (!load_file (english, &fallback, error) || !load_file (path, phrases, error))
    return FALSE;
  order_phrases_add_fallback (phrases, &fallback);
  return TRUE;
}

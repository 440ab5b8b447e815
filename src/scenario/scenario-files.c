/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders.  */
#include "scenario/scenario-files.h"

#include "scenario/scenario-gate.h"
#include "scenario/scenario-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* ---- Folders ------------------------------------------------------------------------------- */

static gboolean
is_data_dir (const char *path)
{
  g_autofree char *rules = g_build_filename (path, "rules", NULL);

  return g_file_test (rules, G_FILE_TEST_IS_DIR);
}

static char *
find_data_dir (void)
{
  const char *chosen = g_getenv ("HANDLER_ONE_DATA_DIR");

  if (chosen != NULL && *chosen != '\0')
    return g_canonicalize_filename (chosen, NULL);
  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++) {
    g_autofree char *path = g_build_filename (*dir, "handler-one", NULL);

    if (is_data_dir (path))
      return g_steal_pointer (&path);
  }
  return g_strdup (HANDLER_ONE_DATADIR);
}

const char *
scenario_data_dir (void)
{
  static gsize done;
  static char *path;

  if (g_once_init_enter (&done)) {
    path = find_data_dir ();
    g_once_init_leave (&done, 1);
  }
  return path;
}

const char *
scenario_user_dir (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "handler-one", NULL);

  return g_intern_string (path);
}

/* ---- Reading ------------------------------------------------------------------------------- */

static gboolean
set_read_error (GError **error, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  /* Translators: a file's name, then the system's reason.  */
  g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ, _ ("%1$s can not be read: %2$s"), name,
               reason);
  return FALSE;
}

/* Block by block, until there is more than `most`: a size that was asked for beforehand proves nothing
 * about a pipe or device.  */
static GByteArray *
read_blocks (const char *path, gsize most, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) why = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &why);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[64 * 1024];
  gssize got = -1;

  while (stream != NULL && bytes->len <= most &&
         (got = g_input_stream_read (G_INPUT_STREAM (stream), block, sizeof block, NULL, &why)) > 0)
    g_byte_array_append (bytes, block, (guint) got);
  if (why != NULL) {
    set_read_error (error, path, why->message);
    return NULL;
  }
  return g_steal_pointer (&bytes);
}

static char *
end_bytes (GByteArray *bytes, gsize *length)
{
  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (bytes, FALSE);
}

char *
scenario_file_read (const char *path, gsize max, gsize *length, GPtrArray *problems,
                    GError **error)
{
  g_autoptr (GByteArray) bytes = read_blocks (path, max, error);

  if (bytes == NULL)
    return NULL;
  if (bytes->len > max) {
    scenario_problem_add (problems, SCENARIO_PROBLEM_ERROR, 1, 1, "/", SCENARIO_CODE_LIMIT,
                          _ ("more than %zu bytes"), max);
    return NULL;
  }
  return end_bytes (g_steal_pointer (&bytes), length);
}

char *
scenario_file_read_head (const char *path, gsize max, gsize *length, GError **error)
{
  g_autoptr (GByteArray) bytes = read_blocks (path, max, error);

  if (bytes == NULL)
    return NULL;
  g_byte_array_set_size (bytes, (guint) MIN (bytes->len, max));
  return end_bytes (g_steal_pointer (&bytes), length);
}

/* By what the paths lead to: the data folder may be a link, and a file may be named by another
 * way than through it.  */
static char *
name_below_data (const char *path)
{
  char *data = realpath (scenario_data_dir (), NULL);
  char *file = realpath (path, NULL);
  char *name = NULL;

  if (data != NULL && file != NULL && g_str_has_prefix (file, data) &&
      file[strlen (data)] == G_DIR_SEPARATOR)
    name = g_strdup (file + strlen (data) + 1);
  free (data);
  free (file);
  return name;
}

gboolean
scenario_file_open (ScenarioFile *file, const char *path, GPtrArray *problems, GError **error)
{
  return scenario_file_open_within (file, path, &scenario_gate_file, problems, error);
}

gboolean
scenario_file_open_within (ScenarioFile *file, const char *path, const ScenarioGateLimits *limits,
                           GPtrArray *problems, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length;

  *file = (ScenarioFile){
      .path = g_canonicalize_filename (path, NULL),
      .built_in = name_below_data (path),
      .problems = problems,
  };
  file->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  bytes = scenario_file_read (path, SCENARIO_GATE_FILE_BYTES, &length, problems, error);
  if (bytes == NULL)
    return FALSE;
  g_checksum_update (file->checksum, (const guchar *) bytes, (gssize) length);
  file->document = scenario_document_new (bytes, length, limits, 1, problems);
  return file->document != NULL;
}

void
scenario_file_clear (ScenarioFile *file)
{
  g_clear_pointer (&file->path, g_free);
  g_clear_pointer (&file->built_in, g_free);
  g_clear_pointer (&file->document, scenario_document_free);
  g_clear_pointer (&file->checksum, g_checksum_free);
}

/* ---- Texts --------------------------------------------------------------------------------- */

/* Adds what one language's table has for the pointer.  */
static void
add_own (GPtrArray *own, const char *language, ScenarioValue table, const char *pointer)
{
  guint n = scenario_value_n_members (table, G_MAXUINT);

  for (guint i = 0; i < n; i++) {
    const char *key;
    ScenarioValue text = scenario_value_nth_member (table, i, &key);

    if (strcmp (key, pointer) != 0 || scenario_value_kind (text) != SCENARIO_VALUE_STRING)
      continue;
    g_ptr_array_add (own, g_strdup (language));
    g_ptr_array_add (own, scenario_value_text (text, 0, G_MAXINT));
    return;
  }
}

/* Language and text in turn; NULL when the file has none.  */
static GPtrArray *
own_translations (ScenarioFile *file, const char *pointer)
{
  ScenarioValue texts = scenario_document_find (file->document, "/texts");
  guint n = scenario_value_kind (texts) == SCENARIO_VALUE_OBJECT
                ? scenario_value_n_members (texts, G_MAXUINT)
                : 0;
  GPtrArray *own;

  if (n == 0)
    return NULL;
  own = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++) {
    const char *language;
    ScenarioValue table = scenario_value_nth_member (texts, i, &language);

    if (scenario_value_kind (table) == SCENARIO_VALUE_OBJECT)
      add_own (own, language, table, pointer);
  }
  return own;
}

ScenarioText *
scenario_file_text (ScenarioFile *file, ScenarioValue value, const char *string)
{
  g_autofree char *pointer = NULL;
  g_autofree char *context = NULL;

  if (!scenario_value_is_some (value) || *string == '\0')
    return scenario_text_new (string, NULL, NULL);
  pointer = scenario_table_pointer (scenario_document_table (file->document), value.entry);
  if (file->built_in != NULL)
    context = g_strdup_printf ("%s:%s", file->built_in, pointer);
  return scenario_text_new (string, context, own_translations (file, pointer));
}

char *
scenario_file_translate (ScenarioFile *file, ScenarioValue value, char *string)
{
  g_autoptr (ScenarioText) text = scenario_file_text (file, value, string);

  g_free (string);
  return g_strdup (scenario_text_written (text, NULL));
}

static void
check_language (ScenarioFile *file, ScenarioValue texts)
{
  guint n = scenario_value_n_members (texts, 128);

  for (guint i = 0; i < n; i++) {
    const char *pointer;
    ScenarioValue text = scenario_value_nth_member (texts, i, &pointer);
    ScenarioValue original = scenario_document_find (file->document, pointer);

    g_free (scenario_value_text (text, 1, 16384));
    if (*pointer != '/' || scenario_value_kind (original) != SCENARIO_VALUE_STRING ||
        g_str_has_prefix (pointer, "/texts/"))
      scenario_value_key_error (text, SCENARIO_CODE_REFERENCE,
                                _ ("there is no text at “%s” in this file"), pointer);
  }
}

void
scenario_file_check_texts (ScenarioFile *file, ScenarioObject *root)
{
  ScenarioValue texts = scenario_object_get (root, "texts");
  guint n = scenario_value_is_some (texts) ? scenario_value_n_members (texts, 64) : 0;

  for (guint i = 0; i < n; i++) {
    const char *language;
    ScenarioValue table = scenario_value_nth_member (texts, i, &language);

    if (!g_regex_match_simple ("^[a-z]{2,3}(_[A-Z]{2})?(@[a-z]+)?$", language, 0, 0))
      scenario_value_key_error (table, SCENARIO_CODE_TEXT, _ ("“%s” is no language code"),
                                language);
    check_language (file, table);
  }
}

/* ---- Finding ------------------------------------------------------------------------------- */

gboolean
scenario_is_id (const char *string)
{
  gboolean in_word = FALSE;

  if (strlen (string) >= SIM_ID_LENGTH)
    return FALSE;
  for (const char *at = string; *at != '\0'; at++) {
    if (g_ascii_islower (*at) || g_ascii_isdigit (*at))
      in_word = TRUE;
    else if (*at == '-' && in_word)
      in_word = FALSE;
    else
      return FALSE;
  }
  return in_word;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in a folder in byte order; none when it can not be read.  */
static GPtrArray *
list_folder (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
found_free (gpointer data)
{
  ScenarioFound *found = data;

  g_free (found->path);
  g_free (found);
}

static void
add_found (GPtrArray *all, const char *path, gboolean is_campaign, gboolean user)
{
  ScenarioFound *found = g_new0 (ScenarioFound, 1);

  found->path = g_strdup (path);
  found->is_campaign = is_campaign;
  found->user = user;
  g_ptr_array_add (all, found);
}

static void
find_scenarios (GPtrArray *all, const char *folder, gboolean user)
{
  g_autofree char *path = g_build_filename (folder, "scenarios", NULL);
  g_autoptr (GPtrArray) names = list_folder (path);

  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *file = g_build_filename (path, name, NULL);

    if (g_str_has_suffix (name, ".json") && g_file_test (file, G_FILE_TEST_IS_REGULAR))
      add_found (all, file, FALSE, user);
  }
}

static void
find_campaigns (GPtrArray *all, const char *folder, gboolean user)
{
  g_autofree char *path = g_build_filename (folder, "campaigns", NULL);
  g_autoptr (GPtrArray) names = list_folder (path);

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *campaign = g_build_filename (path, g_ptr_array_index (names, i), NULL);
    g_autofree char *file = g_build_filename (campaign, "campaign.json", NULL);

    if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
      continue;
    add_found (all, file, TRUE, user);
    find_scenarios (all, campaign, user);
  }
}

GPtrArray *
scenario_files_find (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (found_free);

  find_scenarios (all, scenario_data_dir (), FALSE);
  find_campaigns (all, scenario_data_dir (), FALSE);
  find_scenarios (all, scenario_user_dir (), TRUE);
  find_campaigns (all, scenario_user_dir (), TRUE);
  return all;
}

char *
scenario_files_path_of (const char *id)
{
  g_autoptr (GPtrArray) all = scenario_files_find ();
  g_autofree char *plain = g_strdup_printf ("%s.json", id);
  g_autofree char *typed = g_strdup_printf ("%s.h1scenario.json", id);

  for (guint i = 0; i < all->len; i++) {
    const ScenarioFound *found = g_ptr_array_index (all, i);
    g_autofree char *name = g_path_get_basename (found->path);

    if (!found->is_campaign && (strcmp (name, plain) == 0 || strcmp (name, typed) == 0))
      return g_strdup (found->path);
  }
  return NULL;
}

char *
scenario_files_campaign_of (const char *scenario_path)
{
  g_autofree char *absolute = g_canonicalize_filename (scenario_path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *above = g_path_get_dirname (folder);
  g_autofree char *campaign = g_build_filename (above, "campaign.json", NULL);

  if (strcmp (name, "scenarios") != 0 || !g_file_test (campaign, G_FILE_TEST_IS_REGULAR))
    return NULL;
  return g_steal_pointer (&campaign);
}

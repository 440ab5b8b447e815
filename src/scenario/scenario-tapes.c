/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder of tapes.  */
#include "scenario/scenario-tape.h"

#include "scenario/scenario-problems.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

char *
scenario_tapes_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "handler-one", "tapes", NULL);
}

static gboolean
fail (GError **error, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_READ, "%s: %s", shown, g_strerror (errno));
  return FALSE;
}

/* "2025-06-11-101512-training-7".  */
static char *
name_of (const ScenarioTapeHead *head)
{
  g_autoptr (GDateTime) begun = g_date_time_new_from_unix_local (head->begun_us / G_USEC_PER_SEC);
  g_autofree char *date = g_date_time_format (begun, "%Y-%m-%d-%H%M%S");
  g_autofree char *base = g_path_get_basename (head->scenario);

  *strchrnul (base, '.') = '\0';
  g_strcanon (base, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", '-');
  return g_strdup_printf ("%s-%.60s-%" G_GUINT64_FORMAT, date, base, head->seed);
}

/* A second tape of the same second has a number.  */
char *
scenario_tapes_make_folder (const char *tapes, const ScenarioTapeHead *head, GError **error)
{
  g_autofree char *name = name_of (head);

  if (g_mkdir_with_parents (tapes, 0700) != 0) {
    fail (error, tapes);
    return NULL;
  }
  for (guint n = 1; n < 100; n++) {
    g_autofree char *numbered = n == 1 ? g_strdup (name) : g_strdup_printf ("%s-%u", name, n);
    g_autofree char *path = g_build_filename (tapes, numbered, NULL);

    if (g_mkdir (path, 0700) == 0)
      return g_steal_pointer (&path);
    if (errno != EEXIST)
      break;
  }
  fail (error, tapes);
  return NULL;
}

/* The files that are a tape's: nothing else is counted or removed.  */
static gboolean
is_ours (const char *name)
{
  if (strcmp (name, SCENARIO_TAPE_INDEX) == 0)
    return TRUE;
  return strspn (name, "0123456789") >= 4 && strcmp (name + strspn (name, "0123456789"), ".ogg") == 0;
}

typedef gboolean (*FileFunc) (const char *path, gpointer data);

static gboolean
for_each_file (const char *folder, FileFunc func, gpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean done = TRUE;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (is_ours (name))
      done = func (path, data) && done;
  }
  return done;
}

static gboolean
add_bytes (const char *path, gpointer sum)
{
  GStatBuf file;

  if (g_lstat (path, &file) == 0 && file.st_size > 0)
    *(guint64 *) sum += (guint64) file.st_size;
  return TRUE;
}

static gboolean
remove_file (const char *path, gpointer data)
{
  return g_unlink (path) == 0;
}

void
scenario_tape_found_free (ScenarioTapeFound *found)
{
  g_free (found->folder);
  g_clear_pointer (&found->tape, scenario_tape_free);
  g_free (found->problem);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioTapeFound, scenario_tape_found_free)

static ScenarioTapeFound *
look_at (const char *folder)
{
  ScenarioTapeFound *found = g_new0 (ScenarioTapeFound, 1);
  g_autofree char *index = g_build_filename (folder, SCENARIO_TAPE_INDEX, NULL);
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;

  found->folder = g_strdup (folder);
  for_each_file (folder, add_bytes, &found->bytes);
  found->tape = scenario_tape_read (index, problems, &error);
  if (error == NULL && scenario_problems_fatal (problems))
    scenario_problems_to_error (problems, index, &error);
  if (error != NULL)
    found->problem = g_strdup (error->message);
  return found;
}

/* Folders with an index, by name: that is, by age.  */
static GPtrArray *
list_folders (const char *tapes)
{
  g_autoptr (GDir) dir = g_dir_open (tapes, 0, NULL);
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *index = g_build_filename (tapes, name, SCENARIO_TAPE_INDEX, NULL);

    if (g_file_test (index, G_FILE_TEST_EXISTS))
      g_ptr_array_add (folders, g_build_filename (tapes, name, NULL));
  }
  g_ptr_array_sort_values (folders, (GCompareFunc) strcmp);
  return folders;
}

GPtrArray *
scenario_tapes_find (const char *tapes)
{
  g_autoptr (GPtrArray) folders = list_folders (tapes);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_tape_found_free);

  for (guint i = folders->len; i-- > 0;)
    g_ptr_array_add (all, look_at (g_ptr_array_index (folders, i)));
  return all;
}

gboolean
scenario_tapes_remove (const char *folder, GError **error)
{
  if (!for_each_file (folder, remove_file, NULL))
    return fail (error, folder);
  if (g_rmdir (folder) != 0 && errno != ENOTEMPTY && errno != EEXIST && errno != ENOENT)
    return fail (error, folder);
  return TRUE;
}

gboolean
scenario_tapes_make_room (const char *tapes, guint64 bytes, const char *keep)
{
  g_autoptr (GPtrArray) folders = list_folders (tapes);
  g_autofree guint64 *sizes = g_new0 (guint64, folders->len + 1);
  guint64 sum = 0;

  for (guint i = 0; i < folders->len; i++) {
    for_each_file (g_ptr_array_index (folders, i), add_bytes, &sizes[i]);
    sum += sizes[i];
  }
  for (guint i = 0; i < folders->len && sum > bytes; i++) {
    const char *folder = g_ptr_array_index (folders, i);

    if (g_strcmp0 (folder, keep) != 0 && scenario_tapes_remove (folder, NULL))
      sum -= sizes[i];
  }
  return sum <= bytes;
}

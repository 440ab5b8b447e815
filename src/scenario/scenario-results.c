/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/scenario-results.h"

#include "scenario/scenario-files.h"
#include "scenario/scenario-gate.h"
#include "scenario/scenario-problems.h"
#include "scenario/scenario-writer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define RESULTS_FORMAT  "handler-one/results"
#define RESULTS_VERSION 1
#define MOST_RESULTS    1000
#define MOST_PEOPLE     1000

/* From SIM_OUTCOME_WON on.  */
static const char *const outcome_names[] = {"won", "held", "lost"};

void
scenario_last_result_free (ScenarioLastResult *result)
{
  g_free (result->scenario);
  g_free (result);
}

char *
scenario_results_path (void)
{
  return g_build_filename (scenario_user_dir (), "results.json", NULL);
}

static GHashTable *
results_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                (GDestroyNotify) scenario_last_result_free);
}

/* Takes `result`.  */
static void
put (GHashTable *results, ScenarioLastResult *result)
{
  g_hash_table_replace (results, result->scenario, result);
}

/* ---- Reading ------------------------------------------------------------------------------- */

static ScenarioLastResult *
read_result (ScenarioValue value)
{
  ScenarioLastResult *result = g_new0 (ScenarioLastResult, 1);
  ScenarioValue alive;
  ScenarioObject object;

  scenario_object_begin (&object, value);
  result->scenario = scenario_value_id (scenario_object_require (&object, "scenario"));
  result->ended_us = scenario_value_integer (scenario_object_require (&object, "ended_us"), 0,
                                             SCENARIO_GATE_INTEGER);
  result->outcome = SIM_OUTCOME_WON + scenario_value_choice (scenario_object_require (&object, "outcome"),
                                                             outcome_names,
                                                             G_N_ELEMENTS (outcome_names));
  result->people = (guint) scenario_value_integer (scenario_object_require (&object, "people"), 1,
                                                   MOST_PEOPLE);
  alive = scenario_object_require (&object, "alive");
  result->alive = (guint) scenario_value_integer (alive, 0, MOST_PEOPLE);
  if (result->alive > result->people)
    scenario_value_error (alive, SCENARIO_CODE_REFERENCE, _ ("more than there were people"));
  scenario_object_end (&object);
  return result;
}

static GHashTable *
read_results (ScenarioObject *root)
{
  GHashTable *results = results_new ();
  ScenarioArray array =
      scenario_value_array (scenario_object_require (root, "results"), 0, MOST_RESULTS);

  for (guint i = 0; i < array.n; i++) {
    ScenarioValue value = scenario_array_get (&array, i);
    ScenarioLastResult *result = read_result (value);

    if (g_hash_table_contains (results, result->scenario))
      scenario_value_error (value, SCENARIO_CODE_REFERENCE, _ ("a second result of “%s”"),
                            result->scenario);
    put (results, result);
  }
  return results;
}

GHashTable *
scenario_results_read (const char *path, GPtrArray *problems, GError **error)
{
  g_auto (ScenarioFile) file;
  g_autoptr (GHashTable) results = NULL;
  ScenarioObject root;

  if (!scenario_file_open (&file, path, problems, error) ||
      !scenario_object_begin (&root, scenario_document_root (file.document)) ||
      !scenario_object_read_head (&root, RESULTS_FORMAT, RESULTS_VERSION))
    return NULL;
  results = read_results (&root);
  scenario_object_end (&root);
  return scenario_problems_fatal (problems) ? NULL : g_steal_pointer (&results);
}

GHashTable *
scenario_results_find (void)
{
  g_autofree char *path = scenario_results_path ();
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  GHashTable *results = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    results = scenario_results_read (path, problems, NULL);
  return results != NULL ? results : results_new ();
}

/* ---- Writing ------------------------------------------------------------------------------- */

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const ScenarioLastResult *one = *(ScenarioLastResult *const *) a;
  const ScenarioLastResult *two = *(ScenarioLastResult *const *) b;

  if (one->ended_us != two->ended_us)
    return one->ended_us > two->ended_us ? -1 : 1;
  return g_strcmp0 (one->scenario, two->scenario);
}

static void
write_result (ScenarioWriter *writer, const ScenarioLastResult *result)
{
  scenario_writer_begin_object (writer, NULL);
  scenario_writer_string (writer, "scenario", result->scenario);
  scenario_writer_integer (writer, "ended_us", result->ended_us);
  scenario_writer_string (writer, "outcome", outcome_names[result->outcome - SIM_OUTCOME_WON]);
  scenario_writer_integer (writer, "people", result->people);
  scenario_writer_integer (writer, "alive", result->alive);
  scenario_writer_end_object (writer);
}

static gboolean
write_results (const char *path, GHashTable *results, GError **error)
{
  g_autoptr (GPtrArray) all = g_hash_table_get_values_as_ptr_array (results);
  g_auto (ScenarioWriter) writer;

  g_ptr_array_sort (all, compare_newest_first);
  scenario_writer_init (&writer, TRUE);
  scenario_writer_begin_object (&writer, NULL);
  scenario_writer_string (&writer, "format", RESULTS_FORMAT);
  scenario_writer_integer (&writer, "version", RESULTS_VERSION);
  scenario_writer_begin_array (&writer, "results");
  for (guint i = 0; i < MIN (all->len, MOST_RESULTS); i++)
    write_result (&writer, g_ptr_array_index (all, i));
  scenario_writer_end_array (&writer);
  scenario_writer_end_object (&writer);
  scenario_writer_end_line (&writer);
  return scenario_file_write (path, writer.text->str, writer.text->len, error);
}

/* What is there, to be written again; what can not be read is not written over.  */
static GHashTable *
read_to_change (const char *path)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autofree char *aside = NULL;
  GHashTable *results;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return results_new ();
  results = scenario_results_read (path, problems, NULL);
  if (results != NULL)
    return results;
  aside = g_strdup_printf ("%s.%" G_GINT64_FORMAT ".damaged", path, g_get_real_time ());
  g_rename (path, aside);
  return results_new ();
}

static gboolean
is_fit (const ScenarioLastResult *result)
{
  return scenario_is_id (result->scenario) && result->outcome >= SIM_OUTCOME_WON &&
         result->outcome <= SIM_OUTCOME_LOST && result->people >= 1 &&
         result->people <= MOST_PEOPLE && result->alive <= result->people && result->ended_us >= 0;
}

gboolean
scenario_results_note (const char *path, const ScenarioLastResult *result, GError **error)
{
  g_autoptr (GHashTable) results = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  ScenarioLastResult *copy;

  g_return_val_if_fail (is_fit (result), FALSE);

  g_mkdir_with_parents (folder, 0700);
  results = read_to_change (path);
  copy = g_memdup2 (result, sizeof *result);
  copy->scenario = g_strdup (result->scenario);
  put (results, copy);
  return write_results (path, results, error);
}

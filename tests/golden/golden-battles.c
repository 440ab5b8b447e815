/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every built-in battle to the last bit, whatever compiled it: world, picture and staff officer, one
 * minute and ten minutes in (or at the end, if that is sooner).
 *
 * golden-battles          prints what it finds, in the form of tests/golden/battles.txt
 * golden-battles FILE     compares that with a file, line by line
 *
 * When a rule or a battle changes on purpose, so does the file: tests/golden/update, and the commit
 * says why.  */
#include "engine/engine-core-private.h"
#include "scenario/scenario.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const SimTick moments[] = {SIM_SECONDS (60), SIM_SECONDS (600)};

/* Loading a battle needs nothing of the person's: only what is built in counts.  */
static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const ScenarioEntry *first = *(ScenarioEntry *const *) a, *second = *(ScenarioEntry *const *) b;

  return strcmp (first->id, second->id);
}

static gboolean
play (const ScenarioEntry *entry, GString *lines, GError **error)
{
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load (entry->path, error);
  g_autoptr (EngineCore) core = NULL;
  EngineCoreOptions options = {0};

  if (scenario == NULL)
    return FALSE;
  options.seed = scenario_battle_get_seed (scenario);
  options.difficulty = SIM_DIFFICULTY_STANDARD;
  options.staff = STAFF_GOOD;
  core = engine_core_new (scenario, &options, error);
  if (core == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++) {
    engine_core_run (core, moments[i]);
    g_string_append_printf (lines,
                            "%s %u world %016" G_GINT64_MODIFIER "x picture %016" G_GINT64_MODIFIER
                            "x staff %016" G_GINT64_MODIFIER "x\n",
                            entry->id, engine_core_tick (core), engine_core_hash (core),
                            engine_core_picture_hash (core), staff_hash (core->staff));
  }
  return TRUE;
}

static char *
play_all (GError **error)
{
  g_autoptr (GPtrArray) entries = scenario_catalogue ();
  g_autoptr (GString) lines = g_string_new (NULL);

  g_ptr_array_sort (entries, compare_ids);
  for (guint i = 0; i < entries->len; i++) {
    const ScenarioEntry *entry = g_ptr_array_index (entries, i);

    if (strcmp (entry->kind, "scenario") == 0 && !play (entry, lines, error))
      return NULL;
  }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* Tells each line that is not the same.  */
static int
compare (const char *path, const char *found)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) want = NULL, have = g_strsplit (found, "\n", -1);
  guint n_want, n_have, n_differ = 0;

  if (!g_file_get_contents (path, &text, NULL, &error)) {
    fprintf (stderr, "%s\n", error->message);
    return 2;
  }
  want = g_strsplit (text, "\n", -1);
  n_want = g_strv_length (want);
  n_have = g_strv_length (have);
  for (guint i = 0; i < MAX (n_want, n_have); i++) {
    const char *a = i < n_want ? want[i] : "(nothing)", *b = i < n_have ? have[i] : "(nothing)";

    if (strcmp (a, b) == 0)
      continue;
    n_differ++;
    printf ("is to be %s\nis       %s\n", a, b);
  }
  if (n_differ > 0)
    printf ("%u lines differ from %s\n", n_differ, path);
  return n_differ > 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  /* As the environment says: a decimal comma must not make another battle.  */
  setlocale (LC_ALL, "");
  found = play_all (&error);
  if (found == NULL) {
    fprintf (stderr, "%s\n", error->message);
    return 2;
  }
  if (argc > 1)
    return compare (argv[1], found);
  fputs (found, stdout);
  return 0;
}

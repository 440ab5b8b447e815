/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: built-in and the user's own files, the broken ones too.  */
#include "scenario/scenario-battle.h"

#include <string.h>

void
scenario_entry_free (ScenarioEntry *entry)
{
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->summary);
  g_free (entry->kind);
  g_free (entry->path);
  g_free (entry->campaign);
  g_ptr_array_unref (entry->problems);
  g_free (entry);
}

/* Until the file itself says better: the file's name.  */
static void
entry_name_by_path (ScenarioEntry *entry, gboolean is_campaign)
{
  g_autofree char *folder = g_path_get_dirname (entry->path);
  g_autofree char *name = g_path_get_basename (is_campaign ? folder : entry->path);
  g_autofree char *shown = g_filename_display_name (name);

  if (g_str_has_suffix (shown, ".json"))
    shown[strlen (shown) - strlen (".json")] = '\0';
  entry->id = g_strdup (shown);
  entry->title = g_strdup (shown);
  entry->summary = g_strdup ("");
}

static void
set_text (char **to, const char *text)
{
  g_free (*to);
  *to = g_strdup (text);
}

static void
entry_fill_scenario (ScenarioEntry *entry, guint *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) battle =
      scenario_battle_read (entry->path, NULL, entry->problems, &error);

  if (error != NULL)
    scenario_problem_add (entry->problems, SCENARIO_PROBLEM_ERROR, 0, 0, "/", SCENARIO_CODE_FORMAT,
                          "%s", error->message);
  if (battle == NULL)
    return;
  set_text (&entry->id, battle->id);
  set_text (&entry->title, battle->title);
  set_text (&entry->summary, battle->summary);
  entry->campaign = g_strdup (battle->campaign);
  entry->training = battle->training;
  entry->steps = battle->tutorial != NULL ? battle->tutorial->steps->len : 0;
  entry->machines = scenario_battle_n_people (battle);
  entry->duration_s = battle->world.duration / SIM_TICKS_PER_SECOND;
  *order = battle->library_order;
}

static void
entry_fill_campaign (ScenarioEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioCampaign) campaign =
      scenario_campaign_read (entry->path, entry->problems, &error);

  if (error != NULL)
    scenario_problem_add (entry->problems, SCENARIO_PROBLEM_ERROR, 0, 0, "/", SCENARIO_CODE_FORMAT,
                          "%s", error->message);
  if (campaign == NULL)
    return;
  set_text (&entry->id, campaign->id);
  set_text (&entry->title, campaign->title);
  set_text (&entry->summary, campaign->summary);
  for (guint i = 0; i < campaign->people->len; i++)
    entry->machines += g_array_index (campaign->people, ScenarioPerson, i).alive;
}

/* What the library is sorted by: the scenarios that stand alone, then campaigns, each before its
 * scenarios.  */
typedef struct {
  ScenarioEntry *entry;
  guint order;
  guint number; /* as found */
} Sorted;

static int
entry_rank (const ScenarioEntry *entry)
{
  if (entry->campaign == NULL && strcmp (entry->kind, "scenario") == 0)
    return entry->user ? 2 : 0;
  return entry->user ? 3 : 1;
}

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *one = a, *two = b;
  int rank = entry_rank (one->entry) - entry_rank (two->entry);

  if (rank != 0)
    return rank;
  if (entry_rank (one->entry) == 0 && one->order != two->order)
    return one->order < two->order ? -1 : 1;
  if (entry_rank (one->entry) == 2) {
    int title = g_utf8_collate (one->entry->title, two->entry->title);

    if (title != 0)
      return title;
  }
  return one->number < two->number ? -1 : one->number > two->number;
}

static ScenarioEntry *
entry_new (const ScenarioFound *found, guint *order)
{
  ScenarioEntry *entry = g_new0 (ScenarioEntry, 1);

  entry->path = g_strdup (found->path);
  entry->kind = g_strdup (found->is_campaign ? "campaign" : "scenario");
  entry->user = found->user;
  entry->problems = scenario_problems_new ();
  entry_name_by_path (entry, found->is_campaign);
  if (found->is_campaign)
    entry_fill_campaign (entry);
  else
    entry_fill_scenario (entry, order);
  scenario_problems_sort (entry->problems);
  return entry;
}

GPtrArray *
scenario_catalogue (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_entry_free);
  g_autoptr (GPtrArray) all = scenario_files_find ();
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));

  for (guint i = 0; i < all->len; i++) {
    Sorted item = {NULL, G_MAXUINT, i};

    item.entry = entry_new (g_ptr_array_index (all, i), &item.order);
    g_array_append_val (sorted, item);
  }
  g_array_sort (sorted, compare_sorted);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (entries, g_array_index (sorted, Sorted, i).entry);
  return entries;
}

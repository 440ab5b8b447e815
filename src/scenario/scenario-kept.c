/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/scenario-kept.h"

#include "scenario/scenario-truth.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- To go on with ------------------------------------------------------------------------- */

void
scenario_offer_free (ScenarioOffer *offer)
{
  g_free (offer->path);
  g_clear_pointer (&offer->scenario, scenario_battle_unref);
  g_ptr_array_unref (offer->problems);
  g_free (offer);
}

/* The battle of a save, as it was when it was written.  */
static ScenarioBattle *
load_same_battle (const char *path, GError **error)
{
  g_autoptr (ScenarioReplay) head = scenario_replay_load_head (path, error);
  g_autoptr (ScenarioBattle) scenario = NULL;

  if (head == NULL)
    return NULL;
  scenario = scenario_replay_load_battle (head, error);
  if (scenario == NULL)
    return NULL;
  if (strcmp (scenario->content_hash, head->content_hash) == 0)
    return g_steal_pointer (&scenario);
  g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID,
               /* Translators: name of a file, title of a battle.  */
               _ ("%1$s: the battle “%2$s” or its rules have changed since it was saved"), path,
               scenario->title);
  return NULL;
}

static gboolean
take_slot (ScenarioOffer *offer, const ScenarioRing *ring, guint slot)
{
  g_autofree char *path = scenario_ring_save_path (ring, slot);
  g_autoptr (GError) error = NULL;

  offer->scenario = load_same_battle (path, &error);
  if (offer->scenario == NULL) {
    g_ptr_array_add (offer->problems, g_strdup (error->message));
    return FALSE;
  }
  offer->path = g_steal_pointer (&path);
  offer->slot = slot;
  offer->session = ring->slots[slot].session;
  offer->tick = ring->slots[slot].tick;
  return TRUE;
}

ScenarioOffer *
scenario_offer_find (const char *folder, guint without)
{
  g_autoptr (ScenarioRing) ring = scenario_ring_new (folder);
  ScenarioOffer *offer = g_new0 (ScenarioOffer, 1);
  int slot;

  offer->problems = g_ptr_array_new_with_free_func (g_free);
  scenario_ring_read (ring);
  for (guint i = 0; i < SCENARIO_RING_SLOTS; i++)
    if (ring->slots[i].problem != NULL)
      g_ptr_array_add (offer->problems, g_strdup (ring->slots[i].problem));
  while ((slot = scenario_ring_newest (ring, without)) >= 0 &&
         !take_slot (offer, ring, (guint) slot))
    without |= 1u << slot;
  return offer;
}

/* ---- Replays and saves by hand ------------------------------------------------------------- */

void
scenario_kept_free (ScenarioKept *kept)
{
  g_free (kept->path);
  g_free (kept->title);
  g_free (kept->problem);
  g_free (kept);
}

/* Battles by what files call them: many a replay is of one.  */
static ScenarioBattle *
find_battle (GHashTable *battles, const ScenarioReplay *head)
{
  ScenarioBattle *battle = g_hash_table_lookup (battles, head->scenario);

  if (battle == NULL) {
    battle = scenario_replay_load_battle (head, NULL);
    if (battle != NULL)
      g_hash_table_insert (battles, g_strdup (head->scenario), battle);
  }
  return battle;
}

static ScenarioKept *
kept_new (const char *path, GHashTable *battles)
{
  ScenarioKept *kept = g_new0 (ScenarioKept, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioReplay) head = scenario_replay_load_head (path, &error);
  ScenarioBattle *battle = head != NULL ? find_battle (battles, head) : NULL;

  kept->path = g_strdup (path);
  kept->is_save = g_str_has_suffix (path, ".h1save");
  if (head == NULL) {
    kept->problem = g_strdup (error->message);
    return kept;
  }
  kept->session = head->session;
  kept->end = head->end;
  if (battle == NULL) {
    kept->problem = g_strdup_printf (_ ("the scenario “%s” can not be loaded here"), head->scenario);
    return kept;
  }
  kept->title = g_strdup (battle->title);
  kept->machines = scenario_battle_n_people (battle);
  return kept;
}

static void
add_folder (GPtrArray *all, const char *folder, const char *ending, GHashTable *battles)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (*name != '.' && g_str_has_suffix (name, ending) && !g_str_has_prefix (name, "autosave-") &&
        g_file_test (path, G_FILE_TEST_IS_REGULAR))
      g_ptr_array_add (all, kept_new (path, battles));
  }
}

/* The newest first; by name, what says no time.  */
static int
compare_kept (gconstpointer a, gconstpointer b)
{
  const ScenarioKept *one = *(ScenarioKept *const *) a, *two = *(ScenarioKept *const *) b;
  gint64 one_us = MAX (one->session.begun_us, one->session.written_us);
  gint64 two_us = MAX (two->session.begun_us, two->session.written_us);

  if (one_us != two_us)
    return one_us > two_us ? -1 : 1;
  return strcmp (one->path, two->path);
}

GPtrArray *
scenario_kept_find (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_kept_free);
  g_autoptr (GHashTable) battles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify) scenario_battle_unref);
  g_autofree char *saves = scenario_saves_folder (), *replays = scenario_replays_folder ();

  add_folder (all, saves, ".h1save", battles);
  add_folder (all, replays, ".h1replay", battles);
  g_ptr_array_sort (all, compare_kept);
  return all;
}

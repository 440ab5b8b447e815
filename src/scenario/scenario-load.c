/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading a scenario by id or path, and what others make of one.  */
#include "scenario/scenario-battle.h"
#include "scenario/scenario-carried.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- By id or path ------------------------------------------------------------------------- */

/* A user's file may be called otherwise than its id.  */
static ScenarioBattle *
read_by_id (const char *id, GArray *people)
{
  g_autoptr (GPtrArray) all = scenario_files_find ();

  for (guint i = 0; i < all->len; i++) {
    const ScenarioFound *found = g_ptr_array_index (all, i);
    g_autoptr (GPtrArray) problems = scenario_problems_new ();
    g_autoptr (ScenarioBattle) battle = NULL;

    if (found->is_campaign || !found->user)
      continue;
    battle = scenario_battle_read (found->path, people, problems, NULL);
    if (battle != NULL && strcmp (battle->id, id) == 0)
      return g_steal_pointer (&battle);
  }
  return NULL;
}

static ScenarioBattle *
read_path (const char *path, GArray *people, GError **error)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) why = NULL;
  ScenarioBattle *battle = scenario_battle_read (path, people, problems, &why);

  if (battle != NULL)
    return battle;
  scenario_problems_sort (problems);
  if (why == NULL)
    scenario_problems_to_error (problems, path, &why);
  g_propagate_error (error, g_steal_pointer (&why));
  return NULL;
}

ScenarioBattle *
scenario_battle_load_with (const char *id_or_path, GArray *people, GError **error)
{
  g_autofree char *path = scenario_is_id (id_or_path) ? scenario_files_path_of (id_or_path) : NULL;
  ScenarioBattle *battle;

  if (path != NULL)
    return read_path (path, people, error);
  battle = scenario_is_id (id_or_path) ? read_by_id (id_or_path, people) : NULL;
  if (battle != NULL)
    return battle;
  if (!scenario_is_id (id_or_path) || g_file_test (id_or_path, G_FILE_TEST_EXISTS))
    return read_path (id_or_path, people, error);
  g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_UNKNOWN, _ ("there is no scenario “%s”"),
               id_or_path);
  return NULL;
}

ScenarioBattle *
scenario_battle_load_after (const char *id_or_path, GArray *people, const SimLearning *learned,
                            GError **error)
{
  ScenarioBattle *battle = scenario_battle_load_with (id_or_path, people, error);

  if (battle != NULL && learned->battles > 0)
    scenario_battle_carry_learned (battle, learned);
  return battle;
}

void
scenario_battle_carry_learned (ScenarioBattle *battle, const SimLearning *learned)
{
  battle->world.learning = *learned;
  scenario_carried_note_learned (&battle->carried, learned);
}

ScenarioBattle *
scenario_battle_load (const char *id_or_path, GError **error)
{
  return scenario_battle_load_with (id_or_path, NULL, error);
}

/* ---- For the picture ------------------------------------------------------ */

void
scenario_battle_fill_sheet (const ScenarioBattle *battle, PictureSheet *sheet)
{
  for (guint i = 0; i < battle->features->len; i++) {
    const SimFeature *feature = &g_array_index (battle->features, SimFeature, i);

    if (feature->kind == SIM_FEATURE_RIVER)
      picture_sheet_add_line (sheet, PICTURE_LINE_RIVER, feature->points, feature->n_points,
                              feature->radius_m);
    else if (feature->kind == SIM_FEATURE_ROAD)
      picture_sheet_add_line (sheet, PICTURE_LINE_ROAD, feature->points, feature->n_points,
                              feature->radius_m);
    else if (feature->kind == SIM_FEATURE_CLIFF)
      picture_sheet_add_line (sheet, PICTURE_LINE_CLIFF, feature->points, feature->n_points, 0);
    else if (feature->kind == SIM_FEATURE_MINEFIELD &&
             (feature->known & 1u << SIM_SIDE_REPUBLIC) != 0)
      picture_sheet_add_minefield (sheet, feature->points, feature->n_points, feature->radius_m);
  }
  for (guint i = 0; i < battle->places->len; i++)
    picture_sheet_add_place (sheet, &g_array_index (battle->places, PicturePlace, i));
}

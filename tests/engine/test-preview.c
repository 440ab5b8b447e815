/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map of a briefing: our own where they stand when the battle begins, and of the enemy what is told.  */
#include "engine/engine-preview.h"

#include "engine/engine-core.h"
#include "scenario/scenario-truth.h"

static void
check_battle (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load (id, &error);
  g_autoptr (EnginePreview) preview = NULL;

  g_assert_no_error (error);
  preview = engine_preview_new (scenario, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->view->n_own, ==, scenario->world.n_squadron);
  for (gsize i = 0; i < preview->view->n_own; i++)
    g_assert_cmpfloat (base_vec_distance (preview->view->own[i].fix,
                                          scenario->world.squadron[i].position), <, 1);
  g_assert_cmpuint (preview->view->n_tracks, ==, scenario_battle_n_known (scenario));
  for (gsize i = 0; i < preview->view->n_tracks; i++) {
    const ScenarioKnown *known = scenario_battle_get_known (scenario, (guint) i);

    g_assert_cmpint (preview->view->tracks[i].type, ==, known->type);
    g_assert_cmpfloat (base_vec_distance (preview->view->tracks[i].position, known->position), <, 1);
  }
  g_assert_cmpfloat (preview->sheet->width_m, >, 0);
}

static void
test_preview (void)
{
  check_battle ("training");
  check_battle ("first-link");
  check_battle ("long-front");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/preview", test_preview);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-preview.h"

#include "engine/engine-core-private.h"
#include "engine/engine-sheet.h"
#include "scenario/scenario-truth.h"

PictureSheet *
engine_preview_sheet (const ScenarioBattle *scenario)
{
  SimGround *ground = sim_ground_new (&scenario->world.terrain);
  PictureSheet *sheet = engine_sheet_from_ground (scenario, ground);

  sim_ground_free (ground);
  return sheet;
}

EnginePreview *
engine_preview_new (ScenarioBattle *scenario, GError **error)
{
  EngineCoreOptions options = {.seed = scenario_battle_get_seed (scenario), .staff = STAFF_NONE};
  g_autoptr (EngineCore) core = engine_core_new (scenario, &options, error);
  EnginePreview *preview;

  if (core == NULL)
    return NULL;
  preview = g_new0 (EnginePreview, 1);
  preview->sheet = engine_core_make_sheet (core);
  preview->view = g_new0 (PictureView, 1);
  picture_fill_view (core->picture, preview->view);
  return preview;
}

void
engine_preview_free (EnginePreview *preview)
{
  if (preview == NULL)
    return;
  picture_sheet_free (preview->sheet);
  g_free (preview->view);
  g_free (preview);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-preview.h"

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

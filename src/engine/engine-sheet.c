/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-sheet.h"

#include "scenario/scenario-truth.h"

#include <string.h>

PictureSheet *
engine_sheet_from_ground (const ScenarioBattle *scenario, const SimGround *ground)
{
  const SimTerrainDef *terrain = &scenario->world.terrain;
  PictureSheet *sheet = picture_sheet_new (terrain->width_m, terrain->height_m, ground->cell_m);
  size_t columns = (size_t) MIN (sheet->columns, ground->columns);

  for (int row = 0; row < MIN (sheet->rows, ground->rows); row++) {
    memcpy (sheet->heights_m + row * sheet->columns, ground->heights_m + row * ground->columns,
            columns * sizeof *sheet->heights_m);
    memcpy (sheet->covers + row * sheet->columns, ground->covers + row * ground->columns,
            columns * sizeof *sheet->covers);
  }
  scenario_battle_fill_sheet (scenario, sheet);
  return sheet;
}

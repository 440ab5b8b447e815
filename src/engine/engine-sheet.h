/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map on her table, made of the ground and what the scenario prints on it.  */
#pragma once

#include "scenario/scenario.h"
#include "sim/sim.h"

G_BEGIN_DECLS

/* Free with picture_sheet_free().  */
PictureSheet *engine_sheet_from_ground (const ScenarioBattle *scenario, const SimGround *ground);

G_END_DECLS

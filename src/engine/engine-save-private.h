/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves and cores.  */
#pragma once

#include "engine/engine-core.h"
#include "engine/engine-save.h"

G_BEGIN_DECLS

/* The moment as a save; free with scenario_save_free().  */
ScenarioSave *engine_save_take (EngineCore *core);
/* A core at that moment.  NULL with ENGINE_ERROR_SAVE, or why the battle can not be made.  */
EngineCore *engine_save_resume (const ScenarioSave *save, ScenarioBattle *scenario,
                                GError **error);

G_END_DECLS

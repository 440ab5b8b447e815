/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A battle in a file: everything that steps, at one moment, and the way back.
 *
 * A battle that is saved and loaded goes on as if it never had been: same hashes, same result.  What
 * a file holds is checked before it is believed.  */
#pragma once

#include "engine/engine-run.h"

G_BEGIN_DECLS

/* The battle that the save is of, if it is still the one that was saved.  NULL with SCENARIO_ERROR or
 * ENGINE_ERROR_CONTENT.  */
ScenarioBattle *engine_save_load_scenario (const ScenarioSave *save, GError **error);

/* Runs what is saved on, as engine_run(): seed, difficulty and staff officer are the save's, whatever
 * the options say; orders of the time before are left out.  NULL with ENGINE_ERROR_SAVE when the
 * state is not one of this battle.  */
EngineRun *engine_run_on (const ScenarioSave *save, ScenarioBattle *scenario,
                          const EngineRunOptions *options, GError **error);

G_END_DECLS

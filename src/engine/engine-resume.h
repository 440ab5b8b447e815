/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A battle from a save, to be gone on with: the state, then what the journal beside it says.  */
#pragma once

#include "engine/engine-replayer.h"

G_BEGIN_DECLS

/* Loads beside whatever is open: nothing changes when it fails.  `go_on`: it is the same playing of the
 * battle, as after a crash; else it branches off, and the playing that it was saved in stays what it is.
 * Any thread, takes as long as the journal's battle time does to simulate.  NULL with SCENARIO_ERROR or
 * ENGINE_ERROR.  */
EngineResume *engine_resume_load (const char *path, gboolean go_on, GError **error);
void engine_resume_free (EngineResume *resume);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineResume, engine_resume_free)

/* Seed, difficulty and staff officer.  */
void engine_resume_fill_options (EngineResume *resume, EngineOptions *options);
/* Where it stands.  */
ScenarioBattle *engine_resume_get_scenario (EngineResume *resume);
SimTick engine_resume_get_tick (EngineResume *resume);
guint64 engine_resume_get_hash (EngineResume *resume);
guint64 engine_resume_get_picture_hash (EngineResume *resume);
/* Orders and the like that the journal gave; and what of it could not be followed, or NULL.  */
guint engine_resume_get_n_given (EngineResume *resume);
const char *engine_resume_get_problem (EngineResume *resume);

G_END_DECLS

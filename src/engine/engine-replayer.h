/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A replay, played again to any moment; and what the handler knew at a moment of a battle.
 *
 * Used by one thread at a time.  What was true at that moment is in engine-truth.h.  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

#define ENGINE_ERROR (engine_error_quark ())
GQuark engine_error_quark (void);
typedef enum {
  ENGINE_ERROR_CONTENT, /* the scenario is not the one that was recorded */
  ENGINE_ERROR_REPLAY,  /* the replay can not be played: a command fits nothing in the battle */
  ENGINE_ERROR_DIFFERS, /* a hash differs */
  ENGINE_ERROR_SAVE,    /* the state of a save can not be gone on from */
} EngineError;

/* One moment of a battle, whole and at rest.  */
typedef struct _EngineMoment EngineMoment;

void engine_moment_free (EngineMoment *moment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineMoment, engine_moment_free)
SimTick engine_moment_get_tick (const EngineMoment *moment);
gboolean engine_moment_is_finished (const EngineMoment *moment);
guint64 engine_moment_get_hash (const EngineMoment *moment);
guint64 engine_moment_get_picture_hash (const EngineMoment *moment);
/* What the handler knew; borrowed.  */
const PictureView *engine_moment_get_view (const EngineMoment *moment);

typedef struct _EngineReplayer EngineReplayer;

/* Loads the replay's scenario, checks that it is the recorded one and that the commands fit it.
 * `replay` is borrowed and must outlive the replayer.  NULL with SCENARIO_ERROR or ENGINE_ERROR.  */
EngineReplayer *engine_replayer_new (const ScenarioReplay *replay, GError **error);
void engine_replayer_free (EngineReplayer *replayer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineReplayer, engine_replayer_free)

ScenarioBattle *engine_replayer_get_scenario (EngineReplayer *replayer);
/* Goes to a moment, at most to the recorded end.  Where it has been before it comes back at once, by
 * snapshots of every 30 s.  */
void engine_replayer_seek (EngineReplayer *replayer, SimTick tick);
EngineMoment *engine_replayer_take_moment (EngineReplayer *replayer);

G_END_DECLS

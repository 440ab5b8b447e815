/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a replayer stands, to go on from there by another way.
 *
 * Private to the engine.  */
#pragma once

#include "engine/engine-replayer.h"
#include "engine/engine-snapshot.h"

G_BEGIN_DECLS

/* Whether a command of a file can be given in this battle, which trusts its commands.  */
gboolean engine_command_is_fit (const ScenarioBattle *scenario, const SimCommand *command);
/* Whether a log is of this very battle, and its commands fit; else `error` says why not.  */
gboolean engine_replay_fits (const ScenarioReplay *replay, const ScenarioBattle *scenario,
                             GError **error);

const ScenarioReplay *engine_replayer_get_replay (EngineReplayer *replayer);
/* What it plays with; moved by engine_replayer_seek() alone.  */
EngineCore *engine_replayer_get_core (EngineReplayer *replayer);

/* For tests: called after each step, and before a snapshot is kept, to plant a difference.  What it
 * does at a tick must be the same each time the tick is played.  */
typedef void (*EngineReplayerHook) (EngineCore *core, gpointer data);
void engine_replayer_set_hook (EngineReplayer *replayer, EngineReplayerHook hook, gpointer data);

/* Everything at the moment, and the index of the first recorded command that was not given yet.  */
EngineSnapshot *engine_replayer_take_snapshot (EngineReplayer *replayer, guint *next_command);

G_END_DECLS

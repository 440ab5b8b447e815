/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a replayer stands, to go on from there by another way.
 *
 * Private to the engine.  */
#pragma once

#include "engine/engine-replayer.h"
#include "engine/engine-snapshot.h"

G_BEGIN_DECLS

/* Everything at the moment, and the index of the first recorded command that was not given yet.  */
EngineSnapshot *engine_replayer_take_snapshot (EngineReplayer *replayer, guint *next_command);

G_END_DECLS

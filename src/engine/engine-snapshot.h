/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that steps, at one moment, to come back to: world with link and orders in life,
 * picture, staff officer, the log and what waits.
 *
 * Private to the engine.  */
#pragma once

#include "engine/engine-core.h"

G_BEGIN_DECLS

typedef struct _EngineSnapshot EngineSnapshot;

EngineSnapshot *engine_snapshot_take (EngineCore *core);
void engine_snapshot_free (EngineSnapshot *snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineSnapshot, engine_snapshot_free)

SimTick engine_snapshot_get_tick (const EngineSnapshot *snapshot);
/* Sets a core, made from the same scenario and options, to the moment.  */
void engine_snapshot_restore (const EngineSnapshot *snapshot, EngineCore *core);

G_END_DECLS

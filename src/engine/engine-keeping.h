/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worker's side of keeping a battle: what goes to the keeper, and when.
 *
 * Private to the engine; used by whoever has the core.  It takes snapshots between ticks and notes what is
 * done to the battle; the battle itself does not change by it.  */
#pragma once

#include "engine/engine-clock.h"
#include "engine/engine-core.h"
#include "engine/engine-keeper-private.h"

G_BEGIN_DECLS

/* Of real play between two autosaves, and between two notes of the moment that is reached.  */
#define ENGINE_AUTOSAVE_US (60 * G_USEC_PER_SEC)
#define ENGINE_MARK_US     G_USEC_PER_SEC

typedef struct _EngineKeeping EngineKeeping;

/* `keeper` is referenced.  The core's messages are kept from now on.  */
EngineKeeping *engine_keeping_new (EngineKeeper *keeper, EngineCore *core, gint64 begun_us);
void engine_keeping_free (EngineKeeping *keeping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineKeeping, engine_keeping_free)

/* What has just been done to the core (SAVE excepted).  */
void engine_keeping_note (EngineKeeping *keeping, const EngineInput *input);
/* Between ticks: hands over what was noted, and an autosave if it is time for one.  */
void engine_keeping_advance (EngineKeeping *keeping, const EngineClock *clock, gint64 now_us);
/* Now, unless nothing has happened since the last.  */
void engine_keeping_autosave (EngineKeeping *keeping, const EngineClock *clock);
void engine_keeping_save_to (EngineKeeping *keeping, const EngineClock *clock, const char *path);
/* The last: the battle is over, or left as it stands.  Safe to call twice.  */
void engine_keeping_close (EngineKeeping *keeping, const EngineClock *clock);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread that steps a battle.
 *
 * Private to the engine.  Its functions are for the main thread; what runs on the worker is
 * inside engine-worker.c and asserts so.  */
#pragma once

#include "engine/engine-core.h"
#include "engine/engine-keeping.h"
#include "engine/mailbox.h"

G_BEGIN_DECLS

typedef struct _EngineWorker EngineWorker;

/* Starts the thread.  The core goes over to it, and so does `keeping` (NULL: the battle is not kept);
 * outputs wake the calling thread's default context.  NULL with G_THREAD_ERROR.  */
EngineWorker *engine_worker_new (EngineCore *core, EngineKeeping *keeping, double speed,
                                 gboolean paused, GError **error);

EngineMailbox *engine_worker_get_mailbox (EngineWorker *worker);

/* The core: only for engine_core_next_id() while the worker runs; freely after the ENDED event
 * was received (a finished battle is not stepped any more) or after the join.  */
EngineCore *engine_worker_get_core (EngineWorker *worker);

/* Stops and joins the thread; waits at most for the step under way, and hands what is kept to the keeper
 * without waiting for the disk.  Safe to call twice.  */
void engine_worker_join (EngineWorker *worker);
/* Joins and frees.  */
void engine_worker_free (EngineWorker *worker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EngineWorker, engine_worker_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One battle for each seed of a range, on several threads, read in the order of the seeds.
 *
 * Private to the engine.  */
#pragma once

#include "engine/engine-run.h"

G_BEGIN_DECLS

/* How one battle is made.  `run` is called by the batch's threads, for several seeds at once: what
 * `data` points to is only read.  `mine` is a place of the calling thread alone, NULL at first;
 * what `run` leaves there is freed with `free_mine` (may be NULL) when the thread ends.  */
typedef struct {
  EngineRun *(*run) (gconstpointer data, gpointer *mine, guint64 seed, GError **error);
  GDestroyNotify free_mine;
  gconstpointer data;
} EngineBatchWork;

/* As engine_run_batch() says.  */
gboolean engine_batch_run (const EngineBatchWork *work, guint64 first, guint64 last, guint jobs,
                           EngineBatchFunc func, gpointer data, GError **error);

G_END_DECLS

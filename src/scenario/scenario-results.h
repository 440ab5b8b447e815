/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each battle went when it was last fought to its end: a small file of the person's own.
 *
 * Any thread; reads and writes files, so not the main one.  Who writes is one at a time.  */
#pragma once

#include "scenario/scenario.h"

G_BEGIN_DECLS

typedef struct {
  char *scenario;     /* id, of the battle */
  gint64 ended_us;    /* of the wall clock, since 1970 */
  SimOutcome outcome; /* won, held or lost */
  guint people;       /* of ours who went in, 1.. */
  guint alive;        /* of them */
} ScenarioLastResult;

void scenario_last_result_free (ScenarioLastResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenarioLastResult, scenario_last_result_free)

/* "results.json" in the user's folder; newly allocated.  */
char *scenario_results_path (void);

/* Scenario id → ScenarioLastResult (both owned by the table).  NULL when the file can not be used as a whole:
 * `problems` (empty before) or `error` says why.  */
GHashTable *scenario_results_read (const char *path, GPtrArray *problems, GError **error);
/* The same for whom nothing is worse than knowing less: empty when there is no file or it is of no use.  */
GHashTable *scenario_results_find (void);

/* Takes the place of what was noted of that battle; of very many battles the oldest goes.  A file that can not be read
 * is put aside under another name first.  SCENARIO_ERROR_READ.  */
gboolean scenario_results_note (const char *path, const ScenarioLastResult *result, GError **error);

G_END_DECLS

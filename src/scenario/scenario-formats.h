/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readers of the smaller formats (private to this room).  */
#pragma once

#include "scenario/scenario-lines.h"

G_BEGIN_DECLS

/* NULL when the file can not be used; `problems` (empty before) or `error` says why.  */
GPtrArray *scenario_orders_read (const char *path, GPtrArray *problems, GError **error);
ScenarioReplay *scenario_replay_read (const char *path, GPtrArray *problems, GError **error);
ScenarioSave *scenario_save_read (const char *path, GPtrArray *problems, GError **error);

G_END_DECLS

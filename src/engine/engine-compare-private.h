/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the engine and its tests, which change something on the way.  */
#pragma once

#include "engine/engine-compare.h"

G_BEGIN_DECLS

/* Compares what two replayers play; they keep their replays.  Never fails.  */
EngineComparison *engine_compare_replayers (EngineReplayer *a, EngineReplayer *b);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The orders of a file, given to a battle at their times.
 *
 * Private to the engine.  */
#pragma once

#include "engine/engine-core.h"

G_BEGIN_DECLS

/* Steps until the battle is finished or `until` is reached, and gives each of the orders
 * (ScenarioOrder, by time; NULL: none) when it is due; those before this moment are left out.  A
 * sentence about each that was not understood is added to `problems` (of char *).  `book` may be
 * NULL without orders.  */
void engine_script_run (EngineCore *core, OrderBook *book, GPtrArray *orders, SimTick until,
                        GPtrArray *problems);

G_END_DECLS

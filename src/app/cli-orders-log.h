/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said in a battle, and what became of each order.  */
#pragma once

#include "app/cli-common.h"

G_BEGIN_DECLS

/* Members of an open object: `captions`, an array of {t_s, tick, kind, class, speaker, text, cut}, and
 * `orders_log`, an array of {id, text, changes}, each change {t_s, tick, state, cause, unit} with the id of
 * the addressee or null for all of them.  `run` has a log.  */
void cli_orders_log_add_json (JsonBuilder *builder, const ScenarioBattle *scenario,
                              OrderBook *book, const EngineRun *run);
/* The same as lines to read, in order of time.  */
void cli_orders_log_print (const ScenarioBattle *scenario, OrderBook *book, const EngineRun *run);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read of an order, as `order` and `listen` tell it.  */
#pragma once

#include "app/cli-common.h"

G_BEGIN_DECLS

/* An object; of a reading that is ORDER_OK.  */
void cli_add_order (JsonBuilder *builder, OrderBook *book, const OrderReading *reading);
/* The member "error"; `reading` may be NULL: nothing was understood of it.  */
void cli_add_order_error (JsonBuilder *builder, const char *reason, const OrderReading *reading);
/* On standard output; on standard error.  */
void cli_print_order_text (OrderBook *book, const OrderReading *reading);
void cli_print_refusal_text (const OrderReading *reading);

/* What lies before somebody who reads one order: a battle, its words, what is known of it at a moment.  */
typedef struct {
  ScenarioBattle *scenario; /* (owned) (nullable) as the two below */
  OrderBook *book;
  EngineMoment *moment;
} CliTable;

/* Of an empty table.  `id_or_path` NULL: the default battle; `language` NULL: English; `at`: ticks from the start.
 * FALSE with an error; cleared by the caller in any case.  */
gboolean cli_table_lay (CliTable *table, const char *id_or_path, const char *language, SimTick at,
                        GError **error);
void cli_table_clear (CliTable *table);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliTable, cli_table_clear)
/* (transfer none) */
const PictureView *cli_table_view (const CliTable *table);

G_END_DECLS

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

G_END_DECLS

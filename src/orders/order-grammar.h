/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the words of canonical text are put together in a language (private to the room).  */
#pragma once

#include "orders/order-book.h"

void order_grammar_init (OrderGrammar *grammar);
void order_grammar_clear (OrderGrammar *grammar);
void order_grammar_copy (OrderGrammar *to, const OrderGrammar *from);

/* "to Point 304", or what goes with it after it: the connector of this key (NULL: none) and its
 * object.  Newly allocated.  */
char *order_with_connector (OrderBook *book, const char *key, const char *object);
/* "in 5 minutes".  Newly allocated.  */
char *order_within_minutes (OrderBook *book, guint minutes);
/* "in 5 minutes": a time to begin.  Newly allocated.  */
char *order_after_minutes (OrderBook *book, guint minutes);

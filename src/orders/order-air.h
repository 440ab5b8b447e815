/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders as they go over the air, by templates that a language may order as it needs (private to
 * the room).  In English they are the canonical text.  */
#pragma once

#include "orders/order-book.h"
#include "orders/order-message.h"

/* "First Platoon", "Wehrwolf", "All units".  */
const char *
order_addressee_words (OrderBook *book, OrderManner manner, const SimAddressee *addressee);
/* "G04-7", "Point 304", "T07", "Falke"; or "golf zero four keypad seven", "track seven".
 * Newly allocated, "" for none.  */
char *order_target_words (OrderBook *book, OrderManner manner, const SimTarget *target);
/* "2" or "two".  Newly allocated.  */
char *order_mark_words (OrderBook *book, OrderManner manner, guint mark);
/* "Wehrwolf, move to G04 via G05, fast".  Newly allocated.  */
char *order_on_air (OrderBook *book, OrderManner manner, const SimCommand *command);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts in words or figures (private to the room).  All are translated and newly allocated.  */
#pragma once

#include "orders/order-book.h"
#include "orders/order-message.h"

/* "four", "sixty-two"; figures where it is ORDER_WRITTEN, and from 1000 on.  */
char *order_count_text (OrderBook *book, int count, OrderManner manner);
/* "four Grauwolf", "one unknown", "several Löwe" for a count of 0.  */
char *order_contact_text (OrderBook *book, SimTypeIndex type, int count, OrderManner manner);
/* "no rounds", "one round", "nine rounds".  */
char *order_rounds_text (OrderBook *book, int rounds, OrderManner manner);
/* "three machines".  */
char *order_machines_text (OrderBook *book, int machines, OrderManner manner);
/* "four minutes".  */
char *order_minutes_text (OrderBook *book, int minutes, OrderManner manner);
/* "forty seconds": how long ago; whole minutes from two on.  */
char *order_ago_text (OrderBook *book, int seconds, OrderManner manner);
/* "ten seconds".  */
char *order_count_seconds_text (OrderBook *book, int seconds, OrderManner manner);
/* "no loads", "five loads": what a Scavenger carries.  */
char *order_loads_text (OrderBook *book, int loads, OrderManner manner);
/* "nine per cent".  */
char *order_percent_text (OrderBook *book, int percent, OrderManner manner);

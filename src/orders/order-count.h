/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts in words or figures (private to the room).  All are translated and newly allocated.  */
#pragma once

#include "orders/orders.h"

/* "four", "sixty-two"; figures from 100 on and where `spoken` is FALSE.  */
char *order_count_text (int count, gboolean spoken);
/* "four Grauwolf", "one unknown", "several Löwe" for a count of 0.  */
char *order_contact_text (OrderBook *book, SimTypeIndex type, int count, gboolean spoken);
/* "no rounds", "one round", "nine rounds".  */
char *order_rounds_text (int rounds, gboolean spoken);
/* "three machines".  */
char *order_machines_text (int machines, gboolean spoken);
/* "nine per cent".  */
char *order_percent_text (int percent, gboolean spoken);

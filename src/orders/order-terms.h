/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as they stand inside a sentence (private to the room).  Translated; owned by the book's
 * catalogue, or static.  */
#pragma once

#include "orders/order-book.h"
#include "orders/order-message.h"

/* "taking fire", "legs are gone": what a pilot gives as a reason.  */
const char *order_cause_clause (OrderBook *book, OrderManner manner, SimCause cause);
/* "the legs".  */
const char *order_part_clause (OrderBook *book, OrderManner manner, SimPart part);
/* "north-east", in a sentence on the air.  */
/* "a group of voices".  */
const char *order_size_words (OrderBook *book, OrderManner manner, SimSize size);

const char *
order_direction_words (OrderBook *book, OrderManner manner, guint direction_of_eight);
/* "hill", "bridge": of the window.  */
const char *order_place_kind_text (PicturePlaceKind kind);
/* "open ground", "woods": likewise.  */
const char *order_cover_text (PictureCover cover);

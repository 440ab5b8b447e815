/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters, digits and ordinals as they are said (private to the room).
 *
 * English is the ICAO spelling alphabet as data/phrases/en.json begins it, so that what is said in
 * English can be typed; other languages have their own words with the context of speech.  */
#pragma once

#include "orders/order-grid.h"
#include "orders/order-message.h"

/* "zero six seven" for the digits of a text, one by one.  Newly allocated.  */
char *order_spell_digits (OrderBook *book, const char *digits);
/* "golf zero four keypad seven".  Newly allocated.  */
char *order_spell_square (OrderBook *book, OrderManner manner, const OrderSquare *square,
                          gboolean keypad);
/* "Third Four": a machine without a call sign; platoons count from 0.  Newly allocated.  */
char *order_spell_machine (OrderBook *book, guint platoon, guint number);
/* The word in English: 'G' or '4'; "" for others.  For the test that compares with the phrases.  */
const char *order_spell_english (char letter_or_digit);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small battle to talk about: six platoons, a river with its crossings, enemies on the map.  */
#pragma once

#include "orders/orders.h"

/* Reads data/phrases/LANG.json of the checkout.  Aborts the test when it is not as it should be. */
void fixture_phrases (OrderPhrases *phrases, const char *language);

/* 13 by 12 km, twenty-one machines, ten places, five types.  */
OrderBook *fixture_book (void);
/* The same names on a map of this size.  */
OrderBook *fixture_book_of_size (float width_m, float height_m);

/* The same with the words of a language, and English beside them.  */
OrderBook *fixture_book_in (const char *language, float width_m, float height_m);

OrderBook *fixture_book_in_speaking (const char *language, const OrderSpeech *speech);

/* The same names, said as `speech` has it.  */
OrderBook *fixture_book_speaking (const OrderSpeech *speech);

/* Ten minutes in: all machines with a fix, tracks 1, 2, 3, 7 and 12.  */
PictureView *fixture_view (void);
/* Woods, a river with a bridge and a ford, a road, a hill of 280 m.  */
PictureSheet *fixture_sheet (void);

/* For g_test_add(): both of them.  */
typedef struct {
  OrderBook *book;
  PictureView *view;
} OrderFixture;

void order_fixture_set_up (OrderFixture *fixture, gconstpointer data);
void order_fixture_tear_down (OrderFixture *fixture, gconstpointer data);

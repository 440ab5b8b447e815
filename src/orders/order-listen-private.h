/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a grammar that is being written (private to the room).  */
#pragma once

#include "orders/order-book.h"
#include "orders/order-listen.h"

typedef struct {
  OrderBook *book;
  const PictureView *view;
  const OrderListenSounds *sounds;
  GHashTable *left_out; /* (nullable) */
  GString *text;
  GHashTable *known; /* words that are in `words` */
  GPtrArray *words, *dumb;
} OrderListener;

/* One rule while its alternatives are added.  */
typedef struct {
  OrderListener *listener;
  GString *text;
  GHashTable *seen; /* each alternative once */
} OrderListenRule;

/* Takes a word in; `pronunciation` may be NULL.  */
void order_listener_note (OrderListener *listener, const char *word, const char *name,
                          const char *aloud, const char *pronunciation);

void order_listen_rule_begin (OrderListenRule *rule, OrderListener *listener);
/* Parts of the grammar itself: "<digit> <digit>".  */
void order_listen_rule_add (OrderListenRule *rule, double weight, const char *expansion);
/* Words as they are typed; FALSE when one of them can not be said.  */
gboolean order_listen_rule_say (OrderListenRule *rule, double weight, const char *text);
/* The words of a key, the first `most` of them; the first weighs the most.  */
void order_listen_rule_key (OrderListenRule *rule, double weight, OrderPhraseGroup group,
                            const char *key, guint most);
/* Writes the rule; one without alternatives matches nothing.  */
void order_listen_rule_end (OrderListenRule *rule, const char *name);

/* The rules of names, squares, tracks and numbers (order-listen-names.c).  */
void order_listen_add_names (OrderListener *listener);

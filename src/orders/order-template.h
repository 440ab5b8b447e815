/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences with named places to fill, so that translators may order them as they need (private
 * to the room).  */
#pragma once

#include "orders/order-message.h"

typedef struct {
  const char *name;  /* "grid" for {grid} */
  const char *value; /* NULL: empty */
} OrderSlot;

/* Replaces each {name} by its value; a name without a value stays as it is.  A value at the start
 * of a sentence gets a capital letter when `sentence` is set.  Newly allocated.  */
char *
order_fill_slots (const char *template, const OrderSlot *slots, gsize n_slots, gboolean sentence);

/* The same with up to four pairs of name and value, ended by NULL.  */
char *order_fill (const char *template, ...) G_GNUC_NULL_TERMINATED;

/* "a", "a and b", "a, b and c": in the window's language.  Newly allocated.  */
char *order_join (const char *const *items);
/* The same in the language of a catalogue.  */
char *
order_join_as (OrderCatalogue *catalogue, OrderManner manner, const char *const *items);

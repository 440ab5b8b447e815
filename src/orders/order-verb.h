/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs that do not stand whole right after the names (private to the room).
 *
 * Where the grammar of the phrases file allows it, a verb may come later: "Erster Zug nach Ried
 * vorrücken".  And a verb whose wording holds an ellipsis may stand around what it is about:
 * "zieht euch … zurück".  Tokens of the verb that were read ahead are passed over when the reading
 * comes to them.  */
#pragma once

#include "orders/order-parse.h"

/* A wording with an ellipsis.  */
typedef struct {
  char **head, **tail; /* folded words, neither empty */
  guint n_head, n_tail;
  int value;
} OrderSplitVerb;

GArray *order_split_verbs_new (void);
/* Takes a wording in if it has an ellipsis with words on both sides of it.  */
void order_split_verbs_add (OrderBook *book, int value, const char *wording);

/* The verb of the order that is being read: at the parser's place (`n_tokens` of it there), or
 * later, then `n_tokens` is 0.  -1: none.  */
int order_parse_verb (OrderParser *parser, guint *n_tokens);
/* The same, as if no verb could stand later.  */
int order_parse_verb_here (OrderParser *parser, guint *n_tokens);

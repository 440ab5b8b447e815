/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a completion (private to the room).  */
#pragma once

#include "orders/order-parse.h"

typedef struct {
  OrderParser *parser;
  GPtrArray *found; /* of OrderCompletion */
  guint limit;
  char *before;          /* the line up to where the words begin */
  char *typed;           /* folded beginning of a word, "" for none */
  const char *separator; /* between them */
  const char *after;     /* what taking the words adds */
  guint expect;          /* all that may stand here */
} OrderCompleter;

gboolean order_completer_full (const OrderCompleter *completer);
/* Does `text` go on from what was typed?  */
gboolean order_completer_begins (const OrderCompleter *completer, const char *text);
/* Offers `text` if it goes on from what was typed; `label` NULL: the text itself.  */
void order_completer_offer (OrderCompleter *completer, const char *text, const char *label,
                            const char *hint);
/* Offers it whatever was typed.  */
void order_completer_take (OrderCompleter *completer, const char *text, const char *label,
                           const char *hint);

/* Offers what one expectation allows (order-complete-words.c).  */
void order_completer_expect (OrderCompleter *completer, OrderExpect expect);
/* Offers questions to the console that begin like the line.  */
void order_complete_questions (OrderCompleter *completer, const char *text);

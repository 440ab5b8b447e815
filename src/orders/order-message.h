/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages in the language of a book, in three manners.
 *
 * A catalogue of NULL is the process's own gettext.  What is found nowhere is the msgid.  */
#pragma once

#include "orders/order-catalogue.h"

/* Holds what the synthesiser says, with the msgid of the ordinary message.  */
#define ORDER_SPEECH_CONTEXT "speech"

typedef enum {
  ORDER_WRITTEN, /* to be read: "4 Grauwolf, G04-7" */
  ORDER_WORDED,  /* to be read, as it is said: "four Grauwolf, golf zero four keypad seven" */
  ORDER_ALOUD,   /* for the synthesiser: the same, by sound where the language has it so */
} OrderManner;

/* The message as it is said if ORDER_ALOUD and there is such a one; else the ordinary one.  */
const char *order_message (OrderCatalogue *catalogue, OrderManner manner, const char *context,
                           const char *msgid);
/* The same with plural forms and without context.  */
const char *order_message_plural (OrderCatalogue *catalogue, OrderManner manner, const char *one,
                                  const char *other, gulong n);
/* What the synthesiser says for a name or text that has no other context; NULL if no one wrote
 * it.  */
const char *order_message_aloud (OrderCatalogue *catalogue, const char *msgid);

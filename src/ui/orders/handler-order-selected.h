/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order that names nobody is for who is selected.  */
#pragma once

#include "ui/orders/handler-order-line.h"

G_BEGIN_DECLS

/* Reads the text, with the name of who is selected before it where it names nobody and can be an order of his: then
 * `*implied` (NULL before) is that text, if it is whole; free it.  A name that was typed, however ill, and a question stay
 * what they are.  Free with order_reading_free(); may be NULL.  */
OrderReading *handler_order_read_to_selected (const HandlerOrderSource *source, const char *text,
                                              char **implied);
/* What may follow; where nothing can, what may follow to who is selected.  */
GPtrArray *handler_order_complete_to_selected (const HandlerOrderSource *source, const char *text,
                                               guint limit);

G_END_DECLS

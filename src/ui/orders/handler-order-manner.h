/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an order is to be carried out: posture, when it begins, on which mark, until when.
 *
 * What goes with an order is the language's to say: each part is tried by reading the words again.  */
#pragma once

#include "orders/orders.h"

G_BEGIN_DECLS

/* All 0: nothing is said of it.  */
typedef struct {
  guint8 posture; /* SimPosture */
  guint8 timing;  /* SimTiming; not together with a mark */
  guint8 mark;    /* 1..SIM_MAX_MARK, or 0 */
  gboolean until_relieved;
} HandlerOrderManner;

/* What a command says of it.  */
HandlerOrderManner handler_order_manner_of (const SimCommand *command);
/* Whether the language takes `command` with all of this.  `view` as for order_parse().  */
gboolean handler_order_manner_fits (const HandlerOrderManner *manner, OrderBook *book,
                                    const PictureView *view, const SimCommand *command);
/* Puts as much of it into `command` as the language takes.  */
void handler_order_manner_apply (const HandlerOrderManner *manner, OrderBook *book,
                                 const PictureView *view, SimCommand *command);

/* "Fast", "As usual"; translated.  */
const char *handler_order_posture_title (SimPosture posture);
const char *handler_order_timing_title (SimTiming timing);
/* "On mark 2"; newly allocated.  */
char *handler_order_mark_title (guint mark);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The air queue and open promises in words: pure functions.  All results are newly allocated and
 * translated.  Main thread.  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

/* "in 12 s · 4.2 s on air · cut off, waits · old, 34 s · no read-back": one order that waits.  */
char *handler_queue_facts (const SimQueued *queued, const PictureView *view);
/* The same and its words, to be read aloud.  */
char *handler_queue_spoken (const char *words, const SimQueued *queued, const PictureView *view);
/* "Falke speaks, 3 s more · 2 others wait, 8 s": why the first waits.  */
char *handler_queue_net (OrderBook *book, const PictureView *view);
/* "2 orders wait, the next in 12 s": for a button.  */
char *handler_queue_summary (const PictureView *view);
/* Has it waited for so long that it is old?  */
gboolean handler_queue_is_old (const SimQueued *queued, const PictureView *view);

/* Whole seconds that are left of a promise.  */
guint handler_promise_left_s (const PicturePromise *promise, const PictureView *view);
/* "Promised to Falke: resupply, 3:20 left".  */
char *handler_promise_text (OrderBook *book, const PicturePromise *promise,
                            const PictureView *view);
/* The same to be read aloud: "… 3 minutes 20 seconds left".  */
char *handler_promise_spoken (OrderBook *book, const PicturePromise *promise,
                              const PictureView *view);
/* "Promise kept: Falke, resupply", when this change ends one; else NULL.  */
char *handler_promise_end_text (OrderBook *book, const SimOrderChange *change);

G_END_DECLS

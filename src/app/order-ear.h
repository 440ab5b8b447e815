/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the language of orders and the recogniser of speech, which know nothing of one another:
 * what is listened for in a battle, and what becomes of what was heard.  The command line and the
 * window use it.  */
#pragma once

#include "orders/order-listen.h"
#include "scenario/scenario.h"
#include "voice/voice-recogniser.h"

G_BEGIN_DECLS

typedef struct _HandlerEar HandlerEar;

/* `book` speaks English; `scenario` gives the pronunciations, and may be NULL.  Both are kept.  */
HandlerEar *handler_ear_new (OrderBook *book, const ScenarioBattle *scenario);
void handler_ear_free (HandlerEar *ear);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandlerEar, handler_ear_free)

/* The grammar as the picture is now.  Borrowed, until the next call.  */
OrderListenGrammar *handler_ear_make (HandlerEar *ear, const PictureView *view);
/* The same from now on without these words, which can not be taught.  */
OrderListenGrammar *handler_ear_leave_out (HandlerEar *ear, const char *const *words,
                                           const PictureView *view);
/* The words of a grammar for the recogniser; the strings are the grammar's.  Free with g_free().  */
VoiceWord *handler_ear_words (const OrderListenGrammar *grammar, gsize *n);

/* What was said, or why it is not known: NULL when `reading` is an order that was surely heard; else a
 * translated sentence that begins with "Say again".  Sure is what was heard alike each time, as an
 * order and not as words, for "cease fire" and "ceasefire" are one.  `reading` (NULL, or to be freed) is of
 * `words`, of what was heard, never NULL.  Nothing is guessed: a part of an order is refused like any other.  */
const char *handler_ear_read (OrderBook *book, const PictureView *view, const VoiceHeard *heard,
                              OrderReading **reading, const char **words);

G_END_DECLS

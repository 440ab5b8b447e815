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

/* Whether a question waits, whose answers are listened for too.  From the next grammar on.  */
void handler_ear_set_answers (HandlerEar *ear, gboolean answers);
/* The grammar as the picture is now.  Borrowed, until the next call.  */
OrderListenGrammar *handler_ear_make (HandlerEar *ear, const PictureView *view);
/* The same from now on without these words, which can not be taught.  */
OrderListenGrammar *handler_ear_leave_out (HandlerEar *ear, const char *const *words,
                                           const PictureView *view);
/* The words of a grammar for the recogniser; the strings are the grammar's.  Free with g_free().  */
VoiceWord *handler_ear_words (const OrderListenGrammar *grammar, gsize *n);

/* What becomes of what was heard.  */
typedef enum {
  HANDLER_EAR_TAKEN,     /* surely heard: readings[0] */
  HANDLER_EAR_ASKS,      /* one of the readings, most likely the first: she is asked */
  HANDLER_EAR_ANSWER,    /* no order: she answered a question, see `answer` */
  HANDLER_EAR_SAY_AGAIN, /* no whole order that is likely enough to ask for */
} HandlerEarOutcome;

typedef struct {
  HandlerEarOutcome outcome;
  OrderListenAnswer answer;
  char *words;           /* (owned) that were heard best; "" for none */
  GPtrArray *readings;   /* (owned) of OrderReading: whole orders, each once, the likeliest first */
  OrderReading *refused; /* (owned) (nullable) of `words`, where there is no whole order */
  double share;          /* how likely the first reading is, 0 to 1 */
} HandlerHearing;

void handler_hearing_clear (HandlerHearing *hearing);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HandlerHearing, handler_hearing_clear)

/* What was said.  It is what was meant that counts and not the words, for "cease fire" and "ceasefire" are one order.
 * `hearing` is written to, and cleared by the caller.  Nothing is guessed: a part of an order is refused like any
 * other.  `book` must be of the language of the grammar.  */
void handler_ear_read (OrderBook *book, const PictureView *view, const VoiceHeard *heard,
                       HandlerHearing *hearing);

/* A translated sentence: of what was refused one that begins with "Say again", of what is asked a question with the
 * likeliest order in it; NULL of what was taken.  Newly allocated.  */
char *handler_hearing_reason (const HandlerHearing *hearing);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are written together (private to the room).
 *
 * Some scripts leave no spaces between words, some languages join a short word to the next one
 * with an apostrophe ("l'est").  A segmenter parts such tokens by the vocabulary of a book, so
 * that the grammar sees words.  Which words may be joined with an apostrophe is data: those that
 * end with one in the phrases file.  */
#pragma once

#include "orders/order-phrases.h"
#include "orders/order-text.h"

typedef struct _OrderSegmenter OrderSegmenter;

OrderSegmenter *order_segmenter_new (const OrderPhrases *phrases);
void order_segmenter_free (OrderSegmenter *segmenter);

/* Takes the words of these tokens, parted already, into the vocabulary.  */
void order_segmenter_learn (OrderSegmenter *segmenter, const OrderTokens *tokens);
/* From here on words are looked for in the vocabulary; before, each run of one script is a word.  */
void order_segmenter_start (OrderSegmenter *segmenter);

/* Parts the tokens in place.  */
void order_segmenter_part (OrderSegmenter *segmenter, OrderTokens *tokens);

/* Does the text begin in a script that leaves no spaces between words?  */
gboolean order_text_is_unspaced (const char *text);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be said in one battle, for a recogniser of speech.
 *
 * The order language as a grammar in JSGF (Java Speech Grammar Format 1.0): verbs and their
 * synonyms, call signs, groups, places, the squares that the map has, the tracks that the picture
 * has.  Whatever follows it is plain text for order_parse().  English alone: the grammar puts words
 * together as the English phrases do.  */
#pragma once

#include "orders/orders.h"

G_BEGIN_DECLS

/* One word of the grammar.  */
typedef struct {
  char *word;          /* as it stands in the grammar: a to z, and '_' between parts of a name */
  char *name;          /* what it is a part of, as it is written: "Fafnir"; "" for words of the language */
  char *aloud;         /* how a synthesiser is to say it */
  char *pronunciation; /* phones (ARPAbet, parted by spaces) that the data give; NULL: none */
} OrderListenWord;

typedef struct {
  char *jsgf;       /* public rule <said>; <order> is an order */
  GPtrArray *words; /* of OrderListenWord, each word once */
  GPtrArray *dumb;  /* of char *: names that can not be said in this grammar, as they are written */
} OrderListenGrammar;

/* Phones that the data give for names: arrays by machine and by place, either NULL; an entry that
 * is NULL or "" is none.  */
typedef struct {
  const char *const *call_signs;
  const char *const *places;
} OrderListenSounds;

/* The grammar of this book's battle.  `view`: whose tracks can be named, and whom she knows to be lost, who is hardly
 * listened for; NULL: no tracks.  `left_out` is
 * a set of words (keys) that the recogniser can not be taught: nothing that needs one is in the
 * grammar, and names that do are in `dumb`; NULL: none.  `answers`: a question waits, and its answers are listened for too.
 * Never NULL.  */
OrderListenGrammar *order_listen_grammar_new (OrderBook *book, const PictureView *view,
                                              const OrderListenSounds *sounds,
                                              GHashTable *left_out, gboolean answers);
void order_listen_grammar_free (OrderListenGrammar *grammar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrderListenGrammar, order_listen_grammar_free)

/* What she says to a question that waits.  */
typedef enum {
  ORDER_ANSWER_NONE, /* it is no answer */
  ORDER_ANSWER_YES,
  ORDER_ANSWER_NO,
} OrderListenAnswer;

/* Of words of a grammar with answers.  */
OrderListenAnswer order_listen_answer (const char *words);

/* Is this a pronunciation: 1 to 40 phones of ARPAbet without stress, parted by single spaces?  */
gboolean order_phones_valid (const char *phones);

/* A text as the words of the grammar: folded, figures as digits said one by one.  */
char *order_listen_words (OrderBook *book, const char *text);

/* Can it hardly be meant, whatever was heard?  Somebody goes to himself or follows himself, a place is named twice on
 * the way, or somebody beside all of whom he is one.  */
gboolean order_is_odd (const SimCommand *command);

/* Would she rue it if this were not what she said?  Then it is not sent before she has read it.
 * So are: what can not be taken back once it is said (the guns on the wall and salvos, a promise),
 * what undoes (cancel), what goes to everybody, and what opens or closes fire, gives up ground,
 * hands the decision over or takes people off the link.  */
gboolean order_is_weighty (const SimCommand *command);

G_END_DECLS

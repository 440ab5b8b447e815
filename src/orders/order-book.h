/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a book: names and words prepared for comparison (private to the room).  */
#pragma once

#include "orders/order-message.h"
#include "orders/order-segment.h"
#include "orders/order-text.h"
#include "orders/orders.h"

/* A wording of the language, folded and without filler.  `value` is the constant or number of its
 * key.  */
typedef struct {
  char **words;
  guint n_words;
  char *joined; /* the words without spaces, as a key */
  int value;
  gboolean foreign; /* English beside the words of another language */
} OrderLexeme;

typedef enum {
  ORDER_NAME_ALL,
  ORDER_NAME_PLATOON,
  ORDER_NAME_INTERCEPTORS, /* the guns on the wall */
  ORDER_NAME_MACHINE,
  ORDER_NAME_PLACE,
} OrderNameKind;

#define ORDER_NAMES_OF_PEOPLE                                                                      \
  (1u << ORDER_NAME_ALL | 1u << ORDER_NAME_PLATOON | 1u << ORDER_NAME_INTERCEPTORS |                \
   1u << ORDER_NAME_MACHINE)
#define ORDER_NAMES_OF_TARGETS (1u << ORDER_NAME_MACHINE | 1u << ORDER_NAME_PLACE)

/* One way to write one name, as order_tokens_key() makes it.  */
typedef struct {
  OrderNameKind kind;
  guint index;
  char *key;
  guint length;   /* characters of it */
  gboolean exact; /* a code of two letters: never corrected */
} OrderName;

/* Key indices of the group of connectors, in the order of order_phrases_key().  */
typedef enum {
  ORDER_CONNECTOR_VIA,
  ORDER_CONNECTOR_AND,
  ORDER_CONNECTOR_TO,
  ORDER_CONNECTOR_AT,
  ORDER_CONNECTOR_KEYPAD,
  ORDER_CONNECTOR_FACING,
  ORDER_CONNECTOR_TRACK,
  ORDER_CONNECTOR_GRID,
  ORDER_CONNECTOR_PLACE,
  ORDER_CONNECTOR_HERE,
  ORDER_CONNECTOR_THERE,
  ORDER_CONNECTOR_MARK,
  ORDER_CONNECTOR_FROM,
  ORDER_CONNECTOR_POSSIBLE,
  ORDER_CONNECTOR_WITHIN,
  ORDER_CONNECTOR_MINUTES,
  ORDER_CONNECTOR_MINUTE, /* one */
  ORDER_CONNECTOR_AFTER,  /* so many minutes; may be the word of a place too, "in" */
  ORDER_CONNECTOR_METRES,
  ORDER_CONNECTOR_KILOMETRES,
  ORDER_CONNECTOR_EXCEPT,
  ORDER_CONNECTOR_RELIEVED,
  ORDER_CONNECTOR_BASE,
  ORDER_CONNECTOR_ME,
} OrderConnector;

struct _OrderBook {
  gatomicrefcount references;
  OrderMachine *machines;
  gsize n_machines;
  char **spoken_names; /* by machine */
  guint n_platoons;
  gboolean has_supply; /* there are Scavengers */
  PicturePlace *places;
  gsize n_places;
  char **place_texts; /* what canonical text calls a place */
  OrderTypeName *types;
  gsize n_types;
  float map_width_m, map_height_m;
  char **texts;
  gsize n_texts;
  OrderCatalogue *catalogue; /* NULL: the process's gettext */
  char **units_aloud;        /* by machine, and so on: as the synthesiser says them */
  char **places_aloud;
  OrderTypeName *types_aloud;
  char **texts_aloud;
  OrderPhrases phrases;
  OrderSegmenter *segmenter; /* parts words that are written together */
  GArray *split_verbs;       /* OrderSplitVerb (order-verb.h) */
  GArray *lexemes[ORDER_N_PHRASE_GROUPS]; /* OrderLexeme, longest first */
  GArray *names;                          /* OrderName, in the order of kinds and indices */
  guint longest_name;                     /* in tokens */
};

/* Tokens of a text without filler (all of them if there is nothing else).  */
OrderTokens *order_book_tokens (OrderBook *book, const char *text);

/* Is this one folded word filler by itself?  */
gboolean order_book_is_filler (OrderBook *book, const char *word);

/* The longest wording of a group at this token; its value, and how many tokens it is, or -1.  */
int order_book_match (OrderBook *book, OrderPhraseGroup group, const OrderTokens *tokens, guint at,
                      guint *n_tokens);
/* Is that wording one of another language?  */
gboolean order_book_match_is_foreign (OrderBook *book, OrderPhraseGroup group,
                                      const OrderTokens *tokens, guint at);
/* The same for one connector; the number of tokens, 0 if it does not stand there.  */
guint order_book_connector (OrderBook *book, OrderConnector connector, const OrderTokens *tokens,
                            guint at);

/* The same with the language's own words alone, whose grammar need not be that of the others.  */
guint order_book_own_connector (OrderBook *book, OrderConnector connector,
                                const OrderTokens *tokens, guint at);

/* Names for one manner of rendering; "?" and the like out of range, NULL for a type.  */
const char *order_book_unit_name (OrderBook *book, guint index, OrderManner manner);
const char *order_book_place_name (OrderBook *book, guint index, OrderManner manner);
const OrderTypeName *
order_book_type_name (OrderBook *book, SimTypeIndex type, OrderManner manner);
const char *order_book_scenario_text (OrderBook *book, guint index, OrderManner manner);
/* How each name is said, from `speech` (may be NULL) and the catalogue (order-book-speech.c).  */
void order_book_learn_speech (OrderBook *book, const OrderSpeech *speech);
void order_book_forget_speech (OrderBook *book);

/* Is there such a platoon (or, for SIM_SUPPLY_PLATOON, a Scavenger) in this battle?  */
gboolean order_book_has_platoon (OrderBook *book, guint platoon);

/* What canonical text calls a key.  */
const char *order_book_word (OrderBook *book, OrderPhraseGroup group, const char *key);
const char *order_book_place_text (OrderBook *book, gsize index);

/* Fills book->names (order-names.c).  `places_also` may be NULL.  */
void order_names_build (OrderBook *book, const char *const *places_also);
/* Call signs as they are said, where that is in letters of another script; may be NULL.  */
void order_names_add_sounds (OrderBook *book, const char *const *call_signs);
/* The key under which tokens [from, to) are compared: words without spaces, numbers in digits.  */
char *order_tokens_key (OrderBook *book, const OrderTokens *tokens, guint from, guint to);

typedef enum {
  ORDER_MATCH_NONE,
  ORDER_MATCH_ONE,
  ORDER_MATCH_SEVERAL,
} OrderMatch;

typedef struct {
  OrderNameKind kind;
  guint index;
  guint n_tokens;
  gboolean misspelt;
  OrderNameKind other_kind; /* the second meaning when there are several */
  guint other_index;
} OrderNameMatch;

/* The name at this token: longest exact one, else one with a small mistake (order-match.h).
 * `match` is filled for one and for several.  */
OrderMatch order_names_match (OrderBook *book, guint kinds, const OrderTokens *tokens, guint at,
                              OrderNameMatch *match);

/* Names like the tokens [from, to): misspelt farther, or begun and not finished.  OrderName
 * pointers, best first, each thing once.  */
GPtrArray *
order_names_like (OrderBook *book, guint kinds, const OrderTokens *tokens, guint from, guint to);
/* What a name stands for in a sentence.  */
const char *order_name_text (OrderBook *book, OrderNameKind kind, guint index);

/* Reads one number at a token ("twelve", "four", "04", "twenty one") and appends its digits.
 * Returns the tokens used, 0 if there is no number.  */
guint order_read_number (OrderBook *book, const OrderTokens *tokens, guint at, GString *digits);

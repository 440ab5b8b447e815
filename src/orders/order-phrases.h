/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of one language of the link, as data/phrases/LANG.json holds them.
 *
 * A plain table: group -> key -> words.  This room does not read files: the scenario room reads
 * the JSON and fills the table with order_phrases_add(); a book copies what it needs.  In the
 * file each group is a member of this name, an object of key -> array of words (`filler` has no
 * keys: it is an array).  The first word of a key is the one that canonical text uses; the others
 * are understood as well.  Keys are fixed names in English whatever the language, and always
 * understood themselves ("fall-back").  Used by one thread at a time.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Constant, member of the file.  Keys:
 *   verbs, postures, timings, topics, settings: the names in sim-types.h ("fall-back", "fast", ...)
 *   letters "A".."Z", digits "0".."9": the spelling alphabet
 *   numbers "10".."20", "30".."90": as people say them ("twelve"); others up to "99" may be given
 *   ordinals "1".."8": of platoons ("first", "1st")
 *   directions: "north", "north-east", ... clockwise
 *   groups: "all-units", "first-platoon" ... "eighth-platoon", "scavengers"
 *   connectors: "via", "and", "to", "at", "keypad", "facing", "track", "grid", "here", "there",
 *     "mark" ("on mark", before its number),
 *     "from", "possible", "within", "minutes", "minute", "after", "metres", "kilometres",
 *     "except" (all but those), "relieved" ("until relieved"), "base" (the squadron's), "me" (whom nobody
 *     can follow)
 *   helps: what can be promised ("resupply", "support", "relief")
 *   questions: patterns with {a} and {b} for what is asked about ("how far is {a} from {b}")
 *   filler: words that mean nothing ("uh", "please", "handler one to")  */
#define ORDER_PHRASE_GROUP_LIST(X)                                                                 \
  X (VERB, "verbs")                                                                                \
  X (POSTURE, "postures")                                                                          \
  X (TIMING, "timings")                                                                            \
  X (TOPIC, "topics")                                                                              \
  X (LETTER, "letters")                                                                            \
  X (DIGIT, "digits")                                                                              \
  X (NUMBER, "numbers")                                                                            \
  X (ORDINAL, "ordinals")                                                                          \
  X (DIRECTION, "directions")                                                                      \
  X (ADDRESSEE, "groups")                                                                          \
  X (CONNECTOR, "connectors")                                                                      \
  X (QUESTION, "questions")                                                                        \
  X (FILLER, "filler")                                                                             \
  X (HELP, "helps")                                                                                \
  X (SETTING, "settings")

typedef enum {
#define X(constant, name) ORDER_PHRASE_##constant,
  ORDER_PHRASE_GROUP_LIST (X)
#undef X
  ORDER_N_PHRASE_GROUPS
} OrderPhraseGroup;

/* One key and its words, the canonical one first.  */
typedef struct {
  char *key;
  GPtrArray *words; /* of char* */
  guint n_own;      /* how many of them are the language's own; the others came as a fallback */
} OrderPhraseEntry;

/* Where the verb of an order may stand.  In each it may stand right after the names.  */
typedef enum {
  ORDER_VERB_FIRST,    /* "First Platoon, move to G04" */
  ORDER_VERB_ANYWHERE, /* the same, and "Erster Zug nach G04 vorrücken" */
  ORDER_VERB_LAST,     /* canonical text has it after what it is about */
} OrderVerbPlace;

/* How words are put together: the optional member "grammar" of the file, an object of strings.  */
typedef struct {
  OrderVerbPlace verb;       /* "verb": "first" (default), "anywhere", "last" */
  gboolean connectors_after; /* "connectors": "before" (default), "after" what they go with */
  char *comma;               /* "comma": between the parts of canonical text, ", " */
  char *space;               /* "space": between its words, " " */
  char *object;              /* "object": after a target that no connector goes with, "" */
} OrderGrammar;

/* Zero-initialised storage is not valid: use order_phrases_init().  */
typedef struct {
  char *language; /* "en" */
  OrderGrammar grammar;
  GPtrArray *groups[ORDER_N_PHRASE_GROUPS]; /* of OrderPhraseEntry, in the order of adding */
} OrderPhrases;

void order_phrases_init (OrderPhrases *phrases, const char *language);
void order_phrases_clear (OrderPhrases *phrases);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OrderPhrases, order_phrases_clear)

/* Appends `word` (valid UTF-8, copied) to `key`; `key` is ignored for filler and may be NULL.  */
void order_phrases_add (OrderPhrases *phrases, OrderPhraseGroup group, const char *key,
                        const char *word);
/* Says that only the first `n_own` words of a key are the language's own.  */
void order_phrases_set_own (OrderPhrases *phrases, OrderPhraseGroup group, const char *key,
                            guint n_own);
/* Sets a member of the grammar by its name in the file; FALSE when the name or the value is none.  */
gboolean order_phrases_set_grammar (OrderPhrases *phrases, const char *name, const char *value);
/* The n-th name of a member of the grammar; NULL after the last.  */
const char *order_phrases_grammar_name (guint n);
/* Adds the words of another language, so that they are understood beside the own: never first, and
 * only where they can be taken for nothing else.  */
void order_phrases_add_fallback (OrderPhrases *phrases, const OrderPhrases *fallback);
/* The table made into a deep copy in `to`, which is initialised by this call.  */
void order_phrases_copy (OrderPhrases *to, const OrderPhrases *from);

/* The words of a key, or NULL.  */
const GPtrArray *
order_phrases_words (const OrderPhrases *phrases, OrderPhraseGroup group, const char *key);
/* The first word of a key; the key itself when it has none.  */
const char *
order_phrases_first (const OrderPhrases *phrases, OrderPhraseGroup group, const char *key);

/* For readers of the file: name of a group's member, group of a name (or -1), whether a key may
 * stand in a group, the n-th key that a group must have (NULL after the last).  */
const char *order_phrases_group_name (OrderPhraseGroup group);
int order_phrases_group_from_name (const char *name);
gboolean order_phrases_key_known (OrderPhraseGroup group, const char *key);
const char *order_phrases_key (OrderPhraseGroup group, guint n);

G_END_DECLS

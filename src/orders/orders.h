/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the link: orders to values, values and reports to words.
 *
 * Everything works on an OrderBook: the names of one battle (machines, platoons, places, map,
 * type names) and one language's phrases.  A book is immutable once made, reference counted and
 * may be used by any thread; the view it is asked about is the caller's.  Parsing is
 * deterministic: the same book, view and text give the same order everywhere.  */
#pragma once

#include "orders/order-catalogue.h"
#include "orders/order-phrases.h"
#include "picture/picture.h"
#include "sim/sim-types.h"

#include <glib.h>

G_BEGIN_DECLS

/* ---- Names of the battle ------------------------------------------------------------------- */

/* One own machine: id `wehrwolf`, call sign "Wehrwolf", two-letter code "WW", personal name (may
 * be ""), whether that name is known to the handler.  */
typedef struct {
  char *id;
  char *call_sign; /* "" for a machine without one: then it is spoken "Third Four" */
  char *code;
  char *name;
  gboolean name_known;
  guint platoon; /* 0.. */
  guint number;  /* 1.. within the platoon */
  gboolean leader, captain;
} OrderMachine;

/* What an enemy type is called: singular, plural, and the letter in its diamond.  */
typedef struct {
  char *one;
  char *other;
  char letter;
} OrderTypeName;

typedef struct _OrderBook OrderBook;

/* All arrays are copied, `phrases` too.  `types` is indexed by SimTypeIndex.  `scenario_texts` is
 * what S arguments index (NULL-terminated, may be NULL).  `phrases` are the words for typing and
 * spelling as data/phrases/LANG.json holds them (order-phrases.h); the scenario room reads that
 * file.  Never NULL.  */
OrderBook *order_book_new (const OrderMachine *machines, gsize n_machines,
                           const PicturePlace *places, gsize n_places,
                           const OrderTypeName *types, gsize n_types,
                           float map_width_m, float map_height_m,
                           const char *const *scenario_texts, const OrderPhrases *phrases);

/* In what language a book makes words for the air, and how it says its names.  Each array is by
 * the same index as the names; an array that is NULL, a string that is NULL or "": the name is
 * said as the catalogue says it, or as it is written.  `places_also` are names that are understood
 * beside those that are written: the originals of translated ones, so that an orders file means
 * the same in every language.  */
typedef struct {
  OrderCatalogue *catalogue; /* NULL: the process's gettext */
  const char *const *call_signs;
  const char *const *places;
  const OrderTypeName *types;
  const char *const *texts;
  const char *const *places_also;
} OrderSpeech;

/* The same for a book that speaks.  `speech` is copied; NULL is all of it NULL.  */
OrderBook *order_book_new_speaking (const OrderMachine *machines, gsize n_machines,
                                    const PicturePlace *places, gsize n_places,
                                    const OrderTypeName *types, gsize n_types,
                                    float map_width_m, float map_height_m,
                                    const char *const *scenario_texts,
                                    const OrderPhrases *phrases, const OrderSpeech *speech);
OrderBook *order_book_ref (OrderBook *book);
void order_book_unref (OrderBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrderBook, order_book_unref)

gsize order_book_n_machines (OrderBook *book);
const OrderMachine *order_book_machine (OrderBook *book, gsize index);
/* Call sign, or "Third Four"; never NULL.  */
const char *order_book_spoken_name (OrderBook *book, gsize index);
/* "First Platoon", as it is typed and printed in canonical text.  */
const char *order_book_platoon_name (OrderBook *book, guint platoon);
/* The same as the window shows it: in the language of the window.  Static.  */
const char *order_platoon_title (guint platoon);
/* Machine id or -1.  */
int order_book_find_machine (OrderBook *book, const char *id);
const OrderTypeName *order_book_type (OrderBook *book, SimTypeIndex type);
gsize order_book_n_places (OrderBook *book);
const PicturePlace *order_book_place (OrderBook *book, gsize index);

/* Machine id of a call sign as contract.md has it: lower case, ae oe ue ss, accents dropped,
 * spaces to '-'.  `platoon` and `number` name one without a call sign ("third-four").  */
char *order_machine_id (const char *call_sign, guint platoon, guint number);

/* ---- Grid references ----------------------------------------------------------------------- */

/* "G04", or "G04-7" with a keypad digit; "" off the map.  The buffer is filled and returned.  */
#define ORDER_GRID_LENGTH 12
const char *order_grid_format (BaseVec position, gboolean keypad, float map_width_m,
                               float map_height_m, char buffer[ORDER_GRID_LENGTH]);
/* Reads a written reference ("g04", "G04-7", "AB12-1"); the centre of the square and its half
 * width.  FALSE when it is none or off the map.  */
gboolean order_grid_parse (const char *text, float map_width_m, float map_height_m,
                           BaseVec *centre, float *half_width_m);

/* ---- Parsing ------------------------------------------------------------------------------- */

typedef enum {
  ORDER_OK,
  ORDER_EMPTY,
  ORDER_NO_ADDRESSEE,
  ORDER_UNKNOWN_ADDRESSEE,
  ORDER_AMBIGUOUS,
  ORDER_NO_VERB,
  ORDER_UNKNOWN_VERB,
  ORDER_NO_TARGET,
  ORDER_UNKNOWN_TARGET,
  ORDER_OFF_MAP,
  ORDER_UNKNOWN_WORDS, /* something left over */
  ORDER_TOO_LONG,
} OrderProblem;

/* What became of a text.  On ORDER_OK `command` is set (its id is 0) with `canonical` and
 * `read_back`.  Otherwise `reason` says in a sentence why not, `understood` what was, and
 * `nearest` offers up to five whole readings, best first.  Free with order_reading_free().  */
typedef struct {
  OrderProblem problem;
  SimCommand command;
  char *canonical;
  char *read_back;
  char *reason;     /* translated sentence, NULL when OK */
  char *understood; /* canonical text of the part understood, "" if none */
  char **nearest;   /* NULL-terminated */
  float air_s;      /* an estimate of the time on the air */
} OrderReading;

/* `view` gives the tracks and fixes that "track two" and "Falke" mean; NULL: none are known.
 * `here` is what "here"/"there" mean (map cursor), NULL: they are refused.  */
OrderReading *order_parse (OrderBook *book, const PictureView *view, const BaseVec *here,
                           const char *text);
void order_reading_free (OrderReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrderReading, order_reading_free)

/* One way to go on from the text typed so far.  */
typedef struct {
  char *label;  /* "keypad …" */
  char *hint;   /* "a ninth of G08, 1 to 9" */
  char *insert; /* whole new text of the line when taken */
} OrderCompletion;

void order_completion_free (OrderCompletion *completion);
/* Array of OrderCompletion (free function set), best first, at most `limit`.  */
GPtrArray *order_complete (OrderBook *book, const PictureView *view, const char *text,
                           guint limit);

/* ---- Words --------------------------------------------------------------------------------- */

/* "First Platoon, fall back to Point 304 via G08, fast".  Parsing it again gives the command.  */
char *order_canonical (OrderBook *book, const SimCommand *command);
/* As the addressee repeats it: "Falling back to Point 304 via golf zero eight".  */
char *order_read_back (OrderBook *book, const SimCommand *command);

/* Words of a transmission as text.  `command` is the order that V means, or NULL.  Written, for
 * captions and lists: grid references as G04-7, counts in figures, and each lost letter a ▒ (see
 * order_mask_lost).  With `spoken`, for the voice: "golf zero four keypad seven", counts in words,
 * and nothing masked, because there the lost stretches are cut out of the sound.  */
char *order_render_words (OrderBook *book, const SimWords *words, const SimCommand *command,
                          gboolean spoken);

/* Replaces the letters of the lost stretches by U+2592, leaving spaces.  */
char *order_mask_lost (const char *text, const SimWords *words);

/* Sentences and words for the window: "moving", "under fire", "waits: under fire".  Translated,
 * static or owned by the book.  */
const char *order_activity_text (SimActivity activity);
const char *order_cause_text (SimCause cause);
const char *order_state_text (SimOrderState state);
const char *order_part_text (SimPart part);
const char *order_size_text (SimSize size);                  /* "a group of voices" */
const char *order_direction_text (guint direction_of_eight); /* "north-east" */
/* "NE" for map and caption, translated.  */
const char *order_direction_short (guint direction_of_eight);
/* Eighth of the compass of a bearing in degrees.  */
guint order_direction_of (float bearing_deg);
/* "T07".  The buffer is filled and returned.  */
const char *order_track_name (guint32 number, char buffer[8]);

/* ---- Questions to the console (no air time) -------------------------------------------------- */

/* Answers "situation" (forty words at most), "who is silent", "what is new", "describe G04",
 * "read track 2", "what is near Falke", "who is nearest to T02", "how far is track 2 from Falke",
 * "how long for Falke to Point 304", "what lies between G04 and Sorn" and "where does bearing 067
 * from Falke go", "who is low on ammunition", "who is wounded", "who is on the link" in whole sentences; the patterns are in the phrases file.  A question about
 * something unknown is answered with why.  `view` and `sheet` may be NULL: less is known then.
 * NULL when the text is an order or no question; else newly allocated.  */
char *order_answer (OrderBook *book, const PictureView *view, const PictureSheet *sheet,
                    const char *text);

/* Which question the text is, as order_phrases_key() counts them; -1 when it is an order or none.  */
int order_question (OrderBook *book, const PictureView *view, const char *text);

/* What is asked of her, as the window shows it.  Titles are translated.  */
typedef struct {
  const char *title;
  guint8 state; /* SimObjectiveState; hidden ones are not told */
  float progress; /* 0..1 */
} OrderObjective;

typedef struct {
  const OrderObjective *objectives;
  gsize n_objectives;
  SimTick now, ends; /* SIM_TICK_NEVER: no end is set */
  const char *bearings_name; /* what bearings are counted from, as shown; NULL: it is not known */
  BaseVec bearings_place;    /* metres */
} OrderTask;

/* The same, and "what is the objective", "how much time is left" are answered from `task` (may be NULL).  */
char *order_answer_task (OrderBook *book, const PictureView *view, const PictureSheet *sheet,
                         const OrderTask *task, const char *text);

/* What she does to her picture herself, in words and without air time: "merge track 3 and track 5", "split
 * track 4", "name track 4 hammer", "mark point D04-7 as depot", "undo".  NULL when the text is none of
 * these; else a sentence, newly allocated, and in `edit` what is to be done: when its kind is
 * PICTURE_N_EDITS nothing is, and the sentence says why.  Names are then answered to in orders and
 * questions.  order_answer() answers these too, so that a text that is neither order nor question is
 * known, but does nothing.  */
char *order_hand (OrderBook *book, const PictureView *view, const BaseVec *here, const char *text,
                  PictureEdit *edit);

/* What she does to her own orders that wait for air, in words: "order 2 first", "shorten order 1", "delete
 * order 3" (numbers count as they will be said), "never mind" (the last given), and "Undertaker, cancel"
 * while an order to just them waits.  As order_hand(): NULL when the text is none of these; `edit->order` is
 * 0 when nothing is to be done.  */
char *order_queue (OrderBook *book, const PictureView *view, const char *text, SimQueueEdit *edit);

/* Where she has bearings and distances counted from, in words and without air time: "bearings from Ried",
 * "bearings from the objective".  NULL when the text does not move it; else a sentence, newly allocated, and
 * in `from` what it shall be (SIM_TARGET_NONE: the objective).  What does not move it is answered by
 * order_answer_task(), as are "where are bearings from" and "how far is Ried", counted from there.  */
char *order_bearings (OrderBook *book, const PictureView *view, const BaseVec *here,
                      const char *text, SimTarget *from);
/* How the window calls such a target: a mark's name, "Ried", "Undertaker", "First Platoon", "T07", "G04-7";
 * "" for none.  Newly allocated; `view` may be NULL.  */
char *order_bearings_name (OrderBook *book, const PictureView *view, const SimTarget *from);
/* What is typed to have them counted from there: "bearings from Ried"; `place` may be "".  Newly allocated.  */
char *order_bearings_words (OrderBook *book, const char *place);
/* "Bearings are from Ried now.", for what bears that name.  Newly allocated.  */
char *order_bearings_sentence (const char *name);

/* ---- For scripts --------------------------------------------------------------------------- */

/* Ids as in machine output: "first-platoon", "wehrwolf", "all-units".  Newly allocated.  */
char *order_addressee_id (OrderBook *book, const SimAddressee *addressee);
/* "G04-7", "place:ID", "T07", or a unit id; "" for none.  */
char *order_target_id (OrderBook *book, const SimTarget *target);

G_END_DECLS

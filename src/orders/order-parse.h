/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parser's state and its parts (private to the room).
 *
 * It reads from left to right and never guesses: each reader says that nothing of its kind stands
 * there, that it was read, or that it is wrong.  On the way it notes what could have stood at
 * each token (for completion) and what a wrong stretch might have meant (for nearest readings).  */
#pragma once

#include "orders/order-book.h"
#include "orders/order-message.h"

typedef enum {
  ORDER_READ_NONE,
  ORDER_READ_OK,
  ORDER_READ_BAD, /* the problem and its reason are set */
} OrderRead;

/* What may stand at a token.  */
typedef enum {
  ORDER_EXPECT_ADDRESSEE = 1 << 0,
  ORDER_EXPECT_ANOTHER = 1 << 1, /* "and" another addressee */
  ORDER_EXPECT_VERB = 1 << 2,
  ORDER_EXPECT_TARGET = 1 << 3,
  ORDER_EXPECT_TOPIC = 1 << 4,
  ORDER_EXPECT_KEYPAD = 1 << 5,
  ORDER_EXPECT_KEY = 1 << 6, /* the digit after "keypad" */
  ORDER_EXPECT_VIA = 1 << 7,
  ORDER_EXPECT_POSTURE = 1 << 8,
  ORDER_EXPECT_TIMING = 1 << 9,
  ORDER_EXPECT_FACING = 1 << 10,
  ORDER_EXPECT_DIRECTION = 1 << 11,
  ORDER_EXPECT_CONNECTOR = 1 << 12, /* "to" or "at" may come before the target */
  ORDER_EXPECT_MARK = 1 << 13,
  ORDER_EXPECT_POSSIBLE = 1 << 14,
  ORDER_EXPECT_FROM = 1 << 15,
  ORDER_EXPECT_HELP = 1 << 16,
  ORDER_EXPECT_MINUTES = 1 << 17,
  ORDER_EXPECT_NUMBER = 1 << 18,
  ORDER_EXPECT_SETTING = 1 << 19,
  ORDER_EXPECT_OWN_VERB = 1 << 20, /* a verb that needs nobody to be named */
  ORDER_EXPECT_DELAY = 1 << 21,
  ORDER_EXPECT_RELIEF = 1 << 22,
} OrderExpect;

typedef struct {
  guint at;
  guint expect; /* OrderExpect bits */
} OrderMark;

/* Tokens [from, to) might have meant `text`.  */
typedef struct {
  guint from, to;
  char *text;
} OrderRepair;

typedef struct {
  gboolean set;
  guint from, to; /* tokens */
} OrderSpan;

typedef struct {
  OrderBook *book;
  const PictureView *view;
  const BaseVec *here;
  OrderTokens *tokens;
  guint at;
  SimCommand command;
  OrderSpan verb, target, via, posture, timing, facing, topic, mark;
  OrderSpan possible, help, minutes, setting, relief;
  gboolean unnamed; /* nobody was called: it is for all unless a name follows */
  OrderSpan late; /* of the verb, read ahead (order-verb.h) */
  OrderProblem problem;
  char *reason;
  GArray *marks;   /* OrderMark */
  GArray *repairs; /* OrderRepair, best first */
} OrderParser;

void order_parser_init (OrderParser *parser, OrderBook *book, const PictureView *view,
                        const BaseVec *here, const char *text);
void order_parser_clear (OrderParser *parser);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OrderParser, order_parser_clear)

/* Reads the whole text; TRUE if it is an order.  */
gboolean order_parser_run (OrderParser *parser);

static inline guint
order_parser_count (const OrderParser *parser)
{
  return order_tokens_count (parser->tokens);
}

static inline SimAim
order_parser_aim (const OrderParser *parser)
{
  return parser->verb.set ? sim_verb_aim (parser->command.verb) : SIM_AIM_NONE;
}

/* Is the verb about our own people: a machine, a platoon, or a place where they are?  */
static inline gboolean
order_parser_aims_at_own (const OrderParser *parser)
{
  SimAim aim = order_parser_aim (parser);

  return aim == SIM_AIM_OWN || aim == SIM_AIM_OPTIONAL_OWN || aim == SIM_AIM_LISTENED;
}

/* Does it switch the net or the link?  It is done when it is said, and has no modifiers.  */
static inline gboolean
order_parser_switches (const OrderParser *parser)
{
  SimAim aim = order_parser_aim (parser);

  return aim == SIM_AIM_SETTING || aim == SIM_AIM_LISTENED;
}

/* Ends with a problem.  Takes `reason`.  Always ORDER_READ_BAD.  */
OrderRead order_parser_fail (OrderParser *parser, OrderProblem problem, char *reason);
void order_parser_expect (OrderParser *parser, guint expect);
void order_parser_offer (OrderParser *parser, guint from, guint to, const char *text);
/* Offers up to five names like these tokens.  */
void order_parser_offer_names (OrderParser *parser, guint kinds, guint from, guint to);
/* Offers wordings of a group like these tokens.  */
void order_parser_offer_words (OrderParser *parser, OrderPhraseGroup group, guint from, guint to);
/* Does a modifier, "via" or the like begin here?  */
gboolean order_parser_at_clause (OrderParser *parser, guint at);
/* The end of a stretch that could not be read: the next comma, clause or the end.  */
guint order_parser_stretch (OrderParser *parser, guint from);

gboolean order_parser_at_end (const OrderParser *parser);
/* Does a wording of this group stand here?  */
gboolean order_parser_group_at (OrderParser *parser, OrderPhraseGroup group, guint at);
/* Does a verb?  "March" is one, "March Hare" a name.  */
gboolean order_parser_verb_begins (OrderParser *parser, guint at);
/* Marks tokens from `from` to the parser's place as this part of the order.  */
void order_parser_set_span (OrderParser *parser, OrderSpan *span, guint from);
/* The word before the parser's place contradicts one of the same kind.  */
OrderRead order_parser_fail_twice (OrderParser *parser, const OrderSpan *before);

/* Names at the start (order-parse-addressee.c).  */
OrderRead order_parse_addressees (OrderParser *parser);
/* What the net, the link or her set is switched to, and whether that makes sense for those who are
 * named (order-parse-setting.c).  */
OrderRead order_parse_setting (OrderParser *parser);
OrderRead order_check_setting (OrderParser *parser);
/* Does this verb need nobody to be named (net, sync, listen in, say again, mark), and does such a one
 * stand here?  */
gboolean order_verb_needs_no_name (guint verb);
gboolean order_parser_own_verb_at (OrderParser *parser, guint at);
/* The verb that was meant where none stands, or -1; the tokens of a setting that stands before its verb
 * at `at`, 0: none; reading that; and a name at the end of what needs none (order-parse-implied.c).  */
int order_parser_implied_verb (OrderParser *parser);
guint order_parser_setting_before (OrderParser *parser, guint at);
gboolean order_parse_setting_before (OrderParser *parser);
OrderRead order_parse_late_name (OrderParser *parser);
/* One posture, timing, facing or mark (order-parse-modifier.c).  */
OrderRead order_parse_modifier (OrderParser *parser);
/* The number of a mark; 1 where none stands.  */
OrderRead order_parse_mark_number (OrderParser *parser);
/* A direction or bearing; what leads to it, such as "facing", began at token `from`.  */
OrderRead order_parse_direction (OrderParser *parser, guint from);
/* A part of an order that tells something (order-parse-telling.c), and whether a promise is whole.  */
OrderRead order_parse_telling (OrderParser *parser);
OrderRead order_parser_check_promise (OrderParser *parser);
/* Takes the digits of what tokens from `from` to the parser's place say.  */
OrderRead order_parser_take_minutes (OrderParser *parser, guint from, const char *digits);
/* "In two minutes": a time to begin; does one stand at `at`; and what keeps it from going with the rest,
 * NULL: nothing.  */
OrderRead order_parse_delay (OrderParser *parser);
gboolean order_parser_delay_at (OrderParser *parser, guint at);
const OrderSpan *order_parser_unfit_delay (const OrderParser *parser);
/* A part whose connector stands after it (order-parse-after.c).  */
OrderRead order_parse_after (OrderParser *parser);
gboolean order_parser_takes_target (const OrderParser *parser);
/* A target at the parser's place, with "to" or "at" before it or not (order-parse-target.c).
 * NONE only when `required` is FALSE.  */
OrderRead order_parse_target (OrderParser *parser, SimTarget *target, gboolean required);
/* The ninth of a square around a point; FALSE off the map.  */
gboolean order_parser_take_ninth (OrderParser *parser, BaseVec at, SimTarget *target);
/* "500 metres north" of who is called, and "the base" (order-parse-offset.c).  */
OrderRead order_parse_offset (OrderParser *parser, SimTarget *target);
OrderRead order_parse_base (OrderParser *parser, SimTarget *target);
/* Where those who are called fall back to when nobody says: the nearest place behind them.  FALSE when there
 * is none, or nobody knows where they are.  */
gboolean order_parser_find_rear (OrderParser *parser);
/* Does this text, as a target, mean just the place `index`?  */
gboolean order_target_text_means_place (OrderBook *book, const char *text, gsize index);
/* What stands in column T may be a track as well: does the map have such a square?  */
gboolean order_square_looks_like_track (OrderBook *book, guint32 number);

/* Nearest readings of a text that failed (order-repair.c).  NULL-terminated.  */
char **order_repair (OrderParser *parser, guint depth);
/* `depth` counts repairs upon repairs; 0 from outside.  */
OrderReading *order_parse_deep (OrderBook *book, const PictureView *view, const BaseVec *here,
                                const char *text, guint depth);

/* Canonical text of what was read so far (order-print.c).  */
char *
order_print_partial (OrderBook *book, const SimCommand *command, gboolean verb, gboolean target);
/* The read-back with grid references spelt or written.  */
char *order_read_back_as (OrderBook *book, const SimCommand *command, OrderManner manner);
/* Key of the connector, "to" or "at", that stands before what this verb aims at; NULL: none.  */
const char *order_preposition (guint verb);
/* "G04-7", "Point 304", "T07", "Falke": canonical.  */
char *order_target_text (OrderBook *book, const SimTarget *target);
/* Order and read-back, from the command alone.  */
float order_air_seconds (const SimCommand *command);

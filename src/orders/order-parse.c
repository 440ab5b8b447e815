/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grammar: addressees, verb, target, via, modifiers.  */
#include "orders/order-parse.h"

#include "orders/order-grammar.h"
#include "orders/order-match.h"
#include "orders/order-template.h"
#include "orders/order-verb.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_OFFERS 5

/* ---- State --------------------------------------------------------------------------------- */

static void
repair_clear (gpointer data)
{
  OrderRepair *repair = data;

  g_free (repair->text);
}

void
order_parser_init (OrderParser *parser, OrderBook *book, const PictureView *view,
                   const BaseVec *here, const char *text)
{
  memset (parser, 0, sizeof *parser);
  parser->book = book;
  parser->view = view;
  parser->here = here;
  parser->tokens = order_book_tokens (book, text);
  parser->command.facing_deg = -1;
  parser->marks = g_array_new (FALSE, FALSE, sizeof (OrderMark));
  parser->repairs = g_array_new (FALSE, FALSE, sizeof (OrderRepair));
  g_array_set_clear_func (parser->repairs, repair_clear);
}

void
order_parser_clear (OrderParser *parser)
{
  g_clear_pointer (&parser->tokens, order_tokens_free);
  g_clear_pointer (&parser->marks, g_array_unref);
  g_clear_pointer (&parser->repairs, g_array_unref);
  g_clear_pointer (&parser->reason, g_free);
}

OrderRead
order_parser_fail (OrderParser *parser, OrderProblem problem, char *reason)
{
  g_free (parser->reason);
  parser->problem = problem;
  parser->reason = reason;
  return ORDER_READ_BAD;
}

void
order_parser_expect (OrderParser *parser, guint expect)
{
  OrderMark mark = {parser->at, expect};

  g_array_append_val (parser->marks, mark);
}

void
order_parser_offer (OrderParser *parser, guint from, guint to, const char *text)
{
  OrderRepair repair = {from, to, g_strdup (text)};

  g_array_append_val (parser->repairs, repair);
}

void
order_parser_offer_names (OrderParser *parser, guint kinds, guint from, guint to)
{
  for (guint end = to; end > from; end--) {
    g_autoptr (GPtrArray) names = order_names_like (parser->book, kinds, parser->tokens, from, end);

    for (guint i = 0; i < MIN (names->len, MAX_OFFERS); i++) {
      const OrderName *name = g_ptr_array_index (names, i);

      order_parser_offer (parser, from, end,
                          order_name_text (parser->book, name->kind, name->index));
    }
    if (names->len > 0)
      return;
  }
}

/* Lower is better; G_MAXUINT for no likeness.  A wording begun comes before one misspelt.  */
static guint
word_likeness (const OrderLexeme *lexeme, const char *key)
{
  guint distance;
  guint length = (guint) g_utf8_strlen (lexeme->joined, -1);

  if (strlen (key) >= 2 && g_str_has_prefix (lexeme->joined, key))
    return 1;
  distance = order_edit_distance (lexeme->joined, key);
  return distance <= order_offer_limit (length) && distance < length ? 2 * distance : G_MAXUINT;
}

static void
offer_words_like (OrderParser *parser, OrderPhraseGroup group, guint from, guint to)
{
  GArray *lexemes = parser->book->lexemes[group];
  g_autofree guint *likeness = g_new (guint, lexemes->len + 1);
  g_autofree char *key = order_tokens_key (parser->book, parser->tokens, from, to);

  for (guint i = 0; i < lexemes->len; i++)
    likeness[i] = word_likeness (&g_array_index (lexemes, OrderLexeme, i), key);
  for (guint wanted = 0; wanted <= 8; wanted++)
    for (guint i = 0; i < lexemes->len && parser->repairs->len < 2 * MAX_OFFERS; i++)
      if (likeness[i] == wanted) {
        g_autofree char *words = g_strjoinv (" ", g_array_index (lexemes, OrderLexeme, i).words);

        order_parser_offer (parser, from, to, words);
      }
}

void
order_parser_offer_words (OrderParser *parser, OrderPhraseGroup group, guint from, guint to)
{
  for (guint end = MIN (to, from + 4); end > from; end--)
    offer_words_like (parser, group, from, end);
}

gboolean
order_parser_group_at (OrderParser *parser, OrderPhraseGroup group, guint at)
{
  guint n;

  return order_book_match (parser->book, group, parser->tokens, at, &n) >= 0;
}

gboolean
order_parser_verb_begins (OrderParser *parser, guint at)
{
  OrderNameMatch match;
  guint n;

  return order_book_match (parser->book, ORDER_PHRASE_VERB, parser->tokens, at, &n) >= 0 &&
         (order_names_match (parser->book, ORDER_NAMES_OF_PEOPLE | ORDER_NAMES_OF_TARGETS,
                             parser->tokens, at, &match) == ORDER_MATCH_NONE ||
          match.misspelt || match.n_tokens <= n);
}

gboolean
order_parser_at_clause (OrderParser *parser, guint at)
{
  return (parser->late.set && at == parser->late.from) ||
         order_parser_group_at (parser, ORDER_PHRASE_POSTURE, at) ||
         order_parser_group_at (parser, ORDER_PHRASE_TIMING, at) ||
         order_parser_delay_at (parser, at) ||
         order_book_connector (parser->book, ORDER_CONNECTOR_VIA, parser->tokens, at) > 0 ||
         order_book_connector (parser->book, ORDER_CONNECTOR_RELIEVED, parser->tokens, at) > 0 ||
         order_book_connector (parser->book, ORDER_CONNECTOR_MARK, parser->tokens, at) > 0 ||
         (parser->command.verb == SIM_VERB_EXPECT && parser->verb.set &&
          (order_book_connector (parser->book, ORDER_CONNECTOR_FROM, parser->tokens, at) > 0 ||
           order_book_connector (parser->book, ORDER_CONNECTOR_POSSIBLE, parser->tokens, at) > 0)) ||
         order_book_connector (parser->book, ORDER_CONNECTOR_FACING, parser->tokens, at) > 0;
}

guint
order_parser_stretch (OrderParser *parser, guint from)
{
  guint to = from + 1;

  while (to < order_parser_count (parser) && !order_tokens_at (parser->tokens, to)->comma &&
         !order_parser_at_clause (parser, to))
    to++;
  return MIN (to, order_parser_count (parser));
}

gboolean
order_parser_at_end (const OrderParser *parser)
{
  return parser->at >= order_parser_count (parser);
}

void
order_parser_set_span (OrderParser *parser, OrderSpan *span, guint from)
{
  *span = (OrderSpan){TRUE, from, parser->at};
}

/* ---- Verb ---------------------------------------------------------------------------------- */

static OrderRead
fail_no_verb (OrderParser *parser)
{
  g_autofree char *who = order_print_partial (parser->book, &parser->command, FALSE, FALSE);

  return order_parser_fail (
      parser, ORDER_NO_VERB,
      /* Translators: {who} is a call sign or platoon that was called without an order.  */
      order_fill (_ ("Say what {who} shall do, such as move, scout or hold."), "who", who, NULL));
}

static gboolean
for_the_wall (const OrderParser *parser)
{
  return parser->command.n_addressees == 1 &&
         parser->command.addressees[0].kind == SIM_ADDRESSEE_INTERCEPTORS;
}

/* "Artillery, G04": to fire there, or to look?  */
static void
offer_verbs_of_wall (OrderParser *parser)
{
  static const SimVerb verbs[] = {SIM_VERB_FIRE_ON, SIM_VERB_LOOK};

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    order_parser_offer (parser, parser->at, parser->at,
                        order_book_word (parser->book, ORDER_PHRASE_VERB,
                                         sim_verb_name (verbs[i])));
}

static OrderRead
fail_unknown_verb (OrderParser *parser)
{
  guint to = MIN (parser->at + 3, order_parser_stretch (parser, parser->at));
  g_autofree char *words = order_tokens_quote (parser->tokens, parser->at, parser->at + 1);

  if (for_the_wall (parser))
    offer_verbs_of_wall (parser);
  order_parser_offer_words (parser, ORDER_PHRASE_VERB, parser->at, to);
  return order_parser_fail (
      parser, ORDER_UNKNOWN_VERB,
      order_fill (_ ("“{words}” is no order that anyone here knows."), "words", words, NULL));
}

/* What a verb that stands last is about, while that verb is not typed yet.  */
static OrderRead
read_before_verb (OrderParser *parser)
{
  if (parser->book->phrases.grammar.verb != ORDER_VERB_LAST)
    return ORDER_READ_NONE;
  order_parser_expect (parser, ORDER_EXPECT_TARGET);
  return order_parse_after (parser);
}

/* "Take cover" is a posture, though "take" is a verb; "how many rounds" asks for a report.  */
static gboolean
other_is_longer (OrderParser *parser, guint than)
{
  static const OrderPhraseGroup others[] = {ORDER_PHRASE_POSTURE, ORDER_PHRASE_TIMING,
                                            ORDER_PHRASE_TOPIC};
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (order_book_match (parser->book, others[i], parser->tokens, parser->at, &n) >= 0 && n > than)
      return TRUE;
  return FALSE;
}

/* What is shouted is said twice: "hold, hold!", "warning, enemy at G04".  */
static void
pass_repeated_verb (OrderParser *parser)
{
  guint n;

  while (parser->book->phrases.grammar.verb != ORDER_VERB_LAST &&
         order_parser_verb_begins (parser, parser->at) &&
         order_book_match (parser->book, ORDER_PHRASE_VERB, parser->tokens, parser->at, &n) ==
             parser->command.verb)
    parser->at += n;
}

/* "Look at G04": a pilot goes there, the wall's guns send a round that looks.  */
static int
verb_for_addressee (const OrderParser *parser, int verb)
{
  if (verb == SIM_VERB_SCOUT && for_the_wall (parser))
    return SIM_VERB_LOOK;
  if (verb == SIM_VERB_ATTACK && for_the_wall (parser))
    return SIM_VERB_FIRE_ON;
  return verb == SIM_VERB_LOOK && !for_the_wall (parser) ? SIM_VERB_SCOUT : verb;
}

/* Modifiers may come before the verb: "carefully scout to C05".  */
static OrderRead
read_verb (OrderParser *parser)
{
  guint n, from;
  int verb;
  OrderRead read;

  do {
    order_parser_expect (parser, ORDER_EXPECT_VERB);
    order_parse_setting_before (parser);
    from = parser->at;
    verb = order_parse_verb (parser, &n);
    if (verb >= 0 && n > 0 && other_is_longer (parser, n)) {
      verb = -1;
      n = 0;
    }
    read = verb < 0 ? order_parse_modifier (parser) : ORDER_READ_NONE;
    if (verb < 0 && read == ORDER_READ_NONE)
      read = read_before_verb (parser);
  } while (read == ORDER_READ_OK);
  if (read == ORDER_READ_BAD)
    return read;
  if (verb < 0 && (verb = order_parser_implied_verb (parser)) < 0)
    return order_parser_at_end (parser) ? fail_no_verb (parser) : fail_unknown_verb (parser);
  parser->at += n;
  parser->command.verb = (uint8_t) verb;
  if (n > 0)
    pass_repeated_verb (parser);
  parser->command.verb = (uint8_t) verb_for_addressee (parser, verb);
  order_parser_set_span (parser, &parser->verb, from);
  if (n == 0 && parser->late.set)
    parser->verb = parser->late;
  return ORDER_READ_OK;
}

/* ---- What follows the verb ------------------------------------------------------------------ */

static gboolean
takes_target (const OrderParser *parser)
{
  SimAim aim = order_parser_aim (parser);

  return aim == SIM_AIM_PLACE || aim == SIM_AIM_ANY || aim == SIM_AIM_OPTIONAL_PLACE ||
         order_parser_aims_at_own (parser);
}

gboolean
order_parser_takes_target (const OrderParser *parser)
{
  return takes_target (parser);
}

/* What is answered or obeyed at once waits for no mark; to cancel "on mark 2" is to drop what does.  */
static gboolean
can_wait_for_mark (const OrderParser *parser)
{
  switch (parser->command.verb) {
  case SIM_VERB_REPORT:
  case SIM_VERB_CEASE_FIRE:
  case SIM_VERB_WEAPONS_FREE:
  case SIM_VERB_SAY_AGAIN:
  case SIM_VERB_MARK:
    return FALSE;
  default:
    return TRUE;
  }
}

static void
expect_setting (OrderParser *parser)
{
  if (!parser->setting.set && !parser->target.set)
    order_parser_expect (parser, order_parser_aim (parser) == SIM_AIM_LISTENED
                                     ? ORDER_EXPECT_SETTING | ORDER_EXPECT_TARGET
                                     : ORDER_EXPECT_SETTING);
}

static void
expect_rest (OrderParser *parser)
{
  guint expect = 0;

  if (order_parser_switches (parser)) {
    expect_setting (parser);
    return;
  }
  if (parser->command.verb == SIM_VERB_EXPECT) {
    expect |= parser->target.set ? 0 : ORDER_EXPECT_TARGET;
    expect |= parser->possible.set ? 0 : ORDER_EXPECT_POSSIBLE;
    expect |= parser->facing.set ? 0 : ORDER_EXPECT_FROM;
  } else if (order_parser_aim (parser) == SIM_AIM_HELP) {
    expect |= parser->help.set ? 0 : ORDER_EXPECT_HELP;
    expect |= parser->help.set && !parser->minutes.set ? ORDER_EXPECT_MINUTES : 0;
  } else if (takes_target (parser)) {
    expect |= parser->target.set ? ORDER_EXPECT_VIA : ORDER_EXPECT_TARGET | ORDER_EXPECT_CONNECTOR;
    expect |= parser->posture.set ? 0 : ORDER_EXPECT_POSTURE;
    expect |= parser->facing.set ? 0 : ORDER_EXPECT_FACING;
  }
  if (!parser->timing.set)
    expect |= ORDER_EXPECT_TIMING;
  if (can_wait_for_mark (parser) && !parser->mark.set && !parser->timing.set)
    expect |= ORDER_EXPECT_MARK;
  if (sim_verb_takes_time (parser->command.verb) && !parser->minutes.set && !parser->mark.set)
    expect |= ORDER_EXPECT_DELAY;
  if (sim_verb_takes_relief (parser->command.verb) && !parser->relief.set)
    expect |= ORDER_EXPECT_RELIEF;
  if (order_parser_aim (parser) == SIM_AIM_REPORT && !parser->topic.set)
    expect |= ORDER_EXPECT_TOPIC;
  order_parser_expect (parser, expect);
}

static OrderRead
read_topic (OrderParser *parser)
{
  guint n, longer, from = parser->at;
  int topic;

  if (order_parser_aim (parser) != SIM_AIM_REPORT)
    return ORDER_READ_NONE;
  topic = order_book_match (parser->book, ORDER_PHRASE_TOPIC, parser->tokens, from, &n);
  order_book_match (parser->book, ORDER_PHRASE_TIMING, parser->tokens, from, &longer);
  /* "tout" is a topic, but "tout de suite" a time.  */
  if (topic < 0 || longer > n)
    return ORDER_READ_NONE;
  parser->at += n;
  if (parser->topic.set && parser->command.topic != topic)
    return order_parser_fail_twice (parser, &parser->topic);
  parser->command.topic = (uint8_t) topic;
  order_parser_set_span (parser, &parser->topic, from);
  return ORDER_READ_OK;
}

static OrderRead
add_via (OrderParser *parser)
{
  SimTarget target = {0};
  OrderRead read;

  order_parser_expect (parser, ORDER_EXPECT_TARGET);
  read = order_parse_target (parser, &target, TRUE);
  if (read != ORDER_READ_OK)
    return read;
  if (parser->command.n_via == SIM_MAX_VIA)
    return order_parser_fail (parser, ORDER_TOO_LONG,
                              g_strdup (_ ("A way has six points at most.")));
  parser->command.via[parser->command.n_via++] = target;
  return ORDER_READ_OK;
}

/* After a point of the way "and" leads to the next one, unless a verb follows it.  */
static gboolean
another_point_follows (OrderParser *parser)
{
  guint n = order_book_connector (parser->book, ORDER_CONNECTOR_AND, parser->tokens, parser->at);

  if (n == 0 || order_parser_verb_begins (parser, parser->at + n) ||
      order_parser_at_clause (parser, parser->at + n))
    return FALSE;
  parser->at += n;
  return TRUE;
}

static OrderRead
read_via (OrderParser *parser)
{
  guint from = parser->at;
  guint n = order_book_connector (parser->book, ORDER_CONNECTOR_VIA, parser->tokens, from);
  OrderRead read;

  if (n == 0)
    return ORDER_READ_NONE;
  parser->at += n;
  do
    read = add_via (parser);
  while (read == ORDER_READ_OK && another_point_follows (parser));
  if (read == ORDER_READ_OK)
    order_parser_set_span (parser, &parser->via, from);
  return read;
}

/* "Follow me": she sits behind the wall.  */
static OrderRead
fail_follow_me (OrderParser *parser, guint n)
{
  for (gsize i = 0; i < parser->book->n_machines; i++)
    if (parser->book->machines[i].captain)
      order_parser_offer (parser, parser->at, parser->at + n, order_book_spoken_name (parser->book, i));
  for (gsize i = 0, offers = 1; i < parser->book->n_machines && offers < MAX_OFFERS; i++)
    if (parser->book->machines[i].leader && !parser->book->machines[i].captain) {
      order_parser_offer (parser, parser->at, parser->at + n, order_book_spoken_name (parser->book, i));
      offers++;
    }
  return order_parser_fail (
      parser, ORDER_NO_TARGET,
      g_strdup (_ ("You are not on the field: say whom to follow, a call sign or a platoon.")));
}

static OrderRead
read_target (OrderParser *parser)
{
  guint from = parser->at, n;
  OrderRead read;

  if (!takes_target (parser) || parser->target.set)
    return ORDER_READ_NONE;
  n = order_book_connector (parser->book, ORDER_CONNECTOR_ME, parser->tokens, from);
  if (n > 0 && parser->command.verb == SIM_VERB_FOLLOW)
    return fail_follow_me (parser, n);
  read = order_parse_target (parser, &parser->command.target,
                             order_parser_aim (parser) != SIM_AIM_OPTIONAL_PLACE &&
                                 order_parser_aim (parser) != SIM_AIM_OPTIONAL_OWN &&
                                 order_parser_aim (parser) != SIM_AIM_LISTENED);
  if (read == ORDER_READ_OK)
    order_parser_set_span (parser, &parser->target, from);
  return read;
}

/* "Mark two".  */
static OrderRead
read_given_mark (OrderParser *parser)
{
  guint from = parser->at;
  OrderRead read;

  if (parser->command.verb != SIM_VERB_MARK || parser->mark.set)
    return ORDER_READ_NONE;
  read = order_parse_mark_number (parser);
  if (read != ORDER_READ_OK)
    return read;
  if (parser->at == from)
    return ORDER_READ_NONE;
  order_parser_set_span (parser, &parser->mark, from);
  return ORDER_READ_OK;
}

/* "Enemy north", "enemy to the north": where they come from, unless a place is called so.  */
static OrderRead
read_expected_side (OrderParser *parser)
{
  static const OrderConnector which[] = {ORDER_CONNECTOR_TO, ORDER_CONNECTOR_AT};
  guint from = parser->at, at = from;
  OrderNameMatch match;

  if (parser->command.verb != SIM_VERB_EXPECT || parser->facing.set)
    return ORDER_READ_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (which); i++)
    at += order_book_connector (parser->book, which[i], parser->tokens, at);
  if (!order_parser_group_at (parser, ORDER_PHRASE_DIRECTION, at) ||
      order_names_match (parser->book, ORDER_NAMES_OF_TARGETS, parser->tokens, at, &match) !=
          ORDER_MATCH_NONE)
    return ORDER_READ_NONE;
  parser->at = at;
  return order_parse_direction (parser, from);
}

/* "Watch north".  */
static OrderRead
read_bare_direction (OrderParser *parser)
{
  guint verb = parser->command.verb;

  if (parser->facing.set || !(verb == SIM_VERB_HOLD || verb == SIM_VERB_OVERWATCH) ||
      !order_parser_group_at (parser, ORDER_PHRASE_DIRECTION, parser->at))
    return ORDER_READ_NONE;
  return order_parse_direction (parser, parser->at);
}

static OrderRead
read_clause (OrderParser *parser)
{
  OrderRead read = read_topic (parser);

  if (read == ORDER_READ_NONE)
    read = order_parse_after (parser);
  if (read == ORDER_READ_NONE)
    read = read_given_mark (parser);
  if (read == ORDER_READ_NONE)
    read = order_parse_telling (parser);
  if (read == ORDER_READ_NONE)
    read = order_parse_setting (parser);
  if (read == ORDER_READ_NONE)
    read = order_parse_modifier (parser);
  if (read == ORDER_READ_NONE)
    read = read_via (parser);
  if (read == ORDER_READ_NONE)
    read = read_expected_side (parser);
  if (read == ORDER_READ_NONE)
    read = read_target (parser);
  if (read == ORDER_READ_NONE)
    read = read_bare_direction (parser);
  return read == ORDER_READ_NONE ? order_parse_late_name (parser) : read;
}

/* A second order in one breath.  */
static OrderRead
fail_second_order (OrderParser *parser)
{
  order_parser_offer (parser, parser->at, order_parser_count (parser), "");
  return order_parser_fail (parser, ORDER_UNKNOWN_WORDS,
                            g_strdup (_ ("One order at a time: give the second one by itself.")));
}

static OrderRead
fail_left_over (OrderParser *parser)
{
  guint to = order_parser_stretch (parser, parser->at);
  guint n = order_book_connector (parser->book, ORDER_CONNECTOR_AND, parser->tokens, parser->at);
  g_autofree char *words = order_tokens_quote (parser->tokens, parser->at, to);
  g_autoptr (GString) digits = g_string_new ("keypad ");

  if (order_parser_group_at (parser, ORDER_PHRASE_VERB, parser->at + n))
    return fail_second_order (parser);
  /* "Altmar bridg" is more than the town of Altmar.  */
  if (parser->target.set && parser->target.to == parser->at)
    order_parser_offer_names (parser, ORDER_NAMES_OF_TARGETS, parser->target.from, to);
  if (!parser->target.set && takes_target (parser))
    order_parser_offer_names (parser, ORDER_NAMES_OF_TARGETS, parser->at, to);
  if (order_read_number (parser->book, parser->tokens, parser->at, digits) > 0)
    order_parser_offer (parser, parser->at, parser->at + 1, digits->str);
  order_parser_offer_words (parser, ORDER_PHRASE_POSTURE, parser->at, to);
  order_parser_offer_words (parser, ORDER_PHRASE_TIMING, parser->at, to);
  order_parser_offer_words (parser, ORDER_PHRASE_TOPIC, parser->at, to);
  order_parser_offer (parser, parser->at, to, "");
  return order_parser_fail (
      parser, ORDER_UNKNOWN_WORDS,
      order_fill (_ ("“{words}” could not be understood."), "words", words, NULL));
}

static OrderRead
read_rest (OrderParser *parser)
{
  OrderRead read = ORDER_READ_OK;

  expect_rest (parser);
  while (!order_parser_at_end (parser)) {
    if (parser->late.set && parser->at == parser->late.from) {
      parser->at = parser->late.to;
      expect_rest (parser);
      continue;
    }
    read = read_clause (parser);
    if (read == ORDER_READ_NONE)
      return fail_left_over (parser);
    if (read == ORDER_READ_BAD)
      return read;
    expect_rest (parser);
  }
  return read;
}

/* ---- Whole orders --------------------------------------------------------------------------- */

static OrderRead
fail_no_target (OrderParser *parser)
{
  guint n = order_parser_count (parser);

  if (order_parser_aims_at_own (parser))
    return order_parser_fail (
        parser, ORDER_NO_TARGET,
        g_strdup (_ ("Say whom: a call sign, a platoon, or the place where they are.")));
  for (guint i = 0; i < MIN (order_book_n_places (parser->book), MAX_OFFERS); i++) {
    g_autofree char *text =
        order_with_connector (parser->book, "to", order_book_place_text (parser->book, i));

    order_parser_offer (parser, n, n, text);
  }
  return order_parser_fail (
      parser, ORDER_NO_TARGET,
      g_strdup (_ ("Say where: a grid reference such as G04, a place or a track.")));
}

/* Words that were read but mean nothing to this verb.  */
static OrderRead
fail_unfit (OrderParser *parser, const OrderSpan *span)
{
  g_autofree char *words = order_tokens_quote (parser->tokens, span->from, span->to);

  order_parser_offer (parser, span->from, span->to, "");
  return order_parser_fail (parser, ORDER_UNKNOWN_WORDS,
                            order_fill (_ ("“{words}” does not go with “{verb}”."), "words", words,
                                        "verb",
                                        order_book_word (parser->book, ORDER_PHRASE_VERB,
                                                         sim_verb_name (parser->command.verb)),
                                        NULL));
}

/* The guns on the wall do nothing but fire, and are spoken to alone: through the desk.  */
static OrderRead
check_interceptors (OrderParser *parser)
{
  const SimCommand *command = &parser->command;
  gboolean asked = FALSE;

  for (guint i = 0; i < command->n_addressees; i++)
    asked |= command->addressees[i].kind == SIM_ADDRESSEE_INTERCEPTORS;
  if (!asked)
    return ORDER_READ_OK;
  if (command->n_addressees > 1)
    return order_parser_fail (
        parser, ORDER_UNKNOWN_ADDRESSEE,
        g_strdup (_ ("The guns on the wall are asked for by themselves, in an order of their"
                     " own.")));
  if (command->verb != SIM_VERB_FIRE_ON && command->verb != SIM_VERB_LOOK)
    return fail_unfit (parser, &parser->verb);
  if (command->verb == SIM_VERB_LOOK && parser->via.set)
    return fail_unfit (parser, &parser->via);
  if (command->verb == SIM_VERB_LOOK && parser->facing.set)
    return fail_unfit (parser, &parser->facing);
  if (command->verb == SIM_VERB_LOOK && parser->timing.set)
    return fail_unfit (parser, &parser->timing);
  if (parser->posture.set)
    return fail_unfit (parser, &parser->posture);
  return ORDER_READ_OK;
}

/* The mark says when; a mark itself is given now.  */
static OrderRead
check_mark (OrderParser *parser)
{
  if (parser->command.verb == SIM_VERB_MARK) {
    parser->command.mark = MAX (parser->command.mark, 1);
    return parser->timing.set ? fail_unfit (parser, &parser->timing) : ORDER_READ_OK;
  }
  if (parser->mark.set && !can_wait_for_mark (parser))
    return fail_unfit (parser, &parser->mark);
  if (parser->mark.set && parser->command.addressees[0].kind == SIM_ADDRESSEE_INTERCEPTORS)
    return fail_unfit (parser, &parser->mark);
  if (parser->mark.set && parser->timing.set && parser->command.timing != SIM_TIMING_NORMAL) {
    g_autofree char *first =
        order_tokens_quote (parser->tokens, parser->timing.from, parser->timing.to);
    g_autofree char *second = order_tokens_quote (parser->tokens, parser->mark.from, parser->mark.to);

    order_parser_offer (parser, parser->timing.from, parser->timing.to, "");
    order_parser_offer (parser, parser->mark.from, parser->mark.to, "");
    return order_parser_fail (parser, ORDER_AMBIGUOUS,
                              order_fill (_ ("“{first}” and “{second}” do not go together."), "first",
                                          first, "second", second, NULL));
  }
  return ORDER_READ_OK;
}

static gboolean
aims_at_somebody (const OrderParser *parser)
{
  return parser->command.target.kind == SIM_TARGET_UNIT ||
         parser->command.target.kind == SIM_TARGET_PLATOON;
}

/* Who goes to others goes straight there.  */
static gboolean
takes_way (const OrderParser *parser)
{
  return parser->command.verb != SIM_VERB_REGROUP && parser->command.verb != SIM_VERB_FOLLOW;
}

static OrderRead
check_switch (OrderParser *parser)
{
  const OrderSpan *unfit[] = {&parser->via, &parser->posture, &parser->timing, &parser->facing,
                              &parser->mark, &parser->minutes};

  for (guint i = 0; i < G_N_ELEMENTS (unfit); i++)
    if (unfit[i]->set)
      return fail_unfit (parser, unfit[i]);
  return order_check_setting (parser);
}

static OrderRead
check_whole (OrderParser *parser)
{
  SimAim aim = order_parser_aim (parser);

  if (check_interceptors (parser) != ORDER_READ_OK || check_mark (parser) != ORDER_READ_OK ||
      order_parser_check_promise (parser) != ORDER_READ_OK)
    return ORDER_READ_BAD;
  if (order_parser_unfit_delay (parser) != NULL)
    return fail_unfit (parser, order_parser_unfit_delay (parser));
  if (parser->command.verb == SIM_VERB_EXPECT && (parser->via.set || parser->posture.set))
    return fail_unfit (parser, parser->via.set ? &parser->via : &parser->posture);
  if (parser->relief.set && !sim_verb_takes_relief (parser->command.verb))
    return fail_unfit (parser, &parser->relief);
  if (order_parser_switches (parser))
    return check_switch (parser);
  /* Where they come from is enough, and "fall back" says which way.  */
  if (parser->command.verb == SIM_VERB_EXPECT && parser->facing.set)
    return ORDER_READ_OK;
  if (parser->command.verb == SIM_VERB_FALL_BACK && !parser->target.set && !parser->via.set)
    return order_parser_find_rear (parser) ? ORDER_READ_OK : fail_no_target (parser);
  if ((aim == SIM_AIM_PLACE || aim == SIM_AIM_ANY || aim == SIM_AIM_OWN) && !parser->target.set)
    return fail_no_target (parser);
  if (parser->target.set && parser->command.verb == SIM_VERB_FOLLOW && !aims_at_somebody (parser))
    return order_parser_fail (parser, ORDER_NO_TARGET,
                              g_strdup (_ ("Say whom to follow: a call sign or a platoon.")));
  if (parser->via.set && !takes_way (parser))
    return fail_unfit (parser, &parser->via);
  if (parser->via.set && !parser->target.set)
    return takes_target (parser) ? fail_no_target (parser) : fail_unfit (parser, &parser->via);
  if (!takes_target (parser) && parser->posture.set)
    return fail_unfit (parser, &parser->posture);
  if (!takes_target (parser) && parser->facing.set)
    return fail_unfit (parser, &parser->facing);
  return ORDER_READ_OK;
}

gboolean
order_parser_run (OrderParser *parser)
{
  if (strlen (parser->tokens->text) > ORDER_MAX_TEXT) {
    order_parser_fail (parser, ORDER_TOO_LONG, g_strdup (_ ("That is too long for one order.")));
    return FALSE;
  }
  if (order_parser_count (parser) == 0) {
    order_parser_expect (parser, ORDER_EXPECT_ADDRESSEE);
    order_parser_fail (parser, ORDER_EMPTY, g_strdup (_ ("There is no order yet.")));
    return FALSE;
  }
  return order_parse_addressees (parser) == ORDER_READ_OK && read_verb (parser) == ORDER_READ_OK &&
         read_rest (parser) == ORDER_READ_OK && check_whole (parser) == ORDER_READ_OK;
}

/* ---- Readings ------------------------------------------------------------------------------- */

static OrderReading *
make_refusal (OrderParser *parser, guint depth)
{
  OrderReading *reading = g_new0 (OrderReading, 1);

  reading->problem = parser->problem;
  reading->reason = g_steal_pointer (&parser->reason);
  reading->understood =
      order_print_partial (parser->book, &parser->command, parser->verb.set, parser->target.set);
  reading->nearest = order_repair (parser, depth);
  return reading;
}

OrderReading *
order_parse_deep (OrderBook *book, const PictureView *view, const BaseVec *here, const char *text,
                  guint depth)
{
  g_auto (OrderParser) parser = {0};
  /* What is far too long is not even split.  */
  g_autofree char *head = g_strndup (text, ORDER_MAX_TEXT + 4);
  OrderReading *reading;

  order_parser_init (&parser, book, view, here, head);
  if (!order_parser_run (&parser))
    return make_refusal (&parser, depth);
  reading = g_new0 (OrderReading, 1);
  reading->problem = ORDER_OK;
  reading->command = parser.command;
  reading->canonical = order_canonical (book, &parser.command);
  reading->read_back = order_read_back (book, &parser.command);
  reading->understood = g_strdup (reading->canonical);
  reading->nearest = g_new0 (char *, 1);
  reading->air_s = order_air_seconds (&parser.command);
  return reading;
}

OrderReading *
order_parse (OrderBook *book, const PictureView *view, const BaseVec *here, const char *text)
{
  g_return_val_if_fail (book != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return order_parse_deep (book, view, here, text, 0);
}

void
order_reading_free (OrderReading *reading)
{
  if (!reading)
    return;
  g_free (reading->canonical);
  g_free (reading->read_back);
  g_free (reading->reason);
  g_free (reading->understood);
  g_strfreev (reading->nearest);
  g_free (reading);
}

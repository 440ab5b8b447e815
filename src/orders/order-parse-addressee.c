/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is spoken to.  */
#include "orders/order-parse.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_OFFERS 5
#define FAR_BEHIND 12 /* tokens: whoever is named later is not called */

static OrderRead
fail_ambiguous_name (OrderParser *parser, const OrderNameMatch *match)
{
  guint end = parser->at + match->n_tokens;
  const char *first = order_name_text (parser->book, match->kind, match->index);
  const char *second = order_name_text (parser->book, match->other_kind, match->other_index);
  g_autofree char *words = order_tokens_quote (parser->tokens, parser->at, end);

  order_parser_offer (parser, parser->at, end, first);
  order_parser_offer (parser, parser->at, end, second);
  return order_parser_fail (
      parser, ORDER_AMBIGUOUS,
      /* Translators: the order line could not tell which of two names was meant.  */
      order_fill (_ ("“{words}” may be {first} or {second}."), "words", words, "first", first,
                  "second", second, NULL));
}

static void
offer_everyone (OrderParser *parser, guint from, guint to)
{
  for (guint i = 0; i < MIN (parser->book->n_platoons, MAX_OFFERS - 1); i++) {
    g_autofree char *text = g_strdup_printf ("%s, ", order_book_platoon_name (parser->book, i));

    order_parser_offer (parser, from, to, text);
  }
  {
    g_autofree char *all =
        g_strdup_printf ("%s, ", order_name_text (parser->book, ORDER_NAME_ALL, 0));

    order_parser_offer (parser, from, to, all);
  }
}

/* ---- Called by name later on ---------------------------------------------------------------- */

/* The first of ours, a platoon or all of them, that is named in full behind this token.  */
static guint
name_behind (OrderParser *parser, OrderNameMatch *match)
{
  guint n = order_parser_count (parser);

  for (guint at = parser->at + 1; at < MIN (n, FAR_BEHIND); at++)
    if (order_names_match (parser->book, ORDER_NAMES_OF_PEOPLE, parser->tokens, at, match) ==
            ORDER_MATCH_ONE &&
        !match->misspelt)
      return at;
  return n;
}

static void
offer_whole (OrderParser *parser, const char *name, const char *words, const char *more)
{
  g_autofree char *text = g_strdup_printf ("%s, %s %s", name, words, more);

  if (*words || *more)
    order_parser_offer (parser, parser->at, order_parser_count (parser), text);
}

/* "Move First Platoon to G04", "tell First Platoon to move to G04", "where are you, Falke": the name goes to the
 * front, with what stands around it, behind it, before it.  */
static gboolean
offer_name_first (OrderParser *parser)
{
  OrderNameMatch match;
  guint n = order_parser_count (parser), at = name_behind (parser, &match), behind;
  g_autofree char *before = NULL, *after = NULL, *led_to = NULL;
  const char *name;

  if (parser->at != 0 || at >= n)
    return FALSE;
  name = order_name_text (parser->book, match.kind, match.index);
  behind = at + match.n_tokens;
  before = order_tokens_quote (parser->tokens, 0, at);
  after = order_tokens_quote (parser->tokens, behind, n);
  behind += order_book_connector (parser->book, ORDER_CONNECTOR_TO, parser->tokens, behind);
  led_to = order_tokens_quote (parser->tokens, behind, n);
  offer_whole (parser, name, before, after);
  offer_whole (parser, name, after, "");
  offer_whole (parser, name, led_to, "");
  offer_whole (parser, name, before, "");
  return TRUE;
}

static OrderRead
fail_no_addressee (OrderParser *parser)
{
  if (!offer_name_first (parser))
    offer_everyone (parser, parser->at, parser->at);
  return order_parser_fail (
      parser, ORDER_NO_ADDRESSEE,
      g_strdup (_ ("Say first who it is for: a call sign, a platoon or all units.")));
}

/* The stretch that should have been a name: up to a comma, a verb or the end.  */
static guint
name_stretch (OrderParser *parser)
{
  guint to = parser->at + 1;

  while (to < order_parser_count (parser) && !order_tokens_at (parser->tokens, to)->comma &&
         !order_parser_group_at (parser, ORDER_PHRASE_VERB, to))
    to++;
  return MIN (to, order_parser_count (parser));
}

/* The beginning of what bearings are counted from, as the console types it: its place is missing.  */
static gboolean
begins_bearings (OrderParser *parser)
{
  g_autofree char *words = order_bearings_words (parser->book, "");
  g_autoptr (OrderTokens) tokens = order_book_tokens (parser->book, words);
  guint n = order_parser_count (parser);

  if (n != order_tokens_count (tokens))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (order_tokens_word (parser->tokens, i), order_tokens_word (tokens, i)))
      return FALSE;
  return n > 0;
}

static OrderRead
fail_unknown_addressee (OrderParser *parser)
{
  guint to = name_stretch (parser);
  g_autofree char *words = NULL;

  if (order_parser_at_end (parser) || order_parser_group_at (parser, ORDER_PHRASE_VERB, parser->at))
    return fail_no_addressee (parser);
  if (begins_bearings (parser))
    return order_parser_fail (
        parser, ORDER_NO_TARGET,
        g_strdup (_ ("Say where: a grid reference such as G04, a place or a track.")));
  words = order_tokens_quote (parser->tokens, parser->at, to);
  if (parser->at == 0 && offer_name_first (parser))
    return order_parser_fail (
        parser, ORDER_NO_ADDRESSEE,
        g_strdup (_ ("Say first who it is for: a call sign, a platoon or all units.")));
  order_parser_offer_names (parser, ORDER_NAMES_OF_PEOPLE, parser->at, to);
  return order_parser_fail (
      parser, ORDER_UNKNOWN_ADDRESSEE,
      /* Translators: {words} is what the player typed where a call sign should stand.  */
      order_fill (_ ("Nobody here is called “{words}”."), "words", words, NULL));
}

static OrderRead
fail_absent_platoon (OrderParser *parser, const OrderNameMatch *match)
{
  order_parser_offer_names (parser, ORDER_NAMES_OF_PEOPLE, parser->at,
                            parser->at + match->n_tokens);
  if (match->index == SIM_SUPPLY_PLATOON)
    return order_parser_fail (parser, ORDER_UNKNOWN_ADDRESSEE,
                              g_strdup (_ ("There are no Scavengers in this battle.")));
  return order_parser_fail (parser, ORDER_UNKNOWN_ADDRESSEE,
                            order_fill (_ ("There is no {platoon} in this battle."), "platoon",
                                        order_book_platoon_name (parser->book, match->index),
                                        NULL));
}

static SimAddressee
addressee_of (const OrderNameMatch *match)
{
  static const uint8_t kinds[] = {
      [ORDER_NAME_ALL] = SIM_ADDRESSEE_ALL,
      [ORDER_NAME_PLATOON] = SIM_ADDRESSEE_PLATOON,
      [ORDER_NAME_INTERCEPTORS] = SIM_ADDRESSEE_INTERCEPTORS,
      [ORDER_NAME_MACHINE] = SIM_ADDRESSEE_UNIT,
  };

  return (SimAddressee){.kind = kinds[match->kind], .index = match->index};
}

/* The same one twice is one.  */
static OrderRead
add_addressee (OrderParser *parser, const OrderNameMatch *match)
{
  SimCommand *command = &parser->command;
  SimAddressee addressee = addressee_of (match);

  parser->at += match->n_tokens;
  for (guint i = 0; i < command->n_addressees; i++)
    if (command->addressees[i].kind == addressee.kind &&
        command->addressees[i].index == addressee.index)
      return ORDER_READ_OK;
  if (command->n_addressees == SIM_MAX_ADDRESSEES)
    return order_parser_fail (
        parser, ORDER_TOO_LONG,
        g_strdup (_ ("One order is for eight names at most; name the platoon instead.")));
  command->addressees[command->n_addressees++] = addressee;
  return ORDER_READ_OK;
}

static OrderRead
read_addressee (OrderParser *parser)
{
  OrderNameMatch match;
  OrderMatch found =
      order_names_match (parser->book, ORDER_NAMES_OF_PEOPLE, parser->tokens, parser->at, &match);

  if (found == ORDER_MATCH_NONE)
    return fail_unknown_addressee (parser);
  /* "hold at G04" must not become the call sign Holt.  */
  if (match.misspelt && order_parser_group_at (parser, ORDER_PHRASE_VERB, parser->at))
    return fail_unknown_addressee (parser);
  if (found == ORDER_MATCH_SEVERAL)
    return fail_ambiguous_name (parser, &match);
  if (match.kind == ORDER_NAME_PLATOON && !order_book_has_platoon (parser->book, match.index))
    return fail_absent_platoon (parser, &match);
  return add_addressee (parser, &match);
}

/* "FとG経由で": names that are joined up to "via" are a way.  */
static gboolean
is_joined_way (OrderParser *parser, guint at)
{
  if (order_book_own_connector (parser->book, ORDER_CONNECTOR_AND, parser->tokens, at) == 0)
    return FALSE;
  for (; at < order_parser_count (parser) && !order_tokens_at (parser->tokens, at)->comma; at++)
    if (order_book_own_connector (parser->book, ORDER_CONNECTOR_VIA, parser->tokens, at) > 0)
      return TRUE;
  return FALSE;
}

/* Where connectors stand after what they go with: is what stands before this token a target?  */
static gboolean
is_led_to (OrderParser *parser, guint at)
{
  return parser->book->phrases.grammar.connectors_after &&
         (order_book_own_connector (parser->book, ORDER_CONNECTOR_TO, parser->tokens, at) > 0 ||
          order_book_own_connector (parser->book, ORDER_CONNECTOR_AT, parser->tokens, at) > 0 ||
          order_book_own_connector (parser->book, ORDER_CONNECTOR_VIA, parser->tokens, at) > 0 ||
          is_joined_way (parser, at));
}

/* Does another name follow?  After "and" it must; after a comma it may.  */
static gboolean
another_follows (OrderParser *parser)
{
  OrderNameMatch match;
  guint n = order_book_connector (parser->book, ORDER_CONNECTOR_AND, parser->tokens, parser->at);

  if (n > 0) {
    parser->at += n;
    return TRUE;
  }
  if (order_parser_at_end (parser) || !order_tokens_at (parser->tokens, parser->at)->comma ||
      order_parser_verb_begins (parser, parser->at) || order_parser_at_clause (parser, parser->at))
    return FALSE;
  return order_names_match (parser->book, ORDER_NAMES_OF_PEOPLE, parser->tokens, parser->at,
                            &match) != ORDER_MATCH_NONE &&
         !is_led_to (parser, parser->at + match.n_tokens);
}

/* ---- All but some -------------------------------------------------------------------------- */

static gboolean
is_left_out (const SimAddressee *out, guint n_out, SimAddresseeKind kind, guint index)
{
  for (guint i = 0; i < n_out; i++)
    if (out[i].kind == kind && out[i].index == index)
      return TRUE;
  return FALSE;
}

/* Is one of this platoon left out by his own name?  */
static gboolean
misses_somebody (OrderParser *parser, const SimAddressee *out, guint n_out, guint platoon)
{
  for (guint i = 0; i < n_out; i++)
    if (out[i].kind == SIM_ADDRESSEE_UNIT && out[i].index < parser->book->n_machines &&
        parser->book->machines[out[i].index].platoon == platoon)
      return TRUE;
  return FALSE;
}

static gboolean
add_left (OrderParser *parser, SimAddresseeKind kind, guint index)
{
  SimCommand *command = &parser->command;

  if (command->n_addressees == SIM_MAX_ADDRESSEES)
    return FALSE;
  command->addressees[command->n_addressees++] =
      (SimAddressee){.kind = (uint8_t) kind, .index = index};
  return TRUE;
}

static gboolean
add_rest_of (OrderParser *parser, const SimAddressee *out, guint n_out, guint platoon)
{
  for (guint i = 0; i < parser->book->n_machines; i++) {
    gboolean lost = parser->view != NULL && i < parser->view->n_own && parser->view->own[i].known_lost;

    if (parser->book->machines[i].platoon == platoon && !lost &&
        !is_left_out (out, n_out, SIM_ADDRESSEE_UNIT, i) &&
        !add_left (parser, SIM_ADDRESSEE_UNIT, i))
      return FALSE;
  }
  return TRUE;
}

/* Platoons that are whole are named as such, of the others those who are left.  */
static OrderRead
call_rest (OrderParser *parser, const SimAddressee *out, guint n_out)
{
  gboolean fits = TRUE;

  parser->command.n_addressees = 0;
  for (guint p = 0; p < parser->book->n_platoons && fits; p++) {
    if (!order_book_has_platoon (parser->book, p) ||
        is_left_out (out, n_out, SIM_ADDRESSEE_PLATOON, p))
      continue;
    fits = misses_somebody (parser, out, n_out, p) ? add_rest_of (parser, out, n_out, p)
                                                   : add_left (parser, SIM_ADDRESSEE_PLATOON, p);
  }
  if (!fits)
    return order_parser_fail (
        parser, ORDER_TOO_LONG,
        g_strdup (_ ("One order is for eight names at most; name the platoon instead.")));
  if (parser->command.n_addressees == 0)
    return order_parser_fail (parser, ORDER_NO_ADDRESSEE,
                              g_strdup (_ ("That leaves nobody to do it.")));
  return ORDER_READ_OK;
}

/* A name of `all` at a token: how many tokens, 0 if none.  */
static guint
all_at (OrderParser *parser, guint at)
{
  OrderNameMatch match;

  return order_names_match (parser->book, 1u << ORDER_NAME_ALL, parser->tokens, at, &match) ==
                     ORDER_MATCH_ONE &&
                 !match.misspelt
             ? match.n_tokens
             : 0;
}

static gboolean
calls_all (const OrderParser *parser)
{
  return parser->command.n_addressees == 1 &&
         parser->command.addressees[0].kind == SIM_ADDRESSEE_ALL;
}

/* "Third Platoon excepted, all units": where words stand after what they go with.  */
static OrderRead
read_all_but_these (OrderParser *parser, guint n)
{
  SimAddressee out[SIM_MAX_ADDRESSEES];
  guint n_out = parser->command.n_addressees;

  memcpy (out, parser->command.addressees, sizeof out);
  parser->at += n;
  parser->at += all_at (parser, parser->at);
  return call_rest (parser, out, n_out);
}

static OrderRead
read_left_out (OrderParser *parser, guint n)
{
  SimAddressee out[SIM_MAX_ADDRESSEES];
  OrderRead read;

  parser->at += n;
  parser->command.n_addressees = 0;
  do {
    order_parser_expect (parser, ORDER_EXPECT_ADDRESSEE);
    read = read_addressee (parser);
  } while (read == ORDER_READ_OK && another_follows (parser));
  if (read != ORDER_READ_OK)
    return read;
  memcpy (out, parser->command.addressees, sizeof out);
  return call_rest (parser, out, parser->command.n_addressees);
}

static OrderRead
read_exception (OrderParser *parser)
{
  guint n = order_book_connector (parser->book, ORDER_CONNECTOR_EXCEPT, parser->tokens, parser->at);

  if (n == 0)
    return ORDER_READ_OK;
  if (calls_all (parser))
    return read_left_out (parser, n);
  return all_at (parser, parser->at + n) > 0 ? read_all_but_these (parser, n) : ORDER_READ_OK;
}

OrderRead
order_parse_addressees (OrderParser *parser)
{
  OrderRead read;

  /* What is switched for all needs no name before it; "say again" alone is for whoever spoke last, a
   * mark for all.  */
  if (order_parser_own_verb_at (parser, parser->at)) {
    parser->command.addressees[parser->command.n_addressees++] =
        (SimAddressee){.kind = SIM_ADDRESSEE_ALL};
    parser->unnamed = TRUE;
    return ORDER_READ_OK;
  }
  if (parser->at == 0)
    order_parser_expect (parser, ORDER_EXPECT_OWN_VERB);
  do {
    order_parser_expect (parser, ORDER_EXPECT_ADDRESSEE);
    read = read_addressee (parser);
    if (read != ORDER_READ_OK)
      return read;
    order_parser_expect (parser, ORDER_EXPECT_ANOTHER);
  } while (another_follows (parser));
  return read_exception (parser);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is spoken to.  */
#include "orders/order-parse.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>

#define MAX_OFFERS 5

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

static OrderRead
fail_no_addressee (OrderParser *parser)
{
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

static OrderRead
fail_unknown_addressee (OrderParser *parser)
{
  guint to = name_stretch (parser);
  g_autofree char *words = NULL;

  if (order_parser_at_end (parser) || order_parser_group_at (parser, ORDER_PHRASE_VERB, parser->at))
    return fail_no_addressee (parser);
  words = order_tokens_quote (parser->tokens, parser->at, to);
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
  return ORDER_READ_OK;
}

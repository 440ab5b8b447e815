/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Modifiers: posture, timing, facing, mark.  */
#include "orders/order-parse.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>

OrderRead
order_parser_fail_twice (OrderParser *parser, const OrderSpan *before)
{
  guint n = MAX (parser->at, before->to);
  g_autofree char *first = order_tokens_quote (parser->tokens, before->from, before->to);
  g_autofree char *second = order_tokens_quote (parser->tokens, n - 1, n);

  return order_parser_fail (parser, ORDER_AMBIGUOUS,
                            /* Translators: two words of one kind, such as “fast” and “careful”.  */
                            order_fill (_ ("“{first}” and “{second}” do not go together."), "first",
                                        first, "second", second, NULL));
}

/* A posture or a timing; the same one said twice does no harm.  */
static OrderRead
read_choice (OrderParser *parser, OrderPhraseGroup group, OrderSpan *span, uint8_t *value)
{
  guint n, from = parser->at;
  int found = order_book_match (parser->book, group, parser->tokens, parser->at, &n);

  if (found < 0)
    return ORDER_READ_NONE;
  parser->at += n;
  if (span->set && *value != found) {
    order_parser_offer (parser, from, parser->at, "");
    order_parser_offer (parser, span->from, span->to, "");
    return order_parser_fail_twice (parser, span);
  }
  *value = (uint8_t) found;
  order_parser_set_span (parser, span, from);
  return ORDER_READ_OK;
}

/* "067", "zero six seven", "90".  */
static int
read_bearing (OrderParser *parser)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint at = parser->at, n;
  int bearing;

  while (digits->len < 3 && (n = order_read_number (parser->book, parser->tokens, at, digits)) > 0)
    at += n;
  if (digits->len == 0 || digits->len > 3)
    return -1;
  bearing = (int) g_ascii_strtoll (digits->str, NULL, 10);
  if (bearing >= 360)
    return -1;
  parser->at = at;
  return bearing;
}

static OrderRead
fail_facing (OrderParser *parser)
{
  order_parser_offer_words (parser, ORDER_PHRASE_DIRECTION, parser->at,
                            order_parser_stretch (parser, parser->at));
  return order_parser_fail (
      parser, ORDER_UNKNOWN_WORDS,
      g_strdup (_ ("Say which way to face: north, south-west, or a bearing such as 067.")));
}

OrderRead
order_parse_direction (OrderParser *parser, guint from)
{
  guint used;
  int direction;

  order_parser_expect (parser, ORDER_EXPECT_DIRECTION);
  direction =
      order_book_match (parser->book, ORDER_PHRASE_DIRECTION, parser->tokens, parser->at, &used);
  if (direction >= 0)
    parser->at += used;
  direction = direction >= 0 ? direction * 45 : read_bearing (parser);
  if (direction < 0)
    return fail_facing (parser);
  if (parser->facing.set && parser->command.facing_deg != (float) direction)
    return order_parser_fail_twice (parser, &parser->facing);
  parser->command.facing_deg = (float) direction;
  order_parser_set_span (parser, &parser->facing, from);
  return ORDER_READ_OK;
}

static OrderRead
read_facing (OrderParser *parser)
{
  guint from = parser->at;
  guint n = order_book_connector (parser->book, ORDER_CONNECTOR_FACING, parser->tokens, from);

  if (n == 0)
    return ORDER_READ_NONE;
  parser->at += n;
  return order_parse_direction (parser, from);
}

OrderRead
order_parse_mark_number (OrderParser *parser)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint n = order_read_number (parser->book, parser->tokens, parser->at, digits);
  int number = n > 0 ? (int) g_ascii_strtoll (digits->str, NULL, 10) : 1;

  parser->at += n;
  if (number < 1 || number > SIM_MAX_MARK)
    return order_parser_fail (parser, ORDER_UNKNOWN_WORDS,
                              g_strdup (_ ("Marks are counted from one to nine.")));
  if (parser->mark.set && parser->command.mark != number)
    return order_parser_fail_twice (parser, &parser->mark);
  parser->command.mark = (uint8_t) number;
  return ORDER_READ_OK;
}

static OrderRead
read_mark (OrderParser *parser)
{
  guint from = parser->at;
  guint n = order_book_connector (parser->book, ORDER_CONNECTOR_MARK, parser->tokens, from);

  if (n == 0)
    return ORDER_READ_NONE;
  parser->at += n;
  if (order_parse_mark_number (parser) != ORDER_READ_OK)
    return ORDER_READ_BAD;
  order_parser_set_span (parser, &parser->mark, from);
  return ORDER_READ_OK;
}

/* "Until relieved".  */
static OrderRead
read_relief (OrderParser *parser)
{
  guint from = parser->at;
  guint n = order_book_connector (parser->book, ORDER_CONNECTOR_RELIEVED, parser->tokens, from);

  if (n == 0)
    return ORDER_READ_NONE;
  parser->at += n;
  parser->command.until_relieved = 1;
  order_parser_set_span (parser, &parser->relief, from);
  return ORDER_READ_OK;
}

OrderRead
order_parse_modifier (OrderParser *parser)
{
  OrderRead read =
      read_choice (parser, ORDER_PHRASE_POSTURE, &parser->posture, &parser->command.posture);

  if (read == ORDER_READ_NONE)
    read = read_choice (parser, ORDER_PHRASE_TIMING, &parser->timing, &parser->command.timing);
  if (read == ORDER_READ_NONE)
    read = read_mark (parser);
  if (read == ORDER_READ_NONE)
    read = order_parse_delay (parser);
  if (read == ORDER_READ_NONE)
    read = read_relief (parser);
  return read == ORDER_READ_NONE ? read_facing (parser) : read;
}

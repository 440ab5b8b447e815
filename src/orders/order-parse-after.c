/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of an order whose connectors stand after what they go with: "G05 経由で", "北 向き".  Only
 * for languages whose grammar says so; all that can be said the other way round stays readable.  */
#include "orders/order-parse.h"

static guint
connector_at (OrderParser *parser, OrderConnector which, guint at)
{
  return order_book_own_connector (parser->book, which, parser->tokens, at);
}

/* What leads to a target, or what is left of another part: it means nothing more by itself.  */
static gboolean
pass_connectors (OrderParser *parser)
{
  guint from = parser->at, n;

  while ((n = connector_at (parser, ORDER_CONNECTOR_TO, parser->at)) ||
         (n = connector_at (parser, ORDER_CONNECTOR_AT, parser->at)))
    parser->at += n;
  return parser->at > from;
}

/* ---- Directions and times ------------------------------------------------------------------- */

/* The tokens of a direction or bearing; 0: none.  */
static guint
direction_length (OrderParser *parser, guint from)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint at = from, n;

  if (order_book_match (parser->book, ORDER_PHRASE_DIRECTION, parser->tokens, from, &n) >= 0)
    return n;
  while (digits->len < 3 && (n = order_read_number (parser->book, parser->tokens, at, digits)) > 0)
    at += n;
  return at - from;
}

static OrderRead
read_direction (OrderParser *parser)
{
  guint from = parser->at, length = direction_length (parser, from);
  guint after = length > 0 ? connector_at (parser, ORDER_CONNECTOR_FACING, from + length) : 0;
  OrderRead read;

  if (length > 0 && after == 0 && parser->verb.set && parser->command.verb == SIM_VERB_EXPECT)
    after = connector_at (parser, ORDER_CONNECTOR_FROM, from + length);
  if (after == 0)
    return ORDER_READ_NONE;
  read = order_parse_direction (parser, from);
  parser->at += after;
  return read;
}

static OrderRead
read_minutes (OrderParser *parser)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint from = parser->at, unit, after;
  guint n = order_read_number (parser->book, parser->tokens, from, digits);

  if (n == 0)
    return ORDER_READ_NONE;
  unit = connector_at (parser, ORDER_CONNECTOR_MINUTES, from + n);
  if (unit == 0)
    unit = connector_at (parser, ORDER_CONNECTOR_MINUTE, from + n);
  if (unit == 0)
    return ORDER_READ_NONE;
  after = connector_at (parser, ORDER_CONNECTOR_AFTER, from + n + unit);
  if (order_parser_aim (parser) == SIM_AIM_HELP)
    after = MAX (after, connector_at (parser, ORDER_CONNECTOR_WITHIN, from + n + unit));
  else if (after == 0)
    return ORDER_READ_NONE;
  parser->at += n + unit + after;
  return order_parser_take_minutes (parser, from, digits->str);
}

/* ---- Targets and ways ----------------------------------------------------------------------- */

/* The points of a way, "G05 と G06 経由で"; the parser stays where it was if they are none.  */
static OrderRead
read_way (OrderParser *parser, guint from)
{
  SimTarget points[SIM_MAX_VIA] = {{0}};
  guint n_points = 0, n;

  parser->at = from;
  do {
    if (n_points + parser->command.n_via == SIM_MAX_VIA ||
        order_parse_target (parser, &points[n_points], FALSE) != ORDER_READ_OK)
      break;
    n_points++;
    n = connector_at (parser, ORDER_CONNECTOR_VIA, parser->at);
    if (n > 0) {
      parser->at += n;
      for (guint i = 0; i < n_points; i++)
        parser->command.via[parser->command.n_via++] = points[i];
      order_parser_set_span (parser, &parser->via, from);
      return ORDER_READ_OK;
    }
    n = connector_at (parser, ORDER_CONNECTOR_AND, parser->at);
    parser->at += n;
  } while (n > 0);
  parser->at = from;
  return ORDER_READ_NONE;
}

/* Reading one is tried without leaving a trace.  */
static gboolean
is_way (OrderParser *parser, guint from)
{
  guint n_marks = parser->marks->len, n_repairs = parser->repairs->len;
  OrderRead read = read_way (parser, from);

  if (read == ORDER_READ_OK)
    return TRUE;
  g_array_set_size (parser->marks, n_marks);
  g_array_set_size (parser->repairs, n_repairs);
  g_clear_pointer (&parser->reason, g_free);
  return FALSE;
}

static OrderRead
read_target (OrderParser *parser)
{
  guint from = parser->at;
  OrderRead read;

  if (parser->target.set)
    return ORDER_READ_NONE;
  read = order_parse_target (parser, &parser->command.target, FALSE);
  if (read != ORDER_READ_OK)
    return read;
  order_parser_set_span (parser, &parser->target, from);
  order_parser_expect (parser, ORDER_EXPECT_VIA | ORDER_EXPECT_CONNECTOR);
  pass_connectors (parser);
  return ORDER_READ_OK;
}

/* Do connectors that were passed lead to nothing?  */
static gboolean
is_dangling (OrderParser *parser)
{
  return order_parser_at_end (parser) || parser->target.set ||
         (parser->late.set && parser->at == parser->late.from) ||
         (parser->verb.set && !order_parser_takes_target (parser));
}

OrderRead
order_parse_after (OrderParser *parser)
{
  guint from = parser->at;
  OrderRead read;

  if (!parser->book->phrases.grammar.connectors_after)
    return ORDER_READ_NONE;
  if (pass_connectors (parser) && is_dangling (parser))
    return ORDER_READ_OK;
  parser->at = from;
  read = read_direction (parser);
  if (read == ORDER_READ_NONE)
    read = read_minutes (parser);
  if (read != ORDER_READ_NONE || (parser->verb.set && !order_parser_takes_target (parser)))
    return read;
  if (order_parser_at_clause (parser, from))
    return ORDER_READ_NONE;
  return is_way (parser, from) ? ORDER_READ_OK : read_target (parser);
}

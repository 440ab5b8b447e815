/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes with telling: how sure she is and where they come from (expect), what is promised and
 * within how many minutes (promise).  */
#include "orders/order-grammar.h"
#include "orders/order-parse.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
connector (OrderParser *parser, OrderConnector which)
{
  guint n = order_book_connector (parser->book, which, parser->tokens, parser->at);

  parser->at += n;
  return n > 0;
}

/* ---- Expect --------------------------------------------------------------------------------- */

static OrderRead
read_possible (OrderParser *parser)
{
  guint from = parser->at;

  if (!connector (parser, ORDER_CONNECTOR_POSSIBLE))
    return ORDER_READ_NONE;
  parser->command.possible = 1;
  order_parser_set_span (parser, &parser->possible, from);
  return ORDER_READ_OK;
}

static OrderRead
read_from (OrderParser *parser)
{
  guint from = parser->at;

  if (!connector (parser, ORDER_CONNECTOR_FROM))
    return ORDER_READ_NONE;
  return order_parse_direction (parser, from);
}

/* ---- Promise -------------------------------------------------------------------------------- */

static OrderRead
read_help (OrderParser *parser)
{
  guint n, from = parser->at;
  int help = order_book_match (parser->book, ORDER_PHRASE_HELP, parser->tokens, from, &n);

  if (help < 0)
    return ORDER_READ_NONE;
  parser->at += n;
  if (parser->help.set && parser->command.help != help)
    return order_parser_fail_twice (parser, &parser->help);
  parser->command.help = (uint8_t) help;
  order_parser_set_span (parser, &parser->help, from);
  return ORDER_READ_OK;
}

static OrderRead
fail_minutes (OrderParser *parser)
{
  return order_parser_fail (
      parser, ORDER_UNKNOWN_WORDS,
      g_strdup (_ ("Say within how many minutes, one to sixty: “in 5 minutes”.")));
}

/* "in five minutes", "within 5 minutes".  */
static OrderRead
read_minutes (OrderParser *parser)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint from = parser->at, n;

  if (!connector (parser, ORDER_CONNECTOR_WITHIN) && !connector (parser, ORDER_CONNECTOR_AT))
    return ORDER_READ_NONE;
  order_parser_expect (parser, ORDER_EXPECT_NUMBER);
  n = order_read_number (parser->book, parser->tokens, parser->at, digits);
  if (n == 0) {
    /* "at once" is another matter.  */
    parser->at = from;
    return ORDER_READ_NONE;
  }
  parser->at += n;
  if (!connector (parser, ORDER_CONNECTOR_MINUTES) && !connector (parser, ORDER_CONNECTOR_MINUTE))
    return fail_minutes (parser);
  return order_parser_take_minutes (parser, from, digits->str);
}

/* ---- A time to begin ------------------------------------------------------------------------ */

/* The tokens of "in two minutes", 0: none; the number's in `digits`.  */
static guint
delay_length (OrderParser *parser, guint at, GString *digits)
{
  guint after = order_book_connector (parser->book, ORDER_CONNECTOR_AFTER, parser->tokens, at), n, unit;

  if (after == 0 || (n = order_read_number (parser->book, parser->tokens, at + after, digits)) == 0)
    return 0;
  unit = order_book_connector (parser->book, ORDER_CONNECTOR_MINUTES, parser->tokens, at + after + n);
  if (unit == 0)
    unit = order_book_connector (parser->book, ORDER_CONNECTOR_MINUTE, parser->tokens, at + after + n);
  return unit == 0 ? 0 : after + n + unit;
}

gboolean
order_parser_delay_at (OrderParser *parser, guint at)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  return delay_length (parser, at, digits) > 0;
}

OrderRead
order_parse_delay (OrderParser *parser)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint from = parser->at, n = delay_length (parser, from, digits);

  if (n == 0)
    return ORDER_READ_NONE;
  parser->at += n;
  return order_parser_take_minutes (parser, from, digits->str);
}

static gboolean
is_for_the_wall (const OrderParser *parser)
{
  return parser->command.addressees[0].kind == SIM_ADDRESSEE_INTERCEPTORS;
}

/* A mark says when, and so does "at once".  */
const OrderSpan *
order_parser_unfit_delay (const OrderParser *parser)
{
  if (!parser->minutes.set || order_parser_aim (parser) == SIM_AIM_HELP)
    return NULL;
  if (!sim_verb_takes_time (parser->command.verb) || is_for_the_wall (parser))
    return &parser->minutes;
  if (parser->mark.set)
    return &parser->mark;
  return parser->timing.set && parser->command.timing == SIM_TIMING_AT_ONCE ? &parser->timing : NULL;
}

/* ---- A number of minutes -------------------------------------------------------------------- */

OrderRead
order_parser_take_minutes (OrderParser *parser, guint from, const char *digits)
{
  guint minutes = strlen (digits) > 2 ? 0 : (guint) g_ascii_strtoull (digits, NULL, 10);

  if (minutes < 1 || minutes > SIM_MOST_MINUTES)
    return fail_minutes (parser);
  if (parser->minutes.set && parser->command.minutes != minutes)
    return order_parser_fail_twice (parser, &parser->minutes);
  parser->command.minutes = (uint8_t) minutes;
  order_parser_set_span (parser, &parser->minutes, from);
  return ORDER_READ_OK;
}

/* ---- Both ----------------------------------------------------------------------------------- */

OrderRead
order_parse_telling (OrderParser *parser)
{
  OrderRead read = ORDER_READ_NONE;

  if (!parser->verb.set)
    return ORDER_READ_NONE;
  if (parser->command.verb == SIM_VERB_EXPECT) {
    read = read_possible (parser);
    return read == ORDER_READ_NONE ? read_from (parser) : read;
  }
  if (order_parser_aim (parser) == SIM_AIM_HELP) {
    read = read_help (parser);
    return read == ORDER_READ_NONE ? read_minutes (parser) : read;
  }
  return read;
}

OrderRead
order_parser_check_promise (OrderParser *parser)
{
  guint n = order_parser_count (parser);

  if (order_parser_aim (parser) != SIM_AIM_HELP)
    return ORDER_READ_OK;
  if (!parser->help.set) {
    for (guint help = 0; help < SIM_N_HELPS; help++)
      order_parser_offer (
          parser, n, n,
          order_book_word (parser->book, ORDER_PHRASE_HELP, sim_help_name (help)));
    return order_parser_fail (parser, ORDER_NO_TARGET,
                              g_strdup (_ ("Say what is promised: resupply, support or relief.")));
  }
  if (!parser->minutes.set) {
    g_autofree char *text = order_within_minutes (parser->book, 5);

    order_parser_offer (parser, n, n, text);
    return fail_minutes (parser);
  }
  return ORDER_READ_OK;
}

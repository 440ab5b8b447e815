/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders without a verb that can mean but one thing: "Falke, ammunition?", "Falke, back to G04", "Falke,
 * take cover", "artillery on G04", and the switch said first: "get off the link".  */
#include "orders/order-parse.h"

static gboolean
leads_at (OrderParser *parser, OrderConnector which, guint at)
{
  return order_book_connector (parser->book, which, parser->tokens, at) > 0;
}

static gboolean
for_the_wall (const OrderParser *parser)
{
  return parser->command.n_addressees == 1 &&
         parser->command.addressees[0].kind == SIM_ADDRESSEE_INTERCEPTORS;
}

/* Something has to follow what leads to it.  */
static gboolean
leads_on (OrderParser *parser, OrderConnector which)
{
  return leads_at (parser, which, parser->at) && parser->at + 1 < order_parser_count (parser);
}

static gboolean
is_hidden (const OrderParser *parser)
{
  return parser->posture.set && parser->command.posture == SIM_POSTURE_HIDDEN;
}

/* Who looks another way or takes cover where he is, holds there.  */
static gboolean
means_hold (OrderParser *parser)
{
  if (order_parser_at_end (parser))
    return parser->facing.set || is_hidden (parser);
  return is_hidden (parser) && leads_on (parser, ORDER_CONNECTOR_AT);
}

/* "Track one is coming from the north": she tells them.  */
static gboolean
tells_of_track (OrderParser *parser)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint n = order_book_connector (parser->book, ORDER_CONNECTOR_TRACK, parser->tokens, parser->at);

  return n > 0 && order_read_number (parser->book, parser->tokens, parser->at + n, digits) > 0;
}

int
order_parser_implied_verb (OrderParser *parser)
{
  if (parser->book->phrases.grammar.verb == ORDER_VERB_LAST)
    return order_parser_group_at (parser, ORDER_PHRASE_TOPIC, parser->at) ? SIM_VERB_REPORT : -1;
  if (for_the_wall (parser))
    return leads_on (parser, ORDER_CONNECTOR_AT) || leads_on (parser, ORDER_CONNECTOR_TO)
               ? SIM_VERB_FIRE_ON
               : -1;
  if (means_hold (parser))
    return SIM_VERB_HOLD;
  if (tells_of_track (parser))
    return SIM_VERB_EXPECT;
  if (order_parser_group_at (parser, ORDER_PHRASE_TOPIC, parser->at))
    return SIM_VERB_REPORT;
  if (order_parser_group_at (parser, ORDER_PHRASE_HELP, parser->at))
    return SIM_VERB_PROMISE;
  return leads_on (parser, ORDER_CONNECTOR_TO) ? SIM_VERB_MOVE : -1;
}

/* ---- Said first ------------------------------------------------------------------------------ */

static int
verb_at (OrderParser *parser, guint at)
{
  guint n;

  return order_book_match (parser->book, ORDER_PHRASE_VERB, parser->tokens, at, &n);
}

/* The setting that a wording means; the list of the file has no word for none.  */
static guint
setting_at (OrderParser *parser, guint at, guint *n_tokens)
{
  return (guint) (order_book_match (parser->book, ORDER_PHRASE_SETTING, parser->tokens, at, n_tokens) +
                  1);
}

/* "All units, sync leaders": who is called is no setting.  */
guint
order_parser_setting_before (OrderParser *parser, guint at)
{
  guint n, setting = setting_at (parser, at, &n);
  int verb;

  if (setting == SIM_SETTING_NONE || setting == SIM_SETTING_ALL || setting == SIM_SETTING_LEADERS)
    return 0;
  verb = verb_at (parser, at + n);
  return verb >= 0 && sim_setting_fits ((guint) verb, setting) ? n : 0;
}

gboolean
order_parse_setting_before (OrderParser *parser)
{
  guint from = parser->at, n = order_parser_setting_before (parser, from), length;

  if (n == 0 || parser->setting.set)
    return FALSE;
  parser->command.setting = (uint8_t) setting_at (parser, from, &length);
  parser->at += n;
  order_parser_set_span (parser, &parser->setting, from);
  return TRUE;
}

/* ---- Said last ------------------------------------------------------------------------------- */

OrderRead
order_parse_late_name (OrderParser *parser)
{
  OrderNameMatch match;
  OrderMatch found;

  if (!parser->unnamed || order_parser_aim (parser) == SIM_AIM_LISTENED ||
      order_parser_at_end (parser))
    return ORDER_READ_NONE;
  found = order_names_match (parser->book, ORDER_NAMES_OF_PEOPLE, parser->tokens, parser->at, &match);
  if (found != ORDER_MATCH_ONE || match.misspelt)
    return ORDER_READ_NONE;
  parser->unnamed = FALSE;
  parser->command.n_addressees = 0;
  return order_parse_addressees (parser);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the net, the link or her own set is switched to: "net short", "sync leaders", "listen in to
 * third platoon".  */
#include "orders/order-parse.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>

gboolean
order_verb_needs_no_name (guint verb)
{
  SimAim aim = sim_verb_aim (verb);

  return aim == SIM_AIM_SETTING || aim == SIM_AIM_LISTENED || verb == SIM_VERB_SAY_AGAIN ||
         verb == SIM_VERB_MARK;
}

gboolean
order_parser_own_verb_at (OrderParser *parser, guint at)
{
  guint n;
  guint before = order_parser_setting_before (parser, at);
  int verb = order_book_match (parser->book, ORDER_PHRASE_VERB, parser->tokens, at + before, &n);

  return verb >= 0 && order_verb_needs_no_name ((guint) verb);
}

OrderRead
order_parse_setting (OrderParser *parser)
{
  guint n, from = parser->at;
  int found;
  guint8 setting;

  if (!order_parser_switches (parser))
    return ORDER_READ_NONE;
  found = order_book_match (parser->book, ORDER_PHRASE_SETTING, parser->tokens, from, &n);
  /* The list of the file has no word for none.  */
  setting = (guint8) (found + 1);
  if (found < 0 || !sim_setting_fits (parser->command.verb, setting))
    return ORDER_READ_NONE;
  parser->at += n;
  if (parser->setting.set && parser->command.setting != setting)
    return order_parser_fail_twice (parser, &parser->setting);
  parser->command.setting = setting;
  order_parser_set_span (parser, &parser->setting, from);
  return ORDER_READ_OK;
}

/* ---- Whole orders --------------------------------------------------------------------------- */

static void
offer_settings (OrderParser *parser)
{
  guint end = order_parser_count (parser);

  for (guint setting = 1; setting < SIM_N_SETTINGS; setting++)
    if (sim_setting_fits (parser->command.verb, setting))
      order_parser_offer (parser, end, end,
                          order_book_word (parser->book, ORDER_PHRASE_SETTING,
                                           sim_setting_name (setting)));
}

static OrderRead
fail_no_setting (OrderParser *parser)
{
  offer_settings (parser);
  return order_parser_fail (
      parser, ORDER_NO_TARGET,
      parser->command.verb == SIM_VERB_NET
          ? g_strdup (_ ("Say how the net shall be: open, short or quiet."))
          : g_strdup (_ ("Say who shall be on the link: all, leaders, or on or off for whom you"
                         " name.")));
}

static gboolean
names (const OrderParser *parser, SimAddresseeKind kind)
{
  for (guint i = 0; i < parser->command.n_addressees; i++)
    if (parser->command.addressees[i].kind == kind)
      return TRUE;
  return FALSE;
}

/* Scavengers have nobody aboard.  */
static gboolean
names_supply (const OrderParser *parser)
{
  for (guint i = 0; i < parser->command.n_addressees; i++) {
    const SimAddressee *each = &parser->command.addressees[i];

    if ((each->kind == SIM_ADDRESSEE_PLATOON && each->index == SIM_SUPPLY_PLATOON) ||
        (each->kind == SIM_ADDRESSEE_UNIT && each->index < parser->book->n_machines &&
         parser->book->machines[each->index].platoon == SIM_SUPPLY_PLATOON))
      return TRUE;
  }
  return FALSE;
}

static OrderRead
check_sync (OrderParser *parser)
{
  gboolean all = names (parser, SIM_ADDRESSEE_ALL);
  gboolean by_name =
      parser->command.setting == SIM_SETTING_ON || parser->command.setting == SIM_SETTING_OFF;

  if (by_name && all)
    return order_parser_fail (
        parser, ORDER_NO_ADDRESSEE,
        g_strdup (_ ("Name who shall be on the link or off it: a call sign or a platoon.")));
  if (!by_name && (!all || parser->command.n_addressees > 1))
    return order_parser_fail (
        parser, ORDER_UNKNOWN_ADDRESSEE,
        g_strdup (_ ("“All” and “leaders” are for all units: for some of them say on or off.")));
  if (by_name && names_supply (parser))
    return order_parser_fail (parser, ORDER_UNKNOWN_ADDRESSEE,
                              g_strdup (_ ("Scavengers have nobody aboard who could be on the"
                                           " link.")));
  return ORDER_READ_OK;
}

static OrderRead
check_net (OrderParser *parser)
{
  if (names (parser, SIM_ADDRESSEE_UNIT))
    return order_parser_fail (
        parser, ORDER_UNKNOWN_ADDRESSEE,
        g_strdup (_ ("A rule of the net is for all units or for a platoon.")));
  return ORDER_READ_OK;
}

static OrderRead
check_listened (OrderParser *parser)
{
  const SimTarget *target = &parser->command.target;

  if (parser->command.n_addressees > 1 || !names (parser, SIM_ADDRESSEE_ALL))
    return order_parser_fail (
        parser, ORDER_UNKNOWN_ADDRESSEE,
        g_strdup (_ ("Listening in is your own switch: name nobody before it.")));
  if (parser->setting.set ? !parser->target.set
                          : target->kind == SIM_TARGET_PLATOON && target->number < SIM_MAX_PLATOONS)
    return ORDER_READ_OK;
  return order_parser_fail (parser, ORDER_NO_TARGET,
                            g_strdup (_ ("Say to which platoon you want to listen in, or off.")));
}

OrderRead
order_check_setting (OrderParser *parser)
{
  if (parser->command.verb == SIM_VERB_LISTEN_IN)
    return check_listened (parser);
  if (!parser->setting.set)
    return fail_no_setting (parser);
  return parser->command.verb == SIM_VERB_SYNC ? check_sync (parser) : check_net (parser);
}

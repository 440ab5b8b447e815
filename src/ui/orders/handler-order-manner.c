/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/orders/handler-order-manner.h"

#include <glib/gi18n.h>

HandlerOrderManner
handler_order_manner_of (const SimCommand *command)
{
  return (HandlerOrderManner){command->posture, command->timing,
                              command->verb == SIM_VERB_MARK ? 0 : command->mark,
                              command->until_relieved};
}

static SimCommand
with (const HandlerOrderManner *manner, const SimCommand *command)
{
  SimCommand changed = *command;

  changed.posture = manner->posture;
  changed.timing = manner->timing;
  changed.until_relieved = (guint8) manner->until_relieved;
  if (command->verb != SIM_VERB_MARK)
    changed.mark = manner->mark;
  return changed;
}

static gboolean
is_same (const HandlerOrderManner *a, const HandlerOrderManner *b)
{
  return a->posture == b->posture && a->timing == b->timing && a->mark == b->mark
         && !a->until_relieved == !b->until_relieved;
}

gboolean
handler_order_manner_fits (const HandlerOrderManner *manner, OrderBook *book,
                           const PictureView *view, const SimCommand *command)
{
  SimCommand changed = with (manner, command);
  g_autofree char *words = order_canonical (book, &changed);
  g_autoptr (OrderReading) reading = order_parse (book, view, NULL, words);
  HandlerOrderManner read = handler_order_manner_of (&reading->command);

  return reading->problem == ORDER_OK && reading->command.verb == command->verb
         && is_same (&read, manner);
}

void
handler_order_manner_apply (const HandlerOrderManner *manner, OrderBook *book,
                            const PictureView *view, SimCommand *command)
{
  const HandlerOrderManner parts[] = {
    {.posture = manner->posture},
    {.timing = manner->timing},
    {.mark = manner->mark},
    {.until_relieved = manner->until_relieved},
  };
  HandlerOrderManner taken = handler_order_manner_of (command);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    HandlerOrderManner next = {
      .posture = MAX (taken.posture, parts[i].posture),
      .timing = MAX (taken.timing, parts[i].timing),
      .mark = MAX (taken.mark, parts[i].mark),
      .until_relieved = taken.until_relieved || parts[i].until_relieved,
    };

    if (!is_same (&next, &taken) && handler_order_manner_fits (&next, book, view, command))
      taken = next;
  }
  *command = with (&taken, command);
}

const char *
handler_order_posture_title (SimPosture posture)
{
  switch (posture) {
  case SIM_POSTURE_FAST:
    /* Translators: how an order is carried out. */
    return C_("manner", "Fast");
  case SIM_POSTURE_CAREFUL:
    return C_("manner", "Careful");
  case SIM_POSTURE_HIDDEN:
    return C_("manner", "Hidden");
  default:
    /* Translators: neither fast nor careful nor hidden. */
    return C_("manner", "As Usual");
  }
}

const char *
handler_order_timing_title (SimTiming timing)
{
  switch (timing) {
  case SIM_TIMING_AT_ONCE:
    /* Translators: when an order is begun. */
    return C_("manner", "At Once");
  case SIM_TIMING_WHEN_READY:
    return C_("manner", "When Ready");
  default:
    /* Translators: neither at once nor when ready. */
    return C_("manner", "In Its Turn");
  }
}

char *
handler_order_mark_title (guint mark)
{
  if (mark == 0)
    /* Translators: an order that does not wait for a mark. */
    return g_strdup (C_("manner", "Without a Mark"));
  /* Translators: an order is prepared, and begun when the handler gives mark 1 … 9. */
  return g_strdup_printf (C_("manner", "On Mark %u"), mark);
}

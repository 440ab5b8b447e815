/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comms/handler-queue-text.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

static guint
seconds_until (SimTick then, SimTick now)
{
  return then > now ? (then - now + SIM_TICKS_PER_SECOND - 1) / SIM_TICKS_PER_SECOND : 0;
}

/* ---- One order ------------------------------------------------------------------------------- */

gboolean
handler_queue_is_old (const SimQueued *queued, const PictureView *view)
{
  return view->now >= queued->entered + SIM_SECONDS (PICTURE_OLD_ORDER_S);
}

static char *
when_text (const SimQueued *queued, const PictureView *view)
{
  guint seconds = seconds_until (queued->t_begin, view->now);

  if (seconds == 0)
    /* Translators: of an order that waits for air: it is said at once. */
    return g_strdup (C_("air queue", "now"));
  /* Translators: of an order that waits for air: in how many seconds it is said. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u s", "in %u s", seconds), seconds);
}

static char *
old_text (const SimQueued *queued, const PictureView *view)
{
  guint seconds = (view->now - queued->entered) / SIM_TICKS_PER_SECOND;

  if (!handler_queue_is_old (queued, view))
    return NULL;
  /* Translators: of an order that waits for air: it was given so many seconds ago, and is old by now. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "old, %u s", "old, %u s", seconds), seconds);
}

char *
handler_queue_facts (const SimQueued *queued, const PictureView *view)
{
  g_autofree char *when = when_text (queued, view);
  g_autofree char *length
      = handler_text_seconds ((double) queued->air_ticks / SIM_TICKS_PER_SECOND);
  /* Translators: how long an order takes to be said: "4.2 s". */
  g_autofree char *air = g_strdup_printf (C_("air queue", "%s on air"), length);
  g_autofree char *old = old_text (queued, view);
  const char *cut = queued->cut > 0 ? order_state_text (SIM_ORDER_CUT) : "";
  /* Translators: of an order that waits for air: nobody will read it back. */
  const char *brief = queued->brief ? C_("air queue", "no read-back") : "";

  return handler_text_facts (when, air, cut, old != NULL ? old : "", brief, NULL);
}

char *
handler_queue_spoken (const char *words, const SimQueued *queued, const PictureView *view)
{
  g_autofree char *facts = handler_queue_facts (queued, view);

  /* Translators: an order that waits for air: its words, what is to be known of it ("in 12 s · 4 s on air"). */
  return g_strdup_printf (C_("air queue", "%1$s: %2$s"), words, facts);
}

/* ---- The net --------------------------------------------------------------------------------- */

static char *
speaker_text (OrderBook *book, const PictureView *view)
{
  const PictureOnAir *air = &view->on_air;
  guint seconds = seconds_until (air->t_end, view->now);
  g_autofree char *name = NULL;

  if (air->id == 0)
    return NULL;
  if (air->speaker == SIM_SPEAKER_HANDLER)
    /* Translators: the player's own order is being said; seconds that are left of it. */
    return g_strdup_printf (C_("air queue", "you speak, %u s more"), seconds);
  if (air->speaker == SIM_SPEAKER_DESK || air->from.index >= order_book_n_machines (book))
    /* Translators: the operators behind the wall speak; seconds that are left. */
    return g_strdup_printf (C_("air queue", "the desk speaks, %u s more"), seconds);
  name = handler_text_isolate (order_book_spoken_name (book, air->from.index));
  /* Translators: who is on the air (a call sign), seconds that are left. */
  return g_strdup_printf (C_("air queue", "%1$s speaks, %2$u s more"), name, seconds);
}

static char *
others_text (const PictureView *view)
{
  guint others = view->link.waiting > view->n_queue
                     ? (guint) (view->link.waiting - view->n_queue)
                     : 0;

  if (others == 0)
    return NULL;
  return g_strdup_printf (
      /* Translators: transmissions of others that wait for air beside the player's orders. */
      g_dngettext (GETTEXT_PACKAGE, "%u other waits", "%u others wait", others), others);
}

char *
handler_queue_net (OrderBook *book, const PictureView *view)
{
  g_autofree char *speaker = speaker_text (book, view);
  g_autofree char *others = others_text (view);

  if (view->link.cut_s > 0)
    return g_strdup (order_cause_text (SIM_CAUSE_LINK_CUT));
  return handler_text_facts (speaker != NULL ? speaker : "", others != NULL ? others : "", NULL);
}

char *
handler_queue_summary (const PictureView *view)
{
  guint n = (guint) view->n_queue;
  guint seconds = n > 0 ? seconds_until (view->queue[0].t_begin, view->now) : 0;

  if (seconds == 0)
    return g_strdup_printf (
        /* Translators: the player's orders that wait for air: how many; the first is said at once. */
        g_dngettext (GETTEXT_PACKAGE, "%u order waits, said now", "%u orders wait, the next is said now",
                     n),
        n);
  return g_strdup_printf (
      /* Translators: the player's orders that wait for air: how many, seconds until the first is said. */
      g_dngettext (GETTEXT_PACKAGE, "%1$u order waits, said in %2$u s",
                   "%1$u orders wait, the next in %2$u s", n),
      n, seconds);
}

/* ---- Promises -------------------------------------------------------------------------------- */

guint
handler_promise_left_s (const PicturePromise *promise, const PictureView *view)
{
  return promise->t_due > view->now ? (promise->t_due - view->now) / SIM_TICKS_PER_SECOND : 0;
}

static char *
addressee_text (OrderBook *book, const SimAddressee *who)
{
  if (who->kind == SIM_ADDRESSEE_UNIT && who->index < order_book_n_machines (book))
    return handler_text_isolate (order_book_spoken_name (book, who->index));
  if (who->kind == SIM_ADDRESSEE_PLATOON)
    return handler_text_isolate (order_platoon_title (who->index));
  return g_strdup (C_("promise", "all units"));
}

char *
handler_promise_text (OrderBook *book, const PicturePromise *promise, const PictureView *view)
{
  g_autofree char *who = addressee_text (book, &promise->addressee);
  guint left = handler_promise_left_s (promise, view);

  /* Translators: help that was promised: to whom (a call sign or platoon), what ("resupply"),
   * minutes and seconds left: "3:20". */
  return g_strdup_printf (C_("promise", "Promised to %1$s: %2$s, %3$u:%4$02u left"), who,
                          handler_text_help ((SimHelp) promise->help), left / 60, left % 60);
}

char *
handler_promise_spoken (OrderBook *book, const PicturePromise *promise, const PictureView *view)
{
  g_autofree char *who = addressee_text (book, &promise->addressee);
  guint left = handler_promise_left_s (promise, view);
  g_autofree char *minutes = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", left / 60), left / 60);
  g_autofree char *seconds = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u second", "%u seconds", left % 60), left % 60);

  /* Translators: help that was promised, read aloud: to whom, what ("resupply"), "3 minutes", "20 seconds". */
  return g_strdup_printf (C_("promise", "Promised to %1$s: %2$s, %3$s %4$s left"), who,
                          handler_text_help ((SimHelp) promise->help), minutes, seconds);
}

char *
handler_promise_end_text (OrderBook *book, const SimOrderChange *change)
{
  const SimCommand *command = &change->command;
  g_autofree char *who = NULL;

  if (command->verb != SIM_VERB_PROMISE || sim_unit_is_some (change->unit)
      || command->help >= SIM_N_HELPS
      || (change->state != SIM_ORDER_DONE && change->cause != SIM_CAUSE_NOT_KEPT))
    return NULL;
  who = addressee_text (book, &command->addressees[0]);
  if (change->state == SIM_ORDER_DONE)
    /* Translators: help that was promised has come: to whom, what ("resupply"). */
    return g_strdup_printf (C_("promise", "Promise kept: %1$s, %2$s"), who,
                            handler_text_help ((SimHelp) command->help));
  /* Translators: help that was promised has not come in time: to whom, what ("resupply"). */
  return g_strdup_printf (C_("promise", "Promise broken: %1$s, %2$s"), who,
                          handler_text_help ((SimHelp) command->help));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Her own orders that wait for air, in words: what they are, and what she does to them.  */
#include "orders/order-answer.h"
#include "orders/order-parse.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>

gboolean
order_queue_is_key (const char *key)
{
  static const char *const keys[] = {"queue",         "queue-first", "queue-last",
                                     "queue-shorten", "queue-full",  "queue-delete",
                                     "queue-delete-last", NULL};

  return g_strv_contains (keys, key);
}

static gsize
count (const OrderAsker *asker)
{
  return asker->view != NULL ? asker->view->n_queue : 0;
}

/* ---- What waits ------------------------------------------------------------------------------ */

static void
say_one (GString *answer, const OrderAsker *asker, gsize at)
{
  const SimQueued *queued = &asker->view->queue[at];
  g_autofree char *words = order_canonical (asker->book, &queued->command);
  SimTick now = asker->view->now;
  g_autofree char *number = g_strdup_printf ("%zu", at + 1);
  g_autofree char *seconds = g_strdup_printf (
      "%u", (queued->t_begin > now ? queued->t_begin - now : 0) / SIM_TICKS_PER_SECOND);

  order_say (answer,
             /* Translators: one order that waits for air: its place in the line, its words, in how many seconds
              * it will be said.  */
             order_fill (_ ("{number}: {words}, in {seconds} s."), "number", number, "words", words,
                         "seconds", seconds, NULL));
}

static char *
tell (const OrderAsker *asker)
{
  g_autoptr (GString) answer = g_string_new (NULL);

  if (count (asker) == 0)
    return g_strdup (_ ("No order of yours waits for air."));
  for (gsize i = 0; i < count (asker); i++)
    say_one (answer, asker, i);
  return g_string_free_and_steal (g_steal_pointer (&answer));
}

/* ---- What she does to them ------------------------------------------------------------------- */

/* The place that a number names, counted from 0; the number of orders when it names none.  */
static gsize
place_of (const OrderAsker *asker, const char *text)
{
  g_autoptr (OrderTokens) tokens = order_book_tokens (asker->book, text);
  g_autoptr (GString) digits = g_string_new (NULL);
  guint at = 0, n;
  guint64 number;

  while ((n = order_read_number (asker->book, tokens, at, digits)) > 0)
    at += n;
  number = digits->len > 0 && digits->len < 4 && at == order_tokens_count (tokens)
               ? g_ascii_strtoull (digits->str, NULL, 10)
               : 0;
  return number == 0 || number > count (asker) ? count (asker) : (gsize) number - 1;
}

static gsize
last_given (const OrderAsker *asker)
{
  gsize last = 0;

  for (gsize i = 1; i < count (asker); i++)
    if (asker->view->queue[i].order > asker->view->queue[last].order)
      last = i;
  return count (asker) > 0 ? last : 0;
}

static char *
delete_at (const OrderAsker *asker, gsize at, SimQueueEdit *edit)
{
  g_autofree char *words = order_canonical (asker->book, &asker->view->queue[at].command);

  *edit = (SimQueueEdit){.order = asker->view->queue[at].order, .kind = SIM_QUEUE_EDIT_DELETE};
  /* Translators: an order that waited for air was deleted; its words.  */
  return order_fill (_ ("Not said: “{words}”."), "words", words, NULL);
}

static char *
move_to (const OrderAsker *asker, gsize at, gsize place, SimQueueEdit *edit)
{
  g_autofree char *words = order_canonical (asker->book, &asker->view->queue[at].command);

  *edit = (SimQueueEdit){.order = asker->view->queue[at].order,
                         .kind = SIM_QUEUE_EDIT_MOVE,
                         .place = (guint8) place};
  if (place == 0)
    /* Translators: of the orders that wait for air; its words.  */
    return order_fill (_ ("Said first: “{words}”."), "words", words, NULL);
  /* Translators: of the orders that wait for air; its words.  */
  return order_fill (_ ("Said last: “{words}”."), "words", words, NULL);
}

static char *
shorten (const OrderAsker *asker, gsize at, gboolean brief, SimQueueEdit *edit)
{
  const SimQueued *queued = &asker->view->queue[at];
  g_autofree char *words = order_canonical (asker->book, &queued->command);

  if (brief && !queued->brief && queued->read_back_ticks == 0)
    return order_fill (_ ("Nobody reads this back: “{words}”."), "words", words, NULL);
  *edit = (SimQueueEdit){.order = queued->order,
                         .kind = brief ? SIM_QUEUE_EDIT_SHORTEN : SIM_QUEUE_EDIT_FULL};
  if (brief)
    /* Translators: an order that waits for air; its words.  */
    return order_fill (_ ("Without a read-back: “{words}”."), "words", words, NULL);
  /* Translators: an order that waits for air; its words.  */
  return order_fill (_ ("With a read-back: “{words}”."), "words", words, NULL);
}

char *
order_queue_read (const OrderAsker *asker, const char *key, const char *a, SimQueueEdit *edit)
{
  gsize at;

  *edit = (SimQueueEdit){0};
  if (g_str_equal (key, "queue") || count (asker) == 0)
    return tell (asker);
  at = g_str_equal (key, "queue-delete-last") ? last_given (asker) : place_of (asker, a);
  if (at == count (asker))
    /* Translators: the number of an order in the line of those that wait for air.  */
    return order_fill (_ ("No order “{words}” waits for air."), "words", a, NULL);
  if (g_str_equal (key, "queue-first"))
    return move_to (asker, at, 0, edit);
  if (g_str_equal (key, "queue-last"))
    return move_to (asker, at, count (asker) - 1, edit);
  if (g_str_equal (key, "queue-shorten") || g_str_equal (key, "queue-full"))
    return shorten (asker, at, g_str_equal (key, "queue-shorten"), edit);
  return delete_at (asker, at, edit);
}

/* ---- Cancelled before it was said ------------------------------------------------------------ */

static gboolean
is_to_same (const SimCommand *a, const SimCommand *b)
{
  if (a->n_addressees != b->n_addressees)
    return FALSE;
  for (guint i = 0; i < a->n_addressees; i++)
    if (a->addressees[i].kind != b->addressees[i].kind ||
        a->addressees[i].index != b->addressees[i].index)
      return FALSE;
  return TRUE;
}

char *
order_queue_cancel (const OrderAsker *asker, const char *text, SimQueueEdit *edit)
{
  g_autoptr (OrderReading) reading = NULL;
  gsize found = count (asker);

  *edit = (SimQueueEdit){0};
  if (found == 0)
    return NULL;
  reading = order_parse (asker->book, asker->view, NULL, text);
  if (reading->problem != ORDER_OK || reading->command.verb != SIM_VERB_CANCEL ||
      reading->command.mark != 0)
    return NULL;
  for (gsize i = 0; i < count (asker); i++)
    if (is_to_same (&asker->view->queue[i].command, &reading->command) &&
        (found == count (asker) || asker->view->queue[i].order > asker->view->queue[found].order))
      found = i;
  return found == count (asker) ? NULL : delete_at (asker, found, edit);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts in words or figures.  */
#include "orders/order-count.h"

#include "orders/order-spell.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>

static const char *const small_numbers[] = {
    /* Translators: numbers as they are counted.  */
    NC_ ("number", "zero"),     NC_ ("number", "one"),      NC_ ("number", "two"),
    NC_ ("number", "three"),    NC_ ("number", "four"),     NC_ ("number", "five"),
    NC_ ("number", "six"),      NC_ ("number", "seven"),    NC_ ("number", "eight"),
    NC_ ("number", "nine"),     NC_ ("number", "ten"),      NC_ ("number", "eleven"),
    NC_ ("number", "twelve"),   NC_ ("number", "thirteen"), NC_ ("number", "fourteen"),
    NC_ ("number", "fifteen"),  NC_ ("number", "sixteen"),  NC_ ("number", "seventeen"),
    NC_ ("number", "eighteen"), NC_ ("number", "nineteen"),
};

static const char *const tens_numbers[] = {
    NULL,
    NULL,
    NC_ ("number", "twenty"),
    NC_ ("number", "thirty"),
    NC_ ("number", "forty"),
    NC_ ("number", "fifty"),
    NC_ ("number", "sixty"),
    NC_ ("number", "seventy"),
    NC_ ("number", "eighty"),
    NC_ ("number", "ninety"),
};

static const char *const hundreds_numbers[] = {
    NULL,
    NC_ ("number", "one hundred"),
    NC_ ("number", "two hundred"),
    NC_ ("number", "three hundred"),
    NC_ ("number", "four hundred"),
    NC_ ("number", "five hundred"),
    NC_ ("number", "six hundred"),
    NC_ ("number", "seven hundred"),
    NC_ ("number", "eight hundred"),
    NC_ ("number", "nine hundred"),
};

static const char *
number_word (OrderBook *book, OrderManner manner, const char *message)
{
  return order_message (book->catalogue, manner, "number", message);
}

/* Below a hundred.  */
static char *
small_count (OrderBook *book, OrderManner manner, int count)
{
  const char *tens, *units;

  if (count < (int) G_N_ELEMENTS (small_numbers))
    return g_strdup (number_word (book, manner, small_numbers[count]));
  tens = number_word (book, manner, tens_numbers[count / 10]);
  if (count % 10 == 0)
    return g_strdup (tens);
  units = number_word (book, manner, small_numbers[count % 10]);
  /* Translators: a number between twenty-one and ninety-nine.  */
  return order_fill_slots (number_word (book, manner, NC_ ("number", "{tens}-{units}")),
                           (OrderSlot[]){{"tens", tens}, {"units", units}}, 2, FALSE);
}

static char *
large_count (OrderBook *book, OrderManner manner, int count)
{
  const char *hundreds = number_word (book, manner, hundreds_numbers[count / 100]);
  g_autofree char *rest = NULL;

  if (count % 100 == 0)
    return g_strdup (hundreds);
  rest = small_count (book, manner, count % 100);
  /* Translators: a number between 101 and 999: “two hundred and four”.  */
  return order_fill_slots (number_word (book, manner, NC_ ("number", "{hundreds} and {rest}")),
                           (OrderSlot[]){{"hundreds", hundreds}, {"rest", rest}}, 2, FALSE);
}

char *
order_count_text (OrderBook *book, int count, OrderManner manner)
{
  g_autofree char *figures = g_strdup_printf ("%d", count);

  if (manner != ORDER_WRITTEN && count >= 0 && count < 100)
    return small_count (book, manner, count);
  if (manner != ORDER_WRITTEN && count >= 100 && count < 1000)
    return large_count (book, manner, count);
  if (manner == ORDER_ALOUD && count >= 0)
    return order_spell_digits (book, figures);
  return g_steal_pointer (&figures);
}

static char *
counted (OrderBook *book, const char *template, int count, OrderManner manner)
{
  g_autofree char *number = order_count_text (book, count, manner);

  return order_fill_slots (template, &(OrderSlot){"count", number}, 1, FALSE);
}

static const char *
report_word (OrderBook *book, OrderManner manner, const char *message)
{
  return order_message (book->catalogue, manner, "report", message);
}

/* Translators can not count: the count stands in words by itself.  */
char *
order_contact_text (OrderBook *book, SimTypeIndex type, int count, OrderManner manner)
{
  const OrderTypeName *name = order_book_type_name (book, type, manner);
  g_autofree char *number = order_count_text (book, count, manner);

  if (!name)
    return counted (book,
                    order_message_plural (book->catalogue, manner, "{count} unknown",
                                          "{count} unknowns", (gulong) MAX (count, 1)),
                    MAX (count, 1), manner);
  if (count <= 0)
    /* Translators: an unknown number of enemy machines of a type.  */
    return order_fill_slots (report_word (book, manner, NC_ ("report", "several {type}")),
                             &(OrderSlot){"type", name->other}, 1, FALSE);
  if (count == 1 && manner != ORDER_WRITTEN)
    /* Translators: one enemy machine of a type, in words; where “one” would have to agree with the
     * type, as an article does, say it another way.  */
    return order_fill_slots (report_word (book, manner, NC_ ("report", "one {type}")),
                             &(OrderSlot){"type", name->one}, 1, FALSE);
  return order_fill_slots (
      /* Translators: a number and a type of enemy machine: “four Grauwolf”.  */
      report_word (book, manner, NC_ ("report", "{count} {type}")),
      (OrderSlot[]){{"count", number}, {"type", count == 1 ? name->one : name->other}}, 2, FALSE);
}

char *
order_rounds_text (OrderBook *book, int rounds, OrderManner manner)
{
  if (rounds <= 0)
    return g_strdup (report_word (book, manner, NC_ ("report", "no rounds")));
  return counted (book,
                  order_message_plural (book->catalogue, manner, "{count} round",
                                        "{count} rounds", (gulong) rounds),
                  rounds, manner);
}

char *
order_machines_text (OrderBook *book, int machines, OrderManner manner)
{
  if (machines <= 0)
    return g_strdup (report_word (book, manner, NC_ ("report", "no machines")));
  return counted (book,
                  order_message_plural (book->catalogue, manner, "{count} machine",
                                        "{count} machines", (gulong) machines),
                  machines, manner);
}

char *
order_minutes_text (OrderBook *book, int minutes, OrderManner manner)
{
  return counted (book,
                  order_message_plural (book->catalogue, manner, "{count} minute",
                                        "{count} minutes", (gulong) minutes),
                  minutes, manner);
}

char *
order_ago_text (OrderBook *book, int seconds, OrderManner manner)
{
  if (seconds >= 120)
    return order_minutes_text (book, seconds / 60, manner);
  return order_count_seconds_text (book, seconds, manner);
}

char *
order_count_seconds_text (OrderBook *book, int seconds, OrderManner manner)
{
  return counted (book,
                  order_message_plural (book->catalogue, manner, "{count} second",
                                        "{count} seconds", (gulong) seconds),
                  seconds, manner);
}

char *
order_loads_text (OrderBook *book, int loads, OrderManner manner)
{
  if (loads <= 0)
    return g_strdup (report_word (book, manner, NC_ ("report", "no loads")));
  return counted (book,
                  order_message_plural (book->catalogue, manner, "{count} load", "{count} loads",
                                        (gulong) loads),
                  loads, manner);
}

char *
order_percent_text (OrderBook *book, int percent, OrderManner manner)
{
  /* Translators: a share, in words (“nine per cent”) or in figures (“9 %”).  */
  const char *template = manner == ORDER_WRITTEN ? NC_ ("report", "{count} %")
                                                 : NC_ ("report", "{count} per cent");

  return counted (book, report_word (book, manner, template), percent, manner);
}

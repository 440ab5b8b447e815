/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts in words or figures.  */
#include "orders/order-count.h"

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

static const char *
translated_number (const char *message)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "number", message);
}

char *
order_count_text (int count, gboolean spoken)
{
  const char *tens, *units;

  if (!spoken || count < 0 || count > 99)
    return g_strdup_printf ("%d", count);
  if (count < (int) G_N_ELEMENTS (small_numbers))
    return g_strdup (translated_number (small_numbers[count]));
  tens = translated_number (tens_numbers[count / 10]);
  if (count % 10 == 0)
    return g_strdup (tens);
  units = translated_number (small_numbers[count % 10]);
  /* Translators: a number between twenty-one and ninety-nine.  */
  return order_fill_slots (C_ ("number", "{tens}-{units}"),
                           (OrderSlot[]){{"tens", tens}, {"units", units}}, 2, FALSE);
}

static char *
counted (const char *template, int count, gboolean spoken)
{
  g_autofree char *number = order_count_text (count, spoken);

  return order_fill_slots (template, &(OrderSlot){"count", number}, 1, FALSE);
}

/* Translators can not count: the count stands in words by itself.  */
char *
order_contact_text (OrderBook *book, SimTypeIndex type, int count, gboolean spoken)
{
  const OrderTypeName *name = order_book_type (book, type);
  g_autofree char *number = order_count_text (count, spoken);

  if (!name)
    return counted (g_dngettext (GETTEXT_PACKAGE, "{count} unknown", "{count} unknowns",
                                 (gulong) MAX (count, 1)),
                    MAX (count, 1), spoken);
  if (count <= 0)
    /* Translators: an unknown number of enemy machines of a type.  */
    return order_fill_slots (C_ ("report", "several {type}"), &(OrderSlot){"type", name->other}, 1,
                             FALSE);
  return order_fill_slots (
      /* Translators: a number and a type of enemy machine: “four Grauwolf”.  */
      C_ ("report", "{count} {type}"),
      (OrderSlot[]){{"count", number}, {"type", count == 1 ? name->one : name->other}}, 2, FALSE);
}

char *
order_rounds_text (int rounds, gboolean spoken)
{
  if (rounds <= 0)
    return g_strdup (C_ ("report", "no rounds"));
  return counted (g_dngettext (GETTEXT_PACKAGE, "{count} round", "{count} rounds", (gulong) rounds),
                  rounds, spoken);
}

char *
order_machines_text (int machines, gboolean spoken)
{
  if (machines <= 0)
    return g_strdup (C_ ("report", "no machines"));
  return counted (
      g_dngettext (GETTEXT_PACKAGE, "{count} machine", "{count} machines", (gulong) machines),
      machines, spoken);
}

char *
order_percent_text (int percent, gboolean spoken)
{
  /* Translators: a share, in words (“nine per cent”) or in figures (“9 %”).  */
  return counted (spoken ? C_ ("report", "{count} per cent") : C_ ("report", "{count} %"), percent,
                  spoken);
}

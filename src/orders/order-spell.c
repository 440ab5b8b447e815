/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "orders/order-spell.h"

#include "orders/order-count.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const letters[26] = {
    /* Translators: the spelling alphabet (A alfa, B bravo, ...), as the voice of your language
     * should say it.  */
    NC_ ("speech", "alfa"),    NC_ ("speech", "bravo"),   NC_ ("speech", "charlie"),
    NC_ ("speech", "delta"),   NC_ ("speech", "echo"),    NC_ ("speech", "foxtrot"),
    NC_ ("speech", "golf"),    NC_ ("speech", "hotel"),   NC_ ("speech", "india"),
    NC_ ("speech", "juliett"), NC_ ("speech", "kilo"),    NC_ ("speech", "lima"),
    NC_ ("speech", "mike"),    NC_ ("speech", "november"), NC_ ("speech", "oscar"),
    NC_ ("speech", "papa"),    NC_ ("speech", "quebec"),  NC_ ("speech", "romeo"),
    NC_ ("speech", "sierra"),  NC_ ("speech", "tango"),   NC_ ("speech", "uniform"),
    NC_ ("speech", "victor"),  NC_ ("speech", "whiskey"), NC_ ("speech", "x-ray"),
    NC_ ("speech", "yankee"),  NC_ ("speech", "zulu"),
};

static const char *const digits_said[10] = {
    /* Translators: digits one by one, as in a grid reference said over the radio.  They may be
     * other words than those that count: German says “eins”, “zwo” here and “ein”, “zwei” there.  */
    NC_ ("spoken digit", "zero"),  NC_ ("spoken digit", "one"),  NC_ ("spoken digit", "two"),
    NC_ ("spoken digit", "three"), NC_ ("spoken digit", "four"), NC_ ("spoken digit", "five"),
    NC_ ("spoken digit", "six"),   NC_ ("spoken digit", "seven"), NC_ ("spoken digit", "eight"),
    NC_ ("spoken digit", "nine"),
};

static const char *const ordinals[SIM_MAX_PLATOONS] = {
    /* Translators: the platoon of a machine that has no call sign: “Third Four” is the fourth
     * machine of the third platoon.  */
    NC_ ("speech", "First"), NC_ ("speech", "Second"), NC_ ("speech", "Third"),
    NC_ ("speech", "Fourth"), NC_ ("speech", "Fifth"), NC_ ("speech", "Sixth"),
    NC_ ("speech", "Seventh"), NC_ ("speech", "Eighth"),
};

const char *
order_spell_english (char letter_or_digit)
{
  if (g_ascii_isupper (letter_or_digit))
    return letters[letter_or_digit - 'A'];
  return g_ascii_isdigit (letter_or_digit) ? digits_said[letter_or_digit - '0'] : "";
}

static const char *
said (OrderBook *book, const char *english)
{
  const char *aloud = order_message_aloud (book->catalogue, english);

  return aloud ? aloud : english;
}

/* A language that has no words of its own for digits says those that count.  */
static const char *
said_character (OrderBook *book, char letter_or_digit)
{
  const char *english = order_spell_english (letter_or_digit);
  const char *digit;

  if (!g_ascii_isdigit (letter_or_digit))
    return said (book, english);
  digit = order_message (book->catalogue, ORDER_WORDED, "spoken digit", english);
  return digit != english ? digit : said (book, english);
}

static char *
spell (OrderBook *book, const char *text, gsize length)
{
  GString *spelt = g_string_new (NULL);

  for (gsize i = 0; i < length; i++) {
    if (spelt->len > 0)
      g_string_append_c (spelt, ' ');
    g_string_append (spelt, said_character (book, text[i]));
  }
  return g_string_free (spelt, FALSE);
}

char *
order_spell_digits (OrderBook *book, const char *digits)
{
  return spell (book, digits, strlen (digits));
}

char *
order_spell_square (OrderBook *book, OrderManner manner, const OrderSquare *square,
                    gboolean keypad)
{
  char written[ORDER_GRID_LENGTH];
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;

  order_square_format (square, keypad, written);
  name = spell (book, written, strcspn (written, "-"));
  if (!strchr (written, '-'))
    return g_steal_pointer (&name);
  key = order_spell_digits (book, strchr (written, '-') + 1);
  return order_fill_slots (
      order_message (book->catalogue, manner, "target",
                     /* Translators: a ninth of a square, said over the radio: “golf zero four
                      * keypad seven”.  The keypad is that of a telephone turned over.  */
                     NC_ ("target", "{square} keypad {key}")),
      (OrderSlot[]){{"square", name}, {"key", key}}, 2, FALSE);
}

char *
order_spell_machine (OrderBook *book, guint platoon, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *count = number < 10 ? order_spell_digits (book, digits)
                                       : order_count_text (book, (int) number, ORDER_ALOUD);
  g_autofree char *capital = order_text_capital (count);

  return g_strdup_printf ("%s %s", said (book, ordinals[MIN (platoon, SIM_MAX_PLATOONS - 1)]),
                          capital);
}

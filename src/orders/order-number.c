/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as they are typed and said.  */
#include "orders/order-book.h"

static gboolean
all_digits (const char *word)
{
  for (; *word; word++)
    if (!g_ascii_isdigit (*word))
      return FALSE;
  return TRUE;
}

/* "twenty" and, if a one follows, "one".  */
static guint
read_number_words (OrderBook *book, const OrderTokens *tokens, guint at, GString *digits)
{
  guint n, more;
  int value = order_book_match (book, ORDER_PHRASE_NUMBER, tokens, at, &n);
  int ones;

  if (value < 0)
    return 0;
  ones = order_book_match (book, ORDER_PHRASE_DIGIT, tokens, at + n, &more);
  if (value >= 20 && value % 10 == 0 && ones > 0) {
    value += ones;
    n += more;
  }
  g_string_append_printf (digits, "%d", value);
  return n;
}

guint
order_read_number (OrderBook *book, const OrderTokens *tokens, guint at, GString *digits)
{
  guint n, more;
  int digit;

  if (at >= order_tokens_count (tokens))
    return 0;
  if (all_digits (order_tokens_word (tokens, at))) {
    g_string_append (digits, order_tokens_word (tokens, at));
    return 1;
  }
  digit = order_book_match (book, ORDER_PHRASE_DIGIT, tokens, at, &n);
  /* "quatre" is a digit, but "quatre-vingts" a number.  */
  order_book_match (book, ORDER_PHRASE_NUMBER, tokens, at, &more);
  if (digit >= 0 && n >= more) {
    g_string_append_printf (digits, "%d", digit);
    return n;
  }
  return read_number_words (book, tokens, at, digits);
}

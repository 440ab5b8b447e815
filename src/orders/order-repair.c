/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nearest readings: the text with a stretch replaced by what it may have meant, read again.  Only
 * what is then a whole order is offered, in its canonical words.  */
#include "orders/order-parse.h"

#define MAX_READINGS 5
#define MAX_TRIES    24 /* attempts at one level, so that no text costs much */
#define MAX_DEPTH    2  /* two mistakes in one line */

static char *
apply (const OrderTokens *tokens, const OrderRepair *repair)
{
  guint n = order_tokens_count (tokens);
  guint start, end;
  g_autofree char *head = NULL;

  if (repair->from >= n)
    return g_strdup_printf ("%s %s", tokens->text, repair->text);
  start = order_tokens_at (tokens, repair->from)->start;
  end = repair->to > repair->from ? order_tokens_at (tokens, repair->to - 1)->end : start;
  head = g_strndup (tokens->text, start);
  return g_strdup_printf ("%s%s%s%s", head, repair->text, repair->to > repair->from ? "" : " ",
                          tokens->text + end);
}

static gboolean
take (GPtrArray *readings, const char *text)
{
  for (guint i = 0; i < readings->len; i++)
    if (g_str_equal (readings->pdata[i], text))
      return FALSE;
  g_ptr_array_add (readings, g_strdup (text));
  return TRUE;
}

static void
try_repair (OrderParser *parser, const OrderRepair *repair, guint depth, GPtrArray *readings)
{
  g_autofree char *text = apply (parser->tokens, repair);
  g_autoptr (OrderReading) reading =
      order_parse_deep (parser->book, parser->view, parser->here, text, depth + 1);

  if (reading->problem == ORDER_OK)
    take (readings, reading->canonical);
  for (char **p = reading->nearest; *p && readings->len < MAX_READINGS; p++)
    take (readings, *p);
}

char **
order_repair (OrderParser *parser, guint depth)
{
  GPtrArray *readings = g_ptr_array_new();
  guint tries = depth == 0 ? MAX_TRIES : MAX_READINGS;

  if (depth < MAX_DEPTH)
    for (guint i = 0; i < MIN (parser->repairs->len, tries) && readings->len < MAX_READINGS; i++)
      try_repair (parser, &g_array_index (parser->repairs, OrderRepair, i), depth, readings);
  g_ptr_array_add (readings, NULL);
  return (char **) g_ptr_array_free (readings, FALSE);
}

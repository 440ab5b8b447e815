/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "orders/order-grammar.h"

static const char *const grammar_names[] = {"verb", "connectors", "comma", "space", "object", NULL};
static const char *const verb_places[] = {"first", "anywhere", "last", NULL};
static const char *const connector_places[] = {"before", "after", NULL};

void
order_grammar_init (OrderGrammar *grammar)
{
  *grammar = (OrderGrammar){
    .comma = g_strdup (", "), .space = g_strdup (" "), .object = g_strdup ("")};
}

void
order_grammar_clear (OrderGrammar *grammar)
{
  g_clear_pointer (&grammar->comma, g_free);
  g_clear_pointer (&grammar->space, g_free);
  g_clear_pointer (&grammar->object, g_free);
}

void
order_grammar_copy (OrderGrammar *to, const OrderGrammar *from)
{
  *to = *from;
  to->comma = g_strdup (from->comma);
  to->space = g_strdup (from->space);
  to->object = g_strdup (from->object);
}

const char *
order_phrases_grammar_name (guint n)
{
  return n < G_N_ELEMENTS (grammar_names) ? grammar_names[n] : NULL;
}

static int
index_of (const char *const *names, const char *name)
{
  for (int i = 0; names[i]; i++)
    if (g_str_equal (names[i], name))
      return i;
  return -1;
}

static gboolean
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
  return TRUE;
}

gboolean
order_phrases_set_grammar (OrderPhrases *phrases, const char *name, const char *value)
{
  OrderGrammar *grammar = &phrases->grammar;
  int verb = index_of (verb_places, value), place = index_of (connector_places, value);

  switch (index_of (grammar_names, name)) {
  case 0:
    grammar->verb = (OrderVerbPlace) MAX (verb, 0);
    return verb >= 0;
  case 1:
    grammar->connectors_after = place == 1;
    return place >= 0;
  case 2:
    return set_text (&grammar->comma, value);
  case 3:
    return set_text (&grammar->space, value);
  case 4:
    return set_text (&grammar->object, value);
  default:
    return FALSE;
  }
}

/* ---- Text ----------------------------------------------------------------------------------- */

char *
order_with_connector (OrderBook *book, const char *key, const char *object)
{
  const OrderGrammar *grammar = &book->phrases.grammar;
  const char *word = key ? order_book_word (book, ORDER_PHRASE_CONNECTOR, key) : NULL;

  if (!word)
    return g_strconcat (object, grammar->object, NULL);
  return grammar->connectors_after ? g_strconcat (object, word, NULL)
                                   : g_strconcat (word, grammar->space, object, NULL);
}

static char *
minutes_with (OrderBook *book, const char *key, guint minutes)
{
  const char *unit = order_book_word (book, ORDER_PHRASE_CONNECTOR,
                                      minutes == 1 ? "minute" : "minutes");
  g_autofree char *time =
      g_strdup_printf ("%u%s%s", minutes, book->phrases.grammar.space, unit);

  return order_with_connector (book, key, time);
}

char *
order_within_minutes (OrderBook *book, guint minutes)
{
  return minutes_with (book, "within", minutes);
}

char *
order_after_minutes (OrderBook *book, guint minutes)
{
  return minutes_with (book, "after", minutes);
}

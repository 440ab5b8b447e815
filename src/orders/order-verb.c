/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "orders/order-verb.h"

#include <string.h>

#define ELLIPSIS "…"

/* ---- Wordings ------------------------------------------------------------------------------- */

static void
split_verb_clear (gpointer data)
{
  OrderSplitVerb *verb = data;

  g_strfreev (verb->head);
  g_strfreev (verb->tail);
}

GArray *
order_split_verbs_new (void)
{
  GArray *verbs = g_array_new (FALSE, FALSE, sizeof (OrderSplitVerb));

  g_array_set_clear_func (verbs, split_verb_clear);
  return verbs;
}

/* Words of one half, as what is typed is read.  */
static char **
half_words (OrderBook *book, const char *half, gboolean expand)
{
  g_autofree char *folded = order_text_fold (half, expand);
  g_autoptr (OrderTokens) tokens = order_book_tokens (book, folded);
  char **words = g_new0 (char *, order_tokens_count (tokens) + 1);

  for (guint i = 0; i < order_tokens_count (tokens); i++)
    words[i] = g_strdup (order_tokens_word (tokens, i));
  return words;
}

static void
add_split (OrderBook *book, int value, char **halves, gboolean expand)
{
  OrderSplitVerb verb = {half_words (book, halves[0], expand), half_words (book, halves[1], expand),
                         0, 0, value};

  verb.n_head = g_strv_length (verb.head);
  verb.n_tail = g_strv_length (verb.tail);
  if (verb.n_head == 0 || verb.n_tail == 0)
    split_verb_clear (&verb);
  else
    g_array_append_val (book->split_verbs, verb);
}

void
order_split_verbs_add (OrderBook *book, int value, const char *wording)
{
  g_auto (GStrv) halves = g_strsplit (wording, ELLIPSIS, 2);

  if (g_strv_length (halves) != 2)
    return;
  add_split (book, value, halves, FALSE);
  add_split (book, value, halves, TRUE);
}

/* ---- Reading -------------------------------------------------------------------------------- */

static gboolean
words_at (char **words, guint n, const OrderTokens *tokens, guint at)
{
  if (at + n > order_tokens_count (tokens))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (words[i], order_tokens_word (tokens, at + i)) ||
        (i > 0 && order_tokens_at (tokens, at + i)->comma))
      return FALSE;
  return TRUE;
}

/* Where the second half stands: at the end of a part of the sentence, that no comma divides from the
 * first half.  0: nowhere.  */
static guint
find_tail (OrderParser *parser, const OrderSplitVerb *verb, guint from)
{
  guint count = order_parser_count (parser);

  for (guint at = from; at < count && !order_tokens_at (parser->tokens, at)->comma; at++) {
    guint end = at + verb->n_tail;

    if (words_at (verb->tail, verb->n_tail, parser->tokens, at) &&
        (end == count || order_tokens_at (parser->tokens, end)->comma ||
         order_parser_at_clause (parser, end)))
      return at;
  }
  return 0;
}

static int
read_split (OrderParser *parser, guint *n_tokens)
{
  int found = -1;
  guint most = *n_tokens;

  for (guint i = 0; i < parser->book->split_verbs->len; i++) {
    const OrderSplitVerb *verb = &g_array_index (parser->book->split_verbs, OrderSplitVerb, i);
    guint tail;

    if (verb->n_head + verb->n_tail <= most ||
        !words_at (verb->head, verb->n_head, parser->tokens, parser->at) ||
        (tail = find_tail (parser, verb, parser->at + verb->n_head)) == 0)
      continue;
    found = verb->value;
    most = verb->n_head + verb->n_tail;
    *n_tokens = verb->n_head;
    parser->late = (OrderSpan){TRUE, tail, tail + verb->n_tail};
  }
  return found;
}

int
order_parse_verb_here (OrderParser *parser, guint *n_tokens)
{
  int verb =
      order_book_match (parser->book, ORDER_PHRASE_VERB, parser->tokens, parser->at, n_tokens);
  int split = read_split (parser, n_tokens);

  return split >= 0 ? split : verb;
}

/* English orders have their own grammar.  */
static gboolean
is_foreign (OrderParser *parser, guint at)
{
  return order_book_match_is_foreign (parser->book, ORDER_PHRASE_VERB, parser->tokens, at);
}

/* With `within` up to a comma.  A mark that is waited for is called like the verb that gives it: that
 * one stands first or never.  */
static int
read_ahead (OrderParser *parser, gboolean within)
{
  OrderVerbPlace place = parser->book->phrases.grammar.verb;
  int found = -1;
  guint n;

  for (guint at = parser->at + 1; place != ORDER_VERB_FIRST && at < order_parser_count (parser) &&
                                  !(within && order_tokens_at (parser->tokens, at)->comma);
       at += MAX (n, 1)) {
    int verb = order_book_match (parser->book, ORDER_PHRASE_VERB, parser->tokens, at, &n);

    if (verb < 0 || verb == SIM_VERB_MARK || is_foreign (parser, at))
      continue;
    found = verb;
    parser->late = (OrderSpan){TRUE, at, at + n};
    if (place == ORDER_VERB_ANYWHERE)
      break;
  }
  return found;
}

int
order_parse_verb (OrderParser *parser, guint *n_tokens)
{
  int verb = order_parse_verb_here (parser, n_tokens);
  int ahead;

  /* Where a target may stand here, "March Hare" is one and "march" no verb.  */
  if (verb >= 0 && parser->book->phrases.grammar.verb == ORDER_VERB_LAST &&
      order_parser_group_at (parser, ORDER_PHRASE_VERB, parser->at) &&
      !order_parser_verb_begins (parser, parser->at))
    verb = -1;

  /* Where the verb stands last, what stands here may be what another verb is about: "補給を約束".  */
  if (verb >= 0 && (parser->book->phrases.grammar.verb != ORDER_VERB_LAST ||
                    is_foreign (parser, parser->at)))
    return verb;
  ahead = read_ahead (parser, verb >= 0 && verb != SIM_VERB_MARK);
  if (ahead < 0)
    return verb;
  *n_tokens = 0;
  return ahead;
}

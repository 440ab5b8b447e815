/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completion: what may follow, from the same grammar that reads the line.
 *
 * The parser notes at each token what could have stood there.  Whatever was typed from such a
 * token on is the beginning of a word that is looked for among those; at the end of the text
 * nothing is typed yet and all of them are offered.  */
#include "orders/order-complete.h"

#include <string.h>

void
order_completion_free (OrderCompletion *completion)
{
  if (!completion)
    return;
  g_free (completion->label);
  g_free (completion->hint);
  g_free (completion->insert);
  g_free (completion);
}

/* ---- What was typed -------------------------------------------------------------------------- */

/* The rest of the line from a token on, folded; "" at its end.  */
static char *
typed_from (const OrderParser *parser, guint at)
{
  GString *typed = g_string_new (NULL);

  /* What is written together is compared together.  */
  for (guint i = at; i < order_parser_count (parser); i++)
    g_string_append_printf (typed, "%s%s", i > at && !order_tokens_joined (parser->tokens, i) ? " " : "",
                            order_tokens_word (parser->tokens, i));
  return g_string_free (typed, FALSE);
}

/* The line up to a token, without the spaces and commas after it.  */
static char *
text_before (const OrderParser *parser, guint at)
{
  guint end = at > 0 ? order_tokens_at (parser->tokens, at - 1)->end : 0;

  return g_strndup (parser->tokens->text, end);
}

gboolean
order_completer_full (const OrderCompleter *completer)
{
  return completer->found->len >= completer->limit;
}

static gboolean
is_offered (const OrderCompleter *completer, const char *label, const char *insert)
{
  for (guint i = 0; i < completer->found->len; i++) {
    const OrderCompletion *other = g_ptr_array_index (completer->found, i);

    if (g_str_equal (other->insert, insert) && g_str_equal (other->label, label))
      return TRUE;
  }
  return FALSE;
}

gboolean
order_completer_begins (const OrderCompleter *completer, const char *text)
{
  g_autofree char *folded = NULL;

  if (*completer->typed == '\0')
    return TRUE;
  folded = order_text_fold (text, FALSE);
  if (g_str_has_prefix (folded, completer->typed) && strlen (folded) > strlen (completer->typed))
    return TRUE;
  g_free (folded);
  folded = order_text_fold (text, TRUE);
  return g_str_has_prefix (folded, completer->typed) && strlen (folded) > strlen (completer->typed);
}

void
order_completer_take (OrderCompleter *completer, const char *text, const char *label,
                      const char *hint)
{
  g_autofree char *insert = NULL;
  OrderCompletion *completion;

  if (!label)
    label = text;
  if (order_completer_full (completer))
    return;
  insert = g_strconcat (completer->before, *completer->before ? completer->separator : "", text,
                        completer->after, NULL);
  if (is_offered (completer, label, insert))
    return;
  completion = g_new0 (OrderCompletion, 1);
  completion->label = g_strdup (label);
  completion->hint = g_strdup (hint ? hint : "");
  completion->insert = g_steal_pointer (&insert);
  g_ptr_array_add (completer->found, completion);
}

void
order_completer_offer (OrderCompleter *completer, const char *text, const char *label,
                       const char *hint)
{
  if (order_completer_begins (completer, text))
    order_completer_take (completer, text, label, hint);
}

/* ---- Marks ----------------------------------------------------------------------------------- */

/* What each mark's words are set off with from what stands before.  */
static const char *
separator_for (const OrderParser *parser, guint expect)
{
  const OrderGrammar *grammar = &parser->book->phrases.grammar;
  guint n = order_parser_count (parser);

  /* A verb that stands last goes on from what it is about.  */
  if (expect == ORDER_EXPECT_VERB && grammar->verb == ORDER_VERB_LAST &&
      (parser->target.set || parser->via.set))
    return grammar->space;
  if (parser->book->phrases.grammar.verb == ORDER_VERB_LAST && !parser->verb.set &&
      !parser->target.set && !parser->via.set && expect == ORDER_EXPECT_TARGET)
    return grammar->comma;
  if (expect &
      (ORDER_EXPECT_VERB | ORDER_EXPECT_POSTURE | ORDER_EXPECT_TIMING | ORDER_EXPECT_FACING |
       ORDER_EXPECT_MARK))
    return n > 0 ? grammar->comma : grammar->space;
  return grammar->space;
}

static void
complete_mark (OrderCompleter *completer, const OrderMark *mark)
{
  static const OrderExpect order[] = {
      ORDER_EXPECT_ADDRESSEE, ORDER_EXPECT_VERB,   ORDER_EXPECT_KEY,       ORDER_EXPECT_KEYPAD,
      ORDER_EXPECT_TOPIC,     ORDER_EXPECT_TARGET, ORDER_EXPECT_DIRECTION, ORDER_EXPECT_VIA,
      ORDER_EXPECT_HELP,      ORDER_EXPECT_NUMBER, ORDER_EXPECT_MINUTES,   ORDER_EXPECT_POSSIBLE,
      ORDER_EXPECT_FROM,      ORDER_EXPECT_POSTURE, ORDER_EXPECT_TIMING,   ORDER_EXPECT_MARK,
      ORDER_EXPECT_FACING,    ORDER_EXPECT_ANOTHER,
      ORDER_EXPECT_SETTING,   ORDER_EXPECT_OWN_VERB, ORDER_EXPECT_DELAY, ORDER_EXPECT_RELIEF,
  };

  g_free (completer->typed);
  g_free (completer->before);
  completer->typed = typed_from (completer->parser, mark->at);
  completer->before = text_before (completer->parser, mark->at);
  completer->expect = mark->expect;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (mark->expect & order[i]) {
      completer->separator = separator_for (completer->parser, order[i]);
      completer->after = completer->parser->book->phrases.grammar.space;
      order_completer_expect (completer, order[i]);
    }
}

/* What could have stood at one token, from all the marks there.  */
static guint
expected_at (const OrderParser *parser, guint at)
{
  guint expect = 0;

  for (guint i = 0; i < parser->marks->len; i++) {
    const OrderMark *mark = &g_array_index (parser->marks, OrderMark, i);

    if (mark->at == at)
      expect |= mark->expect;
  }
  return expect;
}

GPtrArray *
order_complete (OrderBook *book, const PictureView *view, const char *text, guint limit)
{
  g_auto (OrderParser) parser = {0};
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) order_completion_free);
  OrderCompleter completer = {.parser = &parser, .found = found, .limit = limit};
  g_autofree char *head = g_strndup (text, ORDER_MAX_TEXT + 4);

  order_parser_init (&parser, book, view, NULL, head);
  order_parser_run (&parser);
  /* Words begun first, then what may follow the whole line.  */
  for (guint at = 0; at <= order_parser_count (&parser) && strlen (head) <= ORDER_MAX_TEXT; at++) {
    OrderMark mark = {at, expected_at (&parser, at)};

    if (mark.expect)
      complete_mark (&completer, &mark);
  }
  order_complete_questions (&completer, head);
  g_free (completer.typed);
  g_free (completer.before);
  return found;
}

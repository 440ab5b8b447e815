/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to the console: patterns of the phrases file, and who answers each.  */
#include "orders/order-answer.h"

#include "orders/order-parse.h"
#include "orders/order-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- Patterns -------------------------------------------------------------------------------- */

typedef struct {
  guint from, to; /* tokens; empty: not asked about */
} Span;

/* How well a pattern fits: the more of its own words, the better.  */
typedef struct {
  guint literals;
  Span slots[2]; /* {a} and {b} */
} Fit;

static int
slot_of (const char *word)
{
  if (g_str_equal (word, "{a}"))
    return 0;
  return g_str_equal (word, "{b}") ? 1 : -1;
}

/* Words of a pattern without filler, slots kept; with `expand` ä is ae.  NULL-terminated.  */
static char **
pattern_words (OrderBook *book, const char *pattern, gboolean expand)
{
  g_auto (GStrv) parts = g_strsplit (pattern, " ", -1);
  GPtrArray *words = g_ptr_array_new();

  for (char **part = parts; *part; part++) {
    g_autoptr (OrderTokens) tokens = NULL;

    if (slot_of (*part) >= 0) {
      g_ptr_array_add (words, g_strdup (*part));
      continue;
    }
    if (expand) {
      g_autofree char *folded = order_text_fold (*part, TRUE);

      tokens = order_tokens_new (folded);
    } else {
      tokens = order_tokens_new (*part);
    }
    order_segmenter_part (book->segmenter, tokens);
    for (guint i = 0; i < order_tokens_count (tokens); i++)
      if (!order_book_is_filler (book, order_tokens_word (tokens, i)))
        g_ptr_array_add (words, g_strdup (order_tokens_word (tokens, i)));
  }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/* A slot takes as few tokens as it can; at least one.  */
static gboolean
fit_words (char **words, const OrderTokens *tokens, guint at, Fit *fit)
{
  guint n = order_tokens_count (tokens);
  int slot;

  if (!*words)
    return at == n;
  slot = slot_of (*words);
  if (slot < 0) {
    if (at == n || !g_str_equal (*words, order_tokens_word (tokens, at)))
      return FALSE;
    fit->literals++;
    return fit_words (words + 1, tokens, at + 1, fit);
  }
  for (guint end = at + 1; end <= n; end++) {
    Fit attempt = *fit;

    attempt.slots[slot] = (Span){at, end};
    if (fit_words (words + 1, tokens, end, &attempt)) {
      *fit = attempt;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
fit_pattern (OrderBook *book, const char *pattern, const OrderTokens *tokens, Fit *fit)
{
  for (int expand = 0; expand < 2; expand++) {
    g_auto (GStrv) words = pattern_words (book, pattern, expand);

    *fit = (Fit) {0};
    if (fit_words (words, tokens, 0, fit) && fit->literals > 0)
      return TRUE;
  }
  return FALSE;
}

/* The key of the pattern that fits best, or NULL.  */
static const char *
find_question (OrderBook *book, const OrderTokens *tokens, Fit *best)
{
  const GPtrArray *entries = book->phrases.groups[ORDER_PHRASE_QUESTION];
  const char *found = NULL;

  *best = (Fit) {0};
  for (guint i = 0; i < entries->len; i++) {
    const OrderPhraseEntry *entry = g_ptr_array_index (entries, i);

    for (guint j = 0; j < entry->words->len; j++) {
      Fit fit;

      if (!fit_pattern (book, g_ptr_array_index (entry->words, j), tokens, &fit) ||
          fit.literals <= best->literals)
        continue;
      *best = fit;
      found = entry->key;
    }
  }
  return found;
}

/* ---- Subjects -------------------------------------------------------------------------------- */

void
order_subject_clear (OrderSubject *subject)
{
  g_clear_pointer (&subject->name, g_free);
}

/* A platoon stands where its people stand on average.  */
static gboolean
read_platoon (const OrderAsker *asker, const OrderParser *parser, OrderSubject *subject)
{
  OrderNameMatch match;
  BaseVec sum = {0, 0};
  guint n = 0;

  if (!asker->view ||
      order_names_match (asker->book, 1u << ORDER_NAME_PLATOON, parser->tokens, 0, &match) !=
          ORDER_MATCH_ONE ||
      match.n_tokens != order_parser_count (parser))
    return FALSE;
  for (gsize i = 0; i < MIN (asker->view->n_own, asker->book->n_machines); i++)
    if (asker->view->own[i].platoon == match.index && !asker->view->own[i].known_lost) {
      sum = base_vec_add (sum, asker->view->own[i].fix);
      n++;
    }
  if (n == 0)
    return FALSE;
  subject->kind = SIM_TARGET_NONE;
  subject->number = match.index;
  subject->position = base_vec_scale (sum, 1 / (float) n);
  subject->precise_m = 300;
  subject->name = g_strdup (order_platoon_title (match.index));
  return TRUE;
}

static char *
subject_name (OrderBook *book, const SimTarget *target)
{
  char name[8];

  switch (target->kind) {
  case SIM_TARGET_TRACK:
    return g_strdup (order_track_name (target->number, name));
  case SIM_TARGET_PLACE:
    return g_strdup (book->places[target->number].name);
  case SIM_TARGET_NONE:
  case SIM_TARGET_POSITION:
  case SIM_TARGET_UNIT:
  default:
    return order_target_text (book, target);
  }
}

gboolean
order_subject_read (const OrderAsker *asker, const char *text, OrderSubject *subject,
                    char **problem)
{
  g_auto (OrderParser) parser = {0};
  SimTarget target = {0};

  *subject = (OrderSubject){0};
  order_parser_init (&parser, asker->book, asker->view, asker->here, text);
  if (read_platoon (asker, &parser, subject))
    return TRUE;
  if (order_parse_target (&parser, &target, TRUE) != ORDER_READ_OK) {
    *problem = g_steal_pointer (&parser.reason);
    return FALSE;
  }
  if (parser.at < order_parser_count (&parser)) {
    *problem =
        order_fill (_ ("“{words}” is no place, square or track on this map."), "words", text, NULL);
    return FALSE;
  }
  subject->kind = target.kind;
  subject->number = target.number;
  subject->position = target.position;
  subject->precise_m = target.precise_m;
  subject->name = subject_name (asker->book, &target);
  return TRUE;
}

/* ---- Answers --------------------------------------------------------------------------------- */

void
order_say (GString *answer, char *sentence)
{
  if (answer->len > 0)
    g_string_append_c (answer, ' ');
  g_string_append (answer, sentence);
  g_free (sentence);
}

static char *
slot_text (const OrderTokens *tokens, const Fit *fit, guint slot)
{
  return order_tokens_quote (tokens, fit->slots[slot].from, fit->slots[slot].to);
}

static gboolean
is_number (OrderBook *book, const char *text)
{
  g_autoptr (OrderTokens) tokens = order_book_tokens (book, text);
  g_autoptr (GString) digits = g_string_new (NULL);

  return order_read_number (book, tokens, 0, digits) > 0;
}

/* "2" after "read track" means track 2.  */
gboolean
order_subject_read_or_track (const OrderAsker *asker, const char *text, OrderSubject *subject,
                             char **problem)
{
  g_autofree char *as_track = NULL;
  g_autofree char *as_thing = NULL;

  if (order_subject_read (asker, text, subject, &as_thing))
    return TRUE;
  as_track = g_strdup_printf ("%s %s",
                              order_book_word (asker->book, ORDER_PHRASE_CONNECTOR, "track"), text);
  if (order_subject_read (asker, as_track, subject, problem))
    return TRUE;
  if (!is_number (asker->book, text)) {
    g_free (*problem);
    *problem = g_steal_pointer (&as_thing);
  }
  return FALSE;
}

static char *
answer_about_one (const OrderAsker *asker, const char *key, const char *text)
{
  g_auto (OrderSubject) subject = {0};
  char *problem = NULL;
  gboolean is_read = g_str_equal (key, "read");

  if (!(is_read ? order_subject_read_or_track (asker, text, &subject, &problem)
                : order_subject_read (asker, text, &subject, &problem)))
    return problem;
  if (is_read)
    return order_answer_read (asker, &subject);
  if (g_str_equal (key, "describe"))
    return order_answer_describe (asker, &subject);
  return g_str_equal (key, "near") ? order_answer_near (asker, &subject)
                                   : order_answer_nearest (asker, &subject);
}

static char *
answer_about_two (const OrderAsker *asker, const char *key, const char *a, const char *b)
{
  g_auto (OrderSubject) first = {0};
  g_auto (OrderSubject) second = {0};
  char *problem = NULL;

  if (!order_subject_read (asker, a, &first, &problem) ||
      !order_subject_read (asker, b, &second, &problem))
    return problem;
  if (g_str_equal (key, "far"))
    return order_answer_far (asker, &first, &second);
  return g_str_equal (key, "long") ? order_answer_long (asker, &first, &second)
                                   : order_answer_between (asker, &first, &second);
}

static char *
answer_bearing (const OrderAsker *asker, const char *a, const char *b)
{
  g_auto (OrderParser) parser = {0};
  g_auto (OrderSubject) from = {0};
  g_autoptr (GString) digits = g_string_new (NULL);
  char *problem = NULL;
  guint n;

  order_parser_init (&parser, asker->book, NULL, NULL, a);
  while (digits->len < 3 &&
         (n = order_read_number (asker->book, parser.tokens, parser.at, digits)) > 0)
    parser.at += n;
  if (digits->len == 0 || digits->len > 3 || g_ascii_strtoull (digits->str, NULL, 10) >= 360)
    return g_strdup (_ ("A bearing is 000 to 359."));
  if (!order_subject_read (asker, b, &from, &problem))
    return problem;
  return order_answer_bearing (asker, (float) g_ascii_strtoull (digits->str, NULL, 10), &from);
}

static char *
answer_question (const OrderAsker *asker, const char *key, const OrderTokens *tokens,
                 const Fit *fit)
{
  g_autofree char *a = slot_text (tokens, fit, 0);
  g_autofree char *b = slot_text (tokens, fit, 1);

  if (order_hand_is_key (key))
    return order_hand_read (asker, key, a, b, &(PictureEdit){0});
  if (order_queue_is_key (key))
    return order_queue_read (asker, key, a, &(SimQueueEdit){0});
  if (order_bearings_is_key (key))
    return order_bearings_read (asker, key, a, &(SimTarget){0}, &(gboolean){0});
  if (g_str_equal (key, "situation"))
    return order_answer_situation (asker);
  if (g_str_equal (key, "new"))
    return order_answer_new (asker);
  if (g_str_equal (key, "silent"))
    return order_answer_silent (asker);
  if (g_str_equal (key, "heard"))
    return order_answer_heard (asker);
  if (g_str_equal (key, "objective"))
    return order_answer_objective (asker);
  if (g_str_equal (key, "time"))
    return order_answer_time (asker);
  if (g_str_equal (key, "low"))
    return order_answer_low (asker);
  if (g_str_equal (key, "wounded"))
    return order_answer_wounded (asker);
  if (g_str_equal (key, "linked"))
    return order_answer_linked (asker);
  if (g_str_equal (key, "bearing"))
    return answer_bearing (asker, a, b);
  return *b ? answer_about_two (asker, key, a, b) : answer_about_one (asker, key, a);
}

static gboolean
is_order (OrderBook *book, const PictureView *view, const char *text)
{
  g_auto (OrderParser) parser = {0};

  order_parser_init (&parser, book, view, NULL, text);
  return order_parser_run (&parser);
}

/* The key of what is asked, or NULL: an order, too long, or nothing known.  */
static const char *
find_key (const OrderAsker *asker, const char *text, OrderTokens **tokens, Fit *fit)
{
  if (strlen (text) > ORDER_MAX_TEXT || is_order (asker->book, asker->view, text))
    return NULL;
  *tokens = order_book_tokens (asker->book, text);
  return find_question (asker->book, *tokens, fit);
}

int
order_question (OrderBook *book, const PictureView *view, const char *text)
{
  const OrderAsker asker = {.book = book, .view = view};
  g_autoptr (OrderTokens) tokens = NULL;
  const char *key, *other;
  Fit fit;

  g_return_val_if_fail (book != NULL, -1);
  g_return_val_if_fail (text != NULL, -1);

  key = find_key (&asker, text, &tokens, &fit);
  for (guint n = 0; key != NULL && (other = order_phrases_key (ORDER_PHRASE_QUESTION, n)) != NULL; n++)
    if (g_str_equal (key, other))
      return (int) n;
  return -1;
}

char *
order_answer (OrderBook *book, const PictureView *view, const PictureSheet *sheet, const char *text)
{
  return order_answer_task (book, view, sheet, NULL, text);
}

char *
order_answer_task (OrderBook *book, const PictureView *view, const PictureSheet *sheet,
                   const OrderTask *task, const char *text)
{
  const OrderAsker asker = {.book = book, .view = view, .sheet = sheet, .task = task};
  g_autoptr (OrderTokens) tokens = NULL;
  const char *key;
  Fit fit;

  g_return_val_if_fail (book != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  key = find_key (&asker, text, &tokens, &fit);
  return key ? answer_question (&asker, key, tokens, &fit) : NULL;
}

char *
order_hand (OrderBook *book, const PictureView *view, const BaseVec *here, const char *text,
            PictureEdit *edit)
{
  const OrderAsker asker = {.book = book, .view = view, .here = here};
  g_autoptr (OrderTokens) tokens = NULL;
  g_autofree char *a = NULL, *b = NULL;
  const char *key;
  Fit fit;

  g_return_val_if_fail (book != NULL, NULL);
  g_return_val_if_fail (text != NULL && edit != NULL, NULL);

  key = find_key (&asker, text, &tokens, &fit);
  if (key == NULL || !order_hand_is_key (key))
    return NULL;
  a = slot_text (tokens, &fit, 0);
  b = slot_text (tokens, &fit, 1);
  return order_hand_read (&asker, key, a, b, edit);
}

char *
order_queue (OrderBook *book, const PictureView *view, const char *text, SimQueueEdit *edit)
{
  const OrderAsker asker = {.book = book, .view = view};
  g_autoptr (OrderTokens) tokens = NULL;
  g_autofree char *a = NULL;
  const char *key;
  Fit fit;

  g_return_val_if_fail (book != NULL, NULL);
  g_return_val_if_fail (text != NULL && edit != NULL, NULL);

  key = find_key (&asker, text, &tokens, &fit);
  if (key == NULL)
    return order_queue_cancel (&asker, text, edit);
  if (!order_queue_is_key (key) || g_str_equal (key, "queue"))
    return NULL;
  a = slot_text (tokens, &fit, 0);
  return order_queue_read (&asker, key, a, edit);
}

char *
order_bearings (OrderBook *book, const PictureView *view, const BaseVec *here, const char *text,
                SimTarget *from)
{
  const OrderAsker asker = {.book = book, .view = view, .here = here};
  g_autoptr (OrderTokens) tokens = NULL;
  g_autofree char *a = NULL, *answer = NULL;
  const char *key;
  gboolean moves = FALSE;
  Fit fit;

  g_return_val_if_fail (book != NULL, NULL);
  g_return_val_if_fail (text != NULL && from != NULL, NULL);

  key = find_key (&asker, text, &tokens, &fit);
  if (key == NULL || !order_bearings_is_key (key))
    return NULL;
  a = slot_text (tokens, &fit, 0);
  answer = order_bearings_read (&asker, key, a, from, &moves);
  return moves ? g_steal_pointer (&answer) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order-ear.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _HandlerEar {
  OrderBook *book;
  GPtrArray *call_signs, *places; /* (owned) of const char *: pronunciations or NULL */
  GHashTable *left_out;           /* (owned) words */
  OrderListenGrammar *grammar;    /* (owned) (nullable) */
  gboolean answers;
};

/* So likely an order has to be to be given without a question (all hearings heard it, whatever the least of them
 * counts), and to be asked for (more than one did): see tests/bench/results/listen.md.  */
#define TAKE_SHARE 0.95
#define ASK_SHARE  0.28
/* What can hardly be meant, or has a bearing in figures, is asked for at most, and only when nothing else was heard as
 * often.  */
#define ODD_SHARE 0.4

/* In the order of the book's machines and places, which is the scenario's.  */
static void
take_sounds (HandlerEar *ear, const ScenarioBattle *scenario)
{
  for (guint i = 0; i < order_book_n_machines (ear->book); i++)
    g_ptr_array_add (ear->call_signs,
                     g_strdup (scenario != NULL
                                   ? scenario_battle_get_member (scenario, i)->pronunciation
                                   : NULL));
  for (guint i = 0; i < order_book_n_places (ear->book); i++)
    g_ptr_array_add (ear->places,
                     g_strdup (scenario != NULL
                                   ? scenario_battle_get_place_pronunciation (scenario, i)
                                   : NULL));
}

HandlerEar *
handler_ear_new (OrderBook *book, const ScenarioBattle *scenario)
{
  HandlerEar *ear = g_new0 (HandlerEar, 1);

  ear->book = order_book_ref (book);
  ear->call_signs = g_ptr_array_new_with_free_func (g_free);
  ear->places = g_ptr_array_new_with_free_func (g_free);
  ear->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  take_sounds (ear, scenario);
  return ear;
}

void
handler_ear_free (HandlerEar *ear)
{
  order_book_unref (ear->book);
  g_ptr_array_unref (ear->call_signs);
  g_ptr_array_unref (ear->places);
  g_hash_table_unref (ear->left_out);
  g_clear_pointer (&ear->grammar, order_listen_grammar_free);
  g_free (ear);
}

void
handler_ear_set_answers (HandlerEar *ear, gboolean answers)
{
  ear->answers = answers;
}

OrderListenGrammar *
handler_ear_make (HandlerEar *ear, const PictureView *view)
{
  OrderListenSounds sounds = {(const char *const *) ear->call_signs->pdata,
                              (const char *const *) ear->places->pdata};

  g_clear_pointer (&ear->grammar, order_listen_grammar_free);
  ear->grammar = order_listen_grammar_new (ear->book, view, &sounds, ear->left_out,
                                           ear->answers);
  return ear->grammar;
}

OrderListenGrammar *
handler_ear_leave_out (HandlerEar *ear, const char *const *words, const PictureView *view)
{
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (ear->left_out, g_strdup (words[i]));
  return handler_ear_make (ear, view);
}

VoiceWord *
handler_ear_words (const OrderListenGrammar *grammar, gsize *n)
{
  VoiceWord *words = g_new0 (VoiceWord, grammar->words->len);

  for (guint i = 0; i < grammar->words->len; i++) {
    const OrderListenWord *word = grammar->words->pdata[i];

    words[i] = (VoiceWord){word->word, word->aloud, word->pronunciation, word->name[0] != '\0'};
  }
  *n = grammar->words->len;
  return words;
}

/* ---- What was said --------------------------------------------------------------------------- */

typedef struct {
  OrderReading *reading; /* (owned) */
  const char *words;     /* the commonest of those that mean it */
  double share;
} Likely;

static void
likely_clear (gpointer data)
{
  Likely *likely = data;

  g_clear_pointer (&likely->reading, order_reading_free);
}

static int
compare_likely (gconstpointer a, gconstpointer b)
{
  const Likely *left = a, *right = b;

  return left->share < right->share ? 1 : left->share > right->share ? -1 : 0;
}

/* Three figures are what many a sentence ends with that is no order, and each of them is soon misheard.  */
static gboolean
has_bearing_in_figures (const SimCommand *command)
{
  return command->facing_deg >= 0 && fmodf (command->facing_deg, 45) > 0;
}

/* Neither is taken, whatever heard it.  */
static gboolean
is_unlikely (const SimCommand *command)
{
  return order_is_odd (command) || has_bearing_in_figures (command);
}

/* The same order in other words is one.  Takes `reading`.  */
static void
add_likely (GArray *all, OrderReading *reading, const VoiceHypothesis *heard)
{
  double share = heard->share * (is_unlikely (&reading->command) ? ODD_SHARE : 1);
  Likely likely = {reading, heard->words, share};

  for (guint i = 0; i < all->len; i++) {
    Likely *known = &g_array_index (all, Likely, i);

    if (g_str_equal (known->reading->canonical, reading->canonical)) {
      known->share += share;
      order_reading_free (reading);
      return;
    }
  }
  g_array_append_val (all, likely);
}

static double
share_of_answer (const VoiceHeard *heard, OrderListenAnswer answer)
{
  double share = 0;

  for (guint i = 0; i < heard->n; i++)
    if (order_listen_answer (heard->each[i].words) == answer)
      share += heard->each[i].share;
  return share;
}

static gboolean
read_answer (const VoiceHeard *heard, HandlerHearing *hearing)
{
  for (guint answer = ORDER_ANSWER_YES; answer <= ORDER_ANSWER_NO; answer++)
    if (share_of_answer (heard, answer) >= TAKE_SHARE) {
      hearing->answer = answer;
      hearing->outcome = HANDLER_EAR_ANSWER;
      return TRUE;
    }
  return FALSE;
}

static GArray *
read_orders (OrderBook *book, const PictureView *view, const VoiceHeard *heard,
             HandlerHearing *hearing)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Likely));

  g_array_set_clear_func (all, likely_clear);
  for (guint i = 0; i < heard->n; i++) {
    OrderReading *reading = order_parse (book, view, NULL, heard->each[i].words);

    if (reading->problem == ORDER_OK) {
      add_likely (all, reading, &heard->each[i]);
      continue;
    }
    if (hearing->refused == NULL && heard->each[i].words[0] != '\0')
      hearing->refused = g_steal_pointer (&reading);
    g_clear_pointer (&reading, order_reading_free);
  }
  g_array_sort (all, compare_likely);
  return all;
}

static void
free_reading (gpointer data)
{
  order_reading_free (data);
}

/* What all hearings make of other words: of "at track".  */
static gboolean
is_doubtful (const char *words)
{
  static const char *const doubtful[] = {" fox trot ", " foxtrot "};
  g_autofree char *padded = g_strdup_printf (" %s ", words);

  for (guint i = 0; i < G_N_ELEMENTS (doubtful); i++)
    if (strstr (padded, doubtful[i]) != NULL)
      return TRUE;
  return FALSE;
}

void
handler_ear_read (OrderBook *book, const PictureView *view, const VoiceHeard *heard,
                  HandlerHearing *hearing)
{
  g_autoptr (GArray) all = NULL;

  *hearing = (HandlerHearing){.outcome = HANDLER_EAR_SAY_AGAIN};
  hearing->words = g_strdup (heard->n > 0 ? heard->each[0].words : "");
  hearing->readings = g_ptr_array_new_with_free_func (free_reading);
  if (read_answer (heard, hearing))
    return;
  all = read_orders (book, view, heard, hearing);
  if (all->len > 0)
    hearing->share = g_array_index (all, Likely, 0).share;
  if (hearing->share < ASK_SHARE)
    return;
  g_set_str (&hearing->words, g_array_index (all, Likely, 0).words);
  hearing->outcome = hearing->share >= TAKE_SHARE && !is_doubtful (hearing->words)
                         ? HANDLER_EAR_TAKEN
                         : HANDLER_EAR_ASKS;
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (hearing->readings, g_steal_pointer (&g_array_index (all, Likely, i).reading));
  g_clear_pointer (&hearing->refused, order_reading_free);
}

void
handler_hearing_clear (HandlerHearing *hearing)
{
  g_clear_pointer (&hearing->words, g_free);
  g_clear_pointer (&hearing->readings, g_ptr_array_unref);
  g_clear_pointer (&hearing->refused, order_reading_free);
}

char *
handler_hearing_reason (const HandlerHearing *hearing)
{
  switch (hearing->outcome) {
  case HANDLER_EAR_ASKS:
    /* Translators: what may have been said goes in, an order.  */
    return g_strdup_printf (C_("heard", "Did you say: %s?"),
                            ((OrderReading *) hearing->readings->pdata[0])->canonical);
  case HANDLER_EAR_SAY_AGAIN:
    if (hearing->refused != NULL)
      return g_strdup (C_("heard", "Say again: that is no order."));
    return g_strdup (hearing->words[0] == '\0' ? C_("heard", "Say again: no whole order was heard.")
                                               : C_("heard", "Say again: it was not clear."));
  case HANDLER_EAR_TAKEN:
  case HANDLER_EAR_ANSWER:
  default:
    return NULL;
  }
}

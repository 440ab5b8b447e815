/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order-ear.h"

#include <glib/gi18n-lib.h>

struct _HandlerEar {
  OrderBook *book;
  GPtrArray *call_signs, *places; /* (owned) of const char *: pronunciations or NULL */
  GHashTable *left_out;           /* (owned) words */
  OrderListenGrammar *grammar;    /* (owned) (nullable) */
};

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

OrderListenGrammar *
handler_ear_make (HandlerEar *ear, const PictureView *view)
{
  OrderListenSounds sounds = {(const char *const *) ear->call_signs->pdata,
                              (const char *const *) ear->places->pdata};

  g_clear_pointer (&ear->grammar, order_listen_grammar_free);
  ear->grammar = order_listen_grammar_new (ear->book, view, &sounds, ear->left_out);
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

static gboolean
alike (const OrderReading *a, const OrderReading *b)
{
  return a->problem == ORDER_OK && b->problem == ORDER_OK &&
         g_str_equal (a->canonical, b->canonical);
}

static gboolean
all_alike (OrderReading *const *readings, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!alike (readings[0], readings[i]))
      return FALSE;
  return n == VOICE_HEARINGS;
}

/* The one to tell of when none is sure: the first that has words.  */
static guint
find_words (const VoiceHeard *heard)
{
  for (guint i = 0; i < heard->n; i++)
    if (heard->words[i][0] != '\0')
      return i;
  return heard->n;
}

const char *
handler_ear_read (OrderBook *book, const PictureView *view, const VoiceHeard *heard,
                  OrderReading **reading, const char **words)
{
  OrderReading *readings[VOICE_HEARINGS] = {NULL};
  gboolean sure;
  guint chosen;

  for (guint i = 0; i < heard->n; i++)
    readings[i] = order_parse (book, view, NULL, heard->words[i]);
  sure = all_alike (readings, heard->n);
  chosen = find_words (heard);
  *reading = chosen < heard->n ? g_steal_pointer (&readings[chosen]) : NULL;
  *words = chosen < heard->n ? heard->words[chosen] : "";
  for (guint i = 0; i < heard->n; i++)
    g_clear_pointer (&readings[i], order_reading_free);
  if (sure)
    return NULL;
  if (*reading == NULL)
    return C_("heard", "Say again: no whole order was heard.");
  return (*reading)->problem == ORDER_OK ? C_("heard", "Say again: it was not clear.")
                                         : C_("heard", "Say again: that is no order.");
}

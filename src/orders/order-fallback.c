/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a second language that are understood beside those of the first.
 *
 * A word is left out where the first language says something else with it: another key of the same
 * group, or filler.  Filler of the second language must not be a word of the first at all.  */
#include "orders/order-phrases.h"
#include "orders/order-text.h"

#include <string.h>

typedef struct {
  GHashTable *meanings; /* "group wording" -> key, borrowed */
  GHashTable *filler;   /* wordings */
  GHashTable *words;    /* single words of all that is no filler */
} Taken;

static char *
meaning (guint group, const char *folded)
{
  return g_strdup_printf ("%u %s", group, folded);
}

static void
note_wording (Taken *taken, guint group, const OrderPhraseEntry *entry, const char *wording)
{
  g_autofree char *folded = order_text_fold (wording, FALSE);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  if (group == ORDER_PHRASE_FILLER) {
    g_hash_table_add (taken->filler, g_steal_pointer (&folded));
    return;
  }
  g_hash_table_insert (taken->meanings, meaning (group, folded), entry->key);
  for (char **word = words; *word; word++)
    g_hash_table_add (taken->words, g_strdup (*word));
}

static void
taken_init (Taken *taken, const OrderPhrases *phrases)
{
  taken->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  taken->filler = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  taken->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++)
    for (guint i = 0; i < phrases->groups[group]->len; i++) {
      const OrderPhraseEntry *entry = g_ptr_array_index (phrases->groups[group], i);

      for (guint j = 0; j < entry->words->len; j++)
        note_wording (taken, group, entry, g_ptr_array_index (entry->words, j));
    }
}

static void
taken_clear (Taken *taken)
{
  g_hash_table_unref (taken->meanings);
  g_hash_table_unref (taken->filler);
  g_hash_table_unref (taken->words);
}

static gboolean
is_free (const Taken *taken, guint group, const char *wording)
{
  g_autofree char *folded = order_text_fold (wording, FALSE);
  g_autofree char *said = meaning (group, folded);

  if (group == ORDER_PHRASE_FILLER)
    return !g_hash_table_contains (taken->words, folded) &&
           !g_hash_table_contains (taken->filler, folded);
  /* The same word for the same thing need not be taken twice.  */
  return !g_hash_table_contains (taken->meanings, said) &&
         !g_hash_table_contains (taken->filler, folded);
}

void
order_phrases_add_fallback (OrderPhrases *phrases, const OrderPhrases *fallback)
{
  Taken taken;

  taken_init (&taken, phrases);
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++)
    for (guint i = 0; i < fallback->groups[group]->len; i++) {
      const OrderPhraseEntry *entry = g_ptr_array_index (fallback->groups[group], i);
      const GPtrArray *own = order_phrases_words (phrases, (OrderPhraseGroup) group, entry->key);
      guint n_own = own ? own->len : 0;

      for (guint j = 0; j < entry->words->len; j++) {
        const char *wording = g_ptr_array_index (entry->words, j);

        if (is_free (&taken, group, wording))
          order_phrases_add (phrases, (OrderPhraseGroup) group, entry->key, wording);
      }
      order_phrases_set_own (phrases, (OrderPhraseGroup) group, entry->key, n_own);
    }
  taken_clear (&taken);
}

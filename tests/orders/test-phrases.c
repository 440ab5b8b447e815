/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The English words: complete, without two meanings, and none lost to filler.  */
#include "order-fixture.h"

static void
test_complete (void)
{
  g_auto (OrderPhrases) phrases;
  const char *key;

  fixture_phrases (&phrases, "en");
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++)
    for (guint i = 0; (key = order_phrases_key (group, i)); i++) {
      const GPtrArray *words = order_phrases_words (&phrases, group, key);

      if (!words)
        g_test_message ("%s/%s is missing", order_phrases_group_name (group), key);
      g_assert_nonnull (words);
      g_assert_cmpuint (words->len, >, 0);
    }
}

/* The same words for two keys of one group would be a guess.  */
static void
test_no_word_twice (void)
{
  g_auto (OrderPhrases) phrases;

  fixture_phrases (&phrases, "en");
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++) {
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint i = 0; i < phrases.groups[group]->len; i++) {
      const OrderPhraseEntry *entry = phrases.groups[group]->pdata[i];

      for (guint j = 0; j < entry->words->len; j++) {
        if (!g_hash_table_add (seen, entry->words->pdata[j]))
          g_error ("“%s” stands twice in %s", (char *) entry->words->pdata[j],
                   order_phrases_group_name (group));
      }
    }
  }
}

static void
test_table (void)
{
  g_auto (OrderPhrases) phrases, copy;

  order_phrases_init (&phrases, "xx");
  order_phrases_add (&phrases, ORDER_PHRASE_VERB, "move", "gehen");
  order_phrases_add (&phrases, ORDER_PHRASE_VERB, "move", "vor");
  order_phrases_add (&phrases, ORDER_PHRASE_FILLER, NULL, "bitte");
  order_phrases_copy (&copy, &phrases);
  order_phrases_clear (&phrases);
  g_assert_cmpstr (copy.language, ==, "xx");
  g_assert_cmpstr (order_phrases_first (&copy, ORDER_PHRASE_VERB, "move"), ==, "gehen");
  g_assert_cmpstr (order_phrases_first (&copy, ORDER_PHRASE_VERB, "scout"), ==, "scout");
  g_assert_null (order_phrases_words (&copy, ORDER_PHRASE_VERB, "scout"));
  g_assert_cmpint (order_phrases_group_from_name ("verbs"), ==, ORDER_PHRASE_VERB);
  g_assert_cmpint (order_phrases_group_from_name ("nouns"), ==, -1);
  g_assert_true (order_phrases_key_known (ORDER_PHRASE_NUMBER, "21"));
  g_assert_false (order_phrases_key_known (ORDER_PHRASE_NUMBER, "07"));
  g_assert_false (order_phrases_key_known (ORDER_PHRASE_VERB, "dance"));
  phrases = copy;
  order_phrases_init (&copy, "yy");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orders/phrases/complete", test_complete);
  g_test_add_func ("/orders/phrases/no-word-twice", test_no_word_twice);
  g_test_add_func ("/orders/phrases/table", test_table);
  return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of every language: complete, without two meanings, and none lost to filler.  */
#include "order-fixture.h"

#include "orders/order-book.h"

static void
test_complete (gconstpointer language)
{
  g_auto (OrderPhrases) phrases;
  const char *key;

  fixture_phrases (&phrases, language);
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++)
    for (guint i = 0; (key = order_phrases_key (group, i)); i++) {
      const GPtrArray *words = order_phrases_words (&phrases, group, key);

      if (!words)
        g_test_message ("%s/%s is missing", order_phrases_group_name (group), key);
      g_assert_nonnull (words);
      g_assert_cmpuint (words->len, >, 0);
    }
}

/* "In" leads to a place and to a time: what follows it says which.  */
static gboolean
may_be_shared (guint group, const char *key)
{
  return group == ORDER_PHRASE_CONNECTOR && g_str_equal (key, "after");
}

/* The same words for two keys of one group would be a guess.  */
static void
test_no_word_twice (gconstpointer language)
{
  g_auto (OrderPhrases) phrases;

  fixture_phrases (&phrases, language);
  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++) {
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint i = 0; i < phrases.groups[group]->len; i++) {
      const OrderPhraseEntry *entry = phrases.groups[group]->pdata[i];

      for (guint j = 0; j < entry->words->len; j++) {
        if (!may_be_shared (group, entry->key) && !g_hash_table_add (seen, entry->words->pdata[j]))
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

/* Folded and without filler, as they are compared: none is lost to filler, none means two keys.  With
 * English beside them too.  */
static void
test_one_meaning (gconstpointer language)
{
  g_autoptr (OrderBook) book = fixture_book_in (language, 13000, 12000);

  for (guint group = 0; group < ORDER_N_PHRASE_GROUPS; group++) {
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    GArray *lexemes = book->lexemes[group];

    for (guint i = 0; i < lexemes->len && group != ORDER_PHRASE_FILLER; i++) {
      const OrderLexeme *lexeme = &g_array_index (lexemes, OrderLexeme, i);
      g_autofree char *words = g_strjoinv (" ", lexeme->words);
      gpointer other;

      if (lexeme->n_words == 1 && order_book_is_filler (book, lexeme->words[0]))
        g_error ("%s: “%s” of %s is filler", (const char *) language, words,
                 order_phrases_group_name (group));
      if (g_hash_table_lookup_extended (seen, words, NULL, &other) &&
          GPOINTER_TO_INT (other) != lexeme->value && group != ORDER_PHRASE_QUESTION &&
          !may_be_shared (group, order_phrases_key (group, (guint) lexeme->value)) &&
          !may_be_shared (group, order_phrases_key (group, (guint) GPOINTER_TO_INT (other))))
        g_error ("%s: “%s” means two things in %s", (const char *) language, words,
                 order_phrases_group_name (group));
      g_hash_table_insert (seen, g_steal_pointer (&words), GINT_TO_POINTER (lexeme->value));
    }
  }
}

static void
add (const char *path, const char *language, GTestDataFunc function)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", path, language);

  g_test_add_data_func (name, language, function);
}

int
main (int argc, char **argv)
{
  static const char *const languages[] = {"en", "de", "fr", "ja"};

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    add ("/orders/phrases/complete", languages[i], test_complete);
    add ("/orders/phrases/no-word-twice", languages[i], test_no_word_twice);
    add ("/orders/phrases/one-meaning", languages[i], test_one_meaning);
  }
  g_test_add_func ("/orders/phrases/table", test_table);
  return g_test_run();
}

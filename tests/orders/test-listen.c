/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grammar of spoken orders takes every order that can be given, to three at most and by way of three at most:
 * nobody says more in one breath, nor "all units and Griffin".  */
#include "jsgf.h"
#include "order-generator.h"
#include "orders/order-listen.h"

#include <string.h>

static Jsgf *
grammar_of (OrderBook *book, const PictureView *view, GHashTable *left_out)
{
  g_autoptr (OrderListenGrammar) grammar = order_listen_grammar_new (book, view, NULL, left_out, FALSE);

  return jsgf_new (grammar->jsgf);
}

static gboolean
names_all_and_more (const SimCommand *command)
{
  for (guint i = 0; command->n_addressees > 1 && i < command->n_addressees; i++)
    if (command->addressees[i].kind == SIM_ADDRESSEE_ALL)
      return TRUE;
  return FALSE;
}

static void
check_orders (float width_m, float height_m, guint32 seed, guint n)
{
  g_autoptr (OrderBook) book = fixture_book_of_size (width_m, height_m);
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (Jsgf) jsgf = grammar_of (book, view, NULL);
  OrderGenerator generator = {book, view, random, width_m, height_m};

  for (guint i = 0; i < n; i++) {
    SimCommand command = order_generate (&generator);
    SimWords words = {.phrase = SIM_PHRASE_ORDER};
    g_autofree char *said = order_render_words (book, &words, &command, TRUE);
    g_autofree char *spoken = order_listen_words (book, said);

    /* A hill called "North" can not be told from a direction by ear.  */
    if (strstr (said, "North") || command.n_addressees > 3 || command.n_via > 3 ||
        names_all_and_more (&command))
      continue;
    if (!jsgf_accepts (jsgf, "<order>", spoken))
      g_error ("the grammar does not take: %s", spoken);
  }
}

static void
test_takes_orders (void)
{
  check_orders (13000, 12000, 21, 1000);
}

/* Columns AA…  */
static void
test_takes_orders_of_large_map (void)
{
  check_orders (38700, 40000, 22, 400);
}

/* A square that the map does not have, a track that nobody told of, words of another language.  */
static void
test_takes_nothing_else (void)
{
  static const char *const wrong[] = {
      "falke move to november zero four", "falke move to golf one three", "falke attack track four",
      "falke golf zero four", "move to golf zero four", "falke move to", "eighth platoon hold",
      "falke schnell nach sorn", "falke move to golf zero four fast slowly", "",
      /* No place, no bearing.  */
      "falke fall back gunsmith", "falke ambush in gunsmith", "falke hold gunsmith",
      "falke move to sorn through gunsmith", "falke hold foxtrot zero four", "falke expect from three six one",
  };
  g_autoptr (OrderBook) book = fixture_book ();
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (Jsgf) jsgf = grammar_of (book, view, NULL);
  g_autoptr (Jsgf) blind = grammar_of (book, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (jsgf_accepts (jsgf, "<order>", wrong[i]))
      g_error ("the grammar takes: %s", wrong[i]);
  g_assert_true (jsgf_accepts (jsgf, "<order>", "falke attack track one two"));
  g_assert_true (jsgf_accepts (jsgf, "<order>", "falke attack track twelve"));
  g_assert_true (jsgf_accepts (jsgf, "<order>", "falke overwatch at gunsmith via argus"));
  g_assert_true (jsgf_accepts (jsgf, "<order>", "falke hold at foxtrot zero four"));
  g_assert_true (jsgf_accepts (jsgf, "<order>", "falke hold grid foxtrot zero four"));
  g_assert_true (jsgf_accepts (jsgf, "<order>", "falke hold golf zero four keypad one"));
  g_assert_true (jsgf_accepts (jsgf, "<order>", "falke fall back sorn facing three five nine"));
  g_assert_false (jsgf_accepts (blind, "<order>", "falke attack track one two"));
}

/* Whatever is said by this grammar is understood, or nearly so: what is refused is told.  */
static void
test_is_understood (void)
{
  g_autoptr (OrderBook) book = fixture_book ();
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (GRand) random = g_rand_new_with_seed (23);
  g_autoptr (Jsgf) jsgf = grammar_of (book, view, NULL);
  guint understood = 0, n = 2000;

  for (guint i = 0; i < n; i++) {
    g_autofree char *words = jsgf_speak (jsgf, "<order>", random);
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, words);

    understood += reading->problem == ORDER_OK;
    if (reading->problem != ORDER_OK && g_test_verbose ())
      g_test_message ("%s: %s", words, reading->reason);
  }
  g_test_message ("%u of %u sentences are understood", understood, n);
  g_assert_cmpuint (understood * 100, >=, n * 90);
}

/* The recogniser takes what a rule that repeats a part does not have.  */
static void
test_repeats_nothing (void)
{
  g_autoptr (OrderBook) book = fixture_book ();
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (OrderListenGrammar) grammar = order_listen_grammar_new (book, view, NULL, NULL, TRUE);

  g_assert_null (strpbrk (grammar->jsgf, "+*"));
}

/* Only while a question waits.  */
static void
test_answers (void)
{
  static const struct {
    const char *words;
    OrderListenAnswer answer;
  } rows[] = {
      {"yes", ORDER_ANSWER_YES},        {"confirm", ORDER_ANSWER_YES}, {"no", ORDER_ANSWER_NO},
      {"cancel that", ORDER_ANSWER_NO}, {"falke hold", ORDER_ANSWER_NONE},
  };
  g_autoptr (OrderBook) book = fixture_book ();
  g_autoptr (OrderListenGrammar) asks = order_listen_grammar_new (book, NULL, NULL, NULL, TRUE);
  g_autoptr (Jsgf) asking = jsgf_new (asks->jsgf);
  g_autoptr (Jsgf) silent = grammar_of (book, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpint (order_listen_answer (rows[i].words), ==, rows[i].answer);
    g_assert_true (jsgf_accepts (asking, "<said>", rows[i].words));
    g_assert_cmpint (jsgf_accepts (silent, "<said>", rows[i].words), ==,
                     rows[i].answer == ORDER_ANSWER_NONE);
  }
}

static void
test_odd (void)
{
  static const struct {
    const char *words;
    gboolean odd;
  } rows[] = {
      {"falke move to falke", TRUE},          {"first platoon follow first platoon", TRUE},
      {"falke move to sorn via sorn", TRUE},  {"falke move to sorn via hasel and hasel", TRUE},
      {"falke move to fafnir", FALSE},        {"falke follow first platoon", FALSE},
      {"falke move to sorn via hasel", FALSE}, {"all units hold", FALSE},
      {"falke hold", FALSE},
  };
  g_autoptr (OrderBook) book = fixture_book ();
  g_autofree PictureView *view = fixture_view ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, rows[i].words);

    g_assert_cmpint (reading->problem, ==, ORDER_OK);
    g_assert_cmpint (order_is_odd (&reading->command), ==, rows[i].odd);
  }
}

/* Who is known to be lost is hardly listened for, but he can be named: somebody may fetch him.  */
static void
test_lost (void)
{
  g_autoptr (OrderBook) book = fixture_book ();
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (OrderListenGrammar) before = order_listen_grammar_new (book, view, NULL, NULL, FALSE);
  g_autoptr (OrderListenGrammar) after = NULL;

  g_assert_nonnull (strstr (before->jsgf, "/1.0000/ fafnir\n"));
  ((PictureOwn *) view->own)[3].known_lost = TRUE;
  after = order_listen_grammar_new (book, view, NULL, NULL, FALSE);
  g_assert_nonnull (strstr (after->jsgf, "/0.0500/ fafnir\n"));
}

static gboolean
has_text (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* A word that the recogniser can not be taught takes its name along, and nothing else.  */
static void
test_leaves_out (void)
{
  g_autoptr (OrderBook) book = fixture_book ();
  g_autoptr (GHashTable) left_out = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (OrderListenGrammar) grammar = NULL;
  g_autoptr (Jsgf) jsgf = NULL;

  g_hash_table_add (left_out, (char *) "fafnir");
  g_hash_table_add (left_out, (char *) "krahenholz");
  g_hash_table_add (left_out, (char *) "reconnoitre");
  grammar = order_listen_grammar_new (book, NULL, NULL, left_out, FALSE);
  jsgf = jsgf_new (grammar->jsgf);
  g_assert_true (has_text (grammar->dumb, "Fafnir"));
  g_assert_true (has_text (grammar->dumb, "Krähenholz"));
  g_assert_cmpuint (grammar->dumb->len, ==, 2);
  g_assert_false (jsgf_accepts (jsgf, "<order>", "fafnir move to sorn"));
  g_assert_false (jsgf_accepts (jsgf, "<order>", "falke reconnoitre sorn"));
  g_assert_true (jsgf_accepts (jsgf, "<order>", "falke move to sorn"));
  g_assert_null (strstr (grammar->jsgf, "fafnir"));
}

static const OrderListenWord *
find_word (const OrderListenGrammar *grammar, const char *word)
{
  for (guint i = 0; i < grammar->words->len; i++) {
    const OrderListenWord *listed = grammar->words->pdata[i];

    if (g_str_equal (listed->word, word))
      return listed;
  }
  return NULL;
}

/* A name whose sounds the data give is one word, and read as the name again.  */
static void
test_pronunciations (void)
{
  const char *call_signs[21] = {NULL}, *places[10] = {NULL};
  OrderListenSounds sounds = {call_signs, places};
  g_autoptr (OrderBook) book = fixture_book ();
  g_autoptr (OrderListenGrammar) grammar = NULL;
  g_autoptr (Jsgf) jsgf = NULL;
  const OrderListenWord *word;

  call_signs[7] = "L AE F IH NG F AA K S";
  places[4] = "HH AA S AH L";
  grammar = order_listen_grammar_new (book, NULL, &sounds, NULL, FALSE);
  jsgf = jsgf_new (grammar->jsgf);
  word = find_word (grammar, "laughing_fox");
  g_assert_nonnull (word);
  g_assert_cmpstr (word->pronunciation, ==, "L AE F IH NG F AA K S");
  g_assert_cmpstr (word->name, ==, "Laughing Fox");
  g_assert_cmpstr (find_word (grammar, "hasel")->pronunciation, ==, "HH AA S AH L");
  g_assert_null (find_word (grammar, "falke")->pronunciation);
  g_assert_true (jsgf_accepts (jsgf, "<order>", "laughing_fox move to hasel"));
}

static gboolean
weighty (const char *text)
{
  g_autoptr (OrderBook) book = fixture_book ();
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (OrderReading) reading = order_parse (book, view, NULL, text);

  if (reading->problem != ORDER_OK)
    g_error ("%s: %s", text, reading->reason);
  return order_is_weighty (&reading->command);
}

static void
test_weighty (void)
{
  g_assert_true (weighty ("All units, fall back to Sorn"));
  g_assert_true (weighty ("All units, cancel"));
  g_assert_true (weighty ("All units, move to Sorn"));
  g_assert_true (weighty ("Interceptors, fire on G04"));
  g_assert_true (weighty ("Falke, fire on track 2"));
  g_assert_true (weighty ("Falke, promise relief in 5 minutes"));
  g_assert_true (weighty ("First Platoon, sync off"));
  g_assert_true (weighty ("All units, mark 2"));
  g_assert_true (weighty ("Falke, cease fire"));
  g_assert_false (weighty ("Falke, move to Sorn"));
  g_assert_false (weighty ("First Platoon, hold"));
  g_assert_false (weighty ("Falke, attack track 2"));
  g_assert_false (weighty ("All units, report ammunition"));
  g_assert_false (weighty ("All units, say again"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/listen/takes-orders", test_takes_orders);
  g_test_add_func ("/listen/takes-orders-of-large-map", test_takes_orders_of_large_map);
  g_test_add_func ("/listen/takes-nothing-else", test_takes_nothing_else);
  g_test_add_func ("/listen/is-understood", test_is_understood);
  g_test_add_func ("/listen/repeats-nothing", test_repeats_nothing);
  g_test_add_func ("/listen/answers", test_answers);
  g_test_add_func ("/listen/odd", test_odd);
  g_test_add_func ("/listen/lost", test_lost);
  g_test_add_func ("/listen/leaves-out", test_leaves_out);
  g_test_add_func ("/listen/pronunciations", test_pronunciations);
  g_test_add_func ("/listen/weighty", test_weighty);
  return g_test_run ();
}

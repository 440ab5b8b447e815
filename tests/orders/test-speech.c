/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book that speaks another language than it is written in.  */
#include "order-fixture.h"

#include "orders/order-air.h"
#include "orders/order-count.h"
#include "orders/order-spell.h"

#include "mo-writer.h"

#include <string.h>

/* The words that are said in English are those that the order line understands.  */
static void
test_english_is_typed (void)
{
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  g_autoptr (OrderBook) book = fixture_book ();
  g_auto (OrderPhrases) phrases;

  fixture_phrases (&phrases, "en");
  for (const char *at = alphabet; *at != '\0'; at++) {
    const char key[] = {*at, '\0'};

    g_assert_cmpstr (order_spell_english (*at), ==,
                     order_phrases_first (&phrases,
                                          g_ascii_isdigit (*at) ? ORDER_PHRASE_DIGIT
                                                                : ORDER_PHRASE_LETTER,
                                          key));
  }
  for (guint i = 0; i <= SIM_MAX_PLATOONS; i++) {
    SimAddressee addressee = {i == 0 ? SIM_ADDRESSEE_ALL : SIM_ADDRESSEE_PLATOON, i - (i > 0)};

    g_assert_cmpstr (order_addressee_words (book, ORDER_ALOUD, &addressee), ==,
                     order_phrases_first (&phrases, ORDER_PHRASE_ADDRESSEE,
                                          order_phrases_key (ORDER_PHRASE_ADDRESSEE, i)));
  }
  for (guint i = 0; i < 8; i++)
    g_assert_cmpstr (order_direction_text (i), ==,
                     order_phrases_first (&phrases, ORDER_PHRASE_DIRECTION,
                                          order_phrases_key (ORDER_PHRASE_DIRECTION, i)));
}

/* Another order of words, words of its own for the voice, and some that nobody translated.  */
static OrderCatalogue *
make_japanese (void)
{
  static const char *const messages[][3] = {
      {"report", "Contact, {contact}, {grid}, halted.", "接触、{grid}に{contact}、停止。"},
      {"speech", "Contact, {contact}, {grid}, halted.",
       "せっしょく、 {grid} に {contact}、 ていし。"},
      {"report", "{count} {type}", "{type}{count}"},
      {"speech", "{count} {type}", "{type} {count}"},
      {"speech", "Grauwolf", "グラウヴォルフ"},
      {"speech", "Undertaker", "アンダーテイカー"},
      {"speech", "Hasel", "ハーゼル"},
      {"speech", "golf", "ゴルフ"},
      {"speech", "zero", "ゼロ"},
      {"speech", "four", "よん"},
      {"speech", "seven", "なな"},
      {"speech", "Third", "サード"},
      {"target", "{square} keypad {key}", "{square}のキー{key}"},
      {"speech", "{square} keypad {key}", "{square} キー {key}"},
      {"order on the air", "move to {target}", "{target}へ移動せよ"},
      {"speech", "move to {target}", "{target} へ いどう せよ"},
      {"order on the air", "{action}, {clause}", "{clause}{action}"},
      {"speech", "{action}, {clause}", "{clause} {action}"},
      {"order on the air", "fast", "急いで"},
      {"speech", "fast", "いそいで"},
      {"order on the air", "{who}, {action}", "{who}、{action}"},
      {"speech", "{who}, {action}", "{who}、 {action}"},
      {"report", "{order}.", "{order}。"},
      {"speech", "{order}.", "{order}。"},
  };
  MoWriter *writer = mo_writer_new ("ja", NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    mo_writer_add (writer, messages[i][0], messages[i][1], messages[i][2]);
  bytes = mo_writer_end (writer, FALSE);
  return order_catalogue_new ("ja", bytes, NULL);
}

static OrderBook *
japanese_book (OrderCatalogue *catalogue)
{
  OrderSpeech speech = {.catalogue = catalogue};

  return fixture_book_speaking (&speech);
}

static void
test_another_language (void)
{
  g_autoptr (OrderCatalogue) catalogue = make_japanese ();
  g_autoptr (OrderBook) book = japanese_book (catalogue);
  SimWords words = {.phrase = SIM_PHRASE_CONTACT_SEEN,
                    .arguments = {{4, 1, {0, 0}}, {0, 0, {6100, 3900}}}};
  g_autofree char *said = order_render_words (book, &words, NULL, TRUE);
  g_autofree char *written = order_render_words (book, &words, NULL, FALSE);

  g_assert_cmpstr (said, ==,
                   "せっしょく、 ゴルフ ゼロ よん キー なな に グラウヴォルフ よん、 ていし。");
  g_assert_cmpstr (written, ==, "接触、G04-7にGrauwolf4、停止。");
}

static void
check_order (OrderBook *book, const char *text, const char *said, const char *written)
{
  g_autoptr (OrderReading) reading = order_parse (book, NULL, NULL, text);
  SimWords words = {.phrase = SIM_PHRASE_ORDER};
  g_autofree char *aloud = NULL, *shown = NULL;

  g_assert_cmpint (reading->problem, ==, ORDER_OK);
  g_assert_cmpstr (reading->canonical, ==, text); /* stays in the language of the order line */
  aloud = order_render_words (book, &words, &reading->command, TRUE);
  shown = order_render_words (book, &words, &reading->command, FALSE);
  g_assert_cmpstr (aloud, ==, said);
  g_assert_cmpstr (shown, ==, written);
}

static void
test_orders (void)
{
  g_autoptr (OrderCatalogue) catalogue = make_japanese ();
  g_autoptr (OrderBook) book = japanese_book (catalogue);

  check_order (book, "Undertaker, move to Hasel, fast",
               "アンダーテイカー、 いそいで ハーゼル へ いどう せよ。",
               "Undertaker、急いでHaselへ移動せよ。");
  check_order (book, "Third Four, move to G04-7", "サード よん、 ゴルフ ゼロ よん キー なな へ いどう せよ。",
               "Third Four、G04-7へ移動せよ。");
}

/* Each string by itself: what is not there is said in English.  */
static void
test_string_by_string (void)
{
  g_autoptr (OrderCatalogue) catalogue = make_japanese ();
  g_autoptr (OrderBook) book = japanese_book (catalogue);
  SimWords words = {.phrase = SIM_PHRASE_CONTACT_SEEN,
                    .arguments = {{4, 2, {0, 0}}, {0, 0, {7100, 3900}}}};
  SimWords other = {.phrase = SIM_PHRASE_NO_AMMUNITION};
  g_autofree char *said = order_render_words (book, &words, NULL, TRUE);
  g_autofree char *whole = order_render_words (book, &other, NULL, TRUE);

  g_assert_cmpstr (said, ==, "せっしょく、 hotel ゼロ よん キー なな に Löwen よん、 ていし。");
  g_assert_cmpstr (whole, ==, "I'm out. Nothing left to fire.");
}

/* What a file has of its own comes before what the catalogue has.  */
static void
test_given_names (void)
{
  static const char *call_signs[21] = {"アンダ"}, *places[10] = {0};
  static const OrderTypeName types[5] = {{NULL, (char *) "アーマイゼ", 0}};
  static const char *const texts[] = {"もん は しまった。", ""};
  g_autoptr (OrderCatalogue) catalogue = make_japanese ();
  OrderSpeech speech = {catalogue, call_signs, places, types, texts};
  g_autoptr (OrderBook) book = NULL;

  places[4] = "ハゼル";
  book = fixture_book_speaking (&speech);
  g_assert_cmpstr (order_book_unit_name (book, 0, ORDER_ALOUD), ==, "アンダ");
  g_assert_cmpstr (order_book_unit_name (book, 0, ORDER_WRITTEN), ==, "Undertaker");
  g_assert_cmpstr (order_book_unit_name (book, 1, ORDER_ALOUD), ==, "Helianthus");
  g_assert_cmpstr (order_book_place_name (book, 4, ORDER_ALOUD), ==, "ハゼル");
  g_assert_cmpstr (order_book_place_name (book, 4, ORDER_WORDED), ==, "Hasel");
  g_assert_cmpstr (order_book_type_name (book, 0, ORDER_ALOUD)->other, ==, "アーマイゼ");
  g_assert_cmpstr (order_book_type_name (book, 0, ORDER_ALOUD)->one, ==, "Ameise");
  g_assert_cmpstr (order_book_type_name (book, 1, ORDER_ALOUD)->one, ==, "グラウヴォルフ");
  g_assert_cmpstr (order_book_scenario_text (book, 0, ORDER_ALOUD), ==, "もん は しまった。");
  g_assert_cmpstr (order_book_scenario_text (book, 1, ORDER_ALOUD), ==, "Hold the Altmar bridge");
  g_assert_cmpstr (order_book_unit_name (book, 99, ORDER_ALOUD), ==, "?");
  g_assert_null (order_book_type_name (book, 99, ORDER_ALOUD));
}

/* Digits one by one are other words than numbers, and one of a type needs no article.  */
static void
test_digits_and_counts (void)
{
  static const char *const messages[][3] = {
      {"report", "Contact, {contact}, {grid}, halted.", "Kontakt, {contact}, {grid}, keine Bewegung."},
      {"report", "{count} per cent", "{count} Prozent"},
      {"report", "one {type}", "einmal {type}"},
      {"report", "{count} {type}", "{count} {type}"},
      {"number", "{tens}-{units}", "{units}und{tens}"},
      {"number", "one", "ein"},
      {"number", "two", "zwei"},
      {"number", "twenty", "zwanzig"},
      {"spoken digit", "one", "eins"},
      {"spoken digit", "two", "zwo"},
  };
  MoWriter *writer = mo_writer_new ("de", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OrderCatalogue) catalogue = NULL;
  g_autoptr (OrderBook) book = NULL;
  OrderSpeech speech = {0};
  SimWords words = {.phrase = SIM_PHRASE_CONTACT_SEEN,
                    .arguments = {{1, 1, {0, 0}}, {0, 0, {6100, 1900}}}};
  g_autofree char *said = NULL, *written = NULL, *share = NULL, *two = NULL, *digits = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    mo_writer_add (writer, messages[i][0], messages[i][1], messages[i][2]);
  bytes = mo_writer_end (writer, FALSE);
  catalogue = order_catalogue_new ("de", bytes, NULL);
  speech.catalogue = catalogue;
  book = fixture_book_speaking (&speech);

  said = order_render_words (book, &words, NULL, TRUE);
  written = order_render_words (book, &words, NULL, FALSE);
  share = order_percent_text (book, 21, ORDER_ALOUD);
  two = order_contact_text (book, 1, 2, ORDER_ALOUD);
  digits = order_spell_digits (book, "2123");
  g_assert_cmpstr (said, ==,
                   "Kontakt, einmal Grauwolf, golf zero zwo keypad seven, keine Bewegung.");
  g_assert_cmpstr (written, ==, "Kontakt, 1 Grauwolf, G02-7, keine Bewegung.");
  g_assert_cmpstr (share, ==, "einundzwanzig Prozent");
  g_assert_cmpstr (two, ==, "zwei Grauwolf");
  g_assert_cmpstr (digits, ==, "zwo eins zwo three");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orders/speech/english-is-typed", test_english_is_typed);
  g_test_add_func ("/orders/speech/another-language", test_another_language);
  g_test_add_func ("/orders/speech/orders", test_orders);
  g_test_add_func ("/orders/speech/string-by-string", test_string_by_string);
  g_test_add_func ("/orders/speech/given-names", test_given_names);
  g_test_add_func ("/orders/speech/digits-and-counts", test_digits_and_counts);
  return g_test_run ();
}

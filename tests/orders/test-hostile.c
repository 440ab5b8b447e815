/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that nobody means well: it is refused with a reason, whatever it is.  */
#include "order-fixture.h"

#include <string.h>

static void
feed (OrderBook *book, const PictureView *view, const char *text)
{
  const BaseVec here = base_vec (1, 1);
  g_autoptr (OrderReading) reading = order_parse (book, view, &here, text);
  g_autoptr (GPtrArray) completions = order_complete (book, view, text, 8);
  g_autofree char *answer = order_answer (book, view, NULL, text);

  g_assert_nonnull (reading->understood);
  g_assert_true (g_utf8_validate (reading->understood, -1, NULL));
  if (reading->problem == ORDER_OK) {
    g_assert_null (reading->reason);
    g_assert_true (g_utf8_validate (reading->canonical, -1, NULL));
  } else {
    g_assert_nonnull (reading->reason);
    g_assert_true (g_utf8_validate (reading->reason, -1, NULL));
  }
  g_assert_cmpuint (g_strv_length (reading->nearest), <=, 5);
  g_assert_cmpuint (completions->len, <=, 8);
  if (answer)
    g_assert_true (g_utf8_validate (answer, -1, NULL));
}

static void
test_chosen (void)
{
  static const char *const texts[] = {
      "\xff\xfe",
      "Falke, move to G04\xc3",
      "\xed\xa0\x80 move",
      "\x01\x02\x03\x1b[31mFalke",
      "<b>Falke</b>, <i>move</i> to &amp;",
      "%s%s%n%d %p",
      "{grid} {unit}",
      "$(reboot) `id`",
      "'; DROP TABLE tracks; --",
      ",,,,,,,,",
      "-",
      "....",
      "\n\n\n",
      "\t",
      "   ",
      "and and and and",
      "via via via via",
      "Falke and",
      "Falke and and",
      "to to to to to",
      "track",
      "track track",
      "track 99999999999999999999999999",
      "T99999",
      "G04-",
      "G04-99999999",
      "grid",
      "grid grid",
      "keypad",
      "Falke, move to keypad 7",
      "facing facing facing",
      "Falke, facing",
      "please uh um",
      "the the the",
      "all units and all units and all units, hold",
      "Falke, move to G99999999999999999999",
      "here there here there",
      "\xe2\x80\xae"
      "ekalF",
      "F\xcc\x81\xcc\x81\xcc\x81"
      "alke, hold",
      "Falke,move,to,G04,via,G05,and,G06,fast",
      "ﬀ ﬁ ﷺ ½ Ⅷ",
      "İstanbul ıI",
      "ẞ",
      "how far is from",
      "what lies between and",
      "where does bearing 999 from Falke go",
      "describe",
      "read track",
      "how long for to",
      "what is near",
      "what is near G99",
  };
  g_autoptr (OrderBook) book = fixture_book();
  g_autofree PictureView *view = fixture_view();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    feed (book, view, texts[i]);
    feed (book, NULL, texts[i]);
  }
}

static void
test_long (void)
{
  static const char *const units[] = {"Falke and ", "x", "via G04 ", "\xff", "ä", ", ", "track "};
  g_autoptr (OrderBook) book = fixture_book();
  g_autofree PictureView *view = fixture_view();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autoptr (GString) text = g_string_new ("Falke, move to G04 ");
    g_autoptr (OrderReading) reading = NULL;

    while (text->len < 480)
      g_string_append (text, units[i]);
    feed (book, view, text->str);
    while (text->len < 200000)
      g_string_append (text, units[i]);
    feed (book, view, text->str);
    reading = order_parse (book, view, NULL, text->str);
    g_assert_cmpint (reading->problem, ==, ORDER_TOO_LONG);
  }
}

/* Words of the language in no order, and bytes of no language.  */
static void
test_random (void)
{
  static const char *const words[] = {
      "Falke",  "first",    "platoon", "and",   ",",      "move",   "to",    "G04",
      "-7",     "golf",     "zero",    "four",  "keypad", "via",    "track", "two",
      "T",      "02",       "fast",    "at",    "once",   "facing", "north", "hold",
      "report", "position", "here",    "Point", "304",    "the",    "uh",    "Kirschblüte",
      "La",     "Bete",     "cease",   "fire",  "cancel", "that",   "all",   "units",
      "what",   "is",       "near",    "how",   "far",    "from",
  };
  g_autoptr (OrderBook) book = fixture_book();
  g_autofree PictureView *view = fixture_view();
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 1500; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    int n = g_rand_int_range (random, 0, 14);

    for (int j = 0; j < n; j++) {
      if (i % 3 == 0)
        g_string_append_c (text, (char) g_rand_int_range (random, 1, 256));
      else
        g_string_append_printf (text, "%s ",
                                words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
    feed (book, view, text->str);
  }
}

/* Names from files are text as well: markup, formats, nothing, and each other's.  */
static void
test_names (void)
{
  OrderMachine machines[] = {
      {(char *) "a", (char *) "<b>&", (char *) "", (char *) "", TRUE, 0, 1, TRUE, TRUE},
      {(char *) "b", (char *) "...", (char *) "..", (char *) "", TRUE, 0, 2, FALSE, FALSE},
      {(char *) "c", (char *) "Falke", (char *) "FK", (char *) "", TRUE, 9, 300, FALSE, FALSE},
      {(char *) "d", (char *) "falke", (char *) "FK", (char *) "", TRUE, 1, 1, TRUE, FALSE},
      {(char *) "e", (char *) "the", (char *) "%s", (char *) "{grid}", TRUE, 1, 2, FALSE, FALSE},
      {(char *) "f", (char *) "\xff\xff", (char *) "", (char *) "", TRUE, 1, 3, FALSE, FALSE},
  };
  PicturePlace places[] = {{"p", "", 0, {0, 0}, 0},
                           {"q", "{words}", 0, {0, 0}, 0},
                           {"r", "G04", 0, {0, 0}, 0},
                           {"s", "fast, at once", 0, {0, 0}, 0}};
  g_auto (OrderPhrases) phrases;
  g_autoptr (OrderBook) book = NULL;

  fixture_phrases (&phrases, "en");
  memset (places[0].name, 'x', sizeof places[0].name);
  book = order_book_new (machines, G_N_ELEMENTS (machines), places, G_N_ELEMENTS (places), NULL, 0,
                         5000, 5000, NULL, &phrases);
  feed (book, NULL, "Falke, move to G04");
  feed (book, NULL, "the, move to {words}");
  for (gsize i = 0; i < order_book_n_machines (book); i++)
    g_assert_cmpstr (order_book_spoken_name (book, i), !=, "");
  {
    g_autoptr (OrderReading) both = order_parse (book, NULL, NULL, "Falke, hold");
    g_autoptr (OrderReading) square = order_parse (book, NULL, NULL, "First Two, move to B02");
    g_autoptr (OrderReading) place = order_parse (book, NULL, NULL, "First Two, move to place:r");

    g_assert_cmpint (both->problem, ==, ORDER_AMBIGUOUS);
    g_assert_cmpint (square->problem, ==, ORDER_OK);
    g_assert_cmpint (place->problem, ==, ORDER_OK);
    g_assert_cmpint (place->command.target.kind, ==, SIM_TARGET_PLACE);
  }
}

/* Words out of range come from a file or a fault; they are rendered as something.  */
static void
test_words (void)
{
  g_autoptr (OrderBook) book = fixture_book();
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (guint i = 0; i < 20000; i++) {
    SimWords words = {.phrase = (guint16) (i % (SIM_N_PHRASES + 3)),
                      .variant = (guint8) g_rand_int (random),
                      .n_lost = (guint8) g_rand_int (random)};
    g_autofree char *text = NULL;

    for (guint j = 0; j < SIM_MAX_ARGUMENTS; j++) {
      words.arguments[j].number = (gint32) g_rand_int (random);
      words.arguments[j].type = (guint8) g_rand_int (random);
      words.arguments[j].position.x = (float) g_rand_double_range (random, -1e9, 1e9);
    }
    text = order_render_words (book, &words, NULL, i % 2 == 0);
    g_assert_true (g_utf8_validate (text, -1, NULL));
    g_assert_null (strchr (text, '{'));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orders/hostile/chosen", test_chosen);
  g_test_add_func ("/orders/hostile/long", test_long);
  g_test_add_func ("/orders/hostile/random", test_random);
  g_test_add_func ("/orders/hostile/names", test_names);
  g_test_add_func ("/orders/hostile/words", test_words);
  return g_test_run();
}

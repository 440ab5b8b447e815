/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every order that can be given has one text, and reading the text gives the order again.  */
#include "order-generator.h"

#include <locale.h>
#include <string.h>

#define N_ORDERS 10000

/* Each order is read from its written and its spoken form.  */
static void
check_orders (const char *language, float width_m, float height_m, guint32 seed)
{
  g_autoptr (OrderBook) book = fixture_book_in (language, width_m, height_m);
  g_autofree PictureView *view = fixture_view();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  OrderGenerator generator = {book, view, random, width_m, height_m};

  for (guint i = 0; i < N_ORDERS / 2; i++) {
    SimCommand command = order_generate (&generator);
    g_autofree char *text = order_canonical (book, &command);
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, text);

    if (reading->problem != ORDER_OK)
      g_error ("%s: %s", text, reading->reason);
    g_assert_cmpstr (reading->canonical, ==, text);
    if (!order_same (&reading->command, &command))
      g_error ("%s is read as another order", text);
    g_assert_cmpstr (reading->read_back, !=, "");
    if (command.verb == SIM_VERB_LISTEN_IN)
      g_assert_cmpfloat (reading->air_s, ==, 0);
    else
      g_assert_cmpfloat (reading->air_s, >, 1.5);
  }
}

/* "Falke, move to J07-5" as people type it: J7-5.  Those of column T look like tracks and stay as they are.  */
static char *
with_one_digit (const char *text)
{
  g_autoptr (GRegex) zeros = g_regex_new ("\\b([A-SU-Z]|A[A-Z])0([1-9])", 0, 0, NULL);

  return g_regex_replace (zeros, text, -1, 0, "\\1\\2", 0, NULL);
}

static void
test_one_digit (gconstpointer language)
{
  g_autoptr (OrderBook) book = fixture_book_in (language, 38700, 40000);
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  OrderGenerator generator = {book, view, random, 38700, 40000};
  guint n = 0;

  for (guint i = 0; i < 500; i++) {
    SimCommand command = order_generate (&generator);
    g_autofree char *text = order_canonical (book, &command);
    g_autofree char *typed = with_one_digit (text);
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, typed);

    n += !g_str_equal (text, typed);
    if (reading->problem != ORDER_OK)
      g_error ("%s: %s", typed, reading->reason);
    g_assert_cmpstr (reading->canonical, ==, text);
  }
  g_assert_cmpuint (n, >, 10);
}

static void
test_small_map (gconstpointer language)
{
  check_orders (language, 13000, 12000, 1);
}

/* Columns AA.., and squares of column T that look like tracks.  */
static void
test_large_map (gconstpointer language)
{
  check_orders (language, 38700, 40000, 2);
}

/* What a caption shows of an order, in English, is its canonical text; only a place that the order
 * line calls by its id is called by its name.  */
static void
test_on_the_air (void)
{
  g_autoptr (OrderBook) book = fixture_book_of_size (38700, 40000);
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  OrderGenerator generator = {book, view, random, 38700, 40000};

  for (guint i = 0; i < 5000; i++) {
    SimCommand command = order_generate (&generator);
    SimWords words = {.phrase = SIM_PHRASE_ORDER};
    g_autofree char *canonical = order_canonical (book, &command);
    g_autofree char *shown = order_render_words (book, &words, &command, FALSE);
    g_autofree char *expected = NULL;
    g_autoptr (GString) named = g_string_new (canonical);

    g_string_replace (named, "place:north", "North", 0);
    expected = g_strdup_printf ("%s.", named->str);
    g_assert_cmpstr (shown, ==, expected);
  }
}

/* "golf zero four" becomes "golf four"; takes and replaces the text.  */
static void
drop_zeros (char **text)
{
  g_autoptr (GRegex) zeros = g_regex_new (
      "\\b(alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett|kilo|lima|mike) zero "
      "(one|two|three|four|five|six|seven|eight|nine)\\b",
      G_REGEX_CASELESS, 0, NULL);
  char *dropped = g_regex_replace (zeros, *text, -1, 0, "\\1 \\2", 0, NULL);

  g_free (*text);
  *text = dropped;
}

/* The words of an order as it is said: the same order again.  */
static void
test_spoken (void)
{
  g_autoptr (OrderBook) book = fixture_book();
  g_autofree PictureView *view = fixture_view();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  OrderGenerator generator = {book, view, random, 13000, 12000};

  for (guint i = 0; i < 2000; i++) {
    SimCommand command = order_generate (&generator);
    SimWords words = {.phrase = SIM_PHRASE_ORDER};
    g_autofree char *text = order_render_words (book, &words, &command, TRUE);
    g_autoptr (OrderReading) reading = NULL;

    /* A hill called "North" can not be told from a direction by ear.  */
    if (strstr (text, "North"))
      continue;
    /* In every other one the zero of a square is left out: "juliet seven".  */
    if (i % 2 == 0)
      drop_zeros (&text);
    reading = order_parse (book, view, NULL, text);
    if (reading->problem != ORDER_OK)
      g_error ("%s: %s", text, reading->reason);
    if (!order_same (&reading->command, &command))
      g_error ("%s is read as another order", text);
  }
}

/* An order in the ids of machine output, joined as an orders file joins them.  */
static char *
text_of_ids (OrderBook *book, const SimCommand *command)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < command->n_addressees; i++) {
    g_autofree char *id = order_addressee_id (book, &command->addressees[i]);

    g_string_append_printf (text, "%s%s", i > 0 ? " and " : "", id);
  }
  g_string_append_printf (text, ", %s", sim_verb_name (command->verb));
  for (guint i = 0; i <= command->n_via && command->target.kind != SIM_TARGET_NONE; i++) {
    g_autofree char *id =
        order_target_id (book, i == 0 ? &command->target : &command->via[i - 1]);

    g_string_append_printf (text, i == 0 ? " %s" : " via %s", id);
  }
  if (command->verb == SIM_VERB_REPORT && command->topic != SIM_TOPIC_ALL)
    g_string_append_printf (text, ", %s", sim_topic_name (command->topic));
  if (command->setting != SIM_SETTING_NONE)
    g_string_append_printf (text, ", %s", sim_setting_name (command->setting));
  if (command->posture != SIM_POSTURE_NORMAL)
    g_string_append_printf (text, ", %s", sim_posture_name (command->posture));
  if (command->timing != SIM_TIMING_NORMAL)
    g_string_append_printf (text, ", %s", sim_timing_name (command->timing));
  if (command->mark > 0)
    g_string_append_printf (text, command->verb == SIM_VERB_MARK ? ", %u" : ", on mark %u",
                            command->mark);
  if (command->minutes > 0 && sim_verb_takes_time (command->verb))
    g_string_append_printf (text, ", in %u minutes", command->minutes);
  if (command->until_relieved)
    g_string_append (text, ", until relieved");
  if (command->facing_deg >= 0)
    g_string_append_printf (text, command->verb == SIM_VERB_EXPECT ? ", from %03.0f" : ", facing %03.0f",
                            (double) command->facing_deg);
  if (command->possible)
    g_string_append (text, ", possible");
  if (command->verb == SIM_VERB_PROMISE)
    g_string_append_printf (text, ", %s, in %u minutes", sim_help_name (command->help),
                            command->minutes);
  return g_string_free (text, FALSE);
}

static void
test_machine_output (gconstpointer language)
{
  g_autoptr (OrderBook) book = fixture_book_in (language, 13000, 12000);
  g_autofree PictureView *view = fixture_view ();
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  OrderGenerator generator = {book, view, random, 13000, 12000};

  for (guint i = 0; i < 2000; i++) {
    SimCommand command = order_generate (&generator);
    g_autofree char *text = text_of_ids (book, &command);
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, text);

    if (reading->problem != ORDER_OK)
      g_error ("%s: %s", text, reading->reason);
    if (!order_same (&reading->command, &command))
      g_error ("%s is read as another order", text);
  }
}

/* Text of many orders under a locale, as one string.  */
static char *
everything_under (const char *locale)
{
  g_autoptr (OrderBook) book = fixture_book();
  g_autofree PictureView *view = fixture_view();
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  OrderGenerator generator = {book, view, random, 13000, 12000};
  GString *all = g_string_new (NULL);

  if (!setlocale (LC_ALL, locale))
    g_test_message ("the locale %s is not there; its absence is tested instead", locale);
  for (guint i = 0; i < 500; i++) {
    SimCommand command = order_generate (&generator);
    g_autofree char *text = order_canonical (book, &command);
    g_autoptr (OrderReading) reading = order_parse (book, view, NULL, text);

    g_string_append_printf (all, "%s|%s|%d\n", reading->canonical, reading->read_back,
                            (int) (reading->air_s * 1000));
  }
  setlocale (LC_ALL, "C");
  return g_string_free (all, FALSE);
}

static void
test_same_everywhere (void)
{
  g_autofree char *first = everything_under ("C");
  g_autofree char *second = everything_under ("C");
  g_autofree char *german = everything_under ("de_DE.UTF-8");
  g_autofree char *turkish = everything_under ("tr_TR.UTF-8");

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, ==, german);
  g_assert_cmpstr (first, ==, turkish);
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
  g_test_add_func ("/orders/property/on-the-air", test_on_the_air);
  g_test_add_func ("/orders/property/spoken", test_spoken);
  g_test_add_func ("/orders/property/same-everywhere", test_same_everywhere);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    add ("/orders/property/small-map", languages[i], test_small_map);
    add ("/orders/property/large-map", languages[i], test_large_map);
    add ("/orders/property/machine-output", languages[i], test_machine_output);
    add ("/orders/property/one-digit", languages[i], test_one_digit);
  }
  return g_test_run();
}

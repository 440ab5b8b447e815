/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom and what a spoken order can name: call signs, groups, places, squares, tracks, numbers.  */
#include "orders/order-grid.h"
#include "orders/order-listen-private.h"
#include "orders/order-spell.h"

#include <string.h>

#define GROUP_WORDINGS 4

/* ---- Pronunciations --------------------------------------------------------------------------- */

#define MOST_PHONES 40

gboolean
order_phones_valid (const char *phones)
{
  static const char *const all[] = {
      "AA", "AE", "AH", "AO", "AW", "AY", "B",  "CH", "D",  "DH", "EH", "ER", "EY",
      "F",  "G",  "HH", "IH", "IY", "JH", "K",  "L",  "M",  "N",  "NG", "OW", "OY",
      "P",  "R",  "S",  "SH", "T",  "TH", "UH", "UW", "V",  "W",  "Y",  "Z",  "ZH", NULL,
  };
  g_auto (GStrv) each = g_strsplit (phones, " ", -1);
  guint n = g_strv_length (each);

  for (guint i = 0; i < n; i++)
    if (!g_strv_contains (all, each[i]))
      return FALSE;
  return n > 0 && n <= MOST_PHONES;
}

/* ---- Names ----------------------------------------------------------------------------------- */

/* The parts of a name that the data say how to pronounce are one word of the grammar.  */
static char *
joined (const char *words)
{
  char *word = g_strdup (words);

  return g_strdelimit (word, " ", '_');
}

static void
note_name (OrderListener *listener, const char *words, const char *name, const char *aloud)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);
  gboolean single = each[0] && !each[1];

  for (guint i = 0; each[i]; i++)
    order_listener_note (listener, each[i], name, single ? aloud : each[i], NULL);
}

static gboolean
add_sounded (OrderListenRule *rule, double weight, const char *words, const char *name,
             const char *phones)
{
  g_autofree char *word = joined (words);
  GHashTable *left_out = rule->listener->left_out;

  if (left_out && g_hash_table_contains (left_out, word))
    return FALSE;
  order_listener_note (rule->listener, word, name, name, phones);
  order_listen_rule_add (rule, weight, word);
  return TRUE;
}

/* One that can not be said is told.  `phones` and `aloud` may be NULL.  */
static void
add_name (OrderListenRule *rule, double weight, const char *name, const char *aloud,
          const char *phones)
{
  g_autofree char *words = order_listen_words (rule->listener->book, name);

  if (strspn (words, "abcdefghijklmnopqrstuvwxyz ") == strlen (words) && *words) {
    if (phones && *phones && add_sounded (rule, weight, words, name, phones))
      return;
    note_name (rule->listener, words, name, aloud ? aloud : name);
    if (order_listen_rule_say (rule, weight, words))
      return;
  }
  g_ptr_array_add (rule->listener->dumb, g_strdup (name));
}

static const char *
phones_at (const char *const *phones, gsize index)
{
  return phones ? phones[index] : NULL;
}

static gboolean
has_captain (OrderBook *book)
{
  for (guint i = 0; i < book->n_machines; i++)
    if (book->machines[i].captain)
      return TRUE;
  return FALSE;
}

/* Nobody speaks to those whom she knows to be lost, but to ask for them to be brought home.  */
static double
machine_weight (const PictureView *view, guint index)
{
  return view && index < (gsize) view->n_own && view->own[index].known_lost ? 0.05 : 1;
}

static void
add_machines (OrderListenRule *rule)
{
  OrderBook *book = rule->listener->book;

  for (guint i = 0; i < book->n_machines; i++)
    add_name (rule, machine_weight (rule->listener->view, i), book->spoken_names[i],
              order_book_unit_name (book, i, ORDER_ALOUD),
              phones_at (rule->listener->sounds->call_signs, i));
  if (has_captain (book))
    order_listen_rule_key (rule, 0.5, ORDER_PHRASE_ADDRESSEE, "captain", 1);
}

static void
add_platoons (OrderListenRule *rule)
{
  for (guint i = 0; i <= SIM_SUPPLY_PLATOON; i++)
    if (order_book_has_platoon (rule->listener->book, i))
      order_listen_rule_key (rule, 1, ORDER_PHRASE_ADDRESSEE,
                             order_phrases_key (ORDER_PHRASE_ADDRESSEE, i + 1),
                             i == SIM_SUPPLY_PLATOON ? GROUP_WORDINGS : 3);
}

static void
add_addressees (OrderListener *listener)
{
  OrderListenRule rule;

  order_listen_rule_begin (&rule, listener);
  add_machines (&rule);
  order_listen_rule_end (&rule, "machine");

  order_listen_rule_begin (&rule, listener);
  add_platoons (&rule);
  order_listen_rule_end (&rule, "platoon");

  order_listen_rule_begin (&rule, listener);
  order_listen_rule_key (&rule, 1, ORDER_PHRASE_ADDRESSEE, "all-units", GROUP_WORDINGS);
  order_listen_rule_end (&rule, "everybody");

  order_listen_rule_begin (&rule, listener);
  order_listen_rule_key (&rule, 1, ORDER_PHRASE_ADDRESSEE, "interceptors", GROUP_WORDINGS);
  order_listen_rule_end (&rule, "wall");

  /* Several are named one by one: who is of all is not named beside them.  */
  g_string_append (listener->text,
                   "<one> = /1.0/ <machine> | /0.5/ <platoon>;\n"
                   "<callee> = /1.0/ <machine> | /0.5/ <platoon> | /0.2/ <everybody>;\n"
                   "<who> = /0.9/ <callee> | /0.05/ <one> <and> <one>\n"
                   "  | /0.01/ <one> <one> <and> <one> | /0.02/ <everybody> <except> <one>;\n");
}

/* A name that is a direction can not be told from one by ear.  */
static gboolean
is_direction (OrderBook *book, const char *name)
{
  g_autoptr (OrderTokens) tokens = order_book_tokens (book, name);
  guint n = 0;

  return order_book_match (book, ORDER_PHRASE_DIRECTION, tokens, 0, &n) >= 0 &&
         n == order_tokens_count (tokens);
}

/* "The Quarry" is also "Quarry".  */
static void
add_without_article (OrderListenRule *rule, const char *name)
{
  g_autofree char *words = order_listen_words (rule->listener->book, name);
  const char *space = strchr (words, ' ');

  if (space) {
    g_autofree char *first = g_strndup (words, (gsize) (space - words));

    if (order_book_is_filler (rule->listener->book, first))
      order_listen_rule_say (rule, 0.5, space + 1);
  }
}

static void
add_places (OrderListener *listener)
{
  OrderBook *book = listener->book;
  OrderListenRule rule;

  order_listen_rule_begin (&rule, listener);
  for (guint i = 0; i < book->n_places; i++) {
    const char *name = book->places[i].name;

    if (is_direction (book, name))
      continue;
    add_name (&rule, 1, name, order_book_place_name (book, i, ORDER_ALOUD),
              phones_at (listener->sounds->places, i));
    add_without_article (&rule, name);
  }
  order_listen_rule_end (&rule, "place");
}

/* ---- Numbers --------------------------------------------------------------------------------- */

static void
add_digit (OrderListenRule *rule, double weight, guint digit, const char *after)
{
  const char *key = order_phrases_key (ORDER_PHRASE_DIGIT, digit);
  const GPtrArray *words =
      order_phrases_words (&rule->listener->book->phrases, ORDER_PHRASE_DIGIT, key);

  for (guint i = 0; words && i < words->len; i++) {
    g_autofree char *text = g_strconcat (g_ptr_array_index (words, i), after, NULL);

    order_listen_rule_say (rule, i == 0 ? weight : weight * 0.1, text);
  }
}

/* "Twelve", "twenty one": as people count.  */
static void
add_counted (OrderListenRule *rule, double weight, guint number)
{
  const OrderPhrases *phrases = &rule->listener->book->phrases;
  g_autofree char *key = g_strdup_printf ("%u", number);
  g_autofree char *tens = g_strdup_printf ("%u", number / 10 * 10);
  g_autofree char *ones = g_strdup_printf ("%u", number % 10);
  g_autofree char *text = NULL;

  if (number < 10)
    add_digit (rule, weight, number, NULL);
  else if (order_phrases_words (phrases, ORDER_PHRASE_NUMBER, key))
    order_listen_rule_key (rule, weight, ORDER_PHRASE_NUMBER, key, 1);
  else {
    text = g_strdup_printf ("%s %s", order_phrases_first (phrases, ORDER_PHRASE_NUMBER, tens),
                            order_phrases_first (phrases, ORDER_PHRASE_DIGIT, ones));
    order_listen_rule_say (rule, weight, text);
  }
}

/* Digit by digit.  */
static void
add_spelt (OrderListenRule *rule, double weight, const char *figures)
{
  order_listen_rule_say (rule, weight, figures);
}

static void
add_numbers (OrderListener *listener)
{
  OrderListenRule rule;

  order_listen_rule_begin (&rule, listener);
  for (guint i = 0; i < 10; i++)
    add_digit (&rule, 1, i, NULL);
  order_listen_rule_end (&rule, "digit");

  order_listen_rule_begin (&rule, listener);
  for (guint i = 1; i < 10; i++)
    add_digit (&rule, 1, i, NULL);
  order_listen_rule_end (&rule, "key");

  order_listen_rule_begin (&rule, listener);
  for (guint i = 1; i <= SIM_MOST_MINUTES; i++)
    add_counted (&rule, i <= 10 || i % 5 == 0 ? 1 : 0.2, i);
  order_listen_rule_end (&rule, "count");
}

/* ---- The grid -------------------------------------------------------------------------------- */

static void
add_letters (OrderListenRule *rule, guint column)
{
  char name[3], first[2] = {0}, second[2] = {0};

  order_grid_column_name (column, name);
  first[0] = name[0];
  second[0] = name[1];
  if (name[1] == '\0') {
    order_listen_rule_key (rule, 1, ORDER_PHRASE_LETTER, first, 2);
  } else {
    const OrderPhrases *phrases = &rule->listener->book->phrases;
    g_autofree char *text =
        g_strdup_printf ("%s %s", order_phrases_first (phrases, ORDER_PHRASE_LETTER, first),
                         order_phrases_first (phrases, ORDER_PHRASE_LETTER, second));

    order_listen_rule_say (rule, 1, text);
  }
}

/* "Foxtrot": where "at track" may be said too, it is what that sounds like.  */
static gboolean
is_like_at_track (guint column)
{
  char name[3];

  order_grid_column_name (column, name);
  return name[0] == 'F';
}

static void
add_columns (OrderListener *listener, const char *name, gboolean all)
{
  OrderListenRule rule;

  order_listen_rule_begin (&rule, listener);
  for (guint i = 0; i < order_grid_columns (listener->book->map_width_m); i++)
    if (all || !is_like_at_track (i))
      add_letters (&rule, i);
  order_listen_rule_end (&rule, name);
}

/* "Zero four", "one two"; "twelve" too.  Not "four" alone: "foxtrot four" is "track four" to the ear.  */
static void
add_rows (OrderListener *listener)
{
  OrderListenRule rule;

  order_listen_rule_begin (&rule, listener);
  for (guint i = 1; i <= order_grid_rows (listener->book->map_height_m); i++) {
    g_autofree char *figures = g_strdup_printf ("%02u", i);

    add_spelt (&rule, 1, figures);
    if (i >= 10)
      add_counted (&rule, 0.03, i);
  }
  order_listen_rule_end (&rule, "row");
}

static void
add_squares (OrderListener *listener)
{
  add_columns (listener, "column", TRUE);
  add_columns (listener, "other_column", FALSE);
  add_rows (listener);
  g_string_append (listener->text,
                   "<ninth> = /0.6/ <NULL> | /0.4/ <keypad> <key>;\n"
                   "<square> = (/0.95/ <NULL> | /0.05/ <grid>) <column> <row> <ninth>;\n"
                   "<other_square> = (/0.95/ <other_column> | /0.05/ <grid> <column>) <row> <ninth>;\n");
}

/* Those that the picture shows now: nobody else can be meant.  */
static void
add_tracks (OrderListener *listener)
{
  OrderListenRule rule;

  order_listen_rule_begin (&rule, listener);
  for (gsize i = 0; listener->view && i < (gsize) listener->view->n_tracks; i++) {
    guint32 number = listener->view->tracks[i].number;
    g_autofree char *figures = g_strdup_printf ("%u", number);

    add_spelt (&rule, 1, figures);
    if (number < 100)
      add_counted (&rule, 0.3, number);
  }
  order_listen_rule_end (&rule, "track_number");
}

static gboolean
has_base (OrderBook *book)
{
  guint n = 0;

  for (gsize i = 0; i < book->n_places; i++)
    n += book->places[i].kind == PICTURE_PLACE_BASE;
  return n == 1;
}

void
order_listen_add_names (OrderListener *listener)
{
  gboolean tracks = listener->view && listener->view->n_tracks > 0;
  gboolean places = listener->book->n_places > 0;
  g_autofree char *named = NULL;

  add_numbers (listener);
  add_addressees (listener);
  add_places (listener);
  add_squares (listener);
  add_tracks (listener);
  named = g_strdup_printf ("%s%s", places ? " | /0.6/ <place>" : "",
                           tracks ? " | /0.4/ <a_track> <track_number>" : "");
  g_string_append_printf (listener->text,
                          "<spot> = /1.0/ <square>%s;\n"
                          "<bare_spot> = /1.0/ <other_square>%s;\n"
                          "<target> = /1.0/ <spot> | /0.03/ <machine>%s;\n"
                          "<own> = /1.0/ <machine> | /0.5/ <platoon> | /0.3/ <square>%s;\n",
                          named, named, has_base (listener->book) ? " | /0.05/ <base>" : "",
                          places ? " | /0.3/ <place>" : "");
}

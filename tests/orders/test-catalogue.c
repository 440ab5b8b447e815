/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiled catalogues: what they say, and what becomes of damaged ones.  */
#include "orders/order-catalogue.h"
#include "orders/order-message.h"
#include "orders/order-plural.h"

#include "mo-writer.h"

#include <string.h>

#define POLISH                                                                                     \
  "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"

static MoWriter *
polish (void)
{
  static const char *const rounds[] = {"{count} pocisk", "{count} pociski", "{count} pocisków",
                                       NULL};
  MoWriter *writer = mo_writer_new ("pl", POLISH);

  mo_writer_add (writer, "report", "No contact.", "Brak kontaktu.");
  mo_writer_add (writer, "direction", "north", "północ");
  mo_writer_add (writer, NULL, "north", "inna północ");
  mo_writer_add (writer, "speech", "Undertaker", "anderteker");
  mo_writer_add_plural (writer, NULL, "{count} round", "{count} rounds", rounds);
  return writer;
}

static OrderCatalogue *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  OrderCatalogue *catalogue = order_catalogue_new ("pl", bytes, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
check_polish (OrderCatalogue *catalogue)
{
  static const struct {
    gulong n;
    const char *text;
  } counts[] = {{1, "{count} pocisk"},   {2, "{count} pociski"},  {5, "{count} pocisków"},
                {12, "{count} pocisków"}, {22, "{count} pociski"}, {0, "{count} pocisków"}};

  g_assert_cmpstr (order_catalogue_get_language (catalogue), ==, "pl");
  g_assert_cmpuint (order_catalogue_get_size (catalogue), ==, 6);
  g_assert_cmpstr (order_catalogue_find (catalogue, "report", "No contact."), ==,
                   "Brak kontaktu.");
  g_assert_cmpstr (order_catalogue_find (catalogue, "direction", "north"), ==, "północ");
  g_assert_cmpstr (order_catalogue_find (catalogue, NULL, "north"), ==, "inna północ");
  g_assert_null (order_catalogue_find (catalogue, "report", "north"));
  g_assert_null (order_catalogue_find (catalogue, NULL, "No contact."));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpstr (order_catalogue_find_plural (catalogue, NULL, "{count} round", counts[i].n),
                     ==, counts[i].text);
  g_assert_null (order_catalogue_find_plural (catalogue, "speech", "{count} round", 2));
}

static void
test_both_byte_orders (void)
{
  for (guint swapped = 0; swapped < 2; swapped++) {
    g_autoptr (GBytes) bytes = mo_writer_end (polish (), swapped);
    g_autoptr (OrderCatalogue) catalogue = read_bytes (bytes);

    check_polish (catalogue);
  }
}

static void
test_empty (void)
{
  g_autoptr (OrderCatalogue) catalogue = order_catalogue_new ("en", NULL, NULL);

  g_assert_cmpstr (order_catalogue_get_language (catalogue), ==, "en");
  g_assert_null (order_catalogue_find (catalogue, "report", "No contact."));
  g_assert_cmpstr (order_message (catalogue, ORDER_ALOUD, "report", "No contact."), ==,
                   "No contact.");
  g_assert_cmpstr (order_message_plural (catalogue, ORDER_ALOUD, "one", "other", 1), ==, "one");
  g_assert_cmpstr (order_message_plural (catalogue, ORDER_ALOUD, "one", "other", 2), ==, "other");
}

/* String by string: what is said, what is written, what is meant.  */
static void
test_falls_back (void)
{
  static const char *const forms[] = {"{count} はつ", NULL};
  MoWriter *writer = mo_writer_new ("ja", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OrderCatalogue) catalogue = NULL;

  mo_writer_add (writer, "report", "No contact.", "接触なし。");
  mo_writer_add (writer, "speech", "No contact.", "せっしょく なし。");
  mo_writer_add (writer, "report", "Quiet here.", "静かだ。");
  mo_writer_add (writer, "report", "Nobody in sight.", "");
  mo_writer_add_plural (writer, NULL, "{count} round", "{count} rounds",
                        (const char *const[]){"{count} 発", NULL});
  mo_writer_add_plural (writer, "speech", "{count} round", "{count} rounds", forms);
  mo_writer_add (writer, "speech", "{count} machine", "{count} だい");
  bytes = mo_writer_end (writer, FALSE);
  catalogue = read_bytes (bytes);

  g_assert_cmpstr (order_message (catalogue, ORDER_ALOUD, "report", "No contact."), ==,
                   "せっしょく なし。");
  g_assert_cmpstr (order_message (catalogue, ORDER_WRITTEN, "report", "No contact."), ==,
                   "接触なし。");
  g_assert_cmpstr (order_message (catalogue, ORDER_WORDED, "report", "No contact."), ==,
                   "接触なし。");
  g_assert_cmpstr (order_message (catalogue, ORDER_ALOUD, "report", "Quiet here."), ==, "静かだ。");
  g_assert_cmpstr (order_message (catalogue, ORDER_ALOUD, "report", "Nobody in sight."), ==,
                   "Nobody in sight.");
  g_assert_cmpstr (order_message_plural (catalogue, ORDER_ALOUD, "{count} round",
                                         "{count} rounds", 7),
                   ==, "{count} はつ");
  g_assert_cmpstr (order_message_plural (catalogue, ORDER_WRITTEN, "{count} round",
                                         "{count} rounds", 7),
                   ==, "{count} 発");
  /* Without forms of its own.  */
  g_assert_cmpstr (order_message_plural (catalogue, ORDER_ALOUD, "{count} machine",
                                         "{count} machines", 7),
                   ==, "{count} だい");
  g_assert_cmpstr (order_message_plural (catalogue, ORDER_WRITTEN, "{count} machine",
                                         "{count} machines", 7),
                   ==, "{count} machines");
}

/* The process's gettext, with the same file, says the same.  */
static void
test_as_gettext (void)
{
  char *folder = g_dir_make_tmp ("speech-catalogue-XXXXXX", NULL);
  g_autoptr (GBytes) bytes = mo_writer_end (polish (), FALSE);
  g_autoptr (OrderCatalogue) catalogue = read_bytes (bytes);
  static const char *const asked[][2] = {{"report", "No contact."}, {"direction", "north"},
                                         {"report", "north"},       {"speech", "Undertaker"},
                                         {"report", "Undertaker"},  {"direction", "east"}};

  mo_writer_save (polish (), folder);
  mo_use_language (folder, "pl");
  g_assert_cmpstr (order_message (NULL, ORDER_WRITTEN, "direction", "north"), ==, "północ");
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    for (OrderManner manner = ORDER_WRITTEN; manner <= ORDER_ALOUD; manner++)
      g_assert_cmpstr (order_message (NULL, manner, asked[i][0], asked[i][1]), ==,
                       order_message (catalogue, manner, asked[i][0], asked[i][1]));
  for (gulong n = 0; n < 130; n++)
    g_assert_cmpstr (
        order_message_plural (NULL, ORDER_ALOUD, "{count} round", "{count} rounds", n), ==,
        order_message_plural (catalogue, ORDER_ALOUD, "{count} round", "{count} rounds", n));
  g_assert_cmpstr (order_message_plural (NULL, ORDER_ALOUD, "one", "other", 1), ==, "one");
  g_assert_cmpstr (order_message_plural (NULL, ORDER_ALOUD, "one", "other", 2), ==, "other");
  mo_remove_folder (folder);
}

/* ---- Damage --------------------------------------------------------------------------------- */

/* Whatever the bytes: no crash, and only whole UTF-8 comes out.  The bytes lie at the end of an
 * allocation of their own, so that a sanitizer sees a step beyond them.  */
static gboolean
survives (const guint8 *data, gsize size)
{
  guint8 *exact = g_memdup2 (data, size);
  g_autoptr (GBytes) bytes = g_bytes_new_take (exact, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (OrderCatalogue) catalogue = order_catalogue_new ("pl", bytes, &error);
  static const char *const asked[][2] = {
      {"report", "No contact."}, {"direction", "north"}, {NULL, "north"}, {NULL, ""},
      {NULL, "{count} round"},   {"speech", "Undertaker"}};

  if (catalogue == NULL) {
    g_assert_nonnull (error);
    return FALSE;
  }
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    for (gulong n = 0; n < 4; n++) {
      const char *text = order_catalogue_find_plural (catalogue, asked[i][0], asked[i][1], n);

      g_assert_true (text == NULL || (*text != '\0' && g_utf8_validate (text, -1, NULL)));
    }
  return TRUE;
}

static void
test_cut_short (void)
{
  g_autoptr (GBytes) bytes = mo_writer_end (polish (), FALSE);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize length = 0; length < 28; length++)
    g_assert_false (survives (data, length));
  for (gsize length = 28; length < size; length++)
    survives (data, length);
  g_assert_true (survives (data, size));
}

static void
test_every_bit (void)
{
  g_autoptr (GBytes) bytes = mo_writer_end (polish (), FALSE);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  for (gsize i = 0; i < size; i++)
    for (guint bit = 0; bit < 8; bit++) {
      copy[i] ^= (guint8) (1u << bit);
      survives (copy, size);
      copy[i] = data[i];
    }
}

/* Words of the head and of the tables with the values that overflow.  */
static void
test_wild_words (void)
{
  static const guint32 wild[] = {0, 1, 27, 28, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff};
  g_autoptr (GBytes) bytes = mo_writer_end (polish (), FALSE);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  for (gsize at = 0; at + 4 <= 28 + 16 * 6; at += 4)
    for (guint i = 0; i < G_N_ELEMENTS (wild); i++) {
      memcpy (copy + at, &wild[i], 4);
      survives (copy, size);
      memcpy (copy + at, data + at, 4);
    }
}

static void
test_noise (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GBytes) bytes = mo_writer_end (polish (), TRUE);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (guint round = 0; round < 5000; round++) {
    g_autofree guint8 *copy = g_memdup2 (data, size);

    for (int n = g_rand_int_range (random, 1, 30); n > 0; n--)
      copy[g_rand_int_range (random, round % 2 ? 4 : 28, (gint32) size)] =
          (guint8) g_rand_int (random);
    survives (copy, size);
  }
}

/* One bad message does not take the others with it.  */
static void
test_one_by_one (void)
{
  MoWriter *writer = polish ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OrderCatalogue) catalogue = NULL;

  mo_writer_add (writer, "report", "Quiet here.", "\xff\xfe");
  bytes = mo_writer_end (writer, FALSE);
  catalogue = read_bytes (bytes);
  g_assert_null (order_catalogue_find (catalogue, "report", "Quiet here."));
  check_polish (catalogue);
}

static void
test_charset (void)
{
  MoWriter *writer = mo_writer_new ("pl", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  mo_writer_add (writer, NULL, "", "Content-Type: text/plain; charset=ISO-8859-2\n");
  bytes = mo_writer_end (writer, FALSE);
  g_assert_null (order_catalogue_new ("pl", bytes, &error));
  g_assert_error (error, ORDER_CATALOGUE_ERROR, ORDER_CATALOGUE_ERROR_CHARSET);
}

static void
test_no_catalogue (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("msgid \"north\" msgstr \"nord\" and more", 36);
  g_autoptr (GError) error = NULL;

  g_assert_null (order_catalogue_new ("pl", bytes, &error));
  g_assert_error (error, ORDER_CATALOGUE_ERROR, ORDER_CATALOGUE_ERROR_FORMAT);
}

/* A rule that asks for more forms than there are, or can not be used.  */
static void
test_missing_forms (void)
{
  static const char *const rules[] = {"nplurals=9; plural=8;", "nplurals=2; plural=n/0;",
                                      "rubbish"};
  static const char *const forms[] = {"a", "", NULL};

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    MoWriter *writer = mo_writer_new ("pl", rules[i]);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (OrderCatalogue) catalogue = NULL;

    mo_writer_add_plural (writer, NULL, "one", "other", forms);
    bytes = mo_writer_end (writer, FALSE);
    catalogue = read_bytes (bytes);
    for (gulong n = 0; n < 5; n++)
      g_assert_cmpstr (order_catalogue_find_plural (catalogue, NULL, "one", n), ==, "a");
  }
}

/* ---- Plural rules --------------------------------------------------------------------------- */

static guint
arabic (gulong n)
{
  return n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3
                                  : n % 100 >= 11                             ? 4
                                                                              : 5;
}

static guint
polish_form (gulong n)
{
  return n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2;
}

static guint
odd (gulong n)
{
  return !(n * 3 - 1 > 5 && n / 2 != 4) || n + 1 == 7 ? 1 : 0;
}

static void
test_rules (void)
{
  static const struct {
    const char *field;
    guint (*form) (gulong n);
  } rules[] = {
      {"nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
       "n%100>=11 ? 4 : 5;",
       arabic},
      {POLISH, polish_form},
      {"  nplurals = 2 ; plural = !( n * 3 - 1 > 5 && n / 2 != 4 ) || n + 1 == 7", odd},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (OrderPlural) plural = order_plural_new (rules[i].field);

    g_assert_nonnull (plural);
    for (gulong n = 0; n < 1500; n++)
      g_assert_cmpuint (order_plural_form (plural, n), ==, rules[i].form (n));
  }
  g_assert_cmpuint (order_plural_form (NULL, 1), ==, 0);
  g_assert_cmpuint (order_plural_form (NULL, 0), ==, 1);
}

static void
test_bad_rules (void)
{
  static const char *const fields[] = {
      "", "nplurals=2;", "nplurals=0; plural=0;", "nplurals=17; plural=0;",
      "nplurals=99999999999999999999; plural=0;", "nplurals=2; plural=", "nplurals=2; plural=m;",
      "nplurals=2; plural=(n;", "nplurals=2; plural=n);", "nplurals=2; plural=n n;",
      "nplurals=2; plural=n ? 1;", "nplurals=2; plural=n ? 1 : ;", "nplurals=2; plural=n = 1;",
      "nplurals=2; plural=n &1;", "nplurals=2; plural=1; system(\"x\")", "nplurals=-1; plural=0;",
      "nplurals=2; plural=99999999999999999999999;",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (order_plural_new (fields[i]) != NULL)
      g_error ("“%s” is taken for a rule", fields[i]);
}

/* Deep, long and wide: refused, and the stack is not used up.  */
static void
test_large_rules (void)
{
  static const char *const parts[] = {"(", "!", "n?n:", "n+", "n?", "n&&("};

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint n = 50; n < 200000; n *= 20) {
      g_autoptr (GString) field = g_string_new ("nplurals=2; plural=");

      for (guint k = 0; k < n; k++)
        g_string_append (field, parts[i]);
      g_string_append_c (field, 'n');
      order_plural_free (order_plural_new (field->str));
    }
}

static void
test_no_number (void)
{
  static const char *const fields[] = {"nplurals=2; plural=n/0;", "nplurals=2; plural=n%0;",
                                       "nplurals=2; plural=n-1;", "nplurals=2; plural=n*n*n;"};

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autoptr (OrderPlural) plural = order_plural_new (fields[i]);

    for (gulong n = 0; n < 10; n++)
      g_assert_cmpuint (order_plural_form (plural, n), <, 2);
    g_assert_cmpuint (order_plural_form (plural, G_MAXULONG), <, 2);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orders/catalogue/both-byte-orders", test_both_byte_orders);
  g_test_add_func ("/orders/catalogue/empty", test_empty);
  g_test_add_func ("/orders/catalogue/falls-back", test_falls_back);
  g_test_add_func ("/orders/catalogue/as-gettext", test_as_gettext);
  g_test_add_func ("/orders/catalogue/cut-short", test_cut_short);
  g_test_add_func ("/orders/catalogue/every-bit", test_every_bit);
  g_test_add_func ("/orders/catalogue/wild-words", test_wild_words);
  g_test_add_func ("/orders/catalogue/noise", test_noise);
  g_test_add_func ("/orders/catalogue/one-by-one", test_one_by_one);
  g_test_add_func ("/orders/catalogue/charset", test_charset);
  g_test_add_func ("/orders/catalogue/no-catalogue", test_no_catalogue);
  g_test_add_func ("/orders/catalogue/missing-forms", test_missing_forms);
  g_test_add_func ("/orders/plural/rules", test_rules);
  g_test_add_func ("/orders/plural/bad-rules", test_bad_rules);
  g_test_add_func ("/orders/plural/large-rules", test_large_rules);
  g_test_add_func ("/orders/plural/no-number", test_no_number);
  return g_test_run ();
}

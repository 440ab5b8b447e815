/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edit distance: known pairs, and the laws of a distance on random words.  */
#include "orders/order-match.h"

#include <string.h>

static void
test_known (void)
{
  static const struct {
    const char *a, *b;
    guint distance;
  } cases[] = {
      {"", "", 0},
      {"", "abc", 3},
      {"falke", "falke", 0},
      {"falke", "falk", 1},
      {"falke", "flake", 1},
      {"falke", "fafnir", 4},
      {"ca", "abc", 3},
      {"kitten", "sitting", 3},
      {"Löwe", "Lowe", 1},
      {"▒▒", "▒", 1},
      {"wehrwolf", "werwolf", 1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpuint (order_edit_distance (cases[i].a, cases[i].b), ==, cases[i].distance);
    g_assert_cmpuint (order_edit_distance (cases[i].b, cases[i].a), ==, cases[i].distance);
  }
}

static void
random_word (GRand *random, char word[12])
{
  int n = g_rand_int_range (random, 0, 11);

  for (int i = 0; i < n; i++)
    word[i] = (char) ('a' + g_rand_int_range (random, 0, 4));
  word[n] = '\0';
}

static void
test_laws (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (86);

  for (int i = 0; i < 4000; i++) {
    char a[12], b[12];
    guint there, longer;

    random_word (random, a);
    random_word (random, b);
    there = order_edit_distance (a, b);
    longer = MAX (strlen (a), strlen (b));
    g_assert_cmpuint (there, ==, order_edit_distance (b, a));
    g_assert_cmpuint (there, <=, longer);
    g_assert_cmpuint (there, >=, longer - MIN (strlen (a), strlen (b)));
    g_assert_true ((there == 0) == g_str_equal (a, b));
  }
}

static void
test_limits (void)
{
  g_autofree char *long_word = g_strnfill (65, 'x');

  g_assert_cmpuint (order_edit_distance (long_word, "x"), ==, G_MAXUINT);
  for (guint n = 1; n < 40; n++) {
    g_assert_cmpuint (order_match_limit (n), <=, order_match_limit (n + 1));
    g_assert_cmpuint (order_match_limit (n), <=, order_offer_limit (n));
    g_assert_cmpuint (order_match_limit (n) * 4, <, n);
  }
  g_assert_true (order_same_digits ("point304", "304"));
  g_assert_false (order_same_digits ("point304", "point305"));
  g_assert_false (order_same_digits ("point30", "point304"));
  g_assert_true (order_same_digits ("", "abc"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orders/match/known", test_known);
  g_test_add_func ("/orders/match/laws", test_laws);
  g_test_add_func ("/orders/match/limits", test_limits);
  return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The generators: known first numbers, spread, bounds, independence of purposes.  */
#include "base/base-random.h"

#include <glib.h>
#include <math.h>

/* Once published these never change: every replay depends on them.  Computed from the papers'
 * definitions by an independent program (PCG-XSH-RR 64/32 seeded through SplitMix64).  */
static void
test_golden (void)
{
  static const struct {
    guint64 seed, purpose;
    guint32 numbers[4];
  } golden[] = {
      {0U, 0, {0x1dfb99d3, 0xcb2f3bd9, 0xd83c4f50, 0x510fb4a3}},
      {1U, 0, {0x63b34e67, 0x9578684c, 0x29893fc1, 0x1ca4a4f8}},
      {1U, 1, {0xf98e6f8f, 0x16bf5acf, 0x01a3f4e2, 0x988ec4bf}},
      {G_GUINT64_CONSTANT (18446744073709551615),
       7,
       {0x49677335, 0x622dac92, 0x57298344, 0xcf7c8d46}},
      {G_GUINT64_CONSTANT (9007199254740991), 3, {0x42417a6b, 0x7c9a273c, 0x6ec80a8b, 0x2e614d7c}},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (golden); i++) {
    BaseRandom random;

    base_random_init (&random, golden[i].seed, golden[i].purpose);
    for (gsize j = 0; j < 4; j++)
      g_assert_cmphex (base_random_u32 (&random), ==, golden[i].numbers[j]);
  }
}

/* Chi-squared of 64 classes: 63 degrees of freedom, 99.99 % below 114.  */
static void
test_uniform (void)
{
  BaseRandom random;
  int counts[64] = {0};
  double chi = 0;
  const int n = 64 * 2000;

  base_random_init (&random, 12345, 1);
  for (int i = 0; i < n; i++) {
    float x = base_random_unit (&random);

    g_assert_cmpfloat (x, >=, 0);
    g_assert_cmpfloat (x, <, 1);
    counts[(int) (x * 64)]++;
  }
  for (int i = 0; i < 64; i++)
    chi += (counts[i] - 2000.0) * (counts[i] - 2000.0) / 2000.0;
  g_assert_cmpfloat (chi, <, 114);
  g_assert_cmpfloat (chi, >, 25); /* too even is no chance either */
}

static void
test_below (void)
{
  BaseRandom random;
  int counts[7] = {0};

  base_random_init (&random, 7, 7);
  g_assert_cmpuint (base_random_below (&random, 0), ==, 0);
  g_assert_cmpuint (base_random_below (&random, 1), ==, 0);
  for (int i = 0; i < 70000; i++)
    counts[base_random_below (&random, 7)]++; /* out of bounds would be found by the sanitizer */
  for (int i = 0; i < 7; i++)
    g_assert_cmpint (ABS (counts[i] - 10000), <, 500);
  for (int i = 0; i < 1000; i++)
    g_assert_cmpuint (base_random_below (&random, 0x80000001u), <, 0x80000001u);
}

static void
test_range_and_chance (void)
{
  BaseRandom random;
  int hits = 0;

  base_random_init (&random, 99, 3);
  for (int i = 0; i < 10000; i++) {
    float x = base_random_range (&random, -3, 5);

    g_assert_cmpfloat (x, >=, -3);
    g_assert_cmpfloat (x, <, 5);
    g_assert_false (base_random_chance (&random, 0));
    g_assert_true (base_random_chance (&random, 1));
    hits += base_random_chance (&random, 0.3f);
  }
  g_assert_cmpint (ABS (hits - 3000), <, 250);
}

static void
test_normal (void)
{
  BaseRandom random;
  double sum = 0, squares = 0;
  const int n = 50000;

  base_random_init (&random, 4, 4);
  for (int i = 0; i < n; i++) {
    float x = base_random_normal (&random);

    g_assert_cmpfloat (fabsf (x), <=, 6);
    sum += x;
    squares += x * x;
  }
  g_assert_cmpfloat (fabs (sum / n), <, 0.02);
  g_assert_cmpfloat (fabs (squares / n - 1), <, 0.03);
}

/* Two purposes of one seed, and one purpose of two seeds, share no more numbers than chance.  */
static void
test_purposes_differ (void)
{
  BaseRandom a, b, c;
  int same_purpose = 0, same_seed = 0;

  base_random_init (&a, 42, 1);
  base_random_init (&b, 42, 2);
  base_random_init (&c, 43, 1);
  for (int i = 0; i < 10000; i++) {
    guint8 x = base_random_u32 (&a) >> 24;

    same_seed += x == base_random_u32 (&b) >> 24;
    same_purpose += x == base_random_u32 (&c) >> 24;
  }
  g_assert_cmpint (ABS (same_seed - 39), <, 30);
  g_assert_cmpint (ABS (same_purpose - 39), <, 30);
}

static void
test_mix (void)
{
  g_assert_cmphex (base_random_mix (1, 2), ==, base_random_mix (1, 2));
  g_assert_cmphex (base_random_mix (1, 2), !=, base_random_mix (2, 1));
  g_assert_cmphex (base_random_mix (0, 0), !=, base_random_mix (0, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/random/golden", test_golden);
  g_test_add_func ("/base/random/uniform", test_uniform);
  g_test_add_func ("/base/random/below", test_below);
  g_test_add_func ("/base/random/range-and-chance", test_range_and_chance);
  g_test_add_func ("/base/random/normal", test_normal);
  g_test_add_func ("/base/random/purposes-differ", test_purposes_differ);
  g_test_add_func ("/base/random/mix", test_mix);
  return g_test_run();
}

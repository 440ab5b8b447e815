/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statistics of a batch against tables.  */
#include "app/cli-batch-summary.h"

#include <math.h>

/* Percentage points of Student's distribution, from printed tables.  */
static void
test_student (void)
{
  static const struct {
    guint freedom;
    double value;
  } table[] = {
      {1, 12.706}, {2, 4.303},  {3, 3.182},  {4, 2.776},   {5, 2.571},
      {8, 2.306},  {15, 2.131}, {30, 2.042}, {120, 1.980}, {100000, 1.960},
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat_with_epsilon (cli_student_975 (table[i].freedom), table[i].value, 0.004);
  g_assert_true (isnan (cli_student_975 (0)));
}

/* Examples of Newcombe, "Two-sided confidence intervals for the single proportion" (1998).  */
static void
test_wilson (void)
{
  static const struct {
    guint yes, all;
    double low, high;
  } table[] = {
      {81, 263, 0.2553, 0.3662},
      {15, 148, 0.0624, 0.1605},
      {0, 20, 0.0000, 0.1611},
      {1, 29, 0.0061, 0.1718},
      {29, 29, 0.8830, 1.0000},
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    double low, high;

    cli_wilson (table[i].yes, table[i].all, &low, &high);
    g_assert_cmpfloat_with_epsilon (low, table[i].low, 0.0002);
    g_assert_cmpfloat_with_epsilon (high, table[i].high, 0.0002);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/batch-summary/student", test_student);
  g_test_add_func ("/app/batch-summary/wilson", test_wilson);
  return g_test_run ();
}

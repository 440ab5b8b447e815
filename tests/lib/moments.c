/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "moments.h"

static gboolean
stop_waiting (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
moments_pass (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, stop_waiting, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
moments_share (double *values, gsize n, double share)
{
  g_return_val_if_fail (n > 0 && share >= 0 && share <= 1, 0);
  g_sort_array (values, n, sizeof *values, compare, NULL);
  return values[(gsize) (share * (double) (n - 1))];
}

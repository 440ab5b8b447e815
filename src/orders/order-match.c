/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edit distance and the limits that go with it.  */
#include "orders/order-match.h"

#define MAX_CHARACTERS 64

static guint
unpack (const char *text, gunichar *characters)
{
  guint n = 0;

  for (; *text; text = g_utf8_next_char (text)) {
    if (n == MAX_CHARACTERS)
      return MAX_CHARACTERS + 1;
    characters[n++] = g_utf8_get_char (text);
  }
  return n;
}

/* One cell of the table: rows are those of the last three characters of `a`.  */
static guint
cell (guint (*rows)[MAX_CHARACTERS + 1], const gunichar *a, const gunichar *b, guint i, guint j)
{
  guint change = a[i - 1] != b[j - 1];
  guint best = MIN (rows[1][j] + 1, rows[2][j - 1] + 1);

  best = MIN (best, rows[1][j - 1] + change);
  if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
    best = MIN (best, rows[0][j - 2] + 1);
  return best;
}

guint
order_edit_distance (const char *a, const char *b)
{
  gunichar left[MAX_CHARACTERS], right[MAX_CHARACTERS];
  guint rows[3][MAX_CHARACTERS + 1] = {{0}};
  guint n = unpack (a, left), m = unpack (b, right);

  if (n > MAX_CHARACTERS || m > MAX_CHARACTERS)
    return G_MAXUINT;
  for (guint j = 0; j <= m; j++)
    rows[2][j] = j;
  for (guint i = 1; i <= n; i++) {
    for (guint j = 0; j <= m; j++) {
      rows[0][j] = rows[1][j];
      rows[1][j] = rows[2][j];
    }
    rows[2][0] = i;
    for (guint j = 1; j <= m; j++)
      rows[2][j] = cell (rows, left, right, i, j);
  }
  return rows[2][m];
}

guint
order_match_limit (guint length)
{
  if (length < 5)
    return 0;
  return length < 9 ? 1 : length < 14 ? 2 : 3;
}

guint
order_offer_limit (guint length)
{
  return (length + 2) / 3;
}

static const char *
next_digit (const char *p)
{
  while (*p && !g_ascii_isdigit (*p))
    p++;
  return p;
}

gboolean
order_same_digits (const char *a, const char *b)
{
  for (a = next_digit (a), b = next_digit (b); *a && *b;
       a = next_digit (a + 1), b = next_digit (b + 1))
    if (*a != *b)
      return FALSE;
  return *a == *b;
}

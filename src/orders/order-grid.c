/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grid references: squares of one kilometre, ninths of them by the keys of a telephone turned
 * over (1 south-west, 9 north-east).  */
#include "orders/order-grid.h"

#include "orders/order-spell.h"

static gboolean
on_map (BaseVec position, float width_m, float height_m)
{
  return position.x >= 0 && position.y >= 0 && position.x <= width_m && position.y <= height_m;
}

/* Squares needed to cover a length; a part of one counts.  */
static guint
squares (float length_m, guint most)
{
  guint n;

  if (!(length_m > 0))
    return 0;
  if (length_m >= (float) most * ORDER_SQUARE_M)
    return most;
  n = (guint) (length_m / ORDER_SQUARE_M);
  return (float) n * ORDER_SQUARE_M < length_m ? n + 1 : n;
}

guint
order_grid_columns (float width_m)
{
  return squares (width_m, ORDER_MAX_COLUMNS);
}

guint
order_grid_rows (float height_m)
{
  return squares (height_m, ORDER_MAX_ROWS);
}

gboolean
order_grid_locate (BaseVec position, float width_m, float height_m, OrderSquare *square)
{
  guint columns = order_grid_columns (width_m), rows = order_grid_rows (height_m);
  float x, y;

  if (!on_map (position, width_m, height_m) || columns == 0 || rows == 0)
    return FALSE;
  square->column = MIN ((guint) (position.x / ORDER_SQUARE_M), columns - 1);
  square->row = MIN ((guint) (position.y / ORDER_SQUARE_M), rows - 1);
  x = position.x - (float) square->column * ORDER_SQUARE_M;
  y = position.y - (float) square->row * ORDER_SQUARE_M;
  square->keypad =
      MIN ((guint) (x * 3 / ORDER_SQUARE_M), 2) + 3 * MIN ((guint) (y * 3 / ORDER_SQUARE_M), 2) + 1;
  return TRUE;
}

/* The middle of the square or ninth, kept on the map where the edge cuts a square.  */
static BaseVec
middle (const OrderSquare *square, float width_m, float height_m)
{
  float size = square->keypad ? ORDER_SQUARE_M / 3 : ORDER_SQUARE_M;
  guint key = square->keypad ? square->keypad - 1 : 0;
  float x = (float) square->column * ORDER_SQUARE_M + ((float) (key % 3) + 0.5f) * size;
  float y = (float) square->row * ORDER_SQUARE_M + ((float) (key / 3) + 0.5f) * size;

  return base_vec (MIN (x, width_m), MIN (y, height_m));
}

gboolean
order_grid_centre (const OrderSquare *square, float width_m, float height_m, BaseVec *centre,
                   float *half_width_m)
{
  OrderSquare where;

  if (square->column >= order_grid_columns (width_m) || square->row >= order_grid_rows (height_m))
    return FALSE;
  *centre = middle (square, width_m, height_m);
  *half_width_m = square->keypad ? ORDER_KEYPAD_HALF_M : ORDER_SQUARE_HALF_M;
  /* A ninth that lies wholly beyond the edge has its middle pulled into another one.  */
  return !square->keypad ||
         (order_grid_locate (*centre, width_m, height_m, &where) && where.keypad == square->keypad);
}

void
order_grid_column_name (guint column, char name[3])
{
  guint n = 0;

  if (column >= 26)
    name[n++] = (char) ('A' + column / 26 - 1);
  name[n++] = (char) ('A' + column % 26);
  name[n] = '\0';
}

int
order_grid_column_index (const char *letters)
{
  int first = g_ascii_toupper (letters[0]) - 'A';
  int second;

  if (first < 0 || first > 25)
    return -1;
  if (letters[1] == '\0')
    return first;
  second = g_ascii_toupper (letters[1]) - 'A';
  return second < 0 || second > 25 || letters[2] != '\0' ? -1 : (first + 1) * 26 + second;
}

void
order_square_format (const OrderSquare *square, gboolean keypad, char buffer[ORDER_GRID_LENGTH])
{
  char column[3];

  order_grid_column_name (square->column, column);
  if (keypad && square->keypad)
    g_snprintf (buffer, ORDER_GRID_LENGTH, "%s%02u-%u", column, (square->row + 1) % 100,
                square->keypad);
  else
    g_snprintf (buffer, ORDER_GRID_LENGTH, "%s%02u", column, (square->row + 1) % 100);
}

const char *
order_grid_format (BaseVec position, gboolean keypad, float map_width_m, float map_height_m,
                   char buffer[ORDER_GRID_LENGTH])
{
  OrderSquare square;

  buffer[0] = '\0';
  if (order_grid_locate (position, map_width_m, map_height_m, &square))
    order_square_format (&square, keypad, buffer);
  return buffer;
}

/* Reads "AB", "12" and "-7" in turn.  */
static gboolean
read_square (const char *text, OrderSquare *square)
{
  char letters[3] = "";
  guint n = 0;
  int row;

  while (n < 2 && g_ascii_isalpha (text[n])) {
    letters[n] = text[n];
    n++;
  }
  if (n == 0 || !g_ascii_isdigit (text[n]) || !g_ascii_isdigit (text[n + 1]))
    return FALSE;
  row = (text[n] - '0') * 10 + (text[n + 1] - '0') - 1;
  if (row < 0)
    return FALSE;
  square->column = (guint) order_grid_column_index (letters);
  square->row = (guint) row;
  square->keypad = 0;
  text += n + 2;
  if (*text == '\0')
    return TRUE;
  if (text[0] != '-' || text[1] < '1' || text[1] > '9' || text[2] != '\0')
    return FALSE;
  square->keypad = (guint) (text[1] - '0');
  return TRUE;
}

gboolean
order_grid_parse (const char *text, float map_width_m, float map_height_m, BaseVec *centre,
                  float *half_width_m)
{
  OrderSquare square;

  return read_square (text, &square) &&
         order_grid_centre (&square, map_width_m, map_height_m, centre, half_width_m);
}

gboolean
order_target_has_keypad (const SimTarget *target)
{
  return target->precise_m < (ORDER_SQUARE_HALF_M + ORDER_KEYPAD_HALF_M) / 2;
}

char *
order_grid_text (OrderBook *book, BaseVec position, gboolean keypad, OrderManner manner)
{
  char buffer[ORDER_GRID_LENGTH];
  OrderSquare square;

  if (!order_grid_locate (position, book->map_width_m, book->map_height_m, &square))
    return g_strdup ("");
  if (manner != ORDER_WRITTEN)
    return order_spell_square (book, manner, &square, keypad);
  order_square_format (&square, keypad, buffer);
  return g_strdup (buffer);
}

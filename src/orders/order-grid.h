/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Squares of the grid as numbers (private to the room).  */
#pragma once

#include "orders/order-book.h"
#include "orders/order-message.h"

#define ORDER_SQUARE_M      1000.0f
#define ORDER_SQUARE_HALF_M 500.0f
#define ORDER_KEYPAD_HALF_M 167.0f
#define ORDER_MAX_COLUMNS   702u /* A..ZZ */
#define ORDER_MAX_ROWS      99u

typedef struct {
  guint column, row; /* from 0 */
  guint keypad;      /* 1..9, 0: the whole square */
} OrderSquare;

guint order_grid_columns (float width_m);
guint order_grid_rows (float height_m);

/* The square (with its keypad digit) that holds a position; FALSE off the map.  */
gboolean order_grid_locate (BaseVec position, float width_m, float height_m, OrderSquare *square);
/* Its middle; FALSE off the map.  */
gboolean order_grid_centre (const OrderSquare *square, float width_m, float height_m,
                            BaseVec *centre, float *half_width_m);

/* "A", "AB"; and back, -1 if the letters name no column.  */
void order_grid_column_name (guint column, char name[3]);
int order_grid_column_index (const char *letters);

void
order_square_format (const OrderSquare *square, gboolean keypad, char buffer[ORDER_GRID_LENGTH]);
/* Written or spelt; "" off the map.  */
char *order_grid_text (OrderBook *book, BaseVec position, gboolean keypad, OrderManner manner);
/* Was this position told with its keypad digit?  */
gboolean order_target_has_keypad (const SimTarget *target);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders by chance, of the battle of order-fixture.h.  */
#pragma once

#include "order-fixture.h"

typedef struct {
  OrderBook *book;
  PictureView *view;
  GRand *random;
  float width_m, height_m; /* of the map */
} OrderGenerator;

SimCommand order_generate (OrderGenerator *generator);
gboolean order_same (const SimCommand *a, const SimCommand *b);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece of the plane (handler-map-projection.h), device pixels.  */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  int x, y, width, height;
} HandlerMapBox;

/* Empty where an upper bound is not above the lower one.  */
static inline HandlerMapBox
handler_map_box_between (int x0, int y0, int x1, int y1)
{
  return (HandlerMapBox){x0, y0, MAX (x1 - x0, 0), MAX (y1 - y0, 0)};
}

static inline gboolean
handler_map_box_is_empty (const HandlerMapBox *box)
{
  return box->width == 0 || box->height == 0;
}

static inline HandlerMapBox
handler_map_box_intersect (const HandlerMapBox *a, const HandlerMapBox *b)
{
  return handler_map_box_between (MAX (a->x, b->x), MAX (a->y, b->y),
                                  MIN (a->x + a->width, b->x + b->width),
                                  MIN (a->y + a->height, b->y + b->height));
}

/* Square pixels that both have.  */
static inline double
handler_map_box_shared_area (const HandlerMapBox *a, const HandlerMapBox *b)
{
  HandlerMapBox both = handler_map_box_intersect (a, b);

  return (double) both.width * both.height;
}

static inline gboolean
handler_map_box_contains (const HandlerMapBox *outer, const HandlerMapBox *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y &&
         inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

static inline gboolean
handler_map_box_meets (const HandlerMapBox *a, const HandlerMapBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

G_END_DECLS

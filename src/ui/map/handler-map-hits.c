/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-hits.h"

struct _HandlerMapHits {
  GArray *hits;
  int widest;
};

HandlerMapHits *
handler_map_hits_new (void)
{
  HandlerMapHits *self = g_new0 (HandlerMapHits, 1);

  self->hits = g_array_new (FALSE, FALSE, sizeof (HandlerMapHit));
  return self;
}

void
handler_map_hits_free (HandlerMapHits *self)
{
  g_array_unref (self->hits);
  g_free (self);
}

void
handler_map_hits_empty (HandlerMapHits *self)
{
  g_array_set_size (self->hits, 0);
  self->widest = 0;
}

void
handler_map_hits_add (HandlerMapHits *self, const HandlerMapHit *hit)
{
  g_array_append_val (self->hits, *hit);
  self->widest = MAX (self->widest, hit->box.width);
}

static int
compare_left (gconstpointer a, gconstpointer b)
{
  const HandlerMapHit *p = a;
  const HandlerMapHit *q = b;

  return p->box.x < q->box.x ? -1 : p->box.x > q->box.x;
}

void
handler_map_hits_sort (HandlerMapHits *self)
{
  g_array_sort (self->hits, compare_left);
}

guint
handler_map_hits_get_n (HandlerMapHits *self)
{
  return self->hits->len;
}

/* First hit whose left edge is not left of `x`.  */
static guint
lower_bound (const HandlerMapHits *self, int x)
{
  guint low = 0;
  guint high = self->hits->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (self->hits, HandlerMapHit, middle).box.x < x)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gint64
distance_to_middle (const HandlerMapBox *box, int x, int y)
{
  gint64 dx = 2 * (gint64) x - 2 * box->x - box->width;
  gint64 dy = 2 * (gint64) y - 2 * box->y - box->height;

  return dx * dx + dy * dy;
}

const HandlerMapHit *
handler_map_hits_find (HandlerMapHits *self, int x, int y, int reach)
{
  const HandlerMapHit *best = NULL;
  gint64 best_distance = 0;

  for (guint i = lower_bound (self, x - self->widest - reach); i < self->hits->len; i++) {
    const HandlerMapHit *hit = &g_array_index (self->hits, HandlerMapHit, i);
    gint64 distance = distance_to_middle (&hit->box, x, y);

    if (hit->box.x > x + reach)
      break;
    if (x > hit->box.x + hit->box.width + reach || y < hit->box.y - reach ||
        y > hit->box.y + hit->box.height + reach)
      continue;
    if (best == NULL || hit->rank > best->rank ||
        (hit->rank == best->rank && distance < best_distance)) {
      best = hit;
      best_distance = distance;
    }
  }
  return best;
}

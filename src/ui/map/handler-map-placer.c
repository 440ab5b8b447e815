/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-placer.h"

/* Boxes are found again by the cells of a coarse grid that they touch, folded into a table.  */
#define CELL 96
#define N_BUCKETS 1024

typedef struct {
  guint box;
  int next; /* in `links`, -1 ends */
} Link;

struct _HandlerMapPlacer {
  GArray *boxes;
  GArray *links;
  int buckets[N_BUCKETS];
  GArray *seen; /* guint for each box: the question it was last counted for */
  guint question;
  HandlerMapBox view;
  gboolean has_view;
};

HandlerMapPlacer *
handler_map_placer_new (void)
{
  HandlerMapPlacer *self = g_new0 (HandlerMapPlacer, 1);

  self->boxes = g_array_new (FALSE, FALSE, sizeof (HandlerMapBox));
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->seen = g_array_new (FALSE, TRUE, sizeof (guint));
  handler_map_placer_reset (self);
  return self;
}

void
handler_map_placer_free (HandlerMapPlacer *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->links);
  g_array_unref (self->seen);
  g_free (self);
}

void
handler_map_placer_reset (HandlerMapPlacer *self)
{
  g_array_set_size (self->boxes, 0);
  g_array_set_size (self->links, 0);
  g_array_set_size (self->seen, 0);
  self->question = 0;
  self->has_view = FALSE;
  for (guint i = 0; i < N_BUCKETS; i++)
    self->buckets[i] = -1;
}

void
handler_map_placer_set_view (HandlerMapPlacer *self, const HandlerMapBox *view)
{
  self->view = *view;
  self->has_view = TRUE;
}

static int
cell_of (int position)
{
  return position >= 0 ? position / CELL : -((-position + CELL - 1) / CELL);
}

static guint
bucket_of (int cell_x, int cell_y)
{
  return ((guint) cell_x * 73856093u ^ (guint) cell_y * 19349663u) % N_BUCKETS;
}

void
handler_map_placer_take (HandlerMapPlacer *self, const HandlerMapBox *box)
{
  guint never = 0;

  for (int y = cell_of (box->y); y <= cell_of (box->y + box->height); y++)
    for (int x = cell_of (box->x); x <= cell_of (box->x + box->width); x++) {
      guint bucket = bucket_of (x, y);
      Link link = {self->boxes->len, self->buckets[bucket]};

      self->buckets[bucket] = (int) self->links->len;
      g_array_append_val (self->links, link);
    }
  g_array_append_val (self->boxes, *box);
  g_array_append_val (self->seen, never);
}

static double
shared_area (const HandlerMapBox *a, const HandlerMapBox *b)
{
  int width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  int height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0 && height > 0 ? (double) width * height : 0;
}

static double
overlap_in_bucket (HandlerMapPlacer *self, guint bucket, const HandlerMapBox *box)
{
  double area = 0;

  for (int i = self->buckets[bucket]; i >= 0;) {
    const Link *link = &g_array_index (self->links, Link, i);
    guint *seen = &g_array_index (self->seen, guint, link->box);

    if (*seen != self->question) {
      *seen = self->question;
      area += shared_area (&g_array_index (self->boxes, HandlerMapBox, link->box), box);
    }
    i = link->next;
  }
  return area;
}

double
handler_map_placer_overlap (HandlerMapPlacer *self, const HandlerMapBox *box)
{
  double area = 0;

  self->question++;
  for (int y = cell_of (box->y); y <= cell_of (box->y + box->height); y++)
    for (int x = cell_of (box->x); x <= cell_of (box->x + box->width); x++)
      area += overlap_in_bucket (self, bucket_of (x, y), box);
  return area;
}

static gboolean
is_in_view (const HandlerMapPlacer *self, const HandlerMapBox *box)
{
  int x = box->x + box->width / 2 - self->view.x;
  int y = box->y + box->height / 2 - self->view.y;

  return self->has_view && x >= 0 && x < self->view.width && y >= 0 && y < self->view.height;
}

static HandlerMapBox
box_on (HandlerMapSide side, const HandlerMapBox *symbol, int width, int height, int gap)
{
  int middle_x = symbol->x + symbol->width / 2;
  int middle_y = symbol->y + symbol->height / 2;

  switch (side) {
  case HANDLER_MAP_SIDE_LEFT:
    return (HandlerMapBox){symbol->x - gap - width, middle_y - height / 2, width, height};
  case HANDLER_MAP_SIDE_BELOW:
    return (HandlerMapBox){middle_x - width / 2, symbol->y + symbol->height + gap / 2, width,
                           height};
  case HANDLER_MAP_SIDE_ABOVE:
    return (HandlerMapBox){middle_x - width / 2, symbol->y - gap / 2 - height, width, height};
  case HANDLER_MAP_SIDE_RIGHT:
  default:
    return (HandlerMapBox){symbol->x + symbol->width + gap, middle_y - height / 2, width, height};
  }
}

HandlerMapSide
handler_map_placer_find (HandlerMapPlacer *self, const HandlerMapBox *symbol, int width,
                         int height, int gap, HandlerMapSide before, HandlerMapBox *box_out,
                         gboolean *free_out)
{
  HandlerMapSide best = before;
  double least = G_MAXDOUBLE;
  gboolean in_view = is_in_view (self, symbol);

  for (guint i = 0; i <= HANDLER_MAP_N_SIDES && least > 0; i++) {
    HandlerMapSide side = i == 0 ? before : (HandlerMapSide) (i - 1);
    HandlerMapBox box = box_on (side, symbol, width, height, gap);
    double area = handler_map_placer_overlap (self, &box);

    if (in_view)
      area += (double) width * height - shared_area (&self->view, &box);
    if (area < least) {
      least = area;
      best = side;
      *box_out = box;
    }
  }
  *free_out = least <= 0;
  return best;
}

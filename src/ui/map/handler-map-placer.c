/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-placer.h"

/* Boxes are found again by the cells of a coarse grid that they touch, folded into a table.  */
#define CELL 96
#define N_BUCKETS 1024
/* What covering something that may be covered weighs.  */
#define SOFT_WEIGHT 0.25

typedef struct {
  guint box;
  int next; /* in `links`, -1 ends */
} Link;

typedef struct {
  HandlerMapBox box;
  gboolean soft;
  guint seen; /* the question it was last counted for */
} Taken;

/* What lies under a box, square pixels.  What is smaller than the box counts as if it were as large, since
 * large words can hide small ones and hardly be covered themselves.  */
typedef struct {
  double plain; /* of what may not be covered, as it is */
  double hard, soft;
} Areas;

struct _HandlerMapPlacer {
  GArray *boxes; /* Taken */
  GArray *links;
  int buckets[N_BUCKETS];
  guint question;
  HandlerMapBox view;
  gboolean has_view;
};

HandlerMapPlacer *
handler_map_placer_new (void)
{
  HandlerMapPlacer *self = g_new0 (HandlerMapPlacer, 1);

  self->boxes = g_array_new (FALSE, FALSE, sizeof (Taken));
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  handler_map_placer_reset (self);
  return self;
}

void
handler_map_placer_free (HandlerMapPlacer *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->links);
  g_free (self);
}

void
handler_map_placer_reset (HandlerMapPlacer *self)
{
  g_array_set_size (self->boxes, 0);
  g_array_set_size (self->links, 0);
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

static void
take (HandlerMapPlacer *self, const HandlerMapBox *box, gboolean soft)
{
  Taken taken = {*box, soft, 0};

  for (int y = cell_of (box->y); y <= cell_of (box->y + box->height); y++)
    for (int x = cell_of (box->x); x <= cell_of (box->x + box->width); x++) {
      guint bucket = bucket_of (x, y);
      Link link = {self->boxes->len, self->buckets[bucket]};

      self->buckets[bucket] = (int) self->links->len;
      g_array_append_val (self->links, link);
    }
  g_array_append_val (self->boxes, taken);
}

void
handler_map_placer_take (HandlerMapPlacer *self, const HandlerMapBox *box)
{
  take (self, box, FALSE);
}

void
handler_map_placer_take_soft (HandlerMapPlacer *self, const HandlerMapBox *box)
{
  take (self, box, TRUE);
}

static double
area_of (const HandlerMapBox *box)
{
  return MAX (1.0, (double) box->width * box->height);
}

static void
add_shared (const Taken *taken, const HandlerMapBox *box, Areas *areas)
{
  double area = handler_map_box_shared_area (&taken->box, box);
  double weighed = area * MAX (1.0, area_of (box) / area_of (&taken->box));

  if (taken->soft) {
    areas->soft += weighed;
  } else {
    areas->plain += area;
    areas->hard += weighed;
  }
}

static void
add_bucket (HandlerMapPlacer *self, guint bucket, const HandlerMapBox *box, Areas *areas)
{
  for (int i = self->buckets[bucket]; i >= 0;) {
    const Link *link = &g_array_index (self->links, Link, i);
    Taken *taken = &g_array_index (self->boxes, Taken, link->box);

    if (taken->seen != self->question) {
      taken->seen = self->question;
      add_shared (taken, box, areas);
    }
    i = link->next;
  }
}

static Areas
areas_under (HandlerMapPlacer *self, const HandlerMapBox *box)
{
  Areas areas = {0, 0, 0};

  self->question++;
  for (int y = cell_of (box->y); y <= cell_of (box->y + box->height); y++)
    for (int x = cell_of (box->x); x <= cell_of (box->x + box->width); x++)
      add_bucket (self, bucket_of (x, y), box, &areas);
  return areas;
}

double
handler_map_placer_overlap (HandlerMapPlacer *self, const HandlerMapBox *box)
{
  return areas_under (self, box).plain;
}

double
handler_map_placer_covered (HandlerMapPlacer *self, const HandlerMapBox *box)
{
  double all = area_of (box);
  double covered = areas_under (self, box).hard;

  if (self->has_view)
    covered += all - handler_map_box_shared_area (&self->view, box);
  return covered / all;
}

static gboolean
is_in_view (const HandlerMapPlacer *self, const HandlerMapBox *box)
{
  int x = box->x + box->width / 2 - self->view.x;
  int y = box->y + box->height / 2 - self->view.y;

  return self->has_view && x >= 0 && x < self->view.width && y >= 0 && y < self->view.height;
}

/* Words beside a symbol's upper or lower edge.  */
static HandlerMapBox
box_at_corner (HandlerMapSide side, const HandlerMapBox *symbol, int width, int height, int gap)
{
  gboolean left = side == HANDLER_MAP_SIDE_LEFT_BELOW || side == HANDLER_MAP_SIDE_LEFT_ABOVE;
  gboolean above = side == HANDLER_MAP_SIDE_RIGHT_ABOVE || side == HANDLER_MAP_SIDE_LEFT_ABOVE;
  int inside = symbol->height / 3;

  return (HandlerMapBox){left ? symbol->x - gap / 2 - width : symbol->x + symbol->width + gap / 2,
                         above ? symbol->y + inside - height
                               : symbol->y + symbol->height - inside,
                         width, height};
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
    return (HandlerMapBox){symbol->x + symbol->width + gap, middle_y - height / 2, width, height};
  default:
    return box_at_corner (side, symbol, width, height, gap);
  }
}

double
handler_map_placer_find (HandlerMapPlacer *self, const HandlerMapBox *symbol, int width,
                         int height, int gap, HandlerMapSide before, double keep,
                         HandlerMapSide *side_out, HandlerMapBox *box_out)
{
  double least = G_MAXDOUBLE, hard = 0;
  double all = MAX (1.0, (double) width * height);
  gboolean in_view = is_in_view (self, symbol);

  *side_out = before;
  for (guint i = 0; i <= HANDLER_MAP_N_SIDES && least > 0; i++) {
    HandlerMapSide side = i == 0 ? before : (HandlerMapSide) (i - 1);
    HandlerMapBox box = box_on (side, symbol, width, height, gap);
    Areas areas = areas_under (self, &box);

    if (in_view)
      areas.hard += all - handler_map_box_shared_area (&self->view, &box);
    if (areas.hard + SOFT_WEIGHT * areas.soft < least) {
      least = areas.hard + SOFT_WEIGHT * areas.soft;
      hard = areas.hard;
      *side_out = side;
      *box_out = box;
    }
    if (i == 0 && least <= keep * all)
      break;
  }
  return hard / all;
}

void
handler_map_placer_keep_in_view (HandlerMapPlacer *self, HandlerMapBox *box)
{
  const HandlerMapBox *view = &self->view;

  if (!self->has_view || handler_map_box_shared_area (view, box) <= 0)
    return;
  box->x = MAX (view->x, MIN (box->x, view->x + view->width - box->width));
  box->y = MAX (view->y, MIN (box->y, view->y + view->height - box->height));
}

double
handler_map_side_align (HandlerMapSide side)
{
  switch (side) {
  case HANDLER_MAP_SIDE_LEFT:
  case HANDLER_MAP_SIDE_LEFT_BELOW:
  case HANDLER_MAP_SIDE_LEFT_ABOVE:
    return 1;
  case HANDLER_MAP_SIDE_BELOW:
  case HANDLER_MAP_SIDE_ABOVE:
    return 0.5;
  default:
    return 0;
  }
}

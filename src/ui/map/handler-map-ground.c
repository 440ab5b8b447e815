/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-ground.h"

#include "base/base-math.h"
#include "base/base-random.h"

#include <math.h>
#include <string.h>

#define STEP_M 20.0f
#define MAX_PARTS 16

/* ---- Lines --------------------------------------------------------------------------------- */

static BaseVec
catmull_rom (const BaseVec p[4], float t)
{
  float t2 = t * t;
  float t3 = t2 * t;
  float w0 = -0.5f * t3 + t2 - 0.5f * t;
  float w1 = 1.5f * t3 - 2.5f * t2 + 1.0f;
  float w2 = -1.5f * t3 + 2.0f * t2 + 0.5f * t;
  float w3 = 0.5f * t3 - 0.5f * t2;

  return base_vec (w0 * p[0].x + w1 * p[1].x + w2 * p[2].x + w3 * p[3].x,
                   w0 * p[0].y + w1 * p[1].y + w2 * p[2].y + w3 * p[3].y);
}

static void
line_bounds (HandlerMapLine *line)
{
  line->low = line->high = line->points[0];
  for (guint i = 1; i < line->n_points; i++) {
    line->low.x = MIN (line->low.x, line->points[i].x);
    line->low.y = MIN (line->low.y, line->points[i].y);
    line->high.x = MAX (line->high.x, line->points[i].x);
    line->high.y = MAX (line->high.y, line->points[i].y);
  }
}

static void
smooth_line (HandlerMapLine *line, const PictureLine *from)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (BaseVec));
  int last = (int) from->n_points - 1;

  line->kind = from->kind;
  line->half_width_m = from->half_width_m;
  g_array_append_val (points, from->points[0]);
  for (int i = 0; i < last; i++) {
    BaseVec p[4] = {from->points[MAX (i - 1, 0)], from->points[i], from->points[i + 1],
                    from->points[MIN (i + 2, last)]};
    int parts = (int) ceilf (base_vec_distance (p[1], p[2]) / STEP_M);

    parts = CLAMP (parts, 1, MAX_PARTS);
    for (int k = 1; k <= parts; k++) {
      BaseVec at = catmull_rom (p, (float) k / (float) parts);

      g_array_append_val (points, at);
    }
  }
  line->n_points = points->len;
  line->points = (BaseVec *) g_array_free (points, FALSE);
  line_bounds (line);
}

static void
copy_lines (HandlerMapGround *self, const PictureSheet *sheet)
{
  self->lines = g_new0 (HandlerMapLine, sheet->n_lines);
  for (size_t i = 0; i < sheet->n_lines; i++) {
    if (sheet->lines[i].n_points >= 2)
      smooth_line (&self->lines[self->n_lines++], &sheet->lines[i]);
  }
}

#define DISC_CORNERS 24

static HandlerMapMinefield
minefield_copy (const PictureMinefield *from)
{
  HandlerMapMinefield field = {.n_points = from->n_points < 3 ? DISC_CORNERS : from->n_points};

  field.points = g_new (BaseVec, field.n_points);
  for (guint i = 0; i < field.n_points; i++) {
    double angle = 2 * BASE_PI * i / DISC_CORNERS;

    field.points[i] = from->n_points < 3
                          ? base_vec (from->points[0].x + from->radius_m * (float) sin (angle),
                                      from->points[0].y + from->radius_m * (float) cos (angle))
                          : from->points[i];
  }
  field.low = field.high = field.points[0];
  for (guint i = 1; i < field.n_points; i++) {
    field.low.x = MIN (field.low.x, field.points[i].x);
    field.low.y = MIN (field.low.y, field.points[i].y);
    field.high.x = MAX (field.high.x, field.points[i].x);
    field.high.y = MAX (field.high.y, field.points[i].y);
  }
  return field;
}

static void
copy_minefields (HandlerMapGround *self, const PictureSheet *sheet)
{
  self->minefields = g_new0 (HandlerMapMinefield, sheet->n_minefields);
  self->n_minefields = (guint) sheet->n_minefields;
  for (guint i = 0; i < self->n_minefields; i++)
    self->minefields[i] = minefield_copy (&sheet->minefields[i]);
}

/* Distance from a point to a segment, and nothing else.  */
static float
segment_distance (BaseVec at, BaseVec a, BaseVec b)
{
  BaseVec along = base_vec_sub (b, a);
  float length2 = base_vec_dot (along, along);
  float t = length2 > 0 ? base_vec_dot (base_vec_sub (at, a), along) / length2 : 0;

  return base_vec_distance (at, base_vec_add (a, base_vec_scale (along, base_clampf (t, 0, 1))));
}

float
handler_map_ground_line_bearing (const HandlerMapGround *self, PictureLineKind kind, BaseVec at,
                                 float reach_m)
{
  float best = reach_m;
  float bearing = -1;

  for (guint i = 0; i < self->n_lines; i++) {
    const HandlerMapLine *line = &self->lines[i];

    if (line->kind != kind || at.x < line->low.x - reach_m || at.x > line->high.x + reach_m ||
        at.y < line->low.y - reach_m || at.y > line->high.y + reach_m)
      continue;
    for (guint k = 1; k < line->n_points; k++) {
      float distance = segment_distance (at, line->points[k - 1], line->points[k]);
      BaseVec along = base_vec_sub (line->points[k], line->points[k - 1]);

      if (distance < best) {
        best = distance;
        bearing = fmodf (base_bearing_deg (along.x, along.y), 180.0f);
      }
    }
  }
  return bearing;
}

/* ---- Cells --------------------------------------------------------------------------------- */

/* Marks with 1 the cells within `reach_m` of a segment.  */
static void
mark_segment (const HandlerMapGround *self, guint8 *marks, BaseVec a, BaseVec b, float reach_m)
{
  int c0 = (int) floorf ((MIN (a.x, b.x) - reach_m) / self->cell_m);
  int c1 = (int) ceilf ((MAX (a.x, b.x) + reach_m) / self->cell_m);
  int r0 = (int) floorf ((MIN (a.y, b.y) - reach_m) / self->cell_m);
  int r1 = (int) ceilf ((MAX (a.y, b.y) + reach_m) / self->cell_m);

  for (int r = MAX (r0, 0); r <= MIN (r1, self->rows - 1); r++)
    for (int c = MAX (c0, 0); c <= MIN (c1, self->columns - 1); c++) {
      BaseVec at = base_vec (((float) c + 0.5f) * self->cell_m,
                             ((float) r + 0.5f) * self->cell_m);

      if (segment_distance (at, a, b) <= reach_m)
        marks[r * self->columns + c] = 1;
    }
}

/* The cells may follow the given points or a smooth line through them.  */
static guint8 *
mark_rivers (const HandlerMapGround *self, const PictureSheet *sheet)
{
  guint8 *marks = g_malloc0 ((gsize) self->columns * (gsize) self->rows);

  for (guint i = 0; i < self->n_lines; i++) {
    const HandlerMapLine *line = &self->lines[i];

    for (guint k = 1; line->kind == PICTURE_LINE_RIVER && k < line->n_points; k++)
      mark_segment (self, marks, line->points[k - 1], line->points[k],
                    line->half_width_m + 1.5f * self->cell_m);
  }
  for (size_t i = 0; i < sheet->n_lines; i++) {
    const PictureLine *line = &sheet->lines[i];

    for (guint k = 1; line->kind == PICTURE_LINE_RIVER && k < line->n_points; k++)
      mark_segment (self, marks, line->points[k - 1], line->points[k],
                    line->half_width_m + 1.5f * self->cell_m);
  }
  return marks;
}

static gboolean
is_line_cover (guint8 cover)
{
  return cover == PICTURE_COVER_ROAD || cover == PICTURE_COVER_BRIDGE ||
         cover == PICTURE_COVER_FORD || cover == PICTURE_COVER_CLIFF;
}

/* Most frequent cover around a cell that is no line, the lowest wins a tie; `self` if none.  */
static guint8
cover_around (const HandlerMapGround *self, const guint8 *covers, const guint8 *drop, int column,
              int row)
{
  guint counts[PICTURE_N_COVERS] = {0};
  guint best = PICTURE_COVER_OPEN;

  for (int r = MAX (row - 2, 0); r <= MIN (row + 2, self->rows - 1); r++)
    for (int c = MAX (column - 2, 0); c <= MIN (column + 2, self->columns - 1); c++) {
      int cell = r * self->columns + c;

      if (!drop[cell])
        counts[covers[cell]]++;
    }
  for (guint k = 1; k < PICTURE_N_COVERS; k++)
    if (counts[k] > counts[best])
      best = k;
  return (guint8) best;
}

/* Takes roads and rivers out of the cells.  Water that is no river's stays: a lake.  */
static void
clean_covers (HandlerMapGround *self, const PictureSheet *sheet)
{
  gsize n = (gsize) self->columns * (gsize) self->rows;
  g_autofree guint8 *drop = mark_rivers (self, sheet);

  for (gsize i = 0; i < n; i++) {
    guint8 cover = MIN (sheet->covers[i], PICTURE_COVER_UNKNOWN);

    self->covers[i] = cover;
    drop[i] = is_line_cover (cover) || (cover == PICTURE_COVER_WATER && drop[i]);
  }
  for (int r = 0; r < self->rows; r++)
    for (int c = 0; c < self->columns; c++) {
      int cell = r * self->columns + c;

      if (drop[cell])
        self->covers[cell] = cover_around (self, sheet->covers, drop, c, r);
    }
}

/* Each town's houses stand along its own street, each village's own way.  */
static guint8
town_turn (const HandlerMapGround *self, const PicturePlace *place)
{
  float bearing = handler_map_ground_line_bearing (self, PICTURE_LINE_ROAD, place->position,
                                                   MAX (place->radius_m, 300.0f));

  if (bearing < 0)
    bearing = (float) (base_random_mix ((guint64) place->position.x,
                                        (guint64) place->position.y) % 90);
  return (guint8) (fmodf (bearing, 90.0f) / 90.0f * 255.0f);
}

/* Houses reach over the edge of their cells: the cells beside a town turn with it.  */
static void
spread_turns (HandlerMapGround *self)
{
  for (int r = 0; r < self->rows; r++)
    for (int c = 0; c < self->columns; c++) {
      int cell = r * self->columns + c;

      if (self->covers[cell] == PICTURE_COVER_TOWN)
        continue;
      for (int k = 0; k < 25; k++) {
        int near_r = base_clampi (r - 2 + k / 5, 0, self->rows - 1);
        int near = near_r * self->columns + base_clampi (c - 2 + k % 5, 0, self->columns - 1);

        if (self->covers[near] == PICTURE_COVER_TOWN)
          self->turns[cell] = self->turns[near];
      }
    }
}

static void
turn_houses (HandlerMapGround *self, const PictureSheet *sheet)
{
  g_autofree float *nearest = g_new (float, (gsize) self->columns * (gsize) self->rows);
  gsize n = (gsize) self->columns * (gsize) self->rows;

  for (gsize i = 0; i < n; i++)
    nearest[i] = G_MAXFLOAT;
  for (size_t p = 0; p < sheet->n_places; p++) {
    const PicturePlace *place = &sheet->places[p];
    guint8 turn = town_turn (self, place);

    for (gsize i = 0; place->kind == PICTURE_PLACE_TOWN && i < n; i++) {
      BaseVec at = base_vec (((float) (i % (gsize) self->columns) + 0.5f) * self->cell_m,
                             ((float) (i / (gsize) self->columns) + 0.5f) * self->cell_m);
      float distance;

      if (self->covers[i] != PICTURE_COVER_TOWN)
        continue;
      distance = base_vec_distance_squared (at, place->position);
      if (distance < nearest[i]) {
        nearest[i] = distance;
        self->turns[i] = turn;
      }
    }
  }
}

static void
copy_heights (HandlerMapGround *self, const PictureSheet *sheet)
{
  gsize n = (gsize) self->columns * (gsize) self->rows;

  memcpy (self->heights_m, sheet->heights_m, n * sizeof (float));
  self->low_m = self->high_m = self->heights_m[0];
  for (gsize i = 1; i < n; i++) {
    self->low_m = MIN (self->low_m, self->heights_m[i]);
    self->high_m = MAX (self->high_m, self->heights_m[i]);
  }
}

/* ---- Coarser cells ------------------------------------------------------------------------- */

#define LEAST_CELLS 48

static HandlerMapGround *
ground_alloc (int columns, int rows)
{
  HandlerMapGround *self = g_atomic_rc_box_new0 (HandlerMapGround);
  gsize n = (gsize) columns * (gsize) rows;

  self->columns = columns;
  self->rows = rows;
  self->heights_m = g_new (float, n);
  self->covers = g_new (guint8, n);
  self->turns = g_new0 (guint8, n);
  return self;
}

/* One cell out of four: the mean height, and the cover that is not open if two are of it.  */
static void
merge_cells (const HandlerMapGround *fine, HandlerMapGround *self, int column, int row)
{
  int to = row * self->columns + column;
  int cells[4];
  float sum = 0;

  for (int k = 0; k < 4; k++) {
    int r = MIN (2 * row + k / 2, fine->rows - 1);

    cells[k] = r * fine->columns + MIN (2 * column + k % 2, fine->columns - 1);
    sum += fine->heights_m[cells[k]];
  }
  self->heights_m[to] = sum / 4;
  self->turns[to] = fine->turns[cells[0]];
  self->covers[to] = fine->covers[cells[0]];
  for (int a = 0; a < 4; a++)
    for (int b = a + 1; b < 4; b++)
      if (fine->covers[cells[a]] == fine->covers[cells[b]] &&
          fine->covers[cells[a]] != PICTURE_COVER_OPEN)
        self->covers[to] = fine->covers[cells[a]];
}

static HandlerMapGround *
coarser_new (const HandlerMapGround *fine)
{
  HandlerMapGround *self;

  if (MIN (fine->columns, fine->rows) < 2 * LEAST_CELLS)
    return NULL;
  self = ground_alloc ((fine->columns + 1) / 2, (fine->rows + 1) / 2);
  self->width_m = fine->width_m;
  self->height_m = fine->height_m;
  self->cell_m = 2 * fine->cell_m;
  self->low_m = fine->low_m;
  self->high_m = fine->high_m;
  for (int r = 0; r < self->rows; r++)
    for (int c = 0; c < self->columns; c++)
      merge_cells (fine, self, c, r);
  self->coarser = coarser_new (self);
  return self;
}

HandlerMapGround *
handler_map_ground_new (const PictureSheet *sheet)
{
  HandlerMapGround *self;

  g_return_val_if_fail (sheet != NULL && sheet->columns > 0 && sheet->rows > 0, NULL);

  self = ground_alloc (sheet->columns, sheet->rows);
  self->width_m = sheet->width_m;
  self->height_m = sheet->height_m;
  self->cell_m = sheet->cell_m;
  copy_heights (self, sheet);
  copy_lines (self, sheet);
  copy_minefields (self, sheet);
  clean_covers (self, sheet);
  turn_houses (self, sheet);
  spread_turns (self);
  self->coarser = coarser_new (self);
  return self;
}

HandlerMapGround *
handler_map_ground_ref (HandlerMapGround *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
ground_clear (gpointer data)
{
  HandlerMapGround *self = data;

  for (guint i = 0; i < self->n_lines; i++)
    g_free (self->lines[i].points);
  for (guint i = 0; i < self->n_minefields; i++)
    g_free (self->minefields[i].points);
  g_free (self->minefields);
  g_free (self->lines);
  g_free (self->heights_m);
  g_free (self->covers);
  g_free (self->turns);
  g_clear_pointer (&self->coarser, handler_map_ground_unref);
}

void
handler_map_ground_unref (HandlerMapGround *self)
{
  g_atomic_rc_box_release_full (self, ground_clear);
}

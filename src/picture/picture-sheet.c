/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map on her table.  */
#include "picture/picture.h"

#include "base/base-math.h"

#include <stdlib.h>
#include <string.h>

/* No battle goes on without memory: stop at the place that needed it.  */
static void *
check (void *memory)
{
  if (!memory)
    abort();
  return memory;
}

PictureSheet *
picture_sheet_new (float width_m, float height_m, float cell_m)
{
  PictureSheet *sheet = check (calloc (1, sizeof *sheet));
  size_t n_cells;

  sheet->width_m = width_m;
  sheet->height_m = height_m;
  sheet->cell_m = cell_m;
  sheet->columns = (int) (width_m / cell_m + 0.5f);
  sheet->rows = (int) (height_m / cell_m + 0.5f);
  sheet->columns = sheet->columns < 1 ? 1 : sheet->columns;
  sheet->rows = sheet->rows < 1 ? 1 : sheet->rows;
  n_cells = (size_t) sheet->columns * (size_t) sheet->rows;
  sheet->heights_m = check (calloc (n_cells, sizeof *sheet->heights_m));
  sheet->covers = check (malloc (n_cells));
  memset (sheet->covers, PICTURE_COVER_UNKNOWN, n_cells);
  return sheet;
}

void
picture_sheet_free (PictureSheet *sheet)
{
  if (!sheet)
    return;
  for (size_t i = 0; i < sheet->n_lines; i++)
    free (sheet->lines[i].points);
  for (size_t i = 0; i < sheet->n_minefields; i++)
    free (sheet->minefields[i].points);
  free (sheet->minefields);
  free (sheet->lines);
  free (sheet->places);
  free (sheet->covers);
  free (sheet->heights_m);
  free (sheet);
}

void
picture_sheet_add_line (PictureSheet *sheet, PictureLineKind kind, const BaseVec *points,
                        size_t n_points, float half_width_m)
{
  PictureLine *line;

  if (n_points == 0 || n_points > UINT16_MAX)
    return;
  sheet->lines = check (realloc (sheet->lines, (sheet->n_lines + 1) * sizeof *sheet->lines));
  line = &sheet->lines[sheet->n_lines++];
  line->kind = (uint8_t) kind;
  line->half_width_m = half_width_m;
  line->n_points = (uint16_t) n_points;
  line->points = check (malloc (n_points * sizeof *points));
  memcpy (line->points, points, n_points * sizeof *points);
}

void
picture_sheet_add_place (PictureSheet *sheet, const PicturePlace *place)
{
  sheet->places = check (realloc (sheet->places, (sheet->n_places + 1) * sizeof *sheet->places));
  sheet->places[sheet->n_places++] = *place;
}

void
picture_sheet_add_minefield (PictureSheet *sheet, const BaseVec *points, size_t n_points,
                             float radius_m)
{
  PictureMinefield *field;

  if (n_points == 0 || n_points > UINT16_MAX)
    return;
  sheet->minefields = check (
      realloc (sheet->minefields, (sheet->n_minefields + 1) * sizeof *sheet->minefields));
  field = &sheet->minefields[sheet->n_minefields++];
  field->radius_m = radius_m;
  field->n_points = (uint16_t) n_points;
  field->points = check (malloc (n_points * sizeof *points));
  memcpy (field->points, points, n_points * sizeof *points);
}

/* Even-odd rule (Shimrat 1962).  */
static bool
is_inside (const PictureMinefield *field, BaseVec at)
{
  bool inside = false;

  for (int i = 0, j = field->n_points - 1; i < field->n_points; j = i++) {
    BaseVec a = field->points[i], b = field->points[j];

    if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

bool
picture_sheet_is_mined (const PictureSheet *sheet, BaseVec at)
{
  for (size_t i = 0; i < sheet->n_minefields; i++) {
    const PictureMinefield *field = &sheet->minefields[i];

    if (field->n_points < 3 ? base_vec_distance (at, field->points[0]) <= field->radius_m
                            : is_inside (field, at))
      return true;
  }
  return false;
}

static int
clamp_index (float index, int count)
{
  return index < 0 ? 0 : (index >= (float) count ? count - 1 : (int) index);
}

/* Cell index and the share of the way to the next, counted from cell centres; the edge holds
 * beyond it.  */
static int
split (float metres, float cell_m, int count, float *share)
{
  float place = base_clampf (metres / cell_m - 0.5f, 0, (float) (count - 1));
  int index = base_clampi ((int) place, 0, count - 1);

  *share = index == count - 1 ? 0 : place - (float) index;
  return index;
}

float
picture_sheet_height (const PictureSheet *sheet, BaseVec at)
{
  float u, v;
  int column = split (at.x, sheet->cell_m, sheet->columns, &u);
  int row = split (at.y, sheet->cell_m, sheet->rows, &v);
  int right = column + (u > 0);
  const float *low = sheet->heights_m + (size_t) row * (size_t) sheet->columns;
  const float *high = v > 0 ? low + sheet->columns : low;
  float south = low[column] + (low[right] - low[column]) * u;
  float north = high[column] + (high[right] - high[column]) * u;

  return south + (north - south) * v;
}

PictureCover
picture_sheet_cover (const PictureSheet *sheet, BaseVec at)
{
  int column = clamp_index (at.x / sheet->cell_m, sheet->columns);
  int row = clamp_index (at.y / sheet->cell_m, sheet->rows);

  return (PictureCover) sheet->covers[(size_t) row * (size_t) sheet->columns + (size_t) column];
}

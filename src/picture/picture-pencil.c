/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Her pencil: lines drawn on the map, rubbed out, and back.  What is rubbed out stays in its row, unseen,
 * for as long as that can be taken back.  */
#include "picture/picture-private.h"

#include "base/base-codec-names.h"

#include <string.h>

bool
picture_points_are_fit (uint8_t ink, uint8_t n_points, const BaseVec *points)
{
  if (ink >= PICTURE_N_INKS || n_points < 2 || n_points > PICTURE_MAX_STROKE_POINTS)
    return false;
  for (uint8_t i = 0; i < n_points; i++)
    if (!picture_vec_is_finite (points[i]))
      return false;
  return true;
}

static PictureStrokeState *
find_stroke (Picture *picture, uint32_t number)
{
  for (size_t i = 0; i < picture->n_strokes; i++)
    if (picture->strokes[i].shown.number == number)
      return &picture->strokes[i];
  return NULL;
}

size_t
picture_pencil_count (const Picture *picture)
{
  size_t n = 0;

  for (size_t i = 0; i < picture->n_strokes; i++)
    n += picture->strokes[i].erased == 0;
  return n;
}

static void
remove_row (Picture *picture, size_t row)
{
  memmove (&picture->strokes[row], &picture->strokes[row + 1],
           (picture->n_strokes - row - 1) * sizeof picture->strokes[0]);
  picture->n_strokes--;
}

void
picture_pencil_forget (Picture *picture, const PictureUndo *undo)
{
  if (undo->edit.kind != PICTURE_EDIT_ERASE && undo->edit.kind != PICTURE_EDIT_CLEAR)
    return;
  for (size_t row = picture->n_strokes; row-- > 0;)
    if (picture->strokes[row].erased == undo->edit.other)
      remove_row (picture, row);
}

/* ---- Drawing -------------------------------------------------------------------------------- */

/* Rows are by number: a line that is drawn again has the one it had.  */
static PictureStroke *
insert_row (Picture *picture, uint32_t number)
{
  size_t row = picture->n_strokes;

  while (row > 0 && picture->strokes[row - 1].shown.number > number)
    row--;
  memmove (&picture->strokes[row + 1], &picture->strokes[row],
           (picture->n_strokes - row) * sizeof picture->strokes[0]);
  picture->n_strokes++;
  picture->strokes[row] = (PictureStrokeState) {.shown.number = number};
  return &picture->strokes[row].shown;
}

bool
picture_pencil_draw (Picture *picture, const PictureEdit *edit)
{
  PictureEdit done = *edit;
  PictureStroke *stroke;

  if (done.track == 0 || done.track > picture->last_stroke || find_stroke (picture, done.track))
    done.track = picture->last_stroke + 1;
  if (picture_pencil_count (picture) >= PICTURE_MAX_STROKES || done.track == 0)
    return false;
  picture_remember (picture, &done); /* the oldest that was rubbed out may go with it */
  if (picture->n_strokes == PICTURE_MAX_STROKE_ROWS)
    remove_row (picture, 0);
  picture->last_stroke = done.track > picture->last_stroke ? done.track : picture->last_stroke;
  stroke = insert_row (picture, done.track);
  stroke->ink = done.ink;
  stroke->n_points = done.n_points;
  for (uint8_t i = 0; i < done.n_points; i++)
    stroke->points[i] = picture_clamp (picture, done.points[i]);
  return true;
}

bool
picture_pencil_undraw (Picture *picture, const PictureUndo *undo)
{
  PictureStrokeState *stroke = find_stroke (picture, undo->edit.track);

  if (!stroke || stroke->erased != 0)
    return false;
  remove_row (picture, (size_t) (stroke - picture->strokes));
  return true;
}

/* ---- Rubbing out ---------------------------------------------------------------------------- */

bool
picture_pencil_erase (Picture *picture, const PictureEdit *edit)
{
  PictureEdit done = *edit;
  bool any = false;

  done.other = picture->last_erasing + 1;
  for (size_t i = 0; i < picture->n_strokes && done.other != 0; i++) {
    PictureStrokeState *stroke = &picture->strokes[i];

    if (stroke->erased != 0 ||
        (edit->kind == PICTURE_EDIT_ERASE && stroke->shown.number != edit->track))
      continue;
    stroke->erased = done.other;
    any = true;
  }
  if (!any)
    return false;
  picture->last_erasing = done.other;
  picture_remember (picture, &done);
  return true;
}

bool
picture_pencil_unerase (Picture *picture, const PictureUndo *undo)
{
  size_t living = picture_pencil_count (picture);
  bool any = false;

  for (size_t i = 0; i < picture->n_strokes && living < PICTURE_MAX_STROKES; i++) {
    if (picture->strokes[i].erased != undo->edit.other)
      continue;
    picture->strokes[i].erased = 0;
    living++;
    any = true;
  }
  return any;
}

/* ---- State and view ------------------------------------------------------------------------- */

static void
visit_stroke (BaseCodec *codec, PictureStrokeState *stroke)
{
  base_codec_u32 (codec, &stroke->shown.number);
  base_codec_u32 (codec, &stroke->erased);
  picture_pencil_visit_points (codec, &stroke->shown.ink, &stroke->shown.n_points,
                               stroke->shown.points);
}
#define visit_stroke(codec, stroke) BASE_CODEC_PART (visit_stroke, codec, stroke)

/* Their number first: there is no line without points, but an edit may have none.  */
void
picture_pencil_visit_points (BaseCodec *codec, uint8_t *ink, uint8_t *n_points, BaseVec *points)
{
  base_codec_u8 (codec, n_points);
  base_codec_u8 (codec, ink);
  base_codec_fail_unless (codec, *n_points <= PICTURE_MAX_STROKE_POINTS);
  for (uint8_t i = 0; i < *n_points && !codec->failed; i++)
    base_codec_vec (codec, &points[i]);
}

void
picture_pencil_visit (BaseCodec *codec, Picture *picture)
{
  uint32_t before = 0;

  base_codec_u32 (codec, &picture->last_stroke);
  base_codec_u32 (codec, &picture->last_erasing);
  base_codec_count (codec, &picture->n_strokes, PICTURE_MAX_STROKE_ROWS);
  for (size_t i = 0; i < picture->n_strokes; i++) {
    const PictureStrokeState *stroke = &picture->strokes[i];

    visit_stroke (codec, &picture->strokes[i]);
    base_codec_fail_unless (codec, stroke->shown.number > before &&
                                       stroke->shown.number <= picture->last_stroke &&
                                       stroke->erased <= picture->last_erasing &&
                                       picture_points_are_fit (stroke->shown.ink,
                                                               stroke->shown.n_points,
                                                               stroke->shown.points));
    before = stroke->shown.number;
  }
  base_codec_fail_unless (codec, picture_pencil_count (picture) <= PICTURE_MAX_STROKES);
}

void
picture_pencil_show (const Picture *picture, PictureView *view)
{
  view->n_strokes = 0;
  for (size_t i = 0; i < picture->n_strokes; i++)
    if (picture->strokes[i].erased == 0)
      view->strokes[view->n_strokes++] = picture->strokes[i].shown;
}

const PictureStroke *
picture_view_stroke (const PictureView *view, uint32_t number)
{
  for (size_t i = 0; i < view->n_strokes; i++)
    if (view->strokes[i].number == number)
      return &view->strokes[i];
  return NULL;
}

float
picture_stroke_length_m (const PictureStroke *stroke)
{
  float length = 0;

  for (uint8_t i = 1; i < stroke->n_points; i++)
    length += base_vec_distance (stroke->points[i - 1], stroke->points[i]);
  return length;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pencil: lines drawn, rubbed out, taken back and done again, within their bounds, as state.  */
#include "base/base-random.h"
#include "picture-builder.h"
#include "picture/picture-private.h"

#include <glib.h>
#include <math.h>

static gboolean
draw (Picture *picture, guint ink, guint n_points, float at)
{
  PictureEdit edit = {.kind = PICTURE_EDIT_DRAW, .ink = (guint8) ink, .n_points = (guint8) n_points};

  for (guint i = 0; i < MIN (n_points, PICTURE_MAX_STROKE_POINTS); i++)
    edit.points[i] = base_vec (at + 100 * (float) i, at);
  return picture_edit (picture, &edit);
}

static gboolean
edit (Picture *picture, PictureEditKind kind, guint number)
{
  PictureEdit one = {.kind = (guint8) kind, .track = number};

  return picture_edit (picture, &one);
}

/* The numbers of the lines shown, as "1 2 4".  */
static void
assert_shown (Picture *picture, const char *numbers)
{
  const PictureView *view = build_view (picture);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < view->n_strokes; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", view->strokes[i].number);
  g_assert_cmpstr (text->str, ==, numbers);
  g_string_free (text, TRUE);
}

static void
test_draw (void)
{
  Picture *picture = build_picture (4);
  const PictureView *view;

  g_assert_true (draw (picture, PICTURE_INK_ORANGE, 3, 500));
  g_assert_true (draw (picture, PICTURE_INK_GREY, 2, -500)); /* off the map */
  view = build_view (picture);
  g_assert_cmpuint (view->n_strokes, ==, 2);
  g_assert_cmpuint (view->strokes[0].ink, ==, PICTURE_INK_ORANGE);
  g_assert_cmpuint (view->strokes[0].n_points, ==, 3);
  g_assert_cmpfloat (view->strokes[0].points[2].x, ==, 700);
  g_assert_cmpfloat (picture_stroke_length_m (&view->strokes[0]), ==, 200);
  g_assert_cmpfloat (view->strokes[1].points[0].x, ==, 0); /* held on it */
  g_assert_true (picture_view_stroke (view, 2) == &view->strokes[1]);
  g_assert_null (picture_view_stroke (view, 3));
  picture_free (picture);
}

static void
test_refused (void)
{
  Picture *picture = build_picture (4);
  PictureEdit endless = {.kind = PICTURE_EDIT_DRAW, .n_points = 2};
  PictureEdit name = {.kind = PICTURE_EDIT_MARK, .name = "depot", .n_points = 2};
  guint64 hash = picture_hash (picture);

  endless.points[1].x = NAN;
  g_assert_false (picture_edit (picture, &endless));
  g_assert_false (picture_edit (picture, &name));
  g_assert_false (draw (picture, PICTURE_N_INKS, 2, 500));
  g_assert_false (draw (picture, 0, 1, 500));
  g_assert_false (draw (picture, 0, PICTURE_MAX_STROKE_POINTS + 1, 500));
  g_assert_false (edit (picture, PICTURE_EDIT_ERASE, 1));
  g_assert_false (edit (picture, PICTURE_EDIT_CLEAR, 0));
  g_assert_false (edit (picture, PICTURE_EDIT_REDO, 0));
  g_assert_cmphex (picture_hash (picture), ==, hash);
  for (guint i = 0; i < PICTURE_MAX_STROKES; i++)
    g_assert_true (draw (picture, 0, PICTURE_MAX_STROKE_POINTS, 500));
  hash = picture_hash (picture);
  g_assert_false (draw (picture, 0, 2, 500));
  g_assert_cmphex (picture_hash (picture), ==, hash);
  picture_free (picture);
}

static void
test_undo_redo (void)
{
  Picture *picture = build_picture (4);
  guint64 hash;

  for (guint i = 0; i < 4; i++)
    g_assert_true (draw (picture, i, 2, 500));
  g_assert_true (edit (picture, PICTURE_EDIT_ERASE, 2));
  g_assert_false (edit (picture, PICTURE_EDIT_ERASE, 2));
  assert_shown (picture, "1 3 4");
  g_assert_true (edit (picture, PICTURE_EDIT_CLEAR, 0));
  assert_shown (picture, "");
  g_assert_cmpuint (build_view (picture)->undo_kind, ==, PICTURE_EDIT_CLEAR);
  hash = picture_hash (picture);
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0));
  assert_shown (picture, "1 3 4");
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0));
  assert_shown (picture, "1 2 3 4");
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0));
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0));
  assert_shown (picture, "1 2");
  g_assert_cmpuint (build_view (picture)->n_redo, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_true (edit (picture, PICTURE_EDIT_REDO, 0));
  assert_shown (picture, "");
  g_assert_cmphex (picture_hash (picture), !=, hash); /* another erasing */
  for (guint i = 0; i < 2; i++)
    g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0));
  assert_shown (picture, "1 2 3 4");
  /* What is done by hand ends what could be done again; numbers are never given twice.  */
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0));
  g_assert_true (draw (picture, 0, 2, 900));
  assert_shown (picture, "1 2 3 5");
  g_assert_false (edit (picture, PICTURE_EDIT_REDO, 0));
  picture_free (picture);
}

/* Other edits of hers take part: a mark that is taken back comes again.  */
static void
test_marks_too (void)
{
  Picture *picture = build_picture (4);
  PictureEdit mark = {.kind = PICTURE_EDIT_MARK, .name = "depot"};

  g_assert_true (draw (picture, 0, 2, 500));
  g_assert_true (picture_edit (picture, &mark));
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0));
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0));
  g_assert_true (edit (picture, PICTURE_EDIT_REDO, 0));
  g_assert_cmpuint (build_view (picture)->n_marks, ==, 0);
  g_assert_true (edit (picture, PICTURE_EDIT_REDO, 0));
  g_assert_cmpuint (build_view (picture)->n_marks, ==, 1);
  g_assert_false (edit (picture, PICTURE_EDIT_REDO, 0));
  assert_shown (picture, "1");
  picture_free (picture);
}

static Picture *
save_and_load (const Picture *picture)
{
  Picture *loaded = build_picture (4);
  size_t size = picture_save (picture, NULL, 0);
  g_autofree guint8 *bytes = g_malloc (size);

  picture_save (picture, bytes, size);
  g_assert_true (picture_load (loaded, bytes, size));
  g_assert_cmphex (picture_hash (loaded), ==, picture_hash (picture));
  return loaded;
}

/* A long random use stays in its bounds, is the same after a save at each moment, and comes all the way back.  */
static void
test_long_use (void)
{
  Picture *picture = build_picture (4);
  BaseRandom random;
  guint most = 0;

  base_random_init (&random, 86, 0);
  for (guint i = 0; i < 4000; i++) {
    static const PictureEditKind kinds[] = {PICTURE_EDIT_ERASE, PICTURE_EDIT_UNDO, PICTURE_EDIT_REDO,
                                            PICTURE_EDIT_CLEAR};
    guint which = (guint) base_random_range (&random, 0, 40);
    guint number = (guint) base_random_range (&random, 1, (float) picture->last_stroke + 1);
    guint64 before = picture_hash (picture);
    gboolean done = which >= 4 + 8 ? draw (picture, which % PICTURE_N_INKS, 2 + which % 20, 500)
                                   : edit (picture, kinds[which < 3 * 3 ? which % 3 : which == 9 ? 3 : 0],
                                           number);

    g_assert_cmpuint (picture->n_strokes, <=, PICTURE_MAX_STROKE_ROWS);
    g_assert_cmpuint (picture_pencil_count (picture), <=, PICTURE_MAX_STROKES);
    g_assert_cmpuint (picture->n_undo + picture->n_redo, <=, PICTURE_MAX_UNDO);
    g_assert_true (done == (picture_hash (picture) != before));
    most = MAX (most, (guint) picture_pencil_count (picture));
    if (i % 16 == 0) {
      Picture *loaded = save_and_load (picture);

      picture_free (picture);
      picture = loaded;
    }
  }
  g_assert_cmpuint (most, ==, PICTURE_MAX_STROKES);
  picture_free (picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/pencil/draw", test_draw);
  g_test_add_func ("/picture/pencil/refused", test_refused);
  g_test_add_func ("/picture/pencil/undo-redo", test_undo_redo);
  g_test_add_func ("/picture/pencil/marks-too", test_marks_too);
  g_test_add_func ("/picture/pencil/long-use", test_long_use);
  return g_test_run ();
}

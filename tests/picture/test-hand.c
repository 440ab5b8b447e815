/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What she does to the picture herself: merging, splitting, names, marks, and taking it back.  */
#include "picture/picture-builder.h"

#include <glib.h>
#include <string.h>

static const BaseVec north = {2000, 4000}, east = {4200, 4000}, between = {3100, 4000};

static gboolean
edit (Picture *picture, PictureEditKind kind, guint track, guint other, const char *name)
{
  PictureEdit one = {.kind = (guint8) kind, .track = track, .other = other, .position = east};

  one.precise_m = 167;
  g_strlcpy (one.name, name, sizeof one.name);
  return picture_edit (picture, &one);
}

/* Two platoons, two tracks: 1 at `north` of the first, 2 at `east` of the second.  */
static Picture *
two_tracks (void)
{
  Picture *picture = build_picture (8);

  build_take (picture, build_contact (10, 0, 1, BUILD_GRAUWOLF, 4, north, 60, NULL));
  build_take (picture, build_contact (11, 4, 1, BUILD_GRAUWOLF, 3, east, 60, NULL));
  g_assert_cmpuint (picture_n_tracks (picture), ==, 2);
  return picture;
}

/* One track takes later reports of both platoons, and keeps its number.  */
static void
test_merge (void)
{
  Picture *picture = two_tracks ();
  const PictureTrack *track;

  g_assert_true (edit (picture, PICTURE_EDIT_MERGE, 1, 2, ""));
  g_assert_cmpuint (picture_n_tracks (picture), ==, 1);
  for (guint s = 20; s < 60; s += 10) {
    build_take (picture, build_contact (s, 0, 1, BUILD_GRAUWOLF, 4, between, 60, NULL));
    build_take (picture, build_contact (s + 3, 4, 1, BUILD_GRAUWOLF, 4, between, 60, NULL));
  }
  track = picture_track (picture, 0);
  g_assert_cmpuint (picture_n_tracks (picture), ==, 1);
  g_assert_cmpuint (track->number, ==, 1);
  g_assert_cmpuint (track->t_heard, ==, SIM_SECONDS (53));
  g_assert_cmpuint (track->n_sources, ==, 2);
  g_assert_cmpfloat (base_vec_distance (track->position, between), <, 100);
  picture_free (picture);
}

/* Undone, each hears its own again, and nothing puts them together by itself.  */
static void
test_undo_merge (void)
{
  Picture *picture = two_tracks ();
  const PictureView *view;

  g_assert_true (edit (picture, PICTURE_EDIT_MERGE, 2, 1, ""));
  g_assert_cmpuint (picture_track (picture, 0)->number, ==, 2);
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0, 0, ""));
  g_assert_cmpuint (picture_n_tracks (picture), ==, 2);
  g_assert_cmpuint (picture_track (picture, 0)->number, ==, 1);
  for (guint s = 20; s < 120; s += 10) {
    build_take (picture, build_contact (s, 0, 1, BUILD_GRAUWOLF, 4, between, 60, NULL));
    build_take (picture, build_contact (s + 1, 4, 1, BUILD_GRAUWOLF, 4, between, 60, NULL));
  }
  view = build_view (picture);
  g_assert_cmpuint (view->n_tracks, ==, 2);
  g_assert_cmpuint (view->tracks[0].t_heard, ==, SIM_SECONDS (110));
  g_assert_cmpuint (view->tracks[1].t_heard, ==, SIM_SECONDS (111));
  g_assert_false (edit (picture, PICTURE_EDIT_UNDO, 0, 0, ""));
  picture_free (picture);
}

/* Two platoons told of one track; split, each goes on with its own.  */
static void
test_split (void)
{
  Picture *picture = build_picture (8);
  const PictureView *view;

  build_take (picture, build_contact (10, 0, 1, BUILD_LOEWE, 2, north, 60, NULL));
  build_take (picture, build_contact (12, 4, 1, BUILD_LOEWE, 2, north, 60, NULL));
  g_assert_cmpuint (picture_n_tracks (picture), ==, 1);
  g_assert_true (edit (picture, PICTURE_EDIT_SPLIT, 1, 0, ""));
  view = build_view (picture);
  g_assert_cmpuint (view->n_tracks, ==, 2);
  g_assert_cmpuint (view->tracks[0].type, ==, BUILD_LOEWE);
  g_assert_cmpuint (view->tracks[1].type, ==, BUILD_LOEWE);
  g_assert_cmpuint (view->tracks[1].number, ==, 2);
  for (guint s = 20; s < 120; s += 10) {
    build_take (picture, build_contact (s, 0, 1, BUILD_LOEWE, 2, north, 60, NULL));
    build_take (picture, build_contact (s + 1, 4, 1, BUILD_LOEWE, 3, north, 60, NULL));
  }
  view = build_view (picture);
  g_assert_cmpuint (view->n_tracks, ==, 2);
  g_assert_cmpuint (view->tracks[0].count, ==, 3); /* the second platoon told of it last */
  g_assert_cmpuint (view->tracks[1].count, ==, 2);
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0, 0, ""));
  g_assert_cmpuint (picture_n_tracks (picture), ==, 1);
  picture_free (picture);
}

/* What one alone told of is parted in half; one machine can not be.  */
static void
test_split_in_half (void)
{
  Picture *picture = build_picture (8);
  const PictureView *view;

  build_take (picture, build_contact (10, 0, 1, BUILD_AMEISE, 5, north, 60, NULL));
  g_assert_true (edit (picture, PICTURE_EDIT_SPLIT, 1, 0, ""));
  view = build_view (picture);
  g_assert_cmpuint (view->tracks[0].count, ==, 3);
  g_assert_cmpuint (view->tracks[1].count, ==, 2);
  build_take (picture, build_contact (11, 4, 1, BUILD_LOEWE, 1, (BaseVec){9000, 9000}, 60, NULL));
  g_assert_false (edit (picture, PICTURE_EDIT_SPLIT, 3, 0, ""));
  picture_free (picture);
}

static void
test_names (void)
{
  Picture *picture = two_tracks ();

  g_assert_true (edit (picture, PICTURE_EDIT_NAME, 1, 0, "hammer"));
  g_assert_cmpstr (picture_track (picture, 0)->name, ==, "hammer");
  g_assert_false (edit (picture, PICTURE_EDIT_NAME, 2, 0, "hammer"));
  g_assert_false (edit (picture, PICTURE_EDIT_MARK, 0, 0, "hammer"));
  g_assert_true (edit (picture, PICTURE_EDIT_NAME, 1, 0, "anvil"));
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0, 0, ""));
  g_assert_cmpstr (picture_track (picture, 0)->name, ==, "hammer");
  g_assert_true (edit (picture, PICTURE_EDIT_MERGE, 2, 1, "")); /* the name lives on */
  g_assert_cmpstr (picture_track (picture, 0)->name, ==, "hammer");
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0, 0, ""));
  g_assert_cmpstr (picture_track (picture, 0)->name, ==, "hammer");
  g_assert_cmpstr (picture_track (picture, 1)->name, ==, "");
  picture_free (picture);
}

static void
test_marks (void)
{
  Picture *picture = build_picture (4);
  PictureEdit here = {.kind = PICTURE_EDIT_MARK, .position = north, .name = "depot"};
  const PictureView *view;

  g_assert_true (picture_edit (picture, &here));
  g_assert_true (edit (picture, PICTURE_EDIT_MARK, 0, 0, "depot")); /* moved */
  view = build_view (picture);
  g_assert_cmpuint (view->n_marks, ==, 1);
  g_assert_cmpfloat (view->marks[0].position.x, ==, east.x);
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0, 0, ""));
  g_assert_cmpfloat (build_view (picture)->marks[0].position.x, ==, north.x);
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0, 0, ""));
  g_assert_cmpuint (build_view (picture)->n_marks, ==, 0);
  for (guint i = 0; i < PICTURE_MAX_MARKS; i++) {
    g_autofree char *name = g_strdup_printf ("place %u", i);

    g_assert_true (edit (picture, PICTURE_EDIT_MARK, 0, 0, name));
  }
  g_assert_false (edit (picture, PICTURE_EDIT_MARK, 0, 0, "one more"));
  g_assert_false (edit (picture, PICTURE_EDIT_MARK, 0, 0, ""));
  picture_free (picture);
}

/* A mark that is gone, or called otherwise, comes back as it was and where it stood.  */
static void
test_marks_changed (void)
{
  Picture *picture = build_picture (4);
  guint64 hash;

  g_assert_true (edit (picture, PICTURE_EDIT_MARK, 0, 0, "depot"));
  g_assert_true (edit (picture, PICTURE_EDIT_MARK, 0, 0, "orchard"));
  hash = picture_hash (picture);
  g_assert_false (edit (picture, PICTURE_EDIT_UNMARK, 0, 0, "nowhere"));
  g_assert_false (edit (picture, PICTURE_EDIT_RENAME, 0, 0, "well"));
  g_assert_false (edit (picture, PICTURE_EDIT_RENAME, 3, 0, "well"));
  g_assert_false (edit (picture, PICTURE_EDIT_RENAME, 1, 0, "orchard"));
  g_assert_false (edit (picture, PICTURE_EDIT_RENAME, 1, 0, ""));
  g_assert_cmphex (picture_hash (picture), ==, hash);
  g_assert_true (edit (picture, PICTURE_EDIT_RENAME, 1, 0, "well"));
  g_assert_cmpstr (build_view (picture)->marks[0].name, ==, "well");
  g_assert_true (edit (picture, PICTURE_EDIT_UNMARK, 0, 0, "well"));
  g_assert_cmpuint (build_view (picture)->n_marks, ==, 1);
  g_assert_cmpstr (build_view (picture)->marks[0].name, ==, "orchard");
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0, 0, ""));
  g_assert_cmpstr (build_view (picture)->marks[0].name, ==, "well");
  g_assert_cmpfloat (build_view (picture)->marks[0].position.x, ==, east.x);
  g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0, 0, ""));
  g_assert_cmpstr (build_view (picture)->marks[0].name, ==, "depot");
  g_assert_true (edit (picture, PICTURE_EDIT_REDO, 0, 0, ""));
  g_assert_cmpstr (build_view (picture)->marks[0].name, ==, "well");
  g_assert_true (edit (picture, PICTURE_EDIT_REDO, 0, 0, ""));
  g_assert_cmpuint (build_view (picture)->n_marks, ==, 1);
  g_assert_false (edit (picture, PICTURE_EDIT_REDO, 0, 0, ""));
  picture_free (picture);
}

static void
test_refused (void)
{
  Picture *picture = two_tracks ();
  PictureEdit endless = {.kind = PICTURE_EDIT_NAME, .track = 1};
  guint64 hash = picture_hash (picture);

  memset (endless.name, 'x', sizeof endless.name);
  g_assert_false (picture_edit (picture, &endless));
  g_assert_false (edit (picture, PICTURE_EDIT_MERGE, 1, 1, ""));
  g_assert_false (edit (picture, PICTURE_EDIT_MERGE, 1, 9, ""));
  g_assert_false (edit (picture, PICTURE_EDIT_SPLIT, 9, 0, ""));
  g_assert_false (edit (picture, PICTURE_EDIT_NAME, 9, 0, "nine"));
  g_assert_false (edit (picture, PICTURE_EDIT_UNDO, 0, 0, ""));
  g_assert_false (edit (picture, PICTURE_N_EDITS, 1, 0, ""));
  g_assert_cmphex (picture_hash (picture), ==, hash);
  picture_free (picture);
}

/* All of it is state: hashed, and the same after a save, down to what can be taken back.  */
static void
test_state (void)
{
  Picture *picture = two_tracks (), *loaded = build_picture (8);
  guint64 hash = picture_hash (picture);
  g_autofree guint8 *bytes = NULL;
  size_t size;

  for (PictureEditKind kind = PICTURE_EDIT_NAME; kind <= PICTURE_EDIT_MARK; kind++) {
    g_assert_true (edit (picture, kind, 1, 0, kind == PICTURE_EDIT_NAME ? "hammer" : "depot"));
    g_assert_cmphex (picture_hash (picture), !=, hash);
    hash = picture_hash (picture);
  }
  g_assert_true (edit (picture, PICTURE_EDIT_SPLIT, 1, 0, ""));
  g_assert_true (edit (picture, PICTURE_EDIT_MERGE, 1, 2, ""));
  size = picture_save (picture, NULL, 0);
  bytes = g_malloc (size);
  picture_save (picture, bytes, size);
  g_assert_true (picture_load (loaded, bytes, size));
  g_assert_cmphex (picture_hash (loaded), ==, picture_hash (picture));
  for (guint i = 0; i < 4; i++) {
    g_assert_true (edit (picture, PICTURE_EDIT_UNDO, 0, 0, ""));
    g_assert_true (edit (loaded, PICTURE_EDIT_UNDO, 0, 0, ""));
    g_assert_cmphex (picture_hash (loaded), ==, picture_hash (picture));
  }
  picture_free (picture);
  picture_free (loaded);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/hand/merge", test_merge);
  g_test_add_func ("/picture/hand/undo-merge", test_undo_merge);
  g_test_add_func ("/picture/hand/split", test_split);
  g_test_add_func ("/picture/hand/split-in-half", test_split_in_half);
  g_test_add_func ("/picture/hand/names", test_names);
  g_test_add_func ("/picture/hand/marks", test_marks);
  g_test_add_func ("/picture/hand/marks-changed", test_marks_changed);
  g_test_add_func ("/picture/hand/refused", test_refused);
  g_test_add_func ("/picture/hand/state", test_state);
  return g_test_run ();
}

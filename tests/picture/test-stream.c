/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Properties over random streams of messages: whatever comes, the picture stays a picture.
 *
 * A picture is fed by messages alone, so "equal messages, other hidden circumstances" needs no
 * circumstances here: there is nothing else to vary but where the picture lies in memory, how time
 * is cut into steps and what the memory held before.  Those are varied.  */
#include "picture/picture-builder.h"

#include <glib.h>
#include <string.h>

#define N_OWN 21

typedef struct {
  BaseRandom random;
  SimTick t;
} Stream;

static Stream
stream_start (guint64 seed)
{
  Stream stream = {.t = 0};

  base_random_init (&stream.random, seed, 0);
  return stream;
}

static SimMessage
stream_next (Stream *stream)
{
  if (base_random_chance (&stream->random, 0.4f))
    stream->t += base_random_below (&stream->random, 25);
  return build_random (&stream->random, stream->t, N_OWN);
}

static void
test_stays_within_limits (void)
{
  for (guint64 seed = 0; seed < 20; seed++) {
    Picture *picture = build_picture (N_OWN);
    Stream stream = stream_start (seed);

    for (int i = 0; i < 3000; i++) {
      build_take (picture, stream_next (&stream));
      if (i % 10 == 0)
        build_check_view (build_view (picture));
    }
    picture_free (picture);
  }
}

static void
test_equal_streams_equal_hashes (void)
{
  Picture *a = build_picture (N_OWN), *b;
  Stream one = stream_start (5), other = stream_start (5);
  g_autofree guint8 *noise = g_malloc (400000);
  g_autofree PictureView *view = NULL;

  memset (noise, 0xa5, 400000);
  g_clear_pointer (&noise, g_free);
  b = build_picture (N_OWN);
  for (int i = 0; i < 4000; i++) {
    SimMessage message = stream_next (&one);
    SimTick before = other.t;

    build_take (a, message);
    message = stream_next (&other);
    for (SimTick t = before; t < message.t; t++)
      picture_advance (b, t); /* every tick, where `a` jumped */
    build_take (b, message);
    g_assert_cmphex (picture_hash (a), ==, picture_hash (b));
  }
  view = g_memdup2 (build_view (a), sizeof *view);
  build_assert_same_view (view, build_view (b));
  picture_free (a);
  picture_free (b);
}

static void
test_different_streams_different_hashes (void)
{
  Picture *a = build_picture (N_OWN), *b = build_picture (N_OWN);
  SimMessage message = build_contact (10, 0, 1, BUILD_AMEISE, 3, base_vec (3000, 5000), 80, NULL);

  picture_take (a, &message);
  message.report.error_m = 81;
  picture_take (b, &message);
  g_assert_cmphex (picture_hash (a), !=, picture_hash (b));
  picture_free (a);
  picture_free (b);
}

/* A picture that is written and read back at every step is the same as one that is not.  */
static void
test_save_load_is_invisible (void)
{
  Picture *plain = build_picture (N_OWN), *saved = build_picture (N_OWN);
  Stream stream = stream_start (11);
  g_autofree guint8 *bytes = NULL;
  size_t capacity = 0;

  for (int i = 0; i < 2000; i++) {
    SimMessage message = stream_next (&stream);
    size_t size;
    Picture *fresh = build_picture (N_OWN);

    build_take (plain, message);
    build_take (saved, message);
    size = picture_save (saved, NULL, 0);
    if (size > capacity)
      bytes = g_realloc (bytes, capacity = size);
    g_assert_cmpuint (picture_save (saved, bytes, size), ==, size);
    g_assert_true (picture_load (fresh, bytes, size));
    picture_free (saved);
    saved = fresh;
    g_assert_cmphex (picture_hash (plain), ==, picture_hash (saved));
    if (i % 50 == 0) {
      g_autofree PictureView *view = g_memdup2 (build_view (plain), sizeof *view);

      build_assert_same_view (view, build_view (saved));
    }
  }
  picture_free (plain);
  picture_free (saved);
}

/* Two hundred enemies that nobody confuses, and then more than there is room for.  */
static void
test_full_table (void)
{
  Picture *picture = build_picture (N_OWN);
  const PictureView *view;

  for (unsigned i = 0; i < PICTURE_MAX_TRACKS + 40; i++) {
    BaseVec at = base_vec (300.0f + 700.0f * (float) (i % 17), 300.0f + 650.0f * (float) (i / 17));

    build_take (picture, build_contact (i * 0.1, i % N_OWN, i + 1, BUILD_AMEISE, 1, at, 20, NULL));
  }
  view = build_view (picture);
  build_check_view (view);
  g_assert_cmpuint (view->n_tracks, ==, PICTURE_MAX_TRACKS);
  g_assert_cmpuint (view->tracks[PICTURE_MAX_TRACKS - 1].number, ==, PICTURE_MAX_TRACKS + 40);
  g_assert_cmpuint (view->tracks[0].number, ==, 41); /* the oldest went */
  picture_free (picture);
}

/* When the table is full the destroyed goes before the lost, and the lost before the rest, however
 * old.  */
static void
test_full_table_keeps_what_matters (void)
{
  Picture *picture = build_picture (N_OWN);
  SimMessage message = {0};

  for (unsigned i = 0; i < PICTURE_MAX_TRACKS + 2; i++) {
    BaseVec at = base_vec (300.0f + 700.0f * (float) (i % 17), 300.0f + 650.0f * (float) (i / 17));

    if (i == PICTURE_MAX_TRACKS) {
      message = build_contact (30, 9 % N_OWN, 10, BUILD_AMEISE, 1, base_vec (6600, 300), 20, NULL);
      message.report.kind = SIM_REPORT_CONTACT_LOST;
      picture_take (picture, &message);
      message = build_contact (30, 14, 15, BUILD_AMEISE, 1, base_vec (10100, 300), 20, NULL);
      message.report.kind = SIM_REPORT_CONTACT_DESTROYED;
      picture_take (picture, &message);
    }
    build_take (picture, build_contact (i < PICTURE_MAX_TRACKS ? i * 0.1 : 31, i % N_OWN, i + 1,
                                        BUILD_AMEISE, 1, at, 20, NULL));
    g_assert_cmpint (picture_view_track (build_view (picture), 15) == NULL, ==,
                     i >= PICTURE_MAX_TRACKS || i < 14);
    g_assert_cmpint (picture_view_track (build_view (picture), 10) == NULL, ==,
                     i > PICTURE_MAX_TRACKS || i < 9);
  }
  g_assert_nonnull (picture_view_track (build_view (picture), 1));
  picture_free (picture);
}

/* Time that stands for no battle is no reason to hang.  */
static void
test_absurd_time (void)
{
  Picture *picture = build_picture (4);

  build_take (picture, build_contact (1, 0, 1, BUILD_LOEWE, 2, base_vec (5000, 5000), 50, NULL));
  picture_advance (picture, SIM_TICK_NEVER);
  picture_advance (picture, 3600 * 24 * SIM_TICKS_PER_SECOND);
  g_assert_cmpuint (build_view (picture)->n_tracks, ==, 0);
  picture_free (picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/stream/stays-within-limits", test_stays_within_limits);
  g_test_add_func ("/picture/stream/equal-streams", test_equal_streams_equal_hashes);
  g_test_add_func ("/picture/stream/different-streams", test_different_streams_different_hashes);
  g_test_add_func ("/picture/stream/save-load-is-invisible", test_save_load_is_invisible);
  g_test_add_func ("/picture/stream/full-table", test_full_table);
  g_test_add_func ("/picture/stream/full-table-keeps", test_full_table_keeps_what_matters);
  g_test_add_func ("/picture/stream/absurd-time", test_absurd_time);
  return g_test_run();
}

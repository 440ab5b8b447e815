/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What silence of telemetry says.  */
#include "picture/picture-builder.h"

#include <glib.h>

/* Sends telemetry of all machines from `from` to `to`, but of the first `jammed` until `dark`.  */
static void
send_telemetry (Picture *picture, unsigned n, int from, int to, unsigned jammed, int dark)
{
  for (int t = from; t <= to; t += 2) {
    for (unsigned i = 0; i < n; i++) {
      BaseVec at = base_vec (i < jammed ? 2000 + 300.0f * (float) i : 9000, 3000);

      if (i >= jammed || t <= dark)
        build_take (picture, build_telemetry (t, i, at));
    }
  }
}

static void
test_no_jam_while_all_send (void)
{
  Picture *picture = build_picture (8);

  send_telemetry (picture, 8, 2, 60, 4, 60);
  g_assert_cmpuint (build_view (picture)->n_jams, ==, 0);
  picture_free (picture);
}

static void
test_several_fall_silent (void)
{
  Picture *picture = build_picture (8);
  const PictureView *view;

  send_telemetry (picture, 8, 2, 40, 4, 20);
  g_assert_cmpuint (build_view (picture)->n_jams, ==, 0); /* nobody has spoken since */
  build_take (picture, build_report (41, SIM_REPORT_OWN_STATE, 5));
  view = build_view (picture);
  g_assert_cmpuint (view->n_jams, ==, 1);
  g_assert_cmpuint (view->jams[0].t_since, ==, SIM_SECONDS (20));
  for (unsigned i = 0; i < 4; i++)
    g_assert_cmpfloat (base_vec_distance (view->jams[0].centre, view->own[i].fix), <,
                       view->jams[0].radius_m);
  for (unsigned i = 4; i < 8; i++)
    g_assert_cmpfloat (base_vec_distance (view->jams[0].centre, view->own[i].fix), >=,
                       view->jams[0].radius_m);
  send_telemetry (picture, 8, 42, 44, 4, 60);
  g_assert_cmpuint (build_view (picture)->n_jams, ==, 0); /* it is back */
  picture_free (picture);
}

/* Who still sends stands outside the circle, though the silent lie around him.  */
static void
test_circle_ends_short_of_who_sends (void)
{
  Picture *picture = build_picture (3);
  const PictureView *view;

  for (int t = 2; t <= 40; t += 2) {
    build_take (picture, build_telemetry (t, 2, base_vec (4500, 3000)));
    for (unsigned i = 0; i < 2 && t <= 20; i++)
      build_take (picture, build_telemetry (t, i, base_vec (2000 + 2600 * (float) i, 3000)));
  }
  build_take (picture, build_report (40, SIM_REPORT_OWN_STATE, 2));
  view = build_view (picture);
  g_assert_cmpuint (view->n_jams, ==, 1);
  g_assert_cmpfloat (base_vec_distance (view->jams[0].centre, base_vec (4500, 3000)), >=,
                     view->jams[0].radius_m);
  picture_free (picture);
}

/* One machine alone may be dead; when it speaks, it is jammed.  */
static void
test_one_silent_machine (void)
{
  Picture *picture = build_picture (8);

  send_telemetry (picture, 8, 2, 40, 1, 20);
  build_take (picture, build_report (40, SIM_REPORT_OWN_STATE, 5));
  g_assert_cmpuint (build_view (picture)->n_jams, ==, 0);
  build_take (picture, build_report (40, SIM_REPORT_OWN_STATE, 0));
  g_assert_cmpuint (build_view (picture)->n_jams, ==, 1);
  picture_free (picture);
}

static void
test_the_dead_are_not_jammed (void)
{
  Picture *picture = build_picture (8);

  send_telemetry (picture, 8, 2, 40, 3, 20);
  for (unsigned i = 0; i < 3; i++) {
    SimMessage message = build_report (40, SIM_REPORT_OWN_DOWN, 5);

    message.report.subject = build_unit (i);
    message.report.words.phrase = SIM_PHRASE_DOWN_OTHER;
    picture_take (picture, &message);
  }
  g_assert_cmpuint (build_view (picture)->n_jams, ==, 0);
  picture_free (picture);
}

static void
test_two_places_are_two_jams (void)
{
  Picture *picture = build_picture (8);

  for (int t = 2; t <= 20; t += 2) {
    for (unsigned i = 0; i < 8; i++)
      build_take (picture, build_telemetry (
                               t, i, base_vec (i < 4 ? 2000 : 9000, 3000 + 100.0f * (float) i)));
  }
  build_take (picture, build_report (40, SIM_REPORT_OWN_STATE, 0));
  g_assert_cmpuint (build_view (picture)->n_jams, ==, 2);
  picture_free (picture);
}

/* A swarm told of is a track like any other.  */
static void
test_swarm_is_a_track (void)
{
  Picture *picture = build_picture (8);
  SimMessage message = build_contact (10, 0, 0, BUILD_SWARM, 1, base_vec (4000, 5000), 600, NULL);

  message.report.words.phrase = SIM_PHRASE_SWARM_OVERHEAD;
  picture_take (picture, &message);
  g_assert_cmpuint (build_view (picture)->n_tracks, ==, 1);
  g_assert_cmpuint (build_view (picture)->tracks[0].type, ==, BUILD_SWARM);
  picture_free (picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/picture/jam/" #name, test_##name)
  ADD (no_jam_while_all_send);
  ADD (several_fall_silent);
  ADD (circle_ends_short_of_who_sends);
  ADD (one_silent_machine);
  ADD (the_dead_are_not_jammed);
  ADD (two_places_are_two_jams);
  ADD (swarm_is_a_track);
#undef ADD
  return g_test_run();
}

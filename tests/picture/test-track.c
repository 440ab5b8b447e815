/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tracks: which reports make one, how it is filtered, how it ages, how it ends.  */
#include "picture/picture-builder.h"

#include <glib.h>
#include <math.h>

/* The reporter, machine 0, stands at (2000, 2000).  */
static const BaseVec north = {2000, 4000};

static const PictureTrack *
only_track (const PictureView *view)
{
  g_assert_cmpuint (view->n_tracks, ==, 1);
  return &view->tracks[0];
}

static void
test_first_report (void)
{
  Picture *picture = build_picture (8);
  const PictureTrack *track;

  build_take (picture, build_contact (30, 0, 1, BUILD_GRAUWOLF, 4, north, 100, NULL));
  track = only_track (build_view (picture));
  g_assert_cmpuint (track->number, ==, 1);
  g_assert_cmpuint (track->type, ==, BUILD_GRAUWOLF);
  g_assert_cmpfloat (track->type_confidence, >, 0.6);
  g_assert_cmpuint (track->count, ==, 4);
  g_assert_true (track->count_exact);
  g_assert_false (track->velocity_known);
  g_assert_cmpuint (track->n_sources, ==, 1);
  g_assert_cmpuint (track->sources[0].index, ==, 0);
  g_assert_cmpuint (track->t_seen, ==, SIM_SECONDS (30));
  g_assert_cmpfloat (base_vec_distance (track->position, north), <, 1);
  picture_free (picture);
}

/* What is seen is seen well across the line of sight and badly along it.  */
static void
test_ellipse_lies_along_the_line_of_sight (void)
{
  const struct {
    BaseVec at;
    float bearing;
  } places[] = {{{2000, 4000}, 0}, {{4000, 2000}, 90}, {{4000, 4000}, 45}, {{4000, 0}, 135}};

  for (size_t i = 0; i < G_N_ELEMENTS (places); i++) {
    Picture *picture = build_picture (4);
    SimMessage message = build_contact (10, 0, 1, BUILD_AMEISE, 1, places[i].at, 100, NULL);
    const PictureTrack *track;

    picture_take (picture, &message);
    track = only_track (build_view (picture));
    g_assert_cmpfloat (fabsf (track->major_m - 125), <, 3);
    g_assert_cmpfloat (track->minor_m, <, 75);
    g_assert_cmpfloat (fabs (sin ((track->angle_deg - places[i].bearing) * G_PI / 180)), <, 0.03);
    picture_free (picture);
  }
}

/* What is felt through the ground has no direction.  */
static void
test_felt_is_round (void)
{
  Picture *picture = build_picture (4);
  SimMessage message = build_contact (10, 0, 1, SIM_TYPE_UNKNOWN, 1, north, 100, NULL);
  const PictureTrack *track;

  message.report.how = SIM_HOW_FELT;
  picture_take (picture, &message);
  track = only_track (build_view (picture));
  g_assert_cmpfloat (track->major_m - track->minor_m, <, 1);
  g_assert_cmpuint (track->type, ==, SIM_TYPE_UNKNOWN);
  picture_free (picture);
}

static void
test_two_bearings_cross (void)
{
  Picture *picture = build_picture (8);
  BaseVec at = {4000, 4000};
  SimMessage other;
  const PictureTrack *track;

  /* Machine 0 looks north-east; machine 4 has moved to look north-west at the same place.  */
  build_take (picture, build_telemetry (1, 4, base_vec (6000, 2000)));
  build_take (picture, build_contact (2, 0, 1, BUILD_LOEWE, 2, at, 150, NULL));
  other = build_contact (3, 4, 1, BUILD_LOEWE, 2, base_vec (4060, 3980), 150, NULL);
  picture_take (picture, &other);
  track = only_track (build_view (picture));
  g_assert_cmpfloat (track->major_m, <, 110);
  g_assert_cmpuint (track->n_sources, ==, 2);
  g_assert_cmpuint (track->sources[0].index, ==, 4); /* the latest first */
  g_assert_cmpuint (track->sources[1].index, ==, 0);
  picture_free (picture);
}

static void
test_same_number_is_the_same_enemy (void)
{
  Picture *picture = build_picture (8);

  build_take (picture, build_contact (10, 0, 7, BUILD_AMEISE, 3, north, 60, NULL));
  build_take (picture, build_contact (40, 1, 7, BUILD_AMEISE, 3, base_vec (2500, 4000), 60, NULL));
  g_assert_cmpuint (only_track (build_view (picture))->number, ==, 1);
  /* Absurdly far: whatever the number says, that is another.  */
  build_take (picture, build_contact (41, 1, 7, BUILD_AMEISE, 3, base_vec (9500, 9000), 60, NULL));
  g_assert_cmpuint (build_view (picture)->n_tracks, ==, 2);
  /* And from now on the number means that one.  */
  build_take (picture, build_contact (50, 1, 7, BUILD_AMEISE, 3, base_vec (9500, 9100), 60, NULL));
  g_assert_cmpuint (build_view (picture)->n_tracks, ==, 2);
  g_assert_cmpfloat (build_view (picture)->tracks[1].position.y, >, 8900);
  picture_free (picture);
}

static void
test_two_numbers_are_two_enemies (void)
{
  Picture *picture = build_picture (8);

  build_take (picture, build_contact (10, 0, 1, BUILD_AMEISE, 2, north, 80, NULL));
  build_take (picture, build_contact (12, 1, 2, BUILD_AMEISE, 2, base_vec (2050, 4030), 80, NULL));
  g_assert_cmpuint (build_view (picture)->n_tracks, ==, 2);
  picture_free (picture);
}

static void
test_far_or_other_kind_is_another (void)
{
  Picture *picture = build_picture (8);

  build_take (picture, build_contact (10, 0, 1, BUILD_AMEISE, 1, north, 60, NULL));
  build_take (picture, build_contact (11, 4, 1, BUILD_AMEISE, 1, base_vec (3500, 4000), 60, NULL));
  g_assert_cmpuint (build_view (picture)->n_tracks, ==, 2);
  build_take (picture, build_contact (12, 4, 2, BUILD_LOEWE, 9, base_vec (2010, 4150), 60, NULL));
  g_assert_cmpuint (build_view (picture)->n_tracks, ==, 3);
  picture_free (picture);
}

/* One straight run told with errors: adds the errors of what was told and of the track.  */
static void
run_straight (guint64 seed, double *told_error, double *track_error)
{
  Picture *picture = build_picture (8);
  BaseRandom random;
  BaseVec velocity = {3, -7};
  const PictureTrack *track = NULL;

  base_random_init (&random, seed, 3);
  for (int i = 0; i <= 24; i++) {
    BaseVec truth =
        base_vec (3000 + velocity.x * 10 * (float) i, 6000 + velocity.y * 10 * (float) i);
    BaseVec told = base_vec (truth.x + 60 * base_random_normal (&random),
                             truth.y + 60 * base_random_normal (&random));

    build_take (picture, build_contact (10 + 10 * i, 0, 1, BUILD_LOEWE, 2, told, 60, NULL));
    track = only_track (build_view (picture));
    *told_error += i < 12 ? 0 : base_vec_distance (told, truth);
    *track_error += i < 12 ? 0 : base_vec_distance (track->position, truth);
  }
  g_assert_true (track->velocity_known);
  g_assert_cmpfloat (base_vec_distance (track->velocity, velocity), <, 5);
  picture_free (picture);
}

/* The filter finds the velocity, and the place better than single reports do.  */
static void
test_filter_beats_single_reports (void)
{
  double told = 0, track = 0;

  for (guint64 seed = 0; seed < 40; seed++)
    run_straight (seed, &told, &track);
  g_assert_cmpfloat (track, <, 0.85 * told);
}

static void
test_told_velocity_is_taken (void)
{
  Picture *picture = build_picture (8);
  BaseVec velocity = {0, -10};
  const PictureTrack *track;

  build_take (picture, build_contact (10, 0, 1, BUILD_LOEWE, 2, north, 60, &velocity));
  track = only_track (build_view (picture));
  g_assert_true (track->velocity_known);
  g_assert_cmpfloat (track->velocity.y, <, -6);
  /* Grown along the way it may have gone more than across.  */
  track = only_track (build_view_at (picture, 70));
  g_assert_cmpfloat (fabs (sin (track->angle_deg * G_PI / 180)), <, 0.1);
  g_assert_cmpfloat (track->major_m, >, 1.5 * track->minor_m);
  picture_free (picture);
}

/* What is said to halt is expected nearer than what was only seen.  */
static void
test_halted (void)
{
  Picture *picture = build_picture (8);
  SimMessage message = build_contact (10, 0, 1, BUILD_LOEWE, 2, north, 60, NULL);
  float major;

  picture_take (picture, &message);
  major = only_track (build_view_at (picture, 60))->major_m;
  picture_free (picture);
  picture = build_picture (8);
  message.report.words.phrase = SIM_PHRASE_CONTACT_SEEN;
  picture_take (picture, &message);
  g_assert_true (only_track (build_view_at (picture, 60))->velocity_known);
  g_assert_cmpfloat (only_track (build_view_at (picture, 60))->major_m, <, 0.8 * major);
  picture_free (picture);
}

static void
test_ellipse_grows (void)
{
  Picture *picture = build_picture (8);
  float major = 0, minor = 0;

  build_take (picture, build_contact (10, 0, 1, BUILD_LOEWE, 2, north, 60, NULL));
  build_take (picture, build_contact (30, 0, 1, BUILD_LOEWE, 2, base_vec (2090, 3990), 60, NULL));
  for (int t = 30; t < 600; t += 3) {
    const PictureTrack *track = only_track (build_view_at (picture, t));

    g_assert_cmpfloat (track->major_m, >, major);
    g_assert_cmpfloat (track->minor_m, >, minor);
    major = track->major_m;
    minor = track->minor_m;
    g_assert_cmpint (track->lost_from_sight, ==, t > 150);
  }
  g_assert_cmpfloat (major, >, 2000); /* ten minutes blind: anywhere near */
  picture_free (picture);
}

static void
test_old_and_vague_is_dropped (void)
{
  Picture *picture = build_picture (8);

  build_take (picture, build_contact (10, 0, 1, BUILD_LOEWE, 2, north, 60, NULL));
  g_assert_cmpuint (build_view_at (picture, 500)->n_tracks, ==, 1);
  g_assert_cmpuint (build_view_at (picture, 1500)->n_tracks, ==, 0);
  /* The number is not used again.  */
  build_take (picture, build_contact (1501, 0, 2, BUILD_LOEWE, 2, north, 60, NULL));
  g_assert_cmpuint (only_track (build_view (picture))->number, ==, 2);
  picture_free (picture);
}

static void
test_type_is_a_belief (void)
{
  Picture *picture = build_picture (8);
  float doubt;

  build_take (picture, build_contact (10, 0, 1, BUILD_GRAUWOLF, 2, north, 60, NULL));
  build_take (picture, build_contact (20, 0, 1, BUILD_LOEWE, 2, north, 60, NULL));
  doubt = only_track (build_view (picture))->type_confidence;
  g_assert_cmpfloat (doubt, <, 0.6); /* one said this, one that */
  for (int i = 3; i < 8; i++)
    build_take (picture, build_contact (10 * i, 0, 1, BUILD_LOEWE, 2, north, 60, NULL));
  g_assert_cmpuint (only_track (build_view (picture))->type, ==, BUILD_LOEWE);
  g_assert_cmpfloat (only_track (build_view (picture))->type_confidence, >, 0.7);
  picture_free (picture);
}

static void
test_count_is_a_belief (void)
{
  Picture *picture = build_picture (8);

  for (int i = 1; i < 5; i++)
    build_take (picture, build_contact (10 * i, 0, 1, BUILD_GRAUWOLF, 6, north, 60, NULL));
  build_take (picture, build_contact (50, 0, 1, BUILD_GRAUWOLF, 2, north, 60, NULL));
  g_assert_cmpuint (only_track (build_view (picture))->count, ==, 6); /* four words to one */
  build_take (picture, build_contact (60, 0, 1, BUILD_GRAUWOLF, 2, north, 60, NULL));
  g_assert_cmpuint (only_track (build_view (picture))->count, ==, 2);
  picture_free (picture);
}

static SimMessage
destroyed (double t, unsigned from, unsigned contact, unsigned count, BaseVec at)
{
  SimMessage message = build_contact (t, from, contact, BUILD_GRAUWOLF, count, at, 60, NULL);

  message.report.kind = SIM_REPORT_CONTACT_DESTROYED;
  return message;
}

static void
test_claims (void)
{
  Picture *picture = build_picture (8);
  const PictureTrack *track;

  build_take (picture, build_contact (10, 0, 1, BUILD_GRAUWOLF, 4, north, 60, NULL));
  build_take (picture, destroyed (20, 0, 1, 1, north));
  track = only_track (build_view (picture));
  g_assert_cmpuint (track->count, ==, 3);
  g_assert_false (track->destroyed);
  build_take (picture, destroyed (30, 0, 1, 3, north));
  track = only_track (build_view (picture));
  g_assert_true (track->destroyed);
  g_assert_cmpfloat (only_track (build_view_at (picture, 150))->major_m, <, 100);
  g_assert_cmpuint (build_view_at (picture, 250)->n_tracks, ==, 0);
  picture_free (picture);
}

static void
test_wrong_claim (void)
{
  Picture *picture = build_picture (8);
  SimMessage late = build_contact (25, 0, 1, BUILD_GRAUWOLF, 1, north, 60, NULL);
  const PictureTrack *track;

  build_take (picture, build_contact (10, 0, 1, BUILD_GRAUWOLF, 2, north, 60, NULL));
  build_take (picture, destroyed (20, 0, 1, 2, north));
  late.report.t_sensed = SIM_SECONDS (15); /* sensed before the end: no resurrection */
  picture_take (picture, &late);
  g_assert_true (only_track (build_view (picture))->destroyed);
  build_take (picture, build_contact (30, 0, 1, BUILD_GRAUWOLF, 1, north, 60, NULL));
  track = only_track (build_view (picture));
  g_assert_false (track->destroyed);
  g_assert_cmpuint (track->count, ==, 1);
  g_assert_cmpuint (track->number, ==, 1);
  picture_free (picture);
}

static void
test_lost_and_found (void)
{
  Picture *picture = build_picture (8);
  SimMessage lost = build_contact (20, 0, 1, BUILD_GRAUWOLF, 2, north, 60, NULL);

  lost.report.kind = SIM_REPORT_CONTACT_LOST;
  build_take (picture, build_contact (10, 0, 1, BUILD_GRAUWOLF, 2, north, 60, NULL));
  picture_take (picture, &lost);
  g_assert_true (only_track (build_view (picture))->lost_from_sight);
  build_take (picture, build_contact (30, 0, 1, BUILD_GRAUWOLF, 2, north, 60, NULL));
  g_assert_false (only_track (build_view (picture))->lost_from_sight);
  /* Second Platoon sees it too: what First loses is not lost.  */
  build_take (picture, build_contact (35, 4, 9, BUILD_GRAUWOLF, 2, north, 60, NULL));
  lost.t = lost.report.t_sensed = SIM_SECONDS (40);
  picture_take (picture, &lost);
  g_assert_false (only_track (build_view (picture))->lost_from_sight);
  picture_free (picture);
}

/* One enemy reported by two platoons with a gross error is two tracks at first; when both keep
 * telling the same place they become one, under the older number.  */
static void
test_doubles_merge (void)
{
  Picture *picture = build_picture (8);
  BaseVec still = {0, 0};
  const PictureView *view;

  build_take (picture, build_contact (10, 0, 1, BUILD_LOEWE, 3, north, 40, &still));
  build_take (picture, build_contact (11, 4, 1, BUILD_LOEWE, 3, base_vec (2600, 4000), 40, &still));
  g_assert_cmpuint (build_view (picture)->n_tracks, ==, 2);
  for (int t = 20; t <= 100; t += 10) {
    build_take (picture, build_contact (t, 0, 1, BUILD_LOEWE, 3, north, 40, &still));
    build_take (picture,
                build_contact (t, 4, 1, BUILD_LOEWE, 3, base_vec (2020, 4010), 40, &still));
    if (t <= 40)
      g_assert_cmpuint (build_view (picture)->n_tracks, ==, 2);
  }
  view = build_view (picture);
  g_assert_cmpuint (only_track (view)->number, ==, 1);
  g_assert_cmpuint (only_track (view)->n_sources, ==, 2);
  /* Both numbers feed it from now on.  */
  build_take (picture,
              build_contact (110, 4, 1, BUILD_LOEWE, 3, base_vec (2020, 4010), 40, &still));
  g_assert_cmpuint (build_view (picture)->n_tracks, ==, 1);
  picture_free (picture);
}

/* What one platoon counts as two never becomes one.  */
static void
test_neighbours_do_not_merge (void)
{
  Picture *picture = build_picture (8);
  BaseVec still = {0, 0};

  for (int t = 10; t <= 200; t += 10) {
    build_take (picture, build_contact (t, 0, 1, BUILD_LOEWE, 3, north, 60, &still));
    build_take (picture,
                build_contact (t, 1, 2, BUILD_LOEWE, 3, base_vec (2020, 4010), 60, &still));
  }
  g_assert_cmpuint (build_view (picture)->n_tracks, ==, 2);
  picture_free (picture);
}

static void
test_late_word (void)
{
  Picture *picture = build_picture (8);
  SimMessage late = build_contact (50, 4, 3, BUILD_LOEWE, 2, base_vec (2040, 4100), 60, NULL);

  build_take (picture, build_contact (45, 0, 1, BUILD_LOEWE, 2, north, 60, NULL));
  late.report.t_sensed = SIM_SECONDS (20);
  picture_take (picture, &late);
  g_assert_cmpuint (only_track (build_view (picture))->t_seen, ==, SIM_SECONDS (45));
  g_assert_cmpfloat (base_vec_distance (only_track (build_view (picture))->position, north), <, 25);
  picture_free (picture);
}

static void
test_area_clear (void)
{
  Picture *picture = build_picture (8);
  SimMessage clear = build_report (60, SIM_REPORT_AREA_CLEAR, 4);

  build_take (picture, build_contact (10, 0, 1, BUILD_LOEWE, 2, north, 60, NULL));
  clear.report.position = base_vec (2100, 4100);
  clear.report.error_m = 50;
  picture_take (picture, &clear);
  g_assert_true (only_track (build_view (picture))->lost_from_sight);
  picture_free (picture);
}

static void
test_swallowed_report (void)
{
  Picture *picture = build_picture (8);
  SimMessage message = build_contact (10, 0, 1, BUILD_LOEWE, 2, north, 60, NULL);

  message.report.words.n_lost = 1;
  message.report.words.lost[0].from = 100;
  message.report.words.lost[0].to = 900;
  picture_take (picture, &message);
  g_assert_cmpuint (build_view (picture)->n_tracks, ==, 0);
  g_assert_cmpuint (build_view (picture)->own[0].t_word, ==, SIM_SECONDS (10));
  message.report.words.lost[0].to = 400;
  picture_take (picture, &message);
  g_assert_cmpfloat (only_track (build_view (picture))->major_m, >, 110); /* 75 unharmed */
  g_assert_cmpfloat (only_track (build_view (picture))->type_confidence, <, 0.8);
  picture_free (picture);
}

static void
test_briefing (void)
{
  Picture *picture = build_picture (8);
  uint32_t number = picture_add_known (picture, BUILD_LOEWE, 5, base_vec (8000, 8000), 500);
  const PictureView *view = build_view (picture);

  g_assert_cmpuint (number, ==, 1);
  g_assert_nonnull (picture_view_track (view, number));
  g_assert_null (picture_view_track (view, 2));
  g_assert_cmpfloat (picture_view_track (view, number)->major_m, ==, 500);
  g_assert_cmpfloat (picture_view_track (view, number)->type_confidence, <, 0.8);
  picture_free (picture);
}

/* Who owns up to an error replaces what he said; there is no second track, and the number of those who
 * were counted wrongly goes with it.  */
static void
test_correction_replaces (void)
{
  Picture *picture = build_picture (8);
  SimMessage message;
  const PictureTrack *track;

  for (int i = 0; i < 4; i++)
    build_take (picture,
                build_contact (30 + i * 10, 0, 1, BUILD_LOEWE, 12, north, 100, NULL));
  message = build_contact (75, 0, 1, BUILD_AMEISE, 5, north, 60, NULL);
  message.report.kind = SIM_REPORT_CORRECTION;
  message.report.words.phrase = SIM_PHRASE_CORRECTION;
  build_take (picture, message);
  track = only_track (build_view (picture));
  g_assert_cmpuint (track->number, ==, 1);
  g_assert_cmpuint (track->type, ==, BUILD_AMEISE);
  g_assert_cmpuint (track->count, ==, 5);
  g_assert_cmpfloat (track->type_confidence, >, 0.6);
  /* The same as an ordinary report would not have been believed over four.  */
  picture_free (picture);
  picture = build_picture (8);
  for (int i = 0; i < 4; i++)
    build_take (picture,
                build_contact (30 + i * 10, 0, 1, BUILD_LOEWE, 12, north, 100, NULL));
  build_take (picture, build_contact (75, 0, 1, BUILD_AMEISE, 5, north, 60, NULL));
  g_assert_cmpuint (build_view (picture)->tracks[0].type, ==, BUILD_LOEWE);
  picture_free (picture);
}

/* "Nobody in sight any more" is about all that this platoon told of, and nobody else's.  */
static void
test_all_lost (void)
{
  const BaseVec places[] = {{2000, 4000}, {4000, 4000}, {6000, 4000}};
  Picture *picture = build_picture (8);
  SimMessage message;
  const PictureView *view;

  for (unsigned i = 0; i < 3; i++)
    build_take (picture, build_contact (30, i == 2 ? 4 : 0, 1 + i, BUILD_LOEWE, 2 + i, places[i], 60,
                                        NULL));
  message = build_report (70, SIM_REPORT_CONTACT_LOST, 0);
  message.report.words.phrase = SIM_PHRASE_ALL_LOST;
  message.report.position = places[0];
  message.report.error_m = 60;
  build_take (picture, message);
  view = build_view (picture);
  g_assert_cmpuint (view->n_tracks, ==, 3);
  g_assert_true (view->tracks[0].lost_from_sight);
  g_assert_true (view->tracks[1].lost_from_sight);
  g_assert_false (view->tracks[2].lost_from_sight);
  picture_free (picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/picture/track/" #name, test_##name)
  ADD (first_report);
  ADD (ellipse_lies_along_the_line_of_sight);
  ADD (felt_is_round);
  ADD (two_bearings_cross);
  ADD (same_number_is_the_same_enemy);
  ADD (two_numbers_are_two_enemies);
  ADD (far_or_other_kind_is_another);
  ADD (filter_beats_single_reports);
  ADD (told_velocity_is_taken);
  ADD (halted);
  ADD (ellipse_grows);
  ADD (old_and_vague_is_dropped);
  ADD (type_is_a_belief);
  ADD (count_is_a_belief);
  ADD (claims);
  ADD (wrong_claim);
  ADD (lost_and_found);
  ADD (doubles_merge);
  ADD (neighbours_do_not_merge);
  ADD (late_word);
  ADD (area_clear);
  ADD (swallowed_report);
  ADD (briefing);
#undef ADD
  g_test_add_func ("/picture/track/correction-replaces", test_correction_replaces);
  g_test_add_func ("/picture/track/all-lost", test_all_lost);
  return g_test_run();
}

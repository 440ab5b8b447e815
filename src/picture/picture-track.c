/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one report does to one track.  */
#include "picture/picture-private.h"

/* Design values: how beliefs fade with time and with each newer word; a velocity told is this
 * wrong; a report this many standard deviations (squared) off is a new start, not an update; the
 * enemy seen by others within this time is not lost; "clear" reaches so far.  */
#define BELIEF_LIFE_S        300.0f
#define TYPE_FADE            0.85f
#define COUNT_FADE           0.6f
#define CORRECTED            0.05f
#define VELOCITY_ERROR_MPS   2.0f
#define VELOCITY_ERROR_SHARE 0.2f
#define RESTART_DISTANCE     16.0f
#define SEEN_BY_OTHERS_S     20.0f
#define CLEAR_M              400.0f
#define UNSEEN_SPEED_MPS     8.0f /* of what is reported late */

static const float type_trust[SIM_N_HOWS] = {
    [SIM_HOW_SEEN] = 1.0f,      [SIM_HOW_FELT] = 0.3f,    [SIM_HOW_HEARD] = 0.3f,
    [SIM_HOW_TELEMETRY] = 1.0f, [SIM_HOW_GUESSED] = 0.2f,
};

void
picture_track_show_beliefs (PictureTrackState *track)
{
  const PictureBelief *type = picture_beliefs_best (track->types);
  const PictureBelief *count = picture_beliefs_best (track->counts);

  track->shown.type = type ? (SimTypeIndex) type->value : SIM_TYPE_UNKNOWN;
  track->shown.type_confidence = type ? picture_beliefs_share (track->types, type->value) : 0;
  if (count) {
    track->shown.count = count->value;
    track->shown.count_exact = count->exact;
  }
}

static void
fade_with_time (PictureBelief *beliefs, SimTick *last, SimTick t)
{
  picture_beliefs_fade (beliefs, (float) base_exp (-picture_age_s (t, *last) / BELIEF_LIFE_S));
  *last = t > *last ? t : *last;
}

/* Radar misses what stands, and what is in the woods: only more than was thought is news.  */
static bool
is_fewer_on_radar (const PictureTrackState *track, const SimReport *report)
{
  const PictureBelief *best = picture_beliefs_best (track->counts);

  return report->how == SIM_HOW_TELEMETRY && best && report->count <= best->value;
}

/* Who owns up to an error takes back what he said: what is left speaks for others who said the same.  */
static void
take_back (PictureTrackState *track, const SimReport *report)
{
  if (report->type != SIM_TYPE_UNKNOWN)
    picture_beliefs_fade (track->types, CORRECTED);
  picture_beliefs_fade (track->counts, CORRECTED);
}

static void
believe (PictureTrackState *track, const SimReport *report)
{
  fade_with_time (track->types, &track->t_types, report->t_sensed);
  fade_with_time (track->counts, &track->t_counts, report->t_sensed);
  if (report->kind == SIM_REPORT_CORRECTION)
    take_back (track, report);
  if (report->type != SIM_TYPE_UNKNOWN) {
    picture_beliefs_fade (track->types, TYPE_FADE);
    picture_beliefs_add (track->types, report->type, 0,
                         report->confidence * type_trust[report->how]);
  }
  if (!is_fewer_on_radar (track, report)) {
    picture_beliefs_fade (track->counts, COUNT_FADE);
    picture_beliefs_add (track->counts, report->count, report->count_exact,
                         report->count_exact ? 1.0f : 0.6f);
  }
  picture_track_show_beliefs (track);
}

static PictureTrackState *
start_track (Picture *picture, const PictureSighting *sighting)
{
  const SimReport *report = sighting->report;
  PictureTrackState *track = picture_track_append (picture);

  track->shown.t_first = track->shown.t_seen = report->t_sensed;
  track->t_types = track->t_counts = report->t_sensed;
  picture_filter_start (track, report->position, sighting->error, report->t_sensed);
  return track;
}

/* A place reported late is where the enemy was: it may have gone on since.  */
static PictureMat2
late_error (const PictureTrackState *track, const PictureSighting *sighting)
{
  float late = picture_age_s (track->t_state, sighting->report->t_sensed) * UNSEEN_SPEED_MPS;
  PictureMat2 error = sighting->error;

  error.xx += late * late;
  error.yy += late * late;
  return error;
}

static void
update_position (PictureTrackState *track, const PictureSighting *sighting)
{
  const SimReport *report = sighting->report;
  PictureMat2 error = late_error (track, sighting);
  float log_determinant;
  float distance =
      picture_filter_distance (track, report->t_sensed, report->position, error, &log_determinant);

  if (distance > RESTART_DISTANCE && report->t_sensed >= track->t_state) {
    picture_filter_start (track, report->position, error, report->t_sensed);
    return;
  }
  picture_filter_predict (track, report->t_sensed);
  picture_filter_position (track, report->position, error);
}

static void
update_velocity (PictureTrackState *track, const SimReport *report)
{
  float speed = base_vec_length (report->velocity);
  BaseVec velocity = report->velocity;

  if (!report->velocity_known || report->t_sensed < track->t_state)
    return;
  if (speed > PICTURE_MOST_SPEED_MPS)
    velocity = base_vec_scale (velocity, PICTURE_MOST_SPEED_MPS / speed);
  speed = base_vec_length (velocity);
  picture_filter_velocity (track, velocity, VELOCITY_ERROR_MPS + VELOCITY_ERROR_SHARE * speed);
}

/* The claim that it was destroyed was wrong: what is reported now is believed alone.  */
static void
revive (PictureTrackState *track, const PictureSighting *sighting)
{
  track->shown.destroyed = 0;
  for (size_t i = 0; i < PICTURE_MAX_BELIEFS; i++)
    track->counts[i] = (PictureBelief) {0};
  picture_filter_start (track, sighting->report->position, sighting->error,
                        sighting->report->t_sensed);
}

static void
note_word (Picture *picture, PictureTrackState *track, const SimReport *report)
{
  track->shown.t_heard = picture->now;
  track->shown.how = report->how;
  if (report->t_sensed > track->shown.t_seen)
    track->shown.t_seen = report->t_sensed;
  picture_track_add_source (track, report->from);
  if (report->contact != 0)
    picture_track_add_feeder (track, report->platoon, report->contact, report->t_sensed);
}

void
picture_track_sighting (Picture *picture, const PictureSighting *sighting)
{
  const SimReport *report = sighting->report;
  PictureTrackState *track = picture_associate (picture, sighting);

  if (!track) {
    track = start_track (picture, sighting);
  } else if (track->shown.destroyed) {
    if (report->t_sensed <= track->t_destroyed)
      return; /* an old word of what has since been destroyed */
    revive (track, sighting);
  } else {
    update_position (track, sighting);
  }
  update_velocity (track, report);
  believe (track, report);
  track->shown.lost_from_sight = 0;
  note_word (picture, track, report);
}

/* Lost by one is not lost while another platoon still tells of it.  */
static void
lose (const Picture *picture, PictureTrackState *track, unsigned platoon)
{
  for (size_t i = 0; i < track->n_feeders; i++) {
    const PictureFeeder *feeder = &track->feeders[i];

    if (feeder->platoon != platoon && picture_age_s (picture->now, feeder->t) < SEEN_BY_OTHERS_S)
      return;
  }
  track->shown.lost_from_sight = 1;
  track->shown.t_heard = picture->now;
}

void
picture_track_lost (Picture *picture, const PictureSighting *sighting)
{
  PictureTrackState *track = picture_associate (picture, sighting);

  if (track && !track->shown.destroyed)
    lose (picture, track, sighting->report->platoon);
}

/* It has told of this track, and nothing newer than `t`.  */
static bool
is_told_by (const PictureTrackState *track, unsigned platoon, SimTick t)
{
  for (size_t i = 0; i < track->n_feeders; i++)
    if (track->feeders[i].platoon == platoon)
      return track->feeders[i].t <= t;
  return false;
}

void
picture_track_lost_all (Picture *picture, unsigned platoon, SimTick t)
{
  for (size_t i = 0; i < picture->n_tracks; i++) {
    PictureTrackState *track = &picture->tracks[i];

    if (!track->shown.destroyed && is_told_by (track, platoon, t))
      lose (picture, track, platoon);
  }
}

void
picture_track_destroyed (Picture *picture, const PictureSighting *sighting)
{
  const SimReport *report = sighting->report;
  PictureTrackState *track = picture_associate (picture, sighting);

  if (!track || track->shown.destroyed)
    return;
  picture_beliefs_subtract (track->counts, report->count);
  if (!picture_beliefs_best (track->counts)) {
    track->shown.destroyed = 1;
    track->shown.lost_from_sight = 0;
    track->t_destroyed = report->t_sensed;
    track->shown.velocity = base_vec (0, 0);
  }
  picture_track_show_beliefs (track);
  note_word (picture, track, report);
}

void
picture_track_clear_area (Picture *picture, BaseVec at, SimTick t)
{
  for (size_t i = 0; i < picture->n_tracks; i++) {
    PictureTrackState *track = &picture->tracks[i];

    if (!track->shown.destroyed && track->shown.t_seen < t &&
        base_vec_distance (track->shown.position, at) < CLEAR_M)
      track->shown.lost_from_sight = 1;
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture as a whole: made, fed with messages, moved on in time, copied for the view.  */
#include "picture/picture-private.h"

#include <stdlib.h>
#include <string.h>

#define DEF_COOKIE 0x48503031u
#define LAST_TICK                                                                                  \
  (UINT32_MAX / 2)             /* no battle lasts so long; keeps sums of ticks from wrapping       \
                                */
#define BRIEFING_ERROR_M 10.0f /* of a machine that stands where the plan says */

PictureDef
picture_def_default (void)
{
  return (PictureDef) {.cookie = DEF_COOKIE,
                       .telemetry_ticks = SIM_SECONDS (2),
                       .map_width_m = 12000,
                       .map_height_m = 12000};
}

static void
start_own (PictureOwnState *own, const PictureDef *def, size_t index)
{
  *own = (PictureOwnState) {
      .shown = {.id = def->own[index].id,
                .platoon = def->own[index].platoon,
                .activity = SIM_ACTIVITY_HOLDING,
                .t_word = SIM_TICK_NEVER,
                .t_pilot = SIM_TICK_NEVER,
                .fix_how = SIM_HOW_TELEMETRY,
                .fix = def->own[index].position,
                .fix_error_m = BRIEFING_ERROR_M,
                .heading_deg = def->own[index].heading_deg,
                .ammunition = def->own[index].ammunition,
                .energy_percent = 100,
                .person = def->own[index].platoon == SIM_SUPPLY_PLATOON ? SIM_PERSON_NOBODY
                                                                        : SIM_PERSON_ABOARD,
                .t_person = SIM_TICK_NEVER},
      .t_telemetry = SIM_TICK_NEVER,
      .t_activity = 0,
  };
  for (size_t i = 0; i < SIM_N_PARTS; i++)
    own->shown.parts[i] = 255;
}

Picture *
picture_new (const PictureDef *def)
{
  Picture *picture;

  if (def->cookie != DEF_COOKIE || def->n_own > PICTURE_MAX_OWN)
    abort(); /* not made by picture_def_default() */
  picture = calloc (1, sizeof *picture);
  if (!picture)
    abort();
  picture->next_number = 1;
  picture->t_report = SIM_TICK_NEVER;
  picture->telemetry_ticks = def->telemetry_ticks;
  picture->map_width_m = def->map_width_m;
  picture->map_height_m = def->map_height_m;
  picture->n_own = def->n_own;
  for (size_t i = 0; i < def->n_own; i++)
    start_own (&picture->own[i], def, i);
  return picture;
}

void
picture_free (Picture *picture)
{
  free (picture);
}

/* Housekeeping falls on whole seconds, so that it does not matter in how many steps time passes. */
void
picture_advance (Picture *picture, SimTick now)
{
  if (now <= picture->now || now > LAST_TICK)
    return;
  if (picture->n_tracks == 0)
    picture->t_housekeeping = now - now % SIM_TICKS_PER_SECOND + SIM_TICKS_PER_SECOND;
  for (; picture->t_housekeeping <= now; picture->t_housekeeping += SIM_TICKS_PER_SECOND)
    picture_tracks_keep (picture, picture->t_housekeeping);
  picture_hearing_keep (picture, now);
  picture->now = now;
}

static bool
link_is_finite (const SimLinkState *link)
{
  return __builtin_isfinite (link->strain) && __builtin_isfinite (link->waiting_s);
}

void
picture_take (Picture *picture, const SimMessage *message)
{
  picture_advance (picture, message->t);
  switch (message->kind) {
  case SIM_MESSAGE_TRANSMISSION_BEGUN:
    picture_own_transmission (picture, &message->transmission, true, message->t);
    picture_queue_begun (picture, &message->transmission);
    break;
  case SIM_MESSAGE_TRANSMISSION_ENDED:
    picture_own_transmission (picture, &message->transmission_ended, false, message->t);
    picture_queue_ended (picture, &message->transmission_ended);
    break;
  case SIM_MESSAGE_REPORT:
    picture_take_report (picture, &message->report);
    break;
  case SIM_MESSAGE_TELEMETRY:
    picture_own_telemetry (picture, &message->telemetry);
    break;
  case SIM_MESSAGE_RADAR:
    picture_take_plot (picture, &message->radar);
    break;
  case SIM_MESSAGE_ORDER:
    picture_order_changed (picture, &message->order);
    picture_promise_changed (picture, &message->order);
    break;
  case SIM_MESSAGE_LINK:
    if (link_is_finite (&message->link))
      picture->link = message->link;
    break;
  case SIM_MESSAGE_QUEUED:
    picture_queue_told (picture, &message->queued);
    break;
  default:
    break; /* objectives and the end are no part of the picture */
  }
}

uint32_t
picture_add_known (Picture *picture, SimTypeIndex type, uint16_t count, BaseVec position,
                   float error_m)
{
  PictureTrackState *track = picture_track_append (picture);

  track->shown.t_first = track->shown.t_seen = track->shown.t_heard = picture->now;
  track->shown.how = SIM_HOW_GUESSED;
  track->t_types = track->t_counts = picture->now;
  picture_filter_start (track, picture_clamp (picture, position),
                        picture_report_covariance (SIM_HOW_GUESSED, error_m, base_vec (0, 0)),
                        picture->now);
  if (type != SIM_TYPE_UNKNOWN)
    picture_beliefs_add (track->types, type, 0, 0.5f);
  picture_beliefs_add (track->counts, count > 0 ? count : 1, 0, 0.5f);
  picture_track_show_beliefs (track);
  return track->shown.number;
}

void
picture_fill_view (const Picture *picture, PictureView *view)
{
  memset (view, 0, sizeof *view);
  view->now = picture->now;
  view->link = picture->link;
  view->n_own = picture->n_own;
  view->n_tracks = picture->n_tracks;
  for (size_t i = 0; i < picture->n_own; i++) {
    view->own[i] = picture->own[i].shown;
    view->own[i].ghost =
        picture_own_ghost (picture, &picture->own[i], picture->now, &view->own[i].ghost_error_m);
  }
  for (size_t i = 0; i < picture->n_tracks; i++) {
    PictureTrack *track = &view->tracks[i];

    *track = picture->tracks[i].shown;
    picture_filter_ellipse (&picture->tracks[i], picture->now, &track->major_m, &track->minor_m,
                            &track->angle_deg);
  }
  view->n_bearings = picture->n_bearings;
  for (size_t i = 0; i < picture->n_bearings; i++)
    view->bearings[i] = picture->bearings[i];
  view->n_promises = picture->n_promises;
  for (size_t i = 0; i < picture->n_promises; i++)
    view->promises[i] = picture->promises[i];
  view->on_air = picture->on_air;
  view->n_queue = picture->n_queue;
  for (size_t i = 0; i < picture->n_queue; i++)
    view->queue[i] = picture->queue[i];
  view->n_crosses = picture_cross_bearings (picture, view->crosses, PICTURE_MAX_CROSSES);
  view->n_marks = picture->n_marks;
  for (size_t i = 0; i < picture->n_marks; i++)
    view->marks[i] = picture->marks[i];
  view->n_undo = picture->n_undo;
  view->n_redo = picture->n_redo;
  view->undo_kind =
      picture->n_undo > 0 ? picture->undo[picture->n_undo - 1].edit.kind : PICTURE_N_EDITS;
  picture_pencil_show (picture, view);
  view->n_jams = picture_infer_jams (picture, view->jams, PICTURE_MAX_JAMS);
}

size_t
picture_n_own (const Picture *picture)
{
  return picture->n_own;
}

const PictureOwn *
picture_own (const Picture *picture, size_t row)
{
  return &picture->own[row].shown;
}

size_t
picture_n_tracks (const Picture *picture)
{
  return picture->n_tracks;
}

const PictureTrack *
picture_track (const Picture *picture, size_t row)
{
  return &picture->tracks[row].shown;
}

BaseVec
picture_ghost (const Picture *picture, size_t row, float *error_m)
{
  return picture_own_ghost (picture, &picture->own[row], picture->now, error_m);
}

const PictureTrack *
picture_view_track (const PictureView *view, uint32_t number)
{
  for (size_t i = 0; i < view->n_tracks; i++) {
    if (view->tracks[i].number == number)
      return &view->tracks[i];
  }
  return NULL;
}

const PictureOwn *
picture_view_own (const PictureView *view, SimUnitId id)
{
  for (size_t i = 0; i < view->n_own; i++) {
    if (sim_unit_equal (view->own[i].id, id))
      return &view->own[i];
  }
  return NULL;
}

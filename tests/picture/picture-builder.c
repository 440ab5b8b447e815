/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/picture-builder.h"

#include <glib.h>
#include <math.h>
#include <string.h>

SimUnitId
build_unit (unsigned index)
{
  return (SimUnitId) {index, 1};
}

PictureDef
build_def (unsigned n)
{
  PictureDef def = picture_def_default();

  def.n_own = n;
  for (unsigned i = 0; i < n; i++) {
    def.own[i].id = build_unit (i);
    def.own[i].platoon = (uint8_t) (i / 4);
    def.own[i].position = base_vec (2000.0f + 100.0f * (float) i, 2000.0f);
    def.own[i].ammunition = 40;
  }
  return def;
}

Picture *
build_picture (unsigned n)
{
  PictureDef def = build_def (n);

  return picture_new (&def);
}

SimMessage
build_report (double t, SimReportKind kind, unsigned from)
{
  SimMessage message = {.kind = SIM_MESSAGE_REPORT, .t = SIM_SECONDS (t)};

  message.report = (SimReport) {.kind = (uint8_t) kind,
                                .how = SIM_HOW_SEEN,
                                .type = SIM_TYPE_UNKNOWN,
                                .platoon = (uint8_t) (from / 4),
                                .from = build_unit (from),
                                .subject = build_unit (from),
                                .t_sensed = message.t,
                                .t_sent = message.t,
                                .t_heard = message.t,
                                .stale_at = message.t + 300};
  return message;
}

SimMessage
build_contact (double t, unsigned from, unsigned contact, SimTypeIndex type, unsigned count,
               BaseVec position, float error_m, const BaseVec *velocity)
{
  SimMessage message = build_report (t, SIM_REPORT_CONTACT, from);
  SimReport *report = &message.report;

  report->subject = SIM_UNIT_NONE;
  report->contact = contact;
  report->type = type;
  report->count = (uint16_t) count;
  report->count_exact = 1;
  report->position = position;
  report->error_m = error_m;
  report->confidence = 0.9f;
  report->velocity_known = velocity != NULL;
  report->velocity = velocity ? *velocity : base_vec (0, 0);
  return message;
}

SimMessage
build_telemetry (double t, unsigned unit, BaseVec position)
{
  SimMessage message = {.kind = SIM_MESSAGE_TELEMETRY, .t = SIM_SECONDS (t)};

  message.telemetry.unit = build_unit (unit);
  message.telemetry.t = message.t;
  message.telemetry.own =
      (SimOwnState) {.told = SIM_OWN_POSITION, .position = position, .error_m = 8};
  return message;
}

SimMessage
build_transmission (double t, bool begun, unsigned from, unsigned id)
{
  SimMessage message = {.t = SIM_SECONDS (t)};
  SimTransmission transmission = {
      .id = id, .speaker = SIM_SPEAKER_PILOT, .from = build_unit (from)};

  message.kind = begun ? SIM_MESSAGE_TRANSMISSION_BEGUN : SIM_MESSAGE_TRANSMISSION_ENDED;
  if (begun)
    message.transmission = transmission;
  else
    message.transmission_ended = transmission;
  return message;
}

SimCommand
build_command (unsigned id, SimVerb verb, SimAddresseeKind kind, unsigned index, BaseVec target)
{
  SimCommand command = {.id = id, .verb = (uint8_t) verb, .n_addressees = 1, .facing_deg = -1};

  command.addressees[0] = (SimAddressee) {(uint8_t) kind, index};
  command.target = (SimTarget) {SIM_TARGET_POSITION, 0, target, 167};
  return command;
}

SimMessage
build_order (double t, const SimCommand *command, SimOrderState state, int unit)
{
  SimMessage message = {.kind = SIM_MESSAGE_ORDER, .t = SIM_SECONDS (t)};

  message.order = (SimOrderChange) {.order = command->id,
                                    .state = (uint8_t) state,
                                    .unit = unit < 0 ? SIM_UNIT_NONE : build_unit ((unsigned) unit),
                                    .t = message.t,
                                    .command = *command};
  return message;
}

/* ---- Random messages ------------------------------------------------------------------------ */

/* One number is drawn in each statement: the order in which arguments are evaluated is open.  */

/* Mostly on the map; now and then far off it, or no number at all.  */
static float
random_coordinate (BaseRandom *random)
{
  switch (base_random_below (random, 200)) {
  case 0:
    return NAN;
  case 1:
    return INFINITY;
  case 2:
    return -3.0e38f;
  case 3:
    return 3.0e38f;
  default:
    return base_random_range (random, -500, 12500);
  }
}

static BaseVec
random_vec (BaseRandom *random)
{
  float x = random_coordinate (random);
  float y = random_coordinate (random);

  return base_vec (x, y);
}

static float
random_size (BaseRandom *random, float most)
{
  return base_random_chance (random, 0.01f) ? random_coordinate (random)
                                            : base_random_range (random, 0, most);
}

static SimUnitId
random_unit (BaseRandom *random, unsigned n_own)
{
  if (base_random_chance (random, 0.05f))
    return SIM_UNIT_NONE;
  return build_unit (base_random_below (random, n_own + 1));
}

static uint8_t
random_below (BaseRandom *random, unsigned limit)
{
  return base_random_chance (random, 0.01f) ? (uint8_t) base_random_u32 (random)
                                            : (uint8_t) base_random_below (random, limit);
}

static void
random_own (BaseRandom *random, SimOwnState *own)
{
  own->told = random_below (random, 32);
  own->activity = random_below (random, SIM_N_ACTIVITIES);
  for (unsigned i = 0; i < SIM_N_PARTS; i++)
    own->parts[i] = random_below (random, 256);
  own->energy_percent = random_below (random, 101);
  own->stress = random_below (random, 101);
  own->wounds = random_below (random, 3);
  own->ammunition = (uint16_t) base_random_below (random, 41);
  own->position = random_vec (random);
  own->error_m = random_size (random, 300);
  own->heading_deg = random_size (random, 360);
  own->speed_mps = random_size (random, 25);
}

static void
random_words (BaseRandom *random, SimWords *words)
{
  words->phrase = random_below (random, SIM_N_PHRASES);
  words->arguments[0].number = (int32_t) base_random_below (random, 60) - 5;
  words->n_lost = random_below (random, 3);
  words->lost[0].from = (uint16_t) base_random_below (random, 500);
  words->lost[0].to = (uint16_t) base_random_below (random, 1000);
}

static void
random_report (BaseRandom *random, SimTick t, unsigned n_own, SimReport *report)
{
  SimTick age = base_random_below (random, 300);

  report->kind = random_below (random, SIM_N_REPORT_KINDS);
  report->how = random_below (random, SIM_N_HOWS);
  report->type = random_below (random, 5);
  report->platoon = random_below (random, 6);
  report->from = random_unit (random, n_own);
  report->subject = random_unit (random, n_own);
  report->contact = base_random_below (random, 12);
  report->count = (uint16_t) base_random_below (random, 9);
  report->count_exact = base_random_chance (random, 0.5f) != 0;
  report->velocity_known = base_random_chance (random, 0.5f) != 0;
  report->t_sensed = t > age ? t - age : 0;
  if (base_random_chance (random, 0.02f))
    report->t_sensed = t + age; /* a clock that is wrong */
  report->t_heard = t;
  report->position = random_vec (random);
  report->velocity.x = random_size (random, 40);
  report->velocity.y = random_size (random, 40);
  report->error_m = random_size (random, 400);
  report->confidence = random_size (random, 1);
  random_own (random, &report->own);
  random_words (random, &report->words);
  report->voice = (uint16_t) base_random_below (random, 6);
  report->size = random_below (random, SIM_N_SIZES);
  report->shepherd = base_random_chance (random, 0.2f) != 0;
  report->bearing_deg = random_size (random, 360);
  report->bearing_error_deg = random_size (random, 6);
  report->bearing_error_deg_per_km = random_size (random, 1);
}

static void
random_order (BaseRandom *random, unsigned n_own, SimOrderChange *change)
{
  SimCommand *command = &change->command;

  change->order = 1 + base_random_below (random, 40);
  change->state = random_below (random, SIM_N_ORDER_STATES);
  change->cause = random_below (random, SIM_N_CAUSES);
  change->unit = random_unit (random, n_own);
  command->id = change->order;
  command->verb = random_below (random, SIM_N_VERBS);
  command->n_addressees = random_below (random, 3);
  command->addressees[0].kind = random_below (random, 3);
  command->addressees[0].index = base_random_below (random, 6);
  command->target.kind = random_below (random, 5);
  command->target.position = random_vec (random);
  command->target.precise_m = random_size (random, 500);
  command->n_via = random_below (random, SIM_MAX_VIA + 1);
  for (unsigned i = 0; i < SIM_MAX_VIA; i++)
    command->via[i].position = random_vec (random);
}

static void
random_transmission (BaseRandom *random, unsigned n_own, SimTransmission *transmission)
{
  transmission->id = base_random_below (random, 5);
  transmission->speaker = random_below (random, 3);
  transmission->from = random_unit (random, n_own);
}

SimMessage
build_random (BaseRandom *random, SimTick t, unsigned n_own)
{
  SimMessage message = {.t = t};

  message.kind = random_below (random, SIM_N_MESSAGES);
  switch (message.kind) {
  case SIM_MESSAGE_TRANSMISSION_BEGUN:
    random_transmission (random, n_own, &message.transmission);
    break;
  case SIM_MESSAGE_TRANSMISSION_ENDED:
    random_transmission (random, n_own, &message.transmission_ended);
    break;
  case SIM_MESSAGE_TELEMETRY:
    message.telemetry.t = t;
    message.telemetry.unit = random_unit (random, n_own);
    random_own (random, &message.telemetry.own);
    break;
  case SIM_MESSAGE_ORDER:
    message.order.t = t;
    random_order (random, n_own, &message.order);
    break;
  case SIM_MESSAGE_LINK:
    message.link.strain = random_size (random, 100);
    break;
  case SIM_MESSAGE_OBJECTIVE:
    message.objective.index = random_below (random, 3);
    message.objective.progress = random_size (random, 1);
    break;
  case SIM_MESSAGE_RADAR:
    message.radar.from = random_unit (random, n_own);
    message.radar.t = t;
    message.radar.position = random_vec (random);
    message.radar.error_m = random_size (random, 200);
    message.radar.count = (uint16_t) base_random_below (random, 9);
    break;
  case SIM_MESSAGE_REPORT:
    random_report (random, t, n_own, &message.report);
    break;
  default:
    break;
  }
  return message;
}

/* ---- Looking -------------------------------------------------------------------------------- */

const PictureView *
build_view (const Picture *picture)
{
  static PictureView view;

  picture_fill_view (picture, &view);
  return &view;
}

const PictureView *
build_view_at (Picture *picture, double t)
{
  picture_advance (picture, SIM_SECONDS (t));
  return build_view (picture);
}

void
build_take (Picture *picture, SimMessage message)
{
  picture_take (picture, &message);
}

static void
check_place (BaseVec place)
{
  g_assert_cmpfloat (place.x, >=, 0);
  g_assert_cmpfloat (place.x, <=, 12000);
  g_assert_cmpfloat (place.y, >=, 0);
  g_assert_cmpfloat (place.y, <=, 12000);
}

static void
check_own (const PictureOwn *own)
{
  check_place (own->fix);
  check_place (own->ghost);
  g_assert_true (own->fix_error_m >= 0 && own->ghost_error_m >= 0);
  g_assert_true (isfinite (own->ghost_error_m));
  g_assert_true (own->heading_deg >= 0 && own->heading_deg < 360);
  g_assert_true (own->speed_mps >= 0 && own->speed_mps <= 60);
  g_assert_cmpuint (own->energy_percent, <=, 100);
  g_assert_cmpuint (own->activity, <, SIM_N_ACTIVITIES);
  g_assert_cmpuint (own->order_state, <, SIM_N_ORDER_STATES);
  g_assert_true (isfinite (own->order_target.position.x + own->order_target.position.y));
}

static void
check_track (const PictureTrack *track, SimTick now)
{
  g_assert_true (isfinite (track->position.x) && isfinite (track->position.y));
  g_assert_true (base_vec_length (track->velocity) <= 60);
  g_assert_true (track->major_m >= track->minor_m && track->minor_m > 0);
  g_assert_true (isfinite (track->major_m));
  g_assert_true (track->angle_deg >= 0 && track->angle_deg < 180);
  g_assert_true (track->type_confidence >= 0 && track->type_confidence <= 1);
  g_assert_cmpuint (track->n_sources, <=, PICTURE_MAX_SOURCES);
  g_assert_cmpuint (track->t_seen, <=, now);
  g_assert_cmpuint (track->t_first, <=, track->t_seen);
  g_assert_cmpuint (track->count, >, 0);
}

static void
check_hearing (const PictureView *view)
{
  g_assert_cmpuint (view->n_bearings, <=, PICTURE_MAX_BEARINGS);
  g_assert_cmpuint (view->n_crosses, <=, PICTURE_MAX_CROSSES);
  for (size_t i = 0; i < view->n_bearings; i++) {
    const PictureBearing *bearing = &view->bearings[i];

    check_place (bearing->place);
    g_assert_true (bearing->bearing_deg >= 0 && bearing->bearing_deg < 360);
    g_assert_true (isfinite (picture_bearing_error_deg (bearing, 10000)));
    g_assert_true (i == 0 || view->bearings[i - 1].t_heard <= bearing->t_heard);
  }
  for (size_t i = 0; i < view->n_crosses; i++) {
    const PictureCross *cross = &view->crosses[i];

    check_place (cross->position);
    g_assert_true (cross->major_m >= cross->minor_m && cross->minor_m > 0);
    g_assert_true (isfinite (cross->major_m));
    g_assert_true (cross->angle_deg >= 0 && cross->angle_deg < 180);
  }
}

void
build_check_view (const PictureView *view)
{
  g_assert_cmpuint (view->n_own, <=, PICTURE_MAX_OWN);
  g_assert_cmpuint (view->n_tracks, <=, PICTURE_MAX_TRACKS);
  g_assert_cmpuint (view->n_jams, <=, PICTURE_MAX_JAMS);
  for (size_t i = 0; i < view->n_own; i++)
    check_own (&view->own[i]);
  for (size_t i = 0; i < view->n_tracks; i++) {
    check_track (&view->tracks[i], view->now);
    g_assert_true (i == 0 || view->tracks[i - 1].number < view->tracks[i].number);
  }
  for (size_t i = 0; i < view->n_jams; i++) {
    check_place (view->jams[i].centre);
    g_assert_true (view->jams[i].radius_m > 0 && view->jams[i].radius_m < 20000);
  }
  check_hearing (view);
}

static void
assert_same_own (const PictureOwn *a, const PictureOwn *b)
{
  g_assert_cmpfloat (a->fix.x, ==, b->fix.x);
  g_assert_cmpfloat (a->ghost.x, ==, b->ghost.x);
  g_assert_cmpfloat (a->ghost.y, ==, b->ghost.y);
  g_assert_cmpfloat (a->ghost_error_m, ==, b->ghost_error_m);
}

static void
assert_same_track (const PictureTrack *a, const PictureTrack *b)
{
  g_assert_cmpuint (a->number, ==, b->number);
  g_assert_cmpfloat (a->position.x, ==, b->position.x);
  g_assert_cmpfloat (a->major_m, ==, b->major_m);
  g_assert_cmpfloat (a->minor_m, ==, b->minor_m);
  g_assert_cmpfloat (a->angle_deg, ==, b->angle_deg);
}

void
build_assert_same_view (const PictureView *a, const PictureView *b)
{
  g_assert_cmpuint (a->n_own, ==, b->n_own);
  g_assert_cmpuint (a->n_tracks, ==, b->n_tracks);
  g_assert_cmpuint (a->n_jams, ==, b->n_jams);
  for (size_t i = 0; i < a->n_own; i++)
    assert_same_own (&a->own[i], &b->own[i]);
  for (size_t i = 0; i < a->n_tracks; i++)
    assert_same_track (&a->tracks[i], &b->tracks[i]);
  for (size_t i = 0; i < a->n_jams; i++) {
    g_assert_cmpfloat (a->jams[i].centre.x, ==, b->jams[i].centre.x);
    g_assert_cmpfloat (a->jams[i].radius_m, ==, b->jams[i].radius_m);
    g_assert_cmpuint (a->jams[i].t_since, ==, b->jams[i].t_since);
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What own machines say and send of themselves.  */
#include "picture/picture-private.h"

PictureOwnState *
picture_find_own (Picture *picture, SimUnitId id)
{
  for (size_t i = 0; i < picture->n_own; i++) {
    if (sim_unit_equal (picture->own[i].shown.id, id))
      return &picture->own[i];
  }
  return NULL;
}

/* Takes the moment of a word unless a newer one is known.  */
static bool
take_newer (SimTick *last, SimTick t)
{
  if (*last != SIM_TICK_NEVER && t < *last)
    return false;
  *last = t;
  return true;
}

static uint8_t
percent (uint8_t value)
{
  return value > 100 ? 100 : value;
}

static void
tell_position (const Picture *picture, PictureOwn *own, const SimOwnState *told, SimHow how,
               SimTick t)
{
  if (!picture_vec_is_finite (told->position) || !take_newer (&own->t_fix, t))
    return;
  own->fix = picture_clamp (picture, told->position);
  own->fix_how = (uint8_t) how;
  own->fix_error_m = __builtin_isfinite (told->error_m)
                         ? base_clampf (told->error_m, 0, PICTURE_MOST_ERROR_M)
                         : PICTURE_MOST_ERROR_M;
  if (told->heading_deg >= 0 && told->heading_deg < 360)
    own->heading_deg = told->heading_deg;
  if (__builtin_isfinite (told->speed_mps))
    own->speed_mps = base_clampf (told->speed_mps, 0, PICTURE_MOST_SPEED_MPS);
}

/* A machine that says what it does is not lost, whatever a comrade thought to have seen.  */
static void
tell_activity (PictureOwnState *own, uint8_t activity, SimTick t)
{
  if (activity >= SIM_N_ACTIVITIES)
    return;
  own->shown.activity = activity;
  if (activity == SIM_ACTIVITY_DESTROYED) {
    own->shown.known_lost = 1;
    own->lost_by_comrade = 0;
    own->t_lost = t;
  } else if (own->lost_by_comrade && t > own->t_lost) {
    own->shown.known_lost = 0;
    own->lost_by_comrade = 0;
  }
}

void
picture_own_tell (const Picture *picture, PictureOwnState *own, const SimOwnState *told, SimHow how,
                  SimTick t)
{
  PictureOwn *shown = &own->shown;

  if (told->told & SIM_OWN_POSITION)
    tell_position (picture, shown, told, how, t);
  if ((told->told & SIM_OWN_AMMUNITION) && take_newer (&shown->t_ammunition, t)) {
    shown->ammunition = told->ammunition;
    shown->energy_percent = percent (told->energy_percent);
  }
  if ((told->told & SIM_OWN_PARTS) && take_newer (&shown->t_parts, t)) {
    for (size_t i = 0; i < SIM_N_PARTS; i++)
      shown->parts[i] = told->parts[i];
  }
  if ((told->told & SIM_OWN_PILOT) && take_newer (&shown->t_pilot, t)) {
    shown->stress = percent (told->stress);
    shown->fatigue = percent (told->fatigue);
    shown->wounds = told->wounds > 2 ? 2 : told->wounds;
  }
  if ((told->told & SIM_OWN_ACTIVITY) && take_newer (&own->t_activity, t))
    tell_activity (own, told->activity, t);
}

void
picture_own_telemetry (Picture *picture, const SimTelemetry *telemetry)
{
  PictureOwnState *own = picture_find_own (picture, telemetry->unit);

  if (!own)
    return;
  take_newer (&own->shown.t_word, telemetry->t);
  take_newer (&own->t_telemetry, telemetry->t);
  picture_own_tell (picture, own, &telemetry->own, SIM_HOW_TELEMETRY, telemetry->t);
}

/* One speaker at a time on each net: who begins, ends every other there.  */
void
picture_own_transmission (Picture *picture, const SimTransmission *transmission, bool begun,
                          SimTick t)
{
  PictureOwnState *own = picture_find_own (picture, transmission->from);

  for (size_t i = 0; i < picture->n_own; i++) {
    PictureOwnState *other = &picture->own[i];

    bool same_net =
        ((other->transmission ^ transmission->id) & SIM_TRANSMISSION_OF_PLATOON) == 0;

    if ((begun && same_net) || other->transmission == transmission->id) {
      other->shown.speaking = 0;
      other->transmission = 0;
    }
  }
  if (!own || transmission->speaker != SIM_SPEAKER_PILOT)
    return;
  take_newer (&own->shown.t_word, t);
  if (begun) {
    own->shown.speaking = 1;
    own->transmission = transmission->id;
  }
}

/* ---- Reports ------------------------------------------------------------------------------- */

static void
words_ammunition (PictureOwn *own, SimTick t, int32_t rounds)
{
  if (take_newer (&own->t_ammunition, t))
    own->ammunition = (uint16_t) base_clampi (rounds, 0, UINT16_MAX);
}

static void
words_energy (PictureOwn *own, SimTick t, int32_t energy)
{
  if (take_newer (&own->t_ammunition, t))
    own->energy_percent = (uint8_t) base_clampi (energy, 0, 100);
}

/* "Hit" and "damaged" name a part without saying how badly: at least half of it.  */
static void
words_part (PictureOwn *own, SimTick t, int32_t part)
{
  if (part < 0 || part >= SIM_N_PARTS || !take_newer (&own->t_parts, t))
    return;
  if (own->parts[part] > 127)
    own->parts[part] = 127;
}

static void
words_sound (PictureOwn *own, SimTick t)
{
  if (!take_newer (&own->t_parts, t))
    return;
  for (size_t i = 0; i < SIM_N_PARTS; i++)
    own->parts[i] = 255;
}

/* What the words alone say, for reports whose fields do not.  */
static void
take_words (PictureOwn *own, const SimReport *report)
{
  const SimWords *words = &report->words;
  int32_t number = words->arguments[0].number;
  SimTick t = report->t_sensed;
  bool rounds = !(report->own.told & SIM_OWN_AMMUNITION);
  bool parts = !(report->own.told & SIM_OWN_PARTS);

  if (rounds &&
      (words->phrase == SIM_PHRASE_LOW_AMMUNITION || words->phrase == SIM_PHRASE_STATUS_AMMUNITION))
    words_ammunition (own, t, number);
  if (rounds && words->phrase == SIM_PHRASE_OUT_OF_LOADS)
    words_ammunition (own, t, 0);
  if (rounds && words->phrase == SIM_PHRASE_NO_AMMUNITION)
    words_ammunition (own, t, 0);
  if (rounds && words->phrase == SIM_PHRASE_LOW_ENERGY)
    words_energy (own, t, number);
  if (rounds && words->phrase == SIM_PHRASE_STATUS_AMMUNITION)
    words_energy (own, t, words->arguments[1].number);
  if (parts && (words->phrase == SIM_PHRASE_HIT || words->phrase == SIM_PHRASE_STATUS_DAMAGED))
    words_part (own, t, number);
  if (parts && words->phrase == SIM_PHRASE_STATUS_SOUND)
    words_sound (own, t);
}

/* The place where a comrade was seen to fall is its last fix.  */
static void
take_fall (const Picture *picture, PictureOwnState *own, const SimReport *report)
{
  SimOwnState fallen = {.told = SIM_OWN_POSITION,
                        .position = report->position,
                        .error_m = report->error_m,
                        .heading_deg = own->shown.heading_deg};

  if (report->error_m > 0)
    picture_own_tell (picture, own, &fallen, (SimHow) report->how, report->t_sensed);
}

static void
take_loss (Picture *picture, const SimReport *report)
{
  bool by_self =
      !sim_unit_is_some (report->subject) || sim_unit_equal (report->subject, report->from);
  PictureOwnState *own = picture_find_own (picture, by_self ? report->from : report->subject);

  if (!own || report->words.phrase == SIM_PHRASE_SILENT_OTHER)
    return;
  if (own->shown.known_lost && !own->lost_by_comrade)
    return;
  own->shown.known_lost = 1;
  own->shown.activity = SIM_ACTIVITY_DESTROYED;
  own->lost_by_comrade = !by_self;
  own->t_lost = report->t_sensed;
  if (!by_self)
    take_fall (picture, own, report);
}

/* Where the pilot of a machine is now: he himself, or who fetched him, says so.  */
static void
take_person (Picture *picture, const SimReport *report)
{
  PictureOwnState *own = picture_find_own (picture, report->subject);

  if (!own || !(report->own.told & SIM_OWN_PERSON) || report->own.person >= SIM_N_PERSONS ||
      !take_newer (&own->shown.t_person, report->t_sensed))
    return;
  own->shown.person = report->own.person;
  own->shown.wounds = report->own.wounds > 2 ? 2 : report->own.wounds;
}

void
picture_own_report (Picture *picture, const SimReport *report)
{
  PictureOwnState *own = picture_find_own (picture, report->from);

  take_person (picture, report);
  if (own && report->kind != SIM_REPORT_PERSON) {
    SimOwnState under_fire = {.told = SIM_OWN_ACTIVITY, .activity = SIM_ACTIVITY_UNDER_FIRE};

    picture_own_tell (picture, own, &report->own, (SimHow) report->how, report->t_sensed);
    take_words (&own->shown, report);
    if (report->kind == SIM_REPORT_UNDER_FIRE && !(report->own.told & SIM_OWN_ACTIVITY))
      picture_own_tell (picture, own, &under_fire, SIM_HOW_SEEN, report->t_sensed);
  }
  if (report->kind == SIM_REPORT_OWN_DOWN)
    take_loss (picture, report);
}

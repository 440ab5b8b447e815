/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One report: what of it was understood, and whom it is about.  */
#include "picture/picture-private.h"

/* Share of the transmission that the link swallowed, 0..1.  */
static float
lost_share (const SimWords *words)
{
  unsigned sum = 0;

  for (size_t i = 0; i < words->n_lost && i < SIM_MAX_LOST_WORDS; i++) {
    if (words->lost[i].to > words->lost[i].from)
      sum += (unsigned) (words->lost[i].to - words->lost[i].from);
  }
  return base_clampf ((float) sum / 1000.0f, 0, 1);
}

static SimTick
earlier (SimTick a, SimTick b)
{
  return a < b ? a : b;
}

/* "Halted" is a velocity too.  */
static bool
is_said_to_halt (const SimReport *report)
{
  return !report->velocity_known && (report->words.phrase == SIM_PHRASE_CONTACT_SEEN ||
                                     report->words.phrase == SIM_PHRASE_CONTACT_HALTED);
}

/* A copy that can be computed with: nothing not finite, nothing sensed in the future, and where
 * words were lost a wider error and less trust in the type.  */
static SimReport
checked_report (const Picture *picture, const SimReport *report, float lost)
{
  SimReport copy = *report;

  copy.t_sensed = earlier (copy.t_sensed, picture->now);
  copy.how = copy.how < SIM_N_HOWS ? copy.how : SIM_HOW_GUESSED;
  if (!picture_vec_is_finite (copy.position) || !(copy.error_m > 0))
    copy.error_m = 0;
  else
    copy.error_m =
        base_clampf (copy.error_m * (1 + 2 * lost), PICTURE_LEAST_ERROR_M, PICTURE_MOST_ERROR_M);
  if (copy.error_m > 0)
    copy.position = picture_clamp (picture, copy.position);
  copy.velocity_known = copy.velocity_known && picture_vec_is_finite (copy.velocity);
  if (is_said_to_halt (report)) {
    copy.velocity = base_vec (0, 0);
    copy.velocity_known = 1;
  }
  copy.confidence = copy.confidence >= 0 ? base_clampf (copy.confidence, 0, 1) * (1 - lost) : 0;
  copy.count = copy.count > 0 ? copy.count : 1;
  return copy;
}

static PictureMat2
error_of (const Picture *picture, const SimReport *report, const PictureOwnState *from)
{
  float ghost_error;
  BaseVec sight = {0, 0};

  if (from)
    sight = base_vec_sub (report->position,
                          picture_own_ghost (picture, from, report->t_sensed, &ghost_error));
  return picture_report_covariance ((SimHow) report->how, report->error_m, sight);
}

static void
take_enemy (Picture *picture, const SimReport *report, const PictureOwnState *from)
{
  PictureSighting sighting = {report, error_of (picture, report, from)};

  switch (report->kind) {
  case SIM_REPORT_CONTACT_LOST:
    picture_track_lost (picture, &sighting);
    break;
  case SIM_REPORT_CONTACT_DESTROYED:
    picture_track_destroyed (picture, &sighting);
    break;
  default:
    picture_track_sighting (picture, &sighting);
  }
}

/* Every report with an enemy's number or of a contact kind says where an enemy is.  */
static bool
is_about_enemy (const SimReport *report)
{
  if (report->error_m <= 0)
    return false;
  return report->contact != 0 || report->kind == SIM_REPORT_CONTACT ||
         report->kind == SIM_REPORT_CONTACT_UPDATE || report->kind == SIM_REPORT_CONTACT_LOST ||
         report->kind == SIM_REPORT_CONTACT_DESTROYED || report->kind == SIM_REPORT_CORRECTION;
}

void
picture_take_report (Picture *picture, const SimReport *report)
{
  float lost = lost_share (&report->words);
  PictureOwnState *from = picture_find_own (picture, report->from);
  SimReport checked = checked_report (picture, report, lost);

  picture->t_report = picture->now;
  if (from)
    from->shown.t_word = picture->now;
  if (lost >= PICTURE_WORD_LOST_SHARE)
    return;
  picture_own_report (picture, &checked);
  if (checked.kind == SIM_REPORT_HEARD)
    picture_hear (picture, &checked);
  else if (checked.words.phrase == SIM_PHRASE_ALL_LOST)
    picture_track_lost_all (picture, checked.platoon, checked.t_sensed);
  else if (is_about_enemy (&checked))
    take_enemy (picture, &checked, from);
  else if (checked.kind == SIM_REPORT_AREA_CLEAR && checked.error_m > 0)
    picture_track_clear_area (picture, checked.position, checked.t_sensed);
}

/* Two plots in one place a few seconds apart are one thing that moves; how many is known only of what
 * could be told apart.  */
void
picture_take_plot (Picture *picture, const SimRadarPlot *plot)
{
  SimReport report = {
    .kind = SIM_REPORT_CONTACT_UPDATE,
    .how = SIM_HOW_TELEMETRY,
    .type = SIM_TYPE_UNKNOWN,
    .platoon = UINT8_MAX,
    .from = plot->from,
    .count = plot->count,
    .t_sensed = plot->t,
    .position = plot->position,
    .error_m = plot->error_m,
  };
  SimReport checked = checked_report (picture, &report, 0);
  PictureSighting sighting = {&checked, error_of (picture, &checked, NULL)};

  if (checked.error_m > 0)
    picture_track_sighting (picture, &sighting);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Voices of the Legion: bearings as they were told, and where two of one voice cross.
 *
 * A bearing gives a place across itself alone.  Two of the same voice from two places give a fix:
 * the point where they meet, and by the information of both (n n' / s^2 with n across the bearing
 * and s its error there, as in Stansfield, "Statistical Theory of D.F. Fixing", 1947) its ellipse.
 * The older the one is against the other, the more the voice may have moved: that widens it.  */
#include "picture/picture-private.h"

#define SAME_PLACE_M   500.0f /* bearings from places nearer than this give no crossing */
#define LEAST_ANGLE    0.17f  /* sine of the angle at which two bearings must meet: 10 degrees */
#define FARTHEST_M     25000.0f
#define VOICE_MPS      6.0f   /* how fast a voice may have gone between two bearings */
#define MOST_MAJOR_M   2500.0f /* a fix worse than this is none */
#define OF_ONE_VOICE   3u
#define LIFE_S         300u

float
picture_bearing_error_deg (const PictureBearing *bearing, float distance_m)
{
  return bearing->error_deg + bearing->error_deg_per_km * distance_m / 1000;
}

/* ---- Taking a report ------------------------------------------------------------------------- */

static bool
is_sane (const SimReport *report)
{
  return report->voice != 0 && report->bearing_deg >= 0 && report->bearing_deg < 360 &&
         report->bearing_error_deg >= 0 && report->bearing_error_deg <= 180 &&
         report->bearing_error_deg_per_km >= 0 && report->bearing_error_deg_per_km <= 180 &&
         report->size < SIM_N_SIZES && picture_vec_is_finite (report->own.position);
}

static void
remove_bearing (Picture *picture, size_t index)
{
  picture->n_bearings--;
  for (size_t i = index; i < picture->n_bearings; i++)
    picture->bearings[i] = picture->bearings[i + 1];
}

/* Of one voice the latest from each place is kept, and of places the latest few; the table is in
 * the order in which they were heard, so that what goes first is the oldest.  */
static void
make_room (Picture *picture, uint16_t voice, BaseVec place)
{
  unsigned same = 0;

  for (size_t i = picture->n_bearings; i-- > 0;) {
    const PictureBearing *each = &picture->bearings[i];

    if (each->voice != voice)
      continue;
    if (base_vec_distance (each->place, place) < SAME_PLACE_M || ++same >= OF_ONE_VOICE)
      remove_bearing (picture, i);
  }
  if (picture->n_bearings == PICTURE_MAX_BEARINGS)
    remove_bearing (picture, 0);
}

static void
fall_silent (Picture *picture, const SimReport *report)
{
  for (size_t i = 0; i < picture->n_bearings; i++)
    if (picture->bearings[i].voice == report->voice)
      picture->bearings[i].silent = 1;
}

void
picture_hear (Picture *picture, const SimReport *report)
{
  BaseVec place;

  if (!is_sane (report))
    return;
  if (report->words.phrase == SIM_PHRASE_HEARD_SILENT) {
    fall_silent (picture, report);
    return;
  }
  place = picture_clamp (picture, report->own.position);
  make_room (picture, report->voice, place);
  picture->bearings[picture->n_bearings++] = (PictureBearing){
    .voice = report->voice,
    .size = report->size,
    .shepherd = report->shepherd != 0,
    .from = report->from,
    .place = place,
    .bearing_deg = report->bearing_deg,
    .error_deg = report->bearing_error_deg,
    .error_deg_per_km = report->bearing_error_deg_per_km,
    .t_sensed = report->t_sensed,
    .t_heard = picture->now,
  };
}

void
picture_hearing_keep (Picture *picture, SimTick now)
{
  for (size_t i = picture->n_bearings; i-- > 0;)
    if (picture_age_s (now, picture->bearings[i].t_sensed) > LIFE_S)
      remove_bearing (picture, i);
}

/* ---- Crossings ------------------------------------------------------------------------------- */

/* The point where two bearings meet, if they do, ahead of both and not too far.  */
static bool
meet (const PictureBearing *a, const PictureBearing *b, BaseVec *at)
{
  BaseVec da = base_direction_deg (a->bearing_deg), db = base_direction_deg (b->bearing_deg);
  BaseVec off = base_vec_sub (b->place, a->place);
  float sine = da.x * db.y - da.y * db.x, along_a, along_b;

  if ((sine < 0 ? -sine : sine) < LEAST_ANGLE)
    return false;
  along_a = (off.x * db.y - off.y * db.x) / sine;
  along_b = (off.x * da.y - off.y * da.x) / sine;
  *at = base_vec_add (a->place, base_vec_scale (da, along_a));
  return along_a > 0 && along_b > 0 && along_a < FARTHEST_M && along_b < FARTHEST_M;
}

/* What a bearing knows of a point on it: information across it.  */
static PictureMat2
information (const PictureBearing *bearing, BaseVec at, SimTick latest)
{
  BaseVec along = base_direction_deg (bearing->bearing_deg), across = base_vec (along.y, -along.x);
  float distance = base_vec_distance (bearing->place, at);
  float error = distance * picture_bearing_error_deg (bearing, distance) * (float) (BASE_PI / 180);
  float moved = VOICE_MPS * picture_age_s (latest, bearing->t_sensed);
  float weight = 1 / (error * error + moved * moved + PICTURE_LEAST_ERROR_M * PICTURE_LEAST_ERROR_M);

  return (PictureMat2){across.x * across.x * weight, across.x * across.y * weight,
                       across.x * across.y * weight, across.y * across.y * weight};
}

/* Axes of the ellipse: square roots of the eigenvalues of the inverse of the information.  */
static void
fill_ellipse (PictureCross *cross, PictureMat2 sum)
{
  double mean = 0.5 * ((double) sum.xx + sum.yy), half = 0.5 * ((double) sum.xx - sum.yy);
  double radius = base_sqrt (half * half + (double) sum.xy * sum.xy);
  double least = mean - radius;

  least = least > 1e-9 ? least : 1e-9;
  cross->major_m = (float) base_sqrt (1 / least);
  cross->minor_m = (float) base_sqrt (1 / (mean + radius));
  /* The axis of the least information: rotate that of the most by a quarter.  */
  cross->angle_deg = base_bearing_deg ((float) (sum.xy), (float) (least - sum.xx));
  if (sum.xy == 0)
    cross->angle_deg = sum.xx < sum.yy ? 90 : 0;
  if (cross->angle_deg >= 180)
    cross->angle_deg -= 180;
}

static bool
cross_two (const PictureBearing *old, const PictureBearing *latest, PictureCross *cross)
{
  PictureMat2 a, b;
  BaseVec at;

  if (base_vec_distance (old->place, latest->place) < SAME_PLACE_M || !meet (latest, old, &at))
    return false;
  a = information (latest, at, latest->t_sensed);
  b = information (old, at, latest->t_sensed);
  *cross = (PictureCross){
    .voice = latest->voice,
    .size = latest->size,
    .shepherd = latest->shepherd,
    .position = at,
    .t_sensed = latest->t_sensed,
  };
  fill_ellipse (cross, (PictureMat2){a.xx + b.xx, a.xy + b.xy, a.yx + b.yx, a.yy + b.yy});
  return cross->major_m < MOST_MAJOR_M;
}

/* Is this the latest bearing of its voice?  They are in the order of hearing.  */
static bool
is_latest (const Picture *picture, size_t index)
{
  for (size_t i = index + 1; i < picture->n_bearings; i++)
    if (picture->bearings[i].voice == picture->bearings[index].voice)
      return false;
  return true;
}

static bool
on_map (const Picture *picture, BaseVec at)
{
  return at.x >= 0 && at.x <= picture->map_width_m && at.y >= 0 && at.y <= picture->map_height_m;
}

/* For each voice the crossing of its latest bearing with the one that makes the smallest ellipse. */
size_t
picture_cross_bearings (const Picture *picture, PictureCross *crosses, size_t max)
{
  size_t n = 0;

  for (size_t i = 0; i < picture->n_bearings && n < max; i++) {
    bool found = false;

    if (picture->bearings[i].silent || !is_latest (picture, i))
      continue;
    for (size_t j = 0; j < i; j++) {
      PictureCross cross;

      if (picture->bearings[j].voice != picture->bearings[i].voice ||
          !cross_two (&picture->bearings[j], &picture->bearings[i], &cross) ||
          !on_map (picture, cross.position) || (found && cross.major_m >= crosses[n].major_m))
        continue;
      crosses[n] = cross;
      found = true;
    }
    n += found;
  }
  return n;
}

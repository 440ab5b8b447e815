/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ground read from the map on the table: where one sees far, where one is not seen.
 *
 * Pilots know the ground that they have crossed; what lies beyond comes from the handler's map
 * (design: play, "Why she matters").  Sight is taken along straight lines over the map's heights,
 * with woods and houses as high as their cover usually is.  */
#include "staff/staff-private.h"

/* Design values.  */
#define EYE_M        3.0f
#define WOODS_M      9.0f
#define HOUSES_M     7.0f
#define RUBBLE_M     2.0f
#define STEP_M       60.0f
#define N_RAYS       5
#define N_REACHES    3
#define SHELTER      0.25f /* worth of cover to stand in, of a whole field of fire */
#define FAR_OFF      0.35f /* cost of standing at the edge of the search */
#define N_SIDE       5 /* candidates along one side of the square that is searched */

static float
cover_height (PictureCover cover)
{
  switch (cover) {
  case PICTURE_COVER_WOODS:
    return WOODS_M;
  case PICTURE_COVER_TOWN:
    return HOUSES_M;
  case PICTURE_COVER_RUBBLE:
    return RUBBLE_M;
  default:
    return 0;
  }
}

static bool
can_stand (PictureCover cover)
{
  return cover != PICTURE_COVER_WATER && cover != PICTURE_COVER_MARSH &&
         cover != PICTURE_COVER_CLIFF;
}

/* What stands right beside either end does not hide it.  */
static bool
sees (const PictureSheet *sheet, BaseVec from, BaseVec to)
{
  float length = base_vec_distance (from, to);
  float low = picture_sheet_height (sheet, from) + EYE_M;
  float high = picture_sheet_height (sheet, to) + EYE_M;

  for (float way = STEP_M; way < length - STEP_M; way += STEP_M) {
    BaseVec at = staff_toward (from, to, way);
    float line = low + (high - low) * way / length;

    if (picture_sheet_height (sheet, at) + cover_height (picture_sheet_cover (sheet, at)) > line)
      return false;
  }
  return true;
}

/* A fan of 80 degrees toward the enemy, looked along for `reaches` metres each: share seen.  */
static float
share_seen (const PictureSheet *sheet, BaseVec at, BaseVec enemy, const float *reaches)
{
  /* Turned by -40 to 40 degrees: cosines and sines.  */
  static const float turns[N_RAYS][2] = {
      {0.766f, -0.643f}, {0.940f, -0.342f}, {1, 0}, {0.940f, 0.342f}, {0.766f, 0.643f}};
  BaseVec way = base_vec_sub (enemy, at);
  float length = base_vec_length (way) + 1;
  unsigned seen = 0;

  way = base_vec_scale (way, 1 / length);
  for (int i = 0; i < N_RAYS; i++) {
    BaseVec ray = base_vec (way.x * turns[i][0] - way.y * turns[i][1],
                            way.x * turns[i][1] + way.y * turns[i][0]);

    for (int j = 0; j < N_REACHES; j++)
      seen += sees (sheet, at, base_vec_add (at, base_vec_scale (ray, reaches[j])));
  }
  return (float) seen / (N_RAYS * N_REACHES);
}

static float
worth_of_ground (const PictureSheet *sheet, BaseVec at, BaseVec enemy, StaffGround wanted)
{
  static const float far_reaches[N_REACHES] = {600, 900, 1200};
  static const float near_reaches[N_REACHES] = {500, 800, 1100};
  bool sheltered = cover_height (picture_sheet_cover (sheet, at)) > 0;

  if (wanted == STAFF_GROUND_HIDDEN)
    return 1 - share_seen (sheet, at, enemy, near_reaches) + SHELTER * (float) sheltered;
  return share_seen (sheet, at, enemy, far_reaches) + SHELTER * (float) sheltered;
}

BaseVec
staff_best_ground (const Staff *staff, BaseVec around, BaseVec enemy, float reach_m,
                   StaffGround wanted)
{
  const PictureSheet *sheet = staff->def.sheet;
  BaseVec best = around;
  float most = -1;

  if (!sheet)
    return around;
  for (int i = 0; i < N_SIDE * N_SIDE; i++) {
    BaseVec aside = base_vec ((float) (i % N_SIDE - N_SIDE / 2) * reach_m / (N_SIDE / 2),
                              (float) (i / N_SIDE - N_SIDE / 2) * reach_m / (N_SIDE / 2));
    BaseVec at = base_vec_add (around, aside);
    float worth;

    if (at.x < 0 || at.y < 0 || at.x > sheet->width_m || at.y > sheet->height_m ||
        !can_stand (picture_sheet_cover (sheet, at)))
      continue;
    worth = worth_of_ground (sheet, at, enemy, wanted) - FAR_OFF * base_vec_length (aside) / reach_m;
    if (worth > most) {
      most = worth;
      best = at;
    }
  }
  return best;
}

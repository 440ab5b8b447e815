/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a good staff officer adds (design: play, "Staff officers").  */
#include "staff/staff-private.h"

/* Design values, tuned on battles of 16 to 24 machines.  */
#define RESERVE_PAUSE_S  90.0f
#define GROUND_M         450.0f /* searched around for good ground */
#define BEHIND_M         350.0f /* tanks are awaited so far behind the goal */
#define AT_GOAL_M        900.0f /* who stands so near to it is no reserve any more */
#define ALREADY_THERE_M  450.0f
#define HARD_VALUE       3.0f    /* of one machine: a tank or more */
#define HARD_TOTAL       8.0f    /* of tanks, that people are hidden from */
#define HARD_REACH_M     3000.0f /* from the goal */
#define PAIR_M           350.0f  /* between two pairs of platoons */
#define HIDE_M           250.0f  /* so much nearer to the enemy than its hiding place */
#define HIDE_AGAIN_S     150.0f
#define TOO_LATE_M       900.0f

/* ---- The reserve ----------------------------------------------------------------------------- */

/* Soft enemies are met at the goal.  Tanks are not fought at their range: they are awaited out of
 * their sight, on the far side of the goal, where they show flank and rear from near.  */
static BaseVec
receiving_place (const Staff *staff, const StaffSituation *situation, const PictureTrack *track)
{
  bool hard = staff_type_value (staff, track->type) >= HARD_VALUE;
  BaseVec behind = staff_toward (situation->goal, staff->def.base, BEHIND_M);

  return staff_best_ground (staff, hard ? behind : situation->goal, track->position, GROUND_M,
                            hard ? STAFF_GROUND_HIDDEN : STAFF_GROUND_OPEN);
}

/* A platoon that has arrived stays: one that is moved about in front of the enemy is shot at while
 * it can not shoot.  */
bool
staff_reserve_on_second_report (Staff *staff, const StaffSituation *situation)
{
  const PictureTrack *track = situation->main_effort;
  int reserve = staff_find_reserve (staff, situation);
  SimCommand command = staff_order (SIM_VERB_HOLD);
  BaseVec place;

  if (!track || reserve < 0 || situation->n_platoons < 2 || !staff_is_confirmed (track) ||
      staff_since_s (staff->now, staff->t_reserve) < RESERVE_PAUSE_S)
    return false;
  if (base_vec_distance (situation->goal, situation->platoons[reserve].centre) < AT_GOAL_M)
    return false;
  place = receiving_place (staff, situation, track);
  if (base_vec_distance (place, situation->platoons[reserve].centre) < ALREADY_THERE_M)
    return false;
  staff_address_platoon (&command, (size_t) reserve);
  staff_aim (&command, place);
  if (!staff_send_platoons (staff, &command))
    return false;
  staff->t_reserve = staff->now;
  return true;
}

/* ---- Breaking sight -------------------------------------------------------------------------- */

static const PictureTrack *
nearest_hard_track (const Staff *staff, const StaffSituation *situation, float *value)
{
  const PictureView *view = situation->view;
  const PictureTrack *nearest = NULL;

  *value = 0;
  for (size_t i = 0; i < view->n_tracks; i++) {
    const PictureTrack *track = &view->tracks[i];
    float distance = base_vec_distance (track->position, situation->goal);

    if (staff_type_value (staff, track->type) < HARD_VALUE || distance > HARD_REACH_M ||
        !staff_is_confirmed (track) || staff_track_value (staff, track, view->now) <= 0)
      continue;
    *value += staff_track_value (staff, track, view->now);
    if (!nearest || distance < base_vec_distance (nearest->position, situation->goal))
      nearest = track;
  }
  return nearest;
}

/* Behind the goal as seen from the enemy's side, the pairs beside one another.  */
static BaseVec
hidden_place (const Staff *staff, const StaffSituation *situation, size_t platoon)
{
  BaseVec behind = staff_toward (situation->goal, staff->def.base, BEHIND_M);
  BaseVec way = base_vec_sub (behind, situation->goal);
  float length = base_vec_length (way);
  float aside = PAIR_M * ((float) (platoon / 2) - 0.5f * (float) ((situation->n_platoons - 1) / 2));

  if (length < 1)
    return behind;
  return base_vec_add (behind, base_vec_scale (base_vec (way.y, -way.x), aside / length));
}

static bool
is_in_sight (const Staff *staff, const StaffSituation *situation, size_t platoon, BaseVec enemy)
{
  BaseVec behind = hidden_place (staff, situation, platoon);
  BaseVec centre = situation->platoons[platoon].centre;
  const StaffPlatoonMemory *memory = &staff->platoons[platoon];

  /* Who turns his back on a tank near by is worse off than who stays.  */
  if (situation->platoons[platoon].alive == 0 || situation->platoons[platoon].engaged ||
      base_vec_distance (centre, enemy) < TOO_LATE_M ||
      (staff_since_s (staff->now, memory->t_sent) < HIDE_AGAIN_S &&
       base_vec_distance (memory->place, behind) < PAIR_M))
    return false;
  return base_vec_distance (centre, enemy) + HIDE_M < base_vec_distance (behind, enemy);
}

/* Platoons that stand before the goal when tanks come are taken behind it, two in one order.  */
bool
staff_break_sight (Staff *staff, const StaffSituation *situation)
{
  float value;
  const PictureTrack *track = nearest_hard_track (staff, situation, &value);
  SimCommand command = staff_order (SIM_VERB_FALL_BACK);

  if (!track || value < HARD_TOTAL)
    return false;
  for (size_t i = 0; i < situation->n_platoons; i++) {
    if (!is_in_sight (staff, situation, i, track->position))
      continue;
    if (command.n_addressees == 1 && i / 2 != command.addressees[0].index / 2)
      break;
    staff_address_platoon (&command, i);
    staff_aim (&command, hidden_place (staff, situation, i));
  }
  return staff_send_platoons (staff, &command);
}

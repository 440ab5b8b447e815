/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a good staff officer adds (design: play, "Staff officers").  */
#include "staff/staff-private.h"

/* Design values, tuned on battles of 16 to 24 machines.  */
#define RESERVE_PAUSE_S  90.0f
#define GROUND_M         450.0f /* searched around for good ground */
#define BEHIND_M         350.0f /* tanks are awaited so far behind the goal */
#define AT_GOAL_M        900.0f /* who stands so near to it is no reserve any more */
#define ALREADY_THERE_M  450.0f
#define OWN_PLACE_M      1200.0f /* who stands so near to another place that is asked for holds that */
#define CROWD_M          1500.0f /* platoons so near to the goal are there */
#define ENOUGH_PLATOONS  4       /* in one place; more leave other places open */
#define HARD_VALUE       3.0f    /* of one machine: a tank or more */

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

static bool
are_enough_there (const StaffSituation *situation)
{
  unsigned there = 0;

  for (size_t i = 0; i < situation->n_platoons; i++)
    there += situation->platoons[i].fit > 0 &&
             base_vec_distance (situation->platoons[i].centre, situation->goal) < CROWD_M;
  return there >= ENOUGH_PLATOONS;
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
  if (are_enough_there (situation) ||
      staff_is_asked_elsewhere (staff, situation, situation->platoons[reserve].centre, OWN_PLACE_M) ||
      base_vec_distance (situation->goal, situation->platoons[reserve].centre) < AT_GOAL_M)
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to be destroyed and does not come by itself is gone for: guns behind a hill.  */
#include "staff/staff-private.h"

/* Design values.  */
#define RAID_AGAIN_S 45.0f
#define RAID_ODDS    0.4f  /* enemy value near the goals to own: more, and nobody can be spared */
#define RAID_ASIDE   0.65f /* of the error of what is known: where it is looked for next */
#define RAIDS_MOST   6

/* The gravest open goal that asks for one type of machine, or NULL.  */
static const StaffGoal *
goal_to_destroy (const Staff *staff)
{
  for (size_t i = 0; i < staff->def.n_goals; i++) {
    const StaffGoal *goal = &staff->def.goals[i];

    if (goal->kind == STAFF_GOAL_DESTROY && goal->by_type &&
        staff->goal_state[goal->objective] == SIM_OBJECTIVE_OPEN)
      return goal;
  }
  return NULL;
}

/* The latest word of that type, or NULL.  */
static const PictureTrack *
latest_of_type (const StaffSituation *situation, SimTypeIndex type)
{
  const PictureTrack *latest = NULL;

  for (size_t i = 0; i < situation->view->n_tracks; i++) {
    const PictureTrack *track = &situation->view->tracks[i];

    if (track->type == type && !track->destroyed && (!latest || track->t_seen > latest->t_seen))
      latest = track;
  }
  return latest;
}

/* Where they are; when they were not found there, to one side of it as seen from home, then to the
 * other.  */
static BaseVec
search_place (const Staff *staff, const PictureTrack *track)
{
  BaseVec way = base_vec_sub (track->position, staff->def.base);
  float length = base_vec_length (way) + 1, aside = RAID_ASIDE * track->major_m / length;

  if (staff->raids % 3 == 0)
    return track->position;
  return base_vec_add (track->position, base_vec_scale (base_vec (way.y, -way.x),
                                                        staff->raids % 3 == 1 ? aside : -aside));
}

/* The one that went before goes on; else who is farthest from every enemy.  */
static int
find_raider (const Staff *staff, const StaffSituation *situation)
{
  size_t before = staff->raider - 1u;

  if (staff->raider == 0 || situation->platoons[before].fit == 0)
    return staff_find_reserve (staff, situation);
  if (situation->platoons[before].busy || situation->platoons[before].engaged)
    return -1;
  return (int) before;
}

bool
staff_raid (Staff *staff, const StaffSituation *situation)
{
  const StaffGoal *goal = goal_to_destroy (staff);
  const PictureTrack *track = goal ? latest_of_type (situation, goal->type) : NULL;
  int raider = track ? find_raider (staff, situation) : -1;
  SimCommand command = staff_order (SIM_VERB_ATTACK);
  bool seen = track && staff_track_value (staff, track, staff->now) > 0;

  if (raider < 0 || situation->n_platoons < 2 || staff->raids >= RAIDS_MOST ||
      staff_since_s (staff->now, staff->t_raid) < RAID_AGAIN_S ||
      situation->enemy_value > RAID_ODDS * STAFF_OWN_VALUE * (float) situation->fit)
    return false;
  command.posture = seen ? SIM_POSTURE_NORMAL : SIM_POSTURE_CAREFUL;
  staff_address_platoon (&command, (size_t) raider);
  if (seen)
    staff_aim_at_track (&command, track);
  else
    staff_aim (&command, search_place (staff, track));
  if (!staff_send_platoons (staff, &command))
    return false;
  staff->raider = (uint8_t) (raider + 1);
  staff->t_raid = staff->now;
  staff->raids += !seen;
  return true;
}

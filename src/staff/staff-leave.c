/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When it is enough, and where to: leaving with what is done, and going where all are asked to be.  */
#include "staff/staff-private.h"

/* Design values.  */
#define LEAVE_TASK   0.6f /* share of the task that may be left with ... */
#define LEAVING_S    35.0f /* ... until all have heard it and are gone; so long the place is held */
#define LEAVE_ODDS   0.5f /* enemy value to own; from here on staying kills more than a fifth (measured) */
#define LEAVE_LOST   0.2f /* where so many are lost already, so are theirs: it is fought out */
#define SURE_S       10.0f
#define SOON_DONE_S  60.0f /* so near to the end nobody leaves */
#define PACE_MPS     12.0f /* of a platoon on its way */
#define WAY_MARGIN_S 75.0f /* to be heard, to get going, to go round */
#define INSIDE       0.7f /* of a goal's radius: surely in it */
#define ARRIVED_M    900.0f
#define GO_AGAIN_S   60.0f

/* ---- Whether to ------------------------------------------------------------------------------ */

static float
seconds_until (const Staff *staff, SimTick moment)
{
  return moment > staff->now ? (float) (moment - staff->now) / SIM_TICKS_PER_SECOND : 0;
}

/* How far a goal gets in so many seconds if nothing goes wrong with it.  */
static float
progress_after (const Staff *staff, const StaffGoal *goal, float time_s)
{
  float done = staff->progress[goal->objective];
  float counted = time_s - seconds_until (staff, goal->from);

  if (staff->goal_state[goal->objective] != SIM_OBJECTIVE_OPEN || counted <= 0)
    return done;
  if (goal->kind == STAFF_GOAL_HOLD && goal->seconds > 0)
    return base_clampf (done + counted / goal->seconds, 0, 1);
  return goal->kind == STAFF_GOAL_REACH ? 1 : done;
}

/* The task as it is counted (design: play, "Task, people, score"): by weight, without what is not
 * asked yet or no more.  */
static float
task_after (const Staff *staff, float time_s)
{
  float sum = 0, weight = 0;

  for (size_t i = 0; i < staff->def.n_goals; i++) {
    const StaffGoal *goal = &staff->def.goals[i];
    uint8_t state = staff->goal_state[goal->objective];

    if (state == SIM_OBJECTIVE_HIDDEN || state == SIM_OBJECTIVE_CALLED_OFF)
      continue;
    sum += goal->weight * progress_after (staff, goal, time_s);
    weight += goal->weight;
  }
  return weight > 0 ? sum / weight : 0;
}

/* Until all that hold are done.  */
static float
needed_s (const Staff *staff)
{
  float longest = 0;

  for (size_t i = 0; i < staff->def.n_goals; i++) {
    const StaffGoal *goal = &staff->def.goals[i];
    float needed = seconds_until (staff, goal->from) +
                   (1 - staff->progress[goal->objective]) * goal->seconds;

    if (goal->kind == STAFF_GOAL_HOLD && staff->goal_state[goal->objective] == SIM_OBJECTIVE_OPEN &&
        needed > longest)
      longest = needed;
  }
  return longest;
}

/* More is known to come than can be met without great loss, and not by one report alone.  */
static bool
is_outnumbered (Staff *staff, const StaffSituation *situation)
{
  if (situation->enemy_value <= LEAVE_ODDS * STAFF_OWN_VALUE * (float) situation->fit)
    staff->t_outnumbered = SIM_TICK_NEVER;
  else if (staff->t_outnumbered == SIM_TICK_NEVER)
    staff->t_outnumbered = staff->now;
  return staff->t_outnumbered != SIM_TICK_NEVER &&
         staff_since_s (staff->now, staff->t_outnumbered) >= SURE_S;
}

/* Not when the dead have been counted, which is too late.  */
static bool
should_leave (Staff *staff, const StaffSituation *situation)
{
  float started = (float) (situation->alive + situation->lost);

  return is_outnumbered (staff, situation) && situation->alive > 0 &&
         (float) situation->lost <= LEAVE_LOST * started &&
         task_after (staff, LEAVING_S) >= LEAVE_TASK && needed_s (staff) > SOON_DONE_S;
}

/* ---- Where to ------------------------------------------------------------------------------ */

/* The gravest open goal that asks all to be somewhere, or NULL.  */
static const StaffGoal *
goal_to_reach (const Staff *staff)
{
  for (size_t i = 0; i < staff->def.n_goals; i++) {
    const StaffGoal *goal = &staff->def.goals[i];

    if (goal->kind == STAFF_GOAL_REACH && staff_goal_is_open (staff, i))
      return goal;
  }
  return NULL;
}

/* All who are not there yet, in one order.  */
static bool
send_all (Staff *staff, const StaffSituation *situation, BaseVec place, float near_m, bool again)
{
  SimCommand command = staff_order (SIM_VERB_FALL_BACK);

  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];
    bool told = base_vec_distance (staff->platoons[i].place, place) < ARRIVED_M &&
                staff_since_s (staff->now, staff->platoons[i].t_sent) < GO_AGAIN_S;

    if (platoon->alive > 0 && (again || !told) && !staff_is_bait (staff, i) &&
        base_vec_distance (platoon->centre, place) > near_m)
      staff_address_platoon (&command, i);
  }
  staff_aim (&command, place);
  return staff_send_platoons (staff, &command);
}

bool
staff_leave (Staff *staff, const StaffSituation *situation)
{
  const StaffGoal *goal = goal_to_reach (staff);
  bool first = !staff->leaving;

  if (first && !should_leave (staff, situation))
    return false;
  staff->leaving = 1;
  if (goal && staff_farthest_m (situation, goal->place) > goal->radius_m)
    return send_all (staff, situation, goal->place, INSIDE * goal->radius_m, first);
  return send_all (staff, situation, staff->def.base, ARRIVED_M, first);
}

/* ---- Going where all are asked to be --------------------------------------------------------- */

bool
staff_holds_something (const Staff *staff)
{
  for (size_t i = 0; i < staff->def.n_goals; i++) {
    if (staff->def.goals[i].kind == STAFF_GOAL_HOLD && staff_goal_is_open (staff, i))
      return true;
  }
  return false;
}

/* In time for its moment; without one, when nothing is held any more.  */
bool
staff_go_where_asked (Staff *staff, const StaffSituation *situation)
{
  const StaffGoal *goal = goal_to_reach (staff);
  float way_s;

  if (!goal)
    return false;
  way_s = staff_farthest_m (situation, goal->place) / PACE_MPS + WAY_MARGIN_S;
  if (goal->until > 0 ? seconds_until (staff, goal->until) > way_s : staff_holds_something (staff))
    return false;
  return send_all (staff, situation, goal->place, INSIDE * goal->radius_m, false);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What any staff officer does: spares the worn, sends the reserve, keeps near the goals, asks.  */
#include "staff/staff-private.h"

/* Design values.  */
#define WORN_PART       100 /* of 255 */
#define WORN_ROUNDS     10
#define AT_BASE_M       900.0f
#define TOLD_BACK_S     240.0f /* a machine is not told again sooner */
#define RESERVE_PAUSE_S 120.0f
#define BLOCK_M         500.0f /* in front of the goal */
#define ALREADY_THERE_M 500.0f
#define PLATOON_PAUSE_S 180.0f
#define GOAL_M          700.0f
#define RESERVE_NEAR_M  3500.0f /* a reserve need not stand nearer to the goal */
#define SILENT_S        150.0f

/* ---- The worn fall back ---------------------------------------------------------------------- */

static bool
is_worn (const PictureOwn *own)
{
  return own->ammunition < WORN_ROUNDS || own->parts[SIM_PART_GUN] < WORN_PART ||
         own->parts[SIM_PART_LEGS] < WORN_PART || own->parts[SIM_PART_POWER] < WORN_PART;
}

static bool
may_go_back (const Staff *staff, const PictureOwn *own, size_t index)
{
  return !own->known_lost && !staff_is_bait (staff, own->platoon) && own->parts[SIM_PART_LEGS] > 0 &&
         own->activity != SIM_ACTIVITY_DISABLED && own->activity != SIM_ACTIVITY_FALLING_BACK &&
         base_vec_distance (own->ghost, staff->def.base) > AT_BASE_M &&
         staff_since_s (staff->now, staff->t_back[index]) > TOLD_BACK_S;
}

/* Addresses all of them: each further name costs little air.  */
static void
address_worn (const Staff *staff, const PictureView *view, SimCommand *command)
{
  for (size_t i = 0; i < view->n_own && command->n_addressees < SIM_MAX_ADDRESSEES; i++)
    if (is_worn (&view->own[i]) && may_go_back (staff, &view->own[i], i))
      staff_address_unit (command, view->own[i].id.index);
}

static bool
give_back (Staff *staff, const PictureView *view, const SimCommand *command)
{
  if (!staff_give (staff, command))
    return false;
  for (size_t i = 0; i < view->n_own; i++) {
    for (size_t j = 0; j < command->n_addressees; j++) {
      if (view->own[i].id.index == command->addressees[j].index)
        staff->t_back[i] = staff->now;
    }
  }
  return true;
}

bool
staff_pull_out_worn (Staff *staff, const StaffSituation *situation)
{
  SimCommand command = staff_order (SIM_VERB_FALL_BACK);

  address_worn (staff, situation->view, &command);
  staff_aim (&command, staff->def.base);
  return give_back (staff, situation->view, &command);
}

/* ---- The reserve ----------------------------------------------------------------------------- */

/* Before the goal on the enemy's side; on the goal itself when he is too many.  */
static BaseVec
blocking_place (const StaffSituation *situation, const PictureTrack *track)
{
  float way = 0.5f * base_vec_distance (situation->goal, track->position);
  bool outnumbered = situation->enemy_value > STAFF_OWN_VALUE * (float) situation->alive;

  if (outnumbered)
    return situation->goal;
  return staff_toward (situation->goal, track->position, way < BLOCK_M ? way : BLOCK_M);
}

/* To the largest fresh track near the goal, whatever it may be.  */
bool
staff_reserve_to_noise (Staff *staff, const StaffSituation *situation)
{
  int reserve = staff_find_reserve (staff, situation);
  SimCommand command = staff_order (SIM_VERB_HOLD);
  BaseVec place;

  if (!situation->main_effort || reserve < 0 || situation->n_platoons < 2 ||
      staff_since_s (staff->now, staff->t_reserve) < RESERVE_PAUSE_S)
    return false;
  place = blocking_place (situation, situation->main_effort);
  if (base_vec_distance (place, situation->platoons[reserve].centre) < ALREADY_THERE_M)
    return false;
  staff_address_platoon (&command, (size_t) reserve);
  staff_aim (&command, place);
  if (!staff_send_platoons (staff, &command))
    return false;
  staff->t_reserve = staff->now;
  return true;
}

/* ---- Near the goals -------------------------------------------------------------------------- */

/* The nearest to hold, else where the squadron stands.  Where all are asked to be is gone to, not held
 * (staff_go_where_asked()): false when nothing else is asked.  */
static bool
nearest_goal (const Staff *staff, const StaffSituation *situation, BaseVec at, BaseVec *place,
              float *radius)
{
  bool to_reach = false, to_hold = false;

  *place = situation->goal;
  *radius = situation->goal_radius_m;
  for (size_t i = 0; i < staff->def.n_goals; i++) {
    const StaffGoal *goal = &staff->def.goals[i];

    if (!staff_goal_is_open (staff, i))
      continue;
    to_reach |= goal->kind == STAFF_GOAL_REACH;
    if (goal->kind == STAFF_GOAL_REACH || (to_hold && base_vec_distance (goal->place, at) >=
                                                          base_vec_distance (*place, at)))
      continue;
    to_hold = true;
    *place = goal->place;
    *radius = goal->radius_m;
  }
  return to_hold || !to_reach;
}

/* Where several places count the same a post on the axis is far from the others: to stand between them is better
 * by ten points (measured, tests/bench/results/staff.md).  */
static bool
uses_axis (const Staff *staff, const StaffSituation *situation, BaseVec goal)
{
  return staff->def.knows_axis && base_vec_distance (goal, situation->goal) < 1 &&
         !staff_is_asked_elsewhere (staff, situation, situation->goal, STAFF_ANY_REACH_M);
}

/* Who stands far from every goal and has nothing to do comes nearer; the reserve stays back.  */
bool
staff_hold_goals (Staff *staff, const StaffSituation *situation)
{
  int reserve = situation->n_platoons < 2 ? -1 : staff_find_reserve (staff, situation);

  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];
    SimCommand command = staff_order (SIM_VERB_HOLD);
    float radius;
    BaseVec goal;
    bool asked = nearest_goal (staff, situation, platoon->centre, &goal, &radius);
    float near = radius > GOAL_M ? radius : GOAL_M;

    if (!asked || platoon->fit == 0 || platoon->engaged || platoon->busy || staff_is_bait (staff, i) ||
        base_vec_distance (platoon->centre, goal) < ((int) i == reserve ? RESERVE_NEAR_M : near) ||
        staff_since_s (staff->now, staff->platoons[i].t_sent) < PLATOON_PAUSE_S)
      continue;
    staff_address_platoon (&command, i);
    staff_aim (&command, uses_axis (staff, situation, goal)
                             ? staff_axis_post (staff, situation, i)
                             : staff_toward (goal, platoon->centre, 0.5f * near));
    if (staff_send_platoons (staff, &command))
      return true;
  }
  return false;
}

/* ---- Asking ---------------------------------------------------------------------------------- */

/* A platoon of which nothing was heard for long is asked, if nothing else is under way: a question
 * takes the place of the order before it.  */
bool
staff_ask_silent (Staff *staff, const StaffSituation *situation)
{
  for (size_t i = 0; i < situation->n_platoons; i++) {
    const StaffPlatoon *platoon = &situation->platoons[i];
    SimCommand command = staff_order (SIM_VERB_REPORT);

    if (platoon->alive == 0 || platoon->busy ||
        staff_since_s (staff->now, platoon->t_word) < SILENT_S ||
        staff_since_s (staff->now, staff->platoons[i].t_asked) < SILENT_S)
      continue;
    command.topic = SIM_TOPIC_ALL;
    staff_address_platoon (&command, i);
    if (!staff_give (staff, &command))
      continue;
    staff->platoons[i].t_asked = staff->now;
    return true;
  }
  return false;
}

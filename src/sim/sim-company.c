/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who keeps to whom.
 *
 * Regroup: each goes to his platoon's leader, or to the machine, the leader of the platoon or the
 * place that the order names, and waits there; when all of the platoon who share the order stand
 * within regroup_m of it, they are together and it is done.  A leader without a place to go to stays
 * where he is; when he falls, they gather at the next.
 *
 * Follow: each keeps follow_m behind the machine, or the leader of the platoon, that the order names,
 * at his pace unless the order names one, and halts when he halts.  It goes on until another order
 * comes or nobody is left to follow.  */
#include "sim/sim-company.h"

#include "base/base-math.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"

#define NEAR_SPOT_M 40.0f   /* who is so near to where he wants to be is there */
#define MOVED_SPOT_M 40.0f  /* a spot that moved less is still the same */
#define STUCK_S 20
#define TURN_DEG 137        /* from one to the next around the middle, so that none stand in a row */
#define FIRST_RING_M 40.0f
#define RING_STEP_M 8.0f
#define PAIR_APART_M 60.0f
#define PAIR_BACK_M 50.0f

/* ---- Whom ------------------------------------------------------------------------------------ */

/* Scavengers have no leader: the first of them stands for all.  */
static uint32_t
leader_of (const SimWorld *world, size_t platoon)
{
  size_t n_members;
  const uint32_t *members;

  if (platoon < world->n_platoons)
    return world->platoons[platoon].leader;
  members = sim_platoon_members (world, SIM_SUPPLY_PLATOON, &n_members);
  for (size_t k = 0; k < n_members; k++)
    if (world->units.alive[members[k]])
      return members[k];
  return SIM_NOBODY;
}

static bool
is_place (unsigned kind)
{
  return kind == SIM_TARGET_POSITION || kind == SIM_TARGET_PLACE;
}

/* The machine that a unit keeps to; SIM_NOBODY: none is left, or it goes to a place.  */
static uint32_t
kept_to (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  switch (u->scope_kind[unit]) {
  case SIM_TARGET_NONE:
    return leader_of (world, u->group[unit]);
  case SIM_TARGET_PLATOON:
    return leader_of (world, u->scope[unit]);
  case SIM_TARGET_UNIT:
    return u->scope[unit] < world->n_own && u->alive[u->scope[unit]] ? u->scope[unit] : SIM_NOBODY;
  default:
    return SIM_NOBODY;
  }
}

SimCause
sim_company_impossible (const SimWorld *world, const SimCommand *command)
{
  const SimTarget *target = &command->target;

  if (target->kind == SIM_TARGET_TRACK || (command->verb == SIM_VERB_FOLLOW && is_place (target->kind)))
    return SIM_CAUSE_NO_TARGET;
  if ((target->kind == SIM_TARGET_UNIT && !world->units.alive[target->number]) ||
      (target->kind == SIM_TARGET_PLATOON && leader_of (world, target->number) == SIM_NOBODY))
    return SIM_CAUSE_DESTROYED;
  return SIM_CAUSE_NONE;
}

void
sim_company_begin (SimWorld *world, size_t unit, SimMission mission, const SimTarget *target)
{
  SimUnits *u = &world->units;
  BaseVec here = sim_unit_position (world, unit);

  u->scope_kind[unit] = target->kind;
  u->scope[unit] = target->number;
  u->scope_x[unit] = target->position.x;
  u->scope_y[unit] = target->position.y;
  u->work_s[unit] = 0;
  sim_pilot_mission (world, unit, mission, &here, 1);
  sim_move_stop (world, unit);
}

/* ---- Getting there --------------------------------------------------------------------------- */

/* The how-many-th of its platoon it is, of those who share its order.  */
static unsigned
rank_of (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, u->group[unit], &n_members);
  unsigned rank = 0;

  for (size_t k = 0; k < n_members && members[k] < unit; k++)
    rank += u->alive[members[k]] && u->order[members[k]] == u->order[unit];
  return rank;
}

/* Goes to a spot, or on to where it has moved; who does not get on gives up.  */
static void
go_to (SimWorld *world, size_t unit, BaseVec spot)
{
  SimUnits *u = &world->units;
  BaseVec post = base_vec (u->post_x[unit], u->post_y[unit]);

  if (u->speed[unit] > 0.3f)
    u->stuck_tick[unit] = world->tick;
  if (!u->moving[unit] || base_vec_distance (post, spot) > MOVED_SPOT_M) {
    SimTick stuck = u->stuck_tick[unit];

    u->post_x[unit] = spot.x;
    u->post_y[unit] = spot.y;
    sim_move_to (world, unit, spot);
    u->stuck_tick[unit] = stuck;
  }
  if (!sim_within (world, u->stuck_tick[unit], STUCK_S))
    sim_pilot_give_up (world, unit, SIM_CAUSE_NO_ROUTE);
}

/* ---- Closing up ------------------------------------------------------------------------------ */

static BaseVec
spot_around (const SimWorld *world, size_t unit, BaseVec middle)
{
  unsigned rank = rank_of (world, unit);
  float off = FIRST_RING_M + RING_STEP_M * (float) rank;
  float most = 0.7f * world->rules.regroup_m;

  off = off < most ? off : most;
  return base_vec_add (middle, base_vec_scale (base_direction_deg (rank * TURN_DEG % 360), off));
}

/* Nobody of the platoon who shares the order is on the way, or has yet to begin.  */
static bool
all_stand (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, u->group[unit], &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (u->alive[members[k]] &&
        (u->pending_order[members[k]] == u->order[unit] ||
         (u->order[members[k]] == u->order[unit] && u->mission[members[k]] == SIM_MISSION_REGROUP &&
          u->work_s[members[k]] <= 0)))
      return false;
  return true;
}

/* One speaks for all of the platoon.  */
static void
end_together (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t order = u->order[unit];
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, u->group[unit], &n_members);

  if (order != 0)
    sim_pilot_say_there (world, unit);
  for (size_t k = 0; k < n_members; k++)
    if (u->alive[members[k]] && u->mission[members[k]] == SIM_MISSION_REGROUP &&
        u->order[members[k]] == order) {
      sim_order_unit_end (world, members[k], SIM_ORDER_DONE, SIM_CAUSE_NONE);
      sim_pilot_finish (world, members[k]);
    }
}

/* Where they meet; false when there is nobody left to go to.  */
static bool
meeting_place (const SimWorld *world, size_t unit, BaseVec *place)
{
  uint32_t other = kept_to (world, unit);

  *place = base_vec (world->units.scope_x[unit], world->units.scope_y[unit]);
  if (is_place (world->units.scope_kind[unit]))
    return true;
  if (other != SIM_NOBODY)
    *place = sim_unit_position (world, other);
  return other != SIM_NOBODY;
}

void
sim_regroup_decide (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec place, at = sim_unit_position (world, unit), spot;

  if (!meeting_place (world, unit, &place)) {
    sim_pilot_give_up (world, unit, SIM_CAUSE_DESTROYED);
    return;
  }
  spot = kept_to (world, unit) == unit ? at : spot_around (world, unit, place);
  u->work_s[unit] = base_vec_distance (at, place) <= world->rules.regroup_m ? 1 : 0;
  if (u->work_s[unit] <= 0 || (u->moving[unit] && base_vec_distance (at, spot) > NEAR_SPOT_M)) {
    go_to (world, unit, spot);
    return;
  }
  sim_move_stop (world, unit);
  u->stuck_tick[unit] = world->tick;
  if (all_stand (world, unit))
    end_together (world, unit);
}

/* ---- Following ------------------------------------------------------------------------------- */

/* Behind him: two and two, each pair farther back.  */
static BaseVec
spot_behind (const SimWorld *world, size_t unit, size_t other)
{
  BaseVec ahead = base_direction_deg (world->units.heading_deg[other]);
  BaseVec across = base_vec (ahead.y, -ahead.x);
  unsigned rank = rank_of (world, unit);
  float back = world->rules.follow_m + PAIR_BACK_M * (float) (rank / 2);
  float aside = rank % 2 == 0 ? PAIR_APART_M / 2 : -PAIR_APART_M / 2;
  BaseVec spot = base_vec_sub (sim_unit_position (world, other), base_vec_scale (ahead, back));

  return base_vec_add (spot, base_vec_scale (across, aside));
}

/* Near enough to somebody who stands, or too near to somebody who goes.  */
static bool
keeps_distance (const SimWorld *world, size_t unit, size_t other)
{
  float far = base_vec_distance (sim_unit_position (world, unit), sim_unit_position (world, other));
  float back = world->rules.follow_m + PAIR_BACK_M * (float) (rank_of (world, unit) / 2);

  if (world->units.moving[other] || world->units.speed[other] > 0.5f)
    return far < 0.7f * back;
  return far < 1.3f * back;
}

void
sim_follow_decide (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t other = kept_to (world, unit), number = u->order[unit];

  if (other == SIM_NOBODY) {
    sim_pilot_give_up (world, unit, SIM_CAUSE_DESTROYED);
    return;
  }
  if (number != 0 && world->orders[number - 1].command.posture == SIM_POSTURE_NORMAL)
    u->posture[unit] = u->posture[other];
  if (other == unit || keeps_distance (world, unit, other)) {
    sim_move_stop (world, unit);
    u->stuck_tick[unit] = world->tick;
    return;
  }
  go_to (world, unit, spot_behind (world, unit, other));
}

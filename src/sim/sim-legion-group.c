/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group as one body: where it is, how it moves, the task that its definition gives it.  */
#include "base/base-math.h"
#include "sim/sim-legion.h"
#include "sim/sim-movement.h"

#define SCOUT_STAND_OFF_M 1100.0f
#define SCOUT_STAY_S 180
#define LEFT_BEHIND_S 30
#define PROBE_S 60
#define PROBE_STEP_M 100.0f
#define PROBE_REACH_M 300.0f

/* ---- Stock --------------------------------------------------------------------------------- */

void
sim_group_take_stock (SimWorld *world, SimGroup *group)
{
  BaseVec sum = base_vec (0, 0);
  uint32_t confused = 0;

  group->alive = 0;
  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (sim_unit_works (world, i)) {
      sum = base_vec_add (sum, sim_unit_position (world, i));
      confused += world->units.confused_tick[i] > world->tick;
      group->alive++;
    }
  if (group->alive > 0)
    group->centre = base_vec_scale (sum, 1.0f / (float) group->alive);
  group->confused = group->alive > 0 && 2 * confused > group->alive;
}

float
sim_group_loss (const SimGroup *group)
{
  return group->started > 0 ? (float) (group->started - group->alive) / (float) group->started : 0;
}

/* ---- Moving -------------------------------------------------------------------------------- */

/* Place of the n-th of a group around a point: rows across the way, wide for scouts.  */
static BaseVec
formation_slot (BaseVec goal, BaseVec way, int place, float spacing)
{
  float length = base_vec_length (way) + 0.001f;
  BaseVec ahead = base_vec_scale (way, 1 / length), across = base_vec (ahead.y, -ahead.x);
  int column = place % 8, row = place / 8;
  float side = ((float) ((column + 1) / 2)) * (column % 2 ? 1.0f : -1.0f) * spacing;

  return base_vec_add (goal, base_vec_add (base_vec_scale (across, side),
                                           base_vec_scale (ahead, -1.2f * spacing * (float) row)));
}

/* Who is ahead of the rest slows down, so that a group arrives as one.  */
static void
keep_pace (SimWorld *world, const SimGroup *group, size_t unit, BaseVec goal)
{
  float own = base_vec_distance (sim_unit_position (world, unit), goal);
  float centre = base_vec_distance (group->centre, goal);

  world->units.pace[unit] = own < centre - 200 ? 0.45f : (own > centre + 150 ? 1.0f : 0.75f);
}

void
sim_group_send (SimWorld *world, SimGroup *group, BaseVec goal, float spacing, SimPosture posture)
{
  BaseVec way = base_vec_sub (goal, group->centre);
  int place = 0;

  group->halted = 0;
  for (uint32_t i = group->first; i < group->first + group->count; i++) {
    if (!sim_unit_works (world, i) || world->units.dormant[i])
      continue;
    world->units.posture[i] = (uint8_t) posture;
    world->units.activity[i] = SIM_ACTIVITY_MOVING;
    keep_pace (world, group, i, goal);
    sim_move_to (world, i, formation_slot (goal, way, place++, spacing));
  }
}

void
sim_group_halt (SimWorld *world, SimGroup *group)
{
  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (sim_unit_works (world, i)) {
      sim_move_stop (world, i);
      world->units.activity[i] = SIM_ACTIVITY_HOLDING;
    }
  if (!group->halted)
    group->halted_tick = world->tick;
  group->halted = 1;
}

void
sim_group_hold_fire (SimWorld *world, const SimGroup *group, bool hold)
{
  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (!world->units.dormant[i])
      world->units.hold_fire[i] = hold;
}

static BaseVec
route_point (const SimGroup *group)
{
  if (group->way < group->def.n_route)
    return group->def.route[group->way];
  return group->def.n_route > 0 ? group->def.route[group->def.n_route - 1] : group->def.position;
}

bool
sim_group_follow_route (SimWorld *world, SimGroup *group, float spacing, SimPosture posture)
{
  if (group->way < group->def.n_route &&
      base_vec_distance (group->centre, route_point (group)) < 200)
    group->way++;
  group->halted = 0;
  if (group->way >= group->def.n_route &&
      base_vec_distance (group->centre, route_point (group)) < 250)
    return false;
  sim_group_send (world, group, route_point (group), spacing, posture);
  return true;
}

float
sim_group_eta_s (const SimWorld *world, const SimGroup *group, BaseVec goal)
{
  float slowest = 60;

  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (sim_unit_works (world, i)) {
      float speed = sim_unit_type (world, i)->field_speed_mps;

      slowest = speed < slowest ? speed : slowest;
    }
  /* The way is longer than the straight line, and slopes and woods slow it down.  */
  return 1.35f * base_vec_distance (group->centre, goal) / (slowest + 0.1f);
}

/* ---- Probing ------------------------------------------------------------------------------- */

static bool
hides (const SimWorld *world, float x, float y)
{
  SimCover cover = sim_terrain_cover (world->ground, base_vec (x, y));

  return sim_terrain_shelters (cover);
}

/* The nearest place well inside a wood or town beside a scout's way, so many metres off at most;
 * none: where it is.  Where it lost many to ambushes it has learned to look there first
 * (SIM_TACTIC_AMBUSH).  */
static BaseVec
cover_beside (const SimWorld *world, BaseVec at, float reach)
{
  float step = PROBE_STEP_M, nearest = reach;
  BaseVec best = at;

  for (float dy = -reach; dy <= reach; dy += step)
    for (float dx = -reach; dx <= reach; dx += step) {
      BaseVec spot = base_vec (at.x + dx, at.y + dy);
      float distance = base_vec_distance (at, spot);

      if (distance < nearest && hides (world, spot.x, spot.y) &&
          hides (world, spot.x, spot.y + step) && hides (world, spot.x, spot.y - step) &&
          hides (world, spot.x + step, spot.y) && hides (world, spot.x - step, spot.y)) {
        nearest = distance;
        best = spot;
      }
    }
  return best;
}

/* Scouts turn off their way, each at its turn, two thirds of each minute, into what could hide somebody.  */
static void
probe (SimWorld *world, const SimGroup *group, unsigned level)
{
  SimUnits *u = &world->units;

  for (uint32_t i = group->first; i < group->first + group->count; i++) {
    BaseVec spot;

    if (!sim_unit_works (world, i) || (world->tick / SIM_TICKS_PER_SECOND + i) % PROBE_S >= 2 * PROBE_S / 3)
      continue;
    spot = cover_beside (world, sim_unit_position (world, i), PROBE_REACH_M * (float) level);
    u->posture[i] = SIM_POSTURE_CAREFUL;
    if (base_vec_distance (spot, sim_unit_position (world, i)) > 20)
      sim_move_to (world, i, spot);
  }
}

/* ---- Tasks --------------------------------------------------------------------------------- */

/* Looks along its route; where it finds someone it stands off and keeps him in sight, for at most
 * three minutes, then goes on.  */
static void
task_scout (SimWorld *world, SimGroup *group)
{
  bool finds = sim_within (world, group->enemy_tick, 8);

  if (finds && base_vec_distance (group->centre, group->enemy) < SCOUT_STAND_OFF_M + 500 &&
      (!group->halted || sim_within (world, group->halted_tick, SCOUT_STAY_S))) {
    bool was = group->halted;

    sim_group_engage (world, group, group->enemy);
    group->halted = 1;
    if (!was)
      group->halted_tick = world->tick;
    return;
  }
  sim_group_follow_route (world, group, 160, SIM_POSTURE_CAREFUL);
  if (sim_learning_counter (world, SIM_TACTIC_AMBUSH) > 0)
    probe (world, group, sim_learning_counter (world, SIM_TACTIC_AMBUSH));
}

/* What it fights: what it sees itself, else what the net tells.  */
static bool
known_enemy (const SimWorld *world, const SimGroup *group, BaseVec at, float reach, BaseVec *enemy)
{
  const SimSighting *known;

  if (sim_legion_sees (world, group) && base_vec_distance (group->centre, group->enemy) < reach) {
    *enemy = group->enemy;
    return true;
  }
  known = sim_legion_sighting (world, at, reach);
  if (known != NULL)
    *enemy = known->position;
  return known != NULL;
}

static void
task_attack (SimWorld *world, SimGroup *group, float reach)
{
  BaseVec enemy;

  if (known_enemy (world, group, group->centre, reach, &enemy))
    sim_group_engage (world, group, enemy);
  else
    sim_group_follow_route (world, group, SIM_SPACING_M, SIM_POSTURE_NORMAL);
}

/* Waits until somebody has found the enemy, then follows the sighting that is nearest to the end
 * of its route: there is where it was meant to go.  */
static void
task_reserve (SimWorld *world, SimGroup *group)
{
  const SimSighting *known = sim_legion_sighting (world, route_point (group), 8000);
  bool near_enough =
      known != NULL && base_vec_distance (group->centre, known->position) < SIM_ENGAGE_M;

  if (known == NULL && group->way == 0)
    sim_group_halt (world, group);
  else if (near_enough)
    sim_group_engage (world, group, known->position);
  else if (known != NULL)
    sim_group_send (world, group, known->position, SIM_SPACING_M, SIM_POSTURE_NORMAL);
  else
    sim_group_follow_route (world, group, SIM_SPACING_M, SIM_POSTURE_NORMAL);
}

/* Drifts along its route, then toward where the enemy has been sensed.  */
static void
task_jam (SimWorld *world, SimGroup *group)
{
  const SimSighting *known = sim_legion_sighting (world, group->centre, 20000);

  if (group->way < group->def.n_route)
    sim_group_follow_route (world, group, SIM_SPACING_M, SIM_POSTURE_NORMAL);
  else if (known != NULL)
    sim_group_send (world, group, known->position, SIM_SPACING_M, SIM_POSTURE_NORMAL);
}

/* Fights what it sees itself, and what the net has within reach of its post.  */
static void
task_hold (SimWorld *world, SimGroup *group)
{
  BaseVec enemy;

  if (known_enemy (world, group, group->centre, 1200, &enemy))
    sim_group_engage (world, group, enemy);
}

/* Who can not walk any more and is left behind burns out; nothing of it serves the other side.  */
static void
leave_behind (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  if (u->parts[unit * SIM_N_PARTS + SIM_PART_LEGS] > 0 ||
      sim_within (world, u->fired_tick[unit], LEFT_BEHIND_S) ||
      sim_within (world, u->harmed_tick[unit], LEFT_BEHIND_S))
    return;
  u->alive[unit] = 0;
  u->moving[unit] = 0;
  u->speed[unit] = 0;
  u->activity[unit] = SIM_ACTIVITY_DESTROYED;
  u->wreck[unit] = SIM_WRECK_LIES;
}

/* Back along the way it came; whoever reaches its beginning has left the battle.  */
void
sim_group_withdraw (SimWorld *world, SimGroup *group)
{
  sim_group_send (world, group, group->def.position, SIM_SPACING_M, SIM_POSTURE_FAST);
  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (sim_unit_works (world, i)) {
      world->units.pace[i] = 1;
      if (base_vec_distance (sim_unit_position (world, i), group->def.position) < 300)
        world->units.present[i] = 0;
      leave_behind (world, i);
    }
}

void
sim_group_task (SimWorld *world, SimGroup *group)
{
  switch (group->def.task) {
  case SIM_TASK_SCOUT:
    task_scout (world, group);
    break;
  case SIM_TASK_ATTACK:
    task_attack (world, group, SIM_ENGAGE_M);
    break;
  case SIM_TASK_FLANK:
    /* It does not let itself be drawn before the last leg.  */
    task_attack (world, group,
                 group->way + 1 >= group->def.n_route ? SIM_ENGAGE_M : SIM_SIGHTING_NEAR_M);
    break;
  case SIM_TASK_RESERVE:
    task_reserve (world, group);
    break;
  case SIM_TASK_JAM:
    task_jam (world, group);
    break;
  case SIM_TASK_GLEAN:
    sim_group_glean (world, group);
    break;
  default:
    task_hold (world, group);
    break;
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each kind of machine fights, once its group knows where.  */
#include "base/base-math.h"
#include "sim/sim-legion.h"
#include "sim/sim-movement.h"

#define TANK_STAND_OFF_M 950.0f
#define SCOUT_LEAST_M 700.0f
#define SCOUT_MOST_M 1400.0f
#define GUN_KEEP_M 3000.0f
#define SHAKEN 50.0f

/* A dragoon closes from the side: it aims past the enemy's flank and turns in for the blade.  */
static void
send_dragoon (SimWorld *world, size_t unit, BaseVec enemy)
{
  BaseVec at = sim_unit_position (world, unit), way = base_vec_sub (enemy, at), goal = enemy;
  float distance = base_vec_length (way);

  world->units.pace[unit] = 1;
  if (distance > 500) {
    float side = unit % 2 ? 1.0f : -1.0f;
    BaseVec across = base_vec_scale (base_vec (way.y, -way.x), side * 0.45f);

    goal = base_vec_add (base_vec_add (at, base_vec_scale (way, 0.7f)), across);
  }
  sim_move_to (world, unit, goal);
}

static bool
has_target (const SimWorld *world, size_t unit)
{
  return world->units.target[unit] != SIM_NOBODY &&
         sim_within (world, world->units.target_tick[unit], 3);
}

/* A tank goes to its stand-off distance and fights from there.  */
static void
send_tank (SimWorld *world, size_t unit, BaseVec enemy)
{
  float distance = base_vec_distance (enemy, sim_unit_position (world, unit));
  bool sees = has_target (world, unit);

  world->units.pace[unit] = 0.8f;
  if (sees && distance < TANK_STAND_OFF_M + 300)
    sim_move_stop (world, unit);
  else if (!sees || distance > TANK_STAND_OFF_M)
    sim_move_to (world, unit, enemy);
}

void
sim_unit_stand_off (SimWorld *world, size_t unit, BaseVec enemy, float least, float most)
{
  BaseVec at = sim_unit_position (world, unit), way = base_vec_sub (at, enemy);
  float distance = base_vec_length (way);

  world->units.pace[unit] = 1;
  if (distance > most)
    sim_move_to (world, unit, enemy);
  else if (distance < least)
    sim_move_to (world, unit,
                 base_vec_add (enemy, base_vec_scale (way, 0.5f * (least + most) / (distance + 1))));
  else
    sim_move_stop (world, unit);
}

/* A Black Sheep that is shaken gets out of the line of fire, back and to one side, and comes again;
 * the others do not know fear.  */
static bool
ducks (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit), away;
  float side = unit % 2 ? 1.0f : -1.0f, length;

  if (u->mind[unit] == SIM_MIND_ORDINARY || u->suppression[unit] < SHAKEN ||
      !sim_within (world, u->harmed_tick[unit], 4))
    return false;
  away = base_vec_sub (at, world->groups[u->group[unit]].enemy);
  length = base_vec_length (away) + 1;
  away = base_vec_scale (away, 1 / length);
  u->posture[unit] = SIM_POSTURE_FAST;
  sim_move_to (world, unit,
               base_vec (at.x + 150 * away.x + 200 * side * away.y,
                         at.y + 150 * away.y - 200 * side * away.x));
  return true;
}

/* Machines that do not fight, or fight from where they are.  */
static bool
keeps_out (SimWorld *world, size_t unit, BaseVec enemy)
{
  SimRole role = (SimRole) sim_unit_type (world, unit)->role;

  if (role == SIM_ROLE_GUN || role == SIM_ROLE_RECOVERER) {
    if (base_vec_distance (enemy, sim_unit_position (world, unit)) < GUN_KEEP_M)
      sim_unit_stand_off (world, unit, enemy, GUN_KEEP_M, 2 * GUN_KEEP_M);
    else
      sim_move_stop (world, unit);
    return true;
  }
  return role == SIM_ROLE_AMBUSHER || role == SIM_ROLE_MINE || sim_role_flies (role);
}

static void
engage_unit (SimWorld *world, size_t unit, BaseVec enemy)
{
  switch (sim_unit_type (world, unit)->role) {
  case SIM_ROLE_TANK:
  case SIM_ROLE_ANTI_AIR:
    send_tank (world, unit, enemy);
    break;
  case SIM_ROLE_SCOUT:
    sim_unit_stand_off (world, unit, enemy, SCOUT_LEAST_M, SCOUT_MOST_M);
    break;
  default:
    send_dragoon (world, unit, enemy);
    break;
  }
}

void
sim_group_engage (SimWorld *world, SimGroup *group, BaseVec enemy)
{
  group->halted = 0;
  for (uint32_t i = group->first; i < group->first + group->count; i++) {
    if (!sim_unit_works (world, i) || world->units.dormant[i] || keeps_out (world, i, enemy))
      continue;
    world->units.posture[i] = SIM_POSTURE_NORMAL;
    world->units.activity[i] = SIM_ACTIVITY_ATTACKING;
    if (!ducks (world, i))
      engage_unit (world, i, enemy);
  }
}

void
sim_group_confused (SimWorld *world, SimGroup *group)
{
  SimUnits *u = &world->units;

  for (uint32_t i = group->first; i < group->first + group->count; i++) {
    if (!sim_unit_works (world, i) || u->dormant[i])
      continue;
    u->hold_fire[i] = 0;
    sim_move_stop (world, i);
  }
  group->halted = 1;
}

float
sim_legion_aim (const SimWorld *world, size_t unit)
{
  return world->units.confused_tick[unit] > world->tick ? world->rules.legion_confusion_aim : 1;
}

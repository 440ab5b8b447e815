/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doctrine of the Legion, group by group, once a second.
 *
 * It plans on what its own have sensed, passed along its net as sightings, and on nothing else:
 * the positions of the squadron are never read here but through sim_sensing.  Advance guard finds,
 * main body fixes and flanks, reserves reinforce, what has lost too much goes back (design:
 * simulation, "Doctrine to build").  */
#include "base/base-math.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"

#define SIGHTING_NEAR_M 700.0f
#define SIGHTING_OLD_S 90
#define SCOUT_STAND_OFF_M 1100.0f
#define TANK_STAND_OFF_M 950.0f
#define ENGAGE_M 2600.0f
#define SPACING_M 45.0f

/* ---- What it knows ------------------------------------------------------------------------- */

/* A group's sighting joins the net: the near one is renewed, else the oldest gives way.  */
static void
share_sighting (SimWorld *world, const SimGroup *group)
{
  SimSighting *place = &world->sightings[0];

  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++) {
    SimSighting *each = &world->sightings[i];

    if (each->tick != 0 && base_vec_distance (each->position, group->enemy) < SIGHTING_NEAR_M) {
      place = each;
      break;
    }
    if (each->tick < place->tick)
      place = each;
  }
  place->position = group->enemy;
  place->tick = world->tick;
}

static const SimSighting *
nearest_sighting (const SimWorld *world, BaseVec at, float within)
{
  const SimSighting *best = NULL;
  float nearest = within;

  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++) {
    const SimSighting *each = &world->sightings[i];
    float distance = base_vec_distance (at, each->position);

    if (each->tick == 0 || !sim_within (world, each->tick, SIGHTING_OLD_S) || distance >= nearest)
      continue;
    nearest = distance;
    best = each;
  }
  return best;
}

/* Lies still and silent: neither goes nor tells.  */
static bool
is_dormant (const SimWorld *world, const SimGroup *group)
{
  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (sim_unit_works (world, i))
      return world->units.dormant[i];
  return false;
}

static void
take_stock (SimWorld *world, SimGroup *group)
{
  BaseVec sum = base_vec (0, 0);

  group->alive = 0;
  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (sim_unit_works (world, i)) {
      sum = base_vec_add (sum, sim_unit_position (world, i));
      group->alive++;
    }
  if (group->alive > 0)
    group->centre = base_vec_scale (sum, 1.0f / (float) group->alive);
  if (sim_within (world, group->enemy_tick, 2) && !is_dormant (world, group))
    share_sighting (world, group);
}

/* ---- Moving a group ------------------------------------------------------------------------ */

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

static void
send_group (SimWorld *world, SimGroup *group, BaseVec goal, float spacing, SimPosture posture)
{
  BaseVec way = base_vec_sub (goal, group->centre);
  int place = 0;

  for (uint32_t i = group->first; i < group->first + group->count; i++) {
    if (!sim_unit_works (world, i))
      continue;
    world->units.posture[i] = (uint8_t) posture;
    world->units.activity[i] = SIM_ACTIVITY_MOVING;
    keep_pace (world, group, i, goal);
    sim_move_to (world, i, formation_slot (goal, way, place++, spacing));
  }
}

static void
halt_group (SimWorld *world, SimGroup *group)
{
  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (sim_unit_works (world, i))
      sim_move_stop (world, i);
  if (!group->halted)
    group->halted_tick = world->tick;
  group->halted = 1;
}

static BaseVec
route_point (const SimGroup *group)
{
  if (group->way < group->def.n_route)
    return group->def.route[group->way];
  return group->def.n_route > 0 ? group->def.route[group->def.n_route - 1] : group->def.position;
}

static void
follow_route (SimWorld *world, SimGroup *group, float spacing, SimPosture posture)
{
  if (group->way < group->def.n_route &&
      base_vec_distance (group->centre, route_point (group)) < 200)
    group->way++;
  group->halted = 0;
  if (group->way >= group->def.n_route &&
      base_vec_distance (group->centre, route_point (group)) < 250)
    return;
  send_group (world, group, route_point (group), spacing, posture);
}

/* ---- Fighting ------------------------------------------------------------------------------ */

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

/* A tank goes to its stand-off distance and fights from there.  */
static void
send_tank (SimWorld *world, size_t unit, BaseVec enemy)
{
  BaseVec at = sim_unit_position (world, unit), way = base_vec_sub (enemy, at);
  float distance = base_vec_length (way);
  bool sees = world->units.target[unit] != SIM_NOBODY &&
              sim_within (world, world->units.target_tick[unit], 3);

  world->units.pace[unit] = 0.8f;
  if (sees && distance < TANK_STAND_OFF_M + 300)
    sim_move_stop (world, unit);
  else if (!sees || distance > TANK_STAND_OFF_M)
    sim_move_to (world, unit, enemy);
}

static void
send_scout (SimWorld *world, size_t unit, BaseVec enemy)
{
  BaseVec at = sim_unit_position (world, unit), way = base_vec_sub (at, enemy);
  float distance = base_vec_length (way);

  world->units.pace[unit] = 1;
  if (distance > SCOUT_STAND_OFF_M + 300)
    sim_move_to (world, unit, enemy);
  else if (distance < SCOUT_STAND_OFF_M - 400)
    sim_move_to (world, unit,
                 base_vec_add (enemy, base_vec_scale (way, SCOUT_STAND_OFF_M / (distance + 1))));
  else
    sim_move_stop (world, unit);
}

static void
engage_enemy (SimWorld *world, SimGroup *group, BaseVec enemy)
{
  group->halted = 0;
  for (uint32_t i = group->first; i < group->first + group->count; i++) {
    if (!sim_unit_works (world, i))
      continue;
    world->units.posture[i] = SIM_POSTURE_NORMAL;
    world->units.activity[i] = SIM_ACTIVITY_ATTACKING;
    switch (sim_unit_type (world, i)->role) {
    case SIM_ROLE_TANK:
      send_tank (world, i, enemy);
      break;
    case SIM_ROLE_SCOUT:
      send_scout (world, i, enemy);
      break;
    default:
      send_dragoon (world, i, enemy);
      break;
    }
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
      (!group->halted || sim_within (world, group->halted_tick, 180))) {
    bool was = group->halted;

    engage_enemy (world, group, group->enemy);
    group->halted = 1;
    if (!was)
      group->halted_tick = world->tick;
    return;
  }
  follow_route (world, group, 160, SIM_POSTURE_CAREFUL);
}

static void
task_attack (SimWorld *world, SimGroup *group, float reach)
{
  const SimSighting *known = nearest_sighting (world, group->centre, reach);

  if (known != NULL)
    engage_enemy (world, group, known->position);
  else
    follow_route (world, group, SPACING_M, SIM_POSTURE_NORMAL);
}

/* Waits until somebody has found the enemy, then follows the sighting that is nearest to the end
 * of its route: there is where it was meant to go.  */
static void
task_reserve (SimWorld *world, SimGroup *group)
{
  const SimSighting *known = nearest_sighting (world, route_point (group), 8000);
  bool near_enough = known != NULL && base_vec_distance (group->centre, known->position) < ENGAGE_M;

  if (known == NULL && group->way == 0)
    halt_group (world, group);
  else if (near_enough)
    engage_enemy (world, group, known->position);
  else if (known != NULL)
    send_group (world, group, known->position, SPACING_M, SIM_POSTURE_NORMAL);
  else
    follow_route (world, group, SPACING_M, SIM_POSTURE_NORMAL);
}

/* Back along the way it came; whoever reaches its beginning has left the battle.  */
static void
withdraw (SimWorld *world, SimGroup *group)
{
  send_group (world, group, group->def.position, SPACING_M, SIM_POSTURE_FAST);
  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (sim_unit_works (world, i)) {
      world->units.pace[i] = 1;
      if (base_vec_distance (sim_unit_position (world, i), group->def.position) < 300)
        world->units.present[i] = 0;
    }
}

static void
run_task (SimWorld *world, SimGroup *group)
{
  switch (group->def.task) {
  case SIM_TASK_SCOUT:
    task_scout (world, group);
    break;
  case SIM_TASK_ATTACK:
    task_attack (world, group, ENGAGE_M);
    break;
  case SIM_TASK_FLANK:
    /* It does not let itself be drawn before the last leg.  */
    task_attack (world, group,
                 group->way + 1 >= group->def.n_route ? ENGAGE_M : SIGHTING_NEAR_M);
    break;
  case SIM_TASK_RESERVE:
    task_reserve (world, group);
    break;
  case SIM_TASK_JAM: /* clouds drift by themselves (sim-jam.c) */
    break;
  default:
    if (nearest_sighting (world, group->centre, 1200) != NULL)
      engage_enemy (world, group, nearest_sighting (world, group->centre, 1200)->position);
    break;
  }
}

void
sim_legion_step (SimWorld *world)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    SimGroup *group = &world->groups[g];

    if (!group->arrived)
      continue;
    take_stock (world, group);
    if (group->alive == 0 || is_dormant (world, group))
      continue;
    if (!group->withdrawing && group->def.task != SIM_TASK_JAM &&
        (float) (group->started - group->alive) >=
            world->rules.withdraw_loss * (float) group->started)
      group->withdrawing = 1;
    if (group->withdrawing)
      withdraw (world, group);
    else
      run_task (world, group);
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going from here to there: steering along the flow field, turning, speed by ground, slope,
 * posture and damage, and keeping off each other.  */
#include "sim/sim-movement.h"

#include "base/base-math.h"
#include "sim/sim-footing.h"

#define ARRIVE_M 25.0f
#define APART_M 18.0f
#define STEER_TICKS 5

static SimMobility
mobility_of (const SimWorld *world, size_t unit)
{
  return sim_unit_mobility (world, unit);
}

static BaseVec
on_map (const SimWorld *world, BaseVec at)
{
  float east = (float) world->ground->columns * world->ground->cell_m - 1;
  float north = (float) world->ground->rows * world->ground->cell_m - 1;

  return base_vec (base_clampf (at.x, 1, east), base_clampf (at.y, 1, north));
}

void
sim_move_to (SimWorld *world, size_t unit, BaseVec goal)
{
  SimUnits *u = &world->units;

  goal = on_map (world, goal);
  if (sim_unit_type (world, unit)->role != SIM_ROLE_JAMMER)
    goal = sim_router_nearest (world->router, mobility_of (world, unit), goal);
  if (u->moving[unit] && u->goal_x[unit] == goal.x && u->goal_y[unit] == goal.y)
    return;
  u->goal_x[unit] = goal.x;
  u->goal_y[unit] = goal.y;
  u->moving[unit] = 1;
  u->steering[unit] = 0;
  u->stuck_tick[unit] = world->tick;
}

void
sim_move_stop (SimWorld *world, size_t unit)
{
  world->units.moving[unit] = 0;
}

float
sim_move_speed (const SimWorld *world, size_t unit)
{
  static const float postures[SIM_N_POSTURES] = {1.0f, 1.25f, 0.55f, 0.4f};
  const SimUnits *u = &world->units;
  const SimUnitType *type = sim_unit_type (world, unit);
  SimCover cover;
  float legs = (float) u->parts[unit * SIM_N_PARTS + SIM_PART_LEGS] / 255.0f;
  float speed;

  if (type->role == SIM_ROLE_JAMMER)
    return type->field_speed_mps * u->pace[unit];
  if (legs <= 0 || u->energy[unit] <= 0 || sim_unit_held (world, unit))
    return 0;
  cover = sim_terrain_cover (world->ground, sim_unit_position (world, unit));
  speed = cover == SIM_COVER_ROAD || cover == SIM_COVER_BRIDGE
              ? type->road_speed_mps
              : type->field_speed_mps * sim_terrain_going (cover, mobility_of (world, unit));
  if (cover == SIM_COVER_CLIFF)
    speed = type->climb_mps;
  speed *= postures[u->posture[unit]] * u->pace[unit] * (0.4f + 0.6f * legs);
  speed *= 0.8f + 0.4f * u->driving[unit];
  return sim_unit_care (world, unit, speed);
}

/* Where it should head this moment; stops it when it has arrived or there is no way.  */
static bool
choose_steer (SimWorld *world, size_t unit, BaseVec *steer)
{
  SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit);
  BaseVec goal = base_vec (u->goal_x[unit], u->goal_y[unit]);

  if (base_vec_distance (at, goal) < ARRIVE_M) {
    u->moving[unit] = 0;
    return false;
  }
  if (sim_unit_type (world, unit)->role == SIM_ROLE_JAMMER) {
    *steer = goal;
    return true;
  }
  if (!u->steering[unit] || sim_unit_turn (world, unit, STEER_TICKS)) {
    if (!sim_unit_way (world, unit, steer)) {
      u->moving[unit] = 0;
      return false;
    }
    u->steering[unit] = 1;
    u->steer_x[unit] = steer->x;
    u->steer_y[unit] = steer->y;
  }
  *steer = base_vec (u->steer_x[unit], u->steer_y[unit]);
  return true;
}

/* Speed lost on a slope: half at 1 in 4, both ways (walkers climb, but not fast).  */
static float
slope_factor (const SimWorld *world, size_t unit, BaseVec at, BaseVec ahead)
{
  float rise;

  if (sim_unit_type (world, unit)->role == SIM_ROLE_JAMMER)
    return 1;
  rise = sim_terrain_height (world->ground, ahead) - sim_terrain_height (world->ground, at);
  rise = (rise < 0 ? -0.6f * rise : rise) / 20.0f;
  return 1.0f / (1.0f + 4.0f * rise);
}

static void
turn_toward (SimWorld *world, size_t unit, float bearing)
{
  SimUnits *u = &world->units;
  float most = sim_unit_type (world, unit)->turn_dps / SIM_TICKS_PER_SECOND;
  float turn = base_clampf (base_bearing_difference_deg (bearing, u->heading_deg[unit]), -most, most);
  float heading = u->heading_deg[unit] + turn;

  if (heading < 0)
    heading += 360;
  u->heading_deg[unit] = heading >= 360 ? heading - 360 : heading;
}

static void
change_speed (SimWorld *world, size_t unit, float wanted)
{
  SimUnits *u = &world->units;
  float most = sim_unit_type (world, unit)->acceleration_mps2 / SIM_TICKS_PER_SECOND;

  u->speed[unit] += base_clampf (wanted - u->speed[unit], -2 * most, most);
  if (u->speed[unit] < 0)
    u->speed[unit] = 0;
}

/* Puts it forward; closed ground stops it where it stands.  */
static void
advance (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  double radians = u->heading_deg[unit] * (BASE_PI / 180.0);
  BaseVec at = sim_unit_position (world, unit);
  float step = u->speed[unit] / SIM_TICKS_PER_SECOND;
  BaseVec to = base_vec (at.x + (float) base_sin (radians) * step +
                             u->push_x[unit] / SIM_TICKS_PER_SECOND,
                         at.y + (float) base_cos (radians) * step +
                             u->push_y[unit] / SIM_TICKS_PER_SECOND);

  to = on_map (world, to);
  if (sim_unit_type (world, unit)->role != SIM_ROLE_JAMMER &&
      sim_terrain_going (sim_terrain_cover (world->ground, to), mobility_of (world, unit)) <= 0 &&
      sim_terrain_going (sim_terrain_cover (world->ground, at), mobility_of (world, unit)) > 0) {
    u->speed[unit] *= 0.5f;
    /* Slide along the bank: one axis alone may be free.  */
    if (sim_terrain_going (sim_terrain_cover (world->ground, base_vec (to.x, at.y)),
                           mobility_of (world, unit)) > 0)
      to.y = at.y;
    else if (sim_terrain_going (sim_terrain_cover (world->ground, base_vec (at.x, to.y)),
                                mobility_of (world, unit)) > 0)
      to.x = at.x;
    else
      return;
  }
  u->x[unit] = to.x;
  u->y[unit] = to.y;
}

static void
move_unit (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit), steer = at;
  float bearing, off, wanted = 0;

  if (u->moving[unit] && choose_steer (world, unit, &steer)) {
    BaseVec way = base_vec_sub (steer, at);
    BaseVec ahead = base_vec_add (at, base_vec_scale (way, 20.0f / (base_vec_length (way) + 1)));

    bearing = base_bearing_deg (way.x, way.y);
    turn_toward (world, unit, bearing);
    off = base_bearing_difference_deg (bearing, u->heading_deg[unit]);
    off = off < 0 ? -off : off;
    wanted = sim_move_speed (world, unit) * slope_factor (world, unit, at, ahead);
    wanted *= base_clampf (1.2f - off / 90.0f, 0.1f, 1);
    u->moved_tick[unit] = world->tick;
  }
  change_speed (world, unit, wanted);
  if (u->speed[unit] > 0 || u->push_x[unit] != 0 || u->push_y[unit] != 0)
    advance (world, unit);
}

/* Standing machines turn their front to what they fight.  */
static void
face_target (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t target = u->target[unit];
  BaseVec way;

  if (u->moving[unit] || target == SIM_NOBODY)
    return;
  way = base_vec_sub (sim_unit_position (world, target), sim_unit_position (world, unit));
  turn_toward (world, unit, base_bearing_deg (way.x, way.y));
}

/* Two in the same place drift apart; who is pushed depends on positions alone.  */
static void
keep_apart (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit), push = base_vec (0, 0);
  SimGridWalk walk = sim_grid_walk (&world->grid, u->side[unit], at, APART_M);
  const uint32_t *others = world->grid.units[u->side[unit]];
  uint32_t first, end;

  while (sim_grid_next (&walk, &first, &end))
    for (uint32_t k = first; k < end; k++) {
      BaseVec d = base_vec_sub (at, sim_unit_position (world, others[k]));
      float distance = base_vec_length (d);

      /* The grid is of the last step: who fell since then is no obstacle.  */
      if (others[k] == unit || distance >= APART_M || !sim_unit_works (world, others[k]))
        continue;
      /* Exactly the same point: the higher id goes east.  */
      if (distance < 0.1f)
        d = base_vec (others[k] < unit ? 1.0f : -1.0f, 0);
      push = base_vec_add (push, base_vec_scale (d, 2.0f / (distance + 1)));
    }
  u->push_x[unit] = base_clampf (push.x, -2, 2);
  u->push_y[unit] = base_clampf (push.y, -2, 2);
}

/* Walking costs energy by posture, standing a fifth of it.  */
static void
spend_energy (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  float use = u->speed[unit] > 0.5f ? (u->posture[unit] == SIM_POSTURE_FAST ? 1.3f : 0.8f) : 0.2f;

  u->energy[unit] = base_clampf (u->energy[unit] - use / SIM_TICKS_PER_SECOND, 0, 1e6f);
}

void
sim_movement_step (SimWorld *world)
{
  for (size_t i = 0; i < world->n_units; i++) {
    if (!sim_unit_works (world, i))
      continue;
    if (sim_unit_turn (world, i, STEER_TICKS))
      keep_apart (world, i);
    move_unit (world, i);
    face_target (world, i);
    if (i < world->n_own)
      spend_energy (world, i);
  }
}

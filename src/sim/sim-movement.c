/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going from here to there: steering along the flow field, turning, speed by ground, slope,
 * posture and damage, and keeping off each other.
 *
 * Twice a second, at its turn, a machine looks where to steer, how fast the ground lets it go, and
 * who is in its way.  What happens in each tick (turning, gathering speed, going forward) is worked
 * out for eight machines at a time, in the order of their ids.  */
#include "sim/sim-movement.h"

#include "base/base-lanes.h"
#include "base/base-math.h"

#define ARRIVE_M 25.0f
#define APART_M 18.0f
#define STEER_TICKS 5

static SimMobility
mobility_of (const SimWorld *world, size_t unit)
{
  return sim_unit_type (world, unit)->role == SIM_ROLE_TANK ? SIM_MOBILITY_HEAVY
                                                            : SIM_MOBILITY_LIGHT;
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
  if (legs <= 0 || u->energy[unit] <= 0)
    return 0;
  cover = sim_terrain_cover (world->ground, sim_unit_position (world, unit));
  speed = cover == SIM_COVER_ROAD || cover == SIM_COVER_BRIDGE
              ? type->road_speed_mps
              : type->field_speed_mps * sim_terrain_going (cover, mobility_of (world, unit));
  speed *= postures[u->posture[unit]] * u->pace[unit] * (0.4f + 0.6f * legs);
  return speed * (0.8f + 0.4f * u->driving[unit]);
}

/* Speed lost on a slope: half at 1 in 4, both ways (walkers climb, but not fast).  */
static float
slope_factor (const SimWorld *world, BaseVec at, BaseVec ahead)
{
  float rise =
      sim_terrain_height (world->ground, ahead) - sim_terrain_height (world->ground, at);

  rise = (rise < 0 ? -0.6f * rise : rise) / 20.0f;
  return 1.0f / (1.0f + 4.0f * rise);
}

/* ---- At its turn --------------------------------------------------------------------------- */

/* Where it should head for the next half second, and how fast; stops it when there is no way.  */
static void
choose_steer (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit), way;
  BaseVec steer = base_vec (u->goal_x[unit], u->goal_y[unit]);
  bool flies = sim_unit_type (world, unit)->role == SIM_ROLE_JAMMER;

  if (!flies && !sim_router_next (world->router, mobility_of (world, unit), at, steer, &steer)) {
    u->moving[unit] = 0;
    return;
  }
  u->steering[unit] = 1;
  u->steer_x[unit] = steer.x;
  u->steer_y[unit] = steer.y;
  u->cruise[unit] = sim_move_speed (world, unit);
  way = base_vec_sub (steer, at);
  if (!flies)
    u->cruise[unit] *= slope_factor (
        world, at,
        base_vec_add (at, base_vec_scale (way, 20.0f / (base_vec_length (way) + 1))));
}

static void
push_off (SimWorld *world, size_t unit, uint32_t other, BaseVec away)
{
  SimUnits *u = &world->units;
  float distance = base_vec_length (away);

  /* The grid is of the last step: who fell since then is no obstacle.  */
  if (other == unit || distance >= APART_M || !sim_unit_works (world, other))
    return;
  /* Exactly the same point: the higher id goes east.  */
  if (distance < 0.1f)
    away = base_vec (other < unit ? 1.0f : -1.0f, 0);
  u->push_x[unit] += away.x * (2.0f / (distance + 1));
  u->push_y[unit] += away.y * (2.0f / (distance + 1));
}

/* Two in the same place drift apart; who is pushed depends on where they stood at the end of the
 * last step alone.  */
static void
keep_apart (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  const SimGrid *grid = &world->grid;
  unsigned side = u->side[unit];
  BaseVec at = sim_unit_position (world, unit);
  SimGridWalk walk = sim_grid_walk (grid, (int) side, at, APART_M);
  uint32_t first, end;

  u->push_x[unit] = u->push_y[unit] = 0;
  while (sim_grid_next (&walk, &first, &end))
    for (size_t k = first; k < end; k += BASE_LANES) {
      size_t lanes = end - k < BASE_LANES ? end - k : BASE_LANES;

      if (!sim_grid_any_within (grid, (int) side, k, at, APART_M * APART_M))
        continue;
      for (size_t l = 0; l < lanes; l++)
        push_off (world, unit, grid->units[side][k + l],
                  base_vec (at.x - grid->x[side][k + l], at.y - grid->y[side][k + l]));
    }
  u->push_x[unit] = base_clampf (u->push_x[unit], -2, 2);
  u->push_y[unit] = base_clampf (u->push_y[unit], -2, 2);
}

/* ---- Eight at a time ----------------------------------------------------------------------- */

typedef struct {
  int n;
  float east, north; /* edges of the map */
  size_t units[BASE_LANES];
  float x[BASE_LANES], y[BASE_LANES];
  float way_x[BASE_LANES], way_y[BASE_LANES]; /* where it wants to face */
  float heading[BASE_LANES], speed[BASE_LANES];
  float wanted[BASE_LANES];                   /* speed */
  float turn[BASE_LANES], gain[BASE_LANES];   /* most of one tick */
  float push_x[BASE_LANES], push_y[BASE_LANES];
} Batch;

static void
turn_lanes (Batch *batch)
{
  float bearing[BASE_LANES], off[BASE_LANES];

  base_lanes_bearing_deg (batch->way_x, batch->way_y, bearing);
  base_lanes_bearing_difference_deg (bearing, batch->heading, off);
  for (int l = 0; l < BASE_LANES; l++) {
    float most = batch->turn[l], turn = off[l] > most ? most : (off[l] < -most ? -most : off[l]);
    float heading = batch->heading[l] + turn, left = off[l] - turn, share;

    heading = heading < 0 ? heading + 360 : heading;
    batch->heading[l] = heading >= 360 ? heading - 360 : heading;
    /* Who has yet to turn far goes slowly.  */
    share = 1.2f - (left < 0 ? -left : left) / 90;
    share = share > 1 ? 1 : share;
    batch->wanted[l] *= share < 0.1f ? 0.1f : share;
  }
}

static void
advance_lanes (Batch *batch)
{
  float sine[BASE_LANES], cosine[BASE_LANES];

  base_lanes_sin_cos_deg (batch->heading, sine, cosine);
  for (int l = 0; l < BASE_LANES; l++) {
    float change = batch->wanted[l] - batch->speed[l], gain = batch->gain[l], speed, x, y;

    change = change > gain ? gain : change;
    change = change < -2 * gain ? -2 * gain : change;
    speed = batch->speed[l] + change;
    speed = speed < 0 ? 0 : speed;
    batch->speed[l] = speed;
    x = batch->x[l] + (sine[l] * speed + batch->push_x[l]) * (1.0f / SIM_TICKS_PER_SECOND);
    y = batch->y[l] + (cosine[l] * speed + batch->push_y[l]) * (1.0f / SIM_TICKS_PER_SECOND);
    x = x < 1 ? 1 : x;
    y = y < 1 ? 1 : y;
    batch->x[l] = x > batch->east ? batch->east : x;
    batch->y[l] = y > batch->north ? batch->north : y;
  }
}

/* Closed ground stops it where it stands; one axis alone may be free along a bank.  */
static void
stop_at_bank (SimWorld *world, size_t unit, BaseVec to)
{
  SimUnits *u = &world->units;
  SimMobility mobility = mobility_of (world, unit);
  const SimGround *ground = world->ground;
  BaseVec at = sim_unit_position (world, unit);

  if (sim_terrain_going (sim_terrain_cover (ground, to), mobility) <= 0 &&
      sim_terrain_going (sim_terrain_cover (ground, at), mobility) > 0) {
    u->speed[unit] *= 0.5f;
    if (sim_terrain_going (sim_terrain_cover (ground, base_vec (to.x, at.y)), mobility) > 0)
      to.y = at.y;
    else if (sim_terrain_going (sim_terrain_cover (ground, base_vec (at.x, to.y)), mobility) > 0)
      to.x = at.x;
    else
      return;
  }
  u->x[unit] = to.x;
  u->y[unit] = to.y;
}

static void
move_batch (SimWorld *world, Batch *batch)
{
  SimUnits *u = &world->units;

  turn_lanes (batch);
  advance_lanes (batch);
  for (int l = 0; l < batch->n; l++) {
    size_t unit = batch->units[l];
    BaseVec at = sim_unit_position (world, unit), to = base_vec (batch->x[l], batch->y[l]);

    u->heading_deg[unit] = batch->heading[l];
    u->speed[unit] = batch->speed[l];
    if (sim_terrain_cell (world->ground, at) != sim_terrain_cell (world->ground, to) &&
        sim_unit_type (world, unit)->role != SIM_ROLE_JAMMER) {
      stop_at_bank (world, unit, to);
      continue;
    }
    u->x[unit] = to.x;
    u->y[unit] = to.y;
  }
  batch->n = 0;
}

/* Which way it wants to face: along its way, or standing toward what it fights.  */
static bool
wants_to_face (const SimWorld *world, size_t unit, BaseVec *way)
{
  const SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit);

  if (u->moving[unit])
    *way = base_vec (u->steer_x[unit] - at.x, u->steer_y[unit] - at.y);
  else if (u->target[unit] != SIM_NOBODY)
    *way = base_vec_sub (sim_unit_position (world, u->target[unit]), at);
  else
    *way = base_vec (0, 0);
  return way->x != 0 || way->y != 0;
}

static void
add_to_batch (SimWorld *world, Batch *batch, size_t unit)
{
  const SimUnits *u = &world->units;
  const SimUnitType *type = sim_unit_type (world, unit);
  BaseVec way;
  bool turns = wants_to_face (world, unit, &way);
  int l = batch->n;

  if (!turns && u->speed[unit] <= 0 && u->push_x[unit] == 0 && u->push_y[unit] == 0)
    return;
  batch->units[l] = unit;
  batch->x[l] = u->x[unit];
  batch->y[l] = u->y[unit];
  batch->way_x[l] = way.x;
  batch->way_y[l] = way.y;
  batch->heading[l] = u->heading_deg[unit];
  batch->speed[l] = u->speed[unit];
  batch->wanted[l] = u->moving[unit] ? u->cruise[unit] : 0;
  batch->turn[l] = turns ? type->turn_dps * (1.0f / SIM_TICKS_PER_SECOND) : 0;
  batch->gain[l] = type->acceleration_mps2 * (1.0f / SIM_TICKS_PER_SECOND);
  batch->push_x[l] = u->push_x[unit];
  batch->push_y[l] = u->push_y[unit];
  if (++batch->n == BASE_LANES)
    move_batch (world, batch);
}

/* Walking costs energy by posture, standing a fifth of it.  */
static void
spend_energy (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  float use = u->speed[unit] > 0.5f ? (u->posture[unit] == SIM_POSTURE_FAST ? 1.3f : 0.8f) : 0.2f;

  u->energy[unit] = base_clampf (u->energy[unit] - use / SIM_TICKS_PER_SECOND, 0, 1e6f);
}

static bool
has_arrived (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  return base_vec_distance_squared (sim_unit_position (world, unit),
                                    base_vec (u->goal_x[unit], u->goal_y[unit])) <
         ARRIVE_M * ARRIVE_M;
}

void
sim_movement_step (SimWorld *world)
{
  SimUnits *u = &world->units;
  BaseVec edge = on_map (world, base_vec (1e9f, 1e9f));
  Batch batch = {.east = edge.x, .north = edge.y};

  for (size_t i = 0; i < world->n_units; i++) {
    bool turn = sim_unit_turn (world, i, STEER_TICKS);

    if (!sim_unit_works (world, i))
      continue;
    if (turn)
      keep_apart (world, i);
    if (u->moving[i] && has_arrived (world, i))
      u->moving[i] = 0;
    if (u->moving[i] && (turn || !u->steering[i]))
      choose_steer (world, i);
    add_to_batch (world, &batch, i);
    if (i < world->n_own)
      spend_energy (world, i);
  }
  move_batch (world, &batch);
}

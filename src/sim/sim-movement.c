/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going from here to there: steering along the flow field, turning, speed by ground, slope,
 * posture and damage, and keeping off each other.
 *
 * Twice a second, at its turn, a machine looks whether it has arrived, how fast the ground lets it go
 * and who is in its way; every two seconds, and near the point it steers for, it looks for the next.
 * What happens in each tick (turning, gathering speed, going forward) is worked out for eight machines
 * at a time, in the order of their ids.  */
#include "sim/sim-movement.h"

#include "base/base-lanes.h"
#include "base/base-math.h"
#include "sim/sim-footing.h"
#include "sim/sim-initiative.h"

#define ARRIVE_M 25.0f
#define APART_M 18.0f
#define STEER_TICKS 5
#define WAY_TICKS (4 * STEER_TICKS)
#define NEAR_STEER_M 50.0f
#define SHIFT_M 60.0f
#define SLOW_MPS 2.0f /* held up: by a bank, or by a turn */

static SimMobility
mobility_of (const SimWorld *world, size_t unit)
{
  return sim_unit_mobility (world, unit);
}

BaseVec
sim_move_on_map (const SimWorld *world, BaseVec at)
{
  return sim_terrain_on_map (world->ground, at, 1);
}

/* A goal that shifts a little under way (a place in a formation does each second) is no new way: who
 * heads straight for it turns toward it, who goes around something goes on until his next turn.  */
static void
shift_steer (SimWorld *world, size_t unit, BaseVec goal)
{
  SimUnits *u = &world->units;
  BaseVec last = base_vec (u->goal_x[unit], u->goal_y[unit]);

  if (!u->moving[unit] || base_vec_distance_squared (goal, last) > SHIFT_M * SHIFT_M) {
    u->steering[unit] = 0;
  } else if (u->steer_x[unit] == last.x && u->steer_y[unit] == last.y) {
    u->steer_x[unit] = goal.x;
    u->steer_y[unit] = goal.y;
  }
}

void
sim_move_to (SimWorld *world, size_t unit, BaseVec goal)
{
  SimUnits *u = &world->units;

  goal = sim_move_on_map (world, goal);
  if (!sim_role_flies (sim_unit_type (world, unit)->role))
    goal = sim_router_nearest (world->router, mobility_of (world, unit), goal);
  if (u->moving[unit] && u->goal_x[unit] == goal.x && u->goal_y[unit] == goal.y)
    return;
  shift_steer (world, unit, goal);
  u->goal_x[unit] = goal.x;
  u->goal_y[unit] = goal.y;
  u->moving[unit] = 1;
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

  if (sim_role_flies (type->role))
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
  speed *= sim_ground_pace (world, unit, cover);
  if (u->suppression[unit] >= world->rules.pinned_at && u->posture[unit] != SIM_POSTURE_FAST)
    speed *= world->rules.pinned_pace;
  speed *= 0.8f + 0.4f * u->driving[unit];
  return sim_unit_care (world, unit, speed);
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

/* How fast it may go toward the point it steers for.  */
static void
choose_speed (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit);
  BaseVec way = base_vec_sub (base_vec (u->steer_x[unit], u->steer_y[unit]), at);

  u->cruise[unit] = sim_move_speed (world, unit);
  if (!sim_role_flies (sim_unit_type (world, unit)->role))
    u->cruise[unit] *= slope_factor (
        world, at,
        base_vec_add (at, base_vec_scale (way, 20.0f / (base_vec_length (way) + 1))));
}

/* Where it should head; stops it when there is no way.  */
static void
choose_way (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec steer = base_vec (u->goal_x[unit], u->goal_y[unit]);

  if (!sim_role_flies (sim_unit_type (world, unit)->role) &&
      !sim_unit_way (world, unit, &steer)) {
    u->moving[unit] = 0;
    return;
  }
  u->steering[unit] = 1;
  u->steer_x[unit] = steer.x;
  u->steer_y[unit] = steer.y;
}

static bool
is_near (const SimWorld *world, size_t unit, float x, float y, float within)
{
  return base_vec_distance_squared (sim_unit_position (world, unit), base_vec (x, y)) <
         within * within;
}

static void
go_on (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  if (is_near (world, unit, u->goal_x[unit], u->goal_y[unit], ARRIVE_M)) {
    u->moving[unit] = 0;
    return;
  }
  if (!u->steering[unit] || u->speed[unit] < SLOW_MPS || sim_unit_turn (world, unit, WAY_TICKS) ||
      is_near (world, unit, u->steer_x[unit], u->steer_y[unit], NEAR_STEER_M))
    choose_way (world, unit);
  if (u->moving[unit])
    choose_speed (world, unit);
}

/* Who stands faces what he fights.  */
static void
face_target (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t target = u->target[unit];

  u->steering[unit] = target != SIM_NOBODY;
  if (target == SIM_NOBODY)
    return;
  u->steer_x[unit] = u->x[target];
  u->steer_y[unit] = u->y[target];
}

static void
push_off (SimWorld *world, size_t unit, uint32_t other, BaseVec away)
{
  SimUnits *u = &world->units;
  float distance;

  if (base_vec_dot (away, away) >= APART_M * APART_M)
    return;
  distance = base_vec_length (away);
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

/* Walking costs energy by posture, standing a fifth of it.  */
static void
spend_energy (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  float use = u->speed[unit] > 0.5f ? (u->posture[unit] == SIM_POSTURE_FAST ? 1.3f : 0.8f) : 0.2f;

  use *= (float) STEER_TICKS / SIM_TICKS_PER_SECOND;
  u->energy[unit] = base_clampf (u->energy[unit] - use, 0, 1e6f);
}

static void
take_turn (SimWorld *world, size_t unit)
{
  keep_apart (world, unit);
  if (world->units.moving[unit])
    go_on (world, unit);
  if (!world->units.moving[unit])
    face_target (world, unit);
  if (unit < world->n_own)
    spend_energy (world, unit);
}

/* ---- Eight at a time ----------------------------------------------------------------------- */

/* Eight machines of neighbouring ids.  What does not work or stand in the battle is carried along
 * and left as it is.  */
typedef struct {
  size_t first;
  int works[BASE_LANES];
  float x[BASE_LANES], y[BASE_LANES];
  float way_x[BASE_LANES], way_y[BASE_LANES]; /* where it wants to face */
  float heading[BASE_LANES], speed[BASE_LANES];
  float wanted[BASE_LANES];                   /* speed */
  float turn[BASE_LANES], gain[BASE_LANES];   /* most of one tick */
  float push_x[BASE_LANES], push_y[BASE_LANES];
} Block;

/* Who does not turn has no way to face.  */
static void
load_ways (const SimWorld *world, Block *block)
{
  const SimUnits *u = &world->units;
  const float *steer_x = u->steer_x + block->first, *steer_y = u->steer_y + block->first;
  const uint8_t *steering = u->steering + block->first, *type = u->type + block->first;

  for (int l = 0; l < BASE_LANES; l++) {
    block->turn[l] = world->rules.types[type[l]].turn_dps * (1.0f / SIM_TICKS_PER_SECOND);
    block->gain[l] = world->rules.types[type[l]].acceleration_mps2 * (1.0f / SIM_TICKS_PER_SECOND);
  }
  for (int l = 0; l < BASE_LANES; l++) {
    block->way_x[l] = steer_x[l] - block->x[l];
    block->way_y[l] = steer_y[l] - block->y[l];
    block->turn[l] = steering[l] ? block->turn[l] : 0;
  }
}

/* False when nobody in it turns or moves.  */
static bool
load_block (const SimWorld *world, Block *block)
{
  const SimUnits *u = &world->units;
  size_t first = block->first;
  const uint8_t *present = u->present + first, *alive = u->alive + first;
  const uint8_t *moving = u->moving + first, *steering = u->steering + first;
  int stirs[BASE_LANES], any = 0;

  for (int l = 0; l < BASE_LANES; l++) {
    block->works[l] = present[l] & alive[l];
    block->x[l] = u->x[first + l];
    block->y[l] = u->y[first + l];
    block->heading[l] = u->heading_deg[first + l];
    block->speed[l] = u->speed[first + l];
    block->wanted[l] = moving[l] ? u->cruise[first + l] : 0;
    block->push_x[l] = u->push_x[first + l];
    block->push_y[l] = u->push_y[first + l];
  }
  for (int l = 0; l < BASE_LANES; l++)
    stirs[l] = block->works[l] & (moving[l] | steering[l] | (block->speed[l] > 0) |
                                  (block->push_x[l] != 0) | (block->push_y[l] != 0));
  for (int l = 0; l < BASE_LANES; l++)
    any |= stirs[l];
  return any != 0;
}

static void
turn_lanes (Block *block)
{
  float bearing[BASE_LANES], off[BASE_LANES];

  base_lanes_bearing_deg (block->way_x, block->way_y, bearing);
  base_lanes_bearing_difference_deg (bearing, block->heading, off);
  for (int l = 0; l < BASE_LANES; l++) {
    float most = block->turn[l], turn = off[l] > most ? most : (off[l] < -most ? -most : off[l]);
    float heading = block->heading[l] + turn, left = off[l] - turn, share;

    heading = heading < 0 ? heading + 360 : heading;
    block->heading[l] = heading >= 360 ? heading - 360 : heading;
    /* Who has yet to turn far goes slowly.  */
    share = 1.2f - (left < 0 ? -left : left) * (1.0f / 90);
    share = share > 1 ? 1 : share;
    block->wanted[l] *= share < 0.1f ? 0.1f : share;
  }
}

static void
advance_lanes (Block *block, BaseVec edge)
{
  float sine[BASE_LANES], cosine[BASE_LANES];

  base_lanes_sin_cos_deg (block->heading, sine, cosine);
  for (int l = 0; l < BASE_LANES; l++) {
    float change = block->wanted[l] - block->speed[l], gain = block->gain[l], speed, x, y;

    change = change > gain ? gain : change;
    change = change < -2 * gain ? -2 * gain : change;
    speed = block->speed[l] + change;
    speed = speed < 0 ? 0 : speed;
    block->speed[l] = speed;
    x = block->x[l] + (sine[l] * speed + block->push_x[l]) * (1.0f / SIM_TICKS_PER_SECOND);
    y = block->y[l] + (cosine[l] * speed + block->push_y[l]) * (1.0f / SIM_TICKS_PER_SECOND);
    x = x < 1 ? 1 : x;
    y = y < 1 ? 1 : y;
    block->x[l] = x > edge.x ? edge.x : x;
    block->y[l] = y > edge.y ? edge.y : y;
  }
}

/* Closed ground stops it where it stands; one axis alone may be free along a bank, where it gropes its
 * way on.  */
static void
stop_at_bank (const SimWorld *world, Block *block, int lane)
{
  size_t unit = block->first + (size_t) lane;
  SimMobility mobility = mobility_of (world, unit);
  const SimGround *ground = world->ground;
  BaseVec at = sim_unit_position (world, unit), to = base_vec (block->x[lane], block->y[lane]);

  if (sim_role_flies (sim_unit_type (world, unit)->role) ||
      sim_terrain_going (sim_terrain_cover (ground, to), mobility) > 0 ||
      sim_terrain_going (sim_terrain_cover (ground, at), mobility) <= 0)
    return;
  if (block->speed[lane] > SLOW_MPS)
    block->speed[lane] *= 0.5f;
  if (sim_terrain_going (sim_terrain_cover (ground, base_vec (to.x, at.y)), mobility) > 0) {
    block->y[lane] = at.y;
  } else if (sim_terrain_going (sim_terrain_cover (ground, base_vec (at.x, to.y)), mobility) > 0) {
    block->x[lane] = at.x;
  } else {
    block->x[lane] = at.x;
    block->y[lane] = at.y;
  }
}

/* Asks about the ground only for those that come into another cell.  */
static void
stop_at_banks (const SimWorld *world, Block *block)
{
  const float *x = world->units.x + block->first, *y = world->units.y + block->first;
  float cell_m = world->ground->cell_m;
  int leaves[BASE_LANES], any = 0;

  for (int l = 0; l < BASE_LANES; l++)
    leaves[l] = (((int) (x[l] / cell_m) != (int) (block->x[l] / cell_m)) |
                 ((int) (y[l] / cell_m) != (int) (block->y[l] / cell_m))) &
                block->works[l];
  for (int l = 0; l < BASE_LANES; l++)
    any |= leaves[l];
  for (int l = 0; any && l < BASE_LANES; l++)
    if (leaves[l])
      stop_at_bank (world, block, l);
}

static inline void
store_lanes (float *column, const float lanes[BASE_LANES], const int works[BASE_LANES])
{
  for (int l = 0; l < BASE_LANES; l++)
    column[l] = works[l] ? lanes[l] : column[l];
}

static void
store_block (SimWorld *world, const Block *block)
{
  SimUnits *u = &world->units;

  store_lanes (u->x + block->first, block->x, block->works);
  store_lanes (u->y + block->first, block->y, block->works);
  store_lanes (u->heading_deg + block->first, block->heading, block->works);
  store_lanes (u->speed + block->first, block->speed, block->works);
}

static void
move_block (SimWorld *world, size_t first, BaseVec edge)
{
  Block block;

  block.first = first;
  if (!load_block (world, &block))
    return;
  load_ways (world, &block);
  turn_lanes (&block);
  advance_lanes (&block, edge);
  stop_at_banks (world, &block);
  store_block (world, &block);
}

/* A goal that was given since its last turn: it starts at once.  */
static void
start_moving (SimWorld *world, size_t first)
{
  SimUnits *u = &world->units;
  uint8_t fresh[BASE_LANES], any = 0;

  for (int l = 0; l < BASE_LANES; l++)
    fresh[l] = u->moving[first + l] & !u->steering[first + l];
  for (int l = 0; l < BASE_LANES; l++)
    any |= fresh[l];
  for (size_t l = 0; any && l < BASE_LANES; l++)
    if (fresh[l] && sim_unit_works (world, first + l))
      go_on (world, first + l);
}

void
sim_movement_step (SimWorld *world)
{
  BaseVec edge = sim_move_on_map (world, base_vec (1e9f, 1e9f));

  for (size_t i = sim_first_turn (world, STEER_TICKS); i < world->n_units;
       i = sim_next_turn (world, i, STEER_TICKS))
    if (sim_unit_works (world, i))
      take_turn (world, i);
  for (size_t first = 0; first < world->n_units; first += BASE_LANES) {
    start_moving (world, first);
    move_block (world, first, edge);
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Legs, marsh and roofs.  (Mines: sim-minefield.c.)  */
#include "sim/sim-footing.h"

#include "base/base-math.h"
#include "sim/sim-link.h"
#include "sim/sim-minefield.h"
#include "sim/sim-smoke.h"

#define TURN_TICKS 10
#define LEG_REACHED_M 150.0f
/* A heavy machine sinks deeper: its weight counts up to so many times ten tonnes.  */
#define MOST_WEIGHT 6.0f
/* Between cliffs or banks one turns before one goes.  */
#define TURN_FIRST_DEG 30
#define TURN_FIRST_MPS 0.3f
#define SLOWEST_MPS 3.2f /* more than two machines push each other off with */
/* A roof worth the climb.  */
#define ROOF_LEAST_M 4.0f

/* ---- Ways ---------------------------------------------------------------------------------- */

SimMobility
sim_unit_mobility (const SimWorld *world, size_t unit)
{
  return sim_type_mobility (sim_unit_type (world, unit));
}

SimRouteKind
sim_unit_route_kind (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  return sim_route_kind (sim_unit_mobility (world, unit), u->posture[unit] == SIM_POSTURE_HIDDEN,
                         (SimSide) u->side[unit]);
}

bool
sim_unit_way (SimWorld *world, size_t unit, BaseVec *steer)
{
  SimUnits *u = &world->units;
  SimRouteKind kind = sim_unit_route_kind (world, unit);
  BaseVec at = sim_unit_position (world, unit);
  BaseVec goal = base_vec (u->goal_x[unit], u->goal_y[unit]);
  BaseVec leg = base_vec (u->leg_x[unit], u->leg_y[unit]);
  BaseVec present = base_vec (u->steer_x[unit], u->steer_y[unit]);
  bool last = leg.x == goal.x && leg.y == goal.y;

  if (!u->steering[unit] || (!last && base_vec_distance (at, leg) < LEG_REACHED_M)) {
    if (!sim_router_leg (world->router, kind, at, goal, &leg))
      return false;
    u->leg_x[unit] = leg.x;
    u->leg_y[unit] = leg.y;
  }
  *steer = u->steering[unit] ? present : at;
  return sim_router_next (world->router, kind, at, leg, steer);
}

bool
sim_unit_held (const SimWorld *world, size_t unit)
{
  return world->units.bogged_tick[unit] > world->tick || world->units.roof_m[unit] > 0;
}

float
sim_unit_care (const SimWorld *world, size_t unit, float speed)
{
  const SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit);
  BaseVec steer = base_vec (u->steer_x[unit], u->steer_y[unit]);
  BaseVec way = base_vec_sub (steer, at);
  float most = SLOWEST_MPS + 0.35f * base_vec_length (way), off;

  if (!u->steering[unit] || (steer.x == u->goal_x[unit] && steer.y == u->goal_y[unit]))
    return speed;
  if (sim_router_tight (world->router, sim_unit_mobility (world, unit), at)) {
    off = base_bearing_difference_deg (base_bearing_deg (way.x, way.y), u->heading_deg[unit]);
    if (off > TURN_FIRST_DEG || off < -TURN_FIRST_DEG)
      most = TURN_FIRST_MPS;
  }
  return speed < most ? speed : most;
}

bool
sim_unit_line_of_sight (const SimWorld *world, size_t from, size_t to)
{
  BaseVec a = sim_unit_position (world, from), b = sim_unit_position (world, to);

  return sim_terrain_line_of_sight (world->ground, a, sim_unit_eyes_m (world, from), b,
                                    sim_unit_eyes_m (world, to)) &&
         !sim_smoke_hides (world, a, b);
}

/* ---- Marsh --------------------------------------------------------------------------------- */

static void
say_bogged (SimWorld *world, size_t unit)
{
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, SIM_PHRASE_BOGGED);

  sim_report_tell_own (world, unit, &report, SIM_OWN_POSITION);
  sim_words_position (&report.words, 0, sim_unit_position (world, unit));
  sim_link_report (world, unit, SIM_AIR_STATUS, SIM_SUBJECT_GROUND | (uint32_t) unit, 60, &report);
}

/* Sticks the likelier the heavier it is and the faster it goes, and works itself free in time.  */
static void
tread_marsh (SimWorld *world, size_t unit, float metres)
{
  static const float care[SIM_N_POSTURES] = {1, 2, 0.4f, 0.5f};
  SimUnits *u = &world->units;
  float weight = base_clampf (sim_unit_type (world, unit)->weight_t / 10, 0.1f, MOST_WEIGHT);
  float chance = world->rules.marsh_bog_per_km * metres / 1000 * weight * care[u->posture[unit]];
  float effort;

  if (!base_random_chance (&world->randoms[SIM_RANDOM_MOVEMENT], base_clampf (chance, 0, 1)))
    return;
  effort = base_random_range (&world->randoms[SIM_RANDOM_MOVEMENT], 0.6f, 1.6f);
  u->bogged_tick[unit] =
      world->tick + SIM_SECONDS (world->rules.marsh_free_s * (float) base_sqrt (weight) * effort *
                                 (1.3f - 0.6f * u->driving[unit]));
  u->speed[unit] = 0;
  if (unit < world->n_own)
    say_bogged (world, unit);
}

/* ---- Roofs --------------------------------------------------------------------------------- */

/* Who is at his post in a town and not in a hurry wants to look over it.  */
static bool
wants_roof (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  return !u->moving[unit] && u->mission[unit] == SIM_MISSION_HOLD &&
         u->posture[unit] != SIM_POSTURE_FAST && u->suppression[unit] < 50 &&
         u->parts[unit * SIM_N_PARTS + SIM_PART_LEGS] > 60;
}

static void
say_on_roof (SimWorld *world, size_t unit)
{
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, SIM_PHRASE_ON_ROOF);

  sim_report_tell_own (world, unit, &report, SIM_OWN_POSITION);
  sim_words_position (&report.words, 0, sim_unit_position (world, unit));
  /* Once for a platoon, and not when there is worse to tell.  */
  if (!sim_within (world, world->units.harmed_tick[unit], 30))
    sim_link_report (world, unit, SIM_AIR_STATUS,
                     SIM_SUBJECT_ROOF | (uint32_t) world->units.group[unit], 180, &report);
}

/* Up by the anchors' speed, down twice as fast; one second of it.  */
static void
use_roof (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  const SimUnitType *type = sim_unit_type (world, unit);
  float roof, old = u->roof_m[unit];

  if (type->climb_mps <= 0)
    return;
  roof = sim_terrain_roof (world->ground, sim_unit_position (world, unit));
  if (!wants_roof (world, unit) || roof < ROOF_LEAST_M) {
    u->settled_tick[unit] = world->tick;
    u->roof_m[unit] = base_clampf (old - 2 * type->climb_mps, 0, roof);
    return;
  }
  if (sim_within (world, u->settled_tick[unit], world->rules.roof_wait_s))
    return;
  u->roof_m[unit] = base_clampf (old + type->climb_mps, 0, roof);
  if (unit < world->n_own && old < roof && u->roof_m[unit] >= roof)
    say_on_roof (world, unit);
}

/* ---- Wear ---------------------------------------------------------------------------------- */

static float
wear_of (const SimWorld *world, SimCover cover)
{
  if (cover == SIM_COVER_ROAD || cover == SIM_COVER_BRIDGE)
    return world->rules.wear_road;
  return cover == SIM_COVER_WOODS || cover == SIM_COVER_RUBBLE ? world->rules.wear_broken : 1;
}

static void
say_worn (SimWorld *world, size_t unit)
{
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, SIM_PHRASE_WORN);

  sim_report_tell_own (world, unit, &report, SIM_OWN_PARTS);
  if (sim_link_report (world, unit, SIM_AIR_STATUS, SIM_SUBJECT_WORN | (uint32_t) unit, 300, &report))
    world->units.told[unit] |= SIM_TOLD_WORN;
}

/* Who goes fast wears his legs, a point at a time, by chance for each metre; never so far that it alone
 * would stop him.  */
static void
wear_legs (SimWorld *world, size_t unit, float metres)
{
  SimUnits *u = &world->units;
  uint8_t *legs = &u->parts[unit * SIM_N_PARTS + SIM_PART_LEGS];
  SimCover cover = sim_terrain_cover (world->ground, sim_unit_position (world, unit));
  float wear = sim_unit_type (world, unit)->wear_per_km * metres / 1000 * wear_of (world, cover);

  if (u->posture[unit] != SIM_POSTURE_FAST || wear <= 0 || (float) *legs <= world->rules.wear_least)
    return;
  *legs -= base_random_chance (&world->randoms[SIM_RANDOM_MOVEMENT], base_clampf (wear, 0, 1));
  if ((float) *legs < world->rules.wear_told && !(u->told[unit] & SIM_TOLD_WORN) &&
      unit < world->n_own && !sim_unit_is_supply (world, unit))
    say_worn (world, unit);
}

/* ---- At its turn --------------------------------------------------------------------------- */

static void
tread (SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  float metres = u->speed[unit] * TURN_TICKS / SIM_TICKS_PER_SECOND;

  use_roof (world, unit);
  if (metres < 0.2f)
    return;
  if (sim_terrain_cover (world->ground, sim_unit_position (world, unit)) == SIM_COVER_MARSH &&
      !sim_unit_held (world, unit))
    tread_marsh (world, unit, metres);
  sim_minefield_tread (world, unit, metres);
  wear_legs (world, unit, metres);
}

void
sim_footing_step (SimWorld *world)
{
  for (size_t i = sim_first_turn (world, TURN_TICKS); i < world->n_units;
       i = sim_next_turn (world, i, TURN_TICKS))
    if (sim_unit_works (world, i) && !sim_role_flies (sim_unit_type (world, i)->role))
      tread (world, i);
}

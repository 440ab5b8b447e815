/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clouds of jammers.
 *
 * A cloud goes where radio is used: its machines hear transmitters as any direction finder would,
 * the near ones louder than the far (power falls with the square of the distance).  That is the one
 * thing in the Legion that goes by more than eyes, and it steers the clouds alone.  Clouds keep off
 * each other, and wander, so that there is always a place that is not jammed.  */
#include "sim/sim-jam.h"

#include "base/base-math.h"
#include "sim/sim-legion.h"
#include "sim/sim-link.h"

#define HEARS_RADIO_M 3000.0f /* beyond this a transmitter counts clearly less */
#define TURN_DPS 2.0f
#define WANDER_DEG 50.0f
#define APART 1.2f /* cores plus fringes, halved, times this */
#define ROUTE_NEAR_M 300.0f

void
sim_jam_init (SimWorld *world)
{
  const SimRules *rules = &world->rules;
  BaseRandom *random = &world->randoms[SIM_RANDOM_JAMMING];

  for (size_t i = world->n_own; i < world->n_units && world->n_clouds < SIM_MAX_CLOUDS; i++) {
    if (sim_unit_type (world, i)->role != SIM_ROLE_JAMMER || !world->units.alive[i])
      continue;
    world->clouds[world->n_clouds++] = (SimCloud){
      .unit = (uint32_t) i,
      .strength = 1,
      .speed_mps = base_random_range (random, rules->jam_drift_least_mps,
                                      rules->jam_drift_most_mps),
      .heading_deg = base_random_range (random, 0, 359),
    };
  }
}

/* ---- The field ----------------------------------------------------------------------------- */

static float
strength_at (const SimWorld *world, const SimCloud *cloud, BaseVec at)
{
  const SimUnitType *type = sim_unit_type (world, cloud->unit);
  float distance;

  if (!sim_unit_works (world, cloud->unit) || world->tick < cloud->window_until)
    return 0;
  distance = base_vec_distance (at, sim_unit_position (world, cloud->unit));
  return cloud->strength * base_clampf ((type->jam_fringe_m - distance) /
                                            (type->jam_fringe_m - type->jam_core_m + 0.001f),
                                        0, 1);
}

float
sim_jam_at (const SimWorld *world, BaseVec at)
{
  float strongest = 0;

  for (uint32_t i = 0; i < world->n_clouds; i++) {
    float strength = strength_at (world, &world->clouds[i], at);

    strongest = strength > strongest ? strength : strongest;
  }
  return strongest;
}

/* ---- Strikes and windows ------------------------------------------------------------------- */

/* The less is left, the longer the window: from the least at the threshold to the most at nothing. */
static void
open_window (SimWorld *world, SimCloud *cloud)
{
  const SimRules *rules = &world->rules;
  float depth = 1 - cloud->strength / (rules->jam_window_below + 0.001f);
  float seconds = rules->jam_window_least_s +
                  (rules->jam_window_most_s - rules->jam_window_least_s) * base_clampf (depth, 0, 1);
  SimTick until = world->tick + SIM_SECONDS (seconds);

  cloud->window_until = until > cloud->window_until ? until : cloud->window_until;
}

static bool
in_core (const SimWorld *world, const SimCloud *cloud, BaseVec at)
{
  return sim_unit_works (world, cloud->unit) &&
         base_vec_distance (at, sim_unit_position (world, cloud->unit)) <=
             sim_unit_type (world, cloud->unit)->jam_core_m;
}

uint32_t
sim_jam_over (const SimWorld *world, BaseVec at)
{
  for (uint32_t i = 0; i < world->n_clouds; i++)
    if (in_core (world, &world->clouds[i], at))
      return world->clouds[i].unit;
  return SIM_NOBODY;
}

bool
sim_jam_strike (SimWorld *world, BaseVec at, float cut)
{
  bool struck = false;

  for (uint32_t i = 0; i < world->n_clouds; i++) {
    SimCloud *cloud = &world->clouds[i];

    if (!in_core (world, cloud, at))
      continue;
    struck = true;
    cloud->strength = base_clampf (cloud->strength - cut, 0, 1);
    if (cloud->strength < world->rules.jam_window_below)
      open_window (world, cloud);
  }
  return struck;
}

static bool
is_anybody_near (const SimWorld *world, const SimCloud *cloud)
{
  BaseVec at = sim_unit_position (world, cloud->unit);

  for (size_t i = 0; i < world->n_own; i++)
    if (sim_unit_works (world, i) &&
        base_vec_distance (at, sim_unit_position (world, i)) <
            sim_unit_type (world, cloud->unit)->jam_fringe_m)
      return true;
  return false;
}

/* The desk sees data come in again, and stop again; it does not see the swarm.  */
static void
tell_window (SimWorld *world, SimCloud *cloud)
{
  bool open = world->tick < cloud->window_until;

  if (open == cloud->window_told)
    return;
  cloud->window_told = open;
  if (is_anybody_near (world, cloud))
    sim_link_desk (world, open ? SIM_PHRASE_DATA_BACK : SIM_PHRASE_DATA_GONE, 0);
}

/* ---- Drift --------------------------------------------------------------------------------- */

static BaseVec
where_radio_is_used (const SimWorld *world, BaseVec at)
{
  BaseVec sum = base_vec (0, 0);
  float weights = 0;

  for (size_t i = 0; i < world->n_own; i++) {
    BaseVec transmitter = sim_unit_position (world, i);
    float distance = base_vec_distance (at, transmitter) / HEARS_RADIO_M;
    float weight = 1 / (1 + distance * distance);

    if (!sim_unit_works (world, i))
      continue;
    sum = base_vec_add (sum, base_vec_scale (transmitter, weight));
    weights += weight;
  }
  return weights > 0 ? base_vec_scale (sum, 1 / weights) : at;
}

/* Where it goes: along the route of its group, then toward radio, away from other clouds.  */
static BaseVec
way_of (const SimWorld *world, const SimCloud *cloud, BaseVec at)
{
  const SimGroup *group = &world->groups[world->units.group[cloud->unit]];
  const SimUnitType *type = sim_unit_type (world, cloud->unit);
  BaseVec goal = group->way < group->def.n_route ? group->def.route[group->way]
                                                 : where_radio_is_used (world, at);
  BaseVec way = base_vec_sub (goal, at);
  float apart = APART * 0.5f * (type->jam_core_m + type->jam_fringe_m);

  for (uint32_t i = 0; i < world->n_clouds; i++) {
    BaseVec off = base_vec_sub (at, sim_unit_position (world, world->clouds[i].unit));
    float distance = base_vec_length (off);

    if (&world->clouds[i] != cloud && sim_unit_works (world, world->clouds[i].unit) &&
        distance > 1 && distance < apart)
      way = base_vec_add (way, base_vec_scale (off, 2 * (apart - distance) / distance));
  }
  return way;
}

static float
bearing_of (float degrees)
{
  degrees = degrees < 0 ? degrees + 360 : degrees;
  return degrees >= 360 ? degrees - 360 : degrees;
}

/* A little nearer to where it wants to go, off that by its wandering.  */
static float
next_heading (const SimCloud *cloud, BaseVec way)
{
  float wanted = bearing_of (base_bearing_deg (way.x, way.y) + cloud->wander_deg);
  float turn = base_bearing_difference_deg (wanted, cloud->heading_deg);

  return bearing_of (cloud->heading_deg + base_clampf (turn, -TURN_DPS, TURN_DPS));
}

static void
drift (SimWorld *world, SimCloud *cloud)
{
  SimUnits *u = &world->units;
  SimGroup *group = &world->groups[u->group[cloud->unit]];
  BaseVec at = sim_unit_position (world, cloud->unit), way = way_of (world, cloud, at);

  if (group->way < group->def.n_route &&
      base_vec_distance (at, group->def.route[group->way]) < ROUTE_NEAR_M)
    group->way++;
  cloud->wander_deg += base_random_range (&world->randoms[SIM_RANDOM_JAMMING], -4, 4);
  cloud->wander_deg = base_clampf (cloud->wander_deg, -WANDER_DEG, WANDER_DEG);
  cloud->heading_deg = next_heading (cloud, way);
  at = base_vec_add (
      at, base_vec_scale (base_direction_deg (cloud->heading_deg), cloud->speed_mps));
  at = sim_terrain_on_map (world->ground, at, 1);
  u->x[cloud->unit] = at.x;
  u->y[cloud->unit] = at.y;
  u->heading_deg[cloud->unit] = cloud->heading_deg;
}

void
sim_jam_step (SimWorld *world)
{
  float regrown = world->rules.jam_regrow_per_min / 60;

  if (sim_legion_coordinated (world))
    regrown *= world->rules.jam_regrow_control;
  for (uint32_t i = 0; i < world->n_clouds; i++) {
    SimCloud *cloud = &world->clouds[i];

    if (!sim_unit_works (world, cloud->unit))
      continue;
    drift (world, cloud);
    cloud->strength = base_clampf (cloud->strength + regrown, 0, 1);
    tell_window (world, cloud);
  }
}

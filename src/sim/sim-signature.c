/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gives a machine away.
 *
 * For eyes the factors multiply, as the attenuations of a contrast do: size, cover, posture, motion
 * and firing (design: simulation, "Detection by range, sight, motion, firing, light, weather,
 * vibration").  For feet it is weight: the energy that a step sends into the ground grows with it, and
 * spreads over a circle, so that the distance at which it is felt grows with the root.  */
#include "sim/sim-signature.h"

#include "base/base-math.h"
#include "sim/sim-smoke.h"

#define FIRING_S 3
#define MOVES_MPS 0.5f
#define MOST_FLASH 2.5f /* times as far a muzzle flash shows in the dark, at most */

static float
shown_by_posture (const SimRules *rules, unsigned posture)
{
  const float postures[SIM_N_POSTURES] = {
    [SIM_POSTURE_NORMAL] = 1,
    [SIM_POSTURE_FAST] = rules->shown_fast,
    [SIM_POSTURE_CAREFUL] = rules->shown_careful,
    [SIM_POSTURE_HIDDEN] = rules->shown_hidden,
  };

  return postures[posture];
}

/* What light is lost to eyes is given back to what shines or is lit.  */
static float
undimmed (const SimWorld *world)
{
  float dark = 1 / world->light_factor;

  return dark < MOST_FLASH ? dark : MOST_FLASH;
}

/* A flash is not dimmed by the dark.  */
static float
shown_by_firing (const SimWorld *world)
{
  return world->rules.shown_firing * undimmed (world);
}

float
sim_signature_shown (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  const SimRules *rules = &world->rules;
  SimCover cover = sim_terrain_cover (world->ground, sim_unit_position (world, unit));
  float shown = sim_unit_type (world, unit)->size * sim_terrain_concealment (cover);

  if (u->dormant[unit])
    return shown * rules->shown_dormant;
  shown *= shown_by_posture (rules, u->posture[unit]);
  if (u->speed[unit] < MOVES_MPS)
    shown *= rules->shown_still;
  if (sim_within (world, u->fired_tick[unit], FIRING_S))
    shown *= shown_by_firing (world);
  /* By day a fire shows nobody who is not shown anyway.  */
  else if (world->light_factor < 1 && world->n_fires > 0 &&
           sim_fire_near (world, sim_unit_position (world, unit)))
    shown *= undimmed (world);
  return shown;
}

float
sim_signature_tremor (const SimWorld *world, size_t unit, float feel_m)
{
  const SimUnitType *type = sim_unit_type (world, unit);
  float weight = (float) base_sqrt (type->size);

  if (sim_role_flies (type->role) || world->units.speed[unit] < 2)
    return 0;
  return base_clampf (feel_m * weight, world->rules.feel_least_m, world->rules.feel_most_m);
}

float
sim_signature_feeling (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  if (u->speed[unit] < MOVES_MPS || u->posture[unit] == SIM_POSTURE_CAREFUL ||
      u->posture[unit] == SIM_POSTURE_HIDDEN)
    return 1;
  return u->posture[unit] == SIM_POSTURE_FAST ? world->rules.feel_fast : world->rules.feel_normal;
}

float
sim_signature_most (const SimWorld *world, SimSide side)
{
  const SimRules *rules = &world->rules;
  float posture = rules->shown_fast > 1 ? rules->shown_fast : 1, size = 0;

  for (unsigned i = 0; i < rules->n_types; i++)
    if (rules->types[i].side == side && !sim_role_flies (rules->types[i].role) &&
        rules->types[i].size > size)
      size = rules->types[i].size;
  return size * posture * shown_by_firing (world);
}

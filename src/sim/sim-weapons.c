/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who fires at what he sees: stores, readiness, aim, and the choice of what is worth a round.  */
#include "sim/sim-weapons.h"

#include "base/base-math.h"
#include "sim/sim-expect.h"
#include "sim/sim-footing.h"
#include "sim/sim-legion.h"
#include "sim/sim-pilot.h"

#define TARGET_RADIUS_M 1.4f
/* Below this much of its health a gun is out of action.  */
#define GUN_GONE 60

typedef struct {
  size_t shooter, target;
  unsigned slot;
  uint8_t weapon_index;
  const SimWeapon *weapon;
  float range;
  float sooner_m; /* the target goes on by so much in the time that it is fired at sooner */
} Shot;

/* ---- Stores -------------------------------------------------------------------------------- */

static const SimWeapon *
weapon_in (const SimWorld *world, size_t unit, unsigned slot)
{
  const uint8_t *weapons;

  sim_unit_weapons (world, unit, &weapons);
  return &world->rules.weapons[weapons[slot]];
}

/* The main gun lives on the machine's rounds, the others on their own.  */
uint32_t
sim_weapon_rounds (const SimWorld *world, size_t unit, unsigned slot)
{
  const SimWeapon *weapon = weapon_in (world, unit, slot);

  if (weapon->ammunition_use <= 0 || (slot > 0 && weapon->rounds <= 0))
    return SIM_ROUNDS_ENDLESS;
  return slot == 0 ? world->units.ammunition[unit]
                   : world->units.stores[unit * SIM_MAX_TYPE_WEAPONS + slot];
}

void
sim_weapon_spend (SimWorld *world, size_t unit, unsigned slot, unsigned fired)
{
  SimUnits *u = &world->units;
  const SimWeapon *weapon = weapon_in (world, unit, slot);
  const uint8_t *weapons;
  uint16_t *store = slot == 0 ? &u->ammunition[unit]
                              : &u->stores[unit * SIM_MAX_TYPE_WEAPONS + slot];
  float gun = (float) u->parts[unit * SIM_N_PARTS + SIM_PART_GUN] / 255;

  if (sim_weapon_rounds (world, unit, slot) != SIM_ROUNDS_ENDLESS)
    *store -= (uint16_t) weapon->ammunition_use;
  /* A gun that was struck is served more slowly.  */
  u->ready_tick[unit * SIM_MAX_TYPE_WEAPONS + slot] =
      world->tick + SIM_SECONDS (weapon->reload_s * (slot == 0 ? 1.5f - 0.5f * gun : 1));
  u->fired_tick[unit] = world->tick;
  world->shots++;
  world->needs.tick = 0;
  sim_unit_weapons (world, unit, &weapons);
  world->tallies[u->side[unit]][weapons[slot]].fired += fired;
}

void
sim_weapons_restock (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  const uint8_t *weapons;
  unsigned n = sim_unit_weapons (world, unit, &weapons);

  u->ammunition[unit] =
      (uint16_t) (u->loadout[unit] > 0 ? world->rules.loadouts[u->loadout[unit] - 1].ammunition
                                       : sim_unit_type (world, unit)->ammunition);
  for (unsigned slot = 1; slot < n; slot++)
    u->stores[unit * SIM_MAX_TYPE_WEAPONS + slot] =
        (uint16_t) world->rules.weapons[weapons[slot]].rounds;
}

bool
sim_weapon_ready (const SimWorld *world, size_t unit, unsigned slot)
{
  const SimUnits *u = &world->units;
  const SimWeapon *weapon = weapon_in (world, unit, slot);

  return u->ready_tick[unit * SIM_MAX_TYPE_WEAPONS + slot] <= world->tick &&
         (float) sim_weapon_rounds (world, unit, slot) >= weapon->ammunition_use &&
         (slot > 0 || weapon->melee > 0 || u->parts[unit * SIM_N_PARTS + SIM_PART_GUN] > GUN_GONE);
}

/* ---- Aim ----------------------------------------------------------------------------------- */

float
sim_weapon_scatter_mrad (const SimWorld *world, size_t unit, const SimWeapon *weapon)
{
  const SimUnits *u = &world->units;
  const uint8_t *parts = u->parts + unit * SIM_N_PARTS;
  float skill = 1.6f - 1.2f * u->gunnery[unit] + 0.3f * u->wounds[unit];
  float moving = u->speed[unit] > 2 ? 2.2f : 1.0f;
  float shaken = 1.0f + u->suppression[unit] / 40;
  float sight = 1.6f - 0.6f * (float) parts[SIM_PART_SENSORS] / 255;
  float bent = 1.4f - 0.4f * (float) parts[SIM_PART_GUN] / 255;

  return weapon->dispersion_mrad * skill * moving * shaken * sight * bent;
}

/* From how far he judges the shot.  */
static float
judged_range (const Shot *shot)
{
  return shot->range > shot->sooner_m ? shot->range - shot->sooner_m : 0;
}

/* Who was warned and lies in wait aims better.  */
static float
aimed_mrad (const SimWorld *world, const Shot *shot)
{
  float scatter = sim_weapon_scatter_mrad (world, shot->shooter, shot->weapon);

  return sim_expects (world, shot->shooter)
             ? scatter * sim_expect_scatter (world, shot->shooter, shot->target)
             : scatter;
}

/* The chance that one round hits a target that keeps its way, for judging whether it is worth it.  */
static float
hit_chance (const SimWorld *world, const Shot *shot)
{
  float scatter = aimed_mrad (world, shot) * 0.001f * judged_range (shot);
  float radius = TARGET_RADIUS_M * (float) base_sqrt (sim_unit_type (world, shot->target)->size);

  return 1 - (float) base_exp (-radius * radius / (2 * scatter * scatter + 0.0001f));
}

static float
muzzle_height (const SimWorld *world, size_t unit)
{
  return sim_terrain_height (world->ground, sim_unit_position (world, unit)) +
         sim_unit_eyes_m (world, unit);
}

static SimStrike
strike_from (const SimWorld *world, const Shot *shot)
{
  return (SimStrike){
    .shooter = (uint32_t) shot->shooter,
    .spotter = world->units.spotted_by[shot->target],
    .weapon = shot->weapon_index,
    .from = sim_unit_position (world, shot->shooter),
    .from_height_m = muzzle_height (world, shot->shooter),
    .range_m = shot->range,
    .steep = shot->weapon->top_attack > 0,
  };
}

/* ---- Firing -------------------------------------------------------------------------------- */

/* A blade strikes at once, and hardly ever misses.  */
static void
slash (SimWorld *world, const Shot *shot)
{
  SimStrike strike = strike_from (world, shot);
  float dodge = world->units.speed[shot->target] > 2
                    ? 1 - sim_unit_type (world, shot->target)->agility
                    : 1;

  sim_damage_suppress (world, shot->target, &strike, 1);
  if (base_random_chance (&world->randoms[SIM_RANDOM_GUNNERY],
                          0.85f * dodge * sim_legion_aim (world, shot->shooter)))
    sim_damage_strike (world, shot->target, &strike);
}

/* Aimed where the target will be if it goes on as it goes.  */
static void
shoot (SimWorld *world, const Shot *shot)
{
  const SimUnits *u = &world->units;
  SimStrike strike = strike_from (world, shot);
  SimTick flight = sim_shell_flight (shot->weapon, shot->range);
  float way = u->speed[shot->target] * (float) flight / SIM_TICKS_PER_SECOND;
  BaseVec ahead = base_vec_scale (base_direction_deg (u->heading_deg[shot->target]), way);

  sim_shell_add (world, &(SimShell){
    .lands = world->tick + flight,
    .shooter = strike.shooter,
    .target = (uint32_t) shot->target,
    .spotter = strike.spotter,
    .from = strike.from,
    .aim = base_vec_add (sim_unit_position (world, shot->target), ahead),
    .from_height_m = strike.from_height_m,
    .scatter_m = aimed_mrad (world, shot) * 0.001f * shot->range,
    .range_m = shot->range,
    .weapon = shot->weapon_index,
    .rounds = (uint8_t) shot->weapon->burst,
  });
}

static void
fire (SimWorld *world, const Shot *shot)
{
  sim_weapon_spend (world, shot->shooter, shot->slot, (unsigned) shot->weapon->burst);
  if (shot->weapon->melee > 0)
    slash (world, shot);
  else
    shoot (world, shot);
}

/* ---- What is worth it ---------------------------------------------------------------------- */

/* A shot needs a reason to hope: some penetration against some facing.  */
static bool
useful (const SimWorld *world, const Shot *shot)
{
  const SimUnitType *type = sim_unit_type (world, shot->target);
  float least = type->armour_rear_mm < type->armour_side_mm ? type->armour_rear_mm
                                                            : type->armour_side_mm;

  least = type->armour_top_mm < least ? type->armour_top_mm : least;
  return shot->weapon->penetration_mm > least * 0.9f;
}

static bool
can_fire (const SimWorld *world, const Shot *shot)
{
  return shot->weapon->indirect <= 0 && shot->weapon->trigger_m <= 0 &&
         judged_range (shot) <= shot->weapon->range_m && shot->range >= shot->weapon->minimum_range_m &&
         sim_weapon_ready (world, shot->shooter, shot->slot) && useful (world, shot);
}

/* A pilot with few rounds, or told to be careful, waits for a shot that is likely to count.  */
static bool
worth_a_round (const SimWorld *world, const Shot *shot)
{
  const SimUnits *u = &world->units;
  SimStrike strike;
  float armour;

  if (shot->shooter >= world->n_own || shot->slot > 0 || shot->weapon->ammunition_use <= 0)
    return true;
  strike = strike_from (world, shot);
  armour = sim_armour_at (sim_unit_type (world, shot->target),
                          sim_facing_struck (world, shot->target, &strike));
  if (sim_penetration_at (shot->weapon, judged_range (shot)) < armour * 0.95f)
    return shot->range < 250;
  return hit_chance (world, shot) > (u->ammunition[shot->shooter] > 12 ? 0.08f : 0.25f);
}

static void
engage (SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  uint32_t target = u->target[unit];
  const uint8_t *weapons;
  unsigned n;

  if (target == SIM_NOBODY || u->hold_fire[unit] || !sim_within (world, u->target_tick[unit], 1.5))
    return;
  n = sim_unit_weapons (world, unit, &weapons);
  for (unsigned slot = 0; slot < n && u->alive[target]; slot++) {
    Shot shot = {
      .shooter = unit,
      .target = target,
      .slot = slot,
      .weapon_index = weapons[slot],
      .weapon = &world->rules.weapons[weapons[slot]],
      .range = base_vec_distance (sim_unit_position (world, unit), sim_unit_position (world, target)),
      .sooner_m = sim_expects (world, unit) ? sim_expect_sooner_m (world, unit, target) : 0,
    };

    if (can_fire (world, &shot) && worth_a_round (world, &shot))
      fire (world, &shot);
  }
}

void
sim_weapons_step (SimWorld *world)
{
  SimUnits *u = &world->units;
  float fall = world->rules.suppression_fall_per_s / SIM_TICKS_PER_SECOND;

  sim_shells_step (world);
  for (size_t i = 0; i < world->n_units; i++) {
    if (!sim_unit_works (world, i))
      continue;
    u->suppression[i] = base_clampf (u->suppression[i] - fall, 0, 100);
    if (u->target[i] != SIM_NOBODY && !sim_unit_works (world, u->target[i]))
      u->target[i] = SIM_NOBODY;
    engage (world, i);
  }
  sim_mines_step (world);
  sim_guns_step (world);
  if (world->tick % SIM_TICKS_PER_SECOND == 9)
    sim_indirect_step (world);
}

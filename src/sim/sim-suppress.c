/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fire laid on a place.
 *
 * Who is told to suppress goes on toward the place until he has it in sight and within reach of the
 * weapon that throws most, stands, and fires burst after burst into it for suppress_s, whether he sees
 * somebody there or not.  One gun disturbs, two pin: who is pinned aims badly, sees less and goes at
 * pinned_pace unless he runs.  The rounds ask nobody whose side he is on.  */
#include "sim/sim-suppress.h"

#include "base/base-math.h"
#include "sim/sim-footing.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"
#include "sim/sim-smoke.h"
#include "sim/sim-weapons.h"

#define REACH 0.9f         /* of the weapon's range: what is at the far side is reached too */
#define KEPT_ROUNDS 10     /* of the main gun, for what he sees */
#define PLACE_HEIGHT_M 2.0f
#define TARGET_RADIUS_M 1.4f

static BaseVec
place_of (const SimWorld *world, size_t unit)
{
  return base_vec (world->units.scope_x[unit], world->units.scope_y[unit]);
}

/* ---- With what ----------------------------------------------------------------------------- */

static bool
can_spare (const SimWorld *world, size_t unit, unsigned slot, const SimWeapon *weapon)
{
  uint32_t rounds = sim_weapon_rounds (world, unit, slot);

  return rounds == SIM_ROUNDS_ENDLESS ||
         (float) rounds >= weapon->ammunition_use + (slot == 0 ? (float) KEPT_ROUNDS : 0);
}

/* The slot that throws most, -1: none.  */
static int
slot_of (const SimWorld *world, size_t unit)
{
  const uint8_t *weapons;
  unsigned n = sim_unit_weapons (world, unit, &weapons);
  int best = -1;

  for (unsigned slot = 0; slot < n; slot++) {
    const SimWeapon *weapon = &world->rules.weapons[weapons[slot]];

    if (weapon->indirect > 0 || weapon->melee > 0 || weapon->trigger_m > 0 ||
        !can_spare (world, unit, slot, weapon))
      continue;
    if (best < 0 || weapon->burst > world->rules.weapons[weapons[best]].burst)
      best = (int) slot;
  }
  return best;
}

static uint8_t
weapon_index (const SimWorld *world, size_t unit, int slot)
{
  const uint8_t *weapons;

  sim_unit_weapons (world, unit, &weapons);
  return weapons[slot];
}

bool
sim_suppress_carried (const SimWorld *world, size_t unit)
{
  return slot_of (world, unit) >= 0;
}

/* ---- The mission --------------------------------------------------------------------------- */

void
sim_suppress_begin (SimWorld *world, size_t unit, const SimCommand *command)
{
  world->units.scope_x[unit] = command->target.position.x;
  world->units.scope_y[unit] = command->target.position.y;
  world->units.work_s[unit] = 0;
}

static bool
has_in_sight (const SimWorld *world, size_t unit, BaseVec place)
{
  BaseVec at = sim_unit_position (world, unit);

  return sim_terrain_line_of_sight (world->ground, at, sim_unit_eyes_m (world, unit), place,
                                    PLACE_HEIGHT_M) &&
         !sim_smoke_hides (world, at, place);
}

static void
fire_burst (SimWorld *world, size_t unit, int slot, float range)
{
  uint8_t index = weapon_index (world, unit, slot);
  const SimWeapon *weapon = &world->rules.weapons[index];
  BaseVec at = sim_unit_position (world, unit);

  sim_weapon_spend (world, unit, (unsigned) slot, (unsigned) weapon->burst);
  sim_shell_add (world, &(SimShell){
    .lands = world->tick + sim_shell_flight (weapon, range),
    .shooter = (uint32_t) unit,
    .target = SIM_NOBODY,
    .spotter = (uint32_t) unit,
    .from = at,
    .aim = place_of (world, unit),
    .from_height_m = sim_terrain_height (world->ground, at) + sim_unit_eyes_m (world, unit),
    .range_m = range,
    .weapon = index,
    .rounds = (uint8_t) weapon->burst,
  });
}

bool
sim_suppress_decide (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec place = place_of (world, unit);
  float range = base_vec_distance (sim_unit_position (world, unit), place);
  int slot = slot_of (world, unit);

  if (slot < 0) {
    sim_pilot_give_up (world, unit, SIM_CAUSE_NO_AMMUNITION);
    return true;
  }
  if (range > REACH * world->rules.weapons[weapon_index (world, unit, slot)].range_m ||
      !has_in_sight (world, unit, place))
    return false;
  sim_move_stop (world, unit);
  if (u->speed[unit] > 0.5f)
    return true;
  if (sim_weapon_ready (world, unit, (unsigned) slot))
    fire_burst (world, unit, slot, range);
  u->work_s[unit] += 1;
  if (u->work_s[unit] >= world->rules.suppress_s)
    sim_pilot_finish (world, unit);
  return true;
}

/* ---- Where it lands ------------------------------------------------------------------------ */

/* The rounds are spread evenly over the beaten ground: a disc in a disc.  */
static void
beat (SimWorld *world, const SimShell *shell, const SimStrike *strike, uint32_t unit)
{
  const SimRules *rules = &world->rules;
  float distance = base_vec_distance (sim_unit_position (world, unit), shell->aim);
  float share = 1 - 0.7f * distance / (rules->suppress_m + 0.001f);
  float target = TARGET_RADIUS_M * TARGET_RADIUS_M * sim_unit_type (world, unit)->size;
  float chance = target / (rules->suppress_m * rules->suppress_m + 1) * (float) shell->rounds;

  sim_damage_suppress (world, unit, strike, rules->suppress_effect * share);
  if (base_random_chance (&world->randoms[SIM_RANDOM_GUNNERY], base_clampf (chance, 0, 1)))
    sim_damage_strike (world, unit, strike);
}

void
sim_suppress_land (SimWorld *world, const SimShell *shell)
{
  SimStrike strike = {
    .shooter = shell->shooter,
    .spotter = shell->spotter,
    .weapon = shell->weapon,
    .from = shell->from,
    .from_height_m = shell->from_height_m,
    .range_m = shell->range_m,
  };

  for (int side = 0; side < 2; side++) {
    SimGridWalk walk = sim_grid_walk (&world->grid, side, shell->aim, world->rules.suppress_m);
    const uint32_t *units = world->grid.units[side];
    uint32_t first, end;

    while (sim_grid_next (&walk, &first, &end))
      for (uint32_t k = first; k < end; k++)
        if (units[k] != shell->shooter && sim_unit_works (world, units[k]) &&
            !sim_role_flies (sim_unit_type (world, units[k])->role) &&
            base_vec_distance (sim_unit_position (world, units[k]), shell->aim) <=
                world->rules.suppress_m)
          beat (world, shell, &strike, units[k]);
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mines that walk: they lie still until one of ours is near, go for him in a swarm and go off
 * beside him.  A mine that has gone off is gone: no kill, no wreck.  */
#include "sim/sim-weapons.h"

#include "sim/sim-movement.h"

#define LOOK_TICKS 5
#define RUN_PAST_M 40.0f

static const SimWeapon *
charge_of (const SimWorld *world, size_t unit)
{
  return sim_unit_main_gun (world, unit);
}

/* The round itself strikes who is nearest, its splinters the rest.  */
static void
go_off (SimWorld *world, size_t unit, size_t victim)
{
  SimUnits *u = &world->units;
  const uint8_t *weapons;
  BaseVec at = sim_unit_position (world, unit);
  SimStrike strike = {
    .shooter = (uint32_t) unit,
    .spotter = (uint32_t) unit,
    .from = at,
    .range_m = base_vec_distance (at, sim_unit_position (world, victim)),
  };

  sim_unit_weapons (world, unit, &weapons);
  strike.weapon = weapons[0];
  sim_weapon_spend (world, unit, 0, 1);
  u->alive[unit] = 0;
  u->present[unit] = 0;
  u->speed[unit] = 0;
  u->moving[unit] = 0;
  sim_damage_suppress (world, victim, &strike, 1);
  sim_damage_strike (world, victim, &strike);
  sim_damage_burst (world, at, &strike);
}

/* Past him: who goes to a place stops a little before it.  */
static void
run_at (SimWorld *world, size_t unit, size_t victim, float distance)
{
  BaseVec at = sim_unit_position (world, unit), him = sim_unit_position (world, victim);
  BaseVec way = base_vec_scale (base_vec_sub (him, at), RUN_PAST_M / (distance + 0.1f));

  sim_move_to (world, unit, base_vec_add (him, way));
}

static void
hunt (SimWorld *world, size_t unit)
{
  const SimWeapon *charge = charge_of (world, unit);
  SimNear near[SIM_GRID_NEAREST];
  int n;

  if (charge == NULL || charge->trigger_m <= 0 || !sim_weapon_ready (world, unit, 0))
    return;
  n = sim_grid_nearest (&world->grid, !world->units.side[unit], sim_unit_position (world, unit),
                        charge->range_m, near);
  /* The grid is of this tick, but who fell in it is still in there.  */
  for (int i = 0; i < n; i++) {
    if (!sim_unit_works (world, near[i].unit))
      continue;
    if (near[i].distance <= charge->trigger_m)
      go_off (world, unit, near[i].unit);
    else
      run_at (world, unit, near[i].unit, near[i].distance);
    return;
  }
}

void
sim_mines_step (SimWorld *world)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *group = &world->groups[g];

    if (!group->arrived || !group->has_mines)
      continue;
    for (uint32_t i = group->first; i < group->first + group->count; i++)
      if (sim_unit_turn (world, i, LOOK_TICKS) && sim_unit_works (world, i) &&
          sim_unit_type (world, i)->role == SIM_ROLE_MINE)
        hunt (world, i);
  }
}

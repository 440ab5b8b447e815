/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Scavenger serves who halts beside it, ordered or not (sim-supply.c); so this is a drive there, a wait,
 * and the way back.  `scope_x`, `scope_y` are where he comes back to.  */
#include "sim/sim-supplied.h"

#include "base/base-math.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"
#include "sim/sim-supply-need.h"
#include "sim/sim-supply.h"

/* The nearest Scavenger that carries something, or SIM_NOBODY.  */
static uint32_t
nearest_loads (const SimWorld *world, size_t unit)
{
  BaseVec at = sim_unit_position (world, unit);
  float nearest = 1e9f;
  uint32_t found = SIM_NOBODY;

  for (uint32_t i = 0; i < world->n_own; i++) {
    float distance = base_vec_distance (at, sim_unit_position (world, i));

    if (!sim_unit_is_supply (world, i) || !world->units.alive[i] ||
        world->units.ammunition[i] == 0 || distance >= nearest)
      continue;
    nearest = distance;
    found = i;
  }
  return found;
}

void
sim_supplied_begin (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  u->scope_x[unit] = u->x[unit];
  u->scope_y[unit] = u->y[unit];
  u->served_tick[unit] = 0;
  u->mission[unit] = SIM_MISSION_RESUPPLY;
  u->stuck_tick[unit] = world->tick;
  sim_move_stop (world, unit);
}

static void
go_back (SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  BaseVec back = base_vec (u->scope_x[unit], u->scope_y[unit]);

  sim_order_unit_end (world, unit, SIM_ORDER_DONE, SIM_CAUSE_NONE);
  sim_pilot_mission (world, unit, SIM_MISSION_MOVE, &back, 1);
}

void
sim_supplied_decide (SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  uint32_t supply = nearest_loads (world, unit);
  BaseVec place;

  if (u->served_tick[unit] > 0) {
    go_back (world, unit);
    return;
  }
  if (supply == SIM_NOBODY || sim_supply_need (world, unit) < SIM_SUPPLY_WANTS) {
    sim_pilot_give_up (world, unit, supply == SIM_NOBODY ? SIM_CAUSE_NO_LOADS : SIM_CAUSE_NO_NEED);
    return;
  }
  place = sim_unit_position (world, supply);
  if (base_vec_distance (sim_unit_position (world, unit), place) > world->rules.supply_reach_m)
    sim_supply_go_to (world, unit, place);
  else
    sim_move_stop (world, unit);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invariants of a world: asked after a load (hostile bytes) and by tests after each step.  */
#include "sim/sim-minefield.h"
#include "sim/sim-smoke.h"
#include "sim/sim-state.h"
#include "sim/sim-weather.h"

#include <assert.h>

void
sim_state_rebuild (SimWorld *world)
{
  sim_world_make_grid (world);
  sim_world_list_members (world);
  sim_smoke_rebuild (world);
  world->needs.tick = 0;
  for (size_t i = 0; i < world->n_units; i++) {
    world->eyes[i].tick = 0;
    world->watches[i].arrivals = 0;
  }
  sim_weather_step (world);
  sim_minefield_rebuild (world);
}

static bool
finite_within (float value, float low, float high)
{
  return value >= low && value <= high; /* false for NaN */
}

static bool
group_sane (const SimWorld *world, size_t i)
{
  const SimUnits *u = &world->units;

  if (u->side[i] == SIM_SIDE_LEGION)
    return u->group[i] < world->n_groups;
  return u->group[i] < world->n_platoons || u->group[i] == SIM_SUPPLY_PLATOON;
}

static bool
own_index_ok (const SimWorld *world, uint32_t index)
{
  return index == SIM_NOBODY || index < world->n_own;
}

static bool
people_sane (const SimWorld *world, size_t i)
{
  const SimUnits *u = &world->units;

  return u->person[i] < SIM_N_PERSONS &&
         u->square[i] < SIM_GROUND_SQUARES * SIM_GROUND_SQUARES && own_index_ok (world, u->client[i]) &&
         own_index_ok (world, u->carrier[i]) && u->aside_order[i] <= world->n_orders &&
         finite_within (u->life_s[i], -1, 1e6f) && finite_within (u->work_s[i], 0, 1e6f) &&
         finite_within (u->scope_x[i], -1e5f, 1e5f) && finite_within (u->scope_y[i], -1e5f, 1e5f);
}

static bool
unit_sane (const SimWorld *world, size_t i)
{
  const SimUnits *u = &world->units;
  float east = (float) world->ground->columns * world->ground->cell_m;
  float north = (float) world->ground->rows * world->ground->cell_m;

  return finite_within (u->x[i], 0, east) && finite_within (u->y[i], 0, north) &&
         finite_within (u->heading_deg[i], 0, 360) && finite_within (u->speed[i], 0, 100) &&
         finite_within (u->goal_x[i], -1e5f, 1e5f) && finite_within (u->goal_y[i], -1e5f, 1e5f) &&
         finite_within (u->suppression[i], 0, 100) && finite_within (u->stress[i], 0, 100) &&
         finite_within (u->energy[i], 0, 1e6f) && sim_unit_index_ok (world, u->target[i]) &&
         sim_unit_index_ok (world, u->harmed_by[i]) && u->type[i] < world->rules.n_types &&
         u->side[i] <= SIM_SIDE_LEGION && u->order[i] <= world->n_orders &&
         u->pending_order[i] <= world->n_orders && u->n_way[i] <= SIM_MAX_WAYPOINTS &&
         finite_within (u->leg_x[i], -1e5f, 1e5f) && finite_within (u->leg_y[i], -1e5f, 1e5f) &&
         finite_within (u->roof_m[i], 0, 100) &&
         u->way[i] <= u->n_way[i] && u->mission[i] < SIM_N_MISSIONS &&
         sim_unit_index_ok (world, u->spotted_by[i]) && u->loadout[i] <= world->rules.n_loadouts &&
         u->wreck[i] <= SIM_WRECK_TAKEN && group_sane (world, i) && people_sane (world, i);
}

static bool
heard_sane (const SimWorld *world, const SimPlatoon *platoon)
{
  for (int i = 0; i < SIM_MAX_HEARD; i++)
    if (platoon->heard[i].type != SIM_TYPE_UNKNOWN &&
        platoon->heard[i].type >= world->rules.n_types)
      return false;
  return true;
}

static bool
smoke_sane (const SimWorld *world)
{
  for (uint32_t i = 0; i < world->n_smokes; i++) {
    const SimSmoke *smoke = &world->smokes[i];

    if (!finite_within (smoke->position.x, -1e6f, 1e6f) ||
        !finite_within (smoke->position.y, -1e6f, 1e6f) ||
        !finite_within (smoke->radius_m, 0, 1e4f) || smoke->began > world->tick ||
        smoke->ends < smoke->began)
      return false;
  }
  for (uint32_t i = 0; i < world->n_fires; i++)
    if (!finite_within (world->fires[i].position.x, -1e6f, 1e6f) ||
        !finite_within (world->fires[i].position.y, -1e6f, 1e6f))
      return false;
  return world->kills_burnt <= world->n_kills && world->weather < SIM_N_WEATHERS && world->weather_before < SIM_N_WEATHERS &&
         world->weather_tick <= world->tick;
}

static bool
order_sane (const SimOrder *order)
{
  return order->command.verb < SIM_N_VERBS && order->command.posture < SIM_N_POSTURES &&
         order->command.timing < SIM_N_TIMINGS && order->command.topic < SIM_N_TOPICS &&
         sim_setting_fits (order->command.verb, order->command.setting) &&
         order->command.n_addressees <= SIM_MAX_ADDRESSEES && order->command.n_via <= SIM_MAX_VIA;
}

static bool
link_sane (const SimWorld *world)
{
  const SimLink *link = &world->link;

  for (int i = 0; i <= SIM_MAX_QUEUE; i++) {
    const SimUtterance *utterance = i < SIM_MAX_QUEUE ? &link->queue[i] : &link->now;

    if (!sim_unit_index_ok (world, utterance->unit) || utterance->order > world->n_orders ||
        utterance->air_class >= SIM_N_AIR_CLASSES)
      return false;
  }
  return link->next_subject < SIM_MAX_SUBJECTS && finite_within (link->strain, 0, 100);
}

static bool
sensing_sane (const SimWorld *world)
{
  if (world->n_clouds > SIM_MAX_CLOUDS || world->hearing.n_voices > SIM_MAX_GROUPS ||
      (world->hearing.unit != SIM_NOBODY && world->hearing.unit >= world->n_own))
    return false;
  for (uint32_t i = 0; i < world->n_clouds; i++) {
    const SimCloud *cloud = &world->clouds[i];

    if (cloud->unit >= world->n_units || !finite_within (cloud->strength, 0, 1) ||
        !finite_within (cloud->speed_mps, 0, 100) || !finite_within (cloud->heading_deg, 0, 360) ||
        !finite_within (cloud->wander_deg, -180, 180))
      return false;
  }
  return true;
}

static bool
shell_sane (const SimWorld *world, const SimShell *shell)
{
  return sim_unit_index_ok (world, shell->shooter) && sim_unit_index_ok (world, shell->spotter) &&
         sim_unit_index_ok (world, shell->target) && shell->weapon < world->rules.n_weapons &&
         (shell->shooter != SIM_NOBODY ||
          world->rules.weapons[shell->weapon].indirect > 0) &&
         finite_within (shell->scatter_m, 0, 1e5f) && finite_within (shell->range_m, 0, 1e6f) &&
         finite_within (shell->aim.x, -1e6f, 1e6f) && finite_within (shell->aim.y, -1e6f, 1e6f) &&
         finite_within (shell->from.x, -1e6f, 1e6f) && finite_within (shell->from.y, -1e6f, 1e6f);
}

static bool
weapons_sane (const SimWorld *world)
{
  for (uint32_t i = 0; i < world->n_shells; i++)
    if (!shell_sane (world, &world->shells[i]))
      return false;
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimBattery *battery = &world->batteries[g];

    if (!sim_unit_index_ok (world, battery->spotter) || !sim_unit_index_ok (world, battery->target) ||
        (battery->target != SIM_NOBODY && battery->spotter == SIM_NOBODY))
      return false;
  }
  for (int i = 0; i < SIM_MAX_WALL_FIRES; i++)
    if (world->wall_fires[i].order > world->n_orders)
      return false;
  for (uint32_t k = 0; k < world->n_kills; k++)
    if (world->kills[k].victim >= world->n_units || !sim_unit_index_ok (world, world->kills[k].killer))
      return false;
  return true;
}

bool
sim_state_sane (const SimWorld *world)
{
  for (size_t i = 0; i < world->n_units; i++)
    if (!unit_sane (world, i))
      return false;
  for (uint32_t i = 0; i < world->n_orders; i++)
    if (!order_sane (&world->orders[i]))
      return false;
  for (size_t p = 0; p < world->n_platoons; p++)
    if (!sim_unit_index_ok (world, world->platoons[p].leader) ||
        !heard_sane (world, &world->platoons[p]))
      return false;
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *group = &world->groups[g];

    if (group->first + (uint64_t) group->count > world->n_units ||
        group->way > group->def.n_route || group->def.n_route > SIM_MAX_ROUTE)
      return false;
  }
  return link_sane (world) && sensing_sane (world) && weapons_sane (world) &&
         sim_legion_sane (world) && smoke_sane (world);
}

void
sim_world_validate (const SimWorld *world)
{
  assert (sim_state_bounded (world) && sim_state_sane (world));
}

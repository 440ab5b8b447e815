/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Definitions at their defaults.  */
#include "sim/sim-def.h"

#include "sim/sim-cookie.h"

#include <string.h>

SimRules
sim_rules_default (void)
{
  return (SimRules){
    .cookie = SIM_RULES_COOKIE,
#define X(field, value, low, high, what) .field = (float) (value),
    SIM_RULE_NUMBER_LIST (X)
#undef X
  };
}

SimUnitType
sim_unit_type_default (void)
{
  return (SimUnitType){
#define X(field, value, low, high, what) .field = (float) (value),
    SIM_TYPE_NUMBER_LIST (X)
#undef X
  };
}

SimWeapon
sim_weapon_default (void)
{
  return (SimWeapon){
#define X(field, value, low, high, what) .field = (float) (value),
    SIM_WEAPON_NUMBER_LIST (X)
#undef X
  };
}

int
sim_rules_find_type (const SimRules *rules, const char *id)
{
  for (int i = 0; i < rules->n_types; i++)
    if (strcmp (rules->types[i].id, id) == 0)
      return i;
  return -1;
}

int
sim_rules_find_weapon (const SimRules *rules, const char *id)
{
  for (int i = 0; i < rules->n_weapons; i++)
    if (strcmp (rules->weapons[i].id, id) == 0)
      return i;
  return -1;
}

SimTerrainDef
sim_terrain_def_default (void)
{
  return (SimTerrainDef){
    .cookie = SIM_TERRAIN_COOKIE,
    .width_m = 12000,
    .height_m = 10000,
    .cell_m = 50,
    .seed = 1,
    .relief_m = 120,
    .roughness = 0.4f,
    .woods = 0.2f,
  };
}

SimWorldDef
sim_world_def_default (void)
{
  return (SimWorldDef){
    .cookie = SIM_WORLD_COOKIE,
    .terrain = sim_terrain_def_default (),
    .duration = SIM_SECONDS (1800),
    .start_hour = 12,
    .weather = SIM_WEATHER_CLEAR,
    .difficulty = SIM_DIFFICULTY_STANDARD,
    .wind_from_deg = 270,
    .wind_mps = 2.5f,
  };
}

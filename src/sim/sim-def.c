/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Definitions at their defaults.  */
#include "sim/sim-def.h"

#include "sim/sim-cookie.h"

#include <string.h>

SimPatternRule
sim_pattern_rule_default (SimPattern pattern)
{
  SimPatternRule rule = {
#define X(field, value, low, high, what) .field = (float) (value),
    SIM_PATTERN_NUMBER_LIST (X)
#undef X
  };
  /* Delay, distance, and what else differs (design: play, "Legion patterns").  */
  static const float delays[SIM_N_PATTERNS][4] = {
    [SIM_PATTERN_FEELER] = {240, 480, 1000, 1200},  [SIM_PATTERN_HOOK] = {90, 150, 700, 1400},
    [SIM_PATTERN_ANVIL] = {90, 180, 800, 1200},     [SIM_PATTERN_GUN_LINE] = {25, 25, 1000, 1500},
    [SIM_PATTERN_CLOSED_DOOR] = {0, 0, 300, 600},   [SIM_PATTERN_BAIT] = {60, 300, 300, 600},
    [SIM_PATTERN_BREATH] = {40, 60, 0, 0},          [SIM_PATTERN_GLEANERS] = {300, 600, 0, 1500},
  };

  rule.delay_least_s = delays[pattern][0];
  rule.delay_most_s = delays[pattern][1];
  rule.distance_least_m = delays[pattern][2];
  rule.distance_most_m = delays[pattern][3];
  return rule;
}

SimRules
sim_rules_default (void)
{
  SimRules rules = {
    .cookie = SIM_RULES_COOKIE,
#define X(field, value, low, high, what) .field = (float) (value),
    SIM_RULE_NUMBER_LIST (X)
#undef X
  };

  for (unsigned pattern = 0; pattern < SIM_N_PATTERNS; pattern++)
    rules.patterns[pattern] = sim_pattern_rule_default ((SimPattern) pattern);
  return rules;
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

SimLoadout
sim_loadout_default (void)
{
  return (SimLoadout){
#define X(field, value, low, high, what) .field = (float) (value),
    SIM_LOADOUT_NUMBER_LIST (X)
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

int
sim_rules_find_loadout (const SimRules *rules, const char *id)
{
  for (int i = 0; i < rules->n_loadouts; i++)
    if (strcmp (rules->loadouts[i].id, id) == 0)
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
    .wall_grant = -1,
  };
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be known of a battle before it begins.  */
#include "scenario/scenario-truth.h"

const char *
scenario_battle_get_id (const ScenarioBattle *battle)
{
  return battle->id;
}

const char *
scenario_battle_get_title (const ScenarioBattle *battle)
{
  return battle->title;
}

const char *
scenario_battle_get_briefing (const ScenarioBattle *battle)
{
  return battle->briefing;
}

GDateTime *
scenario_battle_get_start (const ScenarioBattle *battle)
{
  return battle->start_time;
}

SimTick
scenario_battle_get_duration (const ScenarioBattle *battle)
{
  return battle->world.duration;
}

guint64
scenario_battle_get_seed (const ScenarioBattle *battle)
{
  return battle->seed;
}

gboolean
scenario_battle_is_training (const ScenarioBattle *battle)
{
  return battle->training;
}

double
scenario_battle_get_telemetry_s (const ScenarioBattle *battle)
{
  return battle->rules.telemetry_s;
}

void
scenario_battle_get_size (const ScenarioBattle *battle, float *width_m, float *height_m)
{
  *width_m = battle->world.terrain.width_m;
  *height_m = battle->world.terrain.height_m;
}

guint
scenario_battle_n_members (const ScenarioBattle *battle)
{
  return battle->squadron->len;
}

const ScenarioMember *
scenario_battle_get_member (const ScenarioBattle *battle, guint index)
{
  g_return_val_if_fail (index < battle->squadron->len, NULL);

  return &g_array_index (battle->squadron, ScenarioMember, index);
}

guint
scenario_battle_n_objectives (const ScenarioBattle *battle)
{
  return battle->objectives->len;
}

const ScenarioObjective *
scenario_battle_get_objective (const ScenarioBattle *battle, guint index)
{
  g_return_val_if_fail (index < battle->objectives->len, NULL);

  return &g_array_index (battle->objectives, ScenarioObjective, index);
}

guint
scenario_battle_n_known (const ScenarioBattle *battle)
{
  return battle->known->len;
}

const ScenarioKnown *
scenario_battle_get_known (const ScenarioBattle *battle, guint index)
{
  g_return_val_if_fail (index < battle->known->len, NULL);

  return &g_array_index (battle->known, ScenarioKnown, index);
}

const OrderTypeName *
scenario_battle_get_type_name (const ScenarioBattle *battle, SimTypeIndex type)
{
  return type < battle->types->len ? &g_array_index (battle->types, OrderTypeName, type) : NULL;
}

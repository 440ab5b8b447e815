/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/scenario-truth.h"

#include "base/base-random.h"

/* Purpose number of the generator that picks a plan.  */
#define PLAN_PURPOSE 0x706c616e /* "plan" */

guint
scenario_battle_plan (const ScenarioBattle *battle, guint64 seed)
{
  BaseRandom random;

  base_random_init (&random, seed, PLAN_PURPOSE);
  return base_random_below (&random, battle->plans->len);
}

SimWorldDef
scenario_battle_world_def (const ScenarioBattle *battle, guint64 seed, SimDifficulty difficulty)
{
  SimWorldDef world = battle->world;
  const ScenarioPlan *plan =
      g_ptr_array_index (battle->plans, scenario_battle_plan (battle, seed));

  world.groups = (const SimGroupDef *) plan->groups->data;
  world.n_groups = plan->groups->len;
  world.seed = seed;
  world.difficulty = (uint8_t) difficulty;
  return world;
}

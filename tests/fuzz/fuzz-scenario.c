/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scenario file; one that is accepted must make a battle that steps.  */
#include "fuzz.h"

#include "engine/engine-core.h"
#include "sim/sim.h"

/* Only small grounds are made: the time is for the reader.  */
#define CELLS_MOST 40000.0f
#define TICKS 25

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_begin ();
  return 0;
}

static void
play (ScenarioBattle *scenario)
{
  const SimTerrainDef *terrain = &scenario->world.terrain;
  EngineCoreOptions options = {scenario->seed, SIM_DIFFICULTY_STANDARD, STAFF_GOOD};
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineCore) core = NULL;

  if (terrain->width_m / terrain->cell_m * terrain->height_m / terrain->cell_m > CELLS_MOST)
    return;
  core = engine_core_new (scenario, &options, &error);
  if (core == NULL)
    return; /* too many machines for one handler */
  sim_world_validate (engine_core_world (core));
  engine_core_run (core, TICKS);
  sim_world_validate (engine_core_world (core));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *path = fuzz_file (data, size);
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL, why = NULL;
  gboolean valid = scenario_validate_file (path, problems, &error);
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load (path, &why);

  g_assert_no_error (error);
  g_assert_true (valid == !scenario_problems_fatal (problems));
  /* A file of another format may be valid and is no battle.  */
  g_assert_true ((scenario == NULL) == (why != NULL));
  if (scenario == NULL)
    return 0;
  g_assert_true (valid);
  play (scenario);
  return 0;
}

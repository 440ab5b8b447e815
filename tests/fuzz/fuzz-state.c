/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of a state, as a save holds them: the first says of what (world, picture, staff officer).
 * They are refused, or the battle goes on from there and holds together.  In a fuzzing build seals
 * are not compared.  */
#include "fuzz.h"

#include "engine/engine-core-private.h"
#include "sim/sim.h"

#define TICKS 40

static EngineCore *core;
static EngineCore *spare; /* as it was, to come back to */

static EngineCore *
make (ScenarioBattle *scenario)
{
  EngineCoreOptions options = {1, SIM_DIFFICULTY_STANDARD, STAFF_GOOD};
  g_autoptr (GError) error = NULL;
  EngineCore *made = engine_core_new (scenario, &options, &error);

  g_assert_no_error (error);
  engine_core_run (made, SIM_SECONDS (60));
  return made;
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);

  g_assert_no_error (error);
  core = make (scenario);
  spare = make (scenario);
  fuzz_begin ();
  return 0;
}

#define COPY(save, load, part)                                                                    \
  G_STMT_START                                                                                    \
  {                                                                                               \
    size_t length = save (spare->part, NULL, 0);                                                  \
    g_autofree uint8_t *bytes = g_malloc (length);                                                \
                                                                                                  \
    save (spare->part, bytes, length);                                                            \
    g_assert_true (load (core->part, bytes, length));                                             \
  }                                                                                               \
  G_STMT_END

static void
restore (void)
{
  COPY (sim_world_save, sim_world_load, world);
  COPY (picture_save, picture_load, picture);
  COPY (staff_save, staff_load, staff);
  g_array_set_size (core->replay->commands, 0);
  g_array_set_size (core->replay->hashes, 0);
  g_array_set_size (core->waiting, 0);
  g_array_set_size (core->heard, 0);
  g_array_set_size (core->notes, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  bool taken;

  if (size == 0)
    return 0;
  switch (data[0] % 3) {
  case 0:
    taken = sim_world_load (core->world, data + 1, size - 1);
    break;
  case 1:
    taken = picture_load (core->picture, data + 1, size - 1);
    break;
  default:
    taken = staff_load (core->staff, data + 1, size - 1);
  }
  if (!taken)
    return 0;
  sim_world_validate (core->world);
  for (int i = 0; i < TICKS; i++)
    engine_core_step (core);
  sim_world_validate (core->world);
  restore ();
  return 0;
}

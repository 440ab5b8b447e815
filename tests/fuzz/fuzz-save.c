/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A save file: refused, or a battle that goes on from there and can be told about.  In a fuzzing
 * build its checksums, seals and hashes are not compared.  */
#include "fuzz.h"

#include "engine/engine-core-private.h"
#include "engine/engine-save-private.h"

#define TICKS 30

static ScenarioBattle *scenario;
static OrderBook *book;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  scenario = scenario_battle_load ("training", &error);
  g_assert_no_error (error);
  book = scenario_battle_book (scenario, "en", &error);
  g_assert_no_error (error);
  fuzz_begin ();
  return 0;
}

/* The captions of what was said before.  */
static void
recall (EngineCore *core)
{
  g_autoptr (EngineComms) comms = engine_comms_new (scenario, book);

  engine_comms_recall (comms, core->kept, core->notices);
}

static void
tell (EngineCore *core)
{
  g_autoptr (EngineAftermath) aftermath = engine_core_make_aftermath (core);
  EngineResult result = {0};

  engine_result_init (&result, aftermath, scenario, book);
  engine_result_clear (&result);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioSave) save = scenario_save_load (fuzz_file (data, size), &error);
  g_autoptr (EngineCore) core = NULL;

  g_assert_true ((save == NULL) == (error != NULL));
  if (save == NULL)
    return 0;
  core = engine_save_resume (save, scenario, &error);
  g_assert_true ((core == NULL) == (error != NULL));
  if (core == NULL)
    return 0;
  sim_world_validate (engine_core_world (core));
  recall (core);
  for (int i = 0; i < TICKS; i++)
    engine_core_step (core);
  sim_world_validate (engine_core_world (core));
  tell (core);
  return 0;
}

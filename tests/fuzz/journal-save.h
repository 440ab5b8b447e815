/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The save that the journals of the fuzzing target go on from.  */
#pragma once

#include "engine/engine-save-private.h"

static inline ScenarioSave *
journal_save_new (void)
{
  EngineCoreOptions options = {1, SIM_DIFFICULTY_STANDARD, STAFF_BASIC};
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);
  g_autoptr (EngineCore) core = NULL;
  ScenarioSave *save;

  g_assert_no_error (error);
  core = engine_core_new (scenario, &options, &error);
  g_assert_no_error (error);
  engine_core_run (core, 200);
  save = engine_save_take (core);
  save->log->session = (ScenarioSession){.begun_us = 4711, .number = 1, .speed = 1};
  return save;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A replay file: read, written again as it was, and played a little where it is of this battle.  In a
 * fuzzing build its checksums are not compared.  */
#include "fuzz.h"

#include "engine/engine-replayer.h"

#define TICKS 60

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_begin ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioReplay) replay = scenario_replay_load (fuzz_file (data, size), &error);
  g_autoptr (EngineReplayer) replayer = NULL;
  g_autoptr (EngineMoment) moment = NULL;

  g_assert_true ((replay == NULL) == (error != NULL));
  /* A battle that lies in any file would be read from there.  */
  if (replay == NULL || g_strcmp0 (replay->scenario, "training") != 0)
    return 0;
  replayer = engine_replayer_new (replay, &error);
  g_assert_true ((replayer == NULL) == (error != NULL));
  if (replayer == NULL)
    return 0;
  for (guint i = 0; i < replay->commands->len; i++) /* all in the first seconds */
    g_array_index (replay->commands, ScenarioReplayCommand, i).tick = i;
  engine_replayer_seek (replayer, TICKS);
  moment = engine_replayer_take_moment (replayer);
  return 0;
}

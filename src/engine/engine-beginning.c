/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What takes long of a new battle: the ground, and all that is set up on it.  */
#include "engine/engine-beginning-private.h"

void
engine_beginning_free (EngineBeginning *beginning)
{
  if (beginning == NULL)
    return;
  g_clear_pointer (&beginning->core, engine_core_free);
  g_clear_pointer (&beginning->sheet, picture_sheet_free);
  g_free (beginning);
}

EngineBeginning *
engine_beginning_new (ScenarioBattle *scenario, const EngineOptions *options, GError **error)
{
  EngineBeginning *beginning;
  EngineCoreOptions core_options;
  EngineCore *core;

  g_return_val_if_fail (scenario != NULL && options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  core_options = (EngineCoreOptions){options->seed, options->difficulty, options->staff, 0};
  core = engine_core_new (scenario, &core_options, error);
  if (core == NULL)
    return NULL;
  beginning = g_new0 (EngineBeginning, 1);
  beginning->core = core;
  beginning->sheet = engine_core_make_sheet (core);
  return beginning;
}

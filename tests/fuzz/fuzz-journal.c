/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal beside a save: what of it is sound is followed, or the save alone is gone on with.  In a fuzzing
 * build its seals are not compared.  */
#include "fuzz.h"
#include "journal-save.h"

#include "engine/engine-resume-private.h"

#include <glib/gstdio.h>
#include <unistd.h>

static char *save_path;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("handler-one-fuzz-XXXXXX", &error);
  g_autofree char *journal_path = NULL;
  g_autoptr (ScenarioSave) save = journal_save_new ();

  g_assert_no_error (error);
  save_path = g_build_filename (folder, "a.h1save", NULL);
  journal_path = g_build_filename (folder, "a.h1journal", NULL);
  scenario_save_write (save, save_path, &error);
  g_assert_no_error (error);
  g_assert (symlink (fuzz_file ((const uint8_t *) "", 0), journal_path) == 0);
  fuzz_begin ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineResume) resume = NULL;
  g_autoptr (EngineCore) core = NULL;

  fuzz_file (data, size);
  resume = engine_resume_load (save_path, FALSE, &error);
  g_assert_no_error (error); /* whatever the journal says */
  core = engine_resume_take_core (resume);
  sim_world_validate (engine_core_world (core));
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of kills and faults run.
 *
 *   keep-battle play FOLDER SECONDS   plays the training battle, kept in FOLDER, with an order again and
 *                                     again, and says so ("given 7"); what the keeper tells: "failed …"
 *   keep-battle once FOLDER           keeps the next autosave with its journal, as often as it has to, with
 *                                     nothing else on the system's calls behind a call of its own that
 *                                     marks where it begins
 *   keep-battle look FOLDER           what can be gone on with: "tick 240", "order 7", "damaged …"; a battle
 *                                     that is not the one that was played is a failure  */
#include "engine/engine-core-private.h"
#include "engine/engine-keeper-disk.h"
#include "engine/engine-resume-private.h"
#include "engine/engine-run.h"
#include "engine/engine-save-private.h"
#include "scenario/scenario-kept.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MARK "/handler-one-begins-here"

static ScenarioBattle *
load_training (void)
{
  g_autoptr (GError) error = NULL;
  ScenarioBattle *scenario = scenario_battle_load ("training", &error);

  g_assert_no_error (error);
  return scenario;
}

/* ---- play ---------------------------------------------------------------------------------- */

static void
failed_cb (EngineKeeper *keeper, const char *message)
{
  printf ("failed %s\n", message);
}

static gboolean
order_cb (gpointer data)
{
  static guint turn;
  SimCommand command = {.verb = turn++ % 2 ? SIM_VERB_HOLD : SIM_VERB_REPORT, .n_addressees = 1, .facing_deg = -1};

  command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_PLATOON, turn % 2};
  printf ("given %u\n", engine_battle_give_order (data, &command));
  if (turn % 25 == 0)
    engine_battle_set_paused (data, TRUE); /* an autosave */
  engine_battle_set_paused (data, FALSE);
  return G_SOURCE_CONTINUE;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static int
play (const char *folder, double seconds)
{
  g_autoptr (ScenarioBattle) scenario = load_training ();
  g_autoptr (EngineKeeper) keeper = engine_keeper_new (folder, folder);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  EngineOptions options = {.staff = STAFF_BASIC, .language = "en", .keeper = keeper};
  g_autoptr (EngineBattle) battle = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (keeper, "failed", G_CALLBACK (failed_cb), NULL);
  battle = engine_battle_new (scenario, &options, &error);
  g_assert_no_error (error);
  engine_battle_set_speed (battle, 10);
  g_timeout_add (40, order_cb, battle);
  g_timeout_add ((guint) (seconds * 1000), quit_cb, loop);
  g_main_loop_run (loop);
  engine_battle_shutdown (battle);
  engine_keeper_close (keeper);
  return 0;
}

/* ---- once ---------------------------------------------------------------------------------- */

static EngineParcel *
next_autosave (ScenarioBattle *scenario)
{
  EngineCoreOptions options = {.seed = 1, .difficulty = SIM_DIFFICULTY_STANDARD};
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineCore) core = engine_core_new (scenario, &options, &error);
  EngineParcel *parcel = g_new0 (EngineParcel, 1);

  g_assert_no_error (error);
  engine_core_run (core, 77);
  parcel->kind = ENGINE_PARCEL_AUTOSAVE;
  parcel->begun_us = 4711;
  parcel->save = engine_save_take (core);
  parcel->save->log->session = (ScenarioSession){.begun_us = 4711, .speed = 1};
  return parcel;
}

static EngineParcel *
next_entries (void)
{
  EngineParcel *parcel = g_new0 (EngineParcel, 1);
  ScenarioJournalEntry entry = {.kind = SCENARIO_JOURNAL_CLOCK, .tick = 77, .speed = 5};

  parcel->kind = ENGINE_PARCEL_ENTRIES;
  parcel->begun_us = 4711;
  parcel->entries = scenario_journal_entries_new ();
  g_array_append_val (parcel->entries, entry);
  return parcel;
}

static int
once (const char *folder)
{
  g_autoptr (ScenarioBattle) scenario = load_training ();
  g_autoptr (EngineBox) told = engine_box_new (NULL, (GDestroyNotify) engine_tidings_free);
  EngineDisk *disk = engine_disk_new (folder, folder, told);
  EngineParcel *parcels[] = {next_autosave (scenario), next_entries ()};
  EngineTidings *tidings;

  if (access (MARK, F_OK) == 0)
    return 2;
  engine_disk_open (disk);
  for (guint i = 0; i < G_N_ELEMENTS (parcels); i++)
    engine_disk_take (disk, parcels[i]);
  engine_disk_close (disk);
  while ((tidings = engine_box_take (told, 0, NULL)) != NULL) {
    if (tidings->kind == ENGINE_TIDINGS_FAILED)
      printf ("failed %s\n", tidings->text);
    engine_tidings_free (tidings);
  }
  for (guint i = 0; i < G_N_ELEMENTS (parcels); i++)
    engine_parcel_free (parcels[i]);
  engine_disk_free (disk);
  return 0;
}

/* ---- look ---------------------------------------------------------------------------------- */

/* The whole battle anew from its log leads to the same hashes.  */
static void
verify (EngineResume *resume)
{
  EngineCore *core = engine_resume_take_core (resume);
  g_autoptr (ScenarioReplay) replay = engine_core_dup_replay (core);
  g_autoptr (GError) error = NULL;

  printf ("tick %u\n", replay->end);
  for (guint i = 0; i < replay->commands->len; i++)
    printf ("order %u\n", g_array_index (replay->commands, ScenarioReplayCommand, i).command.id);
  for (guint i = 0; i < core->waiting->len; i++)
    printf ("order %u\n", g_array_index (core->waiting, SimCommand, i).id);
  if (replay->end > 0)
    engine_replay_verify (replay, &error);
  g_assert_no_error (error);
  engine_core_free (core);
}

static int
look (const char *folder)
{
  g_autoptr (ScenarioOffer) offer = NULL;
  g_autoptr (EngineResume) resume = NULL;
  g_autoptr (GError) error = NULL;

  scenario_ring_sweep (folder);
  offer = scenario_offer_find (folder, 0);
  for (guint i = 0; i < offer->problems->len; i++)
    printf ("damaged %s\n", (const char *) g_ptr_array_index (offer->problems, i));
  if (offer->path == NULL) {
    printf ("nothing\n");
    return 0;
  }
  resume = engine_resume_load (offer->path, TRUE, &error);
  g_assert_no_error (error);
  if (engine_resume_get_problem (resume) != NULL)
    printf ("damaged %s\n", engine_resume_get_problem (resume));
  verify (resume);
  return 0;
}

int
main (int argc, char **argv)
{
  setvbuf (stdout, NULL, _IOLBF, 0);
  if (argc == 4 && strcmp (argv[1], "play") == 0)
    return play (argv[2], g_ascii_strtod (argv[3], NULL));
  if (argc == 3 && strcmp (argv[1], "once") == 0)
    return once (argv[2]);
  if (argc == 3 && strcmp (argv[1], "look") == 0)
    return look (argv[2]);
  return 2;
}

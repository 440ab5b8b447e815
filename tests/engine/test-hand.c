/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What she does to her picture by hand, in a battle: at once, in the log beside orders, and the same again
 * from a replay, a save and a fork.  */
#include "engine/engine-core-private.h"
#include "engine/engine-fork.h"
#include "engine/engine-player.h"
#include "engine/engine-run.h"
#include "engine/engine-save-private.h"

#include <glib/gstdio.h>
#include <string.h>

static ScenarioOrder *
say_at (double seconds, const char *say)
{
  ScenarioOrder *order = g_new0 (ScenarioOrder, 1);

  order->at = SIM_SECONDS (seconds);
  order->say = g_strdup (say);
  return order;
}

/* The briefing's contact is T01, what is sighted T02 and on.  Moments of hashes (50 s) and others.  */
static GPtrArray *
handiwork (void)
{
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_order_free);

  g_ptr_array_add (orders, say_at (0, "name track 1 hammer"));
  g_ptr_array_add (orders, say_at (10, "mark point D03-5 as orchard"));
  g_ptr_array_add (orders, say_at (20, "split hammer"));
  g_ptr_array_add (orders, say_at (50, "Heron, scout orchard"));
  g_ptr_array_add (orders, say_at (61.3, "undo"));
  g_ptr_array_add (orders, say_at (80, "Second Platoon, attack hammer"));
  g_ptr_array_add (orders, say_at (100, "merge hammer and track 9999"));
  return orders;
}

static EngineRun *
play (ScenarioBattle *scenario, GPtrArray *orders)
{
  EngineRunOptions options = engine_run_options_default (scenario);
  g_autoptr (GError) error = NULL;
  EngineRun *run;

  options.orders = orders;
  options.want_replay = TRUE;
  run = engine_run (scenario, &options, &error);
  g_assert_no_error (error);
  return run;
}

static guint
count_edits (const ScenarioReplay *replay)
{
  guint n = 0;

  for (guint i = 0; i < replay->commands->len; i++)
    n += g_array_index (replay->commands, ScenarioReplayCommand, i).is_edit != 0;
  return n;
}

/* Through a file and back it is the same battle, tick by tick.  */
static void
test_replay (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  g_autoptr (GPtrArray) orders = handiwork ();
  g_autoptr (EngineRun) run = play (scenario, orders), plain = play (scenario, NULL);
  g_autofree char *folder = g_dir_make_tmp ("handler-one-hand-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "hand.h1replay", NULL);
  g_autoptr (ScenarioReplay) read = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < run->problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (run->problems, i));
  g_assert_cmpuint (run->problems->len, ==, 1); /* there is no T9999 */
  g_assert_cmpuint (count_edits (run->replay), ==, 4);
  g_assert_cmpuint (run->replay->commands->len, ==, 6);
  g_assert_cmphex (run->result.picture_hash, !=, plain->result.picture_hash);
  g_assert_true (scenario_replay_save (run->replay, path, &error));
  read = scenario_replay_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_edits (read), ==, 4);
  g_assert_true (engine_replay_verify (read, &error));
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
}

/* A replay that forgets one is not the same.  */
static void
test_replay_differs (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  g_autoptr (GPtrArray) orders = handiwork ();
  g_autoptr (EngineRun) run = play (scenario, orders);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_array_index (run->replay->commands, ScenarioReplayCommand, 0).is_edit);
  g_array_remove_index (run->replay->commands, 0);
  g_assert_false (engine_replay_verify (run->replay, &error));
  g_assert_error (error, ENGINE_ERROR, ENGINE_ERROR_DIFFERS);
}

/* She merges, and not a shot falls otherwise: the world does not know.  */
static void
test_world_does_not_know (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  g_autoptr (GPtrArray) orders =
      g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_order_free);
  g_autoptr (EngineRun) run = NULL, plain = play (scenario, NULL);

  g_ptr_array_add (orders, say_at (30, "name track 1 hammer"));
  g_ptr_array_add (orders, say_at (40, "split hammer"));
  run = play (scenario, orders);
  g_assert_cmpuint (count_edits (run->replay), ==, 2);
  g_assert_cmphex (run->result.hash, ==, plain->result.hash);
  g_assert_cmphex (run->result.picture_hash, !=, plain->result.picture_hash);
}

/* Saved at the very tick of an edit, with and without hashes noted there, and gone on from.  */
static void
test_save (void)
{
  const double moments[] = {20, 20.4};
  const PictureEdit edit = {.kind = PICTURE_EDIT_NAME, .track = 1, .name = "hammer"};
  const PictureEdit undo = {.kind = PICTURE_EDIT_UNDO};

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++) {
    g_autoptr (ScenarioBattle) scenario = player_load_training ();
    EngineCoreOptions options = {1, SIM_DIFFICULTY_STANDARD, STAFF_NONE, 0};
    g_autoptr (EngineCore) core = engine_core_new (scenario, &options, NULL), resumed = NULL;
    g_autoptr (ScenarioSave) save = NULL;
    g_autoptr (ScenarioReplay) replay = NULL;
    g_autoptr (GError) error = NULL;

    engine_core_run (core, SIM_SECONDS (moments[i]));
    g_assert_true (engine_core_edit (core, &edit));
    save = engine_save_take (core);
    resumed = engine_save_resume (save, scenario, &error);
    g_assert_no_error (error);
    engine_core_run (core, SIM_SECONDS (60));
    engine_core_run (resumed, SIM_SECONDS (60));
    g_assert_true (engine_core_edit (core, &undo));
    g_assert_true (engine_core_edit (resumed, &undo));
    g_assert_cmphex (engine_core_picture_hash (core), ==, engine_core_picture_hash (resumed));
    replay = engine_core_dup_replay (resumed);
    g_assert_true (engine_replay_verify (replay, &error));
    g_assert_no_error (error);
  }
}

static gboolean
take_run (guint64 seed, const EngineRun *run, gpointer data)
{
  *(guint64 *) data = run->result.picture_hash;
  return TRUE;
}

/* What was done after the moment of a fork is done in it.  */
static void
test_fork (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  g_autoptr (GPtrArray) orders = handiwork ();
  g_autoptr (EngineRun) run = play (scenario, orders);

  for (guint at = 0; at <= 700; at += 100) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EngineFork) fork = engine_fork_new (run->replay, at, NULL, NULL, &error);
    guint64 hash = 0;

    g_assert_no_error (error);
    g_assert_true (engine_fork_sweep (fork, run->replay->seed, run->replay->seed, 1, take_run,
                                      &hash, &error));
    g_assert_cmphex (hash, ==, run->result.picture_hash);
  }
}

static gboolean
has_mark (Player *player, gpointer data)
{
  return engine_battle_get_frame (player->battle)->view.n_marks == 1;
}

/* In the window: seen at once, also in pause.  */
static void
test_paused (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = NULL;

  options.start_paused = TRUE;
  player = player_new (scenario, &options);
  player_until_tick (player, 0, 10);
  g_assert_true (engine_battle_say (player->battle, NULL, "mark point D03-5 as orchard", NULL));
  player_until (player, 10, has_mark, NULL);
  g_assert_cmpuint (engine_battle_get_frame (player->battle)->now, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/hand/replay", test_replay);
  g_test_add_func ("/engine/hand/replay-differs", test_replay_differs);
  g_test_add_func ("/engine/hand/world-does-not-know", test_world_does_not_know);
  g_test_add_func ("/engine/hand/save", test_save);
  g_test_add_func ("/engine/hand/fork", test_fork);
  g_test_add_func ("/engine/hand/paused", test_paused);
  return g_test_run ();
}

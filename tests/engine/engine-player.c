/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-player.h"

#include <glib/gstdio.h>

static void
on_frame (EngineBattle *battle, EngineFrame *frame, Player *player)
{
  g_assert_true (frame == engine_battle_get_frame (battle));
  g_assert_cmpuint (frame->now, >=, player->last_frame);
  g_assert_cmpuint (frame->now, ==, frame->view.now);
  player->last_frame = frame->now;
  player->last_frame_us = g_get_monotonic_time ();
  if (player->frames++ == 0)
    player->first_frame_us = player->last_frame_us;
}

static void
on_caption (EngineBattle *battle, EngineCaption *caption, Player *player)
{
  g_assert_cmpstr (engine_caption_get_text (caption), !=, "");
  player->captions++;
}

static void
on_caption_ended (EngineBattle *battle, EngineCaption *caption, Player *player)
{
  g_assert_false (engine_caption_get_speaking (caption));
  player->captions_ended++;
}

static void
on_report (EngineBattle *battle, const SimReport *report, Player *player)
{
  /* What is told is in the frame already.  */
  g_assert_cmpuint (report->t_heard, <=, engine_battle_get_frame (battle)->now);
  player->reports++;
}

static void
on_order_changed (EngineBattle *battle, const SimOrderChange *change, Player *player)
{
  player->order_changes++;
  g_array_append_vals (player->changes, change, 1);
}

static void
on_objective (EngineBattle *battle, const SimObjectiveChange *change, Player *player)
{
  player->objectives++;
}

static void
on_ended (EngineBattle *battle, guint outcome, Player *player)
{
  g_assert_nonnull (engine_battle_get_result (battle));
  player->outcome = outcome;
  player->ended++;
}

static void
on_failed (EngineBattle *battle, const char *message, Player *player)
{
  g_test_message ("failed: %s", message);
  player->failed++;
}

Player *
player_new (ScenarioBattle *scenario, const EngineOptions *options)
{
  Player *player = g_new0 (Player, 1);
  GError *error = NULL;

  player->changes = g_array_new (FALSE, FALSE, sizeof (SimOrderChange));
  player->battle = engine_battle_new (scenario, options, &error);
  g_assert_no_error (error);
  g_signal_connect (player->battle, "frame", G_CALLBACK (on_frame), player);
  g_signal_connect (player->battle, "caption", G_CALLBACK (on_caption), player);
  g_signal_connect (player->battle, "caption-ended", G_CALLBACK (on_caption_ended), player);
  g_signal_connect (player->battle, "report", G_CALLBACK (on_report), player);
  g_signal_connect (player->battle, "order-changed", G_CALLBACK (on_order_changed), player);
  g_signal_connect (player->battle, "objective", G_CALLBACK (on_objective), player);
  g_signal_connect (player->battle, "battle-ended", G_CALLBACK (on_ended), player);
  g_signal_connect (player->battle, "failed", G_CALLBACK (on_failed), player);
  return player;
}

void
player_free (Player *player)
{
  engine_battle_shutdown (player->battle);
  g_assert_finalize_object (player->battle);
  g_array_unref (player->changes);
  g_free (player);
}

ScenarioBattle *
player_load_training (void)
{
  GError *error = NULL;
  ScenarioBattle *scenario = scenario_battle_load ("training", &error);

  g_assert_no_error (error);
  return scenario;
}

ScenarioBattle *
player_load_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("scenario-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "scenario.json", NULL);
  ScenarioBattle *scenario;

  g_assert_no_error (error);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  scenario = scenario_battle_load (path, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  return scenario;
}

EngineOptions
player_options (const ScenarioBattle *scenario)
{
  return (EngineOptions){
      .seed = scenario_battle_get_seed (scenario),
      .difficulty = SIM_DIFFICULTY_STANDARD,
      .staff = STAFF_NONE,
      .language = "en",
  };
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

static gboolean
turn (Player *player, double seconds, PlayerFunc func, gpointer data)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add ((guint) (seconds * 1000), on_timeout, &late);

  while (!late && (func == NULL || !func (player, data)))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  return !late;
}

void
player_until (Player *player, double seconds, PlayerFunc func, gpointer data)
{
  g_assert_true (turn (player, seconds, func, data));
}

void
player_for (Player *player, double seconds)
{
  turn (player, seconds, NULL, NULL);
}

static gboolean
has_ended (Player *player, gpointer data)
{
  return player->ended > 0;
}

void
player_until_ended (Player *player, double seconds)
{
  player_until (player, seconds, has_ended, NULL);
}

static gboolean
has_reached (Player *player, gpointer data)
{
  return engine_battle_get_frame (player->battle)->now >= *(SimTick *) data;
}

void
player_until_tick (Player *player, SimTick tick, double seconds)
{
  player_until (player, seconds, has_reached, &tick);
}

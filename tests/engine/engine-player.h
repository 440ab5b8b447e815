/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays a battle in tests: counts what comes and turns the main loop until something holds.  */
#pragma once

#include "engine/engine.h"

typedef struct {
  EngineBattle *battle; /* (owned) */
  guint frames, captions, captions_ended, reports, order_changes, objectives, ended, failed;
  guint outcome;
  SimTick last_frame;   /* never goes back */
  gint64 first_frame_us, last_frame_us;
  GArray *changes;      /* (owned) SimOrderChange in order */
} Player;

Player *player_new (ScenarioBattle *scenario, const EngineOptions *options);
/* Shuts the battle down and drops the last reference.  */
void player_free (Player *player);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Player, player_free)

ScenarioBattle *player_load_training (void);
/* A scenario that is this text.  */
ScenarioBattle *player_load_text (const char *text);
EngineOptions player_options (const ScenarioBattle *scenario);

/* Turns the main loop until `func` holds; fails the test after `seconds`.  */
typedef gboolean (*PlayerFunc) (Player *player, gpointer data);
void player_until (Player *player, double seconds, PlayerFunc func, gpointer data);
/* Turns the main loop for a time.  */
void player_for (Player *player, double seconds);
/* To the end, or to a frame at or after this tick.  */
void player_until_ended (Player *player, double seconds);
void player_until_tick (Player *player, SimTick tick, double seconds);

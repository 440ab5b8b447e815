/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With a window or without one, heard or not, at whatever speed: the same battle to the last bit.
 *
 * test-same-battle sound|muted|no-device
 *
 * The training battle is played in the program's window, its speed changed again and again and
 * stopped now and then, and what came of it is compared with a run that has neither window nor sound.  */
#include "app/handler-application.h"
#include "app/handler-locale.h"
#include "engine/engine-run.h"

#include <string.h>

#define LIMIT_S 100

typedef struct {
  HandlerApplication *application;
  HandlerWindow *window;
  EngineBattle *battle; /* (owned) outlives its page */
  guint turn;
} Play;

static gboolean
late_cb (gpointer data)
{
  g_error ("waited in vain for %s", (const char *) data);
  return G_SOURCE_REMOVE;
}

static gboolean
has_library (Play *play)
{
  return handler_library_page_get_training (handler_window_get_library (play->window)) != NULL;
}

static gboolean
has_ended (Play *play)
{
  return engine_battle_get_result (play->battle) != NULL;
}

static void
wait_for (Play *play, const char *what, gboolean (*condition) (Play *play))
{
  guint late = g_timeout_add_seconds (LIMIT_S, late_cb, (gpointer) what);

  while (!condition (play))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

/* Another speed each time, with a stop between.  */
static gboolean
turn_cb (gpointer data)
{
  static const double speeds[] = {60, 1, 60, 20, 60, 5, 60, 0.5, 60};
  Play *play = data;
  EngineBattle *battle = play->battle;

  engine_battle_set_paused (battle, play->turn % 4 == 3);
  engine_battle_set_speed (battle, speeds[play->turn % G_N_ELEMENTS (speeds)]);
  play->turn++;
  return G_SOURCE_CONTINUE;
}

static EngineRunOptions
options_of (ScenarioBattle *scenario)
{
  EngineRunOptions options = engine_run_options_default (scenario);

  options.staff = STAFF_GOOD;
  options.want_replay = TRUE;
  return options;
}

static void
begin (Play *play, ScenarioBattle *scenario)
{
  EngineRunOptions same = options_of (scenario);
  EngineOptions options = {
    .seed = same.seed, .difficulty = same.difficulty, .staff = same.staff, .language = "en"};
  g_autoptr (GError) error = NULL;

  handler_window_start_battle (play->window, scenario, &options, &error);
  g_assert_no_error (error);
  play->battle = g_object_ref (
      handler_battle_page_get_battle (handler_window_get_battle_page (play->window)));
}

static void
assert_same (EngineBattle *battle, ScenarioBattle *scenario)
{
  EngineRunOptions options = options_of (scenario);
  const EngineResult *seen = engine_battle_get_result (battle);
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineRun) alone = engine_run (scenario, &options, &error);
  g_autoptr (ScenarioReplay) replay = engine_battle_dup_replay (battle);

  g_assert_no_error (error);
  g_assert_cmphex (seen->hash, ==, alone->result.hash);
  g_assert_cmphex (seen->picture_hash, ==, alone->result.picture_hash);
  g_assert_cmpuint (seen->orders_given, >, 0);
  g_assert_cmpuint (seen->orders_given, ==, alone->result.orders_given);
  g_assert_cmpuint (replay->hashes->len, ==, alone->replay->hashes->len);
  g_assert_true (engine_replay_verify (replay, &error));
  g_assert_no_error (error);
}

static void
play_training (Play *play)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);
  guint turns;

  g_assert_no_error (error);
  wait_for (play, "the library", has_library);
  begin (play, scenario);
  turns = g_timeout_add (150, turn_cb, play);
  wait_for (play, "the end", has_ended);
  g_source_remove (turns);
  handler_window_stop_battle (play->window);
  assert_same (play->battle, scenario);
  g_clear_object (&play->battle);
}

static void
activated_cb (Play *play)
{
  play->window = handler_application_get_window (play->application);
  play_training (play);
  g_application_quit (G_APPLICATION (play->application));
}

/* Run, and not only activated: then it also ends in order, with the threads of the sound joined.  */
static void
run_program (Play *play, const char *sound)
{
  g_autoptr (GError) error = NULL;

  play->application = handler_application_new (NULL);
  g_application_set_flags (G_APPLICATION (play->application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (play->application), NULL, &error));
  g_settings_set_boolean (handler_application_get_settings (play->application), "mute",
                          strcmp (sound, "muted") == 0);
  g_signal_connect_data (play->application, "activate", G_CALLBACK (activated_cb), play, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_assert_cmpint (g_application_run (G_APPLICATION (play->application), 0, NULL), ==, 0);
  g_object_unref (play->application);
}

int
main (int argc, char **argv)
{
  Play play = {0};

  handler_locale_begin ();
  gtk_disable_setlocale ();
  if (argc != 2)
    return 2;
  if (strcmp (argv[1], "no-device") == 0)
    g_unsetenv ("HANDLER_ONE_SOUND");
  else
    g_setenv ("HANDLER_ONE_SOUND", "none", TRUE);
  run_program (&play, argv[1]);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A battle behind its thread, played as a window would.  */
#include "engine/engine-player.h"
#include "engine/engine-run.h"
#include "scenario/scenario-truth.h"

#include <glib/gstdio.h>

/* ---- The course of a battle ---------------------------------------------------------------- */

static guint64
hash_without_thread (ScenarioBattle *scenario, const EngineOptions *options,
                     guint64 *picture_hash)
{
  EngineRunOptions plain = engine_run_options_default (scenario);
  g_autoptr (EngineRun) run = NULL;
  g_autoptr (GError) error = NULL;

  plain.seed = options->seed;
  plain.staff = options->staff;
  run = engine_run (scenario, &plain, &error);
  g_assert_no_error (error);
  *picture_hash = run->result.picture_hash;
  return run->result.hash;
}

static void
assert_same_end (Player *player, ScenarioBattle *scenario, const EngineOptions *options)
{
  const EngineResult *result = engine_battle_get_result (player->battle);
  guint64 picture_hash, hash = hash_without_thread (scenario, options, &picture_hash);

  g_assert_cmpuint (result->hash, ==, hash);
  g_assert_cmpuint (result->picture_hash, ==, picture_hash);
}

static void
check_captions (Player *player)
{
  GListModel *captions = engine_battle_get_captions (player->battle);
  guint n_captions = g_list_model_get_n_items (captions);
  guint64 last = 0;

  g_assert_cmpuint (n_captions, >, 0);
  for (guint i = 0; i < n_captions; i++) {
    g_autoptr (EngineCaption) caption = g_list_model_get_item (captions, i);

    g_assert_cmpuint (engine_caption_get_id (caption), >, last);
    last = engine_caption_get_id (caption);
    g_assert_cmpstr (engine_caption_get_spoken (caption), !=, "");
    if (engine_caption_get_machine (caption) >= 0) {
      float bearing_deg, distance_m;

      g_assert_true (engine_caption_get_place (caption, &bearing_deg, &distance_m, NULL));
      g_assert_cmpfloat (bearing_deg, >=, 0);
      g_assert_cmpfloat (bearing_deg, <, 360);
      g_assert_cmpfloat (distance_m, <, 20000);
    }
  }
}

static void
test_runs_to_its_end (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = NULL;
  double shown_s;

  options.staff = STAFF_BASIC;
  player = player_new (scenario, &options);
  engine_battle_set_speed (player->battle, 60);
  player_until_ended (player, 60);

  g_assert_cmpuint (player->ended, ==, 1);
  g_assert_cmpuint (player->failed, ==, 0);
  g_assert_cmpuint (player->captions, >, 0);
  g_assert_cmpuint (player->captions_ended, >, 0);
  g_assert_cmpuint (player->captions_ended, <=, player->captions);
  g_assert_cmpuint (player->reports, >, 0);
  g_assert_cmpuint (player->frames, >, 10);
  shown_s = (double) (player->last_frame_us - player->first_frame_us) / G_USEC_PER_SEC;
  /* Thirty a second, one for the end, and what two clocks may differ by.  */
  g_assert_cmpfloat (player->frames, <=, shown_s * 30 * 1.1 + 2);
  check_captions (player);

  g_assert_true (engine_battle_get_frame (player->battle)->finished);
  g_assert_cmpuint (player->outcome, !=, SIM_OUTCOME_UNDECIDED);
  g_assert_cmpuint (engine_battle_get_result (player->battle)->lines->len, >, 3);
  assert_same_end (player, scenario, &options);
}

/* Speed and pauses change when things happen, not what.  */
static void
test_speed_changes_nothing (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = NULL;
  const double speeds[] = {60, 3, 31, 0.5, 60, 12, 60};

  options.staff = STAFF_BASIC;
  options.seed = 3;
  player = player_new (scenario, &options);
  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++) {
    engine_battle_set_speed (player->battle, speeds[i]);
    player_for (player, 0.15);
    engine_battle_set_paused (player->battle, TRUE);
    player_for (player, 0.05);
    engine_battle_set_paused (player->battle, FALSE);
  }
  player_until_ended (player, 60);
  assert_same_end (player, scenario, &options);
}

/* ---- Pause and orders ---------------------------------------------------------------------- */

static gboolean
is_shown_paused (Player *player, gpointer data)
{
  return engine_battle_get_frame (player->battle)->paused;
}

static void
test_pause_stops_time (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = player_new (scenario, &options);
  SimTick stopped;
  guint frames;

  engine_battle_set_speed (player->battle, 20);
  player_until_tick (player, 20, 10);
  engine_battle_set_paused (player->battle, TRUE);
  player_until (player, 5, is_shown_paused, NULL);
  stopped = engine_battle_get_frame (player->battle)->now;
  frames = player->frames;
  player_for (player, 0.4);
  g_assert_cmpuint (engine_battle_get_frame (player->battle)->now, ==, stopped);
  /* Nothing moves, so nothing is drawn.  */
  g_assert_cmpuint (player->frames, ==, frames);
  engine_battle_set_paused (player->battle, FALSE);
  player_until_tick (player, stopped + 10, 10);
}

static EngineCaption *
find_order_caption (Player *player, guint32 order)
{
  GListModel *captions = engine_battle_get_captions (player->battle);

  for (guint i = 0; i < g_list_model_get_n_items (captions); i++) {
    g_autoptr (EngineCaption) caption = g_list_model_get_item (captions, i);

    if (engine_caption_get_order (caption) == order)
      return caption; /* the list holds it */
  }
  return NULL;
}

static gboolean
is_heard (Player *player, gpointer data)
{
  EngineCaption *caption = data;

  return (engine_caption_get_order_states (caption) & (1u << SIM_ORDER_HEARD)) != 0;
}

static void
test_order_given_in_pause (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = NULL;
  EngineCaption *caption;
  const SimOrderChange *first;
  SimTick given;

  options.start_paused = TRUE;
  player = player_new (scenario, &options);
  g_assert_true (engine_battle_get_paused (player->battle));
  player_for (player, 0.1);
  given = engine_battle_get_frame (player->battle)->now;
  g_assert_cmpuint (given, ==, 0);
  g_assert_true (engine_battle_say (player->battle, NULL, "Heron, hold", NULL));

  /* It is shown at once as entered, though nobody heard it.  */
  caption = find_order_caption (player, 1);
  g_assert_nonnull (caption);
  g_assert_cmpint (engine_caption_get_kind (caption), ==, ENGINE_CAPTION_ORDER);
  g_assert_cmpuint (engine_caption_get_order_states (caption), ==, 1u << SIM_ORDER_ENTERED);
  g_assert_false (engine_caption_get_speaking (caption));
  player_for (player, 0.2);
  g_assert_cmpuint (player->changes->len, ==, 0);

  /* With the first step after the pause it is taken.  */
  engine_battle_set_speed (player->battle, 60);
  engine_battle_set_paused (player->battle, FALSE);
  player_until (player, 30, is_heard, caption);
  first = &g_array_index (player->changes, SimOrderChange, 0);
  g_assert_cmpuint (first->order, ==, 1);
  g_assert_cmpint (first->state, ==, SIM_ORDER_ENTERED);
  g_assert_cmpuint (first->t, <=, given + 1);
  g_assert_cmpuint (engine_caption_get_order_tick (caption, SIM_ORDER_SPOKEN), <=,
                    engine_caption_get_order_tick (caption, SIM_ORDER_HEARD));
  /* One line of comms for it, however often its state changes.  */
  g_assert_true (find_order_caption (player, 1) == caption);
}

static void
count_notify (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

/* Orders of several threads of origin have numbers of their own.  */
static void
test_order_numbers (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = player_new (scenario, &options);
  OrderReading *reading = NULL;
  guint speed_notified = 0;

  g_signal_connect (player->battle, "notify::speed", G_CALLBACK (count_notify), &speed_notified);
  for (guint32 i = 1; i <= 5; i++) {
    g_autoptr (OrderReading) good =
        engine_battle_read_order (player->battle, NULL, "Magpie, report position");

    g_assert_cmpint (good->problem, ==, ORDER_OK);
    g_assert_cmpuint (engine_battle_give_order (player->battle, &good->command), ==, i);
  }
  g_assert_false (engine_battle_say (player->battle, NULL, "Nobody, dance", &reading));
  g_assert_nonnull (reading);
  g_assert_cmpstr (reading->reason, !=, NULL);
  order_reading_free (reading);

  engine_battle_set_speed (player->battle, 1000);
  g_assert_cmpfloat (engine_battle_get_speed (player->battle), ==, 60);
  engine_battle_set_speed (player->battle, 60);
  g_assert_cmpuint (speed_notified, ==, 1);
}

/* A question is answered without a word on the air.  */
static void
test_question (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = NULL;
  g_autoptr (EngineCaption) answer = NULL;
  GListModel *captions;

  options.start_paused = TRUE;
  player = player_new (scenario, &options);
  captions = engine_battle_get_captions (player->battle);
  g_assert_true (engine_battle_say (player->battle, NULL, "situation", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (captions), ==, 1);
  answer = g_list_model_get_item (captions, 0);
  g_assert_cmpint (engine_caption_get_kind (answer), ==, ENGINE_CAPTION_CONSOLE);
  g_assert_cmpstr (engine_caption_get_text (answer), !=, "");
  g_assert_cmpuint (engine_caption_get_order (answer), ==, 0);
  g_assert_cmpuint (player->captions, ==, 1);
}

/* The map on her table has the ground of the battle and its places.  */
static void
test_sheet (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = player_new (scenario, &options);
  const PictureSheet *sheet = engine_battle_get_sheet (player->battle);
  g_autofree char *clock = engine_battle_format_clock (player->battle, SIM_SECONDS (75), TRUE);

  g_assert_cmpfloat (sheet->width_m, ==, scenario->world.terrain.width_m);
  g_assert_cmpuint (sheet->n_places, ==, scenario->places->len);
  for (int i = 0; i < sheet->columns * sheet->rows; i++)
    g_assert_cmpint (sheet->covers[i], !=, PICTURE_COVER_UNKNOWN);
  g_assert_cmpstr (clock, ==, "09:31:15");
}

/* ---- Ending -------------------------------------------------------------------------------- */

static guint
count_threads (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  guint n_threads = 0;

  while (g_dir_read_name (tasks) != NULL)
    n_threads++;
  return n_threads;
}

typedef struct {
  const char *name;
  double speed;
  gboolean paused;
  double play_s; /* 0: mid start */
} Ending;

static void
test_shutdown (gconstpointer data)
{
  const Ending *ending = data;
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  guint threads = count_threads ();

  options.start_paused = ending->paused;
  for (guint i = 0; i < 20; i++) {
    Player *player = player_new (scenario, &options);
    gint64 start_us;
    guint frames;

    engine_battle_set_speed (player->battle, ending->speed);
    if (ending->play_s > 0)
      player_for (player, ending->play_s);
    start_us = g_get_monotonic_time ();
    engine_battle_shutdown (player->battle);
    g_assert_cmpint (g_get_monotonic_time () - start_us, <, G_USEC_PER_SEC);
    frames = player->frames + player->captions;
    /* Nothing is told afterwards, and nothing can be asked for.  */
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_assert_cmpuint (player->frames + player->captions, ==, frames);
    engine_battle_set_paused (player->battle, !ending->paused);
    engine_battle_shutdown (player->battle);
    player_free (player);
  }
  g_assert_cmpuint (count_threads (), ==, threads);
}

static void
test_shutdown_finished (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = player_new (scenario, &options);
  g_autoptr (ScenarioReplay) replay = NULL;
  gint64 start_us;
  SimCommand command = {.verb = SIM_VERB_HOLD};

  engine_battle_set_speed (player->battle, 60);
  player_until_ended (player, 60);
  g_assert_cmpuint (engine_battle_give_order (player->battle, &command), ==, 0);
  replay = engine_battle_dup_replay (player->battle);
  g_assert_cmpuint (replay->end, ==, engine_battle_get_frame (player->battle)->now);
  start_us = g_get_monotonic_time ();
  engine_battle_shutdown (player->battle);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, G_USEC_PER_SEC);
}

static void
shut_down (EngineBattle *battle, gpointer data)
{
  engine_battle_shutdown (battle);
}

/* From within what it tells.  */
static void
test_shutdown_in_handler (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = player_new (scenario, &options);
  guint captions;

  g_signal_connect (player->battle, "caption", G_CALLBACK (shut_down), NULL);
  engine_battle_set_speed (player->battle, 60);
  player_for (player, 2);
  captions = player->captions;
  g_assert_cmpuint (captions, ==, 1);
}

/* The main loop keeps its pace while a battle runs at its fastest.  */
typedef struct {
  gint64 last_us, longest_us;
  guint n;
} Beat;

static gboolean
on_beat (gpointer data)
{
  Beat *beat = data;
  gint64 now_us = g_get_monotonic_time ();

  if (beat->n++ > 0)
    beat->longest_us = MAX (beat->longest_us, now_us - beat->last_us);
  beat->last_us = now_us;
  return G_SOURCE_CONTINUE;
}

static void
test_main_loop_keeps_its_pace (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineOptions options = player_options (scenario);
  g_autoptr (Player) player = player_new (scenario, &options);
  Beat beat = {0};
  guint source;

  engine_battle_set_speed (player->battle, 60);
  source = g_timeout_add (5, on_beat, &beat);
  player_for (player, 1.5);
  g_source_remove (source);
  g_test_message ("longest gap between beats of 5 ms: %" G_GINT64_FORMAT " us", beat.longest_us);
  /* Not a time of this machine, which others use too: a starved loop would not beat at all.  */
  g_assert_cmpuint (beat.n, >, 30);
}

int
main (int argc, char **argv)
{
  static const Ending endings[] = {
      {"mid-start", 1, FALSE, 0},
      {"mid-start-fast", 60, FALSE, 0},
      {"paused", 1, TRUE, 0.02},
      {"running", 1, FALSE, 0.02},
      {"fast", 60, FALSE, 0.05},
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/battle/runs-to-its-end", test_runs_to_its_end);
  g_test_add_func ("/engine/battle/speed-changes-nothing", test_speed_changes_nothing);
  g_test_add_func ("/engine/battle/pause-stops-time", test_pause_stops_time);
  g_test_add_func ("/engine/battle/order-given-in-pause", test_order_given_in_pause);
  g_test_add_func ("/engine/battle/order-numbers", test_order_numbers);
  g_test_add_func ("/engine/battle/question", test_question);
  g_test_add_func ("/engine/battle/sheet", test_sheet);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *path = g_strdup_printf ("/engine/battle/shutdown/%s", endings[i].name);

    g_test_add_data_func (path, &endings[i], test_shutdown);
  }
  g_test_add_func ("/engine/battle/shutdown/finished", test_shutdown_finished);
  g_test_add_func ("/engine/battle/shutdown/in-handler", test_shutdown_in_handler);
  g_test_add_func ("/engine/battle/main-loop-keeps-its-pace", test_main_loop_keeps_its_pace);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What she does to her orders that wait for air, in a battle: in words, seen while time stands still, and the
 * same again from a replay, a save and a fork.  */
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

/* Four at once; then the last goes first, the second is deleted, and one is said without a read-back.  */
static GPtrArray *
busy_handler (gboolean edits)
{
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_order_free);

  g_ptr_array_add (orders, say_at (10, "Kestrel, move to D03"));
  g_ptr_array_add (orders, say_at (10, "Heron, move to D04"));
  g_ptr_array_add (orders, say_at (10, "Plover, move to E03"));
  g_ptr_array_add (orders, say_at (10, "Magpie, move to E04"));
  if (!edits)
    return orders;
  g_ptr_array_add (orders, say_at (11, "order three first"));
  g_ptr_array_add (orders, say_at (12, "Heron, cancel"));
  g_ptr_array_add (orders, say_at (13, "shorten order 1"));
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
  options.want_log = TRUE;
  run = engine_run (scenario, &options, &error);
  g_assert_no_error (error);
  return run;
}

static guint
count_edits (const ScenarioReplay *replay)
{
  guint n = 0;

  for (guint i = 0; i < replay->commands->len; i++)
    n += g_array_index (replay->commands, ScenarioReplayCommand, i).is_queue != 0;
  return n;
}

/* When an order came to a state; SIM_TICK_NEVER: it did not.  */
static SimTick
tick_of (EngineRun *run, guint32 order, SimOrderState state)
{
  for (guint i = 0; i < run->changes->len; i++) {
    const SimOrderChange *change = &g_array_index (run->changes, SimOrderChange, i);

    if (change->order == order && change->state == state)
      return change->t;
  }
  return SIM_TICK_NEVER;
}

static void
test_words (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  g_autoptr (GPtrArray) orders = busy_handler (TRUE), plain_orders = busy_handler (FALSE);
  g_autoptr (EngineRun) run = play (scenario, orders), plain = play (scenario, plain_orders);

  for (guint i = 0; i < run->problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (run->problems, i));
  g_assert_cmpuint (run->problems->len, ==, 0);
  g_assert_cmpuint (count_edits (run->replay), ==, 3);
  g_assert_cmpuint (tick_of (plain, 2, SIM_ORDER_SPOKEN), <, tick_of (plain, 3, SIM_ORDER_SPOKEN));
  g_assert_cmpuint (tick_of (plain, 3, SIM_ORDER_SPOKEN), <, tick_of (plain, 4, SIM_ORDER_SPOKEN));
  g_assert_cmpuint (tick_of (run, 4, SIM_ORDER_SPOKEN), <, tick_of (run, 3, SIM_ORDER_SPOKEN));
  g_assert_cmpuint (tick_of (run, 2, SIM_ORDER_SPOKEN), ==, SIM_TICK_NEVER);
  g_assert_cmpuint (tick_of (run, 2, SIM_ORDER_DELETED), !=, SIM_TICK_NEVER);
  g_assert_cmpuint (tick_of (plain, 4, SIM_ORDER_READ_BACK), !=, SIM_TICK_NEVER);
  g_assert_cmpuint (tick_of (run, 4, SIM_ORDER_READ_BACK), ==, SIM_TICK_NEVER);
  g_assert_cmpuint (tick_of (run, 4, SIM_ORDER_BEGUN), !=, SIM_TICK_NEVER);
}

/* Through a file and back it is the same battle, tick by tick; one that forgets an edit is not.  */
static void
test_replay (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  g_autoptr (GPtrArray) orders = busy_handler (TRUE);
  g_autoptr (EngineRun) run = play (scenario, orders);
  g_autofree char *folder = g_dir_make_tmp ("handler-one-queue-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "queue.h1replay", NULL);
  g_autoptr (ScenarioReplay) read = NULL;
  g_autoptr (GError) error = NULL;
  guint last;

  g_assert_true (scenario_replay_save (run->replay, path, &error));
  read = scenario_replay_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_edits (read), ==, 3);
  g_assert_true (engine_replay_verify (read, &error));
  g_assert_no_error (error);
  last = read->commands->len - 1;
  g_assert_true (g_array_index (read->commands, ScenarioReplayCommand, last).is_queue);
  g_array_remove_index (read->commands, last);
  g_assert_false (engine_replay_verify (read, &error));
  g_assert_error (error, ENGINE_ERROR, ENGINE_ERROR_DIFFERS);
  g_unlink (path);
  g_rmdir (folder);
}

/* An edit that can not be is no part of a battle.  */
static void
test_unfit_replay (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  g_autoptr (GPtrArray) orders = busy_handler (TRUE);
  g_autoptr (EngineRun) run = play (scenario, orders);
  g_autoptr (GError) error = NULL;
  ScenarioReplayCommand *last = &g_array_index (run->replay->commands, ScenarioReplayCommand,
                                                run->replay->commands->len - 1);

  g_assert_true (last->is_queue);
  last->queue.kind = SIM_N_QUEUE_EDITS;
  g_assert_false (engine_replay_verify (run->replay, &error));
  g_assert_error (error, ENGINE_ERROR, ENGINE_ERROR_REPLAY);
}

static EngineCore *
begin (ScenarioBattle *scenario, guint n_orders)
{
  EngineCoreOptions options = {.seed = 1, .difficulty = SIM_DIFFICULTY_STANDARD};
  g_autoptr (GError) error = NULL;
  EngineCore *core = engine_core_new (scenario, &options, &error);

  g_assert_no_error (error);
  engine_core_run (core, 100);
  for (guint i = 0; i < n_orders; i++) {
    SimCommand command = {.verb = SIM_VERB_HOLD, .n_addressees = 1, .facing_deg = -1};

    command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_UNIT, i};
    engine_core_submit (core, &command);
  }
  return core;
}

static void
edit (EngineCore *core, SimQueueEditKind kind, guint32 order, guint place)
{
  const SimQueueEdit value = {.order = order, .kind = (guint8) kind, .place = (guint8) place};

  g_assert_true (engine_core_edit_queue (core, &value));
}

static void
assert_queue (EngineCore *core, const guint32 *orders, gsize n)
{
  g_autoptr (EngineFrame) frame = engine_core_make_frame (core);

  g_assert_cmpuint (frame->view.n_queue, ==, n);
  for (gsize i = 0; i < n; i++) {
    g_assert_cmpuint (frame->view.queue[i].order, ==, orders[i]);
    g_assert_cmpuint (frame->view.queue[i].place, ==, i);
    if (i > 0)
      g_assert_cmpuint (frame->view.queue[i].t_begin, >, frame->view.queue[i - 1].t_begin);
  }
}

/* While time stands still, what waits to be taken is seen as it will be; and it is so at the next step.  */
static void
test_foreseen (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  EngineCore *core = begin (scenario, 4);
  const guint32 given[] = {1, 2, 3, 4}, edited[] = {4, 1, 3}, later[] = {1, 3};
  g_autoptr (EngineFrame) frame = NULL;

  assert_queue (core, given, 4);
  edit (core, SIM_QUEUE_EDIT_MOVE, 4, 0);
  edit (core, SIM_QUEUE_EDIT_DELETE, 2, 0);
  edit (core, SIM_QUEUE_EDIT_SHORTEN, 3, 0);
  assert_queue (core, edited, 3);
  engine_core_step (core);
  assert_queue (core, later, 2); /* the first is being said */
  frame = engine_core_make_frame (core);
  g_assert_cmpuint (frame->view.on_air.order, ==, 4);
  g_assert_cmpuint (frame->view.queue[1].brief, ==, 1);
  engine_core_free (core);
}

static void
assert_same_end (EngineCore *core, EngineCore *other)
{
  engine_core_run (core, 600);
  engine_core_run (other, 600);
  g_assert_cmphex (engine_core_hash (core), ==, engine_core_hash (other));
  g_assert_cmphex (engine_core_picture_hash (core), ==, engine_core_picture_hash (other));
}

/* Saved with edits that are not yet taken, and in the middle of a line of orders; gone on from both.  */
static void
test_save (void)
{
  g_autoptr (ScenarioBattle) scenario = player_load_training ();
  const SimTick moments[] = {0, 1, 30, 61};

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ScenarioSave) save = NULL;
    EngineCore *core = begin (scenario, 4), *resumed;

    edit (core, SIM_QUEUE_EDIT_MOVE, 4, 0);
    edit (core, SIM_QUEUE_EDIT_DELETE, 2, 0);
    edit (core, SIM_QUEUE_EDIT_SHORTEN, 3, 0);
    engine_core_run (core, 100 + moments[i]);
    save = engine_save_take (core);
    resumed = engine_save_resume (save, scenario, &error);
    g_assert_no_error (error);
    assert_same_end (core, resumed);
    engine_core_free (core);
    engine_core_free (resumed);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/queue/words", test_words);
  g_test_add_func ("/engine/queue/replay", test_replay);
  g_test_add_func ("/engine/queue/unfit-replay", test_unfit_replay);
  g_test_add_func ("/engine/queue/foreseen", test_foreseen);
  g_test_add_func ("/engine/queue/save", test_save);
  return g_test_run ();
}

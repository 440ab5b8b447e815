/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-run.h"

#include "engine/engine-comms.h"
#include "engine/engine-moment.h"
#include "engine/engine-save-private.h"
#include "engine/engine-script.h"
#include "scenario/scenario-truth.h"

EngineRunOptions
engine_run_options_default (const ScenarioBattle *scenario)
{
  return (EngineRunOptions){
      .seed = scenario->seed,
      .difficulty = SIM_DIFFICULTY_STANDARD,
      .staff = STAFF_NONE,
      .until = SIM_TICK_NEVER,
      .want_words = TRUE,
  };
}

/* ---- A battle ------------------------------------------------------------------------------ */

static EngineCore *
new_core (ScenarioBattle *scenario, const EngineRunOptions *options, GError **error)
{
  EngineCoreOptions core_options = {options->seed, options->difficulty, options->staff,
                                    options->staff_without, options->staff_knows_axis};

  return engine_core_new (scenario, &core_options, error);
}

static EngineCore *
run_core (ScenarioBattle *scenario, const EngineRunOptions *options, OrderBook *book,
          GPtrArray *problems, GError **error)
{
  EngineCore *core = new_core (scenario, options, error);

  if (core != NULL)
    engine_script_run (core, book, options->orders, options->until, problems);
  return core;
}

/* The book that the options name, or one of our own when words are needed.  */
static gboolean
find_book (ScenarioBattle *scenario, const EngineRunOptions *options, OrderBook **book,
           GError **error)
{
  *book = NULL;
  if (options->book != NULL)
    *book = order_book_ref (options->book);
  else if (options->orders != NULL || options->want_words)
    *book = scenario_battle_book (scenario, "en", error);
  else
    return TRUE;
  return *book != NULL;
}

/* From what the core kept.  */
static void
take_log (EngineRun *run, ScenarioBattle *scenario, OrderBook *book, const GArray *messages)
{
  g_autoptr (EngineComms) comms = engine_comms_new (scenario, book);

  run->changes = g_array_new (FALSE, FALSE, sizeof (SimOrderChange));
  for (guint i = 0; i < messages->len; i++) {
    const SimMessage *message = &g_array_index (messages, SimMessage, i);

    if (message->kind == SIM_MESSAGE_TRANSMISSION_BEGUN) {
      engine_comms_begin (comms, &message->transmission);
    } else if (message->kind == SIM_MESSAGE_TRANSMISSION_ENDED) {
      engine_comms_end (comms, &message->transmission_ended);
    } else {
      engine_comms_change_order (comms, &message->order);
      g_array_append_val (run->changes, message->order);
    }
  }
  run->captions = G_LIST_MODEL (g_object_ref (engine_comms_get_store (comms)));
}

/* Runs a core, which it takes, to where the options say.  */
static EngineRun *
finish (EngineCore *core, ScenarioBattle *scenario, const EngineRunOptions *options,
        OrderBook *book)
{
  g_autoptr (EngineCore) taken = core;
  g_autoptr (EngineAftermath) aftermath = NULL;
  EngineRun *run = g_new0 (EngineRun, 1);
  const GArray *kept = NULL;

  run->problems = g_ptr_array_new_with_free_func (g_free);
  if (options->want_log && book != NULL)
    kept = engine_core_keep_messages (core);
  engine_script_run (core, book, options->orders, options->until, run->problems);
  if (kept != NULL)
    take_log (run, scenario, book, kept);
  aftermath = engine_core_make_aftermath (core);
  engine_result_init (&run->result, aftermath, scenario, options->want_words ? book : NULL);
  if (options->want_replay)
    run->replay = engine_core_dup_replay (core);
  if (options->want_save)
    run->save = engine_save_take (core);
  return run;
}

EngineRun *
engine_run (ScenarioBattle *scenario, const EngineRunOptions *options, GError **error)
{
  g_autoptr (OrderBook) book = NULL;
  EngineCore *core;

  g_return_val_if_fail (scenario != NULL && options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!find_book (scenario, options, &book, error))
    return NULL;
  core = new_core (scenario, options, error);
  return core != NULL ? finish (core, scenario, options, book) : NULL;
}

EngineRun *
engine_run_on (const ScenarioSave *save, ScenarioBattle *scenario, const EngineRunOptions *options,
               GError **error)
{
  g_autoptr (OrderBook) book = NULL;
  EngineCore *core;

  g_return_val_if_fail (save != NULL && scenario != NULL && options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!find_book (scenario, options, &book, error))
    return NULL;
  core = engine_save_resume (save, scenario, error);
  return core != NULL ? finish (core, scenario, options, book) : NULL;
}

void
engine_run_free (EngineRun *run)
{
  if (run == NULL)
    return;
  engine_result_clear (&run->result);
  g_clear_pointer (&run->replay, scenario_replay_free);
  g_clear_pointer (&run->save, scenario_save_free);
  g_clear_object (&run->captions);
  g_clear_pointer (&run->changes, g_array_unref);
  g_clear_pointer (&run->problems, g_ptr_array_unref);
  g_free (run);
}

char *
engine_format_hash (guint64 hash)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", hash);
}

gboolean
engine_run_hash (ScenarioBattle *scenario, const EngineRunOptions *options, guint64 *hash,
                 GError **error)
{
  EngineRunOptions plain = *options;
  g_autoptr (EngineRun) run = NULL;

  g_return_val_if_fail (hash != NULL, FALSE);

  plain.want_words = FALSE;
  plain.want_replay = FALSE;
  run = engine_run (scenario, &plain, error);
  if (run == NULL)
    return FALSE;
  *hash = run->result.hash;
  return TRUE;
}

EngineMoment *
engine_run_moment (ScenarioBattle *scenario, const EngineRunOptions *options, GError **error)
{
  g_autoptr (OrderBook) book = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EngineCore) core = NULL;

  if (!find_book (scenario, options, &book, error))
    return NULL;
  core = run_core (scenario, options, book, problems, error);
  return core != NULL ? engine_moment_take (core) : NULL;
}

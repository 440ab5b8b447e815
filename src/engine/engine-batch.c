/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many battles on several threads, read in the order of their seeds.  Each battle is whole in its
 * thread; the scenario and the book are immutable and shared.  */
#include "engine/engine-run.h"
#include "engine/mailbox.h"

/* Results that may wait for a slow battle before them.  */
#define AHEAD_PER_JOB 16

typedef struct {
  EngineRun *run; /* (owned) NULL on failure */
  GError *error;  /* (owned) */
} Outcome;

typedef struct {
  ScenarioBattle *scenario;
  EngineRunOptions options;
  guint64 first;
  EngineTickets *tickets;
} Batch;

static void
outcome_free (Outcome *outcome)
{
  g_clear_pointer (&outcome->run, engine_run_free);
  g_clear_error (&outcome->error);
  g_free (outcome);
}

static gpointer
work (gpointer data)
{
  const Batch *batch = data;
  EngineRunOptions options = batch->options;
  gsize ticket;

  while (engine_tickets_take (batch->tickets, &ticket)) {
    Outcome *outcome = g_new0 (Outcome, 1);

    options.seed = batch->first + ticket;
    outcome->run = engine_run (batch->scenario, &options, &outcome->error);
    engine_tickets_put (batch->tickets, ticket, outcome);
  }
  return NULL;
}

/* Reads all results; after the first trouble the rest is only freed.  */
static gboolean
read_results (Batch *batch, EngineBatchFunc func, gpointer data, GError **error)
{
  gboolean going_on = TRUE, failed = FALSE;
  guint64 seed = batch->first;
  Outcome *outcome;

  while ((outcome = engine_tickets_next (batch->tickets)) != NULL) {
    if (going_on && outcome->run == NULL) {
      g_propagate_error (error, g_steal_pointer (&outcome->error));
      failed = TRUE;
      going_on = FALSE;
    } else if (going_on) {
      going_on = func (seed, outcome->run, data);
    }
    if (!going_on)
      engine_tickets_close (batch->tickets);
    outcome_free (outcome);
    seed++;
  }
  return !failed;
}

gboolean
engine_run_batch (ScenarioBattle *scenario, const EngineRunOptions *options, guint64 first,
                  guint64 last, guint jobs, EngineBatchFunc func, gpointer data, GError **error)
{
  g_autoptr (EngineTickets) tickets = NULL;
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  Batch batch = {.scenario = scenario, .options = *options, .first = first};
  gboolean done;

  g_return_val_if_fail (scenario != NULL && options != NULL && func != NULL, FALSE);
  g_return_val_if_fail (first <= last && jobs >= 1, FALSE);

  tickets = engine_tickets_new (last - first + 1, (gsize) jobs * AHEAD_PER_JOB);
  batch.tickets = tickets;
  for (guint i = 0; i < jobs; i++)
    g_ptr_array_add (threads, g_thread_new ("batch", work, &batch));
  done = read_results (&batch, func, data, error);
  for (guint i = 0; i < jobs; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  return done;
}

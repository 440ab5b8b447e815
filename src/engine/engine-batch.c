/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many battles on several threads, read in the order of their seeds.  Each battle is whole in its
 * thread; the scenario and the book are immutable and shared.  */
#include "engine/engine-batch.h"

#include "engine/mailbox.h"

/* Results that may wait for a slow battle before them.  */
#define AHEAD_PER_JOB 16

typedef struct {
  EngineRun *run; /* (owned) NULL on failure */
  GError *error;  /* (owned) */
} Outcome;

typedef struct {
  const EngineBatchWork *work;
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
run_tickets (gpointer data)
{
  const Batch *batch = data;
  const EngineBatchWork *work = batch->work;
  gpointer mine = NULL;
  gsize ticket;

  while (engine_tickets_take (batch->tickets, &ticket)) {
    Outcome *outcome = g_new0 (Outcome, 1);

    outcome->run = work->run (work->data, &mine, batch->first + ticket, &outcome->error);
    engine_tickets_put (batch->tickets, ticket, outcome);
  }
  if (mine != NULL && work->free_mine != NULL)
    work->free_mine (mine);
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
engine_batch_run (const EngineBatchWork *work, guint64 first, guint64 last, guint jobs,
                  EngineBatchFunc func, gpointer data, GError **error)
{
  g_autoptr (EngineTickets) tickets = NULL;
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  Batch batch = {.work = work, .first = first};
  gboolean done;

  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (first <= last && jobs >= 1, FALSE);

  tickets = engine_tickets_new (last - first + 1, (gsize) jobs * AHEAD_PER_JOB);
  batch.tickets = tickets;
  for (guint i = 0; i < jobs; i++)
    g_ptr_array_add (threads, g_thread_new ("batch", run_tickets, &batch));
  done = read_results (&batch, func, data, error);
  for (guint i = 0; i < jobs; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  return done;
}

/* ---- Whole battles ------------------------------------------------------------------------- */

typedef struct {
  ScenarioBattle *scenario;
  const EngineRunOptions *options;
} Whole;

static EngineRun *
run_whole (gconstpointer data, gpointer *mine, guint64 seed, GError **error)
{
  const Whole *whole = data;
  EngineRunOptions options = *whole->options;

  options.seed = seed;
  return engine_run (whole->scenario, &options, error);
}

gboolean
engine_run_batch (ScenarioBattle *scenario, const EngineRunOptions *options, guint64 first,
                  guint64 last, guint jobs, EngineBatchFunc func, gpointer data, GError **error)
{
  Whole whole = {scenario, options};
  EngineBatchWork work = {.run = run_whole, .data = &whole};

  g_return_val_if_fail (scenario != NULL && options != NULL, FALSE);

  return engine_batch_run (&work, first, last, jobs, func, data, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `batch`: a battle with many seeds, one line each, or the summary of all.  */
#include "app/cli-batch-summary.h"
#include "app/cli-result.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define JOBS_MOST 256
#define BAR_WIDTH 40
/* Sentences about orders that were not understood, beyond which only their number is told.  */
#define PROBLEMS_TOLD 5

typedef struct {
  CliRun plan;
  gboolean csv;
  gboolean terminal;     /* standard error shows a progress bar */
  guint64 first, last;
  guint64 n_done;
  guint n_problems;
  CliSummary *summary;   /* (nullable) */
} Batch;

/* ---- Progress ------------------------------------------------------------------------------ */

static void
show_progress (const Batch *batch)
{
  guint64 n_all = batch->last - batch->first + 1;
  int full = (int) (BAR_WIDTH * batch->n_done / n_all);

  if (!batch->terminal)
    return;
  fprintf (stderr, "\r[%.*s%*s] %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, full,
           "########################################", BAR_WIDTH - full, "", batch->n_done, n_all);
  fflush (stderr);
}

static void
hide_progress (const Batch *batch)
{
  if (batch->terminal)
    fprintf (stderr, "\r\033[K");
}

/* ---- Lines --------------------------------------------------------------------------------- */

static void
print_json_line (const CliRecord *record)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_record_add_json (record, builder);
  json_builder_end_object (builder);
  cli_print_json (builder, FALSE);
}

static void
print_line (const Batch *batch, const CliRecord *record)
{
  if (!batch->csv) {
    print_json_line (record);
    return;
  }
  if (batch->n_done == 0)
    cli_record_print_csv_names (record);
  cli_record_print_csv (record);
}

static void
tell_problems (Batch *batch, guint64 seed, const EngineRun *run)
{
  for (guint i = 0; i < run->problems->len; i++) {
    if (batch->n_problems++ >= PROBLEMS_TOLD)
      continue;
    hide_progress (batch);
    /* Translators: a seed, then a sentence about an order that was not understood.  */
    cli_message (_("Seed %" G_GUINT64_FORMAT ": %s"), seed,
                 (const char *) g_ptr_array_index (run->problems, i));
  }
}

static gboolean
on_battle (guint64 seed, const EngineRun *run, gpointer data)
{
  Batch *batch = data;
  g_auto (CliRecord) record = {0};

  cli_record_init (&record, batch->plan.scenario, seed, &batch->plan.options, &run->result);
  tell_problems (batch, seed, run);
  if (batch->summary != NULL)
    cli_summary_add (batch->summary, &record);
  else
    print_line (batch, &record);
  batch->n_done++;
  show_progress (batch);
  return !ferror (stdout);
}

/* ---- The command --------------------------------------------------------------------------- */

typedef struct {
  CliBattle battle;
  char *seeds, *jobs, *format;
  gboolean summary;
} Options;

static void
options_clear (Options *options)
{
  cli_battle_clear (&options->battle);
  g_free (options->seeds);
  g_free (options->jobs);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
      {"seeds", 0, 0, G_OPTION_ARG_STRING, &options->seeds, N_("First and last seed"), N_("A..B")},
      {"jobs", 0, 0, G_OPTION_ARG_STRING, &options->jobs,
       N_("Battles at the same time; by default one for each processor"), N_("J")},
      CLI_BATTLE_ENTRIES (&options->battle),
      CLI_UNTIL_ENTRY (&options->battle),
      {"format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_("jsonl (default) or csv"),
       N_("FORMAT")},
      {"summary", 0, 0, G_OPTION_ARG_NONE, &options->summary,
       /* xgettext:no-c-format */
       N_("Print means and 95 % intervals instead of the lines"), NULL},
      G_OPTION_ENTRY_NULL,
  };

  return cli_parse ("batch", "SCENARIO",
                    _("Runs a battle once for each seed. The lines come in the order of the seeds,"
                      " the same for any number of jobs."),
                    entries, argc, argv, 1, 1);
}

static gboolean
check (const Options *options, Batch *batch, guint *jobs)
{
  if (options->seeds == NULL) {
    cli_usage ("batch", _("This is missing: %s"), "--seeds");
    return FALSE;
  }
  if (!cli_read_seeds ("batch", options->seeds, &batch->first, &batch->last) ||
      !cli_read_whole ("batch", "--jobs", options->jobs, 1, JOBS_MOST, jobs))
    return FALSE;
  batch->csv = g_strcmp0 (options->format, "csv") == 0;
  if (options->format != NULL && !batch->csv && strcmp (options->format, "jsonl") != 0) {
    /* Translators: what was typed; keep the names of the formats.  */
    cli_usage ("batch", _("There is no format “%s”; there are “jsonl” and “csv”."),
               options->format);
    return FALSE;
  }
  return TRUE;
}

static CliStatus
finish (Batch *batch)
{
  if (batch->summary != NULL)
    cli_summary_print (batch->summary, batch->csv);
  if (batch->n_problems > PROBLEMS_TOLD)
    cli_message (_("%u orders were not understood in all."), batch->n_problems);
  return batch->n_problems > 0 ? CLI_BAD_INPUT : CLI_DONE;
}

static CliStatus
run (Batch *batch, guint jobs)
{
  g_autoptr (OrderBook) book = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  batch->plan.options.want_words = FALSE;
  if (batch->plan.options.orders != NULL) {
    book = scenario_battle_book (batch->plan.scenario, "en", &error);
    if (book == NULL)
      return cli_fail (error);
    batch->plan.options.book = book;
  }
  show_progress (batch);
  done = engine_run_batch (batch->plan.scenario, &batch->plan.options, batch->first, batch->last,
                           jobs, on_battle, batch, &error);
  hide_progress (batch);
  return done ? finish (batch) : cli_fail (error);
}

CliStatus
cli_batch (int argc, char **argv)
{
  g_auto (Options) options = {0};
  g_autoptr (CliSummary) summary = NULL;
  Batch batch = {0};
  guint jobs = g_get_num_processors ();
  CliStatus status;

  if (!parse (&options, &argc, &argv) || !check (&options, &batch, &jobs))
    return CLI_BAD_USAGE;
  status = cli_run_prepare (&batch.plan, "batch", argv[1], &options.battle);
  if (status == CLI_DONE) {
    if (options.summary)
      summary = cli_summary_new (batch.plan.scenario->id, batch.first, batch.last);
    batch.summary = summary;
    batch.terminal = isatty (STDERR_FILENO);
    status = run (&batch, MIN (jobs, JOBS_MOST));
  }
  cli_run_clear (&batch.plan);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli-sweep.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define JOBS_MOST 256
#define BAR_WIDTH 40
/* Sentences about orders that were not understood, beyond which only their number is told.  */
#define PROBLEMS_TOLD 5

/* ---- Progress ------------------------------------------------------------------------------ */

static void
show_progress (const CliSweep *sweep)
{
  guint64 n_all = sweep->last - sweep->first + 1;
  int full = (int) (BAR_WIDTH * sweep->n_done / n_all);

  if (!sweep->terminal)
    return;
  fprintf (stderr, "\r[%.*s%*s] %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, full,
           "########################################", BAR_WIDTH - full, "", sweep->n_done, n_all);
  fflush (stderr);
}

static void
hide_progress (const CliSweep *sweep)
{
  if (sweep->terminal)
    fprintf (stderr, "\r\033[K");
}

/* ---- Interrupted --------------------------------------------------------------------------- */

static volatile sig_atomic_t interrupted;

static void
interrupt_cb (int number)
{
  interrupted = 1;
}

/* Ctrl+C once ends it between two lines, twice at once.  Who was told to ignore it does.  */
static void
listen_for_interrupt (void)
{
  struct sigaction action = {.sa_handler = interrupt_cb, .sa_flags = (int) SA_RESETHAND | SA_RESTART};
  struct sigaction before;

  if (sigaction (SIGINT, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
    sigaction (SIGINT, &action, NULL);
}

/* Ends as an interrupted program does, so that whoever called knows.  */
static void
end_by_interrupt (const CliSweep *sweep)
{
  char done[24], all[24];

  g_snprintf (done, sizeof done, "%" G_GUINT64_FORMAT, sweep->n_done);
  g_snprintf (all, sizeof all, "%" G_GUINT64_FORMAT, sweep->last - sweep->first + 1);
  /* Translators: Ctrl+C was pressed; numbers of battles.  */
  cli_message (_("Interrupted after %1$s of %2$s battles."), done, all);
  fflush (stdout);
  signal (SIGINT, SIG_DFL);
  raise (SIGINT);
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
print_line (const CliSweep *sweep, const CliRecord *record)
{
  if (!sweep->csv) {
    print_json_line (record);
    return;
  }
  if (sweep->n_done == 0)
    cli_record_print_csv_names (record);
  cli_record_print_csv (record);
}

static void
tell_problems (CliSweep *sweep, guint64 seed, const EngineRun *run)
{
  char number[24];

  g_snprintf (number, sizeof number, "%" G_GUINT64_FORMAT, seed);
  for (guint i = 0; i < run->problems->len; i++) {
    if (sweep->n_problems++ >= PROBLEMS_TOLD)
      continue;
    hide_progress (sweep);
    /* Translators: a seed, then a sentence about an order that was not understood.  */
    cli_message (_("Seed %1$s: %2$s"), number, (const char *) g_ptr_array_index (run->problems, i));
  }
}

gboolean
cli_sweep_take (guint64 seed, const EngineRun *run, gpointer data)
{
  CliSweep *sweep = data;
  g_auto (CliRecord) record = {0};

  cli_record_init (&record, sweep->scenario, seed, sweep->options, &run->result);
  tell_problems (sweep, seed, run);
  if (sweep->summary != NULL)
    cli_summary_add (sweep->summary, &record);
  else
    print_line (sweep, &record);
  sweep->n_done++;
  show_progress (sweep);
  return !ferror (stdout) && !interrupted;
}

/* ---- Beginning and end --------------------------------------------------------------------- */

void
cli_sweep_options_clear (CliSweepOptions *options)
{
  g_clear_pointer (&options->seeds, g_free);
  g_clear_pointer (&options->jobs, g_free);
  g_clear_pointer (&options->format, g_free);
}

static gboolean
read_format (CliSweep *sweep, const char *command, const char *format)
{
  sweep->csv = g_strcmp0 (format, "csv") == 0;
  if (format == NULL || sweep->csv || strcmp (format, "jsonl") == 0)
    return TRUE;
  /* Translators: what was typed; keep the names of the formats.  */
  cli_usage (command, _("There is no format “%s”; there are “jsonl” and “csv”."), format);
  return FALSE;
}

gboolean
cli_sweep_init (CliSweep *sweep, const char *command, const CliSweepOptions *options)
{
  *sweep = (CliSweep){.jobs = MIN (g_get_num_processors (), JOBS_MOST)};
  if (options->seeds == NULL) {
    /* Translators: an option that has to be given.  */
    cli_usage (command, _("This is missing: %s"), "--seeds");
    return FALSE;
  }
  if (!cli_read_seeds (command, options->seeds, &sweep->first, &sweep->last) ||
      !cli_read_whole (command, "--jobs", options->jobs, 1, JOBS_MOST, &sweep->jobs) ||
      !read_format (sweep, command, options->format))
    return FALSE;
  if (options->summary)
    sweep->summary = cli_summary_new (sweep->first, sweep->last);
  return TRUE;
}

void
cli_sweep_clear (CliSweep *sweep)
{
  g_clear_pointer (&sweep->summary, cli_summary_free);
}

void
cli_sweep_begin (CliSweep *sweep, const ScenarioBattle *scenario, const EngineRunOptions *options)
{
  sweep->scenario = scenario;
  sweep->options = options;
  sweep->terminal = isatty (STDERR_FILENO);
  listen_for_interrupt ();
  show_progress (sweep);
}

CliStatus
cli_sweep_end (CliSweep *sweep, const GError *error)
{
  hide_progress (sweep);
  if (interrupted && sweep->n_done <= sweep->last - sweep->first)
    end_by_interrupt (sweep);
  if (error != NULL)
    return cli_fail (error);
  if (sweep->summary != NULL)
    cli_summary_print (sweep->summary, sweep->scenario->id, sweep->csv);
  if (sweep->n_problems > PROBLEMS_TOLD)
    cli_message (ngettext ("%u order was not understood in all.",
                           "%u orders were not understood in all.", sweep->n_problems),
                 sweep->n_problems);
  return sweep->n_problems > 0 ? CLI_BAD_INPUT : CLI_DONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `batch`: a battle with many seeds, one line each, or the summary of all.  */
#include "app/cli-sweep.h"

#include <glib/gi18n-lib.h>

typedef struct {
  CliBattle battle;
  CliSweepOptions sweep;
} Options;

static void
options_clear (Options *options)
{
  cli_battle_clear (&options->battle);
  cli_sweep_options_clear (&options->sweep);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
      CLI_SWEEP_ENTRIES (&options->sweep),
      CLI_BATTLE_ENTRIES (&options->battle),
      CLI_UNTIL_ENTRY (&options->battle),
      G_OPTION_ENTRY_NULL,
  };

  return cli_parse ("batch", N_("SCENARIO"),
                    _("Runs a battle once for each seed. The lines come in the order of the seeds,"
                      " the same for any number of jobs."),
                    entries, argc, argv, 1, 1);
}

static CliStatus
run (CliRun *plan, CliSweep *sweep)
{
  g_autoptr (OrderBook) book = NULL;
  g_autoptr (GError) error = NULL;

  plan->options.want_words = FALSE;
  if (plan->options.orders != NULL) {
    book = cli_run_book (plan, &error);
    if (book == NULL)
      return cli_fail (error);
    plan->options.book = book;
  }
  cli_sweep_begin (sweep, plan->scenario, &plan->options);
  engine_run_batch (plan->scenario, &plan->options, sweep->first, sweep->last, sweep->jobs,
                    cli_sweep_take, sweep, &error);
  return cli_sweep_end (sweep, error);
}

CliStatus
cli_batch (int argc, char **argv)
{
  g_auto (Options) options = {0};
  g_auto (CliSweep) sweep = {0};
  g_auto (CliRun) plan = {0};
  CliStatus status;

  if (!parse (&options, &argc, &argv) || !cli_sweep_init (&sweep, "batch", &options.sweep))
    return CLI_BAD_USAGE;
  status = cli_run_prepare (&plan, "batch", argv[1], &options.battle);
  return status == CLI_DONE ? run (&plan, &sweep) : status;
}

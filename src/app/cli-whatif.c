/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `whatif`: a replay taken up again at a moment, with other luck or other orders, many times.  */
#include "app/cli-sweep.h"

#include "engine/engine-fork.h"

#include <glib/gi18n-lib.h>

typedef struct {
  CliSweepOptions sweep;
  char *at, *orders, *language;
} Options;

static void
options_clear (Options *options)
{
  cli_sweep_options_clear (&options->sweep);
  g_free (options->at);
  g_free (options->orders);
  g_free (options->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
      {"at", 0, 0, G_OPTION_ARG_STRING, &options->at,
       N_("The moment from which the battle may go another way"), N_("SECONDS")},
      {"orders", 0, 0, G_OPTION_ARG_FILENAME, &options->orders,
       N_("From then on give the orders of this file, not those that were recorded"), N_("FILE")},
      CLI_LANGUAGE_ENTRY (&options->language),
      CLI_SWEEP_ENTRIES (&options->sweep),
      G_OPTION_ENTRY_NULL,
  };

  /* Translators: REPLAY stands for the name of a file.  */
  return cli_parse ("whatif", N_("REPLAY"),
                    _("Plays a replay to a moment and ends the battle once for each seed from"
                      " there. The replay's own seed goes on as it was recorded."),
                    entries, argc, argv, 1, 1);
}

static gboolean
check (const Options *options, CliSweep *sweep, SimTick *at, char **language)
{
  if (options->at == NULL) {
    /* Translators: an option that has to be given.  */
    cli_usage ("whatif", _("This is missing: %s"), "--at");
    return FALSE;
  }
  return cli_read_moment ("whatif", "--at", options->at, at) &&
         cli_read_language ("whatif", options->language, language) &&
         cli_sweep_init (sweep, "whatif", &options->sweep);
}

static CliStatus
run (EngineFork *fork, CliSweep *sweep)
{
  g_autoptr (GError) error = NULL;

  cli_sweep_begin (sweep, engine_fork_get_scenario (fork), engine_fork_get_options (fork));
  engine_fork_sweep (fork, sweep->first, sweep->last, sweep->jobs, cli_sweep_take, sweep, &error);
  return cli_sweep_end (sweep, error);
}

CliStatus
cli_whatif (int argc, char **argv)
{
  g_auto (Options) options = {0};
  g_auto (CliSweep) sweep = {0};
  g_autoptr (ScenarioReplay) replay = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (EngineFork) fork = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *language = NULL;
  SimTick at = 0;

  if (!parse (&options, &argc, &argv) || !check (&options, &sweep, &at, &language))
    return CLI_BAD_USAGE;
  replay = scenario_replay_load (argv[1], &error);
  if (replay == NULL)
    return cli_fail (error);
  if (options.orders != NULL) {
    orders = scenario_orders_load (options.orders, &error);
    if (orders == NULL)
      return cli_fail (error);
  }
  fork = engine_fork_new (replay, at, orders, language, &error);
  return fork != NULL ? run (fork, &sweep) : cli_fail (error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `generate`: a random battle as a file.  */
#include "app/cli-common.h"

#include "scenario/scenario-generate.h"
#include "scenario/scenario-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  char *seed, *size, *machines, *odds, *hour, *task, *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->seed);
  g_free (options->size);
  g_free (options->machines);
  g_free (options->odds);
  g_free (options->hour);
  g_free (options->task);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
      {"seed", 0, 0, G_OPTION_ARG_STRING, &options->seed, N_("Seed, 0 to 9007199254740991 (0)"),
       N_("N")},
      {"size", 0, 0, G_OPTION_ARG_STRING, &options->size,
       N_("Side of the map, 12 to 40; by default enough for the machines"),
       /* Translators: stands for kilometres.  */
       N_("KM")},
      {"machines", 0, 0, G_OPTION_ARG_STRING, &options->machines,
       N_("Machines of the squadron, 5 to 24 (21)"),
       /* Translators: stands for a number of machines.  */
       N_("M")},
      {"odds", 0, 0, G_OPTION_ARG_STRING, &options->odds,
       N_("Strength of the Legion by that of the squadron, 1 to 4 (2)"),
       /* Translators: stands for a ratio.  */
       N_("X")},
      {"hour", 0, 0, G_OPTION_ARG_STRING, &options->hour, N_("Hour of the day, 0 to 24 (5.25)"),
       /* Translators: stands for an hour.  */
       N_("H")},
      {"task", 0, 0, G_OPTION_ARG_STRING, &options->task, N_("hold (default), delay, escort or raid"),
       /* Translators: stands for the name of a task.  */
       N_("TASK")},
      {"output", 0, 0, G_OPTION_ARG_FILENAME, &options->output,
       N_("The file to write; by default standard output"), N_("FILE")},
      G_OPTION_ENTRY_NULL,
  };

  return cli_parse ("generate", "", _("Makes a complete scenario from a seed."), entries, argc,
                    argv, 0, 0);
}

static gboolean
read_task (const char *text, ScenarioKind *kind)
{
  const char *names[SCENARIO_N_KINDS + 1] = {NULL};
  const char *nearest;
  int found;

  if (text == NULL)
    return TRUE;
  found = scenario_kind_from_name (text);
  if (found >= 0) {
    *kind = (ScenarioKind) found;
    return TRUE;
  }
  for (guint i = 0; i < SCENARIO_N_KINDS; i++)
    names[i] = scenario_kind_name (i);
  nearest = cli_nearest (text, names);
  if (nearest != NULL)
    /* Translators: what was typed, a name that exists.  */
    cli_usage ("generate", _("There is no task “%1$s”; did you mean “%2$s”?"), text, nearest);
  else
    /* Translators: what was typed.  */
    cli_usage ("generate", _("There is no task “%s”."), text);
  return FALSE;
}

static gboolean
read_recipe (const Options *options, ScenarioRecipe *recipe)
{
  return cli_read_seed ("generate", options->seed, &recipe->seed) &&
         cli_read_number ("generate", "--size", options->size, SCENARIO_SIZE_LEAST_KM,
                          SCENARIO_SIZE_MOST_KM, &recipe->size_km) &&
         cli_read_whole ("generate", "--machines", options->machines, SCENARIO_MACHINES_LEAST,
                         SCENARIO_MACHINES_MOST, &recipe->machines) &&
         cli_read_number ("generate", "--odds", options->odds, SCENARIO_ODDS_LEAST,
                          SCENARIO_ODDS_MOST, &recipe->odds) &&
         cli_read_number ("generate", "--hour", options->hour, 0, 24, &recipe->hour) &&
         read_task (options->task, &recipe->kind);
}

CliStatus
cli_generate (int argc, char **argv)
{
  g_auto (Options) options = {0};
  ScenarioRecipe recipe = scenario_recipe_default ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse (&options, &argc, &argv) || !read_recipe (&options, &recipe))
    return CLI_BAD_USAGE;
  text = scenario_generate (&recipe, &error);
  if (text == NULL)
    return cli_fail (error);
  if (options.output == NULL)
    fputs (text, stdout);
  else if (!scenario_file_write (options.output, text, strlen (text), &error))
    return cli_fail (error);
  return CLI_DONE;
}

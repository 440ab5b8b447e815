/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files: `list` and `validate`.  */
#include "app/cli-common.h"

#include <glib/gi18n-lib.h>

/* ---- list ---------------------------------------------------------------------------------- */

static void
print_entries_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++) {
    const ScenarioEntry *entry = g_ptr_array_index (entries, i);
    g_autofree char *path = g_utf8_make_valid (entry->path, -1);

    json_builder_begin_object (builder);
    cli_json_string (builder, "id", entry->id);
    cli_json_string (builder, "title", entry->title);
    cli_json_string (builder, "kind", entry->kind);
    cli_json_string (builder, "path", path);
    cli_json_bool (builder, "valid", !scenario_problems_fatal (entry->problems));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  cli_print_json (builder, TRUE);
}

static void
print_entries_text (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++) {
    const ScenarioEntry *entry = g_ptr_array_index (entries, i);

    printf ("%-20s %-9s %s\n%-20s %-9s %s\n", entry->id, entry->kind, entry->title, "", "",
            entry->path);
    if (scenario_problems_fatal (entry->problems))
      /* Translators: an id; keep “handler-one validate”.  */
      cli_message (_("“%s” can not be used; “handler-one validate” says why."), entry->id);
  }
}

CliStatus
cli_list (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print a JSON array"), NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) found = NULL;

  if (!cli_parse ("list", NULL, _("Lists built-in and your own scenarios and campaigns."),
                  entries, &argc, &argv, 0, 0))
    return CLI_BAD_USAGE;
  found = scenario_catalogue ();
  if (json)
    print_entries_json (found);
  else
    print_entries_text (found);
  return CLI_DONE;
}

/* ---- validate ------------------------------------------------------------------------------ */

static const char *
level_name (ScenarioLevel level)
{
  return level == SCENARIO_PROBLEM_ERROR ? "error" : "warning";
}

static void
print_problems (const char *path, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++) {
    const ScenarioProblem *problem = g_ptr_array_index (problems, i);

    printf ("%s:%u:%u: %s: %s: %s\n", path, problem->line, problem->column,
            level_name (problem->level), problem->pointer, problem->message);
  }
}

static void
add_problems_json (JsonBuilder *builder, const char *path, GPtrArray *problems)
{
  g_autofree char *name = g_utf8_make_valid (path, -1);

  for (guint i = 0; i < problems->len; i++) {
    const ScenarioProblem *problem = g_ptr_array_index (problems, i);

    json_builder_begin_object (builder);
    cli_json_string (builder, "file", name);
    cli_json_int (builder, "line", problem->line);
    cli_json_int (builder, "column", problem->column);
    cli_json_string (builder, "level", level_name (problem->level));
    cli_json_string (builder, "pointer", problem->pointer);
    cli_json_string (builder, "code", problem->code);
    cli_json_string (builder, "message", problem->message);
    json_builder_end_object (builder);
  }
}

/* One file; the problems are printed, or added to `builder`.  */
static CliStatus
validate (const char *path, JsonBuilder *builder)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;

  scenario_validate_file (path, problems, &error);
  if (error != NULL)
    return cli_fail (error);
  if (builder != NULL)
    add_problems_json (builder, path, problems);
  else
    print_problems (path, problems);
  return scenario_problems_fatal (problems) ? CLI_BAD_INPUT : CLI_DONE;
}

CliStatus
cli_validate (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print a JSON array"), NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  CliStatus worst = CLI_DONE;

  if (!cli_parse ("validate", N_("FILE…"),
                  _("Checks scenario, campaign, rules, phrases, orders, save and replay files."),
                  entries, &argc, &argv, 1, G_MAXINT))
    return CLI_BAD_USAGE;
  json_builder_begin_array (builder);
  for (int i = 1; i < argc; i++) {
    CliStatus status = validate (argv[i], json ? builder : NULL); /* MAX would call it twice */

    worst = MAX (worst, status);
  }
  json_builder_end_array (builder);
  if (json)
    cli_print_json (builder, TRUE);
  return worst;
}

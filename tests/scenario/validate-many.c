/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Validates the files named on standard input, one a line, and answers each with a line of JSON:
 * the codes of its errors.  */
#include "scenario/scenario-writer.h"
#include "scenario/scenario.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static void
answer (const char *path)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;
  g_auto (ScenarioWriter) writer;

  scenario_validate_file (path, problems, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  scenario_writer_init (&writer, FALSE);
  scenario_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < problems->len; i++) {
    const ScenarioProblem *problem = g_ptr_array_index (problems, i);

    if (problem->level != SCENARIO_PROBLEM_ERROR)
      continue;
    scenario_writer_begin_array (&writer, NULL);
    scenario_writer_string (&writer, NULL, problem->code);
    scenario_writer_string (&writer, NULL, problem->pointer);
    scenario_writer_string (&writer, NULL, problem->message);
    scenario_writer_end_array (&writer);
  }
  scenario_writer_end_array (&writer);
  puts (writer.text->str);
}

int
main (void)
{
  char path[4096];

  setlocale (LC_ALL, "");
  while (fgets (path, sizeof path, stdin) != NULL) {
    path[strcspn (path, "\n")] = '\0';
    answer (path);
  }
  return 0;
}

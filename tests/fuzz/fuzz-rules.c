/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules, phrases, campaigns: files of one text that are only checked.  What is wrong is said with a
 * place, and the same each time.  */
#include "fuzz.h"

#include "scenario/scenario.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_begin ();
  return 0;
}

static GPtrArray *
check (const char *path)
{
  GPtrArray *problems = scenario_problems_new ();
  g_autoptr (GError) error = NULL;
  gboolean valid = scenario_validate_file (path, problems, &error);

  g_assert_no_error (error);
  g_assert_true (valid == !scenario_problems_fatal (problems));
  return problems;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *path = fuzz_file (data, size);
  g_autoptr (GPtrArray) once = check (path), twice = check (path);

  g_assert_cmpuint (once->len, ==, twice->len);
  for (guint i = 0; i < once->len; i++) {
    const ScenarioProblem *problem = g_ptr_array_index (once, i);

    g_assert_cmpuint (problem->line, >, 0);
    g_assert_true (g_str_has_prefix (problem->pointer, "/"));
    g_assert_true (g_utf8_validate (problem->message, -1, NULL));
  }
  return 0;
}

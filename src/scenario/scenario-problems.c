/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of problems of a file.  */
#include "scenario/scenario-problems.h"

#include <glib/gi18n-lib.h>

#define MAX_POINTER_BYTES 400
#define MAX_MESSAGE_BYTES 800

G_DEFINE_QUARK (scenario-error-quark, scenario_error)

static void
problem_free (gpointer data)
{
  ScenarioProblem *problem = data;

  g_free (problem->pointer);
  g_free (problem->message);
  g_free (problem);
}

GPtrArray *
scenario_problems_new (void)
{
  return g_ptr_array_new_with_free_func (problem_free);
}

static gboolean
problem_is_error (gconstpointer data)
{
  return ((const ScenarioProblem *) data)->level == SCENARIO_PROBLEM_ERROR;
}

gboolean
scenario_problems_fatal (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    if (problem_is_error (g_ptr_array_index (problems, i)))
      return TRUE;
  return FALSE;
}

/* What goes to a terminal or a window: no control characters (they come from hostile files), and
 * no more bytes than a line can bear.  */
static char *
clean_text (const char *text, gsize max)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (clean->len > max) {
      g_string_append (clean, "…");
      break;
    }
    if (scenario_is_plain (character))
      g_string_append_unichar (clean, character);
    else
      g_string_append_printf (clean, "<U+%04X>", character);
  }
  return g_strdup (clean->str);
}

gboolean
scenario_is_plain (gunichar character)
{
  if (character < 0x20 || (character >= 0x7F && character <= 0x9F))
    return FALSE;
  if (character == 0x2028 || character == 0x2029)
    return FALSE;
  return (character < 0x202A || character > 0x202E) && (character < 0x2066 || character > 0x2069);
}

static ScenarioProblem *
problem_new (ScenarioLevel level, guint line, guint column, const char *pointer, const char *code,
             const char *message)
{
  ScenarioProblem *problem = g_new0 (ScenarioProblem, 1);

  problem->level = level;
  problem->line = line;
  problem->column = column;
  problem->pointer = clean_text (pointer, MAX_POINTER_BYTES);
  problem->code = code;
  problem->message = clean_text (message, MAX_MESSAGE_BYTES);
  return problem;
}

void
scenario_problem_add (GPtrArray *problems, ScenarioLevel level, guint line, guint column,
                      const char *pointer, const char *code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (problems->len > SCENARIO_MAX_PROBLEMS)
    return;
  if (problems->len == SCENARIO_MAX_PROBLEMS) {
    g_ptr_array_add (problems, problem_new (SCENARIO_PROBLEM_ERROR, line, column, "/",
                                            SCENARIO_CODE_LIMIT,
                                            _ ("further problems are not listed")));
    return;
  }
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (problems, problem_new (level, line, column, pointer, code, message));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const ScenarioProblem *one = *(ScenarioProblem *const *) a;
  const ScenarioProblem *two = *(ScenarioProblem *const *) b;

  if (one->line != two->line)
    return one->line < two->line ? -1 : 1;
  if (one->column != two->column)
    return one->column < two->column ? -1 : 1;
  return 0;
}

void
scenario_problems_sort (GPtrArray *problems)
{
  g_ptr_array_sort (problems, compare_places); /* stable */
}

void
scenario_problems_to_error (GPtrArray *problems, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  const ScenarioProblem *first = NULL;
  guint more = 0;

  for (guint i = 0; i < problems->len; i++) {
    if (!problem_is_error (g_ptr_array_index (problems, i)))
      continue;
    if (first == NULL)
      first = g_ptr_array_index (problems, i);
    else
      more++;
  }
  if (first == NULL)
    g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID, _ ("%s can not be used"), name);
  else if (more == 0)
    g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID, "%s:%u:%u: %s: %s", name,
                 first->line, first->column, first->pointer, first->message);
  else
    g_set_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID,
                 /* Translators: file, line, column, place in the file, problem; how many more.  */
                 ngettext ("%1$s:%2$u:%3$u: %4$s: %5$s (and %6$u more problem)",
                           "%1$s:%2$u:%3$u: %4$s: %5$s (and %6$u more problems)", more),
                 name, first->line, first->column, first->pointer, first->message, more);
}

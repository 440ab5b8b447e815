/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking a file of any format.  */
#include "scenario/scenario-battle.h"

#include "scenario/scenario-formats.h"
#include "scenario/scenario-gate.h"
#include "scenario/scenario-journal.h"
#include "scenario/scenario-results.h"
#include "scenario/scenario-lines.h"
#include "scenario/scenario-phrases.h"
#include "scenario/scenario-tape.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef void (*CheckFunc) (const char *path, GPtrArray *problems, GError **error);

static void
check_scenario (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (ScenarioBattle) battle = scenario_battle_read (path, NULL, problems, error);
}

static void
check_campaign (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (ScenarioCampaign) campaign = scenario_campaign_read (path, problems, error);
}

static void
check_rules (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (ScenarioRules) rules = scenario_rules_read (path, problems, error);
}

static void
check_phrases (const char *path, GPtrArray *problems, GError **error)
{
  OrderPhrases phrases;

  if (scenario_phrases_read (path, &phrases, problems, error))
    order_phrases_clear (&phrases);
}

static void
check_orders (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) orders = scenario_orders_read (path, problems, error);
}

static void
check_results (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (GHashTable) results = scenario_results_read (path, problems, error);
}

/* The log may be sound and yet not play here: that is a warning.  */
static void
check_log (const ScenarioReplay *log, GPtrArray *problems)
{
  g_autoptr (ScenarioBattle) battle = scenario_replay_load_battle (log, NULL);

  if (battle == NULL)
    scenario_problem_add (problems, SCENARIO_PROBLEM_WARNING, 2, 1, "/scenario",
                          SCENARIO_CODE_REFERENCE, _ ("the scenario “%s” can not be loaded here"),
                          log->scenario);
  else if (strcmp (battle->content_hash, log->content_hash) != 0)
    scenario_problem_add (problems, SCENARIO_PROBLEM_WARNING, 2, 1, "/content_hash",
                          SCENARIO_CODE_REFERENCE,
                          _ ("the scenario “%s” or its rules have changed since"), log->scenario);
}

static void
check_replay (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (ScenarioReplay) replay = scenario_replay_read (path, problems, error);

  if (replay != NULL)
    check_log (replay, problems);
}

/* What the bytes of the state mean only the engine knows.  */
static void
check_save (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (ScenarioSave) save = scenario_save_read (path, problems, error);

  if (save != NULL)
    check_log (save->log, problems);
}

/* What goes on from a save says nothing of the battle itself.  */
static void
check_journal (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (ScenarioJournal) journal = scenario_journal_read (path, problems, error);
}

static void
check_tape (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (ScenarioTape) tape = scenario_tape_read (path, problems, error);
}

/* Formats of many lines, known by the first.  */
static const struct {
  const char *format;
  CheckFunc check;
} line_formats[] = {
    {"handler-one/replay", check_replay},
    {"handler-one/save", check_save},
    {"handler-one/journal", check_journal},
    {"handler-one/tape", check_tape},
};

#define FORMAT_RULES 2

static const char *const text_formats[] = {"handler-one/scenario", "handler-one/campaign",
                                           "handler-one/rules", "handler-one/phrases",
                                           "handler-one/orders", "handler-one/results"};
static const CheckFunc text_checks[] = {check_scenario, check_campaign, check_rules, check_phrases,
                                        check_orders, check_results};

G_STATIC_ASSERT (G_N_ELEMENTS (text_formats) == G_N_ELEMENTS (text_checks));

/* Rules may have more numbers than an object of other files has members.  */
static gboolean
names_rules (const char *path)
{
  g_auto (ScenarioFile) file;
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  ScenarioObject root;
  ScenarioValue value;

  if (!scenario_file_open_within (&file, path, &scenario_gate_rules, problems, NULL) ||
      !scenario_object_begin (&root, scenario_document_root (file.document)))
    return FALSE;
  value = scenario_object_get (&root, "format");
  return scenario_value_kind (value) == SCENARIO_VALUE_STRING &&
         strcmp (scenario_value_string (value, 1, 64), text_formats[FORMAT_RULES]) == 0;
}

/* Index of the format that the text names, or -1 with a problem.  */
static int
text_format (const char *path, GPtrArray *problems, GError **error)
{
  g_auto (ScenarioFile) file;
  ScenarioObject root;
  ScenarioValue value;
  const char *format;
  g_autofree char *message = NULL;

  if (names_rules (path))
    return FORMAT_RULES;
  if (!scenario_file_open (&file, path, problems, error) ||
      !scenario_object_begin (&root, scenario_document_root (file.document)))
    return -1;
  value = scenario_object_require (&root, "format");
  format = scenario_value_string (value, 1, 64);
  for (guint i = 0; i < G_N_ELEMENTS (text_formats); i++)
    if (strcmp (format, text_formats[i]) == 0) {
      g_ptr_array_set_size (problems, 0); /* they will be found again */
      return (int) i;
    }
  if (*format == '\0')
    return -1;
  message = scenario_did_you_mean (
      g_strdup_printf (_ ("“%s” is no format of this program"), format), format, text_formats,
      G_N_ELEMENTS (text_formats));
  scenario_value_error (value, SCENARIO_CODE_FORMAT, "%s", message);
  return -1;
}

static CheckFunc
check_of_lines (const char *bytes, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (line_formats); i++)
    if (scenario_lines_is (bytes, length, line_formats[i].format))
      return line_formats[i].check;
  return NULL;
}

gboolean
scenario_validate_file (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (GError) why = NULL;
  gsize length = 0;
  g_autofree char *bytes =
      scenario_file_read (path, SCENARIO_GATE_SAVE_BYTES, &length, problems, &why);
  CheckFunc check = bytes != NULL ? check_of_lines (bytes, length) : NULL;
  int format;

  if (check != NULL) {
    check (path, problems, &why);
  } else if (bytes != NULL) {
    format = text_format (path, problems, &why);
    if (format >= 0)
      text_checks[format](path, problems, &why);
  }
  scenario_problems_sort (problems);
  if (why == NULL)
    return !scenario_problems_fatal (problems);
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

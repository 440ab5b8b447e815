/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli-result.h"

#include <math.h>
#include <string.h>

const char *
cli_outcome_name (SimOutcome outcome)
{
  static const char *const names[] = {"undecided", "won", "held", "lost"};

  return outcome < G_N_ELEMENTS (names) ? names[outcome] : names[0];
}

static const char *
difficulty_name (SimDifficulty difficulty)
{
  static const char *const names[] = {"guided", "standard", "severe"};

  return difficulty < G_N_ELEMENTS (names) ? names[difficulty] : names[SIM_DIFFICULTY_STANDARD];
}

/* ---- Filling ------------------------------------------------------------------------------- */

static CliValue *
add (CliRecord *record, const char *name, CliValueKind kind)
{
  CliValue *value = &record->values[record->n++];

  g_assert (record->n <= CLI_N_VALUES);
  value->name = name;
  value->kind = kind;
  return value;
}

static void
add_string (CliRecord *record, const char *name, const char *string)
{
  add (record, name, CLI_VALUE_STRING)->string = g_strdup (string);
}

static void
add_measure (CliRecord *record, const char *name, CliValueKind kind, double number)
{
  CliValue *value = add (record, name, kind);

  value->measured = TRUE;
  value->number = number;
}

/* What she believed beside what was true.  */
static void
add_quality (CliRecord *record, const EngineResult *result)
{
  const struct {
    const char *name;
    double number;
  } reals[] = {
      {"report_delay_median_s", result->report_delay_median_s},
      {"report_delay_p95_s", result->report_delay_p95_s},
      {"enemies_known", result->enemies_known},
      {"near_enemies_known", result->near_enemies_known},
      {"track_error_m", result->track_error_m},
      {"tracks_empty", result->tracks_empty},
      {"own_fix_error_m", result->own_fix_error_m},
      {"own_ghost_error_m", result->own_ghost_error_m},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reals); i++)
    add_measure (record, reals[i].name, CLI_VALUE_REAL, reals[i].number);
}

static guint
count_decisions (const EngineResult *result)
{
  guint sum = 0;

  for (guint i = 0; i < ENGINE_N_DECISIONS; i++)
    sum += result->decisions[i];
  return sum;
}

static void
add_measures (CliRecord *record, const EngineResult *result)
{
  const struct {
    const char *name;
    guint number;
  } wholes[] = {
      {"duration_s", result->duration_s},
      {"squadron_alive", result->squadron_alive},
      {"squadron_lost", result->squadron_lost},
      {"machines_lost", result->machines_lost},
      {"legion_total", result->legion_total},
      {"legion_destroyed", result->legion_destroyed},
      {"wrecks_taken", result->wrecks_taken},
      {"bodies_taken", result->bodies_taken},
      {"faults", result->faults},
      {"orders_given", result->orders_given},
      {"orders_done", result->orders_done},
      {"orders_refused", result->orders_refused},
      {"reports_sent", result->reports_sent},
      {"reports_lost", result->reports_lost},
  };

  add_measure (record, "score", CLI_VALUE_REAL, result->score);
  add_measure (record, "task", CLI_VALUE_REAL, result->task);
  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    add_measure (record, wholes[i].name, CLI_VALUE_WHOLE, wholes[i].number);
  add_measure (record, "mean_report_delay_s", CLI_VALUE_REAL, result->mean_report_delay_s);
  add_measure (record, "link_strain_peak", CLI_VALUE_REAL, result->link_strain_peak);
  add_measure (record, "decision_points", CLI_VALUE_WHOLE, count_decisions (result));
  /* Nine of ten gaps between them, in seconds of the player.  */
  add_measure (record, "decision_gap_contact_s", CLI_VALUE_REAL, result->contact_gap_s);
  add_measure (record, "decision_gap_quiet_s", CLI_VALUE_REAL, result->quiet_gap_s);
  add_quality (record, result);
}

void
cli_record_init (CliRecord *record, const ScenarioBattle *scenario, guint64 seed,
                 const EngineRunOptions *options, const EngineResult *result)
{
  g_autofree char *hash = engine_format_hash (result->hash);
  g_autofree char *picture_hash = engine_format_hash (result->picture_hash);

  memset (record, 0, sizeof *record);
  add_string (record, "scenario", scenario->id);
  add (record, "seed", CLI_VALUE_WHOLE)->number = (double) seed; /* below 2^53: exact */
  add_string (record, "difficulty", difficulty_name (options->difficulty));
  add_string (record, "staff", staff_kind_name (options->staff));
  add_string (record, "outcome", cli_outcome_name (result->outcome));
  add_measures (record, result);
  add_string (record, "hash", hash);
  add_string (record, "picture_hash", picture_hash);
}

void
cli_record_clear (CliRecord *record)
{
  for (guint i = 0; i < record->n; i++)
    g_clear_pointer (&record->values[i].string, g_free);
  record->n = 0;
}

/* ---- Writing ------------------------------------------------------------------------------- */

void
cli_record_add_json (const CliRecord *record, JsonBuilder *builder)
{
  for (guint i = 0; i < record->n; i++) {
    const CliValue *value = &record->values[i];

    if (value->kind == CLI_VALUE_STRING)
      cli_json_string (builder, value->name, value->string);
    else if (value->kind == CLI_VALUE_WHOLE)
      cli_json_int (builder, value->name, (gint64) value->number);
    else
      cli_json_real (builder, value->name, value->number);
  }
}

void
cli_record_print_csv_names (const CliRecord *record)
{
  for (guint i = 0; i < record->n; i++)
    printf ("%s%s", i > 0 ? "," : "", record->values[i].name);
  putchar ('\n');
}

/* No value needs quotes: ids, names of constants and hex digits hold no commas.  */
void
cli_record_print_csv (const CliRecord *record)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < record->n; i++) {
    const CliValue *value = &record->values[i];

    if (i > 0)
      putchar (',');
    if (value->kind == CLI_VALUE_STRING)
      fputs (value->string, stdout);
    else if (value->kind == CLI_VALUE_WHOLE)
      printf ("%" G_GINT64_FORMAT, (gint64) value->number);
    else if (isfinite (value->number))
      fputs (g_ascii_formatd (number, sizeof number, "%.6f", value->number), stdout);
  }
  putchar ('\n');
}

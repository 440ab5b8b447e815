/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result as a record of named values: the one list from which JSON, CSV and the summary of a
 * batch are made.  */
#pragma once

#include "app/cli-common.h"

G_BEGIN_DECLS

typedef enum {
  CLI_VALUE_STRING,
  CLI_VALUE_WHOLE,
  CLI_VALUE_REAL, /* NaN: not known */
} CliValueKind;

typedef struct {
  const char *name;
  CliValueKind kind;
  gboolean measured; /* an outcome of the battle, worth a mean */
  char *string;      /* (owned) */
  double number;
} CliValue;

#define CLI_N_VALUES 48

typedef struct {
  guint n;
  CliValue values[CLI_N_VALUES];
} CliRecord;

void cli_record_init (CliRecord *record, const ScenarioBattle *scenario, guint64 seed,
                      const EngineRunOptions *options, const EngineResult *result);
void cli_record_clear (CliRecord *record);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliRecord, cli_record_clear)

/* The members of a JSON object that is open.  */
void cli_record_add_json (const CliRecord *record, JsonBuilder *builder);
void cli_record_print_csv_names (const CliRecord *record);
void cli_record_print_csv (const CliRecord *record);

/* "won", "held", "lost", "undecided".  */
const char *cli_outcome_name (SimOutcome outcome);

G_END_DECLS

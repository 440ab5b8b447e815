/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `batch` and `whatif` share: a range of seeds, one line for each battle or the summary of
 * all, and a progress bar on a terminal's standard error.  */
#pragma once

#include "app/cli-batch-summary.h"

G_BEGIN_DECLS

/* The options as typed: fill with zeros, add the entries to the command's.  */
typedef struct {
  char *seeds, *jobs, *format;
  gboolean summary;
} CliSweepOptions;

#define CLI_SWEEP_ENTRIES(options)                                                                \
  {"seeds", 0, 0, G_OPTION_ARG_STRING, &(options)->seeds, N_("First and last seed"), N_("A..B")}, \
  {"jobs", 0, 0, G_OPTION_ARG_STRING, &(options)->jobs,                                           \
   N_("Battles at the same time; by default one for each processor"),                             \
   /* Translators: J stands for a number of jobs.  */                                             \
   N_("J")},                                                                                      \
  {"format", 0, 0, G_OPTION_ARG_STRING, &(options)->format, N_("jsonl (default) or csv"),         \
   /* Translators: FORMAT stands for one of these words.  */                                      \
   N_("FORMAT")},                                                                                 \
  {"summary", 0, 0, G_OPTION_ARG_NONE, &(options)->summary, /* xgettext:no-c-format */            \
   N_("Print means and 95 % intervals instead of the lines"), NULL}

void cli_sweep_options_clear (CliSweepOptions *options);

typedef struct {
  guint64 first, last;
  guint jobs;
  gboolean csv;
  gboolean terminal; /* standard error shows a progress bar */
  guint64 n_done;
  guint n_problems;
  CliSummary *summary;              /* (owned) (nullable) */
  const ScenarioBattle *scenario;   /* borrowed, as the options */
  const EngineRunOptions *options;
} CliSweep;

/* Checks the options; FALSE after a message: the status is CLI_BAD_USAGE.  */
gboolean cli_sweep_init (CliSweep *sweep, const char *command, const CliSweepOptions *options);
void cli_sweep_clear (CliSweep *sweep);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliSweep, cli_sweep_clear)

/* Before the first battle: what the battles are made from.  */
void cli_sweep_begin (CliSweep *sweep, const ScenarioBattle *scenario,
                      const EngineRunOptions *options);
/* An EngineBatchFunc whose data is the sweep.  */
gboolean cli_sweep_take (guint64 seed, const EngineRun *run, gpointer sweep);
/* After the last; `error` (may be NULL) is why there are no more.  The status to leave with.  */
CliStatus cli_sweep_end (CliSweep *sweep, const GError *error);

G_END_DECLS

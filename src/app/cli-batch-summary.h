/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means and 95 % intervals over the battles of a batch.
 *
 * A mean's interval is Student's; a share's is Wilson's, which stays within 0 and 1.  */
#pragma once

#include "app/cli-result.h"

G_BEGIN_DECLS

typedef struct _CliSummary CliSummary;

CliSummary *cli_summary_new (guint64 first, guint64 last);
void cli_summary_free (CliSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliSummary, cli_summary_free)

void cli_summary_add (CliSummary *summary, const CliRecord *record);
/* As one JSON object that names the scenario, or as CSV: name, mean, sd, low95, high95, n.  */
void cli_summary_print (const CliSummary *summary, const char *scenario, gboolean csv);

/* For tests: the 97.5 % point of Student's distribution, and Wilson's interval.  */
double cli_student_975 (guint freedom);
void cli_wilson (guint n_yes, guint n_all, double *low, double *high);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli-batch-summary.h"

#include <math.h>
#include <string.h>

#define Z_975 1.959963984540054

/* Running mean and sum of squares of one measure (Welford 1962), which does not lose digits.  */
typedef struct {
  const char *name;
  guint n;
  double mean, squares;
} Series;

struct _CliSummary {
  guint64 first, last;
  guint n_battles;
  guint n_outcomes[SIM_OUTCOME_LOST + 1];
  guint n_series;
  Series series[CLI_N_VALUES];
};

typedef struct {
  double mean, sd, low, high; /* NaN: too few to say */
} Interval;

CliSummary *
cli_summary_new (guint64 first, guint64 last)
{
  CliSummary *summary = g_new0 (CliSummary, 1);

  summary->first = first;
  summary->last = last;
  return summary;
}

void
cli_summary_free (CliSummary *summary)
{
  if (summary == NULL)
    return;
  g_free (summary);
}

/* ---- Counting ------------------------------------------------------------------------------ */

static Series *
find_series (CliSummary *summary, const char *name)
{
  for (guint i = 0; i < summary->n_series; i++)
    if (strcmp (summary->series[i].name, name) == 0)
      return &summary->series[i];
  g_assert (summary->n_series < G_N_ELEMENTS (summary->series));
  summary->series[summary->n_series].name = name;
  return &summary->series[summary->n_series++];
}

static void
series_add (Series *series, double number)
{
  double away;

  if (!isfinite (number))
    return;
  series->n++;
  away = number - series->mean;
  series->mean += away / series->n;
  series->squares += away * (number - series->mean);
}

void
cli_summary_add (CliSummary *summary, const CliRecord *record)
{
  summary->n_battles++;
  for (guint i = 0; i < record->n; i++) {
    const CliValue *value = &record->values[i];

    if (value->measured)
      series_add (find_series (summary, value->name), value->number);
    else if (strcmp (value->name, "outcome") == 0)
      for (guint k = 0; k < G_N_ELEMENTS (summary->n_outcomes); k++)
        summary->n_outcomes[k] += strcmp (value->string, cli_outcome_name (k)) == 0;
  }
}

/* ---- Intervals ----------------------------------------------------------------------------- */

/* Expansion in powers of 1/freedom (Abramowitz and Stegun 26.7.5), good to 0.004 from 3 on; the
 * first two are known in closed form.  */
double
cli_student_975 (guint freedom)
{
  const double z = Z_975, z2 = z * z, v = freedom;

  if (freedom == 0)
    return (double) NAN;
  if (freedom == 1)
    return 12.706204736174698;
  if (freedom == 2)
    return 4.302652729749464;
  return z + z * (z2 + 1) / (4 * v) + z * ((5 * z2 + 16) * z2 + 3) / (96 * v * v) +
         z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / (384 * v * v * v) +
         z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / (92160 * v * v * v * v);
}

/* Wilson 1927.  */
void
cli_wilson (guint n_yes, guint n_all, double *low, double *high)
{
  double n = n_all, share = n_yes / n, z2 = Z_975 * Z_975;
  double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  double half = Z_975 / (1 + z2 / n) * sqrt (share * (1 - share) / n + z2 / (4 * n * n));

  *low = MAX (0.0, centre - half);
  *high = MIN (1.0, centre + half);
}

static Interval
series_interval (const Series *series)
{
  Interval interval = {(double) NAN, (double) NAN, (double) NAN, (double) NAN};
  double half;

  if (series->n > 0)
    interval.mean = series->mean;
  if (series->n < 2)
    return interval;
  interval.sd = sqrt (series->squares / (series->n - 1));
  half = cli_student_975 (series->n - 1) * interval.sd / sqrt (series->n);
  interval.low = series->mean - half;
  interval.high = series->mean + half;
  return interval;
}

static Interval
share_interval (guint n_yes, guint n_all)
{
  Interval interval = {.mean = (double) NAN, .sd = (double) NAN};

  if (n_all == 0)
    return interval;
  interval.mean = (double) n_yes / n_all;
  cli_wilson (n_yes, n_all, &interval.low, &interval.high);
  return interval;
}

/* ---- Printing ------------------------------------------------------------------------------ */

/* Each share and each measure, in a fixed order.  */
static void
for_each (const CliSummary *summary,
          void (*func) (const char *name, const Interval *interval, guint n, gpointer data),
          gpointer data)
{
  const struct {
    const char *name;
    guint n_yes;
  } shares[] = {
      {"share_won", summary->n_outcomes[SIM_OUTCOME_WON]},
      {"share_held", summary->n_outcomes[SIM_OUTCOME_HELD]},
      {"share_won_or_held",
       summary->n_outcomes[SIM_OUTCOME_WON] + summary->n_outcomes[SIM_OUTCOME_HELD]},
      {"share_lost", summary->n_outcomes[SIM_OUTCOME_LOST]},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++) {
    Interval interval = share_interval (shares[i].n_yes, summary->n_battles);

    func (shares[i].name, &interval, summary->n_battles, data);
  }
  for (guint i = 0; i < summary->n_series; i++) {
    Interval interval = series_interval (&summary->series[i]);

    func (summary->series[i].name, &interval, summary->series[i].n, data);
  }
}

static void
add_json (const char *name, const Interval *interval, guint n, gpointer data)
{
  JsonBuilder *builder = data;

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  cli_json_real (builder, "mean", interval->mean);
  if (isfinite (interval->sd))
    cli_json_real (builder, "sd", interval->sd);
  cli_json_real (builder, "low95", interval->low);
  cli_json_real (builder, "high95", interval->high);
  cli_json_int (builder, "n", n);
  json_builder_end_object (builder);
}

static void
print_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  putchar (',');
  if (isfinite (number))
    fputs (g_ascii_formatd (text, sizeof text, "%.6f", number), stdout);
}

static void
print_csv (const char *name, const Interval *interval, guint n, gpointer data)
{
  fputs (name, stdout);
  print_number (interval->mean);
  print_number (interval->sd);
  print_number (interval->low);
  print_number (interval->high);
  printf (",%u\n", n);
}

static void
print_json (const CliSummary *summary, const char *scenario)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "scenario", scenario);
  cli_json_int (builder, "first_seed", (gint64) summary->first);
  cli_json_int (builder, "last_seed", (gint64) summary->last);
  cli_json_int (builder, "battles", summary->n_battles);
  for (guint i = 0; i < G_N_ELEMENTS (summary->n_outcomes); i++)
    cli_json_int (builder, cli_outcome_name (i), summary->n_outcomes[i]);
  for_each (summary, add_json, builder);
  json_builder_end_object (builder);
  cli_print_json (builder, TRUE);
}

void
cli_summary_print (const CliSummary *summary, const char *scenario, gboolean csv)
{
  if (!csv) {
    print_json (summary, scenario);
    return;
  }
  puts ("name,mean,sd,low95,high95,n");
  for_each (summary, print_csv, NULL);
}

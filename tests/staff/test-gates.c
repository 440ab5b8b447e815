/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each staff officer is worth (design: play, "Staff officers"): every built-in battle but the
 * drill, played with sixty seeds by each, `good` once without each of its habits, and once told by which axis
 * the Legion comes.
 *
 * Deep: some minutes.  With HANDLER_ONE_RESULTS=FILE the figures are written there as JSON.  To tune:
 * HANDLER_ONE_BATTLES="ID_OR_PATH …" plays those alone, HANDLER_ONE_SEEDS=N so often.  */
#include "engine/engine-run.h"
#include "scenario/scenario-truth.h"

#include "figures.h"

#include <math.h>

#define SEEDS 60

#define BATTLES                                                                                   \
  "three-hills town-ambush mayfly-warning bad-ground guns-behind-the-hill rearguard-by-five "      \
  "long-front first-link sixteen-rounds"
#define MAX_BATTLES 16

static char **battles;
static guint n_battles, n_seeds;

typedef struct {
  double sum, squares;
  guint n, held; /* won or held */
} Measure;

static Measure officers[MAX_BATTLES][STAFF_N];
static Measure without[MAX_BATTLES][STAFF_N_HABITS];
static Measure knowing[MAX_BATTLES]; /* good, told by which axis they come */

static gboolean
take (guint64 seed, const EngineRun *run, gpointer data)
{
  Measure *measure = data;

  (void) seed;
  measure->n++;
  measure->sum += (double) run->result.score;
  measure->squares += (double) run->result.score * (double) run->result.score;
  measure->held += run->result.outcome != SIM_OUTCOME_LOST;
  return TRUE;
}

static void
play (ScenarioBattle *battle, StaffKind staff, guint32 left_out, gboolean knows_axis,
      Measure *measure)
{
  EngineRunOptions options = engine_run_options_default (battle);
  g_autoptr (GError) error = NULL;

  options.staff = staff;
  options.staff_without = left_out;
  options.staff_knows_axis = knows_axis;
  options.want_words = FALSE;
  g_assert_true (engine_run_batch (battle, &options, 1, n_seeds, g_get_num_processors (), take,
                                   measure, &error));
  g_assert_no_error (error);
}

static double
mean (const Measure *measure)
{
  return measure->sum / measure->n;
}

/* Half the width of the 95 % interval of the mean.  */
static double
interval (const Measure *measure)
{
  double variance = (measure->squares - measure->sum * mean (measure)) / (measure->n - 1);

  return 1.96 * sqrt (MAX (variance, 0) / measure->n);
}

static double
share (const Measure *measure)
{
  return 100.0 * measure->held / measure->n;
}

/* ---- The figures ---------------------------------------------------------------------------- */

static void
play_all (void)
{
  for (guint i = 0; i < n_battles; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ScenarioBattle) battle = scenario_battle_load (battles[i], &error);

    g_assert_no_error (error);
    for (guint kind = 0; kind < STAFF_N; kind++) {
      play (battle, kind, 0, FALSE, &officers[i][kind]);
      g_test_message ("%-20s %-8s won or held %3.0f %%, score %5.1f ± %.1f", battles[i],
                      staff_kind_name (kind), share (&officers[i][kind]),
                      mean (&officers[i][kind]), interval (&officers[i][kind]));
    }
    for (guint habit = 0; habit < STAFF_N_HABITS; habit++)
      if (staff_has_habit (STAFF_GOOD, habit))
        play (battle, STAFF_GOOD, 1u << habit, FALSE, &without[i][habit]);
    play (battle, STAFF_GOOD, 0, TRUE, &knowing[i]);
    g_test_message ("%-20s good, told the axis: score %5.1f ± %.1f", battles[i], mean (&knowing[i]),
                    interval (&knowing[i]));
  }
}

static void
add_measure (JsonBuilder *builder, const char *name, const Measure *measure)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  figures_add (builder, "share", share (measure), 1);
  figures_add (builder, "score", mean (measure), 1);
  figures_add (builder, "interval", interval (measure), 1);
  json_builder_end_object (builder);
}

static void
add_battle (JsonBuilder *builder, guint i)
{
  json_builder_set_member_name (builder, battles[i]);
  json_builder_begin_object (builder);
  for (guint kind = 0; kind < STAFF_N; kind++)
    add_measure (builder, staff_kind_name (kind), &officers[i][kind]);
  add_measure (builder, "good, told the axis", &knowing[i]);
  json_builder_set_member_name (builder, "good without");
  json_builder_begin_object (builder);
  for (guint habit = 0; habit < STAFF_N_HABITS; habit++)
    if (staff_has_habit (STAFF_GOOD, habit))
      add_measure (builder, staff_habit_name (habit), &without[i][habit]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_all (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "battles");
  json_builder_begin_object (builder);
  for (guint i = 0; i < n_battles; i++)
    add_battle (builder, i);
  json_builder_end_object (builder);
}

/* ---- The gates ------------------------------------------------------------------------------ */

static void
check_share (guint battle, StaffKind kind, double least, double most)
{
  const Measure *measure = &officers[battle][kind];

  if (share (measure) < least || share (measure) > most) {
    g_test_message ("%s, %s: %.0f %% is not between %.0f and %.0f", battles[battle],
                    staff_kind_name (kind), share (measure), least, most);
    g_test_fail ();
  }
}

/* `better` is ahead of `worse` by `least`, and their intervals do not touch.  */
static void
check_step (guint battle, StaffKind better, StaffKind worse, double least)
{
  const Measure *high = &officers[battle][better], *low = &officers[battle][worse];

  if (mean (high) - mean (low) < least ||
      mean (high) - interval (high) <= mean (low) + interval (low)) {
    g_test_message ("%s: %s %.1f ± %.1f is not ahead of %s %.1f ± %.1f by %.0f", battles[battle],
                    staff_kind_name (better), mean (high), interval (high),
                    staff_kind_name (worse), mean (low), interval (low), least);
    g_test_fail ();
  }
}

static void
test_shares (void)
{
  for (guint i = 0; i < n_battles; i++) {
    check_share (i, STAFF_NONE, 15, 45);
    check_share (i, STAFF_BASIC, 35, 65);
    check_share (i, STAFF_GOOD, 55, 85);
  }
}

static void
test_steps (void)
{
  for (guint i = 0; i < n_battles; i++) {
    check_step (i, STAFF_BASIC, STAFF_NONE, 8);
    check_step (i, STAFF_GOOD, STAFF_BASIC, 8);
  }
}

static void
test_spoilers (void)
{
  for (guint i = 0; i < n_battles; i++) {
    g_assert_cmpfloat (mean (&officers[i][STAFF_MEDDLER]), <, mean (&officers[i][STAFF_NONE]));
    g_assert_cmpfloat (mean (&officers[i][STAFF_SPENDER]), <=, mean (&officers[i][STAFF_GOOD]) - 5);
  }
}

/* Whether a battle ever asks for the habit: without it some battle of its seeds went otherwise.  */
static gboolean
is_used (guint battle, guint habit)
{
  return officers[battle][STAFF_GOOD].sum != without[battle][habit].sum ||
         officers[battle][STAFF_GOOD].squares != without[battle][habit].squares;
}

/* Over all battles together that ask for it each habit is worth a point, or what it uses is decoration:
 * where nobody is told to be anywhere, nobody can be told in time.  */
static void
test_habits (void)
{
  for (guint habit = 0; habit < STAFF_N_HABITS; habit++) {
    double worth = 0;
    guint n = 0;

    if (!staff_has_habit (STAFF_GOOD, habit))
      continue;
    for (guint i = 0; i < n_battles; i++) {
      n += is_used (i, habit);
      worth += mean (&officers[i][STAFF_GOOD]) - mean (&without[i][habit]);
    }
    g_test_message ("%-14s is worth %.2f in %u battles of %u, %.2f over all", staff_habit_name (habit),
                    worth / MAX (n, 1), n, n_battles, worth / n_battles);
    if (worth < n || n == 0)
      g_test_fail ();
  }
}

/* Recon that is worth less than 5 points is hollow; worth more than 12 it is the whole game (design: play,
 * "Jam and recon").  Over all battles together.  */
static void
test_axis (void)
{
  double worth = 0;

  for (guint i = 0; i < n_battles; i++)
    worth += (mean (&knowing[i]) - mean (&officers[i][STAFF_GOOD])) / n_battles;
  g_test_message ("the axis is worth %.2f", worth);
  g_assert_cmpfloat (worth, >=, 5);
  g_assert_cmpfloat (worth, <=, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  battles = figures_battles (BATTLES, MAX_BATTLES, &n_battles);
  n_seeds = figures_seeds (SEEDS);
  g_test_set_nonfatal_assertions ();
  play_all ();
  figures_write (n_seeds, add_all);
  g_test_add_func ("/staff/gates/shares", test_shares);
  g_test_add_func ("/staff/gates/steps", test_steps);
  g_test_add_func ("/staff/gates/spoilers", test_spoilers);
  g_test_add_func ("/staff/gates/habits", test_habits);
  g_test_add_func ("/staff/gates/axis", test_axis);
  {
    int failed = g_test_run ();

    g_strfreev (battles);
    return failed;
  }
}

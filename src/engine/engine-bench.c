/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the standard melee: the same rules file and the same code as any battle.  */
#include "engine/engine-run.h"

#include "engine/engine-melee.h"
#include "engine/engine-replayer.h"
#include "scenario/scenario-truth.h"
#include "sim/sim.h"

#include <glib/gi18n-lib.h>
#include <malloc.h>
#include <time.h>

typedef struct {
  gint64 begun_ns;
  guint phase;
  double spent_ns[SIM_N_PHASES];
} Stopwatch;

/* What this thread has used of a processor: far less noisy than the time of day where others work.  */
static gint64
now_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Bytes that this process holds, small blocks and mapped ones.  */
static double
held_bytes (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) info.uordblks + (double) info.hblkhd;
}

const char *
engine_bench_phase_name (guint phase)
{
  static const char *const names[] = {
#define X(constant, name) name,
      SIM_PHASE_LIST (X)
#undef X
  };

  g_return_val_if_fail (phase < SIM_N_PHASES, "");
  return names[phase];
}

static void
on_phase (unsigned phase, void *data)
{
  Stopwatch *watch = data;
  gint64 now = now_ns ();

  if (watch->phase < SIM_N_PHASES)
    watch->spent_ns[watch->phase] += (double) (now - watch->begun_ns);
  watch->phase = phase;
  watch->begun_ns = now;
}

static void
count_events (SimWorld *world, EngineBench *bench)
{
  gsize n_kills;

  sim_world_kills (world, &n_kills);
  bench->shots = sim_world_result (world).shots;
  bench->detections = sim_world_result (world).detections;
  bench->deaths = n_kills;
  bench->hash = sim_world_hash (world);
}

/* Nanoseconds for all steps; how many there were.  */
static double
run (SimWorld *world, guint ticks, guint *run_ticks)
{
  gint64 start = now_ns ();

  for (*run_ticks = 0; *run_ticks < ticks && !sim_world_is_finished (world); (*run_ticks)++)
    sim_world_step (world);
  return (double) (now_ns () - start);
}

/* Runs the battle once for the whole, and once more for the share of each phase: the clock costs as
 * much as a phase of a small battle.  */
static void
measure (const SimWorldDef *def, guint ticks, EngineBench *bench)
{
  double held = held_bytes (), spent, unit_ticks;
  SimWorld *world = sim_world_new (def);
  Stopwatch watch = {.phase = SIM_N_PHASES};

  spent = run (world, ticks, &bench->ticks);
  unit_ticks = (double) bench->units * MAX (bench->ticks, 1);
  bench->ns_per_unit_tick = spent / unit_ticks;
  bench->times_real_time = bench->ticks * (1e9 / SIM_TICKS_PER_SECOND) / MAX (spent, 1);
  bench->bytes_per_unit = MAX (held_bytes () - held, 0) / bench->units;
  count_events (world, bench);
  sim_world_free (world);

  world = sim_world_new (def);
  sim_world_set_phase_func (world, on_phase, &watch);
  spent = run (world, ticks, &bench->ticks);
  for (guint i = 0; i < SIM_N_PHASES; i++)
    bench->phase_ns[i] = bench->ns_per_unit_tick * watch.spent_ns[i] / MAX (spent, 1);
  sim_world_free (world);
}

/* The rules that the built-in battles are played by.  */
static gboolean
load_rules (SimRules *rules, GError **error)
{
  g_autoptr (GPtrArray) entries = scenario_catalogue ();

  for (guint i = 0; i < entries->len; i++) {
    const ScenarioEntry *entry = g_ptr_array_index (entries, i);
    g_autoptr (ScenarioBattle) scenario = NULL;

    if (entry->user || g_strcmp0 (entry->kind, "scenario") != 0 ||
        scenario_problems_fatal (entry->problems))
      continue;
    scenario = scenario_battle_load (entry->path, error);
    if (scenario == NULL)
      return FALSE;
    *rules = scenario->rules;
    return TRUE;
  }
  g_set_error_literal (error, SCENARIO_ERROR, SCENARIO_ERROR_READ,
                       _("There is no built-in battle to take the rules from."));
  return FALSE;
}

gboolean
engine_bench (guint units, guint own, guint ticks, EngineBench *bench, GError **error)
{
  g_autofree SimRules *rules = g_new0 (SimRules, 1);
  g_autoptr (EngineMelee) melee = NULL;

  g_return_val_if_fail (bench != NULL, FALSE);
  g_return_val_if_fail (units >= 2 && units <= ENGINE_BENCH_UNITS_MOST && own < units, FALSE);
  G_STATIC_ASSERT (ENGINE_BENCH_UNITS_MOST <= SIM_MAX_UNITS);
  G_STATIC_ASSERT (SIM_N_PHASES <= G_N_ELEMENTS (bench->phase_ns));

  if (!load_rules (rules, error))
    return FALSE;
  melee = engine_melee_new (rules, units, own > 0 ? own : units / 2, ticks, error);
  if (melee == NULL)
    return FALSE;
  *bench = (EngineBench){.units = units, .n_phases = SIM_N_PHASES};
  measure (engine_melee_def (melee), ticks, bench);
  return TRUE;
}

/* ---- A replay ------------------------------------------------------------------------------ */

static double
time_seek_ms (EngineReplayer *replayer, SimTick tick)
{
  gint64 start = now_ns ();

  engine_replayer_seek (replayer, tick);
  return (double) (now_ns () - start) / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

gboolean
engine_bench_replay (const ScenarioReplay *replay, guint seeks, EngineReplayBench *bench,
                     GError **error)
{
  g_autoptr (EngineReplayer) replayer = engine_replayer_new (replay, error);
  g_autofree double *times = g_new0 (double, MAX (seeks, 1));

  g_return_val_if_fail (seeks > 0, FALSE);

  if (replayer == NULL)
    return FALSE;
  *bench = (EngineReplayBench){
      .battle_s = (double) replay->end / SIM_TICKS_PER_SECOND,
      .open_s = time_seek_ms (replayer, replay->end) / 1000,
      .seeks = seeks,
  };
  /* A step of the golden section comes by everywhere, and never where it was.  */
  for (guint i = 0; i < seeks; i++) {
    double share = 0.6180339887 * (i + 1);

    times[i] =
        time_seek_ms (replayer, (SimTick) ((share - (double) (guint) share) * replay->end));
  }
  qsort (times, seeks, sizeof *times, compare_doubles);
  bench->seek_ms = times[seeks / 2];
  bench->seek_ms_most = times[seeks - 1];
  return TRUE;
}

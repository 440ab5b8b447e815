/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The standard melee: the same rules file and the same code as any battle.
 *
 * The ground grows with the number of machines, so that the density stays; and so that the share of
 * them that fights stays too, it is cut into fronts, strips four kilometres wide from west to east in
 * each of which ours stand on one side and the Legion attacks from the other.  */
#include "engine/engine-run.h"

#include "base/base-math.h"
#include "scenario/scenario-truth.h"
#include "sim/sim.h"

#include <glib/gi18n-lib.h>
#include <malloc.h>
#include <time.h>

/* 1,000 machines on 4 km x 4 km; the largest map holds 100,000 at that density.  */
#define SIDE_OF_1000_M 4000.0
#define SIDE_MOST_M 40000.0
#define FRONT_M 4000.0f
/* Groups of the Legion in each front: rows of two, one behind the other.  */
#define GROUPS_OF_A_FRONT 16
/* Radius of a group of one machine: the area of a group goes with its strength.  */
#define SPREAD_M 57.0f

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

/* ---- The melee ----------------------------------------------------------------------------- */

typedef struct {
  SimRules rules;
  SimWorldDef world;
  SimUnitDef *squadron;                 /* (owned) */
  SimGroupDef groups[SIM_MAX_GROUPS];
  SimObjectiveDef objective;
  float side_m;
  guint fronts;
} Melee;

/* Types of one side that fight on the ground; how many there are.  */
static guint
list_types (const SimRules *rules, SimSide side, SimTypeIndex types[SIM_MAX_TYPES])
{
  guint n_types = 0;

  for (guint i = 0; i < rules->n_types; i++)
    if (rules->types[i].side == side && !sim_role_flies (rules->types[i].role))
      types[n_types++] = (SimTypeIndex) i;
  return n_types;
}

/* Of `count` things in `parts` nearly equal parts, how many are in this one.  */
static guint
share_of (guint count, guint part, guint parts)
{
  return (guint) ((guint64) count * (part + 1) / parts - (guint64) count * part / parts);
}

/* A point of a front: `across` from our edge (0) to the Legion's (1), `along` from the south.  Every
 * other front is mirrored: neighbours stand back to back, and no front has an enemy behind it.  */
static BaseVec
point_of_front (const Melee *melee, guint front, float across, float along)
{
  float east = front % 2 == 0 ? across : 1 - across;

  return base_vec (melee->side_m * ((float) front + east) / (float) melee->fronts,
                   melee->side_m * along);
}

/* Ours stand in rows on their half of each front, as many to the kilometre one way
 * as the other.  */
static void
place_front (Melee *melee, guint front, SimUnitDef *units, guint n_units, SimTypeIndex type)
{
  guint columns = 1;

  while (columns * columns * melee->fronts < n_units)
    columns++;
  for (guint i = 0; i < n_units; i++) {
    guint rows = (n_units + columns - 1) / columns;

    units[i] = (SimUnitDef){
        .type = type,
        .platoon = (guint8) (i % SIM_MAX_PLATOONS),
        .leader = front == 0 && i < SIM_MAX_PLATOONS,
        .captain = front == 0 && i == 0,
        .position = point_of_front (melee, front,
                                    0.05f + 0.4f * (float) (i % columns) / (float) columns,
                                    0.05f + 0.9f * (float) (i / columns) / (float) rows),
        .heading_deg = front % 2 == 0 ? 90 : 270,
        .gunnery = 0.5f,
        .driving = 0.5f,
        .awareness = 0.5f,
        .trust = 50,
    };
  }
}

static void
place_squadron (Melee *melee, guint n_own, SimTypeIndex type)
{
  guint placed = 0;

  melee->squadron = g_new0 (SimUnitDef, n_own);
  for (guint front = 0; front < melee->fronts; front++) {
    guint n_units = share_of (n_own, front, melee->fronts);

    place_front (melee, front, melee->squadron + placed, n_units, type);
    placed += n_units;
  }
  melee->world.squadron = melee->squadron;
  melee->world.n_squadron = n_own;
}

/* The Legion stands in groups on the other half of each front and attacks across it.  */
static void
place_legion (Melee *melee, guint n_legion, const SimTypeIndex *types, guint n_types)
{
  guint kinds = MIN (n_types, G_N_ELEMENTS (melee->groups[0].types));
  guint rows = MIN (GROUPS_OF_A_FRONT, SIM_MAX_GROUPS / melee->fronts) / 2;
  guint n_groups = melee->fronts * rows * 2;

  for (guint g = 0; g < n_groups; g++) {
    SimGroupDef *group = &melee->groups[g];
    guint front = g / (rows * 2), count = share_of (n_legion, g, n_groups);
    float along = ((float) (g / 2 % rows) + 0.5f) / (float) rows;

    group->task = SIM_TASK_ATTACK;
    group->position = point_of_front (melee, front, g % 2 == 0 ? 0.6f : 0.85f, along);
    group->spread_m = SPREAD_M * (float) base_sqrt (count);
    group->n_route = 1;
    group->route[0] = point_of_front (melee, front, 0.1f, along);
    for (guint k = 0; k < kinds; k++) {
      group->types[k] = types[k];
      group->counts[k] = (guint16) share_of (count, k, kinds);
    }
  }
  melee->world.groups = melee->groups;
  melee->world.n_groups = n_groups;
}

static gboolean
make_melee (Melee *melee, guint units, guint ticks, GError **error)
{
  SimTypeIndex own[SIM_MAX_TYPES], legion[SIM_MAX_TYPES];
  guint n_own = list_types (&melee->rules, SIM_SIDE_REPUBLIC, own);
  guint n_legion = list_types (&melee->rules, SIM_SIDE_LEGION, legion);
  float side_m = (float) CLAMP (SIDE_OF_1000_M * base_sqrt (units / 1000.0), SIDE_OF_1000_M,
                                SIDE_MOST_M);

  if (n_own == 0 || n_legion == 0) {
    g_set_error_literal (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID,
                         _("The rules hold no types for both sides."));
    return FALSE;
  }
  melee->side_m = side_m;
  melee->fronts = MAX (1, (guint) (side_m / FRONT_M + 0.5f));
  melee->world = sim_world_def_default ();
  melee->world.rules = &melee->rules;
  melee->world.terrain.width_m = side_m;
  melee->world.terrain.height_m = side_m;
  melee->world.duration = ticks + 1;
  melee->world.base = base_vec (side_m * 0.05f, side_m * 0.5f);
  melee->objective = (SimObjectiveDef){.kind = SIM_OBJECTIVE_SURVIVE_UNTIL, .weight = 1};
  melee->world.objectives = &melee->objective;
  melee->world.n_objectives = 1;
  place_squadron (melee, units / 2, own[0]);
  place_legion (melee, units - units / 2, legion, n_legion);
  return TRUE;
}

static void
count_events (SimWorld *world, EngineBench *bench)
{
  gsize n_kills;

  sim_world_kills (world, &n_kills);
  bench->shots = sim_world_result (world).shots;
  bench->detections = sim_world_result (world).detections;
  bench->deaths = n_kills;
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
engine_bench (guint units, guint ticks, EngineBench *bench, GError **error)
{
  g_autofree Melee *melee = g_new0 (Melee, 1);
  g_autofree SimUnitDef *squadron = NULL;

  g_return_val_if_fail (bench != NULL, FALSE);
  g_return_val_if_fail (units >= 2 && units <= ENGINE_BENCH_UNITS_MOST, FALSE);
  G_STATIC_ASSERT (ENGINE_BENCH_UNITS_MOST <= SIM_MAX_UNITS);
  G_STATIC_ASSERT (SIM_N_PHASES <= G_N_ELEMENTS (bench->phase_ns));

  if (!load_rules (&melee->rules, error) ||
      !make_melee (melee, units, ticks, error))
    return FALSE;
  squadron = melee->squadron;
  *bench = (EngineBench){.units = units, .n_phases = SIM_N_PHASES};
  measure (&melee->world, ticks, bench);
  return TRUE;
}

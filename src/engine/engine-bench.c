/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The standard melee: the same rules file and the same code as any battle, on a ground that grows
 * with the number of machines so that the density stays.  */
#include "engine/engine-run.h"

#include "base/base-math.h"
#include "sim/sim.h"

#include <glib/gi18n-lib.h>
#include <time.h>

/* 1,000 machines on 4 km x 4 km; the largest map holds 100,000 at that density.  */
#define SIDE_OF_1000_M 4000.0
#define SIDE_MOST_M 40000.0
#define GROUPS 16

typedef struct {
  gint64 begun_ns;
  guint phase;
  double spent_ns[SIM_N_PHASES];
} Stopwatch;

static gint64
now_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
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
  SimGroupDef groups[GROUPS];
  SimObjectiveDef objective;
} Melee;

/* Types of one side that fight on the ground; how many there are.  */
static guint
list_types (const SimRules *rules, SimSide side, SimTypeIndex types[SIM_MAX_TYPES])
{
  guint n_types = 0;

  for (guint i = 0; i < rules->n_types; i++)
    if (rules->types[i].side == side && rules->types[i].role != SIM_ROLE_JAMMER)
      types[n_types++] = (SimTypeIndex) i;
  return n_types;
}

/* Ours stand in rows on the west half.  */
static void
place_squadron (Melee *melee, guint n_own, SimTypeIndex type, float side_m)
{
  guint columns = 1;

  while (columns * columns < n_own)
    columns++;
  melee->squadron = g_new0 (SimUnitDef, n_own);
  for (guint i = 0; i < n_own; i++)
    melee->squadron[i] = (SimUnitDef){
        .type = type,
        .platoon = (guint8) (i % SIM_MAX_PLATOONS),
        .leader = i < SIM_MAX_PLATOONS,
        .captain = i == 0,
        .position = base_vec (side_m * (0.05f + 0.4f * (float) (i % columns) / (float) columns),
                              side_m * (0.05f + 0.9f * (float) (i / columns) / (float) columns)),
        .heading_deg = 90,
        .gunnery = 0.5f,
        .driving = 0.5f,
        .awareness = 0.5f,
        .trust = 50,
    };
  melee->world.squadron = melee->squadron;
  melee->world.n_squadron = n_own;
}

/* The Legion stands in groups on the east half and attacks to the west.  */
static void
place_legion (Melee *melee, guint n_legion, const SimTypeIndex *types, guint n_types, float side_m)
{
  guint kinds = MIN (n_types, G_N_ELEMENTS (melee->groups[0].types));

  for (guint g = 0; g < GROUPS; g++) {
    SimGroupDef *group = &melee->groups[g];
    guint count = n_legion * (g + 1) / GROUPS - n_legion * g / GROUPS;
    float y = side_m * ((float) (g / 2) + 0.5f) / (GROUPS / 2);

    group->task = SIM_TASK_ATTACK;
    group->position = base_vec (side_m * (g % 2 == 0 ? 0.6f : 0.85f), y);
    group->spread_m = side_m * 0.08f;
    group->n_route = 1;
    group->route[0] = base_vec (side_m * 0.1f, y);
    for (guint k = 0; k < kinds; k++) {
      group->types[k] = types[k];
      group->counts[k] = (guint16) (count * (k + 1) / kinds - count * k / kinds);
    }
  }
  melee->world.groups = melee->groups;
  melee->world.n_groups = GROUPS;
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
  melee->world = sim_world_def_default ();
  melee->world.rules = &melee->rules;
  melee->world.terrain.width_m = side_m;
  melee->world.terrain.height_m = side_m;
  melee->world.duration = ticks + 1;
  melee->world.base = base_vec (side_m * 0.05f, side_m * 0.5f);
  melee->objective = (SimObjectiveDef){.kind = SIM_OBJECTIVE_SURVIVE_UNTIL, .weight = 1};
  melee->world.objectives = &melee->objective;
  melee->world.n_objectives = 1;
  place_squadron (melee, units / 2, own[0], side_m);
  place_legion (melee, units - units / 2, legion, n_legion, side_m);
  return TRUE;
}

static void
measure (SimWorld *world, guint ticks, EngineBench *bench)
{
  Stopwatch watch = {.phase = SIM_N_PHASES};
  gsize n_kills;
  gint64 start;
  double unit_ticks;

  sim_world_set_phase_func (world, on_phase, &watch);
  start = now_ns ();
  for (bench->ticks = 0; bench->ticks < ticks && !sim_world_is_finished (world); bench->ticks++)
    sim_world_step (world);
  unit_ticks = (double) bench->units * MAX (bench->ticks, 1);
  bench->ns_per_unit_tick = (double) (now_ns () - start) / unit_ticks;
  for (guint i = 0; i < SIM_N_PHASES; i++)
    bench->phase_ns[i] = watch.spent_ns[i] / unit_ticks;
  bench->shots = sim_world_result (world).shots;
  bench->detections = sim_world_result (world).detections;
  sim_world_kills (world, &n_kills);
  bench->deaths = n_kills;
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
  SimWorld *world;

  g_return_val_if_fail (bench != NULL, FALSE);
  g_return_val_if_fail (units >= 2 && units <= ENGINE_BENCH_UNITS_MOST, FALSE);
  G_STATIC_ASSERT (ENGINE_BENCH_UNITS_MOST <= SIM_MAX_UNITS);
  G_STATIC_ASSERT (SIM_N_PHASES <= G_N_ELEMENTS (bench->phase_ns));

  if (!load_rules (&melee->rules, error) ||
      !make_melee (melee, units, ticks, error))
    return FALSE;
  squadron = melee->squadron;
  *bench = (EngineBench){.units = units, .n_phases = SIM_N_PHASES};
  world = sim_world_new (&melee->world);
  measure (world, ticks, bench);
  sim_world_free (world);
  return TRUE;
}

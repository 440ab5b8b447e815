/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The standard melee: the same rules file and the same code as any battle, on a ground that grows
 * with the number of machines.  It is tiled with fights of about a thousand machines, so that
 * density, distances and what happens in a minute stay the same.  */
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
/* Groups of a single fight; a tile of many has fewer, for there is a limit to all.  */
#define TILE_GROUPS_MOST 16

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
  guint across;      /* tiles on each side of the map */
  guint tile_groups; /* groups of the Legion in each */
  float tile_m;
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

/* A point of a tile, by shares of its sides.  */
static BaseVec
tile_point (const Melee *melee, guint tile, float east, float north)
{
  return base_vec (melee->tile_m * ((float) (tile % melee->across) + east),
                   melee->tile_m * ((float) (tile / melee->across) + north));
}

/* The part of `n` things that comes to one of `all` in equal shares.  */
static guint
share (guint n, guint one, guint all)
{
  return (guint) ((guint64) n * (one + 1) / all - (guint64) n * one / all);
}

/* Ours stand in rows on the west half of a tile.  */
static void
place_squadron_in_tile (Melee *melee, guint tile, guint n_tile, SimTypeIndex type)
{
  guint columns = 1;

  while (columns * columns < n_tile)
    columns++;
  for (guint i = 0; i < n_tile; i++)
    melee->squadron[melee->world.n_squadron++] = (SimUnitDef){
        .type = type,
        .position = tile_point (melee, tile, 0.05f + 0.4f * (float) (i % columns) / (float) columns,
                                0.05f + 0.9f * (float) (i / columns) / (float) columns),
        .heading_deg = 90,
        .gunnery = 0.5f,
        .driving = 0.5f,
        .awareness = 0.5f,
        .trust = 50,
    };
}

static void
place_squadron (Melee *melee, guint n_own, SimTypeIndex type)
{
  guint n_tiles = melee->across * melee->across, last = SIM_MAX_PLATOONS;

  melee->squadron = g_new0 (SimUnitDef, n_own);
  melee->world.squadron = melee->squadron;
  for (guint tile = 0; tile < n_tiles; tile++)
    place_squadron_in_tile (melee, tile, share (n_own, tile, n_tiles), type);
  for (guint i = 0; i < n_own; i++) {
    guint platoon = (guint) ((guint64) i * SIM_MAX_PLATOONS / n_own);

    melee->squadron[i].platoon = (guint8) platoon;
    melee->squadron[i].leader = platoon != last;
    last = platoon;
  }
  melee->squadron[0].captain = TRUE;
}

/* The Legion stands in groups on the east half of each tile and attacks to the west.  */
static void
place_group (Melee *melee, guint g, guint count, const SimTypeIndex *types, guint n_types)
{
  SimGroupDef *group = &melee->groups[g];
  guint kinds = MIN (n_types, G_N_ELEMENTS (group->types));
  guint tile = g / melee->tile_groups, place = g % melee->tile_groups;
  guint rows = (melee->tile_groups + 1) / 2;
  float north = ((float) (place / 2) + 0.5f) / (float) rows;
  float spread = MIN (0.2f, 0.5f / (float) rows + 0.02f);
  /* The way to our rows is the same whatever the size of a group.  */
  float east = MIN ((place % 2 == 0 ? 0.57f : 0.77f) + spread, 1 - spread);

  group->task = SIM_TASK_ATTACK;
  group->position = tile_point (melee, tile, east, north);
  group->spread_m = melee->tile_m * spread;
  group->n_route = 1;
  group->route[0] = tile_point (melee, tile, 0.1f, north);
  for (guint k = 0; k < kinds; k++) {
    group->types[k] = types[k];
    group->counts[k] = (guint16) share (count, k, kinds);
  }
}

static void
place_legion (Melee *melee, guint n_legion, const SimTypeIndex *types, guint n_types)
{
  guint n_groups = melee->across * melee->across * melee->tile_groups;

  for (guint g = 0; g < n_groups; g++)
    place_group (melee, g, share (n_legion, g, n_groups), types, n_types);
  melee->world.groups = melee->groups;
  melee->world.n_groups = n_groups;
}

/* Tiles of about 4 km, as far as the limit of groups allows.  */
static void
tile_map (Melee *melee, float side_m)
{
  melee->across = (guint) CLAMP (side_m / (float) SIDE_OF_1000_M + 0.5f, 1, 8);
  melee->tile_m = side_m / (float) melee->across;
  melee->tile_groups =
      MIN (TILE_GROUPS_MOST, SIM_MAX_GROUPS / (melee->across * melee->across));
  G_STATIC_ASSERT (SIM_MAX_GROUPS >= 64);
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
  tile_map (melee, side_m);
  place_squadron (melee, units / 2, own[0]);
  place_legion (melee, units - units / 2, legion, n_legion);
  return TRUE;
}

static void
measure (SimWorld *world, guint ticks, EngineBench *bench)
{
  Stopwatch watch = {.phase = SIM_N_PHASES};
  gsize n_kills;
  gint64 start, spent_ns;
  double unit_ticks;

  sim_world_set_phase_func (world, on_phase, &watch);
  start = now_ns ();
  for (bench->ticks = 0; bench->ticks < ticks && !sim_world_is_finished (world); bench->ticks++)
    sim_world_step (world);
  unit_ticks = (double) bench->units * MAX (bench->ticks, 1);
  spent_ns = MAX (now_ns () - start, 1);
  bench->ns_per_unit_tick = (double) spent_ns / unit_ticks;
  bench->times_real_time = bench->ticks * (1e9 / SIM_TICKS_PER_SECOND) / (double) spent_ns;
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
  double held;

  g_return_val_if_fail (bench != NULL, FALSE);
  g_return_val_if_fail (units >= 2 && units <= ENGINE_BENCH_UNITS_MOST, FALSE);
  G_STATIC_ASSERT (ENGINE_BENCH_UNITS_MOST <= SIM_MAX_UNITS);
  G_STATIC_ASSERT (SIM_N_PHASES <= G_N_ELEMENTS (bench->phase_ns));

  if (!load_rules (&melee->rules, error) ||
      !make_melee (melee, units, ticks, error))
    return FALSE;
  squadron = melee->squadron;
  *bench = (EngineBench){.units = units, .n_phases = SIM_N_PHASES};
  held = held_bytes ();
  world = sim_world_new (&melee->world);
  measure (world, ticks, bench);
  bench->bytes_per_unit = MAX (held_bytes () - held, 0) / units;
  sim_world_free (world);
  return TRUE;
}

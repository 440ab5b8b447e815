/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it is worth to tell the squadron the truth, and what it costs to lie to it (design: play, "Telling is an
 * order too", "Trust"): the same battles led by the same staff officer, who says nothing beside his orders,
 * warns of what is true, or warns of what is not and promises what never comes.
 *
 * Who warns here knows the truth, which no officer of the program does: that is what is measured.  Each handler
 * leads the squadron through some battles in a row, with the trust of the one before; the last of them is led
 * by the officer alone, whoever led before, so that it shows what trust does by itself.
 *
 * Deep: a quarter of an hour.  (With 40 seeds a cell half of what is there is lost in chance.)  With HANDLER_ONE_RESULTS=FILE the figures are written there as JSON.
 * HANDLER_ONE_BATTLES="ID …" plays those alone, HANDLER_ONE_SEEDS=N so often.  */
#include "engine/engine-core-private.h"
#include "engine/engine-run.h"
#include "sim/sim-world.h"

#include "figures.h"

#include <math.h>

#define SEEDS 90
#define BATTLES "three-hills bad-ground town-ambush"
#define MAX_BATTLES 8
#define IN_A_ROW 4 /* the last led by the officer alone */

/* Of a warning.  */
#define NEAR_M 1000.0f   /* nearer ones are about to be seen */
#define FAR_M 4000.0f
#define CLOSES_M 20.0f   /* in LOOK_S */
#define LOOK_S 10
#define HEAVY 3          /* machines of a group that is worth a word */
#define APART_S 20       /* between two words: air is for the officer's orders too */
#define FALSE_M 1500.0f
#define EDGE_M 100.0f
#define MAX_GROUPS 64
/* Of a promise.  */
#define PROMISE_S 120
#define PROMISES 2

#define HANDLERS(X)                                                                               \
  X (SILENT, "silent")                                                                            \
  X (TRUE, "true")                                                                                \
  X (FALSE, "false")

typedef enum {
#define X(constant, name) TELLS_##constant,
  HANDLERS (X)
#undef X
  N_HANDLERS
} Handler;

static const char *const handler_names[N_HANDLERS] = {
#define X(constant, name) name,
  HANDLERS (X)
#undef X
};

/* What is measured of one battle.  */
#define MEASURES(X)                                                                               \
  X (score, "score")                                                                              \
  X (task, "task, %")                                                                             \
  X (dead, "dead")                                                                                \
  X (destroyed, "Legion destroyed")                                                               \
  X (trust, "trust at the end")                                                                   \
  X (delay, "read-back to begun, s")                                                              \
  X (refused, "orders refused")                                                                   \
  X (hidden, "facts hidden, %")                                                                   \
  X (reports, "reports sent a minute")                                                            \
  X (faults, "faults")                                                                            \
  X (words, "words of hers beside orders")

typedef struct {
#define X(field, name) double field;
  MEASURES (X)
#undef X
} Measures;

#define N_MEASURES (sizeof (Measures) / sizeof (double))
static const char *const measure_names[N_MEASURES] = {
#define X(field, name) name,
  MEASURES (X)
#undef X
};

static char **battles;
static guint n_battles, n_seeds;
static Measures *all[MAX_BATTLES][N_HANDLERS][IN_A_ROW]; /* (owned) by seed */

/* ---- One battle ------------------------------------------------------------------------------ */

typedef struct {
  EngineCore *core;
  const ScenarioBattle *battle;
  Handler handler;
  SimTick t_said, t_promised;
  guint n_groups, n_promises, n_words;
  guint64 told;                   /* bit of a group that was spoken of */
  BaseVec before[MAX_GROUPS];     /* of each group, when last looked */
  GHashTable *read_back; /* (owned) number of an order to its tick */
  double delays, facts, hidden;
  guint n_delays;
} Battle;

static gboolean
is_later (SimTick now, SimTick then, guint seconds)
{
  return then == 0 || now >= then + SIM_SECONDS (seconds);
}

/* Where those of a platoon or group are who work, in the mean; 0: nobody.  */
static guint
find_centre (Battle *battle, SimSide side, guint index, BaseVec *centre)
{
  SimWorld *world = engine_core_world (battle->core);
  const SimUnits *u = &world->units;
  guint n = 0;

  *centre = base_vec (0, 0);
  for (gsize i = 0; i < sim_world_n_units (world); i++)
    if (u->side[i] == side && u->group[i] == index && sim_unit_works (world, i) &&
        !sim_role_flies (sim_unit_type (world, i)->role)) {
      *centre = base_vec_add (*centre, sim_unit_position (world, i));
      n++;
    }
  if (n > 0)
    *centre = base_vec_scale (*centre, 1.0f / (float) n);
  return n;
}

/* Comes toward them, and is not there yet.  */
static gboolean
closes_on (const Battle *battle, guint group, BaseVec comers, BaseVec centre)
{
  float away = base_vec_distance (comers, centre);

  return away > NEAR_M && away < FAR_M &&
         base_vec_distance (battle->before[group], centre) > away + CLOSES_M;
}

static BaseVec
on_map (const Battle *battle, BaseVec at)
{
  const SimTerrainDef *terrain = &battle->battle->world.terrain;

  return base_vec (base_clampf (at.x, EDGE_M, terrain->width_m - EDGE_M),
                   base_clampf (at.y, EDGE_M, terrain->height_m - EDGE_M));
}

static void
say (Battle *battle, const SimCommand *command)
{
  engine_core_submit (battle->core, command);
  battle->t_said = engine_core_tick (battle->core);
  battle->n_words++;
}

/* Behind them, as far off as is soon here.  */
static BaseVec
other_way (const Battle *battle, BaseVec here, BaseVec comers)
{
  BaseVec way = base_vec_sub (here, comers);

  return on_map (battle, base_vec_add (here, base_vec_scale (way, FALSE_M / base_vec_length (way))));
}

/* True: where a group is; false: as surely where nobody is.  One word of each group, to all whom it may come
 * to, as soon as it comes near some of them.  */
static gboolean
warn (Battle *battle, guint group)
{
  SimCommand command = {.verb = SIM_VERB_EXPECT, .facing_deg = -1};
  BaseVec comers, centre, them = base_vec (0, 0);
  gboolean closes = FALSE;

  if ((battle->told >> group & 1) != 0 || find_centre (battle, SIM_SIDE_LEGION, group, &comers) < HEAVY)
    return FALSE;
  for (guint p = 0; p < SIM_MAX_PLATOONS && command.n_addressees < SIM_MAX_ADDRESSEES; p++) {
    if (find_centre (battle, SIM_SIDE_REPUBLIC, p, &centre) == 0 ||
        base_vec_distance (centre, comers) > FAR_M)
      continue;
    command.addressees[command.n_addressees++] = (SimAddressee){SIM_ADDRESSEE_PLATOON, p};
    them = base_vec_add (them, centre);
    closes |= closes_on (battle, group, comers, centre);
  }
  if (!closes)
    return FALSE;
  battle->told |= 1ull << group;
  if (battle->handler == TELLS_FALSE)
    comers = other_way (battle, base_vec_scale (them, 1.0f / command.n_addressees), comers);
  command.target = (SimTarget){
    .kind = SIM_TARGET_TRACK, .number = group + 1, .position = comers, .precise_m = 50};
  say (battle, &command);
  return TRUE;
}

/* Resupply within a minute, of which nobody has heard.  */
static gboolean
promise (Battle *battle)
{
  SimTick now = engine_core_tick (battle->core);
  SimCommand command = {
    .verb = SIM_VERB_PROMISE, .help = SIM_HELP_RESUPPLY, .minutes = 1, .facing_deg = -1};
  BaseVec centre;

  if (now < SIM_SECONDS (60) || battle->n_promises == PROMISES ||
      !is_later (now, battle->t_promised, PROMISE_S))
    return FALSE;
  for (guint p = 0; p < SIM_MAX_PLATOONS && command.n_addressees < SIM_MAX_ADDRESSEES; p++)
    if (find_centre (battle, SIM_SIDE_REPUBLIC, p, &centre) > 0)
      command.addressees[command.n_addressees++] = (SimAddressee){SIM_ADDRESSEE_PLATOON, p};
  if (command.n_addressees == 0)
    return FALSE;
  battle->n_promises++;
  battle->t_promised = now;
  say (battle, &command);
  return TRUE;
}

static void
note_places (Battle *battle)
{
  for (guint g = 0; g < battle->n_groups; g++)
    find_centre (battle, SIM_SIDE_LEGION, g, &battle->before[g]);
}

/* Once a second.  */
static void
lead (Battle *battle)
{
  SimTick now = engine_core_tick (battle->core);
  gboolean said = battle->handler == TELLS_SILENT || !is_later (now, battle->t_said, APART_S);

  for (guint g = 0; g < battle->n_groups && !said; g++)
    said = warn (battle, g);
  if (!said && battle->handler == TELLS_FALSE)
    promise (battle);
  if (now % SIM_SECONDS (LOOK_S) == 0)
    note_places (battle);
}

/* ---- What came of it ------------------------------------------------------------------------- */

static void
take_orders (Battle *battle)
{
  gsize n;
  const SimMessage *messages = engine_core_messages (battle->core, &n);

  for (gsize i = 0; i < n; i++) {
    const SimOrderChange *change = &messages[i].order;
    gpointer then;

    if (messages[i].kind != SIM_MESSAGE_ORDER || change->command.verb == SIM_VERB_EXPECT ||
        change->command.verb == SIM_VERB_PROMISE)
      continue;
    if (change->state == SIM_ORDER_READ_BACK)
      g_hash_table_insert (battle->read_back, GUINT_TO_POINTER (change->order), GUINT_TO_POINTER (change->t));
    if (change->state != SIM_ORDER_BEGUN || change->unit.index >= battle->battle->world.n_squadron ||
        !g_hash_table_lookup_extended (battle->read_back, GUINT_TO_POINTER (change->order), NULL, &then))
      continue;
    battle->delays += (double) (change->t - GPOINTER_TO_UINT (then)) / SIM_TICKS_PER_SECOND;
    battle->n_delays++;
  }
}

static void
count_facts (Battle *battle)
{
  const SimUnits *u = &engine_core_world (battle->core)->units;

  for (gsize i = 0; i < battle->battle->world.n_squadron; i++)
    if (u->alive[i]) {
      battle->facts += __builtin_popcount (u->facts[i]);
      battle->hidden += __builtin_popcount (u->hidden[i] & u->facts[i]);
    }
}

static double
mean_trust (const Battle *battle)
{
  const SimWorld *world = engine_core_world (battle->core);
  double sum = 0;
  guint n = 0;

  for (gsize i = 0; i < battle->battle->world.n_squadron; i++)
    if (!sim_unit_is_supply (world, i)) {
      sum += (double) sim_world_trust (world, i);
      n++;
    }
  return sum / MAX (n, 1);
}

static Measures
measure (const Battle *battle)
{
  SimResult result = sim_world_result (engine_core_world (battle->core));

  return (Measures){
    .score = (double) result.score,
    .task = 100 * (double) result.task,
    .dead = result.squadron_lost,
    .destroyed = result.legion_destroyed,
    .trust = mean_trust (battle),
    .delay = battle->n_delays > 0 ? battle->delays / battle->n_delays : 0,
    .refused = result.orders_refused,
    .hidden = battle->facts > 0 ? 100 * battle->hidden / battle->facts : 0,
    .reports = result.reports_sent / ((double) result.duration / SIM_SECONDS (60)),
    .faults = result.faults,
    .words = battle->n_words,
  };
}

/* Led by the officer, who has words beside his orders from `handler`.  */
static Measures
play (ScenarioBattle *scenario, guint64 seed, Handler handler)
{
  /* Who warns is the handler, not the officer.  */
  EngineCoreOptions options = {seed, SIM_DIFFICULTY_STANDARD, STAFF_GOOD, 1u << STAFF_HABIT_EXPECT};
  g_autoptr (GError) error = NULL;
  g_autoptr (EngineCore) core = engine_core_new (scenario, &options, &error);
  g_autoptr (GHashTable) read_back = g_hash_table_new (NULL, NULL);
  Battle battle = {.core = core, .battle = scenario, .handler = handler, .read_back = read_back};
  Measures measures;

  g_assert_no_error (error);
  battle.n_groups = (guint) MIN (engine_core_world (core)->n_groups, MAX_GROUPS);
  while (engine_core_step (core)) {
    take_orders (&battle);
    if (engine_core_tick (core) % SIM_TICKS_PER_SECOND != 0)
      continue;
    lead (&battle);
    count_facts (&battle);
  }
  measures = measure (&battle);
  for (gsize i = 0; i < scenario->world.n_squadron; i++)
    g_array_index (scenario->unit_defs, SimUnitDef, i).trust = sim_world_trust (engine_core_world (core), i);
  return measures;
}

/* ---- All of them ------------------------------------------------------------------------------ */

typedef struct {
  guint battle, seed;
  Handler handler;
} Row;

/* The trust at the end of one battle is that at the start of the next.  */
static void
play_row (gpointer data, gpointer unused)
{
  Row *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load (battles[row->battle], &error);

  g_assert_no_error (error);
  for (guint i = 0; i < IN_A_ROW; i++)
    all[row->battle][row->handler][i][row->seed] =
        play (scenario, 1 + row->seed + 1000 * i, i + 1 < IN_A_ROW ? row->handler : TELLS_SILENT);
  g_free (row);
}

static void
play_all (void)
{
  GThreadPool *pool = g_thread_pool_new (play_row, NULL, (int) g_get_num_processors (), TRUE, NULL);

  for (guint b = 0; b < n_battles; b++)
    for (guint h = 0; h < N_HANDLERS; h++) {
      for (guint i = 0; i < IN_A_ROW; i++)
        all[b][h][i] = g_new0 (Measures, n_seeds);
      for (guint seed = 0; seed < n_seeds; seed++) {
        Row row = {b, seed, h};

        g_thread_pool_push (pool, g_memdup2 (&row, sizeof row), NULL);
      }
    }
  g_thread_pool_free (pool, FALSE, TRUE);
}

/* ---- The figures ------------------------------------------------------------------------------ */

typedef struct {
  double mean, interval; /* half the width of 95 % */
} Figure;

static double
value (guint battle, Handler handler, guint at, guint seed, gsize which)
{
  return ((const double *) &all[battle][handler][at][seed])[which];
}

static Figure
figure_of (const double *values, guint n)
{
  double sum = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  for (guint i = 0; i < n; i++)
    squares += (values[i] - sum / n) * (values[i] - sum / n);
  return (Figure){sum / n, n > 1 ? 1.96 * sqrt (squares / (n - 1) / n) : 0};
}

/* Of all battles from `first` to before `end`; what `handler` has above `than` with the same seeds, or by itself
 * if they are the same.  */
static Figure
figure (guint first, guint end, Handler handler, Handler than, guint at, gsize which)
{
  g_autofree double *values = g_new (double, (end - first) * n_seeds);
  guint n = 0;

  for (guint b = first; b < end; b++)
    for (guint seed = 0; seed < n_seeds; seed++)
      values[n++] = value (b, handler, at, seed, which) -
                    (handler != than ? value (b, than, at, seed, which) : 0);
  return figure_of (values, n);
}

static void
print_battle (guint first, guint end, const char *name)
{
  for (guint at = 0; at < IN_A_ROW; at++)
    for (gsize m = 0; m < N_MEASURES; m++) {
      Figure silent = figure (first, end, TELLS_SILENT, TELLS_SILENT, at, m);
      Figure right = figure (first, end, TELLS_TRUE, TELLS_SILENT, at, m);
      Figure wrong = figure (first, end, TELLS_FALSE, TELLS_SILENT, at, m);

      g_test_message ("%-18s battle %u %-30s silent %6.1f ± %4.1f, true %+6.1f ± %4.1f, false %+6.1f ± %4.1f",
                      name, at + 1, measure_names[m], silent.mean, silent.interval, right.mean,
                      right.interval, wrong.mean, wrong.interval);
    }
}

static void
add_figure (JsonBuilder *builder, const char *name, Figure figure)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  figures_add (builder, NULL, figure.mean, 2);
  figures_add (builder, NULL, figure.interval, 2);
  json_builder_end_array (builder);
}

static void
add_battle (JsonBuilder *builder, guint first, guint end, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint at = 0; at < IN_A_ROW; at++) {
    json_builder_begin_object (builder);
    for (gsize m = 0; m < N_MEASURES; m++) {
      json_builder_set_member_name (builder, measure_names[m]);
      json_builder_begin_object (builder);
      for (guint h = 0; h < N_HANDLERS; h++)
        add_figure (builder, handler_names[h], figure (first, end, h, h, at, m));
      add_figure (builder, "true above silent", figure (first, end, TELLS_TRUE, TELLS_SILENT, at, m));
      add_figure (builder, "false above silent", figure (first, end, TELLS_FALSE, TELLS_SILENT, at, m));
      json_builder_end_object (builder);
    }
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_all (JsonBuilder *builder)
{
  add_battle (builder, 0, n_battles, "all");
  for (guint b = 0; b < n_battles; b++)
    add_battle (builder, b, b + 1, battles[b]);
}

/* ---- What the design asks --------------------------------------------------------------------- */

#define MEASURE(field) (G_STRUCT_OFFSET (Measures, field) / sizeof (double))

/* Surely more (or, with a `sign` of -1, less) than the silent one, over all battles.  */
static void
check (Handler handler, guint at, gsize which, int sign)
{
  Figure above = figure (0, n_battles, handler, TELLS_SILENT, at, which);

  if (sign * above.mean > above.interval)
    return;
  g_test_message ("battle %u, %s: %s has %+.2f ± %.2f beside the silent one", at + 1, measure_names[which],
                  handler_names[handler], above.mean, above.interval);
  g_test_fail ();
}

static void
test_trust (void)
{
  for (guint at = 0; at < IN_A_ROW; at++) {
    check (TELLS_TRUE, at, MEASURE (trust), 1);
    check (TELLS_FALSE, at, MEASURE (trust), -1);
  }
}

/* Who has been lied to is slower, refuses more and hides more, whoever leads now.  */
static void
test_what_follows (void)
{
  check (TELLS_TRUE, IN_A_ROW - 1, MEASURE (delay), -1);
  check (TELLS_FALSE, IN_A_ROW - 1, MEASURE (delay), 1);
  check (TELLS_FALSE, IN_A_ROW - 1, MEASURE (refused), 1);
  check (TELLS_FALSE, IN_A_ROW - 1, MEASURE (hidden), 1);
  check (TELLS_TRUE, IN_A_ROW - 1, MEASURE (hidden), -1);
}

/* Of the battles that each led, all together: one alone is as much chance as telling.  */
static Figure
score_led (Handler handler)
{
  g_autofree double *values = g_new (double, n_battles * n_seeds * (IN_A_ROW - 1));
  guint n = 0;

  for (guint at = 0; at + 1 < IN_A_ROW; at++)
    for (guint b = 0; b < n_battles; b++)
      for (guint seed = 0; seed < n_seeds; seed++)
        values[n++] = value (b, handler, at, seed, MEASURE (score)) -
                      value (b, TELLS_SILENT, at, seed, MEASURE (score));
  return figure_of (values, n);
}

static void
test_results (void)
{
  Figure right = score_led (TELLS_TRUE), wrong = score_led (TELLS_FALSE);

  g_test_message ("score of the battles led: true %+.2f ± %.2f, false %+.2f ± %.2f beside the silent one",
                  right.mean, right.interval, wrong.mean, wrong.interval);
  g_assert_cmpfloat (right.mean, >, right.interval);
  g_assert_cmpfloat (wrong.mean, <, -wrong.interval);
  check (TELLS_FALSE, IN_A_ROW - 1, MEASURE (score), -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  battles = figures_battles (BATTLES, MAX_BATTLES, &n_battles);
  n_seeds = figures_seeds (SEEDS);
  g_test_set_nonfatal_assertions ();
  play_all ();
  for (guint b = 0; b < n_battles; b++)
    print_battle (b, b + 1, battles[b]);
  print_battle (0, n_battles, "all");
  figures_write (n_seeds, add_all);
  g_test_add_func ("/engine/trust/trust", test_trust);
  g_test_add_func ("/engine/trust/what-follows", test_what_follows);
  g_test_add_func ("/engine/trust/results", test_results);
  {
    int failed = g_test_run ();

    g_strfreev (battles);
    return failed;
  }
}

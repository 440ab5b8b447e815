/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pattern-battles.h"

#include <math.h>

/* ---- Playing ------------------------------------------------------------------------------- */

static double
seconds_of (SimTick tick)
{
  return tick == SIM_TICK_NEVER ? -1 : (double) tick / SIM_TICKS_PER_SECOND;
}

static PatternOutcome
outcome_of (const SimWorld *world, BaseVec goal)
{
  SimResult result = sim_world_result (world);
  PatternOutcome outcome = {
    .lost = result.machines_lost,
    .destroyed = result.legion_destroyed,
    .taken = result.wrecks_taken,
    .told_s = -1,
    .known_s = -1,
    .struck_s = -1,
  };

  for (size_t i = 0; i < sim_world_n_units (world); i++) {
    SimUnitTruth unit = sim_world_unit (world, i);

    outcome.reached += unit.side == SIM_SIDE_LEGION && unit.alive && unit.present &&
                       base_vec_distance (unit.position, goal) < 1000;
  }
  if (sim_world_n_plays (world) > 0) {
    SimPlayTruth play = sim_world_play (world, 0);

    outcome.told_s = seconds_of (play.tell);
    outcome.known_s = seconds_of (play.known);
    outcome.struck_s = seconds_of (play.blow);
  }
  return outcome;
}

void
pattern_play (PatternMeasure *measure, Build *build, int seed, int seconds, PatternAnswer answer)
{
  SimWorld *world = build_world (build, (uint64_t) seed);
  const SimGroupDef *first = &build->groups[0];

  for (int second = 0; second < seconds && !sim_world_is_finished (world); second++) {
    if (answer != NULL)
      answer (world, second);
    build_run (world, 1);
  }
  g_assert_cmpint (measure->n, <, PATTERN_MOST);
  measure->battles[measure->n++] = outcome_of (world, first->route[first->n_route - 1]);
  sim_world_free (world);
}

/* ---- Comparing ----------------------------------------------------------------------------- */

double
pattern_gain (const PatternOutcome *outcome)
{
  return 2 * outcome->destroyed - 5 * outcome->lost;
}

double
pattern_spared (const PatternOutcome *outcome)
{
  return -outcome->lost;
}

double
pattern_kept (const PatternOutcome *outcome)
{
  return -outcome->taken;
}

double
pattern_barred (const PatternOutcome *outcome)
{
  return -outcome->reached;
}

void
pattern_report (const char *name, const PatternMeasure *measure)
{
  PatternOutcome sum = {0};
  double delay = 0, least = 1e9, most = 0;
  int told = 0, known = 0, struck = 0;

  for (int i = 0; i < measure->n; i++) {
    const PatternOutcome *each = &measure->battles[i];
    double seconds = each->struck_s - each->told_s;

    sum.lost += each->lost;
    sum.destroyed += each->destroyed;
    sum.taken += each->taken;
    sum.reached += each->reached;
    told += each->told_s >= 0;
    known += each->known_s >= 0;
    if (each->told_s < 0 || each->struck_s < 0)
      continue;
    struck++;
    delay += seconds;
    least = MIN (least, seconds);
    most = MAX (most, seconds);
  }
  g_test_message ("%s: lost %.2f destroyed %.2f taken %.2f reached %.2f; told %d known %d struck %d of "
                  "%d, after %.0f s (%.0f to %.0f)",
                  name, sum.lost / measure->n, sum.destroyed / measure->n, sum.taken / measure->n,
                  sum.reached / measure->n, told, known, struck, measure->n, delay / MAX (1, struck),
                  struck > 0 ? least : 0, most);
}

void
pattern_assert_better (const char *name, const PatternMeasure *right, const PatternMeasure *wrong,
                       PatternWorth worth, double margin)
{
  double sum = 0, squares = 0, mean, error;
  int n = right->n;

  g_assert_cmpint (n, ==, wrong->n);
  g_assert_cmpint (n, >, 8);
  for (int i = 0; i < n; i++) {
    double more = worth (&right->battles[i]) - worth (&wrong->battles[i]);

    sum += more;
    squares += more * more;
  }
  mean = sum / n;
  error = sqrt (MAX (0, squares / n - mean * mean) / (n - 1));
  g_test_message ("%s: right is worth %.2f more, standard error %.2f", name, mean, error);
  g_assert_cmpfloat (mean, >=, margin);
  g_assert_cmpfloat (mean, >=, 3 * error);
}

double
pattern_mean_delay_s (const PatternMeasure *measure)
{
  double sum = 0;
  int n = 0;

  for (int i = 0; i < measure->n; i++)
    if (measure->battles[i].told_s >= 0 && measure->battles[i].struck_s >= 0) {
      sum += measure->battles[i].struck_s - measure->battles[i].told_s;
      n++;
    }
  return n > 0 ? sum / n : -1;
}

void
pattern_assert_delay (const PatternMeasure *measure, const PatternDelay *delay)
{
  int struck = 0, n_late = 0;
  double sum = 0;

  for (int i = 0; i < measure->n; i++) {
    double seconds = measure->battles[i].struck_s - measure->battles[i].told_s;

    if (measure->battles[i].told_s < 0 || measure->battles[i].struck_s < 0)
      continue;
    g_assert_cmpfloat (seconds, >=, delay->soonest);
    struck++;
    sum += seconds;
    n_late += seconds > delay->late;
  }
  g_assert_cmpint (struck, >=, measure->n / 3);
  g_assert_cmpfloat (sum / struck, >=, delay->least);
  g_assert_cmpfloat (sum / struck, <=, delay->most);
  g_assert_cmpint (5 * n_late, <=, struck);
}

void
pattern_assert_known (const PatternMeasure *measure)
{
  int told = 0, known = 0;

  for (int i = 0; i < measure->n; i++) {
    const PatternOutcome *each = &measure->battles[i];

    told += each->told_s >= 0;
    known += each->known_s >= 0;
    g_assert_true (each->known_s < 0 || (each->told_s >= 0 && each->known_s > each->told_s));
  }
  g_assert_cmpint (told, >=, measure->n / 3);
  g_assert_cmpint (2 * known, >=, told);
}

/* ---- For answers --------------------------------------------------------------------------- */

bool
pattern_told (const SimWorld *world)
{
  return sim_world_n_plays (world) > 0 && sim_world_play (world, 0).tell != SIM_TICK_NEVER;
}

bool
pattern_first_order (const SimWorld *world)
{
  return pattern_told (world) && sim_world_result (world).orders_given == 0;
}

void
pattern_give (SimWorld *world, uint32_t id, SimVerb verb, unsigned platoon, BaseVec at)
{
  SimCommand command = build_order_platoon (id, verb, platoon, at.x, at.y);

  g_assert_true (sim_world_submit (world, &command));
}

BaseVec
pattern_centre (const SimWorld *world, unsigned group)
{
  BaseVec sum = base_vec (0, 0);
  float n = 0;

  for (size_t i = 0; i < sim_world_n_units (world); i++) {
    SimUnitTruth unit = sim_world_unit (world, i);

    if (unit.side == SIM_SIDE_LEGION && unit.platoon == group && unit.alive && unit.present) {
      sum = base_vec_add (sum, unit.position);
      n++;
    }
  }
  return n > 0 ? base_vec_scale (sum, 1 / n) : base_vec (-1e5f, -1e5f);
}

/* ---- Battles ------------------------------------------------------------------------------- */

static void
broken_ground (Build *build, int seed)
{
  build_init (build);
  build_earnest (build);
  build->def.terrain.seed = (uint64_t) seed;
  build->def.terrain.relief_m = 40;
  build->def.terrain.woods = 0.05f;
}

static void
add_feature (Build *build, SimFeature feature)
{
  build->features[build->def.terrain.n_features++] = feature;
  build->def.terrain.features = build->features;
}

static void
add_wood (Build *build, const BaseVec *at, float radius_m)
{
  add_feature (build, (SimFeature){.kind = SIM_FEATURE_WOODS, .n_points = 1, .points = at,
                                   .radius_m = radius_m});
}

/* Two platoons in a wood beside the way of the scouts.  */
void
pattern_feeler (Build *build, int seed)
{
  static const BaseVec wood[] = {{2800, 3550}};

  broken_ground (build, seed);
  add_wood (build, wood, 320);
  for (unsigned i = 0; i < 6; i++)
    build_own (build, i / 3, 2650 + 60.0f * (float) i, 3550, 180);
  build_group (build, SIM_TASK_SCOUT, BUILD_SCOUT, 5, 6000, 3000, 1500, 3000);
  build_part (build, 0, SIM_PATTERN_FEELER, SIM_PATTERN_PART_TELL);
  build_group (build, SIM_TASK_ATTACK, BUILD_TANK, 4, 7400, 3000, 1500, 3000);
  build_part (build, 1, SIM_PATTERN_FEELER, SIM_PATTERN_PART_BLOW);
}

/* A platoon in a wood, and a reserve behind it that can reach either side; the second pack comes
 * from far round.  */
void
pattern_hook (Build *build, int seed)
{
  static const BaseVec wood[] = {{4000, 2500}}, rear[] = {{3500, 2500}};

  broken_ground (build, seed);
  add_wood (build, wood, 200);
  add_wood (build, rear, 200);
  for (unsigned i = 0; i < 4; i++)
    build_own (build, 0, 4120, 2380 + 80.0f * (float) i, 90);
  for (unsigned i = 0; i < 4; i++)
    build_own (build, 1, 3500, 2380 + 80.0f * (float) i, 90);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 8, 7500, 2500, 3000, 2500);
  build_part (build, 0, SIM_PATTERN_HOOK, SIM_PATTERN_PART_TELL);
  build_group (build, SIM_TASK_FLANK, BUILD_DRAGOON, 10, 3400, 5800, 3400, 5200);
  build_part (build, 1, SIM_PATTERN_HOOK, SIM_PATTERN_PART_BLOW);
  build->groups[1].n_route = 2;
  build->groups[1].route[1] = base_vec (4000, 2500);
}

/* A platoon on the forward slope of a hill, a wood behind its shoulder.  */
void
pattern_anvil (Build *build, int seed)
{
  static const BaseVec top[] = {{2150, 3000}}, wood[] = {{2050, 3900}};

  broken_ground (build, seed);
  add_feature (build, (SimFeature){.kind = SIM_FEATURE_HILL, .n_points = 1, .points = top,
                                   .radius_m = 450, .rise_m = 45});
  add_wood (build, wood, 180);
  for (unsigned i = 0; i < 6; i++)
    build_own (build, 0, 2450, 2800 + 80.0f * (float) i, 90);
  build_group (build, SIM_TASK_ATTACK, BUILD_TANK, 4, 6000, 3000, 1500, 3000);
  build_part (build, 0, SIM_PATTERN_ANVIL, SIM_PATTERN_PART_TELL);
  build_group (build, SIM_TASK_FLANK, BUILD_DRAGOON, 2, 7000, 3000, 1500, 3000);
  build_part (build, 1, SIM_PATTERN_ANVIL, SIM_PATTERN_PART_BLOW);
}

/* A platoon in a wood, which is good cover.  */
void
pattern_gun_line (Build *build, int seed)
{
  static const BaseVec wood[] = {{2100, 3000}};

  broken_ground (build, seed);
  add_wood (build, wood, 250);
  for (unsigned i = 0; i < 6; i++)
    build_own (build, 0, 2300, 2900 + 40.0f * (float) i, 90);
  build->rules.types[BUILD_WALKER].sight_m = 900;
  build_group (build, SIM_TASK_SCOUT, BUILD_SCOUT, 2, 5000, 3000, 1500, 3000);
  build_part (build, 0, SIM_PATTERN_GUN_LINE, SIM_PATTERN_PART_TELL);
  build_group (build, SIM_TASK_HOLD, BUILD_HOWITZER, 3, 7800, 3000, 7800, 3000);
  build_part (build, 1, SIM_PATTERN_GUN_LINE, SIM_PATTERN_PART_BLOW);
}

/* A platoon on a road, ambushers in the wood beside it.  */
void
pattern_closed_door (Build *build, int seed)
{
  static const BaseVec road[] = {{1000, 3000}, {7000, 3000}}, wood[] = {{3800, 3260}};

  broken_ground (build, seed);
  add_wood (build, wood, 150);
  add_feature (build, (SimFeature){.kind = SIM_FEATURE_ROAD, .n_points = 2, .points = road});
  for (unsigned i = 0; i < 4; i++)
    build_own (build, 0, 2000 - 60.0f * (float) i, 3000, 90);
  build_group (build, SIM_TASK_HOLD, BUILD_AMBUSHER, 3, 3800, 3155, 3800, 3155);
  build->groups[0].spread_m = 60;
  build_part (build, 0, SIM_PATTERN_CLOSED_DOOR, SIM_PATTERN_PART_BLOW)->dormant = 1;
}

void
pattern_bait (Build *build, int seed)
{
  static const BaseVec wood[] = {{4700, 3050}};

  broken_ground (build, seed);
  add_wood (build, wood, 200);
  for (unsigned i = 0; i < 5; i++)
    build_own (build, 0, 2500, 2800 + 90.0f * (float) i, 90);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 8, 5600, 3000, 1500, 3000);
  build_part (build, 0, SIM_PATTERN_BAIT, SIM_PATTERN_PART_TELL);
  build_group (build, SIM_TASK_HOLD, BUILD_AMBUSHER, 3, 4700, 3050, 4700, 3050);
  build->groups[1].spread_m = 80;
  build_part (build, 1, SIM_PATTERN_BAIT, SIM_PATTERN_PART_BLOW)->dormant = 1;
}

/* Two platoons before the main effort, a third in a wood on its flank, near where the Shepherd waits
 * with the reserve; another way round that nobody guards.  */
void
pattern_breath (Build *build, int seed)
{
  static const BaseVec wood[] = {{4600, 450}};

  broken_ground (build, seed);
  add_wood (build, wood, 250);
  for (unsigned i = 0; i < 6; i++)
    build_own (build, i / 3, 1800, 1000 + 80.0f * (float) i, 90);
  for (unsigned i = 0; i < 4; i++)
    build_own (build, 2, 4510 + 60.0f * (float) i, 420, 0);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 7, 5400, 1500, 1000, 3000);
  build_group (build, SIM_TASK_SCOUT, BUILD_SCOUT, 3, 6500, 4800, 1000, 3000);
  build_group (build, SIM_TASK_RESERVE, BUILD_DRAGOON, 3, 4700, 1050, 1000, 3000);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 8, 7500, 1500, 1000, 3000);
  build_group (build, SIM_TASK_ATTACK, BUILD_TANK, 4, 7800, 1500, 1000, 3000);
  build->groups[2].shepherd = 1;
  build->groups[3].arrival = build->groups[4].arrival = SIM_SECONDS (120);
  for (int g = 0; g < 5; g++) {
    build->groups[g].n_route = 2;
    build->groups[g].route[1] = base_vec (1000, 5000);
    build->groups[g].route[0] = base_vec (2600, g == 1 ? 5000 : 1400);
  }
}

/* Two of ours walk into tanks, far from the others; then nobody shoots any more.  */
void
pattern_gleaners (Build *build, int seed)
{
  broken_ground (build, seed);
  for (unsigned i = 0; i < 2; i++)
    build_own (build, 0, 3400, 2900 + 90.0f * (float) i, 90);
  for (unsigned i = 0; i < 3; i++)
    build_own (build, 1, 1000, 2900 + 90.0f * (float) i, 90);
  build_group (build, SIM_TASK_ATTACK, BUILD_TANK, 4, 5200, 3000, 4000, 3000);
  build->groups[0].n_route = 2;
  build->groups[0].route[1] = base_vec (7000, 500);
  build_group (build, SIM_TASK_GLEAN, BUILD_RECOVERER, 2, 7000, 3000, 7000, 3000);
}

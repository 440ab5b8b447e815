/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patterns of the Legion: the tell comes before the blow by the time stated, and the right answer
 * is better than the wrong one, over many seeds.  The answers are orders as a handler gives them;
 * when they are given goes by the truth, as if she had guessed right at once.  */
#include "sim-builder.h"

#include <glib.h>

#define SEEDS 36

typedef struct {
  double lost;      /* machines of ours */
  double destroyed; /* of the Legion's */
  double taken;     /* bodies and wrecks of ours */
  double reached;   /* machines of the Legion at its goal in the end */
  int told, struck, late; /* battles in which that happened */
  double delay_s;         /* sum over those struck */
} Measure;

static void
measure_add (Measure *measure, const SimWorld *world)
{
  SimResult result = sim_world_result (world);

  measure->lost += (double) result.machines_lost / SEEDS;
  measure->destroyed += (double) result.legion_destroyed / SEEDS;
  measure->taken += (double) result.wrecks_taken / SEEDS;
  for (size_t i = 0; i < sim_world_n_units (world); i++) {
    SimUnitTruth unit = sim_world_unit (world, i);

    if (unit.side == SIM_SIDE_LEGION && unit.alive && unit.present &&
        base_vec_distance (unit.position, base_vec (1000, 3000)) < 1000)
      measure->reached += 1.0 / SEEDS;
  }
}

/* The one play of a battle; checks that the delay is what the rules say, with `slack` seconds for the
 * last stretch.  */
static void
check_delay (Measure *measure, const SimWorld *world, const SimPatternRule *rule, double slack)
{
  SimPlayTruth play = sim_world_play (world, 0);
  double seconds = ((double) play.blow - (double) play.tell) / SIM_TICKS_PER_SECOND;

  if (play.tell == SIM_TICK_NEVER)
    return;
  measure->told++;
  if (play.blow == SIM_TICK_NEVER)
    return;
  measure->struck++;
  measure->delay_s += seconds;
  measure->late += seconds > rule->delay_most_s + slack;
  /* Never sooner; later when the way was long.  */
  g_assert_cmpfloat (seconds, >=, rule->delay_least_s - slack);
}

static BaseVec
centre_of (const SimWorld *world, unsigned group)
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

static bool
told (const SimWorld *world)
{
  return sim_world_n_plays (world) > 0 && sim_world_play (world, 0).tell != SIM_TICK_NEVER;
}

static void
give (SimWorld *world, uint32_t id, SimVerb verb, unsigned platoon, BaseVec at)
{
  SimCommand command = build_order_platoon (id, verb, platoon, at.x, at.y);

  g_assert_true (sim_world_submit (world, &command));
}

/* Second by second until the end or `seconds`; `answer` may give orders.  */
typedef void (*Answer) (SimWorld *world, int second);

static void
play (Build *build, int seed, int seconds, Answer answer, Measure *measure,
      const SimPatternRule *rule, double slack)
{
  SimWorld *world = build_world (build, (uint64_t) seed);

  for (int second = 0; second < seconds && !sim_world_is_finished (world); second++) {
    if (answer != NULL)
      answer (world, second);
    build_run (world, 1);
  }
  measure_add (measure, world);
  if (rule != NULL)
    check_delay (measure, world, rule, slack);
  sim_world_free (world);
}

static void
report (const char *name, const Measure *right, const Measure *wrong)
{
  g_test_message ("%s: right lost %.2f destroyed %.2f taken %.2f reached %.2f told %d struck %d late %d %.0f s; "
                  "wrong lost %.2f destroyed %.2f taken %.2f reached %.2f told %d struck %d late %d %.0f s",
                  name, right->lost, right->destroyed, right->taken, right->reached, right->told, right->struck,
                  right->late, right->delay_s / MAX (1, right->struck),
                  wrong->lost, wrong->destroyed, wrong->taken, wrong->reached, wrong->told, wrong->struck,
                  wrong->late, wrong->delay_s / MAX (1, wrong->struck));
}

/* What was gained less what was paid, by the values of the design for dragoons and our machines.  */
static double
gain (const Measure *measure)
{
  return 2 * measure->destroyed - 5 * measure->lost;
}

/* The mean is what is stated, few come late, and it was seen often enough to mean something.  */
static void
check_time (const Measure *measure, SimPattern pattern, double slack)
{
  SimPatternRule rule = sim_pattern_rule_default (pattern);
  double mean = measure->delay_s / MAX (1, measure->struck);

  g_assert_cmpint (measure->told, >=, SEEDS / 3);
  g_assert_cmpint (measure->struck, >=, SEEDS / 3);
  g_assert_cmpint (measure->late * 5, <=, measure->struck);
  g_assert_cmpfloat (mean, >=, rule.delay_least_s);
  g_assert_cmpfloat (mean, <=, rule.delay_most_s + slack);
}

static void
broken_ground (Build *build, int seed)
{
  build_init (build);
  build_earnest (build);
  build->def.terrain.seed = (uint64_t) seed;
  build->def.terrain.relief_m = 40;
  build->def.terrain.woods = 0.05f;
}

/* ---- Feeler -------------------------------------------------------------------------------- */

/* Hidden in the wood; the line of scouts passes, and the main body goes where nobody is.  */
static void
stay_silent (SimWorld *world, int second)
{
  if (second == 0)
    for (unsigned p = 0; p < 2; p++)
      give (world, 1 + p, SIM_VERB_CEASE_FIRE, p, base_vec (0, 0));
}

/* To the edge of it, and shoot at what comes.  */
static void
fire_with_all (SimWorld *world, int second)
{
  if (second == 0)
    for (unsigned p = 0; p < 2; p++)
      give (world, 1 + p, SIM_VERB_MOVE, p, base_vec (2700 + 200 * (float) p, 3150));
}

static void
feeler_battle (Build *build, int seed)
{
  static const BaseVec wood[] = {{2800, 3550}};

  broken_ground (build, seed);
  build->features[0] =
      (SimFeature){.kind = SIM_FEATURE_WOODS, .n_points = 1, .points = wood, .radius_m = 320};
  build->def.terrain.features = build->features;
  build->def.terrain.n_features = 1;
  for (unsigned i = 0; i < 6; i++)
    build_own (build, i / 3, 2650 + 60.0f * (float) i, 3550, 180);
  build_group (build, SIM_TASK_SCOUT, BUILD_SCOUT, 5, 6000, 3000, 1500, 3000);
  build_part (build, 0, SIM_PATTERN_FEELER, SIM_PATTERN_PART_TELL);
  build_group (build, SIM_TASK_ATTACK, BUILD_TANK, 4, 7400, 3000, 1500, 3000);
  build_part (build, 1, SIM_PATTERN_FEELER, SIM_PATTERN_PART_BLOW);
}

static void
test_feeler (void)
{
  Measure right = {0}, wrong = {0};

  for (int seed = 1; seed <= SEEDS; seed++) {
    Build build;

    feeler_battle (&build, seed);
    play (&build, seed, 1200, stay_silent, &right, &build.rules.patterns[SIM_PATTERN_FEELER], 90);
    play (&build, seed, 1200, fire_with_all, &wrong,
          &build.rules.patterns[SIM_PATTERN_FEELER], 90);
  }
  report ("feeler", &right, &wrong);
  check_time (&wrong, SIM_PATTERN_FEELER, 0);
  g_assert_cmpfloat (right.lost, <, wrong.lost - 1);
}

/* ---- Hook ---------------------------------------------------------------------------------- */

static void
reserve_to_noise (SimWorld *world, int second)
{
  (void) second;
  if (told (world) && sim_world_result (world).orders_given == 0)
    give (world, 1, SIM_VERB_ATTACK, 1, centre_of (world, 0));
}

/* Until the second pack is upon the first platoon.  */
static void
hold_reserve (SimWorld *world, int second)
{
  BaseVec blow = centre_of (world, 1);

  (void) second;
  if (told (world) && sim_world_result (world).orders_given == 0 &&
      base_vec_distance (blow, base_vec (3000, 2400)) < 1000)
    give (world, 1, SIM_VERB_ATTACK, 1, blow);
}

static void
hook_battle (Build *build, int seed)
{
  broken_ground (build, seed);
  build->def.terrain.relief_m = 80;
  build->def.terrain.woods = 0.15f;
  for (unsigned i = 0; i < 3; i++)
    build_own (build, 0, 3000, 1700 + 90.0f * (float) i, 90);
  for (unsigned i = 0; i < 4; i++)
    build_own (build, 1, 2800 + 70.0f * (float) i, 2900, 45);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 6, 6300, 1800, 2000, 1800);
  build_part (build, 0, SIM_PATTERN_HOOK, SIM_PATTERN_PART_TELL);
  build_group (build, SIM_TASK_FLANK, BUILD_DRAGOON, 20, 7400, 3400, 4900, 3600);
  build_part (build, 1, SIM_PATTERN_HOOK, SIM_PATTERN_PART_BLOW);
  build->groups[1].n_route = 2;
  build->groups[1].route[1] = base_vec (3000, 1800);
}

static void
test_hook (void)
{
  Measure right = {0}, wrong = {0};

  for (int seed = 1; seed <= SEEDS; seed++) {
    Build build;

    hook_battle (&build, seed);
    play (&build, seed, 700, hold_reserve, &right, &build.rules.patterns[SIM_PATTERN_HOOK], 60);
    play (&build, seed, 700, reserve_to_noise, &wrong, &build.rules.patterns[SIM_PATTERN_HOOK], 60);
  }
  report ("hook", &right, &wrong);
  check_time (&right, SIM_PATTERN_HOOK, 0);
  g_assert_cmpfloat (gain (&right), >, gain (&wrong));
}

/* ---- Anvil --------------------------------------------------------------------------------- */

static void
duel (SimWorld *world, int second)
{
  (void) second;
  if (told (world) && sim_world_result (world).orders_given == 0)
    give (world, 1, SIM_VERB_ATTACK, 0, centre_of (world, 0));
}

static void
break_sight (SimWorld *world, int second)
{
  (void) second;
  if (told (world) && sim_world_result (world).orders_given == 0)
    give (world, 1, SIM_VERB_MOVE, 0, base_vec (1700, 3000));
}

static void
anvil_battle (Build *build, int seed)
{
  static const BaseVec top[] = {{2150, 3000}};

  broken_ground (build, seed);
  build->features[0] = (SimFeature){
    .kind = SIM_FEATURE_HILL, .n_points = 1, .points = top, .radius_m = 450, .rise_m = 45};
  build->def.terrain.features = build->features;
  build->def.terrain.n_features = 1;
  for (unsigned i = 0; i < 6; i++)
    build_own (build, 0, 2450, 2800 + 80.0f * (float) i, 90);
  build_group (build, SIM_TASK_ATTACK, BUILD_TANK, 4, 6000, 3000, 1500, 3000);
  build_part (build, 0, SIM_PATTERN_ANVIL, SIM_PATTERN_PART_TELL);
  build_group (build, SIM_TASK_FLANK, BUILD_DRAGOON, 6, 7000, 3000, 1500, 3000);
  build_part (build, 1, SIM_PATTERN_ANVIL, SIM_PATTERN_PART_BLOW);
}

static void
test_anvil (void)
{
  Measure right = {0}, wrong = {0}, none = {0};

  for (int seed = 1; seed <= SEEDS; seed++) {
    Build build;

    anvil_battle (&build, seed);
    play (&build, seed, 800, break_sight, &right, NULL, 0);
    play (&build, seed, 800, duel, &wrong, NULL, 0);
    play (&build, seed, 800, NULL, &none, &build.rules.patterns[SIM_PATTERN_ANVIL], 60);
  }
  report ("anvil", &right, &wrong);
  report ("anvil, no answer", &right, &none);
  check_time (&none, SIM_PATTERN_ANVIL, 0);
  g_assert_cmpfloat (gain (&right), >, gain (&wrong));
}

/* ---- Closed door --------------------------------------------------------------------------- */

static void
go_along (SimWorld *world, SimPosture posture)
{
  SimCommand command = build_order_platoon (1, SIM_VERB_MOVE, 0, 5500, 3000);

  command.posture = (uint8_t) posture;
  g_assert_true (sim_world_submit (world, &command));
}

static void
go_careful (SimWorld *world, int second)
{
  if (second == 0)
    go_along (world, SIM_POSTURE_CAREFUL);
}

static void
go_fast (SimWorld *world, int second)
{
  if (second == 0)
    go_along (world, SIM_POSTURE_FAST);
}

static void
door_battle (Build *build, int seed)
{
  static const BaseVec road[] = {{1000, 3000}, {7000, 3000}}, wood[] = {{3800, 3260}};

  broken_ground (build, seed);
  build->features[0] =
      (SimFeature){.kind = SIM_FEATURE_WOODS, .n_points = 1, .points = wood, .radius_m = 150};
  build->features[1] = (SimFeature){.kind = SIM_FEATURE_ROAD, .n_points = 2, .points = road};
  build->def.terrain.features = build->features;
  build->def.terrain.n_features = 2;
  for (unsigned i = 0; i < 4; i++)
    build_own (build, 0, 2000 - 60.0f * (float) i, 3000, 90);
  build_group (build, SIM_TASK_HOLD, BUILD_AMBUSHER, 3, 3800, 3155, 3800, 3155);
  build->groups[0].spread_m = 60;
  build_part (build, 0, SIM_PATTERN_CLOSED_DOOR, SIM_PATTERN_PART_BLOW)->dormant = 1;
}

static void
test_closed_door (void)
{
  Measure right = {0}, wrong = {0};

  for (int seed = 1; seed <= SEEDS; seed++) {
    Build build;

    door_battle (&build, seed);
    play (&build, seed, 900, go_careful, &right, NULL, 0);
    play (&build, seed, 900, go_fast, &wrong, NULL, 0);
  }
  report ("closed door", &right, &wrong);
  g_assert_cmpfloat (right.lost, <, wrong.lost - 1);
}

/* ---- Bait ---------------------------------------------------------------------------------- */

static void
pursue (SimWorld *world, int second)
{
  (void) second;
  if (told (world) && sim_world_result (world).orders_given == 0)
    give (world, 1, SIM_VERB_ATTACK, 0, base_vec (4900, 3000));
}

static void
bait_battle (Build *build, int seed)
{
  static const BaseVec wood[] = {{4700, 3050}};

  broken_ground (build, seed);
  build->features[0] =
      (SimFeature){.kind = SIM_FEATURE_WOODS, .n_points = 1, .points = wood, .radius_m = 200};
  build->def.terrain.features = build->features;
  build->def.terrain.n_features = 1;
  for (unsigned i = 0; i < 5; i++)
    build_own (build, 0, 2500, 2800 + 90.0f * (float) i, 90);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 8, 5600, 3000, 1500, 3000);
  build_part (build, 0, SIM_PATTERN_BAIT, SIM_PATTERN_PART_TELL);
  build_group (build, SIM_TASK_HOLD, BUILD_AMBUSHER, 3, 4700, 3050, 4700, 3050);
  build->groups[1].spread_m = 80;
  build_part (build, 1, SIM_PATTERN_BAIT, SIM_PATTERN_PART_BLOW)->dormant = 1;
}

static void
test_bait (void)
{
  Measure right = {0}, wrong = {0};

  for (int seed = 1; seed <= SEEDS; seed++) {
    Build build;

    bait_battle (&build, seed);
    play (&build, seed, 700, NULL, &right, NULL, 0);
    play (&build, seed, 700, pursue, &wrong, NULL, 0);
  }
  report ("bait", &right, &wrong);
  g_assert_cmpfloat (right.lost, <, wrong.lost - 1);
}

/* ---- Breath -------------------------------------------------------------------------------- */

/* Both platoons upon the Shepherd while all stand still.  */
static void
strike_the_shepherd (SimWorld *world, int second)
{
  (void) second;
  if (told (world) && sim_world_result (world).orders_given == 0)
    for (unsigned p = 0; p < 2; p++)
      give (world, 1 + p, SIM_VERB_ATTACK, p, centre_of (world, 2));
}

static void
breath_battle (Build *build, int seed)
{
  broken_ground (build, seed);
  for (unsigned i = 0; i < 8; i++)
    build_own (build, i / 4, 2600, 1000 + 80.0f * (float) i, 90);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 6, 6000, 1300, 1000, 3000);
  build_group (build, SIM_TASK_SCOUT, BUILD_SCOUT, 3, 6500, 4800, 1000, 3000);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 3, 6600, 1300, 1000, 3000);
  build_group (build, SIM_TASK_ATTACK, BUILD_DRAGOON, 8, 7400, 1300, 1000, 3000);
  build_group (build, SIM_TASK_ATTACK, BUILD_TANK, 4, 7700, 1300, 1000, 3000);
  build->groups[2].shepherd = 1;
  for (int g = 0; g < 5; g++) {
    build->groups[g].n_route = 2;
    build->groups[g].route[1] = base_vec (1000, 3000);
    build->groups[g].route[0] = base_vec (3000, g == 1 ? 4800 : 1600);
  }
}

static void
test_breath (void)
{
  Measure right = {0}, wrong = {0};

  for (int seed = 1; seed <= SEEDS; seed++) {
    Build build;

    breath_battle (&build, seed);
    play (&build, seed, 900, strike_the_shepherd, &right, NULL, 0);
    play (&build, seed, 900, NULL, &wrong, &build.rules.patterns[SIM_PATTERN_BREATH], 1);
  }
  report ("breath", &right, &wrong);
  check_time (&wrong, SIM_PATTERN_BREATH, 1);
  g_assert_cmpfloat (gain (&right), >, gain (&wrong));
}

/* ---- Gleaners ------------------------------------------------------------------------------ */

/* Goes to its own wrecks when they come.  */
static void
meet_them (SimWorld *world, int second)
{
  (void) second;
  if (told (world) && sim_world_result (world).orders_given == 0)
    give (world, 1, SIM_VERB_ATTACK, 1, base_vec (3500, 3000));
}

/* Three of ours walk into six tanks, far from the others; then nobody shoots any more.  */
static void
gleaners_battle (Build *build, int seed)
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

static void
test_gleaners (void)
{
  Measure right = {0}, wrong = {0};

  for (int seed = 1; seed <= SEEDS; seed++) {
    Build build;

    gleaners_battle (&build, seed);
    play (&build, seed, 1800, meet_them, &right, NULL, 0);
    play (&build, seed, 1800, NULL, &wrong, NULL, 0);
  }
  report ("gleaners", &right, &wrong);
  g_assert_cmpfloat (right.taken, <, wrong.taken / 2);
  g_assert_cmpfloat (wrong.taken, >, 1);
}

/* ---- Gun line ------------------------------------------------------------------------------ */

/* Back a kilometre as soon as the ranging round has fallen.  */
static void
move_off (SimWorld *world, int second)
{
  (void) second;
  if (told (world) && sim_world_result (world).orders_given == 0) {
    SimCommand command = build_order_platoon (1, SIM_VERB_MOVE, 0, 900, 3400);

    command.timing = SIM_TIMING_AT_ONCE;
    command.posture = SIM_POSTURE_FAST;
    g_assert_true (sim_world_submit (world, &command));
  }
}

static void
gun_line_battle (Build *build, int seed, unsigned level)
{
  static const BaseVec wood[] = {{2100, 3000}};

  broken_ground (build, seed);
  build->features[0] =
      (SimFeature){.kind = SIM_FEATURE_WOODS, .n_points = 1, .points = wood, .radius_m = 250};
  build->def.terrain.features = build->features;
  build->def.terrain.n_features = 1;
  build->def.learning.counter[SIM_TACTIC_STAND] = (uint8_t) level;
  for (unsigned i = 0; i < 6; i++)
    build_own (build, 0, 2300, 2900 + 40.0f * (float) i, 90);
  build->rules.types[BUILD_WALKER].sight_m = 900;
  build_group (build, SIM_TASK_SCOUT, BUILD_SCOUT, 2, 5000, 3000, 1500, 3000);
  build_part (build, 0, SIM_PATTERN_GUN_LINE, SIM_PATTERN_PART_TELL);
  build_group (build, SIM_TASK_HOLD, BUILD_HOWITZER, 3, 7800, 3000, 7800, 3000);
  build_part (build, 1, SIM_PATTERN_GUN_LINE, SIM_PATTERN_PART_BLOW);
}

static void
test_gun_line (void)
{
  Measure right = {0}, wrong = {0}, learned = {0};

  for (int seed = 1; seed <= SEEDS; seed++) {
    Build build;

    gun_line_battle (&build, seed, 0);
    play (&build, seed, 500, move_off, &right, NULL, 0);
    play (&build, seed, 500, NULL, &wrong, &build.rules.patterns[SIM_PATTERN_GUN_LINE], 3);
    gun_line_battle (&build, seed, 3);
    play (&build, seed, 500, NULL, &learned, &(SimPatternRule){.delay_least_s = 10,
                                                               .delay_most_s = 10}, 3);
  }
  report ("gun line", &right, &wrong);
  report ("gun line, learned", &learned, &wrong);
  check_time (&wrong, SIM_PATTERN_GUN_LINE, 3);
  g_assert_cmpfloat (right.lost, <, wrong.lost - 0.5);
  /* Counter-fire comes in less than half of the time.  */
  g_assert_cmpfloat (learned.delay_s / learned.struck, <, 0.6 * wrong.delay_s / wrong.struck);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/patterns/feeler", test_feeler);
  g_test_add_func ("/sim/patterns/hook", test_hook);
  g_test_add_func ("/sim/patterns/anvil", test_anvil);
  g_test_add_func ("/sim/patterns/closed-door", test_closed_door);
  g_test_add_func ("/sim/patterns/bait", test_bait);
  g_test_add_func ("/sim/patterns/breath", test_breath);
  g_test_add_func ("/sim/patterns/gleaners", test_gleaners);
  g_test_add_func ("/sim/patterns/gun-line", test_gun_line);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Legion learns from a battle, and how the next one shows it: each counter has a tell of its
 * own before its blow.  */
#include "pattern-battles.h"
#include "sim/sim-legion.h"

#include <string.h>

static size_t
sightings (const SimWorld *world)
{
  size_t n = 0;

  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++)
    n += world->sightings[i].tick != 0;
  return n;
}

/* ---- The record ---------------------------------------------------------------------------- */

/* The worst gains a level up to three, what does not hurt fades.  */
static void
test_levels (void)
{
  Build build;
  SimWorld *world;
  SimLearning learned;

  build_melee (&build);
  build.def.learning.counter[SIM_TACTIC_STAND] = 2;
  world = build_world (&build, 8);
  for (int battle = 0; battle < 6; battle++) {
    memset (world->learning.losses, 0, sizeof world->learning.losses);
    world->learning.losses[SIM_TACTIC_AMBUSH] = 30;
    learned = sim_world_learned (world);
    g_assert_cmpint (learned.counter[SIM_TACTIC_AMBUSH], ==, MIN (battle + 1, 3));
    g_assert_cmpint (learned.battles, ==, battle + 1);
    world->learning = learned;
  }
  g_assert_cmpint (learned.counter[SIM_TACTIC_STAND], ==, 0);
  g_assert_cmpint (learned.counter[SIM_TACTIC_OTHER], ==, 0);
  sim_world_free (world);
}

/* Where each loss is put down: shots from hiding, from those who came later, from one position.  */
static SimTactic
tactic_taught (bool hidden, bool came)
{
  Build build;
  SimWorld *world;
  SimLearning learned;
  int worst = 0;

  build_init (&build);
  for (unsigned i = 0; i < 4; i++)
    build_own (&build, 0, 2000, 2900 + 60.0f * (float) i, 90);
  build.rules.types[BUILD_SCOUT].n_weapons = 0;
  if (hidden) {
    build.rules.types[BUILD_SCOUT].sight_m = 0;
    build.rules.weapons[0].range_m = 500;
  }
  build_group (&build, SIM_TASK_ATTACK, BUILD_SCOUT, 8, 4500, 3000, 1000, 3000);
  build.rules.withdraw_loss = 1;
  world = build_world (&build, 9);
  if (came) {
    SimCommand command = build_order_platoon (1, SIM_VERB_ATTACK, 0, 4500, 3000);

    world->fight_tick = world->tick;
    for (size_t i = 0; i < world->n_own; i++) {
      world->units.stand_x[i] = 500;
      world->units.stand_y[i] = 500;
    }
    sim_world_submit (world, &command);
  }
  build_run (world, 400);
  learned = sim_world_learned (world);
  g_assert_cmpuint (sim_world_result (world).legion_destroyed, >, 3);
  for (int t = 1; t < SIM_N_TACTICS; t++)
    if (learned.losses[t] > learned.losses[worst])
      worst = t;
  sim_world_free (world);
  return (SimTactic) worst;
}

static void
test_attribution (void)
{
  g_assert_cmpint (tactic_taught (true, false), ==, SIM_TACTIC_AMBUSH);
  g_assert_cmpint (tactic_taught (false, true), ==, SIM_TACTIC_RESERVE);
  g_assert_cmpint (tactic_taught (false, false), ==, SIM_TACTIC_STAND);
}

/* ---- Counters ------------------------------------------------------------------------------ */

/* Seconds that the net knows of a squadron in a wood beside the scouts' way, before any shot.  */
static double
seconds_known (unsigned level)
{
  static const BaseVec wood[] = {{3500, 3450}};
  double sum = 0;

  for (uint64_t seed = 1; seed <= 10; seed++) {
    Build build;
    SimWorld *world;

    build_init (&build);
    build.features[0] =
        (SimFeature){.kind = SIM_FEATURE_WOODS, .n_points = 1, .points = wood, .radius_m = 250};
    build.def.terrain.features = build.features;
    build.def.terrain.n_features = 1;
    for (unsigned i = 0; i < 4; i++)
      build_own (&build, 0, 3420 + 50.0f * (float) i, 3350, 180);
    build.rules.types[BUILD_WALKER].n_weapons = 0;
    build.rules.types[BUILD_SCOUT].n_weapons = 0;
    build.rules.types[BUILD_SCOUT].sight_m = 2500;
    build_group (&build, SIM_TASK_SCOUT, BUILD_SCOUT, 3, 6000, 3000, 1000, 3000);
    build.def.learning.counter[SIM_TACTIC_AMBUSH] = (uint8_t) level;
    world = build_world (&build, seed);
    for (int second = 0; second < 700; second++) {
      build_run (world, 1);
      sum += sightings (world) > 0;
    }
    sim_world_free (world);
  }
  return sum / 10;
}

/* What was beaten from hiding looks where one can hide.  */
static void
test_probing (void)
{
  g_assert_cmpfloat (seconds_known (3), >, 3 * seconds_known (0) + 20);
}

/* Metres between the outermost of a group.  */
static float
width_of (const SimWorld *world, const SimGroup *group)
{
  float widest = 0;

  for (uint32_t i = group->first; i < group->first + group->count; i++)
    for (uint32_t k = i + 1; k < group->first + group->count; k++)
      widest = MAX (widest, base_vec_distance (sim_unit_position (world, i),
                                               sim_unit_position (world, k)));
  return widest;
}

/* How many of a group are to the left of the way from `place` toward `from`.  */
static unsigned
on_the_left (const SimWorld *world, const SimGroup *group, BaseVec place, BaseVec from)
{
  BaseVec way = base_vec_sub (from, place);
  unsigned n = 0;

  for (uint32_t i = group->first; i < group->first + group->count; i++) {
    BaseVec off = base_vec_sub (sim_unit_position (world, i), place);

    n += sim_unit_works (world, i) && way.x * off.y - way.y * off.x > 0;
  }
  return n;
}

typedef struct {
  double width_m; /* of the first pack when it shows its tell */
  int told, struck, both;
} Hooks;

static void
play_hook (Hooks *hooks, unsigned level, int seed)
{
  Build build;
  SimWorld *world;
  const SimGroup *blow;
  BaseVec from;
  unsigned left;

  pattern_hook (&build, seed);
  build.rules.types[BUILD_WALKER].n_weapons = 0;
  build.def.learning.counter[SIM_TACTIC_RESERVE] = (uint8_t) level;
  world = build_world (&build, (uint64_t) seed);
  for (int second = 0; second < 400 && !pattern_told (world); second++)
    build_run (world, 1);
  if (pattern_told (world)) {
    hooks->told++;
    hooks->width_m += (double) width_of (world, &world->groups[0]);
    /* What shows the double hook is there before either half of it strikes.  */
    g_assert_cmpuint (world->plays[0].blow, ==, 0);
    from = world->groups[0].centre;
    for (int second = 0; second < 300 && world->plays[0].blow == 0; second++)
      build_run (world, 1);
    blow = &world->groups[1];
    left = on_the_left (world, blow, world->plays[0].place, from);
    hooks->struck += world->plays[0].blow != 0;
    hooks->both += left * 4 >= blow->alive && (blow->alive - left) * 4 >= blow->alive;
  }
  sim_world_free (world);
}

/* Who was beaten by reserves comes from both sides, spread out before it.  */
static void
test_double_hook (void)
{
  Hooks single = {0}, learned = {0};

  for (int seed = 1; seed <= 12; seed++) {
    play_hook (&single, 0, seed);
    play_hook (&learned, 2, seed);
  }
  g_test_message ("first pack %.0f m wide, learned %.0f m; of %d and %d blows %d and %d from both "
                  "sides",
                  single.width_m / single.told, learned.width_m / learned.told, single.struck,
                  learned.struck, single.both, learned.both);
  g_assert_cmpint (MIN (single.struck, learned.struck), >=, 9);
  g_assert_cmpfloat (learned.width_m / learned.told, >, 1.7 * single.width_m / single.told);
  g_assert_cmpint (single.both, <=, 1);
  g_assert_cmpint (learned.both * 4, >=, learned.struck * 3);
}

static void
play_guns (PatternMeasure *measure, unsigned level)
{
  for (int seed = 1; seed <= PATTERN_SEEDS; seed++) {
    Build build;

    pattern_gun_line (&build, seed);
    build.def.learning.counter[SIM_TACTIC_STAND] = (uint8_t) level;
    pattern_play (measure, &build, seed, 500, NULL);
  }
}

/* Who was beaten by one gun position answers it with its guns, a fifth sooner for each level; the
 * ranging round still comes first.  */
static void
test_counter_fire (void)
{
  PatternMeasure learned = {0};

  play_guns (&learned, 3);
  pattern_report ("gun line, learned", &learned);
  pattern_assert_delay (&learned, &(PatternDelay){10, 13, 9.5, 15});
}

/* ---- From battle to battle ------------------------------------------------------------------ */

/* Three battles won by standing in one place; the guns of the fourth come sooner, with nothing
 * carried over but the record.  */
static void
test_battle_after_battle (void)
{
  SimLearning record = {0};
  PatternMeasure fresh = {0}, after = {0};

  for (int battle = 1; battle <= 3; battle++) {
    Build build;
    SimWorld *world;

    build_init (&build);
    for (unsigned i = 0; i < 4; i++)
      build_own (&build, 0, 2000, 2900 + 60.0f * (float) i, 90);
    build.rules.types[BUILD_SCOUT].n_weapons = 0;
    build_group (&build, SIM_TASK_ATTACK, BUILD_SCOUT, 8, 4500, 3000, 1000, 3000);
    build.def.learning = record;
    world = build_world (&build, (uint64_t) battle);
    build_run (world, 400);
    record = sim_world_learned (world);
    g_assert_cmpint (record.battles, ==, battle);
    g_assert_cmpint (record.counter[SIM_TACTIC_STAND], ==, battle);
    sim_world_free (world);
  }
  for (int seed = 1; seed <= 12; seed++) {
    Build build;

    pattern_gun_line (&build, seed);
    pattern_play (&fresh, &build, seed, 500, NULL);
    build.def.learning = record;
    pattern_play (&after, &build, seed, 500, NULL);
  }
  g_assert_cmpfloat (pattern_mean_delay_s (&fresh), >=, 25);
  g_assert_cmpfloat (pattern_mean_delay_s (&after), <, 0.6 * pattern_mean_delay_s (&fresh));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/learning/levels", test_levels);
  g_test_add_func ("/sim/learning/attribution", test_attribution);
  g_test_add_func ("/sim/learning/probing", test_probing);
  g_test_add_func ("/sim/learning/double-hook", test_double_hook);
  g_test_add_func ("/sim/learning/counter-fire", test_counter_fire);
  g_test_add_func ("/sim/learning/battle-after-battle", test_battle_after_battle);
  return g_test_run ();
}

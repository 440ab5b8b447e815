/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of the patterns are data: other numbers, another battle.  One test for each pattern; what
 * the numbers of the design make of it is in test-patterns.c.  */
#include "pattern-battles.h"
#include "sim/sim-legion.h"

#define SEEDS 12

#define BATTLE(name)                                                                              \
  for (int seed = 1; seed <= SEEDS; seed++) {                                                     \
    Build build;                                                                                  \
                                                                                                  \
    pattern_##name (&build, seed);

static void
set_delay (Build *build, SimPattern pattern, float seconds)
{
  build->rules.patterns[pattern].delay_least_s = seconds;
  build->rules.patterns[pattern].delay_most_s = seconds;
}

/* Those of ours look on, so that nothing they do hastens or spoils the blow.  */
static void
disarm (Build *build)
{
  build->rules.types[BUILD_WALKER].n_weapons = 0;
}

/* ---- From the tell to the blow -------------------------------------------------------------- */

static void
test_feeler (void)
{
  PatternMeasure measure = {0};

  BATTLE (feeler)
    disarm (&build);
    build.rules.types[BUILD_SCOUT].n_weapons = 0;
    build.def.terrain.n_features = 0;
    set_delay (&build, SIM_PATTERN_FEELER, 600);
    pattern_play (&measure, &build, seed, 1400, NULL);
  }
  pattern_report ("feeler of ten minutes", &measure);
  pattern_assert_delay (&measure, &(PatternDelay){590, 640, 560, 660});
}

static void
test_hook (void)
{
  PatternMeasure measure = {0};

  BATTLE (hook)
    disarm (&build);
    set_delay (&build, SIM_PATTERN_HOOK, 300);
    pattern_play (&measure, &build, seed, 700, NULL);
  }
  pattern_report ("hook of five minutes", &measure);
  pattern_assert_delay (&measure, &(PatternDelay){285, 330, 270, 340});
}

static void
test_anvil (void)
{
  PatternMeasure measure = {0};

  BATTLE (anvil)
    disarm (&build);
    build.rules.types[BUILD_TANK].n_weapons = 0;
    set_delay (&build, SIM_PATTERN_ANVIL, 300);
    pattern_play (&measure, &build, seed, 800, NULL);
  }
  pattern_report ("anvil of five minutes", &measure);
  pattern_assert_delay (&measure, &(PatternDelay){285, 330, 270, 340});
}

/* Of guns it is a number of all guns.  */
static void
test_gun_line (void)
{
  PatternMeasure measure = {0};

  BATTLE (gun_line)
    disarm (&build);
    build.rules.guns_effect_s = 60;
    pattern_play (&measure, &build, seed, 500, NULL);
  }
  pattern_report ("gun line of a minute", &measure);
  pattern_assert_delay (&measure, &(PatternDelay){60, 64, 59, 65});
}

static void
test_breath (void)
{
  PatternMeasure measure = {0};

  BATTLE (breath)
    set_delay (&build, SIM_PATTERN_BREATH, 20);
    pattern_play (&measure, &build, seed, 900, NULL);
  }
  pattern_report ("breath of twenty seconds", &measure);
  pattern_assert_delay (&measure, &(PatternDelay){19.5, 21, 19.5, 21.5});
}

/* ---- From a place to the blow --------------------------------------------------------------- */

static void
go_along (SimWorld *world, int second)
{
  if (second == 0)
    pattern_give (world, 1, SIM_VERB_MOVE, 0, base_vec (5500, 3000));
}

/* So far from those who sleep the silence tells, so near they strike: between lies the way, at the
 * pace of those who go along it.  */
static void
door (PatternMeasure *measure, float silence_m, float distance_m)
{
  BATTLE (closed_door)
    SimPatternRule *rule = &build.rules.patterns[SIM_PATTERN_CLOSED_DOOR];

    rule->silence_m = silence_m;
    rule->distance_least_m = rule->distance_most_m = distance_m;
    pattern_play (measure, &build, seed, 900, go_along);
  }
  pattern_report ("closed door", measure);
}

static void
test_closed_door (void)
{
  PatternMeasure wide = {0}, narrow = {0}, late = {0};

  door (&wide, 1500, 600);
  door (&narrow, 1500, 250);
  door (&late, 900, 250);
  pattern_assert_delay (&wide, &(PatternDelay){30, 90, 25, 120});
  g_assert_cmpfloat (pattern_mean_delay_s (&narrow), >, pattern_mean_delay_s (&wide) + 10);
  g_assert_cmpfloat (pattern_mean_delay_s (&late), <, pattern_mean_delay_s (&narrow) - 15);
}

/* ---- How long -------------------------------------------------------------------------------- */

/* Seconds that the bait stays away before it fights again; 0: it did not within the battle.  */
static double
stays_away_s (float delay_s)
{
  double sum = 0;
  int n = 0;

  BATTLE (bait)
    SimWorld *world;
    SimTick told = 0;
    float farthest = 0;
    bool back = false;

    /* It gives way at once, and nobody of it falls.  */
    disarm (&build);
    build.rules.patterns[SIM_PATTERN_BAIT].loss_least = 0;
    set_delay (&build, SIM_PATTERN_BAIT, delay_s);
    world = build_world (&build, (uint64_t) seed);
    for (int second = 0; second < 900 && !back; second++) {
      build_run (world, 1);
      if (told == 0 && pattern_told (world))
        told = sim_world_tick (world);
      if (told != 0)
        farthest = MAX (farthest, world->groups[0].centre.x);
      back = world->groups[0].centre.x < farthest - 250;
    }
    if (back) {
      sum += (double) (sim_world_tick (world) - told) / SIM_TICKS_PER_SECOND;
      n++;
    }
    sim_world_free (world);
  }
  g_assert_cmpint (n, >=, SEEDS / 3);
  return sum / n;
}

static void
test_bait (void)
{
  double soon = stays_away_s (60), late = stays_away_s (300);

  g_test_message ("bait stays away %.0f and %.0f s", soon, late);
  g_assert_cmpfloat (soon, >=, 60);
  g_assert_cmpfloat (soon, <=, 110);
  g_assert_cmpfloat (late, >=, 300);
  g_assert_cmpfloat (late, <=, 350);
}

/* Seconds from the last shot to the tell, at least and at most.  */
static void
waits_s (float least_s, float most_s, double *shortest, double *longest)
{
  int told = 0;

  *shortest = 1e9;
  *longest = 0;
  BATTLE (gleaners)
    SimWorld *world;
    double seconds;

    build.rules.patterns[SIM_PATTERN_GLEANERS].delay_least_s = least_s;
    build.rules.patterns[SIM_PATTERN_GLEANERS].delay_most_s = most_s;
    world = build_world (&build, (uint64_t) seed);
    for (int second = 0; second < 1700 && !pattern_told (world); second++)
      build_run (world, 1);
    if (pattern_told (world)) {
      seconds = (double) (world->plays[0].tell - world->commander.shot_tick) / SIM_TICKS_PER_SECOND;
      *shortest = MIN (*shortest, seconds);
      *longest = MAX (*longest, seconds);
      told++;
    }
    sim_world_free (world);
  }
  g_assert_cmpint (told, >=, SEEDS / 3);
}

static void
test_gleaners (void)
{
  SimPatternRule rule = sim_pattern_rule_default (SIM_PATTERN_GLEANERS);
  double shortest, longest;

  waits_s (rule.delay_least_s, rule.delay_most_s, &shortest, &longest);
  g_test_message ("gleaners come %.0f to %.0f s after the last shot", shortest, longest);
  g_assert_cmpfloat (shortest, >=, 300);
  g_assert_cmpfloat (longest, <=, 602);
  waits_s (120, 120, &shortest, &longest);
  g_assert_cmpfloat (shortest, >=, 120);
  g_assert_cmpfloat (longest, <=, 122);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sim/pattern-delays/feeler", test_feeler);
  g_test_add_func ("/sim/pattern-delays/hook", test_hook);
  g_test_add_func ("/sim/pattern-delays/anvil", test_anvil);
  g_test_add_func ("/sim/pattern-delays/gun-line", test_gun_line);
  g_test_add_func ("/sim/pattern-delays/breath", test_breath);
  g_test_add_func ("/sim/pattern-delays/closed-door", test_closed_door);
  g_test_add_func ("/sim/pattern-delays/bait", test_bait);
  g_test_add_func ("/sim/pattern-delays/gleaners", test_gleaners);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patterns of the Legion: the tell comes before the blow by the time stated, a report shows it, and
 * the right answer is better than the wrong one, over many seeds.  */
#include "pattern-battles.h"

#define BATTLE(name)                                                                              \
  for (int seed = 1; seed <= PATTERN_SEEDS; seed++) {                                             \
    Build build;                                                                                  \
                                                                                                  \
    pattern_##name (&build, seed);

/* ---- Feeler -------------------------------------------------------------------------------- */

/* Hidden in the wood; the line of scouts passes, and the main body goes where nobody is.  */
static void
stay_silent (SimWorld *world, int second)
{
  if (second == 0)
    for (unsigned p = 0; p < 2; p++)
      pattern_give (world, 1 + p, SIM_VERB_CEASE_FIRE, p, base_vec (0, 0));
}

/* To the edge of it, and shoot at what comes.  */
static void
fire_with_all (SimWorld *world, int second)
{
  if (second == 0)
    for (unsigned p = 0; p < 2; p++)
      pattern_give (world, 1 + p, SIM_VERB_MOVE, p, base_vec (2700 + 200 * (float) p, 3150));
}

static void
test_feeler (void)
{
  PatternMeasure right = {0}, wrong = {0};

  BATTLE (feeler)
    pattern_play (&right, &build, seed, 1200, stay_silent);
    pattern_play (&wrong, &build, seed, 1200, fire_with_all);
  }
  pattern_report ("feeler, silent", &right);
  pattern_report ("feeler, all fire", &wrong);
  pattern_assert_known (&wrong);
  pattern_assert_delay (&wrong, &(PatternDelay){240, 480, 235, 540});
  pattern_assert_better ("feeler", &right, &wrong, pattern_spared, 2);
}

/* ---- Hook ---------------------------------------------------------------------------------- */

static void
reserve_to_noise (SimWorld *world, int second)
{
  (void) second;
  if (pattern_first_order (world))
    pattern_give (world, 1, SIM_VERB_MOVE, 1, pattern_centre (world, 0));
}

/* Until there is word of the second pack; then to that side of the first platoon.  */
static void
hold_reserve (SimWorld *world, int second)
{
  BaseVec blow = pattern_centre (world, 1), place = base_vec (4000, 2500);
  float distance = base_vec_distance (blow, place);

  (void) second;
  if (pattern_first_order (world) && distance < 2500)
    pattern_give (world, 1, SIM_VERB_MOVE, 1,
                  base_vec_add (place, base_vec_scale (base_vec_sub (blow, place), 200 / distance)));
}

/* A fight of many at close range: luck weighs more, so twice as many battles.  */
static void
test_hook (void)
{
  PatternMeasure right = {0}, wrong = {0};

  for (int seed = 1; seed <= PATTERN_MOST; seed++) {
    Build build;

    pattern_hook (&build, seed);
    pattern_play (&right, &build, seed, 700, hold_reserve);
    pattern_play (&wrong, &build, seed, 700, reserve_to_noise);
  }
  pattern_report ("hook, reserve held", &right);
  pattern_report ("hook, reserve to the noise", &wrong);
  pattern_assert_known (&wrong);
  pattern_assert_delay (&wrong, &(PatternDelay){90, 150, 75, 180});
  pattern_assert_better ("hook", &right, &wrong, pattern_gain, 3);
}

/* ---- Anvil --------------------------------------------------------------------------------- */

static void
duel (SimWorld *world, int second)
{
  (void) second;
  if (pattern_first_order (world))
    pattern_give (world, 1, SIM_VERB_ATTACK, 0, pattern_centre (world, 0));
}

/* Behind the shoulder of the hill, into the wood: there the dragoons come near, the tanks do not.  */
static void
break_sight (SimWorld *world, int second)
{
  SimCommand command = build_order_platoon (1, SIM_VERB_MOVE, 0, 2050, 3900);

  (void) second;
  command.timing = SIM_TIMING_AT_ONCE;
  command.posture = SIM_POSTURE_FAST;
  if (pattern_first_order (world))
    g_assert_true (sim_world_submit (world, &command));
}

static void
test_anvil (void)
{
  PatternMeasure right = {0}, wrong = {0}, none = {0};

  BATTLE (anvil)
    pattern_play (&right, &build, seed, 800, break_sight);
    pattern_play (&wrong, &build, seed, 800, duel);
    pattern_play (&none, &build, seed, 800, NULL);
  }
  pattern_report ("anvil, sight broken", &right);
  pattern_report ("anvil, duel", &wrong);
  pattern_report ("anvil, no answer", &none);
  pattern_assert_known (&none);
  pattern_assert_delay (&none, &(PatternDelay){90, 180, 75, 240});
  pattern_assert_better ("anvil", &right, &wrong, pattern_spared, 1.5);
  pattern_assert_better ("anvil, none", &right, &none, pattern_spared, 1.2);
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
test_closed_door (void)
{
  PatternMeasure right = {0}, wrong = {0};

  BATTLE (closed_door)
    pattern_play (&right, &build, seed, 900, go_careful);
    pattern_play (&wrong, &build, seed, 900, go_fast);
  }
  pattern_report ("closed door, careful", &right);
  pattern_report ("closed door, fast", &wrong);
  pattern_assert_known (&wrong);
  /* The time it takes to drive from where the silence tells to where they spring.  */
  pattern_assert_delay (&wrong, &(PatternDelay){30, 60, 20, 60});
  pattern_assert_better ("closed door", &right, &wrong, pattern_spared, 1.5);
}

/* ---- Bait ---------------------------------------------------------------------------------- */

static void
pursue (SimWorld *world, int second)
{
  (void) second;
  if (pattern_first_order (world))
    pattern_give (world, 1, SIM_VERB_ATTACK, 0, base_vec (4900, 3000));
}

static void
test_bait (void)
{
  PatternMeasure right = {0}, wrong = {0};

  BATTLE (bait)
    pattern_play (&right, &build, seed, 700, NULL);
    pattern_play (&wrong, &build, seed, 700, pursue);
  }
  pattern_report ("bait, let go", &right);
  pattern_report ("bait, pursued", &wrong);
  pattern_assert_known (&wrong);
  pattern_assert_delay (&wrong, &(PatternDelay){60, 300, 60, 300});
  pattern_assert_better ("bait", &right, &wrong, pattern_spared, 1.5);
}

/* ---- Breath -------------------------------------------------------------------------------- */

/* Those who wait on the flank, silent, go for the Shepherd while all stand still, and away.  */
static void
strike_the_shepherd (SimWorld *world, int second)
{
  BaseVec shepherd = pattern_centre (world, 2);
  SimCommand command = build_order_platoon (2, SIM_VERB_ATTACK, 2, shepherd.x, shepherd.y);

  if (second == 0)
    pattern_give (world, 1, SIM_VERB_CEASE_FIRE, 2, base_vec (0, 0));
  command.timing = SIM_TIMING_AT_ONCE;
  if (pattern_told (world) && sim_world_result (world).orders_given == 1)
    g_assert_true (sim_world_submit (world, &command));
  if (sim_world_result (world).orders_given == 2 && shepherd.x < 0)
    pattern_give (world, 3, SIM_VERB_MOVE, 2, base_vec (1800, 800));
}

/* They let it pass.  */
static void
rest (SimWorld *world, int second)
{
  if (second == 0)
    pattern_give (world, 1, SIM_VERB_CEASE_FIRE, 2, base_vec (0, 0));
}

/* Whoever gives no thought to it finds them at their goal by the way that nobody guards.  */
static void
test_breath (void)
{
  PatternMeasure right = {0}, wrong = {0};

  BATTLE (breath)
    pattern_play (&right, &build, seed, 1000, strike_the_shepherd);
    pattern_play (&wrong, &build, seed, 1000, rest);
  }
  pattern_report ("breath, struck", &right);
  pattern_report ("breath, rest", &wrong);
  pattern_assert_known (&wrong);
  pattern_assert_delay (&wrong, &(PatternDelay){40, 60, 39.5, 61});
  pattern_assert_better ("breath", &right, &wrong, pattern_barred, 4);
}

/* ---- Gleaners ------------------------------------------------------------------------------ */

/* Goes to its own wrecks when they come.  */
static void
meet_them (SimWorld *world, int second)
{
  (void) second;
  if (pattern_first_order (world))
    pattern_give (world, 1, SIM_VERB_ATTACK, 1, base_vec (3500, 3000));
}

static void
test_gleaners (void)
{
  PatternMeasure right = {0}, wrong = {0};

  BATTLE (gleaners)
    pattern_play (&right, &build, seed, 1800, meet_them);
    pattern_play (&wrong, &build, seed, 1800, NULL);
  }
  pattern_report ("gleaners, met", &right);
  pattern_report ("gleaners, left alone", &wrong);
  pattern_assert_known (&wrong);
  /* From their coming to the first body.  */
  pattern_assert_delay (&wrong, &(PatternDelay){300, 600, 200, 700});
  pattern_assert_better ("gleaners", &right, &wrong, pattern_kept, 0.8);
}

/* ---- Gun line ------------------------------------------------------------------------------ */

/* Back a kilometre as soon as the ranging round has fallen.  */
static void
move_off (SimWorld *world, int second)
{
  (void) second;
  if (pattern_first_order (world)) {
    SimCommand command = build_order_platoon (1, SIM_VERB_MOVE, 0, 900, 3400);

    command.timing = SIM_TIMING_AT_ONCE;
    command.posture = SIM_POSTURE_FAST;
    g_assert_true (sim_world_submit (world, &command));
  }
}

static void
test_gun_line (void)
{
  PatternMeasure right = {0}, wrong = {0};

  BATTLE (gun_line)
    pattern_play (&right, &build, seed, 500, move_off);
    pattern_play (&wrong, &build, seed, 500, NULL);
  }
  pattern_report ("gun line, moved off", &right);
  pattern_report ("gun line, stayed", &wrong);
  pattern_assert_known (&wrong);
  pattern_assert_delay (&wrong, &(PatternDelay){25, 28, 24.5, 30});
  pattern_assert_better ("gun line", &right, &wrong, pattern_spared, 0.7);
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

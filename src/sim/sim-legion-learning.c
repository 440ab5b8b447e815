/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What beat the Legion today, and what it makes of it (design: play, "Legion patterns", learning).
 *
 * Each machine lost to a shot is put down to one tactic, after the fact; nothing of this is used
 * before the next battle.  */
#include "base/base-math.h"
#include "sim/sim-legion.h"

#define AMBUSH_M 700.0f
#define STILL_S 45
#define WALKS_MPS 0.5f
#define COUNTER_FIRE 0.2f   /* sooner for each level */
#define UNSEEN_S 10
#define CAME_M 600.0f
#define MATTERS 0.1f       /* share of the losses */
#define FADES_AFTER 2      /* battles */

unsigned
sim_learning_counter (const SimWorld *world, SimTactic tactic)
{
  return world->learning.counter[tactic];
}

float
sim_learning_counter_fire (const SimWorld *world)
{
  return 1 - COUNTER_FIRE * (float) sim_learning_counter (world, SIM_TACTIC_STAND);
}

/* Once a second: who of ours stands, since when.  */
void
sim_learning_watch (SimWorld *world)
{
  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.speed[i] > WALKS_MPS)
      world->units.walked_tick[i] = world->tick;
}

/* How the shooter came to shoot.  */
static SimTactic
tactic_of (const SimWorld *world, size_t shooter, float range_m)
{
  const SimUnits *u = &world->units;
  bool still = !sim_within (world, u->walked_tick[shooter], STILL_S);
  bool unseen = !sim_within (world, u->noticed_tick[shooter], UNSEEN_S);
  BaseVec stood = base_vec (u->stand_x[shooter], u->stand_y[shooter]);

  if (range_m < AMBUSH_M && still && unseen)
    return SIM_TACTIC_AMBUSH;
  if (world->fight_tick != 0 &&
      base_vec_distance (stood, sim_unit_position (world, shooter)) > CAME_M)
    return SIM_TACTIC_RESERVE;
  return still ? SIM_TACTIC_STAND : SIM_TACTIC_OTHER;
}

void
sim_learning_loss (SimWorld *world, size_t shooter, size_t victim, float range_m)
{
  SimTactic tactic =
      shooter < world->n_own ? tactic_of (world, shooter, range_m) : SIM_TACTIC_OTHER;

  world->learning.losses[tactic] += sim_unit_type (world, victim)->value;
}

/* The worst tactic gains a level; what did not hurt for some battles loses one.  */
SimLearning
sim_world_learned (const SimWorld *world)
{
  SimLearning learned = world->learning;
  int worst = SIM_TACTIC_OTHER;
  float all = 0;

  for (int t = 0; t < SIM_N_TACTICS; t++)
    all += learned.losses[t];
  for (int t = 0; t < SIM_TACTIC_OTHER; t++)
    if (learned.losses[t] > (worst == SIM_TACTIC_OTHER ? 0 : learned.losses[worst]))
      worst = t;
  for (int t = 0; t < SIM_TACTIC_OTHER; t++) {
    bool hurt = learned.losses[t] > MATTERS * all;

    if (t == worst && learned.counter[t] < SIM_MOST_COUNTER)
      learned.counter[t]++;
    learned.unused[t] = hurt ? 0 : (uint8_t) base_clampi (learned.unused[t] + 1, 0, 255);
    if (learned.unused[t] >= FADES_AFTER && learned.counter[t] > 0) {
      learned.counter[t]--;
      learned.unused[t] = 0;
    }
  }
  learned.battles++;
  return learned;
}

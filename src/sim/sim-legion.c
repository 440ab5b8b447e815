/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Legion's second: knowledge, command, then each group at a tick of its own.
 *
 * Doctrine (design: simulation): advance guard finds, main body fixes and flanks, guns fire only on
 * what a scout sees, reserves reinforce success, remnants withdraw on a Shepherd's order, recoverers
 * follow.  It plans on what its own have sensed and on nothing else.  */
#include "sim/sim-legion.h"

#include "sim/sim-pilot.h"

/* ---- The beginning ------------------------------------------------------------------------- */

static void
set_mind (SimWorld *world, size_t unit, SimMind mind)
{
  world->units.mind[unit] = (uint8_t) mind;
  world->units.gunnery[unit] = world->units.awareness[unit] = world->rules.black_sheep_skill;
}

static void
set_minds (SimWorld *world, const SimGroup *group)
{
  const SimGroupDef *def = &group->def;
  uint32_t end = group->first + group->count, last = 0;

  for (uint32_t i = 0; i < def->black_sheep && i < group->count; i++)
    set_mind (world, end - 1 - i, SIM_MIND_BLACK_SHEEP);
  for (int t = 0; t < 4; t++)
    last = def->counts[t] > 0 ? def->counts[t] : last;
  if (def->shepherd && group->count > 0)
    set_mind (world, end - last, SIM_MIND_SHEPHERD);
}

void
sim_legion_begin (SimWorld *world)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *group = &world->groups[g];

    set_minds (world, group);
    for (uint32_t i = group->first; i < group->first + group->count && group->def.dormant; i++)
      world->units.dormant[i] = world->units.hold_fire[i] = 1;
  }
  sim_plays_begin (world);
  sim_commander_begin (world);
}

/* ---- What happens to it -------------------------------------------------------------------- */

void
sim_legion_killed (SimWorld *world, size_t shooter, size_t victim, float range_m)
{
  sim_commander_count (world, shooter, victim);
  if (victim < world->n_own)
    return;
  sim_learning_loss (world, shooter, victim, range_m);
  if (world->units.mind[victim] == SIM_MIND_SHEPHERD)
    sim_commander_lost (world, victim);
}

void
sim_legion_lost (SimWorld *world, size_t victim)
{
  sim_commander_count (world, SIM_NOBODY, victim);
  if (world->units.mind[victim] == SIM_MIND_SHEPHERD)
    sim_commander_lost (world, victim);
}

/* Remnants go back: all of them when a Shepherd says so, each group by itself where there never was
 * one; whose Shepherd is dead fights nearly to the last.  */
static bool
gives_up (const SimWorld *world, const SimGroup *group)
{
  const SimCommander *commander = &world->commander;
  bool leaderless = commander->had && commander->shepherd == SIM_NOBODY;
  float limit = leaderless ? world->rules.legion_leaderless_loss : world->rules.withdraw_loss;

  if (group->def.task == SIM_TASK_JAM || world->units.dormant[group->first])
    return false;
  return (commander->withdrawing && !leaderless && group->def.task != SIM_TASK_GLEAN) ||
         sim_group_loss (group) >= limit;
}

/* ---- The second ---------------------------------------------------------------------------- */

static void
act (SimWorld *world, SimGroup *group)
{
  sim_group_take_stock (world, group);
  if (group->alive == 0)
    return;
  sim_group_special (world, group);
  /* Who held his fire in a pattern is free again; the pattern says so anew.  */
  if (group->def.pattern != 0)
    sim_group_hold_fire (world, group, false);
  if (!group->withdrawing && gives_up (world, group))
    group->withdrawing = 1;
  if (group->confused)
    sim_group_confused (world, group);
  else if (group->withdrawing)
    sim_group_withdraw (world, group);
  else if (!sim_commander_group (world, group) && !sim_play_group (world, group))
    sim_group_task (world, group);
  if (!group->confused)
    sim_commander_keep_back (world, group);
}

void
sim_legion_step (SimWorld *world)
{
  if (world->tick % SIM_TICKS_PER_SECOND == 7) {
    sim_legion_net_step (world);
    sim_plays_step (world);
    sim_plays_watch_silence (world);
    sim_commander_step (world);
    sim_learning_watch (world);
  }
  for (size_t g = 0; g < world->n_groups; g++)
    if ((world->tick + g) % SIM_TICKS_PER_SECOND == 0 && world->groups[g].arrived)
      act (world, &world->groups[g]);
}

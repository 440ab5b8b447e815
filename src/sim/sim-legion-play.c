/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns as they are played: what was drawn for them, when they showed their tell, when they
 * struck, when it was known.  What the groups do in them is in sim-legion-pattern.c.  */
#include "sim/sim-legion.h"

const SimPatternRule *
sim_play_rule (const SimWorld *world, const SimPlay *play)
{
  return &world->rules.patterns[play->pattern];
}

/* Drawn when it is made, so that nothing that happens later changes what was planned.  */
SimPlay *
sim_play_new (SimWorld *world, SimPattern pattern, unsigned number)
{
  BaseRandom *random = &world->randoms[SIM_RANDOM_LEGION];
  SimPlay *play;
  const SimPatternRule *rule;

  if (world->n_plays == SIM_MAX_PLAYS)
    return NULL;
  play = &world->plays[world->n_plays++];
  *play = (SimPlay){.pattern = (uint8_t) pattern, .number = (uint8_t) number, .spotter = SIM_NOBODY};
  rule = sim_play_rule (world, play);
  play->angle_deg = base_random_range (random, rule->angle_least_deg, rule->angle_most_deg);
  play->distance_m = base_random_range (random, rule->distance_least_m, rule->distance_most_m);
  play->wait_s = base_random_range (random, rule->delay_least_s, rule->delay_most_s);
  play->side = (uint8_t) base_random_below (random, 2);
  return play;
}

static SimPlay *
find_play (SimWorld *world, unsigned pattern, unsigned number)
{
  for (uint32_t i = 0; i < world->n_plays; i++)
    if (world->plays[i].pattern == pattern && world->plays[i].number == number)
      return &world->plays[i];
  return NULL;
}

SimPlay *
sim_play_of (SimWorld *world, const SimGroup *group)
{
  return group->def.pattern == 0
             ? NULL
             : find_play (world, group->def.pattern - 1u, group->def.play);
}

void
sim_plays_begin (SimWorld *world)
{
  for (size_t g = 0; g < world->n_groups; g++) {
    SimGroup *group = &world->groups[g];

    if (group->def.task == SIM_TASK_GLEAN) {
      group->def.pattern = SIM_PATTERN_GLEANERS + 1;
      group->def.part = SIM_PATTERN_PART_TELL;
    }
    /* Without a play there is no pattern: it does its task.  */
    if (group->def.pattern != 0 && sim_play_of (world, group) == NULL &&
        sim_play_new (world, (SimPattern) (group->def.pattern - 1), group->def.play) == NULL)
      group->def.pattern = 0;
  }
  for (size_t g = 0; g < world->n_groups; g++)
    if (world->groups[g].def.pattern != 0)
      sim_play_part (world, &world->groups[g]);
}

void
sim_play_tell (SimWorld *world, SimPlay *play, BaseVec place)
{
  play->state = SIM_PLAY_TOLD;
  play->tell = world->tick;
  /* What was known of an earlier tell that came to nothing is no knowledge of this one.  */
  play->known = 0;
  play->due = world->tick + SIM_SECONDS ((double) play->wait_s);
  play->place = place;
}

void
sim_play_strike (SimWorld *world, SimPlay *play)
{
  play->state = SIM_PLAY_STRUCK;
  play->blow = world->tick;
}

/* ---- Looking ------------------------------------------------------------------------------- */

size_t
sim_world_n_plays (const SimWorld *world)
{
  return world->n_plays;
}

static SimTick
tick_out (SimTick inside)
{
  return inside == 0 ? SIM_TICK_NEVER : sim_tick_out (inside);
}

SimPlayTruth
sim_world_play (const SimWorld *world, size_t index)
{
  const SimPlay *play = &world->plays[index];

  return (SimPlayTruth){
    .pattern = play->pattern,
    .tell = tick_out (play->tell),
    .blow = tick_out (play->blow),
    .known = tick_out (play->known),
    .place = play->place,
    .count = play->count,
  };
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ambushers that sleep, recoverers that come when it is quiet.  */
#include "base/base-math.h"
#include "sim/sim-legion.h"
#include "sim/sim-movement.h"

#define AT_WRECK_M 30.0f
#define FLEE_M 900.0f

static bool
aims_at_somebody (const SimWorld *world, size_t unit, float *distance)
{
  const SimUnits *u = &world->units;

  if (u->target[unit] == SIM_NOBODY || !sim_within (world, u->target_tick[unit], 1.5))
    return false;
  *distance = base_vec_distance (sim_unit_position (world, unit),
                                 sim_unit_position (world, u->target[unit]));
  return true;
}

/* ---- Ambushers ----------------------------------------------------------------------------- */

void
sim_group_wake (SimWorld *world, SimGroup *group)
{
  for (uint32_t i = group->first; i < group->first + group->count; i++) {
    world->units.dormant[i] = 0;
    world->units.hold_fire[i] = 0;
  }
}

/* At what distance this group's ambush is sprung.  */
static float
spring_m (SimWorld *world, const SimGroup *group)
{
  const SimPlay *play = sim_play_of (world, group);
  const SimPatternRule *rule = &world->rules.patterns[SIM_PATTERN_CLOSED_DOOR];

  return play != NULL ? play->distance_m : 0.5f * (rule->distance_least_m + rule->distance_most_m);
}

/* Asleep it goes by what it feels: who walks carefully comes much nearer.  */
#define CAREFUL_FELT 0.3f

static float
felt_distance (const SimWorld *world, size_t unit, float distance)
{
  uint8_t posture = world->units.posture[world->units.target[unit]];

  return posture == SIM_POSTURE_CAREFUL || posture == SIM_POSTURE_HIDDEN ? distance / CAREFUL_FELT
                                                                         : distance;
}

/* One that is shot at, or has somebody near enough, wakes all of the group.  */
static void
watch_dormant (SimWorld *world, SimGroup *group)
{
  SimPlay *play = sim_play_of (world, group);
  float spring = spring_m (world, group), nearest = 1e9f, distance;
  bool hurt = false;

  for (uint32_t i = group->first; i < group->first + group->count; i++) {
    if (!sim_unit_works (world, i))
      continue;
    hurt |= sim_within (world, world->units.harmed_tick[i], 2);
    if (aims_at_somebody (world, i, &distance) && felt_distance (world, i, distance) < nearest)
      nearest = felt_distance (world, i, distance);
  }
  if (!hurt && nearest > spring)
    return;
  sim_group_wake (world, group);
  if (play != NULL && play->state < SIM_PLAY_STRUCK)
    sim_play_strike (world, play);
}

void
sim_group_special (SimWorld *world, SimGroup *group)
{
  if (world->units.dormant[group->first])
    watch_dormant (world, group);
}

/* ---- Recoverers ---------------------------------------------------------------------------- */

/* The first wreck from this unit on, n_units when there is none.  */
static size_t
next_wreck (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  unit = sim_find_byte (u->wreck, unit, world->n_units, SIM_WRECK_LIES);
  while (unit < world->n_units && !u->present[unit])
    unit = sim_find_byte (u->wreck, unit + 1, world->n_units, SIM_WRECK_LIES);
  return unit;
}

/* Another of the group is on its way there.  */
static bool
is_spoken_for (const SimWorld *world, const SimGroup *group, size_t unit, BaseVec wreck)
{
  const SimUnits *u = &world->units;

  for (uint32_t i = group->first; i < unit; i++)
    if (sim_unit_works (world, i) &&
        base_vec_distance (base_vec (u->post_x[i], u->post_y[i]), wreck) < AT_WRECK_M)
      return true;
  return false;
}

static uint32_t
nearest_wreck (const SimWorld *world, const SimGroup *group, size_t unit)
{
  BaseVec at = sim_unit_position (world, unit);
  uint32_t best = SIM_NOBODY;
  float nearest = 1e9f;

  for (size_t i = next_wreck (world, 0); i < world->n_units; i = next_wreck (world, i + 1)) {
    float distance = base_vec_distance (at, sim_unit_position (world, i));

    if (distance < nearest && !is_spoken_for (world, group, unit, sim_unit_position (world, i))) {
      nearest = distance;
      best = (uint32_t) i;
    }
  }
  return best;
}

static void
work_on (SimWorld *world, size_t unit, size_t wreck, SimPlay *play)
{
  SimUnits *u = &world->units;

  sim_move_stop (world, unit);
  if (u->work_tick[unit] == 0)
    u->work_tick[unit] = world->tick;
  if (sim_within (world, u->work_tick[unit], (double) world->rules.recover_s))
    return;
  u->wreck[wreck] = SIM_WRECK_TAKEN;
  u->work_tick[unit] = 0;
  play->count++;
  if (play->state == SIM_PLAY_TOLD)
    sim_play_strike (world, play);
}

/* To the nearest wreck that nobody else of them goes to.  False when there is none.  */
static bool
recover (SimWorld *world, const SimGroup *group, size_t unit, SimPlay *play)
{
  SimUnits *u = &world->units;
  uint32_t wreck = nearest_wreck (world, group, unit);
  BaseVec goal;

  if (wreck == SIM_NOBODY)
    return false;
  goal = sim_unit_position (world, wreck);
  u->post_x[unit] = goal.x;
  u->post_y[unit] = goal.y;
  if (base_vec_distance (sim_unit_position (world, unit), goal) < AT_WRECK_M) {
    work_on (world, unit, wreck, play);
  } else {
    u->work_tick[unit] = 0;
    sim_move_to (world, unit, goal);
  }
  return true;
}

static bool
any_wreck (const SimWorld *world)
{
  return next_wreck (world, 0) < world->n_units;
}

static void
set_out (SimWorld *world, SimGroup *group, SimPlay *play)
{
  uint32_t wreck = nearest_wreck (world, group, group->first);

  sim_play_tell (world, play, sim_unit_position (world, wreck));
  play->due = world->tick;
}

/* Waits for so long without a shot by anybody, works until there is one, or nothing is left.  */
void
sim_group_glean (SimWorld *world, SimGroup *group)
{
  SimPlay *play = sim_play_of (world, group);
  bool quiet = world->fight_tick != 0 &&
               !sim_within (world, world->commander.shot_tick, (double) play->wait_s);
  bool busy = false;

  if (play->state == SIM_PLAY_OVER ||
      (sim_legion_sees (world, group) &&
       base_vec_distance (group->centre, group->enemy) < FLEE_M)) {
    sim_group_withdraw (world, group);
    return;
  }
  if (!quiet || !any_wreck (world)) {
    if (play->state != SIM_PLAY_READY && quiet)
      play->state = SIM_PLAY_OVER;
    sim_group_halt (world, group);
    return;
  }
  if (play->state == SIM_PLAY_READY)
    set_out (world, group, play);
  for (uint32_t i = group->first; i < group->first + group->count; i++)
    if (sim_unit_works (world, i))
      busy |= recover (world, group, i, play);
  if (!busy)
    play->state = SIM_PLAY_OVER;
}

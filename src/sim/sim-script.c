/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events of the scenario: what happens once, at a time or when something is so (contract:
 * "events").  A message of the desk, a task given or called off, a wave that waits for it.  */
#include "sim/sim-link.h"
#include "sim/sim-rescue.h"
#include "sim/sim-result.h"

/* Of the machines that have come and can fight.  */
static bool
legion_has_lost (const SimWorld *world, float share)
{
  unsigned come = 0, left = 0;

  for (size_t g = 0; g < world->n_groups; g++) {
    const SimGroup *group = &world->groups[g];

    if (!group->arrived || !sim_group_fights (group))
      continue;
    come += group->started;
    for (uint32_t i = group->first; i < group->first + group->count; i++)
      left += sim_unit_works (world, i);
  }
  return come > 0 && (float) (come - left) >= share * (float) come;
}

static bool
holds (const SimWorld *world, const SimEventDef *event)
{
  switch (event->condition) {
  case SIM_CONDITION_OBJECTIVE_PROGRESS:
    return world->objectives[event->number].state != SIM_OBJECTIVE_HIDDEN &&
           world->objectives[event->number].progress >= event->amount - 0.0005f;
  case SIM_CONDITION_OBJECTIVE_LOST:
    return world->objectives[event->number].state == SIM_OBJECTIVE_LOST;
  case SIM_CONDITION_LEGION_WITHIN:
    return (float) sim_count_within (world, SIM_SIDE_LEGION, event->position, event->radius_m) >=
           event->amount;
  case SIM_CONDITION_OWN_WITHIN:
    return (float) sim_count_within (world, SIM_SIDE_REPUBLIC, event->position, event->radius_m) >=
           event->amount;
  case SIM_CONDITION_LEGION_LOST:
    return legion_has_lost (world, event->amount);
  case SIM_CONDITION_OWN_LOST:
    return (float) (sim_count_people (world) - sim_count_own_alive (world)) >= event->amount;
  case SIM_CONDITION_EVENT:
    return world->events_done[event->number];
  case SIM_CONDITION_STEP:
    return false; /* sim_world_begin_step() says so */
  case SIM_CONDITION_TIME:
  default:
    return sim_tick_out (world->tick) >= event->at;
  }
}

static void
happen (SimWorld *world, const SimEventDef *event)
{
  for (size_t i = 0; i < world->n_objectives; i++) {
    if (event->call_off & (1u << i))
      sim_objective_call_off (world, i);
    if (event->give & (1u << i))
      sim_objective_give (world, i);
  }
  if (event->text != SIM_TEXT_NONE)
    sim_link_desk (world, SIM_PHRASE_SCENARIO_TEXT, event->text);
  if (event->strand > 0)
    sim_rescue_strand (world, event->strand - 1u);
}

void
sim_script_step (SimWorld *world)
{
  for (size_t i = 0; i < world->n_events; i++) {
    const SimEventDef *event = &world->events[i];

    if (world->events_done[i])
      continue;
    if (world->events_due[i] == 0 && holds (world, event))
      world->events_due[i] = world->tick + event->delay;
    if (world->events_due[i] == 0 || world->tick < world->events_due[i])
      continue;
    world->events_done[i] = 1;
    happen (world, event);
  }
}

void
sim_world_begin_step (SimWorld *world, unsigned step)
{
  for (size_t i = 0; i < world->n_events && !world->finished; i++) {
    const SimEventDef *event = &world->events[i];

    if (event->condition == SIM_CONDITION_STEP && event->number == step &&
        world->events_due[i] == 0)
      world->events_due[i] = world->tick + event->delay;
  }
}

SimTick
sim_script_arrival (const SimWorld *world, const SimGroupDef *group)
{
  if (group->on_event == 0)
    return SIM_EPOCH + group->arrival;
  if (!world->events_done[group->on_event - 1])
    return SIM_TICK_NEVER;
  return world->events_due[group->on_event - 1] + group->arrival;
}

/* With nobody of the Legion on the ground: what waits for its moves or our losses does not come.  */
static bool
may_happen (const SimWorld *world, size_t index)
{
  const SimEventDef *event = &world->events[index];

  if (world->events_done[index] || world->events_due[index] != 0)
    return true;
  switch (event->condition) {
  case SIM_CONDITION_EVENT:
    return may_happen (world, event->number);
  case SIM_CONDITION_OBJECTIVE_PROGRESS:
    return world->objectives[event->number].state == SIM_OBJECTIVE_OPEN ||
           world->objectives[event->number].state == SIM_OBJECTIVE_LATER;
  case SIM_CONDITION_TIME:
    return event->at < world->duration;
  case SIM_CONDITION_STEP:
    return true; /* who learns takes the time that it takes */
  default:
    return false;
  }
}

bool
sim_script_may_call (const SimWorld *world, const SimGroupDef *group)
{
  return group->on_event == 0 || may_happen (world, group->on_event - 1u);
}

bool
sim_script_may_give (const SimWorld *world)
{
  for (size_t i = 0; i < world->n_events; i++)
    if (world->events[i].give != 0 && !world->events_done[i] && may_happen (world, i))
      return true;
  return false;
}

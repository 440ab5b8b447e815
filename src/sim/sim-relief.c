/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-relief.h"

#include "sim/sim-link.h"
#include "sim/sim-orders.h"
#include "sim/sim-pilot.h"

#define STILL_MPS 0.5f

static const SimCommand *
command_of (const SimWorld *world, size_t unit)
{
  uint32_t number = world->units.order[unit];

  return number != 0 ? &world->orders[number - 1].command : NULL;
}

bool
sim_relief_is_awaited (const SimWorld *world, size_t unit)
{
  const SimCommand *command = command_of (world, unit);

  return command != NULL && command->until_relieved;
}

/* At its post, and waiting there.  */
static bool
holds (const SimWorld *world, size_t unit)
{
  return world->units.alive[unit] && world->units.mission[unit] == SIM_MISSION_HOLD &&
         sim_relief_is_awaited (world, unit);
}

/* The place that is held: the one named, else where he is.  */
static BaseVec
held_place (const SimWorld *world, size_t holder, float *radius_m)
{
  const SimTarget *target = &command_of (world, holder)->target;

  *radius_m = world->rules.relief_m;
  if (target->kind == SIM_TARGET_NONE)
    return sim_unit_position (world, holder);
  if (target->precise_m > *radius_m)
    *radius_m = target->precise_m;
  return target->position;
}

/* Is one who has come with an order of his own, given later, in the place that is held?  */
static bool
takes_over (const SimWorld *world, size_t comer, size_t holder)
{
  const SimCommand *order = command_of (world, comer);
  BaseVec place;
  float radius;

  if (order == NULL || world->units.order[comer] <= world->units.order[holder] ||
      order->target.kind == SIM_TARGET_NONE || sim_unit_is_supply (world, comer))
    return false;
  place = held_place (world, holder, &radius);
  return base_vec_distance (order->target.position, place) <= radius &&
         base_vec_distance (sim_unit_position (world, comer), place) <= radius;
}

/* The first of a platoon to be relieved says so for it.  */
static void
relieve (SimWorld *world, size_t holder)
{
  uint32_t number = world->units.order[holder];
  SimReport report = sim_report_begin (world, holder, SIM_REPORT_ORDER, SIM_PHRASE_RELIEVED);

  report.order = number;
  sim_words_position (&report.words, 0, sim_unit_position (world, holder));
  sim_report_tell_own (world, holder, &report, SIM_OWN_POSITION | SIM_OWN_ACTIVITY);
  sim_link_report (world, holder, SIM_AIR_STATUS, SIM_SUBJECT_READY | (uint32_t) holder, 10, &report);
  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.order[i] == number && world->units.group[i] == world->units.group[holder])
      sim_order_unit_end (world, i, SIM_ORDER_DONE, SIM_CAUSE_RELIEVED);
}

static bool
anybody_waits (const SimWorld *world)
{
  for (uint32_t i = 0; i < world->n_orders; i++)
    if (world->orders[i].command.until_relieved && !world->orders[i].closed)
      return true;
  return false;
}

static void
relieve_others (SimWorld *world, size_t unit)
{
  for (size_t i = 0; i < world->n_own; i++)
    if (holds (world, i) && takes_over (world, unit, i))
      relieve (world, i);
}

void
sim_relief_arrived (SimWorld *world, size_t unit)
{
  if (world->units.order[unit] != 0 && anybody_waits (world))
    relieve_others (world, unit);
}

void
sim_relief_step (SimWorld *world)
{
  bool any = anybody_waits (world);

  for (size_t i = 0; any && i < world->n_own; i++)
    if (world->units.alive[i] && world->units.order[i] != 0 && !world->units.moving[i] &&
        world->units.speed[i] < STILL_MPS)
      relieve_others (world, i);
}

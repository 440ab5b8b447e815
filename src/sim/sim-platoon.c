/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Platoons: who leads, and when they act unasked (what they do then: sim-initiative.c).  */
#include "sim/sim-initiative.h"

#include "sim/sim-expect.h"
#include "sim/sim-hearing.h"
#include "sim/sim-pilot.h"
#include "sim/sim-promise.h"
#include "sim/sim-relief.h"
#include "sim/sim-rescue.h"

#define INITIATIVE_PAUSE_S 60

unsigned
sim_platoon_strength (const SimWorld *world, size_t platoon)
{
  unsigned n = 0;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  for (size_t k = 0; k < n_members; k++)
    n += world->units.alive[members[k]];
  return n;
}

/* The named leader, else the living with the lowest index.  */
void
sim_platoon_choose_leader (SimWorld *world, size_t platoon)
{
  const SimUnits *u = &world->units;
  uint32_t best = SIM_NOBODY;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (u->alive[members[k]] &&
        (best == SIM_NOBODY || (u->leader[members[k]] && !u->leader[best])))
      best = members[k];
  world->platoons[platoon].leader = best;
}

uint32_t
sim_captain (const SimWorld *world)
{
  size_t n = world->n_own, i = sim_find_byte (world->units.captain, 0, n, 1);

  while (i < n && !world->units.alive[i])
    i = sim_find_byte (world->units.captain, i + 1, n, 1);
  return i < n ? (uint32_t) i : SIM_NOBODY;
}

/* Ordered about by the handler, or free to act; with a free hand also in the middle of what it has
 * begun by itself.  */
static bool
is_free (const SimWorld *world, size_t platoon)
{
  const SimUnits *u = &world->units;
  bool free_hand = world->platoons[platoon].free_hand;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  for (size_t k = 0; k < n_members; k++) {
    uint32_t i = members[k];

    if (u->alive[i] &&
        (u->order[i] != 0 || u->pending_order[i] != 0 ||
         (u->mission[i] != SIM_MISSION_HOLD && !free_hand)))
      return false;
  }
  return true;
}

static void
act_unasked (SimWorld *world, size_t index)
{
  SimPlatoon *platoon = &world->platoons[index];

  if (sim_within (world, platoon->initiative_tick, INITIATIVE_PAUSE_S) || !is_free (world, index))
    return;
  if (sim_initiative_act (world, index))
    platoon->initiative_tick = world->tick;
}

void
sim_platoons_step (SimWorld *world)
{
  for (size_t p = 0; p < world->n_platoons; p++)
    if (world->platoons[p].leader != SIM_NOBODY)
      act_unasked (world, p);
}

/* The phase of decisions: each unit once a second at its turn; platoons, contacts and the Legion's
 * groups once a second in the order of their numbers.  */
void
sim_decisions_step (SimWorld *world)
{
  for (size_t i = sim_first_turn (world, SIM_TICKS_PER_SECOND); i < world->n_own;
       i = sim_next_turn (world, i, SIM_TICKS_PER_SECOND))
    if (sim_unit_works (world, i))
      sim_pilot_decide (world, i);
    else if (sim_unit_turn (world, i, SIM_TICKS_PER_SECOND))
      sim_rescue_live (world, i);
  if (world->tick % SIM_TICKS_PER_SECOND == 3)
    sim_contacts_step (world);
  if (world->tick % SIM_TICKS_PER_SECOND == 5)
    sim_platoons_step (world);
  sim_legion_step (world);
  if (world->tick % SIM_TICKS_PER_SECOND == 6) {
    sim_expect_step (world);
    sim_promise_step (world);
    sim_relief_step (world);
  }
  if (world->tick % SIM_TICKS_PER_SECOND == 8)
    sim_hearing_step (world);
}

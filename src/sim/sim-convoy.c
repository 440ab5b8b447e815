/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A convoy: Scavengers that drive a way of their own from a given moment on (design: play, "escort").
 *
 * Each goes from point to point and halts at each for a while, so that they close up and can serve
 * who halts beside them.  What they see near makes them go back to the point before, or on to the
 * next if that is farther from it, and wait there until it is quiet.  They know no more of the enemy
 * than their own eyes, which are poor: to clear the way is the squadron's business.
 *
 * The handler leads them with the words that she has for everybody: who is told to move, hold or
 * fall back does so and stays there; `cancel` lets them drive on; `resupply` and the like are done on
 * the way.  Before they leave they load, and an order to go waits until that is done.  */
#include "sim/sim-convoy.h"

#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"
#include "sim/sim-supply.h"

#define THERE_M 260.0f /* as near as firm ground and cover let it */
#define QUIET_S 20

bool
sim_convoy_has (const SimWorld *world, size_t supply)
{
  return world->convoy.n_route > 0 && sim_unit_is_supply (world, supply);
}

bool
sim_convoy_gathers (const SimWorld *world, size_t supply)
{
  return sim_convoy_has (world, supply) && sim_tick_out (world->tick) < world->convoy.departure;
}

bool
sim_convoy_is_under_way (const SimWorld *world, size_t supply)
{
  const SimUnits *u = &world->units;

  return sim_convoy_has (world, supply) && u->convoy_way[supply] < world->convoy.n_route &&
         !u->convoy_held[supply] && u->order[supply] == 0 &&
         !sim_convoy_gathers (world, supply) &&
         u->parts[supply * SIM_N_PARTS + SIM_PART_LEGS] > 0;
}

void
sim_convoy_ordered (SimWorld *world, size_t supply, unsigned verb)
{
  if (!sim_convoy_has (world, supply))
    return;
  if (verb == SIM_VERB_MOVE || verb == SIM_VERB_HOLD || verb == SIM_VERB_FALL_BACK)
    world->units.convoy_held[supply] = 1;
  else if (verb == SIM_VERB_CANCEL || verb == SIM_VERB_FREE_HAND)
    world->units.convoy_held[supply] = 0;
}

/* ---- Words --------------------------------------------------------------------------------- */

/* The first that lives speaks for all.  */
static bool
speaks (const SimWorld *world, size_t supply)
{
  for (size_t i = 0; i < supply; i++)
    if (sim_unit_is_supply (world, i) && world->units.alive[i])
      return false;
  return true;
}

static void
say (SimWorld *world, size_t supply, SimPhrase phrase, BaseVec place)
{
  SimReport report;

  if (!speaks (world, supply))
    return;
  report = sim_report_begin (world, supply, SIM_REPORT_OWN_STATE, phrase);
  sim_words_position (&report.words, 0, place);
  sim_report_tell_own (world, supply, &report, SIM_OWN_POSITION | SIM_OWN_ACTIVITY);
  sim_link_report (world, supply, SIM_AIR_STATUS, SIM_SUBJECT_SUPPLY | (uint32_t) supply, 10,
                   &report);
}

/* ---- Driving ------------------------------------------------------------------------------- */

static BaseVec
next_point (const SimWorld *world, size_t supply)
{
  return world->convoy.route[world->units.convoy_way[supply]];
}

/* The first point is where they gather.  */
static BaseVec
last_point (const SimWorld *world, size_t supply)
{
  unsigned way = world->units.convoy_way[supply];

  return world->convoy.route[way > 0 ? way - 1 : 0];
}

static void
wait (SimWorld *world, size_t supply, float seconds)
{
  world->units.convoy_wait_tick[supply] = world->tick + SIM_SECONDS (seconds);
}

static bool
waits (const SimWorld *world, size_t supply)
{
  return world->tick < world->units.convoy_wait_tick[supply];
}

static void
drive (SimWorld *world, size_t supply, SimMission mission, BaseVec to)
{
  sim_pilot_mission (world, supply, mission, &to, 1);
}

static void
set_out (SimWorld *world, size_t supply)
{
  BaseVec to = next_point (world, supply);

  drive (world, supply, SIM_MISSION_MOVE, to);
  say (world, supply, SIM_PHRASE_BEGUN_MOVE, to);
}

/* Away from what it sees: back, or on if the way back leads nearer to it.  */
static void
shun (SimWorld *world, size_t supply, uint32_t enemy)
{
  BaseVec at = sim_unit_position (world, enemy), back = last_point (world, supply);
  bool on = base_vec_distance (at, back) < base_vec_distance (at, next_point (world, supply));

  wait (world, supply, QUIET_S);
  if (world->units.mission[supply] == (on ? SIM_MISSION_MOVE : SIM_MISSION_FALL_BACK))
    return;
  if (on) {
    set_out (world, supply);
    return;
  }
  drive (world, supply, SIM_MISSION_FALL_BACK, back);
  say (world, supply, SIM_PHRASE_BEGUN_FALL_BACK, back);
}

/* At the point it made for: the next one is the one after it.  */
static void
arrive (SimWorld *world, size_t supply)
{
  BaseVec here = next_point (world, supply);

  wait (world, supply, world->units.convoy_way[supply] > 0 ? world->convoy.halt_s : 0);
  world->units.convoy_way[supply]++;
  say (world, supply, SIM_PHRASE_IN_POSITION, here);
}

static bool
is_there (const SimWorld *world, size_t supply)
{
  return base_vec_distance (sim_unit_position (world, supply), next_point (world, supply)) <=
         THERE_M;
}

bool
sim_convoy_decide (SimWorld *world, size_t supply)
{
  const SimUnits *u = &world->units;
  uint32_t enemy;

  if (!sim_convoy_is_under_way (world, supply))
    return false;
  enemy = sim_supply_danger (world, supply);
  if (enemy != SIM_NOBODY) {
    shun (world, supply, enemy);
  } else if (u->mission[supply] == SIM_MISSION_HOLD) {
    if (waits (world, supply))
      return false;
    if (is_there (world, supply))
      arrive (world, supply);
    else
      set_out (world, supply);
    return true;
  } else if (u->mission[supply] == SIM_MISSION_FALL_BACK && !waits (world, supply)) {
    set_out (world, supply);
  }
  sim_pilot_follow_way (world, supply);
  return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Platoons and the captain: who leads, and what they do unasked (design: play, "Why she matters":
 * initiative reaches 1.5 km and the own platoon; ground is given only at the captain's limit).  */
#include "base/base-math.h"
#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"

#define INITIATIVE_PAUSE_S 60
#define GIVE_GROUND_M 1200.0f

unsigned
sim_platoon_strength (const SimWorld *world, size_t platoon)
{
  unsigned n = 0;

  for (size_t i = 0; i < world->n_own; i++)
    n += world->units.alive[i] && world->units.group[i] == platoon;
  return n;
}

/* The named leader, else the living with the lowest index.  */
void
sim_platoon_choose_leader (SimWorld *world, size_t platoon)
{
  const SimUnits *u = &world->units;
  uint32_t best = SIM_NOBODY;

  for (uint32_t i = 0; i < world->n_own; i++)
    if (u->alive[i] && u->group[i] == platoon &&
        (best == SIM_NOBODY || (u->leader[i] && !u->leader[best])))
      best = i;
  world->platoons[platoon].leader = best;
}

static float
own_value (const SimWorld *world, size_t platoon)
{
  float value = 0;

  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.alive[i] && world->units.group[i] == platoon)
      value += sim_unit_type (world, i)->value;
  return value;
}

/* Ordered about by the handler, or free to act.  */
static bool
is_free (const SimWorld *world, size_t platoon)
{
  const SimUnits *u = &world->units;

  for (size_t i = 0; i < world->n_own; i++)
    if (u->alive[i] && u->group[i] == platoon &&
        (u->order[i] != 0 || u->pending_order[i] != 0 || u->mission[i] != SIM_MISSION_HOLD))
      return false;
  return true;
}

static void
send_platoon (SimWorld *world, size_t platoon, SimMission mission, BaseVec goal)
{
  const SimUnits *u = &world->units;
  int place = 0;

  for (size_t i = 0; i < world->n_own; i++) {
    BaseVec spot = goal;

    if (!u->alive[i] || u->group[i] != platoon)
      continue;
    spot.x += (float) (place % 2 == 0 ? 1 : -1) * (float) ((place + 1) / 2) * 60;
    spot.y += (float) (place % 2) * 50;
    spot = sim_pilot_cover (world, i, spot);
    sim_pilot_mission (world, i, mission, &spot, 1);
    place++;
  }
}

static void
say_initiative (SimWorld *world, size_t platoon, SimPhrase phrase, BaseVec goal)
{
  uint32_t leader = world->platoons[platoon].leader;
  SimReport report = sim_report_begin (world, leader, SIM_REPORT_PLATOON, phrase);

  if (phrase == SIM_PHRASE_CAPTAIN_MOVES) {
    sim_words_number (&report.words, 0, (int32_t) platoon);
    sim_words_position (&report.words, 1, goal);
  } else {
    sim_words_position (&report.words, 0, goal);
  }
  sim_report_tell_own (world, leader, &report, SIM_OWN_POSITION | SIM_OWN_ACTIVITY);
  sim_link_report (world, leader, SIM_AIR_STATUS, SIM_SUBJECT_INITIATIVE | (uint32_t) platoon, 30,
                   &report);
}

/* Ground is given when too many are gone and too many come.  */
static bool
give_ground (SimWorld *world, size_t index)
{
  SimPlatoon *platoon = &world->platoons[index];
  float left = (float) sim_platoon_strength (world, index) / (float) platoon->started;
  BaseVec at = sim_unit_position (world, platoon->leader), way, goal;
  float length;

  if (1 - left < world->rules.give_ground_loss ||
      platoon->threat_value < 1.5f * own_value (world, index))
    return false;
  way = base_vec_sub (world->base, at);
  length = base_vec_length (way);
  if (length < 300)
    return false;
  goal = base_vec_add (at, base_vec_scale (way, (length < GIVE_GROUND_M ? length : GIVE_GROUND_M) / length));
  send_platoon (world, index, SIM_MISSION_FALL_BACK, goal);
  say_initiative (world, index, SIM_PHRASE_GIVING_GROUND, goal);
  return true;
}

/* Somebody else has gone to help at this place in the last two minutes.  */
static bool
help_is_under_way (const SimWorld *world, size_t index, BaseVec place)
{
  for (size_t p = 0; p < world->n_platoons; p++) {
    const SimPlatoon *other = &world->platoons[p];

    if (p != index && other->leader != SIM_NOBODY &&
        sim_within (world, other->initiative_tick, 120) &&
        base_vec_distance (base_vec (world->units.post_x[other->leader],
                                     world->units.post_y[other->leader]),
                           place) < 1200)
      return true;
  }
  return false;
}

/* A neighbour within reach that is hard pressed is helped from the side.  */
static bool
help_neighbour (SimWorld *world, size_t index)
{
  SimPlatoon *platoon = &world->platoons[index];
  BaseVec at = sim_unit_position (world, platoon->leader);

  if (platoon->threat_value > 0 && sim_within (world, platoon->threat_tick, 20))
    return false;
  for (size_t p = 0; p < world->n_platoons; p++) {
    const SimPlatoon *other = &world->platoons[p];
    BaseVec way, goal;
    float length;

    if (p == index || other->leader == SIM_NOBODY || other->threat_value < 8 ||
        !sim_within (world, other->threat_tick, 5))
      continue;
    way = base_vec_sub (other->threat, at);
    length = base_vec_length (way);
    if (length > world->rules.initiative_m || length < 500 ||
        help_is_under_way (world, index, other->threat))
      continue;
    goal = base_vec_add (at, base_vec_scale (way, (length - 700) / length));
    send_platoon (world, index, SIM_MISSION_MOVE, goal);
    say_initiative (world, index, SIM_PHRASE_CAPTAIN_MOVES, goal);
    return true;
  }
  return false;
}

static void
act_unasked (SimWorld *world, size_t index)
{
  SimPlatoon *platoon = &world->platoons[index];

  if (sim_within (world, platoon->initiative_tick, INITIATIVE_PAUSE_S) || !is_free (world, index))
    return;
  if (give_ground (world, index) || help_neighbour (world, index) ||
      sim_rescue_unasked (world, index))
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
       i += SIM_TICKS_PER_SECOND)
    if (sim_unit_works (world, i))
      sim_pilot_decide (world, i);
    else if (sim_unit_turn (world, i, SIM_TICKS_PER_SECOND))
      sim_rescue_live (world, i);
  if (world->tick % SIM_TICKS_PER_SECOND == 3)
    sim_contacts_step (world);
  if (world->tick % SIM_TICKS_PER_SECOND == 5)
    sim_platoons_step (world);
  if (world->tick % SIM_TICKS_PER_SECOND == 7)
    sim_legion_step (world);
}

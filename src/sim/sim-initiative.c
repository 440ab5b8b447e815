/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The captain's and the platoons' initiative, inside its limits.
 *
 * A pilot knows what he sees, what his platoon says, and what he took in from the squadron net.
 * Unasked, a platoon gives ground at the captain's limit and fetches its own; only the captain's
 * platoon goes anywhere, to the first axis that shows commit_count or more within initiative_m, and
 * sticks to that one for a while.  A platoon that was given a free hand goes to such an axis too, be it
 * still on a way that it chose itself.  To move another platoon's machines, to call guns, to send supply
 * early or to relieve the tired is the handler's part; nobody here does it.  */
#include "sim/sim-initiative.h"

#include "base/base-math.h"
#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-nets.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"

#define GIVE_GROUND_M 1200.0f
#define STAND_OFF_M 700.0f
#define HEARD_S 60
#define UNKNOWN_VALUE 2.0f

/* ---- Heard on the net ------------------------------------------------------------------------ */

bool
sim_pilot_is_busy (const SimWorld *world, size_t unit)
{
  return sim_within (world, world->units.fired_tick[unit], 5) ||
         sim_within (world, world->units.harmed_tick[unit], 8);
}

/* The same contact of the same platoon, else the oldest entry.  */
static SimHeard *
heard_entry (SimPlatoon *platoon, const SimReport *report)
{
  SimHeard *oldest = &platoon->heard[0];

  for (int i = 0; i < SIM_MAX_HEARD; i++) {
    SimHeard *each = &platoon->heard[i];

    if (each->tick != 0 && each->platoon == report->platoon && each->contact == report->contact)
      return each;
    if (each->tick < oldest->tick)
      oldest = each;
  }
  return oldest;
}

void
sim_initiative_hear (SimWorld *world, const SimReport *report)
{
  if (report->contact == 0 ||
      (report->kind != SIM_REPORT_CONTACT && report->kind != SIM_REPORT_CONTACT_UPDATE &&
       report->kind != SIM_REPORT_CORRECTION))
    return;
  for (size_t p = 0; p < world->n_platoons; p++) {
    SimPlatoon *platoon = &world->platoons[p];

    if (p == report->platoon || platoon->leader == SIM_NOBODY ||
        sim_pilot_is_busy (world, platoon->leader) || sim_nets_relay (world, p) == SIM_NOBODY)
      continue;
    *heard_entry (platoon, report) = (SimHeard){
      .position = report->position,
      .tick = world->tick,
      .contact = report->contact,
      .count = report->count,
      .type = report->type,
      .platoon = report->platoon,
    };
  }
}

static float
value_of (const SimWorld *world, SimTypeIndex type, unsigned count)
{
  float value = type == SIM_TYPE_UNKNOWN ? UNKNOWN_VALUE : world->rules.types[type].value;

  return value * (float) count;
}

float
sim_initiative_heard_value (const SimWorld *world, size_t platoon, BaseVec at, float within)
{
  float value = 0;

  for (int i = 0; i < SIM_MAX_HEARD; i++) {
    const SimHeard *each = &world->platoons[platoon].heard[i];

    if (each->tick != 0 && sim_within (world, each->tick, HEARD_S) &&
        base_vec_distance (each->position, at) <= within)
      value += value_of (world, each->type, each->count);
  }
  return value;
}

/* ---- Giving ground --------------------------------------------------------------------------- */

static float
own_value (const SimWorld *world, size_t platoon)
{
  float value = 0;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (world->units.alive[members[k]])
      value += sim_unit_type (world, members[k])->value;
  return value;
}

static void
send_platoon (SimWorld *world, size_t platoon, SimMission mission, BaseVec goal)
{
  const SimUnits *u = &world->units;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);
  int place = 0;

  for (size_t k = 0; k < n_members; k++) {
    uint32_t i = members[k];
    BaseVec spot = goal;

    if (!u->alive[i])
      continue;
    spot.x += (float) (place % 2 == 0 ? 1 : -1) * (float) ((place + 1) / 2) * 60;
    spot.y += (float) (place % 2) * 50;
    spot = sim_pilot_cover (world, i, spot);
    sim_pilot_mission (world, i, mission, &spot, 1);
    place++;
  }
}

static bool
leads_squadron (const SimWorld *world, size_t platoon)
{
  uint32_t captain = sim_captain (world);

  return captain != SIM_NOBODY && world->units.group[captain] == platoon;
}

static void
say_initiative (SimWorld *world, size_t platoon, SimPhrase phrase, BaseVec goal)
{
  uint32_t leader = world->platoons[platoon].leader;
  SimReport report = sim_report_begin (world, leader, SIM_REPORT_PLATOON, phrase);

  if (phrase == SIM_PHRASE_CAPTAIN_MOVES && !leads_squadron (world, platoon))
    report.words.phrase = phrase = SIM_PHRASE_LEADER_MOVES;
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
  goal = base_vec_add (
      at, base_vec_scale (way, (length < GIVE_GROUND_M ? length : GIVE_GROUND_M) / length));
  send_platoon (world, index, SIM_MISSION_FALL_BACK, goal);
  say_initiative (world, index, SIM_PHRASE_GIVING_GROUND, goal);
  return true;
}

/* ---- Commitment ------------------------------------------------------------------------------ */

/* What his own eyes show him comes first: he is committed where he stands.  */
static bool
sees_axis (const SimWorld *world, const SimPlatoon *platoon, BaseVec *axis)
{
  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    const SimContact *each = &platoon->contacts[i];

    if (each->number != 0 && (float) each->count >= world->rules.commit_count &&
        sim_within (world, each->last_seen, 20)) {
      *axis = each->position;
      return true;
    }
  }
  return false;
}

/* The first that was told, of those that are strong and near enough.  */
static const SimHeard *
first_axis_heard (const SimWorld *world, const SimPlatoon *platoon)
{
  BaseVec at = sim_unit_position (world, platoon->leader);
  const SimHeard *first = NULL;

  for (int i = 0; i < SIM_MAX_HEARD; i++) {
    const SimHeard *each = &platoon->heard[i];

    if (each->tick == 0 || !sim_within (world, each->tick, HEARD_S) ||
        (float) each->count < world->rules.commit_count ||
        base_vec_distance (each->position, at) > world->rules.initiative_m)
      continue;
    if (first == NULL || each->tick < first->tick)
      first = each;
  }
  return first;
}

static bool
commit (SimWorld *world, size_t index)
{
  SimPlatoon *platoon = &world->platoons[index];
  BaseVec at = sim_unit_position (world, platoon->leader), axis, way, goal;
  const SimHeard *heard;
  float length;

  if (!(platoon->free_hand || leads_squadron (world, index)) || sim_within (world, platoon->axis_tick, world->rules.commit_s))
    return false;
  if (sees_axis (world, platoon, &axis)) {
    platoon->axis = axis;
    platoon->axis_tick = world->tick;
    return false;
  }
  heard = first_axis_heard (world, platoon);
  if (heard == NULL)
    return false;
  platoon->axis = heard->position;
  platoon->axis_tick = world->tick;
  way = base_vec_sub (heard->position, at);
  length = base_vec_length (way);
  if (length <= STAND_OFF_M + 100)
    return false;
  goal = base_vec_add (at, base_vec_scale (way, (length - STAND_OFF_M) / length));
  send_platoon (world, index, SIM_MISSION_MOVE, goal);
  say_initiative (world, index, SIM_PHRASE_CAPTAIN_MOVES, goal);
  return true;
}

bool
sim_initiative_act (SimWorld *world, size_t platoon)
{
  return give_ground (world, platoon) || commit (world, platoon) ||
         sim_rescue_unasked (world, platoon);
}

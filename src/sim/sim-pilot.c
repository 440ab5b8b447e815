/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each pilot does by himself: carries out his mission, fights within it, keeps to cover,
 * says when he is low.  One decision a second.  */
#include "sim/sim-pilot.h"

#include "base/base-math.h"
#include "sim/sim-company.h"
#include "sim/sim-expect.h"
#include "sim/sim-honesty.h"
#include "sim/sim-initiative.h"
#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-weapons.h"
#include "sim/sim-relief.h"
#include "sim/sim-rescue.h"
#include "sim/sim-supplied.h"
#include "sim/sim-supply.h"
#include "sim/sim-suppress.h"
#include "sim/sim-watch.h"

#define COVER_SEARCH_M 150.0f
#define SOFT_RANGE_M 900.0f
#define FLANK_RANGE_M 420.0f
#define RUN_AT_M 40.0f
#define SCOUT_HALT_M 1400.0f
#define OVERRUN_M 120.0f
#define OVERRUN_COUNT 2

/* ---- Missions ------------------------------------------------------------------------------ */

/* The rule of fire of a post ends with it.  */
static void
leave_watch (SimWorld *world, size_t unit)
{
  if (world->units.hold_fire[unit] == SIM_FIRE_WATCHED)
    world->units.hold_fire[unit] = SIM_FIRE_FREE;
}

void
sim_pilot_mission (SimWorld *world, size_t unit, SimMission mission, const BaseVec *way,
                   unsigned n_way)
{
  SimUnits *u = &world->units;

  u->mission[unit] = (uint8_t) mission;
  leave_watch (world, unit);
  if (mission != SIM_MISSION_HOLD)
    u->left_tick[unit] = mission == SIM_MISSION_FALL_BACK ? world->tick : 0;
  u->n_way[unit] = (uint8_t) n_way;
  u->way[unit] = 0;
  for (unsigned i = 0; i < n_way; i++) {
    u->way_x[unit * SIM_MAX_WAYPOINTS + i] = way[i].x;
    u->way_y[unit * SIM_MAX_WAYPOINTS + i] = way[i].y;
  }
  u->post_x[unit] = way[n_way - 1].x;
  u->post_y[unit] = way[n_way - 1].y;
  sim_move_to (world, unit, way[0]);
}

BaseVec
sim_pilot_cover (const SimWorld *world, size_t unit, BaseVec at)
{
  float step = world->ground->cell_m, best = 1e9f;
  int reach = (int) (COVER_SEARCH_M / step);
  BaseVec found = at;

  if (sim_expects (world, unit))
    return sim_expect_cover (world, unit, at, COVER_SEARCH_M);
  for (int dy = -reach; dy <= reach; dy++)
    for (int dx = -reach; dx <= reach; dx++) {
      BaseVec spot = base_vec (at.x + (float) dx * step, at.y + (float) dy * step);
      SimCover cover = sim_terrain_cover (world->ground, spot);
      float distance = base_vec_distance (at, spot);

      if (sim_terrain_shelters (cover) && distance < best &&
          distance <= COVER_SEARCH_M) {
        best = distance;
        found = spot;
      }
    }
  return found;
}

static void
next_waypoint (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  size_t at = unit * SIM_MAX_WAYPOINTS + u->way[unit];

  sim_move_to (world, unit, base_vec (u->way_x[at], u->way_y[at]));
}

static BaseVec
post_of (const SimWorld *world, size_t unit)
{
  return base_vec (world->units.post_x[unit], world->units.post_y[unit]);
}

/* A mission that ends leaves the pilot at his post, in cover if there is some near.  */
static void
settle (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec cover = sim_pilot_cover (world, unit, sim_unit_position (world, unit));

  u->mission[unit] = SIM_MISSION_HOLD;
  leave_watch (world, unit);
  u->posture[unit] = SIM_POSTURE_NORMAL;
  u->post_x[unit] = cover.x;
  u->post_y[unit] = cover.y;
  sim_move_to (world, unit, cover);
}

/* The one who speaks for those who share an order: the lowest alive leader, else lowest index.  */
static bool
speaks_for_order (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  for (size_t i = 0; i < world->n_own; i++) {
    if (i == unit || !u->alive[i] || u->order[i] != u->order[unit] ||
        u->group[i] != u->group[unit])
      continue;
    if (u->leader[i] > u->leader[unit] || (u->leader[i] == u->leader[unit] && i < unit))
      return false;
  }
  return true;
}

static void
say_arrived (SimWorld *world, size_t unit, SimMission mission)
{
  SimReport report = sim_report_begin (
      world, unit, mission == SIM_MISSION_SCOUT ? SIM_REPORT_AREA_CLEAR : SIM_REPORT_ORDER,
      mission == SIM_MISSION_SCOUT ? SIM_PHRASE_AREA_CLEAR : SIM_PHRASE_IN_POSITION);

  if (mission == SIM_MISSION_SUPPRESS)
    report.words.phrase = SIM_PHRASE_SUPPRESSED;
  else if (mission == SIM_MISSION_OVERWATCH)
    report.words.phrase = SIM_PHRASE_WATCHING;
  else if (mission == SIM_MISSION_AMBUSH)
    report.words.phrase = SIM_PHRASE_AMBUSH_LAID;
  else if (mission == SIM_MISSION_REGROUP)
    report.words.phrase = SIM_PHRASE_TOGETHER;
  if (mission == SIM_MISSION_SCOUT && world->platoons[world->units.group[unit]].threat_value > 0 &&
      sim_within (world, world->platoons[world->units.group[unit]].threat_tick, 30))
    report = sim_report_begin (world, unit, SIM_REPORT_ORDER, SIM_PHRASE_IN_POSITION);
  report.order = world->units.order[unit];
  report.position = sim_unit_position (world, unit);
  sim_words_position (&report.words, 0,
                      mission == SIM_MISSION_SUPPRESS
                          ? base_vec (world->units.scope_x[unit], world->units.scope_y[unit])
                          : report.position);
  if (mission == SIM_MISSION_OVERWATCH)
    sim_words_number (&report.words, 1, sim_watch_direction (world, unit));
  sim_report_tell_own (world, unit, &report, SIM_OWN_POSITION | SIM_OWN_ACTIVITY);
  sim_link_report (world, unit, SIM_AIR_STATUS, SIM_SUBJECT_READY | (uint32_t) unit, 10, &report);
}

/* Of those of a platoon who share the order of this one the first speaks.  */
void
sim_pilot_say_there (SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, u->group[unit], &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (u->alive[members[k]] && u->order[members[k]] == u->order[unit] &&
        speaks_for_order (world, members[k])) {
      say_arrived (world, members[k], (SimMission) u->mission[unit]);
      return;
    }
}

void
sim_pilot_finish (SimWorld *world, size_t unit)
{
  SimMission mission = (SimMission) world->units.mission[unit];

  if (world->units.order[unit] != 0 && speaks_for_order (world, unit))
    say_arrived (world, unit, mission);
  if (!sim_relief_is_awaited (world, unit)) {
    sim_relief_arrived (world, unit);
    sim_order_unit_end (world, unit, SIM_ORDER_DONE, SIM_CAUSE_NONE);
  }
  settle (world, unit);
}

void
sim_pilot_give_up (SimWorld *world, size_t unit, SimCause cause)
{
  if (world->units.order[unit] != 0) {
    SimReport report = sim_report_begin (world, unit, SIM_REPORT_ORDER, SIM_PHRASE_CANNOT);

    report.order = world->units.order[unit];
    sim_words_number (&report.words, 0, (int32_t) cause);
    sim_report_tell_own (world, unit, &report, SIM_OWN_POSITION | SIM_OWN_ACTIVITY);
    sim_link_report (world, unit, SIM_AIR_STATUS, SIM_SUBJECT_READY | (uint32_t) unit, 10, &report);
  }
  sim_order_unit_end (world, unit, SIM_ORDER_FAILED, cause);
  settle (world, unit);
}

/* ---- Fighting within a mission --------------------------------------------------------------- */

/* Does the main gun get through the front of this one from here?  */
static bool
soft (const SimWorld *world, size_t unit, size_t target, float range)
{
  const SimWeapon *gun = sim_unit_main_gun (world, unit);

  return gun != NULL && sim_penetration_at (gun, range) >
         sim_unit_type (world, target)->armour_front_mm;
}

/* How near he wants to be behind a tank: who carries blades goes up to it.  */
static float
flank_range (const SimWorld *world, size_t unit)
{
  uint8_t loadout = world->units.loadout[unit];

  return loadout > 0 ? world->rules.loadouts[loadout - 1].fight_m : FLANK_RANGE_M;
}

/* A place from which the enemy's rear quarter shows: at his distance, 140 degrees off his front, on
 * the side that is nearer.  */
static BaseVec
flank_of (const SimWorld *world, size_t unit, size_t target)
{
  BaseVec at = sim_unit_position (world, unit), him = sim_unit_position (world, target), best = at;
  float nearest = 1e9f;

  for (int side = -1; side <= 1; side += 2) {
    BaseVec way = base_direction_deg (world->units.heading_deg[target] + (float) side * 140);
    BaseVec spot = base_vec_add (him, base_vec_scale (way, flank_range (world, unit)));
    float distance = base_vec_distance (at, spot);

    if (distance < nearest) {
      nearest = distance;
      best = spot;
    }
  }
  return best;
}

/* Is he strong enough with his platoon to go around what it has before it?  */
static bool
dares_to_flank (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  const SimPlatoon *platoon = &world->platoons[u->group[unit]];
  float own = sim_unit_type (world, unit)->value * (float) sim_platoon_strength (world, u->group[unit]);

  if (u->temper[unit] == SIM_TEMPER_RECKLESS)
    own *= 1.4f;
  return platoon->threat_value <= 0.7f * own;
}

/* A place near by that this enemy can not see, in cover if possible, rather back than forward;
 * where there is none, straight back.  */
static BaseVec
out_of_sight_of (const SimWorld *world, size_t unit, size_t enemy)
{
  BaseVec at = sim_unit_position (world, unit), him = sim_unit_position (world, enemy);
  BaseVec away = base_vec_sub (at, him), best = at;
  float length = base_vec_length (away) + 1, least = 1e9f;

  away = base_vec_scale (away, 1 / length);
  best = base_vec_add (at, base_vec_scale (away, 250));
  for (int i = 0; i < 24; i++) {
    float reach = 90.0f * (float) (1 + i / 8);
    BaseVec way = base_direction ((i % 8) * (BASE_PI / 4));
    BaseVec spot = base_vec_add (at, base_vec_scale (way, reach));
    float cost = reach - 60 * base_vec_dot (way, away);

    cost += 150 * sim_terrain_concealment (sim_terrain_cover (world->ground, spot));
    if (cost < least && !sim_terrain_line_of_sight (world->ground, him, 3, spot, 2)) {
      least = cost;
      best = spot;
    }
  }
  return best;
}

/* Who carries blades runs at what he has come near to, and past it: who goes to a place stops a
 * little before it.  */
static bool
run_at (SimWorld *world, size_t unit, size_t target, float range)
{
  BaseVec him = sim_unit_position (world, target);
  BaseVec way = base_vec_sub (him, sim_unit_position (world, unit));

  if (flank_range (world, unit) > RUN_AT_M || range > 4 * RUN_AT_M)
    return false;
  sim_move_to (world, unit, base_vec_add (him, base_vec_scale (way, RUN_AT_M / (range + 0.1f))));
  return true;
}

/* Closes with what it sees: soft ones are shot from a stand, hard ones are gone around.  */
static void
fight_forward (SimWorld *world, size_t unit)
{
  uint32_t target = world->units.target[unit];
  float range = base_vec_distance (sim_unit_position (world, unit),
                                   sim_unit_position (world, target));

  if (run_at (world, unit, target, range))
    return;
  if (soft (world, unit, target, range) && range < SOFT_RANGE_M)
    sim_move_stop (world, unit);
  else if (soft (world, unit, target, range))
    sim_move_to (world, unit, sim_unit_position (world, target));
  else
    sim_move_to (world, unit, flank_of (world, unit, target));
}

static bool
sees_enemy (const SimWorld *world, size_t unit)
{
  return world->units.target[unit] != SIM_NOBODY &&
         sim_within (world, world->units.target_tick[unit], 3);
}

/* Any place near enough to the last waypoint counts as arrived.  */
static bool
at_post (const SimWorld *world, size_t unit)
{
  return base_vec_distance (sim_unit_position (world, unit), post_of (world, unit)) < 60;
}

static void
decide_attack (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  if (u->ammunition[unit] == 0) {
    sim_pilot_give_up (world, unit, SIM_CAUSE_NO_AMMUNITION);
    return;
  }
  if (sees_enemy (world, unit)) {
    fight_forward (world, unit);
    u->stuck_tick[unit] = world->tick;
    return;
  }
  if (!u->moving[unit] && at_post (world, unit)) {
    /* Ten quiet seconds at the place: there is nothing left to attack.  */
    if (!sim_within (world, u->stuck_tick[unit], 10))
      sim_pilot_finish (world, unit);
  } else if (!u->moving[unit]) {
    next_waypoint (world, unit);
  }
}

/* A scout stops where he can see without being in the middle of it, and does not shoot first.  */
static void
decide_scout (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t target = u->target[unit];
  float range;

  u->hold_fire[unit] = !sim_within (world, u->harmed_tick[unit], 8);
  if (!sees_enemy (world, unit))
    return;
  range = base_vec_distance (sim_unit_position (world, unit), sim_unit_position (world, target));
  if (range < 350)
    u->hold_fire[unit] = 0;
  if (range < SCOUT_HALT_M && u->moving[unit]) {
    sim_move_stop (world, unit);
    sim_pilot_finish (world, unit);
    u->hold_fire[unit] = range > 700;
  }
}

/* Shaken out of a post: to one side and back, never toward the enemy.  */
static void
dodge (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit), away;
  float length, side;

  if (u->harmed_by[unit] == SIM_NOBODY)
    return;
  away = base_vec_sub (at, sim_unit_position (world, u->harmed_by[unit]));
  length = base_vec_length (away) + 1;
  side = base_random_unit (&world->randoms[SIM_RANDOM_PILOTS]) < 0.5f ? -1.0f : 1.0f;
  away = base_vec_scale (away, 1 / length);
  sim_move_to (world, unit,
               sim_pilot_cover (world, unit,
                                base_vec (at.x + 60 * away.x + 90 * side * away.y,
                                          at.y + 60 * away.y - 90 * side * away.x)));
}

/* What his gun can not pierce from the front he goes around, when it is few, or gets out of the sight
 * of, to let it come close.  Standing to be shot at is no choice, but he keeps to his order's place.  */
static bool
meets_hard_target (SimWorld *world, size_t unit, uint32_t target)
{
  SimUnits *u = &world->units;
  float range = base_vec_distance (sim_unit_position (world, unit), sim_unit_position (world, target));

  if (soft (world, unit, target, range) ||
      sim_role_flies (sim_unit_type (world, target)->role) ||
      base_vec_distance (sim_unit_position (world, unit), post_of (world, unit)) > 450)
    return false;
  if (range < 700 && u->ammunition[unit] > 0 && dares_to_flank (world, unit)) {
    sim_move_to (world, unit, flank_of (world, unit, target));
    return true;
  }
  if (range < 220 || !sim_within (world, u->harmed_tick[unit], 15))
    return false;
  sim_move_to (world, unit, out_of_sight_of (world, unit, target));
  return true;
}

/* Suppression at which he leaves a post for a moment.  */
static float
stands_fire_to (const SimWorld *world, size_t unit)
{
  switch (world->units.temper[unit]) {
  case SIM_TEMPER_CAREFUL:
    return 40;
  case SIM_TEMPER_RECKLESS:
    return 75;
  default:
    return 55;
  }
}

void
sim_pilot_hold (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t target = u->target[unit];

  if (u->moving[unit])
    return;
  if (u->suppression[unit] > stands_fire_to (world, unit) &&
      sim_within (world, u->harmed_tick[unit], 3)) {
    dodge (world, unit);
    return;
  }
  if (u->mission[unit] == SIM_MISSION_HOLD && sees_enemy (world, unit) &&
      meets_hard_target (world, unit, target))
    return;
  if (u->suppression[unit] < 10 && !sees_enemy (world, unit) && !at_post (world, unit))
    sim_move_to (world, unit, post_of (world, unit));
}

/* ---- Ways ---------------------------------------------------------------------------------- */

/* At the last point most missions are over; some begin there.  */
static void
come_to_end (SimWorld *world, size_t unit)
{
  switch (world->units.mission[unit]) {
  case SIM_MISSION_ATTACK:
    break;
  case SIM_MISSION_OVERWATCH:
  case SIM_MISSION_AMBUSH:
    sim_watch_settle (world, unit);
    break;
  default:
    sim_pilot_finish (world, unit);
    break;
  }
}

/* Goes on to the next point; ends the mission at the last; gives up when there is no way.  */
void
sim_pilot_follow_way (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  size_t at = unit * SIM_MAX_WAYPOINTS + u->way[unit];
  BaseVec point = base_vec (u->way_x[at], u->way_y[at]);

  if (u->moving[unit]) {
    if (u->speed[unit] > 0.3f)
      u->stuck_tick[unit] = world->tick;
    else if (!sim_within (world, u->stuck_tick[unit], 20))
      sim_pilot_give_up (world, unit, SIM_CAUSE_NO_ROUTE);
    return;
  }
  /* sim_move_to moved the goal to firm ground: near enough is there.  */
  if (base_vec_distance (sim_unit_position (world, unit), point) > 260 &&
      base_vec_distance (sim_unit_position (world, unit),
                         base_vec (u->goal_x[unit], u->goal_y[unit])) > 60) {
    sim_pilot_give_up (world, unit, SIM_CAUSE_NO_ROUTE);
    return;
  }
  if (u->way[unit] + 1 < u->n_way[unit]) {
    u->way[unit]++;
    next_waypoint (world, unit);
  } else {
    come_to_end (world, unit);
  }
}

/* ---- Objection ----------------------------------------------------------------------------- */

/* Value of what the pilot's platoon knows near a place.  */
static float
known_value_near (const SimWorld *world, size_t unit, BaseVec at, float within)
{
  const SimPlatoon *platoon = &world->platoons[world->units.group[unit]];
  float value = 0;

  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    const SimContact *each = &platoon->contacts[i];

    if (each->number == 0 || !sim_within (world, each->last_seen, 60) ||
        base_vec_distance (each->position, at) > within)
      continue;
    value += (each->type == SIM_TYPE_UNKNOWN ? 2 : world->rules.types[each->type].value) *
             each->count;
  }
  return value;
}

/* What he knows of a place: the more of what his platoon sees there and what he heard of it.  */
static float
known_value (const SimWorld *world, size_t unit, BaseVec at)
{
  float seen = known_value_near (world, unit, at, 1200);
  float heard = sim_initiative_heard_value (world, world->units.group[unit], at, 1200);

  return seen > heard ? seen : heard;
}

float
sim_pilot_danger (const SimWorld *world, size_t unit, const SimCommand *command)
{
  const SimUnits *u = &world->units;
  float danger = 0.25f * u->stress[unit], odds, own = 0;

  for (size_t i = 0; i < world->n_own; i++)
    if (u->alive[i] && u->group[i] == u->group[unit])
      own += sim_unit_type (world, i)->value;
  if (command->verb == SIM_VERB_FALL_BACK || sim_unit_is_supply (world, unit))
    return 0;
  if (command->target.kind != SIM_TARGET_NONE) {
    odds = known_value (world, unit, command->target.position) / (own + 1);
    danger += 22 * odds * (command->verb == SIM_VERB_ATTACK ? 1.2f : 1);
  }
  if (u->ammunition[unit] < 8 && command->verb == SIM_VERB_ATTACK)
    danger += 25;
  danger += 15 * u->wounds[unit];
  if (command->timing == SIM_TIMING_AT_ONCE)
    danger += 15;
  danger += 0.15f * u->fatigue[unit];
  if (u->temper[unit] == SIM_TEMPER_CAREFUL)
    danger += 8;
  if (u->temper[unit] == SIM_TEMPER_DEFIANT)
    danger += 5;
  if (u->temper[unit] == SIM_TEMPER_RECKLESS)
    danger -= 12;
  return base_clampf (danger, 0, 100);
}

/* ---- Saying how one is ----------------------------------------------------------------------- */

static void
tell_low (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  int percent = (int) (100 * u->energy[unit] / sim_unit_type (world, unit)->energy_s);
  uint8_t wanted = 0;
  SimPhrase phrase = SIM_PHRASE_NONE;
  int number = u->ammunition[unit];
  SimReport report;

  if (u->ammunition[unit] == 0) {
    wanted = SIM_TOLD_NO_AMMUNITION;
    phrase = SIM_PHRASE_NO_AMMUNITION;
  } else if (u->ammunition[unit] < world->rules.low_rounds) {
    if (sim_honesty_hides (world, unit, SIM_FACT_ROUNDS))
      return;
    wanted = SIM_TOLD_LOW_AMMUNITION;
    phrase = SIM_PHRASE_LOW_AMMUNITION;
  } else if (percent < 20) {
    wanted = SIM_TOLD_LOW_ENERGY;
    phrase = SIM_PHRASE_LOW_ENERGY;
    number = percent;
  }
  if (wanted == 0 || (u->told[unit] & wanted))
    return;
  report = sim_report_begin (world, unit, SIM_REPORT_OWN_STATE, phrase);
  sim_words_number (&report.words, 0, number);
  sim_report_tell_own (world, unit, &report, SIM_OWN_AMMUNITION);
  if (sim_link_report (world, unit, SIM_AIR_STATUS, SIM_SUBJECT_STATUS | (uint32_t) (unit * 8), 20,
                       &report))
    u->told[unit] |= wanted;
}

/* Machines of the Legion on the ground, this near.  */
static unsigned
legion_within (const SimWorld *world, size_t unit, float within)
{
  BaseVec at = sim_unit_position (world, unit);
  SimGridWalk walk = sim_grid_walk (&world->grid, SIM_SIDE_LEGION, at, within);
  const uint32_t *units = world->grid.units[SIM_SIDE_LEGION];
  uint32_t first, end;
  unsigned n = 0;

  while (sim_grid_next (&walk, &first, &end))
    for (uint32_t k = first; k < end; k++)
      n += sim_unit_works (world, units[k]) &&
           !sim_role_flies (sim_unit_type (world, units[k])->role) &&
           base_vec_distance (sim_unit_position (world, units[k]), at) <= within;
  return n;
}

/* They are among us: an emergency, whoever else is speaking.  */
static void
call_overrun (SimWorld *world, size_t unit)
{
  SimReport report;

  if (!sim_within (world, world->units.harmed_tick[unit], 5) ||
      legion_within (world, unit, OVERRUN_M) < OVERRUN_COUNT)
    return;
  report = sim_report_begin (world, unit, SIM_REPORT_UNDER_FIRE, SIM_PHRASE_OVERRUN);
  sim_report_tell_own (world, unit, &report, SIM_OWN_ACTIVITY | SIM_OWN_POSITION);
  report.own.activity = SIM_ACTIVITY_UNDER_FIRE;
  sim_link_report (world, unit, SIM_AIR_EMERGENCY,
                   SIM_SUBJECT_OVERRUN | world->units.group[unit], 60, &report);
}

static SimActivity
activity_of (const SimWorld *world, size_t unit)
{
  static const uint8_t missions[SIM_N_MISSIONS] = {
    [SIM_MISSION_HOLD] = SIM_ACTIVITY_HOLDING,     [SIM_MISSION_MOVE] = SIM_ACTIVITY_MOVING,
    [SIM_MISSION_SCOUT] = SIM_ACTIVITY_SCOUTING,   [SIM_MISSION_ATTACK] = SIM_ACTIVITY_ATTACKING,
    [SIM_MISSION_FALL_BACK] = SIM_ACTIVITY_FALLING_BACK, [SIM_MISSION_RESUPPLY] = SIM_ACTIVITY_HOLDING,
    [SIM_MISSION_RECOVER] = SIM_ACTIVITY_HOLDING,  [SIM_MISSION_RESCUE] = SIM_ACTIVITY_FETCHING,
    [SIM_MISSION_SUPPRESS] = SIM_ACTIVITY_ATTACKING, [SIM_MISSION_OVERWATCH] = SIM_ACTIVITY_HOLDING,
    [SIM_MISSION_AMBUSH] = SIM_ACTIVITY_HOLDING,   [SIM_MISSION_REGROUP] = SIM_ACTIVITY_HOLDING,
    [SIM_MISSION_FOLLOW] = SIM_ACTIVITY_HOLDING,
  };
  const SimUnits *u = &world->units;

  if (u->parts[unit * SIM_N_PARTS + SIM_PART_LEGS] == 0)
    return SIM_ACTIVITY_DISABLED;
  if (sim_within (world, u->harmed_tick[unit], 4))
    return SIM_ACTIVITY_UNDER_FIRE;
  if (sim_within (world, u->fired_tick[unit], 6))
    return SIM_ACTIVITY_ENGAGED;
  if (missions[u->mission[unit]] == SIM_ACTIVITY_HOLDING && u->moving[unit])
    return SIM_ACTIVITY_MOVING;
  return (SimActivity) missions[u->mission[unit]];
}

/* Is going on along his way not what he is about just now?  */
static bool
stands_to_fight (SimWorld *world, size_t unit)
{
  switch (world->units.mission[unit]) {
  case SIM_MISSION_HOLD:
    return true;
  case SIM_MISSION_ATTACK:
    return sees_enemy (world, unit);
  case SIM_MISSION_SUPPRESS:
    return sim_suppress_decide (world, unit);
  case SIM_MISSION_OVERWATCH:
    return sim_overwatch_decide (world, unit);
  case SIM_MISSION_AMBUSH:
    return sim_ambush_decide (world, unit);
  case SIM_MISSION_REGROUP:
    sim_regroup_decide (world, unit);
    return true;
  case SIM_MISSION_FOLLOW:
    sim_follow_decide (world, unit);
    return true;
  default:
    return false;
  }
}

void
sim_pilot_decide (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  sim_ground_note (world, unit);
  if (sim_unit_is_supply (world, unit)) {
    sim_supply_decide (world, unit);
    return;
  }
  sim_pilot_age (world, unit);
  call_overrun (world, unit);
  tell_low (world, unit);
  if (u->parts[unit * SIM_N_PARTS + SIM_PART_LEGS] == 0 && u->mission[unit] != SIM_MISSION_HOLD)
    sim_pilot_give_up (world, unit, SIM_CAUSE_LEGS_HIT);
  if (u->mission[unit] == SIM_MISSION_HOLD) {
    sim_pilot_hold (world, unit);
    sim_expect_face (world, unit);
  } else if (u->mission[unit] == SIM_MISSION_RESCUE) {
    sim_rescue_decide (world, unit);
  } else if (u->mission[unit] == SIM_MISSION_RESUPPLY) {
    sim_supplied_decide (world, unit);
  } else {
    if (u->mission[unit] == SIM_MISSION_ATTACK)
      decide_attack (world, unit);
    else if (u->mission[unit] == SIM_MISSION_SCOUT)
      decide_scout (world, unit);
    if (!stands_to_fight (world, unit))
      sim_pilot_follow_way (world, unit);
  }
  u->activity[unit] = (uint8_t) activity_of (world, unit);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scavengers: unarmed machines that carry ammunition and energy packs to those who fight, and take
 * what is of use from wrecks (design: simulation, "Republic side").
 *
 * A Scavenger's `ammunition` is its loads; one load fills one machine up.  It works only while both
 * stand still, close together, and nobody shoots at either.  Without an order it goes home with
 * whom it carries, hides from what it sees, serves who halts beside it, and is sent forward only
 * when somebody is down to supply_forward_share: earlier is the handler's business.  */
#include "sim/sim-supply.h"

#include "base/base-math.h"
#include "sim/sim-company.h"
#include "sim/sim-convoy.h"
#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"
#include "sim/sim-supplied.h"
#include "sim/sim-supply-need.h"
#include "sim/sim-talk.h"
#include "sim/sim-weapons.h"

#include <string.h>

#define CALM_S 8
#define HIDE_FROM_M 900.0f
#define WANTS 0.05f       /* share missing that is worth a load when she orders it ... */
#define WANTS_IDLE SIM_SUPPLY_WANTS /* ... and when nobody did */
#define WRECK_REACH_M 30.0f

static bool
is_calm (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  return !sim_within (world, u->fired_tick[unit], CALM_S) &&
         !sim_within (world, u->harmed_tick[unit], CALM_S);
}

/* ---- Words --------------------------------------------------------------------------------- */

static void
say_loads (SimWorld *world, size_t supply, SimPhrase phrase)
{
  SimReport report = sim_report_begin (world, supply, SIM_REPORT_OWN_STATE, phrase);

  report.order = world->units.order[supply];
  sim_words_number (&report.words, 0, world->units.ammunition[supply]);
  sim_report_tell_own (world, supply, &report, SIM_OWN_AMMUNITION | SIM_OWN_POSITION);
  sim_link_report (world, supply, SIM_AIR_STATUS, SIM_SUBJECT_SUPPLY | (uint32_t) supply, 5,
                   &report);
}

/* The one who was served says so: it is he who can read his own counter.  */
static void
say_served (SimWorld *world, size_t client, bool mended)
{
  SimReport report = sim_report_begin (world, client, SIM_REPORT_OWN_STATE,
                                       mended ? SIM_PHRASE_MENDED : SIM_PHRASE_RESUPPLIED);

  sim_report_tell_own (world, client, &report,
                       SIM_OWN_AMMUNITION | SIM_OWN_POSITION | (mended ? SIM_OWN_PARTS : 0));
  sim_words_number (&report.words, 0, report.own.ammunition);
  sim_words_number (&report.words, 1, report.own.energy_percent);
  sim_link_report (world, client, SIM_AIR_STATUS, SIM_SUBJECT_SERVED | (uint32_t) client, 30,
                   &report);
  sim_talk_supplied (world, client);
}

static void
say_recovered (SimWorld *world, size_t supply, uint32_t wreck)
{
  SimReport report =
      sim_report_begin (world, supply, SIM_REPORT_OWN_STATE, SIM_PHRASE_RECOVERED);

  report.order = world->units.order[supply];
  sim_words_number (&report.words, 0, (int32_t) wreck);
  sim_words_number (&report.words, 1, world->units.ammunition[supply]);
  sim_report_tell_own (world, supply, &report, SIM_OWN_AMMUNITION | SIM_OWN_POSITION);
  sim_link_report (world, supply, SIM_AIR_STATUS, SIM_SUBJECT_SUPPLY | (uint32_t) supply, 5,
                   &report);
}

/* ---- Missions ------------------------------------------------------------------------------ */

void
sim_supply_set_scope (SimWorld *world, size_t unit, const SimTarget *target)
{
  SimUnits *u = &world->units;

  u->scope_kind[unit] = target->kind;
  u->scope[unit] = target->number;
  u->scope_x[unit] = target->position.x;
  u->scope_y[unit] = target->position.y;
}

static void
end_work (SimWorld *world, size_t supply, SimOrderState state, SimCause cause)
{
  SimUnits *u = &world->units;

  sim_order_unit_end (world, supply, state, cause);
  u->mission[supply] = SIM_MISSION_HOLD;
  u->client[supply] = SIM_NOBODY;
  u->post_x[supply] = u->x[supply];
  u->post_y[supply] = u->y[supply];
  sim_move_stop (world, supply);
}

void
sim_supply_go_to (SimWorld *world, size_t unit, BaseVec place)
{
  SimUnits *u = &world->units;
  BaseVec goal = base_vec (u->goal_x[unit], u->goal_y[unit]);

  if (u->speed[unit] > 0.3f)
    u->stuck_tick[unit] = world->tick;
  if (!u->moving[unit] || base_vec_distance (goal, place) > 80)
    sim_move_to (world, unit, place);
  else if (!sim_within (world, u->stuck_tick[unit], 25))
    sim_pilot_give_up (world, unit, SIM_CAUSE_NO_ROUTE);
}

/* Near enough, or as near as firm ground goes.  */
static bool
is_beside (const SimWorld *world, size_t supply, BaseVec place, float reach)
{
  const SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, supply);

  return base_vec_distance (at, place) <= reach ||
         (!u->moving[supply] && base_vec_distance (at, place) <= 3 * reach &&
          base_vec_distance (at, base_vec (u->goal_x[supply], u->goal_y[supply])) < 30);
}

/* ---- Resupply ------------------------------------------------------------------------------ */

static float
seconds_for_one (const SimWorld *world, size_t supply, size_t client)
{
  const SimRules *rules = &world->rules;
  float seconds = rules->supply_most_s -
                  (rules->supply_most_s - rules->supply_least_s) * world->units.driving[supply];

  for (int part = 0; part < SIM_N_PARTS; part++)
    seconds += sim_supply_is_broken (world, client, part) ? rules->mend_s : 0;
  return seconds;
}

/* With parts from the packs and from wrecks: not as new, but it walks and shoots.  */
static bool
mend (SimWorld *world, size_t client)
{
  bool any = false;

  for (int part = 0; part < SIM_N_PARTS; part++) {
    if (!sim_supply_is_broken (world, client, part))
      continue;
    world->units.parts[client * SIM_N_PARTS + (size_t) part] = (uint8_t) (255 * world->rules.mend_to);
    any = true;
  }
  return any;
}

static void
fill_up (SimWorld *world, size_t supply, uint32_t client)
{
  SimUnits *u = &world->units;
  bool mended = mend (world, client);

  sim_weapons_restock (world, client);
  u->energy[client] = sim_unit_type (world, client)->energy_s;
  sim_supply_note_filled (world, client);
  u->told[client] &= (uint8_t) ~(SIM_TOLD_LOW_AMMUNITION | SIM_TOLD_NO_AMMUNITION |
                                 SIM_TOLD_LOW_ENERGY);
  u->served_tick[client] = world->tick;
  u->ammunition[supply]--;
  say_served (world, client, mended);
}

/* Nobody (more) in its scope wants anything, or nothing is left to give.  */
static void
end_resupply (SimWorld *world, size_t supply)
{
  SimUnits *u = &world->units;
  bool served = u->served_tick[supply] > 0;

  if (u->ammunition[supply] == 0) {
    say_loads (world, supply, SIM_PHRASE_OUT_OF_LOADS);
    end_work (world, supply, served ? SIM_ORDER_DONE : SIM_ORDER_FAILED,
              served ? SIM_CAUSE_NONE : SIM_CAUSE_NO_LOADS);
  } else if (served) {
    say_loads (world, supply, SIM_PHRASE_SUPPLY_DONE);
    end_work (world, supply, SIM_ORDER_DONE, SIM_CAUSE_NONE);
  } else {
    sim_pilot_give_up (world, supply, SIM_CAUSE_NO_NEED);
  }
}

/* The wait names its cause once for each machine.  */
static void
wait_for_client (SimWorld *world, size_t supply)
{
  if (world->units.pending_cause[supply] == SIM_CAUSE_CLIENT_BUSY)
    return;
  world->units.pending_cause[supply] = SIM_CAUSE_CLIENT_BUSY;
  sim_order_unit_waits (world, supply, SIM_CAUSE_CLIENT_BUSY);
}

static void
work_on (SimWorld *world, size_t supply, uint32_t client)
{
  SimUnits *u = &world->units;

  sim_move_stop (world, supply);
  if (u->speed[client] > 1 || !is_calm (world, client) || !is_calm (world, supply)) {
    wait_for_client (world, supply);
    return;
  }
  u->pending_cause[supply] = SIM_CAUSE_NONE;
  if (u->speed[supply] < 0.5f)
    u->work_s[supply] += 1;
  if (u->work_s[supply] < seconds_for_one (world, supply, client))
    return;
  fill_up (world, supply, client);
  u->served_tick[supply] = world->tick;
  sim_supply_take_client (world, supply, SIM_NOBODY);
}

static void
decide_resupply (SimWorld *world, size_t supply)
{
  SimUnits *u = &world->units;
  uint32_t client = u->client[supply];

  if (u->ammunition[supply] == 0) {
    end_resupply (world, supply);
    return;
  }
  if (client == SIM_NOBODY || !sim_unit_fights (world, client) || !sim_supply_in_scope (world, supply, client))
    sim_supply_take_client (world, supply, client = sim_supply_choose_client (world, supply, WANTS));
  if (client == SIM_NOBODY)
    end_resupply (world, supply);
  else if (is_beside (world, supply, sim_unit_position (world, client), world->rules.supply_reach_m))
    work_on (world, supply, client);
  else
    sim_supply_go_to (world, supply, sim_unit_position (world, client));
}

/* ---- Recovery ------------------------------------------------------------------------------ */

static bool
is_wreck (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  return u->present[unit] && !u->alive[unit] && !u->recovered[unit] &&
         u->wreck[unit] != SIM_WRECK_TAKEN;
}

static uint32_t
choose_wreck (const SimWorld *world, size_t supply)
{
  uint32_t best = SIM_NOBODY;
  float nearest = 1e9f;

  for (uint32_t i = 0; i < world->n_own; i++) {
    float distance;

    if (!is_wreck (world, i))
      continue;
    distance = base_vec_distance (sim_unit_position (world, supply), sim_unit_position (world, i));
    if (distance >= nearest || !sim_supply_in_scope (world, supply, i) || sim_supply_is_taken (world, supply, i))
      continue;
    nearest = distance;
    best = i;
  }
  return best;
}

static void
strip (SimWorld *world, size_t supply, uint32_t wreck)
{
  SimUnits *u = &world->units;
  float loads = (float) u->ammunition[supply] + world->rules.salvage_loads;

  u->recovered[wreck] = 1;
  sim_wreck_take (world, wreck);
  u->ammunition[supply] =
      (uint16_t) base_clampf (loads, 0, sim_unit_type (world, supply)->ammunition);
  u->served_tick[supply] = world->tick;
  say_recovered (world, supply, wreck);
  sim_supply_take_client (world, supply, SIM_NOBODY);
}

static void
work_on_wreck (SimWorld *world, size_t supply, uint32_t wreck)
{
  SimUnits *u = &world->units;

  sim_move_stop (world, supply);
  if (u->speed[supply] < 0.5f && is_calm (world, supply))
    u->work_s[supply] += 1;
  if (u->work_s[supply] >= world->rules.salvage_s)
    strip (world, supply, wreck);
}

static void
decide_recover (SimWorld *world, size_t supply)
{
  SimUnits *u = &world->units;
  uint32_t wreck = u->client[supply];

  if (wreck == SIM_NOBODY || !is_wreck (world, wreck))
    sim_supply_take_client (world, supply, wreck = choose_wreck (world, supply));
  if (wreck != SIM_NOBODY &&
      is_beside (world, supply, sim_unit_position (world, wreck), WRECK_REACH_M))
    work_on_wreck (world, supply, wreck);
  else if (wreck != SIM_NOBODY)
    sim_supply_go_to (world, supply, sim_unit_position (world, wreck));
  else if (u->served_tick[supply] > 0)
    end_work (world, supply, SIM_ORDER_DONE, SIM_CAUSE_NONE);
  else
    sim_pilot_give_up (world, supply, SIM_CAUSE_NO_NEED);
}

/* ---- Unasked ------------------------------------------------------------------------------- */

static void
start_work (SimWorld *world, size_t supply, SimMission mission, const SimTarget *target)
{
  SimUnits *u = &world->units;

  sim_supply_set_scope (world, supply, target);
  sim_supply_take_client (world, supply, SIM_NOBODY);
  u->mission[supply] = (uint8_t) mission;
  u->left_tick[supply] = 0;
  u->served_tick[supply] = 0;
  u->pending_cause[supply] = SIM_CAUSE_NONE;
  sim_move_stop (world, supply);
}

static bool
go_home (SimWorld *world, size_t supply, SimMission mission)
{
  if (base_vec_length (world->base) <= 0 ||
      base_vec_distance (sim_unit_position (world, supply), world->base) <
          0.5f * world->rules.brought_in_m)
    return false;
  sim_pilot_mission (world, supply, mission, &world->base, 1);
  return true;
}

uint32_t
sim_supply_danger (const SimWorld *world, size_t supply)
{
  const SimUnits *u = &world->units;
  uint32_t enemy = u->target[supply];

  if (enemy == SIM_NOBODY || !sim_within (world, u->target_tick[supply], 3) ||
      base_vec_distance (sim_unit_position (world, supply), sim_unit_position (world, enemy)) >
          HIDE_FROM_M)
    return SIM_NOBODY;
  return enemy;
}

/* Home; but who was given a way has no business there.  */
static bool
hide (SimWorld *world, size_t supply)
{
  return !sim_convoy_has (world, supply) && sim_supply_danger (world, supply) != SIM_NOBODY &&
         go_home (world, supply, SIM_MISSION_FALL_BACK);
}

/* Who halts beside it and is short gets filled up.  */
static bool
serve_who_is_here (SimWorld *world, size_t supply)
{
  const SimUnits *u = &world->units;
  SimTarget target = {.kind = SIM_TARGET_POSITION, .position = sim_unit_position (world, supply)};
  uint32_t client;

  sim_supply_set_scope (world, supply, &target);
  client = sim_supply_choose_client (world, supply, WANTS_IDLE);
  if (client == SIM_NOBODY || u->speed[client] > 1 || !is_calm (world, client) ||
      base_vec_distance (sim_unit_position (world, supply), sim_unit_position (world, client)) >
          world->rules.supply_idle_m)
    return false;
  target = (SimTarget){.kind = SIM_TARGET_UNIT, .number = client};
  start_work (world, supply, SIM_MISSION_RESUPPLY, &target);
  return true;
}

/* The captain's limit: somebody is down to the last fifth, and has peace.  */
static bool
go_forward (SimWorld *world, size_t supply)
{
  const SimUnits *u = &world->units;
  uint32_t captain = sim_captain (world), client;
  SimTarget target = {.kind = SIM_TARGET_NONE};
  SimReport report;

  if (captain == SIM_NOBODY)
    return false;
  sim_supply_set_scope (world, supply, &target);
  client = sim_supply_choose_client (world, supply, 1 - world->rules.supply_forward_share);
  if (client == SIM_NOBODY || !is_calm (world, client))
    return false;
  target = (SimTarget){.kind = SIM_TARGET_PLATOON, .number = u->group[client]};
  start_work (world, supply, SIM_MISSION_RESUPPLY, &target);
  report = sim_report_begin (world, captain, SIM_REPORT_PLATOON, SIM_PHRASE_SUPPLY_FORWARD);
  sim_words_number (&report.words, 0, (int32_t) target.number);
  sim_link_report (world, captain, SIM_AIR_STATUS, SIM_SUBJECT_INITIATIVE | SIM_SUPPLY_PLATOON, 30,
                   &report);
  return true;
}

static void
decide_idle (SimWorld *world, size_t supply)
{
  SimUnits *u = &world->units;

  if (hide (world, supply) || u->moving[supply])
    return;
  if (sim_rescue_carries (world, supply) && !sim_convoy_is_under_way (world, supply) &&
      go_home (world, supply, SIM_MISSION_MOVE))
    return;
  if (u->ammunition[supply] > 0 && !serve_who_is_here (world, supply))
    go_forward (world, supply);
}

/* ---- Public -------------------------------------------------------------------------------- */

static bool
anybody_carries_loads (const SimWorld *world)
{
  for (size_t i = 0; i < world->n_own; i++)
    if (sim_unit_is_supply (world, i) && world->units.alive[i] && world->units.ammunition[i] > 0)
      return true;
  return false;
}

/* A pilot told to `resupply` goes to where the loads are; he can give nothing to another.  */
SimCause
sim_supply_impossible (const SimWorld *world, size_t unit, const SimCommand *command)
{
  if (!sim_unit_is_supply (world, unit)) {
    if (command->verb == SIM_VERB_RECOVER || command->target.kind != SIM_TARGET_NONE)
      return SIM_CAUSE_NOT_EQUIPPED;
    return anybody_carries_loads (world) ? SIM_CAUSE_NONE : SIM_CAUSE_NO_LOADS;
  }
  if (command->verb == SIM_VERB_ATTACK || command->verb == SIM_VERB_SCOUT ||
      command->verb == SIM_VERB_SUPPRESS || command->verb == SIM_VERB_OVERWATCH ||
      command->verb == SIM_VERB_AMBUSH)
    return SIM_CAUSE_NOT_EQUIPPED;
  if (command->verb == SIM_VERB_RESUPPLY && world->units.ammunition[unit] == 0)
    return SIM_CAUSE_NO_LOADS;
  return SIM_CAUSE_NONE;
}

bool
sim_supply_takes_part (const SimWorld *world, size_t unit, const SimCommand *command)
{
  if (command->verb != SIM_VERB_RESUPPLY || !sim_unit_is_supply (world, unit))
    return true;
  return world->units.ammunition[unit] > 0;
}

void
sim_supply_begin (SimWorld *world, size_t unit, const SimCommand *command)
{
  world->units.posture[unit] = command->posture;
  if (!sim_unit_is_supply (world, unit))
    sim_supplied_begin (world, unit);
  else
    start_work (world, unit,
                command->verb == SIM_VERB_RECOVER ? SIM_MISSION_RECOVER : SIM_MISSION_RESUPPLY,
                &command->target);
}

void
sim_supply_decide (SimWorld *world, size_t supply)
{
  static const uint8_t activities[SIM_N_MISSIONS] = {
    [SIM_MISSION_HOLD] = SIM_ACTIVITY_HOLDING,
    [SIM_MISSION_MOVE] = SIM_ACTIVITY_MOVING,
    [SIM_MISSION_SCOUT] = SIM_ACTIVITY_MOVING,
    [SIM_MISSION_ATTACK] = SIM_ACTIVITY_MOVING,
    [SIM_MISSION_FALL_BACK] = SIM_ACTIVITY_FALLING_BACK,
    [SIM_MISSION_RESUPPLY] = SIM_ACTIVITY_SUPPLYING,
    [SIM_MISSION_RECOVER] = SIM_ACTIVITY_RECOVERING,
    [SIM_MISSION_RESCUE] = SIM_ACTIVITY_FETCHING,
    [SIM_MISSION_SUPPRESS] = SIM_ACTIVITY_MOVING,
    [SIM_MISSION_OVERWATCH] = SIM_ACTIVITY_MOVING,
    [SIM_MISSION_AMBUSH] = SIM_ACTIVITY_MOVING,
    [SIM_MISSION_REGROUP] = SIM_ACTIVITY_MOVING,
    [SIM_MISSION_FOLLOW] = SIM_ACTIVITY_MOVING,
  };
  SimUnits *u = &world->units;

  if (u->parts[supply * SIM_N_PARTS + SIM_PART_LEGS] == 0 && u->mission[supply] != SIM_MISSION_HOLD)
    sim_pilot_give_up (world, supply, SIM_CAUSE_LEGS_HIT);
  switch (u->mission[supply]) {
  case SIM_MISSION_RESUPPLY:
    decide_resupply (world, supply);
    break;
  case SIM_MISSION_RECOVER:
    decide_recover (world, supply);
    break;
  case SIM_MISSION_RESCUE:
    sim_rescue_decide (world, supply);
    break;
  case SIM_MISSION_REGROUP:
    sim_regroup_decide (world, supply);
    break;
  case SIM_MISSION_FOLLOW:
    sim_follow_decide (world, supply);
    break;
  case SIM_MISSION_HOLD:
    if (!sim_convoy_decide (world, supply))
      decide_idle (world, supply);
    break;
  default:
    if (!sim_convoy_decide (world, supply))
      sim_pilot_follow_way (world, supply);
    break;
  }
  u->activity[supply] = u->parts[supply * SIM_N_PARTS + SIM_PART_LEGS] == 0
                            ? SIM_ACTIVITY_DISABLED
                            : activities[u->mission[supply]];
}

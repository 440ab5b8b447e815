/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders that were heard are begun: what each asks of a machine, and what it still waits for.  */
#include "sim/sim-orders.h"

#include "base/base-math.h"
#include "sim/sim-company.h"
#include "sim/sim-convoy.h"
#include "sim/sim-expect.h"
#include "sim/sim-hearing.h"
#include "sim/sim-jam.h"
#include "sim/sim-link.h"
#include "sim/sim-mark.h"
#include "sim/sim-pilot.h"
#include "sim/sim-promise.h"
#include "sim/sim-rescue.h"
#include "sim/sim-supply.h"
#include "sim/sim-suppress.h"
#include "sim/sim-talk.h"
#include "sim/sim-watch.h"
#include "sim/sim-weapons.h"

/* Design values.  */
#define SLOT_M     60.0f
#define TOGETHER_M 400.0f

/* ---- Begun --------------------------------------------------------------------------------- */

/* Those who go together stand apart: a row across the way they came, SLOT_M from one another.  */
static BaseVec
slot_at (const SimWorld *world, size_t unit, const SimCommand *command)
{
  BaseVec goal = command->target.position, at = sim_unit_position (world, unit), way, across;
  int place = 0, count = 0;
  float length, off;

  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.alive[i] && sim_order_addresses (world, command, i)) {
      place += i < unit;
      count++;
    }
  way = base_vec_sub (goal, at);
  length = base_vec_length (way);
  if (count < 2 || length < 1)
    return goal;
  across = base_vec_scale (base_vec (way.y, -way.x), 1 / length);
  off = ((float) place - (float) (count - 1) / 2) * SLOT_M;
  return base_vec_add (goal, base_vec_scale (across, off));
}

static unsigned
waypoints_of (const SimWorld *world, size_t unit, const SimCommand *command, BaseVec *way)
{
  unsigned n = 0;

  for (unsigned i = 0; i < command->n_via && n + 1 < SIM_MAX_WAYPOINTS; i++)
    way[n++] = command->via[i].position;
  if (command->target.kind != SIM_TARGET_NONE)
    way[n++] = slot_at (world, unit, command);
  return n;
}

/* Who goes to a post looks for the best near the end of his way, or near where he is.  */
static unsigned
find_post (SimWorld *world, size_t unit, const SimCommand *command, BaseVec *way, unsigned n)
{
  if (n == 0)
    way[n++] = sim_unit_position (world, unit);
  way[n - 1] = sim_watch_begin (world, unit, command, way[n - 1]);
  return n;
}

static void
begin_going (SimWorld *world, size_t unit, const SimCommand *command)
{
  static const uint8_t missions[SIM_N_VERBS] = {
    [SIM_VERB_MOVE] = SIM_MISSION_MOVE,     [SIM_VERB_SCOUT] = SIM_MISSION_SCOUT,
    [SIM_VERB_ATTACK] = SIM_MISSION_ATTACK, [SIM_VERB_HOLD] = SIM_MISSION_MOVE,
    [SIM_VERB_FALL_BACK] = SIM_MISSION_FALL_BACK, [SIM_VERB_SUPPRESS] = SIM_MISSION_SUPPRESS,
    [SIM_VERB_OVERWATCH] = SIM_MISSION_OVERWATCH, [SIM_VERB_AMBUSH] = SIM_MISSION_AMBUSH,
  };
  BaseVec way[SIM_MAX_WAYPOINTS];
  unsigned n = waypoints_of (world, unit, command, way);
  SimUnits *u = &world->units;

  u->posture[unit] = command->posture;
  if (command->posture == SIM_POSTURE_NORMAL && command->verb == SIM_VERB_SCOUT)
    u->posture[unit] = SIM_POSTURE_CAREFUL;
  if (command->posture == SIM_POSTURE_NORMAL && command->verb == SIM_VERB_FALL_BACK)
    u->posture[unit] = SIM_POSTURE_FAST;
  u->hold_fire[unit] = SIM_FIRE_FREE;
  if (command->verb == SIM_VERB_SUPPRESS)
    sim_suppress_begin (world, unit, command);
  if (command->verb == SIM_VERB_OVERWATCH || command->verb == SIM_VERB_AMBUSH)
    n = find_post (world, unit, command, way, n);
  if (n == 0) {
    BaseVec here = sim_pilot_cover (world, unit, sim_unit_position (world, unit));

    sim_pilot_mission (world, unit, SIM_MISSION_MOVE, &here, 1);
    return;
  }
  sim_pilot_mission (world, unit, (SimMission) missions[command->verb], way, n);
}

static void
begin_company (SimWorld *world, size_t unit, const SimCommand *command)
{
  world->units.posture[unit] = command->posture;
  world->units.hold_fire[unit] = SIM_FIRE_FREE;
  sim_company_begin (world, unit,
                     command->verb == SIM_VERB_FOLLOW ? SIM_MISSION_FOLLOW : SIM_MISSION_REGROUP,
                     &command->target);
}

/* One salvo; who can not fire says why.  */
static void
begin_salvo (SimWorld *world, size_t unit, const SimCommand *command, uint32_t number)
{
  SimCause cause = sim_salvo_carried (world, unit)
                       ? sim_salvo_fire (world, unit, command->target.position)
                       : SIM_CAUSE_NOT_EQUIPPED;
  SimReport report = sim_report_begin (
      world, unit, SIM_REPORT_ORDER,
      cause == SIM_CAUSE_NONE ? SIM_PHRASE_SALVO_AWAY : SIM_PHRASE_CANNOT);

  report.order = number;
  if (cause == SIM_CAUSE_NONE)
    sim_words_position (&report.words, 0, command->target.position);
  else
    sim_words_number (&report.words, 0, (int32_t) cause);
  /* Of a platoon only who carries missiles speaks.  */
  if (cause != SIM_CAUSE_NOT_EQUIPPED)
    sim_link_report (world, unit, SIM_AIR_STATUS, SIM_SUBJECT_READY | (uint32_t) unit, 5, &report);
  sim_order_unit_end (world, unit, cause == SIM_CAUSE_NONE ? SIM_ORDER_DONE : SIM_ORDER_FAILED,
                      cause);
}

static void
cancel (SimWorld *world, size_t unit)
{
  BaseVec here = sim_unit_position (world, unit);

  world->units.hold_fire[unit] = 0;
  world->units.client[unit] = SIM_NOBODY;
  sim_pilot_mission (world, unit, SIM_MISSION_HOLD, &here, 1);
  sim_order_unit_end (world, unit, SIM_ORDER_DONE, SIM_CAUSE_NONE);
}

/* Back to his own mind; a platoon only when it is addressed as one.  */
static void
free_hand (SimWorld *world, size_t unit, const SimCommand *command)
{
  SimPlatoon *platoon = &world->platoons[world->units.group[unit]];

  world->units.posture[unit] = SIM_POSTURE_NORMAL;
  cancel (world, unit);
  if (sim_order_names (command, unit))
    return;
  platoon->free_hand = 1;
  platoon->initiative_tick = 0;
  platoon->axis_tick = 0;
}

/* A promise is no one machine's: the first of a platoon to take it in leaves the order open for them
 * all, until help comes or does not.  */
static void
begin_promise (SimWorld *world, size_t unit, uint32_t number)
{
  SimOrder *order = &world->orders[number - 1];

  world->units.aside_order[unit] = 0;
  if (order->closed)
    return;
  if (sim_promise_begin (world, unit, number))
    sim_order_tell (world, number, SIM_ORDER_BEGUN, SIM_CAUSE_NONE);
  else if (order->open_units > 0 && --order->open_units == 0)
    sim_order_close (world, number, SIM_ORDER_FAILED, SIM_CAUSE_ALREADY_PROMISED);
}

/* What is said or done beside the order in progress.  */
static void
begin_aside (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t number = u->aside_order[unit];
  const SimCommand *command = &world->orders[number - 1].command;

  if (command->verb == SIM_VERB_PROMISE) {
    begin_promise (world, unit, number);
    return;
  }
  world->orders[number - 1].state = SIM_ORDER_BEGUN;
  sim_order_emit (world, number, SIM_ORDER_BEGUN, SIM_CAUSE_NONE, (uint32_t) unit);
  /* A platoon is answered for by its leader; Scavengers each for itself.  */
  if (command->verb == SIM_VERB_CANCEL)
    sim_mark_drop (world, unit, command->mark, SIM_ORDER_REPLACED, SIM_CAUSE_NONE);
  else if (command->verb == SIM_VERB_CEASE_FIRE)
    u->hold_fire[unit] = SIM_FIRE_HELD;
  else if (command->verb == SIM_VERB_WEAPONS_FREE)
    sim_watch_free (world, unit);
  else if (command->verb == SIM_VERB_EXPECT)
    sim_expect_begin (world, unit, number);
  else if (sim_order_names (command, unit) || sim_unit_is_supply (world, unit))
    sim_pilot_answer (world, unit, (SimReportTopic) command->topic, number);
  else if (world->platoons[u->group[unit]].leader == unit)
    sim_platoon_answer (world, u->group[unit], (SimReportTopic) command->topic, number);
  sim_order_slot_end (world, unit, &u->aside_order[unit], SIM_ORDER_DONE, SIM_CAUSE_NONE);
}

static void
say_begun (SimWorld *world, size_t unit, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;
  static const uint16_t phrases[SIM_N_VERBS] = {
    [SIM_VERB_ATTACK] = SIM_PHRASE_BEGUN_ATTACK,     [SIM_VERB_FALL_BACK] = SIM_PHRASE_BEGUN_FALL_BACK,
    [SIM_VERB_RESUPPLY] = SIM_PHRASE_BEGUN_RESUPPLY, [SIM_VERB_RECOVER] = SIM_PHRASE_BEGUN_RECOVER,
    [SIM_VERB_RESCUE] = SIM_PHRASE_BEGUN_RESCUE,     [SIM_VERB_SUPPRESS] = SIM_PHRASE_BEGUN_SUPPRESS,
  };
  SimPhrase phrase = phrases[command->verb] != 0 ? (SimPhrase) phrases[command->verb]
                                                 : SIM_PHRASE_BEGUN_MOVE;
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_ORDER, phrase);

  report.order = number;
  if (command->verb == SIM_VERB_RESCUE)
    sim_words_number (&report.words, 0, (int32_t) sim_rescue_whom (world, &command->target));
  else
    sim_words_position (&report.words, 0, command->target.position);
  sim_report_tell_own (world, unit, &report, SIM_OWN_ACTIVITY);
  sim_link_report (world, unit, SIM_AIR_TALK, SIM_SUBJECT_ORDER | number, 5, &report);
}

static void
begin_unit (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t number = u->pending_order[unit];
  const SimCommand *command = &world->orders[number - 1].command;

  u->pending_order[unit] = 0;
  u->order[unit] = number;
  u->insisted_tick[unit] = world->orders[number - 1].insisted ? world->tick : 0;
  world->orders[number - 1].state = SIM_ORDER_BEGUN;
  sim_order_emit (world, number, SIM_ORDER_BEGUN, SIM_CAUSE_NONE, (uint32_t) unit);
  sim_convoy_ordered (world, unit, command->verb);
  sim_talk_begins (world, unit, command);
  if (command->verb == SIM_VERB_CANCEL) {
    sim_mark_drop (world, unit, 0, SIM_ORDER_REPLACED, SIM_CAUSE_NONE);
    cancel (world, unit);
    return;
  }
  if (command->verb == SIM_VERB_FREE_HAND) {
    free_hand (world, unit, command);
    return;
  }
  if (command->verb == SIM_VERB_LISTEN) {
    sim_hearing_listen (world, unit);
    return;
  }
  if (command->verb == SIM_VERB_FIRE_ON) {
    begin_salvo (world, unit, command, number);
    return;
  }
  /* Routine words are spared when telemetry shows the machine move.  */
  if (sim_order_spokesman (world, command) == unit && command->target.kind != SIM_TARGET_NONE &&
      sim_jam_at (world, sim_unit_position (world, unit)) > 0.3f)
    say_begun (world, unit, number);
  u->client[unit] = SIM_NOBODY;
  if (command->verb == SIM_VERB_RESUPPLY || command->verb == SIM_VERB_RECOVER)
    sim_supply_begin (world, unit, command);
  else if (command->verb == SIM_VERB_RESCUE)
    sim_rescue_begin (world, unit, command);
  else if (sim_order_keeps_to_others (command->verb))
    begin_company (world, unit, command);
  else
    begin_going (world, unit, command);
}

/* `when ready` asks for a lull, cover (or no enemy that the platoon knows of near), and enough of the
 * platoon.  */
static SimCause
not_ready (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit);
  SimCover cover = sim_terrain_cover (world->ground, at);
  const SimPlatoon *platoon = &world->platoons[u->group[unit]];
  unsigned near = 0, alive = sim_platoon_strength (world, u->group[unit]);

  if (sim_within (world, u->harmed_tick[unit], 15) ||
      (platoon->threat_value > 0 && sim_within (world, platoon->threat_tick, 15) &&
       !sim_terrain_shelters (cover)))
    return SIM_CAUSE_UNDER_FIRE;
  for (size_t i = 0; i < world->n_own; i++)
    near += u->alive[i] && u->group[i] == u->group[unit] &&
            base_vec_distance (sim_unit_position (world, i), at) <= TOGETHER_M;
  return near >= alive || (float) near >= world->rules.ready_people ? SIM_CAUSE_NONE
                                                                    : SIM_CAUSE_REGROUPING;
}

/* What still holds him up: `when ready` asks for more than a moment without fire.  */
static SimCause
held_up_by (const SimWorld *world, size_t unit, const SimCommand *command)
{
  if (command->timing == SIM_TIMING_WHEN_READY)
    return not_ready (world, unit);
  return sim_within (world, world->units.harmed_tick[unit], 3) ? SIM_CAUSE_UNDER_FIRE
                                                               : SIM_CAUSE_NONE;
}

/* A convoy that still gathers goes nowhere.  */
static bool
waits_for_convoy (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  const SimCommand *command = &world->orders[u->pending_order[unit] - 1].command;

  if (!sim_convoy_gathers (world, unit) || command->target.kind == SIM_TARGET_NONE ||
      command->verb == SIM_VERB_RESUPPLY)
    return false;
  if (u->pending_cause[unit] != SIM_CAUSE_REGROUPING) {
    u->pending_cause[unit] = SIM_CAUSE_REGROUPING;
    sim_order_emit (world, u->pending_order[unit], SIM_ORDER_WAITING, SIM_CAUSE_REGROUPING,
                (uint32_t) unit);
  }
  return true;
}

/* Under fire one waits for a lull, but not for ever; `at once` means now.  */
static bool
waits_for_lull (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  const SimCommand *command = &world->orders[u->pending_order[unit] - 1].command;
  SimCause cause = held_up_by (world, unit, command);

  if (sim_unit_is_supply (world, unit) || command->timing == SIM_TIMING_AT_ONCE ||
      command->verb == SIM_VERB_FALL_BACK ||
      sim_order_needs_no_wait ((SimVerb) command->verb) || world->tick > u->lull_tick[unit] ||
      cause == SIM_CAUSE_NONE)
    return false;
  if (u->pending_cause[unit] != cause) {
    u->pending_cause[unit] = (uint8_t) cause;
    sim_order_emit (world, u->pending_order[unit], SIM_ORDER_WAITING, cause, (uint32_t) unit);
  }
  return true;
}

/* ---- The phase ----------------------------------------------------------------------------- */

void
sim_orders_begin_due (SimWorld *world)
{
  SimUnits *u = &world->units;

  for (size_t i = 0; i < world->n_own; i++) {
    if (u->aside_order[i] != 0 && world->tick >= u->aside_tick[i])
      begin_aside (world, i);
    if (u->pending_order[i] != 0 && world->tick >= u->pending_tick[i] &&
        !waits_for_convoy (world, i) && !waits_for_lull (world, i))
      begin_unit (world, i);
  }
}

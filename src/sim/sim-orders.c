/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of an order: entered, spoken, heard, read back, waiting with its cause, begun, and how
 * it ended (design: play, "From read-back to begun").  */
#include "sim/sim-world.h"

#include "base/base-math.h"
#include "sim/sim-convoy.h"
#include "sim/sim-emergency.h"
#include "sim/sim-hearing.h"
#include "sim/sim-initiative.h"
#include "sim/sim-jam.h"
#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-nets.h"
#include "sim/sim-pilot.h"
#include "sim/sim-rescue.h"
#include "sim/sim-strain.h"
#include "sim/sim-supply.h"
#include "sim/sim-suppress.h"
#include "sim/sim-weapons.h"

#define SLOT_M 60.0f
#define SAME_PLACE_M 400.0f
#define TOGETHER_M 400.0f

/* ---- Telling what became of it ------------------------------------------------------------- */

/* Known to her without anybody's word: it is she who speaks.  */
static bool
is_hers (SimOrderState state)
{
  return state == SIM_ORDER_ENTERED || state == SIM_ORDER_SPOKEN || state == SIM_ORDER_CUT;
}

static void
emit_order (SimWorld *world, uint32_t number, SimOrderState state, SimCause cause, uint32_t unit)
{
  SimOrder *order = &world->orders[number - 1];
  SimMessage *message;

  if (sim_strain_is_cut (world) && !is_hers (state)) {
    order->missed = 1;
    return;
  }
  message = sim_world_emit (world, SIM_MESSAGE_ORDER);
  if (message == NULL)
    return;
  message->order = (SimOrderChange){
    .order = order->command.id,
    .state = (uint8_t) state,
    .cause = (uint8_t) cause,
    .unit = unit == SIM_NOBODY ? SIM_UNIT_NONE : sim_unit_id (unit),
    .t = sim_tick_out (world->tick),
    .command = order->command,
  };
}

/* The order as a whole ends; counted once.  */
static void
close_order (SimWorld *world, uint32_t number, SimOrderState state, SimCause cause)
{
  SimOrder *order = &world->orders[number - 1];

  if (order->closed)
    return;
  order->closed = 1;
  order->state = (uint8_t) state;
  world->orders_done += state == SIM_ORDER_DONE;
  world->orders_refused += state == SIM_ORDER_REFUSED;
  emit_order (world, number, state, cause, SIM_NOBODY);
}

void
sim_order_tell (SimWorld *world, uint32_t number, SimOrderState state, SimCause cause)
{
  world->orders[number - 1].state = (uint8_t) state;
  emit_order (world, number, state, cause, SIM_NOBODY);
}

void
sim_order_close (SimWorld *world, uint32_t number, SimOrderState state, SimCause cause)
{
  close_order (world, number, state, cause);
}

void
sim_orders_cut_off (SimWorld *world)
{
  for (uint32_t i = 0; i < world->n_orders; i++)
    if (is_hers ((SimOrderState) world->orders[i].state))
      emit_order (world, i + 1, (SimOrderState) world->orders[i].state, SIM_CAUSE_LINK_CUT,
                  SIM_NOBODY);
}

void
sim_orders_catch_up (SimWorld *world)
{
  for (uint32_t i = 0; i < world->n_orders; i++) {
    if (!world->orders[i].missed)
      continue;
    world->orders[i].missed = 0;
    emit_order (world, i + 1, (SimOrderState) world->orders[i].state, SIM_CAUSE_NONE, SIM_NOBODY);
  }
}

/* Ends what stands in `slot` of a unit: the order it is on, or the one it waits to begin.  */
static void
end_slot (SimWorld *world, size_t unit, uint32_t *slot, SimOrderState state, SimCause cause)
{
  uint32_t number = *slot;
  SimOrder *order;

  if (number == 0)
    return;
  *slot = 0;
  order = &world->orders[number - 1];
  if (order->closed)
    return;
  if (state == SIM_ORDER_FAILED && sim_nets_no_reasons (world, unit))
    cause = SIM_CAUSE_NONE;
  emit_order (world, number, state, cause, (uint32_t) unit);
  if (order->open_units > 0 && --order->open_units == 0)
    close_order (world, number, state, cause);
}

void
sim_order_unit_end (SimWorld *world, size_t unit, SimOrderState state, SimCause cause)
{
  end_slot (world, unit, &world->units.order[unit], state, cause);
}

void
sim_order_unit_waits (SimWorld *world, size_t unit, SimCause cause)
{
  uint32_t number = world->units.order[unit];

  if (number != 0 && !world->orders[number - 1].closed)
    emit_order (world, number, SIM_ORDER_WAITING, cause, (uint32_t) unit);
}

void
sim_order_unit_lost (SimWorld *world, size_t unit)
{
  end_slot (world, unit, &world->units.aside_order[unit], SIM_ORDER_LOST, SIM_CAUSE_DESTROYED);
  end_slot (world, unit, &world->units.order[unit], SIM_ORDER_LOST, SIM_CAUSE_DESTROYED);
  end_slot (world, unit, &world->units.pending_order[unit], SIM_ORDER_LOST, SIM_CAUSE_DESTROYED);
}

/* Answered or obeyed beside what the unit is doing: it ends nothing.  */
static bool
is_aside (unsigned verb)
{
  return verb == SIM_VERB_REPORT || verb == SIM_VERB_CEASE_FIRE;
}

/* A later order takes the place of what a unit does or waits to do.  */
static void
replace_orders (SimWorld *world, size_t unit, unsigned verb)
{
  if (is_aside (verb)) {
    end_slot (world, unit, &world->units.aside_order[unit], SIM_ORDER_REPLACED, SIM_CAUSE_NONE);
    return;
  }
  end_slot (world, unit, &world->units.order[unit], SIM_ORDER_REPLACED, SIM_CAUSE_NONE);
  end_slot (world, unit, &world->units.pending_order[unit], SIM_ORDER_REPLACED, SIM_CAUSE_NONE);
}

/* ---- Who is meant -------------------------------------------------------------------------- */

static bool
addressed (const SimWorld *world, const SimCommand *command, size_t unit)
{
  for (int i = 0; i < command->n_addressees; i++) {
    const SimAddressee *each = &command->addressees[i];

    if ((each->kind == SIM_ADDRESSEE_ALL && !sim_unit_is_supply (world, unit)) ||
        (each->kind == SIM_ADDRESSEE_PLATOON && each->index == world->units.group[unit]) ||
        (each->kind == SIM_ADDRESSEE_UNIT && each->index == unit))
      return true;
  }
  return false;
}

/* Is this unit addressed by its own call sign?  */
static bool
named (const SimCommand *command, size_t unit)
{
  for (int i = 0; i < command->n_addressees; i++)
    if (command->addressees[i].kind == SIM_ADDRESSEE_UNIT && command->addressees[i].index == unit)
      return true;
  return false;
}

/* Is it meant, and can it take part?  A salvo is for who carries one: the others go on with what they
 * do.  One fetches a pilot; a Scavenger without loads resupplies nobody.  */
static bool
takes_part (const SimWorld *world, const SimCommand *command, size_t unit)
{
  if (!world->units.alive[unit] || !addressed (world, command, unit))
    return false;
  if (command->verb == SIM_VERB_RESCUE)
    return sim_rescue_who_goes (world, command, addressed) == unit;
  if (command->verb == SIM_VERB_LISTEN)
    return sim_hearing_is_hearer (world, unit);
  if (command->verb == SIM_VERB_FIRE_ON)
    return sim_salvo_carried (world, unit);
  return sim_supply_takes_part (world, unit, command);
}

/* The first Scavenger that takes part, else the first that works.  */
static uint32_t
first_scavenger (const SimWorld *world, const SimCommand *command)
{
  uint32_t first = SIM_NOBODY;

  for (uint32_t i = 0; i < world->n_own; i++) {
    if (!sim_unit_is_supply (world, i) || !world->units.alive[i])
      continue;
    if (takes_part (world, command, i))
      return i;
    if (first == SIM_NOBODY)
      first = i;
  }
  return first;
}

/* Who answers: the first unit named, else the leader of the first platoon named, else whoever
 * leads of all that are alive.  */
static uint32_t
first_addressed (const SimWorld *world, const SimCommand *command)
{
  const SimUnits *u = &world->units;
  uint32_t best = SIM_NOBODY;

  if (command->verb == SIM_VERB_RESCUE)
    best = sim_rescue_who_goes (world, command, addressed);
  if (best != SIM_NOBODY)
    return best;
  for (uint32_t i = 0; command->verb == SIM_VERB_FIRE_ON && i < world->n_own; i++)
    if (takes_part (world, command, i))
      return i;
  for (int i = 0; i < command->n_addressees; i++) {
    const SimAddressee *each = &command->addressees[i];

    if (each->kind == SIM_ADDRESSEE_PLATOON && each->index == SIM_SUPPLY_PLATOON &&
        first_scavenger (world, command) != SIM_NOBODY)
      return first_scavenger (world, command);
    if (each->kind == SIM_ADDRESSEE_UNIT && each->index < world->n_own &&
        u->alive[each->index])
      return each->index;
    if (each->kind == SIM_ADDRESSEE_PLATOON && each->index < world->n_platoons &&
        world->platoons[each->index].leader != SIM_NOBODY)
      return world->platoons[each->index].leader;
  }
  for (uint32_t i = 0; i < world->n_own; i++)
    if (u->alive[i] && addressed (world, command, i) &&
        (best == SIM_NOBODY || u->captain[i] || (u->leader[i] && !u->leader[best])))
      best = u->captain[i] || best == SIM_NOBODY || !u->captain[best] ? i : best;
  return best;
}

/* Can an order get to him?  Through one of his platoon who is on the link; Scavengers have their own
 * signals.  */
static bool
reaches (const SimWorld *world, size_t unit)
{
  return sim_unit_is_supply (world, unit) ||
         sim_nets_relay (world, world->units.group[unit]) != SIM_NOBODY;
}

/* The same, of those who can be reached.  */
static uint32_t
spokesman (const SimWorld *world, const SimCommand *command)
{
  uint32_t best = first_addressed (world, command);

  if (best == SIM_NOBODY || reaches (world, best))
    return best;
  for (uint32_t i = 0; i < world->n_own; i++)
    if (takes_part (world, command, i) && reaches (world, i))
      return i;
  return SIM_NOBODY;
}

/* ---- Heard --------------------------------------------------------------------------------- */

typedef struct {
  float seconds;
  float largest;
  SimCause cause;
} Delay;

static void
add_delay (Delay *delay, float seconds, SimCause cause)
{
  delay->seconds += seconds;
  if (seconds > delay->largest) {
    delay->largest = seconds;
    delay->cause = cause;
  }
}

static float
trust_factor (float trust)
{
  return trust >= 60 ? 1.0f : (trust >= 40 ? 1.3f : (trust >= 20 ? 1.7f : 2.5f));
}

/* Is it on an order that leads elsewhere?  */
static bool
is_contrary (const SimWorld *world, size_t unit, const SimCommand *command)
{
  const SimUnits *u = &world->units;

  if (u->order[unit] == 0)
    return false;
  return command->target.kind == SIM_TARGET_NONE ||
         base_vec_distance (base_vec (u->post_x[unit], u->post_y[unit]),
                            command->target.position) > SAME_PLACE_M;
}

static Delay
delay_of (const SimWorld *world, size_t unit, const SimCommand *command)
{
  const SimRules *rules = &world->rules;
  const SimUnits *u = &world->units;
  const SimPlatoon *platoon = &world->platoons[u->group[unit]];
  Delay delay = {0};
  bool supply = sim_unit_is_supply (world, unit);
  float trust = supply ? 1 : trust_factor (u->trust[unit]);

  add_delay (&delay, rules->delay_base_s, SIM_CAUSE_ACKNOWLEDGING);
  if (((command->addressees[0].kind != SIM_ADDRESSEE_UNIT && platoon->leader != unit) ||
       sim_nets_is_off (world, unit)) && !supply)
    add_delay (&delay, rules->delay_relay_s, SIM_CAUSE_RELAY);
  if (is_contrary (world, unit, command))
    add_delay (&delay, rules->delay_change_s, SIM_CAUSE_CHANGING_ORDER);
  if (u->moving[unit])
    add_delay (&delay, rules->delay_moving_s, SIM_CAUSE_MOVING);
  if (sim_within (world, u->fired_tick[unit], 5))
    add_delay (&delay, rules->delay_firing_s, SIM_CAUSE_FIRING);
  if (!supply)
    add_delay (&delay, rules->delay_fatigue_s * u->fatigue[unit] / 100, SIM_CAUSE_FATIGUE);
  if (platoon->leader_lost != 0 && sim_within (world, platoon->leader_lost, 60))
    add_delay (&delay, rules->delay_no_leader_s, SIM_CAUSE_NO_LEADER);
  if (delay.seconds * (trust - 1) > delay.largest)
    delay.cause = SIM_CAUSE_TRUST;
  delay.seconds *= trust * world->difficulty_wait;
  if (!supply)
    delay.seconds *= sim_pilot_delay_factor (world, unit);
  if (command->timing == SIM_TIMING_AT_ONCE)
    delay.seconds *= 0.5f;
  return delay;
}

/* Orders that are obeyed as soon as they are heard.  */
static bool
needs_no_wait (SimVerb verb)
{
  return verb == SIM_VERB_REPORT || verb == SIM_VERB_CEASE_FIRE || verb == SIM_VERB_CANCEL;
}

/* Is the one who hears among those addressed?  */
static bool
can_listen (const SimWorld *world, const SimCommand *command)
{
  return sim_hearing_works (world) && addressed (world, command, world->hearing.unit);
}

/* Are the guns on the wall spoken to?  Then the desk answers, not a machine.  */
static bool
for_the_wall (const SimCommand *command)
{
  return command->addressees[0].kind == SIM_ADDRESSEE_INTERCEPTORS;
}

static SimCause
impossible (const SimWorld *world, size_t unit, const SimCommand *command)
{
  const SimUnits *u = &world->units;

  if (sim_unit_is_supply (world, unit) || command->verb == SIM_VERB_RESUPPLY ||
      command->verb == SIM_VERB_RECOVER) {
    SimCause cause = sim_supply_impossible (world, unit, command);

    if (cause != SIM_CAUSE_NONE)
      return cause;
  }
  if (command->verb == SIM_VERB_RESCUE && sim_rescue_impossible (world, command) != SIM_CAUSE_NONE)
    return sim_rescue_impossible (world, command);
  if ((command->verb == SIM_VERB_ATTACK && u->ammunition[unit] == 0) ||
      (command->verb == SIM_VERB_SUPPRESS && !sim_suppress_carried (world, unit)))
    return SIM_CAUSE_NO_AMMUNITION;
  if (command->verb == SIM_VERB_LISTEN && !can_listen (world, command))
    return SIM_CAUSE_NO_HEARING;
  if (command->verb == SIM_VERB_FIRE_ON)
    return sim_salvo_carried (world, unit) ? SIM_CAUSE_NONE : SIM_CAUSE_NOT_EQUIPPED;
  if (command->verb == SIM_VERB_REPORT || command->verb == SIM_VERB_CEASE_FIRE ||
      command->verb == SIM_VERB_CANCEL || command->target.kind == SIM_TARGET_NONE)
    return SIM_CAUSE_NONE;
  if (u->parts[unit * SIM_N_PARTS + SIM_PART_LEGS] == 0)
    return SIM_CAUSE_LEGS_HIT;
  return u->energy[unit] <= 0 ? SIM_CAUSE_NO_ENERGY : SIM_CAUSE_NONE;
}

static SimCause
objection (const SimWorld *world, size_t unit, const SimCommand *command)
{
  float most = world->rules.danger_base + world->rules.danger_trust * world->units.trust[unit];

  if (needs_no_wait ((SimVerb) command->verb))
    return SIM_CAUSE_NONE;
  return sim_pilot_danger (world, unit, command) > most ? SIM_CAUSE_TOO_DANGEROUS : SIM_CAUSE_NONE;
}

static void
unit_hears (SimWorld *world, size_t unit, uint32_t number)
{
  SimUnits *u = &world->units;
  SimOrder *order = &world->orders[number - 1];
  Delay delay = delay_of (world, unit, &order->command);

  replace_orders (world, unit, order->command.verb);
  order->open_units++;
  if (is_aside (order->command.verb)) {
    u->aside_order[unit] = number;
    u->aside_tick[unit] = world->tick + SIM_SECONDS (world->rules.air_gap_s +
                                                     world->rules.air_read_back_s + 0.2f);
    return;
  }
  u->pending_order[unit] = number;
  u->pending_cause[unit] = (uint8_t) delay.cause;
  if (needs_no_wait ((SimVerb) order->command.verb))
    delay.seconds = 0;
  /* The wait is counted from the end of the read-back; one that is cut off holds up nothing.  */
  u->pending_tick[unit] = world->tick + SIM_SECONDS (world->rules.air_gap_s +
                                                     world->rules.air_read_back_s + 0.2f +
                                                     delay.seconds);
  u->lull_tick[unit] =
      u->pending_tick[unit] + SIM_SECONDS (order->command.timing == SIM_TIMING_WHEN_READY
                                               ? world->rules.ready_most_s
                                               : world->rules.delay_under_fire_s);
  sim_ground_told (world, unit, &order->command);
}

/* Whom the first order after the leader's loss has found without one, know who leads now.  */
static void
sort_out_leaders (SimWorld *world, uint32_t number)
{
  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.pending_order[i] == number)
      world->platoons[world->units.group[i]].leader_lost = 0;
}

static void
say_no (SimWorld *world, size_t unit, uint32_t number, SimCause cause)
{
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_ORDER,
                                       cause == SIM_CAUSE_TOO_DANGEROUS ? SIM_PHRASE_REFUSE
                                                                        : SIM_PHRASE_CANNOT);

  report.order = number;
  sim_words_number (&report.words, 0, (int32_t) cause);
  sim_link_report (world, unit, SIM_AIR_ORDER, SIM_SUBJECT_ORDER | number, 0, &report);
  close_order (world, number, cause == SIM_CAUSE_TOO_DANGEROUS ? SIM_ORDER_REFUSED : SIM_ORDER_FAILED,
               sim_nets_no_reasons (world, unit) ? SIM_CAUSE_NONE : cause);
}

/* The net or the link is set as soon as it is heard.  A rule of the net costs one transmission and is
 * not read back; who is to leave the link says so before.  Her device reaches who is off it.  */
static void
hear_rule (SimWorld *world, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;
  bool on = command->setting == SIM_SETTING_ON || command->setting == SIM_SETTING_ALL;
  uint32_t speaker = on ? first_addressed (world, command) : spokesman (world, command);
  SimCause cause;

  if (speaker == SIM_NOBODY) {
    close_order (world, number, SIM_ORDER_LOST,
                 first_addressed (world, command) == SIM_NOBODY ? SIM_CAUSE_DESTROYED
                                                                : SIM_CAUSE_OFF_LINK);
    return;
  }
  sim_order_tell (world, number, SIM_ORDER_HEARD, SIM_CAUSE_NONE);
  if (command->verb == SIM_VERB_SYNC && !on)
    sim_link_read_back (world, speaker, number);
  cause = sim_nets_apply (world, command);
  if (command->verb == SIM_VERB_SYNC && on && cause == SIM_CAUSE_NONE)
    sim_link_read_back (world, speaker, number);
  close_order (world, number, cause == SIM_CAUSE_NONE ? SIM_ORDER_DONE : SIM_ORDER_FAILED, cause);
}

void
sim_order_heard (SimWorld *world, uint32_t number)
{
  SimOrder *order = &world->orders[number - 1];
  uint32_t speaker = spokesman (world, &order->command);
  SimCause cause;

  if (sim_nets_is_rule (order->command.verb) && !for_the_wall (&order->command)) {
    hear_rule (world, number);
    return;
  }
  sim_emergency_ordered (world, &order->command);
  if (for_the_wall (&order->command)) {
    sim_order_tell (world, number, SIM_ORDER_HEARD, SIM_CAUSE_NONE);
    sim_guns_request (world, number);
    return;
  }
  if (speaker == SIM_NOBODY) {
    close_order (world, number, SIM_ORDER_LOST,
                 first_addressed (world, &order->command) == SIM_NOBODY ? SIM_CAUSE_DESTROYED
                                                                        : SIM_CAUSE_OFF_LINK);
    return;
  }
  order->state = SIM_ORDER_HEARD;
  emit_order (world, number, SIM_ORDER_HEARD, SIM_CAUSE_NONE, SIM_NOBODY);
  cause = impossible (world, speaker, &order->command);
  if (cause == SIM_CAUSE_NONE)
    cause = objection (world, speaker, &order->command);
  if (cause != SIM_CAUSE_NONE) {
    say_no (world, speaker, number, cause);
    return;
  }
  for (size_t i = 0; i < world->n_own; i++)
    if (takes_part (world, &order->command, i) && reaches (world, i))
      unit_hears (world, i, number);
  sort_out_leaders (world, number);
  sim_link_read_back (world, speaker, number);
}

void
sim_order_spoken (SimWorld *world, uint32_t number)
{
  world->orders[number - 1].state = SIM_ORDER_SPOKEN;
  if (world->orders[number - 1].first_word == 0)
    world->orders[number - 1].first_word = world->tick;
  emit_order (world, number, SIM_ORDER_SPOKEN, SIM_CAUSE_NONE, SIM_NOBODY);
}

void
sim_order_cut (SimWorld *world, uint32_t number)
{
  world->orders[number - 1].state = SIM_ORDER_CUT;
  emit_order (world, number, SIM_ORDER_CUT, SIM_CAUSE_SPEAKING, SIM_NOBODY);
}

void
sim_order_read_back (SimWorld *world, uint32_t number)
{
  SimOrder *order = &world->orders[number - 1];

  if (order->closed)
    return;
  order->state = SIM_ORDER_READ_BACK;
  emit_order (world, number, SIM_ORDER_READ_BACK, SIM_CAUSE_NONE, SIM_NOBODY);
  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.pending_order[i] == number)
      emit_order (world, number, SIM_ORDER_WAITING, (SimCause) world->units.pending_cause[i],
                  (uint32_t) i);
}

/* ---- Begun --------------------------------------------------------------------------------- */

/* Those who go together stand apart: a row across the way they came, SLOT_M from one another.  */
static BaseVec
slot_at (const SimWorld *world, size_t unit, const SimCommand *command)
{
  BaseVec goal = command->target.position, at = sim_unit_position (world, unit), way, across;
  int place = 0, count = 0;
  float length, off;

  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.alive[i] && addressed (world, command, i)) {
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

static void
begin_going (SimWorld *world, size_t unit, const SimCommand *command)
{
  static const uint8_t missions[SIM_N_VERBS] = {
    [SIM_VERB_MOVE] = SIM_MISSION_MOVE,     [SIM_VERB_SCOUT] = SIM_MISSION_SCOUT,
    [SIM_VERB_ATTACK] = SIM_MISSION_ATTACK, [SIM_VERB_HOLD] = SIM_MISSION_MOVE,
    [SIM_VERB_FALL_BACK] = SIM_MISSION_FALL_BACK, [SIM_VERB_SUPPRESS] = SIM_MISSION_SUPPRESS,
  };
  BaseVec way[SIM_MAX_WAYPOINTS];
  unsigned n = waypoints_of (world, unit, command, way);
  SimUnits *u = &world->units;

  u->posture[unit] = command->posture;
  if (command->posture == SIM_POSTURE_NORMAL && command->verb == SIM_VERB_SCOUT)
    u->posture[unit] = SIM_POSTURE_CAREFUL;
  if (command->posture == SIM_POSTURE_NORMAL && command->verb == SIM_VERB_FALL_BACK)
    u->posture[unit] = SIM_POSTURE_FAST;
  u->hold_fire[unit] = 0;
  if (command->verb == SIM_VERB_SUPPRESS)
    sim_suppress_begin (world, unit, command);
  if (n == 0) {
    BaseVec here = sim_pilot_cover (world, unit, sim_unit_position (world, unit));

    sim_pilot_mission (world, unit, SIM_MISSION_MOVE, &here, 1);
    return;
  }
  sim_pilot_mission (world, unit, (SimMission) missions[command->verb], way, n);
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

/* What is said or done beside the order in progress.  */
static void
begin_aside (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t number = u->aside_order[unit];
  const SimCommand *command = &world->orders[number - 1].command;

  world->orders[number - 1].state = SIM_ORDER_BEGUN;
  emit_order (world, number, SIM_ORDER_BEGUN, SIM_CAUSE_NONE, (uint32_t) unit);
  /* A platoon is answered for by its leader; Scavengers each for itself.  */
  if (command->verb == SIM_VERB_CEASE_FIRE)
    u->hold_fire[unit] = 1;
  else if (named (command, unit) || sim_unit_is_supply (world, unit))
    sim_pilot_answer (world, unit, (SimReportTopic) command->topic, number);
  else if (world->platoons[u->group[unit]].leader == unit)
    sim_platoon_answer (world, u->group[unit], (SimReportTopic) command->topic, number);
  end_slot (world, unit, &u->aside_order[unit], SIM_ORDER_DONE, SIM_CAUSE_NONE);
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
  world->orders[number - 1].state = SIM_ORDER_BEGUN;
  emit_order (world, number, SIM_ORDER_BEGUN, SIM_CAUSE_NONE, (uint32_t) unit);
  sim_convoy_ordered (world, unit, command->verb);
  if (command->verb == SIM_VERB_CANCEL) {
    cancel (world, unit);
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
  if (spokesman (world, command) == unit && command->target.kind != SIM_TARGET_NONE &&
      sim_jam_at (world, sim_unit_position (world, unit)) > 0.3f)
    say_begun (world, unit, number);
  u->client[unit] = SIM_NOBODY;
  if (command->verb == SIM_VERB_RESUPPLY || command->verb == SIM_VERB_RECOVER)
    sim_supply_begin (world, unit, command);
  else if (command->verb == SIM_VERB_RESCUE)
    sim_rescue_begin (world, unit, command);
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
    emit_order (world, u->pending_order[unit], SIM_ORDER_WAITING, SIM_CAUSE_REGROUPING,
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
      needs_no_wait ((SimVerb) command->verb) || world->tick > u->lull_tick[unit] ||
      cause == SIM_CAUSE_NONE)
    return false;
  if (u->pending_cause[unit] != cause) {
    u->pending_cause[unit] = (uint8_t) cause;
    emit_order (world, u->pending_order[unit], SIM_ORDER_WAITING, cause, (uint32_t) unit);
  }
  return true;
}

/* ---- The phase ----------------------------------------------------------------------------- */

/* Her own switch: nobody is told, nothing is said.  */
static void
switch_set (SimWorld *world, uint32_t number)
{
  SimCause cause = sim_nets_listen_in (world, &world->orders[number - 1].command);

  sim_order_tell (world, number, SIM_ORDER_ENTERED, SIM_CAUSE_NONE);
  close_order (world, number, cause == SIM_CAUSE_NONE ? SIM_ORDER_DONE : SIM_ORDER_FAILED, cause);
}

static void
take_commands (SimWorld *world)
{
  uint32_t taken = 0;

  while (taken < world->n_pending) {
    SimOrder *order = &world->orders[world->n_orders++];

    *order = (SimOrder){.command = world->pending[taken],
                        .entered = world->tick,
                        .phase = world->nets.phase};
    if (order->command.verb == SIM_VERB_LISTEN_IN) {
      switch_set (world, world->n_orders);
      taken++;
      continue;
    }
    if (!sim_link_order (world, world->n_orders)) {
      world->n_orders--;
      break;
    }
    emit_order (world, world->n_orders, SIM_ORDER_ENTERED,
                sim_strain_is_cut (world) ? SIM_CAUSE_LINK_CUT : SIM_CAUSE_SPEAKING, SIM_NOBODY);
    taken++;
  }
  world->n_pending -= taken;
  for (uint32_t i = 0; i < world->n_pending; i++)
    world->pending[i] = world->pending[i + taken];
}

void
sim_orders_step (SimWorld *world)
{
  SimUnits *u = &world->units;

  take_commands (world);
  for (size_t i = 0; i < world->n_own; i++) {
    if (u->aside_order[i] != 0 && world->tick >= u->aside_tick[i])
      begin_aside (world, i);
    if (u->pending_order[i] != 0 && world->tick >= u->pending_tick[i] &&
        !waits_for_convoy (world, i) && !waits_for_lull (world, i))
      begin_unit (world, i);
  }
}

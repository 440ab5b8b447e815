/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of an order: entered, spoken, heard, read back, waiting with its cause, begun, and how
 * it ended (design: play, "From read-back to begun").  */
#include "sim/sim-orders.h"

#include "base/base-math.h"
#include "sim/sim-again.h"
#include "sim/sim-company.h"
#include "sim/sim-emergency.h"
#include "sim/sim-hearing.h"
#include "sim/sim-initiative.h"
#include "sim/sim-link.h"
#include "sim/sim-mark.h"
#include "sim/sim-objection.h"
#include "sim/sim-order-delay.h"
#include "sim/sim-movement.h"
#include "sim/sim-nets.h"
#include "sim/sim-pilot.h"
#include "sim/sim-promise.h"
#include "sim/sim-queue.h"
#include "sim/sim-rescue.h"
#include "sim/sim-strain.h"
#include "sim/sim-supply.h"
#include "sim/sim-suppress.h"
#include "sim/sim-trust.h"
#include "sim/sim-weapons.h"

/* ---- Telling what became of it ------------------------------------------------------------- */

/* Known to her without anybody's word: it is she who speaks.  */
static bool
is_hers (SimOrderState state)
{
  return state == SIM_ORDER_ENTERED || state == SIM_ORDER_SPOKEN || state == SIM_ORDER_CUT;
}

void
sim_order_emit (SimWorld *world, uint32_t number, SimOrderState state, SimCause cause, uint32_t unit)
{
  SimOrder *order = &world->orders[number - 1];
  SimMessage *message;

  if (sim_strain_is_cut (world) && !is_hers (state) && state != SIM_ORDER_DELETED) {
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
void
sim_order_close (SimWorld *world, uint32_t number, SimOrderState state, SimCause cause)
{
  SimOrder *order = &world->orders[number - 1];

  if (order->closed)
    return;
  order->closed = 1;
  order->state = (uint8_t) state;
  world->orders_done += state == SIM_ORDER_DONE;
  world->orders_refused += state == SIM_ORDER_REFUSED;
  sim_order_emit (world, number, state, cause, SIM_NOBODY);
}

void
sim_order_tell (SimWorld *world, uint32_t number, SimOrderState state, SimCause cause)
{
  world->orders[number - 1].state = (uint8_t) state;
  sim_order_emit (world, number, state, cause, SIM_NOBODY);
}

void
sim_orders_cut_off (SimWorld *world)
{
  for (uint32_t i = 0; i < world->n_orders; i++)
    if (is_hers ((SimOrderState) world->orders[i].state))
      sim_order_emit (world, i + 1, (SimOrderState) world->orders[i].state, SIM_CAUSE_LINK_CUT,
                  SIM_NOBODY);
}

void
sim_orders_catch_up (SimWorld *world)
{
  for (uint32_t i = 0; i < world->n_orders; i++) {
    if (!world->orders[i].missed)
      continue;
    world->orders[i].missed = 0;
    sim_order_emit (world, i + 1, (SimOrderState) world->orders[i].state, SIM_CAUSE_NONE, SIM_NOBODY);
  }
}

/* Ends what stands in `slot` of a unit: the order it is on, or the one it waits to begin.  */
void
sim_order_slot_end (SimWorld *world, size_t unit, uint32_t *slot, SimOrderState state,
                    SimCause cause)
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
  sim_order_emit (world, number, state, cause, (uint32_t) unit);
  if (order->open_units > 0 && --order->open_units == 0)
    sim_order_close (world, number, state, cause);
}

void
sim_order_unit_end (SimWorld *world, size_t unit, SimOrderState state, SimCause cause)
{
  sim_order_slot_end (world, unit, &world->units.order[unit], state, cause);
}

void
sim_order_unit_waits (SimWorld *world, size_t unit, SimCause cause)
{
  uint32_t number = world->units.order[unit];

  if (number != 0 && !world->orders[number - 1].closed)
    sim_order_emit (world, number, SIM_ORDER_WAITING, cause, (uint32_t) unit);
}

void
sim_order_unit_lost (SimWorld *world, size_t unit)
{
  sim_order_slot_end (world, unit, &world->units.aside_order[unit], SIM_ORDER_LOST, SIM_CAUSE_DESTROYED);
  sim_order_slot_end (world, unit, &world->units.order[unit], SIM_ORDER_LOST, SIM_CAUSE_DESTROYED);
  sim_order_slot_end (world, unit, &world->units.pending_order[unit], SIM_ORDER_LOST, SIM_CAUSE_DESTROYED);
  sim_mark_drop (world, unit, 0, SIM_ORDER_LOST, SIM_CAUSE_DESTROYED);
}

/* Something to know: nothing is done for it that could be refused or has to be waited for.  */
static bool
is_telling (unsigned verb)
{
  return verb == SIM_VERB_EXPECT || verb == SIM_VERB_PROMISE || verb == SIM_VERB_INSIST ||
         verb == SIM_VERB_DROP;
}

/* Answered or obeyed beside what the unit is doing: it ends nothing.  */
static bool
is_aside (const SimCommand *command)
{
  return command->verb == SIM_VERB_REPORT || command->verb == SIM_VERB_CEASE_FIRE ||
         command->verb == SIM_VERB_WEAPONS_FREE ||
         (command->verb == SIM_VERB_CANCEL && command->mark != 0) || is_telling (command->verb);
}

/* A later order takes the place of what a unit does or waits to do.  */
static void
replace_orders (SimWorld *world, size_t unit, const SimCommand *command)
{
  if (is_aside (command)) {
    sim_order_slot_end (world, unit, &world->units.aside_order[unit], SIM_ORDER_REPLACED, SIM_CAUSE_NONE);
    return;
  }
  sim_order_slot_end (world, unit, &world->units.order[unit], SIM_ORDER_REPLACED, SIM_CAUSE_NONE);
  sim_order_slot_end (world, unit, &world->units.pending_order[unit], SIM_ORDER_REPLACED, SIM_CAUSE_NONE);
}

/* ---- Who is meant -------------------------------------------------------------------------- */

bool
sim_order_addresses (const SimWorld *world, const SimCommand *command, size_t unit)
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
bool
sim_order_names (const SimCommand *command, size_t unit)
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
  if (!world->units.alive[unit] || !sim_order_addresses (world, command, unit))
    return false;
  if (command->verb == SIM_VERB_RESCUE)
    return sim_rescue_who_goes (world, command, sim_order_addresses) == unit;
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
    best = sim_rescue_who_goes (world, command, sim_order_addresses);
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
    if (u->alive[i] && sim_order_addresses (world, command, i) &&
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
uint32_t
sim_order_spokesman (const SimWorld *world, const SimCommand *command)
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

/* Orders that are obeyed as soon as they are heard.  */
bool
sim_order_needs_no_wait (SimVerb verb)
{
  return verb == SIM_VERB_REPORT || verb == SIM_VERB_CEASE_FIRE || verb == SIM_VERB_CANCEL ||
         verb == SIM_VERB_WEAPONS_FREE ||
         verb == SIM_VERB_FREE_HAND || verb == SIM_VERB_SAY_AGAIN || verb == SIM_VERB_MARK ||
         is_telling (verb);
}

/* Is the one who hears among those addressed?  */
static bool
can_listen (const SimWorld *world, const SimCommand *command)
{
  return sim_hearing_works (world) && sim_order_addresses (world, command, world->hearing.unit);
}

/* Are the guns on the wall spoken to?  Then the desk answers, not a machine.  */
static bool
for_the_wall (const SimCommand *command)
{
  return command->addressees[0].kind == SIM_ADDRESSEE_INTERCEPTORS;
}

/* Is it about whom to be with?  */
bool
sim_order_keeps_to_others (unsigned verb)
{
  return verb == SIM_VERB_REGROUP || verb == SIM_VERB_FOLLOW;
}

static SimCause
impossible (const SimWorld *world, size_t unit, const SimCommand *command)
{
  const SimUnits *u = &world->units;

  if (is_telling (command->verb) && sim_unit_is_supply (world, unit))
    return SIM_CAUSE_NOT_EQUIPPED;
  if (command->verb == SIM_VERB_PROMISE && sim_promise_is_open (world, unit, command))
    return SIM_CAUSE_ALREADY_PROMISED;
  if (is_telling (command->verb))
    return SIM_CAUSE_NONE;
  if (sim_unit_is_supply (world, unit) || command->verb == SIM_VERB_RESUPPLY ||
      command->verb == SIM_VERB_RECOVER) {
    SimCause cause = sim_supply_impossible (world, unit, command);

    if (cause != SIM_CAUSE_NONE)
      return cause;
  }
  if (command->verb == SIM_VERB_RESCUE && sim_rescue_impossible (world, command) != SIM_CAUSE_NONE)
    return sim_rescue_impossible (world, command);
  if (sim_order_keeps_to_others (command->verb) &&
      sim_company_impossible (world, command) != SIM_CAUSE_NONE)
    return sim_company_impossible (world, command);
  if ((command->verb == SIM_VERB_ATTACK && u->ammunition[unit] == 0) ||
      (command->verb == SIM_VERB_SUPPRESS && !sim_suppress_carried (world, unit)))
    return SIM_CAUSE_NO_AMMUNITION;
  if (command->verb == SIM_VERB_LISTEN && !can_listen (world, command))
    return SIM_CAUSE_NO_HEARING;
  /* It is the wall's alone.  */
  if (command->verb == SIM_VERB_LOOK)
    return SIM_CAUSE_NOT_EQUIPPED;
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
  if (sim_order_needs_no_wait ((SimVerb) command->verb))
    return SIM_CAUSE_NONE;
  return sim_pilot_danger (world, unit, command) > sim_objection_most (world, unit, false)
             ? SIM_CAUSE_TOO_DANGEROUS
             : SIM_CAUSE_NONE;
}

/* From the end of the order to that of its read-back.  */
static float
read_back_s (const SimWorld *world, const SimOrder *order)
{
  return order->brief ? 0 : world->rules.air_gap_s + world->rules.air_read_back_s + 0.2f;
}

static void
unit_hears (SimWorld *world, size_t unit, uint32_t number)
{
  SimUnits *u = &world->units;
  SimOrder *order = &world->orders[number - 1];
  SimDelay delay = sim_order_delay (world, unit, &order->command);

  order->open_units++;
  if (sim_mark_prepares (&order->command)) {
    sim_mark_keep (world, unit, number);
    sim_ground_told (world, unit, &order->command);
    return;
  }
  replace_orders (world, unit, &order->command);
  if (is_aside (&order->command)) {
    u->aside_order[unit] = number;
    u->aside_tick[unit] = world->tick + SIM_SECONDS (read_back_s (world, order));
    return;
  }
  world->platoons[u->group[unit]].free_hand = 0;
  u->pending_order[unit] = number;
  u->pending_cause[unit] = (uint8_t) delay.cause;
  if (sim_order_needs_no_wait ((SimVerb) order->command.verb))
    delay.seconds = 0;
  /* The wait is counted from the end of the read-back; one that is cut off holds up nothing.  */
  u->pending_tick[unit] = world->tick + SIM_SECONDS (read_back_s (world, order) + delay.seconds);
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
  SimReport report;

  if (cause == SIM_CAUSE_TOO_DANGEROUS) {
    report = sim_objection_report (world, unit, number);
  } else {
    report = sim_report_begin (world, unit, SIM_REPORT_ORDER, SIM_PHRASE_CANNOT);
    sim_words_number (&report.words, 0, (int32_t) cause);
  }
  report.order = number;
  sim_link_report (world, unit, SIM_AIR_ORDER, SIM_SUBJECT_ORDER | number, 0, &report);
  sim_order_close (world, number,
                   cause == SIM_CAUSE_TOO_DANGEROUS ? SIM_ORDER_REFUSED : SIM_ORDER_FAILED,
                   sim_nets_no_reasons (world, unit) ? SIM_CAUSE_NONE : cause);
}

/* There is nobody who could hear it.  */
static void
close_unheard (SimWorld *world, uint32_t number)
{
  bool nobody = first_addressed (world, &world->orders[number - 1].command) == SIM_NOBODY;

  sim_order_close (world, number, SIM_ORDER_LOST, nobody ? SIM_CAUSE_DESTROYED : SIM_CAUSE_OFF_LINK);
}

/* The net or the link is set as soon as it is heard.  A rule of the net costs one transmission and is
 * not read back; who is to leave the link says so before.  Her device reaches who is off it.  */
static void
hear_rule (SimWorld *world, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;
  bool on = command->setting == SIM_SETTING_ON || command->setting == SIM_SETTING_ALL;
  uint32_t speaker = on ? first_addressed (world, command) : sim_order_spokesman (world, command);
  SimCause cause;

  if (speaker == SIM_NOBODY) {
    close_unheard (world, number);
    return;
  }
  sim_order_tell (world, number, SIM_ORDER_HEARD, SIM_CAUSE_NONE);
  if (command->verb == SIM_VERB_SYNC && !on)
    sim_link_read_back (world, speaker, number);
  cause = sim_nets_apply (world, command);
  if (command->verb == SIM_VERB_SYNC && on && cause == SIM_CAUSE_NONE)
    sim_link_read_back (world, speaker, number);
  sim_order_close (world, number, cause == SIM_CAUSE_NONE ? SIM_ORDER_DONE : SIM_ORDER_FAILED, cause);
}

/* The words themselves are the answer: nobody reads this back.  */
static void
say_again (SimWorld *world, uint32_t number, uint32_t speaker)
{
  const SimSaid *said = sim_again_find (world, &world->orders[number - 1].command, sim_order_addresses);

  sim_order_tell (world, number, SIM_ORDER_HEARD, SIM_CAUSE_NONE);
  if (said == NULL || !sim_again_say (world, said, number)) {
    say_no (world, speaker, number,
            said == NULL ? SIM_CAUSE_NOTHING_SAID : SIM_CAUSE_SPEAKING);
    return;
  }
  sim_order_tell (world, number, SIM_ORDER_BEGUN, SIM_CAUSE_NONE);
}

static bool
for_all (const SimCommand *command)
{
  return command->addressees[0].kind == SIM_ADDRESSEE_ALL;
}

/* All begin in the same moment: they have been ready for it, and wait for no lull.  */
static void
set_off (SimWorld *world, size_t unit, uint32_t number, SimCause cause)
{
  SimUnits *u = &world->units;

  replace_orders (world, unit, &world->orders[number - 1].command);
  world->platoons[u->group[unit]].free_hand = 0;
  u->pending_order[unit] = number;
  u->pending_cause[unit] = (uint8_t) cause;
  u->pending_tick[unit] = world->tick + SIM_SECONDS (world->rules.mark_s);
  u->lull_tick[unit] = 0;
}

/* Nobody reads it back: what it sets off is the answer.  */
static void
give_mark (SimWorld *world, uint32_t number, uint32_t speaker)
{
  const SimCommand *command = &world->orders[number - 1].command;
  unsigned n = 0;

  sim_order_tell (world, number, SIM_ORDER_HEARD, SIM_CAUSE_NONE);
  for (size_t i = 0; i < world->n_own; i++) {
    bool hears = world->units.alive[i] && reaches (world, i) &&
                 (for_all (command) || sim_order_addresses (world, command, i));
    uint32_t prepared = hears
                            ? sim_mark_take (world, i, command->mark)
                            : 0;

    if (prepared != 0)
      set_off (world, i, prepared, SIM_CAUSE_FOR_MARK);
    n += prepared != 0;
  }
  if (n == 0) {
    say_no (world, speaker, number, SIM_CAUSE_NOT_PREPARED);
    return;
  }
  sim_order_tell (world, number, SIM_ORDER_BEGUN, SIM_CAUSE_NONE);
  sim_order_close (world, number, SIM_ORDER_DONE, SIM_CAUSE_NONE);
}

/* Who of a platoon beside the speaker's says that it has the order too: whoever hears for it on the link,
 * if any of it takes part.  */
static uint32_t
who_copies (const SimWorld *world, const SimCommand *command, size_t speaker, size_t platoon)
{
  uint32_t leader = world->platoons[platoon].leader;

  if (leader == SIM_NOBODY || world->units.group[speaker] == platoon ||
      sim_unit_is_supply (world, speaker) || !takes_part (world, command, leader))
    return SIM_NOBODY;
  return sim_nets_relay (world, platoon);
}

unsigned
sim_order_copies (const SimWorld *world, const SimCommand *command)
{
  uint32_t speaker = sim_order_spokesman (world, command);
  unsigned n = 0;

  if (speaker == SIM_NOBODY || command->verb == SIM_VERB_INSIST ||
      command->verb == SIM_VERB_DROP || sim_nets_is_rule (command->verb))
    return 0;
  for (size_t p = 0; p < world->n_platoons; p++)
    n += who_copies (world, command, speaker, p) != SIM_NOBODY;
  return n;
}

static void
copy_by_others (SimWorld *world, size_t speaker, uint32_t number)
{
  const SimOrder *order = &world->orders[number - 1];

  for (size_t p = 0; p < world->n_platoons && !order->brief; p++) {
    uint32_t unit = who_copies (world, &order->command, speaker, p);
    SimReport report;

    if (unit == SIM_NOBODY)
      continue;
    report = sim_report_begin (world, unit, SIM_REPORT_ORDER, SIM_PHRASE_COPY);
    report.order = number;
    sim_words_number (&report.words, 0, (int32_t) p);
    sim_link_report (world, unit, SIM_AIR_ORDER, SIM_SUBJECT_COPY | (uint32_t) p, 0, &report);
  }
}

/* Those who are to do it have it, and one of them reads it back.  */
static void
hand_out (SimWorld *world, size_t speaker, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;

  for (size_t i = 0; i < world->n_own; i++)
    if (takes_part (world, command, i) && reaches (world, i))
      unit_hears (world, i, number);
  sort_out_leaders (world, number);
  sim_link_read_back (world, speaker, number);
  copy_by_others (world, speaker, number);
  sim_objection_advise (world, speaker, number);
}

/* Everyone who is meant has heard it already.  */
static void
resent_repetition (SimWorld *world, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;

  if (!sim_trust_is_repeated (world, number))
    return;
  for (size_t i = 0; i < world->n_own; i++)
    if (takes_part (world, command, i))
      sim_trust_change (world, i, SIM_TRUST_ORDER_REPEATED, -world->rules.trust_repeated);
}

/* ---- Insisted, dropped, called off --------------------------------------------------------- */

/* Said once, without a reason, and done with.  */
static void
refuse_flatly (SimWorld *world, size_t unit, uint32_t number)
{
  SimReport report = sim_report_begin (world, unit, SIM_REPORT_ORDER, SIM_PHRASE_WILL_NOT);

  report.order = number;
  sim_link_report (world, unit, SIM_AIR_ORDER, SIM_SUBJECT_ORDER | number, 0, &report);
  sim_order_close (world, number, SIM_ORDER_REFUSED, SIM_CAUSE_TOO_DANGEROUS);
}

/* The order that was refused goes on from where it was heard.  */
static void
take_up_again (SimWorld *world, size_t unit, uint32_t number)
{
  SimOrder *order = &world->orders[number - 1];
  SimCause cause = impossible (world, unit, &order->command);

  order->closed = 0;
  order->insisted = 1;
  world->orders_refused--;
  order->state = SIM_ORDER_HEARD;
  sim_order_emit (world, number, SIM_ORDER_HEARD, SIM_CAUSE_NONE, SIM_NOBODY);
  if (cause != SIM_CAUSE_NONE)
    say_no (world, unit, number, cause);
  else
    hand_out (world, unit, number);
}

static void
insist (SimWorld *world, size_t unit, uint32_t number, uint32_t refused)
{
  const SimCommand *command = &world->orders[refused - 1].command;
  bool does = sim_pilot_danger (world, unit, command) <= sim_objection_most (world, unit, true);

  sim_objection_insisted (world, refused);
  if (!does) {
    refuse_flatly (world, unit, number);
    return;
  }
  sim_order_close (world, number, SIM_ORDER_DONE, SIM_CAUSE_NONE);
  take_up_again (world, unit, refused);
}

/* Her answer to an objection.  */
static void
answer_objection (SimWorld *world, size_t speaker, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;
  size_t unit = speaker;
  uint32_t refused = sim_objection_find (world, command, &unit);

  if (refused == 0) {
    say_no (world, speaker, number, SIM_CAUSE_NO_OBJECTION);
  } else if (command->verb == SIM_VERB_INSIST) {
    insist (world, unit, number, refused);
  } else {
    sim_objection_dropped (world, refused);
    sim_link_read_back (world, unit, number);
    sim_order_close (world, number, SIM_ORDER_DONE, SIM_CAUSE_NONE);
  }
}

/* What is answered as soon as it is heard, and carried out by nobody.  */
static bool
is_answered (SimWorld *world, size_t speaker, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;

  if (command->verb == SIM_VERB_INSIST || command->verb == SIM_VERB_DROP) {
    answer_objection (world, speaker, number);
    return true;
  }
  if (command->verb != SIM_VERB_CANCEL || !sim_promise_cancel (world, command))
    return false;
  sim_link_read_back (world, speaker, number);
  sim_order_close (world, number, SIM_ORDER_DONE, SIM_CAUSE_NONE);
  return true;
}

/* ---- Heard by all -------------------------------------------------------------------------- */

void
sim_order_heard (SimWorld *world, uint32_t number)
{
  SimOrder *order = &world->orders[number - 1];
  uint32_t speaker = sim_order_spokesman (world, &order->command);
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
    close_unheard (world, number);
    return;
  }
  if (order->command.verb == SIM_VERB_SAY_AGAIN) {
    say_again (world, number, speaker);
    return;
  }
  if (order->command.verb == SIM_VERB_MARK) {
    give_mark (world, number, speaker);
    return;
  }
  order->state = SIM_ORDER_HEARD;
  sim_order_emit (world, number, SIM_ORDER_HEARD, SIM_CAUSE_NONE, SIM_NOBODY);
  resent_repetition (world, number);
  cause = impossible (world, speaker, &order->command);
  if (cause == SIM_CAUSE_NONE && is_answered (world, speaker, number))
    return;
  if (cause == SIM_CAUSE_NONE && !sim_objection_takes_up (world, speaker, &order->command))
    cause = objection (world, speaker, &order->command);
  if (cause != SIM_CAUSE_NONE)
    say_no (world, speaker, number, cause);
  else
    hand_out (world, speaker, number);
}

void
sim_order_spoken (SimWorld *world, uint32_t number)
{
  world->orders[number - 1].state = SIM_ORDER_SPOKEN;
  if (world->orders[number - 1].first_word == 0)
    world->orders[number - 1].first_word = world->tick;
  sim_order_emit (world, number, SIM_ORDER_SPOKEN, SIM_CAUSE_NONE, SIM_NOBODY);
}

void
sim_order_cut (SimWorld *world, uint32_t number)
{
  world->orders[number - 1].state = SIM_ORDER_CUT;
  sim_order_emit (world, number, SIM_ORDER_CUT, SIM_CAUSE_SPEAKING, SIM_NOBODY);
}

void
sim_order_read_back (SimWorld *world, uint32_t number)
{
  SimOrder *order = &world->orders[number - 1];

  if (order->closed)
    return;
  order->state = SIM_ORDER_READ_BACK;
  sim_order_emit (world, number, SIM_ORDER_READ_BACK, SIM_CAUSE_NONE, SIM_NOBODY);
  for (size_t i = 0; i < world->n_own; i++)
    if (world->units.pending_order[i] == number)
      sim_order_emit (world, number, SIM_ORDER_WAITING, (SimCause) world->units.pending_cause[i],
                  (uint32_t) i);
    else if (sim_mark_keeps (world, i, number))
      sim_order_emit (world, number, SIM_ORDER_WAITING,
                      sim_mark_is_timed (&order->command) ? SIM_CAUSE_FOR_TIME : SIM_CAUSE_FOR_MARK,
                      (uint32_t) i);
}

/* ---- The phase ----------------------------------------------------------------------------- */

/* Her own switch: nobody is told, nothing is said.  */
static void
switch_set (SimWorld *world, uint32_t number)
{
  SimCause cause = sim_nets_listen_in (world, &world->orders[number - 1].command);

  sim_order_tell (world, number, SIM_ORDER_ENTERED, SIM_CAUSE_NONE);
  sim_order_close (world, number, cause == SIM_CAUSE_NONE ? SIM_ORDER_DONE : SIM_ORDER_FAILED, cause);
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
    sim_order_emit (world, world->n_orders, SIM_ORDER_ENTERED,
                sim_strain_is_cut (world) ? SIM_CAUSE_LINK_CUT : SIM_CAUSE_SPEAKING, SIM_NOBODY);
    taken++;
  }
  world->n_pending -= taken;
  for (uint32_t i = 0; i < world->n_pending; i++)
    world->pending[i] = world->pending[i + taken];
}

/* Those whose minutes are over, once a second.  */
static void
set_off_due (SimWorld *world)
{
  if (world->tick % SIM_TICKS_PER_SECOND != 0)
    return;
  for (size_t i = 0; i < world->n_own; i++) {
    uint32_t due = world->units.alive[i] ? sim_mark_take_due (world, i) : 0;

    if (due != 0)
      set_off (world, i, due, SIM_CAUSE_FOR_TIME);
  }
}

void
sim_orders_step (SimWorld *world)
{
  take_commands (world);
  sim_queue_take_edits (world);
  set_off_due (world);
  sim_orders_begin_due (world);
}

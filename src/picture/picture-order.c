/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which order each own machine is on, as far as she was told.  */
#include "picture/picture-private.h"

/* Understood and not yet over.  */
static bool
is_live (unsigned state)
{
  return state == SIM_ORDER_HEARD || state == SIM_ORDER_READ_BACK || state == SIM_ORDER_WAITING ||
         state == SIM_ORDER_BEGUN;
}

/* On its way through the air: nobody acts on it yet.  */
static bool
is_pending (unsigned state)
{
  return state == SIM_ORDER_ENTERED || state == SIM_ORDER_SPOKEN || state == SIM_ORDER_CUT;
}

/* Leaves the machine without an order; what cancels a mark ends what was prepared for it alone.  */
static bool
ends_orders (const SimCommand *command)
{
  return (command->verb == SIM_VERB_CANCEL && command->mark == 0) ||
         command->verb == SIM_VERB_FREE_HAND;
}

/* Kept beside what the machine does until its mark is given or its minutes are over.  */
static bool
is_prepared (const SimOrderChange *change)
{
  const SimCommand *command = &change->command;

  return change->state != SIM_ORDER_BEGUN &&
         (command->mark != 0 || (command->minutes != 0 && sim_verb_takes_time (command->verb)));
}

/* Answered or obeyed beside what the machine is doing.  */
static bool
is_aside (unsigned verb)
{
  return verb == SIM_VERB_REPORT || verb == SIM_VERB_SAY_AGAIN || verb == SIM_VERB_MARK ||
         verb == SIM_VERB_CEASE_FIRE || verb == SIM_VERB_WEAPONS_FREE ||
         verb == SIM_VERB_EXPECT || verb == SIM_VERB_CANCEL || verb == SIM_VERB_FREE_HAND;
}

/* About another order, or for the future: no machine is on it.  */
static bool
is_answer (unsigned verb)
{
  return verb == SIM_VERB_PROMISE || verb == SIM_VERB_INSIST || verb == SIM_VERB_DROP;
}

/* About the net or the link: no machine is on such an order.  */
static bool
is_for_no_machine (unsigned verb)
{
  return verb == SIM_VERB_NET || verb == SIM_VERB_SYNC || verb == SIM_VERB_LISTEN_IN;
}

static bool
has_live_order (const PictureOwnState *own)
{
  return own->shown.order != 0 && is_live (own->shown.order_state);
}

static uint8_t
activity_of (unsigned verb)
{
  switch (verb) {
  case SIM_VERB_MOVE:
  case SIM_VERB_REGROUP:
  case SIM_VERB_FOLLOW:
    return SIM_ACTIVITY_MOVING;
  case SIM_VERB_SCOUT:
    return SIM_ACTIVITY_SCOUTING;
  case SIM_VERB_ATTACK:
  case SIM_VERB_SUPPRESS:
    return SIM_ACTIVITY_ATTACKING;
  case SIM_VERB_FALL_BACK:
    return SIM_ACTIVITY_FALLING_BACK;
  case SIM_VERB_RESUPPLY:
    return SIM_ACTIVITY_SUPPLYING;
  case SIM_VERB_RECOVER:
    return SIM_ACTIVITY_RECOVERING;
  case SIM_VERB_RESCUE:
    return SIM_ACTIVITY_FETCHING;
  default:
    return SIM_ACTIVITY_HOLDING;
  }
}

static void
clear_order (PictureOwnState *own)
{
  own->shown.order = 0;
  own->shown.order_state = 0;
  own->shown.order_cause = 0;
  own->shown.order_verb = 0;
  own->shown.order_target = (SimTarget) {0};
  own->n_via = 0;
}

static SimTarget
checked_target (const Picture *picture, const SimTarget *target)
{
  SimTarget checked = *target;

  if (!picture_vec_is_finite (checked.position) || !__builtin_isfinite (checked.precise_m))
    return (SimTarget) {0};
  checked.position = picture_clamp (picture, checked.position);
  checked.precise_m = base_clampf (checked.precise_m, 0, PICTURE_MOST_ERROR_M);
  return checked;
}

static void
take_order (const Picture *picture, PictureOwnState *own, const SimOrderChange *change)
{
  const SimCommand *command = &change->command;

  own->shown.order = change->order;
  own->shown.order_verb = command->verb;
  own->shown.order_target = checked_target (picture, &command->target);
  own->n_via = 0;
  for (size_t i = 0; i < command->n_via && i < SIM_MAX_VIA; i++) {
    if (picture_vec_is_finite (command->via[i].position))
      own->via[own->n_via++] = picture_clamp (picture, command->via[i].position);
  }
}

static void
set_state (const Picture *picture, PictureOwnState *own, const SimOrderChange *change)
{
  SimOwnState told = {.told = SIM_OWN_ACTIVITY};
  float error_m;

  if (change->state == SIM_ORDER_BEGUN && own->shown.order_state != SIM_ORDER_BEGUN)
    own->order_from = picture_own_ghost (picture, own, change->t, &error_m);
  own->shown.order_state = change->state;
  own->shown.order_cause = change->cause;
  own->t_order = change->t;
  if (is_aside (change->command.verb))
    return;
  if (change->state == SIM_ORDER_BEGUN)
    told.activity = activity_of (change->command.verb);
  else if (change->state == SIM_ORDER_DONE)
    told.activity = SIM_ACTIVITY_HOLDING;
  else
    return;
  if (!own->shown.known_lost)
    picture_own_tell (picture, own, &told, SIM_HOW_HEARD, change->t);
}

static void
apply (const Picture *picture, PictureOwnState *own, const SimOrderChange *change)
{
  bool same = own->shown.order == change->order;
  bool busy = has_live_order (own) && !same;

  if (ends_orders (&change->command) &&
      (change->state == SIM_ORDER_BEGUN || change->state == SIM_ORDER_DONE)) {
    clear_order (own);
    return;
  }
  if (busy && (is_pending (change->state) || is_aside (change->command.verb) || is_prepared (change) ||
               change->order < own->shown.order))
    return;
  if (!same && !is_pending (change->state) && !is_live (change->state))
    return; /* the end of an order it was not on */
  if (!same) {
    own->shown.order_state = SIM_ORDER_ENTERED;
    take_order (picture, own, change);
  }
  set_state (picture, own, change);
}

static bool
is_addressed (const PictureOwnState *own, const SimAddressee *addressee)
{
  switch (addressee->kind) {
  case SIM_ADDRESSEE_UNIT:
    return own->shown.id.index == addressee->index;
  case SIM_ADDRESSEE_PLATOON:
    return own->shown.platoon == addressee->index;
  case SIM_ADDRESSEE_ALL:
    return own->shown.platoon != SIM_SUPPLY_PLATOON;
  default:
    return false;
  }
}

static bool
is_concerned (const PictureOwnState *own, const SimOrderChange *change)
{
  const SimCommand *command = &change->command;

  if (sim_unit_is_some (change->unit))
    return sim_unit_equal (own->shown.id, change->unit);
  for (size_t i = 0; i < command->n_addressees && i < SIM_MAX_ADDRESSEES; i++) {
    if (is_addressed (own, &command->addressees[i]))
      return true;
  }
  return false;
}

/* A change without a unit is about every addressee that is not known to be lost.  */
void
picture_order_changed (Picture *picture, const SimOrderChange *change)
{
  bool one = sim_unit_is_some (change->unit);

  if (change->state >= SIM_N_ORDER_STATES || change->command.verb >= SIM_N_VERBS ||
      change->order == 0 || is_answer (change->command.verb) ||
      is_for_no_machine (change->command.verb))
    return;
  for (size_t i = 0; i < picture->n_own; i++) {
    PictureOwnState *own = &picture->own[i];

    if (is_concerned (own, change) && (one || !own->shown.known_lost))
      apply (picture, own, change);
  }
}

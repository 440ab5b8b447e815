/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making orders, and giving no more of them than the net bears.  */
#include "staff/staff-private.h"

#define NINTH_M      (1000.0f / 3.0f) /* a ninth of a grid square: the finest place that can be said */
#define SAME_PLACE_M 400.0f
#define GAP_S        6 /* between two orders, so that somebody else may speak */

static const unsigned orders_a_minute[STAFF_N] = {
    [STAFF_NONE] = 0, [STAFF_BASIC] = 2, [STAFF_GOOD] = 3, [STAFF_MEDDLER] = 4, [STAFF_SPENDER] = 3,
};

SimCommand
staff_order (SimVerb verb)
{
  return (SimCommand) {.verb = (uint8_t) verb, .facing_deg = -1};
}

static void
address (SimCommand *command, SimAddresseeKind kind, uint32_t index)
{
  if (command->n_addressees < SIM_MAX_ADDRESSEES)
    command->addressees[command->n_addressees++] = (SimAddressee) {(uint8_t) kind, index};
}

void
staff_address_platoon (SimCommand *command, size_t platoon)
{
  address (command, SIM_ADDRESSEE_PLATOON, (uint32_t) platoon);
}

void
staff_address_unit (SimCommand *command, uint32_t index)
{
  address (command, SIM_ADDRESSEE_UNIT, index);
}

static float
snap (float metres)
{
  int ninth = (int) (metres > 0 ? metres / NINTH_M : 0);

  return ((float) ninth + 0.5f) * NINTH_M;
}

static SimTarget
spoken_place (BaseVec place)
{
  return (SimTarget) {.kind = SIM_TARGET_POSITION,
                      .position = base_vec (snap (place.x), snap (place.y)),
                      .precise_m = NINTH_M / 2};
}

void
staff_aim (SimCommand *command, BaseVec place)
{
  command->target = spoken_place (place);
}

void
staff_aim_at_track (SimCommand *command, const PictureTrack *track)
{
  command->target = (SimTarget) {.kind = SIM_TARGET_TRACK,
                                 .number = track->number,
                                 .position = track->position,
                                 .precise_m = track->major_m};
}

void
staff_aim_at_own (SimCommand *command, SimTargetKind kind, uint32_t number, BaseVec place)
{
  command->target =
      (SimTarget) {.kind = (uint8_t) kind, .number = number, .position = place, .precise_m = NINTH_M};
}

void
staff_go_via (SimCommand *command, BaseVec place)
{
  if (command->n_via < SIM_MAX_VIA)
    command->via[command->n_via++] = spoken_place (place);
}

/* ---- Giving -------------------------------------------------------------------------------- */

unsigned
staff_given_in_a_minute (const Staff *staff)
{
  unsigned n = 0;

  for (size_t i = 0; i < STAFF_MAX_MEMORY; i++) {
    const StaffMemory *memory = &staff->memory[i];

    n += memory->t != SIM_TICK_NEVER && staff->now - memory->t < STAFF_MINUTE;
  }
  return n;
}

static bool
is_same (const StaffMemory *memory, const SimCommand *command)
{
  if (memory->verb != command->verb || memory->n_addressees != command->n_addressees)
    return false;
  for (size_t i = 0; i < command->n_addressees; i++) {
    if (memory->addressees[i].kind != command->addressees[i].kind ||
        memory->addressees[i].index != command->addressees[i].index)
      return false;
  }
  return base_vec_distance (memory->target, command->target.position) < SAME_PLACE_M;
}

static bool
was_said (const Staff *staff, const SimCommand *command)
{
  for (size_t i = 0; i < STAFF_MAX_MEMORY; i++) {
    const StaffMemory *memory = &staff->memory[i];

    if (memory->t != SIM_TICK_NEVER && staff->now - memory->t <= STAFF_MINUTE &&
        is_same (memory, command))
      return true;
  }
  return false;
}

static void
remember (Staff *staff, const SimCommand *command)
{
  StaffMemory *memory = &staff->memory[staff->next_memory];

  staff->next_memory = (staff->next_memory + 1) % STAFF_MAX_MEMORY;
  *memory = (StaffMemory) {.t = staff->now,
                           .verb = command->verb,
                           .n_addressees = command->n_addressees,
                           .target = command->target.position};
  for (size_t i = 0; i < command->n_addressees; i++)
    memory->addressees[i] = command->addressees[i];
  staff->t_last = staff->now;
}

bool
staff_give (Staff *staff, const SimCommand *command)
{
  if (staff->n_orders >= staff->max_orders || command->n_addressees == 0 ||
      staff_given_in_a_minute (staff) >= orders_a_minute[staff->def.kind] ||
      staff_since_s (staff->now, staff->t_last) < GAP_S || was_said (staff, command))
    return false;
  staff->orders[staff->n_orders++] = *command;
  remember (staff, command);
  return true;
}

bool
staff_send_platoons (Staff *staff, const SimCommand *command)
{
  if (!staff_give (staff, command))
    return false;
  for (size_t i = 0; i < command->n_addressees; i++) {
    StaffPlatoonMemory *memory = &staff->platoons[command->addressees[i].index];

    memory->t_sent = staff->now;
    memory->place = command->target.position;
  }
  return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a pilot when his machine is lost, and how he is fetched.
 *
 * A downed pilot stands where his machine was left (or where the one that carried him was); that
 * place is kept in scope_x and scope_y, which a lost machine has no other use for.  His time runs
 * only while a working ground machine of the Legion is near.  */
#include "sim/sim-rescue.h"

#include "base/base-math.h"
#include "sim/sim-expect.h"
#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-pilot.h"
#include "sim/sim-strain.h"
#include "sim/sim-talk.h"
#include "sim/sim-trust.h"
#include "sim/sim-weapons.h"

#define PLACE_M 800.0f      /* how far from a place somebody is still meant by it */
#define QUIET_S 30
#define SHELTERED_S 100000.0f /* no battle is so long, no time drawn comes near */
#define COMRADES_M 1500.0f  /* at the end, ours this near and nearer than the Legion bring him in */

static BaseVec
place_of (const SimWorld *world, size_t unit)
{
  return base_vec (world->units.scope_x[unit], world->units.scope_y[unit]);
}

/* A working machine of the Legion on the ground within so many metres.  */
static bool
legion_near (const SimWorld *world, BaseVec at, float within)
{
  SimGridWalk walk = sim_grid_walk (&world->grid, SIM_SIDE_LEGION, at, within);
  const uint32_t *units = world->grid.units[SIM_SIDE_LEGION];
  uint32_t first, end;

  while (sim_grid_next (&walk, &first, &end))
    for (uint32_t k = first; k < end; k++)
      if (sim_unit_works (world, units[k]) &&
          !sim_role_flies (sim_unit_type (world, units[k])->role) &&
          base_vec_distance (sim_unit_position (world, units[k]), at) <= within)
        return true;
  return false;
}

static bool
can_go (const SimWorld *world, size_t unit)
{
  return world->units.alive[unit] && world->units.energy[unit] > 0 &&
         world->units.parts[unit * SIM_N_PARTS + SIM_PART_LEGS] > 0;
}

/* ---- Out of the machine -------------------------------------------------------------------- */

static void
die (SimWorld *world, size_t unit)
{
  world->units.person[unit] = SIM_PERSON_DEAD;
  world->units.pilot_dead[unit] = 1;
  sim_expect_death (world, unit);
  sim_trust_death (world, unit);
  if (world->units.synced[unit])
    sim_strain_death (world);
  world->units.synced[unit] = 0;
}

/* Behind the lines, off the link.  */
static void
bring_in (SimWorld *world, size_t unit)
{
  world->units.person[unit] = SIM_PERSON_SAFE;
  world->units.synced[unit] = 0;
}

static void
stand_at (SimWorld *world, size_t unit, BaseVec at)
{
  SimUnits *u = &world->units;

  u->person[unit] = SIM_PERSON_DOWN;
  u->carrier[unit] = SIM_NOBODY;
  u->scope_x[unit] = at.x;
  u->scope_y[unit] = at.y;
  u->life_s[unit] = base_random_range (&world->randoms[SIM_RANDOM_DAMAGE],
                                       world->rules.downed_least_s, world->rules.downed_most_s);
}

/* Who rode with a machine that is lost lives or dies by himself.  */
static void
spill_riders (SimWorld *world, size_t carrier)
{
  SimUnits *u = &world->units;
  size_t n = world->n_own;

  for (size_t i = sim_find_byte (u->person, 0, n, SIM_PERSON_CARRIED); i < n;
       i = sim_find_byte (u->person, i + 1, n, SIM_PERSON_CARRIED)) {
    if (u->carrier[i] != carrier)
      continue;
    if (base_random_chance (&world->randoms[SIM_RANDOM_DAMAGE], world->rules.death_otherwise))
      die (world, i);
    else
      stand_at (world, i, sim_unit_position (world, carrier));
  }
}

/* Who rode with a machine that gives out gets out unhurt.  */
static void
set_down_riders (SimWorld *world, size_t carrier)
{
  for (size_t i = 0; i < world->n_own; i++) {
    if (world->units.person[i] != SIM_PERSON_CARRIED || world->units.carrier[i] != carrier)
      continue;
    stand_at (world, i, sim_unit_position (world, carrier));
    world->units.life_s[i] = SHELTERED_S;
  }
}

void
sim_rescue_bail_out (SimWorld *world, size_t unit, bool cockpit)
{
  SimUnits *u = &world->units;
  BaseRandom *random = &world->randoms[SIM_RANDOM_DAMAGE];

  spill_riders (world, unit);
  if (sim_unit_is_supply (world, unit))
    return;
  u->scope_x[unit] = u->x[unit];
  u->scope_y[unit] = u->y[unit];
  if (base_random_chance (random, cockpit ? world->rules.death_on_cockpit_hit
                                          : world->rules.death_otherwise)) {
    die (world, unit);
    return;
  }
  stand_at (world, unit, sim_unit_position (world, unit));
  if (base_random_chance (random, world->rules.wounded_on_loss) && u->wounds[unit] < 2)
    u->wounds[unit] += cockpit && u->wounds[unit] == 0 ? 2 : 1;
}

/* Hidden where nobody finds him: his time is longer than any drawn.  */
static bool
is_sheltered (const SimWorld *world, size_t unit)
{
  return world->units.life_s[unit] >= SHELTERED_S;
}

/* No shot did it: there is no record of a kill, and nothing for who recovers wrecks.  */
void
sim_rescue_strand (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  if (unit >= world->n_own || !u->alive[unit] || sim_unit_is_supply (world, unit))
    return;
  u->alive[unit] = 0;
  u->speed[unit] = 0;
  u->moving[unit] = 0;
  u->activity[unit] = SIM_ACTIVITY_DESTROYED;
  sim_indirect_lost (world, unit);
  set_down_riders (world, unit);
  stand_at (world, unit, sim_unit_position (world, unit));
  u->life_s[unit] = SHELTERED_S;
  sim_pilot_lost (world, unit);
}

/* ---- Words --------------------------------------------------------------------------------- */

static void
say_of (SimWorld *world, size_t speaker, size_t whom, SimPhrase phrase, SimAirClass air_class)
{
  SimReport report = sim_report_begin (world, speaker, SIM_REPORT_PERSON, phrase);

  report.subject = sim_unit_id (whom);
  report.order = world->units.order[speaker];
  report.position = place_of (world, whom);
  report.confidence = 1;
  report.own.told = SIM_OWN_PERSON;
  report.own.person = world->units.person[whom];
  report.own.wounds = world->units.wounds[whom];
  sim_words_number (&report.words, 0, (int32_t) whom);
  sim_link_report (world, speaker, air_class, SIM_SUBJECT_PERSON | (uint32_t) whom, 0, &report);
}

/* ---- On foot ------------------------------------------------------------------------------- */

static void
call_out (SimWorld *world, size_t unit)
{
  if (world->units.told[unit] & SIM_TOLD_DOWN_CLOSE)
    return;
  world->units.told[unit] |= SIM_TOLD_DOWN_CLOSE;
  say_of (world, unit, unit, SIM_PHRASE_DOWN_CLOSE, SIM_AIR_EMERGENCY);
}

/* Nobody sees it: his platoon calls him and gets no answer.  */
static void
fall_silent (SimWorld *world, size_t unit)
{
  uint32_t leader = world->platoons[world->units.group[unit]].leader;
  SimReport report;

  die (world, unit);
  if (leader == SIM_NOBODY)
    return;
  report = sim_report_begin (world, leader, SIM_REPORT_OWN_DOWN, SIM_PHRASE_SILENT_OTHER);
  report.subject = sim_unit_id (unit);
  sim_words_number (&report.words, 0, (int32_t) unit);
  sim_link_report (world, leader, SIM_AIR_STATUS, SIM_SUBJECT_PERSON | (uint32_t) unit, 0, &report);
}

static void
live_outside (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  if (is_sheltered (world, unit) ||
      !legion_near (world, place_of (world, unit), world->rules.downed_near_m))
    return;
  u->life_s[unit] -= 1;
  if (u->life_s[unit] < 0.5f * world->rules.downed_least_s)
    call_out (world, unit);
  if (u->life_s[unit] <= 0)
    fall_silent (world, unit);
}

static bool
at_base (const SimWorld *world, size_t unit)
{
  return base_vec_length (world->base) > 0 &&
         base_vec_distance (sim_unit_position (world, unit), world->base) <
             world->rules.brought_in_m;
}

void
sim_rescue_live (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  if (u->person[unit] == SIM_PERSON_DOWN) {
    live_outside (world, unit);
  } else if (u->person[unit] == SIM_PERSON_CARRIED && at_base (world, u->carrier[unit])) {
    bring_in (world, unit);
    say_of (world, u->carrier[unit], unit, SIM_PHRASE_BROUGHT_IN, SIM_AIR_STATUS);
  }
}

/* How far the nearest machine of ours that can go is, at most COMRADES_M.  */
static float
nearest_comrade_m (const SimWorld *world, BaseVec at)
{
  float nearest = COMRADES_M;

  for (size_t i = 0; i < world->n_own; i++) {
    float distance = base_vec_distance (sim_unit_position (world, i), at);

    if (can_go (world, i) && distance < nearest)
      nearest = distance;
  }
  return nearest;
}

/* Left behind is who has the Legion near, and nearer than his own.  */
void
sim_rescue_finish (SimWorld *world)
{
  for (size_t i = 0; i < world->n_own; i++) {
    BaseVec at = place_of (world, i);
    float comrade;

    if (world->units.person[i] != SIM_PERSON_DOWN)
      continue;
    comrade = nearest_comrade_m (world, at);
    if (!is_sheltered (world, i) && legion_near (world, at, world->rules.downed_near_m) &&
        (comrade >= COMRADES_M || legion_near (world, at, comrade)))
      die (world, i);
    else
      bring_in (world, i);
  }
}

bool
sim_rescue_carries (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;
  size_t n = world->n_own;

  for (size_t i = sim_find_byte (u->person, 0, n, SIM_PERSON_CARRIED); i < n;
       i = sim_find_byte (u->person, i + 1, n, SIM_PERSON_CARRIED))
    if (u->carrier[i] == unit)
      return true;
  return false;
}

/* ---- Who, and whom ------------------------------------------------------------------------- */

static bool
is_meant (const SimWorld *world, size_t unit, const SimTarget *target)
{
  if (target->kind == SIM_TARGET_PLATOON)
    return world->units.group[unit] == target->number;
  return base_vec_distance (place_of (world, unit), target->position) <= PLACE_M;
}

uint32_t
sim_rescue_whom (const SimWorld *world, const SimTarget *target)
{
  uint32_t best = SIM_NOBODY;
  float nearest = 1e9f;

  if (target->kind == SIM_TARGET_UNIT)
    return target->number < world->n_own && !sim_unit_is_supply (world, target->number)
               ? target->number
               : SIM_NOBODY;
  for (uint32_t i = 0; i < world->n_own; i++) {
    float distance = base_vec_distance (place_of (world, i), target->position);

    if (world->units.person[i] != SIM_PERSON_DOWN || !is_meant (world, i, target) ||
        distance >= nearest)
      continue;
    nearest = distance;
    best = i;
  }
  return best;
}

uint32_t
sim_rescue_who_goes (const SimWorld *world, const SimCommand *command,
                     bool (*addressed) (const SimWorld *, const SimCommand *, size_t))
{
  uint32_t whom = sim_rescue_whom (world, &command->target), best = SIM_NOBODY;
  BaseVec at = whom == SIM_NOBODY || world->units.alive[whom] ? command->target.position
                                                              : place_of (world, whom);
  float nearest = 1e9f;

  for (uint32_t i = 0; i < world->n_own; i++) {
    float distance = base_vec_distance (sim_unit_position (world, i), at);

    if (i == whom || !can_go (world, i) || !addressed (world, command, i) || distance >= nearest)
      continue;
    nearest = distance;
    best = i;
  }
  return best;
}

/* Whether somebody who does not answer is dead is seen only there.  */
SimCause
sim_rescue_impossible (const SimWorld *world, const SimCommand *command)
{
  uint32_t whom = sim_rescue_whom (world, &command->target);

  if (whom == SIM_NOBODY)
    return SIM_CAUSE_NO_NEED;
  switch (world->units.person[whom]) {
  case SIM_PERSON_DOWN:
  case SIM_PERSON_DEAD:
    return SIM_CAUSE_NONE;
  case SIM_PERSON_ABOARD:
    return SIM_CAUSE_ABOARD;
  default:
    return SIM_CAUSE_NO_NEED;
  }
}

/* ---- The mission --------------------------------------------------------------------------- */

static void
set_out (SimWorld *world, size_t unit, uint32_t whom)
{
  SimUnits *u = &world->units;

  u->mission[unit] = SIM_MISSION_RESCUE;
  u->client[unit] = whom;
  u->work_s[unit] = 0;
  u->left_tick[unit] = 0;
  sim_move_to (world, unit, place_of (world, whom));
}

void
sim_rescue_begin (SimWorld *world, size_t unit, const SimCommand *command)
{
  uint32_t whom = sim_rescue_whom (world, &command->target);

  if (whom == SIM_NOBODY || whom == unit)
    sim_pilot_give_up (world, unit, SIM_CAUSE_NO_NEED);
  else
    set_out (world, unit, whom);
}

/* Back to the post it had, or with a Scavenger straight to the base.  */
static void
done_with_it (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;

  sim_order_unit_end (world, unit, SIM_ORDER_DONE, SIM_CAUSE_NONE);
  u->mission[unit] = SIM_MISSION_HOLD;
  u->client[unit] = SIM_NOBODY;
  u->work_s[unit] = 0;
}

static void
take_aboard (SimWorld *world, size_t unit, uint32_t whom)
{
  world->units.person[whom] = SIM_PERSON_CARRIED;
  world->units.carrier[whom] = (uint32_t) unit;
  sim_trust_fetched (world, whom);
  say_of (world, unit, whom, SIM_PHRASE_FETCHED, SIM_AIR_STATUS);
  sim_talk_fetched (world, whom);
  done_with_it (world, unit);
}

static void
find_dead (SimWorld *world, size_t unit, uint32_t whom)
{
  say_of (world, unit, whom, SIM_PHRASE_FOUND_DEAD, SIM_AIR_STATUS);
  sim_order_unit_end (world, unit, SIM_ORDER_FAILED, SIM_CAUSE_TOO_LATE);
  done_with_it (world, unit);
}

/* On the way: it gives up when it has not got nearer for long.  */
static void
go_on (SimWorld *world, size_t unit, uint32_t whom)
{
  SimUnits *u = &world->units;

  if (u->speed[unit] > 0.3f)
    u->stuck_tick[unit] = world->tick;
  if (!u->moving[unit])
    sim_move_to (world, unit, place_of (world, whom));
  else if (!sim_within (world, u->stuck_tick[unit], 20))
    sim_pilot_give_up (world, unit, SIM_CAUSE_NO_ROUTE);
}

/* Firm ground beside him is near enough when he lies where no machine can stand.  */
static bool
is_there (const SimWorld *world, size_t unit, uint32_t whom)
{
  const SimUnits *u = &world->units;
  BaseVec at = sim_unit_position (world, unit);

  if (base_vec_distance (at, place_of (world, whom)) <= world->rules.rescue_reach_m)
    return true;
  return !u->moving[unit] &&
         base_vec_distance (at, base_vec (u->goal_x[unit], u->goal_y[unit])) < 30 &&
         base_vec_distance (at, place_of (world, whom)) < 150;
}

void
sim_rescue_decide (SimWorld *world, size_t unit)
{
  SimUnits *u = &world->units;
  uint32_t whom = u->client[unit];

  /* Somebody else was there first.  */
  if (whom == SIM_NOBODY || u->person[whom] == SIM_PERSON_CARRIED ||
      u->person[whom] == SIM_PERSON_SAFE || u->alive[whom]) {
    done_with_it (world, unit);
    return;
  }
  if (!is_there (world, unit, whom)) {
    go_on (world, unit, whom);
    return;
  }
  sim_move_stop (world, unit);
  if (u->person[whom] == SIM_PERSON_DEAD) {
    find_dead (world, unit, whom);
    return;
  }
  if (u->speed[unit] < 0.5f)
    u->work_s[unit] += 1;
  if (u->work_s[unit] >= world->rules.rescue_s)
    take_aboard (world, unit, whom);
}

/* ---- Unasked ------------------------------------------------------------------------------- */

static bool
is_being_fetched (const SimWorld *world, uint32_t whom)
{
  const SimUnits *u = &world->units;
  size_t n = world->n_own;

  for (size_t i = sim_find_byte (u->mission, 0, n, SIM_MISSION_RESCUE); i < n;
       i = sim_find_byte (u->mission, i + 1, n, SIM_MISSION_RESCUE))
    if (u->alive[i] && u->client[i] == whom)
      return true;
  return false;
}

/* Who has an order keeps to it, and the careful wait to be told.  */
static bool
is_free_to_go (const SimWorld *world, size_t unit)
{
  const SimUnits *u = &world->units;

  return can_go (world, unit) && u->mission[unit] == SIM_MISSION_HOLD && u->order[unit] == 0 &&
         u->pending_order[unit] == 0 && u->temper[unit] != SIM_TEMPER_CAREFUL &&
         !sim_within (world, u->harmed_tick[unit], QUIET_S) &&
         !sim_within (world, u->fired_tick[unit], QUIET_S);
}

static uint32_t
nearest_free (const SimWorld *world, size_t platoon, uint32_t whom)
{
  uint32_t best = SIM_NOBODY;
  float nearest = world->rules.initiative_m;

  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  for (size_t k = 0; k < n_members; k++) {
    uint32_t i = members[k];
    float distance = base_vec_distance (sim_unit_position (world, i), place_of (world, whom));

    if (distance >= nearest || !is_free_to_go (world, i))
      continue;
    nearest = distance;
    best = i;
  }
  return best;
}

bool
sim_rescue_unasked (SimWorld *world, size_t platoon)
{
  const SimPlatoon *own = &world->platoons[platoon];
  size_t n_members;
  const uint32_t *members;

  if (own->threat_value > 0 && sim_within (world, own->threat_tick, QUIET_S))
    return false;
  members = sim_platoon_members (world, platoon, &n_members);
  for (size_t k = 0; k < n_members; k++) {
    uint32_t i = members[k], unit;

    if (world->units.person[i] != SIM_PERSON_DOWN || is_being_fetched (world, i))
      continue;
    unit = nearest_free (world, platoon, i);
    if (unit == SIM_NOBODY)
      continue;
    say_of (world, unit, i, SIM_PHRASE_GOING_FOR, SIM_AIR_STATUS);
    set_out (world, unit, i);
    return true;
  }
  return false;
}

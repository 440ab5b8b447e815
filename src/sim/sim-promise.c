/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-promise.h"

#include "base/base-codec-names.h"
#include "sim/sim-link.h"
#include "sim/sim-result.h"
#include "sim/sim-trust.h"

#define LEFT_M 200.0f /* farther than who comes to relieve them */

#define u8 base_codec_u8
#define u32 base_codec_u32
#define vec base_codec_vec

/* ---- Who helps ----------------------------------------------------------------------------- */

static bool
is_promised (const SimWorld *world, const SimPromise *promise, size_t platoon, size_t unit)
{
  return world->units.group[unit] == platoon && unit < world->n_own &&
         (promise->unit == SIM_NOBODY || promise->unit == unit);
}

/* Begun since it was promised.  */
static bool
is_resupplied (const SimWorld *world, const SimPromise *promise, size_t platoon)
{
  const SimUnits *u = &world->units;
  float since_s = (float) (world->tick - promise->made) / SIM_TICKS_PER_SECOND;

  for (size_t i = 0; i < world->n_own; i++)
    if (sim_unit_is_supply (world, i) && u->alive[i] && u->mission[i] != SIM_MISSION_RECOVER &&
        u->client[i] != SIM_NOBODY && is_promised (world, promise, platoon, u->client[i]) &&
        u->alive[u->client[i]] && u->work_s[i] > 0 && u->work_s[i] <= since_s + 1)
      return true;
  return false;
}

/* Does anybody of the platoon stand so near to this place?  */
static bool
is_near_them (const SimWorld *world, const SimPromise *promise, size_t platoon, BaseVec place)
{
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (world->units.alive[members[k]] && is_promised (world, promise, platoon, members[k]) &&
        base_vec_distance (sim_unit_position (world, members[k]), place) <=
            world->rules.promise_support_m)
      return true;
  return false;
}

/* Platoons that fire at what is near them: a bit for each.  */
static uint8_t
who_supports (const SimWorld *world, const SimPromise *promise, size_t platoon)
{
  const SimUnits *u = &world->units;
  uint8_t who = 0;

  for (size_t i = 0; i < world->n_own; i++) {
    BaseVec at;

    if (u->group[i] == platoon || !sim_unit_fights (world, i) ||
        !sim_within (world, u->fired_tick[i], 2) || (who >> u->group[i] & 1) != 0)
      continue;
    if (u->mission[i] == SIM_MISSION_SUPPRESS)
      at = base_vec (u->scope_x[i], u->scope_y[i]);
    else if (u->target[i] != SIM_NOBODY)
      at = sim_unit_position (world, u->target[i]);
    else
      continue;
    if (is_near_them (world, promise, platoon, at))
      who |= (uint8_t) (1u << u->group[i]);
  }
  return who;
}

/* Platoons with a machine where they stood.  */
static uint8_t
who_came (const SimWorld *world, const SimPromise *promise, size_t platoon)
{
  const SimUnits *u = &world->units;
  uint8_t who = 0;

  for (size_t i = 0; i < world->n_own; i++)
    if (u->group[i] != platoon && sim_unit_fights (world, i) &&
        base_vec_distance (sim_unit_position (world, i), promise->place) <=
            world->rules.promise_relief_m)
      who |= (uint8_t) (1u << u->group[i]);
  return who;
}

static bool
have_left (const SimWorld *world, const SimPromise *promise, size_t platoon)
{
  uint32_t who = promise->unit == SIM_NOBODY ? world->platoons[platoon].leader : promise->unit;

  return who != SIM_NOBODY && world->units.alive[who] &&
         base_vec_distance (sim_unit_position (world, who), promise->place) >
             world->rules.promise_relief_m + LEFT_M;
}

static bool
is_kept (const SimWorld *world, SimPromise *promise, size_t platoon, SimHelp help)
{
  switch (help) {
  case SIM_HELP_RESUPPLY:
    return is_resupplied (world, promise, platoon);
  case SIM_HELP_SUPPORT:
    return (who_supports (world, promise, platoon) & ~promise->before) != 0;
  default:
    if ((who_came (world, promise, platoon) & ~promise->before) != 0)
      promise->came = 1;
    return promise->came && have_left (world, promise, platoon);
  }
}

/* ---- Made ---------------------------------------------------------------------------------- */

bool
sim_promise_is_open (const SimWorld *world, size_t unit, const SimCommand *command)
{
  size_t platoon = world->units.group[unit];

  return platoon < SIM_MAX_PLATOONS && world->promises[platoon][command->help].order != 0;
}

static bool
is_named (const SimCommand *command, size_t unit)
{
  for (unsigned i = 0; i < command->n_addressees; i++)
    if (command->addressees[i].kind == SIM_ADDRESSEE_UNIT && command->addressees[i].index == unit)
      return true;
  return false;
}

bool
sim_promise_begin (SimWorld *world, size_t unit, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;
  size_t platoon = world->units.group[unit];
  SimPromise *promise;

  if (platoon >= SIM_MAX_PLATOONS || sim_promise_is_open (world, unit, command))
    return false;
  promise = &world->promises[platoon][command->help];
  *promise = (SimPromise){
    .order = number,
    .unit = is_named (command, unit) ? (uint32_t) unit : SIM_NOBODY,
    .made = world->tick,
    .due = world->tick + SIM_SECONDS (60 * command->minutes),
    .place = sim_unit_position (world, unit),
  };
  if (command->help == SIM_HELP_SUPPORT)
    promise->before = who_supports (world, promise, platoon);
  if (command->help == SIM_HELP_RELIEF)
    promise->before = who_came (world, promise, platoon);
  return true;
}

/* ---- Over ---------------------------------------------------------------------------------- */

static void
say (SimWorld *world, size_t platoon, const SimPromise *promise, SimPhrase phrase)
{
  uint32_t speaker = promise->unit == SIM_NOBODY ? world->platoons[platoon].leader : promise->unit;
  SimReport report;

  if (speaker == SIM_NOBODY || !sim_unit_works (world, speaker))
    return;
  report = sim_report_begin (world, speaker, SIM_REPORT_PLATOON, phrase);
  report.order = promise->order;
  sim_link_report (world, speaker, SIM_AIR_TALK, SIM_SUBJECT_ORDER | promise->order, 5, &report);
}

/* Ends the order for this platoon; takes its place.  */
static SimPromise
end (SimWorld *world, SimPromise *promise, SimOrderState state, SimCause cause)
{
  SimPromise over = *promise;
  SimOrder *order = &world->orders[over.order - 1];

  memset (promise, 0, sizeof *promise);
  if (order->open_units > 0 && --order->open_units == 0)
    sim_order_close (world, over.order, state, cause);
  return over;
}

static void
keep (SimWorld *world, SimPromise *promise, size_t platoon)
{
  SimPromise kept = end (world, promise, SIM_ORDER_DONE, SIM_CAUSE_NONE);

  sim_trust_change_platoon (world, platoon, kept.unit, SIM_TRUST_PROMISE_KEPT,
                            world->rules.trust_promise_kept);
  say (world, platoon, &kept, SIM_PHRASE_PROMISE_KEPT);
}

static void
break_it (SimWorld *world, SimPromise *promise, size_t platoon)
{
  SimPromise broken = end (world, promise, SIM_ORDER_FAILED, SIM_CAUSE_NOT_KEPT);

  sim_trust_change_platoon (world, platoon, broken.unit, SIM_TRUST_PROMISE_BROKEN,
                            -world->rules.trust_promise_broken);
  sim_result_fault (world, SIM_FAULT_PROMISE, platoon, broken.made);
  say (world, platoon, &broken, SIM_PHRASE_PROMISE_BROKEN);
}

void
sim_promise_step (SimWorld *world)
{
  for (size_t p = 0; p < world->n_platoons; p++)
    for (int help = 0; help < SIM_N_HELPS; help++) {
      SimPromise *each = &world->promises[p][help];

      if (each->order == 0)
        continue;
      if (is_kept (world, each, p, (SimHelp) help))
        keep (world, each, p);
      else if (world->tick >= each->due)
        break_it (world, each, p);
    }
}

void
sim_promise_guns (SimWorld *world, BaseVec place)
{
  for (size_t p = 0; p < world->n_platoons; p++) {
    SimPromise *each = &world->promises[p][SIM_HELP_SUPPORT];

    if (each->order != 0 && is_near_them (world, each, p, place))
      keep (world, each, p);
  }
}

/* ---- Called off ---------------------------------------------------------------------------- */

static bool
is_addressed (const SimCommand *command, size_t platoon, uint32_t unit)
{
  for (unsigned i = 0; i < command->n_addressees; i++) {
    const SimAddressee *each = &command->addressees[i];

    if (each->kind == SIM_ADDRESSEE_ALL ||
        (each->kind == SIM_ADDRESSEE_PLATOON && each->index == platoon) ||
        (each->kind == SIM_ADDRESSEE_UNIT && each->index == unit))
      return true;
  }
  return false;
}

/* Nothing that they are on, or are about to begin, was told them after it.  */
static bool
is_last_word (const SimWorld *world, const SimPromise *promise, size_t platoon)
{
  size_t n_members;
  const uint32_t *members = sim_platoon_members (world, platoon, &n_members);

  for (size_t k = 0; k < n_members; k++)
    if (is_promised (world, promise, platoon, members[k]) &&
        (world->units.order[members[k]] > promise->order ||
         world->units.pending_order[members[k]] > promise->order))
      return false;
  return true;
}

static void
call_off (SimWorld *world, SimPromise *promise, size_t platoon)
{
  if (world->tick - promise->made < (promise->due - promise->made) / 2) {
    SimPromise over = end (world, promise, SIM_ORDER_REPLACED, SIM_CAUSE_NONE);

    sim_trust_change_platoon (world, platoon, over.unit, SIM_TRUST_PROMISE_CALLED_OFF,
                              -world->rules.trust_promise_called_off);
    return;
  }
  break_it (world, promise, platoon);
}

/* The last that was promised to them.  */
static SimPromise *
last_promise (SimWorld *world, const SimCommand *command, size_t platoon)
{
  SimPromise *last = NULL;

  for (int help = 0; help < SIM_N_HELPS; help++) {
    SimPromise *each = &world->promises[platoon][help];

    if (each->order != 0 && is_addressed (command, platoon, each->unit) &&
        (last == NULL || each->order > last->order))
      last = each;
  }
  return last;
}

bool
sim_promise_cancel (SimWorld *world, const SimCommand *command)
{
  bool any = false;

  for (size_t p = 0; p < world->n_platoons; p++) {
    SimPromise *last = last_promise (world, command, p);

    if (last == NULL || !is_last_word (world, last, p))
      continue;
    call_off (world, last, p);
    any = true;
  }
  return any;
}

/* ---- State --------------------------------------------------------------------------------- */

static void
walk_promise (BaseCodec *codec, SimPromise *promise)
{
  u32 (codec, &promise->order);
  u32 (codec, &promise->unit);
  u32 (codec, &promise->made);
  u32 (codec, &promise->due);
  vec (codec, &promise->place);
  u8 (codec, &promise->before);
  u8 (codec, &promise->came);
}
#define walk_promise(codec, promise) BASE_CODEC_PART (walk_promise, codec, promise)

void
sim_promise_walk (BaseCodec *codec, SimWorld *world)
{
  for (size_t p = 0; p < SIM_MAX_PLATOONS; p++)
    for (int help = 0; help < SIM_N_HELPS; help++)
      walk_promise (codec, &world->promises[p][help]);
}

bool
sim_promise_bounded (const SimWorld *world)
{
  for (size_t p = 0; p < SIM_MAX_PLATOONS; p++)
    for (int help = 0; help < SIM_N_HELPS; help++) {
      const SimPromise *each = &world->promises[p][help];

      if (each->order > world->n_orders || (each->order != 0 && p >= world->n_platoons) ||
          (each->order != 0 && each->unit != SIM_NOBODY && each->unit >= world->n_own) ||
          (each->order != 0 && each->due < each->made))
        return false;
    }
  return true;
}

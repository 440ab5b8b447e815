/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-emergency.h"

#include "base/base-codec-names.h"
#include "sim/sim-result.h"
#include "sim/sim-strain.h"
#include "sim/sim-trust.h"

#define u8 base_codec_u8
#define u16 base_codec_u16
#define u32 base_codec_u32
#define vec base_codec_vec

/* ---- The cry ------------------------------------------------------------------------------- */

/* Whose emergency it is: the platoon of whom it tells, who may be another than who speaks.
 * Scavengers have nobody aboard, and cry for nobody.  */
static bool
find_platoon (const SimWorld *world, const SimReport *report, size_t *platoon)
{
  uint32_t subject = report->subject.index;

  if (!sim_unit_is_some (report->subject) || subject >= world->n_own)
    return false;
  *platoon = world->units.group[subject];
  return *platoon < world->n_platoons;
}

/* She has spoken to it just now, it is leaving, or nobody of it is left to leave.  */
static bool
wants_no_order (const SimWorld *world, size_t platoon)
{
  uint32_t leader = world->platoons[platoon].leader;
  SimTick ordered = world->cries[platoon].ordered;

  return leader == SIM_NOBODY || world->units.mission[leader] == SIM_MISSION_FALL_BACK ||
         (ordered != 0 && sim_within (world, ordered, world->rules.emergency_ordered_s));
}

void
sim_emergency_heard (SimWorld *world, const SimReport *report)
{
  SimCry *cry;
  size_t platoon;

  if (!find_platoon (world, report, &platoon))
    return;
  cry = &world->cries[platoon];
  cry->last = world->tick;
  cry->place = sim_unit_position (world, report->subject.index);
  if (cry->since != 0 || wants_no_order (world, platoon))
    return;
  cry->since = world->tick;
  cry->waited = 0;
  cry->counted = 0;
}

/* ---- The answer ---------------------------------------------------------------------------- */

static bool
speaks_to (const SimWorld *world, const SimAddressee *addressee, size_t platoon)
{
  switch (addressee->kind) {
  case SIM_ADDRESSEE_ALL:
    return true;
  case SIM_ADDRESSEE_PLATOON:
    return addressee->index == platoon;
  case SIM_ADDRESSEE_UNIT:
    return addressee->index < world->n_own && world->units.group[addressee->index] == platoon;
  default:
    return false;
  }
}

/* Somebody is to come to it, or fire near it: help, whoever was spoken to.  */
static bool
sends_there (const SimWorld *world, const SimTarget *target, size_t platoon)
{
  const SimCry *cry = &world->cries[platoon];

  if (target->kind == SIM_TARGET_PLATOON)
    return target->number == platoon;
  if (target->kind == SIM_TARGET_UNIT)
    return target->number < world->n_own && world->units.group[target->number] == platoon;
  return target->kind != SIM_TARGET_NONE && cry->since != 0 &&
         base_vec_distance (target->position, cry->place) <= world->rules.emergency_help_m;
}

static bool
answers (const SimWorld *world, const SimCommand *command, size_t platoon)
{
  for (unsigned i = 0; i < command->n_addressees; i++)
    if (speaks_to (world, &command->addressees[i], platoon))
      return true;
  return sends_there (world, &command->target, platoon);
}

void
sim_emergency_ordered (SimWorld *world, const SimCommand *command)
{
  for (size_t p = 0; p < world->n_platoons; p++)
    if (answers (world, command, p)) {
      world->cries[p].since = 0;
      world->cries[p].ordered = world->tick;
    }
}

/* ---- Time ---------------------------------------------------------------------------------- */

/* A cry that was counted against her is over when it has been quiet for a while.  */
static void
wait_for_quiet (SimWorld *world, SimCry *cry)
{
  if (!sim_within (world, cry->last, world->rules.emergency_quiet_s))
    cry->since = 0;
}

static void
wait_for_order (SimWorld *world, size_t platoon, bool free_air)
{
  SimCry *cry = &world->cries[platoon];

  if (wants_no_order (world, platoon)) {
    cry->since = 0;
    return;
  }
  if (!free_air || ++cry->waited < SIM_SECONDS (world->rules.emergency_answer_s))
    return;
  cry->counted = 1;
  sim_result_fault (world, SIM_FAULT_EMERGENCY, platoon, cry->since);
  sim_trust_change_platoon (world, platoon, SIM_NOBODY, SIM_TRUST_EMERGENCY_UNANSWERED,
                            -world->rules.trust_emergency);
}

void
sim_emergency_step (SimWorld *world)
{
  bool free_air = world->link.now.id == 0 && !sim_strain_is_cut (world);

  for (size_t p = 0; p < world->n_platoons; p++) {
    if (world->cries[p].since == 0)
      continue;
    if (world->cries[p].counted)
      wait_for_quiet (world, &world->cries[p]);
    else
      wait_for_order (world, p, free_air);
  }
}

/* ---- State --------------------------------------------------------------------------------- */

static void
walk_cry (BaseCodec *codec, SimCry *cry)
{
  u32 (codec, &cry->since);
  u32 (codec, &cry->last);
  u32 (codec, &cry->ordered);
  vec (codec, &cry->place);
  u16 (codec, &cry->waited);
  u8 (codec, &cry->counted);
}
#define walk_cry(codec, cry) BASE_CODEC_PART (walk_cry, codec, cry)

static void
walk_fault (BaseCodec *codec, SimFault *fault)
{
  u32 (codec, &fault->t);
  u8 (codec, &fault->kind);
  u8 (codec, &fault->platoon);
  base_codec_fail_unless (codec, fault->kind < SIM_N_FAULTS && fault->platoon < SIM_MAX_PLATOONS);
}
#define walk_fault(codec, fault) BASE_CODEC_PART (walk_fault, codec, fault)

void
sim_emergency_walk (BaseCodec *codec, SimWorld *world)
{
  for (size_t p = 0; p < SIM_MAX_PLATOONS; p++)
    walk_cry (codec, &world->cries[p]);
  u16 (codec, &world->faults);
  for (size_t i = 0; i < SIM_MAX_FAULTS; i++)
    walk_fault (codec, &world->faults_told[i]);
}

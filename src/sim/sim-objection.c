/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-objection.h"

#include "base/base-codec-names.h"
#include "sim/sim-honesty.h"
#include "sim/sim-link.h"
#include "sim/sim-movement.h"
#include "sim/sim-orders.h"
#include "sim/sim-pilot.h"
#include "sim/sim-trust.h"

#define SAME_PLACE_M 400.0f
#define STAYS_M 500.0f      /* a place to hold so near is where he is */
#define ROUND_M 900.0f      /* off the straight way */
#define ROUND_LEAST_M 800.0f /* a shorter way has nothing to go round */
#define ROUND_NEAR_M 1000.0f /* a way by so near is the one he meant */
#define CAREFUL_LEAVES 12.0f /* danger that going carefully takes away, as he sees it */
#define AT_ONCE_DANGER 15.0f

#define u8 base_codec_u8
#define u32 base_codec_u32
#define vec base_codec_vec

float
sim_objection_most (const SimWorld *world, size_t unit, bool insisted)
{
  const SimRules *rules = &world->rules;

  return (insisted ? rules->insist_base : rules->danger_base) +
         rules->danger_trust * world->units.trust[unit];
}

/* ---- Why ----------------------------------------------------------------------------------- */

/* What lies at the target itself, of the danger as he sees it.  */
static float
danger_there (const SimWorld *world, size_t unit, const SimCommand *command)
{
  SimCommand nowhere = *command;

  nowhere.target.kind = SIM_TARGET_NONE;
  return sim_pilot_danger (world, unit, command) - sim_pilot_danger (world, unit, &nowhere);
}

/* The largest part of it.  */
static SimCause
reason_of (const SimWorld *world, size_t unit, const SimCommand *command)
{
  const SimUnits *u = &world->units;
  const struct {
    float danger;
    SimCause cause;
  } parts[] = {
    {danger_there (world, unit, command), SIM_CAUSE_OUTNUMBERED},
    {0.25f * u->stress[unit], SIM_CAUSE_SHAKEN},
    {15.0f * u->wounds[unit], SIM_CAUSE_WOUNDED},
    {0.15f * u->fatigue[unit], SIM_CAUSE_FATIGUE},
    {command->verb == SIM_VERB_ATTACK && u->ammunition[unit] < 8 ? 25 : 0, SIM_CAUSE_FEW_ROUNDS},
  };
  size_t best = 0;

  for (size_t i = 1; i < sizeof parts / sizeof *parts; i++)
    if (parts[i].danger > parts[best].danger)
      best = i;
  return parts[best].cause;
}

/* ---- What he would do ---------------------------------------------------------------------- */

static bool
goes_there (const SimCommand *command)
{
  return command->verb == SIM_VERB_MOVE || command->verb == SIM_VERB_SCOUT ||
         command->verb == SIM_VERB_ATTACK;
}

/* A place to one side of the way that he knows less of against than half of what waits at its end.  */
static bool
finds_way_round (const SimWorld *world, size_t unit, const SimCommand *command, BaseVec *place)
{
  BaseVec at = sim_unit_position (world, unit);
  BaseVec way = base_vec_sub (command->target.position, at), middle;
  float length = base_vec_length (way), least = danger_there (world, unit, command) / 2;
  bool found = false;

  if (length < ROUND_LEAST_M)
    return false;
  middle = base_vec_add (at, base_vec_scale (way, 0.5f));
  for (int side = -1; side <= 1; side += 2) {
    SimCommand by = *command;
    float danger, off = (float) side * ROUND_M / length;

    by.target.position = sim_move_on_map (
        world, base_vec (middle.x - way.y * off, middle.y + way.x * off));
    danger = danger_there (world, unit, &by);
    if (danger < least) {
      least = danger;
      *place = by.target.position;
      found = true;
    }
  }
  return found;
}

static SimProposal
propose (const SimWorld *world, size_t unit, const SimCommand *command, BaseVec *place)
{
  float danger = sim_pilot_danger (world, unit, command);
  float most = sim_objection_most (world, unit, false);
  SimCause why = reason_of (world, unit, command);

  if (!goes_there (command))
    return SIM_PROPOSAL_HOLD;
  if (why == SIM_CAUSE_SHAKEN || sim_within (world, world->units.harmed_tick[unit], 8) ||
      (command->timing == SIM_TIMING_AT_ONCE && danger - AT_ONCE_DANGER <= most))
    return SIM_PROPOSAL_WAIT;
  if (why == SIM_CAUSE_OUTNUMBERED && finds_way_round (world, unit, command, place))
    return SIM_PROPOSAL_ROUND;
  if (command->posture != SIM_POSTURE_CAREFUL && command->posture != SIM_POSTURE_HIDDEN &&
      danger - CAREFUL_LEAVES <= most)
    return SIM_PROPOSAL_CAREFUL;
  return SIM_PROPOSAL_HOLD;
}

/* ---- Said ---------------------------------------------------------------------------------- */

/* What he would do instead, said by who refuses the order and by who does it all the same.  */
static const struct {
  SimPhrase object, advise;
} phrases[SIM_N_PROPOSALS] = {
  [SIM_PROPOSAL_HOLD] = {SIM_PHRASE_OBJECT_HOLD, SIM_PHRASE_ADVISE_HOLD},
  [SIM_PROPOSAL_CAREFUL] = {SIM_PHRASE_OBJECT_CAREFUL, SIM_PHRASE_ADVISE_CAREFUL},
  [SIM_PROPOSAL_ROUND] = {SIM_PHRASE_OBJECT_ROUND, SIM_PHRASE_ADVISE_ROUND},
  [SIM_PROPOSAL_WAIT] = {SIM_PHRASE_OBJECT_WAIT, SIM_PHRASE_ADVISE_WAIT},
};

/* His last one, else one that is long over, else the oldest.  */
static SimObjection *
place_for (SimWorld *world, size_t unit)
{
  SimObjection *best = &world->objections[0];

  for (int i = 0; i < SIM_MAX_OBJECTIONS; i++)
    if (world->objections[i].order != 0 && world->objections[i].unit == unit)
      return &world->objections[i];
  for (int i = 0; i < SIM_MAX_OBJECTIONS; i++)
    if (world->objections[i].said < best->said)
      best = &world->objections[i];
  return best;
}

bool
sim_objection_is_refusal (unsigned phrase)
{
  return phrase == SIM_PHRASE_REFUSE ||
         (phrase >= SIM_PHRASE_OBJECT_HOLD && phrase <= SIM_PHRASE_OBJECT_WAIT);
}

SimReport
sim_objection_report (SimWorld *world, size_t unit, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;
  SimObjection *place = place_for (world, unit);
  SimReport report;

  *place = (SimObjection){.order = number, .unit = (uint32_t) unit, .said = world->tick};
  place->proposal = (uint8_t) propose (world, unit, command, &place->place);
  report = sim_report_begin (world, unit, SIM_REPORT_ORDER, phrases[place->proposal].object);
  /* Who does not trust her enough keeps his reasons.  */
  sim_words_number (&report.words, 0,
                    sim_honesty_explains (world, unit)
                        ? (int32_t) reason_of (world, unit, command)
                        : (int32_t) SIM_CAUSE_NONE);
  if (place->proposal == SIM_PROPOSAL_ROUND)
    sim_words_position (&report.words, 1, place->place);
  return report;
}

/* Who does what he is told, and trusts her, says what speaks against it: from trust_corrects on what he
 * would do instead, from trust_doubts on that it is a risk and he takes it.  */
void
sim_objection_advise (SimWorld *world, size_t unit, uint32_t number)
{
  const SimCommand *command = &world->orders[number - 1].command;
  BaseVec place = sim_unit_position (world, unit);
  SimProposal proposal;
  SimReport report;

  if (sim_unit_is_supply (world, unit) || !sim_honesty_corrects (world, unit) ||
      sim_order_needs_no_wait ((SimVerb) command->verb) ||
      sim_pilot_danger (world, unit, command) <= world->rules.danger_base)
    return;
  proposal = propose (world, unit, command, &place);
  report = sim_report_begin (world, unit, SIM_REPORT_ORDER,
                             sim_honesty_doubts (world, unit) ? SIM_PHRASE_RISK
                                                              : phrases[proposal].advise);
  report.order = number;
  sim_words_number (&report.words, 0, (int32_t) reason_of (world, unit, command));
  sim_words_position (&report.words, 1, place);
  sim_link_report (world, unit, SIM_AIR_TALK, SIM_SUBJECT_ADVICE | (uint32_t) unit, 60, &report);
}

/* ---- Answered ------------------------------------------------------------------------------ */

static bool
is_addressed (const SimWorld *world, const SimCommand *command, size_t unit)
{
  for (unsigned i = 0; i < command->n_addressees; i++) {
    const SimAddressee *each = &command->addressees[i];

    if (each->kind == SIM_ADDRESSEE_ALL ||
        (each->kind == SIM_ADDRESSEE_PLATOON && each->index == world->units.group[unit]) ||
        (each->kind == SIM_ADDRESSEE_UNIT && each->index == unit))
      return true;
  }
  return false;
}

/* The time is hers: it is counted to when she gave the answer, not to when the air was free for it.  */
static bool
is_open (const SimWorld *world, const SimObjection *objection, SimTick answered)
{
  return objection->order != 0 && sim_unit_works (world, objection->unit) &&
         answered <= objection->said + SIM_SECONDS (world->rules.objection_s);
}

static SimTick
entered (const SimWorld *world, const SimCommand *command)
{
  for (uint32_t i = world->n_orders; i-- > 0;)
    if (world->orders[i].command.id == command->id)
      return world->orders[i].entered;
  return world->tick;
}

uint32_t
sim_objection_find (const SimWorld *world, const SimCommand *command, size_t *unit)
{
  SimTick answered = entered (world, command);
  uint32_t last = 0;

  for (int i = 0; i < SIM_MAX_OBJECTIONS; i++) {
    const SimObjection *each = &world->objections[i];

    if (is_open (world, each, answered) && !each->dropped && each->order > last &&
        is_addressed (world, command, each->unit)) {
      last = each->order;
      *unit = each->unit;
    }
  }
  return last;
}

static SimObjection *
of_order (SimWorld *world, uint32_t number)
{
  for (int i = 0; i < SIM_MAX_OBJECTIONS; i++)
    if (world->objections[i].order == number)
      return &world->objections[i];
  return NULL;
}

void
sim_objection_insisted (SimWorld *world, uint32_t number)
{
  SimObjection *objection = of_order (world, number);

  sim_trust_change (world, objection->unit, SIM_TRUST_INSISTED, -world->rules.trust_insist);
  memset (objection, 0, sizeof *objection);
}

void
sim_objection_dropped (SimWorld *world, uint32_t number)
{
  SimObjection *objection = of_order (world, number);

  objection->dropped = 1;
  objection->said = world->tick;
}

static bool
same_place (const SimCommand *a, const SimCommand *b)
{
  return a->verb == b->verb &&
         base_vec_distance (a->target.position, b->target.position) <= SAME_PLACE_M;
}

static bool
is_proposal (const SimWorld *world, const SimObjection *objection, const SimCommand *command)
{
  const SimCommand *refused = &world->orders[objection->order - 1].command;

  switch (objection->proposal) {
  case SIM_PROPOSAL_HOLD:
    return command->verb == SIM_VERB_HOLD &&
           (command->target.kind == SIM_TARGET_NONE ||
            base_vec_distance (command->target.position,
                               sim_unit_position (world, objection->unit)) <= STAYS_M);
  case SIM_PROPOSAL_CAREFUL:
    return same_place (command, refused) && (command->posture == SIM_POSTURE_CAREFUL ||
                                             command->posture == SIM_POSTURE_HIDDEN);
  case SIM_PROPOSAL_WAIT:
    return same_place (command, refused) && command->timing == SIM_TIMING_WHEN_READY;
  default:
    for (unsigned i = 0; same_place (command, refused) && i < command->n_via; i++)
      if (base_vec_distance (command->via[i].position, objection->place) <= ROUND_NEAR_M)
        return true;
    return false;
  }
}

bool
sim_objection_takes_up (SimWorld *world, size_t unit, const SimCommand *command)
{
  SimTick answered = entered (world, command);

  for (int i = 0; i < SIM_MAX_OBJECTIONS; i++) {
    SimObjection *each = &world->objections[i];

    if (each->unit != unit || !each->dropped || !is_open (world, each, answered) ||
        !is_proposal (world, each, command))
      continue;
    memset (each, 0, sizeof *each);
    sim_trust_change (world, unit, SIM_TRUST_PROPOSAL_TAKEN, world->rules.trust_proposal);
    return true;
  }
  return false;
}

/* ---- State --------------------------------------------------------------------------------- */

static void
walk_objection (BaseCodec *codec, SimObjection *objection)
{
  u32 (codec, &objection->order);
  u32 (codec, &objection->unit);
  u32 (codec, &objection->said);
  vec (codec, &objection->place);
  u8 (codec, &objection->proposal);
  u8 (codec, &objection->dropped);
}
#define walk_objection(codec, objection) BASE_CODEC_PART (walk_objection, codec, objection)

void
sim_objection_walk (BaseCodec *codec, SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_OBJECTIONS; i++)
    walk_objection (codec, &world->objections[i]);
}

bool
sim_objection_bounded (const SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_OBJECTIONS; i++) {
    const SimObjection *each = &world->objections[i];

    if (each->order > world->n_orders || (each->order != 0 && each->unit >= world->n_own) ||
        each->proposal >= SIM_N_PROPOSALS)
      return false;
  }
  return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a state that comes from outside, beyond the invariants of sim-validate.c: a save is
 * a file, and a file may have been made by anybody.  Every number that is used as an index, and every
 * length, must be within what it counts; no real may be so big that sums of it leave the numbers.
 * tests/sim/test-state.c puts such values into every field, and tests/fuzz whatever comes.  */
#include "sim/sim-look.h"
#include "sim/sim-nets.h"
#include "sim/sim-state.h"

#include "sim/sim-expect.h"
#include "sim/sim-objection.h"
#include "sim/sim-promise.h"
#include "sim/sim-talk.h"
#include "sim/sim-trust.h"

/* Metres, seconds, points: nothing in a battle is bigger.  */
#define REAL_MOST 1e7f
/* A battle of a day, in ticks.  */
#define TICK_MOST (SIM_EPOCH + SIM_SECONDS (86400))

/* ---- Reals --------------------------------------------------------------------------------- */

typedef struct {
  bool ok;
} Reals;

static uint64_t
check_real (const char *name, BaseCodecType type, uint64_t bits, void *data)
{
  Reals *reals = data;
  uint32_t half = (uint32_t) bits;
  float single;
  double twice;

  if (type == BASE_CODEC_F32) {
    __builtin_memcpy (&single, &half, sizeof single);
    reals->ok &= single >= -REAL_MOST && single <= REAL_MOST;
  } else if (type == BASE_CODEC_F64) {
    __builtin_memcpy (&twice, &bits, sizeof twice);
    reals->ok &= twice >= -1e12 && twice <= 1e12;
  }
  return bits;
}

static bool
reals_bounded (const SimWorld *world)
{
  Reals reals = {.ok = true};
  BaseCodecVisitor visitor = {.field = check_real, .data = &reals};

  sim_world_show_fields (world, &visitor);
  return reals.ok;
}

static bool
within (float value, float low, float high)
{
  return value >= low && value <= high; /* false for NaN */
}

/* ---- Indices ------------------------------------------------------------------------------- */

/* Of an id in a report: nobody has any index beyond the last.  */
static bool
type_ok (const SimWorld *world, SimTypeIndex type)
{
  return type == SIM_TYPE_UNKNOWN || type < world->rules.n_types;
}

static bool
target_ok (const SimTarget *target)
{
  return target->kind <= SIM_TARGET_PLATOON &&
         (target->kind != SIM_TARGET_PLATOON || target->number <= SIM_SUPPLY_PLATOON);
}

static bool
command_ok (const SimWorld *world, const SimCommand *command)
{
  if (command->verb >= SIM_N_VERBS || command->posture >= SIM_N_POSTURES ||
      command->timing >= SIM_N_TIMINGS || command->topic >= SIM_N_TOPICS ||
      command->mark > SIM_MAX_MARK ||
      command->n_addressees > SIM_MAX_ADDRESSEES || command->n_via > SIM_MAX_VIA ||
      command->help >= SIM_N_HELPS || command->minutes > SIM_MOST_MINUTES ||
      command->until_relieved > sim_verb_takes_relief (command->verb) ||
      !sim_setting_fits (command->verb, command->setting) || !target_ok (&command->target) ||
      (command->target.kind == SIM_TARGET_UNIT && command->target.number >= world->n_own))
    return false;
  for (unsigned i = 0; i < command->n_addressees; i++) {
    const SimAddressee *addressee = &command->addressees[i];

    if (addressee->kind > SIM_ADDRESSEE_INTERCEPTORS ||
        (addressee->kind == SIM_ADDRESSEE_UNIT && addressee->index >= world->n_own) ||
        (addressee->kind == SIM_ADDRESSEE_PLATOON && addressee->index > SIM_SUPPLY_PLATOON))
      return false;
  }
  for (unsigned i = 0; i < command->n_via; i++)
    if (!target_ok (&command->via[i]))
      return false;
  return true;
}

static bool
words_ok (const SimWords *words)
{
  return words->phrase < SIM_N_PHRASES && words->manner < SIM_N_MANNERS &&
         words->n_lost <= SIM_MAX_LOST_WORDS;
}

static bool
report_ok (const SimWorld *world, const SimReport *report)
{
  return report->kind < SIM_N_REPORT_KINDS && report->how < SIM_N_HOWS &&
         report->order <= world->n_orders && report->words.relayed <= world->n_own &&
         type_ok (world, report->type) && report->own.activity < SIM_N_ACTIVITIES &&
         words_ok (&report->words);
}

/* ---- Parts --------------------------------------------------------------------------------- */

static bool
unit_bounded (const SimWorld *world, size_t i)
{
  const SimUnits *u = &world->units;

  for (size_t k = 0; k < SIM_MAX_PREPARED; k++)
    if (u->prepared[i * SIM_MAX_PREPARED + k] > world->n_orders)
      return false;
  return within (u->pace[i], 0, 10) && within (u->fatigue[i], 0, 100) &&
         within (u->trust[i], -1000, 1000) && within (u->push_x[i], -1000, 1000) &&
         within (u->push_y[i], -1000, 1000) && within (u->gunnery[i], -10, 10) &&
         within (u->driving[i], -10, 10) && within (u->awareness[i], -10, 10) &&
         u->posture[i] < SIM_N_POSTURES && u->activity[i] < SIM_N_ACTIVITIES &&
         within (u->base_gunnery[i], -10, 10) && within (u->base_driving[i], -10, 10) &&
         within (u->base_awareness[i], -10, 10) && u->temper[i] < SIM_N_TEMPERS && u->pending_cause[i] < SIM_N_CAUSES && u->wounds[i] <= 2;
}

static bool
platoon_bounded (const SimWorld *world, const SimPlatoon *platoon)
{
  if (!sim_unit_index_ok (world, platoon->leader))
    return false;
  for (int i = 0; i < SIM_MAX_CONTACTS; i++) {
    const SimContact *contact = &platoon->contacts[i];

    if (contact->number == 0)
      continue;
    if (contact->group >= world->n_groups || !sim_unit_index_ok (world, contact->observer) ||
        !type_ok (world, contact->type) || !type_ok (world, contact->better_type))
      return false;
  }
  return true;
}

/* A pilot is a machine, and the handler says an order.  */
static bool
speaker_ok (const SimWorld *world, const SimUtterance *utterance)
{
  switch (utterance->speaker) {
  case SIM_SPEAKER_PILOT:
    return utterance->unit < world->n_units;
  case SIM_SPEAKER_HANDLER:
    return utterance->order > 0;
  default:
    return utterance->speaker == SIM_SPEAKER_DESK;
  }
}

static bool
utterance_bounded (const SimWorld *world, const SimUtterance *utterance)
{
  return utterance->id == 0 ||
         (speaker_ok (world, utterance) && (!utterance->again || utterance->order > 0) && utterance->air_class < SIM_N_AIR_CLASSES &&
          sim_unit_index_ok (world, utterance->unit) && utterance->order <= world->n_orders &&
          report_ok (world, &utterance->report));
}

static bool
said_bounded (const SimWorld *world, const SimSaid *said)
{
  return !said->used || (said->unit < world->n_own && said->said <= world->tick &&
                         report_ok (world, &said->report));
}

static bool
link_bounded (const SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_SAID; i++)
    if (!said_bounded (world, &world->link.said[i]))
      return false;
  for (int i = 0; i < SIM_MAX_QUEUE; i++)
    if (!utterance_bounded (world, &world->link.queue[i]))
      return false;
  return utterance_bounded (world, &world->link.now);
}

static bool
orders_bounded (const SimWorld *world)
{
  if (world->n_orders + world->n_pending > SIM_MAX_ORDERS)
    return false;
  for (uint32_t i = 0; i < world->n_orders; i++)
    if (world->orders[i].state >= SIM_N_ORDER_STATES ||
        !command_ok (world, &world->orders[i].command))
      return false;
  for (uint32_t i = 0; i < world->n_pending; i++)
    if (!command_ok (world, &world->pending[i]))
      return false;
  for (uint32_t i = 0; i < world->n_queue_edits; i++)
    if (!sim_queue_edit_is_fit (&world->queue_edits[i]))
      return false;
  return true;
}

static bool
kills_bounded (const SimWorld *world)
{
  for (uint32_t i = 0; i < world->n_kills; i++)
    if (world->kills[i].victim >= world->n_units || !sim_unit_index_ok (world, world->kills[i].killer) ||
        world->kills[i].weapon >= SIM_MAX_WEAPONS || world->kills[i].facing >= SIM_N_FACINGS)
      return false;
  return true;
}

/* Who listens is there.  */
static bool
hearing_bounded (const SimWorld *world)
{
  return world->hearing.listens == 0 || world->hearing.unit < world->n_own;
}

/* Somebody has fired what is in the air: a machine, or the wall.  */
static bool
shells_bounded (const SimWorld *world)
{
  for (uint32_t i = 0; i < world->n_shells; i++) {
    const SimShell *shell = &world->shells[i];

    if (shell->shooter >= world->n_units &&
        (shell->shooter != SIM_NOBODY || world->wall_weapon < 0 ||
         shell->weapon != (unsigned) world->wall_weapon))
      return false;
  }
  return true;
}

static bool
nets_ok (const SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_OWN_WORDS; i++)
    if (!utterance_bounded (world, &world->nets.queue[i]))
      return false;
  for (uint32_t i = 0; i < world->n_orders; i++)
    if (world->orders[i].phase >= SIM_N_NET_PHASES)
      return false;
  return utterance_bounded (world, &world->nets.now) && sim_nets_bounded (world);
}

static bool
counts_bounded (const SimWorld *world)
{
  return world->tick >= SIM_EPOCH && world->tick <= TICK_MOST &&
         world->outcome <= SIM_OUTCOME_LOST;
}

bool
sim_state_bounded (const SimWorld *world)
{
  for (size_t i = 0; i < world->n_units; i++)
    if (!unit_bounded (world, i))
      return false;
  for (int i = 0; i <= SIM_MAX_PLATOONS; i++)
    if (!platoon_bounded (world, &world->platoons[i]))
      return false;
  for (size_t i = 0; i < world->n_objectives; i++)
    if (world->objectives[i].state >= SIM_N_OBJECTIVE_STATES)
      return false;
  return counts_bounded (world) && orders_bounded (world) && kills_bounded (world) &&
         link_bounded (world) && hearing_bounded (world) &&
         sim_expect_bounded (world) && sim_objection_bounded (world) &&
         sim_promise_bounded (world) && sim_trust_bounded (world) && sim_talk_bounded (world) &&
         shells_bounded (world) && sim_look_bounded (world) && nets_ok (world) && reals_bounded (world);
}

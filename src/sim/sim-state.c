/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over every field of state, used to hash, save and load it.
 *
 * A field that is left out here is a fault of determinism.  Two guards: the columns of units come
 * from the list that makes them, and each struct says how many bytes it walked, which must be all
 * it has but for named padding (tests/sim).  */
#include "sim/sim-state.h"

#include <assert.h>
#include <string.h>

/* ---- Scalars ------------------------------------------------------------------------------- */

static void
walk_bytes (SimWalk *walk, void *value, size_t size)
{
  walk->walked += size;
  if (walk->mode == SIM_WALK_LOAD) {
    if (walk->offset + size <= walk->size)
      memcpy (value, walk->in + walk->offset, size);
    else
      walk->failed = true;
  } else if (walk->mode == SIM_WALK_SAVE && walk->offset + size <= walk->size) {
    memcpy (walk->out + walk->offset, value, size);
  }
  walk->offset += size;
}

static void
u64 (SimWalk *walk, uint64_t *value)
{
  if (walk->mode == SIM_WALK_HASH)
    walk->hash = base_hash_u64 (walk->hash, *value);
  walk_bytes (walk, value, sizeof *value);
}

static void
u32 (SimWalk *walk, uint32_t *value)
{
  if (walk->mode == SIM_WALK_HASH)
    walk->hash = base_hash_u64 (walk->hash, *value);
  walk_bytes (walk, value, sizeof *value);
}

static void
i32 (SimWalk *walk, int32_t *value)
{
  if (walk->mode == SIM_WALK_HASH)
    walk->hash = base_hash_u64 (walk->hash, (uint32_t) *value);
  walk_bytes (walk, value, sizeof *value);
}

static void
u16 (SimWalk *walk, uint16_t *value)
{
  if (walk->mode == SIM_WALK_HASH)
    walk->hash = base_hash_u64 (walk->hash, *value);
  walk_bytes (walk, value, sizeof *value);
}

static void
u8 (SimWalk *walk, uint8_t *value)
{
  if (walk->mode == SIM_WALK_HASH)
    walk->hash = base_hash_u64 (walk->hash, *value);
  walk_bytes (walk, value, sizeof *value);
}

static void
f32 (SimWalk *walk, float *value)
{
  if (walk->mode == SIM_WALK_HASH)
    walk->hash = base_hash_f32 (walk->hash, *value);
  walk_bytes (walk, value, sizeof *value);
}

static void
f64 (SimWalk *walk, double *value)
{
  uint64_t bits;

  memcpy (&bits, value, sizeof bits);
  u64 (walk, &bits);
  memcpy (value, &bits, sizeof bits);
}

static void
vec (SimWalk *walk, BaseVec *value)
{
  f32 (walk, &value->x);
  f32 (walk, &value->y);
}

static void
unit_id (SimWalk *walk, SimUnitId *id)
{
  u32 (walk, &id->index);
  u32 (walk, &id->generation);
}

/* ---- Values -------------------------------------------------------------------------------- */

static void
walk_target (SimWalk *walk, SimTarget *target)
{
  u8 (walk, &target->kind);
  u32 (walk, &target->number);
  vec (walk, &target->position);
  f32 (walk, &target->precise_m);
}

static void
walk_command (SimWalk *walk, SimCommand *command)
{
  u32 (walk, &command->id);
  u8 (walk, &command->verb);
  u8 (walk, &command->posture);
  u8 (walk, &command->timing);
  u8 (walk, &command->topic);
  u8 (walk, &command->n_addressees);
  u8 (walk, &command->n_via);
  for (int i = 0; i < SIM_MAX_ADDRESSEES; i++) {
    u8 (walk, &command->addressees[i].kind);
    u32 (walk, &command->addressees[i].index);
  }
  walk_target (walk, &command->target);
  for (int i = 0; i < SIM_MAX_VIA; i++)
    walk_target (walk, &command->via[i]);
  f32 (walk, &command->facing_deg);
}

static void
walk_words (SimWalk *walk, SimWords *words)
{
  u16 (walk, &words->phrase);
  u8 (walk, &words->variant);
  u8 (walk, &words->n_lost);
  for (int i = 0; i < SIM_MAX_ARGUMENTS; i++) {
    i32 (walk, &words->arguments[i].number);
    u8 (walk, &words->arguments[i].type);
    vec (walk, &words->arguments[i].position);
  }
  for (int i = 0; i < SIM_MAX_LOST_WORDS; i++) {
    u16 (walk, &words->lost[i].from);
    u16 (walk, &words->lost[i].to);
  }
}

static void
walk_own (SimWalk *walk, SimOwnState *own)
{
  u8 (walk, &own->told);
  u8 (walk, &own->activity);
  for (int i = 0; i < SIM_N_PARTS; i++)
    u8 (walk, &own->parts[i]);
  u8 (walk, &own->energy_percent);
  u8 (walk, &own->stress);
  u8 (walk, &own->fatigue);
  u8 (walk, &own->wounds);
  u16 (walk, &own->ammunition);
  vec (walk, &own->position);
  f32 (walk, &own->error_m);
  f32 (walk, &own->heading_deg);
  f32 (walk, &own->speed_mps);
}

static void
walk_report (SimWalk *walk, SimReport *report)
{
  u32 (walk, &report->id);
  u8 (walk, &report->kind);
  u8 (walk, &report->how);
  u8 (walk, &report->type);
  u8 (walk, &report->platoon);
  unit_id (walk, &report->from);
  unit_id (walk, &report->subject);
  u32 (walk, &report->contact);
  u32 (walk, &report->order);
  u16 (walk, &report->count);
  u8 (walk, &report->count_exact);
  u8 (walk, &report->velocity_known);
  u32 (walk, &report->t_sensed);
  u32 (walk, &report->t_sent);
  u32 (walk, &report->t_heard);
  u32 (walk, &report->stale_at);
  vec (walk, &report->position);
  vec (walk, &report->velocity);
  f32 (walk, &report->error_m);
  f32 (walk, &report->confidence);
  walk_own (walk, &report->own);
  walk_words (walk, &report->words);
}

/* ---- Parts of the world -------------------------------------------------------------------- */

static void
walk_units (SimWalk *walk, SimUnits *units, size_t n)
{
#define F32 f32
#define U32 u32
#define U16 u16
#define U8 u8
#define X(kind, name, count)                                                                      \
  for (size_t i = 0; i < n * (count); i++)                                                        \
    kind (walk, &units->name[i]);
  SIM_UNIT_COLUMNS (X)
#undef X
#undef F32
#undef U32
#undef U16
#undef U8
}

static void
walk_contact (SimWalk *walk, SimContact *contact)
{
  u32 (walk, &contact->number);
  u32 (walk, &contact->group);
  u32 (walk, &contact->first);
  u32 (walk, &contact->last_seen);
  u32 (walk, &contact->last_said);
  vec (walk, &contact->position);
  vec (walk, &contact->velocity);
  vec (walk, &contact->said_position);
  f32 (walk, &contact->error_m);
  u32 (walk, &contact->observer);
  u16 (walk, &contact->count);
  u16 (walk, &contact->said_count);
  u16 (walk, &contact->killed);
  u8 (walk, &contact->type);
  u8 (walk, &contact->felt);
  u8 (walk, &contact->said);
  u8 (walk, &contact->lost_said);
}

static void
walk_platoon (SimWalk *walk, SimPlatoon *platoon)
{
  for (int i = 0; i < SIM_MAX_CONTACTS; i++)
    walk_contact (walk, &platoon->contacts[i]);
  u32 (walk, &platoon->next_number);
  u32 (walk, &platoon->leader);
  u32 (walk, &platoon->leader_lost);
  u32 (walk, &platoon->status_said);
  u32 (walk, &platoon->started);
  vec (walk, &platoon->threat);
  f32 (walk, &platoon->threat_value);
  u32 (walk, &platoon->threat_tick);
  u32 (walk, &platoon->initiative_tick);
}

/* The definition in it does not change, but belongs to what makes two battles differ.  */
static void
walk_group (SimWalk *walk, SimGroup *group)
{
  SimGroupDef *def = &group->def;

  u8 (walk, &def->task);
  u8 (walk, &def->n_route);
  for (int i = 0; i < 4; i++) {
    u8 (walk, &def->types[i]);
    u16 (walk, &def->counts[i]);
  }
  vec (walk, &def->position);
  f32 (walk, &def->spread_m);
  u32 (walk, &def->arrival);
  for (int i = 0; i < SIM_MAX_ROUTE; i++)
    vec (walk, &def->route[i]);
  u32 (walk, &group->first);
  u32 (walk, &group->count);
  u32 (walk, &group->started);
  u8 (walk, &group->arrived);
  u8 (walk, &group->withdrawing);
  u8 (walk, &group->way);
  u8 (walk, &group->halted);
  u32 (walk, &group->halted_tick);
  vec (walk, &group->centre);
  vec (walk, &group->enemy);
  u32 (walk, &group->enemy_tick);
  f32 (walk, &group->enemy_value);
  u32 (walk, &group->alive);
}

static void
walk_utterance (SimWalk *walk, SimUtterance *utterance)
{
  u32 (walk, &utterance->id);
  u8 (walk, &utterance->speaker);
  u8 (walk, &utterance->air_class);
  u8 (walk, &utterance->has_report);
  u8 (walk, &utterance->cut);
  u32 (walk, &utterance->unit);
  u32 (walk, &utterance->order);
  u32 (walk, &utterance->subject);
  u32 (walk, &utterance->created);
  u32 (walk, &utterance->expires);
  u16 (walk, &utterance->air_ticks);
  walk_report (walk, &utterance->report);
}

static void
walk_link (SimWalk *walk, SimLink *link)
{
  for (int i = 0; i < SIM_MAX_QUEUE; i++)
    walk_utterance (walk, &link->queue[i]);
  walk_utterance (walk, &link->now);
  u32 (walk, &link->begun);
  u32 (walk, &link->until);
  u32 (walk, &link->free_at);
  u32 (walk, &link->next_utterance);
  u32 (walk, &link->next_report);
  u8 (walk, &link->order_had_turn);
  f32 (walk, &link->strain);
  f32 (walk, &link->strain_peak);
  for (int i = 0; i < SIM_MAX_SUBJECTS; i++) {
    u32 (walk, &link->subjects[i].key);
    u32 (walk, &link->subjects[i].said);
  }
  u32 (walk, &link->next_subject);
}

static void
walk_objective (SimWalk *walk, SimObjective *objective)
{
  SimObjectiveDef *def = &objective->def;

  u8 (walk, &def->kind);
  vec (walk, &def->position);
  f32 (walk, &def->radius_m);
  f32 (walk, &def->seconds);
  f32 (walk, &def->share);
  f32 (walk, &def->weight);
  u32 (walk, &def->from);
  u8 (walk, &objective->state);
  f32 (walk, &objective->progress);
  f32 (walk, &objective->said_progress);
}

static void
walk_order (SimWalk *walk, SimOrder *order)
{
  walk_command (walk, &order->command);
  u32 (walk, &order->entered);
  u8 (walk, &order->state);
  u8 (walk, &order->closed);
  u16 (walk, &order->open_units);
}

static void
walk_kill (SimWalk *walk, SimKill *kill)
{
  u32 (walk, &kill->t);
  u32 (walk, &kill->victim);
  u32 (walk, &kill->killer);
  u8 (walk, &kill->weapon);
  u8 (walk, &kill->facing);
  u8 (walk, &kill->pilot_dead);
  f32 (walk, &kill->range_m);
  vec (walk, &kill->position);
}

static void
walk_tables (SimWalk *walk, SimWorld *world)
{
  for (int i = 0; i < SIM_MAX_PLATOONS; i++)
    walk_platoon (walk, &world->platoons[i]);
  for (size_t i = 0; i < world->n_groups; i++)
    walk_group (walk, &world->groups[i]);
  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++) {
    vec (walk, &world->sightings[i].position);
    u32 (walk, &world->sightings[i].tick);
    f32 (walk, &world->sightings[i].value);
  }
  for (size_t i = 0; i < world->n_objectives; i++)
    walk_objective (walk, &world->objectives[i]);
  walk_link (walk, &world->link);
  for (int i = 0; i < SIM_N_RANDOMS; i++) {
    u64 (walk, &world->randoms[i].state);
    u64 (walk, &world->randoms[i].stream);
  }
}

/* Lists with a length: a length that does not fit stops the load before it is used.  */
static void
walk_lists (SimWalk *walk, SimWorld *world)
{
  u32 (walk, &world->n_orders);
  u32 (walk, &world->n_kills);
  u32 (walk, &world->n_pending);
  if (world->n_orders > SIM_MAX_ORDERS || world->n_kills > world->n_units ||
      world->n_pending > SIM_MAX_PENDING) {
    walk->failed = true;
    world->n_orders = world->n_kills = world->n_pending = 0;
    return;
  }
  for (uint32_t i = 0; i < world->n_orders; i++)
    walk_order (walk, &world->orders[i]);
  for (uint32_t i = 0; i < world->n_kills; i++)
    walk_kill (walk, &world->kills[i]);
  for (uint32_t i = 0; i < world->n_pending; i++)
    walk_command (walk, &world->pending[i]);
}

static void
walk_counts (SimWalk *walk, SimWorld *world)
{
  uint32_t outcome = (uint32_t) world->outcome;

  u32 (walk, &world->tick);
  u16 (walk, &world->next_event);
  u8 (walk, &world->finished);
  u32 (walk, &outcome);
  world->outcome = (SimOutcome) outcome;
  u32 (walk, &world->finished_tick);
  f32 (walk, &world->score);
  f32 (walk, &world->task);
  u64 (walk, &world->shots);
  u64 (walk, &world->hits);
  u64 (walk, &world->detections);
  u32 (walk, &world->reports_sent);
  u32 (walk, &world->reports_lost);
  u32 (walk, &world->orders_done);
  u32 (walk, &world->orders_refused);
  f64 (walk, &world->delay_sum_s);
}

void
sim_state_walk (SimWalk *walk, SimWorld *world)
{
  uint64_t n_units = world->n_units, seed = world->seed;

  u64 (walk, &n_units);
  u64 (walk, &seed);
  if (n_units != world->n_units || seed != world->seed) {
    walk->failed = true;
    return;
  }
  walk_counts (walk, world);
  walk_units (walk, &world->units, world->n_units);
  walk_tables (walk, world);
  walk_lists (walk, world);
}

/* ---- Public -------------------------------------------------------------------------------- */

uint64_t
sim_world_hash (const SimWorld *world)
{
  SimWalk walk = {.mode = SIM_WALK_HASH, .hash = BASE_HASH_INIT};

  sim_state_walk (&walk, (SimWorld *) world);
  return walk.hash;
}

size_t
sim_world_save (const SimWorld *world, void *bytes, size_t size)
{
  SimWalk walk = {.mode = SIM_WALK_SAVE, .out = bytes, .size = size};

  sim_state_walk (&walk, (SimWorld *) world);
  return walk.offset;
}

bool
sim_world_load (SimWorld *world, const void *bytes, size_t size)
{
  SimWalk measure = {.mode = SIM_WALK_LOAD, .in = bytes, .size = size};
  size_t old_size = sim_world_save (world, NULL, 0);
  uint8_t *old = sim_state_alloc (old_size);

  /* The old state is kept until the new one has been read to its last byte.  */
  sim_world_save (world, old, old_size);
  sim_state_walk (&measure, world);
  if (measure.failed || measure.offset != size || !sim_state_sane (world)) {
    SimWalk back = {.mode = SIM_WALK_LOAD, .in = old, .size = old_size};

    sim_state_walk (&back, world);
    assert (!back.failed);
    sim_state_release (old);
    return false;
  }
  sim_state_release (old);
  world->n_messages = 0;
  sim_state_rebuild (world);
  return true;
}

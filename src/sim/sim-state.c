/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over every field of state, used to hash, save and load it.
 *
 * A field that is left out here is a fault of determinism.  The columns of units come from the list
 * that makes them; for the rest tests/sim/test-state.c sees that no byte of the state is left out but
 * padding.  Names for comparing two worlds come from the source by base-codec-names.h: a function
 * that walks over a part is followed by a line that makes it a part with a name.  */
#include "sim/sim-look.h"
#include "sim/sim-state.h"

#include "sim/sim-emergency.h"
#include "sim/sim-expect.h"
#include "sim/sim-nets.h"
#include "sim/sim-objection.h"
#include "sim/sim-promise.h"
#include "sim/sim-state-parts.h"
#include "sim/sim-talk.h"
#include "sim/sim-trust.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define STATE_COOKIE 0x574f524cu /* "WORL" */
#define STATE_VERSION 3u

/* ---- Scalars ------------------------------------------------------------------------------- */

#define u8 base_codec_u8
#define u16 base_codec_u16
#define u32 base_codec_u32
#define u64 base_codec_u64
#define i32 base_codec_i32
#define f32 base_codec_f32
#define f64 base_codec_f64
#define vec base_codec_vec

/* ---- Parts of the world -------------------------------------------------------------------- */

static void
walk_units (BaseCodec *codec, SimUnits *units, size_t n)
{
#define F32 f32
#define U32 u32
#define U16 u16
#define U8 u8
#define X(kind, name, count)                                                                      \
  for (size_t i = 0; i < n * (count); i++)                                                        \
    kind (codec, &units->name[i]);
  SIM_UNIT_COLUMNS (X)
#undef X
#undef F32
#undef U32
#undef U16
#undef U8
}

static void
walk_contact (BaseCodec *codec, SimContact *contact)
{
  u32 (codec, &contact->number);
  u32 (codec, &contact->group);
  u32 (codec, &contact->first);
  u32 (codec, &contact->last_seen);
  u32 (codec, &contact->last_said);
  vec (codec, &contact->position);
  vec (codec, &contact->velocity);
  vec (codec, &contact->said_position);
  f32 (codec, &contact->error_m);
  u32 (codec, &contact->observer);
  u16 (codec, &contact->count);
  u16 (codec, &contact->said_count);
  u16 (codec, &contact->killed);
  u8 (codec, &contact->type);
  u8 (codec, &contact->felt);
  u8 (codec, &contact->said);
  u8 (codec, &contact->known);
  f32 (codec, &contact->judged_m);
  u16 (codec, &contact->judged_count);
  u16 (codec, &contact->better_count);
  u8 (codec, &contact->better_type);
}
#define walk_contact(codec, contact) BASE_CODEC_PART (walk_contact, codec, contact)

static void
walk_heard (BaseCodec *codec, SimHeard *heard)
{
  vec (codec, &heard->position);
  u32 (codec, &heard->tick);
  u32 (codec, &heard->contact);
  u16 (codec, &heard->count);
  u8 (codec, &heard->type);
  u8 (codec, &heard->platoon);
}
#define walk_heard(codec, heard) BASE_CODEC_PART (walk_heard, codec, heard)

static void
walk_platoon (BaseCodec *codec, SimPlatoon *platoon)
{
  for (int i = 0; i < SIM_MAX_CONTACTS; i++)
    walk_contact (codec, &platoon->contacts[i]);
  u32 (codec, &platoon->next_number);
  u32 (codec, &platoon->leader);
  u32 (codec, &platoon->leader_lost);
  u32 (codec, &platoon->started);
  vec (codec, &platoon->threat);
  f32 (codec, &platoon->threat_value);
  u32 (codec, &platoon->threat_tick);
  u32 (codec, &platoon->initiative_tick);
  for (int i = 0; i < SIM_MAX_HEARD; i++)
    walk_heard (codec, &platoon->heard[i]);
  vec (codec, &platoon->axis);
  u32 (codec, &platoon->axis_tick);
  for (int i = 0; i < SIM_GROUND_SQUARES * SIM_GROUND_SQUARES / 32; i++)
    u32 (codec, &platoon->ground[i]);
  u8 (codec, &platoon->free_hand);
}
#define walk_platoon(codec, platoon) BASE_CODEC_PART (walk_platoon, codec, platoon)

/* The definition in it does not change, but belongs to what makes two battles differ.  */
static void
walk_group (BaseCodec *codec, SimGroup *group)
{
  SimGroupDef *def = &group->def;

  u8 (codec, &def->task);
  u8 (codec, &def->n_route);
  for (int i = 0; i < 4; i++) {
    u8 (codec, &def->types[i]);
    u16 (codec, &def->counts[i]);
  }
  vec (codec, &def->position);
  f32 (codec, &def->spread_m);
  u32 (codec, &def->arrival);
  for (int i = 0; i < SIM_MAX_ROUTE; i++)
    vec (codec, &def->route[i]);
  u16 (codec, &def->on_event);
  u32 (codec, &group->first);
  u32 (codec, &group->count);
  u32 (codec, &group->started);
  u8 (codec, &group->arrived);
  u8 (codec, &group->withdrawing);
  u8 (codec, &group->way);
  u8 (codec, &group->halted);
  u32 (codec, &group->halted_tick);
  vec (codec, &group->centre);
  vec (codec, &group->enemy);
  u32 (codec, &group->enemy_tick);
  f32 (codec, &group->enemy_value);
  u32 (codec, &group->alive);
  u8 (codec, &group->has_mines);
}
#define walk_group(codec, group) BASE_CODEC_PART (walk_group, codec, group)

static void
walk_utterance (BaseCodec *codec, SimUtterance *utterance)
{
  u32 (codec, &utterance->id);
  u8 (codec, &utterance->speaker);
  u8 (codec, &utterance->air_class);
  u8 (codec, &utterance->has_report);
  u8 (codec, &utterance->cut);
  u8 (codec, &utterance->again);
  u8 (codec, &utterance->asked);
  u8 (codec, &utterance->place);
  u32 (codec, &utterance->unit);
  u32 (codec, &utterance->order);
  u32 (codec, &utterance->subject);
  u32 (codec, &utterance->created);
  u32 (codec, &utterance->expires);
  u32 (codec, &utterance->not_before);
  u16 (codec, &utterance->air_ticks);
  walk_report (codec, &utterance->report);
}
#define walk_utterance(codec, utterance) BASE_CODEC_PART (walk_utterance, codec, utterance)

static void
walk_said (BaseCodec *codec, SimSaid *said)
{
  u32 (codec, &said->unit);
  u8 (codec, &said->used);
  u8 (codec, &said->heard);
  u16 (codec, &said->air_ticks);
  u32 (codec, &said->said);
  walk_report (codec, &said->report);
}
#define walk_said(codec, said) BASE_CODEC_PART (walk_said, codec, said)

static void
walk_link (BaseCodec *codec, SimLink *link)
{
  for (int i = 0; i < SIM_MAX_QUEUE; i++)
    walk_utterance (codec, &link->queue[i]);
  walk_utterance (codec, &link->now);
  u32 (codec, &link->begun);
  u32 (codec, &link->until);
  u32 (codec, &link->free_at);
  u32 (codec, &link->next_utterance);
  u32 (codec, &link->next_report);
  u8 (codec, &link->order_had_turn);
  f32 (codec, &link->strain);
  f32 (codec, &link->strain_peak);
  u32 (codec, &link->death_tick);
  u32 (codec, &link->over_tick);
  u32 (codec, &link->cut_until);
  u8 (codec, &link->cuts);
  u8 (codec, &link->hushed);
  for (int i = 0; i < SIM_MAX_SUBJECTS; i++) {
    u32 (codec, &link->subjects[i].key);
    u32 (codec, &link->subjects[i].said);
  }
  u32 (codec, &link->next_subject);
  for (int i = 0; i < SIM_MAX_SAID; i++)
    walk_said (codec, &link->said[i]);
  u32 (codec, &link->queue_told);
}
#define walk_link(codec, link) BASE_CODEC_PART (walk_link, codec, link)

static void
walk_nets (BaseCodec *codec, SimNets *nets)
{
  for (int i = 0; i < SIM_MAX_OWN_WORDS; i++)
    walk_utterance (codec, &nets->queue[i]);
  walk_utterance (codec, &nets->now);
  sim_nets_walk (codec, nets);
}
#define walk_nets(codec, nets) BASE_CODEC_PART (walk_nets, codec, nets)

static void
walk_cloud (BaseCodec *codec, SimCloud *cloud)
{
  u32 (codec, &cloud->unit);
  f32 (codec, &cloud->strength);
  f32 (codec, &cloud->speed_mps);
  f32 (codec, &cloud->heading_deg);
  f32 (codec, &cloud->wander_deg);
  u32 (codec, &cloud->window_until);
  u8 (codec, &cloud->window_told);
}
#define walk_cloud(codec, cloud) BASE_CODEC_PART (walk_cloud, codec, cloud)

static void
walk_hearing (BaseCodec *codec, SimHearing *hearing)
{
  u32 (codec, &hearing->unit);
  u16 (codec, &hearing->n_voices);
  u32 (codec, &hearing->said);
  u32 (codec, &hearing->listens);
  u8 (codec, &hearing->held_fire);
  for (int i = 0; i < SIM_MAX_GROUPS; i++) {
    u16 (codec, &hearing->voices[i].number);
    u8 (codec, &hearing->voices[i].size);
    u8 (codec, &hearing->voices[i].shepherd);
    u8 (codec, &hearing->voices[i].moving);
    u8 (codec, &hearing->voices[i].silent_said);
    f32 (codec, &hearing->voices[i].bearing_deg);
    u32 (codec, &hearing->voices[i].last_said);
  }
}
#define walk_hearing(codec, hearing) BASE_CODEC_PART (walk_hearing, codec, hearing)

static void
walk_objective (BaseCodec *codec, SimObjective *objective)
{
  SimObjectiveDef *def = &objective->def;

  u8 (codec, &def->kind);
  vec (codec, &def->position);
  f32 (codec, &def->radius_m);
  f32 (codec, &def->seconds);
  f32 (codec, &def->share);
  f32 (codec, &def->weight);
  u32 (codec, &def->from);
  u32 (codec, &def->until);
  u16 (codec, &def->count);
  u8 (codec, &def->type);
  u8 (codec, &def->by_type);
  u8 (codec, &def->after);
  u8 (codec, &def->hidden);
  u8 (codec, &objective->state);
  f32 (codec, &objective->progress);
  f32 (codec, &objective->said_progress);
  u8 (codec, &objective->said_state);
}
#define walk_objective(codec, objective) BASE_CODEC_PART (walk_objective, codec, objective)

static void
walk_order (BaseCodec *codec, SimOrder *order)
{
  walk_command (codec, &order->command);
  u32 (codec, &order->entered);
  u8 (codec, &order->state);
  u8 (codec, &order->closed);
  u8 (codec, &order->missed);
  u8 (codec, &order->insisted);
  u8 (codec, &order->brief);
  u16 (codec, &order->open_units);
  u32 (codec, &order->first_word);
  u8 (codec, &order->phase);
}
#define walk_order(codec, order) BASE_CODEC_PART (walk_order, codec, order)

static void
walk_kill (BaseCodec *codec, SimKill *kill)
{
  u32 (codec, &kill->t);
  u32 (codec, &kill->victim);
  u32 (codec, &kill->killer);
  u32 (codec, &kill->spotter);
  u8 (codec, &kill->weapon);
  u8 (codec, &kill->facing);
  u8 (codec, &kill->part);
  u8 (codec, &kill->pilot_dead);
  f32 (codec, &kill->range_m);
  vec (codec, &kill->position);
}
#define walk_kill(codec, kill) BASE_CODEC_PART (walk_kill, codec, kill)

static void
walk_shell (BaseCodec *codec, SimShell *shell)
{
  u32 (codec, &shell->lands);
  u32 (codec, &shell->shooter);
  u32 (codec, &shell->target);
  u32 (codec, &shell->spotter);
  vec (codec, &shell->from);
  vec (codec, &shell->aim);
  f32 (codec, &shell->from_height_m);
  f32 (codec, &shell->scatter_m);
  f32 (codec, &shell->range_m);
  u8 (codec, &shell->weapon);
  u8 (codec, &shell->rounds);
  u8 (codec, &shell->ranging);
}
#define walk_shell(codec, shell) BASE_CODEC_PART (walk_shell, codec, shell)

static void
walk_battery (BaseCodec *codec, SimBattery *battery)
{
  u32 (codec, &battery->spotter);
  u32 (codec, &battery->target);
  vec (codec, &battery->seen);
  vec (codec, &battery->error);
  u32 (codec, &battery->next);
  u32 (codec, &battery->blind_until);
  u16 (codec, &battery->volleys);
}
#define walk_battery(codec, battery) BASE_CODEC_PART (walk_battery, codec, battery)

static void
walk_wall_fire (BaseCodec *codec, SimWallFire *fire)
{
  u32 (codec, &fire->order);
  vec (codec, &fire->aim);
  u32 (codec, &fire->answer);
  u32 (codec, &fire->fires);
  u8 (codec, &fire->late);
  u8 (codec, &fire->answered);
}
#define walk_wall_fire(codec, fire) BASE_CODEC_PART (walk_wall_fire, codec, fire)

static void
walk_tally (BaseCodec *codec, SimTally *tally)
{
  u64 (codec, &tally->fired);
  u64 (codec, &tally->hits);
  for (int i = 0; i < SIM_N_FACINGS; i++) {
    u64 (codec, &tally->struck[i]);
    u64 (codec, &tally->pierced[i]);
  }
  u64 (codec, &tally->duds);
}
#define walk_tally(codec, tally) BASE_CODEC_PART (walk_tally, codec, tally)

/* What flies, guns behind the hill and on the wall, and what was done with each weapon.  */
static void
walk_weapons (BaseCodec *codec, SimWorld *world)
{
  u32 (codec, &world->n_shells);
  if (world->n_shells > world->max_shells) {
    codec->failed = true;
    world->n_shells = 0;
    return;
  }
  for (uint32_t i = 0; i < world->n_shells; i++)
    walk_shell (codec, &world->shells[i]);
  for (size_t g = 0; g < world->n_groups; g++)
    walk_battery (codec, &world->batteries[g]);
  for (int i = 0; i < SIM_MAX_WALL_FIRES; i++)
    walk_wall_fire (codec, &world->wall_fires[i]);
  sim_look_walk (codec, world);
  u16 (codec, &world->wall_rounds);
  for (int side = 0; side < 2; side++)
    for (int weapon = 0; weapon < world->rules.n_weapons; weapon++)
      walk_tally (codec, &world->tallies[side][weapon]);
}

static void
walk_tables (BaseCodec *codec, SimWorld *world)
{
  for (int i = 0; i <= SIM_MAX_PLATOONS; i++)
    walk_platoon (codec, &world->platoons[i]);
  for (size_t i = 0; i < world->n_groups; i++)
    walk_group (codec, &world->groups[i]);
  sim_legion_walk (codec, world);
  for (size_t i = 0; i < world->n_objectives; i++)
    walk_objective (codec, &world->objectives[i]);
  walk_link (codec, &world->link);
  walk_nets (codec, &world->nets);
  base_codec_enter (codec, "talk");
  sim_talk_walk (codec, &world->talk);
  base_codec_leave (codec);
  u32 (codec, &world->n_clouds);
  for (int i = 0; i < SIM_MAX_CLOUDS; i++)
    walk_cloud (codec, &world->clouds[i]);
  walk_hearing (codec, &world->hearing);
  for (int i = 0; i < SIM_N_RANDOMS; i++)
    base_codec_random (codec, &world->randoms[i]);
}

/* Lists with a length: a length that does not fit stops the load before it is used.  */
static void
walk_lists (BaseCodec *codec, SimWorld *world)
{
  u32 (codec, &world->n_orders);
  u32 (codec, &world->n_kills);
  u32 (codec, &world->n_pending);
  u32 (codec, &world->n_queue_edits);
  if (world->n_orders > SIM_MAX_ORDERS || world->n_kills > world->n_units ||
      world->n_pending > SIM_MAX_PENDING || world->n_queue_edits > SIM_MAX_PENDING) {
    codec->failed = true;
    world->n_orders = world->n_kills = world->n_pending = world->n_queue_edits = 0;
    return;
  }
  for (uint32_t i = 0; i < world->n_orders; i++)
    walk_order (codec, &world->orders[i]);
  for (uint32_t i = 0; i < world->n_kills; i++)
    walk_kill (codec, &world->kills[i]);
  for (uint32_t i = 0; i < world->n_pending; i++)
    walk_command (codec, &world->pending[i]);
  for (uint32_t i = 0; i < world->n_queue_edits; i++)
    sim_queue_edit_walk (codec, &world->queue_edits[i]);
}

static void
walk_smoke (BaseCodec *codec, SimSmoke *smoke)
{
  vec (codec, &smoke->position);
  f32 (codec, &smoke->radius_m);
  u32 (codec, &smoke->began);
  u32 (codec, &smoke->ends);
}
#define walk_smoke(codec, smoke) BASE_CODEC_PART (walk_smoke, codec, smoke)

static void
walk_fire (BaseCodec *codec, SimFire *fire)
{
  vec (codec, &fire->position);
  u32 (codec, &fire->ends);
  u32 (codec, &fire->smoke_tick);
}
#define walk_fire(codec, fire) BASE_CODEC_PART (walk_fire, codec, fire)

/* Ground, weather, smoke.  */
static void
walk_surroundings (BaseCodec *codec, SimWorld *world)
{
  for (int side = 0; side < 2; side++)
    u32 (codec, &world->mines_known[side]);
  u8 (codec, &world->weather);
  u8 (codec, &world->weather_before);
  u32 (codec, &world->weather_tick);
  u32 (codec, &world->n_smokes);
  u32 (codec, &world->n_fires);
  u32 (codec, &world->kills_burnt);
  if (world->n_smokes > SIM_MAX_SMOKES || world->n_fires > SIM_MAX_FIRES) {
    codec->failed = true;
    world->n_smokes = world->n_fires = 0;
    return;
  }
  for (uint32_t i = 0; i < world->n_smokes; i++)
    walk_smoke (codec, &world->smokes[i]);
  for (uint32_t i = 0; i < world->n_fires; i++)
    walk_fire (codec, &world->fires[i]);
}

static void
walk_counts (BaseCodec *codec, SimWorld *world)
{
  uint32_t outcome = (uint32_t) world->outcome;

  u32 (codec, &world->tick);
  for (size_t i = 0; i < world->n_events; i++) {
    u32 (codec, &world->events_due[i]);
    u8 (codec, &world->events_done[i]);
  }
  u8 (codec, &world->finished);
  u32 (codec, &outcome);
  world->outcome = (SimOutcome) outcome;
  u32 (codec, &world->finished_tick);
  f32 (codec, &world->score);
  f32 (codec, &world->task);
  u64 (codec, &world->shots);
  u64 (codec, &world->hits);
  u64 (codec, &world->detections);
  u32 (codec, &world->reports_sent);
  u32 (codec, &world->reports_lost);
  u32 (codec, &world->orders_done);
  u32 (codec, &world->orders_refused);
  f64 (codec, &world->delay_sum_s);
}

void
sim_state_walk (BaseCodec *codec, SimWorld *world)
{
  uint64_t n_units = world->n_units, seed = world->seed;

  u64 (codec, &n_units);
  u64 (codec, &seed);
  if (n_units != world->n_units || seed != world->seed) {
    codec->failed = true;
    return;
  }
  walk_counts (codec, world);
  base_codec_enter (codec, "units");
  walk_units (codec, &world->units, world->n_units);
  base_codec_leave (codec);
  walk_tables (codec, world);
  walk_lists (codec, world);
  walk_weapons (codec, world);
  walk_surroundings (codec, world);
  sim_emergency_walk (codec, world);
  sim_expect_walk (codec, world);
  sim_objection_walk (codec, world);
  sim_promise_walk (codec, world);
  sim_trust_walk (codec, world);
}

/* ---- Public -------------------------------------------------------------------------------- */

uint64_t
sim_world_hash (const SimWorld *world)
{
  BaseCodec codec = base_codec_hasher ();

  sim_state_walk (&codec, (SimWorld *) world);
  return codec.hash;
}

/* ---- Hashes and bytes ---------------------------------------------------------------------- */

uint64_t
sim_command_hash (const SimCommand *command)
{
  BaseCodec codec = base_codec_hasher ();
  SimCommand copy = *command;

  walk_command (&codec, &copy);
  return codec.hash;
}

void
sim_world_show_fields (const SimWorld *world, const BaseCodecVisitor *visitor)
{
  BaseCodec codec = base_codec_visiting (visitor);

  sim_state_walk (&codec, (SimWorld *) world);
}

size_t
sim_world_save (const SimWorld *world, void *bytes, size_t size)
{
  BaseCodec codec = base_codec_writer (bytes, size);

  base_codec_header (&codec, STATE_COOKIE, STATE_VERSION);
  sim_state_walk (&codec, (SimWorld *) world);
  base_codec_seal (&codec);
  return codec.offset;
}

/* Reads into the world as it stands; what it leaves may be half a state.  */
static bool
read_state (SimWorld *world, const void *bytes, size_t size)
{
  BaseCodec codec = base_codec_reader (bytes, size);

  base_codec_header (&codec, STATE_COOKIE, STATE_VERSION);
  sim_state_walk (&codec, world);
  base_codec_seal (&codec);
  return !codec.failed && codec.offset == size && sim_state_bounded (world) &&
         sim_state_sane (world);
}

/* Definitions are in the state because they make two battles differ; they never change, but for the
 * route of a group, which a commander changes when he turns to another axis.  */
typedef struct {
  SimGroupDef groups[SIM_MAX_GROUPS];
  SimObjectiveDef objectives[SIM_MAX_OBJECTIVES];
} Definitions;

static void
copy_definitions (Definitions *to, const SimWorld *world)
{
  for (size_t i = 0; i < world->n_groups; i++)
    memcpy (&to->groups[i], &world->groups[i].def, sizeof to->groups[i]);
  for (size_t i = 0; i < world->n_objectives; i++)
    memcpy (&to->objectives[i], &world->objectives[i].def, sizeof to->objectives[i]);
}

static bool
is_same_group (const SimGroupDef *old, const SimGroupDef *def)
{
  SimGroupDef on_its_old_route;

  /* Byte by byte: an assignment need not copy what lies between members.  */
  memcpy (&on_its_old_route, def, sizeof on_its_old_route);
  on_its_old_route.n_route = old->n_route;
  memcpy (on_its_old_route.route, old->route, sizeof old->route);
  return memcmp (old, &on_its_old_route, sizeof on_its_old_route) == 0;
}

/* Reading sets members in place, so what lies between them is as it was.  */
static bool
has_definitions (const SimWorld *world, const Definitions *old)
{
  for (size_t i = 0; i < world->n_groups; i++)
    if (!is_same_group (&old->groups[i], &world->groups[i].def))
      return false;
  for (size_t i = 0; i < world->n_objectives; i++)
    if (memcmp (&old->objectives[i], &world->objectives[i].def, sizeof old->objectives[i]) != 0)
      return false;
  return true;
}

bool
sim_world_load (SimWorld *world, const void *bytes, size_t size)
{
  size_t old_size = sim_world_save (world, NULL, 0);
  uint8_t *old = malloc (old_size);
  Definitions definitions;
  bool loaded;

  /* The old state is kept until the new one has been read to its last byte.  */
  sim_world_save (world, old, old_size);
  copy_definitions (&definitions, world);
  loaded = read_state (world, bytes, size) && has_definitions (world, &definitions);
  if (!loaded) {
    bool back = read_state (world, old, old_size);

    assert (back);
  }
  free (old);
  world->n_messages = 0;
  sim_state_rebuild (world);
  return loaded;
}

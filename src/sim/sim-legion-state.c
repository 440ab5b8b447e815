/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Legion's part of the walk over all state, and of its invariants.  */
#include "base/base-codec-names.h"
#include "sim/sim-legion.h"
#include "sim/sim-state.h"

#define u8 base_codec_u8
#define u16 base_codec_u16
#define u32 base_codec_u32
#define u64 base_codec_u64
#define f32 base_codec_f32
#define vec base_codec_vec

static void
walk_group (BaseCodec *codec, SimGroup *group)
{
  u8 (codec, &group->def.shepherd);
  u16 (codec, &group->def.black_sheep);
  u8 (codec, &group->def.pattern);
  u8 (codec, &group->def.part);
  u8 (codec, &group->def.play);
  u8 (codec, &group->def.dormant);
  u32 (codec, &group->spotter);
  u32 (codec, &group->share_tick);
  u8 (codec, &group->ordered);
  u8 (codec, &group->committed);
  u8 (codec, &group->axis);
  u8 (codec, &group->confused);
  u8 (codec, &group->staged);
  vec (codec, &group->goal);
}
#define walk_group(codec, group) BASE_CODEC_PART (walk_group, codec, group)

static void
walk_sighting (BaseCodec *codec, SimSighting *sighting)
{
  vec (codec, &sighting->position);
  u32 (codec, &sighting->tick);
  f32 (codec, &sighting->value);
  f32 (codec, &sighting->looked_s);
  u32 (codec, &sighting->spotter);
  u16 (codec, &sighting->count);
}
#define walk_sighting(codec, sighting) BASE_CODEC_PART (walk_sighting, codec, sighting)

static void
walk_play (BaseCodec *codec, SimPlay *play)
{
  u8 (codec, &play->pattern);
  u8 (codec, &play->number);
  u8 (codec, &play->state);
  u8 (codec, &play->side);
  u32 (codec, &play->tell);
  u32 (codec, &play->due);
  u32 (codec, &play->blow);
  u32 (codec, &play->known);
  u32 (codec, &play->until);
  vec (codec, &play->place);
  vec (codec, &play->staging);
  vec (codec, &play->other);
  f32 (codec, &play->angle_deg);
  f32 (codec, &play->distance_m);
  f32 (codec, &play->wait_s);
  u32 (codec, &play->spotter);
  u16 (codec, &play->count);
}
#define walk_play(codec, play) BASE_CODEC_PART (walk_play, codec, play)

static void
walk_commander (BaseCodec *codec, SimCommander *commander)
{
  u32 (codec, &commander->shepherd);
  u8 (codec, &commander->had);
  u8 (codec, &commander->n_axes);
  u8 (codec, &commander->main);
  u8 (codec, &commander->withdrawing);
  u8 (codec, &commander->shifts);
  u8 (codec, &commander->breath_play);
  u32 (codec, &commander->axis_tick);
  u32 (codec, &commander->breath_tick);
  for (int i = 0; i < SIM_MAX_AXES; i++) {
    u8 (codec, &commander->axis_groups[i]);
    f32 (codec, &commander->lost[i]);
    f32 (codec, &commander->won[i]);
  }
  vec (codec, &commander->success);
  u32 (codec, &commander->success_tick);
  u64 (codec, &commander->shots_seen);
  u32 (codec, &commander->shot_tick);
}
#define walk_commander(codec, commander) BASE_CODEC_PART (walk_commander, codec, commander)

static void
walk_learning (BaseCodec *codec, SimLearning *learning)
{
  u16 (codec, &learning->battles);
  for (int i = 0; i < SIM_N_TACTICS; i++) {
    u8 (codec, &learning->counter[i]);
    u8 (codec, &learning->unused[i]);
    f32 (codec, &learning->losses[i]);
  }
}
#define walk_learning(codec, learning) BASE_CODEC_PART (walk_learning, codec, learning)

void
sim_legion_walk (BaseCodec *codec, SimWorld *world)
{
  for (size_t i = 0; i < world->n_groups; i++)
    walk_group (codec, &world->groups[i]);
  for (int i = 0; i < SIM_MAX_SIGHTINGS; i++)
    walk_sighting (codec, &world->sightings[i]);
  for (int i = 0; i < SIM_MAX_PLAYS; i++)
    walk_play (codec, &world->plays[i]);
  u32 (codec, &world->n_plays);
  walk_commander (codec, &world->commander);
  walk_learning (codec, &world->learning);
  u32 (codec, &world->fight_tick);
}

/* ---- Invariants ---------------------------------------------------------------------------- */

static bool
play_sane (const SimWorld *world, const SimPlay *play)
{
  return play->pattern < SIM_N_PATTERNS && play->state <= SIM_PLAY_OVER &&
         sim_unit_index_ok (world, play->spotter);
}

static bool
commander_sane (const SimWorld *world)
{
  const SimCommander *commander = &world->commander;

  if (!sim_unit_index_ok (world, commander->shepherd) || commander->n_axes > SIM_MAX_AXES ||
      (commander->main > 0 && commander->main >= commander->n_axes) ||
      (commander->breath_tick != 0 && commander->breath_play >= world->n_plays))
    return false;
  for (int a = 0; a < commander->n_axes; a++)
    if (commander->axis_groups[a] >= world->n_groups)
      return false;
  return true;
}

bool
sim_legion_sane (const SimWorld *world)
{
  if (world->n_plays > SIM_MAX_PLAYS || !commander_sane (world))
    return false;
  for (uint32_t i = 0; i < world->n_plays; i++)
    if (!play_sane (world, &world->plays[i]))
      return false;
  for (size_t g = 0; g < world->n_groups; g++)
    if (!sim_unit_index_ok (world, world->groups[g].spotter) || world->groups[g].axis >= SIM_MAX_AXES)
      return false;
  for (size_t i = 0; i < world->n_units; i++)
    if (world->units.mind[i] > SIM_MIND_SHEPHERD || world->units.wreck[i] > SIM_WRECK_TAKEN)
      return false;
  for (int t = 0; t < SIM_N_TACTICS; t++)
    if (world->learning.counter[t] > SIM_MOST_COUNTER)
      return false;
  return true;
}

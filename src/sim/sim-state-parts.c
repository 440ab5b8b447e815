/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/sim-state-parts.h"

#define u8 base_codec_u8
#define u16 base_codec_u16
#define u32 base_codec_u32
#define i32 base_codec_i32
#define f32 base_codec_f32
#define vec base_codec_vec

void
sim_state_unit_id (BaseCodec *codec, SimUnitId *id)
{
  u32 (codec, &id->index);
  u32 (codec, &id->generation);
}

void
sim_state_walk_target (BaseCodec *codec, SimTarget *target)
{
  u8 (codec, &target->kind);
  u32 (codec, &target->number);
  vec (codec, &target->position);
  f32 (codec, &target->precise_m);
}

void
sim_state_walk_command (BaseCodec *codec, SimCommand *command)
{
  u32 (codec, &command->id);
  u8 (codec, &command->verb);
  u8 (codec, &command->posture);
  u8 (codec, &command->timing);
  u8 (codec, &command->topic);
  u8 (codec, &command->mark);
  u8 (codec, &command->setting);
  u8 (codec, &command->n_addressees);
  u8 (codec, &command->n_via);
  for (int i = 0; i < SIM_MAX_ADDRESSEES; i++) {
    u8 (codec, &command->addressees[i].kind);
    u32 (codec, &command->addressees[i].index);
  }
  walk_target (codec, &command->target);
  for (int i = 0; i < SIM_MAX_VIA; i++)
    walk_target (codec, &command->via[i]);
  f32 (codec, &command->facing_deg);
  u8 (codec, &command->possible);
  u8 (codec, &command->help);
  u8 (codec, &command->minutes);
  u8 (codec, &command->until_relieved);
}

void
sim_state_walk_words (BaseCodec *codec, SimWords *words)
{
  u16 (codec, &words->phrase);
  u8 (codec, &words->variant);
  u8 (codec, &words->manner);
  u8 (codec, &words->n_lost);
  u16 (codec, &words->again_s);
  u32 (codec, &words->relayed);
  for (int i = 0; i < SIM_MAX_ARGUMENTS; i++) {
    i32 (codec, &words->arguments[i].number);
    u8 (codec, &words->arguments[i].type);
    vec (codec, &words->arguments[i].position);
  }
  for (int i = 0; i < SIM_MAX_LOST_WORDS; i++) {
    u16 (codec, &words->lost[i].from);
    u16 (codec, &words->lost[i].to);
  }
}

void
sim_state_walk_own (BaseCodec *codec, SimOwnState *own)
{
  u8 (codec, &own->told);
  u8 (codec, &own->activity);
  for (int i = 0; i < SIM_N_PARTS; i++)
    u8 (codec, &own->parts[i]);
  u8 (codec, &own->energy_percent);
  u8 (codec, &own->stress);
  u8 (codec, &own->fatigue);
  u8 (codec, &own->wounds);
  u16 (codec, &own->ammunition);
  vec (codec, &own->position);
  f32 (codec, &own->error_m);
  f32 (codec, &own->heading_deg);
  f32 (codec, &own->speed_mps);
  u8 (codec, &own->person);
}

void
sim_state_walk_report (BaseCodec *codec, SimReport *report)
{
  u32 (codec, &report->id);
  u8 (codec, &report->kind);
  u8 (codec, &report->how);
  u8 (codec, &report->type);
  u8 (codec, &report->platoon);
  unit_id (codec, &report->from);
  unit_id (codec, &report->subject);
  u32 (codec, &report->contact);
  u32 (codec, &report->order);
  u16 (codec, &report->count);
  u8 (codec, &report->count_exact);
  u8 (codec, &report->velocity_known);
  u32 (codec, &report->t_sensed);
  u32 (codec, &report->t_sent);
  u32 (codec, &report->t_heard);
  u32 (codec, &report->stale_at);
  vec (codec, &report->position);
  vec (codec, &report->velocity);
  f32 (codec, &report->error_m);
  f32 (codec, &report->confidence);
  walk_own (codec, &report->own);
  walk_words (codec, &report->words);
  u16 (codec, &report->voice);
  u8 (codec, &report->size);
  u8 (codec, &report->shepherd);
  f32 (codec, &report->bearing_deg);
  f32 (codec, &report->bearing_error_deg);
  f32 (codec, &report->bearing_error_deg_per_km);
}

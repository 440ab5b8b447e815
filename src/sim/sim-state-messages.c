/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks over what leaves the world and what comes into it: messages, commands, edits of the queue.  */
#include "sim/sim-state-parts.h"
#include "sim/sim.h"

#define u8 base_codec_u8
#define u16 base_codec_u16
#define u32 base_codec_u32
#define u64 base_codec_u64
#define f32 base_codec_f32
#define vec base_codec_vec

static void
walk_transmission (BaseCodec *codec, SimTransmission *transmission)
{
  u32 (codec, &transmission->id);
  u8 (codec, &transmission->speaker);
  u8 (codec, &transmission->air_class);
  u8 (codec, &transmission->cut);
  unit_id (codec, &transmission->from);
  u32 (codec, &transmission->order);
  u32 (codec, &transmission->report);
  u32 (codec, &transmission->t_begin);
  u32 (codec, &transmission->t_end);
  u8 (codec, &transmission->stress);
  vec (codec, &transmission->position);
  walk_words (codec, &transmission->words);
}

static void
walk_telemetry (BaseCodec *codec, SimTelemetry *telemetry)
{
  unit_id (codec, &telemetry->unit);
  u32 (codec, &telemetry->t);
  walk_own (codec, &telemetry->own);
}

static void
walk_change (BaseCodec *codec, SimOrderChange *change)
{
  u32 (codec, &change->order);
  u8 (codec, &change->state);
  u8 (codec, &change->cause);
  unit_id (codec, &change->unit);
  u32 (codec, &change->t);
  walk_command (codec, &change->command);
  base_codec_fail_unless (codec, change->state < SIM_N_ORDER_STATES && change->cause < SIM_N_CAUSES);
}

static void
walk_link_state (BaseCodec *codec, SimLinkState *link)
{
  u16 (codec, &link->synced);
  f32 (codec, &link->strain);
  u16 (codec, &link->waiting);
  f32 (codec, &link->waiting_s);
  u16 (codec, &link->cut_s);
  u16 (codec, &link->cut_in_s);
  for (int i = 0; i <= SIM_MAX_PLATOONS; i++)
    u8 (codec, &link->nets[i]);
  u8 (codec, &link->leaders_only);
  u8 (codec, &link->listening);
  u64 (codec, &link->off_link);
}

static void
walk_queued (BaseCodec *codec, SimQueued *queued)
{
  u32 (codec, &queued->order);
  u8 (codec, &queued->place);
  u8 (codec, &queued->cut);
  u8 (codec, &queued->brief);
  u16 (codec, &queued->air_ticks);
  u16 (codec, &queued->read_back_ticks);
  u32 (codec, &queued->entered);
  u32 (codec, &queued->t_begin);
  walk_command (codec, &queued->command);
  base_codec_fail_unless (codec, queued->place < SIM_MAX_TOLD);
}

static void
walk_radar_plot (BaseCodec *codec, SimRadarPlot *plot)
{
  unit_id (codec, &plot->from);
  u32 (codec, &plot->t);
  vec (codec, &plot->position);
  f32 (codec, &plot->error_m);
  u16 (codec, &plot->count);
}

static void
walk_outcome (BaseCodec *codec, SimOutcome *outcome)
{
  uint8_t value = (uint8_t) *outcome;

  u8 (codec, &value);
  base_codec_fail_unless (codec, value <= SIM_OUTCOME_LOST);
  *outcome = (SimOutcome) value;
}

void
sim_objective_change_walk (BaseCodec *codec, SimObjectiveChange *change)
{
  u16 (codec, &change->index);
  u8 (codec, &change->state);
  f32 (codec, &change->progress);
  base_codec_fail_unless (codec, change->index < SIM_MAX_OBJECTIVES &&
                                     change->state < SIM_N_OBJECTIVE_STATES);
}

void
sim_command_walk (BaseCodec *codec, SimCommand *command)
{
  walk_command (codec, command);
}

void
sim_queued_walk (BaseCodec *codec, SimQueued *queued)
{
  walk_queued (codec, queued);
}

void
sim_queue_edit_walk (BaseCodec *codec, SimQueueEdit *edit)
{
  u32 (codec, &edit->order);
  u8 (codec, &edit->kind);
  u8 (codec, &edit->place);
  base_codec_fail_unless (codec, sim_queue_edit_is_fit (edit));
}

void
sim_message_walk (BaseCodec *codec, SimMessage *message)
{
  u8 (codec, &message->kind);
  u32 (codec, &message->t);
  base_codec_fail_unless (codec, message->kind < SIM_N_MESSAGES);
  if (codec->failed)
    return;
  switch ((SimMessageKind) message->kind) { /* no default: the compiler misses a new kind */
  case SIM_MESSAGE_TRANSMISSION_BEGUN:
    walk_transmission (codec, &message->transmission);
    break;
  case SIM_MESSAGE_TRANSMISSION_ENDED:
    walk_transmission (codec, &message->transmission_ended);
    break;
  case SIM_MESSAGE_REPORT:
    walk_report (codec, &message->report);
    base_codec_fail_unless (codec, message->report.words.phrase < SIM_N_PHRASES);
    break;
  case SIM_MESSAGE_TELEMETRY:
    walk_telemetry (codec, &message->telemetry);
    break;
  case SIM_MESSAGE_ORDER:
    walk_change (codec, &message->order);
    break;
  case SIM_MESSAGE_LINK:
    walk_link_state (codec, &message->link);
    break;
  case SIM_MESSAGE_OBJECTIVE:
    sim_objective_change_walk (codec, &message->objective);
    break;
  case SIM_MESSAGE_ENDED:
    walk_outcome (codec, &message->outcome);
    break;
  case SIM_MESSAGE_RADAR:
    walk_radar_plot (codec, &message->radar);
    break;
  case SIM_MESSAGE_QUEUED:
    walk_queued (codec, &message->queued);
    break;
  case SIM_N_MESSAGES:
    break;
  }
}

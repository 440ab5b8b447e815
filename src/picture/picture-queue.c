/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The squadron's net as she knows it: who speaks, and which of her own orders wait to be said.  What others
 * wait to say she does not know, but for how much of it there is (the link's state).  */
#include "picture/picture-private.h"

#include "base/base-codec-names.h"

/* As far as it is put into words.  */
static bool
is_fit (const SimCommand *command)
{
  for (size_t i = 0; i < SIM_MAX_ADDRESSEES; i++)
    if (command->addressees[i].kind > SIM_ADDRESSEE_INTERCEPTORS)
      return false;
  for (size_t i = 0; i < SIM_MAX_VIA; i++)
    if (command->via[i].kind > SIM_TARGET_PLATOON)
      return false;
  return command->verb < SIM_N_VERBS && command->posture < SIM_N_POSTURES &&
         command->timing < SIM_N_TIMINGS && command->topic < SIM_N_TOPICS &&
         command->mark <= SIM_MAX_MARK && command->n_addressees > 0 &&
         command->n_addressees <= SIM_MAX_ADDRESSEES && command->n_via <= SIM_MAX_VIA &&
         command->target.kind <= SIM_TARGET_PLATOON && command->help < SIM_N_HELPS &&
         command->minutes <= SIM_MOST_MINUTES && command->setting < SIM_N_SETTINGS;
}

/* What she listens in to has its own net.  */
static bool
is_of_squadron (const SimTransmission *transmission)
{
  return (transmission->id & SIM_TRANSMISSION_OF_PLATOON) == 0;
}

static bool
is_speaker (unsigned speaker, unsigned air_class)
{
  return speaker <= SIM_SPEAKER_DESK && air_class < SIM_N_AIR_CLASSES;
}

void
picture_queue_begun (Picture *picture, const SimTransmission *transmission)
{
  if (!is_of_squadron (transmission) ||
      !is_speaker (transmission->speaker, transmission->air_class))
    return;
  picture->on_air = (PictureOnAir) {
      .id = transmission->id,
      .speaker = transmission->speaker,
      .air_class = transmission->air_class,
      .from = transmission->from,
      .order = transmission->speaker == SIM_SPEAKER_HANDLER ? transmission->order : 0,
      .t_begin = transmission->t_begin,
      .t_end = transmission->t_end,
  };
}

void
picture_queue_ended (Picture *picture, const SimTransmission *transmission)
{
  if (picture->on_air.id == transmission->id)
    picture->on_air = (PictureOnAir) {0};
}

/* The first of a telling is its beginning.  */
void
picture_queue_told (Picture *picture, const SimQueued *queued)
{
  if (queued->place == 0)
    picture->n_queue = 0;
  if (queued->order != 0 && queued->order == queued->command.id && is_fit (&queued->command) &&
      queued->place == picture->n_queue && queued->place < SIM_MAX_TOLD)
    picture->queue[picture->n_queue++] = *queued;
}

/* ---- State --------------------------------------------------------------------------------- */

static void
visit_target (BaseCodec *codec, SimTarget *target)
{
  base_codec_u8 (codec, &target->kind);
  base_codec_u32 (codec, &target->number);
  base_codec_vec (codec, &target->position);
  base_codec_f32 (codec, &target->precise_m);
  base_codec_fail_unless (codec, target->kind <= SIM_TARGET_PLATOON);
}
#define visit_target(codec, target) BASE_CODEC_PART (visit_target, codec, target)

static void
visit_addressee (BaseCodec *codec, SimAddressee *addressee)
{
  base_codec_u8 (codec, &addressee->kind);
  base_codec_u32 (codec, &addressee->index);
  base_codec_fail_unless (codec, addressee->kind <= SIM_ADDRESSEE_INTERCEPTORS);
}
#define visit_addressee(codec, addressee) BASE_CODEC_PART (visit_addressee, codec, addressee)

static void
visit_command (BaseCodec *codec, SimCommand *command)
{
  uint8_t *const bytes[] = {&command->verb, &command->posture,  &command->timing,
                            &command->topic, &command->mark,    &command->n_addressees,
                            &command->n_via, &command->possible, &command->help,
                            &command->minutes, &command->setting,
                            &command->until_relieved};

  base_codec_u32 (codec, &command->id);
  for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++)
    base_codec_u8 (codec, bytes[i]);
  for (size_t i = 0; i < SIM_MAX_ADDRESSEES; i++)
    visit_addressee (codec, &command->addressees[i]);
  visit_target (codec, &command->target);
  for (size_t i = 0; i < SIM_MAX_VIA; i++)
    visit_target (codec, &command->via[i]);
  base_codec_f32 (codec, &command->facing_deg);
  base_codec_fail_unless (codec, is_fit (command));
}
#define visit_command(codec, command) BASE_CODEC_PART (visit_command, codec, command)

static void
visit_queued (BaseCodec *codec, SimQueued *queued)
{
  base_codec_u32 (codec, &queued->order);
  base_codec_u8 (codec, &queued->place);
  base_codec_u8 (codec, &queued->cut);
  base_codec_u8 (codec, &queued->brief);
  base_codec_u16 (codec, &queued->air_ticks);
  base_codec_u16 (codec, &queued->read_back_ticks);
  base_codec_u32 (codec, &queued->entered);
  base_codec_u32 (codec, &queued->t_begin);
  visit_command (codec, &queued->command);
  base_codec_fail_unless (codec, queued->order != 0 && queued->order == queued->command.id);
}
#define visit_queued(codec, queued) BASE_CODEC_PART (visit_queued, codec, queued)

static void
visit_on_air (BaseCodec *codec, PictureOnAir *on_air)
{
  base_codec_u32 (codec, &on_air->id);
  base_codec_u8 (codec, &on_air->speaker);
  base_codec_u8 (codec, &on_air->air_class);
  base_codec_u32 (codec, &on_air->from.index);
  base_codec_u32 (codec, &on_air->from.generation);
  base_codec_u32 (codec, &on_air->order);
  base_codec_u32 (codec, &on_air->t_begin);
  base_codec_u32 (codec, &on_air->t_end);
  base_codec_fail_unless (codec, is_speaker (on_air->speaker, on_air->air_class));
}
#define visit_on_air(codec, on_air) BASE_CODEC_PART (visit_on_air, codec, on_air)

void
picture_queue_visit (BaseCodec *codec, Picture *picture)
{
  visit_on_air (codec, &picture->on_air);
  base_codec_count (codec, &picture->n_queue, SIM_MAX_TOLD);
  for (size_t i = 0; i < picture->n_queue; i++)
    visit_queued (codec, &picture->queue[i]);
}

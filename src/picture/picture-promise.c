/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What she has promised and not yet kept, as the life of her orders tells it.  */
#include "picture/picture-private.h"

static size_t
find (const Picture *picture, uint32_t order)
{
  size_t i = 0;

  while (i < picture->n_promises && picture->promises[i].order != order)
    i++;
  return i;
}

/* When there are too many the oldest is shown no more.  */
static void
take (Picture *picture, const SimOrderChange *change)
{
  const SimCommand *command = &change->command;

  if (picture->n_promises == PICTURE_MAX_PROMISES) {
    for (size_t i = 0; i + 1 < PICTURE_MAX_PROMISES; i++)
      picture->promises[i] = picture->promises[i + 1];
    picture->n_promises--;
  }
  picture->promises[picture->n_promises++] = (PicturePromise) {
    .order = change->order,
    .addressee = command->addressees[0],
    .help = command->help,
    .t_made = change->t,
    .t_due = change->t + SIM_SECONDS (60 * command->minutes),
  };
}

void
picture_promise_changed (Picture *picture, const SimOrderChange *change)
{
  size_t at = find (picture, change->order);
  bool known = at < picture->n_promises;

  if (change->command.verb != SIM_VERB_PROMISE || sim_unit_is_some (change->unit) ||
      change->command.help >= SIM_N_HELPS || change->command.minutes > SIM_MOST_MINUTES ||
      change->order == 0)
    return;
  if (change->state == SIM_ORDER_BEGUN) {
    if (!known)
      take (picture, change);
    return;
  }
  if (!known)
    return;
  for (picture->n_promises--; at < picture->n_promises; at++)
    picture->promises[at] = picture->promises[at + 1];
}

void
picture_promise_visit (BaseCodec *codec, PicturePromise *promise)
{
  base_codec_u32 (codec, &promise->order);
  base_codec_u8 (codec, &promise->addressee.kind);
  base_codec_u32 (codec, &promise->addressee.index);
  base_codec_u8 (codec, &promise->help);
  base_codec_u32 (codec, &promise->t_made);
  base_codec_u32 (codec, &promise->t_due);
  base_codec_fail_unless (codec, promise->help < SIM_N_HELPS &&
                                     promise->addressee.kind <= SIM_ADDRESSEE_INTERCEPTORS);
}

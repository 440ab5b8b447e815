/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/mailbox.h"

EngineFrame *
engine_frame_ref (EngineFrame *frame)
{
  g_return_val_if_fail (frame != NULL, NULL);

  engine_share_hold (&frame->ref_count);
  return frame;
}

void
engine_frame_unref (EngineFrame *frame)
{
  g_return_if_fail (frame != NULL);

  if (engine_share_drop (&frame->ref_count))
    g_free (frame);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays what a caption of the running battle says once more, from the tape that is being written.
 *
 * Two voices do not talk at once: the battle is held as long as it plays, and goes on then if it did before.  Asked for
 * again while it plays, it stops.  */
#pragma once

#include "app/battle-tape.h"
#include "ui/battle/handler-battle-page.h"
#include "voice/voice-player.h"

G_BEGIN_DECLS

#define CAPTION_TYPE_REPLAY (caption_replay_get_type ())
G_DECLARE_FINAL_TYPE (CaptionReplay, caption_replay, CAPTION, REPLAY, GObject)

/* Serves the page's captions until it is disposed.  `tape` may be NULL: then nothing can be played, and the captions
 * say why.  */
CaptionReplay *caption_replay_new (HandlerBattlePage *page, BattleTape *tape, VoicePlayer *player);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tape of one battle: sound by the radio, index by a writer, while the settings ask for it.
 *
 * What was said before (of a battle that is gone on with) is not on it.  A disk that fails ends the tape with a
 * line of the console, and the battle goes on.  */
#pragma once

#include "engine/engine.h"
#include "voice/voice.h"

G_BEGIN_DECLS

#define BATTLE_TYPE_TAPE (battle_tape_get_type ())
G_DECLARE_FINAL_TYPE (BattleTape, battle_tape, BATTLE, TAPE, GObject)

/* Keys `tape` and `tape-limit`; a change begins a tape or ends it.  To be made before the radio's router, so that
 * the index has what is said before it has what becomes of that.  */
BattleTape *battle_tape_new (VoiceRadio *radio, EngineBattle *battle, GSettings *settings);

/* Where a caption's words lie on the tape that is being written: those that were said last, of an order said twice.
 * FALSE with `*why`, a translated reason (static).  `*folder` is borrowed.  */
gboolean battle_tape_find (BattleTape *tape, EngineCaption *caption, const char **folder,
                           VoicePlace *place, const char **why);

/* Ends it, and waits a second at most for the index; also done by dispose.  */
void battle_tape_end (BattleTape *tape);

G_END_DECLS

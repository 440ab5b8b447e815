/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One tape: what was said on it, searched, played from any line, exported.
 *
 * Signals:
 *   delete ()            it is to be deleted
 *   told (const char *)  a word to be shown  */
#pragma once

#include "ui/tapes/handler-tape.h"
#include "voice/voice-player.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_TAPE_PAGE (handler_tape_page_get_type ())
G_DECLARE_FINAL_TYPE (HandlerTapePage, handler_tape_page, HANDLER, TAPE_PAGE, AdwNavigationPage)

HandlerTapePage *handler_tape_page_new (HandlerTape *tape, VoicePlayer *player);
HandlerTape *handler_tape_page_get_tape (HandlerTapePage *page);
/* What is searched for.  */
void handler_tape_page_set_search (HandlerTapePage *page, const char *words);
/* FALSE: a battle is heard, and nothing plays beside it.  */
void handler_tape_page_set_may_play (HandlerTapePage *page, gboolean may_play);

G_END_DECLS

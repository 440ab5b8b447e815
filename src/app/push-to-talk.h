/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spoken orders in a battle: the talk key, the microphone, what was heard into the order line.
 *
 * Asks before the microphone is opened for the first time.  A clear order is sent as a typed one
 * would be; one that she might rue waits for Enter; all else is answered with "say again".  */
#pragma once

#include "ui/battle/handler-battle-page.h"
#include "voice/voice-listener.h"

G_BEGIN_DECLS

#define HANDLER_TYPE_PUSH_TO_TALK (handler_push_to_talk_get_type ())
G_DECLARE_FINAL_TYPE (HandlerPushToTalk, handler_push_to_talk, HANDLER, PUSH_TO_TALK, GObject)

/* Follows the page until it is disposed.  The keys `talk` and `talk-toggle` of `settings` are
 * followed as they change.  */
HandlerPushToTalk *handler_push_to_talk_new (HandlerBattlePage *page, GSettings *settings,
                                             VoiceSourceKind kind, const char *argument);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tapes of battles: a list that is searched in what was said, and a page for each.  */
#pragma once

#include "ui/tapes/handler-tape-page.h"

G_BEGIN_DECLS

#define HANDLER_TYPE_TAPES_DIALOG (handler_tapes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HandlerTapesDialog, handler_tapes_dialog, HANDLER, TAPES_DIALOG, AdwDialog)

/* Reads the folder of tapes in the background.  `player` plays them, and stops when the dialog closes.  */
HandlerTapesDialog *handler_tapes_dialog_new (VoicePlayer *player);
/* Once they are read: the newest of this battle, if there is one.  */
void handler_tapes_dialog_open_newest (HandlerTapesDialog *dialog, const char *scenario);
/* FALSE while a battle is heard: playing stops, and the tape can be read alone.  */
void handler_tapes_dialog_set_may_play (HandlerTapesDialog *dialog, gboolean may_play);
/* "loading", "none", "nothing" or "some": what the list shows.  */
const char *handler_tapes_dialog_get_state (HandlerTapesDialog *dialog);

G_END_DECLS

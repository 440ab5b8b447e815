/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The talk key and its sign: a button with a microphone, and while it is open a level beside it.
 *
 * It captures nothing: whoever owns the microphone follows the signals and tells it what is true.
 * The key (that of battle.talk, whichever it is) is held while one speaks; with `toggle` it is
 * pressed before and after, as the button always is.  A window that is no longer active, or a widget
 * that goes away, lets go.
 *
 * Signals:
 *   begin ()                   she wants to speak
 *   end (forget: gboolean)     she has spoken; or let go for another reason: then nothing was said
 * Property:
 *   toggle (gboolean)  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_TALK (handler_talk_get_type ())
G_DECLARE_FINAL_TYPE (HandlerTalk, handler_talk, HANDLER, TALK, GtkWidget)

GtkWidget *handler_talk_new (void);
/* The key went down; repeats while it is down count for nothing.  With no key down, what the button does.  */
void handler_talk_press (HandlerTalk *self);
/* The key is followed in this window too, as in the one where the widget is; until the window goes.  */
void handler_talk_follow (HandlerTalk *self, GtkWindow *window);
/* Whether the microphone is open.  */
void handler_talk_set_open (HandlerTalk *self, gboolean open);
gboolean handler_talk_get_open (HandlerTalk *self);
/* What comes in, RMS in dB below full scale.  */
void handler_talk_set_level (HandlerTalk *self, double rms_db);

G_END_DECLS

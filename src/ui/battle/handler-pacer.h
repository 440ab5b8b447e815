/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who sets the time: the pacing rule and the rules for pausing, or the person.  No widgets.
 *
 * *Speed.*  While `follow` is set the battle runs as the pacing rule of the engine's frames picks.  A speed that
 * the person chooses stands until the pick changes or something grave asks; one slower than the pick is also the most that the rule
 * plays at from then on, until a speed is chosen that is not.
 *
 * *Pauses.*  For each kind of decision that was chosen; for the second emergency that nobody has attended to; while a
 * dialog is open (and then on); when the window is hidden.  A kind that has stopped the battle does not stop it again within
 * HANDLER_PACER_AGAIN_S of it.
 *
 * What it did is told in words (get_words(), get_stopped(), signal `told`).  Main thread.
 *
 * Properties: follow (the pacing rule is followed).
 * Signals:
 *   changed ()                 words or stopped are others
 *   told (text, urgent)        something to announce
 *   taken_back (words)         a speed chosen by hand was too fast; the words say why  */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

#define HANDLER_PACER_AGAIN_S 15

#define HANDLER_TYPE_PACER (handler_pacer_get_type ())
G_DECLARE_FINAL_TYPE (HandlerPacer, handler_pacer, HANDLER, PACER, GObject)

/* Does nothing until it has rules.  */
HandlerPacer *handler_pacer_new (EngineBattle *battle);
/* Rules are the keys pacing, pause-on, pause-guided, pause-unread, pause-dialogs and pause-hidden, as they are
 * at each moment.  NULL: no rules.  */
void handler_pacer_set_settings (HandlerPacer *self, GSettings *settings);

gboolean handler_pacer_get_follow (HandlerPacer *self);
void handler_pacer_set_follow (HandlerPacer *self, gboolean follow);

/* The battle tells.  `frame` is only looked at.  */
void handler_pacer_take_frame (HandlerPacer *self, const EngineFrame *frame);
/* An emergency was said; `speaker` in words, "" for nobody.  */
void handler_pacer_take_emergency (HandlerPacer *self, const char *speaker);

/* The window tells.  The person did something: what was said by now is read.  */
void handler_pacer_attend (HandlerPacer *self);
void handler_pacer_set_dialog (HandlerPacer *self, gboolean open);
void handler_pacer_hide (HandlerPacer *self);
/* A step of the tutorial begins: the battle waits until it is read.  */
void handler_pacer_stop_for_step (HandlerPacer *self);

/* Why the battle stands or runs as it does: "Paused: emergency, Falke", "1×: contact within 3 km"; "" when
 * nothing but the person sets the time.  */
const char *handler_pacer_get_words (HandlerPacer *self);
/* Whether a rule has stopped the battle, and it stands since.  */
gboolean handler_pacer_get_stopped (HandlerPacer *self);
/* Roster index of whom that was about, or −1.  */
int handler_pacer_get_machine (HandlerPacer *self);

/* The kinds of decision that can be chosen to pause for: names as in the key pause-on, by EngineDecision, and
 * what Preferences call them (translated).  */
const char *handler_pacer_decision_nick (EngineDecision kind);
const char *handler_pacer_decision_title (EngineDecision kind);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step of the tutorial that is to be done: what, why, and what can be done about it.
 *
 * Calm: it takes no focus and stops nobody.  A step that begins, and one that is said again in other words, is announced
 * once.  What its buttons do are actions of the battle page (battle.lesson-again, -skip, -leave).  Where there is
 * little room it is one line, which opens the rest.  */
#pragma once

#include "engine/engine.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_LESSON_PANEL (handler_lesson_panel_get_type ())
G_DECLARE_FINAL_TYPE (HandlerLessonPanel, handler_lesson_panel, HANDLER, LESSON_PANEL, AdwBin)

/* Nothing is shown while it has none.  Must outlive it.  */
void handler_lesson_panel_set_tutorial (HandlerLessonPanel *self, const ScenarioTutorial *tutorial);
/* How far it is, and whether the battle stands still.  */
void handler_lesson_panel_take (HandlerLessonPanel *self, const TutorView *lesson, gboolean paused);
/* Says the step in the other words, and with the next call in the first ones again.  */
void handler_lesson_panel_say_again (HandlerLessonPanel *self);
void handler_lesson_panel_set_compact (HandlerLessonPanel *self, gboolean compact);
/* Not shown, where the window has no line to spare.  */
void handler_lesson_panel_set_hidden (HandlerLessonPanel *self, gboolean hidden);
/* Moves the keyboard focus to it, opened if it was one line.  */
void handler_lesson_panel_focus (HandlerLessonPanel *self);

/* What the step says now, in one text; "" while nothing is shown.  */
const char *handler_lesson_panel_get_words (HandlerLessonPanel *self);

G_END_DECLS

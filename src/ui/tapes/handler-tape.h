/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tape that was found, and what was said on it, as objects for lists.  Immutable.  */
#pragma once

#include "scenario/scenario-tape.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_TAPE (handler_tape_get_type ())
G_DECLARE_FINAL_TYPE (HandlerTape, handler_tape, HANDLER, TAPE, GObject)

/* Takes `found`.  */
HandlerTape *handler_tape_new (ScenarioTapeFound *found);
const ScenarioTapeFound *handler_tape_get_found (HandlerTape *tape);
/* Its battle's title, or the name of its folder; borrowed.  */
const char *handler_tape_get_title (HandlerTape *tape);
/* "11 June 2025, 10:15 · +12:30 · 3.4 MB"; newly allocated.  */
char *handler_tape_make_facts (HandlerTape *tape);
/* How many of its lines have the folded words.  */
guint handler_tape_count (HandlerTape *tape, const char *folded);

#define HANDLER_TYPE_TAPE_LINE (handler_tape_line_get_type ())
G_DECLARE_FINAL_TYPE (HandlerTapeLine, handler_tape_line, HANDLER, TAPE_LINE, GObject)

/* The n-th line; holds the tape.  */
HandlerTapeLine *handler_tape_line_new (HandlerTape *tape, guint n);
const ScenarioTapeLine *handler_tape_line_get (HandlerTapeLine *line);
/* The battle's clock when it was said; newly allocated.  */
char *handler_tape_line_make_clock (HandlerTapeLine *line);
/* "left out at this speed"; "" for none.  Static.  */
const char *handler_tape_reason_text (ScenarioTapeReason reason);
/* "" when it can be heard to its end, else why not: "left out at this speed".  */
const char *handler_tape_line_get_note (HandlerTapeLine *line);
/* All of it for a screen reader; newly allocated.  */
char *handler_tape_line_make_label (HandlerTapeLine *line);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How battles went last: noted when one ends, told by the cards of the library.  */
#pragma once

#include "engine/engine.h"
#include "scenario/scenario-results.h"

G_BEGIN_DECLS

/* Notes the result of a battle that has ended, off the main thread; `done` (may be NULL) is called there when it is on
 * the disk, if `object` still lives.  A disk that fails costs the note alone.  */
void handler_library_note_result (EngineBattle *battle, void (*done) (gpointer object), gpointer object);

/* "Last time held, 20 of 21 alive, 11 June 2025, 10:15"; newly allocated.  */
char *handler_library_result_text (const ScenarioLastResult *result);

G_END_DECLS

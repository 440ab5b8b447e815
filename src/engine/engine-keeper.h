/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps battles on the disk while they are played: autosaves, their journals, saves by hand, replays.
 *
 * One for the program; battles are made with it (EngineOptions).  It has a thread of its own that encodes,
 * writes and syncs: neither the window nor the battle ever waits for the disk, and a disk that fails costs
 * nothing but what it did not keep.  Its functions are for the main thread.
 *
 * Signals (main context):
 *   changed ()                  what there is to go on with, or to watch, may have changed
 *   saved (const char *path)    a save that was asked for is written and read again
 *   save-failed (const char *message)   it is not
 *   failed (const char *message)        an autosave, journal or replay is not; told once until one is
 *                                       again
 *   recovered ()                it is again  */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ENGINE_TYPE_KEEPER (engine_keeper_get_type ())
G_DECLARE_FINAL_TYPE (EngineKeeper, engine_keeper, ENGINE, KEEPER, GObject)

/* Folders that are made when they are needed.  What a writer that was killed left there is swept.  */
EngineKeeper *engine_keeper_new (const char *saves_folder, const char *replays_folder);
/* Those of the user.  */
EngineKeeper *engine_keeper_new_for_user (void);
/* Waits until all that was handed over is on the disk, and for the thread.  Safe to call twice; dispose
 * does it.  No signal is emitted afterwards.  */
void engine_keeper_close (EngineKeeper *keeper);

G_END_DECLS

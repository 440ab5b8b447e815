/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: library, briefing, battle, result.
 *
 * Signals:
 *   battle-started (HandlerBattlePage *)   a battle is shown and may be given a voice
 *   battle-stopped ()                      its thread has been joined  */
#pragma once

#include "ui/battle/handler-battle-page.h"
#include "ui/library/handler-library-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_WINDOW (handler_window_get_type ())
G_DECLARE_FINAL_TYPE (HandlerWindow, handler_window, HANDLER, WINDOW, AdwApplicationWindow)

/* Makes the room's resources known; before any widget of it.  Safe to call twice.  */
void handler_ui_init (void);

/* `settings` (may be NULL) keep size, layout and choices.  */
HandlerWindow *handler_window_new (AdwApplication *application, GSettings *settings);

/* Battles begun from now on are kept by it, and what it tells is shown.  Once.  */
void handler_window_set_keeper (HandlerWindow *self, EngineKeeper *keeper);

/* A scenario or replay (briefing), or a save (gone on with at once); problems are shown, and what was on
 * view stays.  During a battle it asks first, unless
 * told not to (handler_window_set_confirm()).  */
void handler_window_open_path (HandlerWindow *self, const char *path);
/* Shows the battle at once.  FALSE with `error` when it can not be made.  */
gboolean handler_window_start_battle (HandlerWindow *self, ScenarioBattle *scenario,
                                      const EngineOptions *options, GError **error);
/* NULL while none is shown.  */
HandlerBattlePage *handler_window_get_battle_page (HandlerWindow *self);
/* Id of the battle that is shown, or was last; NULL: none was.  */
const char *handler_window_get_battle_id (HandlerWindow *self);
HandlerLibraryPage *handler_window_get_library (HandlerWindow *self);
/* Tag of the page shown: "library", "briefing", "battle" or "result".  */
const char *handler_window_get_page_tag (HandlerWindow *self);
void handler_window_show_library (HandlerWindow *self);
/* Closing and leaving a battle ask first (default TRUE).  */
void handler_window_set_confirm (HandlerWindow *self, gboolean confirm);
/* Joins a battle's thread, if one runs.  */
void handler_window_stop_battle (HandlerWindow *self);
/* A dialog of the desktop has been opened or closed, which stops the battle as one of the window's own does; none
 * while no battle is shown.  */
void handler_window_set_asking (HandlerWindow *self, gboolean asking);
void handler_window_toast (HandlerWindow *self, const char *text);

G_END_DECLS

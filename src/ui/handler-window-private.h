/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share.  */
#pragma once

#include "ui/handler-window.h"
#include "ui/widgets/handler-working.h"

G_BEGIN_DECLS

struct _HandlerWindow {
  AdwApplicationWindow parent_instance;
  GSettings *settings;
  HandlerBattlePage *battle_page; /* (owned) while its battle runs or is shown */
  ScenarioBattle *scenario;       /* of the last battle, for `again` */
  EngineOptions options;
  GCancellable *opening; /* a file being read, or a battle made: what comes after it counts */
  HandlerWorking *working; /* what is said of that */
  char *asked_path;      /* a file that came during a battle, until the person has answered */
  gboolean confirm;
  EngineKeeper *keeper;  /* (owned) (nullable) */
  gboolean not_kept;     /* it could not write */

  AdwToastOverlay *toasts;
  AdwNavigationView *navigation;
  HandlerLibraryPage *library;
};

/* handler-window.c */
void handler_window_show_message (HandlerWindow *self, const char *heading, const char *body);
/* Library, then at most one page above it.  */
void handler_window_show_above_library (HandlerWindow *self, AdwNavigationPage *page);
/* Moves the keyboard focus there once the page is shown.  */
void handler_window_focus_later (GtkWidget *widget);
/* "leave" or "stay" goes to `answer`.  */
void handler_window_ask_to_leave (HandlerWindow *self, GCallback answer);
/* Shows a battle that runs; one that was shown before is stopped.  */
void handler_window_show_battle (HandlerWindow *self, EngineBattle *battle);

/* handler-window-open.c */
/* What is still being read or made must not take the place of what was begun since.  */
void handler_window_stop_opening (HandlerWindow *self);
/* Makes a battle on another thread and shows it; the person can cancel it as long as that takes, and
 * what goes wrong is told.  What is on view stays until then.  */
void handler_window_make_battle (HandlerWindow *self, ScenarioBattle *scenario,
                                 const EngineOptions *options);
/* The library’s battle to go on with.  */
void handler_window_continue (HandlerWindow *self, const char *path, guint slot);

G_END_DECLS

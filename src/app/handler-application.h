/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program with its window.  */
#pragma once

#include "app/handler-demo.h"
#include "ui/handler-window.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_APPLICATION_ID "io.github.handlerone.HandlerOne"

#define HANDLER_TYPE_APPLICATION (handler_application_get_type ())
G_DECLARE_FINAL_TYPE (HandlerApplication, handler_application, HANDLER, APPLICATION, AdwApplication)

/* `demo` (copied) makes it play the demonstration as an instance of its own; NULL: an ordinary
 * run, one instance for each session.  */
HandlerApplication *handler_application_new (const HandlerDemoOptions *demo);
/* Path of the training battle's file (transfer full), or NULL when it is not installed.  */
char *handler_application_find_training (void);
/* NULL before activation.  */
HandlerWindow *handler_application_get_window (HandlerApplication *self);
GSettings *handler_application_get_settings (HandlerApplication *self);
/* For the demonstration: what the menu's entries show.  Each is presented and returned.  */
AdwDialog *handler_application_show_preferences (HandlerApplication *self);
AdwDialog *handler_application_show_shortcuts (HandlerApplication *self);
AdwDialog *handler_application_show_glossary (HandlerApplication *self);
/* Of the battle shown, or all.  */
AdwDialog *handler_application_show_tapes (HandlerApplication *self);
AdwDialog *handler_application_show_about (HandlerApplication *self);

G_END_DECLS

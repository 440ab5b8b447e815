/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of keys: it makes the controllers, the accelerators and the page that lists them.
 *
 * Keys of one letter are only in the scopes of panels and map: they act while a list or the map has
 * the focus, after it had its chance (bubble phase), and never where one types.  */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum {
  HANDLER_SHORTCUT_APP,    /* application accelerators */
  HANDLER_SHORTCUT_BATTLE, /* anywhere in the window while a battle is shown */
  HANDLER_SHORTCUT_PANEL,  /* squad and comms, in the bubble phase */
  HANDLER_SHORTCUT_MAP,    /* the map, in the bubble phase */
} HandlerShortcutScope;

typedef struct {
  HandlerShortcutScope scope;
  const char *keys;   /* for gtk_shortcut_trigger_parse_string(); several joined by '|' */
  const char *title;  /* untranslated, context "shortcut"; NULL: does the like of the entry before
                         and stands on its row of the page; "": is not on the page */
  const char *action;
  const char *target; /* GVariant text, or NULL */
} HandlerShortcut;

const HandlerShortcut *handler_shortcuts_get (gsize *n);
/* Adds a controller with the keys of a scope.  */
void handler_shortcuts_add_to (GtkWidget *widget, HandlerShortcutScope scope);
/* Sets the application's accelerators.  */
void handler_shortcuts_set_accels (GtkApplication *application);
/* The page that lists all keys.  Floating.  */
AdwDialog *handler_shortcuts_dialog_new (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of what keys do: it makes the controllers, the accelerators, the page that lists them and that
 * of the preferences, where each can be changed.  Which keys are in force says handler-keys.h.
 *
 * Keys of one letter are only in the scopes of panels and map: they act while a list or the map has
 * the focus, after it had its chance (bubble phase), and never where one types.  Main thread.  */
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
  const char *keys;   /* unless she changed them: for gtk_accelerator_parse(); several joined by '|' */
  const char *title;  /* untranslated, context "shortcut"; NULL: does the like of the entry before
                         and stands on its row of the page; "": is not on the page */
  const char *action;
  const char *target; /* GVariant text, or NULL */
} HandlerShortcut;

const HandlerShortcut *handler_shortcuts_get (gsize *n);
/* The first of the table with this action; a mistake of the caller if there is none.  */
const HandlerShortcut *handler_shortcuts_find (HandlerShortcutScope scope, const char *action);
/* "map:map.pan:left": the entry's name in people's settings, made of scope, action and target.  It must stay
 * what it is when one of these is renamed.  Newly allocated.  */
char *handler_shortcut_dup_id (const HandlerShortcut *entry);
/* Whether one key could not mean two things in these: panels and map alone never have the focus at once.  */
gboolean handler_shortcuts_meet (HandlerShortcutScope a, HandlerShortcutScope b);

/* What it does, translated: "Move the map", for all entries that share a row of the page.  */
const char *handler_shortcut_get_row_title (const HandlerShortcut *entry);
/* "Move the map: left", of one of them.  Newly allocated.  */
char *handler_shortcut_dup_title (const HandlerShortcut *entry);
/* Whether people are told of it.  */
gboolean handler_shortcut_is_listed (const HandlerShortcut *entry);
/* "In Battle": a heading for the entries of a scope, translated.  */
const char *handler_shortcut_scope_title (HandlerShortcutScope scope);

/* Adds a controller with the keys of a scope, which follows when they change.  */
void handler_shortcuts_add_to (GtkWidget *widget, HandlerShortcutScope scope);
/* Sets the application's accelerators, now and when they change.  */
void handler_shortcuts_set_accels (GtkApplication *application);
/* The page that lists all keys in force.  Floating.  */
AdwDialog *handler_shortcuts_dialog_new (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys in force: those of the table (handler-shortcuts.h) but where she has changed them.
 *
 * There is one for the program, as there is one table.  Changes are kept in the key "keys" of the settings, a
 * list of accelerators by the id of the table's entry, none for a key that is off.  What is there that can not
 * be (an id of another version, no key, one that its scope may not have, one key for two things) is passed
 * over with one message, and stays as it was in the settings.  A key that she has given something takes it from
 * whatever has it in the table.  Main thread.
 *
 * Signal: changed () — others are in force.  */
#pragma once

#include "ui/widgets/handler-key.h"

G_BEGIN_DECLS

#define HANDLER_TYPE_KEYS (handler_keys_get_type ())
G_DECLARE_FINAL_TYPE (HandlerKeys, handler_keys, HANDLER, KEYS, GObject)

/* As many keys can an entry have.  */
#define HANDLER_KEYS_MAX 4

/* The program's.  Borrowed.  */
HandlerKeys *handler_keys_get (void);
/* Where changes are kept; NULL: they last until the program ends, and begin with none.  */
void handler_keys_set_settings (HandlerKeys *self, GSettings *settings);

/* The keys of an entry, `n` of them, maybe none.  Borrowed until they change.  */
const HandlerKey *handler_keys_of (HandlerKeys *self, const HandlerShortcut *entry, gsize *n);
/* Whether they are hers and not those of the table.  */
gboolean handler_keys_is_changed (HandlerKeys *self, const HandlerShortcut *entry);
/* Whether anything in the settings is.  */
gboolean handler_keys_any_changed (HandlerKeys *self);
/* Twins of a key of the table that people find by themselves need not be shown: the number of the first that is
 * shown from `from` on, or `n`.  */
gsize handler_keys_next_shown (HandlerKeys *self, const HandlerShortcut *entry, gsize from);
/* "Ctrl+L" of the first key, to go into a sentence; NULL when there is none.  Newly allocated.  */
char *handler_keys_dup_label (HandlerKeys *self, HandlerShortcutScope scope, const char *action);
/* "Ctrl+?, F1" of `n` entries from this one, or "no key".  Newly allocated.  */
char *handler_keys_dup_words (HandlerKeys *self, const HandlerShortcut *entry, gsize n);

/* The keys that an entry has in the table, `n` of them.  Borrowed.  */
const HandlerKey *handler_keys_first_of (HandlerKeys *self, const HandlerShortcut *entry, gsize *n);
/* Who else uses one of these keys where `entry` works: borrowed HandlerShortcuts, maybe none.  (transfer
 * container)  */
GPtrArray *handler_keys_list_users (HandlerKeys *self, const HandlerShortcut *entry,
                                    const HandlerKey *keys, gsize n);
/* Gives an entry this key alone, or none (NULL), and takes it from all others that it would be in conflict
 * with.  The key has been judged fine.  */
void handler_keys_set (HandlerKeys *self, const HandlerShortcut *entry, const HandlerKey *key);
/* The keys of the table again, which are taken from others.  */
void handler_keys_reset (HandlerKeys *self, const HandlerShortcut *entry);
/* The same for all.  */
void handler_keys_reset_all (HandlerKeys *self);
/* All that is kept, to be given back later (a{sas}).  (transfer full)  */
GVariant *handler_keys_dup_kept (HandlerKeys *self);
void handler_keys_set_kept (HandlerKeys *self, GVariant *kept);

/* The text that `property` has now becomes "Text (F8)", as long as the entry has a key, and follows it; call it once
 * for an object.  */
void handler_keys_tell_in (HandlerKeys *self, gpointer object, const char *property,
                           HandlerShortcutScope scope, const char *action);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/handler-key-dialog.h"
#include "ui/widgets/handler-dialog.h"
#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>

/* Lives with its dialog.  */
typedef struct {
  AdwAlertDialog *dialog; /* borrowed */
  const HandlerShortcut *entry;
  GtkWidget *root;          /* weak: where keys are caught, before anything else has them */
  GtkEventController *of_root, *of_dialog; /* while a key is waited for */
} Change;

/* ---- Words ------------------------------------------------------------------------------------ */

static char *
users_text (GPtrArray *users)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < users->len; i++) {
    const HandlerShortcut *user = users->pdata[i];
    g_autofree char *title = handler_shortcut_dup_title (user);

    g_ptr_array_add (names,
                     /* Translators: what a key does, and where: “Next machine” (On the Map).  */
                     g_strdup_printf (C_("key dialog", "“%1$s” (%2$s)"), title,
                                      handler_shortcut_scope_title (user->scope)));
  }
  g_ptr_array_add (names, NULL);
  return handler_text_list ((const char *const *) names->pdata);
}

static char *
conflict_text (const char *keys, GPtrArray *users)
{
  g_autofree char *names = users_text (users);

  /* Translators: a key or several, and what else they are used by.  */
  return g_strdup_printf (C_("key dialog", "%1$s: used by %2$s, which will lose it."), keys, names);
}

static void
announce (GtkWidget *root, const char *text)
{
  if (root != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (root), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What is in force now, for who hears it.  */
static void
announce_keys (AdwAlertDialog *dialog, const HandlerShortcut *entry)
{
  g_autofree char *title = handler_shortcut_dup_title (entry);
  g_autofree char *words = handler_keys_dup_words (handler_keys_get (), entry, 1);
  /* Translators: read aloud after a key was changed: what it does, and the key: “Faster: Ctrl+F”.  */
  g_autofree char *text = g_strdup_printf (C_("key dialog", "%1$s: %2$s"), title, words);

  announce (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (dialog))), text);
}

static void
ask_for_key (Change *self, const char *refused)
{
  g_autofree char *title = handler_shortcut_dup_title (self->entry);
  g_autofree char *words = handler_keys_dup_words (handler_keys_get (), self->entry, 1);
  g_autofree char *body = g_strdup_printf (
      /* Translators: what the key does, then the key that it has now; Backspace and Escape are keys.  */
      C_("key dialog", "Press the new key for “%1$s”, now %2$s.\nBackspace: no key. Escape: no change."),
      title, words);
  g_autofree char *text = refused == NULL ? NULL : g_strconcat (refused, "\n\n", body, NULL);

  handler_dialog_set_texts (self->dialog, C_("key dialog", "New Key"), text != NULL ? text : body);
}

/* ---- Taking it from something else ------------------------------------------------------------ */

typedef struct {
  const HandlerShortcut *entry;
  HandlerKey key;
} Wanted;

/* With the first of its keys in the table come the others.  */
static void
replace_cb (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  const Wanted *wanted = data;

  handler_keys_set (handler_keys_get (), wanted->entry, &wanted->key);
  announce_keys (dialog, wanted->entry);
}

static AdwDialog *
replace_dialog_new (const HandlerShortcut *entry, const HandlerKey *key, GPtrArray *users)
{
  g_autofree char *label = handler_key_dup_label (key);
  g_autofree char *text = conflict_text (label, users);
  AdwAlertDialog *dialog = handler_dialog_new (C_("key dialog", "Take the Key?"), text);
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){entry, *key};
  adw_alert_dialog_add_response (dialog, "cancel", C_("key dialog", "_Cancel"));
  /* Translators: a short button: the key is taken from what has it.  */
  adw_alert_dialog_add_response (dialog, "replace", C_("key dialog", "_Take"));
  adw_alert_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "replace");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "handler-wanted", wanted, g_free);
  g_signal_connect (dialog, "response::replace", G_CALLBACK (replace_cb), wanted);
  return ADW_DIALOG (dialog);
}

/* ---- Catching a key --------------------------------------------------------------------------- */

static void
stop_catching (Change *self)
{
  if (self->root != NULL && self->of_root != NULL)
    gtk_widget_remove_controller (self->root, self->of_root);
  if (self->of_dialog != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (self->dialog), self->of_dialog);
  self->of_root = self->of_dialog = NULL;
  g_clear_weak_pointer (&self->root);
}

static void
set_key (Change *self, const HandlerKey *key)
{
  handler_keys_set (handler_keys_get (), self->entry, key);
  announce_keys (self->dialog, self->entry);
}

static void
refuse (Change *self, HandlerKeyVerdict verdict)
{
  ask_for_key (self, handler_key_verdict_text (verdict));
  announce (self->root, handler_key_verdict_text (verdict));
}

/* Who would lose something: also one of the twins that come back with the first key of the table.  */
static GPtrArray *
users_of (const HandlerShortcut *entry, const HandlerKey *key)
{
  HandlerKeys *keys = handler_keys_get ();
  gsize n;
  const HandlerKey *first = handler_keys_first_of (keys, entry, &n);
  gboolean back = n > 0 && handler_key_equal (key, &first[0]);

  return handler_keys_list_users (keys, entry, back ? first : key, back ? n : 1);
}

static void
take_key (Change *self, const HandlerKey *key)
{
  HandlerKeyVerdict verdict = handler_key_judge (key, self->entry->scope);
  g_autoptr (GPtrArray) users = NULL;
  GtkWidget *root = self->root;
  AdwDialog *next = NULL;

  if (verdict != HANDLER_KEY_FINE) {
    refuse (self, verdict);
    return;
  }
  users = users_of (self->entry, key);
  /* The one that goes gives the focus back; the one that comes has it then.  */
  if (users->len > 0)
    next = replace_dialog_new (self->entry, key, users);
  else
    set_key (self, key);
  adw_dialog_close (ADW_DIALOG (self->dialog));
  if (next != NULL)
    adw_dialog_present (next, root);
}

/* Whatever the window does with keys, none gets past here.  */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                Change *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (keys));
  HandlerKey key;

  if (!handler_key_from_event (event, &key))
    return GDK_EVENT_PROPAGATE;
  if (key.modifiers == 0 && key.keyval == GDK_KEY_BackSpace) {
    set_key (self, NULL);
    adw_dialog_close (ADW_DIALOG (self->dialog));
  } else if (key.modifiers == 0 && key.keyval == GDK_KEY_Escape) {
    adw_dialog_close (ADW_DIALOG (self->dialog));
  } else {
    take_key (self, &key);
  }
  return GDK_EVENT_STOP;
}

static GtkEventController *
catch_at (Change *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  return keys;
}

/* At the root, as the accelerators of the application are: the last one that came there is the first; and at the
 * dialog, which takes all keys for itself once it stands.  */
static void
mapped_cb (Change *self)
{
  if (self->of_root != NULL)
    return;
  g_set_weak_pointer (&self->root, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self->dialog))));
  self->of_root = catch_at (self, self->root);
  self->of_dialog = catch_at (self, GTK_WIDGET (self->dialog));
}

/* ---- Life ------------------------------------------------------------------------------------- */

static void
response_cb (Change *self, const char *response)
{
  stop_catching (self);
  if (g_str_equal (response, "none"))
    set_key (self, NULL);
}

/* The dialog has gone, and what it had.  */
static void
change_free (gpointer data)
{
  Change *self = data;

  self->of_dialog = NULL;
  stop_catching (self);
  g_free (self);
}

AdwDialog *
handler_key_dialog_new (const HandlerShortcut *entry)
{
  Change *self;

  g_return_val_if_fail (entry != NULL, NULL);
  self = g_new0 (Change, 1);
  self->entry = entry;
  self->dialog = handler_dialog_new ("", NULL);
  ask_for_key (self, NULL);
  adw_alert_dialog_add_response (self->dialog, "cancel", C_("key dialog", "_Cancel"));
  /* Translators: a button: what is asked about will have no key.  */
  adw_alert_dialog_add_response (self->dialog, "none", C_("key dialog", "_No Key"));
  adw_alert_dialog_set_close_response (self->dialog, "cancel");
  g_object_set_data_full (G_OBJECT (self->dialog), "handler-change", self, change_free);
  g_signal_connect_swapped (self->dialog, "map", G_CALLBACK (mapped_cb), self);
  g_signal_connect_swapped (self->dialog, "unmap", G_CALLBACK (stop_catching), self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (response_cb), self);
  return ADW_DIALOG (self->dialog);
}

AdwDialog *
handler_key_dialog_new_reset (const HandlerShortcut *entry)
{
  HandlerKeys *keys = handler_keys_get ();
  gsize n;
  const HandlerKey *first = handler_keys_first_of (keys, entry, &n);
  g_autoptr (GPtrArray) users = handler_keys_list_users (keys, entry, first, n);

  return users->len == 0 ? NULL : replace_dialog_new (entry, &first[0], users);
}

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
  GtkEventController *keys; /* of the root, while one is waited for */
  HandlerKey key;           /* that somebody else has */
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

/* ---- Catching a key --------------------------------------------------------------------------- */

static void
stop_catching (Change *self)
{
  if (self->root != NULL && self->keys != NULL)
    gtk_widget_remove_controller (self->root, self->keys);
  self->keys = NULL;
  g_clear_weak_pointer (&self->root);
}

static void
set_key (Change *self, const HandlerKey *key)
{
  handler_keys_set (handler_keys_get (), self->entry, key);
  announce_keys (self->dialog, self->entry);
}

static void
ask_to_replace (Change *self, GPtrArray *users)
{
  g_autofree char *label = handler_key_dup_label (&self->key);
  g_autofree char *text = conflict_text (label, users);

  stop_catching (self);
  handler_dialog_set_texts (self->dialog, C_("key dialog", "Replace the Key?"), text);
  adw_alert_dialog_remove_response (self->dialog, "none");
  adw_alert_dialog_add_response (self->dialog, "replace", C_("key dialog", "_Replace"));
  adw_alert_dialog_set_response_appearance (self->dialog, "replace", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (self->dialog, "replace");
  announce (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self->dialog))), text);
}

static void
refuse (Change *self, HandlerKeyVerdict verdict)
{
  ask_for_key (self, handler_key_verdict_text (verdict));
  announce (self->root, handler_key_verdict_text (verdict));
}

static void
take_key (Change *self, const HandlerKey *key)
{
  HandlerKeyVerdict verdict = handler_key_judge (key, self->entry->scope);
  g_autoptr (GPtrArray) users = NULL;

  if (verdict != HANDLER_KEY_FINE) {
    refuse (self, verdict);
    return;
  }
  users = handler_keys_list_users (handler_keys_get (), self->entry, key, 1);
  if (users->len > 0) {
    self->key = *key;
    ask_to_replace (self, users);
    return;
  }
  set_key (self, key);
  adw_dialog_close (ADW_DIALOG (self->dialog));
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

/* At the root, as the accelerators of the application are; the last one that came there is the first.  */
static void
mapped_cb (Change *self)
{
  if (self->keys != NULL || adw_alert_dialog_has_response (self->dialog, "replace"))
    return;
  g_set_weak_pointer (&self->root, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self->dialog))));
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->root, self->keys);
}

/* ---- Life ------------------------------------------------------------------------------------- */

static void
response_cb (Change *self, const char *response)
{
  stop_catching (self);
  if (g_str_equal (response, "none"))
    set_key (self, NULL);
  else if (g_str_equal (response, "replace"))
    set_key (self, &self->key);
}

static void
change_free (gpointer data)
{
  stop_catching (data);
  g_free (data);
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

static void
reset_cb (AdwAlertDialog *dialog, const char *response, gpointer entry)
{
  handler_keys_reset (handler_keys_get (), entry);
  announce_keys (dialog, entry);
}

AdwDialog *
handler_key_dialog_new_reset (const HandlerShortcut *entry)
{
  HandlerKeys *keys = handler_keys_get ();
  gsize n;
  const HandlerKey *first = handler_keys_first_of (keys, entry, &n);
  g_autoptr (GPtrArray) users = handler_keys_list_users (keys, entry, first, n);
  g_autofree char *label = NULL, *text = NULL;
  AdwAlertDialog *dialog;

  if (users->len == 0)
    return NULL;
  label = handler_key_dup_label (&first[0]);
  text = conflict_text (label, users);
  dialog = handler_dialog_new (C_("key dialog", "Replace the Key?"), text);
  adw_alert_dialog_add_response (dialog, "cancel", C_("key dialog", "_Cancel"));
  adw_alert_dialog_add_response (dialog, "replace", C_("key dialog", "_Replace"));
  adw_alert_dialog_set_default_response (dialog, "replace");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response::replace", G_CALLBACK (reset_cb), (gpointer) entry);
  return ADW_DIALOG (dialog);
}

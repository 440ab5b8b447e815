/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/handler-keys-page.h"
#include "ui/preferences/handler-key-dialog.h"
#include "ui/widgets/handler-key-row.h"

#include <glib/gi18n.h>

/* ---- A row ------------------------------------------------------------------------------------ */

static void
change_cb (GtkWidget *row)
{
  const HandlerShortcut *entry = handler_key_row_get_entry (HANDLER_KEY_ROW (row));

  adw_dialog_present (handler_key_dialog_new (entry), row);
}

/* The button goes: the focus stays on its row.  */
static void
reset_cb (GtkWidget *row)
{
  const HandlerShortcut *entry = handler_key_row_get_entry (HANDLER_KEY_ROW (row));
  AdwDialog *dialog = handler_key_dialog_new_reset (entry);

  gtk_widget_grab_focus (row);
  if (dialog != NULL)
    adw_dialog_present (dialog, row);
  else
    handler_keys_reset (handler_keys_get (), entry);
}

static void
show_reset_cb (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, HANDLER_TYPE_KEY_ROW);

  if (row != NULL)
    gtk_widget_set_visible (
        button, handler_keys_is_changed (handler_keys_get (),
                                         handler_key_row_get_entry (HANDLER_KEY_ROW (row))));
}

static GtkWidget *
add_button (GtkWidget *row, const char *icon, const char *tip, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static GtkWidget *
row_new (const HandlerShortcut *entry)
{
  g_autofree char *title = handler_shortcut_dup_title (entry);
  /* Translators: names of buttons for who hears them; what the key does goes in.  */
  g_autofree char *reset_name = g_strdup_printf (C_("keys", "Reset the key of “%s”"), title);
  g_autofree char *change_name = g_strdup_printf (C_("keys", "Change the key of “%s”…"), title);
  GtkWidget *row = handler_key_row_new (title, entry, 1);
  GtkWidget *reset = add_button (row, "edit-undo-symbolic", C_("keys", "Reset"), reset_name,
                                 G_CALLBACK (reset_cb));
  GtkWidget *change = add_button (row, "document-edit-symbolic", C_("keys", "Change…"), change_name,
                                  G_CALLBACK (change_cb));

  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), change);
  /* The row gives it its own name.  */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (change), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect_object (handler_keys_get (), "changed", G_CALLBACK (show_reset_cb), reset,
                           G_CONNECT_SWAPPED);
  show_reset_cb (reset);
  return row;
}

/* ---- All of them ------------------------------------------------------------------------------ */

static void
undo_cb (AdwToast *toast, GVariant *kept)
{
  handler_keys_set_kept (handler_keys_get (), kept);
}

static void
kept_free (gpointer kept, GClosure *closure)
{
  g_variant_unref (kept);
}

static void
reset_all_cb (GtkWidget *page)
{
  HandlerKeys *keys = handler_keys_get ();
  AdwToast *toast = adw_toast_new (C_("keys", "All Keys Are Reset"));
  GtkWidget *dialog = gtk_widget_get_ancestor (page, ADW_TYPE_PREFERENCES_DIALOG);

  adw_toast_set_button_label (toast, C_("keys", "_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), handler_keys_dup_kept (keys),
                         kept_free, G_CONNECT_DEFAULT);
  /* The button rests from now on, and would keep the focus from the keys of the dialog.  */
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  handler_keys_reset_all (keys);
  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
  else
    g_object_unref (toast);
}

static void
show_reset_all_cb (GtkWidget *button)
{
  gtk_widget_set_sensitive (button, handler_keys_any_changed (handler_keys_get ()));
}

static GtkWidget *
first_group_new (AdwPreferencesPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = adw_button_row_new ();

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      C_("keys", "Keys of one letter act on the map and in lists, never where you type. Keys for the whole window "
                 "have Ctrl or are function keys."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), C_("keys", "_Reset All"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (button), TRUE);
  g_signal_connect_object (button, "activated", G_CALLBACK (reset_all_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (handler_keys_get (), "changed", G_CALLBACK (show_reset_all_cb), button,
                           G_CONNECT_SWAPPED);
  show_reset_all_cb (button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  return group;
}

static GtkWidget *
group_new (HandlerShortcutScope scope)
{
  GtkWidget *group = adw_preferences_group_new ();
  gsize n;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), handler_shortcut_scope_title (scope));
  for (gsize i = 0; i < n; i++)
    if (entries[i].scope == scope && handler_shortcut_is_listed (&entries[i]))
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (&entries[i]));
  return group;
}

AdwPreferencesPage *
handler_keys_page_new (GSettings *settings)
{
  static const HandlerShortcutScope scopes[] = {HANDLER_SHORTCUT_BATTLE, HANDLER_SHORTCUT_PANEL,
                                                HANDLER_SHORTCUT_MAP, HANDLER_SHORTCUT_APP};
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_set_name (page, "keys");
  /* Translators: page of the preferences: keys of the keyboard.  */
  adw_preferences_page_set_title (page, C_("preferences", "Keys"));
  adw_preferences_page_set_icon_name (page, "input-keyboard-symbolic");
  gtk_widget_set_sensitive (GTK_WIDGET (page), g_settings_is_writable (settings, "keys"));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (first_group_new (page)));
  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group_new (scopes[i])));
  return page;
}

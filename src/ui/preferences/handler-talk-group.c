/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/handler-talk-group.h"
#include "ui/widgets/handler-keys.h"

#include <glib/gi18n.h>

/* "ask" is no yet: who switches it on here has read what it does.  */
static gboolean
get_allowed (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_boolean (value, g_str_equal (g_variant_get_string (variant, NULL), "yes"));
  return TRUE;
}

static GVariant *
set_allowed (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_string (g_value_get_boolean (value) ? "yes" : "no");
}

static char *
allowed_text (const char *key)
{
  if (key == NULL)
    return g_strdup (C_("preferences", "In English. It is open only between two presses of its button; nothing is "
                                       "stored, and nothing leaves this computer."));
  /* Translators: the talk key goes in: “F9”.  */
  return g_strdup_printf (C_("preferences", "In English. It is open only while you hold %s; nothing is "
                                            "stored, and nothing leaves this computer."),
                          key);
}

static char *
toggle_text (const char *key)
{
  if (key == NULL)
    return g_strdup (C_("preferences", "The talk key before speaking, and again after it"));
  /* Translators: the talk key goes in: “F9”.  */
  return g_strdup_printf (C_("preferences", "%s before speaking, and again after it"), key);
}

/* The subtitle says the key that is in force.  */
static void
show_key (GtkWidget *row)
{
  char *(*text_of) (const char *) = g_object_get_data (G_OBJECT (row), "handler-text");
  g_autofree char *key = handler_keys_dup_label (handler_keys_get (), HANDLER_SHORTCUT_BATTLE, "battle.talk");
  g_autofree char *text = text_of (key);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

static GtkWidget *
switch_new (const char *title, char *(*text_of) (const char *key))
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data (G_OBJECT (row), "handler-text", text_of);
  g_signal_connect_object (handler_keys_get (), "changed", G_CALLBACK (show_key), row,
                           G_CONNECT_SWAPPED);
  show_key (row);
  return row;
}

AdwPreferencesGroup *
handler_talk_group_new (GSettings *settings)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *allowed = switch_new (C_("preferences", "Speak with the Microphone"), allowed_text);
  GtkWidget *toggle = switch_new (C_("preferences", "Press Instead of Hold"), toggle_text);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   C_("preferences", "Spoken Orders"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), allowed);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), toggle);
  g_settings_bind_with_mapping (settings, "talk", allowed, "active", G_SETTINGS_BIND_DEFAULT,
                                get_allowed, set_allowed, NULL, NULL);
  g_settings_bind (settings, "talk-toggle", toggle, "active", G_SETTINGS_BIND_DEFAULT);
  return ADW_PREFERENCES_GROUP (group);
}

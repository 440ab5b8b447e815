/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/handler-talk-group.h"

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

static GtkWidget *
switch_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

AdwPreferencesGroup *
handler_talk_group_new (GSettings *settings)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *allowed =
      switch_new (C_("preferences", "Speak with the Microphone"),
                  C_("preferences", "In English. It is open only while you hold F9; nothing is "
                                    "stored, and nothing leaves this computer."));
  GtkWidget *toggle = switch_new (C_("preferences", "Press Instead of Hold"),
                                  C_("preferences", "F9 before speaking, and again after it"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   C_("preferences", "Spoken Orders"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), allowed);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), toggle);
  g_settings_bind_with_mapping (settings, "talk", allowed, "active", G_SETTINGS_BIND_DEFAULT,
                                get_allowed, set_allowed, NULL, NULL);
  g_settings_bind (settings, "talk-toggle", toggle, "active", G_SETTINGS_BIND_DEFAULT);
  return ADW_PREFERENCES_GROUP (group);
}

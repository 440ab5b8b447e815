/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-shortcuts.h"

#include <glib/gi18n.h>

static const HandlerShortcut shortcuts[] = {
  {HANDLER_SHORTCUT_BATTLE, "F8", NC_ ("shortcut", "Pause or go on"), "battle.pause", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>plus|<Control>equal|<Control>KP_Add",
   NC_ ("shortcut", "Faster"), "battle.faster", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>minus|<Control>KP_Subtract", NC_ ("shortcut", "Slower"),
   "battle.slower", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>l", NC_ ("shortcut", "Order line"), "battle.focus-order",
   NULL},
  {HANDLER_SHORTCUT_BATTLE, "F2", NC_ ("shortcut", "Own machines"), "battle.focus-squad", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F3", NC_ ("shortcut", "Contacts"), "battle.focus-contacts", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F4", NC_ ("shortcut", "Map"), "battle.focus-map", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F5", NC_ ("shortcut", "Comms"), "battle.focus-comms", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F6", NC_ ("shortcut", "Alerts"), "battle.focus-alerts", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>i", NC_ ("shortcut", "Ask for the situation"),
   "battle.situation", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>m", NC_ ("shortcut", "Mute the link"), "battle.mute", NULL},
  {HANDLER_SHORTCUT_PANEL, "space", NC_ ("shortcut", "Pause or go on"), "battle.pause", NULL},
  {HANDLER_SHORTCUT_PANEL, "n", NC_ ("shortcut", "Next machine"), "battle.next-machine", NULL},
  {HANDLER_SHORTCUT_PANEL, "<Shift>n", NC_ ("shortcut", "Next contact"), "battle.next-track", NULL},
  {HANDLER_SHORTCUT_PANEL, "o", NC_ ("shortcut", "Order to the selected machine"),
   "battle.order-selected", NULL},
  {HANDLER_SHORTCUT_PANEL, "1", NC_ ("shortcut", "First platoon"), "battle.platoon", "1"},
  {HANDLER_SHORTCUT_PANEL, "2", NC_ ("shortcut", "Second platoon"), "battle.platoon", "2"},
  {HANDLER_SHORTCUT_PANEL, "3", NC_ ("shortcut", "Third platoon"), "battle.platoon", "3"},
  {HANDLER_SHORTCUT_PANEL, "4", NC_ ("shortcut", "Fourth platoon"), "battle.platoon", "4"},
  {HANDLER_SHORTCUT_PANEL, "5", NC_ ("shortcut", "Fifth platoon"), "battle.platoon", "5"},
  {HANDLER_SHORTCUT_PANEL, "6", NC_ ("shortcut", "Sixth platoon"), "battle.platoon", "6"},
  {HANDLER_SHORTCUT_PANEL, "<Control>c", NC_ ("shortcut", "Copy the selected caption"),
   "comms.copy", NULL},
  {HANDLER_SHORTCUT_MAP, "Left|Right|Up|Down", NC_ ("shortcut", "Move the map"), NULL, NULL},
  {HANDLER_SHORTCUT_MAP, "plus|minus", NC_ ("shortcut", "Nearer or farther"), NULL, NULL},
  {HANDLER_SHORTCUT_APP, "<Control>o", NC_ ("shortcut", "Open a file"), "app.open", NULL},
  {HANDLER_SHORTCUT_APP, "<Control>comma", NC_ ("shortcut", "Preferences"), "app.preferences",
   NULL},
  {HANDLER_SHORTCUT_APP, "<Control>question|F1", NC_ ("shortcut", "Keyboard shortcuts"),
   "app.shortcuts", NULL},
  {HANDLER_SHORTCUT_APP, "<Control>w", NC_ ("shortcut", "Close the window"), "window.close", NULL},
  {HANDLER_SHORTCUT_APP, "<Control>q", NC_ ("shortcut", "Quit"), "app.quit", NULL},
};

const HandlerShortcut *
handler_shortcuts_get (gsize *n)
{
  *n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/* ---- Controllers ------------------------------------------------------------------------------ */

static GtkShortcut *
shortcut_new (const HandlerShortcut *entry)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (entry->keys),
                                            gtk_named_action_new (entry->action));

  if (entry->target != NULL) {
    g_autoptr (GVariant) target = g_variant_parse (NULL, entry->target, NULL, NULL, NULL);

    gtk_shortcut_set_arguments (shortcut, target);
  }
  return shortcut;
}

void
handler_shortcuts_add_to (GtkWidget *widget, HandlerShortcutScope scope)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].scope == scope)
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                            shortcut_new (&shortcuts[i]));
  if (scope == HANDLER_SHORTCUT_BATTLE)
    gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                       GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_widget_add_controller (widget, controller);
}

void
handler_shortcuts_set_accels (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++) {
    g_auto (GStrv) keys = NULL;

    if (shortcuts[i].scope != HANDLER_SHORTCUT_APP)
      continue;
    keys = g_strsplit (shortcuts[i].keys, "|", -1);
    gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                           (const char *const *) keys);
  }
}

/* ---- The page that lists them ----------------------------------------------------------------- */

static const char *
scope_title (HandlerShortcutScope scope)
{
  switch (scope) {
  case HANDLER_SHORTCUT_BATTLE:
    return C_("shortcuts", "In Battle");
  case HANDLER_SHORTCUT_PANEL:
    return C_("shortcuts", "On Squad, Comms and Map");
  case HANDLER_SHORTCUT_MAP:
    return C_("shortcuts", "On the Map");
  case HANDLER_SHORTCUT_APP:
  default:
    return C_("shortcuts", "General");
  }
}

/* "Ctrl+L" for the first key, " or " before others.  */
static char *
keys_label (const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, "|", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL && i < 4; i++) {
    guint key;
    GdkModifierType modifiers;
    g_autofree char *label = NULL;

    if (!gtk_accelerator_parse (each[i], &key, &modifiers)
        || g_strrstr (each[i], "KP_") != NULL || g_str_has_suffix (each[i], "equal"))
      continue;
    label = gtk_accelerator_get_label (key, modifiers);
    g_string_append_printf (text, "%s%s", text->len > 0 ? "  " : "", label);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
row_new (const HandlerShortcut *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *label = keys_label (entry->keys);
  GtkWidget *keys = gtk_label_new (label);

  gtk_widget_add_css_class (keys, "shortcut-keys");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 g_dpgettext2 (GETTEXT_PACKAGE, "shortcut", entry->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

static void
add_group (AdwPreferencesPage *page, HandlerShortcutScope scope)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, scope_title (scope));
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].scope == scope)
      adw_preferences_group_add (group, row_new (&shortcuts[i]));
  adw_preferences_page_add (page, group);
}

AdwDialog *
handler_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  add_group (ADW_PREFERENCES_PAGE (page), HANDLER_SHORTCUT_BATTLE);
  add_group (ADW_PREFERENCES_PAGE (page), HANDLER_SHORTCUT_PANEL);
  add_group (ADW_PREFERENCES_PAGE (page), HANDLER_SHORTCUT_MAP);
  add_group (ADW_PREFERENCES_PAGE (page), HANDLER_SHORTCUT_APP);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, C_("dialog", "Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  return dialog;
}

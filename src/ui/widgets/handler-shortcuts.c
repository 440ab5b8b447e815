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
  {HANDLER_SHORTCUT_BATTLE, "<Shift>F3", NC_ ("shortcut", "Marks"), "battle.focus-marks", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F4", NC_ ("shortcut", "Map"), "battle.focus-map", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F5", NC_ ("shortcut", "Comms"), "battle.focus-comms", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F6", NC_ ("shortcut", "Alerts"), "battle.focus-alerts", NULL},
  {HANDLER_SHORTCUT_BATTLE, "F7", NC_ ("shortcut", "Orders that wait for air"),
   "battle.focus-queue", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Shift>F1", NC_ ("shortcut", "Step of the tutorial"), "battle.lesson",
   NULL},
  {HANDLER_SHORTCUT_BATTLE, "F9", NC_ ("shortcut", "Speak an order (hold)"), "battle.talk", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>i", NC_ ("shortcut", "Ask for the situation"),
   "battle.situation", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>m", NC_ ("shortcut", "Mute the link"), "battle.mute", NULL},
  {HANDLER_SHORTCUT_BATTLE, "<Control>s", NC_ ("shortcut", "Save the battle"), "battle.save", NULL},
  {HANDLER_SHORTCUT_PANEL, "space", NC_ ("shortcut", "Pause or go on"), "battle.pause", NULL},
  {HANDLER_SHORTCUT_PANEL, "n", NC_ ("shortcut", "Next machine"), "battle.next-machine", NULL},
  {HANDLER_SHORTCUT_PANEL, "<Shift>n", NC_ ("shortcut", "Next contact"), "battle.next-track", NULL},
  {HANDLER_SHORTCUT_PANEL, "o", NC_ ("shortcut", "Order to the selected machine"),
   "battle.order-selected", NULL},
  {HANDLER_SHORTCUT_PANEL, "u", NC_ ("shortcut", "Mute the speaker, or hear again"),
   "battle.mute-speaker", NULL},
  {HANDLER_SHORTCUT_PANEL, "1", NC_ ("shortcut", "Select a platoon"), "battle.platoon", "1"},
  {HANDLER_SHORTCUT_PANEL, "2", NULL, "battle.platoon", "2"},
  {HANDLER_SHORTCUT_PANEL, "3", NULL, "battle.platoon", "3"},
  {HANDLER_SHORTCUT_PANEL, "4", NULL, "battle.platoon", "4"},
  {HANDLER_SHORTCUT_PANEL, "5", NULL, "battle.platoon", "5"},
  {HANDLER_SHORTCUT_PANEL, "6", NULL, "battle.platoon", "6"},
  {HANDLER_SHORTCUT_PANEL, "<Control>c", NC_ ("shortcut", "Copy the selected caption"),
   "comms.copy", NULL},
  {HANDLER_SHORTCUT_MAP, "Left", NC_ ("shortcut", "Move the map"), "map.pan", "'left'"},
  {HANDLER_SHORTCUT_MAP, "Right", NULL, "map.pan", "'right'"},
  {HANDLER_SHORTCUT_MAP, "Up", NULL, "map.pan", "'up'"},
  {HANDLER_SHORTCUT_MAP, "Down", NULL, "map.pan", "'down'"},
  {HANDLER_SHORTCUT_MAP, "<Shift>Left",
   NC_ ("shortcut", "Move the crosshair by a ninth of a square"), "map.cursor", "'left'"},
  {HANDLER_SHORTCUT_MAP, "<Shift>Right", NULL, "map.cursor", "'right'"},
  {HANDLER_SHORTCUT_MAP, "<Shift>Up", NULL, "map.cursor", "'up'"},
  {HANDLER_SHORTCUT_MAP, "<Shift>Down", NULL, "map.cursor", "'down'"},
  {HANDLER_SHORTCUT_MAP, "plus|equal|KP_Add", NC_ ("shortcut", "Zoom in"), "map.zoom-in", NULL},
  {HANDLER_SHORTCUT_MAP, "minus|KP_Subtract", NC_ ("shortcut", "Zoom out"), "map.zoom-out", NULL},
  {HANDLER_SHORTCUT_MAP, "0|KP_0", NC_ ("shortcut", "Whole map"), "map.fit", NULL},
  {HANDLER_SHORTCUT_MAP, "1", NC_ ("shortcut", "Select a platoon"), "map.platoon", "uint32 0"},
  {HANDLER_SHORTCUT_MAP, "2", NULL, "map.platoon", "uint32 1"},
  {HANDLER_SHORTCUT_MAP, "3", NULL, "map.platoon", "uint32 2"},
  {HANDLER_SHORTCUT_MAP, "4", NULL, "map.platoon", "uint32 3"},
  {HANDLER_SHORTCUT_MAP, "5", NULL, "map.platoon", "uint32 4"},
  {HANDLER_SHORTCUT_MAP, "6", NULL, "map.platoon", "uint32 5"},
  {HANDLER_SHORTCUT_MAP, "n", NC_ ("shortcut", "Next machine"), "map.next", NULL},
  {HANDLER_SHORTCUT_MAP, "<Shift>n", NC_ ("shortcut", "Next contact"), "map.next-track", NULL},
  {HANDLER_SHORTCUT_MAP, "Menu|<Shift>F10", NC_ ("shortcut", "What can be ordered here"),
   "map.order-menu", NULL},
  {HANDLER_SHORTCUT_MAP, "Return|KP_Enter", NULL, "map.enter", NULL},
  {HANDLER_SHORTCUT_MAP, "c", NC_ ("shortcut", "Centre on the selection"), "map.centre", NULL},
  {HANDLER_SHORTCUT_MAP, "f", NC_ ("shortcut", "Follow the selection"), "map.follow", NULL},
  {HANDLER_SHORTCUT_MAP, "l", NC_ ("shortcut", "Layers"), "map.layers", NULL},
  {HANDLER_SHORTCUT_MAP, "r", NC_ ("shortcut", "Ruler"), "map.ruler", NULL},
  {HANDLER_SHORTCUT_MAP, "m", NC_ ("shortcut", "Mark this place"), "map.mark", NULL},
  {HANDLER_SHORTCUT_MAP, "p", NC_ ("shortcut", "Pencil: draw, Enter sets a point"), "map.pencil",
   NULL},
  {HANDLER_SHORTCUT_MAP, "i", NC_ ("shortcut", "Another ink of the pencil"), "map.next-ink", NULL},
  {HANDLER_SHORTCUT_MAP, "e", NC_ ("shortcut", "Rub out with the pencil"), "map.rubber", NULL},
  {HANDLER_SHORTCUT_MAP, "Delete|BackSpace", NC_ ("shortcut", "Rub out the line here"),
   "map.rub-out", NULL},
  {HANDLER_SHORTCUT_MAP, "<Shift>Delete", NC_ ("shortcut", "Rub out all lines"),
   "map.clear-pencil", NULL},
  {HANDLER_SHORTCUT_MAP, "<Control>z", NC_ ("shortcut", "Undo what was done to the map"),
   "map.undo", NULL},
  {HANDLER_SHORTCUT_MAP, "<Control><Shift>z|<Control>y", NC_ ("shortcut", "Redo it"), "map.redo",
   NULL},
  {HANDLER_SHORTCUT_MAP, "Escape",
   NC_ ("shortcut", "End the line; clear pencil, ruler, crosshair and selection"), "map.clear",
   NULL},
  /* For who makes the program faster.  */
  {HANDLER_SHORTCUT_MAP, "<Control><Shift>F12", "", "map.frame-times", NULL},
  {HANDLER_SHORTCUT_APP, "<Control>o", NC_ ("shortcut", "Open a file"), "app.open", NULL},
  {HANDLER_SHORTCUT_APP, "<Control>t", NC_ ("shortcut", "Tapes of the link"), "app.tapes", NULL},
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
shortcut_new (const HandlerShortcut *entry, const char *key)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key),
                                            gtk_named_action_new (entry->action));

  if (entry->target != NULL) {
    g_autoptr (GVariant) target = g_variant_parse (NULL, entry->target, NULL, NULL, NULL);

    gtk_shortcut_set_arguments (shortcut, target);
  }
  return shortcut;
}

static void
add_entry (GtkShortcutController *controller, const HandlerShortcut *entry)
{
  g_auto (GStrv) keys = g_strsplit (entry->keys, "|", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    gtk_shortcut_controller_add_shortcut (controller, shortcut_new (entry, keys[i]));
}

void
handler_shortcuts_add_to (GtkWidget *widget, HandlerShortcutScope scope)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].scope == scope)
      add_entry (GTK_SHORTCUT_CONTROLLER (controller), &shortcuts[i]);
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
    return C_("shortcuts", "On Squad and Comms");
  case HANDLER_SHORTCUT_MAP:
    return C_("shortcuts", "On the Map");
  case HANDLER_SHORTCUT_APP:
  default:
    return C_("shortcuts", "General");
  }
}

/* Twins of a key that people find by themselves.  */
static gboolean
is_twin (const char *key)
{
  return g_strrstr (key, "KP_") != NULL || g_str_has_suffix (key, "equal")
         || g_str_equal (key, "<Shift>F10");
}

static void
append_cap (GtkBox *box, guint key, GdkModifierType modifier)
{
  g_autofree char *label = gtk_accelerator_get_label (key, modifier);
  gsize length = strlen (label);
  GtkWidget *cap;

  /* "Ctrl+": of a modifier alone.  */
  if (modifier != 0 && length > 1 && label[length - 1] == '+')
    label[length - 1] = '\0';
  cap = gtk_label_new (label);
  gtk_widget_add_css_class (cap, "keycap");
  gtk_box_append (box, cap);
}

/* The keys that are held together, each as a cap.  */
static GtkWidget *
caps_new (guint key, GdkModifierType modifiers)
{
  static const GdkModifierType order[] = {GDK_CONTROL_MASK, GDK_SHIFT_MASK};
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  /* As menus write them, in every script: first what is held.  */
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if ((modifiers & order[i]) != 0)
      append_cap (GTK_BOX (box), 0, order[i]);
  append_cap (GTK_BOX (box), key, 0);
  return box;
}

/* Adds the keys of an entry; `words` gets them as "Ctrl+L, F1" for those who hear the page.  */
static void
append_keys (AdwWrapBox *wrap, GString *words, const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, "|", -1);

  for (guint i = 0; each[i] != NULL; i++) {
    g_autofree char *label = NULL;
    guint key;
    GdkModifierType modifiers;

    if (is_twin (each[i]) || !gtk_accelerator_parse (each[i], &key, &modifiers))
      continue;
    label = gtk_accelerator_get_label (key, modifiers);
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", label);
    adw_wrap_box_append (wrap, caps_new (key, modifiers));
  }
}

/* The keys of an entry, and of those after it that have no title.  */
static GtkWidget *
keys_new (gsize first, GString *words)
{
  AdwWrapBox *wrap = ADW_WRAP_BOX (adw_wrap_box_new ());

  append_keys (wrap, words, shortcuts[first].keys);
  for (gsize i = first + 1; i < G_N_ELEMENTS (shortcuts) && shortcuts[i].title == NULL; i++)
    append_keys (wrap, words, shortcuts[i].keys);
  adw_wrap_box_set_child_spacing (wrap, 12);
  adw_wrap_box_set_line_spacing (wrap, 4);
  adw_wrap_box_set_align (wrap, 1);
  gtk_widget_set_valign (GTK_WIDGET (wrap), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (wrap), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (wrap), 6);
  return GTK_WIDGET (wrap);
}

static GtkWidget *
row_new (gsize index)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) words = g_string_new (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 g_dpgettext2 (GETTEXT_PACKAGE, "shortcut",
                                               shortcuts[index].title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys_new (index, words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words->str, -1);
  return row;
}

/* A heading of its own: that of a group does not wrap.  */
static GtkWidget *
heading_new (HandlerShortcutScope scope)
{
  GtkWidget *label = gtk_label_new (scope_title (scope));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static gboolean
is_listed (const HandlerShortcut *entry)
{
  return entry->title != NULL && *entry->title != '\0';
}

static void
add_group (GtkBox *box, HandlerShortcutScope scope)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *heading = heading_new (scope);

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].scope == scope && is_listed (&shortcuts[i]))
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (i));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  gtk_widget_set_margin_bottom (group, 12);
  gtk_box_append (box, heading);
  gtk_box_append (box, group);
}

static GtkWidget *
page_new (void)
{
  static const HandlerShortcutScope scopes[] = {HANDLER_SHORTCUT_BATTLE, HANDLER_SHORTCUT_PANEL,
                                                HANDLER_SHORTCUT_MAP, HANDLER_SHORTCUT_APP};
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    add_group (GTK_BOX (box), scopes[i]);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

AdwDialog *
handler_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page_new ());
  adw_dialog_set_title (dialog, C_("dialog", "Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  return dialog;
}

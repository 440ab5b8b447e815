/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys in force: those of the table, those that she has changed, and whatever stands in a settings file.  */
#include "ui/handler-window.h"
#include "ui/preferences/handler-preferences.h"
#include "ui/widgets/handler-key-row.h"

static HandlerKeys *keys;
static guint n_changes;

static const HandlerShortcut *
battle (const char *action)
{
  return handler_shortcuts_find (HANDLER_SHORTCUT_BATTLE, action);
}

static const HandlerShortcut *
map (const char *action)
{
  return handler_shortcuts_find (HANDLER_SHORTCUT_MAP, action);
}

static const HandlerShortcut *
panel (const char *action)
{
  return handler_shortcuts_find (HANDLER_SHORTCUT_PANEL, action);
}

static void
check (const HandlerShortcut *entry, const char *expected)
{
  gsize n;
  const HandlerKey *each = handler_keys_of (keys, entry, &n);
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *name = handler_key_dup_name (&each[i]);

    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", name);
  }
  g_assert_cmpstr (names->str, ==, expected);
}

static HandlerKey
key_of (const char *name)
{
  HandlerKey key;

  g_assert_true (handler_key_parse (name, &key));
  return key;
}

static void
set (const HandlerShortcut *entry, const char *name)
{
  HandlerKey key = key_of (name);

  handler_keys_set (keys, entry, &key);
}

static guint
count_users (const HandlerShortcut *entry, const char *name)
{
  HandlerKey key = key_of (name);
  g_autoptr (GPtrArray) users = handler_keys_list_users (keys, entry, &key, 1);

  return users->len;
}

static void
check_kept (const char *expected)
{
  g_autoptr (GVariant) kept = handler_keys_dup_kept (keys);
  g_autoptr (GVariant) wanted = g_variant_parse (G_VARIANT_TYPE ("a{sas}"), expected, NULL, NULL, NULL);

  g_assert_true (g_variant_equal (kept, wanted));
}

static GSettings *
settings_new (void)
{
  return g_settings_new ("io.github.handlerone.HandlerOne");
}

static void
put (GSettings *settings, const char *text)
{
  g_autoptr (GError) error = NULL;
  GVariant *value = g_variant_parse (G_VARIANT_TYPE ("a{sas}"), text, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_settings_set_value (settings, "keys", value));
}

/* ---- Changing --------------------------------------------------------------------------------- */

static void
test_change (void)
{
  set (battle ("battle.pause"), "<Control>p");
  check (battle ("battle.pause"), "<Control>p");
  g_assert_true (handler_keys_is_changed (keys, battle ("battle.pause")));
  g_assert_false (handler_keys_is_changed (keys, panel ("battle.pause")));
  check (panel ("battle.pause"), "p");
  check_kept ("{'battle:battle.pause': ['<Control>p']}");
  handler_keys_set (keys, battle ("battle.pause"), NULL);
  check (battle ("battle.pause"), "");
  g_assert_null (handler_keys_dup_label (keys, HANDLER_SHORTCUT_BATTLE, "battle.pause"));
  check_kept ("{'battle:battle.pause': @as []}");
  handler_keys_reset (keys, battle ("battle.pause"));
  check (battle ("battle.pause"), "F8");
  g_assert_false (handler_keys_any_changed (keys));
  /* With the key that it had come its twins, and nothing is kept.  */
  set (battle ("battle.faster"), "<Control>j");
  set (battle ("battle.faster"), "<Control>plus");
  check (battle ("battle.faster"), "<Control>plus|<Control>equal|<Control>KP_Add");
  g_assert_false (handler_keys_any_changed (keys));
}

static void
test_conflicts (void)
{
  /* A key of the whole window is in conflict with all; one of the map and one of the lists are not.  */
  g_assert_cmpuint (count_users (battle ("battle.pause"), "F9"), ==, 1);
  g_assert_cmpuint (count_users (battle ("battle.pause"), "<Control>z"), ==, 1);
  g_assert_cmpuint (count_users (map ("map.mark"), "F9"), ==, 1);
  g_assert_cmpuint (count_users (map ("map.mark"), "n"), ==, 1);
  g_assert_cmpuint (count_users (map ("map.mark"), "u"), ==, 0);
  g_assert_cmpuint (count_users (map ("map.mark"), "m"), ==, 0);
  /* Who takes a key leaves the others those that they had beside it.  */
  set (map ("map.mark"), "KP_Add");
  check (map ("map.zoom-in"), "plus|equal");
  check (map ("map.mark"), "KP_Add");
  /* The key of each other's: both have one.  */
  set (battle ("battle.talk"), "F8");
  check (battle ("battle.pause"), "");
  set (battle ("battle.pause"), "F9");
  check (battle ("battle.pause"), "F9");
  check (battle ("battle.talk"), "F8");
  /* To have it again is to take it again.  */
  handler_keys_reset (keys, battle ("battle.pause"));
  check (battle ("battle.pause"), "F8");
  check (battle ("battle.talk"), "");
  handler_keys_reset_all (keys);
  check (battle ("battle.talk"), "F9");
  check (map ("map.zoom-in"), "plus|equal|KP_Add");
}

/* "Reset all" can be taken back.  */
static void
test_undo (void)
{
  g_autoptr (GVariant) before = NULL;

  set (map ("map.ruler"), "w");
  set (battle ("battle.mute"), "F12");
  before = handler_keys_dup_kept (keys);
  handler_keys_reset_all (keys);
  check (map ("map.ruler"), "r");
  handler_keys_set_kept (keys, before);
  check (map ("map.ruler"), "w");
  check (battle ("battle.mute"), "F12");
  handler_keys_reset_all (keys);
}

/* ---- Settings --------------------------------------------------------------------------------- */

static void
test_settings (void)
{
  g_autoptr (GSettings) settings = settings_new (), other = settings_new ();
  g_autoptr (GVariant) written = NULL;
  guint before;

  handler_keys_set_settings (keys, settings);
  before = n_changes;
  put (other, "{'map:map.ruler': ['w'], 'battle:battle.mute': @as []}");
  while (n_changes == before)
    g_main_context_iteration (NULL, TRUE);
  check (map ("map.ruler"), "w");
  check (battle ("battle.mute"), "");
  set (battle ("battle.mute"), "<Shift>F8");
  written = g_settings_get_value (other, "keys");
  {
    g_autoptr (GVariant) keys_of_mute = g_variant_lookup_value (written, "battle:battle.mute", NULL);
    g_autofree char *text = g_variant_print (keys_of_mute, FALSE);

    g_assert_cmpstr (text, ==, "['<Shift>F8']");
  }
  handler_keys_reset_all (keys);
  g_clear_pointer (&written, g_variant_unref);
  written = g_settings_get_value (other, "keys");
  g_assert_cmpuint (g_variant_n_children (written), ==, 0);
  handler_keys_set_settings (keys, NULL);
}

/* Whatever a file has, the program begins with keys that work.  */
static void
check_hostile (const char *text)
{
  g_autoptr (GSettings) settings = settings_new ();
  gsize n;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  put (settings, text);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*passed over*");
  handler_keys_set_settings (keys, settings);
  g_test_assert_expected_messages ();
  for (gsize i = 0; i < n; i++) {
    gsize n_keys;

    g_assert_false (handler_keys_is_changed (keys, &entries[i]));
    handler_keys_of (keys, &entries[i], &n_keys);
    g_assert_cmpuint (n_keys, >, 0);
  }
  handler_keys_set_settings (keys, NULL);
  g_settings_reset (settings, "keys");
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    /* No such thing, no such key.  */
    "{'': ['F8'], 'battle:': ['F8'], 'battle:battle.pause ': ['F7'], 'panel:battle.platoon:7': ['7']}",
    "{'battle:battle.pause': ['']}",
    "{'battle:battle.pause': ['no key']}",
    "{'battle:battle.pause': ['<Control>']}",
    "{'battle:battle.pause': ['<Control']}",
    "{'battle:battle.pause': ['<Bogus>F7']}",
    "{'battle:battle.pause': ['VoidSymbol']}",
    "{'battle:battle.pause': ['F11', '|']}",
    "{'battle:battle.pause': ['_p']}",
    "{'battle:battle.pause': ['%s%n', '<b>']}",
    "{'<b>%s%n\\x1b[2J\\n': ['F11']}",
    /* Keys that may not be there.  */
    "{'battle:battle.pause': ['w']}",
    "{'battle:battle.pause': ['<Control>c']}",
    "{'general:app.quit': ['<Alt>F4']}",
    "{'map:map.mark': ['<Super>m']}",
    "{'map:map.mark': ['Tab']}",
    "{'panel:battle.next-machine': ['Return']}",
    "{'battle:battle.pause': ['F10']}",
    /* Too many.  */
    "{'map:map.mark': ['q', 'w', 'y', 'v', 'x']}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    check_hostile (texts[i]);
}

/* One key for two things: one of them has it, the other that of the table, unless that is taken.  What is not
 * known here is left as it is.  */
static void
test_hostile_conflicts (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  g_autoptr (GVariant) kept = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  for (guint i = 0; i < 5000; i++)
    g_variant_builder_add_parsed (&builder, "{%s, ['F8', 'x']}", "unknown");
  g_variant_builder_add_parsed (&builder, "{'battle:battle.pause', ['F9']}");
  g_variant_builder_add_parsed (&builder, "{'battle:battle.mute', ['F9']}");
  g_variant_builder_add_parsed (&builder, "{'battle:battle.save', ['<Control>m']}");
  g_variant_builder_add_parsed (&builder, "{'battle:battle.pause', ['F12']}");
  g_settings_set_value (settings, "keys", g_variant_builder_end (&builder));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*5002 passed over, the first “unknown”");
  handler_keys_set_settings (keys, settings);
  g_test_assert_expected_messages ();
  check (battle ("battle.pause"), "F9");
  check (battle ("battle.talk"), "");
  check (battle ("battle.save"), "<Control>m");
  check (battle ("battle.mute"), "");
  /* She sets one: nothing that was there is lost.  */
  put (settings, "{'of a later version': ['F8'], 'map:map.ruler': ['w'], 'map:map.mark': ['<Alt>m']}");
  set (map ("map.centre"), "v");
  kept = g_settings_get_value (settings, "keys");
  g_assert_cmpuint (g_variant_n_children (kept), ==, 4);
  g_assert_true (g_variant_lookup (kept, "of a later version", "^as", NULL));
  g_assert_true (g_variant_lookup (kept, "map:map.mark", "^as", NULL));
  check (map ("map.ruler"), "w");
  check (map ("map.mark"), "m");
  handler_keys_set_settings (keys, NULL);
  g_settings_reset (settings, "keys");
}

/* ---- In texts --------------------------------------------------------------------------------- */

static void
test_texts (void)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new ());

  gtk_widget_set_tooltip_text (button, "Mute the Link");
  handler_keys_tell_in (keys, button, "tooltip-text", HANDLER_SHORTCUT_BATTLE, "battle.mute");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Mute the Link (Ctrl+M)");
  set (battle ("battle.mute"), "F12");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Mute the Link (F12)");
  handler_keys_set (keys, battle ("battle.mute"), NULL);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Mute the Link");
  handler_keys_reset_all (keys);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Mute the Link (Ctrl+M)");
  g_object_unref (button);
  set (battle ("battle.mute"), "F12"); /* nobody is told who has gone */
  handler_keys_reset_all (keys);
}

/* ---- The page of the preferences -------------------------------------------------------------- */

static void
collect_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (HANDLER_IS_KEY_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *tip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, tip);
  return found;
}

static GtkWidget *
find_button_row (GtkWidget *widget)
{
  GtkWidget *found = ADW_IS_BUTTON_ROW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button_row (child);
  return found;
}

static GtkWidget *
row_of (GPtrArray *rows, const HandlerShortcut *entry)
{
  for (guint i = 0; i < rows->len; i++)
    if (handler_key_row_get_entry (rows->pdata[i]) == entry)
      return rows->pdata[i];
  g_assert_not_reached ();
}

/* Every key of the table that people are told of has its row; one can be reset, and all.  */
static void
test_page (void)
{
  static const char *const codes[] = {NULL};
  g_autoptr (GSettings) settings = settings_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *window = adw_window_new ();
  HandlerPreferences *preferences = handler_preferences_new (settings, codes);
  GtkWidget *reset_all;
  gsize n, n_listed = 0;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  handler_keys_set_settings (keys, settings);
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (ADW_DIALOG (preferences), window);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (preferences), "keys");
  collect_rows (GTK_WIDGET (preferences), rows);
  for (gsize i = 0; i < n; i++)
    n_listed += handler_shortcut_is_listed (&entries[i]);
  g_assert_cmpuint (rows->len, ==, n_listed);
  for (guint i = 0; i < rows->len; i++) {
    g_assert_false (gtk_widget_get_visible (find_button (rows->pdata[i], "Reset")));
    g_assert_nonnull (find_button (rows->pdata[i], "Change…"));
  }
  reset_all = find_button_row (GTK_WIDGET (preferences));
  g_assert_false (gtk_widget_get_sensitive (reset_all));

  set (battle ("battle.talk"), "F12");
  set (map ("map.pan"), "h");
  g_assert_true (gtk_widget_get_sensitive (reset_all));
  g_assert_true (gtk_widget_get_visible (
      find_button (row_of (rows, battle ("battle.talk")), "Reset")));
  g_signal_emit_by_name (find_button (row_of (rows, battle ("battle.talk")), "Reset"), "clicked");
  check (battle ("battle.talk"), "F9");
  check (map ("map.pan"), "h");
  g_signal_emit_by_name (reset_all, "activated");
  check (map ("map.pan"), "Left");
  g_assert_false (gtk_widget_get_sensitive (reset_all));
  adw_dialog_force_close (ADW_DIALOG (preferences));
  gtk_window_destroy (GTK_WINDOW (window));
  handler_keys_set_settings (keys, NULL);
}

static void
changed_cb (void)
{
  n_changes++;
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_ui_init ();
  keys = handler_keys_get ();
  g_signal_connect (keys, "changed", G_CALLBACK (changed_cb), NULL);
  g_test_add_func ("/ui/keys/change", test_change);
  g_test_add_func ("/ui/keys/conflicts", test_conflicts);
  g_test_add_func ("/ui/keys/undo", test_undo);
  g_test_add_func ("/ui/keys/settings", test_settings);
  g_test_add_func ("/ui/keys/hostile", test_hostile);
  g_test_add_func ("/ui/keys/hostile-conflicts", test_hostile_conflicts);
  g_test_add_func ("/ui/keys/texts", test_texts);
  g_test_add_func ("/ui/keys/page", test_page);
  return g_test_run ();
}

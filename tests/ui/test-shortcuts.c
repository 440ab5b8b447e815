/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of keys: each may be where it is, none is given twice, none of them is in the way of typing; and the
 * names under which changes are kept.  */
#include "ui/handler-window.h"
#include "ui/widgets/handler-key-row.h"

/* So they stand in people's settings: none of them may go or come to mean something else.  */
static const char *const ids[] = {
  "battle:battle.pause", "battle:battle.faster", "battle:battle.slower", "battle:battle.focus-order",
  "battle:battle.focus-squad", "battle:battle.focus-contacts", "battle:battle.focus-marks",
  "battle:battle.focus-map", "battle:battle.focus-comms", "battle:battle.focus-alerts",
  "battle:battle.focus-queue", "battle:battle.talk", "battle:battle.situation", "battle:battle.mute",
  "battle:battle.save", "battle:battle.squad-window", "battle:battle.comms-window",
  "panel:battle.pause", "panel:battle.talk", "panel:battle.next-machine",
  "panel:battle.next-track", "panel:battle.order-selected", "panel:battle.mute-speaker",
  "panel:battle.platoon:1", "panel:battle.platoon:6", "panel:comms.copy", "panel:comms.try-again",
  "map:battle.pause",
  "map:battle.talk", "map:map.pan:left", "map:map.pan:down", "map:map.cursor:up", "map:map.zoom-in",
  "map:map.zoom-out", "map:map.fit", "map:map.platoon:0", "map:map.platoon:5", "map:map.next",
  "map:map.next-track", "map:map.order-menu", "map:map.enter", "map:map.centre", "map:map.follow",
  "map:map.layers", "map:map.ruler", "map:map.mark", "map:map.pencil", "map:map.next-ink",
  "map:map.rubber", "map:map.rub-out", "map:map.clear-pencil", "map:map.undo", "map:map.redo",
  "map:map.clear", "general:app.open", "general:app.tapes", "general:app.preferences",
  "general:app.shortcuts", "general:window.close", "general:app.quit",
};

typedef void (*Visit) (const HandlerShortcut *entry, const HandlerKey *key, gpointer data);

static void
for_each_key (Visit visit, gpointer data)
{
  gsize n;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  g_assert_cmpuint (n, >, 10);
  for (gsize i = 0; i < n; i++) {
    g_auto (GStrv) names = g_strsplit (entries[i].keys, "|", -1);

    for (guint k = 0; names[k] != NULL; k++) {
      HandlerKey key;

      g_assert_true (handler_key_parse (names[k], &key));
      visit (&entries[i], &key, data);
    }
  }
}

static void
check_harmless (const HandlerShortcut *entry, const HandlerKey *key, gpointer data)
{
  gboolean plain = (key->modifiers & GDK_CONTROL_MASK) == 0;
  gboolean types = gdk_keyval_to_unicode (key->keyval) != 0;

  /* No Alt, no Super: menus and the desktop have them.  */
  g_assert_cmpuint (key->modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK), ==, 0);
  if (entry->scope == HANDLER_SHORTCUT_APP || entry->scope == HANDLER_SHORTCUT_BATTLE)
    g_assert_false (plain && types);
  /* One key alone is nobody's business.  */
  if (g_strcmp0 (entry->title, "") == 0)
    g_assert_cmpstr (entry->action, ==, "map.frame-times");
  /* She could choose it herself.  */
  g_assert_cmpint (handler_key_judge (key, entry->scope), ==, HANDLER_KEY_FINE);
}

static void
test_harmless (void)
{
  for_each_key (check_harmless, NULL);
}

static void
check_unique (const HandlerShortcut *entry, const HandlerKey *key, gpointer data)
{
  g_autoptr (GPtrArray) users = handler_keys_list_users (handler_keys_get (), entry, key, 1);

  if (users->len > 0)
    g_error ("the key of “%s” is taken", handler_shortcut_get_row_title (entry));
}

static void
test_unique (void)
{
  for_each_key (check_unique, NULL);
}

/* ---- Names ------------------------------------------------------------------------------------ */

static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *title = handler_shortcut_dup_title (&entries[i]);

    g_assert_true (g_hash_table_add (seen, handler_shortcut_dup_id (&entries[i])));
    /* Each can be told from the others of its group.  */
    g_assert_true (g_hash_table_add (
        titles, g_strdup_printf ("%s %s", handler_shortcut_scope_title (entries[i].scope), title)));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    if (!g_hash_table_contains (seen, ids[i]))
      g_error ("“%s” stands in people's settings", ids[i]);
}

static void
check_verdict (const char *name, HandlerShortcutScope scope, HandlerKeyVerdict expected)
{
  HandlerKey key;

  g_assert_true (handler_key_parse (name, &key));
  g_assert_cmpint (handler_key_judge (&key, scope), ==, expected);
  g_assert_true ((handler_key_verdict_text (expected) == NULL) == (expected == HANDLER_KEY_FINE));
}

static void
test_verdicts (void)
{
  const HandlerShortcutScope battle = HANDLER_SHORTCUT_BATTLE, panel = HANDLER_SHORTCUT_PANEL,
                             map = HANDLER_SHORTCUT_MAP;

  check_verdict ("w", battle, HANDLER_KEY_TYPED);
  check_verdict ("<Shift>w", battle, HANDLER_KEY_TYPED);
  check_verdict ("question", HANDLER_SHORTCUT_APP, HANDLER_KEY_TYPED);
  check_verdict ("KP_5", battle, HANDLER_KEY_TYPED);
  check_verdict ("w", panel, HANDLER_KEY_FINE);
  check_verdict ("w", map, HANDLER_KEY_FINE);
  check_verdict ("<Control>c", battle, HANDLER_KEY_EDITS);
  check_verdict ("<Control>c", panel, HANDLER_KEY_FINE);
  check_verdict ("<Shift>Insert", battle, HANDLER_KEY_EDITS);
  check_verdict ("BackSpace", battle, HANDLER_KEY_EDITS);
  check_verdict ("<Control>a", battle, HANDLER_KEY_MOVES);
  check_verdict ("Tab", map, HANDLER_KEY_MOVES);
  check_verdict ("<Control>Tab", battle, HANDLER_KEY_MOVES);
  check_verdict ("Return", battle, HANDLER_KEY_MOVES);
  check_verdict ("Escape", battle, HANDLER_KEY_MOVES);
  check_verdict ("Down", panel, HANDLER_KEY_MOVES);
  check_verdict ("space", panel, HANDLER_KEY_MOVES);
  check_verdict ("space", map, HANDLER_KEY_FINE);
  check_verdict ("Down", map, HANDLER_KEY_FINE);
  check_verdict ("F10", map, HANDLER_KEY_MENU);
  check_verdict ("<Control>F10", battle, HANDLER_KEY_MENU);
  check_verdict ("Menu", panel, HANDLER_KEY_MENU);
  check_verdict ("<Alt>w", map, HANDLER_KEY_ALT);
  check_verdict ("<Control><Alt>w", battle, HANDLER_KEY_ALT);
  check_verdict ("<Super>w", map, HANDLER_KEY_SUPER);
  check_verdict ("<Control><Shift>i", map, HANDLER_KEY_INSPECTOR);
  check_verdict ("<Shift>F8", battle, HANDLER_KEY_FINE);
  check_verdict ("Pause", battle, HANDLER_KEY_FINE);
  check_verdict ("XF86AudioPlay", battle, HANDLER_KEY_FINE);
}

/* ---- The page that lists them ----------------------------------------------------------------- */

static GtkWidget *
find_row (GtkWidget *widget, const char *action)
{
  GtkWidget *found = NULL;

  if (HANDLER_IS_KEY_ROW (widget)
      && g_str_equal (handler_key_row_get_entry (HANDLER_KEY_ROW (widget))->action, action))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, action);
  return found;
}

/* The words of the caps of a row, in order.  */
static void
add_caps (GtkWidget *widget, GString *caps)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "keycap"))
    g_string_append_printf (caps, "[%s]", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_caps (child, caps);
}

static void
check_caps (AdwDialog *dialog, const char *action, const char *expected)
{
  g_autoptr (GString) caps = g_string_new (NULL);

  add_caps (find_row (GTK_WIDGET (dialog), action), caps);
  g_assert_cmpstr (caps->str, ==, expected);
}

/* It is made from the same table, and follows what she changes while it is open.  */
static void
test_dialog (void)
{
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = handler_shortcuts_dialog_new ();
  const HandlerShortcut *mute = handler_shortcuts_find (HANDLER_SHORTCUT_BATTLE, "battle.mute");
  HandlerKey key;

  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  g_assert_cmpstr (adw_dialog_get_title (dialog), !=, "");
  check_caps (dialog, "battle.mute", "[Ctrl][M]");
  check_caps (dialog, "map.platoon", "[1][2][3][4][5][6]");
  check_caps (dialog, "battle.faster", "[Ctrl][+]");
  g_assert_true (handler_key_parse ("<Shift>F12", &key));
  handler_keys_set (handler_keys_get (), mute, &key);
  check_caps (dialog, "battle.mute", "[Shift][F12]");
  handler_keys_set (handler_keys_get (), mute, NULL);
  check_caps (dialog, "battle.mute", "");
  handler_keys_reset_all (handler_keys_get ());
  check_caps (dialog, "battle.mute", "[Ctrl][M]");
  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_ui_init ();
  g_test_add_func ("/ui/shortcuts/harmless", test_harmless);
  g_test_add_func ("/ui/shortcuts/unique", test_unique);
  g_test_add_func ("/ui/shortcuts/ids", test_ids);
  g_test_add_func ("/ui/shortcuts/verdicts", test_verdicts);
  g_test_add_func ("/ui/shortcuts/dialog", test_dialog);
  return g_test_run ();
}

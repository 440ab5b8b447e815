/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of keys: each is good, none is given twice, none of them is in the way of typing.  */
#include "ui/handler-window.h"
#include "ui/widgets/handler-shortcuts.h"

typedef struct {
  guint key;
  GdkModifierType modifiers;
} Key;

static void
for_each_key (void (*visit) (const HandlerShortcut *entry, const Key *key, gpointer data),
              gpointer data)
{
  gsize n;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  g_assert_cmpuint (n, >, 10);
  for (gsize i = 0; i < n; i++) {
    g_auto (GStrv) names = g_strsplit (entries[i].keys, "|", -1);

    for (guint k = 0; names[k] != NULL; k++) {
      Key key;

      g_assert_true (gtk_accelerator_parse (names[k], &key.key, &key.modifiers));
      visit (&entries[i], &key, data);
    }
  }
}

static void
check_harmless (const HandlerShortcut *entry, const Key *key, gpointer data)
{
  gboolean plain = (key->modifiers & GDK_CONTROL_MASK) == 0;
  gboolean types = gdk_keyval_to_unicode (key->key) != 0;

  /* No Alt, no Super: menus and the desktop have them.  */
  g_assert_cmpuint (key->modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK), ==, 0);
  if (entry->scope == HANDLER_SHORTCUT_APP || entry->scope == HANDLER_SHORTCUT_BATTLE)
    g_assert_false (plain && types);
  /* One key alone is nobody's business.  */
  if (g_strcmp0 (entry->title, "") == 0)
    g_assert_cmpstr (entry->action, ==, "map.frame-times");
}

static void
test_harmless (void)
{
  for_each_key (check_harmless, NULL);
}

static void
check_unique (const HandlerShortcut *entry, const Key *key, gpointer data)
{
  g_autofree char *name
      = g_strdup_printf ("%s %s", entry->scope == HANDLER_SHORTCUT_MAP ? "map" : "",
                         gtk_accelerator_name (key->key, key->modifiers));

  if (!g_hash_table_add (data, g_steal_pointer (&name)))
    g_error ("the key of “%s” is taken", entry->title);
}

static void
test_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for_each_key (check_unique, seen);
}

/* The page that lists them is made from the same table.  */
static void
test_dialog (void)
{
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = handler_shortcuts_dialog_new ();

  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  g_assert_cmpstr (adw_dialog_get_title (dialog), !=, "");
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
  g_test_add_func ("/ui/shortcuts/dialog", test_dialog);
  return g_test_run ();
}

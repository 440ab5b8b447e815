/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real keys, typed at a real window: what each key of the table does in the order line, in the lists and on the
 * map, with the keys of the table and with others; and the dialog that waits for one.
 *
 * The window is an application's, with the real order line and things that stand for lists and map.  Whatever is
 * done with a key is written down by actions of the names that the table has.  */
#include "ui-fixture.h"

#include "ui/handler-window.h"
#include "ui/orders/handler-order-line.h"
#include "ui/orders/handler-talk.h"
#include "ui/preferences/handler-key-dialog.h"

#include <unistd.h>

typedef struct {
  OrderBook *book;
  PictureView *view;
  GtkApplication *application; /* borrowed */
  GtkWidget *window;
  HandlerOrderLine *line;
  GtkWidget *list, *map; /* have the focus where lists and the map have it */
  HandlerTalk *talk;
  GString *talked;
  GString *done; /* "[battle.pause]" for each */
} Fixture;

static HandlerKeys *keys;
static GtkApplication *application;

/* ---- A window --------------------------------------------------------------------------------- */

static OrderReading *
read_cb (const char *text, gpointer data)
{
  Fixture *fixture = data;

  return order_parse (fixture->book, fixture->view, NULL, text);
}

static GPtrArray *
complete_cb (const char *text, guint limit, gpointer data)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static gboolean
is_question_cb (const char *text, gpointer data)
{
  return FALSE;
}

static gboolean
say_cb (const char *text, gpointer data)
{
  return FALSE;
}

static const PictureView *
view_cb (gpointer data)
{
  Fixture *fixture = data;

  return fixture->view;
}

static void
write_down (Fixture *fixture, const char *action, GVariant *target)
{
  g_autofree char *text = target == NULL ? g_strdup ("") : g_variant_print (target, TRUE);

  g_string_append_printf (fixture->done, "[%s%s%s]", action, target == NULL ? "" : " ", text);
}

static void
activate_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  Fixture *fixture = user_data;

  write_down (fixture, g_object_get_data (G_OBJECT (action), "name"), target);
  if (g_str_has_suffix (g_object_get_data (G_OBJECT (action), "name"), ".talk"))
    handler_talk_press (fixture->talk);
}

static gboolean
close_request_cb (GtkWindow *window, Fixture *fixture)
{
  write_down (fixture, "window.close", NULL);
  return TRUE;
}

/* The group of actions "map" for "map.mark".  */
static GActionMap *
group_of (Fixture *fixture, GHashTable *groups, const char *prefix)
{
  GSimpleActionGroup *group = g_hash_table_lookup (groups, prefix);

  if (g_str_equal (prefix, "app"))
    return G_ACTION_MAP (fixture->application);
  if (group == NULL) {
    group = g_simple_action_group_new ();
    g_hash_table_insert (groups, g_strdup (prefix), group);
    gtk_widget_insert_action_group (fixture->window, prefix, G_ACTION_GROUP (group));
  }
  return G_ACTION_MAP (group);
}

static void
add_action (Fixture *fixture, GHashTable *groups, const HandlerShortcut *entry)
{
  g_auto (GStrv) parts = g_strsplit (entry->action, ".", 2);
  g_autoptr (GVariant) target = entry->target == NULL ? NULL
                                                      : g_variant_parse (NULL, entry->target, NULL, NULL, NULL);
  g_autoptr (GSimpleAction) action = NULL;

  if (g_str_equal (parts[0], "window"))
    return; /* GTK's own */
  action = g_simple_action_new (parts[1], target == NULL ? NULL : g_variant_get_type (target));
  g_object_set_data (G_OBJECT (action), "name", (gpointer) entry->action);
  g_signal_connect (action, "activate", G_CALLBACK (activate_cb), fixture);
  g_action_map_add_action (group_of (fixture, groups, parts[0]), G_ACTION (action));
}

static void
add_actions (Fixture *fixture)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gsize n;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  for (gsize i = 0; i < n; i++)
    add_action (fixture, groups, &entries[i]);
  g_signal_connect (fixture->window, "close-request", G_CALLBACK (close_request_cb), fixture);
}

static void
item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("a row"));
}

/* Lists as those of squad and comms: of rows, one of them selected.  */
static GtkWidget *
list_new (void)
{
  const char *const rows[] = {"one", "two", "three", NULL};
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (item_cb), NULL);
  list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (gtk_string_list_new (rows)))), factory);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (list), GTK_LIST_TAB_ITEM);
  return list;
}

static void
begin_cb (Fixture *fixture)
{
  g_string_append (fixture->talked, "(");
  handler_talk_set_open (fixture->talk, TRUE);
}

static void
end_cb (Fixture *fixture)
{
  g_string_append (fixture->talked, ")");
  handler_talk_set_open (fixture->talk, FALSE);
}

static void
fill_window (Fixture *fixture)
{
  const HandlerOrderSource source = {read_cb, complete_cb, say_cb, is_question_cb, view_cb, fixture};
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  fixture->list = list_new ();
  fixture->map = gtk_drawing_area_new ();
  fixture->line = g_object_new (HANDLER_TYPE_ORDER_LINE, NULL);
  fixture->talk = HANDLER_TALK (handler_talk_new ());
  handler_order_line_set_source (fixture->line, &source, fixture->book);
  handler_order_line_set_extra (fixture->line, GTK_WIDGET (fixture->talk));
  g_signal_connect_swapped (fixture->talk, "begin", G_CALLBACK (begin_cb), fixture);
  g_signal_connect_swapped (fixture->talk, "end", G_CALLBACK (end_cb), fixture);
  gtk_widget_set_focusable (fixture->map, TRUE);
  gtk_widget_set_size_request (fixture->map, 100, 100);
  handler_shortcuts_add_to (box, HANDLER_SHORTCUT_BATTLE);
  handler_shortcuts_add_to (fixture->list, HANDLER_SHORTCUT_PANEL);
  handler_shortcuts_add_to (fixture->map, HANDLER_SHORTCUT_MAP);
  gtk_box_append (GTK_BOX (box), fixture->list);
  gtk_box_append (GTK_BOX (box), fixture->map);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->line));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window), box);
}

/* ---- Keys ------------------------------------------------------------------------------------- */

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* What the server has been told by then has come, and was dealt with.  */
static void
settle (void)
{
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

/* There is no window manager to do it.  */
static void
focus_window (Fixture *fixture)
{
  g_autofree char *process = g_strdup_printf ("%d", (int) getpid ());
  const char *arguments[] = {"xdotool", "search", "--onlyvisible", "--pid", process, "windowfocus", NULL};

  g_assert_true (fixture_wait (is_mapped, fixture->window));
  settle ();
  run (arguments);
  g_assert_true (fixture_wait (is_active, fixture->window));
}

static void
xdotool (const char *verb, const char *key)
{
  const char *arguments[] = {"xdotool", verb, key, NULL};

  run (arguments);
  settle ();
}

static char *
name_for_xdotool (const HandlerKey *key)
{
  return g_strconcat ((key->modifiers & GDK_CONTROL_MASK) != 0 ? "ctrl+" : "",
                      (key->modifiers & GDK_SHIFT_MASK) != 0 ? "shift+" : "",
                      gdk_keyval_name (key->keyval), NULL);
}

static void
press (const HandlerKey *key)
{
  g_autofree char *name = name_for_xdotool (key);

  xdotool ("key", name);
}

static HandlerKey
key_of (const char *name)
{
  HandlerKey key;

  g_assert_true (handler_key_parse (name, &key));
  return key;
}

/* ---- Life ------------------------------------------------------------------------------------- */

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = fixture_book ();
  fixture->view = fixture_view ();
  fixture->done = g_string_new (NULL);
  fixture->talked = g_string_new (NULL);
  fixture->application = application;
  fixture->window = adw_application_window_new (fixture->application);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 500);
  fill_window (fixture);
  add_actions (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  focus_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  handler_keys_reset_all (keys);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_string_free (fixture->done, TRUE);
  g_string_free (fixture->talked, TRUE);
  order_book_unref (fixture->book);
  g_free (fixture->view);
}

/* ---- In the order line, in lists, on the map -------------------------------------------------- */

/* What is written down when an entry is done.  */
static char *
name_of (const HandlerShortcut *entry)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *text = NULL;

  if (entry->target == NULL)
    return g_strdup_printf ("[%s]", entry->action);
  target = g_variant_parse (NULL, entry->target, NULL, NULL, NULL);
  text = g_variant_print (target, TRUE);
  return g_strdup_printf ("[%s %s]", entry->action, text);
}

/* What the key does where `entry` does not work: it is typed, if it types.  */
static char *
typed_by (const HandlerKey *key)
{
  gunichar sign = gdk_keyval_to_unicode ((key->modifiers & GDK_SHIFT_MASK) != 0
                                             ? gdk_keyval_to_upper (key->keyval)
                                             : key->keyval);
  char text[8] = "";

  if ((key->modifiers & GDK_CONTROL_MASK) == 0 && sign >= ' ' && sign != 0x7f)
    text[g_unichar_to_utf8 (sign, text)] = '\0';
  return g_strdup (text);
}

static gboolean
is_of_window (const HandlerShortcut *entry)
{
  return entry->scope == HANDLER_SHORTCUT_APP || entry->scope == HANDLER_SHORTCUT_BATTLE;
}

/* All of them are wanted, not the first.  */
static void
check_done (Fixture *fixture, const HandlerKey *key, const char *place, const char *expected)
{
  g_autofree char *label = handler_key_dup_label (key);

  if (g_str_equal (fixture->done->str, expected))
    return;
  g_test_message ("%s in the %s does “%s” and not “%s”", label, place, fixture->done->str, expected);
  g_test_fail ();
}

static void
begin_line (Fixture *fixture)
{
  handler_order_line_set_text (fixture->line, "ab");
  handler_order_line_focus (fixture->line);
  g_string_truncate (fixture->done, 0);
}

static gboolean
opens_menu (const HandlerKey *key)
{
  return key->keyval == GDK_KEY_Menu || key->keyval == GDK_KEY_F10;
}

static void
type_in_line (Fixture *fixture, const HandlerShortcut *entry, const HandlerKey *key)
{
  g_autofree char *typed = typed_by (key);
  g_autofree char *name = is_of_window (entry) ? name_of (entry) : g_strdup ("");
  g_autofree char *expected = g_strconcat ("ab", typed, NULL);

  begin_line (fixture);
  press (key);
  check_done (fixture, key, "order line", name);
  /* Arrows, Return, Delete and the like do what they do in text.  */
  if (is_of_window (entry) || typed[0] != '\0')
    g_assert_cmpstr (handler_order_line_get_text (fixture->line), ==, expected);
  if (opens_menu (key))
    xdotool ("key", "Escape");
}

static void
use_at (Fixture *fixture, GtkWidget *place, const HandlerShortcut *entry, const HandlerKey *key)
{
  g_autofree char *name = name_of (entry);

  gtk_widget_grab_focus (place);
  g_string_truncate (fixture->done, 0);
  press (key);
  check_done (fixture, key, place == fixture->map ? "map" : "list", name);
}

static void
use_entry (Fixture *fixture, const HandlerShortcut *entry)
{
  gsize n;
  const HandlerKey *each = handler_keys_of (keys, entry, &n);

  g_assert_cmpuint (n, >, 0);
  for (gsize i = 0; i < n; i++) {
    const HandlerKey key = each[i];

    type_in_line (fixture, entry, &key);
    if (entry->scope != HANDLER_SHORTCUT_MAP)
      use_at (fixture, fixture->list, entry, &key);
    if (entry->scope != HANDLER_SHORTCUT_PANEL)
      use_at (fixture, fixture->map, entry, &key);
  }
}

static void
use_table (Fixture *fixture)
{
  gsize n;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);

  for (gsize i = 0; i < n; i++)
    use_entry (fixture, &entries[i]);
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  use_table (fixture);
}

/* The `i`th of as many keys as there may be in the whole window.  */
static HandlerKey
key_of_window (guint i)
{
  static const char letters[] = "befghjknprw";
  guint n = (guint) strlen (letters);
  HandlerKey key;

  if (i < 2 * n)
    return (HandlerKey){(guint) letters[i % n],
                        GDK_CONTROL_MASK | (i < n ? 0 : GDK_SHIFT_MASK)};
  key = (HandlerKey){GDK_KEY_F1 + i - 2 * n, GDK_SHIFT_MASK};
  if (key.keyval >= GDK_KEY_F10)
    key.keyval++;
  g_assert_cmpuint (key.keyval, <=, GDK_KEY_F12); /* keyboards have no more */
  return key;
}

/* The same where nobody types.  */
static HandlerKey
key_of_letter (guint i)
{
  return (HandlerKey){(guint) 'a' + i % 26, i < 26 ? 0 : GDK_SHIFT_MASK};
}

/* All keys are others, and each does what the one before did, at once.  */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  gsize n;
  const HandlerShortcut *entries = handler_shortcuts_get (&n);
  guint used[4] = {0};

  for (gsize i = 0; i < n; i++) {
    HandlerShortcutScope scope
        = is_of_window (&entries[i]) ? HANDLER_SHORTCUT_APP : entries[i].scope;
    HandlerKey key = scope == HANDLER_SHORTCUT_APP ? key_of_window (used[scope])
                                                   : key_of_letter (used[scope]);

    used[scope]++;
    g_assert_cmpint (handler_key_judge (&key, entries[i].scope), ==, HANDLER_KEY_FINE);
    handler_keys_set (keys, &entries[i], &key);
  }
  use_table (fixture);
}

/* Whatever key she may choose for the whole window works where she types, and types nothing.  */
static void
try_for_window (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  const HandlerShortcut *entry = handler_shortcuts_find (HANDLER_SHORTCUT_BATTLE, "battle.pause");
  const HandlerKey key = {keyval, modifiers};

  if (handler_key_judge (&key, entry->scope) != HANDLER_KEY_FINE)
    return;
  handler_keys_set (keys, entry, &key);
  type_in_line (fixture, entry, &key);
  use_at (fixture, fixture->list, entry, &key);
}

static void
test_allowed (Fixture *fixture, gconstpointer data)
{
  static const char signs[] = "abcdefghijklmnopqrstuvwxyz0123456789,.;/\\'`-=[] ";

  for (guint i = 0; signs[i] != '\0'; i++)
    try_for_window (fixture, (guint) signs[i], GDK_CONTROL_MASK);
  for (guint key = 'a'; key <= 'z'; key++)
    try_for_window (fixture, key, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  for (guint key = GDK_KEY_F1; key <= GDK_KEY_F12; key++) {
    try_for_window (fixture, key, 0);
    try_for_window (fixture, key, GDK_SHIFT_MASK);
    try_for_window (fixture, key, GDK_CONTROL_MASK);
  }
  try_for_window (fixture, GDK_KEY_Pause, 0);
  try_for_window (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
}

/* A key that has been taken away does nothing.  */
static void
test_off (Fixture *fixture, gconstpointer data)
{
  const HandlerKey talk = key_of ("F9"), quit = key_of ("<Control>q"), ruler = key_of ("r");

  handler_keys_set (keys, handler_shortcuts_find (HANDLER_SHORTCUT_BATTLE, "battle.talk"), NULL);
  handler_keys_set (keys, handler_shortcuts_find (HANDLER_SHORTCUT_APP, "app.quit"), NULL);
  handler_keys_set (keys, handler_shortcuts_find (HANDLER_SHORTCUT_MAP, "map.ruler"), NULL);
  gtk_widget_grab_focus (fixture->map);
  g_string_truncate (fixture->done, 0);
  press (&talk);
  press (&quit);
  press (&ruler);
  g_assert_cmpstr (fixture->done->str, ==, "");
}

/* ---- The talk key ----------------------------------------------------------------------------- */

static void
check_hold (Fixture *fixture, const char *down, const char *up)
{
  g_string_truncate (fixture->talked, 0);
  xdotool ("keydown", down);
  g_assert_cmpstr (fixture->talked->str, ==, "(");
  xdotool ("key", "Up"); /* another key meanwhile is nobody's business */
  g_assert_cmpstr (fixture->talked->str, ==, "(");
  xdotool ("keyup", up);
  g_assert_cmpstr (fixture->talked->str, ==, "()");
}

/* Whichever key it is, it is held; or pressed before and after.  */
static void
test_talk (Fixture *fixture, gconstpointer data)
{
  const HandlerShortcut *entry = handler_shortcuts_find (HANDLER_SHORTCUT_BATTLE, "battle.talk");
  HandlerKey key = key_of ("<Shift>F12");

  handler_order_line_focus (fixture->line);
  check_hold (fixture, "F9", "F9");
  handler_keys_set (keys, entry, &key);
  g_string_truncate (fixture->talked, 0);
  xdotool ("key", "F9");
  g_assert_cmpstr (fixture->talked->str, ==, "");
  xdotool ("keydown", "shift");
  xdotool ("keydown", "F12");
  xdotool ("keyup", "shift");
  g_assert_cmpstr (fixture->talked->str, ==, "(");
  xdotool ("keyup", "F12");
  g_assert_cmpstr (fixture->talked->str, ==, "()");
  /* A letter, on the map.  */
  gtk_widget_grab_focus (fixture->map);
  check_hold (fixture, "t", "t");
  g_object_set (fixture->talk, "toggle", TRUE, NULL);
  g_string_truncate (fixture->talked, 0);
  press (&key);
  g_assert_cmpstr (fixture->talked->str, ==, "(");
  press (&key);
  g_assert_cmpstr (fixture->talked->str, ==, "()");
}

/* ---- The dialog ------------------------------------------------------------------------------- */

static gboolean
is_alone (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) == NULL;
}

static gboolean
has_focus (gpointer dialog)
{
  GtkRoot *root = gtk_widget_get_root (dialog);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return GTK_IS_BUTTON (focus) && gtk_widget_is_ancestor (focus, dialog);
}

static void
present (Fixture *fixture, AdwDialog *dialog)
{
  adw_dialog_present (dialog, fixture->window);
  g_assert_true (fixture_wait (has_focus, dialog));
}

static void
ask (Fixture *fixture, const HandlerShortcut *entry)
{
  present (fixture, handler_key_dialog_new (entry));
}

static void
wait_gone (Fixture *fixture, const char *after)
{
  if (!fixture_wait (is_alone, fixture->window))
    g_error ("the dialog stays after %s", after);
}

static void
press_and_leave (Fixture *fixture, const char *key)
{
  xdotool ("key", key);
  wait_gone (fixture, key);
}

static void
check_keys (const HandlerShortcut *entry, const char *expected)
{
  g_autofree char *words = handler_keys_dup_words (keys, entry, 1);

  g_assert_cmpstr (words, ==, expected);
}

static gboolean
has_label (GtkWidget *widget, const char *part)
{
  gboolean found = GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), part) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_label (child, part);
  return found;
}

typedef struct {
  Fixture *fixture;
  const char *part;
} Said;

/* By the dialog that is uppermost and has the focus.  */
static gboolean
is_said (gpointer data)
{
  const Said *said = data;
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (said->fixture->window));

  return dialog != NULL && has_focus (dialog) && has_label (GTK_WIDGET (dialog), said->part);
}

/* Presses a key; the dialog says something then.  */
static void
press_and_read (Fixture *fixture, const char *key, const char *part)
{
  Said said = {fixture, part};

  xdotool ("key", key);
  if (!fixture_wait (is_said, &said))
    g_error ("the dialog does not say “%s” to %s", part, key);
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  const HandlerShortcut *pause = handler_shortcuts_find (HANDLER_SHORTCUT_BATTLE, "battle.pause");
  const HandlerShortcut *quit = handler_shortcuts_find (HANDLER_SHORTCUT_APP, "app.quit");

  ask (fixture, pause);
  /* What can not be is refused with the reason, and the next one is waited for.  */
  press_and_read (fixture, "w", "while you type");
  press_and_read (fixture, "alt+w", "Keys with Alt");
  press_and_read (fixture, "ctrl+c", "edits text");
  press_and_read (fixture, "Tab", "focus");
  check_keys (pause, "F8");
  press_and_leave (fixture, "ctrl+p");
  check_keys (pause, "Ctrl+P");

  /* One that somebody has is asked for; Escape leaves it; nothing of all that was done.  */
  ask (fixture, pause);
  press_and_read (fixture, "ctrl+q", "“Quit” (General)");
  press_and_leave (fixture, "Escape");
  check_keys (pause, "Ctrl+P");
  check_keys (quit, "Ctrl+Q");
  ask (fixture, pause);
  press_and_read (fixture, "ctrl+q", "“Quit” (General)");
  press_and_leave (fixture, "Return");
  check_keys (pause, "Ctrl+Q");
  check_keys (quit, "no key");
  g_assert_cmpstr (fixture->done->str, ==, "");
}

/* Escape, Backspace, Shift with a letter and with a sign, and back.  */
static void
test_dialog_keys (Fixture *fixture, gconstpointer data)
{
  const HandlerShortcut *mark = handler_shortcuts_find (HANDLER_SHORTCUT_MAP, "map.mark");
  AdwDialog *dialog;

  ask (fixture, mark);
  press_and_leave (fixture, "Escape");
  check_keys (mark, "M");
  ask (fixture, mark);
  press_and_leave (fixture, "shift+k");
  check_keys (mark, "Shift+K");
  ask (fixture, mark);
  press_and_leave (fixture, "question");
  check_keys (mark, "?");
  ask (fixture, mark);
  press_and_leave (fixture, "BackSpace");
  check_keys (mark, "no key");
  /* Given to another meanwhile: it is asked whether that shall lose it.  */
  handler_keys_set (keys, handler_shortcuts_find (HANDLER_SHORTCUT_MAP, "map.ruler"),
                    &(HandlerKey){GDK_KEY_m, 0});
  dialog = handler_key_dialog_new_reset (mark);
  present (fixture, dialog);
  g_assert_true (has_label (GTK_WIDGET (dialog), "“Ruler” (On the Map)"));
  press_and_leave (fixture, "Return");
  check_keys (mark, "M");
  g_assert_null (handler_key_dialog_new_reset (mark));
}

static void
start_application (void)
{
  g_autoptr (GError) error = NULL;

  application = GTK_APPLICATION (
      adw_application_new ("io.github.handlerone.Typing", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  handler_shortcuts_set_accels (application);
}

int
main (int argc, char **argv)
{
  const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    {"/ui/typing/table", test_table},   {"/ui/typing/changed", test_changed},
    {"/ui/typing/allowed", test_allowed}, {"/ui/typing/off", test_off},
    {"/ui/typing/talk", test_talk},     {"/ui/typing/dialog", test_dialog},
    {"/ui/typing/dialog-keys", test_dialog_keys},
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  keys = handler_keys_get ();
  start_application ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}

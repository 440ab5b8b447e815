/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Panels in windows of their own: what they do there, how they come back, and that they come again.  */
#include "ui-fixture.h"

#include "ui/battle/handler-panel-window.h"
#include "ui/handler-window.h"
#include "ui/squad/handler-squad-panel.h"

static void
set_up (FixtureBattle *f, gconstpointer data)
{
  static const char *const keys[] = {"show-squad",   "show-comms",        "squad-window",
                                     "comms-window", "squad-window-size", "comms-window-size",
                                     "muted-speakers"};

  f->settings = g_settings_new ("io.github.handlerone.HandlerOne");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (f->settings, keys[i]);
  fixture_battle_open (f, 1280);
}

static void
tear_down (FixtureBattle *f, gconstpointer data)
{
  if (f->window != NULL)
    fixture_battle_close (f);
  g_clear_object (&f->settings);
}

static GtkWidget *
part (FixtureBattle *f, const char *name)
{
  return GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (f->page), HANDLER_TYPE_BATTLE_PAGE, name));
}

/* The window that the panel has for itself, or NULL: it is then in the main one.  */
static GtkWindow *
window_of (FixtureBattle *f, const char *panel)
{
  GtkRoot *root = gtk_widget_get_root (part (f, panel));

  g_assert_nonnull (root);
  if (HANDLER_IS_PANEL_WINDOW (root))
    return GTK_WINDOW (root);
  g_assert_true (GTK_WIDGET (root) == f->window);
  return NULL;
}

static gboolean
squad_is_apart (gpointer data)
{
  return window_of (data, "squad_panel") != NULL;
}

static gboolean
squad_is_back (gpointer data)
{
  return window_of (data, "squad_panel") == NULL;
}

static gboolean
comms_are_apart (gpointer data)
{
  return window_of (data, "comms_panel") != NULL;
}

static gboolean
get (gpointer page, const char *property)
{
  gboolean value;

  g_object_get (page, property, &value, NULL);
  return value;
}

/* As a person does it: by the menu.  */
static void
move_out (FixtureBattle *f)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->page), "battle.squad-window", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->page), "battle.comms-window", NULL));
  g_assert_nonnull (window_of (f, "squad_panel"));
  g_assert_nonnull (window_of (f, "comms_panel"));
  g_assert_true (fixture_wait (fixture_is_mapped, part (f, "squad_panel")));
  g_assert_true (fixture_wait (fixture_is_mapped, part (f, "comms_panel")));
}

static gboolean
is_wider (gpointer data)
{
  gpointer *pair = data;

  return gtk_widget_get_width (pair[0]) > GPOINTER_TO_INT (pair[1]);
}

/* The map has their room; who closes them, or asks for them in the main window, has them there again.  */
static void
test_out_and_back (FixtureBattle *f, gconstpointer data)
{
  GtkWidget *map = part (f, "map_bin");
  gpointer pair[2] = {map, GINT_TO_POINTER (gtk_widget_get_width (map) + 500)};

  move_out (f);
  g_assert_cmpstr (gtk_window_get_title (window_of (f, "squad_panel")), ==, "Squad · The Ford at Sedge Mill");
  g_assert_false (get (f->page, "show-squad"));
  g_assert_false (get (f->page, "show-comms"));
  g_assert_true (g_settings_get_boolean (f->settings, "show-squad"));
  g_assert_true (fixture_wait (is_wider, pair));
  gtk_window_close (window_of (f, "squad_panel"));
  g_assert_null (window_of (f, "squad_panel"));
  g_assert_true (get (f->page, "show-squad"));
  g_assert_false (get (f->page, "squad-window"));
  g_object_set (f->page, "show-comms", TRUE, NULL);
  g_assert_null (window_of (f, "comms_panel"));
  g_assert_false (g_settings_get_boolean (f->settings, "comms-window"));
  g_assert_true (fixture_wait (fixture_is_mapped, part (f, "squad_panel")));
  g_assert_true (fixture_wait (fixture_is_mapped, part (f, "comms_panel")));
}

static gboolean
has_search (gpointer data)
{
  return GTK_IS_TEXT (gtk_root_get_focus (data));
}

/* What menus and keys of the panels ask for is done by the page.  */
static void
test_actions (FixtureBattle *f, gconstpointer data)
{
  GtkWidget *squad = part (f, "squad_panel");
  GtkWidget *comms = part (f, "comms_panel");
  HandlerOrderLine *line = handler_battle_page_get_order_line (f->page);
  g_auto (GStrv) muted = NULL;

  move_out (f);
  g_assert_true (gtk_widget_activate_action (squad, "battle.order-words", "s", "Kestrel, hold"));
  g_assert_cmpstr (handler_order_line_get_text (line), ==, "Kestrel, hold");
  g_assert_true (gtk_widget_activate_action (squad, "battle.platoon", "i", 2));
  g_assert_true (gtk_widget_activate_action (squad, "battle.order-selected", NULL));
  g_assert_cmpstr (handler_order_line_get_text (line), ==, "Magpie, ");
  g_assert_true (gtk_widget_activate_action (squad, "battle.mute-machine", "u", 1));
  muted = g_settings_get_strv (f->settings, "muted-speakers");
  g_assert_cmpuint (g_strv_length (muted), ==, 1);
  g_assert_true (gtk_widget_activate_action (comms, "battle.mute", NULL));
  g_assert_true (get (f->page, "muted"));
  g_assert_true (gtk_widget_activate_action (comms, "battle.pause", NULL));
  g_assert_false (engine_battle_get_paused (f->battle));
  g_assert_true (gtk_widget_activate_action (comms, "battle.time", "s", "pause"));
  g_assert_true (engine_battle_get_paused (f->battle));
  g_assert_true (gtk_widget_activate_action (squad, "how.until-relieved", NULL));
  g_assert_true (gtk_widget_activate_action (comms, "handler.search", NULL));
  g_assert_true (fixture_wait (has_search, window_of (f, "comms_panel")));
  /* The last of them from a window that it takes away.  */
  g_assert_true (gtk_widget_activate_action (comms, "battle.comms-window", NULL));
  g_assert_null (window_of (f, "comms_panel"));
}

/* Keys that ask for a list find it where it is, and with the queue's number: comms are on view.  */
static void
test_focus (FixtureBattle *f, gconstpointer data)
{
  GtkWindow *window;

  move_out (f);
  window = window_of (f, "squad_panel");
  gtk_window_set_focus (window, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->page), "battle.focus-contacts", NULL));
  g_assert_true (window_of (f, "squad_panel") == window);
  g_assert_nonnull (gtk_window_get_focus (window));
  g_assert_cmpstr (handler_squad_panel_get_page (HANDLER_SQUAD_PANEL (part (f, "squad_panel"))), ==, "contacts");
  g_assert_true (
      gtk_widget_activate_action (part (f, "squad_panel"), "battle.focus-order", NULL));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)),
                                         part (f, "order_line")));
}

/* But for the border that a window has where nothing is composited.  */
static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_width (data) >= 600 && gtk_widget_get_height (data) <= 540;
}

/* In the next battle they stand as they were left.  */
static void
test_kept (FixtureBattle *f, gconstpointer data)
{
  int width, height;

  move_out (f);
  gtk_window_close (window_of (f, "comms_panel"));
  gtk_window_set_default_size (window_of (f, "squad_panel"), 620, 540);
  g_assert_true (fixture_wait (has_size, window_of (f, "squad_panel")));
  fixture_battle_close (f);
  fixture_battle_open (f, 1280);
  g_assert_true (fixture_wait (squad_is_apart, f));
  g_assert_null (window_of (f, "comms_panel"));
  g_assert_true (get (f->page, "show-comms"));
  g_assert_false (get (f->page, "show-squad"));
  gtk_window_get_default_size (window_of (f, "squad_panel"), &width, &height);
  g_assert_cmpint (width, ==, 620);
  g_assert_cmpint (height, ==, 540);
}

/* A main window without room has no others; the choice waits.  */
static void
test_narrow (FixtureBattle *f, gconstpointer data)
{
  static const char *const sizes[] = {"small", "narrow", "least"};

  move_out (f);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_object_set (f->page, "size", sizes[i], NULL);
    g_assert_true (fixture_wait (squad_is_back, f));
    gtk_widget_activate_action (GTK_WIDGET (f->page), "battle.squad-window", NULL);
    g_assert_true (get (f->page, "squad-window"));
    g_object_set (f->page, "show-squad", TRUE, NULL); /* over the map, for a moment */
    g_object_set (f->page, "show-squad", FALSE, NULL);
    g_assert_true (g_settings_get_boolean (f->settings, "squad-window"));
    g_object_set (f->page, "size", i == 0 ? "medium" : "wide", NULL);
    g_assert_true (fixture_wait (squad_is_apart, f));
    g_assert_true (fixture_wait (comms_are_apart, f));
    g_assert_false (get (f->page, "show-squad"));
  }
}

static gboolean
some_frames (gpointer data)
{
  return ++*(guint *) data > 200;
}

static void
test_narrow_from_the_start (FixtureBattle *f, gconstpointer data)
{
  guint n = 0;

  move_out (f);
  fixture_battle_close (f);
  fixture_battle_open (f, 700);
  fixture_wait (some_frames, &n);
  g_assert_null (window_of (f, "squad_panel"));
  g_assert_null (window_of (f, "comms_panel"));
  g_assert_true (get (f->page, "squad-window"));
}

/* Neither a battle that is left nor a main window that goes leaves anything behind.  */
static void
test_gone (FixtureBattle *f, gconstpointer data)
{
  gpointer left[4];
  gboolean shut = GPOINTER_TO_INT (data);

  move_out (f);
  left[0] = f->page;
  left[1] = window_of (f, "squad_panel");
  left[2] = window_of (f, "comms_panel");
  left[3] = part (f, "comms_panel");
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    g_object_add_weak_pointer (left[i], &left[i]);
  if (shut) {
    handler_battle_page_shutdown (f->page);
    g_assert_null (window_of (f, "squad_panel"));
    g_assert_null (window_of (f, "comms_panel"));
  }
  gtk_window_destroy (GTK_WINDOW (f->window));
  f->window = NULL;
  g_clear_object (&f->battle);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    g_assert_null (left[i]);
  g_assert_true (g_settings_get_boolean (f->settings, "squad-window"));
}

static gboolean
is_marked (gpointer data)
{
  FixtureBattle *f = data;

  return engine_battle_get_frame (f->battle)->view.n_marks == 1;
}

static gboolean
has_words (GtkWidget *widget, const char *words)
{
  gboolean found = GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), words);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_words (child, words);
  return found;
}

/* As soon as the lists have it.  */
static gboolean
is_deleted (gpointer data)
{
  GtkWidget **pair = data; /* where it is asked for, where it is told */

  g_assert_true (gtk_widget_activate_action (pair[0], "battle.mark-delete", "u", 1));
  return has_words (pair[1], "Mark Alpha deleted");
}

/* Where she has deleted it she is told how to have it back; not in the other window.  */
static void
test_undo (FixtureBattle *f, gconstpointer data)
{
  const PictureEdit edit = {
    .kind = PICTURE_EDIT_MARK, .position = {2000, 2000}, .precise_m = 50, .name = "Alpha"};
  GtkWidget *overlay = adw_toast_overlay_new (), *page = GTK_WIDGET (f->page);

  g_object_ref (page);
  adw_window_set_content (ADW_WINDOW (f->window), NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  adw_window_set_content (ADW_WINDOW (f->window), overlay);
  g_object_unref (page);
  move_out (f);
  g_assert_true (handler_panel_window_find_toasts (page) == overlay);
  for (guint i = 0; i < 2; i++) {
    GtkWidget *squad = part (f, "squad_panel");
    GtkWidget *pair[2] = {i == 0 ? squad : page,
                          i == 0 ? GTK_WIDGET (window_of (f, "squad_panel")) : overlay};

    g_assert_true (engine_battle_edit_picture (f->battle, &edit));
    g_assert_true (fixture_wait (is_marked, f));
    g_assert_true (fixture_wait (is_deleted, pair));
    g_assert_true (has_words (overlay, "Mark Alpha deleted") == (i == 1));
  }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_ui_init ();
#define ADD(name, function, data)                                                                   \
  g_test_add ("/ui/panel-windows/" name, FixtureBattle, data, set_up, function, tear_down)
  ADD ("out-and-back", test_out_and_back, NULL);
  ADD ("actions", test_actions, NULL);
  ADD ("focus", test_focus, NULL);
  ADD ("undo", test_undo, NULL);
  ADD ("kept", test_kept, NULL);
  ADD ("narrow", test_narrow, NULL);
  ADD ("narrow-from-the-start", test_narrow_from_the_start, NULL);
  ADD ("gone/battle", test_gone, GINT_TO_POINTER (TRUE));
  ADD ("gone/window", test_gone, GINT_TO_POINTER (FALSE));
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of tapes: what was said is found, whatever its case; what is deleted comes back until the dialog is
 * closed; a tape that is damaged, or has a hostile index, is listed and says so; nothing plays over a battle.  */
#include "ui-fixture.h"

#include "ui/handler-window.h"
#include "ui/tapes/handler-tapes-dialog.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  VoicePlayer *player;
  HandlerTapesDialog *dialog;
} Fixture;

static const ScenarioTapeLine said[] = {
    {.id = 1, .tick = 41, .by = SCENARIO_TAPE_BY_PILOT, .speaker = (char *) "Kirschblüte", .machine = 3,
     .air_class = SIM_AIR_CONTACT, .event = (char *) "contact", .text = (char *) "Contact, <b>four</b> & more.",
     .segment = 1, .at_ms = 20, .tape_ms = 20, .length_ms = 2300},
    {.id = 2, .tick = 61, .by = SCENARIO_TAPE_BY_HANDLER, .speaker = (char *) "Handler One", .machine = -1,
     .air_class = SIM_AIR_ORDER, .event = (char *) "order", .text = (char *) "Undertaker, hold at G08.",
     .unheard = SCENARIO_TAPE_THINNED},
    {.id = 3, .tick = 80, .by = SCENARIO_TAPE_BY_DESK, .speaker = (char *) "Operator desk", .machine = -1,
     .air_class = SIM_AIR_TALK, .event = (char *) "desk-message", .text = (char *) "Good luck.", .segment = 1,
     .at_ms = 2500, .tape_ms = 2500, .length_ms = 800},
};

static char *
make_tape (const char *id, const char *title, guint n, const char *rest)
{
  ScenarioTapeHead head = {.scenario = (char *) id, .title = (char *) title, .seed = n,
                           .begun_us = (1750000000 + (gint64) n * 100) * G_USEC_PER_SEC, .clock_s = 18000};
  g_autofree char *tapes = scenario_tapes_folder (), *line = scenario_tape_write_head (&head);
  char *folder = scenario_tapes_make_folder (tapes, &head, NULL);
  g_autofree char *index = g_build_filename (folder, SCENARIO_TAPE_INDEX, NULL);
  g_autoptr (GString) text = g_string_new (line);

  for (guint i = 0; i < n; i++) {
    g_autofree char *one = scenario_tape_write_said (&said[i]);
    g_autofree char *two = said[i].segment != 0 ? scenario_tape_write_sound (&said[i])
                                                : scenario_tape_write_unheard (&said[i]);

    g_string_append (text, one);
    g_string_append (text, two);
  }
  g_string_append (text, rest);
  g_assert_true (g_file_set_contents (index, text->str, -1, NULL));
  return folder;
}

static GObject *
child_of (gpointer widget, GType type, const char *name)
{
  return gtk_widget_get_template_child (widget, type, name);
}

static GObject *
part (Fixture *f, const char *name)
{
  return child_of (f->dialog, HANDLER_TYPE_TAPES_DIALOG, name);
}

static gboolean
is_read (gpointer data)
{
  return strcmp (handler_tapes_dialog_get_state (((Fixture *) data)->dialog), "loading") != 0;
}

static void
open_dialog (Fixture *f)
{
  f->player = voice_player_new (VOICE_SINK_FAKE, NULL);
  f->dialog = g_object_ref_sink (handler_tapes_dialog_new (f->player));
  g_assert_true (fixture_wait (is_read, f));
}

static void
close_dialog (Fixture *f)
{
  g_signal_emit_by_name (f->dialog, "closed");
  g_assert_finalize_object (f->dialog);
  g_assert_finalize_object (f->player);
}

static guint
n_rows (Fixture *f)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (part (f, "list")), (int) n) != NULL)
    n++;
  return n;
}

static void
search (Fixture *f, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (part (f, "search")), words);
  g_signal_emit_by_name (part (f, "search"), "search-changed");
}

static HandlerTapePage *
open_row (Fixture *f, int n)
{
  AdwNavigationView *navigation = ADW_NAVIGATION_VIEW (part (f, "navigation"));

  g_signal_emit_by_name (part (f, "list"), "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (part (f, "list")), n));
  return HANDLER_TAPE_PAGE (adw_navigation_view_get_visible_page (navigation));
}

static void
test_none (void)
{
  Fixture f;

  open_dialog (&f);
  g_assert_cmpstr (handler_tapes_dialog_get_state (f.dialog), ==, "none");
  close_dialog (&f);
}

static GtkSelectionModel *
lines_of (HandlerTapePage *page)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (child_of (page, HANDLER_TYPE_TAPE_PAGE, "list")));
}

static void
check_page (Fixture *f)
{
  HandlerTapePage *page = open_row (f, 0);
  GListModel *lines = G_LIST_MODEL (lines_of (page));
  g_autoptr (HandlerTapeLine) line = NULL;
  g_autofree char *label = NULL;

  /* What was searched for is searched for here, too.  */
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 1);
  line = g_list_model_get_item (lines, 0);
  label = handler_tape_line_make_label (line);
  g_assert_cmpstr (label, ==, "05:00:06, Handler One: Undertaker, hold at G08., left out at this speed");
  handler_tape_page_set_search (page, "");
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 3);
  handler_tape_page_set_search (page, "<b>");
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 1);
  handler_tape_page_set_search (page, "nobody said this");
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 0);
}

static void
test_search (void)
{
  g_autofree char *short_one = make_tape ("training", "The <i>Ford</i>", 1, "");
  g_autofree char *long_one = make_tape ("three-hills", "Three Hills", 3, "");
  Fixture f;

  open_dialog (&f);
  g_assert_cmpstr (handler_tapes_dialog_get_state (f.dialog), ==, "some");
  g_assert_cmpuint (n_rows (&f), ==, 2);
  search (&f, "KIRSCHBLÜTE four");
  g_assert_cmpuint (n_rows (&f), ==, 2);
  search (&f, "undertaker");
  g_assert_cmpuint (n_rows (&f), ==, 1);
  check_page (&f);
  search (&f, "wehrwolf");
  g_assert_cmpstr (handler_tapes_dialog_get_state (f.dialog), ==, "nothing");
  close_dialog (&f);
  g_assert_true (scenario_tapes_remove (short_one, NULL));
  g_assert_true (scenario_tapes_remove (long_one, NULL));
}

static void
toast_button (Fixture *f, const char *signal)
{
  /* The overlay has no way to its toasts: what they do is what their signals do.  */
  GtkWidget *widget = GTK_WIDGET (part (f, "toasts"));

  for (widget = gtk_widget_get_last_child (widget); widget != NULL;
       widget = gtk_widget_get_prev_sibling (widget))
    if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget")) {
      AdwToast *toast = NULL;

      g_object_get (widget, "toast", &toast, NULL);
      g_signal_emit_by_name (toast, signal);
      g_object_unref (toast);
      return;
    }
  g_assert_not_reached ();
}

static gboolean
is_gone (gpointer folder)
{
  return !g_file_test (folder, G_FILE_TEST_EXISTS);
}

static void
test_delete (void)
{
  g_autofree char *one = make_tape ("training", "The Ford", 1, "");
  Fixture f;

  open_dialog (&f);
  gtk_widget_activate_action (GTK_WIDGET (open_row (&f, 0)), "tape.delete", NULL);
  g_assert_cmpstr (handler_tapes_dialog_get_state (f.dialog), ==, "none");
  g_assert_true (g_file_test (one, G_FILE_TEST_EXISTS));
  toast_button (&f, "button-clicked");
  g_assert_cmpuint (n_rows (&f), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (open_row (&f, 0)), "tape.delete", NULL);
  close_dialog (&f);
  g_assert_true (fixture_wait (is_gone, one));
}

/* What stands before the fault is of use, and what is wrong is said.  */
static void
test_damaged (void)
{
  g_autofree char *one = make_tape ("training", "The Ford", 2, "{\"kind\":\"sound\",\"id\":77}\n");
  Fixture f;
  HandlerTapePage *page;

  open_dialog (&f);
  page = open_row (&f, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (lines_of (page))), ==, 2);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (child_of (page, HANDLER_TYPE_TAPE_PAGE, "banner"))));
  close_dialog (&f);
  g_assert_true (scenario_tapes_remove (one, NULL));
}

static void
count_told (guint *n)
{
  ++*n;
}

/* Without a sound file there is a word; while a battle is heard there is one too, and nothing plays.  */
static void
test_play (void)
{
  g_autofree char *one = make_tape ("training", "The Ford", 3, "");
  Fixture f;
  HandlerTapePage *page;
  guint n = 0;

  open_dialog (&f);
  page = open_row (&f, 0);
  g_signal_connect_swapped (page, "told", G_CALLBACK (count_told), &n);
  handler_tapes_dialog_set_may_play (f.dialog, FALSE);
  g_signal_emit_by_name (child_of (page, HANDLER_TYPE_TAPE_PAGE, "list"), "activate", 1);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (voice_player_get_playing (f.player));
  handler_tapes_dialog_set_may_play (f.dialog, TRUE);
  /* The line itself was not heard: the next one is played.  */
  g_signal_emit_by_name (child_of (page, HANDLER_TYPE_TAPE_PAGE, "list"), "activate", 1);
  g_assert_true (voice_player_get_playing (f.player));
  g_assert_cmpuint (voice_player_get_at_ms (f.player), ==, 2500);
  while (voice_player_get_playing (f.player))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 2);
  g_signal_emit_by_name (child_of (page, HANDLER_TYPE_TAPE_PAGE, "list"), "activate", 0);
  handler_tapes_dialog_set_may_play (f.dialog, FALSE);
  g_assert_false (voice_player_get_playing (f.player));
  close_dialog (&f);
  g_assert_true (scenario_tapes_remove (one, NULL));
}

int
main (int argc, char **argv)
{
  gtk_disable_setlocale ();
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  handler_ui_init ();
  g_test_add_func ("/ui/tapes/none", test_none);
  g_test_add_func ("/ui/tapes/search", test_search);
  g_test_add_func ("/ui/tapes/delete", test_delete);
  g_test_add_func ("/ui/tapes/damaged", test_damaged);
  g_test_add_func ("/ui/tapes/play", test_play);
  return g_test_run ();
}

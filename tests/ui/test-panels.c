/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Squad panel and alerts strip as widgets.  */
#include "ui-fixture.h"

#include "ui/alerts/handler-alerts-strip.h"
#include "ui/handler-window.h"
#include "ui/squad/handler-squad-panel.h"
#include "ui/squad/handler-squad-row.h"

typedef struct {
  OrderBook *book;
  PictureView *view;
  GtkWidget *window;
} Fixture;

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = fixture_book ();
  fixture->view = fixture_view ();
  fixture->window = g_object_ref_sink (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->window);
  order_book_unref (fixture->book);
  g_free (fixture->view);
}

static void
show (Fixture *fixture, GtkWidget *widget)
{
  adw_window_set_content (ADW_WINDOW (fixture->window), widget);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (fixture_wait (is_mapped, widget));
}

/* Widgets of a type below, that are shown.  */
static guint
count (GtkWidget *widget, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

typedef struct {
  GtkWidget *widget;
  guint wanted;
} Rows;

static gboolean
has_rows (gpointer data)
{
  Rows *rows = data;

  return count (rows->widget, HANDLER_TYPE_SQUAD_ROW) == rows->wanted;
}

static void
selected_cb (HandlerSquadPanel *panel, guint index, guint *seen)
{
  *seen = index + 1;
}

static void
test_squad_rows_filter_and_selection (Fixture *fixture, gconstpointer data)
{
  HandlerSquadPanel *panel = g_object_new (HANDLER_TYPE_SQUAD_PANEL, NULL);
  g_autoptr (HandlerSquad) squad = handler_squad_new (fixture->book, 2);
  g_autoptr (HandlerContacts) contacts = handler_contacts_new (fixture->book, 8000, 6000);
  Rows rows = {GTK_WIDGET (panel), 5};
  guint seen = 0;

  g_signal_connect (panel, "machine-selected", G_CALLBACK (selected_cb), &seen);
  handler_squad_panel_set_models (panel, fixture->book, squad, contacts, NULL);
  handler_squad_update (squad, fixture->view);
  show (fixture, GTK_WIDGET (panel));
  g_assert_true (fixture_wait (has_rows, &rows));
  handler_squad_panel_select_machine (panel, 3);
  g_assert_cmpuint (seen, ==, 0); /* the program's own selection is no news */

  fixture->view->own[1].parts[SIM_PART_LEGS] = 100;
  handler_squad_update (squad, fixture->view);
  g_object_set (panel, "filter", "low", NULL);
  rows.wanted = 1;
  g_assert_true (fixture_wait (has_rows, &rows));
  g_object_set (panel, "filter", "all", "sort", "ammunition", NULL);
  rows.wanted = 5;
  g_assert_true (fixture_wait (has_rows, &rows));
  handler_squad_panel_set_models (panel, NULL, NULL, NULL, NULL);
  rows.wanted = 0;
  g_assert_true (fixture_wait (has_rows, &rows));
}

static gboolean
has_buttons (gpointer data)
{
  Rows *rows = data;

  return count (rows->widget, GTK_TYPE_SEPARATOR) + 1 == rows->wanted;
}

static gboolean
has_list (gpointer data)
{
  Rows *rows = data;

  return count (rows->widget, GTK_TYPE_LIST_BOX_ROW) == rows->wanted;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

/* The list has rows while it is open, and what stands in the line stays when another alert goes.  */
static void
check_alerts_list (Fixture *fixture, GtkWidget *strip, HandlerAlerts *alerts)
{
  g_autoptr (HandlerAlert) last = g_list_model_get_item (G_LIST_MODEL (alerts), 2);
  g_autoptr (GtkWidget) line = g_object_ref (find (strip, GTK_TYPE_SEPARATOR));
  GtkWidget *more = find (strip, GTK_TYPE_MENU_BUTTON);
  Rows rows = {strip, 3};

  g_assert_null (find (strip, GTK_TYPE_LIST_BOX_ROW));
  gtk_menu_button_popup (GTK_MENU_BUTTON (more));
  g_assert_true (fixture_wait (has_list, &rows));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (more));
  g_assert_null (find (strip, GTK_TYPE_LIST_BOX_ROW));
  handler_alerts_dismiss (alerts, last);
  g_assert_true (fixture_wait (is_hidden, more));
  g_assert_true (find (strip, GTK_TYPE_SEPARATOR) == line);
}

static void
test_alerts_strip (Fixture *fixture, gconstpointer data)
{
  HandlerAlertsStrip *strip = g_object_new (HANDLER_TYPE_ALERTS_STRIP, NULL);
  g_autoptr (HandlerAlerts) alerts = handler_alerts_new (fixture->book);
  Rows rows = {GTK_WIDGET (strip), 2};

  handler_alerts_strip_set_alerts (strip, alerts, NULL);
  handler_alerts_strip_set_max_shown (strip, 2);
  show (fixture, GTK_WIDGET (strip));
  g_assert_false (handler_alerts_strip_focus (strip));
  handler_alerts_take_view (alerts, fixture->view);
  for (guint i = 0; i < 3; i++)
    fixture->view->own[i].known_lost = 1;
  handler_alerts_take_view (alerts, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alerts)), ==, 3);
  g_assert_true (fixture_wait (has_buttons, &rows));
  g_assert_true (handler_alerts_strip_focus (strip));
  check_alerts_list (fixture, GTK_WIDGET (strip), alerts);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_ui_init ();
  g_test_add ("/ui/panels/squad", Fixture, NULL, set_up, test_squad_rows_filter_and_selection,
              tear_down);
  g_test_add ("/ui/panels/alerts", Fixture, NULL, set_up, test_alerts_strip, tear_down);
  return g_test_run ();
}

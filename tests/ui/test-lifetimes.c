/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other threads work on or hold goes on the thread of the window, and when it should.  */
#include "ui-fixture.h"

#include "ui/handler-window.h"
#include "ui/library/handler-library-page.h"
#include "ui/map/handler-map-palette.h"
#include "ui/map/handler-map-relief.h"

/* ---- Icons ------------------------------------------------------------------------------------ */

/* Too large for GTK's ring of icons used last, which holds references.  */
#define SIZE 200

static GtkIconPaintable *
look_up (int size)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  return gtk_icon_theme_lookup_icon (theme, "pan-down-symbolic", NULL, size, 1,
                                     GTK_TEXT_DIR_LTR, 0);
}

static void
gone_cb (gpointer data, GObject *where_it_was)
{
  *(GThread **) data = g_thread_self ();
}

static gpointer
drop_thread (gpointer object)
{
  g_object_unref (object);
  return NULL;
}

/* As GTK's own threads do that load icons ahead: the table of icons must never have one that goes
 * while it is looked up.  */
static void
test_icon_dropped_elsewhere (void)
{
  GtkIconPaintable *icon = look_up (SIZE);
  g_autoptr (GtkIconPaintable) again = NULL;
  GThread *gone = NULL;

  g_object_weak_ref (G_OBJECT (icon), gone_cb, &gone);
  g_thread_join (g_thread_new ("drop", drop_thread, icon));
  g_assert_null (gone);
  again = look_up (SIZE);
  g_assert_true (again == icon);
  g_object_weak_unref (G_OBJECT (again), gone_cb, &gone);
}

static void
test_icon_dropped_here (void)
{
  GtkIconPaintable *icon = look_up (SIZE + 1);
  GThread *gone = NULL;

  g_object_weak_ref (G_OBJECT (icon), gone_cb, &gone);
  g_object_unref (icon);
  g_assert_true (gone == g_thread_self ());
}

/* ---- Work on other threads ---------------------------------------------------------------------- */

typedef struct {
  gpointer object;
  guint n_loaded;
} Watched;

static gboolean
has_loaded (gpointer data)
{
  return ((Watched *) data)->n_loaded > 0;
}

static void
loaded_cb (Watched *watched)
{
  watched->n_loaded++;
}

/* Runs the main loop until whatever was begun before this has been answered: a library read from
 * now on is read after that.  */
static void
wait_for_answers (void)
{
  g_autoptr (HandlerLibraryPage) page
      = g_object_ref_sink (g_object_new (HANDLER_TYPE_LIBRARY_PAGE, NULL));
  Watched watched = {page, 0};

  g_signal_connect_swapped (page, "loaded", G_CALLBACK (loaded_cb), &watched);
  g_assert_true (fixture_wait (has_loaded, &watched));
}

/* The catalogue is being read: the reader must not be what keeps the page.  */
static void
test_library_while_read (void)
{
  HandlerLibraryPage *page = g_object_ref_sink (g_object_new (HANDLER_TYPE_LIBRARY_PAGE, NULL));
  gpointer left = page;

  g_object_add_weak_pointer (G_OBJECT (page), &left);
  g_object_unref (page);
  g_assert_null (left);
  wait_for_answers ();
}

/* The cards are there and their maps are being made.  */
static void
test_library_while_painted (void)
{
  HandlerLibraryPage *page = g_object_ref_sink (g_object_new (HANDLER_TYPE_LIBRARY_PAGE, NULL));
  Watched watched = {page, 0};
  gpointer left = page;

  g_signal_connect_swapped (page, "loaded", G_CALLBACK (loaded_cb), &watched);
  g_assert_true (fixture_wait (has_loaded, &watched));
  g_assert_cmpuint (handler_library_page_get_n_cards (page), >, 0);
  g_object_add_weak_pointer (G_OBJECT (page), &left);
  g_object_unref (page);
  g_assert_null (left);
  wait_for_answers ();
}

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () >= *(gint64 *) data;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Once it is read nothing turns: the window's clock stands still.  */
static void
test_library_at_rest (void)
{
  GtkWidget *window = adw_window_new ();
  HandlerLibraryPage *page = g_object_new (HANDLER_TYPE_LIBRARY_PAGE, NULL);
  Watched watched = {page, 0};
  gint64 until;
  guint n = 0;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_signal_connect_swapped (page, "loaded", G_CALLBACK (loaded_cb), &watched);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (fixture_wait (has_loaded, &watched));
  wait_for_answers ();
  until = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;
  fixture_wait (is_over, &until);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "update", G_CALLBACK (count_cb), &n);
  until = g_get_monotonic_time () + G_USEC_PER_SEC;
  fixture_wait (is_over, &until);
  g_assert_cmpuint (n, <, 10);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_window_while_opening (void)
{
  HandlerWindow *window = handler_window_new (NULL, NULL);
  gpointer left = window;

  handler_window_open_path (window, "no-such-file.json");
  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (left);
  wait_for_answers ();
}

static void
test_relief_while_painted (void)
{
  HandlerMapRelief *relief = handler_map_relief_new ();
  PictureSheet *sheet = picture_sheet_new (8000, 6000, 25);
  gpointer left = relief;

  handler_map_relief_set_palette (relief, handler_map_palette_get (FALSE, FALSE));
  handler_map_relief_set_sheet (relief, sheet);
  picture_sheet_free (sheet);
  handler_map_relief_want (relief, 0, 0, 0, 4, 4);
  g_assert_true (handler_map_relief_is_busy (relief));
  g_object_add_weak_pointer (G_OBJECT (relief), &left);
  g_object_unref (relief);
  g_assert_null (left);
  wait_for_answers ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_ui_init ();
  g_test_add_func ("/ui/lifetimes/icon/elsewhere", test_icon_dropped_elsewhere);
  g_test_add_func ("/ui/lifetimes/icon/here", test_icon_dropped_here);
  g_test_add_func ("/ui/lifetimes/library/read", test_library_while_read);
  g_test_add_func ("/ui/lifetimes/library/painted", test_library_while_painted);
  g_test_add_func ("/ui/lifetimes/library/rest", test_library_at_rest);
  g_test_add_func ("/ui/lifetimes/window/opening", test_window_while_opening);
  g_test_add_func ("/ui/lifetimes/relief", test_relief_while_painted);
  return g_test_run ();
}

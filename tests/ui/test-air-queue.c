/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of orders that wait for air, as a widget and in words.  */
#include "ui-fixture.h"

#include "ui/comms/handler-air-queue.h"
#include "ui/comms/handler-queue-text.h"
#include "ui/handler-window.h"

typedef struct {
  OrderBook *book;
  PictureView *view;
  GtkWidget *window;
  HandlerAirQueue *queue;
  guint n_edits, order, kind, place, n_restored;
} Fixture;

static void
edited_cb (HandlerAirQueue *queue, guint order, guint kind, guint place, Fixture *fixture)
{
  fixture->n_edits++;
  fixture->order = order;
  fixture->kind = kind;
  fixture->place = place;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static void
add (Fixture *fixture, guint order, guint machine)
{
  SimQueued *queued = &fixture->view->queue[fixture->view->n_queue];

  *queued = (SimQueued){.order = order, .place = (guint8) fixture->view->n_queue,
                        .air_ticks = 42, .read_back_ticks = 30,
                        .entered = fixture->view->now - 50,
                        .t_begin = fixture->view->now + 80 * (SimTick) fixture->view->n_queue};
  queued->command = (SimCommand){.id = order, .verb = SIM_VERB_HOLD, .n_addressees = 1,
                                 .facing_deg = -1};
  queued->command.addressees[0] = (SimAddressee){SIM_ADDRESSEE_UNIT, machine};
  fixture->view->n_queue++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  fixture->book = fixture_book ();
  fixture->view = fixture_view ();
  fixture->queue = handler_air_queue_new ();
  g_signal_connect (fixture->queue, "edited", G_CALLBACK (edited_cb), fixture);
  handler_air_queue_set_book (fixture->queue, fixture->book);
  add (fixture, 5, 0);
  add (fixture, 6, 1);
  add (fixture, 7, 2);
  handler_air_queue_update (fixture->queue, fixture->view);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), GTK_WIDGET (fixture->queue));
  fixture->window = g_object_ref_sink (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 600);
  adw_window_set_content (ADW_WINDOW (fixture->window), toasts);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (fixture_wait (is_mapped, fixture->queue));
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
activate (Fixture *fixture, const char *action, guint32 order)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->queue), action, "u", order));
}

static void
assert_edit (Fixture *fixture, guint n, guint order, SimQueueEditKind kind, guint place)
{
  g_assert_cmpuint (fixture->n_edits, ==, n);
  g_assert_cmpuint (fixture->order, ==, order);
  g_assert_cmpuint (fixture->kind, ==, kind);
  g_assert_cmpuint (fixture->place, ==, place);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (handler_air_queue_get_n_rows (fixture->queue), ==, 3);
  activate (fixture, "queue.sooner", 7);
  assert_edit (fixture, 1, 7, SIM_QUEUE_EDIT_MOVE, 1);
  activate (fixture, "queue.later", 5);
  assert_edit (fixture, 2, 5, SIM_QUEUE_EDIT_MOVE, 1);
  activate (fixture, "queue.first", 7);
  assert_edit (fixture, 3, 7, SIM_QUEUE_EDIT_MOVE, 0);
  activate (fixture, "queue.sooner", 5); /* it is the first */
  activate (fixture, "queue.later", 7);  /* and this the last */
  activate (fixture, "queue.delete", 99);
  g_assert_cmpuint (fixture->n_edits, ==, 3);
  activate (fixture, "queue.shorten", 6);
  assert_edit (fixture, 4, 6, SIM_QUEUE_EDIT_SHORTEN, 0);
  activate (fixture, "queue.full", 6);
  assert_edit (fixture, 5, 6, SIM_QUEUE_EDIT_FULL, 0);
  activate (fixture, "queue.delete", 6);
  assert_edit (fixture, 6, 6, SIM_QUEUE_EDIT_DELETE, 0);
}

/* Rows follow the picture, and the focus stays in the list while there is one.  */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  SimQueued first = fixture->view->queue[0];
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (fixture->queue));

  g_assert_true (handler_air_queue_focus (fixture->queue));
  fixture->view->queue[0] = fixture->view->queue[1];
  fixture->view->queue[1] = first;
  fixture->view->queue[0].place = 0;
  fixture->view->queue[1].place = 1;
  handler_air_queue_update (fixture->queue, fixture->view);
  activate (fixture, "queue.sooner", 5);
  assert_edit (fixture, 1, 5, SIM_QUEUE_EDIT_MOVE, 0);
  fixture->view->queue[1] = fixture->view->queue[2];
  fixture->view->queue[1].place = 1;
  fixture->view->n_queue = 2; /* the one with the focus has gone */
  handler_air_queue_update (fixture->queue, fixture->view);
  g_assert_cmpuint (handler_air_queue_get_n_rows (fixture->queue), ==, 2);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), GTK_WIDGET (fixture->queue)));
  fixture->view->n_queue = 0;
  handler_air_queue_update (fixture->queue, fixture->view);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->queue)));
  g_assert_false (handler_air_queue_focus (fixture->queue));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  SimQueued *queued = &fixture->view->queue[1];
  g_autofree char *fresh = handler_queue_facts (queued, fixture->view);
  g_autofree char *summary = handler_queue_summary (fixture->view);
  g_autofree char *old = NULL, *net = NULL;

  g_assert_cmpstr (fresh, ==, "in 8 s · 4.2 s on air");
  g_assert_cmpstr (summary, ==, "3 orders wait, the next is said now");
  queued->entered = fixture->view->now - SIM_SECONDS (34);
  queued->cut = 1;
  queued->brief = 1;
  old = handler_queue_facts (queued, fixture->view);
  g_assert_cmpstr (old, ==, "in 8 s · 4.2 s on air · cut off, waits · old, 34 s · no read-back");
  fixture->view->on_air = (PictureOnAir){.id = 9, .from = fixture->view->own[1].id,
                                         .t_end = fixture->view->now + 25};
  fixture->view->link.waiting = 5;
  net = handler_queue_net (fixture->book, fixture->view);
  g_assert_cmpstr (net, ==, "Heron speaks, 3 s more · 2 others wait");
}

static void
test_promises (Fixture *fixture, gconstpointer data)
{
  PicturePromise *promise = &fixture->view->promises[0];
  g_autofree char *text = NULL, *spoken = NULL;

  *promise = (PicturePromise){.order = 3, .addressee = {SIM_ADDRESSEE_UNIT, 0},
                              .help = SIM_HELP_RESUPPLY,
                              .t_due = fixture->view->now + SIM_SECONDS (80)};
  fixture->view->n_promises = 1;
  fixture->view->n_queue = 0;
  text = handler_promise_text (fixture->book, promise, fixture->view);
  spoken = handler_promise_spoken (fixture->book, promise, fixture->view);
  g_assert_cmpstr (text, ==, "Promised to Kestrel: resupply, 1:20 left");
  g_assert_cmpstr (spoken, ==, "Promised to Kestrel: resupply, 1 minute 20 seconds left");
  handler_air_queue_update (fixture->queue, fixture->view);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->queue)));
  fixture->view->n_promises = 0;
  handler_air_queue_update (fixture->queue, fixture->view);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->queue)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  handler_ui_init ();
  g_test_add ("/ui/air-queue/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/ui/air-queue/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/ui/air-queue/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/ui/air-queue/promises", Fixture, NULL, set_up, test_promises, tear_down);
  return g_test_run ();
}

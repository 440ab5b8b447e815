/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders that wait for air, in words: what they are, and what she does to them.  */
#include "order-fixture.h"

static void
add (OrderFixture *fixture, const char *text)
{
  g_autoptr (OrderReading) reading = order_parse (fixture->book, fixture->view, NULL, text);
  SimQueued *queued = &fixture->view->queue[fixture->view->n_queue];

  g_assert_cmpint (reading->problem, ==, ORDER_OK);
  *queued = (SimQueued){.order = 11 + (guint32) fixture->view->n_queue,
                        .place = (guint8) fixture->view->n_queue,
                        .air_ticks = 42,
                        .read_back_ticks = 30,
                        .t_begin = fixture->view->now + 75 * (SimTick) fixture->view->n_queue,
                        .command = reading->command};
  queued->command.id = queued->order;
  fixture->view->n_queue++;
}

static void
set_up (OrderFixture *fixture, gconstpointer data)
{
  order_fixture_set_up (fixture, data);
  add (fixture, "Falke, hold");
  add (fixture, "First Platoon, move to G04");
  add (fixture, "Falke, move to G05");
}

/* What is to be done, and the sentence that says so.  */
static SimQueueEdit
edit (OrderFixture *fixture, const char *text, const char *says)
{
  SimQueueEdit edit;
  g_autofree char *said = order_queue (fixture->book, fixture->view, text, &edit);

  g_assert_cmpstr (said, ==, says);
  return edit;
}

static void
assert_edit (SimQueueEdit edit, guint32 order, SimQueueEditKind kind, guint place)
{
  g_assert_cmpuint (edit.order, ==, order);
  g_assert_cmpuint (edit.kind, ==, kind);
  g_assert_cmpuint (edit.place, ==, place);
  g_assert_true (sim_queue_edit_is_fit (&edit));
}

static void
test_edits (OrderFixture *fixture, gconstpointer data)
{
  assert_edit (edit (fixture, "order three first", "Said first: “Falke, move to G05”."), 13,
               SIM_QUEUE_EDIT_MOVE, 0);
  assert_edit (edit (fixture, "order 1 last", "Said last: “Falke, hold”."), 11,
               SIM_QUEUE_EDIT_MOVE, 2);
  assert_edit (edit (fixture, "shorten order 2",
                     "Without a read-back: “First Platoon, move to G04”."),
               12, SIM_QUEUE_EDIT_SHORTEN, 0);
  assert_edit (edit (fixture, "order 2 with read back",
                     "With a read-back: “First Platoon, move to G04”."),
               12, SIM_QUEUE_EDIT_FULL, 0);
  assert_edit (edit (fixture, "delete order 1", "Not said: “Falke, hold”."), 11,
               SIM_QUEUE_EDIT_DELETE, 0);
  assert_edit (edit (fixture, "never mind", "Not said: “Falke, move to G05”."), 13,
               SIM_QUEUE_EDIT_DELETE, 0);
}

static void
test_refused (OrderFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (edit (fixture, "delete order 4", "No order “4” waits for air.").order, ==, 0);
  g_assert_cmpuint (edit (fixture, "delete order nobody", "No order “nobody” waits for air.").order,
                    ==, 0);
  fixture->view->queue[0].read_back_ticks = 0;
  g_assert_cmpuint (edit (fixture, "shorten order 1", "Nobody reads this back: “Falke, hold”.").order,
                    ==, 0);
  fixture->view->n_queue = 0;
  g_assert_cmpuint (edit (fixture, "never mind", "No order of yours waits for air.").order, ==, 0);
}

/* An order that nobody has heard is cancelled by not saying it; any other is told to be.  */
static void
test_cancel (OrderFixture *fixture, gconstpointer data)
{
  assert_edit (edit (fixture, "Falke, cancel", "Not said: “Falke, move to G05”."), 13,
               SIM_QUEUE_EDIT_DELETE, 0);
  assert_edit (edit (fixture, "First Platoon, cancel", "Not said: “First Platoon, move to G04”."), 12,
               SIM_QUEUE_EDIT_DELETE, 0);
  edit (fixture, "Fafnir, cancel", NULL);
  edit (fixture, "Falke and Fafnir, cancel", NULL);
  edit (fixture, "Falke, hold", NULL);
  edit (fixture, "situation", NULL);
  edit (fixture, "what waits", NULL);
  fixture->view->n_queue = 0;
  edit (fixture, "Falke, cancel", NULL);
}

static void
test_question (OrderFixture *fixture, gconstpointer data)
{
  g_autofree char *answer = order_answer (fixture->book, fixture->view, NULL, "what waits for air");
  g_autofree char *none = NULL;

  g_assert_cmpstr (answer, ==,
                   "1: Falke, hold, in 0 s. 2: First Platoon, move to G04, in 7 s. "
                   "3: Falke, move to G05, in 15 s.");
  fixture->view->n_queue = 0;
  none = order_answer (fixture->book, fixture->view, NULL, "queue");
  g_assert_cmpstr (none, ==, "No order of yours waits for air.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/orders/queue/" name, OrderFixture, NULL, set_up, function, order_fixture_tear_down)
  ADD ("edits", test_edits);
  ADD ("refused", test_refused);
  ADD ("cancel", test_cancel);
  ADD ("question", test_question);
#undef ADD
  return g_test_run ();
}

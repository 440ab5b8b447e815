/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tracks in the handler's hands: what she may say about them, and that names are answered to.  */
#include "order-fixture.h"

#include <string.h>

static PictureEdit
hand (OrderFixture *fixture, const char *text, const char *says)
{
  PictureEdit edit;
  g_autofree char *said = order_hand (fixture->book, fixture->view, NULL, text, &edit);
  g_autofree char *answer = order_answer (fixture->book, fixture->view, NULL, text);

  g_assert_cmpstr (said, ==, says);
  g_assert_cmpstr (answer, ==, says); /* nobody says that it is not understood */
  return edit;
}

static void
refuse (OrderFixture *fixture, const char *text, const char *says)
{
  g_assert_cmpuint (hand (fixture, text, says).kind, ==, PICTURE_N_EDITS);
}

static void
test_merge (OrderFixture *fixture, gconstpointer data)
{
  static const char *const forms[] = {"merge track 3 and track 7", "Merge track three and seven.",
                                      "merge T03 with T07", "track 3 is track 7"};

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    PictureEdit edit = hand (fixture, forms[i], "T03 and T07 are one: T03.");

    g_assert_cmpuint (edit.kind, ==, PICTURE_EDIT_MERGE);
    g_assert_cmpuint (edit.track, ==, 3);
    g_assert_cmpuint (edit.other, ==, 7);
  }
  refuse (fixture, "merge track 3 and track 3", "T03 is one already.");
  refuse (fixture, "merge track 3 and track 9", "No track T09 is on the map.");
  refuse (fixture, "merge track 3 and Falke", "“Falke” is no track.");
}

static void
test_split (OrderFixture *fixture, gconstpointer data)
{
  PictureEdit edit = hand (fixture, "split track 7", "T07 is two now; the other has the next number.");

  g_assert_cmpuint (edit.kind, ==, PICTURE_EDIT_SPLIT);
  g_assert_cmpuint (edit.track, ==, 7);
}

static void
test_name (OrderFixture *fixture, gconstpointer data)
{
  PictureEdit edit = hand (fixture, "name track 7 hammer", "T07 is called hammer.");

  g_assert_cmpuint (edit.kind, ==, PICTURE_EDIT_NAME);
  g_assert_cmpuint (edit.track, ==, 7);
  g_assert_cmpstr (edit.name, ==, "hammer");
  edit = hand (fixture, "name track one two big hammer", "T12 is called big hammer.");
  g_assert_cmpuint (edit.track, ==, 12);
  refuse (fixture, "name track 7 falke", "“falke” means something already.");
  refuse (fixture, "name track 7 first platoon", "“first platoon” means something already.");
  refuse (fixture, "name track 7 fast", "“fast” means something already.");
  refuse (fixture, "name track 7 as G04", "“G04” means something already.");
  refuse (fixture, "name track 7 abcdefghijklmnopqrstuvwx",
          "“abcdefghijklmnopqrstuvwx” can not be a name: letters, digits and hyphens, at most 23.");
  refuse (fixture, "name track 9 hammer", "No track T09 is on the map.");
}

static void
test_mark (OrderFixture *fixture, gconstpointer data)
{
  PictureEdit edit = hand (fixture, "mark point G04-7 as depot", "Depot is at G04-7.");
  PictureEdit square = hand (fixture, "mark point G04 as anchor", "Anchor is at G04.");

  g_assert_cmpuint (edit.kind, ==, PICTURE_EDIT_MARK);
  g_assert_cmpfloat_with_epsilon (edit.position.x, 6167, 1);
  g_assert_cmpfloat_with_epsilon (edit.position.y, 3833, 1);
  g_assert_cmpfloat (edit.precise_m, <, 200);
  g_assert_cmpfloat (square.position.x, ==, 6500);
  refuse (fixture, "mark point G04 as Rauwald", "“Rauwald” means something already.");
  refuse (fixture, "mark point nowhere as depot",
          "“nowhere” is no place, square or track on this map.");
  refuse (fixture, "undo", "There is nothing to take back.");
}

/* "mark 2" and the like belong to orders.  */
static void
test_not_hers (OrderFixture *fixture, gconstpointer data)
{
  static const char *const others[] = {"mark 2", "all units, mark 2", "Falke, hold", "situation",
                                       "Falke, attack track 7", "merge", "name track"};

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    PictureEdit edit;

    g_assert_null (order_hand (fixture->book, fixture->view, NULL, others[i], &edit));
  }
}

static void
assert_canonical (OrderFixture *fixture, const char *text, const char *canonical)
{
  g_autoptr (OrderReading) reading = order_parse (fixture->book, fixture->view, NULL, text);
  g_autoptr (OrderReading) again = NULL;

  g_assert_cmpint (reading->problem, ==, ORDER_OK);
  g_assert_cmpstr (reading->canonical, ==, canonical);
  again = order_parse (fixture->book, fixture->view, NULL, reading->canonical);
  g_assert_cmpstr (again->canonical, ==, canonical);
  g_assert_cmpfloat (again->command.target.position.x, ==, reading->command.target.position.x);
  g_assert_cmpuint (again->command.target.kind, ==, reading->command.target.kind);
}

/* Names are answered to in orders and questions, to the letter; without the name nothing is.  */
static void
test_answered_to (OrderFixture *fixture, gconstpointer data)
{
  PictureEdit depot = hand (fixture, "mark point G04-7 as depot", "Depot is at G04-7.");
  g_autofree char *named = NULL, *plain = NULL;
  g_autoptr (OrderReading) before =
      order_parse (fixture->book, fixture->view, NULL, "Falke, attack hammer");

  g_assert_cmpint (before->problem, !=, ORDER_OK);
  for (gsize i = 0; i < fixture->view->n_tracks; i++)
    if (fixture->view->tracks[i].number == 7)
      g_strlcpy (fixture->view->tracks[i].name, "Hammer", PICTURE_NAME_SIZE);
  fixture->view->marks[fixture->view->n_marks++] =
      (PictureMark){"depot", depot.position, depot.precise_m};
  assert_canonical (fixture, "Falke, attack hammer", "Falke, attack T07");
  assert_canonical (fixture, "Falke, attack track hammer fast", "Falke, attack T07, fast");
  assert_canonical (fixture, "Falke, move to depot via G05", "Falke, move to G04-7 via G05");
  named = order_answer (fixture->book, fixture->view, NULL, "read hammer");
  plain = order_answer (fixture->book, fixture->view, NULL, "read track 7");
  g_assert_nonnull (named);
  g_assert_cmpstr (named, ==, plain);
  refuse (fixture, "name track 3 hammer", "“hammer” means something already.");
  g_assert_cmpuint (hand (fixture, "mark point G05 as depot", "Depot is at G05.").kind, ==,
                    PICTURE_EDIT_MARK); /* moved */
  g_assert_cmpuint (hand (fixture, "merge hammer and track 3", "T07 and T03 are one: T07.").track, ==, 7);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/orders/hand/" path, OrderFixture, NULL, order_fixture_set_up, function, \
              order_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("merge", test_merge);
  ADD ("split", test_split);
  ADD ("name", test_name);
  ADD ("mark", test_mark);
  ADD ("not-hers", test_not_hers);
  ADD ("answered-to", test_answered_to);
  return g_test_run ();
}

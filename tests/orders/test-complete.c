/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completion: what is offered where, and that taking it leads somewhere.  */
#include "order-fixture.h"

#include <string.h>

static const OrderCompletion *
find (GPtrArray *found, const char *label)
{
  for (guint i = 0; i < found->len; i++) {
    const OrderCompletion *completion = g_ptr_array_index (found, i);

    if (g_str_equal (completion->label, label))
      return completion;
  }
  return NULL;
}

static void
test_offered (OrderFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text, *label, *insert;
  } cases[] = {
      {"", "First Platoon", "First Platoon "},
      {"", "Third Four", "Third Four "},
      {"", "All units", "All units "},
      {"Fir", "First Platoon", "First Platoon "},
      {"first", "First Platoon", "First Platoon "},
      {"kir", "Kirschblüte", "Kirschblüte "},
      {"kirschblue", "Kirschblüte", "Kirschblüte "},
      {"la", "La Bête", "La Bête "},
      {"la", "Laughing Fox", "Laughing Fox "},
      {"laughing f", "Laughing Fox", "Laughing Fox "},
      {"Falke", "move", "Falke, move "},
      {"Falke ", "move", "Falke, move "},
      {"Falke, ", "fall back", "Falke, fall back "},
      {"Falke, f", "fall back", "Falke, fall back "},
      {"Falke, fall b", "fall back", "Falke, fall back "},
      {"Falke and ", "Wehrwolf", "Falke and Wehrwolf "},
      {"Falke and Wehr", "Wehrwolf", "Falke and Wehrwolf "},
      {"Falke", "and …", "Falke and "},
      {"sy", "sync", "sync "},
      {"lis", "listen in", "listen in "},
      {"listen in ", "off", "listen in off "},
      {"listen in ", "to Third Platoon", "listen in to Third Platoon "},
      {"listen in to th", "Third Platoon", "listen in to Third Platoon "},
      {"Falke, sync ", "off", "Falke, sync off "},
      {"all units, net sh", "short", "all units, net short "},
      {"Falke, report ", "ammunition", "Falke, report ammunition "},
      {"Falke, report am", "ammunition", "Falke, report ammunition "},
      {"Falke, move ", "to …", "Falke, move to "},
      {"Falke, move ", "to Altmar bridge", "Falke, move to Altmar bridge "},
      {"Falke, move Al", "to Altmar bridge", "Falke, move to Altmar bridge "},
      {"Falke, move to Al", "Altmar bridge", "Falke, move to Altmar bridge "},
      {"Falke, move to Al", "Altmar", "Falke, move to Altmar "},
      {"Falke, move to Po", "Point 304", "Falke, move to Point 304 "},
      {"Falke, move to G0", "G08", "Falke, move to G08 "},
      {"Falke, move to m1", "M12", "Falke, move to M12 "},
      {"Falke, move to Wehr", "Wehrwolf", "Falke, move to Wehrwolf "},
      {"Falke, attack ", "T02", "Falke, attack T02 "},
      {"Falke, attack T0", "T07", "Falke, attack T07 "},
      {"Falke, hold ", "at Altmar", "Falke, hold at Altmar "},
      {"Falke, move to G08", "keypad …", "Falke, move to G08 keypad "},
      {"Falke, move to golf zero eight", "keypad …", "Falke, move to golf zero eight keypad "},
      {"Falke, move to G08", "via …", "Falke, move to G08 via "},
      {"Falke, move to G08", "fast · careful · hidden", "Falke, move to G08, "},
      {"Falke, move to G08", "at once · when ready", "Falke, move to G08, "},
      {"Falke, move to G08", "facing …", "Falke, move to G08, facing "},
      {"Falke, move to G08, ", "careful", "Falke, move to G08, careful "},
      {"Falke, move to G08, ", "when ready", "Falke, move to G08, when ready "},
      {"Falke, move to G08 ca", "careful", "Falke, move to G08, careful "},
      {"Falke, move to G08 at", "at once", "Falke, move to G08, at once "},
      {"Falke, move to G08 keypad ", "7", "Falke, move to G08 keypad 7 "},
      {"Falke, move to G08 via ", "Hasel", "Falke, move to G08 via Hasel "},
      {"Falke, move to G08 via Ha", "Hasel", "Falke, move to G08 via Hasel "},
      {"Falke, hold facing ", "north-east", "Falke, hold facing north-east "},
      {"Falke, hold facing so", "south-west", "Falke, hold facing south-west "},
      {"sit", "situation", "situation"},
      {"what is n", "what is near …", "what is near "},
      {"how f", "how far is …", "how far is "},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) found = order_complete (fixture->book, fixture->view, cases[i].text, 100);
    const OrderCompletion *completion = find (found, cases[i].label);

    if (!completion)
      g_error ("“%s” should offer “%s”", cases[i].text, cases[i].label);
    g_assert_cmpstr (completion->insert, ==, cases[i].insert);
  }
}

static void
test_not_offered (OrderFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text, *label;
  } cases[] = {
      {"Falke, move to G08-7", "keypad …"},
      {"Falke, move to Hasel", "keypad …"},
      {"Falke, cease fire", "via …"},
      {"Falke, cease fire", "facing …"},
      {"Falke, move to G08 fast", "fast · careful · hidden"},
      {"Falke, move", "via …"},
      {"Falke, mo", "fall back"},
      {"Falke, attack ", "Wehrwolf"},
      {"xyzzy", "First Platoon"},
      {"", "Seventh Platoon"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) found = order_complete (fixture->book, fixture->view, cases[i].text, 100);

    if (find (found, cases[i].label))
      g_error ("“%s” offers “%s”", cases[i].text, cases[i].label);
  }
}

/* An empty line: the roster, platoon by platoon.  */
static void
test_roster (OrderFixture *fixture, gconstpointer data)
{
  static const char *const labels[] = {"First Platoon", "Undertaker",     "Helianthus", "Falke",
                                       "Fafnir",        "Second Platoon", "Wehrwolf"};
  g_autoptr (GPtrArray) found = order_complete (fixture->book, fixture->view, "", 7);
  const OrderCompletion *first;

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (labels));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (((OrderCompletion *) found->pdata[i])->label, ==, labels[i]);
  first = g_ptr_array_index (found, 0);
  g_assert_cmpstr (first->hint, ==, "Undertaker, Helianthus, Falke and Fafnir");
}

/* As the order line shows it after a square.  */
static void
test_after_a_square (OrderFixture *fixture, gconstpointer data)
{
  static const char *const rows[][2] = {{"keypad …", "a ninth of G08, 1 to 9"},
                                        {"via …", "another point"},
                                        {"fast · careful · hidden", "posture"},
                                        {"at once · when ready", "time"}};
  g_autoptr (GPtrArray) found = order_complete (fixture->book, fixture->view,
                                                "First Platoon, fall back to golf zero eight", 4);

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < found->len; i++) {
    const OrderCompletion *completion = g_ptr_array_index (found, i);

    g_assert_cmpstr (completion->label, ==, rows[i][0]);
    g_assert_cmpstr (completion->hint, ==, rows[i][1]);
  }
}

/* Walking at random through what is offered builds orders: from any line there is a way on, and
 * an order that was whole stays readable.  */
static void
test_walks (OrderFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint whole = 0;

  for (guint walk = 0; walk < 300; walk++) {
    g_autofree char *text = g_strdup ("");

    for (guint step = 0; step < 8; step++) {
      g_autoptr (GPtrArray) found = order_complete (fixture->book, fixture->view, text, 200);
      g_autoptr (OrderReading) reading = order_parse (fixture->book, fixture->view, NULL, text);
      const OrderCompletion *chosen;

      whole += reading->problem == ORDER_OK;
      if (step < 2)
        g_assert_cmpuint (found->len, >, 0);
      if (found->len == 0)
        break;
      chosen = found->pdata[g_rand_int_range (random, 0, (gint32) found->len)];
      g_assert_cmpuint (strlen (chosen->insert), >, 0);
      g_free (text);
      text = g_strdup (chosen->insert);
    }
  }
  g_assert_cmpuint (whole, >, 300);
}

/* Nothing typed right is ever a dead end: the beginnings of good orders are all completed.  */
static void
test_prefixes (OrderFixture *fixture, gconstpointer data)
{
  const char *order =
      "First Platoon, fall back to Point 304 via Hasel, careful, at once, facing north";

  for (guint n = 0; n < strlen (order); n++) {
    g_autofree char *text = g_strndup (order, n);
    g_autoptr (GPtrArray) found = order_complete (fixture->book, fixture->view, text, 200);
    gboolean leads_on = FALSE;

    for (guint i = 0; i < found->len; i++) {
      const OrderCompletion *completion = g_ptr_array_index (found, i);
      g_autofree char *insert = g_strchomp (g_strdup (completion->insert));

      leads_on = leads_on || g_str_has_prefix (order, insert) || g_str_has_suffix (insert, ",");
    }
    if (!leads_on)
      g_error ("no way on from “%s”", text);
  }
}

#define ADD(path, function)                                                                        \
  g_test_add ("/orders/complete/" path, OrderFixture, NULL, order_fixture_set_up, function, \
              order_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("offered", test_offered);
  ADD ("not-offered", test_not_offered);
  ADD ("roster", test_roster);
  ADD ("after-a-square", test_after_a_square);
  ADD ("walks", test_walks);
  ADD ("prefixes", test_prefixes);
  return g_test_run();
}

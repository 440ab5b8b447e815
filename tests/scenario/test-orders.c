/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders files, and that what they say is understood by the parser.  */
#include "scenario/scenario.h"

#include <glib/gstdio.h>
#include <locale.h>

static GPtrArray *
load_text (const char *text, GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("orders-XXXXXX.json", &path, NULL);
  GPtrArray *orders;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  orders = scenario_orders_load (path, error);
  g_unlink (path);
  return orders;
}

static void
test_both_forms (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders =
      load_text ("{\"format\": \"handler-one/orders\", \"version\": 1, \"orders\": ["
                 "{\"at_s\": 12.5, \"say\": \"Kestrel, hold\"},"
                 "{\"at_s\": 12.5, \"verb\": \"move\", \"addressees\": [\"kestrel\", \"wren\"],"
                 " \"targets\": [\"E03\", \"place:sedge-mill\"], \"modifiers\": [\"fast\"]}]}",
                 &error);
  const ScenarioOrder *say, *parts;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 2);
  say = orders->pdata[0];
  parts = orders->pdata[1];
  g_assert_cmpuint (say->at, ==, 125);
  g_assert_cmpuint (parts->at, ==, 125);
  first = scenario_order_text (say);
  second = scenario_order_text (parts);
  g_assert_cmpstr (first, ==, "Kestrel, hold");
  g_assert_cmpstr (second, ==, "kestrel and wren, move E03 via place:sedge-mill, fast");
}

static void
assert_understood (OrderBook *book, ScenarioOrder *order, SimVerb verb)
{
  g_autofree char *text = scenario_order_text (order);
  g_autoptr (OrderReading) reading = order_parse (book, NULL, NULL, text);

  if (reading->problem != ORDER_OK)
    g_test_message ("%s: %s", text, reading->reason);
  g_assert_cmpint (reading->problem, ==, ORDER_OK);
  g_assert_cmpint (reading->command.verb, ==, verb);
}

static void
assert_not_understood (OrderBook *book, ScenarioOrder *order, OrderProblem problem)
{
  g_autofree char *text = scenario_order_text (order);
  g_autoptr (OrderReading) reading = order_parse (book, NULL, NULL, text);

  g_assert_cmpint (reading->problem, ==, problem);
}

/* Every verb in parts becomes a sentence that the language takes for that verb.  */
static void
test_parts_are_understood (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) battle = scenario_battle_load ("training", &error);
  g_autoptr (OrderBook) book = scenario_battle_book (battle, "en", &error);

  g_assert_no_error (error);
  for (guint verb = 0; verb < SIM_N_VERBS; verb++) {
    gboolean aims = sim_verb_aim (verb) == SIM_AIM_PLACE || sim_verb_aim (verb) == SIM_AIM_ANY ||
                    sim_verb_aim (verb) == SIM_AIM_OWN;
    gboolean promises = sim_verb_aim (verb) == SIM_AIM_HELP;
    gboolean looks = verb == SIM_VERB_LOOK; /* the wall's guns alone, and straight away */
    const char *how = verb == SIM_VERB_EXPECT ? "from the east" : aims && !looks ? "fast" : NULL;
    gboolean switches =
        sim_verb_aim (verb) == SIM_AIM_SETTING || sim_verb_aim (verb) == SIM_AIM_LISTENED;
    const char *setting = verb == SIM_VERB_NET ? "short" : "off";
    const char *who = looks                                   ? "interceptors"
                      : switches && verb != SIM_VERB_SYNC ? "all-units"
                                                              : "kestrel";
    char *addressees[] = {(char *) who, (char *) (switches || looks ? NULL : "second-platoon"), NULL};
    char *targets[] = {(char *) (aims ? "E03-7" : NULL),
                       (char *) (verb == SIM_VERB_EXPECT || looks ? NULL : "place:point-12"), NULL};
    char *modifiers[] = {(char *) (promises ? "resupply" : switches ? setting : how),
                         (char *) (promises ? "in 5 minutes" : NULL), NULL};
    ScenarioOrder order = {.at = 0,
                           .addressees = addressees,
                           .verb = (char *) sim_verb_name (verb),
                           .targets = targets,
                           .modifiers = modifiers};

    /* Only somebody can be followed, and here nobody knows where anybody is.  */
    if (verb == SIM_VERB_FOLLOW)
      assert_not_understood (book, &order, ORDER_NO_TARGET);
    else
      assert_understood (book, &order, (SimVerb) verb);
  }
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load_text ("{\"format\": \"handler-one/orders\", \"version\": 1}", &error));
  g_assert_error (error, SCENARIO_ERROR, SCENARIO_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/orders/both-forms", test_both_forms);
  g_test_add_func ("/scenario/orders/parts-are-understood", test_parts_are_understood);
  g_test_add_func ("/scenario/orders/refused", test_refused);
  return g_test_run ();
}

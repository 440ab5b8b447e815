/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders files: what to say when.  */
#include "scenario/scenario-command.h"

#include "scenario/scenario-formats.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ORDERS 4096
#define MAX_WORDS  16

void
scenario_order_free (ScenarioOrder *order)
{
  g_free (order->say);
  g_strfreev (order->addressees);
  g_free (order->verb);
  g_strfreev (order->targets);
  g_strfreev (order->modifiers);
  g_free (order);
}

static char **
read_words (ScenarioValue value, guint min)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  ScenarioArray array =
      scenario_value_is_some (value) ? scenario_value_array (value, min, MAX_WORDS)
                                     : (ScenarioArray){value, 0};

  for (guint i = 0; i < array.n; i++)
    g_strv_builder_take (words, scenario_value_line (scenario_array_get (&array, i), 1, 60));
  return g_strv_builder_end (words);
}

static ScenarioOrder *
read_order (ScenarioValue value)
{
  ScenarioOrder *order = g_new0 (ScenarioOrder, 1);
  ScenarioObject object;
  ScenarioValue say;
  guint verb;

  scenario_object_begin (&object, value);
  order->at = SIM_SECONDS (
      scenario_value_number (scenario_object_require (&object, "at_s"), 0, 36000));
  say = scenario_object_get (&object, "say");
  if (scenario_value_is_some (say)) {
    order->say = scenario_value_line (say, 1, 400);
  } else {
    verb = scenario_value_choice (scenario_object_require (&object, "verb"), scenario_verb_names,
                                  SIM_N_VERBS);
    order->verb = g_strdup (scenario_verb_names[verb]);
    order->addressees = read_words (scenario_object_require (&object, "addressees"), 1);
    order->targets = read_words (scenario_object_get (&object, "targets"), 0);
    order->modifiers = read_words (scenario_object_get (&object, "modifiers"), 0);
  }
  scenario_object_end (&object);
  return order;
}

static void
read_orders (ScenarioValue value, GPtrArray *orders)
{
  ScenarioArray array = scenario_value_array (value, 0, MAX_ORDERS);
  SimTick last = 0;

  for (guint i = 0; i < array.n; i++) {
    ScenarioValue element = scenario_array_get (&array, i);
    ScenarioOrder *order = read_order (element);

    if (order->at < last)
      scenario_value_error (element, SCENARIO_CODE_ORDER, _ ("earlier than the order before it"));
    last = order->at;
    g_ptr_array_add (orders, order);
  }
}

GPtrArray *
scenario_orders_read (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) orders =
      g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_order_free);
  g_auto (ScenarioFile) file;
  ScenarioObject root;

  if (!scenario_file_open (&file, path, problems, error))
    return NULL;
  if (scenario_object_begin (&root, scenario_document_root (file.document)) &&
      scenario_object_read_head (&root, "handler-one/orders", 1)) {
    read_orders (scenario_object_require (&root, "orders"), orders);
    scenario_object_end (&root);
  }
  return scenario_problems_fatal (problems) ? NULL : g_steal_pointer (&orders);
}

GPtrArray *
scenario_orders_load (const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = scenario_problems_new ();
  g_autoptr (GError) why = NULL;
  GPtrArray *orders = scenario_orders_read (path, problems, &why);

  scenario_problems_sort (problems);
  if (orders == NULL && why == NULL)
    scenario_problems_to_error (problems, path, &why);
  if (orders == NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return orders;
}

char *
scenario_order_text (const ScenarioOrder *order)
{
  g_autofree char *addressees = NULL;
  GString *text;

  if (order->say != NULL)
    return g_strdup (order->say);
  addressees = g_strjoinv (" and ", order->addressees);
  text = g_string_new (addressees);
  g_string_append_printf (text, ", %s", order->verb);
  for (char **target = order->targets; *target != NULL; target++)
    g_string_append_printf (text, target == order->targets ? " %s" : " via %s", *target);
  for (char **modifier = order->modifiers; *modifier != NULL; modifier++)
    g_string_append_printf (text, ", %s", *modifier);
  return g_string_free_and_steal (text);
}

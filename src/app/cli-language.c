/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the link: `order`.  */
#include "app/cli-order.h"

#include <glib/gi18n-lib.h>

static void
add_addressees (JsonBuilder *builder, OrderBook *book, const SimCommand *command)
{
  json_builder_set_member_name (builder, "addressees");
  json_builder_begin_array (builder);
  for (guint i = 0; i < command->n_addressees; i++) {
    g_autofree char *id = order_addressee_id (book, &command->addressees[i]);

    json_builder_add_string_value (builder, id);
  }
  json_builder_end_array (builder);
}

static void
add_target (JsonBuilder *builder, OrderBook *book, const SimTarget *target)
{
  g_autofree char *id = order_target_id (book, target);

  if (*id != '\0')
    json_builder_add_string_value (builder, id);
}

/* Where to, then by which way.  */
static void
add_targets (JsonBuilder *builder, OrderBook *book, const SimCommand *command)
{
  json_builder_set_member_name (builder, "targets");
  json_builder_begin_array (builder);
  add_target (builder, book, &command->target);
  for (guint i = 0; i < command->n_via; i++)
    add_target (builder, book, &command->via[i]);
  json_builder_end_array (builder);
}

static void
add_modifiers (JsonBuilder *builder, const SimCommand *command)
{
  static const char *const directions[] = {"north", "north-east", "east", "south-east",
                                           "south", "south-west", "west", "north-west"};

  json_builder_set_member_name (builder, "modifiers");
  json_builder_begin_array (builder);
  if (command->verb == SIM_VERB_REPORT && command->topic != SIM_TOPIC_ALL)
    json_builder_add_string_value (builder, sim_topic_name (command->topic));
  if (command->possible)
    json_builder_add_string_value (builder, "possible");
  if (command->verb == SIM_VERB_PROMISE) {
    g_autofree char *within = g_strdup_printf ("in %u minutes", command->minutes);

    json_builder_add_string_value (builder, sim_help_name (command->help));
    json_builder_add_string_value (builder, within);
  }
  if (command->until_relieved)
    json_builder_add_string_value (builder, "until relieved");
  if (command->minutes > 0 && sim_verb_takes_time (command->verb)) {
    g_autofree char *after = g_strdup_printf ("in %u minutes", command->minutes);

    json_builder_add_string_value (builder, after);
  }
  if (command->setting != SIM_SETTING_NONE)
    json_builder_add_string_value (builder, sim_setting_name (command->setting));
  if (command->posture != SIM_POSTURE_NORMAL)
    json_builder_add_string_value (builder, sim_posture_name (command->posture));
  if (command->timing != SIM_TIMING_NORMAL)
    json_builder_add_string_value (builder, sim_timing_name (command->timing));
  if (command->mark > 0 && command->verb != SIM_VERB_MARK) {
    g_autofree char *mark = g_strdup_printf ("on mark %u", command->mark);

    json_builder_add_string_value (builder, mark);
  }
  if (command->verb == SIM_VERB_MARK) {
    g_autofree char *mark = g_strdup_printf ("%u", command->mark);

    json_builder_add_string_value (builder, mark);
  }
  if (command->facing_deg >= 0) {
    guint eighth = order_direction_of (command->facing_deg);
    g_autofree char *facing = g_strdup_printf (
        command->verb == SIM_VERB_EXPECT ? "from %s" : "facing %s", directions[eighth % 8]);

    json_builder_add_string_value (builder, facing);
  }
  json_builder_end_array (builder);
}

void
cli_add_order (JsonBuilder *builder, OrderBook *book, const OrderReading *reading)
{
  const SimCommand *command = &reading->command;

  json_builder_begin_object (builder);
  add_addressees (builder, book, command);
  cli_json_string (builder, "verb", sim_verb_name (command->verb));
  add_targets (builder, book, command);
  add_modifiers (builder, command);
  cli_json_string (builder, "canonical", reading->canonical);
  cli_json_string (builder, "read_back", reading->read_back);
  json_builder_end_object (builder);
}

static void
print_reading_json (OrderBook *book, const OrderReading *reading)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  cli_add_order (builder, book, reading);
  cli_print_json (builder, TRUE);
}

void
cli_add_order_error (JsonBuilder *builder, const char *reason, const OrderReading *reading)
{
  static const char *const none[] = {NULL};

  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  cli_json_string (builder, "reason", reason);
  cli_json_string (builder, "understood", reading != NULL ? reading->understood : "");
  cli_json_strings (builder, "nearest",
                    reading != NULL ? (const char *const *) reading->nearest : none);
  json_builder_end_object (builder);
}

static void
print_refusal_json (const OrderReading *reading)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_add_order_error (builder, reading->reason, reading);
  json_builder_end_object (builder);
  cli_print_json (builder, TRUE);
}

void
cli_print_order_text (OrderBook *book, const OrderReading *reading)
{
  const SimCommand *command = &reading->command;
  g_autoptr (GString) addressees = g_string_new (NULL);

  for (guint i = 0; i < command->n_addressees; i++) {
    g_autofree char *id = order_addressee_id (book, &command->addressees[i]);

    g_string_append_printf (addressees, "%s%s", i > 0 ? ", " : "", id);
  }
  /* Translators: an order as it is written.  */
  printf (_("Order: %s\n"), reading->canonical);
  /* Translators: an order as it is repeated by whom it is for.  */
  printf (_("Read back: %s\n"), reading->read_back);
  /* Translators: ids of pilots and groups.  */
  printf (_("For: %s\n"), addressees->str);
}

void
cli_print_refusal_text (const OrderReading *reading)
{
  cli_message ("%s", reading->reason);
  if (reading->understood != NULL && *reading->understood != '\0')
    /* Translators: the part of an order that was understood.  */
    cli_message (_("Understood was: %s"), reading->understood);
  for (char **nearest = reading->nearest; nearest != NULL && *nearest != NULL; nearest++)
    /* Translators: an order that could be meant.  */
    cli_message (_("Perhaps: %s"), *nearest);
}

static CliStatus
print_reading (OrderBook *book, const OrderReading *reading, gboolean json)
{
  gboolean understood = reading->problem == ORDER_OK;

  if (json && understood)
    print_reading_json (book, reading);
  else if (json)
    print_refusal_json (reading);
  else if (understood)
    cli_print_order_text (book, reading);
  else
    cli_print_refusal_text (reading);
  return understood ? CLI_DONE : CLI_BAD_INPUT;
}

/* What the console answers by itself is no order, and none that was mistyped, unless one is near.  */
static void
say_if_question (OrderBook *book, const PictureView *view, const char *text, OrderReading *reading)
{
  g_autofree char *answer = order_answer (book, view, NULL, text);

  if (answer == NULL || reading->nearest[0] != NULL)
    return;
  g_free (reading->reason);
  /* Translators: a question such as “who is silent”, typed where an order should stand.  */
  reading->reason = g_strdup (_("That is between you and the console: nobody is given an order."));
}

void
cli_table_clear (CliTable *table)
{
  g_clear_pointer (&table->moment, engine_moment_free);
  g_clear_pointer (&table->book, order_book_unref);
  g_clear_pointer (&table->scenario, scenario_battle_unref);
}

gboolean
cli_table_lay (CliTable *table, const char *id_or_path, const char *language, SimTick at,
               GError **error)
{
  EngineRunOptions options;

  table->scenario = id_or_path != NULL ? cli_load_battle (id_or_path, error)
                                       : cli_load_default_battle (error);
  if (table->scenario == NULL)
    return FALSE;
  table->book = scenario_battle_book (table->scenario, language != NULL ? language : "en", error);
  if (table->book == NULL)
    return FALSE;
  options = engine_run_options_default (table->scenario);
  options.until = at;
  options.book = table->book;
  table->moment = engine_run_moment (table->scenario, &options, error);
  return table->moment != NULL;
}

const PictureView *
cli_table_view (const CliTable *table)
{
  return engine_moment_get_view (table->moment);
}

CliStatus
cli_order (int argc, char **argv)
{
  g_autofree char *id_or_path = NULL, *at_text = NULL, *language_text = NULL, *language = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
      {"scenario", 0, 0, G_OPTION_ARG_FILENAME, &id_or_path,
       N_("Whose names and places are meant"), N_("SCENARIO")},
      {"at", 0, 0, G_OPTION_ARG_STRING, &at_text,
       N_("What is known at this moment of the battle (0)"), N_("SECONDS")},
      CLI_LANGUAGE_ENTRY (&language_text),
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_auto (CliTable) table = {0};
  g_autoptr (OrderReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  SimTick at = 0;

  if (!cli_parse ("order", N_("TEXT"), _("Reads one order and says what it means, or why not."),
                  entries, &argc, &argv, 1, 1) ||
      !cli_read_moment ("order", "--at", at_text, &at) ||
      !cli_read_language ("order", language_text, &language))
    return CLI_BAD_USAGE;
  if (!g_utf8_validate (argv[1], -1, NULL)) {
    cli_message (_("The text of the order is not UTF-8."));
    return CLI_BAD_INPUT;
  }
  if (!cli_table_lay (&table, id_or_path, language, at, &error))
    return cli_fail (error);
  reading = order_parse (table.book, cli_table_view (&table), NULL, argv[1]);
  if (reading->problem != ORDER_OK)
    say_if_question (table.book, cli_table_view (&table), argv[1], reading);
  return print_reading (table.book, reading, json);
}

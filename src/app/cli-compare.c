/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `replay --compare`: where two replays part.  */
#include "app/cli-common.h"

#include "engine/engine-compare.h"

#include <glib/gi18n-lib.h>

/* Fields told to people; JSON has all.  */
#define FIELDS_TOLD 12

/* ---- JSON ---------------------------------------------------------------------------------- */

static const char *
call_sign (OrderBook *book, const EngineComparedUnit *unit)
{
  return unit->own ? order_book_machine (book, (gsize) unit->index)->id : NULL;
}

static void
add_unit (JsonBuilder *builder, OrderBook *book, const EngineComparedUnit *unit)
{
  json_builder_set_member_name (builder, "unit");
  if (unit->index < 0) {
    json_builder_add_null_value (builder);
    return;
  }
  json_builder_begin_object (builder);
  cli_json_int (builder, "index", unit->index);
  cli_json_int (builder, "generation", unit->id.generation);
  cli_json_string (builder, "id", call_sign (book, unit));
  cli_json_string (builder, "side", unit->own ? "republic" : "legion");
  cli_json_string (builder, "type", unit->type);
  json_builder_end_object (builder);
}

static void
add_moment (JsonBuilder *builder, const char *name, SimTick tick)
{
  if (tick == SIM_TICK_NEVER)
    cli_json_string (builder, name, NULL);
  else
    cli_json_int (builder, name, tick);
}

static void
add_command (JsonBuilder *builder, const EngineComparison *comparison)
{
  json_builder_set_member_name (builder, "order");
  if (comparison->command < 0) {
    json_builder_add_null_value (builder);
    return;
  }
  json_builder_begin_object (builder);
  cli_json_int (builder, "number", comparison->command + 1);
  add_moment (builder, "tick_a", comparison->command_a);
  add_moment (builder, "tick_b", comparison->command_b);
  json_builder_end_object (builder);
}

static void
print_json (const EngineComparison *comparison, OrderBook *book)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_bool (builder, "equal", comparison->equal);
  cli_json_int (builder, "tick", comparison->tick);
  cli_json_real (builder, "at_s", (double) comparison->tick / SIM_TICKS_PER_SECOND);
  cli_json_int (builder, "end_a", comparison->end_a);
  cli_json_int (builder, "end_b", comparison->end_b);
  add_command (builder, comparison);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < comparison->fields->len; i++) {
    const EngineFieldDifference *field = g_ptr_array_index (comparison->fields, i);

    json_builder_begin_object (builder);
    cli_json_string (builder, "field", field->path);
    add_unit (builder, book, &field->unit);
    cli_json_string (builder, "a", field->a);
    cli_json_string (builder, "b", field->b);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_print_json (builder, TRUE);
}

/* ---- Text ---------------------------------------------------------------------------------- */

/* "Undertaker", or "dragoon 31" for a machine of the Legion's; empty for none.  */
static char *
unit_name (OrderBook *book, const EngineComparedUnit *unit)
{
  if (unit->index < 0)
    return g_strdup ("");
  if (unit->own)
    return g_strdup (order_book_spoken_name (book, (gsize) unit->index));
  return g_strdup_printf ("%s %d", unit->type, unit->index);
}

static void
print_field (OrderBook *book, const EngineFieldDifference *field)
{
  g_autofree char *name = unit_name (book, &field->unit);
  g_autofree char *name_cell = cli_cell (name, 18);
  g_autofree char *path_cell = cli_cell (field->path, 36);

  printf ("  %s %s %s | %s\n", name_cell, path_cell, field->a != NULL ? field->a : "–",
          field->b != NULL ? field->b : "–");
}

static void
print_command (const EngineComparison *comparison)
{
  if (comparison->command < 0)
    return;
  /* Translators: number of an order in a list.  */
  printf (_("The recorded orders differ from order %d on.\n"), comparison->command + 1);
}

static void
print_text (const EngineComparison *comparison, OrderBook *book)
{
  guint n_told = MIN (comparison->fields->len, FIELDS_TOLD);

  if (comparison->equal) {
    /* Translators: how many steps of time were compared.  */
    printf (ngettext ("The battles are the same to the last bit: %u tick compared.\n",
                      "The battles are the same to the last bit: %u ticks compared.\n",
                      comparison->tick),
            comparison->tick);
    return;
  }
  if (comparison->fields->len == 0)
    /* Translators: two moments of the battle.  */
    printf (_("The battles are the same as far as both go, but one was recorded to tick %1$u, the"
              " other to tick %2$u.\n"),
            comparison->end_a, comparison->end_b);
  else
    /* Translators: a moment of the battle, as a number of steps and in seconds, how many fields.  */
    printf (ngettext ("The battles part at tick %1$u, after %2$.1f s: %3$u field differs.\n",
                      "The battles part at tick %1$u, after %2$.1f s: %3$u fields differ.\n",
                      comparison->fields->len),
            comparison->tick, (double) comparison->tick / SIM_TICKS_PER_SECOND,
            comparison->fields->len);
  print_command (comparison);
  for (guint i = 0; i < n_told; i++)
    print_field (book, g_ptr_array_index (comparison->fields, i));
  if (n_told < comparison->fields->len)
    printf ("  %s\n", _("… and more; --json lists all."));
}

/* ---- The command --------------------------------------------------------------------------- */

static CliStatus
tell (const EngineComparison *comparison, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrderBook) book = scenario_battle_book (comparison->scenario, "en", &error);

  if (book == NULL)
    return cli_fail (error);
  if (json)
    print_json (comparison, book);
  else
    print_text (comparison, book);
  return comparison->equal ? CLI_DONE : CLI_BAD_INPUT;
}

CliStatus
cli_compare (const char *path_a, const char *path_b, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioReplay) a = NULL, b = NULL;
  g_autoptr (EngineComparison) comparison = NULL;

  a = scenario_replay_load (path_a, &error);
  if (a == NULL)
    return cli_fail (error);
  b = scenario_replay_load (path_b, &error);
  if (b == NULL)
    return cli_fail (error);
  comparison = engine_compare_replays (a, b, &error);
  return comparison != NULL ? tell (comparison, json) : cli_fail (error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cli-orders-log.h"

#include <glib/gi18n-lib.h>

/* The states that only repeat what a caption shows.  */
#define IS_HEARD_ANYWAY(state)                                                                    \
  ((state) == SIM_ORDER_SPOKEN || (state) == SIM_ORDER_HEARD || (state) == SIM_ORDER_READ_BACK)

static void
add_time (JsonBuilder *builder, SimTick tick)
{
  cli_json_real (builder, "t_s", (double) tick / SIM_TICKS_PER_SECOND);
  cli_json_int (builder, "tick", tick);
}

/* ---- JSON ---------------------------------------------------------------------------------- */

static void
add_caption (JsonBuilder *builder, EngineCaption *caption)
{
  json_builder_begin_object (builder);
  add_time (builder, engine_caption_get_tick (caption));
  cli_json_string (builder, "kind",
                   engine_caption_get_kind (caption) == ENGINE_CAPTION_ORDER ? "order" : "spoken");
  cli_json_string (builder, "class", sim_air_class_name (engine_caption_get_air_class (caption)));
  cli_json_string (builder, "speaker", engine_caption_get_speaker (caption));
  cli_json_string (builder, "text", engine_caption_get_text (caption));
  cli_json_bool (builder, "cut", engine_caption_get_cut (caption));
  json_builder_end_object (builder);
}

static char *
unit_id (OrderBook *book, SimUnitId unit)
{
  SimTarget target = {.kind = SIM_TARGET_UNIT, .number = unit.index};

  return sim_unit_is_some (unit) ? order_target_id (book, &target) : NULL;
}

static void
add_change (JsonBuilder *builder, OrderBook *book, const SimOrderChange *change)
{
  g_autofree char *unit = unit_id (book, change->unit);

  json_builder_begin_object (builder);
  add_time (builder, change->t);
  cli_json_string (builder, "state", sim_order_state_name (change->state));
  cli_json_string (builder, "cause", sim_cause_name (change->cause));
  cli_json_string (builder, "unit", unit);
  json_builder_end_object (builder);
}

static gboolean
is_first_of_order (const GArray *changes, guint index)
{
  guint32 order = g_array_index (changes, SimOrderChange, index).order;

  for (guint i = 0; i < index; i++)
    if (g_array_index (changes, SimOrderChange, i).order == order)
      return FALSE;
  return TRUE;
}

static void
add_order (JsonBuilder *builder, OrderBook *book, const GArray *changes, guint first)
{
  const SimOrderChange *entered = &g_array_index (changes, SimOrderChange, first);
  g_autofree char *text = order_canonical (book, &entered->command);

  json_builder_begin_object (builder);
  cli_json_int (builder, "id", entered->order);
  cli_json_string (builder, "text", text);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = first; i < changes->len; i++)
    if (g_array_index (changes, SimOrderChange, i).order == entered->order)
      add_change (builder, book, &g_array_index (changes, SimOrderChange, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

void
cli_orders_log_add_json (JsonBuilder *builder, const ScenarioBattle *scenario, OrderBook *book,
                         const EngineRun *run)
{
  json_builder_set_member_name (builder, "captions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (run->captions); i++) {
    g_autoptr (EngineCaption) caption = g_list_model_get_item (run->captions, i);

    add_caption (builder, caption);
  }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "orders_log");
  json_builder_begin_array (builder);
  for (guint i = 0; i < run->changes->len; i++)
    if (is_first_of_order (run->changes, i))
      add_order (builder, book, run->changes, i);
  json_builder_end_array (builder);
}

/* ---- To read ------------------------------------------------------------------------------- */

static void
print_at (const ScenarioBattle *scenario, SimTick tick, const char *before, const char *line)
{
  g_autoptr (GDateTime) moment =
      g_date_time_add_seconds (scenario->start_time, tick / SIM_TICKS_PER_SECOND);
  g_autofree char *clock = g_date_time_format (moment, "%H:%M:%S");

  printf ("%s  %s%s\n", clock, before, line);
}

static void
print_caption (const ScenarioBattle *scenario, EngineCaption *caption)
{
  g_autofree char *line = NULL;

  if (engine_caption_get_cut (caption))
    /* Translators: a line of radio traffic: speaker, what was said until it was cut off.  */
    line = g_strdup_printf (_("%1$s: %2$s (cut off)"), engine_caption_get_speaker (caption),
                            engine_caption_get_text (caption));
  else
    /* Translators: a line of radio traffic: speaker, what was said.  */
    line = g_strdup_printf (_("%1$s: %2$s"), engine_caption_get_speaker (caption),
                            engine_caption_get_text (caption));
  print_at (scenario, engine_caption_get_tick (caption), "", line);
}

static void
print_change (const ScenarioBattle *scenario, OrderBook *book, const SimOrderChange *change)
{
  g_autofree char *what = NULL, *line = NULL;
  gboolean one = sim_unit_is_some (change->unit) &&
                 change->unit.index < order_book_n_machines (book);

  if (change->cause != SIM_CAUSE_NONE)
    /* Translators: of an order: its state, the cause of that.  */
    what = g_strdup_printf (C_("orders log", "%1$s, %2$s"), order_state_text (change->state),
                            order_cause_text (change->cause));
  else
    what = g_strdup (order_state_text (change->state));
  if (one)
    /* Translators: of an order: its number, whom of those addressed it is about, what became of it.  */
    line = g_strdup_printf (_("[order %1$u, %2$s: %3$s]"), change->order,
                            order_book_spoken_name (book, change->unit.index), what);
  else
    /* Translators: of an order: its number, what became of it.  */
    line = g_strdup_printf (_("[order %1$u: %2$s]"), change->order, what);
  print_at (scenario, change->t, "    ", line);
}

/* Who says it at once has not waited for air.  */
static bool
is_said_at_once (const GArray *changes, guint index)
{
  const SimOrderChange *entered = &g_array_index (changes, SimOrderChange, index);

  for (guint i = index + 1; entered->state == SIM_ORDER_ENTERED && i < changes->len; i++) {
    const SimOrderChange *later = &g_array_index (changes, SimOrderChange, i);

    if (later->t > entered->t + SIM_SECONDS (1))
      return false;
    if (later->order == entered->order && later->state == SIM_ORDER_SPOKEN)
      return true;
  }
  return false;
}

static bool
tells_more (const GArray *changes, guint index)
{
  return !IS_HEARD_ANYWAY (g_array_index (changes, SimOrderChange, index).state) &&
         !is_said_at_once (changes, index);
}

/* Both are in order of time; what is said comes first.  */
void
cli_orders_log_print (const ScenarioBattle *scenario, OrderBook *book, const EngineRun *run)
{
  guint n = g_list_model_get_n_items (run->captions), k = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (EngineCaption) caption = g_list_model_get_item (run->captions, i);
    SimTick tick = engine_caption_get_tick (caption);

    for (; k < run->changes->len && g_array_index (run->changes, SimOrderChange, k).t < tick; k++)
      if (tells_more (run->changes, k))
        print_change (scenario, book, &g_array_index (run->changes, SimOrderChange, k));
    print_caption (scenario, caption);
  }
  for (; k < run->changes->len; k++)
    if (tells_more (run->changes, k))
      print_change (scenario, book, &g_array_index (run->changes, SimOrderChange, k));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order line: an order that is understood has one canonical text, which means the same; all else
 * is refused with a reason; a question is answered; completions are lines of text.  */
#include "fuzz.h"

#include "engine/engine-run.h"
#include "sim/sim.h"

#include <string.h>

static OrderBook *book;
static EngineMoment *moment;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);
  EngineRunOptions options;

  g_assert_no_error (error);
  book = scenario_battle_book (scenario, "en", &error);
  g_assert_no_error (error);
  options = engine_run_options_default (scenario);
  options.until = SIM_SECONDS (100);
  moment = engine_run_moment (scenario, &options, &error);
  g_assert_no_error (error);
  fuzz_begin ();
  return 0;
}

static void
check_canonical (const PictureView *view, const OrderReading *reading)
{
  g_autoptr (OrderReading) again = order_parse (book, view, NULL, reading->canonical);

  g_assert_cmpint (again->problem, ==, ORDER_OK);
  g_assert_cmpstr (again->canonical, ==, reading->canonical);
  g_assert_cmphex (sim_command_hash (&again->command), ==, sim_command_hash (&reading->command));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const PictureView *view = engine_moment_get_view (moment);
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *answer = order_answer (book, view, NULL, text);
  g_autoptr (OrderReading) reading = order_parse (book, view, NULL, text);
  g_autoptr (GPtrArray) completions = order_complete (book, view, text, 8);

  g_assert_true ((reading->problem == ORDER_OK) == (reading->reason == NULL));
  if (reading->problem == ORDER_OK)
    check_canonical (view, reading);
  g_assert_true (answer == NULL || g_utf8_validate (answer, -1, NULL));
  for (guint i = 0; i < completions->len; i++) {
    const OrderCompletion *completion = g_ptr_array_index (completions, i);

    g_assert_true (g_utf8_validate (completion->insert, -1, NULL));
  }
  return 0;
}

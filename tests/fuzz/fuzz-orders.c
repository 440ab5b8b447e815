/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An orders file: read, each order put into words and parsed.  */
#include "fuzz.h"

#include "scenario/scenario.h"

static OrderBook *book;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScenarioBattle) scenario = scenario_battle_load ("training", &error);

  g_assert_no_error (error);
  book = scenario_battle_book (scenario, "en", &error);
  g_assert_no_error (error);
  fuzz_begin ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders = scenario_orders_load (fuzz_file (data, size), &error);

  g_assert_true ((orders == NULL) == (error != NULL));
  for (guint i = 0; orders != NULL && i < orders->len; i++) {
    g_autofree char *text = scenario_order_text (g_ptr_array_index (orders, i));
    g_autoptr (OrderReading) reading = order_parse (book, NULL, NULL, text);

    g_assert_true ((reading->problem == ORDER_OK) == (reading->reason == NULL));
  }
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the worker lets out is taken at once, but for when it is held, and then without being asked again.  */
#include "engine/engine-pump.h"

#define HOUR_US (3600 * (gint64) G_USEC_PER_SEC)

typedef struct {
  guint n_left, n_taken;
  gboolean again;
} Output;

static gboolean
is_ready (gpointer data)
{
  return ((Output *) data)->n_left > 0;
}

static gboolean
take (gpointer data)
{
  Output *output = data;

  output->n_left--;
  output->n_taken++;
  return output->again;
}

static GSource *
pump_new (Output *output)
{
  return engine_pump_new (&(EnginePumpFuncs){is_ready, take}, output);
}

static void
drop (GSource *pump)
{
  g_source_destroy (pump);
  g_source_unref (pump);
}

static void
go_round (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_at_once (void)
{
  Output output = {.n_left = 3, .again = TRUE};
  GSource *pump = pump_new (&output);

  go_round ();
  g_assert_cmpuint (output.n_taken, ==, 3);
  output.n_left = 1;
  go_round ();
  g_assert_cmpuint (output.n_taken, ==, 4);
  drop (pump);
}

/* Before it begins and after its end it is as if it were not there; the last counts.  */
static void
test_held (void)
{
  Output output = {.n_left = 1, .again = TRUE};
  GSource *pump = pump_new (&output);
  gint64 now = g_get_monotonic_time ();

  engine_pump_hold (pump, now, now + HOUR_US);
  go_round ();
  g_assert_cmpuint (output.n_taken, ==, 0);
  engine_pump_hold (pump, now + HOUR_US, now + 2 * HOUR_US);
  go_round ();
  g_assert_cmpuint (output.n_taken, ==, 1);
  output.n_left = 1;
  engine_pump_hold (pump, 0, now);
  go_round ();
  g_assert_cmpuint (output.n_taken, ==, 2);
  drop (pump);
}

/* Nothing else wakes the loop.  */
static void
test_wakes (void)
{
  Output output = {.n_left = 1, .again = TRUE};
  GSource *pump = pump_new (&output);
  gint64 until = g_get_monotonic_time () + 30 * 1000;

  engine_pump_hold (pump, 0, until);
  while (output.n_taken == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time (), >=, until);
  drop (pump);
}

static void
test_ends (void)
{
  Output output = {.n_left = 2};
  GSource *pump = pump_new (&output);

  go_round ();
  g_assert_cmpuint (output.n_taken, ==, 1);
  g_assert_true (g_source_is_destroyed (pump));
  g_source_unref (pump);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/pump/at-once", test_at_once);
  g_test_add_func ("/engine/pump/held", test_held);
  g_test_add_func ("/engine/pump/wakes", test_wakes);
  g_test_add_func ("/engine/pump/ends", test_ends);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pace, by an imagined clock.  */
#include "engine/engine-clock.h"

#include <math.h>

/* Ticks taken when the clock is asked every `step_us` for `length_us`.  */
static guint
count_ticks (EngineClock *clock, gint64 *now_us, gint64 length_us, gint64 step_us)
{
  gint64 end_us = *now_us + length_us;
  guint ticks = 0;

  while (*now_us < end_us) {
    *now_us += step_us;
    while (engine_clock_take (clock, *now_us))
      ticks++;
  }
  return ticks;
}

static void
test_speeds (void)
{
  const double speeds[] = {0.5, 1, 5, 20, 60};

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++) {
    EngineClock clock;
    gint64 now_us = 1000;

    engine_clock_init (&clock, speeds[i], FALSE, now_us);
    g_assert_cmpfloat_with_epsilon (count_ticks (&clock, &now_us, 10 * G_USEC_PER_SEC, 1700),
                                    speeds[i] * 100, 1);
  }
}

/* However unevenly it is asked, the pace is the same.  */
static void
test_uneven (void)
{
  EngineClock clock;
  gint64 now_us = 0;
  guint ticks = 0;

  engine_clock_init (&clock, 20, FALSE, 0);
  for (guint i = 0; i < 400; i++)
    ticks += count_ticks (&clock, &now_us, 1, 100 + (gint64) (i * 7919 % 49000));
  g_assert_cmpfloat_with_epsilon (ticks, (double) now_us * 200 / G_USEC_PER_SEC, 1);
}

static void
test_pause (void)
{
  EngineClock clock;
  gint64 now_us = 0;

  engine_clock_init (&clock, 1, TRUE, 0);
  g_assert_cmpint (engine_clock_next_us (&clock), ==, G_MAXINT64);
  g_assert_cmpuint (count_ticks (&clock, &now_us, 5 * G_USEC_PER_SEC, 10000), ==, 0);
  engine_clock_set_paused (&clock, FALSE, now_us);
  g_assert_false (engine_clock_take (&clock, now_us + 90000));
  g_assert_true (engine_clock_take (&clock, now_us + 100001));
  engine_clock_set_paused (&clock, TRUE, now_us + 150000);
  engine_clock_set_paused (&clock, FALSE, now_us + 10 * G_USEC_PER_SEC);
  /* Half a tick was owed before the pause.  */
  g_assert_false (engine_clock_take (&clock, now_us + 10 * G_USEC_PER_SEC + 40000));
  g_assert_true (engine_clock_take (&clock, now_us + 10 * G_USEC_PER_SEC + 51000));
}

/* A computer that slept does not make up for the night.  */
static void
test_catch_up_is_limited (void)
{
  EngineClock clock;
  guint ticks = 0;

  engine_clock_init (&clock, 20, FALSE, 0);
  while (engine_clock_take (&clock, G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC))
    ticks++;
  g_assert_cmpuint (ticks, ==, 50);
  engine_clock_init (&clock, 0.5, FALSE, 0);
  g_assert_true (engine_clock_take (&clock, G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC));
}

/* Waking when told to finds a tick due, and not before.  */
static void
test_next (void)
{
  const double speeds[] = {0.5, 1, 3.7, 60};

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++) {
    EngineClock clock;
    gint64 now_us = 12345;

    engine_clock_init (&clock, speeds[i], FALSE, now_us);
    for (guint k = 0; k < 1000; k++) {
      gint64 next_us = engine_clock_next_us (&clock);

      g_assert_cmpint (next_us, >=, now_us);
      if (next_us > now_us + 3)
        g_assert_false (engine_clock_take (&clock, next_us - 3));
      g_assert_true (engine_clock_take (&clock, next_us));
      now_us = next_us;
    }
  }
}

static void
test_speed_is_clamped (void)
{
  EngineClock clock;

  engine_clock_init (&clock, 1000, FALSE, 0);
  g_assert_cmpfloat (clock.speed, ==, 60);
  engine_clock_set_speed (&clock, -1, 0);
  g_assert_cmpfloat (clock.speed, ==, 0.5);
  engine_clock_set_speed (&clock, (double) NAN, 0);
  g_assert_cmpfloat (clock.speed, ==, 0.5);
  /* Time does not go back either.  */
  g_assert_false (engine_clock_take (&clock, -5));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/clock/speeds", test_speeds);
  g_test_add_func ("/engine/clock/uneven", test_uneven);
  g_test_add_func ("/engine/clock/pause", test_pause);
  g_test_add_func ("/engine/clock/catch-up-is-limited", test_catch_up_is_limited);
  g_test_add_func ("/engine/clock/next", test_next);
  g_test_add_func ("/engine/clock/speed-is-clamped", test_speed_is_clamped);
  return g_test_run ();
}

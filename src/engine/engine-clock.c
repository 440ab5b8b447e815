/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/engine-clock.h"

#include <math.h>

/* Real time that is made up for at most.  */
#define CATCH_UP_S 0.25

static double
ticks_per_us (const EngineClock *clock)
{
  return clock->speed * SIM_TICKS_PER_SECOND / G_USEC_PER_SEC;
}

/* Counts the time up to now.  */
static void
advance (EngineClock *clock, gint64 now_us)
{
  double most = MAX (1.0, CATCH_UP_S * clock->speed * SIM_TICKS_PER_SECOND);

  if (!clock->paused && now_us > clock->last_us)
    clock->owed += (double) (now_us - clock->last_us) * ticks_per_us (clock);
  clock->owed = MIN (clock->owed, most);
  clock->last_us = MAX (clock->last_us, now_us);
}

void
engine_clock_init (EngineClock *clock, double speed, gboolean paused, gint64 now_us)
{
  *clock = (EngineClock){.last_us = now_us, .paused = paused};
  engine_clock_set_speed (clock, speed, now_us);
}

void
engine_clock_set_speed (EngineClock *clock, double speed, gint64 now_us)
{
  if (clock->speed > 0)
    advance (clock, now_us);
  /* Not a number compares false with everything: it is taken for the least.  */
  clock->speed = speed > ENGINE_SPEED_LEAST ? MIN (speed, ENGINE_SPEED_MOST) : ENGINE_SPEED_LEAST;
}

void
engine_clock_set_paused (EngineClock *clock, gboolean paused, gint64 now_us)
{
  advance (clock, now_us);
  clock->paused = paused;
}

gboolean
engine_clock_take (EngineClock *clock, gint64 now_us)
{
  advance (clock, now_us);
  if (clock->paused || clock->owed < 1)
    return FALSE;
  clock->owed -= 1;
  return TRUE;
}

gint64
engine_clock_next_us (const EngineClock *clock)
{
  double missing = 1 - clock->owed;

  if (clock->paused)
    return G_MAXINT64;
  if (missing <= 0)
    return clock->last_us;
  /* One more than the exact moment, so that rounding can not wake the worker just before it.  */
  return clock->last_us + (gint64) ceil (missing / ticks_per_us (clock)) + 1;
}

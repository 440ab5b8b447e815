/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pace of a battle: how many ticks are due at a moment of the monotonic clock.
 *
 * Pure: it reads no clock.  Time that could not be kept up with is dropped beyond a quarter of a
 * second, so that a computer that slept, or one too slow for the speed, does not have to make up
 * for it.  Speed and pauses change when a tick is done, never what it does.  */
#pragma once

#include "sim/sim-types.h"

#include <glib.h>

G_BEGIN_DECLS

#define ENGINE_SPEED_LEAST 0.5
#define ENGINE_SPEED_MOST 60.0

typedef struct {
  double speed;    /* ENGINE_SPEED_LEAST .. ENGINE_SPEED_MOST */
  gboolean paused;
  gint64 last_us;  /* moment up to which time is counted */
  double owed;     /* ticks due and not yet taken */
} EngineClock;

void engine_clock_init (EngineClock *clock, double speed, gboolean paused, gint64 now_us);
void engine_clock_set_speed (EngineClock *clock, double speed, gint64 now_us);
void engine_clock_set_paused (EngineClock *clock, gboolean paused, gint64 now_us);

/* Takes one tick if it is due.  */
gboolean engine_clock_take (EngineClock *clock, gint64 now_us);

/* When the next tick is due; G_MAXINT64 when paused.  */
gint64 engine_clock_next_us (const EngineClock *clock);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Level of one channel as a bar of segments, −60 dB to 0 dB, with a peak that is held and then
 * falls.  Where people want no animations it moves four times a second and its peak does not fall.
 * What is shown is also its accessible value.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_LEVEL_METER (handler_level_meter_get_type ())
G_DECLARE_FINAL_TYPE (HandlerLevelMeter, handler_level_meter, HANDLER, LEVEL_METER, GtkWidget)

/* In decibels of full scale; anything at or below −60 is silence.  Draws only on change, and not at
 * all once it is silent.  */
void handler_level_meter_set_level (HandlerLevelMeter *self, double db);

/* Lit segments of `n` for a level: a pure function.  */
guint handler_level_meter_lit (double db, guint n);

/* A peak: the loudest level, held for a while after it was reached.  */
typedef struct {
  double db;
  gint64 held_us; /* until then */
  gint64 at_us;   /* when it was looked at last */
} HandlerPeak;

#define HANDLER_PEAK_HOLD_US (1500 * 1000)
#define HANDLER_PEAK_FALL_DB_S 24.0

/* The peak at `now_us` (any clock that only grows), while the level is `db`.  A `calm` peak drops to
 * the level at once when it is held no longer.  */
double handler_peak_update (HandlerPeak *peak, double db, gint64 now_us, gboolean calm);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Level of one channel as a bar of segments, −60 dB to 0 dB, with a peak that falls slowly.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_LEVEL_METER (handler_level_meter_get_type ())
G_DECLARE_FINAL_TYPE (HandlerLevelMeter, handler_level_meter, HANDLER, LEVEL_METER, GtkWidget)

/* In decibels of full scale; anything at or below −60 is silence.  Draws only on change.  */
void handler_level_meter_set_level (HandlerLevelMeter *self, double db);

/* Lit segments of `n` for a level: a pure function.  */
guint handler_level_meter_lit (double db, guint n);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the window's last frames took, and how many symbols the map draws, in words over the map.
 *
 * For who makes the program faster: a hidden key shows it.  While there is none, nothing is measured.  */
#pragma once

#include "handler-map.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_MAP_TIMES (handler_map_times_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMapTimes, handler_map_times, HANDLER, MAP_TIMES, AdwBin)

/* Measures while it is shown.  `map` is borrowed, and has to live as long.  */
GtkWidget *handler_map_times_new (HandlerMap *map);

/* Notes a frame that took so many milliseconds, at a monotonic time in microseconds.  What is older
 * than five seconds is forgotten.  Frames note themselves; public for tests.  */
void handler_map_times_add (HandlerMapTimes *self, double ms, gint64 now);
/* "Frame 3.1 ms · ...".  Newly allocated.  */
char *handler_map_times_dup_text (HandlerMapTimes *self);

G_END_DECLS

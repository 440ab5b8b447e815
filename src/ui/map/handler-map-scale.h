/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scale bar: a round distance in two halves.  */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_MAP_SCALE (handler_map_scale_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMapScale, handler_map_scale, HANDLER, MAP_SCALE, GtkWidget)

GtkWidget *handler_map_scale_new (void);
void handler_map_scale_set_metres_per_pixel (HandlerMapScale *self, double metres_per_pixel);

/* Longest of 1, 2, 5 × 10^n metres that takes at most `pixels`.  */
double handler_map_scale_length (double metres_per_pixel, double pixels);

G_END_DECLS

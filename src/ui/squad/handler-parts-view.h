/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four parts of a machine as letters in boxes: L legs, G gun, S sensors, P power.  Each state has
 * a shape of its own: sound is filled, hit is framed and underlined, gone is struck through.  */
#pragma once

#include "sim/sim-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_PARTS_VIEW (handler_parts_view_get_type ())
G_DECLARE_FINAL_TYPE (HandlerPartsView, handler_parts_view, HANDLER, PARTS_VIEW, GtkWidget)

/* SIM_N_PARTS values, 0 gone to 255 sound; copied.  */
void handler_parts_view_set_parts (HandlerPartsView *self, const guint8 *parts);

G_END_DECLS

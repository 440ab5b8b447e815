/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map with what lies over it: layers, tools, zoom, scale and the place under the pointer.
 * Folds the layers into one button when it is narrow.  */
#pragma once

#include "handler-map.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HANDLER_TYPE_MAP_VIEW (handler_map_view_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMapView, handler_map_view, HANDLER, MAP_VIEW, AdwBin)

GtkWidget *handler_map_view_new (void);
/* The map itself: battle, selection and signals are its.  */
HandlerMap *handler_map_view_get_map (HandlerMapView *self);
/* Pixels at the bottom that scale and zoom take, as last laid out.  */
int handler_map_view_get_bottom_height (HandlerMapView *self);

G_END_DECLS

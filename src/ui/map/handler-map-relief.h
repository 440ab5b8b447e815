/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relief as tiles of texture, painted on worker threads.
 *
 * A tile is HANDLER_MAP_TILE device pixels square at one step of the zoom ladder, counted from
 * the map's north-west corner.  Main thread only; the workers touch nothing but a private copy of
 * the ground.  Signal `changed`: a tile has come.  */
#pragma once

#include "handler-map-ground.h"
#include "handler-map-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HANDLER_MAP_TILE 256

#define HANDLER_TYPE_MAP_RELIEF (handler_map_relief_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMapRelief, handler_map_relief, HANDLER, MAP_RELIEF, GObject)

HandlerMapRelief *handler_map_relief_new (void);

/* NULL empties it.  Copies what it needs of the sheet.  */
void handler_map_relief_set_sheet (HandlerMapRelief *self, const PictureSheet *sheet);
/* The copy, or NULL.  */
HandlerMapGround *handler_map_relief_get_ground (HandlerMapRelief *self);
void handler_map_relief_set_palette (HandlerMapRelief *self, const HandlerMapPalette *palette);
/* Device pixels in a logical pixel.  */
void handler_map_relief_set_detail (HandlerMapRelief *self, double detail);

/* A tile if it is there (borrowed), else NULL.  */
GdkTexture *handler_map_relief_get_tile (HandlerMapRelief *self, int step, int x, int y);
/* The whole map in a small texture, to show until tiles are there; or NULL.  */
GdkTexture *handler_map_relief_get_overview (HandlerMapRelief *self);
/* Says which tiles are wanted now, x0 <= x < x1; what was wanted before and not begun is
 * forgotten.  Those nearest the middle come first.  */
void handler_map_relief_want (HandlerMapRelief *self, int step, int x0, int y0, int x1, int y1);
/* TRUE while tiles are being painted or waited for.  */
gboolean handler_map_relief_is_busy (HandlerMapRelief *self);
/* Counts up whenever a tile comes or all go: what was drawn before is old.  */
guint handler_map_relief_get_serial (HandlerMapRelief *self);

/* Paints the map, filling width × height logical pixels (its middle when the shapes differ), for
 * cards.  The sheet is copied before the call returns.  Finish gives a new reference, or NULL with
 * G_IO_ERROR_CANCELLED.  */
void handler_map_relief_thumbnail_async (const PictureSheet *sheet, int width, int height,
                                         double scale, gboolean dark, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
GdkTexture *handler_map_relief_thumbnail_finish (GAsyncResult *result, GError **error);

G_END_DECLS

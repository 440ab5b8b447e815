/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints the map where GTK does so by cairo (handler-map-cairo.h), at once or on another thread.
 *
 * A picture of the battle takes cairo several milliseconds, which the window, and whoever types in it, would wait
 * for up to thirty times a second.  So pictures are painted beside it and shown when they are done; what the
 * person does is painted at once.  Signal `painted`: a painting that was begun is done.  Main thread only.  */
#pragma once

#include "handler-map-painting.h"

G_BEGIN_DECLS

#define HANDLER_TYPE_MAP_PAINTER (handler_map_painter_get_type ())
G_DECLARE_FINAL_TYPE (HandlerMapPainter, handler_map_painter, HANDLER, MAP_PAINTER, GObject)

HandlerMapPainter *handler_map_painter_new (void);

/* (transfer full): paints on another thread; not while it is busy.  */
void handler_map_painter_begin (HandlerMapPainter *self, HandlerMapPainting *painting);
gboolean handler_map_painter_is_busy (HandlerMapPainter *self);
/* (transfer full): paints now.  */
void handler_map_painter_paint (HandlerMapPainter *self, HandlerMapPainting *painting);
/* What was painted, or is being painted, is of no use any more.  */
void handler_map_painter_forget (HandlerMapPainter *self);

/* What was painted last of `view` (borrowed), or NULL.  */
cairo_surface_t *handler_map_painter_get_surface (HandlerMapPainter *self, const HandlerMapBox *view);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sprite's pixels, prepared once to be laid over an opaque surface again and again.
 *
 * It is what cairo does for `over`, to the bit, without what cairo does around each: that takes longer than the pixels of a
 * symbol.  Whole pixels only.  Never changed once made: any thread.  */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _HandlerMapBlit HandlerMapBlit;

/* (transfer full): of `surface`, an image of CAIRO_FORMAT_ARGB32 that is flushed; not kept.  */
HandlerMapBlit *handler_map_blit_new (cairo_surface_t *surface);
HandlerMapBlit *handler_map_blit_ref (HandlerMapBlit *self);
void handler_map_blit_unref (HandlerMapBlit *self);

/* What is painted on: the pixels of an image of CAIRO_FORMAT_RGB24.  */
typedef struct {
  guint8 *pixels; /* (borrowed) */
  int width, height;
  int stride; /* bytes */
} HandlerMapCanvas;

/* Flushes `paper`; when all is blitted, cairo_surface_mark_dirty() is the caller's.  */
HandlerMapCanvas handler_map_canvas (cairo_surface_t *paper);
/* Its top left corner at `x`, `y`, any; what lies beyond the canvas is left out.  */
void handler_map_blit_over (const HandlerMapBlit *self, const HandlerMapCanvas *canvas, int x, int y);

G_END_DECLS

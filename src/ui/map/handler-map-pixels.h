/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pixels of the relief: pure functions of ground, palette and window.
 *
 * Heights are interpolated by a uniform cubic B-spline (smooth slopes), coloured by height, shaded
 * by a light from the north-west, and drawn over with contour lines, woods, houses, lakes and
 * marsh.  Everything is anchored to the map, so neighbouring windows join without a seam.  May be
 * used on any thread.  */
#pragma once

#include "handler-map-ground.h"
#include "handler-map-palette.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A piece of the map: its north-west corner, metres a pixel (device), and size in pixels.
 * `detail` is device pixels in a logical pixel: textures and lines keep their visible size.  */
typedef struct {
  double west_m, north_m;
  double mpp;
  double detail;
  int width, height;
} HandlerMapWindow;

/* Writes width × height pixels of CAIRO_FORMAT_RGB24, `stride` in pixels (>= width).  */
void handler_map_pixels_paint (const HandlerMapGround *ground,
                               const HandlerMapReliefPalette *palette,
                               const HandlerMapWindow *window, guint32 *pixels, int stride);

/* Rivers, roads and marsh over it.  */
void handler_map_pixels_draw_lines (const HandlerMapGround *ground,
                                    const HandlerMapReliefPalette *palette,
                                    const HandlerMapWindow *window, cairo_t *cr);

/* Both, on a new surface.  Free with cairo_surface_destroy().  */
cairo_surface_t *handler_map_pixels_surface (const HandlerMapGround *ground,
                                             const HandlerMapReliefPalette *palette,
                                             const HandlerMapWindow *window);

/* ---- Parts, for tests ---------------------------------------------------------------------- */

/* Brightness of a slope, -1 (in shadow) .. 1 (lit); 0 for flat ground.  Slopes are metres up for
 * a metre east and north.  */
float handler_map_pixels_shade (float slope_east, float slope_north);
/* Metres between contour lines on ground of this range of heights at this zoom.  */
float handler_map_pixels_contour_interval (float range_m, double mpp);
/* Share (0..1) of a cover around a point, smooth; PICTURE_COVER_* .  */
float handler_map_pixels_share (const HandlerMapGround *ground, guint8 cover, double x_m,
                                double y_m);

G_END_DECLS

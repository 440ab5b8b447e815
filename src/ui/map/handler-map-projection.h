/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the map lies on the screen: a value without drawing.
 *
 * Map coordinates are metres, x east and y north of the south-west corner (base-vec.h).  Screen
 * coordinates are logical pixels, x right and y down from the top left corner of the viewport.
 * Between the two lies the *plane*: whole device pixels right of and below the map's north-west
 * corner, at the present zoom.  The plane's origin is kept on a whole device pixel of the screen,
 * so what is drawn at whole plane pixels stays sharp, and a pan only moves it.  */
#pragma once

#include "base/base-vec.h"

#include <glib.h>

G_BEGIN_DECLS

/* Zoom goes by steps of the eighth root of two, so that relief tiles made for one step are shown
 * pixel for pixel.  */
#define HANDLER_MAP_STEPS_PER_OCTAVE 8

typedef struct {
  double map_width_m, map_height_m;
  double centre_x_m, centre_y_m;
  double metres_per_pixel; /* logical pixel */
  double width, height;    /* of the viewport, logical pixels */
  double scale;            /* device pixels in a logical pixel */
  double top;              /* what lies over the viewport's upper edge (tools), logical pixels */
} HandlerMapProjection;

/* A map of this size (metres, > 0) shown whole in a viewport of one pixel until it gets a size. */
void handler_map_projection_init (HandlerMapProjection *self, double map_width_m,
                                  double map_height_m);

/* Keeps the centre where it is; sizes below 1 count as 1, a scale below 0.25 as 1.  */
void handler_map_projection_set_size (HandlerMapProjection *self, double width, double height,
                                      double scale);

/* So much of the viewport's upper edge is covered: at most a third of it counts.  The whole map is shown
 * below it, and the map's northern edge can be drawn down from under it.  */
void handler_map_projection_set_top (HandlerMapProjection *self, double top);

/* Nearest and farthest zoom allowed for the present size, in metres a pixel.  */
double handler_map_projection_min_mpp (const HandlerMapProjection *self);
double handler_map_projection_max_mpp (const HandlerMapProjection *self);

void handler_map_projection_to_screen (const HandlerMapProjection *self, BaseVec at, double *x,
                                       double *y);
BaseVec handler_map_projection_to_map (const HandlerMapProjection *self, double x, double y);

/* Exact position on the plane, in device pixels.  */
void handler_map_projection_to_plane (const HandlerMapProjection *self, BaseVec at, double *x,
                                      double *y);
/* Device pixels from the viewport's top left corner to the plane's origin; whole numbers.  */
void handler_map_projection_origin (const HandlerMapProjection *self, int *x, int *y);
/* Metres in a device pixel.  */
double handler_map_projection_device_mpp (const HandlerMapProjection *self);
/* Step of the zoom ladder nearest to a number of metres a device pixel, and back.  */
int handler_map_projection_step_of (double device_mpp);
double handler_map_projection_mpp_of (int step);

/* `factor` > 1 comes closer; the point of the map under (x, y) stays there as far as the edge of
 * the map allows.  */
void handler_map_projection_zoom_at (HandlerMapProjection *self, double x, double y,
                                     double factor);
/* Whole steps of the ladder, positive is closer; ends on a step.  */
void handler_map_projection_zoom_steps (HandlerMapProjection *self, double x, double y,
                                        int steps);
/* Moves what is shown by (dx, dy) pixels, as if dragged.  TRUE if it moved.  */
gboolean handler_map_projection_pan (HandlerMapProjection *self, double dx, double dy);
void handler_map_projection_centre_on (HandlerMapProjection *self, BaseVec at);
/* So near that the map fills the viewport and nothing lies beyond it; the middle stays.  */
void handler_map_projection_fill (HandlerMapProjection *self);
/* Moves so that nothing beyond the map's edge is shown, where that is possible; under the tools it may.  */
void handler_map_projection_keep_inside (HandlerMapProjection *self);
/* The whole map, or a box of it with `margin` pixels around, on a step of the ladder.  */
void handler_map_projection_fit (HandlerMapProjection *self);
void handler_map_projection_fit_box (HandlerMapProjection *self, BaseVec low, BaseVec high,
                                     double margin);

/* South-west and north-east corner of what is shown, cut at the map's edge.  */
void handler_map_projection_visible (const HandlerMapProjection *self, BaseVec *low,
                                     BaseVec *high);

G_END_DECLS

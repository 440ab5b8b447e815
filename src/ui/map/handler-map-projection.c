/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-projection.h"

#include <math.h>

/* Nearest zoom, and how far beyond the map's edge one may look (pixels).  */
#define MIN_MPP 0.5
#define OVERSCROLL 72.0

void
handler_map_projection_init (HandlerMapProjection *self, double map_width_m, double map_height_m)
{
  *self = (HandlerMapProjection){
      .map_width_m = MAX (map_width_m, 1.0),
      .map_height_m = MAX (map_height_m, 1.0),
      .width = 1.0,
      .height = 1.0,
      .scale = 1.0,
  };
  handler_map_projection_fit (self);
}

double
handler_map_projection_min_mpp (const HandlerMapProjection *self)
{
  return MIN (MIN_MPP, handler_map_projection_max_mpp (self));
}

double
handler_map_projection_max_mpp (const HandlerMapProjection *self)
{
  /* A little beyond the whole map, so that its edge can be seen from all sides.  */
  return 1.5 * MAX (self->map_width_m / self->width, self->map_height_m / self->height);
}

/* What of `top` counts.  */
static double
covered_top (const HandlerMapProjection *self)
{
  return MIN (self->top, self->height / 3);
}

/* The middle of the view, so that it shows no more than these margins beyond the ends of the map; if the map is
 * smaller, the middle of what the margins leave.  */
static double
clamp_centre (double centre, double extent_m, double half_view_m, double low_margin_m,
              double high_margin_m)
{
  double low = half_view_m - low_margin_m;
  double high = extent_m - half_view_m + high_margin_m;

  return low > high ? (low + high) / 2 : CLAMP (centre, low, high);
}

static void
clamp_with (HandlerMapProjection *self, double overscroll)
{
  double mpp = CLAMP (self->metres_per_pixel, handler_map_projection_min_mpp (self),
                      handler_map_projection_max_mpp (self));

  self->metres_per_pixel = mpp;
  self->centre_x_m = clamp_centre (self->centre_x_m, self->map_width_m, self->width * mpp / 2,
                                   overscroll * mpp, overscroll * mpp);
  self->centre_y_m = clamp_centre (self->centre_y_m, self->map_height_m, self->height * mpp / 2,
                                   overscroll * mpp, (overscroll + covered_top (self)) * mpp);
}

static void
clamp_to_map (HandlerMapProjection *self)
{
  clamp_with (self, OVERSCROLL);
}

void
handler_map_projection_keep_inside (HandlerMapProjection *self)
{
  clamp_with (self, 0);
}

void
handler_map_projection_set_size (HandlerMapProjection *self, double width, double height,
                                 double scale)
{
  self->width = MAX (width, 1.0);
  self->height = MAX (height, 1.0);
  self->scale = scale < 0.25 ? 1.0 : scale;
  clamp_to_map (self);
}

void
handler_map_projection_set_top (HandlerMapProjection *self, double top)
{
  self->top = MAX (top, 0.0);
  clamp_to_map (self);
}

double
handler_map_projection_device_mpp (const HandlerMapProjection *self)
{
  return self->metres_per_pixel / self->scale;
}

int
handler_map_projection_step_of (double device_mpp)
{
  return (int) lrint (log2 (device_mpp) * HANDLER_MAP_STEPS_PER_OCTAVE);
}

double
handler_map_projection_mpp_of (int step)
{
  return exp2 ((double) step / HANDLER_MAP_STEPS_PER_OCTAVE);
}

void
handler_map_projection_to_plane (const HandlerMapProjection *self, BaseVec at, double *x,
                                 double *y)
{
  double mpp = handler_map_projection_device_mpp (self);

  *x = at.x / mpp;
  *y = (self->map_height_m - at.y) / mpp;
}

void
handler_map_projection_origin (const HandlerMapProjection *self, int *x, int *y)
{
  double mpp = handler_map_projection_device_mpp (self);

  *x = (int) lrint (self->width * self->scale / 2 - self->centre_x_m / mpp);
  *y = (int) lrint (self->height * self->scale / 2 -
                    (self->map_height_m - self->centre_y_m) / mpp);
}

void
handler_map_projection_to_screen (const HandlerMapProjection *self, BaseVec at, double *x,
                                  double *y)
{
  int origin_x, origin_y;

  handler_map_projection_origin (self, &origin_x, &origin_y);
  handler_map_projection_to_plane (self, at, x, y);
  *x = (*x + origin_x) / self->scale;
  *y = (*y + origin_y) / self->scale;
}

BaseVec
handler_map_projection_to_map (const HandlerMapProjection *self, double x, double y)
{
  double mpp = handler_map_projection_device_mpp (self);
  int origin_x, origin_y;

  handler_map_projection_origin (self, &origin_x, &origin_y);
  return base_vec ((float) ((x * self->scale - origin_x) * mpp),
                   (float) (self->map_height_m - (y * self->scale - origin_y) * mpp));
}

/* Sets the zoom so that what lies under (x, y) stays, and keeps to the limits.  */
static void
set_mpp_at (HandlerMapProjection *self, double x, double y, double mpp)
{
  double dx = x - self->width / 2;
  double dy = y - self->height / 2;
  double old = self->metres_per_pixel;

  mpp = CLAMP (mpp, handler_map_projection_min_mpp (self), handler_map_projection_max_mpp (self));
  self->centre_x_m += dx * (old - mpp);
  self->centre_y_m -= dy * (old - mpp);
  self->metres_per_pixel = mpp;
  clamp_to_map (self);
}

void
handler_map_projection_zoom_at (HandlerMapProjection *self, double x, double y, double factor)
{
  g_return_if_fail (factor > 0);
  set_mpp_at (self, x, y, self->metres_per_pixel / factor);
}

void
handler_map_projection_zoom_steps (HandlerMapProjection *self, double x, double y, int steps)
{
  int step = handler_map_projection_step_of (handler_map_projection_device_mpp (self)) - steps;

  set_mpp_at (self, x, y, handler_map_projection_mpp_of (step) * self->scale);
}

gboolean
handler_map_projection_pan (HandlerMapProjection *self, double dx, double dy)
{
  double x = self->centre_x_m;
  double y = self->centre_y_m;

  self->centre_x_m -= dx * self->metres_per_pixel;
  self->centre_y_m += dy * self->metres_per_pixel;
  clamp_to_map (self);
  return self->centre_x_m != x || self->centre_y_m != y;
}

void
handler_map_projection_centre_on (HandlerMapProjection *self, BaseVec at)
{
  self->centre_x_m = at.x;
  self->centre_y_m = at.y;
  clamp_to_map (self);
}

void
handler_map_projection_fit_box (HandlerMapProjection *self, BaseVec low, BaseVec high,
                                double margin)
{
  double width = MAX (self->width - 2 * margin, 1.0);
  double height = MAX (self->height - covered_top (self) - 2 * margin, 1.0);
  double mpp = MAX ((high.x - low.x) / width, (high.y - low.y) / height);
  double device = MAX (mpp, MIN_MPP) / self->scale;
  int step = (int) ceil (log2 (device) * HANDLER_MAP_STEPS_PER_OCTAVE - 1e-6);

  self->metres_per_pixel = handler_map_projection_mpp_of (step) * self->scale;
  handler_map_projection_centre_on (
      self, base_vec ((low.x + high.x) / 2,
                      (low.y + high.y) / 2 +
                          (float) (covered_top (self) / 2 * self->metres_per_pixel)));
}

void
handler_map_projection_fit (HandlerMapProjection *self)
{
  handler_map_projection_fit_box (self, base_vec (0, 0),
                                  base_vec ((float) self->map_width_m,
                                            (float) self->map_height_m),
                                  0);
}

void
handler_map_projection_fill (HandlerMapProjection *self)
{
  double mpp = MIN (self->map_width_m / self->width, self->map_height_m / self->height);
  int step = (int) floor (log2 (mpp / self->scale) * HANDLER_MAP_STEPS_PER_OCTAVE + 1e-6);

  self->metres_per_pixel = handler_map_projection_mpp_of (step) * self->scale;
  handler_map_projection_keep_inside (self);
}

void
handler_map_projection_visible (const HandlerMapProjection *self, BaseVec *low, BaseVec *high)
{
  BaseVec north_west = handler_map_projection_to_map (self, 0, 0);
  BaseVec south_east = handler_map_projection_to_map (self, self->width, self->height);

  low->x = (float) CLAMP (north_west.x, 0, self->map_width_m);
  low->y = (float) CLAMP (south_east.y, 0, self->map_height_m);
  high->x = (float) CLAMP (south_east.x, 0, self->map_width_m);
  high->y = (float) CLAMP (north_west.y, 0, self->map_height_m);
}

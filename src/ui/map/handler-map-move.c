/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zoom, pan and what the map is centred on.  */
#include "handler-map-private.h"

#include <math.h>

#define BUTTON_STEPS 4
/* A kinetic pan loses this share of its speed in a second, and ends below this speed.  */
#define FRICTION 4.5
#define LEAST_SPEED 12.0
#define MOST_SPEED 4000.0

/* The projection has changed.  */
void
handler_map_moved (HandlerMap *self)
{
  handler_map_invalidate (self);
  g_signal_emit_by_name (self, "view-changed");
}

BaseVec
handler_map_at (HandlerMap *self, double x, double y)
{
  return handler_map_projection_to_map (&self->projection, x - self->band_px, y - self->band_px);
}

void
handler_map_to_widget (HandlerMap *self, BaseVec at, double *x, double *y)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  handler_map_projection_to_screen (&self->projection, at, x, y);
  *x += self->band_px;
  *y += self->band_px;
}

void
handler_map_pan_by (HandlerMap *self, double dx, double dy)
{
  handler_map_set_follow (self, FALSE);
  if (handler_map_projection_pan (&self->projection, dx, dy))
    handler_map_moved (self);
}

void
handler_map_zoom_at (HandlerMap *self, double x, double y, double factor)
{
  handler_map_stop_kinetic (self);
  handler_map_projection_zoom_at (&self->projection, x - self->band_px, y - self->band_px, factor);
  handler_map_moved (self);
}

void
handler_map_zoom_steps (HandlerMap *self, double x, double y, int steps)
{
  handler_map_stop_kinetic (self);
  handler_map_projection_zoom_steps (&self->projection, x - self->band_px, y - self->band_px,
                                     steps);
  handler_map_moved (self);
}

/* By key or button: at the selection or crosshair when they are in view, else in the middle.  */
static void
zoom_by_button (HandlerMap *self, int steps)
{
  double x = self->band_px + self->projection.width / 2;
  double y = self->band_px + self->projection.height / 2;
  double at_x, at_y;
  BaseVec at;

  if (self->crosshair)
    at = self->cursor;
  if (self->crosshair || handler_map_selection_place (self, &at)) {
    handler_map_to_widget (self, at, &at_x, &at_y);
    if (at_x > self->band_px && at_y > self->band_px &&
        at_x < self->band_px + self->projection.width &&
        at_y < self->band_px + self->projection.height) {
      x = at_x;
      y = at_y;
    }
  }
  handler_map_zoom_steps (self, x, y, steps);
}

void
handler_map_zoom_in (HandlerMap *self)
{
  g_return_if_fail (HANDLER_IS_MAP (self));
  zoom_by_button (self, BUTTON_STEPS);
}

void
handler_map_zoom_out (HandlerMap *self)
{
  g_return_if_fail (HANDLER_IS_MAP (self));
  zoom_by_button (self, -BUTTON_STEPS);
}

void
handler_map_fit (HandlerMap *self)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  handler_map_stop_kinetic (self);
  handler_map_set_follow (self, FALSE);
  handler_map_projection_fit (&self->projection);
  handler_map_moved (self);
}

void
handler_map_centre_on (HandlerMap *self, BaseVec at)
{
  g_return_if_fail (HANDLER_IS_MAP (self));

  handler_map_stop_kinetic (self);
  handler_map_projection_centre_on (&self->projection, at);
  handler_map_moved (self);
}

/* Middle of a platoon's last fixes, without the lost.  */
static gboolean
platoon_place (const PictureView *view, guint platoon, BaseVec *at)
{
  BaseVec sum = base_vec (0, 0);
  guint n = 0;

  for (size_t i = 0; i < view->n_own; i++) {
    const PictureOwn *own = &view->own[i];

    if (own->platoon == platoon && !own->known_lost) {
      sum = base_vec_add (sum, own->fix);
      n++;
    }
  }
  if (n > 0)
    *at = base_vec_scale (sum, 1.0f / (float) n);
  return n > 0;
}

gboolean
handler_map_selection_place (HandlerMap *self, BaseVec *at)
{
  const PictureView *view = handler_map_get_view (self);
  guint id = handler_selection_get_id (self->selection);

  switch (handler_selection_get_kind (self->selection)) {
  case HANDLER_SELECTION_OWN:
    for (size_t i = 0; view != NULL && i < view->n_own; i++)
      if (view->own[i].id.index == id) {
        *at = view->own[i].fix;
        return TRUE;
      }
    return FALSE;
  case HANDLER_SELECTION_TRACK:
    for (size_t i = 0; view != NULL && i < view->n_tracks; i++)
      if (view->tracks[i].number == id) {
        *at = view->tracks[i].position;
        return TRUE;
      }
    return FALSE;
  case HANDLER_SELECTION_PLATOON:
    return view != NULL && platoon_place (view, id, at);
  case HANDLER_SELECTION_PLACE:
    if (self->sheet == NULL || id >= self->sheet->n_places)
      return FALSE;
    *at = self->sheet->places[id].position;
    return TRUE;
  case HANDLER_SELECTION_MARK:
    if (view == NULL || id == 0 || id > view->n_marks)
      return FALSE;
    *at = view->marks[id - 1].position;
    return TRUE;
  case HANDLER_SELECTION_STROKE: {
    const PictureStroke *stroke = view != NULL ? picture_view_stroke (view, id) : NULL;

    if (stroke != NULL)
      *at = stroke->points[stroke->n_points / 2];
    return stroke != NULL;
  }
  case HANDLER_SELECTION_NONE:
  default:
    return FALSE;
  }
}

gboolean
handler_map_centre_on_selection (HandlerMap *self)
{
  BaseVec at;

  g_return_val_if_fail (HANDLER_IS_MAP (self), FALSE);

  if (!handler_map_selection_place (self, &at))
    return FALSE;
  handler_map_centre_on (self, at);
  return TRUE;
}

double
handler_map_get_metres_per_pixel (HandlerMap *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP (self), 1);
  return self->projection.metres_per_pixel;
}

/* ---- Kinetic pan --------------------------------------------------------------------------- */

void
handler_map_stop_kinetic (HandlerMap *self)
{
  if (self->kinetic_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->kinetic_id);
  self->kinetic_id = 0;
}

static gboolean
kinetic_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HandlerMap *self = HANDLER_MAP (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double dt = CLAMP ((double) (now - self->kinetic_time) / G_USEC_PER_SEC, 0, 0.1);
  double keep = exp (-FRICTION * dt);

  self->kinetic_time = now;
  handler_map_pan_by (self, self->kinetic_x * dt, self->kinetic_y * dt);
  self->kinetic_x *= keep;
  self->kinetic_y *= keep;
  if (hypot (self->kinetic_x, self->kinetic_y) > LEAST_SPEED)
    return G_SOURCE_CONTINUE;
  self->kinetic_id = 0;
  return G_SOURCE_REMOVE;
}

void
handler_map_start_kinetic (HandlerMap *self, double x, double y)
{
  gboolean animations = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations,
                NULL);
  handler_map_stop_kinetic (self);
  if (!animations || hypot (x, y) < 10 * LEAST_SPEED || !isfinite (x) || !isfinite (y))
    return;
  self->kinetic_x = CLAMP (x, -MOST_SPEED, MOST_SPEED);
  self->kinetic_y = CLAMP (y, -MOST_SPEED, MOST_SPEED);
  self->kinetic_time =
      gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  self->kinetic_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), kinetic_tick, NULL, NULL);
}

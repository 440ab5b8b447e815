/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer and touch: pan, zoom, select, draw a route, measure, open the menu.  */
#include "handler-map-private.h"

#include <math.h>

/* Farther apart than this, pixels, the points of a drawn route count as its corners.  */
#define DRAG_LEAST 8.0
#define ROUTE_TOLERANCE 18.0
/* Points of a line drawn freely are no nearer to each other, pixels.  */
#define PENCIL_STEP 2.0
#define MAX_CORNERS (SIM_MAX_VIA - 2)

/* ---- Cursor -------------------------------------------------------------------------------- */

void
handler_map_set_pointer (HandlerMap *self, gboolean inside, double x, double y)
{
  self->pointer_inside = inside;
  if (inside) {
    if (self->crosshair) {
      self->crosshair = FALSE;
      handler_map_look (self);
    }
    self->cursor = handler_map_at (self, x, y);
  }
  g_signal_emit_by_name (self, "cursor-moved");
}

/* One is made up too when something beside the map is laid out anew: a pointer that rests does not take the
 * crosshair away.  */
static void
on_motion (HandlerMap *self, double x, double y)
{
  const HandlerMapProjection *p = &self->projection;
  gboolean rests = x == self->pointer_x && y == self->pointer_y;
  gboolean inside = x >= self->band_px && y >= self->band_px && x < self->band_px + p->width &&
                    y < self->band_px + p->height;

  self->pointer_x = x;
  self->pointer_y = y;
  if (!rests || !self->crosshair)
    handler_map_set_pointer (self, inside, x, y);
}

static void
on_leave (HandlerMap *self)
{
  if (!self->crosshair)
    handler_map_set_pointer (self, FALSE, 0, 0);
}

/* ---- Clicks -------------------------------------------------------------------------------- */

static void
on_pressed (HandlerMap *self)
{
  handler_map_stop_kinetic (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Each click sets a point, the second of two at one place ends the line.  */
static void
click_with_pencil (HandlerMap *self, int n_press, BaseVec at)
{
  if (self->rubber)
    handler_map_pencil_rub (self, at);
  else if (n_press >= 2)
    handler_map_pencil_end (self);
  else
    handler_map_pencil_extend (self, at, 0);
}

static void
on_released (HandlerMap *self, int n_press, double x, double y)
{
  HandlerSelectionKind kind;
  guint id;

  if (self->drag != HANDLER_MAP_DRAG_NONE || self->ruler)
    return;
  if (self->pencil) {
    click_with_pencil (self, n_press, handler_map_at (self, x, y));
    return;
  }
  if (n_press >= 2) {
    handler_map_centre_on (self, handler_map_at (self, x, y));
    return;
  }
  kind = handler_map_pick (self, x, y, &id);
  handler_selection_select (self->selection, kind, id);
}

static void
on_secondary (HandlerMap *self, int n_press, double x, double y)
{
  handler_map_set_pointer (self, TRUE, x, y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  handler_map_open_order_menu (self, handler_map_at (self, x, y));
}

/* Fingers and pens have no second button that people find; a mouse has.  */
static gboolean
is_mouse (GtkGesture *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (
      gesture, gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)));

  return event != NULL && gdk_event_get_device_tool (event) == NULL
         && gdk_event_get_event_type (event) != GDK_TOUCH_BEGIN
         && gdk_event_get_event_type (event) != GDK_TOUCH_UPDATE;
}

/* Lifting the finger must not select as well, nor moving it pan beneath the menu.  */
static void
on_long_press (HandlerMap *self, double x, double y, GtkGesture *gesture)
{
  if (is_mouse (gesture) || self->pinching || self->drag != HANDLER_MAP_DRAG_NONE)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  on_secondary (self, 1, x, y);
}

/* ---- Drags --------------------------------------------------------------------------------- */

static void
begin_route (HandlerMap *self, guint unit)
{
  BaseVec at;

  handler_selection_select (self->selection, HANDLER_SELECTION_OWN, unit);
  g_array_set_size (self->drawn, 0);
  if (handler_map_selection_place (self, &at))
    g_array_append_val (self->drawn, at);
}

/* The other end of a stylus rubs out, whatever tool is chosen.  */
static gboolean
is_rubber (HandlerMap *self, GtkGestureDrag *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (
      GTK_GESTURE (gesture), gtk_gesture_get_last_updated_sequence (GTK_GESTURE (gesture)));
  GdkDeviceTool *tool = event != NULL ? gdk_event_get_device_tool (event) : NULL;

  return (self->pencil && self->rubber) ||
         (tool != NULL && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER);
}

static void
begin_pencil (HandlerMap *self, gboolean rubber, double x, double y)
{
  self->drag = rubber ? HANDLER_MAP_DRAG_RUBBER : HANDLER_MAP_DRAG_PENCIL;
  if (rubber) {
    handler_map_pencil_rub (self, handler_map_at (self, x, y));
    return;
  }
  handler_map_pencil_end (self); /* one that was drawn by clicks */
  handler_map_pencil_extend (self, handler_map_at (self, x, y), 0);
}

static void
on_drag_begin (HandlerMap *self, double x, double y)
{
  self->drag = HANDLER_MAP_DRAG_NONE;
  self->drag_x = self->drag_y = 0;
}

/* What a drag means is known once it has moved: from an own machine it draws a route.  */
static void
decide_drag (HandlerMap *self, GtkGestureDrag *gesture)
{
  double x, y;
  guint id;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->pencil || is_rubber (self, gesture)) {
    begin_pencil (self, is_rubber (self, gesture), x, y);
  } else if (self->ruler) {
    self->drag = HANDLER_MAP_DRAG_RULER;
    self->ruler_shown = TRUE;
    self->ruler_from = handler_map_at (self, x, y);
  } else if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) ==
                 GDK_BUTTON_PRIMARY &&
             handler_map_pick (self, x, y, &id) == HANDLER_SELECTION_OWN) {
    self->drag = HANDLER_MAP_DRAG_ROUTE;
    begin_route (self, id);
  } else {
    self->drag = HANDLER_MAP_DRAG_PAN;
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  }
}

/* Reduces what was drawn to few corners: an order must be short on the air.  */
static void
simplify_route (HandlerMap *self)
{
  g_array_set_size (self->route, 0);
  g_array_append_vals (self->route, self->drawn->data, self->drawn->len);
  handler_map_simplify (self->route,
                        (float) (ROUTE_TOLERANCE * self->projection.metres_per_pixel),
                        MAX_CORNERS + 2);
}

static void
extend_route (HandlerMap *self, double x, double y)
{
  BaseVec at = handler_map_at (self, x, y);
  BaseVec last;
  float least = (float) (4 * self->projection.metres_per_pixel);

  at.x = (float) CLAMP (at.x, 0, self->projection.map_width_m - 1);
  at.y = (float) CLAMP (at.y, 0, self->projection.map_height_m - 1);
  if (self->drawn->len > 0) {
    last = g_array_index (self->drawn, BaseVec, self->drawn->len - 1);
    if (base_vec_distance (last, at) < least)
      return;
  }
  g_array_append_val (self->drawn, at);
  simplify_route (self);
  handler_map_look (self);
}

static void
on_drag_update (HandlerMap *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;

  if (self->pinching) {
    self->drag_x = dx;
    self->drag_y = dy;
    return;
  }
  if (self->drag == HANDLER_MAP_DRAG_NONE) {
    if (hypot (dx, dy) < DRAG_LEAST)
      return;
    decide_drag (self, gesture);
  }
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->drag == HANDLER_MAP_DRAG_PAN) {
    handler_map_pan_by (self, dx - self->drag_x, dy - self->drag_y);
  } else if (self->drag == HANDLER_MAP_DRAG_RULER) {
    self->ruler_to = handler_map_at (self, x + dx, y + dy);
    handler_map_look (self);
  } else if (self->drag == HANDLER_MAP_DRAG_PENCIL) {
    handler_map_pencil_extend (self, handler_map_at (self, x + dx, y + dy), PENCIL_STEP);
  } else if (self->drag == HANDLER_MAP_DRAG_RUBBER) {
    handler_map_pencil_rub (self, handler_map_at (self, x + dx, y + dy));
  } else {
    extend_route (self, x + dx, y + dy);
  }
  self->drag_x = dx;
  self->drag_y = dy;
}

static void
finish_route (HandlerMap *self)
{
  g_autofree char *words = NULL;

  words = handler_map_route_words (self, handler_selection_get_id (self->selection));
  g_array_set_size (self->route, 0);
  handler_map_look (self);
  if (words != NULL)
    handler_map_emit_order_text (self, words);
}

static void
on_drag_end (HandlerMap *self)
{
  HandlerMapDrag drag = self->drag;

  if (drag == HANDLER_MAP_DRAG_PAN)
    handler_map_update_tool (self);
  self->drag = HANDLER_MAP_DRAG_NONE;
  self->rubbed = 0;
  if (drag == HANDLER_MAP_DRAG_PENCIL)
    handler_map_pencil_end (self);
  if (drag == HANDLER_MAP_DRAG_ROUTE)
    finish_route (self);
}

static void
on_drag_cancel (HandlerMap *self)
{
  self->drag = HANDLER_MAP_DRAG_NONE;
  self->rubbed = 0;
  g_array_set_size (self->route, 0);
  handler_map_pencil_drop (self);
}

static void
on_swipe (HandlerMap *self, double x, double y)
{
  if (self->drag == HANDLER_MAP_DRAG_PAN)
    handler_map_start_kinetic (self, x, y);
}

/* ---- Zoom ---------------------------------------------------------------------------------- */

static gboolean
on_scroll (HandlerMap *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  double x = self->band_px + self->projection.width / 2;
  double y = self->band_px + self->projection.height / 2;

  if (self->pointer_inside)
    handler_map_to_widget (self, self->cursor, &x, &y);
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    handler_map_zoom_steps (self, x, y, (int) lrint (-dy * 2));
  else
    handler_map_zoom_at (self, x, y, exp2 (-dy / 120.0));
  return GDK_EVENT_STOP;
}

/* Of two fingers one has drawn or dragged until the other came: that was not meant, and what it does when
 * the other is lifted is no more than panning.  */
static void
on_pinch_begin (HandlerMap *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  gboolean dragging = self->drag != HANDLER_MAP_DRAG_NONE;

  if (gtk_gesture_is_active (gesture)) {
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    gtk_gesture_get_bounding_box_center (gesture, &self->pinch_x, &self->pinch_y);
  }
  if (dragging)
    on_drag_cancel (self);
  self->drag = HANDLER_MAP_DRAG_PAN;
  self->pinching = TRUE;
  self->pinch_before = 1;
}

/* What lies between the fingers stays there: they move the map and zoom it.  */
static void
on_pinch (HandlerMap *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  double scale = gtk_gesture_zoom_get_scale_delta (GTK_GESTURE_ZOOM (gesture));
  double x, y;

  if (!self->pinching || scale <= 0 || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  handler_map_pan_by (self, x - self->pinch_x, y - self->pinch_y);
  handler_map_zoom_at (self, x, y, scale / self->pinch_before);
  self->pinch_before = scale;
  self->pinch_x = x;
  self->pinch_y = y;
}

/* Relief is sharpest on a step of the ladder: a pinch ends on one.  */
static void
on_pinch_end (HandlerMap *self)
{
  self->pinching = FALSE;
  handler_map_zoom_steps (self, self->band_px + self->projection.width / 2,
                          self->band_px + self->projection.height / 2, 0);
}

/* ---- Set-up -------------------------------------------------------------------------------- */

static GtkGesture *
add_gesture (HandlerMap *self, GtkGesture *gesture, guint button)
{
  if (GTK_IS_GESTURE_SINGLE (gesture))
    gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  return gesture;
}

static void
add_clicks (HandlerMap *self)
{
  GtkGesture *click = add_gesture (self, gtk_gesture_click_new (), GDK_BUTTON_PRIMARY);
  GtkGesture *secondary = add_gesture (self, gtk_gesture_click_new (), GDK_BUTTON_SECONDARY);
  GtkGesture *press = add_gesture (self, gtk_gesture_long_press_new (), GDK_BUTTON_PRIMARY);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (on_secondary), self);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (on_long_press), self);
}

static void
add_drags (HandlerMap *self, GtkGesture *pinch)
{
  GtkGesture *drag = add_gesture (self, gtk_gesture_drag_new (), GDK_BUTTON_PRIMARY);
  GtkGesture *swipe = add_gesture (self, gtk_gesture_swipe_new (), GDK_BUTTON_PRIMARY);

  /* The swipe knows the speed at the end of the drag, and must hear of it before it ends.  */
  gtk_gesture_group (drag, swipe);
  /* A drag claims its finger: without this it would be lost for a pinch that begins later.  */
  gtk_gesture_group (drag, pinch);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (on_swipe), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
}

void
handler_map_add_gestures (HandlerMap *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  add_clicks (self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect_swapped (pinch, "update", G_CALLBACK (on_pinch), self);
  g_signal_connect_swapped (pinch, "end", G_CALLBACK (on_pinch_end), self);
  g_signal_connect_swapped (pinch, "cancel", G_CALLBACK (on_pinch_end), self);
  add_gesture (self, pinch, 0);
  add_drags (self, pinch);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/handler-panel-handle.h"

#include <adwaita.h>
#include <math.h>

/* Pixels that a key moves the edge, and that a press may wander and still be a click.  */
#define STEP 24
#define WANDER 3

/* In sp: narrower, a panel would still fit, but its words would stand one below the other.  */
#define LEAST 240

/* Of the whole, for a sidebar whose width was chosen: more than there is ever room for, so that the choice alone counts.  */
#define SHARE 0.95

struct _HandlerPanelHandle {
  GtkWidget parent_instance;
  AdwOverlaySplitView *split;   /* weak */
  GtkWidget *room;              /* weak */
  double least, most, share;    /* the split view's own: sp, and of the whole */
  guint width;                  /* sp, or 0 */
  guint tried;                  /* where a drag has come, sp; 0: it has not moved yet */
  int told, told_room;          /* widths, in pixels, that screen readers were told of */
};

static void range_init (GtkAccessibleRangeInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HandlerPanelHandle, handler_panel_handle, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE, range_init))

enum { PROP_0, PROP_SPLIT, PROP_ROOM, PROP_WIDTH, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* ---- Widths ----------------------------------------------------------------------------------- */

static int
px_of (HandlerPanelHandle *self, double sp)
{
  return (int) lround (
      adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, sp, gtk_widget_get_settings (GTK_WIDGET (self))));
}

static double
sp_of (HandlerPanelHandle *self, int px)
{
  return adw_length_unit_from_px (ADW_LENGTH_UNIT_SP, px, gtk_widget_get_settings (GTK_WIDGET (self)));
}

/* Of the sidebar as it is, in pixels.  */
static int
width_now (HandlerPanelHandle *self)
{
  return gtk_widget_get_width (adw_overlay_split_view_get_sidebar (self->split));
}

static int
least_width (GtkWidget *widget)
{
  int least = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* In sp; a split view that is narrower by itself may be.  */
static double
least_choice (HandlerPanelHandle *self)
{
  return MIN (LEAST, self->least);
}

/* In pixels: what the sidebar needs; and what it may have while the room keeps what that needs.  */
static void
find_limits (HandlerPanelHandle *self, int *least, int *most)
{
  int spare = self->room == NULL ? 0 : gtk_widget_get_width (self->room) - least_width (self->room);

  *least = MAX (least_width (adw_overlay_split_view_get_sidebar (self->split)),
                px_of (self, least_choice (self)));
  *most = MAX (*least, width_now (self) + spare);
}

static guint
within_limits (HandlerPanelHandle *self, int px)
{
  int least, most;
  double sp;

  find_limits (self, &least, &most);
  sp = round (sp_of (self, CLAMP (px, least, most)));
  return (guint) CLAMP (sp, 1, HANDLER_PANEL_HANDLE_MOST);
}

/* What the split view would have by itself, in pixels.  */
static int
own_width (HandlerPanelHandle *self)
{
  int share = (int) (self->share * gtk_widget_get_width (GTK_WIDGET (self->split)));

  return CLAMP (share, px_of (self, self->least), px_of (self, self->most));
}

/* In pixels, and what the split view is about to make of it: several keys may come before the next layout.  */
static int
width_soon (HandlerPanelHandle *self)
{
  int least, most;

  find_limits (self, &least, &most);
  return CLAMP (self->width == 0 ? own_width (self) : px_of (self, self->width), least, most);
}

static gboolean
is_beside (HandlerPanelHandle *self)
{
  return self->split != NULL && !adw_overlay_split_view_get_collapsed (self->split);
}

/* The least width goes down with what was chosen but not up: the window may still become as small as before.  */
static void
put (HandlerPanelHandle *self, guint width)
{
  gboolean own = width == 0 || !is_beside (self);
  double most = own ? self->most : MAX (width, least_choice (self));

  if (self->split == NULL)
    return;
  adw_overlay_split_view_set_min_sidebar_width (self->split, own ? self->least : MIN (self->least, most));
  adw_overlay_split_view_set_max_sidebar_width (self->split, most);
  adw_overlay_split_view_set_sidebar_width_fraction (self->split, own ? self->share : SHARE);
}

/* ---- For screen readers ----------------------------------------------------------------------- */

/* After each frame, which costs nothing while widths stay: layout alone knows what came of a choice, and of a window
 * that was made larger or smaller.  */
static void
tell_cb (HandlerPanelHandle *self)
{
  int room = self->room == NULL ? 0 : gtk_widget_get_width (self->room);
  int least, most;

  if (!is_beside (self) || (width_now (self) == self->told && room == self->told_room))
    return;
  self->told = width_now (self);
  self->told_room = room;
  find_limits (self, &least, &most);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, round (sp_of (self, least)),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, round (sp_of (self, most)),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, round (sp_of (self, self->told)), -1);
}

static gboolean
handler_panel_handle_set_current_value (GtkAccessibleRange *range, double value)
{
  HandlerPanelHandle *self = HANDLER_PANEL_HANDLE (range);

  if (!is_beside (self) || !isfinite (value))
    return FALSE;
  value = CLAMP (value, 1, HANDLER_PANEL_HANDLE_MOST);
  handler_panel_handle_set_width (self, within_limits (self, px_of (self, value)));
  return TRUE;
}

static void
range_init (GtkAccessibleRangeInterface *iface)
{
  iface->set_current_value = handler_panel_handle_set_current_value;
}

/* ---- Pointer and keys ------------------------------------------------------------------------- */

/* 1 where the sidebar lies at the left and grows to the right, else −1.  */
static int
sign (HandlerPanelHandle *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self->split)) == GTK_TEXT_DIR_RTL;
  gboolean first = adw_overlay_split_view_get_sidebar_position (self->split) == GTK_PACK_START;

  return first != rtl ? 1 : -1;
}

static void
drag_begin_cb (HandlerPanelHandle *self, double x, double y, GtkGesture *drag)
{
  self->tried = 0;
  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The offset counts from where the edge is now, as it moves with the sidebar.  */
static void
drag_update_cb (HandlerPanelHandle *self, double x, double y)
{
  if (!is_beside (self) || (self->tried == 0 && fabs (x) < WANDER))
    return;
  self->tried = within_limits (self, width_now (self) + sign (self) * (int) lround (x));
  put (self, self->tried);
}

static void
drag_end_cb (HandlerPanelHandle *self)
{
  if (self->tried != 0)
    handler_panel_handle_set_width (self, self->tried);
  self->tried = 0;
}

static void
drag_cancel_cb (HandlerPanelHandle *self)
{
  self->tried = 0;
  put (self, self->width);
}

static void
pressed_cb (HandlerPanelHandle *self, int n_press)
{
  if (n_press == 2)
    handler_panel_handle_set_width (self, 0);
}

static gboolean
key_cb (HandlerPanelHandle *self, guint keyval, guint keycode, GdkModifierType state)
{
  int step = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left     ? -STEP
             : keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right ? STEP
                                                                     : 0;
  gboolean home = keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home;
  int from;

  if (!is_beside (self) || (step == 0 && !home) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (home) {
    handler_panel_handle_set_width (self, 0);
    return TRUE;
  }
  from = width_soon (self);
  step *= sign (self);
  /* Against the end of the room nothing is chosen anew: what was chosen may be more.  */
  if (within_limits (self, from + step) != within_limits (self, from))
    handler_panel_handle_set_width (self, within_limits (self, from + step));
  return TRUE;
}

/* ---- Class ------------------------------------------------------------------------------------ */

static void
collapsed_cb (HandlerPanelHandle *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), is_beside (self));
  put (self, self->width);
}

static void
set_split (HandlerPanelHandle *self, AdwOverlaySplitView *split)
{
  if (!g_set_weak_pointer (&self->split, split) || split == NULL)
    return;
  self->least = adw_overlay_split_view_get_min_sidebar_width (split);
  self->most = adw_overlay_split_view_get_max_sidebar_width (split);
  self->share = adw_overlay_split_view_get_sidebar_width_fraction (split);
  g_signal_connect_object (split, "notify::collapsed", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);
  collapsed_cb (self);
}

static void
handler_panel_handle_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HandlerPanelHandle *self = HANDLER_PANEL_HANDLE (object);

  switch (id) {
  case PROP_SPLIT:
    g_value_set_object (value, self->split);
    break;
  case PROP_ROOM:
    g_value_set_object (value, self->room);
    break;
  case PROP_WIDTH:
    g_value_set_uint (value, self->width);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_panel_handle_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HandlerPanelHandle *self = HANDLER_PANEL_HANDLE (object);

  switch (id) {
  case PROP_SPLIT:
    set_split (self, g_value_get_object (value));
    break;
  case PROP_ROOM:
    g_set_weak_pointer (&self->room, g_value_get_object (value));
    break;
  case PROP_WIDTH:
    handler_panel_handle_set_width (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
handler_panel_handle_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (handler_panel_handle_parent_class)->map (widget);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (tell_cb), widget);
}

static void
handler_panel_handle_unmap (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (widget), tell_cb, widget);
  GTK_WIDGET_CLASS (handler_panel_handle_parent_class)->unmap (widget);
}

static void
handler_panel_handle_dispose (GObject *object)
{
  HandlerPanelHandle *self = HANDLER_PANEL_HANDLE (object);

  g_clear_weak_pointer (&self->split);
  g_clear_weak_pointer (&self->room);
  G_OBJECT_CLASS (handler_panel_handle_parent_class)->dispose (object);
}

static void
handler_panel_handle_class_init (HandlerPanelHandleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = handler_panel_handle_get_property;
  object_class->set_property = handler_panel_handle_set_property;
  object_class->dispose = handler_panel_handle_dispose;
  widget_class->map = handler_panel_handle_map;
  widget_class->unmap = handler_panel_handle_unmap;
  properties[PROP_SPLIT]
      = g_param_spec_object ("split", NULL, NULL, ADW_TYPE_OVERLAY_SPLIT_VIEW, flags);
  properties[PROP_ROOM] = g_param_spec_object ("room", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_WIDTH]
      = g_param_spec_uint ("width", NULL, NULL, 0, HANDLER_PANEL_HANDLE_MOST, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "panelhandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
add_controllers (HandlerPanelHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_group (click, drag);
}

static void
handler_panel_handle_init (HandlerPanelHandle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ORIENTATION,
                                  GTK_ORIENTATION_VERTICAL, -1);
  add_controllers (self);
}

/* ---- Public ----------------------------------------------------------------------------------- */

guint
handler_panel_handle_get_width (HandlerPanelHandle *self)
{
  g_return_val_if_fail (HANDLER_IS_PANEL_HANDLE (self), 0);
  return self->width;
}

void
handler_panel_handle_set_width (HandlerPanelHandle *self, guint width)
{
  g_return_if_fail (HANDLER_IS_PANEL_HANDLE (self));
  width = MIN (width, HANDLER_PANEL_HANDLE_MOST);
  put (self, width);
  if (width == self->width)
    return;
  self->width = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
}

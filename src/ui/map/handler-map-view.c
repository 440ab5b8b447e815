/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-view.h"

#include "handler-map-scale.h"
#include "handler-map-times.h"
#include "ui/widgets/handler-keys.h"

struct _HandlerMapView {
  AdwBin parent_instance;

  GtkOverlay *overlay;
  HandlerMap *map;
  GtkWidget *times; /* NULL: not shown */
  HandlerMapScale *scale;
  GtkLabel *place;
  GtkMenuButton *layers_button;
  GtkWidget *layers_box;
  GtkWidget *narrow_layers;
  GtkWidget *tools_box;
  GtkWidget *pencil_button;
  GtkWidget *mark_button;
  GtkWidget *rubber_button;
  GtkWidget *zoom_box;
  GtkWidget *scale_box;
  GtkWidget *first_layer;
};

G_DEFINE_FINAL_TYPE (HandlerMapView, handler_map_view, ADW_TYPE_BIN)

GtkWidget *
handler_map_view_new (void)
{
  return g_object_new (HANDLER_TYPE_MAP_VIEW, NULL);
}

HandlerMap *
handler_map_view_get_map (HandlerMapView *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP_VIEW (self), NULL);
  return self->map;
}

static void
cursor_moved_cb (HandlerMapView *self)
{
  g_autofree char *text = handler_map_dup_cursor_text (self->map);

  gtk_label_set_label (self->place, text);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *text != '\0');
}

/* What a box of tools takes at the top, with what is above it.  */
static int
height_at_top (GtkWidget *box)
{
  int height = 0;

  if (gtk_widget_get_visible (box) && gtk_widget_get_valign (box) == GTK_ALIGN_START)
    gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

static void
view_changed_cb (HandlerMapView *self)
{
  int left = MAX (height_at_top (self->layers_box), height_at_top (self->narrow_layers));
  int right = MAX (height_at_top (self->tools_box), height_at_top (self->zoom_box));

  handler_map_set_top (self->map, MAX (left, right));
  handler_map_scale_set_metres_per_pixel (self->scale,
                                          handler_map_get_metres_per_pixel (self->map));
}

static void
low_cb (HandlerMapView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "low");
}

static void
high_cb (HandlerMapView *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "low");
}

static void
layers_requested_cb (HandlerMapView *self)
{
  if (gtk_widget_get_visible (self->layers_box))
    gtk_widget_grab_focus (self->first_layer);
  else
    gtk_menu_button_popup (self->layers_button);
}

/* What nobody asked for is not there, and costs nothing.  */
static void
frame_times_cb (HandlerMapView *self, GVariant *on, GSimpleAction *action)
{
  g_simple_action_set_state (action, on);
  if (!g_variant_get_boolean (on)) {
    if (self->times != NULL)
      gtk_overlay_remove_overlay (self->overlay, self->times);
    self->times = NULL;
  } else if (self->times == NULL) {
    self->times = handler_map_times_new (self->map);
    gtk_overlay_add_overlay (self->overlay, self->times);
  }
}

static void
add_frame_times (HandlerMapView *self)
{
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful ("frame-times", NULL, g_variant_new_boolean (FALSE));

  g_signal_connect_object (action, "change-state", G_CALLBACK (frame_times_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (handler_map_get_actions (self->map)), G_ACTION (action));
}

/* From the bottom of the view to the top of a box that stands there.  */
static int
height_from_bottom (HandlerMapView *self, GtkWidget *box)
{
  graphene_rect_t bounds;

  if (gtk_widget_get_valign (box) != GTK_ALIGN_END || !gtk_widget_get_mapped (box)
      || !gtk_widget_compute_bounds (box, GTK_WIDGET (self), &bounds))
    return 0;
  return gtk_widget_get_height (GTK_WIDGET (self)) - (int) bounds.origin.y;
}

int
handler_map_view_get_bottom_height (HandlerMapView *self)
{
  g_return_val_if_fail (HANDLER_IS_MAP_VIEW (self), 0);
  return MAX (height_from_bottom (self, self->zoom_box), height_from_bottom (self, self->scale_box));
}

static void
handler_map_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HANDLER_TYPE_MAP_VIEW);
  G_OBJECT_CLASS (handler_map_view_parent_class)->dispose (object);
}

static void
handler_map_view_class_init (HandlerMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = handler_map_view_dispose;
  g_type_ensure (HANDLER_TYPE_MAP);
  g_type_ensure (HANDLER_TYPE_MAP_SCALE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/handlerone/HandlerOne/ui/map/handler-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, overlay);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, map);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, scale);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, place);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, layers_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, layers_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, narrow_layers);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, tools_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, pencil_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, mark_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, rubber_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, scale_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, first_layer);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, layers_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, low_cb);
  gtk_widget_class_bind_template_callback (widget_class, high_cb);
}

/* The tips say the keys.  */
static void
tell_keys (HandlerMapView *self)
{
  const struct {
    GtkWidget *button;
    const char *action;
  } keys[] = {
    {self->pencil_button, "map.pencil"},
    {self->mark_button, "map.mark"},
    {self->rubber_button, "map.rubber"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    handler_keys_tell_in (handler_keys_get (), keys[i].button, "tooltip-text", HANDLER_SHORTCUT_MAP,
                          keys[i].action);
}

static void
handler_map_view_init (HandlerMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The buttons lie beside the map, not in it: they find its actions here.  */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", handler_map_get_actions (self->map));
  add_frame_times (self);
  tell_keys (self);
  view_changed_cb (self);
}

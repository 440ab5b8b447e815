/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-view.h"

#include "handler-map-scale.h"

struct _HandlerMapView {
  AdwBin parent_instance;

  HandlerMap *map;
  HandlerMapScale *scale;
  GtkLabel *place;
  GtkMenuButton *layers_button;
  GtkWidget *layers_box;
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

static void
view_changed_cb (HandlerMapView *self)
{
  handler_map_scale_set_metres_per_pixel (self->scale,
                                          handler_map_get_metres_per_pixel (self->map));
}

static void
layers_requested_cb (HandlerMapView *self)
{
  if (gtk_widget_get_visible (self->layers_box))
    gtk_widget_grab_focus (self->first_layer);
  else
    gtk_menu_button_popup (self->layers_button);
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
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, map);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, scale);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, place);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, layers_button);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, layers_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, scale_box);
  gtk_widget_class_bind_template_child (widget_class, HandlerMapView, first_layer);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, layers_requested_cb);
}

static void
handler_map_view_init (HandlerMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The buttons lie beside the map, not in it: they find its actions here.  */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", handler_map_get_actions (self->map));
  view_changed_cb (self);
}

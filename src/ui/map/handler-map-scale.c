/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "handler-map-scale.h"

#include "ui/widgets/handler-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_PIXELS 110.0
#define BAR_HEIGHT 4

struct _HandlerMapScale {
  GtkWidget parent_instance;

  double metres_per_pixel;
  double length_m;
};

G_DEFINE_FINAL_TYPE (HandlerMapScale, handler_map_scale, GTK_TYPE_WIDGET)

double
handler_map_scale_length (double metres_per_pixel, double pixels)
{
  double most = metres_per_pixel * pixels;
  double unit;

  g_return_val_if_fail (metres_per_pixel > 0 && pixels > 0, 1);

  unit = pow (10, floor (log10 (most) + 1e-9));
  return most >= 5 * unit ? 5 * unit : (most >= 2 * unit ? 2 * unit : unit);
}

static PangoLayout *
layout_new (HandlerMapScale *self, int *width, int *height)
{
  g_autofree char *text = handler_text_length (self->length_m);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_get_pixel_size (layout, width, height);
  return layout;
}

static int
bar_width (HandlerMapScale *self)
{
  return (int) lrint (self->length_m / self->metres_per_pixel);
}

static void
handler_map_scale_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  HandlerMapScale *self = HANDLER_MAP_SCALE (widget);
  int width, height;
  g_autoptr (PangoLayout) layout = layout_new (self, &width, &height);

  /* The same width at every zoom, lest the box beside it jump.  */
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? (int) MOST_PIXELS
                            : height + BAR_HEIGHT + 2;
}

static void
handler_map_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HandlerMapScale *self = HANDLER_MAP_SCALE (widget);
  int width, height, bar = bar_width (self);
  g_autoptr (PangoLayout) layout = layout_new (self, &width, &height);
  float top = (float) height + 2;
  float half = (float) (bar / 2);
  GskRoundedRect outline;
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  /* The left half is full, the right one an outline: the middle can be read too.  */
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, top, half, BAR_HEIGHT));
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (half, top, (float) bar - half, BAR_HEIGHT), 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){1, 1, 1, 1},
                              (GdkRGBA[4]){colour, colour, colour, colour});
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) MAX (bar - width, 0), 0));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

void
handler_map_scale_set_metres_per_pixel (HandlerMapScale *self, double metres_per_pixel)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HANDLER_IS_MAP_SCALE (self) && metres_per_pixel > 0);

  if (self->metres_per_pixel == metres_per_pixel)
    return;
  self->metres_per_pixel = metres_per_pixel;
  self->length_m = handler_map_scale_length (metres_per_pixel, MOST_PIXELS);
  text = handler_text_length (self->length_m);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
handler_map_scale_new (void)
{
  return g_object_new (HANDLER_TYPE_MAP_SCALE, NULL);
}

static void
handler_map_scale_class_init (HandlerMapScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = handler_map_scale_measure;
  widget_class->snapshot = handler_map_scale_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mapscale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
handler_map_scale_init (HandlerMapScale *self)
{
  self->metres_per_pixel = 10;
  self->length_m = 1000;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible name", "Scale"), -1);
}
